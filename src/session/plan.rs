//! What the facilitator plans and changes: events of a master list, and corrections of a turn that was played.

use serde::{Deserialize, Serialize};

use crate::base::id::{IncidentId, StateId};
use crate::base::{Permille, StateSet, Turn};
use crate::session::game::Game;
use crate::sim::Order;
use crate::sim::white_cell::{Correction, Holding, Misfit, Push, Struck, Taken};

/// The most letters of a title.
pub const LONGEST_TITLE: usize = 120;
/// The most letters of what an event says, and of a reason.
pub const LONGEST_TEXT: usize = 2000;
/// The most pushes of one event.
pub const MOST_PUSHES: usize = 16;
/// The most events of a master list.
pub const MOST_PLANS: usize = 200;

/// One event of the master list: what is told to whom, when, and what it does to the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What it is called.
    pub title: String,
    /// What is told; empty if nothing is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who is told; everybody means the public.
    #[serde(default, skip_serializing_if = "StateSet::is_empty")]
    pub to: StateSet,
    /// When.
    #[serde(default)]
    pub when: When,
    /// What it does, in the turn in which it is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub does: Vec<Push>,
}

/// When an event is due. Conditions are asked on every morning, of the world as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum When {
    /// When the facilitator says so.
    #[default]
    ByHand,
    /// On the morning of a turn, or as soon as it is planned if that has passed.
    Turn(Turn),
    /// Once two States stand on this step of the ladder or higher.
    Step {
        /// One of them.
        one: StateId,
        /// The other.
        other: StateId,
        /// From 0 to 9.
        at_least: u8,
    },
    /// Once a State has done what a move is called by, in the turn before.
    Acted {
        /// Who.
        by: StateId,
        /// The move's slug.
        act: String,
    },
    /// Once the tension between two States is this great.
    Tension {
        /// One of them.
        one: StateId,
        /// The other.
        other: StateId,
        /// In thousandths.
        at_least: Permille,
    },
    /// Once an incident is known to everybody.
    Public(IncidentId),
}

/// Why an event cannot be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unplanned {
    /// It has no title, or it says too much.
    #[error("an event has a title of at most {LONGEST_TITLE} letters and a text of at most {LONGEST_TEXT}")]
    Text,
    /// It neither tells nor does anything.
    #[error("an event tells somebody something, or does something")]
    Nothing,
    /// It does too much.
    #[error("an event does at most {MOST_PUSHES} things")]
    TooMuch,
    /// What it waits for can never be.
    #[error("what it waits for names something that is not there")]
    When,
    /// What it does cannot be done.
    #[error("what it does cannot be done: {0}")]
    Does(#[from] Misfit),
}

impl Plan {
    /// Whether it can be planned in a game.
    ///
    /// # Errors
    /// Why not.
    pub fn fits(&self, game: &Game) -> Result<(), Unplanned> {
        let situation = game.present();
        let short = |text: &str, most: usize| text.chars().count() <= most;
        if self.title.trim().is_empty() || !short(&self.title, LONGEST_TITLE) || !short(&self.text, LONGEST_TEXT) {
            return Err(Unplanned::Text);
        }
        if self.does.is_empty() && (self.text.trim().is_empty() || self.to.is_empty()) {
            return Err(Unplanned::Nothing);
        }
        if self.does.len() > MOST_PUSHES {
            return Err(Unplanned::TooMuch);
        }
        self.does.iter().try_for_each(|push| push.fits(situation))?;
        let tied = |one: StateId, other: StateId| {
            situation.ties.iter().any(|tie| (tie.low, tie.high) == (one.min(other), one.max(other)))
        };
        let there = match &self.when {
            When::ByHand => true,
            When::Turn(turn) => turn.0 < game.scenario().turns,
            When::Step { one, other, at_least } => *at_least <= 9 && tied(*one, *other),
            When::Tension { one, other, .. } => tied(*one, *other),
            When::Acted { by, act } => by.index() < situation.states.len() && game.rulebook().find(act).is_some(),
            When::Public(incident) => incident.index() < situation.incidents.len(),
        };
        if there { Ok(()) } else { Err(Unplanned::When) }
    }

    /// Whether it is due this morning.
    pub fn is_due(&self, game: &Game) -> bool {
        let situation = game.present();
        let tie = |one: StateId, other: StateId| {
            situation.ties.iter().find(|tie| (tie.low, tie.high) == (one.min(other), one.max(other)))
        };
        match &self.when {
            When::ByHand => false,
            When::Turn(turn) => *turn <= game.turn(),
            When::Step { one, other, at_least } => tie(*one, *other).is_some_and(|tie| tie.step >= *at_least),
            When::Tension { one, other, at_least } => tie(*one, *other).is_some_and(|tie| tie.tension >= *at_least),
            When::Acted { by, act } => game.played().last().is_some_and(|played| {
                let called = |order: &Order| game.rulebook().card_of(order.act).is_some_and(|card| card.id == *act);
                played.docket.orders().iter().any(|order| order.by == *by && called(order))
            }),
            When::Public(incident) => {
                situation.incidents.get(incident.index()).is_some_and(|incident| incident.known_to.is_public())
            }
        }
    }
}

/// What the facilitator changes about the turn played last, which is then played again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Overrule {
    /// An order is struck out.
    Strike(Struck),
    /// An order is held to be otherwise than the law says.
    Hold(Holding),
    /// What came of the turn is corrected.
    Correct(Correction),
}

impl Overrule {
    /// Why.
    pub fn reason(&self) -> &str {
        match self {
            Self::Strike(struck) => &struck.reason,
            Self::Hold(holding) => &holding.reason,
            Self::Correct(correction) => &correction.reason,
        }
    }

    /// Whether it concerns the turn played last in a game.
    pub fn fits(&self, game: &Game) -> bool {
        let Some(played) = game.played().last() else { return false };
        match self {
            Self::Strike(Struck { order, .. }) | Self::Hold(Holding { order, .. }) => {
                played.docket.orders().contains(order)
            }
            Self::Correct(correction) => correction.push.fits(game.present()).is_ok(),
        }
    }

    /// Adds it to what the facilitator has put into the turn already.
    pub fn add_to(self, taken: &mut Taken) {
        match self {
            Self::Strike(struck) => taken.struck.push(struck),
            Self::Hold(holding) => taken.held.push(holding),
            Self::Correct(correction) => taken.corrected.push(correction),
        }
    }
}
