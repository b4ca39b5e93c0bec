//! Secrecy: two truths that differ only in what a seat cannot know look the same from it.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::base::chance::Draw;
use crate::base::id::{ActorId, IncidentId, NoteId, OperationId, WrongId};
use crate::base::{Chance, Day, LogOdds, Purpose, StateSet, Turn};
use crate::sim::docket::{Docket, compile};
use crate::sim::event::{Event, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Detail, Evidence, Question};
use crate::sim::legal::{Chambers, Claim, Forum, Judgment};
use crate::sim::operations::Operation;
use crate::sim::order::{Act, Param, Terms};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, ControlLink, Function, Party, StateSupport};
use crate::sim::relations::{Note, NoteKind, UndertakingStatus};
use crate::sim::scenario::{Cast, Goal, Interest};
use crate::sim::{Simulation, effect, fixture};

/// Read once: reading the catalogue takes longer than a game.
static RULES: LazyLock<Arc<Rulebook>> = LazyLock::new(fixture::rules);

fn scenario(opening: Situation) -> Scenario {
    let interest =
        |state: u8, goal| Interest { state: StateId(state), goal, weight: Permille::clamped(400 + i32::from(state)) };
    let interests = (0..opening.states.len() as u8)
        .flat_map(|state| {
            [
                interest(state, Goal::Legitimacy),
                interest(state, Goal::EndOf(IncidentId(0))),
                interest(state, Goal::Relief),
            ]
        })
        .collect();
    Scenario {
        id: "ring".into(),
        title: String::new(),
        aim: String::new(),
        cast: Cast::default(),
        turns: 5,
        as_of: 2025,
        opening,
        truths: vec![],
        interests,
        red_lines: vec![],
        tempers: vec![],
        briefings: vec![],
        solo: StateId(0),
    }
}

/// What a State sees of a world in which nothing was played.
pub(super) fn seen(world: &Situation, seat: StateId) -> View {
    View::of(world, &RULES, &scenario(world.clone()), seat, None)
}

struct Played {
    rules: Arc<Rulebook>,
    scenario: Scenario,
    situation: Situation,
    docket: Docket,
    events: Vec<Event>,
}

/// A few turns of random play, so that there is something to hide.
fn played(seed: u64, turns: u16) -> Played {
    let rules = RULES.clone();
    let mut opening = fixture::ring(4);
    opening.actors.push(Actor {
        id: ActorId(0),
        kind: ActorKind::Proxy,
        home: StateId(1),
        sponsor: Some(StateId(2)),
        control: ControlLink::OverallControl,
        support: StateSupport::Funding,
        leans_to: None,
        capability: Permille::clamped(600),
        standing: ActorStanding::Active,
        tools: None,
    });
    let scenario = scenario(opening);
    let mut sim = Simulation::new(rules.clone(), &scenario.opening, seed);
    let mut last = (Docket::default(), Vec::new());
    for _ in 0..turns {
        let situation = sim.situation();
        let orders = (0..4).flat_map(|seat| {
            let view = View::of(&situation, &rules, &scenario, StateId(seat), None);
            let mut draw = Chance::new(seed).draw(situation.turn, Purpose(8), [seat.into(), 0, 0]);
            let menu = menu(&view);
            let open: Vec<&Candidate> = menu.entries.iter().flat_map(|entry| &entry.candidates).collect();
            let drawn = [(); 4].map(|()| open[draw.below(open.len() as u32) as usize].draft);
            drawn.map(|draft| view.seal(&draft).unwrap())
        });
        let docket = compile(&situation, &rules, orders.collect());
        let record = sim.adjudicate(&docket);
        last = (docket, record.events);
    }
    Played { rules, scenario, situation: sim.situation(), docket: last.0, events: last.1 }
}

fn share(draw: &mut Draw) -> Permille {
    Permille::clamped(draw.between(0, 1000))
}

/// Another state than the seat.
fn other(draw: &mut Draw, seat: StateId) -> StateId {
    StateId((seat.0 + draw.between(1, 3) as u8) % 4)
}

/// Puts a hidden operation before all others.
fn hide_operation(world: &mut Situation, author: StateId) {
    let hidden = Operation { author: Party::State(author), known_to: StateSet::of(author), ..any_operation(author) };
    world.operations.insert(0, hidden);
    (0..).zip(&mut world.operations).for_each(|(at, row)| row.id = OperationId(at));
    let moved = world.incidents.iter_mut().filter_map(|row| row.operation.as_mut());
    moved.for_each(|id| id.0 += 1);
}

