//! Tables that can be asked. The only file, with its functions, that knows the query engine.

use std::ops::Range;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Error, params_from_iter};

use crate::content::mistake::{Mistake, Source};
use crate::ensemble::archive::functions;
use crate::ensemble::column::{Cells, Column, Kind};
use crate::ensemble::error::EnsembleError;
use crate::ensemble::targets::View;
use crate::law::flaw::closest;

/// Tables and views that can be asked.
#[derive(Debug)]
pub struct Reading {
    database: Connection,
    tables: Vec<String>,
}

/// The runs that are looked at: all but each `groups`th, counted from `left_out`.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Into how many groups the runs are dealt.
    pub groups: i64,
    /// Which of them is left out.
    pub left_out: i64,
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
    /// A whole number, or 0 and 1 for no and yes.
    Whole(i64),
    /// Any other number.
    Real(f64),
    /// Text.
    Text(String),
}

impl Reading {
    pub(super) fn empty() -> Result<Self, EnsembleError> {
        let made = Connection::open_in_memory().and_then(|database| {
            // A misspelt column in double quotes is a mistake, not a text.
            database.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
            database.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
            // No question can reach a file.
            database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
            functions::add(&database)?;
            Ok(database)
        });
        Ok(Self { database: made.map_err(|error| engine(&error))?, tables: Vec::new() })
    }

    /// Adds a table with some rows of its columns.
    pub(super) fn put(
        &mut self,
        name: &str,
        columns: &[Column],
        cells: &[Cells],
        rows: impl Iterator<Item = usize>,
    ) -> Result<(), EnsembleError> {
        let declared = columns.iter().map(|column| {
            let kind = if column.kind == Kind::Text { "TEXT" } else { "INTEGER" };
            format!("{} {kind}", quoted(&column.name))
        });
        let declared = declared.collect::<Vec<_>>().join(", ");
        let places = vec!["?"; columns.len()].join(", ");
        let put = self.database.transaction().and_then(|change| {
            change.execute_batch(&format!("CREATE TABLE {} ({declared}) STRICT", quoted(name)))?;
            let mut insert = change.prepare(&format!("INSERT INTO {} VALUES ({places})", quoted(name)))?;
            for row in rows {
                insert.execute(params_from_iter(cells.iter().map(|column| value(column, row))))?;
            }
            drop(insert);
            change.commit()
        });
        put.map_err(|error| engine(&error))?;
        self.tables.push(name.to_owned());
        Ok(())
    }

