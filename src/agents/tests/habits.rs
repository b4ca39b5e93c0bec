//! Habits: whose hands are lent, what is lifted and when, what is not done before its time, and not twice.

use super::roads::incident;
use super::*;
use crate::agents::answers::has_hit_back;
use crate::agents::hands;
use crate::agents::sense::is_sensible;
use crate::base::id::MeasureId;
use crate::base::{Chance, Purpose};
use crate::sim::incidents::Harm;
use crate::sim::knowledge::Confidence;
use crate::sim::legal::Claim;
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::order::{Level, Terms};
use crate::sim::polity::Function;
use crate::sim::relations::Treaties;
use crate::view::{Calling, Occasion, occasions};

pub(super) fn temper(id: &str) -> Temper {
    Temper::clone(tempers().iter().find(|temper| temper.id == id).unwrap())
}

pub(super) fn seen(world: &Situation, seat: u8) -> View {
    View::of(world, &RULES, &Scenario { interests: vec![], ..scenario(world.clone()) }, StateId(seat), None)
}

/// Through whom State 1 would carry out an act on State 2, in twenty lives.
fn hands_of(world: &Situation, temper: &Temper, slug: &str, basis: Basis) -> usize {
    let view = seen(world, 1);
    let terms = Terms { target: Some(StateId(2)), basis, ..Terms::default() };
    let act = Act::Move(RULES.find(slug).unwrap());
    let lent = |seed| {
        let mut draft = Draft { order: Order { by: StateId(1), act, terms } };
        hands::lend(&view, temper, &mut draft, &mut Chance::new(seed).draw(Turn(0), Purpose(900), [0; 3]));
        draft.order.terms.actor.is_some_and(|actor| {
            assert_eq!(actor, ActorId(0));
            true
        })
    };
    (0..20).filter(|seed| lent(*seed)).count()
}

#[test]
fn secret_work_is_lent_to_a_group_of_ones_own_that_is_at_work() {
    let mut world = world(4);
    let mut shy = temper("hawk");
    shy.secrecy.at = Permille::FULL;
    let lent = |world: &Situation, temper: &Temper| hands_of(world, temper, "cyber-disrupt", Basis::None);
    assert_eq!(lent(&world, &shy), 20);
    let mut open = shy.clone();
    open.secrecy.at = Permille::ZERO;
    assert!((1..20).contains(&lent(&world, &open)), "less taste for secrecy, fewer hands");
    assert_eq!(hands_of(&world, &shy, "cyber-disrupt", Basis::Countermeasure), 0, "what is claimed as lawful is owned");
    assert_eq!(hands_of(&world, &shy, "demarche", Basis::None), 0, "no gang delivers a note");
    world.actors[0].standing = ActorStanding::Disrupted;
    assert_eq!(lent(&world, &shy), 0);
    (world.actors[0].standing, world.actors[0].sponsor) = (ActorStanding::Active, Some(StateId(3)));
    assert_eq!(lent(&world, &shy), 0, "another's group");
}

/// State 0 has a measure in force against State 3 over an incident that is over.
pub(super) fn measured(basis: Basis, began: i32) -> Situation {
    let mut world = world(4);
    let id = incident(&mut world, 0);
    world.day = Day(30);
    world.incidents[id.index()].ceased = Some(Day(10));
    world.states[0].attention = 20;
    world.measures.push(Measure {
        id: MeasureId(0),
        by: StateId(0),
        against: StateId(3),
        card: RULES.find("sanction-individuals").unwrap(),
        sector: Sector::None,
        basis,
        purpose: MeasurePurpose::default(),
        about: Some(id),
        answers: None,
        departs_from: Treaties::NONE,
        began: Day(began),
        ended: None,
        status: MeasureStatus::default(),
        until: None,
        level: Level::Medium,
        strength: Permille::clamped(120),
        reversible: true,
        known_to: StateSet::ALL,
    });
    world
}

