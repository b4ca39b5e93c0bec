//! What can go wrong with a file, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use crate::session::error::Unfit;

/// Why a journal could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is a journal already.
    #[error("`{}` exists already: choose another folder, or move it away", .0.display())]
    Exists(PathBuf),
    /// There is no such file.
    #[error("there is no file `{}`", .0.display())]
    Missing(PathBuf),
    /// The disk is full.
    #[error("no room is left on the disk for `{}`: free some and try again, nothing that was confirmed is lost", .0.display())]
    Full(PathBuf),
    /// The folder or file may not be written.
    #[error("`{}` may not be written: choose another folder", .0.display())]
    ReadOnly(PathBuf),
    /// The system refused for another reason.
    #[error("cannot {deed} `{}`: {source}", path.display())]
    System {
        /// What was tried.
        deed: &'static str,
        /// On what.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file of this size is not read.
    #[error("`{}` is larger than {} MiB, which no journal is", .0.display(), crate::store::text::LARGEST >> 20)]
    TooLarge(PathBuf),
    /// A line cannot be written because nothing could read it back.
    #[error("a line of {bytes} bytes is longer than a journal may hold")]
    LineTooLong {
        /// Its length.
        bytes: usize,
    },
    /// Another program has the database open.
    #[error("`{}` is in use by another host: stop that one, or choose another folder", .0.display())]
    Busy(PathBuf),
    /// A newer program made the database.
    #[error("`{}` is database format {found}, and this program reads up to {known}: use the newer program", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest known here.
        known: i64,
    },
    /// The file is no database of this program.
    #[error("`{}` is no database of demarche", .0.display())]
    Foreign(PathBuf),
    /// The database refused for another reason.
    #[error("cannot {deed} the database `{}`: {source}", path.display())]
    Database {
        /// What was tried.
        deed: &'static str,
        /// The file.
        path: PathBuf,
        /// Why not.
        source: rusqlite::Error,
    },
    /// The text is damaged.
    #[error("`{}` is damaged: {damage}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where and how.
        damage: Damage,
    },
}

/// Where and how a journal's text is damaged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It is no journal at all.
    #[error("line 1: this is no journal of demarche")]
    NoJournal,
    /// It is of another format.
    #[error("line 1: this is journal format `{0}`, and this program reads format {known}", known = crate::session::journal::FORMAT)]
    Format(String),
    /// A line does not match its checksum, which also covers everything before it.
    #[error("line {line}: the checksum does not match: the line was changed, or one before it was added or taken away")]
    Checksum {
        /// Number of the line, from 1.
        line: usize,
    },
    /// A line has no checksum.
    #[error("line {line}: there is no checksum of 32 hexadecimal digits at its beginning")]
    NoChecksum {
        /// Number of the line, from 1.
        line: usize,
    },
    /// A line is whole but cannot be understood.
    #[error("line {line}: {why}")]
    Unreadable {
        /// Number of the line, from 1.
        line: usize,
        /// Why.
        why: String,
    },
    /// A line is too long.
    #[error("line {line} is longer than a journal may hold")]
    TooLong {
        /// Number of the line, from 1.
        line: usize,
    },
    /// The lines make no journal.
    #[error(transparent)]
    Unfit(#[from] Unfit),
}

impl StoreError {
    /// The error of a call to a database.
    pub(super) fn of_database(deed: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full(path.to_owned()),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(path.to_owned())
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path.to_owned()),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Foreign(path.to_owned()),
            _ => Self::Database { deed, path: path.to_owned(), source },
        }
    }

    /// The error of a system call on a path.
    pub(crate) fn of(deed: &'static str, path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing(path.to_owned()),
            io::ErrorKind::AlreadyExists => Self::Exists(path.to_owned()),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(path.to_owned()),
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied if deed != "read" => {
                Self::ReadOnly(path.to_owned())
            }
            _ => Self::System { deed, path: path.to_owned(), source },
        }
    }
}
