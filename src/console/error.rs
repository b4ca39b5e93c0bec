//! What can go wrong in the console.

use std::io;
use std::path::PathBuf;

use crate::content::mistake::Mistakes;
use crate::ensemble::EnsembleError;
use crate::server::HallError;
use crate::session::Fault;
use crate::store::StoreError;
use crate::store::sheet::SheetError;

/// Why the console cannot open, or cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// There is nothing to open a window on.
    #[error(
        "there is no display to open a window on ({0}); `demarche host SCENARIO` plays in a browser, `demarche play SCENARIO` in this terminal"
    )]
    NoDisplay(String),
    /// Nothing can draw.
    #[error(
        "no graphics driver is found: the window needs Vulkan or OpenGL (on Debian and Ubuntu: the package mesa-vulkan-drivers); `demarche host SCENARIO` plays in a browser instead"
    )]
    NoDriver,
    /// A file cannot be read.
    #[error(transparent)]
    Content(#[from] Mistakes),
    /// The session refuses.
    #[error(transparent)]
    Session(#[from] Fault),
    /// A journal cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A table cannot be written.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// An ensemble cannot be played.
    #[error(transparent)]
    Ensemble(#[from] EnsembleError),
    /// A class cannot be hosted.
    #[error(transparent)]
    Hall(#[from] HallError),
    /// The window ended with a failure.
    #[error("the window ended with failure {0}")]
    Window(u8),
    /// The room says no.
    #[error("{0}")]
    Refused(String),
    /// A host elsewhere is not reached.
    #[error("the host at {0} is not reached: {1}")]
    Away(String, String),
    /// A file of settings is damaged.
    #[error("the settings in {} cannot be read and are not used: {why}", path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The game's thread has ended.
    #[error("the game has been closed")]
    Closed,
    /// Somebody listens there already.
    #[error("port {0} is taken by another program: choose another, or 0 for whichever is free")]
    PortTaken(u16),
    /// The system gives no thread, socket or file.
    #[error("the system refuses: {0}")]
    System(#[from] io::Error),
    /// There is no randomness.
    #[error("the system gives no secrets: {0}")]
    Secret(#[from] getrandom::Error),
}
