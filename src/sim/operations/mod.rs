//! Operations: covert undertakings that take time.
//!
//! Owns the row [`Operation`]. Mechanics begin operations in `Open`; in `Covert` each one that is ready acts, which
//! makes an [`Incident`](crate::sim::incidents::Incident) in truth, and each one whose time is up ends. What spreads
//! reaches third states, and a few get out of hand. Who notices is not decided here but in `incidents`.

mod crime;
mod row;
mod rules;
mod systems;

pub use crime::is_free;
pub use row::{Basis, MeasurePurpose, Method, Operation, Stage};
pub use rules::{group, is_run_from};
pub(super) use systems::plugin;
