//! Promises, treaties, ultimatums, offers and consents: typed, dated, testable.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::Day;
use crate::base::StateSet;
use crate::base::id::{IncidentId, MeasureId, StateId, UndertakingId, WrongId};
use crate::sim::card::MoveId;
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
    /// The last day it can be answered or performed.
    #[serde(default)]
    pub due: Option<Day>,
    /// What became of it.
    #[serde(default)]
    pub status: UndertakingStatus,
    /// Who knows of it.
    pub known_to: StateSet,
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
}

words! {
    /// What became of an undertaking; a later word wins when two are proposed at once.
    UndertakingStatus {
        /// Stands unanswered, or unperformed.
        Open,
        /// Accepted and in force.
        Accepted,
        /// Turned down.
        Rejected,
        /// Taken back.
        Withdrawn,
        /// Its day passed.
        Expired,
        /// Performed.
        Kept,
        /// Broken.
        Broken,
    }
}
