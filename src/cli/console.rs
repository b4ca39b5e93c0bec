//! `console`: the desktop control room in a window of its own.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `console`.
#[derive(Debug, Args)]
pub struct Console {
    /// Folder of the games that are played here
    #[arg(long, default_value = "runs", value_name = "DIR")]
    pub data: PathBuf,
    /// File in which the window's settings are kept [default: a file of your own in the system's folder for settings]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
}

#[cfg(feature = "console")]
pub(super) use with_window::run;
#[cfg(not(feature = "console"))]
pub(super) use without_window::run;

#[cfg(not(feature = "console"))]
mod without_window {
    use super::Console;
    use crate::cli::Answer;
    use crate::cli::output::Stop;

    const HOW: &str = "this program was built without its window: build it with `cargo build --release --features console`, or \
                       play in a browser with `demarche host SCENARIO`";

    pub(in crate::cli) fn run(_: &Console) -> Result<Answer, Stop> {
        Err(Stop::Unfit(HOW.to_owned()))
    }
}

#[cfg(feature = "console")]
mod with_window {
    use std::path::PathBuf;
    use std::sync::Arc;

    use etcetera::BaseStrategy as _;

    use super::Console;
    use crate::cli::Answer;
    use crate::cli::output::Stop;
    use crate::console::{Given, open};
    use crate::words::Words;

    pub(in crate::cli) fn run(asked: &Console) -> Result<Answer, Stop> {
        let words = Arc::new(Words::english()?);
        let settings = asked.settings.clone().or_else(settings);
        open(words, &asked.data, &Given { display: display(), settings })
            .map_err(|error| Stop::Unfit(error.to_string()))?;
        Ok(Answer::Yes)
    }

    /// Where settings of this person are kept; nowhere if the system names no such folder.
    fn settings() -> Option<PathBuf> {
        let folders = etcetera::choose_base_strategy().ok()?;
        Some(folders.config_dir().join("demarche/console.ron"))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the command line reads the environment, here the name of the display"
    )]
    fn display() -> Option<String> {
        std::env::var("DISPLAY").ok()
    }
}
