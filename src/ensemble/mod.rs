//! The ensemble: many seeded games of a scenario, played by agents, as tables and as statistics.
//!
//! May know everything up to `session`; never meets a screen. In reading order: a [`Plan`] says what is played; a
//! [`Player`] plays one game in a kept simulation; the scribe writes it into the rows of [`tables`]; [`fn@explore`] does so for
//! all of them, batch by batch, in parallel, into files that can be gone on with; a [`Summary`] says what it came to. A game
//! hangs on scenario, seed and run alone. A new column is a line in `tables` and its value in `scribe`.
#![deny(clippy::float_arithmetic)]

pub mod archive;
pub mod balance;
pub mod calibrate;
pub mod column;
pub mod error;
mod file;
pub mod lever;
pub mod page;
pub mod plan;
pub mod player;
pub mod run;
mod scribe;
pub mod statistic;
pub mod summary;
pub mod table;
pub mod tables;
pub mod targets;
pub mod vary;

pub use error::EnsembleError;
pub use lever::Lever;
pub use plan::Plan;
pub use player::Player;
pub use run::{Played, explore, workers};
pub use summary::Summary;
pub use vary::Vary;
