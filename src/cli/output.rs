//! Where text leaves the program, and how it stops.

use std::convert::Infallible;
use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::ensemble::EnsembleError;
use crate::server::HallError;
use crate::session::Fault;
use crate::session::chronicle::Halt;
use crate::store::StoreError;

/// Why a subcommand stopped short.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// What was given cannot be read.
    #[error(transparent)]
    Input(#[from] Mistakes),
    /// The session refuses.
    #[error(transparent)]
    Session(Fault),
    /// A journal cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An ensemble cannot be played.
    #[error(transparent)]
    Ensemble(EnsembleError),
    /// A host cannot open.
    #[error(transparent)]
    Host(HallError),
    /// There is no such seat.
    #[error("{0}")]
    Seat(String),
    /// The program was built without what this takes.
    #[error("{0}")]
    Unfit(String),
    /// What went wrong has been said already.
    #[error("what went wrong has been said")]
    Told,
    /// Nobody listens any more; that is no fault.
    #[error("the reader has gone")]
    Deaf,
    /// The system refused.
    #[error("cannot {deed} `{path}`: {source}")]
    System {
        /// What was tried.
        deed: &'static str,
        /// On what.
        path: String,
        /// Why not.
        source: io::Error,
    },
}

impl From<EnsembleError> for Stop {
    fn from(error: EnsembleError) -> Self {
        match error {
            EnsembleError::Content(mistakes) => Self::Input(mistakes),
            error => Self::Ensemble(error),
        }
    }
}

impl From<HallError> for Stop {
    fn from(error: HallError) -> Self {
        match error {
            HallError::Content(mistakes) => Self::Input(mistakes),
            HallError::Session(fault) => fault.into(),
            HallError::Store(fault) => fault.into(),
            error => Self::Host(error),
        }
    }
}

impl From<Mistake> for Stop {
    fn from(mistake: Mistake) -> Self {
        Self::Input(mistake.into())
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Content(mistakes) => Self::Input(mistakes),
            fault => Self::Session(fault),
        }
    }
}

/// A ledger in memory never fails.
impl From<Infallible> for Stop {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl<F: std::error::Error + Send + Sync + 'static> From<Halt<F>> for Stop
where
    Self: From<F>,
{
    fn from(halt: Halt<F>) -> Self {
        match halt {
            Halt::Session(fault) => fault.into(),
            Halt::Ledger(fault) => fault.into(),
        }
    }
}

impl Stop {
    /// Tells standard error, and gives the exit code.
    pub fn report(self) -> ExitCode {
        let text = match self {
            Self::Deaf => return ExitCode::SUCCESS,
            Self::Told => return ExitCode::from(2),
            Self::Input(Mistakes(mistakes)) => {
                let reports = mistakes.into_iter().map(|mistake| format!("{:?}", miette::Report::new(mistake)));
                reports.collect::<String>()
            }
            system => format!("error: {system}\n"),
        };
        // If even this cannot be said, the exit code still tells.
        let _ = io::stderr().lock().write_all(text.as_bytes());
        ExitCode::from(2)
    }
}

/// Writes to standard output.
pub(super) fn say(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::Deaf,
        _ => Stop::System { deed: "write to", path: "standard output".into(), source: error },
    })
}

/// Says something about the work itself, to standard error.
pub(super) fn note(text: &str) -> Result<(), Stop> {
    let written = io::stderr().lock().write_all(text.as_bytes());
    written.map_err(|source| Stop::System { deed: "write to", path: "standard error".into(), source })
}

/// Writes a JSON document to standard output.
pub(super) fn say_json(document: &serde_json::Value) -> Result<(), Stop> {
    say(&format!("{document:#}\n"))
}

/// Reads a file, or standard input if the path is `-`.
pub(super) fn read(path: &str) -> Result<Source, Stop> {
    let (name, bytes) = match path {
        "-" => ("standard input", io::read_to_string(io::stdin().lock())),
        path => (path, std::fs::read_to_string(path)),
    };
    let text = bytes.map_err(|source| Stop::System { deed: "read", path: name.to_owned(), source })?;
    Ok(Source::new(name, text))
}
