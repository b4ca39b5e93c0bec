//! SQL over the tables of an ensemble: `SQLite` in memory, with the functions that figures need.
//!
//! An [`Archive`] holds the tables as they are in their files. A [`Reading`] holds those of one scenario, or of all, in a
//! database of its own, and answers on one thread over rows in the order of the files: the same question has the same
//! answer on every machine, whatever runs beside it.

mod functions;
mod reading;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::ensemble::column::{Cells, Column};
use crate::ensemble::error::EnsembleError;
use crate::ensemble::file;

pub use functions::FUNCTIONS;
pub use reading::{Answer, Cell, Part, Reading};

/// The tables of one ensemble, in memory.
#[derive(Debug)]
pub struct Archive {
    tables: BTreeMap<String, Table>,
}

/// One table.
#[derive(Debug)]
struct Table {
    columns: Vec<Column>,
    cells: Vec<Cells>,
    games: Vec<Game>,
}

/// The rows that one game has in one table.
#[derive(Debug)]
struct Game {
    scenario: String,
    run: i64,
    rows: std::ops::Range<usize>,
}

impl Archive {
    /// Reads tables of a folder: all, or only those that some text names.
    ///
    /// # Errors
    /// If the folder holds no tables, or one of them cannot be read.
    pub fn open(folder: &Path, named_in: Option<&str>) -> Result<Self, EnsembleError> {
        let is_wanted = |name: &str| name == "games" || named_in.is_none_or(|text| names(text, name));
        let mut tables = BTreeMap::new();
        for (name, path) in files(folder)? {
            if is_wanted(&name) {
                let table = table(&path)?;
                tables.insert(name, table);
            }
        }
        if tables.contains_key("games") {
            return Ok(Self { tables });
        }
        Err(EnsembleError::Table { path: folder.join("games.parquet"), why: "it is not there".to_owned() })
    }

    /// The scenarios and runs of its games, in order.
    pub fn games(&self) -> Vec<(&str, i64)> {
        let games = self.tables.get("games").into_iter().flat_map(|table| &table.games);
        games.map(|game| (game.scenario.as_str(), game.run)).collect()
    }

    /// The tables with the rows of one scenario, or of all.
    ///
    /// # Errors
    /// If they cannot be put where they can be asked.
    pub fn reading(&self, scenario: Option<&str>) -> Result<Reading, EnsembleError> {
        let mut reading = Reading::empty()?;
        for (name, table) in &self.tables {
            let kept = table.games.iter().filter(|game| scenario.is_none_or(|of| of == game.scenario));
            reading.put(name, &table.columns, &table.cells, kept.flat_map(|game| game.rows.clone()))?;
        }
        Ok(reading)
    }
}

/// Whether a text has a name in it as a word.
pub fn names(text: &str, name: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word.eq_ignore_ascii_case(name))
}

/// The tables of a folder, by name.
fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, EnsembleError> {
    let entries = std::fs::read_dir(folder).map_err(EnsembleError::disk("read", folder))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(EnsembleError::disk("read", folder))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".parquet"));
        if let Some(name) = name {
            found.push((name.to_owned(), path));
        }
    }
    found.sort();
    Ok(found)
}

/// Reads one table and notes where one game ends and the next begins.
fn table(path: &Path) -> Result<Table, EnsembleError> {
    let (columns, cells) = file::read_any(path)?;
    let place = |name: &str| columns.iter().position(|column| column.name == name);
    let mut rows: Vec<(String, i64)> = Vec::new();
    if let (Some(scenario), Some(run)) = (place("scenario"), place("run"))
        && let (Cells::Text(scenarios), Cells::Whole(runs)) = (&cells[scenario], &cells[run])
    {
        let both = scenarios.iter().zip(runs);
        rows.extend(both.map(|(scenario, run)| (scenario.clone().unwrap_or_default(), run.unwrap_or_default())));
    }
    if rows.len() != cells.first().map_or(0, Cells::len) {
        let why = "it does not say of which game its rows are".to_owned();
        return Err(EnsembleError::Table { path: path.to_owned(), why });
    }
    let mut games = Vec::new();
    let mut first = 0;
    for game in rows.chunk_by(|one, other| one == other) {
        let (scenario, run) = game[0].clone();
        games.push(Game { scenario, run, rows: first..first + game.len() });
        first += game.len();
    }
    Ok(Table { columns, cells, games })
}
