//! `play`: one seat of a crisis in this terminal; the others are played by agents.
//!
//! Without a terminal nobody can sit, so the seat's agent plays it and the crisis is told as it goes. The pieces that ask
//! are in `seat` (a turn) and `draft` (one act); what is read stands in `words::seat`.

mod draft;
mod seat;

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::base::id::StateId;
use crate::cli::Answer;
use crate::cli::agents::Agents;
use crate::cli::host;
use crate::cli::output::{Stop, note, say};
use crate::content::library;
use crate::law::flaw::closest;
use crate::report::History;
use crate::session::{Chronicle, Game, Ledger};
use crate::sim::scenario::Scenario;
use crate::store::{JournalFile, Sync};
use crate::words::text::{capitalised, wrap};
use crate::words::{Telling, Words};

/// Sit in one seat of a crisis, in this terminal.
#[derive(Debug, Args)]
pub struct Play {
    /// Slug of a scenario that travels with the program, or the path of one
    scenario: String,
    /// The State to play, by name or code; the scenario's own choice if left out
    #[arg(long, value_name = "STATE")]
    seat: Option<String>,
    /// Seed of all chance, and of the hidden truth
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    /// Folder of the journal; a new one under runs/ if left out
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    agents: Agents,
}

/// The crisis that is played when nothing is asked for.
const TUTORIAL: &str = "first-note";
const SEED: u64 = 7;
/// Columns of what is told at length.
const WIDTH: usize = 100;

/// Plays the tutorial: from a terminal in a browser with somebody in the seat, elsewhere by agents and without leaving files.
pub(super) fn tutorial() -> Result<Answer, Stop> {
    if io::stdin().is_terminal() {
        return host::tutorial();
    }
    let (words, game, seat, _) = open(TUTORIAL, None, SEED)?;
    let mut chronicle = Chronicle::begin(game, Vec::new())?;
    watch(&words, &mut chronicle, seat)?;
    Ok(Answer::Yes)
}

pub(super) fn run(play: &Play) -> Result<Answer, Stop> {
    let (words, mut game, seat, book) = open(&play.scenario, play.seat.as_deref(), play.seed)?;
    let folder = play.out.clone().unwrap_or_else(|| unused(&game.scenario().id, play.seed));
    play.agents.seat(&words, &mut game)?;
    let path = folder.join("journal.dmj");
    let somebody = io::stdin().is_terminal();
    if somebody {
        game.sit(seat, "p1")?;
    }
    let mut chronicle = Chronicle::begin(game, JournalFile::create(&path, Sync::EveryLine)?)?;
    if somebody {
        seat::play(&words, &mut chronicle, seat, &book)?;
    } else {
        watch(&words, &mut chronicle, seat)?;
    }
    let path = path.display().to_string();
    let kept = words.say_with("play-journal", &[("path", (&path).into())]);
    let review = words.say_with("play-review", &[("path", (&path).into())]);
    say(&format!("\n{kept}\n{review}\n"))?;
    Ok(Answer::Yes)
}

fn open(scenario: &str, seat: Option<&str>, seed: u64) -> Result<(Words, Game, StateId, library::Book), Stop> {
    let words = Words::english()?;
    let book = library::find(scenario)?;
    let staged = book.stage()?;
    let seat = match seat {
        Some(name) => find(&words, &staged.scenario, name)?,
        None => staged.scenario.solo,
    };
    let game = Game::new(staged, &book.source, seed)?;
    Ok((words, game, seat, book))
}

/// The seat with a name or code.
pub(super) fn find(words: &Words, scenario: &Scenario, asked: &str) -> Result<StateId, Stop> {
    let states = &scenario.cast.states;
    let same = |name: &str| name.eq_ignore_ascii_case(asked);
    if let Some(place) = states.iter().position(|state| same(&state.name) || same(&state.code)) {
        return Ok(StateId::at(place));
    }
    let names: Vec<String> = states.iter().map(|state| state.name.clone()).collect();
    let none = words.say_with("no-seat", &[("seat", asked.into())]);
    let help = match closest(asked, names.iter().map(String::as_str)) {
        Some(near) => words.say_with("no-seat-near", &[("near", near.into())]),
        None => words.say_with("no-seat-help", &[("seats", (&words.list("list-and", &names)).into())]),
    };
    Err(Stop::Seat(format!("{none}: {help}")))
}

