//! Words kept and broken, and the three moves that were modelled last: missions, suits and recognition.

use super::follow_tests::{RULES, at, became, follow, hit, moved, offer, played, tells, why, word};
use crate::base::id::{AssetId, IncidentId, MeasureId, StateId, UndertakingId};
use crate::base::{Day, LogOdds, StateSet};
use crate::sim::docket::{OrderIx, Refusal};
use crate::sim::event::{NoEffect, What};
use crate::sim::fixture::{order, ring};
use crate::sim::knowledge::{Belief, Question};
use crate::sim::legal::Forum;
use crate::sim::measures::MeasureStatus;
use crate::sim::order::{Answer, FollowUp, Level, Order, Param, Terms};
use crate::sim::polity::{Asset, Sector};
use crate::sim::relations::{Alliance, Content, Relations, Undertaking, UndertakingKind, UndertakingStatus as Became};
use crate::sim::{Simulation, Situation};

/// State 1 has agreed not to touch state 0's energy.
fn spared() -> Situation {
    let mut world = ring(3);
    world.assets.push(Asset { id: AssetId(3), sector: Sector::Media, ..world.assets[0] });
    world.undertakings.push(Undertaking {
        id: UndertakingId(0),
        due: Some(Day(60)),
        ..Undertaking::given(
            UndertakingKind::Treaty,
            (StateId(0), StateId(1)),
            Content::Moratorium(Sector::Energy),
            Day(-10),
            StateSet::ALL,
        )
    });
    world
}

fn strike(asset: u16, slug: &str) -> Order {
    order(&RULES, 1, slug, Terms { asset: Some(AssetId(asset)), level: Some(Level::Low), ..at(0) })
}

#[test]
fn a_moratorium_is_broken_in_truth_by_the_deed_and_in_the_others_eyes_by_proof() {
    let (mut sim, records) = played(&spared(), vec![vec![strike(0, "spy-remote")]]);
    let broken = What::WordBroken { undertaking: UndertakingId(0), by: StateId(1) };
    let told = records[0].events.iter().find(|event| event.what == broken).unwrap();
    assert_eq!(told.audience, StateSet::of(StateId(1)), "nobody else can know");
    assert_eq!(became(&sim, 0), Became::Accepted, "as far as anybody can see it is kept");

    let (other, records) = played(&spared(), vec![vec![strike(3, "spy-remote")]]);
    assert!(!tells(&records[0], broken), "another sector is not spared");
    assert!(other.situation().undertakings[0].broken_by.is_empty());

    let mut world = sim.situation();
    world.incidents.push(hit(&world, 0, 2));
    let incident = IncidentId::at(world.incidents.len() - 1);
    world.beliefs.push(Belief {
        holder: StateId(0),
        incident,
        question: Question::Author(StateId(1)),
        odds: LogOdds::clamped(2000),
    });
    world.beliefs.sort();
    sim.restore(&world);
    let record = sim.play(vec![]);
    let doubted = What::WordDoubted { undertaking: UndertakingId(0), who: StateId(0) };
    let told = record.events.iter().find(|event| event.what == doubted).unwrap();
    assert_eq!(told.audience, StateSet::of(StateId(0)), "what it believes it has told nobody");
    assert!(moved(world.ties[0].warmth.low, sim.situation().ties[0].warmth.low) < -50);
    let free = sim.situation().states[0].legitimacy;
    sim.play(vec![follow(0, FollowUp::Denounce, word(0))]);
    assert_eq!(became(&sim, 0), Became::Denounced);
    assert_eq!(sim.situation().states[0].legitimacy, free, "whoever was wronged ends it for nothing");
}

