//! The acts on things that exist, one by one, and the words they give, keep and break.

use std::sync::{Arc, LazyLock};

use crate::base::id::{AssetId, IncidentId, MeasureId, ResolutionId, StateId, UndertakingId};
use crate::base::{Day, Permille, StateSet};
use crate::sim::council::{Body, ResolutionStatus};
use crate::sim::docket::{Refusal, compile, reserved};
use crate::sim::event::{NoEffect, What};
use crate::sim::fixture::{self, order, ring};
use crate::sim::knowledge::Question;
use crate::sim::order::{Act, Ballot, FollowUp, Order, Param, Publicity, Terms};
use crate::sim::polity::{CouncilSeat, Sector};
use crate::sim::relations::{Content, Relations, Treaties, UndertakingKind, UndertakingStatus as Became};
use crate::sim::{Rulebook, Simulation, Situation, TurnRecord};

/// Read once: reading the catalogue takes longer than a game.
pub(super) static RULES: LazyLock<Arc<Rulebook>> = LazyLock::new(fixture::rules);

pub(super) fn at(target: u8) -> Terms {
    Terms { target: Some(StateId(target)), ..Terms::default() }
}

pub(super) fn word(id: u32) -> Terms {
    Terms { undertaking: Some(UndertakingId(id)), ..Terms::default() }
}

pub(super) fn follow(by: u8, act: FollowUp, terms: Terms) -> Order {
    Order { by: StateId(by), act: Act::Follow(act), terms }
}

pub(super) fn offer(by: u8, to: u8, content: Content) -> Order {
    order(&RULES, by, "offer-negotiation", Terms { content: Some(content), ..at(to) })
}

/// Plays turns, none of whose orders may be refused.
pub(super) fn played(world: &Situation, script: Vec<Vec<Order>>) -> (Simulation, Vec<TurnRecord>) {
    let mut sim = Simulation::new(RULES.clone(), world, 1);
    let records = script
        .into_iter()
        .map(|orders| {
            let record = sim.play(orders);
            assert_eq!(record.refusals, [], "turn {}", record.turn.0);
            record
        })
        .collect();
    (sim, records)
}

pub(super) fn why(world: &Situation, order: Order) -> Option<Refusal> {
    compile(world, &RULES, vec![order]).refusals().first().map(|refused| refused.why)
}

pub(super) fn tells(record: &TurnRecord, what: What) -> bool {
    record.events.iter().any(|event| event.what == what)
}

pub(super) fn became(sim: &Simulation, id: usize) -> Became {
    sim.situation().undertakings[id].status
}

/// A gauge before and after, as a difference.
pub(super) fn moved(before: Permille, after: Permille) -> i32 {
    after.get() - before.get()
}

#[test]
fn an_offer_is_replaced_by_its_counter_and_cannot_be_answered_twice() {
    let counter = Terms { content: Some(Content::Moratorium(Sector::Energy)), days: Some(20), ..word(0) };
    let (sim, _) =
        played(&ring(3), vec![vec![offer(0, 1, Content::Talks)], vec![follow(1, FollowUp::Counter, counter)]]);
    let after = sim.situation();
    assert_eq!(after.undertakings[0].status, Became::Countered);
    let new = after.undertakings[1];
    assert_eq!((new.from, new.to, new.kind), (StateId(1), StateId(0), UndertakingKind::Offer));
    assert_eq!((new.content, new.after), (Content::Moratorium(Sector::Energy), Some(UndertakingId(0))));
    assert_eq!((new.due, new.status), (Some(Day(27)), Became::Open));
    let ended = Some(Refusal::AlreadyEnded(Param::Undertaking));
    assert_eq!(why(&after, follow(1, FollowUp::Accept, word(0))), ended);
    assert_eq!(why(&after, follow(1, FollowUp::Accept, word(1))), Some(Refusal::NotYours(Param::Undertaking)));
    assert_eq!(why(&after, follow(0, FollowUp::Accept, word(1))), None);
    let bare = follow(0, FollowUp::Counter, word(1));
    assert_eq!(why(&after, bare), Some(Refusal::Missing(Param::Content)));
}

