//! `replay`: plays journals again and compares every digest.

use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use serde_json::{Value as Json, json};

use crate::cli::output::{Stop, note, say, say_json};
use crate::cli::run::progress;
use crate::cli::{Answer, Format};
use crate::ensemble::workers;
use crate::session::{Fault, Replay as Outcome, Rules, replay};
use crate::store::{Kept, StoreError, read};
use crate::words::Words;

/// Arguments of `replay`.
#[derive(Debug, Args)]
pub struct Replay {
    /// Journals
    #[arg(required = true, value_name = "JOURNAL")]
    journals: Vec<PathBuf>,
    /// Play also a journal that was made under other rules, to see what they change
    #[arg(long)]
    any_rules: bool,
    /// How many journals are played at once [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
}

/// Why one journal could not be played again.
enum Refused {
    Store(StoreError),
    Session(Fault),
}

type Told = Result<(Kept, Outcome), Refused>;

pub(super) fn run(asked: &Replay) -> Result<Answer, Stop> {
    let words = Words::english()?;
    let rules = if asked.any_rules { Rules::AtHand } else { Rules::Same };
    let bar = progress(asked.journals.len() as u64, &words.say("replay-progress"));
    let one = |path: &PathBuf| -> Told {
        let kept = read(path).map_err(Refused::Store)?;
        let outcome = replay(&kept.journal, rules).map_err(Refused::Session)?;
        bar.inc(1);
        Ok((kept, outcome))
    };
    let workers = workers(asked.jobs.map_or(0, usize::from))?;
    let told: Vec<Told> = workers.install(|| asked.journals.par_iter().map(one).collect());
    bar.finish_and_clear();
    answer(asked, &words, told)
}

fn answer(asked: &Replay, words: &Words, told: Vec<Told>) -> Result<Answer, Stop> {
    let (mut text, mut list, mut agree, mut failed) = (String::new(), Vec::new(), 0, None);
    for (path, told) in asked.journals.iter().zip(told) {
        let file = path.display().to_string();
        match told {
            Ok((kept, outcome)) => {
                agree += usize::from(outcome.difference.is_none());
                warn(words, &file, &kept, &outcome)?;
                text += &(line(words, &file, &kept, &outcome) + "\n");
                list.push(entry(&file, &kept, &outcome));
            }
            Err(Refused::Store(error)) => {
                note(&format!("error: {error}\n"))?;
                list.push(json!({ "file": file, "error": error.to_string() }));
                failed = Some(());
            }
            Err(Refused::Session(Fault::Content(mistakes))) => return Err(mistakes.into()),
            Err(Refused::Session(fault)) => {
                note(&format!("error: {file}: {fault}\n"))?;
                if matches!(fault, Fault::OtherRules { .. }) {
                    note(
                        "help: use the version that made it, or --any-rules to see what the rules at hand make of it\n",
                    )?;
                }
                list.push(json!({ "file": file, "error": fault.to_string() }));
                failed = Some(());
            }
        }
    }
    let count = asked.journals.len();
    if count > 1 {
        text += &(words.say_with("replay-sum", &[("agree", agree.into()), ("count", count.into())]) + "\n");
    }
    match asked.format {
        Format::Text => say(&text)?,
        Format::Json => say_json(&json!({ "agree": agree == count, "journals": list }))?,
    }
    match failed {
        // What could not be played again is bad input, whatever the others say.
        Some(()) => Err(Stop::Told),
        None if agree == count => Ok(Answer::Yes),
        None => Ok(Answer::No),
    }
}

/// Says on standard error what was left out or overlooked.
fn warn(words: &Words, file: &str, kept: &Kept, outcome: &Outcome) -> Result<(), Stop> {
    if let Some(torn) = kept.torn {
        let told = [("file", file.into()), ("line", torn.line.into()), ("bytes", torn.bytes.into())];
        note(&format!("warning: {}\n", words.say_with("replay-torn", &told)))?;
    }
    let (made, here) = (kept.journal.header.rulebook, outcome.game.rulebook().digest);
    if made != here {
        let (made, here) = (made.short(), here.short());
        let told = [("file", file.into()), ("made", made.as_str().into()), ("here", here.as_str().into())];
        note(&format!("warning: {}\n", words.say_with("replay-any", &told)))?;
    }
    Ok(())
}

fn line(words: &Words, file: &str, kept: &Kept, outcome: &Outcome) -> String {
    let header = &kept.journal.header;
    let (seed, digest) = (header.seed.to_string(), outcome.game.digest().short());
    let what = outcome.difference.map(|difference| difference.to_string());
    let id = match (&what, outcome.is_whole) {
        (Some(_), _) => "replay-differs",
        (None, true) => "replay-agrees",
        (None, false) => "replay-unfinished",
    };
    words.say_with(
        id,
        &[
            ("file", file.into()),
            ("turns", kept.journal.turns().len().into()),
            ("scenario", header.scenario.as_str().into()),
            ("seed", seed.as_str().into()),
            ("digest", digest.as_str().into()),
            ("what", what.as_deref().unwrap_or_default().into()),
        ],
    )
}

fn entry(file: &str, kept: &Kept, outcome: &Outcome) -> Json {
    use crate::session::Difference;
    let turn = match outcome.difference {
        Some(Difference::Turn(turn, _)) => Some(turn.0 + 1),
        _ => None,
    };
    json!({
        "file": file,
        "scenario": kept.journal.header.scenario,
        "seed": kept.journal.header.seed,
        "turns": kept.journal.turns().len(),
        "whole": outcome.is_whole,
        "torn_line": kept.torn.map(|torn| torn.line),
        "agrees": outcome.difference.is_none(),
        "difference": outcome.difference.map(|difference| difference.to_string()),
        "first_turn_that_differs": turn,
        "rulebook": kept.journal.header.rulebook,
        "digest": outcome.game.digest(),
    })
}
