//! Reviews of whole games: the tutorial as a golden record, and six states at odds.

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::agents::{Agent, Temper, Utility};
use crate::base::id::{AssetId, IncidentId, MeasureId, StateId};
use crate::content::{assets, library};
use crate::law::Overall;
use crate::report::page::Block;
use crate::sim::docket::compile;
use crate::sim::operations::Basis;
use crate::sim::order::{Act, Answer, FollowUp, Order, Publicity, Terms};
use crate::sim::polity::Sector;
use crate::sim::rulebook::Rulebook;
use crate::sim::{Docket, Simulation, TurnRecord};
use crate::view::{Past, View};

fn agents(rules: &Arc<Rulebook>, scenario: &crate::sim::scenario::Scenario, seed: u64) -> Vec<(StateId, Utility)> {
    let temper = |slug: &str| -> Arc<Temper> {
        let file =
            assets::below("agents").into_iter().find(|file| file.name.ends_with(&format!("/{slug}.ron"))).unwrap();
        Arc::new(file.ron().unwrap())
    };
    scenario.tempers.iter().map(|(state, slug)| (*state, Utility::new(rules, temper(slug), seed))).collect()
}

/// A game in which every seat is an agent's.
fn played(slug: &str, seed: u64) -> History {
    let staged = library::embedded(slug).unwrap().stage().unwrap();
    let (rules, scenario) = (staged.rulebook, staged.scenario);
    let mut agents = agents(&rules, &scenario, seed);
    let mut sim = Simulation::new(rules.clone(), &scenario.open(seed).situation, seed);
    let (mut sealed, mut remarks) = (Vec::new(), Vec::new());
    let mut past: Option<(Docket, TurnRecord)> = None;
    for _ in 0..scenario.turns {
        let situation = sim.situation();
        let mut orders = Vec::new();
        for (seat, agent) in &mut agents {
            let last = past.as_ref().map(|(docket, record)| Past { docket, events: &record.events });
            let view = View::of(&situation, &rules, &scenario, *seat, last);
            for chosen in agent.orders(&view) {
                let order = view.seal(&chosen.draft).unwrap();
                remarks.push(Remark { turn: situation.turn, order, reason: chosen.reason.to_string() });
                orders.push(order);
            }
        }
        let docket = compile(&situation, &rules, orders.clone());
        let record = sim.adjudicate(&docket);
        sealed.push(orders);
        past = Some((docket, record));
    }
    History::replay(rules, (*scenario).clone(), seed, sealed, remarks)
}

#[test]
fn show() {
    let words = Words::english().unwrap();
    for (slug, seed) in [("first-note", 7), ("dark-grid", 7), ("dark-grid", 3)] {
        let start = std::time::Instant::now();
        let history = played(slug, seed);
        let mid = start.elapsed();
        let page = review(&words, &history);
        eprintln!("{slug} {seed}: play {mid:?}, review {:?}", start.elapsed() - mid);
        std::fs::write(format!("/tmp/{slug}-{seed}.html"), html(&page)).unwrap();
        std::fs::write(format!("/tmp/{slug}-{seed}.md"), markdown(&page)).unwrap();
    }
}