#[test]
fn relations_come_back_step_by_step_and_broken_ones_only_together() {
    let mut world = ring(3);
    let restore = |by: u8, to: u8| follow(by, FollowUp::RestoreRelations, at(to));
    assert_eq!(why(&world, restore(0, 1)), Some(Refusal::AlreadyFull));
    world.ties[0].relations = Relations::Severed;
    let (mut sim, _) = played(&world, vec![vec![restore(0, 1)]]);
    assert_eq!(sim.situation().ties[0].relations, Relations::Severed, "one side's wish is an offer");
    assert_eq!(sim.situation().undertakings[0].content, Content::Relations);
    sim.play(vec![follow(1, FollowUp::Accept, word(0))]);
    assert_eq!(sim.situation().ties[0].relations, Relations::Reduced);
    assert_eq!(became(&sim, 0), Became::Kept);
    sim.play(vec![restore(1, 0)]);
    sim.play(vec![restore(0, 1)]);
    assert_eq!(sim.situation().ties[0].relations, Relations::Full);
    let (sim, _) = played(&world, vec![vec![restore(0, 1), restore(1, 0)]]);
    assert_eq!(sim.situation().ties[0].relations, Relations::Reduced, "both at once need no offer");
    assert!(sim.situation().undertakings.is_empty());
    let (sim, _) = played(&world, vec![vec![restore(0, 1)], vec![restore(1, 0)]]);
    assert_eq!(sim.situation().ties[0].relations, Relations::Reduced, "a second wish meets the first");
}

fn threat(by_itself: bool) -> Order {
    let terms = Terms {
        other_move: RULES.find("sanction-sector"),
        sector: Some(Sector::Finance),
        content: Some(Content::SuppressAtHome),
        days: Some(7),
        by_itself: Some(by_itself),
        publicity: Some(Publicity::Public),
        ..at(1)
    };
    follow(0, FollowUp::ThreatenMeasure, terms)
}

#[test]
fn what_is_announced_falls_by_itself_if_it_was_so_ordered() {
    let (mut sim, records) = played(&ring(3), vec![vec![threat(true)]]);
    assert!(tells(&records[0], What::Pledged { undertaking: UndertakingId(0) }));
    sim.play(vec![]);
    let world = sim.situation();
    assert_eq!(world.measures, [], "the day has not passed");
    let costs = RULES.play(RULES.find("sanction-sector").unwrap()).unwrap().attention;
    assert_eq!(reserved(&world, &RULES, StateId(0)), costs, "what falls takes the attention of whoever announced it");
    let dear: Vec<Order> = (0..6).map(|_| order(&RULES, 0, "demarche", at(2))).collect();
    let record = sim.play(dear);
    assert!(tells(&record, What::MeasureImposed { measure: MeasureId(0) }));
    assert_eq!(record.refusals.len(), costs as usize, "and comes before anything else");
    assert!(!record.rulings.is_empty(), "it is judged like any other order");
    assert_eq!(became(&sim, 0), Became::Kept);
    assert_eq!(sim.situation().measures[0].sector, Sector::Finance);
    sim.play(vec![]);
    assert_eq!(sim.situation().measures.len(), 1, "it falls once");
}

#[test]
fn an_empty_threat_shows_its_author_and_one_that_is_met_does_nothing() {
    let before = ring(3);
    let (mut sim, _) = played(&before, vec![vec![threat(false)], vec![], vec![]]);
    assert_eq!(became(&sim, 0), Became::Broken);
    let after = sim.situation();
    let numbers = &RULES.model.undertakings;
    let lost = moved(before.states[0].diplomacy, after.states[0].diplomacy);
    assert_eq!(lost, -numbers.empty_threat_diplomacy.at);
    assert!(after.states[0].pressure > before.states[0].pressure, "its own public asks what its word is worth");
    sim.play(vec![]);
    assert_eq!(sim.situation().measures, []);

    let clear = order(&RULES, 1, "suppress-at-home", Terms { actor: Some(crate::base::id::ActorId(0)), ..at(0) });
    let mut world = ring(3);
    world.actors.push(crate::sim::polity::Actor {
        id: crate::base::id::ActorId(0),
        kind: crate::sim::polity::ActorKind::Gang,
        home: StateId(1),
        sponsor: None,
        control: crate::sim::polity::ControlLink::None,
        support: crate::sim::polity::StateSupport::None,
        leans_to: None,
        capability: Permille::clamped(500),
        standing: crate::sim::polity::ActorStanding::Active,
        tools: None,
    });
    let (sim, _) = played(&world, vec![vec![threat(true)], vec![clear], vec![], vec![]]);
    assert_eq!(became(&sim, 0), Became::Accepted, "what was asked for was done");
    assert_eq!(sim.situation().measures, []);

    let (sim, _) = played(&ring(3), vec![vec![threat(false)], vec![follow(1, FollowUp::Accept, word(0))]]);
    let promise = sim.situation().undertakings[1];
    assert_eq!((promise.kind, promise.from), (UndertakingKind::Promise, StateId(1)), "giving in is giving one's word");
}

