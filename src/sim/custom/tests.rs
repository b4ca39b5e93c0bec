//! How readings move: the count by itself, and whole turns in which States speak and act.

use std::sync::Arc;

use proptest::prelude::*;

use crate::base::id::{AssetId, DoctrineId, IncidentId, StanceId, StateId};
use crate::base::{Day, Permille, StateSet};
use crate::law::norm::Standing;
use crate::law::{NormId, Overall};
use crate::sim::Simulation;
use crate::sim::custom::{Count, Doctrine, Form, Member, Side, Stance, Tenet, count, moved};
use crate::sim::event::What;
use crate::sim::fixture::{self, order, ring};
use crate::sim::incidents::{Harm, Incident};
use crate::sim::legal::{Chambers, Conduct, Matter, Sitting, Standpoint};
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::order::{Level, Order, Publicity, Terms};
use crate::sim::polity::{Function, Sector};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

const NORM: NormId = NormId(0);
const MINE: Tenet = Tenet::of(NORM, 1);

fn stance(by: Option<u8>, tenet: Tenet, side: Side, affects: StateSet) -> Stance {
    let form = if by.is_some() { Form::Statement } else { Form::Judgment };
    Stance { id: StanceId(0), by: by.map(StateId), form, tenet, side, affects, day: Day(7), claim: None }
}

/// Six states, of which the first so many hold the reading on paper.
fn members(on_paper: u8) -> Vec<Member> {
    (0..6).map(|id| (StateId(id), (id < on_paper).then_some(MINE.place()))).collect()
}

fn counted(stances: &[Stance], on_paper: u8) -> Count {
    count(&fixture::model().custom, stances, &members(on_paper), MINE, None)
}

fn goes(stances: &[Stance], on_paper: u8, from: Standing) -> Option<Standing> {
    moved(&fixture::model().custom, &counted(stances, on_paper), from)
}

fn said(states: impl IntoIterator<Item = u8>) -> Vec<Stance> {
    states.into_iter().map(|state| stance(Some(state), MINE, Side::For, StateSet::EMPTY)).collect()
}

#[test]
fn a_reading_rises_one_step_with_two_thirds_and_drops_one_below_a_fifth() {
    assert_eq!(goes(&said(0..4), 0, Standing::Minority), Some(Standing::Substantial));
    assert_eq!(goes(&said(0..4), 0, Standing::Substantial), Some(Standing::Baseline));
    assert_eq!(goes(&said(0..3), 0, Standing::Minority), None, "half is no two thirds");
    assert_eq!(goes(&said(0..2), 6, Standing::Minority), None, "paper is patient: too few have stood for it in play");
    let other = Tenet::of(NORM, 0);
    let left: Vec<Stance> = (0..5).map(|state| stance(Some(state), other, Side::For, StateSet::EMPTY)).collect();
    assert_eq!(goes(&left, 6, Standing::Substantial), Some(Standing::Minority), "one of six holds on to it");
    assert_eq!(goes(&left[..4], 6, Standing::Substantial), None, "two of six still do");
    assert_eq!(goes(&left, 6, Standing::Baseline), None, "the test itself is displaced, never dropped");
}

#[test]
fn the_silence_of_a_specially_affected_state_counts_half() {
    let mut stances = said(0..3);
    assert_eq!(counted(&stances, 0).held.get(), 500);
    stances[0].affects = StateSet::of(StateId(4));
    assert_eq!(counted(&stances, 0).held.get(), 583, "three and a half of six");
    assert_eq!(counted(&stances, 6).held.get(), 916, "what it had written counts half as well");
    stances[1].affects = StateSet::of(StateId(5));
    assert_eq!(counted(&stances, 0).held.get(), 666);
    assert_eq!(goes(&stances, 0, Standing::Minority), Some(Standing::Substantial));
}

#[test]
fn a_specially_affected_state_that_objects_stands_in_the_way() {
    let mut stances = said(0..5);
    stances[0].affects = StateSet::of(StateId(5));
    assert_eq!(goes(&stances, 0, Standing::Minority), Some(Standing::Substantial));
    stances.push(stance(Some(5), MINE, Side::Against, StateSet::EMPTY));
    assert!(counted(&stances, 0).is_opposed);
    assert_eq!(goes(&stances, 0, Standing::Minority), None);
}

