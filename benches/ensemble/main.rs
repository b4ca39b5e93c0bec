//! What games by the thousand cost: how many are played in a second, what a second thread brings, and what beginning anew
//! takes from a game. What a live game holds in memory is counted by a test (`tests/it/allocation.rs`).
//!
//! `cargo bench --bench ensemble`, or after `--` only some of `games`, `threads` and `reset`. Prints Markdown, which
//! `.ci/full` puts into `docs/benchmarks.md`.

#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::unwrap_used,
    reason = "a benchmark prints and divides"
)]

use std::hint::black_box;
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::Instant;

use demarche::agents::Manner;
use demarche::content::atlas::World;
use demarche::content::library;
use demarche::content::mistake::Source;
use demarche::content::scenario::{Staged, stage};
use demarche::ensemble::{Plan, Player, explore};
use demarche::sim::{Docket, Simulation};

/// Turns of a made world: what the goals call a game.
const TURNS: u16 = 40;
/// Games of an ensemble whose threads are compared.
const RUNS: u32 = 640;
/// Pairs of ensembles, of which the median counts.
const PAIRS: usize = 7;

#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
fn seconds(run: impl FnOnce()) -> f64 {
    let began = Instant::now();
    run();
    began.elapsed().as_secs_f64()
}

fn dark_grid() -> Staged {
    library::embedded("dark-grid").unwrap().stage().unwrap()
}

/// A world of so many States, as `demarche new` makes it.
fn world(states: usize) -> Staged {
    let id = format!("world-{states}");
    let world = World { title: id.clone(), id: id.clone(), states, turns: TURNS, seed: 1 };
    stage(&Source::new(format!("{id}.ron"), world.text().unwrap()), None).unwrap()
}

fn main() {
    // Cargo itself says `--bench`.
    let parts: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let known: [(&str, fn()); 3] = [("games", games), ("threads", threads), ("reset", reset)];
    if let Some(odd) = parts.iter().find(|part| known.iter().all(|(name, _)| name != part)) {
        panic!("there is no part `{odd}`: there are {}", known.map(|(name, _)| name).join(", "));
    }
    for (name, run) in known {
        if parts.is_empty() || parts.iter().any(|part| part == name) {
            run();
        }
    }
}

/// Whole games of rule-based agents in a kept player, each with a seed of its own.
fn games() {
    println!("### Games of rule-based agents (one core)\n");
    println!(
        "| world | states | turns | games a second | a turn, µs | a state's turn, µs |\n|---|---|---|---|---|---|"
    );
    let mut paces = Vec::new();
    for (staged, count) in [(dark_grid(), 400), (world(50), 6), (world(193), 2)] {
        let mut player = Player::new(&staged, Manner::default()).unwrap();
        let scenario = &staged.scenario;
        let (states, turns) = (scenario.open(0).situation.states.len(), f64::from(scenario.turns));
        black_box(player.play(0));
        let each = (1..=3)
            .map(|round| {
                seconds(|| (0..count).for_each(|nth| drop(black_box(player.play(round * 1000 + nth))))) / count as f64
            })
            .fold(f64::INFINITY, f64::min);
        let turn = each / turns * 1e6;
        let rate = if each < 0.1 { format!("{:.0}", 1.0 / each) } else { format!("{:.2}", 1.0 / each) };
        println!("| `{}` | {states} | {turns} | {rate} | {turn:.0} | {:.1} |", scenario.id, turn / states as f64);
        paces.push((states as f64, turn));
    }
    let exponent = (paces[2].1 / paces[1].1).ln() / (paces[2].0 / paces[1].0).ln();
    println!("\nGrowth exponent of a turn from 50 to 193 states, agents and their views included: {exponent:.2}.");
}

/// The same ensemble on one thread and on two, by turns.
fn threads() {
    let plan = Plan::plain(vec![dark_grid()], RUNS, 1);
    let play = |jobs| seconds(|| drop(black_box(explore(&plan, None, jobs, &|_| ()).unwrap())));
    play(2);
    let mut pairs: Vec<f64> = (0..PAIRS).map(|_| play(1) / play(2) / 2.0).collect();
    pairs.sort_by(f64::total_cmp);
    let (median, best) = (pairs[PAIRS / 2], pairs[PAIRS - 1]);
    println!("\n### A second thread ({RUNS} games of `dark-grid`, tables included, {PAIRS} pairs)\n");
    println!("Efficiency of two threads: median {median:.2}, best {best:.2} (goal: at least 0.9).");
}

/// Beginning a game anew in a kept simulation against playing its turns.
fn reset() {
    let staged = dark_grid();
    let opening = staged.scenario.open(0).situation;
    let mut simulation = Simulation::new(staged.rulebook.clone(), &opening, 0);
    let (mut anew, mut played, mut idle) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
    let mut player = Player::new(&staged, Manner::default()).unwrap();
    let turns = f64::from(staged.scenario.turns);
    for seed in 0..200 {
        anew = anew.min(seconds(|| simulation.reset(black_box(&opening), seed)));
        idle = idle.min(seconds(|| (0..TURNS).for_each(|_| simulation.advance(&Docket::default()))));
        played = played.min(seconds(|| drop(black_box(player.play(seed)))));
    }
    let game = played / turns * f64::from(TURNS);
    println!("\n### Beginning anew in a kept world (`dark-grid`)\n");
    println!("| what | µs | share of a game of {TURNS} turns |\n|---|---|---|");
    println!("| reset | {:.1} | {:.2} % |", anew * 1e6, anew / game * 100.0);
    println!("| {TURNS} turns in which nobody acts | {:.0} | {:.1} % |", idle * 1e6, idle / game * 100.0);
    println!("| a game of {TURNS} turns, agents included | {:.0} | 100 % |", game * 1e6);
    println!(
        "\nGoal: reset at most 10 % of such a game; even of one in which nobody acts it is {:.1} %.",
        anew / idle * 100.0
    );
}
