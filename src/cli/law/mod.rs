//! `law`: the checker alone, on case files, and the catalogue to read.

mod catalogue;
mod check;
mod json;
mod judge;

use std::collections::BTreeMap;

use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use crate::cli::output::{Stop, read};
use crate::cli::{Answer, Format};
use crate::content::cases::{self, Case};
use crate::content::mistake::{Mistakes, Source};
use crate::content::{cards, law};
use crate::law::flaw::closest;
use crate::law::{Act, Corpus, Reading};
use crate::words::Words;

/// Subcommands of `law`.
#[derive(Debug, Subcommand)]
pub enum Law {
    /// Give an opinion on every case of a file
    Judge(Judge),
    /// Compare what the law finds with what the cases expect; exits 1 if anything differs
    Check(Check),
    /// Show the norms, or one of them
    Norms(Entry),
    /// Show the facts a norm may ask for, or one of them
    Facts(Entry),
    /// Show the moves, or one of them
    Moves(Moves),
}

/// How cases are read.
#[derive(Debug, Args)]
struct Lens {
    /// Judge by the law of this year instead of each case's own
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..=2200))]
    as_of: Option<u16>,
    /// Judge as a State of this profile reads the law
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Explain at length
    #[arg(long)]
    explain: bool,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
}

impl Lens {
    /// The reading for a case, once the profile has been looked up.
    fn reading(&self, profile: Option<usize>, case: &Case) -> Reading {
        profile.map_or(Reading::Mainstream { as_of: self.as_of.unwrap_or(case.as_of) }, Reading::Profile)
    }
}

/// Arguments of `law judge`.
#[derive(Debug, Args)]
pub struct Judge {
    /// Case file, or - for standard input
    file: String,
    #[command(flatten)]
    lens: Lens,
}

/// Arguments of `law check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Case files, or - for standard input
    #[arg(required = true)]
    files: Vec<String>,
    #[command(flatten)]
    lens: Lens,
}

/// Arguments of `law norms`, `law facts` and `law moves`.
#[derive(Debug, Args)]
pub struct Entry {
    /// Identifier of one entry
    id: Option<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
}

/// Arguments of `law moves`.
#[derive(Debug, Args)]
pub struct Moves {
    #[command(flatten)]
    entry: Entry,
    /// Only the moves that the law can judge and the simulation does not play yet
    #[arg(long)]
    unmodelled: bool,
}

/// The law, the moves and the words, laid out for work.
pub(super) struct Desk {
    pub(super) corpus: Corpus,
    pub(super) acts: Vec<Act>,
    pub(super) words: Words,
}

impl Desk {
    pub(super) fn open() -> Result<Self, Stop> {
        let corpus = law::embedded()?;
        let acts = cards::embedded(&corpus)?.acts;
        Ok(Self { corpus, acts, words: Words::english()? })
    }

    /// Looks the profile up.
    fn profile(&self, lens: &Lens) -> Result<Option<usize>, Stop> {
        let Some(name) = &lens.profile else { return Ok(None) };
        let names = || self.corpus.profiles().iter().map(|profile| profile.name.as_str());
        match names().position(|known| known == name) {
            Some(at) => Ok(Some(at)),
            None => Err(unknown("profile", name, names())),
        }
    }

    /// Reads files; the mistakes of all of them are reported at once.
    fn cases(&self, paths: &[String]) -> Result<Vec<(String, Vec<Case>)>, Stop> {
        let mut found = Vec::new();
        let mut mistakes = Vec::new();
        for path in paths {
            let source = read(path)?;
            match cases::read(&source, &self.corpus, &self.acts) {
                Ok(cases) => found.push((source.name, cases)),
                Err(Mistakes(more)) => mistakes.extend(more),
            }
        }
        if mistakes.is_empty() { Ok(found) } else { Err(Mistakes(mistakes).into()) }
    }

    /// Works through cases in parallel and gives the results in their order. A bar appears if it takes long.
    fn each<T: Send>(&self, verb: &str, cases: &[Case], work: impl Fn(&Case) -> T + Sync) -> Vec<T> {
        let bar = ProgressBar::with_draw_target(Some(cases.len() as u64), ProgressDrawTarget::hidden());
        let prefix = self.words.say_with("progress", &[("verb", verb.into())]);
        if let Ok(style) = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        bar.set_prefix(prefix);
        let found = cases
            .par_iter()
            .map(|case| {
                let answer = work(case);
                bar.inc(1);
                if bar.is_hidden() && bar.elapsed() > PATIENCE {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                }
                answer
            })
            .collect();
        bar.finish_and_clear();
        found
    }
}

/// How long one waits before progress is shown.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(1);

/// The most names hinted at.
const MOST_HINTS: usize = 6;

/// An identifier that nothing bears, with what might have been meant.
fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Stop {
    let all: Vec<&str> = known.collect();
    let like: Vec<String> = all.iter().filter(|known| known.contains(id)).map(|known| format!("`{known}`")).collect();
    let help = match like.as_slice() {
        [] => closest(id, all.iter().copied()).map(|near| format!("did you mean `{near}`?")),
        like => Some(format!("did you mean {}?", like[..like.len().min(MOST_HINTS)].join(" or "))),
    };
    Source::new("the command line", id).mistake(0..id.len(), format!("there is no {what} `{id}`")).help(help).into()
}

pub(super) fn run(law: Law) -> Result<Answer, Stop> {
    let desk = Desk::open()?;
    match law {
        Law::Judge(judge) => judge::run(&desk, &judge),
        Law::Check(check) => check::run(&desk, &check),
        Law::Norms(entry) => catalogue::norms(&desk, &entry),
        Law::Facts(entry) => catalogue::facts(&desk, &entry),
        Law::Moves(entry) => catalogue::moves(&desk, &entry),
    }
}

/// A JSON object with its keys in a fixed order.
type Object = BTreeMap<String, serde_json::Value>;
