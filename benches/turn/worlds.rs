//! Worlds of any size with bounded ties, and orders for them.

use demarche::base::id::{AssetId, StateId};
use demarche::base::{Permille, Span};
use demarche::sim::order::{Act, Order, Terms};
use demarche::sim::polity::{Asset, CouncilSeat, Designation, Function, Sector, State};
use demarche::sim::relations::{Alliance, Relations, Sided, Tie, Treaties};
use demarche::sim::{Rulebook, Situation};

const HALF: Permille = Permille::clamped(500);

/// States on a ring, each tied to the five on either side, with one asset each.
pub(crate) fn ring(_: &Rulebook, states: u16) -> Situation {
    let mut world = Situation::empty(Span(7));
    for n in 0..states {
        world.states.push(State {
            id: StateId(n as u8),
            cyber_offence: HALF,
            cyber_defence: HALF,
            intelligence: HALF,
            forensics: HALF,
            diplomacy: HALF,
            economy: HALF,
            conventional: HALF,
            resolve: HALF,
            pressure: Permille::ZERO,
            legitimacy: HALF,
            oversight: HALF,
            attention: 12,
            attention_per_turn: 12,
            profile: 0,
            council: CouncilSeat::None,
            region: false,
        });
        world.assets.push(Asset {
            id: AssetId(n),
            owner: StateId(n as u8),
            host: StateId(n as u8),
            sector: Sector::Energy,
            exposure: HALF,
            hardening: HALF,
            building: Permille::ZERO,
            population: 900,
            function: Function::None,
            designation: Designation::None,
            nuclear_command: false,
        });
        let reach = 5.min((states - 1) / 2);
        for step in 1..=reach {
            let other = (n + step) % states;
            let (low, high) = (n.min(other), n.max(other));
            world.ties.push(Tie {
                low: StateId(low as u8),
                high: StateId(high as u8),
                warmth: Sided { low: HALF, high: HALF },
                tension: Permille::ZERO,
                trade: HALF,
                relations: Relations::Full,
                alliance: Alliance::None,
                treaties: Treaties::TRADE,
                step: 0,
            });
        }
    }
    world.ties.sort_unstable_by_key(|tie| (tie.low, tie.high));
    world.ties.dedup_by_key(|tie| (tie.low, tie.high));
    world
}

/// Three orders a state: one covert, one spoken, one open measure.
pub(crate) fn orders(rules: &Rulebook, world: &Situation) -> Vec<Order> {
    let states = world.states.len();
    let card = |slug| Act::Move(rules.find(slug).unwrap());
    let acts = [card("spy-remote"), card("demarche"), card("sanction-sector")];
    (0..states)
        .flat_map(|n| {
            acts.into_iter().enumerate().map(move |(nth, act)| {
                let target = (n + 1 + nth % 2) % states;
                let asset = (nth == 0).then(|| AssetId::at(target));
                let sector = (nth == 2).then_some(Sector::Energy);
                let terms = Terms { target: Some(StateId::at(target)), asset, sector, ..Terms::default() };
                Order { by: StateId::at(n), act, terms }
            })
        })
        .collect()
}
