//! Relations: ties between pairs of states, what they have promised each other, and the notes they send.
//!
//! Owns the table [`Ties`] and the rows [`Undertaking`], [`Note`] and [`Expulsion`]; agreements in force work in `Speak` and ease ties in
//! `Open`, and in `Close` words given are held against deeds: what was done keeps them, what was left undone breaks them.
//! How hot a tie is, and on which step of the ladder, is moved by `tension`; measures between states live in `measures`.

mod accord;
mod expulsion;
mod keeping;
mod note;
mod systems;
mod tie;
mod undertaking;

pub use expulsion::Expulsion;
pub use keeping::{Duty, duty, is_deed, performs};
pub use note::{Note, NoteKind};
pub(super) use systems::plugin;
pub use tie::{Alliance, Relations, Sided, Tie, TieGauge, Ties, Treaties};
pub use undertaking::{Content, Sequel, Undertaking, UndertakingKind, UndertakingStatus};
