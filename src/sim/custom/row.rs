//! What States hold of the norms' readings, and what has become of the readings.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{DoctrineId, StanceId, StateId, WrongId};
use crate::base::{Day, StateSet};
use crate::law::NormId;
use crate::law::norm::Standing;
use crate::sim::words::words;

/// One reading of one norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenet {
    /// The norm, by its number in the corpus.
    pub norm: NormId,
    /// The reading, by its place among the norm's positions.
    pub position: u8,
}

impl Tenet {
    /// The reading at a place.
    pub const fn of(norm: NormId, place: usize) -> Self {
        Self { norm, position: place as u8 }
    }

    /// Its place among the norm's positions.
    pub const fn place(self) -> usize {
        self.position as usize
    }
}

words! {
    /// How a stance was taken; of two in one turn the later word counts.
    Form {
        /// By an act that claims no excuse.
        Deed,
        /// By a vote.
        Vote,
        /// By a complaint.
        Protest,
        /// By making good.
        Amends,
        /// By an act that pleads an excuse, and so appeals to the rule.
        Plea,
        /// In so many words.
        Statement,
        /// By a court or tribunal.
        Judgment,
    }
}

words! {
    /// Which way a stance goes.
    Side {
        /// It upholds the reading.
        For,
        /// It goes against it without any justification.
        Against,
    }
}

/// What a State has last said or done in public about how a norm is to be read: one row for each State and norm. A judgment
/// is nobody's, and each stands by itself.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// Its id.
    pub id: StanceId,
    /// Whose; `None` for a court.
    pub by: Option<StateId>,
    /// How it was taken.
    pub form: Form,
    /// The reading.
    pub tenet: Tenet,
    /// Which way.
    pub side: Side,
    /// The States on whom the acts in question fell: those specially affected by how the norm is read.
    #[serde(default)]
    pub affects: StateSet,
    /// The day.
    pub day: Day,
    /// The claim that was decided, for a judgment: the precedent.
    #[serde(default)]
    pub claim: Option<WrongId>,
}

impl Stance {
    /// Whether it upholds a reading.
    pub fn upholds(&self, tenet: Tenet) -> bool {
        self.tenet == tenet && self.side == Side::For
    }
}

/// A standing that practice has moved. Rows are never taken back: the last one about a reading counts.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doctrine {
    /// Its id.
    pub id: DoctrineId,
    /// The reading.
    pub tenet: Tenet,
    /// How widely it was held before.
    pub from: Standing,
    /// How widely it is held since.
    pub standing: Standing,
    /// The day of the turn at whose end it was so; acts from the next day on are judged by it.
    pub since: Day,
}

/// The doctrines by which acts of a day are judged: those of earlier days.
///
/// # Source
/// ARSIWA 13: no breach of an obligation that did not bind the State when the act occurred.
pub fn in_force(doctrines: &[Doctrine], on: Day) -> &[Doctrine] {
    &doctrines[..doctrines.partition_point(|doctrine| doctrine.since < on)]
}

/// The day on which a norm's readings last moved.
pub fn latest(doctrines: impl IntoIterator<Item = Doctrine>, norm: NormId) -> Option<Day> {
    doctrines.into_iter().filter(|doctrine| doctrine.tenet.norm == norm).map(|doctrine| doctrine.since).max()
}
