//! `docs`: writes the pages of the catalogue, of an ensemble's tables and of its calibration, or tells whether they are fresh.

use std::path::PathBuf;

use clap::Args;

use crate::cli::output::{Stop, say};
use crate::cli::{Answer, law};
use crate::ensemble::page::{calibration, tables};
use crate::words::pages;

/// Write the catalogue's pages under docs/law.
#[derive(Debug, Args)]
pub struct Docs {
    /// Only tell whether the pages are fresh
    #[arg(long)]
    check: bool,
    /// Folder of the pages
    #[arg(long, value_name = "DIR", default_value = "docs/law")]
    dir: PathBuf,
}

pub(super) fn run(docs: &Docs) -> Result<Answer, Stop> {
    let desk = law::Desk::open()?;
    let pages = pages::all(&desk.words, &desk.corpus, &desk.acts);
    let mut pages: Vec<_> = pages.into_iter().map(|(name, text)| (docs.dir.join(name), text)).collect();
    // The pages of ensembles stand beside the catalogue's folder.
    pages.push((docs.dir.with_file_name("tables.md"), tables()));
    pages.push((docs.dir.with_file_name("calibration.md"), calibration()?));
    let system = |deed, path: &PathBuf| {
        let path = path.display().to_string();
        move |source| Stop::System { deed, path, source }
    };
    let folder = docs.dir.display().to_string();
    let mut stale = String::new();
    for (path, text) in &pages {
        if !docs.check {
            std::fs::create_dir_all(&docs.dir).map_err(system("make", &docs.dir))?;
            std::fs::write(path, text).map_err(system("write", path))?;
        } else if std::fs::read_to_string(path).ok().as_deref() != Some(text) {
            let file = path.display().to_string();
            stale += &(desk.words.say_with("docs-stale", &[("file", (&file).into())]) + "\n");
        }
    }
    if !stale.is_empty() {
        say(&stale)?;
        return Ok(Answer::No);
    }
    let id = if docs.check { "docs-fresh" } else { "docs-written" };
    let count = [("count", pages.len().into()), ("folder", (&folder).into())];
    say(&(desk.words.say_with(id, &count) + "\n"))?;
    Ok(Answer::Yes)
}
