//! The row of a measure.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{IncidentId, MeasureId, StateId, WrongId};
use crate::base::{Day, Permille, StateSet};
use crate::sim::card::MoveId;
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::order::Level;
use crate::sim::polity::Sector;
use crate::sim::relations::Treaties;
use crate::sim::words::words;

/// A measure one state takes against another.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// Who takes it.
    pub by: StateId,
    /// Against whom.
    pub against: StateId,
    /// The move it is.
    pub card: MoveId,
    /// The sector it bears on.
    #[serde(default)]
    pub sector: Sector,
    /// The legal label on it.
    #[serde(default)]
    pub basis: Basis,
    /// Why it is taken.
    #[serde(default)]
    pub purpose: MeasurePurpose,
    /// The incident it responds to, with or without a claim.
    #[serde(default)]
    pub about: Option<IncidentId>,
    /// The claim it answers.
    #[serde(default)]
    pub answers: Option<WrongId>,
    /// The kinds of treaty whose performance it suspends.
    #[serde(default)]
    pub departs_from: Treaties,
    /// The day it was imposed.
    pub began: Day,
    /// The day it ended.
    #[serde(default)]
    pub ended: Option<Day>,
    /// Whether it is in force.
    #[serde(default)]
    pub status: MeasureStatus,
    /// The day it ends by its own term.
    #[serde(default)]
    pub until: Option<Day>,
    /// How far it goes.
    #[serde(default)]
    pub level: Level,
    /// How hard it bites.
    pub strength: Permille,
    /// Whether it can be undone.
    #[serde(default)]
    pub reversible: bool,
    /// Who knows of it.
    pub known_to: StateSet,
}

impl Measure {
    /// Whether it bites today.
    pub fn is_in_force(&self) -> bool {
        self.status == MeasureStatus::InForce
    }
}

words! {
    /// Whether a measure is in force; a later word wins when two are proposed at once.
    MeasureStatus {
        /// It bites.
        InForce,
        /// Paused.
        Suspended,
        /// Ended by its author.
        Lifted,
        /// Ended by its own term.
        Expired,
    }
}
