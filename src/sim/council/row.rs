//! The row of a draft resolution.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{IncidentId, ResolutionId, StateId, WrongId};
use crate::base::{Day, StateSet};
use crate::sim::order::Ballot;
use crate::sim::polity::CouncilSeat;
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
    /// The first day of the turn in which a later decision ended it.
    #[serde(default)]
    pub ended: Option<Day>,
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
            ended: None,
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

    /// Whether the Council has adopted it by an instant and not ended it: what others adopt recommends, and binds nobody.
    pub fn is_binding(&self, on: Day) -> bool {
        self.body == Body::Council
            && self.status == ResolutionStatus::Adopted
            && self.decided.is_some_and(|decided| decided < on)
            && self.ended.is_none_or(|ended| ended >= on)
    }

    /// Whether it calls, by an instant, for measures against a state or authorises force.
    pub fn is_mandate(&self, against: StateId, on: Day) -> bool {
        self.is_binding(on) && self.against == against && self.operative >= Operative::Sanctions
    }

    /// Whether a state has to abstain on it: a party to the dispute, when the Council decides under Chapter VI. `victim` is the
    /// victim of the incident it is about, if there is one.
    ///
    /// # Source
    /// Charter 27(3), second half, of decisions under Chapter VI: how to settle (33, 36, 37), and to look into it (34). Practice has let it fall into disuse since 1960; here it is applied as it is written.
    pub fn must_abstain(&self, state: StateId, victim: Option<StateId>) -> bool {
        let is_party = state == self.against || state == victim.unwrap_or(self.by);
        self.body == Body::Council && self.operative.is_pacific() && is_party
    }

    /// Whether this decision, once adopted, ends another: what the Council has decided on a State stands until it decides
    /// otherwise.
    ///
    /// # Source
    /// Charter 41; practice: resolution 1506 (2003), and the last paragraphs of resolution 2231 (2015).
    pub fn ends(&self, other: &Self, on: Day) -> bool {
        self.operative == Operative::End
            && self.body == Body::Council
            && other.is_binding(on)
            && other.operative >= Operative::Demand
            && other.against == self.against
            && (self.incident.is_none() || self.incident == other.incident)
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
        /// The regional body of the members among the states. Source: Charter 52.
        Regional,
    }
}

words! {
    /// What a draft would have its body decide: the operative paragraph.
    Operative {
        /// Condemn what was done. Source: Charter 39, and the Council's practice of naming.
        Condemn,
        /// Recommend that the parties settle by peaceful means. Source: Charter 33(2), 36 and 37, in Chapter VI.
        Settle,
        /// Have the facts looked into by a commission. Source: Charter 34; for the Assembly the Declaration on Fact-finding
        /// (resolution 46/59, 1991); for a regional body 52(2).
        Inquire,
        /// End what was decided earlier. Source: Charter 41, and the Council's practice since resolution 460 (1979).
        End,
        /// Demand that such acts cease. Source: Charter 25 and 40.
        Demand,
        /// Call for measures short of force. Source: Charter 41.
        Sanctions,
        /// Authorise all necessary means. Source: Charter 42.
        Force,
    }
}

impl Body {
    /// Whether a state with such a seat in the Council, in the region or out of it, votes there.
    pub fn has_vote(self, council: CouncilSeat, is_neighbour: bool) -> bool {
        match self {
            Self::Council => council != CouncilSeat::None,
            Self::Assembly => true,
            Self::Regional => is_neighbour,
        }
    }
}

impl Operative {
    /// Whether it names nobody as a wrongdoer, and belongs to the peaceful settlement of disputes.
    pub const fn is_pacific(self) -> bool {
        matches!(self, Self::Settle | Self::Inquire)
    }

    /// Whether it decides on measures: what a regional body may not do without the Council. Source: Charter 53(1).
    pub const fn is_enforcement(self) -> bool {
        matches!(self, Self::Sanctions | Self::Force | Self::End)
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
