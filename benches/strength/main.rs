//! How well agents play, by what they play for.
//!
//! `cargo bench --bench strength [-- SEEDS [NODES]]`. Mirrored games: the same crisis, seed and seat, once played by one agent
//! and once by the other, while rule-based agents of the scenario's tempers play everybody else. Whoever leaves the seat with
//! more of what it plays for wins the pair. Prints Markdown. All but the last line is the same on every machine.

#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::unwrap_used,
    reason = "a benchmark prints and divides"
)]

#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::Instant;

use demarche::agents::{Agent, Manner, Planner, fortune, objective};
use demarche::base::id::StateId;
use demarche::content::{library, tempers};
use demarche::session::Game;
use demarche::view::View;
use rayon::prelude::*;

/// Seeds from which games are played, if nothing else is said: six seats each make almost four hundred pairs.
const SEEDS: u64 = 66;
/// Seeds start here, so that none is one that the agents were tuned on.
const FIRST: u64 = 20_000;

/// How often the pace is taken.
const ROUNDS: usize = 3;

/// What a seat is left with: what it plays for, and its wants alone.
#[derive(Clone, Copy)]
struct Left {
    objective: i32,
    fortune: i32,
}

fn play(slug: &str, seed: u64, seat: StateId, manner: Manner) -> Left {
    let book = library::embedded(slug).unwrap();
    let mut game = Game::new(book.stage().unwrap(), &book.source, seed).unwrap();
    game.play_by(seat, manner).unwrap();
    while !game.is_over() {
        game.adjudicate().unwrap();
    }
    let view = game.view(seat).unwrap();
    Left { objective: objective(&view), fortune: fortune(&view).get() }
}

/// Pairs won, lost and drawn, and the mean difference.
#[derive(Clone, Copy, Default)]
struct Tally {
    won: u32,
    lost: u32,
    drawn: u32,
    sum: i64,
}

impl Tally {
    fn add(mut self, one: i32, other: i32) -> Self {
        match one.cmp(&other) {
            std::cmp::Ordering::Greater => self.won += 1,
            std::cmp::Ordering::Less => self.lost += 1,
            std::cmp::Ordering::Equal => self.drawn += 1,
        }
        self.sum += i64::from(one - other);
        self
    }

    fn row(self, name: &str) {
        let pairs = f64::from(self.won + self.lost + self.drawn);
        let half = f64::from(self.drawn) / 2.0;
        let (low, high) = wilson(f64::from(self.won) + half, pairs);
        println!(
            "| {name} | {pairs} | {} | {} | {} | {:.1} % | {:.1}–{:.1} % | {:+.1} |",
            self.won,
            self.drawn,
            self.lost,
            (f64::from(self.won) + half) / pairs * 100.0,
            low * 100.0,
            high * 100.0,
            self.sum as f64 / pairs
        );
    }
}

/// Wilson's interval for a share, at 95 per cent.
fn wilson(won: f64, of: f64) -> (f64, f64) {
    let z = 1.959_964_f64;
    let (share, square) = (won / of, z * z);
    let centre = share + square / (2.0 * of);
    let margin = z * (share * (1.0 - share) / of + square / (4.0 * of * of)).sqrt();
    let scale = 1.0 + square / of;
    ((centre - margin) / scale, (centre + margin) / scale)
}

fn head(title: &str) {
    println!("\n### {title}\n");
    println!(
        "| by | pairs | won | drawn | lost | win share | 95 % | mean gain, thousandths |\n|---|---|---|---|---|---|---|---|"
    );
}

fn meet(slug: &str, seeds: u64, one: Manner, other: Manner) {
    let book = library::embedded(slug).unwrap();
    let staged = book.stage().unwrap();
    let seats = staged.scenario.opening.states.len();
    let pairs: Vec<(u64, usize)> =
        (0..seeds).flat_map(|seed| (0..seats).map(move |seat| (FIRST + seed, seat))).collect();
    let played: Vec<(usize, Left, Left)> = (pairs.par_iter())
        .map(|&(seed, seat)| {
            let place = StateId::at(seat);
            (seat, play(slug, seed, place, one), play(slug, seed, place, other))
        })
        .collect();
    head(&format!("`{one}` against `{other}` in `{slug}`, seeds {FIRST} to {}", FIRST + seeds - 1));
    let by = |value: fn(&Left) -> i32, at: Option<usize>| {
        let rows = played.iter().filter(|(seat, ..)| at.is_none_or(|at| at == *seat));
        rows.fold(Tally::default(), |tally, (_, one, other)| tally.add(value(one), value(other)))
    };
    by(|left| left.objective, None).row("what it plays for");
    by(|left| left.fortune, None).row("its wants alone");
    for seat in 0..seats {
        let name = &staged.scenario.cast.states[seat].name;
        by(|left| left.objective, Some(seat)).row(&format!("… {name}"));
    }
}

fn main() {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<u64>().ok());
    let seeds = numbers.next().unwrap_or(SEEDS);
    let planner = match numbers.next() {
        Some(nodes) => format!("planner:{nodes}").parse().unwrap(),
        None => "planner".parse().unwrap(),
    };
    meet("dark-grid", seeds, Manner::Utility, Manner::Random);
    meet("dark-grid", seeds, planner, Manner::Utility);
    meet("first-note", seeds, planner, Manner::Utility);
    pace(planner);
}

/// How fast a planner imagines: one decision of each seat on the first morning, over and over.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
fn pace(planner: Manner) {
    let Manner::Planner { nodes } = planner else { return };
    let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
    let (rules, scenario) = (&staged.rulebook, &staged.scenario);
    let tempers = tempers::embedded().unwrap();
    let typical: Vec<_> = tempers.values().cloned().collect();
    let opening = scenario.open(FIRST).situation;
    let (mut spent, mut seconds) = (0, 0.0);
    for _ in 0..ROUNDS {
        for (seat, slug) in &scenario.tempers {
            let view = View::of(&opening, rules, scenario, *seat, None);
            let mut agent = Planner::new(rules, tempers[slug].clone(), &typical, FIRST, nodes);
            let began = Instant::now();
            agent.orders(&view);
            seconds += began.elapsed().as_secs_f64();
            spent += agent.nodes_spent();
        }
    }
    let decisions = (ROUNDS * scenario.tempers.len()) as f64;
    println!(
        "\nNodes (imagined turns of six states, everybody's orders included) a second on one core: {:.0}; a decision takes {:.0} ms.",
        spent as f64 / seconds,
        seconds / decisions * 1000.0
    );
}
