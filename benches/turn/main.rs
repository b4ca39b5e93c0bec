//! What a turn costs, and what of it is looking, judging, playing and the schedule itself.
//!
//! `cargo bench --bench turn`, or after `--` only some of `games`, `judging`, `growth` and `forks`. Everything is timed in rounds that take turns with each other; the least time counts.
//! Prints Markdown, which `.ci/full` puts into `docs/benchmarks.md`.

#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::unwrap_used,
    reason = "a benchmark prints and divides"
)]

mod worlds;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::mem;
use std::sync::Arc;
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::Instant;

use demarche::agents::{Agent, Temper, Utility};
use demarche::base::id::StateId;
use demarche::content::scenario::Staged;
use demarche::content::{library, tempers};
use demarche::law::score::Record;
use demarche::law::{Assessment, Packed};
use demarche::sim::docket::compile;
use demarche::sim::legal::{Chambers, Conduct, Sitting, Standpoint};
use demarche::sim::order::Order;
use demarche::sim::{Docket, Rulebook, Simulation, Situation};
use demarche::view::View;

/// Games a round, each with a seed of its own.
const GAMES: u64 = 40;
/// Rounds, of which the quickest counts.
const ROUNDS: usize = 7;

/// Least seconds of `rounds` runs of something.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
fn least(rounds: usize, mut run: impl FnMut()) -> f64 {
    (0..rounds)
        .map(|_| {
            let began = Instant::now();
            run();
            began.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

fn main() {
    // Cargo itself says `--bench`.
    let parts: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let known = ["games", "judging", "growth", "forks"];
    if let Some(odd) = parts.iter().find(|part| !known.contains(&part.as_str())) {
        panic!("there is no part `{odd}`: there are {}", known.join(", "));
    }
    let is_asked = |part: &str| parts.is_empty() || parts.iter().any(|asked| asked == part);
    let rules = library::embedded("dark-grid").unwrap().stage().unwrap().rulebook;
    if is_asked("games") {
        games();
    }
    if is_asked("judging") {
        judging(&rules);
    }
    if is_asked("growth") {
        growth(&rules);
    }
    if is_asked("forks") {
        forks();
    }
}

/// A crisis with everything that playing it needs, kept from game to game.
struct Crisis {
    staged: Staged,
    tempers: BTreeMap<String, Arc<Temper>>,
    sim: Simulation,
    scene: Situation,
    views: Vec<View>,
    /// Candidate moves judged in all games so far.
    weighed: usize,
}

/// Seconds for looking, for thinking and for playing.
type Spent = [f64; 3];

impl Crisis {
    fn new() -> Self {
        let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
        let scene = staged.scenario.open(0).situation;
        let sim = Simulation::new(staged.rulebook.clone(), &scene, 0);
        let seats = (0..scene.states.len()).map(StateId::at);
        let views = seats.map(|seat| View::of(&scene, &staged.rulebook, &staged.scenario, seat, None)).collect();
        Self { staged, tempers: tempers::embedded().unwrap(), sim, scene, views, weighed: 0 }
    }

    fn turns(&self) -> usize {
        usize::from(self.staged.scenario.turns)
    }

    /// Plays one game and shows every turn before it is played. Every seed is another game, so that nothing is known
    /// beforehand.
    fn play(&mut self, seed: u64, spent: &mut Spent, mut show: impl FnMut(&Situation, &Docket)) {
        let turns = self.turns();
        let Self { staged, tempers, sim, scene, views, weighed } = self;
        let (rules, scenario) = (&staged.rulebook, &staged.scenario);
        let hire = |(_, slug): &(StateId, String)| Utility::new(rules, tempers[slug].clone(), seed);
        let mut agents: Vec<Utility> = scenario.tempers.iter().map(hire).collect();
        sim.reset(&scenario.open(seed).situation, seed);
        for _ in 0..turns {
            spent[0] += least(1, || {
                sim.situation_into(scene);
                for view in &mut *views {
                    view.refresh(scene, scenario, None);
                }
            });
            let mut orders: Vec<Order> = Vec::new();
            spent[1] += least(1, || {
                for (agent, view) in agents.iter_mut().zip(&*views) {
                    orders.extend(agent.orders(view).iter().filter_map(|chosen| view.seal(&chosen.draft).ok()));
                }
            });
            *weighed += agents.iter().map(|agent| agent.weighed().count()).sum::<usize>();
            let mut docket = Docket::default();
            spent[2] += least(1, || {
                docket = compile(scene, rules, mem::take(&mut orders));
                sim.advance(black_box(&docket));
            });
            show(scene, &docket);
        }
    }
}

/// Whole games, agents included.
fn games() {
    let mut crisis = Crisis::new();
    let rounds: Vec<Spent> = (0..ROUNDS)
        .map(|_| {
            let mut spent = Spent::default();
            (0..GAMES).for_each(|seed| crisis.play(seed, &mut spent, |_, _| ()));
            spent
        })
        .collect();
    let total = |spent: &Spent| spent.iter().sum::<f64>();
    let best = rounds.iter().min_by(|one, other| total(one).total_cmp(&total(other))).unwrap();
    let played = GAMES as f64 * crisis.turns() as f64;
    let per_turn = |seconds: f64| seconds / played * 1e6;
    let candidates = crisis.weighed as f64 / ROUNDS as f64 / played;
    println!(
        "### A game of six states with an opinion on every candidate move (`dark-grid`, {GAMES} seeds, one core)\n"
    );
    println!("| part of a turn | µs |\n|---|---|");
    println!("| the situation, and six views of it | {:.1} |", per_turn(best[0]));
    println!("| six agents, {candidates:.0} candidate moves judged | {:.1} |", per_turn(best[1]));
    println!("| docket and adjudication, every order, operation and measure ruled on | {:.1} |", per_turn(best[2]));
    println!("| a turn | {:.1} |", per_turn(total(best)));
    println!("\nTurns a second: {:.0}.", played / total(best));
}

/// Every turn of the game of seed 7, before it was played.
fn game_of_seven() -> Vec<(Situation, Docket)> {
    let mut turns = Vec::new();
    Crisis::new().play(7, &mut Spent::default(), |scene, docket| turns.push((scene.clone(), docket.clone())));
    turns
}

/// Building the fact sheet and judging it, separately.
fn judging(rules: &Arc<Rulebook>) {
    let dockets = game_of_seven();
    let law = &rules.law;
    let acts: Vec<(&Situation, Conduct)> = dockets
        .iter()
        .flat_map(|(scene, docket)| {
            docket.orders().iter().map(move |order| (scene, Conduct::of_order(rules, order, scene.day)))
        })
        .collect();
    let mut scratch = Assessment::new(&law.corpus);
    let mut chambers = Chambers::new(rules);
    let asked = least(200, || {
        for (scene, conduct) in &acts {
            black_box(Sitting::new(scene, rules, &mut chambers).sheet(conduct, Standpoint::Seat));
        }
    });
    let sheets: Vec<_> = acts
        .iter()
        .map(|(scene, conduct)| Sitting::new(scene, rules, &mut chambers).sheet(conduct, Standpoint::Seat))
        .collect();
    let judged = least(200, || {
        for ((_, conduct), sheet) in acts.iter().zip(&sheets) {
            let packed = Packed::new(&law.corpus, sheet);
            let depth = demarche::law::assess::Depth::Cost;
            demarche::law::assess::assess(&law.corpus, law.reading, law.act(conduct.act), &packed, depth, &mut scratch);
            black_box(demarche::law::score::score(&law.corpus, sheet, &scratch, Record::default()));
        }
    });
    let each = |seconds: f64| seconds / acts.len() as f64 * 1e6;
    println!("\n### One candidate move ({} orders of that game)\n", acts.len());
    println!("| step | µs |\n|---|---|");
    println!("| fact sheet from a seat's knowledge | {:.2} |", each(asked));
    println!("| packing, 81 norms with all positions, score | {:.2} |", each(judged));
}

/// Turns of larger worlds with bounded ties, and the schedule's own share.
fn growth(rules: &Arc<Rulebook>) {
    println!("\n### Turns by size of the world (ten ties and three orders a state, rulings included)\n");
    println!("| states | a turn, µs | the same schedule with nothing to do, µs | share |\n|---|---|---|---|");
    let mut times = Vec::new();
    for states in [6, 50, 193] {
        let world = worlds::ring(rules, states);
        let docket = compile(&world, rules, worlds::orders(rules, &world));
        assert!(docket.refusals().is_empty(), "{:?}", docket.refusals().first());
        let (mut busy, mut idle) = (f64::INFINITY, f64::INFINITY);
        let mut sim = Simulation::new(rules.clone(), &world, 1);
        for _ in 0..200 {
            sim.reset(&world, 1);
            busy = busy.min(least(1, || sim.advance(&docket)));
            sim.reset(&world, 1);
            idle = idle.min(least(1, || sim.advance(&Docket::default())));
        }
        println!("| {states} | {:.1} | {:.1} | {:.0} % |", busy * 1e6, idle * 1e6, idle / busy * 100.0);
        times.push((f64::from(states), busy));
    }
    let exponent = |a: (f64, f64), b: (f64, f64)| (b.1 / a.1).ln() / (b.0 / a.0).ln();
    println!("\nGrowth exponent from 50 to 193 states: {:.2}.", exponent(times[1], times[2]));
}

/// Forking is copying rows.
fn forks() {
    let dockets = game_of_seven();
    let scene = &dockets[dockets.len() - 1].0;
    let size = scene.bytes();
    let source = vec![1_u8; size];
    let mut target = vec![0_u8; size];
    let mut copy = scene.clone();
    let (mut cloned, mut copied) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..2_000 {
        cloned = cloned.min(least(1, || {
            for _ in 0..20 {
                copy.clone_from(black_box(scene));
            }
        }));
        copied = copied.min(least(1, || {
            for _ in 0..20 {
                target.copy_from_slice(black_box(&source));
            }
            black_box(&target);
        }));
    }
    black_box(&copy);
    println!("\n### Forking the last situation of that game ({size} bytes)\n");
    println!("| what | µs |\n|---|---|");
    println!("| copy into a kept situation | {:.2} |", cloned / 20.0 * 1e6);
    println!("| copying as many bytes | {:.2} |", copied / 20.0 * 1e6);
    println!("| ratio | {:.2} |", cloned / copied);
}
