//! `pipe`: seats of a crisis in the hands of another program, over standard input and output.

use std::io::{self, BufRead as _, Write as _};

use clap::Args;

use crate::cli::Answer;
use crate::cli::output::Stop;
use crate::cli::play::find;
use crate::content::library;
use crate::wire::Table;
use crate::words::Words;

/// Let another program play seats of a crisis, one JSON document a line (see docs/protocol.md).
#[derive(Debug, Args)]
pub struct Pipe {
    /// Slug of a scenario that travels with the program, or the path of one
    scenario: String,
    /// A State that the program plays, by name or code; may be repeated. Agents play the others
    #[arg(long = "seat", value_name = "STATE", required_unless_present = "all")]
    seats: Vec<String>,
    /// The program plays every State
    #[arg(long, conflicts_with = "seats")]
    all: bool,
}

pub(super) fn run(asked: &Pipe) -> Result<Answer, Stop> {
    let book = library::find(&asked.scenario)?;
    let staged = book.stage()?;
    let words = Words::english()?;
    let mut seats = if asked.all {
        (0..staged.scenario.cast.states.len()).map(crate::base::id::StateId::at).collect()
    } else {
        asked.seats.iter().map(|name| find(&words, &staged.scenario, name)).collect::<Result<Vec<_>, _>>()?
    };
    seats.sort_unstable();
    seats.dedup();
    let mut table = Table::new(staged, book.source.clone(), words, seats);
    let greeting = serde_json::to_string(&table.greeting()?).expect("a greeting is plain data");
    let mut out = io::stdout().lock();
    let mut say = |line: &str| -> io::Result<()> {
        writeln!(out, "{line}")?;
        out.flush()
    };
    let mut heard = say(&greeting);
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|source| Stop::System { deed: "read", path: "standard input".to_owned(), source })?;
        if heard.is_err() {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let Some(answer) = table.answer(&line) else { break };
        heard = say(&answer);
    }
    match heard {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Stop::System { deed: "write", path: "standard output".to_owned(), source: error })
        }
        _ => Ok(Answer::Yes),
    }
}
