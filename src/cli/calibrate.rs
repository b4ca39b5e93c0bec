//! `calibrate`: plays an ensemble, or takes one that has been played, and holds its figures against what is known.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value as Json, json};

use crate::cli::output::{Stop, read, say, say_json};
use crate::cli::run::progress;
use crate::cli::{Answer, Format};
use crate::content::library;
use crate::content::mistake::Source;
use crate::ensemble::archive::{self, Archive, Cell};
use crate::ensemble::calibrate::{Calibration, Figure, calibrate};
use crate::ensemble::targets::{Asked, Numbers, Ordered, Queries, embedded_targets, queries, read as targets_of};
use crate::ensemble::{Plan, explore, workers};
use crate::words::Words;

/// Arguments of `calibrate`.
#[derive(Debug, Args)]
pub struct Calibrate {
    /// File of targets: each with its band, and, where the program has no query for it, with its own as `query`
    /// [default: the targets that travel with the program]
    #[arg(long, value_name = "FILE")]
    pub targets: Option<PathBuf>,
    /// Paths of scenarios, or slugs of ones that travel with the program
    #[arg(long, num_args = 1.., value_name = "SCENARIO", default_values_t = ["dark-grid".to_owned()])]
    pub scenarios: Vec<String>,
    /// Games of each scenario
    #[arg(long, default_value_t = 30, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub runs: u32,
    /// Seed of the whole ensemble
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub seed: u64,
    /// Games played at the same time, and questions asked [default: one for each processor]
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Folder of tables that `explore` has left: nothing is played
    #[arg(long, value_name = "DIR", conflicts_with_all = ["scenarios", "runs", "seed"])]
    pub tables: Option<PathBuf>,
    /// How to write what it came to
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: Format,
}

/// Arguments of `query`.
#[derive(Debug, Args)]
pub struct Query {
    /// Folder of tables that `explore` has left
    #[arg(value_name = "DIR")]
    pub tables: PathBuf,
    /// A query in SQL over the tables of docs/tables.md and the views of docs/calibration.md; `-` reads it from standard input
    #[arg(value_name = "SQL")]
    pub query: String,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: Format,
}

pub(super) fn run(asked: &Calibrate) -> Result<Answer, Stop> {
    let file = match &asked.targets {
        Some(path) => read(&path.display().to_string())?,
        None => embedded_targets(),
    };
    let (targets, queries) = (targets_of(&file)?, queries()?);
    let words = Words::english()?;
    let text = text_of(&file, &queries);
    let jobs = asked.jobs.map_or(0, usize::from);
    let mut under: BTreeMap<String, Archive> = BTreeMap::new();
    let archive = match &asked.tables {
        Some(folder) => Archive::open(folder, Some(&text))?,
        None => {
            let mut plans = vec![(None, plan(asked)?)];
            for constraint in targets.order_constraints.iter().filter(|constraint| constraint.query.is_none()) {
                if let Some(Ordered::LowerThanUnder { lever, .. }) = queries.order_constraints.get(&constraint.id) {
                    plans.push((Some(constraint.id.clone()), plan(asked)?.under(lever)?));
                }
            }
            let games = plans.iter().map(|(_, plan)| plan.games()).sum();
            let bar = progress(games, &words.say("explore-progress"));
            let mut whole = None;
            for (name, plan) in plans {
                let folder = tempfile::tempdir();
                let folder = folder.map_err(|source| {
                    let path = "a folder for the tables".to_owned();
                    Stop::System { deed: "make", path, source }
                })?;
                explore(&plan, Some(folder.path()), jobs, &|games| bar.inc(games))?;
                let archive = Archive::open(folder.path(), Some(&text))?;
                match name {
                    Some(name) => drop(under.insert(name, archive)),
                    None => whole = Some(archive),
                }
            }
            bar.finish_and_clear();
            whole.expect("the games as they are come first")
        }
    };
    let found = workers(jobs)?.install(|| calibrate(&archive, &targets, &queries, &|name| under.get(name)))?;
    match asked.format {
        Format::Text => say(&text_for(&words, &found))?,
        Format::Json => say_json(&json!(found))?,
    }
    Ok(Answer::Yes)
}