#[test]
fn a_countermeasure_goes_with_its_wrong_and_other_measures_when_tempers_have_cooled() {
    let lifts = |world: &Situation| ordered("legalist", 0, world).contains(&"lift".to_owned());
    assert!(lifts(&measured(Basis::Countermeasure, 5)), "it must end");
    assert!(lifts(&measured(Basis::UnscMandate, 5)), "what nobody calls for any more must end too");
    assert!(!lifts(&measured(Basis::Retorsion, 5)), "what was free stands for a while");
    let mut worn = measured(Basis::Retorsion, -400);
    assert!(lifts(&worn));
    let tie = worn.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(0), StateId(3))).unwrap();
    (tie.tension, tie.step) = (Permille::clamped(260), 3);
    assert!(!lifts(&worn), "not in the middle of a quarrel");
    let mut goes_on = measured(Basis::Countermeasure, 5);
    goes_on.incidents[0].ceased = None;
    assert!(!lifts(&goes_on));
}

/// State 0 was hit and holds State 3 for the author.
pub(super) fn injured(gravity: i32, odds: i32) -> Situation {
    let mut world = world(4);
    let id = incident(&mut world, 0);
    world.incidents[id.index()].gravity = gravity;
    world.day = Day(30);
    let question = Question::Author(StateId(3));
    world.beliefs.push(Belief { holder: StateId(0), incident: id, question, odds: LogOdds::clamped(odds) });
    world
}

fn makes_sense(world: &Situation, slug: &str) -> bool {
    makes_sense_on(world, Calling::Injury, slug)
}

fn makes_sense_on(world: &Situation, calling: Calling, slug: &str) -> bool {
    let view = seen(world, 0);
    let mut calls: Vec<Occasion> = Vec::new();
    occasions(&view, &mut calls);
    let call = calls.iter().find(|call| call.calling == calling).unwrap();
    is_sensible(&view, &temper("legalist"), RULES.find(slug).unwrap(), call)
}

#[test]
fn sanctions_are_for_grave_harm_that_was_complained_of() {
    let complained = |mut world: Situation| {
        let raised = "(id: 0, claimant: 0, respondent: 3, incident: Some(0), raised: 5, demanded: Some(5))";
        world.claims.push(ron::from_str::<Claim>(raised).unwrap());
        world
    };
    assert!(makes_sense(&complained(injured(60, 4000)), "sanction-sector"));
    assert!(!makes_sense(&injured(60, 4000), "sanction-sector"), "nobody has been told yet");
    assert!(!makes_sense(&complained(injured(30, 4000)), "sanction-sector"), "a trifle");
}

#[test]
fn charges_are_for_prosecutors_who_can_prove_them() {
    let free = |mut world: Situation, oversight: i32| {
        world.states[0].oversight = Permille::clamped(oversight);
        world
    };
    assert_eq!(Confidence::of(LogOdds::clamped(4000)), Confidence::NearCertain);
    assert!(makes_sense(&free(injured(60, 4000), 900), "indict"));
    assert!(!makes_sense(&free(injured(60, 4000), 300), "indict"), "they act on orders there");
    assert!(Confidence::of(LogOdds::clamped(2000)) < Confidence::NearCertain);
    assert!(!makes_sense(&free(injured(60, 2000), 900), "indict"), "it would not stand up");
    assert!(makes_sense(&free(injured(60, 2000), 900), "attribute-publicly"), "to name is not to charge");
}

#[test]
fn an_older_incident_that_comes_to_be_known_makes_nobody_say_twice_what_was_said() {
    let mut world = injured(60, 4000);
    // Another, older one of which the seat knows nothing yet; the one it answers has the later number.
    let later = incident(&mut world, 0);
    world.incidents[0].known_to = StateSet::EMPTY;
    world.beliefs[0].incident = later;
    world.states[0].attention = 20;
    let inquires = RULES.find("investigate").unwrap();
    let about_later = |view: &View, chosen: &[Chosen]| -> Vec<Order> {
        let sealed = chosen.iter().map(|one| view.seal(&one.draft).unwrap());
        sealed.filter(|order| order.terms.incident == Some(later) && order.act != Act::Move(inquires)).collect()
    };
    let same = |one: &Order, other: &Order| (one.act, one.terms.target) == (other.act, other.terms.target);
    let view = seen(&world, 0);
    let mut agent = Utility::new(&RULES, Arc::new(temper("legalist")), 5);
    let said = about_later(&view, &agent.orders(&view));
    assert!(!said.is_empty());
    world.incidents[0].known_to = StateSet::of(StateId(0));
    world.day = Day(40);
    let view = seen(&world, 0);
    assert_ne!(view.cast_at(later.index()), Some(IncidentId(0)), "its number in the view has moved");
    let again = about_later(&view, &agent.orders(&view));
    assert!(!again.iter().any(|order| said.iter().any(|before| same(order, before))), "{said:?} {again:?}");
    let fresh = about_later(&view, &Utility::new(&RULES, Arc::new(temper("legalist")), 5).orders(&view));
    assert!(fresh.iter().any(|order| said.iter().any(|before| same(order, before))), "who has forgotten says it again");
}