#[test]
fn a_judgment_counts_as_three_states() {
    let judgment = stance(None, MINE, Side::For, StateSet::EMPTY);
    assert_eq!(
        counted(&[judgment], 0),
        Count {
            held: Permille::clamped(500),
            upheld: Permille::clamped(500),
            departed: Permille::ZERO,
            is_opposed: false
        }
    );
    let with_one = [said([0]), vec![judgment]].concat();
    assert_eq!(goes(&with_one, 0, Standing::Minority), Some(Standing::Substantial));
    assert_eq!(counted(&[judgment, judgment, judgment], 6).held, Permille::FULL, "no more than all");
}

#[test]
fn what_was_said_before_the_last_change_is_spent() {
    let numbers = fixture::model().custom;
    let again = |since| count(&numbers, &said(0..4), &members(0), MINE, Some(Day(since)));
    assert_eq!(moved(&numbers, &again(7), Standing::Substantial), None);
    assert_eq!(moved(&numbers, &again(6), Standing::Substantial), Some(Standing::Baseline));
}

fn tenet(rules: &Rulebook, norm: &str, name: &str) -> Tenet {
    let id = rules.law.corpus.find(norm).unwrap();
    let positions = &rules.law.corpus.norm(id).positions;
    Tenet::of(id, positions.iter().position(|position| position.spec.name == name).unwrap())
}

fn publish(rules: &Rulebook, by: u8, reading: Tenet) -> Order {
    order(rules, by, "publish-position", Terms { reading: Some(reading), ..Terms::default() })
}

/// Sanctions that press state 1.
fn sanctions(rules: &Rulebook) -> Order {
    let terms = Terms {
        target: Some(StateId(1)),
        sector: Some(Sector::Finance),
        level: Some(Level::High),
        purpose: MeasurePurpose::Inducement,
        ..Terms::default()
    };
    order(rules, 0, "sanction-sector", terms)
}

fn judged(rules: &Rulebook, scene: &Situation, order: &Order) -> Overall {
    let conduct = Conduct::of_order(rules, order, scene.day);
    Sitting::new(scene, rules, &mut Chambers::new(rules)).judge(&conduct, Standpoint::Truth).overall
}

#[test]
fn what_most_states_hold_changes_the_verdict_on_the_same_act() {
    let rules = fixture::rules();
    let mut sim = Simulation::new(rules.clone(), &ring(6), 1);
    let reading = tenet(&rules, "non-intervention", "economic-coercion");
    let act = sanctions(&rules);
    let before = judged(&rules, &sim.situation(), &act);
    let chorus = || (2..6).map(|state| publish(&rules, state, reading)).collect::<Vec<_>>();
    let record = sim.play(chorus());
    let risen = |from, to| What::StandingChanged { tenet: reading, from, to };
    let told: Vec<What> = record.events.iter().map(|event| event.what).collect();
    assert!(told.contains(&risen(Standing::Minority, Standing::Substantial)), "{told:?}");
    let after = sim.situation();
    assert_eq!((before, judged(&rules, &after, &act)), (Overall::UnfriendlyButLawful, Overall::Contested));
    // The turn in which it rose is still judged by the law before it.
    let then = Situation { day: record.day, ..after.clone() };
    assert_eq!(judged(&rules, &then, &act), before);
    // Rulings and opinions go by it as well.
    let ruling = sim.play(vec![act]).rulings;
    assert!(
        ruling.iter().any(|ruling| matches!(ruling.matter, Matter::Order(_)) && ruling.verdict == Overall::Contested)
    );

    // The second step makes it the test; the reading it displaces stays as a rival.
    let record = sim.play(chorus());
    let told: Vec<What> = record.events.iter().map(|event| event.what).collect();
    let classic = tenet(&rules, "non-intervention", "classic");
    let displaced = What::StandingChanged { tenet: classic, from: Standing::Baseline, to: Standing::Substantial };
    assert!(told.contains(&risen(Standing::Substantial, Standing::Baseline)) && told.contains(&displaced), "{told:?}");
    let corpus = rules.law.under(&sim.situation());
    assert_eq!(corpus.norm(reading.norm).baseline(), Some(reading.place()));
    assert_eq!(corpus.norm(reading.norm).prevailing().map(|now| now.spec.name.as_str()), Some("economic-coercion"));
    assert!(Arc::ptr_eq(&corpus, &rules.law.under(&sim.situation())), "it is compiled once");
    assert!(Arc::ptr_eq(&rules.law.corpus, &rules.law.under(&ring(6))), "and nothing is where nothing moved");
}

