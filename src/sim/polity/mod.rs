//! Polity: states, what they own, and the other actors that live in them.
//!
//! Owns the rows [`State`], [`Asset`] and [`Actor`] and how a government carries on between acts: attention is spent in
//! `Open`, fear and anger rise in `React`, fade in `Close`, where attention returns, work on protection shows, and
//! others' warmth follows a good or bad name. What a state *thinks* of another lives in `relations`; what it *knows* in
//! `knowledge`.

mod actor;
mod asset;
mod state;
mod systems;

pub use actor::{Actor, ActorKind, ActorStanding, ControlLink, Party, StateSupport};
pub use asset::{Asset, Designation, Function, Sector};
pub use state::{CouncilSeat, Gauge, State};
pub(super) use systems::plugin;
