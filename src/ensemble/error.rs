//! What can go wrong with an ensemble.

use std::io;
use std::path::PathBuf;

use crate::content::Mistakes;

/// Why an ensemble cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum EnsembleError {
    /// A file or folder refuses.
    #[error("cannot {deed} `{}`: {source}", path.display())]
    Disk {
        /// What was tried.
        deed: &'static str,
        /// On what.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file is no table of ours.
    #[error("`{}` is not a whole table of this program ({why}): remove it, and what was played in it is played again", path.display())]
    Table {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The folder is taken.
    #[error("`{}` holds another ensemble: {what}; give another folder, or remove this one", path.display())]
    Taken {
        /// The folder.
        path: PathBuf,
        /// In what it differs.
        what: String,
    },
    /// What was asked makes no ensemble.
    #[error("{0}")]
    Plan(String),
    /// There are no threads to be had.
    #[error("workers cannot be started: {0}")]
    Workers(#[source] rayon::ThreadPoolBuildError),
    /// Scenarios, rules or tempers cannot be read.
    #[error(transparent)]
    Content(#[from] Mistakes),
}

impl EnsembleError {
    /// A fault of the system on a path.
    pub(super) fn disk(deed: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Disk { deed, path, source }
    }
}
