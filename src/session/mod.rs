//! Session: one game from its first morning to its end, its journal, and the replay of that journal.
//!
//! May use every room to its left; never meets sockets, widgets, the disk or a clock on the wall. In reading order: a
//! [`Game`] takes sealed orders from its seats and adjudicates turn by turn; [`journal`] gives the lines in which a game is
//! kept; a [`Chronicle`] is a game whose every turn is in a [`Ledger`] before anybody is told of it; [`fn@replay`] plays a
//! journal again and compares. A hosted game is a [`Room`](room::Room) around a game, kept by [`Live`](live::Live) and owned
//! by the one thread behind a [`SessionHandle`].

pub mod chronicle;
pub mod desk;
pub mod entry;
pub mod error;
pub mod game;
pub mod handle;
pub mod journal;
pub mod live;
pub mod minutes;
pub mod plan;
pub mod replay;
pub mod room;
pub mod wish;

pub use chronicle::{Chronicle, Ledger};
pub use error::{Fault, Unfit};
pub use game::{Game, Played, Seat};
pub use handle::SessionHandle;
pub use journal::Journal;
pub use minutes::{Minute, minutes};
pub use replay::{Difference, Replay, Rules, replay};
