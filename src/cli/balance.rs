//! `balance`: whether scenarios are worth playing in class, for every seat and under every truth.

use clap::Args;
use serde_json::json;

use crate::cli::output::{Stop, say, say_json};
use crate::cli::run::progress;
use crate::cli::{Answer, Format};
use crate::content::library;
use crate::content::scenario::Staged;
use crate::ensemble::balance::{Balance, balance};
use crate::report::balance::told;
use crate::words::Words;

/// Arguments of `balance`.
#[derive(Debug, Args)]
pub struct Asked {
    /// Paths of scenarios, or slugs of ones that travel with the program
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Games of each hidden truth
    #[arg(long, default_value_t = 500, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub runs: u32,
    /// Seed of all games
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub seed: u64,
    /// Games played at the same time [default: one for each processor]
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// How to write the table
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: Format,
}

pub(super) fn run(asked: &Asked) -> Result<Answer, Stop> {
    let staged = library::staged(&asked.scenarios)?;
    let words = Words::english()?;
    let truths: usize = staged.iter().map(|staged| staged.scenario.truths.len().max(1)).sum();
    let bar = progress(u64::from(asked.runs) * truths as u64, &words.say("explore-progress"));
    let jobs = asked.jobs.map_or(0, usize::from);
    let play = |staged: &Staged| balance(staged, asked.runs, asked.seed, jobs, &|games| bar.inc(games));
    let found = staged.iter().map(play).collect::<Result<Vec<Balance>, _>>()?;
    bar.finish_and_clear();
    match asked.format {
        Format::Text => say(&found.iter().map(|found| text(&words, found)).collect::<String>())?,
        Format::Json => {
            let told = found.iter().map(|found| json!({ "balance": found, "faults": found.faults() }));
            say_json(&told.collect())?;
        }
    }
    Ok(if found.iter().all(|found| found.faults().is_empty()) { Answer::Yes } else { Answer::No })
}

fn text(words: &Words, found: &Balance) -> String {
    told(words, found).join("\n    ") + "\n"
}
