//! Legal: claims between states, and the place where the law speaks.
//!
//! Owns the row [`Claim`], the [`Conduct`] under review, the questionnaire, the [`Law`] of a crisis and its
//! [`Sitting`]. In `Judge` every order, every operation that acted and every measure in force is ruled on; the law
//! reads the situation at rest (the same form a preview is made from, so that one questionnaire serves truth, public
//! record and beliefs). Courts and tribunals then decide the claims before them that are due, by the same
//! questionnaire. What the public acts of the turn say about how norms are to be read is read out of them (`stances`) and
//! counted by `custom`. What a [`Ruling`] does to the world enters as effects of the same phase; no earlier phase can argue
//! with it.

mod claim;
mod conduct;
mod court;
mod law;
mod sheet;
mod sitting;
mod stances;
mod systems;
#[cfg(test)]
mod tests;

use bevy::ecs::prelude::Resource;
use serde::{Deserialize, Serialize};

pub use claim::{Claim, ClaimStatus, ClaimStep, Forum, Judgment, Reparation};
pub use conduct::Conduct;
pub use law::Law;
pub use sheet::Standpoint;
pub use sitting::{Chambers, Sitting, Verdict};
pub(super) use systems::{Bench, plugin};

use crate::base::Points;
use crate::base::id::{MeasureId, OperationId, StateId};
use crate::law::Overall;
use crate::sim::docket::OrderIx;

/// What is ruled on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// An order of this turn.
    Order(OrderIx),
    /// An operation that acted this turn.
    Operation(OperationId),
    /// A measure that is in force at the end of this turn.
    Measure(MeasureId),
}

/// The law's answer, as far as the world needs it; the whole opinion is made on demand from the same sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// What is ruled on.
    pub matter: Matter,
    /// Whose act it is.
    pub by: StateId,
    /// The verdict on the truth.
    pub verdict: Overall,
    /// Its legality cost on the truth, in points.
    pub cost: Points,
    /// The verdict on the public record.
    pub public_verdict: Overall,
    /// Its legality cost on the public record, in points: what costs legitimacy.
    pub public_cost: Points,
}

/// The rulings of the turn being played.
#[derive(Resource, Debug, Default)]
pub struct Rulings(pub(super) Vec<Ruling>);
