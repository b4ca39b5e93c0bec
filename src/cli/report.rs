//! `report`: the after-action review of a journal, as HTML and as Markdown.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::Answer;
use crate::cli::output::{Stop, note, say};
use crate::report::{History, Page, html, markdown, review};
use crate::session::{Game, Rules, replay};
use crate::store;
use crate::words::Words;

/// Write the after-action review of a journal.
#[derive(Debug, Args)]
pub struct Report {
    /// The journal
    journal: PathBuf,
    /// Folder of the review; the journal's own if left out
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Which form to write
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

/// Forms of the review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// One self-contained page.
    Html,
    /// Markdown.
    Md,
    /// Both.
    #[default]
    Both,
}

pub(super) fn run(report: &Report) -> Result<Answer, Stop> {
    let words = Words::english()?;
    let kept = store::read(&report.journal)?;
    if kept.torn.is_some() {
        note(&(words.say("review-torn") + "\n"))?;
    }
    let again = replay(&kept.journal, Rules::Same)?;
    let folder = report.out.clone().or_else(|| report.journal.parent().map(Path::to_path_buf)).unwrap_or_default();
    let page = review(&words, &History::of(&again.game).with(&kept.journal));
    let written = put(&page, &folder, report.format)?;
    say(&written.iter().map(|path| format!("{}\n", path.display())).collect::<String>())?;
    match again.difference {
        Some(difference) => {
            let difference = difference.to_string();
            note(&(words.say_with("review-differs", &[("difference", (&difference).into())]) + "\n"))?;
            Ok(Answer::No)
        }
        None => Ok(Answer::Yes),
    }
}

/// Writes the review of a game into a folder, and says which files it wrote.
pub(super) fn write(words: &Words, game: &Game, folder: &Path, form: Form) -> Result<Vec<PathBuf>, Stop> {
    put(&review(words, &History::of(game)), folder, form)
}

fn put(page: &Page, folder: &Path, form: Form) -> Result<Vec<PathBuf>, Stop> {
    let system = |deed: &'static str, path: &Path| {
        let path = path.display().to_string();
        move |source| Stop::System { deed, path, source }
    };
    if !folder.as_os_str().is_empty() {
        std::fs::create_dir_all(folder).map_err(system("make", folder))?;
    }
    let mut written = Vec::new();
    for (own, name, text) in
        [(Form::Html, "report.html", html as fn(&_) -> String), (Form::Md, "report.md", markdown as fn(&_) -> String)]
    {
        if form == own || form == Form::Both {
            let path = folder.join(name);
            std::fs::write(&path, text(page)).map_err(system("write", &path))?;
            written.push(path);
        }
    }
    Ok(written)
}
