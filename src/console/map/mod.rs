//! The map: what it shows ([`Scene`]), the geography of its scenario ([`Atlas`]), and how both are drawn ([`Chart`]).
//!
//! It is drawn with egui's painter and not as Bevy sprites (`docs/decisions/0011`): one model of input, one tree for screen
//! readers, and a test can press on a State by its name.

mod atlas;
mod chart;

pub use crate::words::scene::{Pin, PinKind, Region, Scene, Strand};
pub use atlas::{ASPECT, Atlas};
pub use chart::{Chart, Chosen};
