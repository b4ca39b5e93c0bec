//! The questionnaire against the law: what the truth leaves open, and what a seat may not learn from it.

use crate::base::id::{AssetId, IncidentId, OperationId, StateId, WrongId};
use crate::base::{Day, Permille, StateSet};
use crate::law::fact::{NO, facts};
use crate::law::{Finding, Overall};
use crate::sim::card::MoveId;
use crate::sim::fixture::{cards, ring, rules, rules_of};
use crate::sim::incidents::{DataEffect, Harm, Incident};
use crate::sim::knowledge::Detail;
use crate::sim::legal::{
    Chambers, Claim, ClaimStatus, Conduct, Forum, Judgment, Reparation, Sitting, Standpoint, Verdict,
};
use crate::sim::mechanics::{Mechanic, covert};
use crate::sim::operations::{Basis, Stage};
use crate::sim::order::{Act, FollowUp, Level, Order, Terms};
use crate::sim::polity::{Function, Sector};
use crate::sim::situation::Situation;

fn order(act: Act) -> Order {
    let terms = Terms { target: Some(StateId(1)), asset: Some(AssetId(1)), ..Terms::default() };
    Order { by: StateId(0), act, terms }
}

#[test]
fn the_truth_leaves_no_verdict_open() {
    let (rules, scene) = (rules(), ring(3));
    let mut chambers = Chambers::new(&rules);
    let mut sitting = Sitting::new(&scene, &rules, &mut chambers);
    let mut open = Vec::new();
    for place in 0..rules.cards.len() {
        let order = order(Act::Move(MoveId(place as u8)));
        let conduct = Conduct::of_order(&rules, &order, Day(10));
        let Verdict { overall, is_provisional, .. } = sitting.judge(&conduct, Standpoint::Truth);
        if overall == Overall::Undetermined || is_provisional {
            let opinion = sitting.opinion(&conduct, Standpoint::Truth);
            let unknown: Vec<&str> = opinion
                .entries
                .iter()
                .flat_map(|entry| entry.turns_on.facts.iter().chain(&entry.raised_by.facts))
                .map(|lead| rules.law.corpus.vocabulary().spec(lead.fact).name.as_str())
                .collect();
            open.push(format!("{}: {overall:?} turns on {unknown:?}", rules.cards[place].id));
        }
    }
    assert!(open.is_empty(), "{}", open.join("\n"));
}

#[test]
fn every_follow_up_act_stands_in_law() {
    let rules = rules();
    for (number, slug) in FollowUp::SLUGS.iter().enumerate() {
        assert_eq!(rules.law.act(Act::Follow(FollowUp::Stop)).id, "stop");
        assert_eq!(rules.law.follow_up(number).id, *slug, "assets/model/follow_ups.ron keeps the order of the numbers");
    }
}

/// State 0 suffers an outage, in truth ordered by `author`, and answers state 1.
fn wronged_by(author: u8) -> Situation {
    let rules = rules();
    let mut scene = ring(3);
    let harm = Harm { functionality_loss: Function::Interrupted, reversible: true, ..Harm::default() };
    let terms = Terms { target: Some(StateId(0)), asset: Some(AssetId(0)), ..Terms::default() };
    let card = rules.find("cyber-disrupt").unwrap();
    let Some(Mechanic::Covert(numbers)) = rules.play(card).map(|play| &play.mechanic) else { panic!("it is covert") };
    let mut operation = covert::ordered(
        (numbers, &rules.model.operations),
        &Order { by: StateId(author), act: Act::Move(card), terms },
        card,
        Day(0),
        StateSet::of(StateId(author)),
    );
    operation.stage = Stage::Active;
    scene.operations.push(operation);
    scene.incidents.push(Incident {
        id: IncidentId(0),
        victim: StateId(0),
        asset: Some(AssetId(0)),
        operation: Some(OperationId(0)),
        card,
        harm,
        gravity: 30,
        severity: 2,
        began: Day(3),
        noticed: Some(Day(3)),
        ceased: None,
        known_to: StateSet::of(StateId(0)),
        transit: None,
    });
    scene
}

#[test]
fn a_seat_is_not_told_whose_the_prior_act_was() {
    let rules = rules();
    let sanction = Act::Move(rules.find("sanction-sector").unwrap());
    let mut order = order(sanction);
    order.terms.incident = Some(IncidentId(0));
    order.terms.basis = Basis::Countermeasure;
    let conduct = Conduct::of_order(&rules, &order, Day(10));
    let ask = |author, standpoint| {
        Sitting::new(&wronged_by(author), &rules, &mut Chambers::new(&rules)).sheet(&conduct, standpoint)
    };
    assert_eq!(
        ask(1, Standpoint::Seat),
        ask(2, Standpoint::Seat),
        "nothing a seat is told depends on the hidden author"
    );
    assert_eq!(ask(1, Standpoint::Seat).get(facts::PRIOR_ACT_BY_TARGET), None);
    assert!(ask(1, Standpoint::Truth).holds(facts::PRIOR_ACT_BY_TARGET));
    assert!(ask(2, Standpoint::Truth).is(facts::PRIOR_ACT_BY_TARGET, NO));
}

