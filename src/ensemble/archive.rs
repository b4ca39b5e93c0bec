//! SQL over the tables of an ensemble. The only file that knows the query engine.
//!
//! An [`Archive`] holds tables in memory, cut game by game, so that a [`Reading`] of any part of the games copies nothing.
//! Every query runs on one thread over rows in the order of the files: the same question has the same answer on every
//! machine, whatever runs beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{
    Array as _, ArrayRef, AsArray as _, BooleanArray, Int64Array, RecordBatch, StringArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field, Float64Type, Int64Type, Schema, SchemaRef};
use datafusion::arrow::error::ArrowError;
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::datasource::MemTable;
use datafusion::error::DataFusionError;
use datafusion::execution::context::SQLOptions;
use datafusion::prelude::{SessionConfig, SessionContext};

use crate::content::mistake::{Mistake, Source};
use crate::ensemble::column::{Cells, Column, Kind};
use crate::ensemble::error::EnsembleError;
use crate::ensemble::file;
use crate::ensemble::targets::View;

/// The tables of one ensemble, in memory.
#[derive(Debug)]
pub struct Archive {
    tables: BTreeMap<String, Table>,
}

/// One table, game by game.
#[derive(Debug)]
struct Table {
    schema: SchemaRef,
    parts: Vec<Part>,
}

/// One game's rows of one table.
#[derive(Debug)]
struct Part {
    scenario: String,
    run: i64,
    rows: RecordBatch,
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
        let parts = self.tables.get("games").into_iter().flat_map(|table| &table.parts);
        parts.map(|part| (part.scenario.as_str(), part.run)).collect()
    }

    /// The tables with the rows of those games that are kept, and views over them.
    ///
    /// # Errors
    /// If a view cannot be made.
    pub fn reading(&self, views: &[View], is_kept: impl Fn(&str, i64) -> bool) -> Result<Reading, Mistake> {
        let settings = SessionConfig::new().with_target_partitions(1).with_information_schema(true);
        let settings = settings.set_bool("datafusion.sql_parser.collect_spans", true);
        let context = SessionContext::new_with_config(settings);
        let clock = tokio::runtime::Builder::new_current_thread().build();
        let clock = clock.map_err(|error| Source::new("the query engine", "").mistake(0..0, error.to_string()))?;
        let reading = Reading { context, clock };
        for (name, table) in &self.tables {
            let kept = table.parts.iter().filter(|part| is_kept(&part.scenario, part.run));
            let rows: Vec<RecordBatch> = kept.map(|part| part.rows.clone()).collect();
            let source = Source::new(format!("table `{name}`"), "");
            let table = MemTable::try_new(table.schema.clone(), vec![rows]).map_err(|error| told(&source, &error))?;
            let put = reading.context.register_table(name.as_str(), Arc::new(table));
            put.map_err(|error| told(&source, &error))?;
        }
        for view in views {
            let source = Source::new(format!("view `{}`", view.name), view.query.as_str());
            let made = reading.clock.block_on(async {
                let frame = reading.context.sql_with_options(&view.query, read_only()).await?;
                reading.context.register_table(view.name.as_str(), frame.into_view())
            });
            made.map_err(|error| told(&source, &error))?;
        }
        Ok(reading)
    }
}

/// Tables and views that can be asked.
pub struct Reading {
    context: SessionContext,
    clock: tokio::runtime::Runtime,
}

/// What a query came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// One value of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Real(f64),
    /// Yes or no.
    Flag(bool),
    /// Text, and whatever else the engine makes, as text.
    Text(String),
}

impl Reading {
    /// Asks a query, which can change nothing.
    ///
    /// # Errors
    /// If it is no query, or cannot be answered; the mistake points into its text.
    pub fn ask(&self, query: &Source) -> Result<Answer, Mistake> {
        let asked = self.clock.block_on(async {
            let frame = self.context.sql_with_options(&query.text, read_only()).await?;
            let columns = frame.schema().fields().iter().map(|field| field.name().to_owned()).collect();
            Ok::<_, DataFusionError>((columns, frame.collect().await?))
        });
        let (columns, batches) = asked.map_err(|error| told(query, &error))?;
        let mut rows = Vec::new();
        for batch in &batches {
            let cells = batch.columns().iter().map(|column| cells(column));
            let cells = cells.collect::<Result<Vec<_>, _>>().map_err(|error| told(query, &error.into()))?;
            rows.extend((0..batch.num_rows()).map(|row| cells.iter().map(|column| column[row].clone()).collect()));
        }
        Ok(Answer { columns, rows })
    }
}

fn read_only() -> SQLOptions {
    SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false)
}

