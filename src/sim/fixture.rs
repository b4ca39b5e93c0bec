//! For tests of this and later rooms: the real cards and numbers, and a small world of three states.

use std::sync::Arc;

use include_dir::{Dir, include_dir};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::base::id::{AssetId, StateId};
use crate::base::{Digest, Permille, Span, Turn};
use crate::law::corpus::Catalogue;
use crate::law::{self, Corpus};
use crate::sim::Simulation;
use crate::sim::card::Card;
use crate::sim::legal::Law;
use crate::sim::model::Model;
use crate::sim::order::{Act, Order, Terms};
use crate::sim::polity::{Asset, CouncilSeat, Designation, Function, Sector, State};
use crate::sim::relations::{Alliance, Relations, Sided, Tie, Treaties};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

static MOVES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/moves");
static LAW: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/law");
static MODEL: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/model");

fn read<T: DeserializeOwned>(text: &str) -> T {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).unwrap()
}

pub(crate) fn cards() -> Vec<Card> {
    MOVES.files().map(|file| read(file.contents_utf8().unwrap())).collect()
}

/// The catalogue of law as it is. `content` reads it with diagnostics; this room looks left only and reads it plainly.
pub(crate) fn corpus() -> Corpus {
    let text = |name: &str| LAW.get_file(name).unwrap().contents_utf8().unwrap();
    let mut catalogue = Catalogue {
        facts: read(text("facts.ron")),
        macros: read(text("macros.ron")),
        profiles: read(text("profiles.ron")),
        gravity: read(text("gravity.ron")),
        norms: Vec::new(),
    };
    for family in LAW.dirs() {
        let name = family.path().to_str().unwrap().to_owned();
        catalogue.norms.extend(family.files().map(|file| (name.clone(), read(file.contents_utf8().unwrap()))));
    }
    Corpus::new(catalogue).unwrap()
}

pub(crate) fn model() -> Model {
    fn file<T: DeserializeOwned>(name: &str) -> T {
        read(MODEL.get_file(name).unwrap().contents_utf8().unwrap())
    }
    Model {
        ladder: file("ladder.ron"),
        tension: file("tension.ron"),
        polity: file("polity.ron"),
        detection: file("detection.ron"),
        knowledge: file("knowledge.ron"),
        law: file("law.ron"),
        undertakings: file("undertakings.ron"),
        council: file("council.ron"),
        exposure: file("exposure.ron"),
        operations: file("operations.ron"),
        measures: file("measures.ron"),
        courts: file("courts.ron"),
        custom: file("custom.ron"),
    }
}

/// The legal side of the follow-up acts, as `assets/model/follow_ups.ron` has it.
#[derive(serde::Deserialize)]
struct FollowUp {
    id: String,
    law: law::act::ActSpec,
}

pub(crate) fn rules() -> Arc<Rulebook> {
    rules_of(cards())
}

/// The rulebook with other cards than the real ones.
pub(crate) fn rules_of(mut cards: Vec<Card>) -> Arc<Rulebook> {
    let corpus = corpus();
    cards.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    let act = |(at, card): (usize, &Card)| law::Act::new(&card.id, at, &card.law, corpus.vocabulary()).unwrap();
    let acts = cards.iter().enumerate().map(act).collect();
    let follow_ups: Vec<FollowUp> = read(MODEL.get_file("follow_ups.ron").unwrap().contents_utf8().unwrap());
    let follow_up = |entry: &FollowUp| law::Act::new(&entry.id, 0, &entry.law, corpus.vocabulary()).unwrap();
    let follow_ups = follow_ups.iter().map(follow_up).collect();
    let law = Law::new(Arc::new(corpus), acts, follow_ups, 2025);
    Arc::new(Rulebook::new(law, cards, model(), Digest::default()))
}

pub(crate) fn state(id: u8) -> State {
    let half = Permille::clamped(500);
    State {
        id: StateId(id),
        cyber_offence: half,
        cyber_defence: half,
        intelligence: half,
        forensics: Permille::clamped(700),
        diplomacy: half,
        economy: half,
        conventional: half,
        resolve: half,
        pressure: Permille::ZERO,
        legitimacy: half,
        oversight: half,
        attention: 6,
        attention_per_turn: 6,
        profile: 0,
        council: CouncilSeat::None,
        region: false,
    }
}

pub(crate) fn tie(low: u8, high: u8) -> Tie {
    let half = Permille::clamped(500);
    Tie {
        low: StateId(low),
        high: StateId(high),
        warmth: Sided { low: half, high: half },
        tension: Permille::ZERO,
        trade: half,
        relations: Relations::Full,
        alliance: Alliance::None,
        treaties: Treaties::TRADE,
        step: 0,
    }
}

/// States on a ring, each tied to the next two, each with one asset of energy: the nth asset is the nth state's.
pub(crate) fn ring(states: u8) -> Situation {
    let mut ring = Situation::empty(Span(7));
    ring.states = (0..states).map(state).collect();
    ring.assets = (0..states)
        .map(|n| Asset {
            id: AssetId(n.into()),
            owner: StateId(n),
            host: StateId(n),
            sector: Sector::Energy,
            exposure: Permille::clamped(500),
            hardening: Permille::clamped(300),
            building: Permille::ZERO,
            population: 900,
            function: Function::None,
            designation: Designation::None,
            nuclear_command: false,
        })
        .collect();
    let mut pairs: Vec<(u8, u8)> = (0..states)
        .flat_map(|n| [1, 2].map(|step| (n, (u16::from(n) + step).rem_euclid(states.into()) as u8)))
        .map(|(a, b)| (a.min(b), a.max(b)))
        .filter(|(a, b)| a != b)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    ring.ties = pairs.into_iter().map(|(a, b)| tie(a, b)).collect();
    ring
}

pub(crate) fn order(rules: &Rulebook, by: u8, slug: &str, terms: Terms) -> Order {
    Order { by: StateId(by), act: Act::Move(rules.find(slug).unwrap()), terms }
}

/// Plays a script of turns on a ring and returns the simulation after it.
pub(crate) fn played(rules: &Arc<Rulebook>, seed: u64, script: &[Vec<Order>]) -> Simulation {
    let mut sim = Simulation::new(rules.clone(), &ring(3), seed);
    for (turn, orders) in (0..).zip(script) {
        let record = sim.play(orders.clone());
        assert_eq!(record.turn, Turn(turn));
        assert!(record.refusals.is_empty(), "{:?}", record.refusals);
    }
    sim
}
