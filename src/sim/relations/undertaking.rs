//! Promises, treaties, ultimatums, offers and consents: typed, dated, testable.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::Day;
use crate::base::StateSet;
use crate::base::id::{IncidentId, MeasureId, StateId, UndertakingId, WrongId};
use crate::sim::card::MoveId;
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::order::Level;
use crate::sim::polity::Sector;
use crate::sim::relations::Treaties;
use crate::sim::words::words;

/// Something one state has said it will do, or asked another to.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undertaking {
    /// Its id.
    pub id: UndertakingId,
    /// What sort of word it is.
    pub kind: UndertakingKind,
    /// Who gave it.
    pub from: StateId,
    /// To whom.
    pub to: StateId,
    /// What it says.
    pub content: Content,
    /// The incident it is about.
    #[serde(default)]
    pub incident: Option<IncidentId>,
    /// The claim it is about.
    #[serde(default)]
    pub claim: Option<WrongId>,
    /// The day it was given.
    pub made: Day,
    /// The day it came into force; a promise or agreement without one did so when it was given.
    #[serde(default)]
    pub since: Option<Day>,
    /// The last day it can be answered or performed.
    #[serde(default)]
    pub due: Option<Day>,
    /// The offer that it answers or grew out of.
    #[serde(default)]
    pub after: Option<UndertakingId>,
    /// What is announced to follow if it is not met.
    #[serde(default)]
    pub sequel: Option<Sequel>,
    /// What became of it, as both sides can see.
    #[serde(default)]
    pub status: UndertakingStatus,
    /// In truth: who of those it binds, or would bind, has done the deed that it asks for since it was offered.
    #[serde(default)]
    pub done_by: StateSet,
    /// In truth: who of those it binds has broken it, whether or not anybody knows.
    #[serde(default)]
    pub broken_by: StateSet,
    /// Who has come to hold it for broken by the other side, rightly or wrongly.
    #[serde(default)]
    pub held_broken: StateSet,
    /// Who knows of it.
    pub known_to: StateSet,
}

/// The measure announced in an ultimatum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sequel {
    /// The move.
    pub card: MoveId,
    /// Whether it falls by itself when the day has passed.
    #[serde(default)]
    pub by_itself: bool,
    /// How far it will go.
    #[serde(default)]
    pub level: Level,
    /// The sector it will bear on.
    #[serde(default)]
    pub sector: Option<Sector>,
    /// The treaties it will depart from.
    #[serde(default)]
    pub treaties: Treaties,
    /// The legal label that will be put on it.
    #[serde(default)]
    pub basis: Basis,
    /// Why it will be done.
    #[serde(default)]
    pub purpose: MeasurePurpose,
}

impl Undertaking {
    /// A word as it is given: open, or in force at once if it needs no answer.
    pub fn given(
        kind: UndertakingKind,
        (from, to): (StateId, StateId),
        content: Content,
        made: Day,
        known_to: StateSet,
    ) -> Self {
        let needs_answer = matches!(kind, UndertakingKind::Offer | UndertakingKind::Ultimatum);
        Self {
            id: Self::NEW,
            kind,
            from,
            to,
            content,
            incident: None,
            claim: None,
            made,
            since: (!needs_answer).then_some(made),
            due: None,
            after: None,
            sequel: None,
            status: if needs_answer { UndertakingStatus::Open } else { UndertakingStatus::Accepted },
            done_by: StateSet::EMPTY,
            broken_by: StateSet::EMPTY,
            held_broken: StateSet::EMPTY,
            known_to: known_to.with(from).with(to),
        }
    }

    /// Whether it binds now. A promise needs nobody's acceptance.
    pub fn is_in_force(&self) -> bool {
        self.status == UndertakingStatus::Accepted
            || self.kind == UndertakingKind::Promise && self.status == UndertakingStatus::Open
    }

    /// Whether it is a consent in force by which one state lets another do this.
    pub fn permits(&self, from: StateId, to: StateId, card: MoveId) -> bool {
        let given = self.kind == UndertakingKind::Consent && (self.from, self.to) == (from, to);
        given && self.is_in_force() && self.content == Content::Permit(card)
    }

