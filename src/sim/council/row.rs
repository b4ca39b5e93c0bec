//! The row of a draft resolution.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{IncidentId, ResolutionId, StateId, WrongId};
use crate::base::{Day, StateSet};
use crate::sim::order::Ballot;
use crate::sim::words::words;

/// A draft resolution against a state. Everybody knows of it, and of every vote on it.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Its id.
    pub id: ResolutionId,
    /// Where it is tabled.
    pub body: Body,
    /// Who tabled it.
    pub by: StateId,
    /// The state it calls on.
    pub against: StateId,
    /// The incident it is about.
    #[serde(default)]
    pub incident: Option<IncidentId>,
    /// The claim it is about.
    #[serde(default)]
    pub claim: Option<WrongId>,
    /// The day it was tabled.
    pub tabled: Day,
    /// Who has voted for it.
    #[serde(default)]
    pub ayes: StateSet,
    /// Who has voted against it.
    #[serde(default)]
    pub noes: StateSet,
    /// Who has abstained.
    #[serde(default)]
    pub abstained: StateSet,
    /// What became of it.
    #[serde(default)]
    pub status: ResolutionStatus,
}

impl Resolution {
    /// Enters a vote; a state's later word replaces its earlier one.
    pub(in crate::sim) fn cast(&mut self, state: StateId, ballot: Ballot) {
        for votes in [&mut self.ayes, &mut self.noes, &mut self.abstained] {
            votes.remove(state);
        }
        match ballot {
            Ballot::For => self.ayes.insert(state),
            Ballot::Against => self.noes.insert(state),
            Ballot::Abstain => self.abstained.insert(state),
        }
    }

    /// Whether a state has voted on it.
    pub fn has_voted(&self, state: StateId) -> bool {
        self.ayes.contains(state) || self.noes.contains(state) || self.abstained.contains(state)
    }
}

words! {
    /// Where a draft is tabled.
    Body {
        /// The Security Council.
        Council,
        /// The General Assembly.
        Assembly,
    }
}

words! {
    /// What became of a draft; a later word wins when two are proposed at once.
    ResolutionStatus {
        /// Before its vote.
        Pending,
        /// Adopted.
        Adopted,
        /// Not enough votes.
        Failed,
        /// Stopped by a permanent member.
        Vetoed,
    }
}
