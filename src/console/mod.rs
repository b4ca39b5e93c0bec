//! Console: the desktop control room. A window in which one person plays alone, hosts a class, reads the law, explores many
//! games and looks back on one.
//!
//! Built with the feature `console`. It is a client of the same [`SessionHandle`](crate::session::SessionHandle) as a browser:
//! a seat's screens are made of a [`Sheet`](sheet::Sheet), which is made of that seat's view on the game's own thread. In
//! reading order: [`frame`] is the whole console without a window; [`screens`] are plain egui, so that tests drive each of
//! them; [`seat`], [`adviser`] and [`task`] keep work off the frame, [`cell`] is the white cell's part of that and [`away`] a
//! seat's in a class elsewhere; [`map`] draws the geography; [`kept`] are settings, [`keys`] what keys do, [`export`], [`files`] and [`picture`] write files;
//! [`window`] is all there is of Bevy. What it says stands in `assets/words/en/console.ftl`.

pub mod adviser;
mod alarm;
pub mod around;
pub mod away;
pub mod cell;
pub mod clock;
pub mod error;
pub mod export;
pub mod files;
pub mod frame;
pub mod icon;
pub mod kept;
pub mod keys;
pub mod ladder;
pub mod look;
pub mod map;
pub mod pages;
pub mod picture;
pub mod probe;
pub mod record;
pub mod screens;
pub mod seat;
pub mod sheet;
pub mod task;
pub mod theme;
pub mod window;

#[cfg(all(test, feature = "rehearsal"))]
mod rehearsal;

pub use error::ConsoleError;
pub use frame::Console;
pub use window::{Given, open};
