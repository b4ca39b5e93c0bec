//! Measures: what a state openly does to another and keeps doing until it lifts it.
//!
//! Owns the row [`Measure`]. Mechanics impose measures in `Act`; in `React` those in force bite, on both sides, and
//! leak with time to where trade is still open. Whether a measure is a retorsion or a countermeasure that must end when
//! the wrong ends is for `legal` to say.

mod row;
mod systems;

pub use row::{Measure, MeasureStatus};
pub(super) use systems::plugin;
