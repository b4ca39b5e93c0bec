//! Incidents: what was done to somebody, whether or not anybody has noticed.
//!
//! Owns the row [`Incident`] and the measure of [`Harm`]. Operations make incidents in `Covert`; in `Detect` this
//! domain decides which victims notice by themselves and what first traces they find; what others find out and tell is
//! in `exposure`. Whether it was wrongful is for `legal`; who did it, for `knowledge`.

mod row;
mod rules;
mod systems;

pub use row::{DataEffect, EconomicLoss, Harm, Incident, PhysicalDamage};
pub use rules::{Found, gravity, is_loud, severity, trace};
pub(super) use systems::plugin;
