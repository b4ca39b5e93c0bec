//! Store: journals on disk.
//!
//! May know `session`'s shapes, never the rules of the game. A journal is a text file to which lines are only ever added
//! ([`journal`]); its grammar, apart from any file, is in [`text`].

pub mod error;
pub mod journal;
pub mod text;

pub use error::StoreError;
pub use journal::{JournalFile, Kept, Sync, read};
