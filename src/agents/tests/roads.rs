//! What the law offers beside a quarrel: courts for the listed, hands that are handed over, one case for a judge.

use super::*;
use crate::base::id::{AssetId, EvidenceId, ExpulsionId, MeasureId, WrongId};
use crate::sim::incidents::{Harm, Incident};
use crate::sim::knowledge::{Detail, Evidence, EvidenceKind};
use crate::sim::legal::{Claim, Forum};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::operations::{Basis, MeasurePurpose};
use crate::sim::polity::Function;
use crate::sim::relations::{Expulsion, Note, NoteKind, Treaties};

pub(super) fn incident(world: &mut Situation, victim: u8) -> IncidentId {
    let id = IncidentId::at(world.incidents.len());
    world.incidents.push(Incident {
        id,
        victim: StateId(victim),
        asset: Some(AssetId(victim.into())),
        operation: None,
        card: RULES.find("cyber-disrupt").unwrap(),
        harm: Harm { functionality_loss: Function::Interrupted, ..Harm::default() },
        gravity: 35,
        severity: 4,
        began: Day(0),
        noticed: Some(Day(0)),
        ceased: None,
        known_to: StateSet::ALL,
        transit: None,
    });
    id
}

/// State 3 has put a claim to state 0 over an incident.
fn reproached(world: &mut Situation) -> IncidentId {
    let id = incident(world, 3);
    let raised = "(id: 0, claimant: 3, respondent: 0, incident: Some(0), raised: 0, demanded: Some(0))";
    world.claims.push(ron::from_str::<Claim>(raised).unwrap());
    world.states[0].attention = 20;
    id
}

#[test]
fn the_listed_go_to_court_where_courts_are_free_and_go_once() {
    let mut world = world(4);
    world.measures.push(Measure {
        id: MeasureId(0),
        by: StateId(3),
        against: StateId(0),
        card: RULES.find("sanction-individuals").unwrap(),
        sector: Sector::None,
        basis: Basis::default(),
        purpose: MeasurePurpose::default(),
        about: None,
        answers: None,
        departs_from: Treaties::NONE,
        began: Day(0),
        ended: None,
        status: MeasureStatus::default(),
        until: None,
        level: crate::sim::order::Level::Medium,
        strength: Permille::clamped(120),
        reversible: true,
        known_to: StateSet::ALL,
    });
    world.states[0].attention = 20;
    world.states[3].oversight = Permille::clamped(900);
    assert!(ordered("legalist", 0, &world).contains(&"challenge-listing".to_owned()));
    world.states[3].oversight = Permille::clamped(100);
    assert!(!ordered("legalist", 0, &world).contains(&"challenge-listing".to_owned()), "no such court hears them");
    world.states[3].oversight = Permille::clamped(900);
    let tempers = tempers();
    let legalist = tempers.iter().find(|temper| temper.id == "legalist").unwrap();
    let scenario = Scenario { interests: vec![], ..scenario(world.clone()) };
    let view = View::of(&world, &RULES, &scenario, StateId(0), None);
    let mut agent = Utility::new(&RULES, legalist.clone(), 5);
    let challenges = |chosen: &[Chosen]| {
        chosen.iter().filter(|one| one.draft.order.act == Act::Follow(FollowUp::ChallengeListing)).count()
    };
    assert_eq!(challenges(&agent.orders(&view)), 1);
    assert_eq!(challenges(&agent.orders(&view)), 0, "it has been heard this quarter");
}

#[test]
fn criminals_at_home_are_handed_over_to_a_friend_and_tools_never() {
    let mut world = world(4);
    let id = reproached(&mut world);
    world.incidents[id.index()].transit = Some(StateId(0));
    (world.actors[0].home, world.actors[0].sponsor) = (StateId(0), None);
    let tie = world.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(0), StateId(3))).unwrap();
    tie.treaties = tie.treaties.with(Treaties::LEGAL_ASSISTANCE);
    let hands_over = |world: &Situation| ordered("legalist", 0, world).contains(&"extradite".to_owned());
    assert!(hands_over(&world), "{:?}", ordered("legalist", 0, &world));
    assert!(!ordered("hawk", 0, &world).contains(&"extradite".to_owned()), "who loves a quarrel hands over nobody");
    world.actors[0].sponsor = Some(StateId(0));
    assert!(!hands_over(&world), "its own people would talk");
}

