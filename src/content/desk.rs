//! Checks any one file that people write, by what it is.
//!
//! A file that is part of a whole (a norm, a card, a table of numbers) is checked in its place among the embedded ones: it
//! takes the place of the one with its name, or joins them.

use std::path::Path;

use crate::content::assets;
use crate::content::mistake::{Mistakes, Source};
use crate::content::{cards, cases, follow_ups, law, library, model, outline, tempers};

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A scenario.
    Scenario {
        /// Its title.
        title: String,
        /// How many states it has.
        states: usize,
        /// How many turns.
        turns: usize,
        /// How many hidden truths.
        truths: usize,
    },
    /// A norm, by id.
    Norm(String),
    /// A move card, by slug.
    Move(String),
    /// A temper, by slug.
    Temper(String),
    /// A table of the model's numbers.
    Model,
    /// A table of the catalogue of law.
    Law,
    /// A file of so many cases.
    Cases(usize),
}

/// Reads a file and checks it for what it is.
pub fn check(path: &Path) -> Result<Sort, Mistakes> {
    let file = library::file(path)?;
    let name = file_name(&file.name).to_owned();
    if name.ends_with(".json") {
        let corpus = law::embedded()?;
        let acts = cards::embedded(&corpus)?.acts;
        return cases::read(&file, &corpus, &acts).map(|cases| Sort::Cases(cases.len()));
    }
    match begins_with(&file) {
        Some("Scenario") => scenario(path),
        Some("Norm") => norm(file),
        Some("Move") => card(file),
        Some("Temper") => tempers::read(std::slice::from_ref(&file)).map(|_| Sort::Temper(stem(&name))),
        _ if is_among("law", &name) => law::read(&among("law", file)).map(|_| Sort::Law),
        _ if name == "follow_ups.ron" => {
            let corpus = law::embedded()?;
            follow_ups::read(&file, &corpus).map(|_| Sort::Model)
        }
        _ if is_among("model", &name) => model::read(&among("model", file)).map(|_| Sort::Model),
        // A scenario whose first word is left out is still one if it has states.
        _ if fields(&file).any(|field| field == "states") => scenario(path),
        _ => {
            let help = "a file begins with `Scenario(`, `Norm(`, `Move(` or `Temper(`, bears the name of a table under \
                        `assets/`, or is a list of cases in `.json`";
            let span = 0..file.text.lines().next().map_or(0, str::len);
            Err(file.mistake(span, "it is not clear what this file is").help(Some(help.to_owned())).into())
        }
    }
}

fn scenario(path: &Path) -> Result<Sort, Mistakes> {
    let staged = library::on_disk(path)?.stage()?;
    Ok(Sort::Scenario {
        title: staged.scenario.title.clone(),
        states: staged.scenario.opening.states.len(),
        turns: staged.scenario.turns.into(),
        truths: staged.scenario.truths.len(),
    })
}

fn norm(file: Source) -> Result<Sort, Mistakes> {
    let id = stem(file_name(&file.name));
    law::read(&among("law", file)).map(|_| Sort::Norm(id))
}

fn card(file: Source) -> Result<Sort, Mistakes> {
    let id = stem(file_name(&file.name));
    cards::read(&among("moves", file), &law::embedded()?).map(|_| Sort::Move(id))
}

/// The embedded files of a folder, with this one in the place of the one that bears its name.
fn among(folder: &str, file: Source) -> Vec<Source> {
    let name = file_name(&file.name).to_owned();
    let mut files: Vec<Source> =
        assets::below(folder).into_iter().filter(|known| file_name(&known.name) != name).collect();
    files.push(file);
    files
}

fn is_among(folder: &str, name: &str) -> bool {
    assets::below(folder).iter().any(|known| file_name(&known.name) == name)
}

/// The word before the first bracket, without comments and attributes.
fn begins_with(file: &Source) -> Option<&str> {
    let start = outline::start(&file.text)?;
    let word = &file.text[start..];
    let length = word.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
    (length > 0).then(|| &word[..length])
}

fn fields(file: &Source) -> impl Iterator<Item = &str> {
    outline::fields(&file.text, 0..file.text.len()).into_iter().map(|field| &file.text[field.name])
}

fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

fn stem(name: &str) -> String {
    name.strip_suffix(".ron").unwrap_or(name).to_owned()
}
