//! The agent that looks ahead: it thinks a few courses through in worlds it imagines, and takes the one that promises most.
//!
//! It reads its view and nothing else (`imagine`). Courses come from what rule-based agents would think of in its place
//! (`courses`); each is followed for a few turns on a kept simulation in which rule-based agents play everybody (`theatre`);
//! the trials are dealt out by sequential halving (`halving`). The budget is counted in nodes, one node an imagined turn,
//! and never in time. It keeps nothing between turns but what it has ordered.

mod courses;
mod halving;
mod imagine;
mod theatre;

use std::fmt;
use std::sync::Arc;

use crate::agents::{Agent, Chosen, Foresight, Mandate, Reason, Temper, Utility};
use crate::base::{Chance, Purpose};
use crate::sim::Situation;
use crate::sim::rulebook::Rulebook;
use crate::view::{Draft, View};
use imagine::imagine;
use theatre::{Rehearsal, Theatre};

/// Who is behind an incident in an imagined world.
const AUTHOR: Purpose = Purpose(1003);
/// The chance of an imagined world, and the tempers and whims of those in it.
const LIVES: Purpose = Purpose(1004);
/// How many other states it reckons with. Source: judgement; the work grows with them.
const OTHERS: usize = 8;

/// An agent that looks ahead.
pub struct Planner {
    own: Utility,
    minds: Vec<Utility>,
    chance: Chance,
    nodes: u32,
    theatre: Option<Theatre>,
    spent: u64,
}

impl Planner {
    /// Imagined turns for each decision, unless said otherwise. Source: measured, docs/decisions/0004-planner.md.
    pub const NODES: u32 = 300;
    /// How many turns ahead it looks. Source: measured, docs/decisions/0004-planner.md.
    pub const HORIZON: u32 = 2;

    /// An agent of a temper that takes others to be of typical ones, with a seed for its imagination and so many imagined
    /// turns for each decision.
    pub fn new(rules: &Rulebook, temper: Arc<Temper>, typical: &[Arc<Temper>], seed: u64, nodes: u32) -> Self {
        let minds = typical.iter().map(|temper| Utility::new(rules, temper.clone(), seed)).collect();
        let own = Utility::new(rules, temper, seed);
        Self { own, minds, chance: Chance::new(seed), nodes, theatre: None, spent: 0 }
    }

    /// The same, going no further than a mandate; what it takes others to do is not bound by it.
    #[must_use]
    pub fn within(mut self, mandate: Mandate) -> Self {
        self.own = self.own.within(mandate);
        self
    }

    /// How many turns it has imagined so far.
    pub const fn nodes_spent(&self) -> u64 {
        self.spent
    }

    /// One of the worlds it would imagine behind a view: what the seat knows, completed by a sample of what it does not.
    pub fn imagined(&self, view: &View, sample: u32) -> Situation {
        let mut situation = Situation::empty(view.known.span);
        imagine(&mut situation, view, self.chance, sample);
        situation
    }

    /// How far it can look before the crisis is over.
    fn horizon(view: &View) -> u32 {
        u32::from(view.turns.saturating_sub(view.known.turn.0)).clamp(1, Self::HORIZON)
    }
}

impl Agent for Planner {
    fn begin(&mut self, seed: u64) {
        self.own.begin(seed);
        self.minds.iter_mut().for_each(|mind| mind.begin(seed));
        self.chance = Chance::new(seed);
    }

    fn rest(&mut self) {
        self.theatre = None;
        self.own.rest();
        self.minds.iter_mut().for_each(Agent::rest);
    }

    fn orders(&mut self, view: &View) -> Vec<Chosen> {
        let mut courses = courses::courses(view, &mut self.own, &mut self.minds);
        let turns = Self::horizon(view);
        let theatre = self.theatre.get_or_insert_with(|| Theatre::new(view.rules(), view));
        let mut rehearsal = Rehearsal::new(theatre, view, (&mut self.own, &mut self.minds), self.chance, turns);
        let found = halving::best(courses.len(), self.nodes, turns, |course, sample| {
            let (value, taken) = rehearsal.follow(&courses[course], sample);
            self.spent += u64::from(taken);
            (value, taken)
        });
        let compared = courses.len() as u8;
        let mut chosen = courses.swap_remove(found);
        for chosen in &mut chosen {
            let serves = match chosen.reason {
                Reason::Serves(calling, aim) => Some((calling, aim)),
                _ => None,
            };
            chosen.reason = Reason::Foresees(Foresight { serves, courses: compared, turns: turns as u8 });
        }
        let drafts: Vec<Draft> = chosen.iter().map(|chosen| chosen.draft).collect();
        self.own.recall(view, &drafts);
        chosen
    }

    fn recall(&mut self, view: &View, ordered: &[Draft]) {
        self.own.recall(view, ordered);
    }
}

impl fmt::Debug for Planner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Planner({}, {} nodes)", self.own.temper().id, self.nodes)
    }
}