#[test]
fn an_open_breach_costs_the_breaker_before_everybody() {
    let mut world = spared();
    let mut owned = played(&world, vec![vec![strike(0, "ddos")]]).0.situation();
    owned.operations[0].known_to = StateSet::ALL;
    (owned.undertakings, owned.day) = (world.undertakings.clone(), Day(7));
    let (sim, records) = played(&owned, vec![vec![]]);
    assert_eq!(became(&sim, 0), Became::Broken);
    assert!(tells(&records[0], What::UndertakingResolved { undertaking: UndertakingId(0), status: Became::Broken }));
    let lost = moved(owned.states[1].legitimacy, sim.situation().states[1].legitimacy);
    assert!(lost <= -RULES.model.undertakings.broken_legitimacy.at, "{lost}");
    world.undertakings[0].due = Some(Day(3));
    let (sim, _) = played(&world, vec![vec![]]);
    assert_eq!(became(&sim, 0), Became::Kept, "it ran its term");
}

#[test]
fn promises_are_kept_by_the_deed_and_broken_by_the_day() {
    let mut world = ring(3);
    world.incidents.push(crate::sim::incidents::Incident {
        known_to: StateSet::of(StateId(0)).with(StateId(1)),
        ..hit(&world, 0, -3)
    });
    let about = |target| Terms { incident: Some(IncidentId(0)), ..at(target) };
    let look = follow(1, FollowUp::Answer(Answer::Investigate), about(0));
    let inquiry = order(&RULES, 1, "investigate", Terms { target: None, ..about(0) });
    let (mut sim, _) = played(&world, vec![vec![look]]);
    assert_eq!(sim.situation().undertakings[0].content, Content::Inquiry);
    let idle = sim.situation();
    sim.play(vec![inquiry]);
    assert_eq!(became(&sim, 0), Became::Kept);
    let (late, _) = played(&idle, vec![vec![]; 14]);
    assert_eq!(became(&late, 0), Became::Broken, "nobody looked");
    assert!(late.situation().undertakings[0].broken_by.contains(StateId(1)));
    assert!(moved(idle.ties[0].warmth.low, late.situation().ties[0].warmth.low) < 0);

    let embargo = order(&RULES, 0, "embargo", at(1));
    let lift = |measure| Terms { measure: Some(MeasureId(measure)), ..Terms::default() };
    let script = vec![
        vec![embargo],
        vec![offer(0, 1, Content::LiftMeasure(MeasureId(0)))],
        vec![follow(1, FollowUp::Accept, word(0))],
    ];
    let (mut sim, _) = played(&ring(3), script);
    let idle = sim.situation();
    sim.play(vec![follow(0, FollowUp::Lift, lift(0))]);
    assert_eq!((became(&sim, 0), sim.situation().measures[0].status), (Became::Kept, MeasureStatus::Lifted));
    let (late, _) = played(&idle, vec![vec![]; 5]);
    assert_eq!(became(&late, 0), Became::Broken);
}

#[test]
fn help_that_nobody_asked_for_is_not_owed() {
    let mut world = ring(3);
    let promise = |due| Undertaking {
        id: UndertakingId(0),
        due: Some(Day(due)),
        ..Undertaking::given(
            UndertakingKind::Promise,
            (StateId(1), StateId(0)),
            Content::Assistance,
            Day(0),
            StateSet::EMPTY,
        )
    };
    world.undertakings.push(promise(10));
    world.incidents.push(hit(&world, 0, -3));
    let ask = order(&RULES, 0, "request-assistance", Terms { incident: Some(IncidentId(0)), ..at(1) });
    let (unasked, _) = played(&world, vec![vec![], vec![]]);
    assert_eq!(became(&unasked, 0), Became::Expired);
    let (asked, _) = played(&world, vec![vec![ask], vec![]]);
    assert_eq!(became(&asked, 0), Became::Broken);
}