#[test]
fn trails_grow_cold_and_crimes_are_left_to_the_police() {
    let inquires = |world: &Situation| makes_sense(world, "investigate");
    let mut world = injured(60, 0);
    assert!(inquires(&world));
    let believes = |world: &mut Situation, question, odds| {
        world.beliefs =
            vec![Belief { holder: StateId(0), incident: IncidentId(0), question, odds: LogOdds::clamped(odds) }];
    };
    believes(&mut world, Question::NonState, 4000);
    assert!(!inquires(&world), "it looks like the work of criminals");
    believes(&mut world, Question::Author(StateId(3)), 4000);
    assert!(!inquires(&world), "nothing is left to ask");
    believes(&mut world, Question::Author(StateId(3)), 0);
    world.day = Day(365);
    assert!(inquires(&world));
    world.day = Day(366);
    assert!(!inquires(&world), "a year is long enough");
}

#[test]
fn destruction_answers_destruction_and_nothing_less() {
    let mut world = injured(60, 4000);
    assert!(makes_sense(&world, "cyber-disrupt"), "what can be undone may be answered so");
    assert!(!makes_sense(&world, "cyber-physical"), "an interruption");
    world.incidents[0].harm.functionality_loss = Function::Permanent;
    assert!(makes_sense(&world, "cyber-physical"));
}

#[test]
fn whoever_has_hurt_in_secret_has_hit_back_for_a_quarter() {
    let mut world = injured(60, 4000);
    let own = "(id: 0, author: state(0), card: 0, target: 3, asset: 3, stage: ended, began: 20, ready: 21, ends: 25, \
               harm: (functionality_loss: interrupted), known_to: \"1.0.0.0\")";
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    world.operations.push(options.from_str(own).unwrap());
    let has = |world: &Situation, at: u8| has_hit_back(&seen(world, 0), Some(StateId(at)));
    assert!(has(&world, 3) && !has(&world, 1));
    world.day = Day(111);
    assert!(!has(&world, 3), "that was long ago");
    (world.day, world.operations[0].harm) = (Day(30), Harm::default());
    assert!(!has(&world, 3), "to look is not to hit");
}

#[test]
fn a_state_with_which_all_is_calm_is_named_later_than_one_in_a_crisis() {
    let names = |day: i32, step: u8| {
        let mut world = injured(35, 4000);
        world.day = Day(day);
        for tie in world.ties.iter_mut().filter(|tie| (tie.low, tie.high) == (StateId(0), StateId(3))) {
            tie.step = step;
        }
        makes_sense(&world, "attribute-publicly")
    };
    assert!(names(100, 5) && !names(100, 0), "the worse the two stand, the sooner");
    assert!(names(300, 0));
    assert!(!names(1, 5), "nobody names anybody overnight");
}

