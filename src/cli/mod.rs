//! The command line: one file per subcommand. This room prints and decides nothing.
//!
//! Exit codes: 0 done, 1 the answer is no, 2 bad usage or bad input. Documents go to standard output, everything about
//! the work itself to standard error. A new subcommand is a file here, a line in [`Command`] and one in [`fn@run`].

mod agents;
pub mod balance;
pub mod calibrate;
pub mod check;
pub mod console;
pub mod docs;
pub mod doctor;
pub mod explore;
pub mod host;
pub mod keep;
pub mod law;
pub mod new;
mod output;
pub mod pipe;
pub mod play;
pub mod replay;
pub mod report;
pub mod run;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

pub use output::Stop;

/// A diplomatic crisis simulation in which every move is judged against international law.
#[derive(Debug, Parser)]
#[command(name = "demarche", version, max_term_width = 100)]
pub struct Cli {
    /// What to do; nothing means the tutorial, in a browser (without a terminal agents play it, and it ends).
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sit in one seat of a crisis, in this terminal
    Play(play::Play),
    /// Host a class: people join from browsers, a facilitator steers, and nothing that was acknowledged is lost
    Host(host::Host),
    /// Look before a class comes: port, addresses, firewall, disk, clock, and whether a second device gets through
    Doctor(doctor::Doctor),
    /// Copy the database of a stopped host into one file
    Backup(keep::Backup),
    /// Put such a file in the place of a database that is not there
    Restore(keep::Restore),
    /// Open the desktop control room: play alone, host a class, explore, look back (feature `console`)
    Console(console::Console),
    /// Play a crisis with every seat in the hands of its agent
    Run(run::Run),
    /// Play many games of scenarios with agents; leave tables for study, and say what they came to
    Explore(explore::Explore),
    /// Play an ensemble and hold its figures against what is known of the world
    Calibrate(calibrate::Calibrate),
    /// Watch many games of every hidden truth for what spoils a class; exits 1 if anything does
    Balance(balance::Asked),
    /// Ask the tables of an ensemble a question in SQL
    Query(calibrate::Query),
    /// Let another program play seats of a crisis, over standard input and output
    Pipe(pipe::Pipe),
    /// Play journals again and compare every digest; exits 1 if anything differs
    Replay(replay::Replay),
    /// Write the after-action review of a journal, as HTML and Markdown
    Report(report::Report),
    /// Look through scenarios, norms, cards, numbers, tempers and cases, and tell all mistakes at once
    Check(check::Check),
    /// Make a world of many states, and write its scenario to standard output
    New(new::New),
    /// Judge acts, check cases, and read the catalogue of law
    #[command(subcommand)]
    Law(law::Law),
    /// Write the catalogue's pages under docs/law
    #[command(hide = true)]
    Docs(docs::Docs),
}

/// How a document is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON document.
    Json,
}

/// What a subcommand came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done.
    Yes,
    /// It ran, and the answer is no.
    No,
}

/// Runs the program on its arguments.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version are answers, anything else is bad usage; clap knows which stream each belongs to.
            return match usage.print() {
                Ok(()) => ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2)),
                Err(_) => ExitCode::from(2),
            };
        }
    };
    let done = match cli.command {
        None => play::tutorial(),
        Some(Command::Play(asked)) => play::run(&asked),
        Some(Command::Host(asked)) => host::run(&asked),
        Some(Command::Doctor(asked)) => doctor::run(&asked),
        Some(Command::Backup(asked)) => keep::backup(&asked),
        Some(Command::Restore(asked)) => keep::restore(&asked),
        Some(Command::Console(asked)) => console::run(&asked),
        Some(Command::Run(asked)) => run::run(&asked),
        Some(Command::Explore(asked)) => explore::run(&asked),
        Some(Command::Calibrate(asked)) => calibrate::run(&asked),
        Some(Command::Balance(asked)) => balance::run(&asked),
        Some(Command::Query(asked)) => calibrate::ask(&asked),
        Some(Command::Pipe(asked)) => pipe::run(&asked),
        Some(Command::Replay(asked)) => replay::run(&asked),
        Some(Command::Report(asked)) => report::run(&asked),
        Some(Command::Check(asked)) => check::run(&asked),
        Some(Command::New(asked)) => new::run(&asked),
        Some(Command::Law(law)) => law::run(law),
        Some(Command::Docs(docs)) => docs::run(&docs),
    };
    match done {
        Ok(Answer::Yes) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(stop) => stop.report(),
    }
}
