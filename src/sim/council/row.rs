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
    /// What it would have the body decide.
    #[serde(default)]
    pub operative: Operative,
    /// The day it was tabled.
    pub tabled: Day,
    /// The first day of the turn in which it was decided.
    #[serde(default)]
    pub decided: Option<Day>,
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
    /// A draft before its vote, that `by` tables against another state; its id is given when it is laid down.
    pub const fn tabled(body: Body, (by, against): (StateId, StateId), operative: Operative, on: Day) -> Self {
        Self {
            id: Self::NEW,
            body,
            by,
            against,
            incident: None,
            claim: None,
            operative,
            tabled: on,
            decided: None,
            ayes: StateSet::EMPTY,
            noes: StateSet::EMPTY,
            abstained: StateSet::EMPTY,
            status: ResolutionStatus::Pending,
        }
    }

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

    /// Whether the Council has adopted it by an instant: what the Assembly adopts recommends, and binds nobody.
    pub fn is_binding(&self, on: Day) -> bool {
        self.body == Body::Council
            && self.status == ResolutionStatus::Adopted
            && self.decided.is_some_and(|decided| decided < on)
    }

    /// Whether it calls, by an instant, for measures against a state or authorises force.
    pub fn is_mandate(&self, against: StateId, on: Day) -> bool {
        self.is_binding(on) && self.against == against && self.operative >= Operative::Sanctions
    }

    /// Whether a state has to abstain on it: a party to the dispute, when the Council decides under Chapter VI. `victim` is the
    /// victim of the incident it is about, if there is one.
    ///
    /// # Source
    /// Charter 27(3), second half. Practice has let it fall into disuse since 1960; here it is applied as it is written.
    pub fn must_abstain(&self, state: StateId, victim: Option<StateId>) -> bool {
        let is_party = state == self.against || state == victim.unwrap_or(self.by);
        self.body == Body::Council && self.operative == Operative::Settle && is_party
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
    /// What a draft would have its body decide: the operative paragraph.
    Operative {
        /// Condemn what was done. Source: Charter 39, and the Council's practice of naming.
        Condemn,
        /// Recommend that the parties settle by peaceful means. Source: Charter 33(2), 36 and 37, in Chapter VI.
        Settle,
        /// Demand that such acts cease. Source: Charter 25 and 40.
        Demand,
        /// Call for measures short of force. Source: Charter 41.
        Sanctions,
        /// Authorise all necessary means. Source: Charter 42.
        Force,
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