fn any_operation(author: StateId) -> Operation {
    let rules = RULES.clone();
    let card = rules.find("spy-remote").unwrap();
    let target = StateId((author.0 + 1) % 4);
    let crate::sim::mechanics::Mechanic::Covert(numbers) = &rules.play(card).unwrap().mechanic else { panic!() };
    let terms = Terms { target: Some(target), ..Terms::default() };
    let order = Order { by: author, act: Act::Move(card), terms };
    crate::sim::mechanics::covert::ordered(
        (numbers, &rules.model.operations),
        &order,
        card,
        Day(0),
        StateSet::of(author),
    )
}

/// Puts a hidden incident before all others, and moves every id that names one.
fn hide_incident(world: &mut Situation, victim: StateId) {
    let hidden = Incident {
        id: IncidentId(0),
        victim,
        asset: None,
        operation: None,
        card: crate::sim::card::MoveId(0),
        harm: crate::sim::incidents::Harm::default(),
        gravity: 5,
        severity: 1,
        began: Day(0),
        noticed: None,
        ceased: None,
        known_to: StateSet::EMPTY,
        transit: None,
    };
    world.incidents.insert(0, hidden);
    (0..).zip(&mut world.incidents).for_each(|(at, row)| row.id = IncidentId(at));
    world.evidence.iter_mut().for_each(|row| row.incident.0 += 1);
    world.beliefs.iter_mut().for_each(|row| row.incident.0 += 1);
    world.operations.iter_mut().filter_map(|row| row.about.as_mut()).for_each(|id| id.0 += 1);
    world.undertakings.iter_mut().filter_map(|row| row.incident.as_mut()).for_each(|id| id.0 += 1);
    world.resolutions.iter_mut().filter_map(|row| row.incident.as_mut()).for_each(|id| id.0 += 1);
    world.claims.iter_mut().filter_map(|row| row.incident.as_mut()).for_each(|id| id.0 += 1);
    world.notes.iter_mut().filter_map(|row| row.about.as_mut()).for_each(|id| id.0 += 1);
    world.measures.iter_mut().filter_map(|row| row.about.as_mut()).for_each(|id| id.0 += 1);
    world.expulsions.iter_mut().filter_map(|row| row.about.as_mut()).for_each(|id| id.0 += 1);
}