pub(super) fn ask(asked: &Query) -> Result<Answer, Stop> {
    let query = match asked.query.as_str() {
        "-" => read("-")?,
        text => Source::new("query", text),
    };
    let views = queries()?.views;
    // Views name tables that the query does not.
    let named = views.iter().map(|view| view.query.as_str()).chain([&*query.text]).collect::<Vec<_>>().join("\n");
    let archive = Archive::open(&asked.tables, (!named.contains("sqlite_master")).then_some(&named))?;
    let reading = archive.reading(None)?;
    reading.look(&views, None)?;
    let answer = reading.ask(&query)?;
    match asked.format {
        Format::Text => say(&table(&answer))?,
        Format::Json => {
            let rows = answer.rows.iter().map(|row| {
                let cells = answer.columns.iter().cloned().zip(row.iter().map(json_of));
                Json::Object(cells.collect())
            });
            say_json(&Json::Array(rows.collect()))?;
        }
    }
    Ok(Answer::Yes)
}

fn plan(asked: &Calibrate) -> Result<Plan, Stop> {
    Ok(Plan::plain(library::staged(&asked.scenarios)?, asked.runs, asked.seed))
}

/// Everything that may name a table.
fn text_of(file: &Source, queries: &Queries) -> String {
    let targets = queries.targets.values().filter_map(|asked| match asked {
        Asked::Query(query) => Some(query.as_str()),
        Asked::NotExpressible(_) => None,
    });
    let constraints = queries.order_constraints.values().filter_map(|ordered| match ordered {
        Ordered::Query(query) | Ordered::LowerThanUnder { query, .. } => Some(query.as_str()),
        Ordered::NotExpressible(_) => None,
    });
    let views = queries.views.iter().map(|view| view.query.as_str());
    views.chain(targets).chain(constraints).chain([&*file.text]).collect::<Vec<_>>().join("\n")
}

fn text_for(words: &Words, found: &Calibration) -> String {
    let mut lines = Vec::new();
    let mut group = "";
    for figure in &found.targets {
        if figure.group != group {
            group = &figure.group;
            lines.push(group.to_owned());
        }
        lines.push(format!("  {}", line(words, figure)));
    }
    lines.push(String::new());
    for sign in &found.order_constraints {
        let told = mark(words, sign.pass);
        let why = match (&sign.reason, sign.figures) {
            (Some(why), _) => format!(": {why}"),
            (None, Some((here, there))) => format!(": {here} < {there}?"),
            (None, None) => String::new(),
        };
        lines.push(format!("{told}  {}{why}", sign.id));
    }
    let tally = &found.summary;
    let share = tally.weighted_share.map_or_else(|| "-".to_owned(), |share| format!("{:.1}", share * 100.0));
    lines.push(words.say_with(
        "calibrate-sum",
        &[
            ("expressible", tally.expressible.into()),
            ("targets", tally.targets.into()),
            ("figures", tally.with_figure.into()),
            ("inside", tally.solid_inside.into()),
            ("solid", tally.solid.into()),
            ("weighted", (&share).into()),
            ("hold", tally.constraints_hold.into()),
            ("constraints", tally.constraints.into()),
        ],
    ));
    lines.join("\n") + "\n"
}

fn mark(words: &Words, pass: Option<bool>) -> String {
    words.say(match pass {
        Some(true) => "calibrate-inside",
        Some(false) => "calibrate-outside",
        None => "calibrate-unsaid",
    })
}

fn line(words: &Words, figure: &Figure) -> String {
    let told = mark(words, figure.pass);
    let (low, high) = (short(&figure.low), short(&figure.high));
    let band = [("low", (&low).into()), ("high", (&high).into()), ("solidity", (&figure.solidity).into())];
    let band = words.say_with("calibrate-band", &band);
    match (&figure.value, &figure.spread, &figure.reason) {
        (Some(value), Some(spread), _) => {
            let spread: Vec<String> = spread.iter().map(|(low, high)| format!("{low} to {high}")).collect();
            format!("{told}  {}: {} ({}); {band}", figure.id, short(value), spread.join(", "))
        }
        (_, _, why) => format!("{told}  {}: {}; {band}", figure.id, why.as_deref().unwrap_or_default()),
    }
}

fn short(numbers: &Numbers) -> String {
    numbers.all().iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
}

fn json_of(cell: &Cell) -> Json {
    match cell {
        Cell::Empty => Json::Null,
        Cell::Whole(number) => json!(number),
        Cell::Real(number) => json!(number),
        Cell::Text(text) => json!(text),
    }
}

/// An answer in columns.
fn table(answer: &archive::Answer) -> String {
    let cell = |cell: &Cell| match json_of(cell) {
        Json::Null => String::new(),
        Json::String(text) => text,
        other => other.to_string(),
    };
    let mut rows = vec![answer.columns.clone()];
    rows.extend(answer.rows.iter().map(|row| row.iter().map(cell).collect()));
    let width = |place: usize| rows.iter().map(|row: &Vec<String>| row[place].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..answer.columns.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
