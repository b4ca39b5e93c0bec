//! Cards: the moves as data, one file each under `assets/moves/`.
//!
//! A card says what a move means and how it stands in law, and, once the move is modelled, how it is played: which
//! mechanic, at what price, with which numbers. A new move over an existing mechanic is a new file and nothing else.

use serde::{Deserialize, Serialize};

use crate::base::{Points, StateSet};
use crate::law::act::ActSpec;
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Order, Param, Publicity};

/// A move's number: its place among the cards in alphabetical order of slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MoveId(pub u8);

impl MoveId {
    /// Its place in the list of cards.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One move.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Move", deny_unknown_fields)]
pub struct Card {
    /// Slug, equal to the file's name; for ever.
    pub id: String,
    /// Family, as a slug: `intelligence`, `cyber` …
    pub family: String,
    /// Title, in the imperative.
    pub title: String,
    /// One line of meaning.
    pub meaning: String,
    /// What it does, as a sentence.
    pub does: String,
    /// When a careful state uses it.
    pub wise: String,
    /// What can go wrong, in law and in politics.
    pub risk: String,
    /// Why it may have had no effect, as the end of a sentence.
    pub no_effect: String,
    /// Where it has been seen.
    pub precedent: String,
    /// What it tells the law: escalation value, character, fixed facts, aims.
    pub law: ActSpec,
    /// What a player must decide, in words.
    pub asks: Vec<String>,
    /// How it is played; `None` while it is not modelled.
    #[serde(default)]
    pub play: Option<Play>,
}

/// How a move is played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
    /// The mechanic that carries it out, with this card's numbers.
    pub mechanic: Mechanic,
    /// What it costs, in points of attention.
    pub attention: Points,
    /// Who sees it, unless the order says otherwise.
    pub visibility: Publicity,
    /// The step of the ladder on which such an act stands by itself; 0 if on none.
    #[serde(default)]
    pub step: u8,
    /// Parameters without which it is refused, besides those the mechanic always needs.
    #[serde(default)]
    pub requires: Vec<Param>,
    /// Parameters it also understands.
    #[serde(default)]
    pub accepts: Vec<Param>,
    /// Where the numbers come from, or "judgement".
    pub source: String,
}

impl Play {
    /// Who is meant to see an order of this move.
    pub fn audience(&self, order: &Order) -> StateSet {
        let own = StateSet::of(order.by).union(order.terms.co_signers.unwrap_or_default());
        match order.terms.publicity.unwrap_or(self.visibility) {
            Publicity::Secret => own,
            Publicity::Shared => order.terms.target.map_or(own, |target| own.with(target)),
            Publicity::Public => StateSet::ALL,
        }
    }

    /// Whether an order of this move must give a parameter.
    pub fn demands(&self, param: Param) -> bool {
        self.requires.contains(&param) || self.mechanic.requires().contains(&param)
    }

    /// Whether an order of this move may give a parameter.
    pub fn takes(&self, param: Param) -> bool {
        self.demands(param) || self.accepts.contains(&param) || param == Param::Publicity
    }
}