#[test]
fn who_has_denied_and_has_nothing_to_hide_accepts_a_judge_and_is_then_sued() {
    let mut world = world(4);
    let id = reproached(&mut world);
    let submits = |world: &Situation| ordered("legalist", 0, world).contains(&"give-consent".to_owned());
    assert!(!submits(&world), "it answers first");
    world.notes.push(Note {
        id: Note::NEW,
        from: StateId(0),
        to: StateId(3),
        kind: NoteKind::Denial,
        about: Some(id),
        claim: Some(WrongId(0)),
        day: Day(0),
        known_to: StateSet::of(StateId(0)).with(StateId(3)),
    });
    assert!(submits(&world), "{:?}", ordered("legalist", 0, &world));
    world.beliefs = vec![Belief {
        holder: StateId(3),
        incident: id,
        question: Question::Author(StateId(0)),
        odds: LogOdds::clamped(4000),
    }];
    world.states[3].attention = 20;
    let sues = |world: &Situation| ordered("legalist", 3, world).contains(&"institute-proceedings".to_owned());
    assert!(!sues(&world), "no court has a title");
    let suit = RULES.find("institute-proceedings").unwrap();
    let given = Undertaking::given(
        UndertakingKind::Consent,
        (StateId(0), StateId(3)),
        Content::Permit(suit),
        Day(0),
        StateSet::EMPTY,
    );
    world.undertakings.push(Undertaking { id: UndertakingId(0), ..given });
    assert!(!submits(&world), "once is enough");
    assert!(sues(&world), "{:?}", ordered("legalist", 3, &world));
    assert_eq!(world.claims[0].forum, Forum::None);
}

#[test]
fn sources_are_spared_and_friends_are_asked_to_sign() {
    let mut world = world(4);
    let id = incident(&mut world, 0);
    world.incidents[id.index()].gravity = 70;
    world.beliefs = vec![Belief {
        holder: StateId(0),
        incident: id,
        question: Question::Author(StateId(2)),
        odds: LogOdds::clamped(4000),
    }];
    let found = |kind, place: usize| Evidence {
        id: EvidenceId::at(place),
        incident: id,
        holder: StateId(0),
        from: None,
        copy_of: None,
        kind,
        bears_on: Question::Author(StateId(2)),
        weight: 1500,
        reliability: Permille::clamped(900),
        fabricated: false,
        found: Day(0),
        detail: Detail::Technical,
        disclosed: Detail::None,
    };
    let accusation = |kind| {
        let mut world = world.clone();
        world.evidence = (0..3).map(|place| found(kind, place)).collect();
        let scenario = Scenario { interests: vec![], ..scenario(world.clone()) };
        let view = View::of(&world, &RULES, &scenario, StateId(0), None);
        let tempers = tempers();
        let legalist = tempers.iter().find(|temper| temper.id == "legalist").unwrap();
        let chosen = utility(&RULES, legalist, 5).orders(&view);
        let named = chosen.iter().map(|one| one.draft.order).find(|order| {
            RULES.card_of(order.act).is_some_and(|card| matches!(card.id.as_str(), "attribute-publicly" | "indict"))
        });
        named.expect("it is sure").terms
    };
    let (open, hidden) = (accusation(EvidenceKind::VendorReport), accusation(EvidenceKind::HumanSource));
    assert_eq!(open.detail, Some(Detail::Technical), "what a firm found anybody may see");
    assert!(hidden.detail < open.detail, "a source that is shown is lost");
    // State 1 is the ally of state 0.
    assert_eq!(open.co_signers, Some(StateSet::of(StateId(1))));
}

#[test]
fn diplomats_sent_home_are_returned_in_kind_and_only_once() {
    let mut world = world(4);
    world.day = Day(30);
    let expulsion = |id, by, of, day, returns| Expulsion {
        id: ExpulsionId(id),
        by: StateId(by),
        of: StateId(of),
        level: crate::sim::order::Level::High,
        about: None,
        returns,
        day: Day(day),
    };
    let returns = |temper: &str, world: &Situation| ordered(temper, 0, world).contains(&"expel-diplomats".to_owned());
    world.states[0].attention = 20;
    assert!(TEMPERS.files().all(|file| !returns(file.path().file_stem().unwrap().to_str().unwrap(), &world)));
    world.expulsions.push(expulsion(0, 3, 0, 0, None));
    for temper in ["hawk", "revisionist", "legalist", "opportunist"] {
        assert!(returns(temper, &world), "{temper}: {:?}", ordered(temper, 0, &world));
    }
    assert!(ordered("hawk", 3, &world).iter().all(|act| act != "expel-diplomats"), "it was they who began");
    let scenario = Scenario { interests: vec![], ..scenario(world.clone()) };
    let view = View::of(&world, &RULES, &scenario, StateId(0), None);
    let hawk = tempers().into_iter().find(|temper| temper.id == "hawk").unwrap();
    let chosen = Utility::new(&RULES, hawk, 5).orders(&view);
    let expels = |one: &&Chosen| one.draft.order.act == Act::Move(RULES.find("expel-diplomats").unwrap());
    let terms = chosen.iter().find(expels).unwrap().draft.order.terms;
    assert_eq!((terms.target, terms.level), (Some(StateId(3)), Some(crate::sim::order::Level::High)), "like for like");
    world.day = Day(90);
    assert!(!returns("hawk", &world), "after two months it is history");
    world.day = Day(30);
    world.expulsions.push(expulsion(1, 0, 3, 7, Some(ExpulsionId(0))));
    assert!(!returns("hawk", &world), "it has been returned");
    assert!(!ordered("hawk", 3, &world).contains(&"expel-diplomats".to_owned()), "an answer is not answered");
}