/// A folder under `runs/` in which there is no journal yet.
fn unused(scenario: &str, seed: u64) -> PathBuf {
    let folder = Path::new("runs").join(format!("{scenario}-{seed}"));
    let numbered = (2..).map(|nth: u32| Path::new("runs").join(format!("{scenario}-{seed}-{nth}")));
    let mut folders = std::iter::once(folder.clone()).chain(numbered);
    folders.find(|folder| !folder.join("journal.dmj").exists()).unwrap_or(folder)
}

/// Says text at length, wrapped; lines that are indented stay so.
pub(super) fn told(text: &str) -> Result<(), Stop> {
    let mut out = String::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.trim().is_empty() {
            out.push('\n');
        }
        for (nth, part) in wrap(line, WIDTH - indent).into_iter().enumerate() {
            let hang = if nth > 0 && indent > 0 { indent + 2 } else { indent };
            out.push_str(&format!("{:hang$}{part}\n", ""));
        }
    }
    say(&out)
}

/// A crisis in which every seat is played by its agent, told turn by turn in headlines and deeds.
fn watch<L: Ledger>(words: &Words, chronicle: &mut Chronicle<L>, seat: StateId) -> Result<(), Stop>
where
    Stop: From<L::Fault>,
{
    let scenario = chronicle.game.scenario().clone();
    title(words, &scenario)?;
    let name = scenario.cast.states.get(seat.index()).map(|state| state.name.clone()).unwrap_or_default();
    note(&(words.say_with("play-no-terminal", &[("state", (&name).into())]) + "\n"))?;
    say(&format!("{}\n", words.say("play-seats")))?;
    while !chronicle.game.is_over() {
        chronicle.turn()?;
        let (game, cast) = (&chronicle.game, &scenario.cast);
        let Some(played) = game.played().last() else { break };
        let rules = game.rulebook();
        let telling = Telling { words, rules, cast, scene: game.present(), orders: played.docket.orders() };
        let turn = words.say_with("turn-of", &[("turn", game.played().len().into())]);
        let (turn, day) = (capitalised(&turn), telling.day(played.record.day));
        let headline = telling.headline(&played.record);
        let args = [("turn", (&turn).into()), ("day", (&day).into()), ("headline", (&headline).into())];
        let mut text = format!("\n{}\n", words.say_with("play-turn", &args));
        for order in played.docket.orders() {
            text += &format!("  {}\n", telling.order(order));
        }
        for refused in played.docket.refusals() {
            text += &format!("  {}\n", telling.refused(refused));
        }
        told(&text)?;
    }
    ended(words, &chronicle.game)
}

fn title(words: &Words, scenario: &Scenario) -> Result<(), Stop> {
    let args = [("title", (&scenario.title).into()), ("turns", u32::from(scenario.turns).into())];
    say(&format!("{}\n", words.say_with("play-title", &args)))
}

/// The last words of a game: what the papers printed, and what was so.
fn ended(words: &Words, game: &Game) -> Result<(), Stop> {
    let history = History::of(game);
    let cast = &history.scenario.cast;
    let mut text = String::from("\n");
    if let Some(played) = history.turns.last() {
        let orders = played.docket.orders();
        let telling = Telling { words, rules: &history.rules, cast, scene: history.end(), orders };
        let headline = telling.headline(&played.record) + ".";
        text += &format!("{}\n", words.say_with("play-over", &[("headline", (&headline).into())]));
    }
    if let Some(truth) = game.truth() {
        text += &format!("{}\n", words.say_with("play-truth", &[("truth", (&truth.text).into())]));
    }
    told(&text)
}