    /// Looks at some of the runs, or at all, and works out views over them.
    ///
    /// # Errors
    /// If a view cannot be worked out.
    pub fn look<'a>(&self, views: impl IntoIterator<Item = &'a View>, part: Option<Part>) -> Result<(), Mistake> {
        let source = Source::new("the tables", "");
        let run = |sql: &str| self.database.execute_batch(sql).map_err(|error| self.told(&source, &error));
        run("PRAGMA query_only = OFF")?;
        self.forget().map_err(|error| self.told(&source, &error))?;
        if let Some(Part { groups, left_out }) = part {
            for name in self.tables.iter().map(|name| quoted(name)) {
                run(&format!(
                    "CREATE TEMP VIEW {name} AS SELECT * FROM main.{name} WHERE run % {groups} <> {left_out}"
                ))?;
            }
        }
        for view in views {
            let source = Source::new(format!("view `{}`", view.name), view.query.as_str());
            // Asked by itself first, so that a mistake is told at its own place.
            self.database.prepare(&view.query).map_err(|error| self.told(&source, &error))?;
            let sql = format!("CREATE TEMP TABLE {} AS {}", quoted(&view.name), view.query);
            self.database.execute_batch(&sql).map_err(|error| self.told(&source, &error))?;
        }
        run("PRAGMA query_only = ON")
    }

    /// Drops what an earlier look has left.
    fn forget(&self) -> rusqlite::Result<()> {
        let mut left =
            self.database.prepare("SELECT type, name FROM temp.sqlite_master WHERE type IN ('table', 'view')")?;
        let left = left.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        for (kind, name) in left.collect::<Result<Vec<_>, _>>()? {
            self.database.execute_batch(&format!("DROP {kind} temp.{}", quoted(&name)))?;
        }
        Ok(())
    }

    /// Asks a query, which can change nothing.
    ///
    /// # Errors
    /// If it is no query, or cannot be answered; the mistake points into its text.
    pub fn ask(&self, query: &Source) -> Result<Answer, Mistake> {
        let told = |error: Error| self.told(query, &error);
        let mut statement = self.database.prepare(&query.text).map_err(told)?;
        if statement.column_count() == 0 || !statement.readonly() {
            let help = "ask with `SELECT …`, or with `WITH … SELECT …`";
            let message = "this is no question: it would change the tables, or gives no rows";
            return Err(query.mistake(0..query.text.len(), message).help(Some(help.to_owned())));
        }
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let rows =
            statement.query_map([], |row| (0..columns.len()).map(|place| row.get_ref(place)?.try_into()).collect());
        let rows = rows.and_then(Iterator::collect).map_err(told)?;
        Ok(Answer { columns, rows })
    }

    /// What the engine has against a query, with the place it means.
    fn told(&self, query: &Source, error: &Error) -> Mistake {
        match error {
            Error::SqlInputError { msg, offset, .. } => {
                query.mistake(word(&query.text, usize::try_from(*offset).unwrap_or(0)), msg).help(self.meant(msg))
            }
            // The engine does not say where a table stands that is missing.
            Error::SqliteFailure(_, Some(message)) => {
                let at = missing(message).and_then(|(_, name)| query.text.find(name)).unwrap_or(0);
                query.mistake(word(&query.text, at), message).help(self.meant(message))
            }
            Error::MultipleStatement => query.mistake(0..query.text.len(), "these are several questions: ask one"),
            other => query.mistake(0..0, other.to_string()),
        }
    }

    /// "Did you mean": the table or column nearest to the one that is not there.
    fn meant(&self, message: &str) -> Option<String> {
        let (what, wrong) = missing(message)?;
        let known = match what {
            "table" => "SELECT name FROM main.sqlite_master UNION SELECT name FROM temp.sqlite_master",
            "column" => {
                "SELECT c.name FROM (SELECT name FROM main.sqlite_master UNION SELECT name FROM temp.sqlite_master) t,
                 pragma_table_info(t.name) c"
            }
            _ => return None,
        };
        let mut known = self.database.prepare(known).ok()?;
        let known: Vec<String> = known.query_map([], |row| row.get(0)).ok()?.collect::<Result<_, _>>().ok()?;
        // A column that another table has is no slip of the pen.
        let others = known.iter().map(String::as_str).filter(|name| *name != wrong);
        closest(wrong, others).map(|name| format!("did you mean `{name}`?"))
    }
}

impl TryFrom<ValueRef<'_>> for Cell {
    type Error = Error;

    fn try_from(value: ValueRef<'_>) -> Result<Self, Error> {
        Ok(match value {
            ValueRef::Null => Self::Empty,
            ValueRef::Integer(number) => Self::Whole(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(text) | ValueRef::Blob(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
        })
    }
}

/// One cell as the engine takes it.
fn value(column: &Cells, row: usize) -> ToSqlOutput<'_> {
    let value = match column {
        Cells::Whole(cells) => cells[row].map(ValueRef::Integer),
        Cells::Text(cells) => cells[row].as_ref().map(|text| ValueRef::Text(text.as_bytes())),
        Cells::Flag(cells) => cells[row].map(|flag| ValueRef::Integer(i64::from(flag))),
    };
    value.map_or(ToSqlOutput::Owned(Value::Null), ToSqlOutput::Borrowed)
}

/// What is not there, and its name: of "no such column: i.severty", `column` and `severty`.
fn missing(message: &str) -> Option<(&str, &str)> {
    let (what, name) = message.strip_prefix("no such ")?.split_once(": ")?;
    Some((what, name.rsplit('.').next()?))
}

/// The word at a byte.
fn word(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
    start..start + end
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A fault of the engine with tables of our own.
fn engine(error: &Error) -> EnsembleError {
    EnsembleError::Plan(format!("the tables cannot be asked: {error}"))
}