#[test]
fn only_measures_that_could_be_taken_today_can_be_threatened() {
    let world = ring(3);
    let announce = |slug: &str| {
        let terms = Terms { other_move: RULES.find(slug), ..at(1) };
        why(&world, follow(0, FollowUp::ThreatenMeasure, terms))
    };
    assert_eq!(announce("cyber-wipe"), Some(Refusal::NotAnnounceable));
    assert_eq!(announce("coerce-mission"), Some(Refusal::NotAnnounceable));
    assert_eq!(announce("sanction-sector"), Some(Refusal::Missing(Param::Sector)));
    assert_eq!(announce("embargo"), None);
    let own = Terms { content: Some(Content::LiftMeasure(MeasureId(3))), ..at(1) };
    assert_eq!(why(&world, order(&RULES, 0, "offer-negotiation", own)), Some(Refusal::Unknown(Param::Content)));
}

/// Three members of the Council, the last one permanent; the first refers the second.
fn before_the_council(votes: &[(u8, Ballot)]) -> (Simulation, Vec<TurnRecord>) {
    let mut world = ring(5);
    for (state, seat) in [(0, CouncilSeat::Elected), (2, CouncilSeat::Elected), (3, CouncilSeat::Permanent)] {
        world.states[state].council = seat;
    }
    world.incidents.push(hit(&world, 0, 0));
    let refer = order(&RULES, 0, "refer-to-unsc", Terms { incident: Some(IncidentId(0)), ..at(1) });
    let draft = Terms { resolution: Some(ResolutionId(0)), ..Terms::default() };
    let ballots = votes.iter().map(|(by, ballot)| follow(*by, FollowUp::Vote(*ballot), draft)).collect();
    played(&world, vec![vec![refer], ballots])
}

/// Harm of unknown origin to the asset of a state.
pub(super) fn hit(world: &Situation, victim: u8, began: i32) -> crate::sim::incidents::Incident {
    crate::sim::incidents::Incident {
        id: IncidentId::at(world.incidents.len()),
        victim: StateId(victim),
        asset: Some(AssetId(victim.into())),
        operation: None,
        card: RULES.find("cyber-disrupt").unwrap(),
        harm: crate::sim::incidents::Harm::default(),
        gravity: 20,
        severity: 2,
        began: Day(began),
        noticed: Some(Day(began)),
        ceased: None,
        known_to: StateSet::of(StateId(victim)),
        transit: None,
    }
}

#[test]
fn a_draft_is_adopted_fails_or_is_vetoed_by_its_votes() {
    let name = |votes: &[(u8, Ballot)]| {
        let (sim, records) = before_the_council(votes);
        let draft = sim.situation().resolutions[0];
        assert_eq!(draft.body, Body::Council);
        assert!(tells(&records[1], What::ResolutionDecided { resolution: draft.id, status: draft.status }));
        (draft.status, moved(ring(5).states[3].legitimacy, sim.situation().states[3].legitimacy))
    };
    assert_eq!(name(&[(2, Ballot::For)]).0, ResolutionStatus::Adopted);
    assert_eq!(name(&[]).0, ResolutionStatus::Failed, "its author alone is not three fifths");
    let (status, cost) = name(&[(2, Ballot::For), (3, Ballot::Against)]);
    assert_eq!(status, ResolutionStatus::Vetoed);
    assert_eq!(cost, -RULES.model.council.vetoed_legitimacy.at, "a veto is seen");
    let (sim, _) = before_the_council(&[(3, Ballot::Against)]);
    let world = sim.situation();
    let again = order(&RULES, 0, "refer-to-unsc", Terms { incident: Some(IncidentId(0)), ..at(1) });
    let (later, _) = played(&world, vec![vec![again]]);
    assert_eq!(later.situation().resolutions[1].body, Body::Assembly, "what is vetoed goes to the Assembly");
    let draft = |id| Terms { resolution: Some(ResolutionId(id)), ..Terms::default() };
    let late = follow(2, FollowUp::Vote(Ballot::For), draft(0));
    assert_eq!(why(&world, late), Some(Refusal::AlreadyEnded(Param::Resolution)));
    assert_eq!(why(&later.situation(), follow(4, FollowUp::Vote(Ballot::For), draft(1))), None);
    assert_eq!(
        why(&world, follow(4, FollowUp::Vote(Ballot::For), draft(7))),
        Some(Refusal::Unknown(Param::Resolution))
    );
}

