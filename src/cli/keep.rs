//! `backup` and `restore`: the database of a host as one file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Answer;
use crate::cli::output::{Stop, say};
use crate::store::archive::copy;
use crate::words::Words;

/// Arguments of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not be there yet
    file: PathBuf,
    /// Folder of the database; its host must be stopped
    #[arg(long, default_value = "runs/host", value_name = "DIR")]
    data: PathBuf,
}

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// A file that `backup` wrote
    file: PathBuf,
    /// Folder that is to have the database; it must have none
    #[arg(long, default_value = "runs/host", value_name = "DIR")]
    data: PathBuf,
}

pub(super) fn backup(asked: &Backup) -> Result<Answer, Stop> {
    let copied = copy::backup(&asked.data, &asked.file)?;
    told("keep-backup", copied, &asked.file.display().to_string())
}

pub(super) fn restore(asked: &Restore) -> Result<Answer, Stop> {
    let copied = copy::restore(&asked.file, &asked.data)?;
    told("keep-restore", copied, &copy::database(&asked.data).display().to_string())
}

fn told(id: &str, copied: copy::Copied, path: &str) -> Result<Answer, Stop> {
    let size = usize::try_from(copied.bytes / 1024).unwrap_or(usize::MAX);
    let args = [("games", copied.games.into()), ("size", size.into()), ("path", path.into())];
    say(&(Words::english()?.say_with(id, &args) + "\n"))?;
    Ok(Answer::Yes)
}
