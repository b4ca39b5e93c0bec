//! More time: a State asks for it once in a turn, and whoever keeps the clock answers. Source: WCAG 2.2, 2.2.1, by which
//! whoever is short of time is warned and can have more by one simple action.

use crate::base::Turn;
use crate::base::id::StateId;
use crate::session::desk::{By, Deed, Millis, PersonId};
use crate::session::room::{Clock, Room};
use crate::session::wish::No;

/// What became of a State's wish for more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plea {
    /// It waits; who asked.
    Asked(PersonId),
    /// It was given so much.
    Given(Millis),
    /// It was not given more.
    Denied,
}

impl Room {
    /// The States that wait for an answer, and who asked.
    pub fn pleas(&self) -> impl Iterator<Item = (StateId, PersonId)> + '_ {
        self.desks.iter().enumerate().filter_map(|(place, desk)| match desk.plea {
            Some(Plea::Asked(person)) => Some((StateId::at(place), person)),
            _ => None,
        })
    }

    /// Whether somebody can ask for more time now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_plead(&self, by: By, turn: Turn) -> Result<(), No> {
        let (_, state) = self.member_at_work(by, turn)?;
        if !matches!(self.clock, Clock::Runs(_)) {
            Err(No::NoHurry)
        } else if self.desks[state.index()].plea.is_some() {
            Err(No::AskedBefore)
        } else {
            Ok(())
        }
    }

    /// What more time for everybody says to those who asked for it.
    pub(super) fn gives(&self, more: Millis) -> impl Iterator<Item = Deed> + '_ {
        self.pleas().map(move |(state, _)| Deed::GaveTime { state, more })
    }

    /// Lets a State have asked, or have been answered.
    pub(super) fn hear(&mut self, state: StateId, plea: Plea) {
        if let Some(desk) = self.desks.get_mut(state.index()) {
            desk.plea = Some(plea);
        }
        self.touch(state);
    }
}
