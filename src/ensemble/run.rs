//! Plays an ensemble batch by batch, in parallel, and leaves it on disk so that it can be stopped and gone on with.
//!
//! A folder holds `ensemble.json` (what is played), then `parts/NNNN-TABLE.parquet` for every finished batch, and at the end
//! `TABLE.parquet`, when the parts are gone. A batch is finished when its part of the games is there, for that is written
//! last; likewise the whole. What the files hold hangs on the plan alone, not on workers or interruptions.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value as Json;

use crate::ensemble::column::{Cells, Column};
use crate::ensemble::error::EnsembleError;
use crate::ensemble::file::{self, TableFile};
use crate::ensemble::lever::{Arm, Lever};
use crate::ensemble::plan::{Batch, Plan};
use crate::ensemble::player::Player;
use crate::ensemble::scribe::{self, Desk};
use crate::ensemble::table::{Row, columns_of, rows_of};
use crate::ensemble::tables::{Game, Rows, Sheet, Turn, declared};
use crate::ensemble::vary::{Vary, adjusted};

/// Rows in a group of a finished file, about: as many parts as make at least so many.
const GROUP: usize = 1 << 16;

/// What an ensemble came to, as far as its summary needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// Games, by scenario and run.
    pub games: Vec<Game>,
    /// Turns, by scenario, run and turn.
    pub turns: Vec<Turn>,
    /// The values of the numbers that vary: for each number, one for each run.
    pub drawn: Vec<Vec<i64>>,
    /// The tables on disk, if there are any.
    pub files: Vec<PathBuf>,
}

/// Plays an ensemble, or what is left of it, and puts its tables into a folder. `watch` is told of every game that is done
/// or was done before.
///
/// # Errors
/// If the plan makes no ensemble, or the folder refuses or holds another one.
pub fn explore(
    plan: &Plan,
    folder: Option<&Path>,
    jobs: usize,
    watch: &(dyn Fn(u64) + Sync),
) -> Result<Played, EnsembleError> {
    let drawn = draws(plan)?;
    let Some(folder) = folder else {
        let rows = play(plan, &plan.batches(), None, jobs, watch)?;
        return Ok(Played { games: rows.games, turns: rows.turns, drawn, files: Vec::new() });
    };
    settle(plan, folder)?;
    if folder.join("games.parquet").exists() {
        watch(plan.games());
    } else {
        play(plan, &plan.batches(), Some(folder), jobs, watch)?;
        merge(plan, folder)?;
    }
    clear(folder)?;
    let files = declared().into_iter().map(|(name, ..)| folder.join(format!("{name}.parquet"))).collect();
    Ok(Played { games: rows(plan, folder)?, turns: rows(plan, folder)?, drawn, files })
}

/// Threads for so many games at a time; none is one for each processor.
///
/// # Errors
/// If the system gives none.
pub fn workers(jobs: usize) -> Result<rayon::ThreadPool, EnsembleError> {
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(EnsembleError::Workers)
}

/// Plays batches; finished ones are left alone. Returns the rows of games and turns if there is no folder for them.
///
/// # Errors
/// As [`explore`].
pub fn play(
    plan: &Plan,
    batches: &[Batch],
    folder: Option<&Path>,
    jobs: usize,
    watch: &(dyn Fn(u64) + Sync),
) -> Result<Rows, EnsembleError> {
    let drawn = draws(plan)?;
    let workers = workers(jobs)?;
    let batch = |kept: &mut Option<Kept>, batch: &Batch| {
        if folder.is_some_and(|folder| part(folder, *batch, Game::NAME).exists()) {
            watch(u64::from(batch.games()));
            return Ok(Rows::default());
        }
        let rows = played(plan, *batch, &drawn, kept, watch)?;
        let Some(folder) = folder else {
            return Ok(Rows { games: rows.games, turns: rows.turns, ..Rows::default() });
        };
        for sheet in sheets(plan, *batch, &rows, &drawn).iter().rev() {
            file::write(&part(folder, *batch, sheet.name), &sheet.columns, &sheet.cells)?;
        }
        Ok(Rows::default())
    };
    let all = workers.install(|| {
        let all = batches.par_iter().with_max_len(1).map_init(|| None, batch);
        all.collect::<Result<Vec<Rows>, EnsembleError>>()
    })?;
    let mut rows = Rows::default();
    for more in all {
        rows.append(more);
    }
    Ok(rows)
}