/// State 1 says that state 0 wronged it, by an act that went through state 0's networks.
fn wrong_by_0() -> Situation {
    let mut scene = wronged_by(0);
    scene.operations[0].target = StateId(1);
    scene.incidents[0].victim = StateId(1);
    scene.incidents[0].transit = Some(StateId(0));
    scene.incidents[0].known_to = StateSet::ALL;
    scene.claims.push(Claim {
        id: WrongId(0),
        claimant: StateId(1),
        respondent: StateId(0),
        incident: Some(IncidentId(0)),
        measure: None,
        norm: None,
        raised: Day(4),
        demanded: Some(Day(4)),
        notified: None,
        negotiation_offered: None,
        ceased_seen: None,
        reparation: Reparation::None,
        repaired: None,
        assured: None,
        forum: Forum::Diplomatic,
        put: None,
        provisional: None,
        judgment: Judgment::None,
        status: ClaimStatus::Open,
        closed: None,
    });
    scene
}

#[test]
fn the_law_knows_a_card_by_what_it_declares_and_not_by_its_name() {
    let mut all = cards();
    let originals = all.len();
    for nth in 0..originals {
        let mut copy = all[nth].clone();
        copy.id = format!("zz-{}", copy.id);
        all.push(copy);
    }
    let (rules, scene) = (rules_of(all), wrong_by_0());
    for card in &rules.cards[..originals] {
        let (own, copy) = (rules.find(&card.id).unwrap(), rules.find(&format!("zz-{}", card.id)).unwrap());
        for level in [Level::Low, Level::Medium, Level::High] {
            let ask = |id| {
                let mut order = order(Act::Move(id));
                order.terms.incident = Some(IncidentId(0));
                order.terms.level = Some(level);
                order.terms.days = Some(1);
                let conduct = Conduct::of_order(&rules, &order, Day(10));
                [Standpoint::Truth, Standpoint::Public, Standpoint::Seat].map(|standpoint| {
                    Sitting::new(&scene, &rules, &mut Chambers::new(&rules)).sheet(&conduct, standpoint)
                })
            };
            assert!(
                ask(own) == ask(copy),
                "{} at {level:?}: another card over its mechanic answers otherwise",
                card.id
            );
        }
    }
}

#[test]
fn what_a_card_grades_follows_from_how_far_it_goes() {
    let (rules, scene) = (rules(), ring(3));
    let entered = |level| {
        let mut order = order(Act::Move(rules.find("coerce-mission").unwrap()));
        order.terms.level = Some(level);
        let conduct = Conduct::of_order(&rules, &order, Day(10));
        let sheet = Sitting::new(&scene, &rules, &mut Chambers::new(&rules)).sheet(&conduct, Standpoint::Truth);
        (sheet.holds(facts::MISSION_PREMISES_ENTERED), sheet.holds(facts::PROTECTED_PERSON_COERCED))
    };
    assert_eq!([Level::Low, Level::Medium, Level::High].map(entered), [(false, false), (true, false), (true, true)]);
}

#[test]
fn stolen_private_data_are_handed_on_in_detail_only_under_oversight() {
    let rules = rules();
    let mut scene = wronged_by(1);
    scene.incidents[0].harm = Harm { data_effect: DataEffect::Copied, ..Harm::default() };
    scene.assets[0].sector = Sector::PrivatePersons;
    let told = |scene: &Situation, id: &str, detail| {
        let mut order = order(Act::Move(rules.find(id).unwrap()));
        order.terms.incident = Some(IncidentId(0));
        order.terms.asset = None;
        order.terms.detail = Some(detail);
        let conduct = Conduct::of_order(&rules, &order, Day(10));
        let mut chambers = Chambers::new(&rules);
        let mut sitting = Sitting::new(scene, &rules, &mut chambers);
        let opinion = sitting.opinion(&conduct, Standpoint::Seat);
        opinion
            .entries
            .iter()
            .any(|entry| rules.law.corpus.norm(entry.norm).spec.id == "hr.privacy" && entry.finding == Finding::Breach)
    };
    for id in ["share-evidence", "attribute-publicly"] {
        scene.states[0].oversight = Permille::ZERO;
        assert!(told(&scene, id, Detail::Technical), "{id}: records go along and nobody watches");
        assert!(!told(&scene, id, Detail::Summary), "{id}: a summary names nobody");
        scene.states[0].oversight = Permille::FULL;
        assert!(!told(&scene, id, Detail::Technical), "{id}: oversight leaves the names out");
        scene.states[0].oversight = Permille::ZERO;
        scene.assets[0].sector = Sector::Energy;
        assert!(!told(&scene, id, Detail::Technical), "{id}: nobody's records are in it");
        scene.assets[0].sector = Sector::PrivatePersons;
    }
}