/// Changes everything in a world that a seat cannot know, at random.
#[expect(clippy::too_many_lines, reason = "one short arm for each thing that can be hidden")]
fn disguise(world: &mut Situation, seat: StateId, draw: &mut Draw) {
    for row in world.states.iter_mut().filter(|row| row.id != seat) {
        (row.resolve, row.pressure, row.attention) = (share(draw), share(draw), draw.between(0, 9));
        // Within the third that published rankings tell.
        row.forensics = Permille::clamped(estimate(row.forensics).get() + draw.between(-150, 150));
        row.cyber_offence = Permille::clamped(estimate(row.cyber_offence).get() + draw.between(-150, 150));
    }
    for row in world.assets.iter_mut().filter(|row| row.owner != seat) {
        (row.exposure, row.hardening, row.building) = (share(draw), share(draw), share(draw));
        row.function = if draw.happens(UNTOLD) { Function::Permanent } else { Function::None };
    }
    for row in world.actors.iter_mut().filter(|row| row.sponsor != Some(seat)) {
        row.sponsor = draw.happens(UNTOLD).then(|| other(draw, seat));
        row.control = ControlLink::ALL[draw.below(4) as usize];
        row.support = StateSupport::ALL[draw.below(6) as usize];
        row.capability = share(draw);
        row.tools = draw.happens(UNTOLD).then(|| other(draw, seat));
    }
    let hides = |row: &Operation| row.author != Party::State(seat) && !row.known_to.contains(seat);
    let hidden: Vec<OperationId> = world.operations.iter().filter(|row| hides(row)).map(|row| row.id).collect();
    for id in &hidden {
        let row = &mut world.operations[id.index()];
        row.author = Party::State(other(draw, seat));
        row.false_flag = draw.happens(UNTOLD).then_some(seat);
        row.via = draw.happens(UNTOLD).then_some(seat);
        row.hand = draw.happens(UNTOLD).then_some(ActorId(0));
        row.ends = Day(draw.between(0, 400));
    }
    let operations = world.operations.clone();
    for row in &mut world.incidents {
        let is_hidden = row.operation.is_none_or(|id| hides(&operations[id.index()]));
        if is_hidden {
            row.operation = if hidden.is_empty() || draw.happens(UNTOLD) {
                None
            } else {
                Some(hidden[draw.below(hidden.len() as u32) as usize])
            };
            if row.victim != seat && row.transit != Some(seat) {
                row.transit = draw.happens(UNTOLD).then(|| other(draw, seat));
            }
        }
        if !row.known_to.contains(seat) {
            (row.gravity, row.victim) = (draw.between(0, 100), other(draw, seat));
            row.ceased = draw.happens(UNTOLD).then_some(Day(3));
        } else if !row.known_to.is_public() {
            let who = other(draw, seat);
            row.known_to.insert(who);
            if row.victim != seat {
                row.noticed = draw.happens(UNTOLD).then_some(Day(2));
            }
        }
    }
    let is_known = |id: IncidentId| world.incidents[id.index()].known_to.contains(seat);
    for row in world.expulsions.iter_mut().filter(|row| row.about.is_none_or(|id| !is_known(id))) {
        row.about = None;
    }
    for row in &mut world.evidence {
        row.fabricated = draw.happens(UNTOLD);
        if row.holder != seat && row.from != Some(seat) && row.disclosed == Detail::None {
            (row.weight, row.bears_on) = (draw.between(-3000, 3000), Question::Author(other(draw, seat)));
        }
    }
    for row in world.beliefs.iter_mut().filter(|row| row.holder != seat) {
        row.odds = LogOdds::clamped(draw.between(-9000, 9000));
    }
    for row in &mut world.ties {
        let part = row.low == seat || row.high == seat;
        if row.low != seat {
            row.warmth.low = share(draw);
        }
        if row.high != seat {
            row.warmth.high = share(draw);
        }
        if !part {
            row.tension = share(draw);
        }
    }
    for row in world.claims.iter_mut().filter(|row| row.claimant != seat) {
        row.ceased_seen = draw.happens(UNTOLD).then_some(Day(1));
        if row.respondent != seat && row.forum <= Forum::Diplomatic {
            row.demanded = draw.happens(UNTOLD).then_some(Day(1));
        }
    }
    for row in world.notes.iter_mut().filter(|row| !row.known_to.contains(seat)) {
        (row.kind, row.about) = (NoteKind::Accusation, None);
    }
    for row in world.undertakings.iter_mut().filter(|row| !row.known_to.contains(seat)) {
        row.due = Some(Day(draw.between(0, 90)));
    }
    for row in &mut world.undertakings {
        let other = if row.from == seat { row.to } else { row.from };
        // What the other side did in secret, what it believes, and whether its threat will fall by itself.
        if draw.happens(UNTOLD) {
            row.held_broken.insert(other);
            if row.status != UndertakingStatus::Broken {
                row.broken_by.insert(other);
            }
        }
        if let Some(sequel) = row.sequel.as_mut().filter(|_| row.from != seat) {
            sequel.by_itself = draw.happens(UNTOLD);
        }
    }
    for row in world.measures.iter_mut().filter(|row| !row.known_to.contains(seat)) {
        row.strength = share(draw);
    }
    let (one, two) = (other(draw, seat), other(draw, seat));
    world.notes.push(Note {
        id: NoteId::at(world.notes.len()),
        from: one,
        to: two,
        kind: NoteKind::Request,
        about: None,
        claim: None,
        day: world.day,
        known_to: StateSet::of(one).with(two),
    });
    if one != two {
        world.claims.push(Claim {
            id: WrongId::at(world.claims.len()),
            claimant: one,
            respondent: two,
            incident: None,
            measure: None,
            norm: None,
            raised: Day(1),
            demanded: None,
            notified: None,
            negotiation_offered: None,
            ceased_seen: None,
            reparation: crate::sim::legal::Reparation::None,
            repaired: None,
            assured: None,
            forum: Forum::None,
            put: None,
            provisional: None,
            judgment: Judgment::None,
            status: crate::sim::legal::ClaimStatus::Open,
            closed: None,
        });
    }
}

