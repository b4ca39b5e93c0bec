//! Words: what was promised is done, what is denied is not paid for, and what is threatened fits what it is about.

use super::habits::{injured, measured, seen, temper};
use super::roads::incident;
use super::*;
use crate::base::id::MeasureId;
use crate::sim::legal::Claim;
use crate::sim::operations::{Basis, Operation};
use crate::sim::order::Publicity;
use crate::sim::relations::{Note, NoteKind};
use crate::view::{Calling, Occasion, bind, occasions};

fn promised(world: &mut Situation, content: Content) {
    world.undertakings.push(Undertaking {
        id: UndertakingId::at(world.undertakings.len()),
        since: Some(world.day),
        status: UndertakingStatus::Accepted,
        ..Undertaking::given(UndertakingKind::Offer, (StateId(0), StateId(3)), content, world.day, StateSet::EMPTY)
    });
}

#[test]
fn a_promise_is_kept_by_who_gave_it_unless_its_word_means_nothing_to_it() {
    let mut world = measured(Basis::Retorsion, 5);
    let lifts = |world: &Situation, temper: &str| ordered(temper, 0, world).contains(&"lift".to_owned());
    assert!(!lifts(&world, "legalist"));
    promised(&mut world, Content::LiftMeasure(MeasureId(0)));
    assert!(lifts(&world, "legalist"));
    assert!(!lifts(&world, "revisionist"), "its word is good for nothing");
    let mut home = attentive();
    let clears = |world: &Situation| ordered("legalist", 1, world).contains(&"suppress-at-home".to_owned());
    assert!(!clears(&home));
    home.undertakings.push(Undertaking {
        id: UndertakingId(0),
        since: Some(home.day),
        status: UndertakingStatus::Accepted,
        ..Undertaking::given(
            UndertakingKind::Offer,
            (StateId(1), StateId(2)),
            Content::SuppressAtHome,
            home.day,
            StateSet::EMPTY,
        )
    });
    assert!(clears(&home), "{:?}", ordered("legalist", 1, &home));
    home.undertakings[0].done_by = StateSet::of(StateId(1));
    assert!(!clears(&home), "once is enough");
}

fn attentive() -> Situation {
    let mut world = world(4);
    world.states.iter_mut().for_each(|state| state.attention = 20);
    world
}

#[test]
fn nobody_makes_good_what_it_does_not_own_up_to() {
    let mut world = attentive();
    let hit = incident(&mut world, 3);
    let raised = "(id: 0, claimant: 3, respondent: 0, incident: Some(0), raised: 0, demanded: Some(0))";
    world.claims.push(ron::from_str::<Claim>(raised).unwrap());
    let own = "(id: 0, author: state(0), card: 0, target: 3, asset: 3, stage: ended, began: -9, ready: -5, ends: 0, known_to: \"1.0.0.0\")";
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let operation: Operation = options.from_str(own).unwrap();
    world.operations.push(Operation { card: world.incidents[hit.index()].card, ..operation });
    let repairs = |world: &Situation| ordered("legalist", 0, world).contains(&"make-reparation".to_owned());
    assert!(!repairs(&world), "it has said nothing yet");
    world.notes.push(Note {
        id: Note::NEW,
        from: StateId(0),
        to: StateId(3),
        kind: NoteKind::Admission,
        about: Some(hit),
        claim: None,
        day: world.day,
        known_to: StateSet::ALL,
    });
    assert!(repairs(&world), "{:?}", ordered("legalist", 0, &world));
}

#[test]
fn a_threat_asks_for_an_end_while_harm_lasts_and_for_amends_after_it() {
    let asked = |world: &Situation| {
        let view = seen(world, 0);
        let mut calls: Vec<Occasion> = Vec::new();
        occasions(&view, &mut calls);
        let call = calls.iter().find(|call| call.calling == Calling::Injury).unwrap();
        bind(&view, Act::Follow(FollowUp::ThreatenMeasure), call).unwrap().order.terms.content
    };
    let mut world = injured(60, 4000);
    assert_eq!(asked(&world), Some(Content::CeaseOperations));
    world.incidents[0].ceased = Some(Day(20));
    assert_eq!(asked(&world), Some(Content::Reparation));
}