/// The stances on a norm that one turn's orders bring, in a ring of six whose state 0 reads the law as a profile says.
fn taken(rules: &Arc<Rulebook>, profile: u8, norm: &str, orders: Vec<Order>) -> Vec<(Form, Side, u8)> {
    let mut scene = ring(6);
    scene.states[0].profile = profile;
    let record = Simulation::new(rules.clone(), &scene, 1).play(orders);
    assert!(record.refusals.is_empty(), "{:?}", record.refusals);
    let norm = rules.law.corpus.find(norm).unwrap();
    let mine = record.events.iter().filter_map(|event| match event.what {
        What::PositionTaken { tenet, form, side, .. } if tenet.norm == norm => Some((form, side, tenet.position)),
        _ => None,
    });
    mine.collect()
}

#[test]
fn a_bare_deed_weakens_a_reading_and_a_plea_strengthens_it() {
    let rules = fixture::rules();
    let place = |name| tenet(&rules, "non-intervention", name).position;
    let profile = |name: &str| rules.law.corpus.profiles().iter().position(|one| one.name == name).unwrap() as u8;
    let strict = profile("strict-sovereigntist");
    let act = |basis| {
        let mut act = sanctions(&rules);
        act.terms.basis = basis;
        vec![act]
    };
    let bare = taken(&rules, strict, "non-intervention", act(Basis::None));
    assert_eq!(bare, [(Form::Deed, Side::Against, place("any-interference"))]);
    let pleaded = taken(&rules, strict, "non-intervention", act(Basis::Countermeasure));
    assert_eq!(pleaded, [(Form::Plea, Side::For, place("any-interference"))]);
    let own = taken(&rules, profile("continental"), "non-intervention", act(Basis::None));
    assert_eq!(own, [(Form::Deed, Side::For, place("classic"))], "what its own reading allows confirms it");
}

#[test]
fn bare_deeds_do_not_loosen_a_peremptory_norm() {
    let rules = fixture::rules();
    let blow = |basis| {
        let terms = Terms {
            target: Some(StateId(1)),
            asset: Some(AssetId(1)),
            level: Some(Level::High),
            publicity: Some(Publicity::Public),
            basis,
            ..Terms::default()
        };
        vec![order(&rules, 0, "cyber-physical", terms)]
    };
    assert_eq!(taken(&rules, 0, "use-of-force", blow(Basis::None)), []);
    let pleaded = taken(&rules, 0, "use-of-force", blow(Basis::SelfDefence));
    let held = tenet(&rules, "use-of-force", "physical-effects").position;
    assert_eq!(pleaded, [(Form::Plea, Side::For, held)], "but an appeal to the exception confirms the rule");
}

#[test]
fn a_complaint_in_public_reads_the_law_as_widely_as_it_must() {
    let rules = fixture::rules();
    let mut scene = ring(6);
    scene.incidents.push(Incident {
        id: IncidentId(0),
        victim: StateId(1),
        asset: Some(AssetId(1)),
        operation: None,
        card: rules.find("cyber-disrupt").unwrap(),
        harm: Harm { functionality_loss: Function::Interrupted, reversible: true, ..Harm::default() },
        gravity: 30,
        severity: 2,
        began: Day(-3),
        noticed: Some(Day(-3)),
        ceased: None,
        known_to: StateSet::ALL,
        transit: None,
    });
    let reading = tenet(&rules, "sovereignty.territorial", "rule-functionality");
    let complain = |publicity| {
        let about = Terms { target: Some(StateId(0)), incident: Some(IncidentId(0)), publicity, ..Terms::default() };
        let mut sim = Simulation::new(rules.clone(), &scene, 1);
        let record = sim.play(vec![order(&rules, 1, "demand-cessation", about)]);
        assert!(record.refusals.is_empty(), "{:?}", record.refusals);
        sim.situation().stances.into_iter().find(|stance| stance.tenet.norm == reading.norm)
    };
    let taken = complain(Some(Publicity::Public)).unwrap();
    assert_eq!((taken.by, taken.form, taken.side), (Some(StateId(1)), Form::Protest, Side::For));
    assert_eq!((taken.tenet, taken.affects), (reading, StateSet::of(StateId(1))));
    assert_eq!(complain(None), None, "what is said in confidence is no practice");
}