fn assert_alike(
    played: &Played,
    events: [&[Event]; 2],
    twin: &Situation,
    twin_goals: &Scenario,
    seat: StateId,
) -> Result<(), TestCaseError> {
    let past = events.map(|events| Some(Past { docket: &played.docket, events }));
    let one = View::of(&played.situation, &played.rules, &played.scenario, seat, past[0]);
    let other = View::of(twin, &played.rules, twin_goals, seat, past[1]);
    prop_assert_eq!(&one.known, &other.known);
    prop_assert!(one == other);
    let (first, second) = (menu(&one), menu(&other));
    prop_assert_eq!(&first, &second);
    let (mut chambers, mut others) = (Chambers::new(&played.rules), Chambers::new(&played.rules));
    let (mut counsel, mut other_counsel) = (Counsel::of(&one, &mut chambers), Counsel::of(&other, &mut others));
    for candidate in first.entries.iter().flat_map(|entry| &entry.candidates) {
        let before = counsel.preview(&candidate.draft);
        prop_assert_eq!(&before, &other_counsel.preview(&candidate.draft));
        let (said, again) = (counsel.opinion(&candidate.draft), other_counsel.opinion(&candidate.draft));
        prop_assert_eq!(said.sheet, again.sheet);
        prop_assert_eq!(said.overall, before.answer.overall, "the short answer is the full opinion's");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn truths_that_differ_only_in_what_a_seat_cannot_know_look_the_same(
        seed in any::<u64>(), turns in 1..5_u16, seat in 0..4_u8,
    ) {
        let seat = StateId(seat);
        let played = played(seed, turns);
        let mut twin = played.situation.clone();
        let mut draw = Chance::new(seed).draw(Turn(0), Purpose(9), [0; 3]);
        disguise(&mut twin, seat, &mut draw);
        prop_assert!(twin != played.situation);
        let told: Vec<Event> = played.events.iter().filter(|event| event.audience.contains(seat)).copied().collect();
        assert_alike(&played, [&played.events, &told], &twin, &played.scenario, seat)?;
    }

    /// Not even a gap in the numbers tells that there is something.
    #[test]
    fn hidden_rows_before_all_others_leave_no_gap(seed in any::<u64>(), turns in 1..5_u16, seat in 0..4_u8) {
        let seat = StateId(seat);
        let played = played(seed, turns);
        let mut twin = played.situation.clone();
        hide_operation(&mut twin, StateId((seat.0 + 1) % 4));
        hide_incident(&mut twin, StateId((seat.0 + 2) % 4));
        let mut goals = played.scenario.clone();
        for interest in &mut goals.interests {
            if let Goal::EndOf(id) = &mut interest.goal { id.0 += 1 }
        }
        assert_alike(&played, [&[], &[]], &twin, &goals, seat)?;
    }

    /// A draft that its view finds feasible is carried out, and sealing and drafting invert each other.
    #[test]
    fn what_the_menu_offers_can_be_ordered(seed in any::<u64>(), turns in 0..5_u16, seat in 0..4_u8) {
        let played = played(seed, turns);
        let view = View::of(&played.situation, &played.rules, &played.scenario, StateId(seat), None);
        let menu = menu(&view);
        prop_assert!((1..=8).contains(&menu.suggested.len()), "{:?}", menu.suggested);
        prop_assert_eq!(menu.entries.len(), played.rules.cards.len() + FOLLOW_UPS.len());
        for entry in &menu.entries {
            prop_assert_eq!(entry.candidates.is_empty(), entry.why_not.is_some());
            for candidate in &entry.candidates {
                let order = view.seal(&candidate.draft).unwrap();
                let docket = compile(&played.situation, &played.rules, vec![order]);
                prop_assert!(docket.refusals().is_empty(), "{:?}", docket.refusals());
                prop_assert_eq!(view.draft(&order), Ok(candidate.draft));
            }
        }
    }
}

#[test]
fn a_known_situation_is_sound_and_can_be_imagined() {
    let played = played(11, 4);
    for seat in 0..4 {
        let view = View::of(&played.situation, &played.rules, &played.scenario, StateId(seat), None);
        assert!(view.known.misnumbered().is_empty());
        let mut imagined = Simulation::new(played.rules.clone(), &view.known, 1);
        imagined.play(vec![]);
        assert_eq!(imagined.situation().turn, view.known.turn.next());
    }
}

#[test]
fn events_reach_their_audience_without_causes_it_cannot_know() {
    let played = played(5, 1);
    let seat = StateId(0);
    let event =
        |audience, cause, what| Event { phase: crate::sim::turn::Phase::React, day: Day(0), cause, audience, what };
    let mut world = played.situation.clone();
    hide_operation(&mut world, StateId(1));
    let broken = What::AssetBroken { asset: crate::base::id::AssetId(0), function: Function::Degraded };
    let theirs = What::OperationBegan { operation: OperationId(0) };
    let events = [
        event(StateSet::of(seat), effect::Cause::Operation(OperationId(0)), broken),
        event(StateSet::ALL, effect::Cause::Operation(OperationId(0)), theirs),
        event(StateSet::of(StateId(1)), effect::Cause::Drift, broken),
    ];
    let docket = Docket::default();
    let past = Past { docket: &docket, events: &events };
    let view = View::of(&world, &played.rules, &played.scenario, seat, Some(past));
    assert_eq!(view.events.len(), 1, "an operation that it does not know cannot be told of");
    assert_eq!((view.events[0].cause, view.events[0].what), (None, broken));
}

#[test]
fn obstacles_read_as_the_end_of_a_sentence() {
    let all = Param::ALL.iter().map(|param| Obstacle::Nothing(*param));
    for obstacle in all.chain([Obstacle::Uncalled, Obstacle::Refused(Refusal::NoTie)]) {
        let text = obstacle.to_string();
        assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.') && text.len() > 10, "{text}");
    }
}

#[test]
fn evidence_handed_over_is_known_to_its_giver_as_given() {
    let mut world = fixture::ring(3);
    hide_incident(&mut world, StateId(0));
    world.incidents[0].known_to = StateSet::of(StateId(0)).with(StateId(1));
    let item = Evidence {
        id: crate::base::id::EvidenceId(0),
        incident: IncidentId(0),
        holder: StateId(1),
        from: Some(StateId(0)),
        copy_of: None,
        kind: crate::sim::knowledge::EvidenceKind::Tooling,
        bears_on: Question::Author(StateId(2)),
        weight: 900,
        reliability: Permille::clamped(123),
        fabricated: true,
        found: Day(0),
        detail: Detail::Summary,
        disclosed: Detail::None,
    };
    world.evidence.push(item);
    let rules = RULES.clone();
    let scenario = scenario(world.clone());
    let seen = |seat| View::of(&world, &rules, &scenario, StateId(seat), None).known.evidence;
    assert_eq!(seen(0)[0].reliability, UNTOLD, "how far the holder trusts it is the holder's to know");
    assert_eq!(seen(1)[0].reliability, item.reliability);
    assert!(!seen(1)[0].fabricated && seen(2).is_empty());
}

#[test]
fn a_draft_asks_what_the_case_and_the_council_allow() {
    use crate::base::id::AssetId;
    use crate::sim::council::{Body, Operative, Resolution, ResolutionStatus};
    use crate::sim::knowledge::Belief;
    use crate::sim::order::FollowUp;
    use crate::sim::polity::CouncilSeat;
    let world = |odds: i32, ceased: Option<i32>| {
        let mut world = fixture::ring(4);
        world.day = Day(30);
        let card = RULES.find("cyber-disrupt").unwrap().0;
        let text = format!(
            "(id: 0, victim: 0, card: {card}, harm: (), gravity: 40, severity: 4, began: 0, known_to: \"1.0.0.0\")"
        );
        let incident: Incident = ron::from_str(&text).unwrap();
        world.incidents.push(Incident {
            asset: Some(AssetId(0)),
            noticed: Some(Day(1)),
            ceased: ceased.map(Day),
            ..incident
        });
        let question = Question::Author(StateId(1));
        let odds = LogOdds::clamped(odds);
        world.beliefs.push(Belief { holder: StateId(0), incident: IncidentId(0), question, odds });
        world
    };
    let asks = |world: &Situation, act: Act| {
        let view = seen(world, StateId(0));
        let mut calls = Vec::new();
        occasions(&view, &mut calls);
        let call = calls.iter().find(|call| call.calling == Calling::Injury).unwrap();
        bind(&view, act, call).unwrap().order.terms.operative
    };
    let refer = Act::Move(RULES.find("refer-to-unsc").unwrap());
    let (sure, unsure) = (4000, 100);
    assert_eq!(asks(&world(sure, None), refer), Some(Operative::Demand), "it goes on");
    assert_eq!(asks(&world(sure, Some(20)), refer), Some(Operative::Condemn), "it is over");
    assert_eq!(asks(&world(unsure, None), refer), Some(Operative::Inquire), "first the facts");
    let mut great = world(sure, None);
    great.states[1].council = CouncilSeat::Permanent;
    assert_eq!(asks(&great, refer), Some(Operative::Settle), "a demand would be vetoed");
    let mut over = world(sure, Some(20));
    over.resolutions.push(Resolution {
        status: ResolutionStatus::Adopted,
        decided: Some(Day(10)),
        ..Resolution::tabled(Body::Council, (StateId(0), StateId(1)), Operative::Sanctions, Day(5))
    });
    assert_eq!(asks(&over, refer), Some(Operative::End), "what it was for is gone");
    let neighbours = Act::Follow(FollowUp::BringToRegion);
    assert_eq!(asks(&world(sure, None), neighbours), Some(Operative::Settle));
    assert_eq!(asks(&world(unsure, None), neighbours), Some(Operative::Inquire));
}