    /// Whether it waits for an answer.
    pub fn is_open_offer(&self) -> bool {
        matches!(self.kind, UndertakingKind::Offer | UndertakingKind::Treaty | UndertakingKind::Ultimatum)
            && self.status == UndertakingStatus::Open
    }

    /// Whether a state is one of the two between whom it stands.
    pub fn is_between(&self, one: StateId, other: StateId) -> bool {
        (self.from, self.to) == (one, other) || (self.from, self.to) == (other, one)
    }

    /// Whether a state gave it or was given it.
    pub fn concerns(&self, state: StateId) -> bool {
        self.from == state || self.to == state
    }

    /// The other one of the two.
    pub fn other(&self, state: StateId) -> StateId {
        if state == self.from { self.to } else { self.from }
    }

    /// Whom it binds while it is in force. An ultimatum binds nobody; it asks the state addressed.
    pub fn binds(&self) -> StateSet {
        match (self.kind, self.content.is_mutual()) {
            (UndertakingKind::Ultimatum, _) => StateSet::of(self.to),
            (UndertakingKind::Treaty, _) | (_, true) => StateSet::of(self.from).with(self.to),
            _ => StateSet::of(self.from),
        }
    }

    /// The first day it bound.
    pub fn first_day(&self) -> Day {
        self.since.unwrap_or(self.made)
    }
}

words! {
    /// Sorts of word.
    UndertakingKind {
        /// One side binds itself.
        Promise,
        /// Both sides bind themselves.
        Treaty,
        /// "Do this by then, or else."
        Ultimatum,
        /// Open until answered.
        Offer,
        /// Permission for one kind of act.
        Consent,
    }
}

/// What an undertaking says; each can be held against what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// To talk.
    Talks,
    /// To stop, and not resume, operations against the other side.
    CeaseOperations,
    /// To lift a measure.
    LiftMeasure(MeasureId),
    /// To repair the injury.
    Reparation,
    /// To give help when asked.
    Assistance,
    /// To act against those who use its territory.
    SuppressAtHome,
    /// To share findings.
    ShareEvidence,
    /// To let the other side make this move.
    Permit(MoveId),
    /// To look into the incident.
    Inquiry,
    /// To bring broken relations a step back.
    Relations,
    /// To talk with this state, by the good offices of whoever offers them.
    GoodOffices(StateId),
    /// To keep a channel open between the two.
    Channel,
    /// No operations against this sector of each other.
    Moratorium(Sector),
    /// To hand each other what they find out.
    InformationSharing,
    /// To let each other see what is run against whom.
    Verification,
    /// To practise together.
    JointExercise,
    /// To list together who is dangerous.
    Registry,
    /// To let a joint commission find out what happened.
    FactFinding,
    /// To put all claims between the two before a commission.
    ClaimsCommission,
    /// To bind themselves by treaties of these kinds.
    Treaty(Treaties),
}

impl Content {
    /// Whether it binds both sides alike, whoever offered it.
    pub const fn is_mutual(self) -> bool {
        matches!(self, Self::Talks | Self::Relations | Self::GoodOffices(_)) || self.is_agreement()
    }

    /// Whether it is something that two states conclude as an agreement.
    pub const fn is_agreement(self) -> bool {
        matches!(
            self,
            Self::Moratorium(_)
                | Self::InformationSharing
                | Self::Verification
                | Self::JointExercise
                | Self::Registry
                | Self::Channel
                | Self::FactFinding
                | Self::ClaimsCommission
                | Self::Treaty(_)
        )
    }
}

words! {
    /// What became of an undertaking; a later word wins when two are proposed at once.
    UndertakingStatus {
        /// Stands unanswered, or unperformed.
        Open,
        /// Accepted and in force; an ultimatum was met.
        Accepted,
        /// Turned down.
        Rejected,
        /// Answered with another offer.
        Countered,
        /// Taken back.
        Withdrawn,
        /// Its day passed.
        Expired,
        /// Performed; an ultimatum was followed by what it announced.
        Kept,
        /// Broken; an ultimatum was not followed by what it announced.
        Broken,
        /// Ended by one side's notice.
        Denounced,
    }
}