#[test]
fn every_reading_can_come_to_stand_anywhere() {
    let corpus = fixture::corpus();
    for (id, norm) in corpus.norms() {
        for place in 0..norm.positions.len() {
            for standing in [Standing::Minority, Standing::Substantial, Standing::Baseline] {
                let turned = corpus.turned(2025, [(id, place, standing)]);
                let turned = turned.norm(id);
                let was_baseline = norm.baseline() == Some(place);
                let expected = if was_baseline { Standing::Baseline } else { standing };
                assert_eq!(turned.positions[place].standing.at(2025), expected, "{}", norm.spec.id);
                let baselines = turned.positions.iter().filter(|one| one.spec.test.is_none()).count();
                assert_eq!(baselines, 1, "{}: one reading is the norm's own test", norm.spec.id);
                assert_eq!(turned.prevailing().is_some(), standing == Standing::Baseline && !was_baseline);
            }
        }
    }
}

/// Doctrines and stances as a crisis may have left them.
fn any_custom(rules: Arc<Rulebook>) -> impl Strategy<Value = (Vec<Doctrine>, Vec<Stance>)> {
    let corpus = rules.law.corpus.clone();
    let tenets: Vec<Tenet> = corpus
        .norms()
        .flat_map(|(id, norm)| (0..norm.positions.len()).map(move |place| Tenet::of(id, place)))
        .collect();
    let one = (prop::sample::select(tenets.clone()), 0..3_u8);
    let said = (prop::sample::select(tenets), 0..4_u8, any::<bool>());
    (prop::collection::vec(one, 0..4), prop::collection::vec(said, 0..6)).prop_map(|(turned, said)| {
        let steps = [Standing::Minority, Standing::Substantial, Standing::Baseline];
        let doctrines = (0..).zip(turned).map(|(id, (tenet, to))| Doctrine {
            id: DoctrineId(id),
            tenet,
            from: Standing::Minority,
            standing: steps[usize::from(to)],
            since: Day(-9 + i32::from(id)),
        });
        let mut stances: Vec<Stance> = Vec::new();
        for (tenet, by, holds) in said {
            let by = Some(StateId(by));
            if stances.iter().all(|known| (known.by, known.tenet.norm) != (by, tenet.norm)) {
                let side = if holds { Side::For } else { Side::Against };
                let id = StanceId::at(stances.len());
                stances.push(Stance { id, side, ..stance(by.map(|state| state.0), tenet, side, StateSet::EMPTY) });
            }
        }
        (doctrines.collect(), stances)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever has moved: a crisis restored into a kept world that had other law goes on as one that began with it.
    #[test]
    fn a_fork_goes_on_by_the_law_of_its_trunk((doctrines, stances) in any_custom(fixture::rules()), seed in any::<u64>()) {
        let rules = fixture::rules();
        let mut scene = ring(4);
        (scene.doctrines, scene.stances) = (doctrines, stances);
        let orders = || vec![sanctions(&rules), publish(&rules, 2, tenet(&rules, "non-intervention", "classic"))];
        let mut trunk = Simulation::new(rules.clone(), &scene, seed);
        let mut fork = Simulation::new(rules.clone(), &ring(4), seed);
        prop_assert!(fork.play(orders()).rulings.len() > 1);
        for _ in 0..2 {
            fork.restore(&trunk.situation());
            prop_assert_eq!(trunk.digest(), fork.digest());
            prop_assert_eq!(trunk.play(orders()), fork.play(orders()));
        }
        let after = trunk.situation();
        let text = serde_json::to_string(&after).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Situation>(&text).unwrap(), &after);
        let preview = judged(&rules, &after, &sanctions(&rules));
        let kept = &mut Chambers::new(&rules);
        Sitting::new(&ring(4), &rules, kept);
        let conduct = Conduct::of_order(&rules, &sanctions(&rules), after.day);
        prop_assert_eq!(preview, Sitting::new(&after, &rules, kept).judge(&conduct, Standpoint::Truth).overall);
    }
}
