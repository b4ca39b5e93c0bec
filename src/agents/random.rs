//! An agent that draws its orders by lot from everything that could be done. For comparison, and for shaking the model.

use crate::agents::{Agent, Chosen, Mandate, Reason};
use crate::base::{Chance, Purpose};
use crate::view::{Draft, View, menu};

/// What an agent's draws are for. Numbers are part of the record: they never meet the model's own.
pub(super) const LOT: Purpose = Purpose(1001);
/// The whim of a rule-based agent.
pub(super) const WHIM: Purpose = Purpose(1002);

/// Draws feasible orders by lot.
#[derive(Clone, Debug)]
pub struct Random {
    chance: Chance,
    mandate: Mandate,
}

impl Random {
    /// An agent with a seed of its own.
    pub const fn new(seed: u64) -> Self {
        Self { chance: Chance::new(seed), mandate: Mandate::Free }
    }

    /// The same, going no further than a mandate.
    #[must_use]
    pub const fn within(mut self, mandate: Mandate) -> Self {
        self.mandate = mandate;
        self
    }
}

impl Agent for Random {
    fn begin(&mut self, seed: u64) {
        self.chance = Chance::new(seed);
    }

    fn orders(&mut self, view: &View) -> Vec<Chosen> {
        let mut draw = self.chance.draw(view.known.turn, LOT, [view.seat.0.into(), 0, 0]);
        let menu = menu(view);
        let mut open: Vec<(i32, Draft)> = (menu.entries.iter())
            .filter(|entry| self.mandate.allows(view.rules(), entry.act))
            .flat_map(|entry| entry.candidates.iter().map(|candidate| (entry.attention, candidate.draft)))
            .collect();
        let mut left = view.attention();
        let mut chosen = Vec::new();
        loop {
            open.retain(|(costs, _)| *costs <= left);
            // One more outcome than there are acts: to leave it at that.
            let drawn = draw.below(open.len() as u32 + 1) as usize;
            if drawn == open.len() {
                return chosen;
            }
            let (costs, draft) = open.swap_remove(drawn);
            left -= costs;
            chosen.push(Chosen { draft, reason: Reason::Lot });
        }
    }
}
