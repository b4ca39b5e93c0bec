//! `check`: looks through files that people write, and tells all their mistakes at once.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::cli::output::{Stop, say, say_json};
use crate::cli::{Answer, Format};
use crate::content::desk::{self, Sort};
use crate::content::mistake::{Mistake, Mistakes};
use crate::words::Words;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Scenarios, norms, move cards, model numbers, tempers, case files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
}

pub(super) fn run(check: &Check) -> Result<Answer, Stop> {
    let words = Words::english()?;
    let (mut text, mut list, mut mistakes) = (String::new(), Vec::new(), Vec::new());
    for path in &check.files {
        match desk::check(path) {
            Ok(sort) => {
                text += &(line(&words, path, &sort) + "\n");
                list.push(json!({ "file": path.display().to_string(), "in_order": true, "mistakes": [] }));
            }
            Err(Mistakes(found)) => {
                list.push(json!({
                    "file": path.display().to_string(),
                    "in_order": false,
                    "mistakes": found.iter().map(entry).collect::<Vec<_>>(),
                }));
                mistakes.extend(found);
            }
        }
    }
    match check.format {
        Format::Text => say(&text)?,
        Format::Json => say_json(&json!({ "in_order": mistakes.is_empty(), "files": list }))?,
    }
    if mistakes.is_empty() { Ok(Answer::Yes) } else { Err(Mistakes(mistakes).into()) }
}

fn entry(mistake: &Mistake) -> Json {
    let (file, line, column) = mistake.place();
    json!({ "file": file, "line": line, "column": column, "message": mistake.message(), "help": mistake.advice() })
}

fn line(words: &Words, path: &Path, sort: &Sort) -> String {
    let file = path.display().to_string();
    let file = ("file", file.as_str().into());
    match sort {
        Sort::Scenario { title, states, turns, truths } => words.say_with(
            "check-file-scenario",
            &[
                file,
                ("title", title.as_str().into()),
                ("states", (*states).into()),
                ("turns", (*turns).into()),
                ("truths", (*truths).into()),
            ],
        ),
        Sort::Norm(id) => words.say_with("check-file-norm", &[file, ("id", id.as_str().into())]),
        Sort::Move(id) => words.say_with("check-file-move", &[file, ("id", id.as_str().into())]),
        Sort::Temper(id) => words.say_with("check-file-temper", &[file, ("id", id.as_str().into())]),
        Sort::Model => words.say_with("check-file-model", &[file]),
        Sort::Law => words.say_with("check-file-law", &[file]),
        Sort::Cases(cases) => words.say_with("check-file-cases", &[file, ("cases", (*cases).into())]),
    }
}