/// What a worker keeps from one game to the next.
struct Kept {
    scenario: usize,
    player: Player,
    desk: Desk,
}

/// Plays one batch.
fn played(
    plan: &Plan,
    batch: Batch,
    drawn: &[Vec<i64>],
    kept: &mut Option<Kept>,
    watch: &(dyn Fn(u64) + Sync),
) -> Result<Rows, EnsembleError> {
    let staged = &plan.arms[batch.scenario].staged;
    let mut rows = Rows::default();
    for run in batch.first..=batch.last {
        // Under numbers of its own a game needs a player of its own.
        let fits = plan.vary.is_empty() && kept.as_ref().is_some_and(|kept| kept.scenario == batch.scenario);
        if !fits {
            let values: Vec<i64> = drawn.iter().map(|values| values[run as usize - 1]).collect();
            let staged = adjusted(staged, &plan.vary, &values)?;
            let desk = Desk::new(&staged.rulebook);
            *kept = Some(Kept { scenario: batch.scenario, player: Player::new(&staged, plan.agents)?, desk });
        }
        if let Some(Kept { player, desk, .. }) = kept {
            let game = player.play(plan.game_seed(run));
            let staged = player.staged();
            rows.append(scribe::write(desk, &staged.rulebook, &staged.scenario, run, &game));
        }
        watch(1);
    }
    Ok(rows)
}

/// The values of all numbers that vary, and whether the model can have them.
fn draws(plan: &Plan) -> Result<Vec<Vec<i64>>, EnsembleError> {
    plan.check()?;
    for Arm { staged, .. } in &plan.arms {
        for end in [|low: i32, _: i32| i64::from(low), |_: i32, high: i32| i64::from(high)] {
            let values: Vec<i64> = plan.vary.iter().map(|vary| end(vary.low, vary.high)).collect();
            adjusted(staged, &plan.vary, &values)?;
        }
    }
    Ok(plan.vary.iter().enumerate().map(|(nth, vary)| vary.draw(plan.seed, nth, plan.runs)).collect())
}

/// A batch's tables; the games have a column for each lever and for each number that varies.
fn sheets(plan: &Plan, batch: Batch, rows: &Rows, drawn: &[Vec<i64>]) -> Vec<Sheet> {
    let mut sheets = rows.tables();
    if let Some(games) = sheets.first_mut() {
        for (lever, level) in plan.levers.iter().zip(&plan.arms[batch.scenario].levels) {
            games.columns.push(lever.column());
            games.cells.push(Cells::Text(vec![Some(level.clone()); batch.games() as usize]));
        }
        for (vary, values) in plan.vary.iter().zip(drawn) {
            let values = &values[batch.first as usize - 1..batch.last as usize];
            games.columns.push(vary.column());
            games.cells.push(Cells::Whole(values.iter().map(|value| Some(*value)).collect()));
        }
    }
    sheets
}

/// A table's columns in the files of a plan.
fn columns(plan: &Plan, name: &str, mut columns: Vec<Column>) -> Vec<Column> {
    if name == Game::NAME {
        columns.extend(plan.levers.iter().map(Lever::column).chain(plan.vary.iter().map(Vary::column)));
    }
    columns
}

fn part(folder: &Path, batch: Batch, table: &str) -> PathBuf {
    folder.join("parts").join(format!("{:06}-{table}.parquet", batch.place + 1))
}

