//! Store: journals and hosted games on disk.
//!
//! May know `session`'s shapes, never the rules of the game. A journal is a text file to which lines are only ever added
//! ([`journal`]); its grammar, apart from any file, is in [`text`]. The
//! games of a host live in one database ([`archive`]), whose journal rows are the lines of that same text.

pub mod archive;
pub mod error;
pub mod journal;
pub mod sheet;
pub mod text;

pub use archive::{Archive, Hosted, HostedBook};
pub use error::StoreError;
pub use journal::{JournalFile, Kept, Sync, read};