#[test]
fn pressure_on_a_mission_lasts_until_it_is_lifted() {
    let mut world = ring(3);
    world.assets.push(Asset {
        id: AssetId(3),
        owner: StateId(1),
        host: StateId(0),
        sector: Sector::DiplomaticMission,
        ..world.assets[1]
    });
    let press = |asset| order(&RULES, 0, "coerce-mission", Terms { asset: Some(AssetId(asset)), ..at(1) });
    assert_eq!(why(&world, press(1)), Some(Refusal::NotAMission));
    let spies = order(&RULES, 1, "spy-from-mission", Terms { asset: Some(AssetId(0)), ..at(0) });
    let (mut sim, records) = played(&world, vec![vec![spies], vec![press(3)]]);
    let after = sim.situation();
    assert!(!after.operations[0].is_live(), "what was run from there is found");
    assert_eq!(after.ties[0].relations, Relations::AmbassadorRecalled);
    assert!(records[1].rulings.iter().any(|ruling| {
        ruling.matter == crate::sim::legal::Matter::Measure(MeasureId(0))
            && ruling.verdict == crate::law::Overall::Unlawful
    }));
    sim.play(vec![]);
    let worn = sim.situation();
    assert!(worn.states[1].pressure > after.states[1].pressure && worn.ties[0].tension > after.ties[0].tension);
    assert!(worn.states[0].legitimacy < after.states[0].legitimacy, "while it stands it costs its author");
    sim.play(vec![follow(0, FollowUp::Lift, Terms { measure: Some(MeasureId(0)), ..Terms::default() })]);
    let eased = sim.situation().states[1].pressure;
    sim.play(vec![]);
    assert!(sim.situation().states[1].pressure < eased);
}

#[test]
fn a_foreign_state_is_mostly_immune_at_home() {
    let mut world = ring(3);
    world.incidents.push(hit(&world, 0, -3));
    let sue =
        |level| order(&RULES, 0, "sue-state", Terms { incident: Some(IncidentId(0)), level: Some(level), ..at(1) });
    assert_eq!(why(&world, order(&RULES, 0, "sue-state", at(1))), Some(Refusal::Missing(Param::Incident)));
    let heard = |level| {
        let runs = (0..40).map(|seed| {
            let mut sim = Simulation::new(RULES.clone(), &world, seed);
            let record = sim.play(vec![sue(level)]);
            assert_eq!(sim.situation().claims[0].forum, Forum::DomesticCourt);
            let immune = What::NoEffect { order: OrderIx(0), why: NoEffect::Immune };
            (!tells(&record, immune), sim.situation().measures.len(), record.rulings[0].verdict)
        });
        runs.collect::<Vec<_>>()
    };
    let count = |level| heard(level).iter().filter(|(heard, ..)| *heard).count();
    assert!(count(Level::Medium) > 0 && count(Level::Medium) < count(Level::Low));
    assert!(heard(Level::High).iter().all(|(heard, measures, _)| *heard == (*measures == 1)), "property is attached");
    assert!(heard(Level::Medium).iter().all(|(.., verdict)| *verdict > crate::law::Overall::UnfriendlyButLawful));
    assert!(heard(Level::Low).iter().all(|(.., verdict)| *verdict <= crate::law::Overall::UnfriendlyButLawful));
}

#[test]
fn recognition_is_refused_together_and_granted_alone() {
    let mut world = ring(3);
    world.ties[1].alliance = Alliance::Allies;
    let mut seized = hit(&world, 0, -3);
    seized.harm.casualties = 40;
    seized.known_to = StateSet::ALL;
    world.incidents.push(seized);
    let act = |signers: Option<StateSet>, grants| {
        let terms = Terms { incident: Some(IncidentId(0)), co_signers: signers, grants: Some(grants), ..at(1) };
        let (sim, records) = played(&world, vec![vec![order(&RULES, 0, "withhold-recognition", terms)]]);
        (moved(world.states[1].legitimacy, sim.situation().states[1].legitimacy), records[0].rulings[0].verdict)
    };
    let (alone, lawful) = act(None, false);
    let (together, _) = act(Some(StateSet::of(StateId(2))), false);
    let (granted, breach) = act(None, true);
    assert!(together < alone && alone < 0 && granted > 0, "{together} {alone} {granted}");
    assert!(lawful <= crate::law::Overall::UnfriendlyButLawful);
    assert_eq!(breach, crate::law::Overall::Unlawful, "what force has made nobody may recognise");
}