/// Makes a folder this plan's, or sees that it is.
///
/// # Errors
/// If it cannot be written, or belongs to another plan.
pub fn settle(plan: &Plan, folder: &Path) -> Result<(), EnsembleError> {
    let parts = folder.join("parts");
    fs::create_dir_all(&parts).map_err(EnsembleError::disk("make", &parts))?;
    let (path, mine) = (folder.join("ensemble.json"), plan.manifest());
    if path.exists() {
        let text = fs::read_to_string(&path).map_err(EnsembleError::disk("read", &path))?;
        let theirs = serde_json::from_str::<Json>(&text).unwrap_or_default();
        let mut keys = ["format", "program", "scenarios", "seed", "runs", "batch", "levers", "vary"].into_iter();
        return match keys.find(|key| theirs[*key] != mine[*key]) {
            None => Ok(()),
            Some(key) => Err(EnsembleError::Taken { path: folder.to_owned(), what: difference(key, &theirs, &mine) }),
        };
    }
    let draft = folder.join("ensemble.json.part");
    fs::write(&draft, format!("{mine:#}\n")).map_err(EnsembleError::disk("write", &draft))?;
    fs::rename(&draft, &path).map_err(EnsembleError::disk("rename", &draft))
}

fn difference(key: &str, theirs: &Json, mine: &Json) -> String {
    match key {
        "seed" | "runs" => format!("its {key} is {}, and {} is asked for", theirs[key], mine[key]),
        "scenarios" => "its scenarios or their rules are others".to_owned(),
        "levers" => "other choices are compared in it".to_owned(),
        "vary" => "other numbers vary in it".to_owned(),
        _ => "it was made by another version of the program".to_owned(),
    }
}

/// Puts the parts together, the games last.
fn merge(plan: &Plan, folder: &Path) -> Result<(), EnsembleError> {
    for (name, _, declared) in declared().into_iter().rev() {
        let columns = columns(plan, name, declared);
        let none = || columns.iter().map(|column| Cells::none(column.kind)).collect::<Vec<_>>();
        let mut whole = TableFile::create(&folder.join(format!("{name}.parquet")), &columns)?;
        let mut gathered = none();
        for batch in plan.batches() {
            for (cells, more) in gathered.iter_mut().zip(file::read(&part(folder, batch, name), &columns)?) {
                cells.append(more);
            }
            if gathered.first().is_some_and(|cells| cells.len() >= GROUP) {
                whole.add(&gathered)?;
                gathered = none();
            }
        }
        if gathered.first().is_some_and(|cells| !cells.is_empty()) {
            whole.add(&gathered)?;
        }
        whole.close()?;
    }
    Ok(())
}

/// Removes the parts of a finished ensemble.
fn clear(folder: &Path) -> Result<(), EnsembleError> {
    let parts = folder.join("parts");
    if !parts.exists() {
        return Ok(());
    }
    fs::remove_dir_all(&parts).map_err(EnsembleError::disk("remove", &parts))
}

/// Reads the rows of a finished table.
fn rows<R: Row>(plan: &Plan, folder: &Path) -> Result<Vec<R>, EnsembleError> {
    let path = folder.join(format!("{}.parquet", R::NAME));
    let cells = file::read(&path, &columns(plan, R::NAME, R::columns()))?;
    let why = || "its columns are others".to_owned();
    rows_of(&cells).ok_or_else(|| EnsembleError::Table { path, why: why() })
}

/// Reads a table of any ensemble, as far as it has this program's columns alone.
///
/// # Errors
/// If the file cannot be read, or has other columns.
pub fn read<R: Row>(path: &Path) -> Result<Vec<R>, EnsembleError> {
    let cells = file::read(path, &R::columns())?;
    rows_of(&cells).ok_or_else(|| EnsembleError::Table { path: path.to_owned(), why: "it has no columns".to_owned() })
}

/// Writes rows as a table of their own.
///
/// # Errors
/// If the file cannot be written.
pub fn write<R: Row>(path: &Path, rows: &[R]) -> Result<(), EnsembleError> {
    file::write(path, &R::columns(), &columns_of(rows))
}
