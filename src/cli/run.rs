//! `run`: plays a crisis with every seat in the hands of its agent, and leaves a journal and the review.

use std::collections::BTreeMap;
use std::fs;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value as Json, json};

use crate::base::StateSet;
use crate::cli::agents::Agents;
use crate::cli::output::{Stop, say, say_json};
use crate::cli::report::{self, Form};
use crate::cli::{Answer, Format};
use crate::content::library;
use crate::session::{Chronicle, Game, Played};
use crate::sim::legal::Matter;
use crate::store::{JournalFile, StoreError, Sync, read};
use crate::words::Words;
use crate::words::events::Telling;
use crate::words::text::{hang, wrap};

/// How wide text is written.
const WIDTH: usize = 100;

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct Run {
    /// Path of a scenario, or the slug of one that travels with the program
    pub scenario: String,
    /// Seed of all chance: the same seed gives the same crisis
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub seed: u64,
    /// Folder for the journal and the review [default: runs/SCENARIO-SEED]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How to write the summary
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: Format,
    /// Who plays
    #[command(flatten)]
    pub agents: Agents,
}

pub(super) fn run(run: &Run) -> Result<Answer, Stop> {
    let book = library::find(&run.scenario)?;
    let mut game = Game::new(book.stage()?, &book.source, run.seed)?;
    let words = Words::english()?;
    run.agents.seat(&words, &mut game)?;
    let name = format!("{}-{}", game.scenario().id, run.seed);
    let folder = run.out.clone().unwrap_or_else(|| Path::new("runs").join(name));
    let (game, journal) = play(game, &words, &folder)?;
    let mut files = vec![journal];
    files.extend(report::write(&words, &game, &folder, Form::Both)?);
    match run.format {
        Format::Text => say(&summary(&game, &words, &files))?,
        Format::Json => say_json(&document(&game, &words, &files))?,
    }
    Ok(Answer::Yes)
}

/// Plays a game to its end into `journal.dmj` of a folder. The file takes its name only when it is whole.
fn play(game: Game, words: &Words, folder: &Path) -> Result<(Game, PathBuf), Stop> {
    let (path, draft) = (folder.join("journal.dmj"), folder.join("journal.dmj.part"));
    free(&path)?;
    match fs::remove_file(&draft) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Stop::System { deed: "remove", path: draft.display().to_string(), source: error });
        }
        _ => {}
    }
    let bar = progress(u64::from(game.scenario().turns), &words.say("run-progress"));
    let ledger = JournalFile::create(&draft, Sync::AtTheEnd)?;
    let mut chronicle = Chronicle::begin(game, ledger)?;
    while !chronicle.game.is_over() {
        chronicle.turn()?;
        bar.inc(1);
    }
    chronicle.finish()?;
    bar.finish_and_clear();
    let (game, ledger) = chronicle.into_parts();
    ledger.close()?;
    let renamed = fs::rename(&draft, &path);
    renamed.map_err(|source| Stop::System { deed: "rename", path: draft.display().to_string(), source })?;
    Ok((game, path))
}

/// A journal in the way may be replaced if agents alone made it: its seed makes it again. One that people played may not.
fn free(path: &Path) -> Result<(), Stop> {
    if !path.exists() {
        return Ok(());
    }
    let is_replaceable =
        read(path).is_ok_and(|kept| kept.journal.header.seats.iter().all(|seat| seat.person.is_none()));
    if is_replaceable { Ok(()) } else { Err(StoreError::Exists(path.to_owned()).into()) }
}

/// A bar on standard error; none where nobody watches.
pub(super) fn progress(length: u64, what: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(length);
    if let Ok(style) = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar.set_prefix(what.to_owned());
    bar
}

fn telling<'a>(game: &'a Game, words: &'a Words, played: &'a Played) -> Telling<'a> {
    Telling {
        words,
        rules: game.rulebook(),
        cast: &game.scenario().cast,
        scene: game.present(),
        orders: played.docket.orders(),
    }
}

/// The pair that stands highest after a turn, and its step.
fn highest(game: &Game, words: &Words, played: &Played, place: usize) -> (u8, String, Option<String>) {
    let telling = telling(game, words, played);
    let top =
        game.situation(place + 1).and_then(|after| after.ties.iter().rev().max_by_key(|tie| (tie.step, tie.tension)));
    let step = top.map_or(0, |tie| tie.step);
    let pair = top.filter(|tie| tie.step > 0);
    let pair = pair.map(|tie| telling.states(StateSet::of(tie.low).with(tie.high)));
    (step, telling.step(step).to_owned(), pair)
}