#[test]
fn an_old_case_that_can_be_made_calls_for_a_name_and_for_nothing_else() {
    let mut world = injured(60, 4000);
    world.states[0].attention = 20;
    world.incidents[0].ceased = Some(Day(10));
    let calls = |world: &Situation| {
        let (view, mut calls) = (seen(world, 0), Vec::new());
        occasions(&view, &mut calls);
        calls.retain(|call: &Occasion| call.incident == Some(IncidentId(0)));
        calls
    };
    world.day = Day(300);
    assert!(calls(&world).iter().any(|call| call.calling == Calling::Partner), "it is fresh");
    world.day = Day(400);
    let late = calls(&world);
    assert_eq!(late.iter().map(|call| (call.calling, call.is_late)).collect::<Vec<_>>(), [(Calling::Injury, true)]);
    let orders = ordered("hawk", 0, &world);
    assert!(orders.iter().any(|slug| slug == "attribute-publicly"), "{orders:?}");
    assert!(!orders.iter().any(|slug| ["demarche", "demand-cessation", "sanction-sector"].contains(&slug.as_str())));
    let mut doubtful = world.clone();
    doubtful.beliefs[0].odds = LogOdds::clamped(-2000);
    assert!(calls(&doubtful).is_empty(), "nobody to name");
    world.day = Day(10 + 3 * 365 + 1);
    assert!(calls(&world).is_empty(), "it is history");
}

#[test]
fn whoever_lets_harm_pass_is_asked_and_given_time_before_its_networks_are_entered() {
    let mut world = injured(60, 0);
    world.incidents[0].transit = Some(StateId(1));
    let enters = |world: &Situation| makes_sense_on(world, Calling::Haven, "takedown-botnet-abroad");
    world.day = Day(100);
    assert!(!enters(&world), "it has not been asked");
    let asked = "(id: 0, kind: request, from: 0, to: 1, about: Some(0), day: 20, known_to: \"3.0.0.0\")";
    world.notes.push(ron::from_str(asked).unwrap());
    assert!(!enters(&world), "it has had no time");
    world.day = Day(200);
    assert!(enters(&world));
}

/// How much State 0 wants to know of State 3.
fn curiosity(world: &Situation) -> Permille {
    let (view, mut calls) = (seen(world, 0), Vec::new());
    occasions(&view, &mut calls);
    let curious = |call: &&Occasion| call.calling == Calling::Curiosity && call.target == Some(StateId(3));
    calls.iter().find(curious).unwrap().weight
}

#[test]
fn whoever_has_the_means_watches_others_more() {
    let watches = |intelligence: i32| {
        let mut world = world(4);
        world.states[0].intelligence = Permille::clamped(intelligence);
        curiosity(&world)
    };
    assert!(watches(900) > watches(500) && watches(500) > watches(100));
    assert!(watches(0) > Permille::ZERO, "nobody is blind");
}

#[test]
fn police_ask_before_they_reach_for_servers_abroad() {
    let mut world = injured(60, 4000);
    world.day = Day(100);
    assert!(!makes_sense(&world, "takedown-botnet-abroad"), "nobody has been asked");
    let asked = "(id: 0, kind: demand, from: 0, to: 3, about: Some(0), day: 60, known_to: \"9.0.0.0\")";
    world.notes.push(ron::from_str(asked).unwrap());
    assert!(!makes_sense(&world, "remote-search"), "it has had no time");
    world.day = Day(110);
    assert!(makes_sense(&world, "takedown-botnet-abroad") && makes_sense(&world, "remote-search"));
    assert!(makes_sense(&injured(60, 4000), "cyber-countermeasure"), "it is no police work");
}

#[test]
fn access_readied_for_a_blow_alarms_as_a_theft_does() {
    let weight = |gravity: i32, severity: u8| {
        let mut world = injured(gravity, 4000);
        world.incidents[0].severity = severity;
        let (view, mut calls) = (seen(&world, 0), Vec::new());
        occasions(&view, &mut calls);
        calls.iter().find(|call| call.calling == Calling::Injury).unwrap().weight
    };
    assert_eq!(weight(0, 4), weight(10, 3));
    assert!(weight(0, 3) < weight(0, 4) && weight(0, 4) < weight(20, 4), "what has broken is graver");
}

#[test]
fn who_is_at_odds_is_watched_more_than_who_is_not() {
    let watches = |tension: i32, step: u8| {
        let mut world = world(4);
        let tie = world.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(0), StateId(3))).unwrap();
        (tie.tension, tie.step) = (Permille::clamped(tension), step);
        curiosity(&world).get()
    };
    let (at_odds, at_ease) = (watches(240, 3), watches(20, 0));
    assert!(at_odds * 10 > at_ease * 19, "{at_odds} and {at_ease}");
}
