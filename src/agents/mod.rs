//! Agents: who plays a seat when nobody sits in it.
//!
//! May know `view`; of `sim` only what is needed to read a view and to imagine worlds; never the true world. An agent gets a
//! [`View`] and answers with drafts and a reason for each. The rule-based one is [`Utility`], with a [`Temper`] from data;
//! [`Planner`] looks ahead in worlds it imagines;
//! [`Random`] and [`Scripted`] are for comparison and for scripts. To add a kind of agent: a file and its line here.

mod answers;
mod fortune;
mod hands;
mod mandate;
mod manner;
mod planner;
mod random;
mod reason;
mod scripted;
mod sense;
mod telling;
mod temper;
#[cfg(test)]
mod tests;
mod utility;
mod worth;

pub use fortune::{fortune, objective};
pub use mandate::Mandate;
pub use manner::{Manner, NoSuchManner};
pub use planner::Planner;
pub use random::Random;
pub use reason::{Foresight, Reason};
pub use scripted::Scripted;
pub use temper::{Temper, Weight};
pub use utility::Utility;

use crate::view::{Draft, View};

/// Who plays a seat.
pub trait Agent {
    /// Begins a game with a seed of its own, as if it had just been hired: of what it played before it remembers nothing.
    /// What it knows of the rules and of its temper takes longer to learn than a short game to play, so it is kept.
    fn begin(&mut self, seed: u64);

    /// What the seat orders this turn, the most important first; every draft is feasible, and together they fit the
    /// attention that is left.
    fn orders(&mut self, view: &View) -> Vec<Chosen>;

    /// Reminds it of a turn that it has played in another life, so that it goes on as if it were the same: its view of that
    /// turn, and what it ordered then, in the numbers of that view. An agent that keeps nothing has nothing to do.
    fn recall(&mut self, view: &View, ordered: &[Draft]) {
        let _ = (view, ordered);
    }

    /// Gives back the room that only thinking takes, for whoever is not asked again for a while. It remembers what it did.
    fn rest(&mut self) {}
}

/// A draft, and why it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The draft, in the numbers of the view; [`View::seal`] makes it an order.
    pub draft: Draft,
    /// Why, in one sentence; for the debrief.
    pub reason: Reason,
}