/// How many acts came to each verdict, in truth; measures in force are counted once, by the act that imposed them.
fn verdicts(game: &Game) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for ruling in game.played().iter().flat_map(|played| &played.record.rulings) {
        if !matches!(ruling.matter, Matter::Measure(_)) {
            *counts.entry(ruling.verdict.word()).or_default() += 1;
        }
    }
    counts
}

fn summary(game: &Game, words: &Words, files: &[PathBuf]) -> String {
    let scenario = game.scenario();
    let mut lines = wrap(
        &words.say_with(
            "run-head",
            &[
                ("title", scenario.title.as_str().into()),
                ("seed", game.seed().to_string().as_str().into()),
                ("states", scenario.opening.states.len().into()),
                ("turns", u32::from(scenario.turns).into()),
                ("span", u32::from(scenario.opening.span.0).into()),
            ],
        ),
        WIDTH,
    );
    if let Some(truth) = game.truth() {
        let told = [("id", truth.id.as_str().into()), ("text", truth.text.as_str().into())];
        lines.push(String::new());
        lines.extend(wrap(&words.say_with("run-truth", &told), WIDTH));
    }
    lines.push(String::new());
    for (place, played) in game.played().iter().enumerate() {
        let telling = telling(game, words, played);
        let (_, step, pair) = highest(game, words, played, place);
        let turn = words.say_with(
            "run-turn",
            &[
                ("turn", (place + 1).into()),
                ("day", telling.day(played.record.day).as_str().into()),
                ("headline", telling.headline(&played.record).as_str().into()),
            ],
        );
        let more = words.say_with(
            "run-turn-more",
            &[
                ("orders", played.docket.orders().len().into()),
                ("refused", played.docket.refusals().len().into()),
                ("step", step.as_str().into()),
                ("pair", pair.as_deref().unwrap_or("none").into()),
            ],
        );
        lines.extend(wrap(&turn, WIDTH));
        lines.extend(hang("    ", &more, 4, WIDTH));
    }
    lines.push(String::new());
    let counts = verdicts(game);
    let list: Vec<String> = counts
        .iter()
        .map(|(word, count)| {
            let verdict = words.say_with("verdict-within", &[("overall", (*word).into())]);
            words.say_with("run-verdict", &[("count", (*count).into()), ("verdict", verdict.as_str().into())])
        })
        .collect();
    let sum: usize = counts.values().sum();
    lines.push(if sum == 0 {
        words.say("run-verdicts-none")
    } else {
        words.say_with("run-verdicts", &[("count", sum.into()), ("list", list.join(", ").as_str().into())])
    });
    let (digest, rulebook) = (game.digest().short(), game.rulebook().digest.short());
    lines.push(
        words.say_with("run-digest", &[("digest", digest.as_str().into()), ("rulebook", rulebook.as_str().into())]),
    );
    for file in files {
        lines.push(words.say_with("run-written", &[("file", file.display().to_string().as_str().into())]));
    }
    lines.join("\n") + "\n"
}

fn document(game: &Game, words: &Words, files: &[PathBuf]) -> Json {
    let turns: Vec<Json> = game
        .played()
        .iter()
        .enumerate()
        .map(|(place, played)| {
            let (step, name, pair) = highest(game, words, played, place);
            json!({
                "turn": place + 1,
                "day": played.record.day.0 + 1,
                "headline": telling(game, words, played).headline(&played.record),
                "orders": played.docket.orders().len(),
                "refused": played.docket.refusals().len(),
                "events": played.record.events.len(),
                "highest_step": { "step": step, "name": name, "between": pair },
                "digest": played.record.digest,
            })
        })
        .collect();
    json!({
        "scenario": game.scenario().id,
        "title": game.scenario().title,
        "seed": game.seed(),
        "rulebook": game.rulebook().digest,
        "truth": game.truth().map(|truth| json!({ "id": truth.id, "text": truth.text })),
        "turns": turns,
        "verdicts": verdicts(game),
        "digest": game.digest(),
        "files": files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>(),
    })
}
