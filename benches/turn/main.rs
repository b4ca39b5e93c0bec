//! What a turn costs, and what of it is looking, judging, playing and the schedule itself.
//!
//! `cargo bench --bench turn`. Everything is timed in rounds that take turns with each other; the least time counts.
//! Prints Markdown, which `.ci/full` puts into `docs/benchmarks.md`.

#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::unwrap_used,
    reason = "a benchmark prints and divides"
)]

mod worlds;

use std::hint::black_box;
use std::mem;
use std::sync::Arc;
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::Instant;

use demarche::agents::{Agent, Utility};
use demarche::base::id::StateId;
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
    let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
    let (rules, scenario) = (staged.rulebook.clone(), staged.scenario.clone());
    let seats: Vec<StateId> = (0..scenario.open(0).situation.states.len()).map(StateId::at).collect();
    let tempers = tempers::embedded().unwrap();
    let hire = |seed| -> Vec<Utility> {
        scenario.tempers.iter().map(|(_, slug)| Utility::new(&rules, tempers[slug].clone(), seed)).collect()
    };
    let mut scene = scenario.open(0).situation;
    let mut sim = Simulation::new(rules.clone(), &scene, 0);
    let mut views: Vec<View> = seats.iter().map(|seat| View::of(&scene, &rules, &scenario, *seat, None)).collect();
    let turns = usize::from(scenario.turns);
    let (mut dockets, mut weighed): (Vec<(Situation, Docket)>, usize) = (Vec::new(), 0);
    // Every game is another one, so that nothing is known beforehand.
    let mut play = |seed: u64, spent: &mut [f64; 3]| {
        let opening = scenario.open(seed).situation;
        let mut agents = hire(seed);
        sim.reset(&opening, seed);
        for _ in 0..turns {
            spent[0] += least(1, || {
                sim.situation_into(&mut scene);
                for view in &mut views {
                    view.refresh(&scene, &scenario, None);
                }
            });
            let mut orders: Vec<Order> = Vec::new();
            spent[1] += least(1, || {
                for (agent, view) in agents.iter_mut().zip(&views) {
                    orders.extend(agent.orders(view).iter().filter_map(|chosen| view.seal(&chosen.draft).ok()));
                }
            });
            weighed += agents.iter().map(|agent| agent.weighed().count()).sum::<usize>();
            let mut docket = Docket::default();
            spent[2] += least(1, || {
                docket = compile(&scene, &rules, mem::take(&mut orders));
                sim.advance(black_box(&docket));
            });
            if seed == 7 {
                dockets.push((scene.clone(), docket));
            }
        }
    };
    let rounds: Vec<[f64; 3]> = (0..ROUNDS)
        .map(|_| {
            let mut spent = [0.0; 3];
            (0..GAMES).for_each(|seed| play(seed, &mut spent));
            spent
        })
        .collect();
    let total = |spent: &[f64; 3]| spent.iter().sum::<f64>();
    let best = rounds.iter().min_by(|one, other| total(one).total_cmp(&total(other))).unwrap();
    let played = GAMES as f64 * turns as f64;
    let per_turn = |seconds: f64| seconds / played * 1e6;
    let candidates = weighed as f64 / ROUNDS as f64 / played;
    println!(
        "### A game of six states with an opinion on every candidate move (`dark-grid`, {GAMES} seeds, one core)\n"
    );
    println!("| part of a turn | µs |\n|---|---|");
    println!("| the situation, and six views of it | {:.1} |", per_turn(best[0]));
    println!("| six agents, {candidates:.0} candidate moves judged | {:.1} |", per_turn(best[1]));
    println!("| docket and adjudication, every order, operation and measure ruled on | {:.1} |", per_turn(best[2]));
    println!("| a turn | {:.1} |", per_turn(total(best)));
    println!("\nTurns a second: {:.0}.", played / total(best));

    dockets.truncate(turns);
    judging(&rules, &dockets);
    growth(&rules);
    forks(&dockets);
}

/// Building the fact sheet and judging it, separately.
fn judging(rules: &Arc<Rulebook>, dockets: &[(Situation, Docket)]) {
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
fn forks(dockets: &[(Situation, Docket)]) {
    let scene = &dockets[dockets.len() - 1].0;
    let size = worlds::bytes(scene);
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
