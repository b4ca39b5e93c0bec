//! An agent that does what a script says, turn by turn.

use std::collections::BTreeMap;

use crate::agents::{Agent, Chosen, Reason};
use crate::base::Turn;
use crate::sim::order::Order;
use crate::view::{View, feasible};

/// Plays orders that were written down beforehand, in the world's numbers. What cannot be done when its turn comes is left
/// out: a script for one hidden truth may name what never happens in another.
#[derive(Clone, Debug, Default)]
pub struct Scripted {
    script: BTreeMap<Turn, Vec<Order>>,
}

impl Scripted {
    /// An agent with a script.
    pub fn new(script: BTreeMap<Turn, Vec<Order>>) -> Self {
        Self { script }
    }
}

impl Agent for Scripted {
    fn begin(&mut self, _seed: u64) {}

    fn orders(&mut self, view: &View) -> Vec<Chosen> {
        let mut left = view.attention();
        let mut chosen = Vec::new();
        for order in self.script.get(&view.known.turn).into_iter().flatten().filter(|order| order.by == view.seat) {
            let Ok(draft) = view.draft(order) else { continue };
            if let Ok(costs) = feasible(view, &draft)
                && costs <= left
            {
                left -= costs;
                chosen.push(Chosen { draft, reason: Reason::Script });
            }
        }
        chosen
    }
}