#[test]
fn only_members_vote_in_the_council() {
    let mut world = ring(3);
    world.states[0].council = CouncilSeat::Elected;
    world.incidents.push(hit(&world, 0, 0));
    let refer = order(&RULES, 0, "refer-to-unsc", Terms { incident: Some(IncidentId(0)), ..at(1) });
    let (sim, _) = played(&world, vec![vec![refer]]);
    let vote = follow(2, FollowUp::Vote(Ballot::For), Terms { resolution: Some(ResolutionId(0)), ..Terms::default() });
    assert_eq!(why(&sim.situation(), vote), Some(Refusal::NoVote));
    let none = follow(0, FollowUp::Vote(Ballot::For), Terms::default());
    assert_eq!(why(&sim.situation(), none), Some(Refusal::Missing(Param::Resolution)));
}

/// Two states that have agreed on something and concluded it: word 1 is the agreement.
fn concluded(world: &Situation, content: Content) -> Simulation {
    let conclude = |by| follow(by, FollowUp::Conclude, word(0));
    let (sim, records) = played(
        world,
        vec![vec![offer(0, 1, content)], vec![follow(1, FollowUp::Accept, word(0))], vec![conclude(0), conclude(1)]],
    );
    let second = What::NoEffect { order: crate::sim::docket::OrderIx(1), why: NoEffect::AlreadySo };
    assert!(tells(&records[2], second), "one agreement is enough");
    sim
}

#[test]
fn what_both_accepted_can_be_concluded_and_what_was_concluded_denounced() {
    let world = ring(3);
    let sim = concluded(&world, Content::JointExercise);
    let after = sim.situation();
    assert_eq!((after.undertakings[0].status, after.undertakings[1].status), (Became::Kept, Became::Accepted));
    assert_eq!(after.undertakings[1].kind, UndertakingKind::Treaty);
    let practised = RULES.model.undertakings.exercise_defence.at;
    assert_eq!(moved(world.states[1].cyber_defence, after.states[1].cyber_defence), practised);
    assert_eq!(why(&after, follow(0, FollowUp::Conclude, word(1))), Some(Refusal::NotAgreed));
    assert_eq!(why(&after, follow(2, FollowUp::Denounce, word(1))), Some(Refusal::Unknown(Param::Undertaking)));
    let (ended, _) = played(&after, vec![vec![follow(1, FollowUp::Denounce, word(1))]]);
    assert_eq!(became(&ended, 1), Became::Denounced);
    let lost = moved(after.states[1].legitimacy, ended.situation().states[1].legitimacy);
    assert_eq!(lost, -RULES.model.undertakings.denounced_legitimacy.at, "lawful, and noticed");
}

#[test]
fn treaties_are_concluded_and_denounced_kind_by_kind() {
    let world = ring(3);
    let sim = concluded(&world, Content::Treaty(Treaties::COOPERATION));
    let treaties = sim.situation().ties[0].treaties;
    assert!(treaties.include(Treaties::COOPERATION.with(Treaties::TRADE)));
    let old = Terms { treaties: Some(Treaties::TRADE), ..at(1) };
    let (after, records) = played(&sim.situation(), vec![vec![follow(0, FollowUp::Denounce, old)]]);
    assert_eq!(after.situation().ties[0].treaties, Treaties::COOPERATION);
    let pair = crate::sim::effect::pair(StateId(0), StateId(1));
    assert!(tells(&records[0], What::TreatiesDenounced { pair }));
    let nothing = follow(0, FollowUp::Denounce, Terms::default());
    assert_eq!(why(&world, nothing), Some(Refusal::Missing(Param::Undertaking)));
}

