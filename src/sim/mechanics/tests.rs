//! Every move that is modelled can be ordered, and is seen to do something.

use crate::base::id::{
    ActorId, AssetId, EvidenceId, IncidentId, MeasureId, OperationId, ResolutionId, StateId, WrongId,
};
use crate::base::{Day, LogOdds, Permille, StateSet};
use crate::sim::Simulation;
use crate::sim::docket::{OrderIx, Refusal, compile};
use crate::sim::effect::Cause;
use crate::sim::event::{NoEffect, What};
use crate::sim::fixture::{order, ring, rules};
use crate::sim::incidents::{Harm, Incident};
use crate::sim::knowledge::{Belief, Confidence, Detail, Evidence, EvidenceKind, Question};
use crate::sim::legal::{Claim, ClaimStatus, Forum, Judgment, Reparation};
use crate::sim::measures::MeasureStatus;
use crate::sim::mechanics::{Mechanic, covert};
use crate::sim::operations::{Basis, Operation, Stage};
use crate::sim::order::{Act, Answer, FollowUp, Level, Order, Param, Publicity, Terms};
use crate::sim::polity::{
    Actor, ActorKind, ActorStanding, ControlLink, CouncilSeat, Function, Party, Sector, StateSupport,
};
use crate::sim::relations::{Alliance, Content, Relations, Treaties, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::situation::Situation;

/// State 0 is being hit by state 1, suspects it, and has made a claim; a gang is at home in state 2.
fn crisis() -> Situation {
    let rules = rules();
    let mut world = ring(3);
    let card = rules.find("cyber-disrupt").unwrap();
    let harm = Harm { functionality_loss: Function::Interrupted, reversible: true, ..Harm::default() };
    let began = {
        let terms = Terms { target: Some(StateId(0)), asset: Some(AssetId(0)), ..Terms::default() };
        let by = Order { by: StateId(1), act: Act::Move(card), terms };
        let Mechanic::Covert(numbers) = &rules.play(card).unwrap().mechanic else { panic!("it is covert") };
        covert::ordered((numbers, &rules.model.operations), &by, card, Day(-20), StateSet::of(StateId(1)))
    };
    world.operations.push(Operation { stage: Stage::Active, ready: Day(-6), ends: Day(400), ..began });
    world.incidents.push(Incident {
        id: IncidentId(0),
        victim: StateId(0),
        asset: Some(AssetId(0)),
        operation: Some(OperationId(0)),
        card,
        harm,
        gravity: 30,
        severity: 2,
        began: Day(-6),
        noticed: Some(Day(-6)),
        ceased: None,
        known_to: [0, 1].into_iter().map(StateId).collect(),
        transit: None,
    });
    world.assets[0].function = Function::Interrupted;
    let lead = |id: u32, kind| Evidence {
        id: EvidenceId(id),
        incident: IncidentId(0),
        holder: StateId(0),
        from: None,
        copy_of: None,
        kind,
        bears_on: Question::Author(StateId(1)),
        weight: 2500,
        reliability: Permille::clamped(800),
        fabricated: false,
        found: Day(-3),
        detail: Detail::Technical,
        disclosed: Detail::None,
    };
    world.evidence = vec![lead(0, EvidenceKind::Tooling), lead(1, EvidenceKind::Intercept)];
    world.beliefs.push(Belief {
        holder: StateId(0),
        incident: IncidentId(0),
        question: Question::Author(StateId(1)),
        odds: LogOdds::clamped(2000),
    });
    world.actors.push(Actor {
        id: ActorId(0),
        kind: ActorKind::Gang,
        home: StateId(0),
        sponsor: None,
        control: ControlLink::None,
        support: StateSupport::None,
        leans_to: None,
        capability: Permille::clamped(500),
        standing: ActorStanding::Active,
        tools: None,
    });
    world.claims.push(Claim {
        id: WrongId(0),
        claimant: StateId(0),
        respondent: StateId(1),
        incident: Some(IncidentId(0)),
        measure: None,
        norm: None,
        raised: Day(-2),
        demanded: Some(Day(-2)),
        notified: None,
        negotiation_offered: None,
        ceased_seen: None,
        reparation: Reparation::None,
        repaired: None,
        assured: None,
        forum: Forum::None,
        put: None,
        provisional: None,
        judgment: Judgment::None,
        status: ClaimStatus::Open,
        closed: None,
    });
    for tie in &mut world.ties {
        tie.treaties = Treaties::TRADE.with(Treaties::JURISDICTION);
    }
    world.ties[1].alliance = Alliance::Allies;
    world.undertakings.push(Undertaking::given(
        UndertakingKind::Consent,
        (StateId(1), StateId(0)),
        Content::Permit(rules.find("hunt-forward").unwrap()),
        Day(-10),
        StateSet::EMPTY,
    ));
    world
}

/// Terms in which a card finds all it requires: towards state 1, about what hit state 0.
fn terms(demanded: &[Param]) -> Terms {
    let mut terms = Terms::default();
    for param in demanded {
        match param {
            Param::Target => terms.target = Some(StateId(1)),
            Param::Asset => terms.asset = Some(AssetId(1)),
            Param::Incident => terms.incident = Some(IncidentId(0)),
            Param::Actor => terms.actor = Some(ActorId(0)),
            Param::Sector => terms.sector = Some(Sector::Energy),
            Param::Treaties => terms.treaties = Some(Treaties::TRADE),
            other => panic!("a card requires {other:?}: say here what to give"),
        }
    }
    terms
}

#[test]
fn every_modelled_move_can_be_ordered_and_leaves_a_trace() {
    let rules = rules();
    let mut idle = Vec::new();
    for card in &rules.cards {
        let Some(play) = &card.play else { continue };
        let demanded: Vec<Param> = Param::ALL.iter().copied().filter(|param| play.demands(*param)).collect();
        let (mut by, mut terms) = (0, terms(&demanded));
        match card.id.as_str() {
            // At home, about one's own.
            "harden" => terms.asset = Some(AssetId(0)),
            "suppress-at-home" => terms.actor = Some(ActorId(0)),
            "demand-cessation" | "notify-countermeasures" | "refer-to-unsc" | "institute-proceedings" => {
                terms.claim = Some(WrongId(0));
            }
            "sue-state" => (terms.claim, terms.level) = (Some(WrongId(0)), Some(Level::Low)),
            // Help goes to the victim, and amends are made to the claimant.
            "give-assistance" | "tolerate-use" | "make-reparation" | "apologise-assure" => {
                (by, terms.target, terms.incident) = (1, Some(StateId(0)), Some(IncidentId(0)));
            }
            _ => {}
        }
        let order = order(&rules, by, &card.id, terms);
        let world = crisis();
        let docket = compile(&world, &rules, vec![order]);
        assert_eq!(docket.refusals(), [], "{}", card.id);
        let record = Simulation::new(rules.clone(), &world, 1).adjudicate(&docket);
        let traced = record.events.iter().any(|event| {
            event.cause == Cause::Order(OrderIx(0)) && !matches!(event.what, What::Ruled { .. } | What::Bent { .. })
        });
        if !traced {
            idle.push(&card.id);
        }
    }
    assert!(idle.is_empty(), "these do nothing that anybody could see: {idle:?}");
}

fn play(world: &Situation, orders: Vec<Order>) -> (Simulation, Vec<What>) {
    let rules = rules();
    let mut sim = Simulation::new(rules, world, 1);
    let record = sim.play(orders);
    assert_eq!(record.refusals, [], "{record:?}");
    let told = record.events.iter().map(|event| event.what).collect();
    (sim, told)
}

fn why(world: &Situation, order: Order) -> Option<Refusal> {
    compile(world, &rules(), vec![order]).refusals().first().map(|refused| refused.why)
}

fn at(target: u8) -> Terms {
    Terms { target: Some(StateId(target)), ..Terms::default() }
}

fn about(target: u8) -> Terms {
    Terms { incident: Some(IncidentId(0)), ..at(target) }
}

#[test]
fn a_demand_raises_one_claim_for_each_wrong_and_later_notes_advance_it() {
    let rules = rules();
    let mut world = crisis();
    world.claims.clear();
    let demand = |terms| order(&rules, 0, "demand-cessation", terms);
    assert_eq!(why(&world, demand(at(1))), Some(Refusal::Missing(Param::Incident)));
    let (mut sim, told) = play(&world, vec![demand(about(1))]);
    assert!(told.contains(&What::ClaimRaised { claim: WrongId(0) }));
    assert!(sim.play(vec![demand(about(1))]).refusals.is_empty());
    sim.play(vec![demand(Terms { omission: Some(true), ..about(1) })]);
    sim.play(vec![order(&rules, 0, "notify-countermeasures", about(1))]);
    let after = sim.situation();
    assert_eq!(after.claims.len(), 2, "the act and the omission are two wrongs");
    assert_eq!(after.claims[0].norm, None);
    assert_eq!(after.claims[1].norm, rules.law.corpus.find("due-diligence").map(|norm| norm.0));
    assert_eq!((after.claims[0].demanded, after.claims[1].demanded), (Some(Day(0)), Some(Day(14))));
    assert_eq!((after.claims[0].notified, after.claims[0].negotiation_offered), (Some(Day(21)), Some(Day(21))));
    assert_eq!(after.claims[1].notified, None);
    assert_eq!(after.undertakings[1].content, Content::Talks);
}

#[test]
fn refusals_say_what_stands_in_the_way() {
    let rules = rules();
    let world = crisis();
    let suspend = Terms { treaties: Some(Treaties::TRANSPORT), ..at(1) };
    assert_eq!(why(&world, order(&rules, 0, "suspend-treaty", suspend)), Some(Refusal::NoTreaty));
    assert_eq!(why(&world, order(&rules, 2, "hunt-forward", at(1))), Some(Refusal::NoConsent));
    let hand = Terms { asset: Some(AssetId(1)), actor: Some(ActorId(0)), ..at(1) };
    assert_eq!(why(&world, order(&rules, 2, "ddos", hand)), Some(Refusal::NotYours(Param::Actor)));
    let theirs = Terms { actor: Some(ActorId(0)), ..Terms::default() };
    assert_eq!(why(&world, order(&rules, 1, "suppress-at-home", theirs)), Some(Refusal::NotYours(Param::Actor)));
    assert_eq!(
        why(&world, order(&rules, 1, "block-traffic", Terms { target: None, ..about(0) })),
        Some(Refusal::NotYours(Param::Incident))
    );
    assert_eq!(
        why(&world, order(&rules, 0, "make-reparation", Terms { claim: Some(WrongId(0)), ..at(1) })),
        Some(Refusal::NotTheirs(Param::Claim)),
        "nobody repairs a wrong that it suffered"
    );
    let other = Terms { claim: Some(WrongId(0)), ..at(2) };
    assert_eq!(why(&world, order(&rules, 0, "demand-cessation", other)), Some(Refusal::NotTheirs(Param::Claim)));
}

#[test]
fn a_countermeasure_stops_what_it_answers_only_where_that_is_run() {
    let rules = rules();
    let mut world = crisis();
    world.states[0].cyber_offence = Permille::FULL;
    let strike = |target: u8| {
        let terms = Terms {
            asset: Some(AssetId(target.into())),
            level: Some(Level::Low),
            basis: Basis::Countermeasure,
            ..about(target)
        };
        order(&rules, 0, "cyber-countermeasure", terms)
    };
    let (right, told) = play(&world, vec![strike(1)]);
    assert!(told.contains(&What::OperationProgressed { operation: OperationId(0), stage: Stage::Burned }));
    assert!(right.situation().incidents[0].ceased.is_some());
    let (wrong, told) = play(&world, vec![strike(2)]);
    let why = NoEffect::NotRunFromThere;
    assert!(told.contains(&What::OperationFailed { operation: OperationId(1), why }), "{told:?}");
    assert!(wrong.situation().incidents[0].ceased.is_none());
    assert_eq!(wrong.situation().incidents[1].victim, StateId(2), "harm is done all the same");
}

#[test]
fn harm_goes_on_until_somebody_ends_it() {
    let rules = rules();
    let (mut sim, _) = play(&crisis(), vec![]);
    for _ in 0..4 {
        sim.play(vec![]);
    }
    let worn = sim.situation();
    assert!(worn.incidents[0].ceased.is_none() && worn.assets[0].function == Function::Interrupted);
    assert!(worn.states[0].pressure > crisis().states[0].pressure, "an outage that goes on wears a public down");
    let stop = Terms { operation: Some(OperationId(0)), ..Terms::default() };
    sim.play(vec![Order { by: StateId(1), act: Act::Follow(FollowUp::Stop), terms: stop }]);
    let over = sim.situation();
    assert!(over.incidents[0].ceased.is_some() && over.claims[0].ceased_seen.is_some());
    assert_eq!(over.assets[0].function, Function::None);
    let repair = order(&rules, 1, "make-reparation", Terms { claim: Some(WrongId(0)), ..at(0) });
    sim.play(vec![repair]);
    assert_eq!(sim.situation().claims[0].reparation, Reparation::Full);
}

#[test]
fn an_accusation_costs_the_accused_by_what_is_shown_and_the_accuser_if_it_is_wrong() {
    let rules = rules();
    let mut world = crisis();
    let accuse = |detail| order(&rules, 0, "attribute-publicly", Terms { detail: Some(detail), ..about(1) });
    let lost = |world: &Situation, detail| {
        let (sim, _) = play(world, vec![accuse(detail)]);
        world.states[1].legitimacy.get() - sim.situation().states[1].legitimacy.get()
    };
    assert!(0 < lost(&world, Detail::None));
    assert!(lost(&world, Detail::None) < lost(&world, Detail::Summary));
    assert!(lost(&world, Detail::Summary) < lost(&world, Detail::Technical));
    let denial = Terms { publicity: Some(Publicity::Public), ..about(0) };
    let deny = Order { by: StateId(1), act: Act::Follow(FollowUp::Answer(Answer::Deny)), terms: denial };
    let refuted = What::Refuted { accuser: StateId(0), accused: StateId(1), incident: IncidentId(0) };
    let deny_after = |world: &Situation, seed| {
        let mut sim = Simulation::new(rules.clone(), world, seed);
        sim.play(vec![accuse(Detail::Technical)]);
        sim.play(vec![deny]).events.iter().any(|event| event.what == refuted)
    };
    assert!((0..20).all(|seed| !deny_after(&world, seed)), "the guilty are not cleared by denying");
    world.operations[0].author = Party::State(StateId(2));
    assert!((0..20).any(|seed| deny_after(&world, seed)));
}

#[test]
fn evidence_changes_hands_once_and_moves_its_receiver() {
    let rules = rules();
    let share = || order(&rules, 0, "share-evidence", Terms { detail: Some(Detail::Technical), ..about(2) });
    let (mut sim, _) = play(&crisis(), vec![share()]);
    let first = sim.situation();
    let copies = first.evidence.iter().filter(|item| item.holder == StateId(2)).count();
    assert_eq!(copies, 2);
    let believed = first.beliefs.iter().find(|row| row.holder == StateId(2)).unwrap();
    assert_eq!(believed.question, Question::Author(StateId(1)));
    assert!(Confidence::of(believed.odds) > Confidence::None);
    let again = sim.play(vec![share()]);
    let nothing = What::NoEffect { order: OrderIx(0), why: NoEffect::NothingFound };
    assert!(again.events.iter().any(|event| event.what == nothing), "what is known already is no news");
    assert_eq!(sim.situation().evidence.len(), first.evidence.len());
}

#[test]
fn a_court_needs_a_clause_and_nobody_keeps_a_matter_off_the_councils_agenda() {
    let rules = rules();
    let mut world = crisis();
    let forum = |world: &Situation, slug: &str| {
        let (sim, told) = play(world, vec![order(&rules, 0, slug, Terms { claim: Some(WrongId(0)), ..at(1) })]);
        (sim.situation().claims[0].forum, told)
    };
    assert_eq!(forum(&world, "institute-proceedings").0, Forum::Icj);
    world.ties[0].treaties = Treaties::TRADE;
    world.states[1].council = CouncilSeat::Permanent;
    let (put, told) = forum(&world, "institute-proceedings");
    assert_eq!(put, Forum::None);
    assert!(told.contains(&What::NoEffect { order: OrderIx(0), why: NoEffect::NoJurisdiction }), "{told:?}");
    let (put, told) = forum(&world, "refer-to-unsc");
    assert_eq!(put, Forum::Unsc);
    assert!(told.contains(&What::ResolutionTabled { resolution: ResolutionId(0) }), "{told:?}");
}

#[test]
fn consent_is_given_used_and_taken_back() {
    let rules = rules();
    let hunt = rules.find("hunt-forward").unwrap();
    let mut world = crisis();
    world.undertakings.clear();
    let give = Terms { other_move: Some(hunt), ..at(1) };
    let (mut sim, _) =
        play(&world, vec![Order { by: StateId(0), act: Act::Follow(FollowUp::GiveConsent), terms: give }]);
    let record = sim.play(vec![order(&rules, 1, "hunt-forward", at(0))]);
    assert_eq!(record.refusals, []);
    let taken_back = Terms { undertaking: Some(Undertaking::NEW), ..Terms::default() };
    sim.play(vec![Order { by: StateId(0), act: Act::Follow(FollowUp::WithdrawConsent), terms: taken_back }]);
    assert_eq!(sim.situation().undertakings[0].status, UndertakingStatus::Withdrawn);
    let late = order(&rules, 1, "hunt-forward", at(0));
    assert_eq!(why(&sim.situation(), late), Some(Refusal::NoConsent));
}

#[test]
fn measures_are_narrowed_suspended_and_end_by_their_term() {
    let rules = rules();
    let embargo = |days| order(&rules, 0, "embargo", Terms { days, ..at(1) });
    let (mut sim, _) = play(&crisis(), vec![embargo(None)]);
    let whole = sim.situation().measures[0].strength;
    let on = Terms { measure: Some(MeasureId(0)), ..Terms::default() };
    let follow = |act| Order { by: StateId(0), act: Act::Follow(act), terms: on };
    sim.play(vec![follow(FollowUp::Narrow)]);
    assert_eq!(sim.situation().measures[0].strength.get(), whole.get() / 2);
    sim.play(vec![follow(FollowUp::Suspend), embargo(Some(10))]);
    sim.play(vec![]);
    let after = sim.situation();
    assert_eq!(after.measures[0].status, MeasureStatus::Suspended);
    assert_eq!(after.measures[1].status, MeasureStatus::Expired);
    assert_eq!(after.ties[0].relations, Relations::Full);
}

#[test]
fn the_three_truths_about_a_transit_state_read_differently() {
    let rules = rules();
    let inquiry = Terms { target: None, level: Some(Level::High), ..about(1) };
    let learnt = |world: &Situation| {
        let mut found = Vec::new();
        for seed in 0..8 {
            let mut sim = Simulation::new(rules.clone(), world, seed);
            sim.play(vec![order(&rules, 0, "investigate", inquiry)]);
            found.extend(
                sim.situation().evidence.into_iter().filter(|item| item.bears_on == Question::Harbours(StateId(2))),
            );
        }
        assert!(!found.is_empty());
        found.iter().map(|item| item.weight.signum()).collect::<Vec<_>>()
    };
    let mut world = crisis();
    world.operations[0].via = Some(StateId(2));
    world.incidents[0].transit = Some(StateId(2));
    assert!(learnt(&world).iter().all(|sign| *sign < 0), "an ignorant state is cleared");
    let knowing = Belief {
        holder: StateId(2),
        incident: IncidentId(0),
        question: Question::Harbours(StateId(2)),
        odds: LogOdds::clamped(4000),
    };
    world.beliefs.push(knowing);
    assert!(learnt(&world).iter().all(|sign| *sign > 0), "one that looks away is found out");
    world.beliefs.pop();
    world.operations[0].hand = Some(ActorId(0));
    world.actors[0] = Actor {
        home: StateId(2),
        sponsor: Some(StateId(2)),
        control: ControlLink::OverallControl,
        support: StateSupport::Funding,
        ..world.actors[0]
    };
    assert!(learnt(&world).iter().all(|sign| *sign > 0), "and so is one that pays the hand");
}

fn answer(by: u8, answer: Answer, terms: Terms) -> Order {
    Order { by: StateId(by), act: Act::Follow(FollowUp::Answer(answer)), terms }
}

#[test]
fn everybody_hears_that_a_group_is_shut_down() {
    let terms = Terms { actor: Some(ActorId(0)), level: Some(Level::High), ..Terms::default() };
    let rules = rules();
    let record = Simulation::new(rules.clone(), &crisis(), 1).play(vec![order(&rules, 0, "suppress-at-home", terms)]);
    let heard = record.events.iter().find(|event| matches!(event.what, What::ActorChanged { .. })).unwrap();
    assert!(heard.audience.is_public(), "whoever would work through it is refused, and must be able to know why");
}

#[test]
fn what_its_addressee_cannot_see_shows_on_no_ladder() {
    let rules = rules();
    let world = crisis();
    let threat = |publicity| order(&rules, 0, "military-signal", Terms { publicity: Some(publicity), ..at(1) });
    let step = |publicity| play(&world, vec![threat(publicity)]).0.situation().ties[0].step;
    let quiet = play(&world, Vec::new()).0.situation().ties[0];
    assert!(step(Publicity::Public) > quiet.step, "in the open it stands on a step by itself");
    assert_eq!(step(Publicity::Secret), quiet.step);
    let (sim, _) = play(&world, vec![threat(Publicity::Secret)]);
    assert_eq!(sim.situation().ties[0].tension, quiet.tension);
}

#[test]
fn who_is_accused_can_name_what_it_is_accused_of() {
    let reply = answer(2, Answer::Deny, about(1));
    assert_eq!(why(&crisis(), reply), Some(Refusal::Unknown(Param::Incident)), "it has not heard of it");
    let (mut sim, told) = play(&crisis(), vec![answer(1, Answer::CounterAccuse, about(2))]);
    assert!(told.contains(&What::IncidentLearnt { incident: IncidentId(0) }));
    assert!(sim.play(vec![reply]).refusals.is_empty());
}

#[test]
fn an_answer_is_heard_by_whoever_heard_the_reproach_unless_its_author_says_otherwise() {
    let rules = rules();
    let heard = |reproach: &str, publicity: Option<Publicity>| {
        let (mut sim, _) = play(&crisis(), vec![order(&rules, 0, reproach, about(1))]);
        let record = sim.play(vec![answer(1, Answer::Deny, Terms { publicity, ..about(0) })]);
        assert_eq!(record.refusals, []);
        sim.situation().notes.last().unwrap().known_to.is_public()
    };
    assert!(heard("attribute-publicly", None), "a public accusation is denied in public");
    assert!(!heard("attribute-publicly", Some(Publicity::Shared)), "unless the denial is meant for the accuser alone");
    assert!(!heard("demarche", None), "a quiet word is answered quietly");
    assert!(heard("demarche", Some(Publicity::Public)));
}