/// Whether a text has a name in it as a word.
fn names(text: &str, name: &str) -> bool {
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

/// Reads one table and cuts it where one game ends and the next begins.
fn table(path: &Path) -> Result<Table, EnsembleError> {
    let (columns, cells) = file::read_any(path)?;
    let place = |name: &str| columns.iter().position(|column| column.name == name);
    let mut games: Vec<(String, i64)> = Vec::new();
    if let (Some(scenario), Some(run)) = (place("scenario"), place("run"))
        && let (Cells::Text(scenarios), Cells::Whole(runs)) = (&cells[scenario], &cells[run])
    {
        let rows = scenarios.iter().zip(runs);
        games.extend(rows.map(|(scenario, run)| (scenario.clone().unwrap_or_default(), run.unwrap_or_default())));
    }
    let fault = |why: String| EnsembleError::Table { path: path.to_owned(), why };
    if games.len() != cells.first().map_or(0, Cells::len) {
        return Err(fault("it does not say of which game its rows are".to_owned()));
    }
    let schema = Arc::new(schema(&columns));
    let whole = RecordBatch::try_new(schema.clone(), cells.into_iter().map(array).collect());
    let whole = whole.map_err(|error| fault(error.to_string()))?;
    let mut parts = Vec::new();
    let mut first = 0;
    for game in games.chunk_by(|one, other| one == other) {
        let (scenario, run) = game[0].clone();
        parts.push(Part { scenario, run, rows: whole.slice(first, game.len()) });
        first += game.len();
    }
    Ok(Table { schema, parts })
}

fn schema(columns: &[Column]) -> Schema {
    let field = |column: &Column| {
        let kind = match column.kind {
            Kind::Whole => DataType::Int64,
            Kind::Text => DataType::Utf8,
            Kind::Flag => DataType::Boolean,
        };
        Field::new(&column.name, kind, column.may_be_empty)
    };
    Schema::new(columns.iter().map(field).collect::<Vec<Field>>())
}

fn array(cells: Cells) -> ArrayRef {
    match cells {
        Cells::Whole(cells) => Arc::new(Int64Array::from(cells)),
        Cells::Text(cells) => Arc::new(StringArray::from(cells)),
        Cells::Flag(cells) => Arc::new(BooleanArray::from(cells)),
    }
}

/// One column of an answer as values: numbers as such, everything else as the engine prints it.
fn cells(column: &ArrayRef) -> Result<Vec<Cell>, ArrowError> {
    let whole = column.data_type().is_integer();
    let number = whole || column.data_type().is_numeric();
    let cell = |row: usize, full: &dyn Fn(usize) -> Result<Cell, ArrowError>| {
        if column.is_null(row) { Ok(Cell::Empty) } else { full(row) }
    };
    let rows = 0..column.len();
    if *column.data_type() == DataType::Boolean {
        return rows.map(|row| cell(row, &|row| Ok(Cell::Flag(column.as_boolean().value(row))))).collect();
    }
    if number {
        let cast = cast(column, if whole { &DataType::Int64 } else { &DataType::Float64 })?;
        return rows
            .map(|row| {
                cell(row, &|row| {
                    Ok(match cast.as_primitive_opt::<Int64Type>() {
                        Some(numbers) => Cell::Whole(numbers.value(row)),
                        None => Cell::Real(cast.as_primitive::<Float64Type>().value(row)),
                    })
                })
            })
            .collect();
    }
    rows.map(|row| cell(row, &|row| Ok(Cell::Text(array_value_to_string(column, row)?)))).collect()
}

/// What the engine has against a query, with the place it means.
fn told(query: &Source, error: &DataFusionError) -> Mistake {
    let root = error.find_root().strip_backtrace();
    let message = root.lines().next().unwrap_or_default().to_owned();
    if let Some(diagnostic) = error.diagnostic() {
        let span = diagnostic.span.map_or(0..0, |span| {
            let place = |at: datafusion::common::Location| query.at(at.line as usize, at.column as usize);
            place(span.start)..place(span.end)
        });
        let helps: Vec<&str> = diagnostic.helps.iter().map(|help| help.message.as_str()).collect();
        let notes: Vec<&str> = diagnostic.notes.iter().map(|note| note.message.as_str()).collect();
        let help = [helps, notes].concat().join("; ");
        let mistake = query.mistake(span, diagnostic.message.clone());
        return if help.is_empty() { mistake } else { mistake.help(Some(help)) };
    }
    // The parser tells its place in words.
    let place = message.rsplit_once(" at Line: ").and_then(|(_, place)| {
        let (line, rest) = place.split_once(", Column: ")?;
        let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
        Some(query.at(line.parse().ok()?, column.parse().ok()?))
    });
    query.mistake(place.map_or(0..0, |at| at..at), message)
}
