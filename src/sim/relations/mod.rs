//! Relations: ties between pairs of states, what they have promised each other, and the notes they send.
//!
//! Owns the table [`Ties`] and the rows [`Undertaking`] and [`Note`]; in `Close` undertakings whose day has passed expire.
//! How hot a tie is, and on which step of the ladder, is moved by `tension`; measures between states live in `measures`.

mod note;
mod systems;
mod tie;
mod undertaking;

pub use note::{Note, NoteKind};
pub(super) use systems::plugin;
pub use tie::{Alliance, Relations, Sided, Tie, TieGauge, Ties, Treaties};
pub use undertaking::{Content, Undertaking, UndertakingKind, UndertakingStatus};