#[test]
fn arms_against_arms_are_called_self_defence_and_nothing_else_is() {
    let label = |slug: &str| {
        let mut world = injured(60, 4000);
        world.incidents[0].card = RULES.find(slug).unwrap();
        let view = seen(&world, 0);
        let mut calls: Vec<Occasion> = Vec::new();
        occasions(&view, &mut calls);
        let call = calls.iter().find(|call| call.calling == Calling::Injury).unwrap();
        bind(&view, Act::Move(RULES.find("armed-force").unwrap()), call).unwrap().order.terms.basis
    };
    assert_eq!(label("armed-force"), Basis::SelfDefence);
    assert_ne!(label("cyber-physical"), Basis::SelfDefence);
}

#[test]
fn protests_are_loud_over_what_everybody_has_heard_of() {
    let said = |world: &Situation, id: &str| -> Vec<Option<Publicity>> {
        let view = seen(world, 0);
        let complains = ["demarche", "demand-cessation"].map(|slug| Act::Move(RULES.find(slug).unwrap()));
        let chosen = Utility::new(&RULES, Arc::new(temper(id)), 5).orders(&view);
        let words = chosen.iter().map(|chosen| &chosen.draft.order).filter(|order| complains.contains(&order.act));
        words.map(|order| order.terms.publicity).collect()
    };
    let mut world = injured(60, 4000);
    world.states[0].attention = 20;
    let aloud = Some(Publicity::Public);
    assert!(said(&world, "legalist").contains(&aloud));
    world.incidents[0].known_to = StateSet::of(StateId(0));
    let quiet = said(&world, "legalist");
    assert!(!quiet.is_empty() && !quiet.contains(&aloud), "{quiet:?}");
}

#[test]
fn an_ultimatum_is_given_way_to_only_where_no_right_is_given_up() {
    let gives_way = |content: Content, temper: &str, began: i32| {
        let mut world = measured(Basis::Retorsion, began);
        world.undertakings.push(Undertaking {
            due: Some(Day(60)),
            ..Undertaking::given(
                UndertakingKind::Ultimatum,
                (StateId(3), StateId(0)),
                content,
                world.day,
                StateSet::EMPTY,
            )
        });
        ordered(temper, 0, &world).contains(&"accept".to_owned())
    };
    assert!(gives_way(Content::CeaseOperations, "legalist", 5), "to stop what one does not do costs nothing");
    assert!(!gives_way(Content::CeaseOperations, "hawk", 5));
    assert!(!gives_way(Content::LiftMeasure(MeasureId(0)), "legalist", 5), "it has hardly begun");
    assert!(gives_way(Content::LiftMeasure(MeasureId(0)), "legalist", -400));
    assert!(!gives_way(Content::Reparation, "legalist", 5), "it has done nothing");
}

#[test]
fn what_is_settled_is_not_pressed_again() {
    let mut world = injured(60, 4000);
    world.states[0].attention = 20;
    let raised = "(id: 0, claimant: 0, respondent: 3, incident: Some(0), raised: 5, demanded: Some(5))";
    world.claims.push(ron::from_str::<Claim>(raised).unwrap());
    let view = |world: &Situation| seen(world, 0);
    let threatens = |world: &Situation| {
        let view = view(world);
        let mut calls: Vec<Occasion> = Vec::new();
        occasions(&view, &mut calls);
        let call = calls.iter().find(|call| call.calling == Calling::Injury).unwrap();
        crate::agents::sense::can_threaten(&view, call)
    };
    assert!(threatens(&world));
    world.claims[0].status = crate::sim::legal::ClaimStatus::Settled;
    assert!(!threatens(&world));
}