#[test]
fn who_shares_information_hands_on_what_it_finds() {
    let mut world = ring(3);
    world.incidents.push(hit(&world, 0, -3));
    let sim = concluded(&world, Content::InformationSharing);
    let mut world = sim.situation();
    let item = crate::sim::knowledge::Evidence {
        id: crate::base::id::EvidenceId(0),
        incident: IncidentId(0),
        holder: StateId(0),
        from: None,
        copy_of: None,
        kind: crate::sim::knowledge::EvidenceKind::Tooling,
        bears_on: Question::Author(StateId(2)),
        weight: 1000,
        reliability: Permille::clamped(800),
        fabricated: false,
        found: world.day,
        detail: crate::sim::knowledge::Detail::Technical,
        disclosed: crate::sim::knowledge::Detail::None,
    };
    world.evidence.push(item);
    let (sim, _) = played(&world, vec![vec![], vec![]]);
    let copies: Vec<_> = sim.situation().evidence.into_iter().filter(|item| item.holder == StateId(1)).collect();
    assert_eq!(copies.len(), 1, "once is enough");
    assert!(copies[0].weight < item.weight);
    assert!(sim.situation().incidents[0].known_to.contains(StateId(1)));
}

#[test]
fn good_offices_work_when_both_sides_take_them() {
    let mut world = ring(3);
    world.ties[2].tension = Permille::clamped(400);
    world.ties[2].relations = Relations::Severed;
    let offices = Terms { other_party: Some(StateId(2)), ..at(1) };
    let mediate = follow(0, FollowUp::OfferGoodOffices, offices);
    let accept = |by: u8, id| follow(by, FollowUp::Accept, word(id));
    let (one, _) = played(&world, vec![vec![mediate], vec![accept(1, 0)]]);
    let (both, records) = played(&world, vec![vec![mediate], vec![accept(1, 0), accept(2, 1)]]);
    let tension = |sim: &Simulation| sim.situation().ties[2].tension.get();
    assert!(tension(&both) + RULES.model.undertakings.good_offices_calm.at <= tension(&one));
    assert!(tells(&records[1], What::Pledged { undertaking: UndertakingId(2) }));
    let channel = both.situation().undertakings[2];
    assert_eq!((channel.content, channel.status), (Content::Channel, Became::Accepted));
    let note = order(&RULES, 1, "demarche", at(2));
    assert_eq!(why(&one.situation(), note), Some(Refusal::RelationsSevered));
    assert_eq!(why(&both.situation(), note), None, "a channel carries what no embassy can");
    let alone = Terms { other_party: Some(StateId(1)), ..at(1) };
    assert_eq!(why(&world, follow(0, FollowUp::OfferGoodOffices, alone)), Some(Refusal::NoTie));
}

#[test]
fn several_mediators_bring_about_one_settlement_and_one_channel() {
    let world = ring(4);
    let between = Terms { other_party: Some(StateId(2)), ..at(1) };
    let mediate = |by| follow(by, FollowUp::OfferGoodOffices, between);
    let accept = |by: u8, id| follow(by, FollowUp::Accept, word(id));
    let taken = |offers: u32| (0..offers).map(|id| accept(1 + (id % 2) as u8, id)).collect::<Vec<_>>();
    let tie = |sim: &Simulation| *sim.situation().ties.iter().find(|tie| (tie.low.0, tie.high.0) == (1, 2)).unwrap();
    let channels = |sim: &Simulation| {
        let words = sim.situation().undertakings;
        words.iter().filter(|word| word.content == Content::Channel && word.is_in_force()).count()
    };
    let (one, _) = played(&world, vec![vec![mediate(0)], taken(2), vec![]]);
    let (two, _) = played(&world, vec![vec![mediate(0), mediate(3)], taken(4), vec![]]);
    assert_eq!((channels(&one), channels(&two)), (1, 1));
    assert_eq!(tie(&one).tension, tie(&two).tension, "a second mediator calms nothing more");
    let kept = two.situation().undertakings.iter().filter(|word| word.status == Became::Kept).count();
    assert_eq!(kept, 4, "all four offers did what they were for");
}
