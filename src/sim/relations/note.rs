//! A diplomatic note.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{IncidentId, NoteId, StateId, WrongId};
use crate::base::{Day, StateSet};
use crate::sim::words::words;

/// A note from one government to another, as typed by the engine; its wording lives with the message, outside.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// Who sent it.
    pub from: StateId,
    /// Who received it.
    pub to: StateId,
    /// What it is.
    pub kind: NoteKind,
    /// The incident it speaks of.
    #[serde(default)]
    pub about: Option<IncidentId>,
    /// The claim it speaks of.
    #[serde(default)]
    pub claim: Option<WrongId>,
    /// The day it was delivered.
    pub day: Day,
    /// Who has read it.
    pub known_to: StateSet,
}

words! {
    /// What a note is.
    NoteKind {
        /// A protest or representation.
        Demarche,
        /// A call to stop, repair or give assurances.
        Demand,
        /// Notice of countermeasures.
        Notice,
        /// A request for help.
        Request,
        /// An accusation.
        Accusation,
        /// "It was not us."
        Denial,
        /// "It was us."
        Admission,
        /// "We will look into it."
        Inquiry,
        /// "It was you."
        CounterAccusation,
        /// An apology, with or without assurances.
        Apology,
        /// Word through a channel for building confidence.
        Reassurance,
        /// A warning of what will follow.
        Warning,
        /// "Here are those who did it."
        Surrender,
    }
}
