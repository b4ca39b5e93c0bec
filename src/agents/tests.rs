//! Agents over whole games on the fixture's ring.

use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};
use ron::extensions::Extensions;

use super::*;
use crate::base::id::{ActorId, AssetId, IncidentId, ResolutionId, StateId, UndertakingId};
use crate::base::{Day, LogOdds, Permille, StateSet, Turn};
use crate::law::act::Aim;
use crate::sim::council::{Body, Operative, Resolution};
use crate::sim::docket::compile;
use crate::sim::fixture;
use crate::sim::incidents::PhysicalDamage;
use crate::sim::knowledge::{Belief, Confidence, Question};
use crate::sim::order::{Act, FollowUp, Order, Terms};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, ControlLink, CouncilSeat, Sector, StateSupport};
use crate::sim::relations::{Alliance, Content, Relations, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::{Cast, Goal, Interest, Line, RedLine, Scenario};
use crate::sim::{Docket, Event, Simulation, Situation};
use crate::view::{Past, suspect};

mod exploits;
mod habits;
mod roads;
mod words;

static TEMPERS: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/agents");

/// Read once: reading the catalogue takes longer than a game.
static RULES: LazyLock<Arc<Rulebook>> = LazyLock::new(fixture::rules);

fn tempers() -> Vec<Arc<Temper>> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    TEMPERS.files().map(|file| Arc::new(options.from_str(file.contents_utf8().unwrap()).unwrap())).collect()
}

/// A ring of states of several sectors, with an ally, a gang, rivals and friends.
fn world(states: u8) -> Situation {
    let mut world = fixture::ring(states);
    let sectors = [Sector::Energy, Sector::Government, Sector::Industry, Sector::Health, Sector::Finance];
    for asset in &mut world.assets {
        asset.sector = sectors[asset.id.index() % sectors.len()];
    }
    world.span = crate::base::Span(30);
    world.ties[0].alliance = Alliance::Allies;
    world.ties[1].tension = Permille::clamped(300);
    world.actors.push(Actor {
        id: ActorId(0),
        kind: ActorKind::Gang,
        home: StateId(1),
        sponsor: Some(StateId(1)),
        control: ControlLink::OverallControl,
        support: StateSupport::Funding,
        leans_to: None,
        capability: Permille::clamped(600),
        standing: ActorStanding::Active,
        tools: None,
    });
    world
}

fn scenario(opening: Situation) -> Scenario {
    let states = opening.states.len() as u8;
    let interest =
        |state: u8, goal, weight| Interest { state: StateId(state), goal, weight: Permille::clamped(weight) };
    let interests = (0..states)
        .flat_map(|state| {
            let (next, last) = (StateId((state + 1) % states), StateId((state + states - 1) % states));
            let rival = if state % 2 == 0 { Goal::Weaken(next) } else { Goal::CalmWith(next) };
            [
                interest(state, rival, 500),
                interest(state, Goal::InsightInto(last), 600),
                interest(state, Goal::Legitimacy, 500),
                interest(state, Goal::Prosperity, 300),
            ]
        })
        .collect();
    let line = RedLine { state: StateId(0), line: Line::Casualties };
    Scenario {
        id: "ring".into(),
        title: String::new(),
        aim: String::new(),
        cast: Cast::default(),
        turns: 8,
        as_of: 2025,
        opening,
        truths: vec![],
        interests,
        red_lines: vec![line],
        tempers: vec![],
        briefings: vec![],
        solo: StateId(0),
    }
}

struct Game {
    scenario: Scenario,
    dockets: Vec<Docket>,
    end: Situation,
    events: Vec<Vec<Event>>,
    fortunes: Vec<Permille>,
}

fn play(rules: &Arc<Rulebook>, agents: &mut [Box<dyn Agent>], seed: u64) -> Game {
    let scenario = scenario(world(agents.len() as u8));
    let mut sim = Simulation::new(rules.clone(), &scenario.opening, seed);
    let mut game = Game { scenario, dockets: vec![], end: sim.situation(), events: vec![], fortunes: vec![] };
    for _ in 0..game.scenario.turns {
        let situation = sim.situation();
        let mut sealed: Vec<Order> = Vec::new();
        for (seat, agent) in (0..).zip(agents.iter_mut()) {
            let past = game.dockets.last().map(|docket| Past { docket, events: game.events.last().unwrap() });
            let view = View::of(&situation, rules, &game.scenario, StateId(seat), past);
            for chosen in agent.orders(&view) {
                assert!(!chosen.reason.to_string().is_empty());
                sealed.push(view.seal(&chosen.draft).unwrap());
            }
        }
        let docket = compile(&situation, rules, sealed);
        assert!(docket.refusals().is_empty(), "seed {seed}: {:?}", docket.refusals());
        let record = sim.adjudicate(&docket);
        game.dockets.push(docket);
        game.events.push(record.events);
    }
    game.end = sim.situation();
    game.fortunes = (0..agents.len())
        .map(|seat| fortune(&View::of(&game.end, rules, &game.scenario, StateId(seat as u8), None)))
        .collect();
    game
}

fn utility(rules: &Rulebook, temper: &Arc<Temper>, seed: u64) -> Box<dyn Agent> {
    Box::new(Utility::new(rules, temper.clone(), seed))
}

fn slugs(rules: &Rulebook, game: &Game) -> Vec<String> {
    let orders = game.dockets.iter().flat_map(Docket::orders);
    orders
        .map(|order| match order.act {
            Act::Move(card) => rules.card(card).id.clone(),
            Act::Follow(follow_up) => follow_up.slug().to_owned(),
        })
        .collect()
}

#[test]
fn every_temper_plays_every_seat_without_a_refusal_and_does_something() {
    let rules = RULES.clone();
    let tempers = tempers();
    assert_eq!(tempers.len(), 5);
    for temper in &tempers {
        let mut agents: Vec<_> = (0..6).map(|seat| utility(&rules, temper, 40 + seat)).collect();
        let game = play(&rules, &mut agents, 3);
        let played = slugs(&rules, &game);
        assert!(played.len() > 12, "{}: {played:?}", temper.id);
        let mut kinds = played.clone();
        kinds.sort();
        kinds.dedup();
        assert!(kinds.len() >= 3, "{}: {kinds:?}", temper.id);
        assert!(!kinds.contains(&"armed-force".to_owned()), "{}: nobody starts with force", temper.id);
    }
}

#[test]
fn the_same_seed_makes_the_same_choices_and_another_seed_others() {
    let rules = RULES.clone();
    let tempers = tempers();
    let game = |seed| {
        let mut agents: Vec<_> = (0..5).map(|seat| utility(&rules, &tempers[seat], seed)).collect();
        play(&rules, &mut agents, seed)
    };
    let (one, same) = (game(1), game(1));
    assert_eq!(one.dockets, same.dockets);
    assert_eq!(one.end, same.end);
    assert!((2..12).any(|seed| game(seed).dockets != one.dockets));
}

#[test]
fn random_agents_give_only_orders_that_can_be_carried_out() {
    let rules = RULES.clone();
    for seed in 0..6 {
        let mut agents: Vec<Box<dyn Agent>> =
            (0..4).map(|seat| Box::new(Random::new(seed * 10 + seat)) as Box<dyn Agent>).collect();
        let game = play(&rules, &mut agents, seed);
        assert!(game.dockets.iter().any(|docket| docket.orders().len() > 4));
    }
}

/// On the whole they do. A temper that will not spy, in a seat that wants to know, may fall behind a little: no gain is
/// worth a breach to it.
#[test]
fn tempers_serve_their_seat_better_than_the_lot_does() {
    let rules = RULES.clone();
    let (mut all, mut lots) = (0, 0);
    for temper in tempers() {
        let (mut reasoned, mut drawn) = (0, 0);
        for seed in 0..20 {
            let others = |agents: &mut Vec<Box<dyn Agent>>| {
                agents.extend((1..4).map(|seat| utility(&rules, &tempers()[1], seed + seat)));
            };
            let mut agents = vec![utility(&rules, &temper, seed)];
            others(&mut agents);
            reasoned += play(&rules, &mut agents, seed).fortunes[0].get();
            let mut agents: Vec<Box<dyn Agent>> = vec![Box::new(Random::new(seed))];
            others(&mut agents);
            drawn += play(&rules, &mut agents, seed).fortunes[0].get();
        }
        assert!(10 * reasoned > 9 * drawn, "{}: {reasoned} against {drawn} over twenty games", temper.id);
        (all, lots) = (all + reasoned, lots + drawn);
    }
    assert!(all > lots, "{all} against {lots} over a hundred games");
}

#[test]
fn tempers_differ_in_how_hot_a_world_they_leave() {
    let rules = RULES.clone();
    let tempers = tempers();
    let heat = |name: &str| -> i32 {
        let temper = tempers.iter().find(|temper| temper.id == name).unwrap();
        (0..6)
            .map(|seed| {
                let mut agents: Vec<_> = (0..5).map(|seat| utility(&rules, temper, seed * 7 + seat)).collect();
                let end = play(&rules, &mut agents, seed).end;
                end.ties.iter().map(|tie| tie.tension.get()).sum::<i32>()
            })
            .sum()
    };
    let (calm, hot) = (heat("cautious"), heat("hawk"));
    assert!(2 * calm < hot, "cautious {calm}, hawk {hot}");
}

#[test]
fn a_script_is_played_when_it_can_be() {
    let rules = RULES.clone();
    let scenario = scenario(world(4));
    let view = View::of(&scenario.opening, &rules, &scenario, StateId(0), None);
    let note = fixture::order(
        &rules,
        0,
        "demarche",
        crate::sim::order::Terms { target: Some(StateId(1)), ..Default::default() },
    );
    let blind = fixture::order(
        &rules,
        0,
        "investigate",
        crate::sim::order::Terms { incident: Some(crate::base::id::IncidentId(0)), ..Default::default() },
    );
    let mut scripted = Scripted::new([(Turn(0), vec![blind, note])].into());
    let chosen = scripted.orders(&view);
    assert_eq!(chosen.len(), 1, "an incident that nobody knows of cannot be looked into");
    assert_eq!(view.seal(&chosen[0].draft), Ok(note));
}

#[test]
fn every_weight_names_its_source_and_every_file_its_temper() {
    for file in TEMPERS.files() {
        let text = file.contents_utf8().unwrap();
        let numbers = text.matches("(at: ").count();
        assert_eq!(numbers, text.matches("source: \"").count(), "{:?}", file.path());
        assert!(numbers > 20);
    }
    for temper in tempers() {
        assert!(TEMPERS.get_file(format!("{}.ron", temper.id)).is_some());
        assert!(temper.values(Aim::Evidence) > Permille::ZERO, "{}: everybody looks before it leaps", temper.id);
    }
}

/// A temper's first order on a situation, as the slug of its act.
fn ordered(temper: &str, seat: u8, world: &Situation) -> Vec<String> {
    let rules = RULES.clone();
    let tempers = tempers();
    let temper = tempers.iter().find(|known| known.id == temper).unwrap();
    let scenario = Scenario { interests: vec![], ..scenario(world.clone()) };
    let view = View::of(world, &rules, &scenario, StateId(seat), None);
    let chosen = utility(&rules, temper, 5).orders(&view);
    chosen
        .iter()
        .map(|chosen| match chosen.draft.order.act {
            Act::Move(card) => rules.card(card).id.clone(),
            Act::Follow(FollowUp::Vote(ballot)) => format!("{ballot:?}"),
            Act::Follow(follow_up) => follow_up.slug().to_owned(),
        })
        .collect()
}

fn word(world: &mut Situation, kind: UndertakingKind, content: Content) -> &mut Undertaking {
    let id = UndertakingId::at(world.undertakings.len());
    let given = Undertaking::given(kind, (StateId(0), StateId(1)), content, Day(0), StateSet::EMPTY);
    world.undertakings.push(Undertaking { id, due: Some(Day(60)), ..given });
    &mut world.undertakings[id.index()]
}

#[test]
fn offers_are_taken_countered_or_refused_by_temper() {
    let mut world = world(4);
    world.ties[0] = fixture::tie(0, 1);
    word(&mut world, UndertakingKind::Offer, Content::Talks);
    world.states[1].attention = 20;
    assert!(ordered("legalist", 1, &world).contains(&"accept".to_owned()));
    let revisionist = ordered("revisionist", 1, &world);
    assert!(revisionist.contains(&"counter".to_owned()), "{revisionist:?}");
    world.undertakings[0].after = Some(UndertakingId(0));
    assert!(!ordered("revisionist", 1, &world).contains(&"counter".to_owned()), "a counter is not countered");
}

#[test]
fn agreements_are_concluded_once_accepted_and_denounced_once_broken() {
    let mut world = world(4);
    let (today, span) = (world.day, i32::from(world.span.0));
    let offer = word(&mut world, UndertakingKind::Offer, Content::Registry);
    (offer.status, offer.since) = (UndertakingStatus::Accepted, Some(today.plus(-span)));
    let concludes = |world: &Situation, seat| ordered("legalist", seat, world).contains(&"conclude".to_owned());
    assert!(concludes(&world, 0), "whose offer it was draws it up");
    assert!(!concludes(&world, 1), "one paper is enough");
    world.undertakings[0].since = Some(today.plus(-span - 1));
    assert!(concludes(&world, 1), "what the other side leaves undone is done");
    world.undertakings.clear();
    word(&mut world, UndertakingKind::Treaty, Content::Moratorium(Sector::Energy));
    assert!(!ordered("hawk", 1, &world).contains(&"denounce".to_owned()), "what is kept stands");
    world.undertakings[0].held_broken = StateSet::of(StateId(1));
    assert!(ordered("hawk", 1, &world).contains(&"denounce".to_owned()));
}

#[test]
fn a_seat_on_the_council_votes_by_alliance_interest_and_proof() {
    let mut world = world(5);
    for state in &mut world.states {
        state.council = CouncilSeat::Permanent;
    }
    // State 0 and state 1 are allies; the draft names state 1 and comes from state 2.
    world.resolutions.push(Resolution {
        id: ResolutionId(0),
        ayes: StateSet::of(StateId(2)),
        ..Resolution::tabled(Body::Council, (StateId(2), StateId(1)), Operative::default(), Day(0))
    });
    assert!(ordered("legalist", 1, &world).contains(&"Against".to_owned()), "nobody condemns itself");
    assert!(ordered("legalist", 0, &world).contains(&"Against".to_owned()), "an ally is shielded");
    assert!(ordered("legalist", 3, &world).contains(&"Abstain".to_owned()), "there is no proof");
    assert!(!ordered("legalist", 2, &world).iter().any(|act| act == "For"), "its author has voted");
    let tie = world.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(2), StateId(3))).unwrap();
    tie.alliance = Alliance::Allies;
    assert!(ordered("legalist", 3, &world).contains(&"For".to_owned()));
}

#[test]
fn a_third_state_offers_its_good_offices_and_a_warm_one_mends() {
    let mut world = world(4);
    let quarrel = world.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(1), StateId(2))).unwrap();
    (quarrel.tension, quarrel.step) = (Permille::clamped(600), 6);
    let third = ordered("legalist", 3, &world);
    assert!(third.contains(&"offer-good-offices".to_owned()), "{third:?}");
    let tie = world.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(0), StateId(3))).unwrap();
    (tie.relations, tie.tension, tie.step) = (Relations::Reduced, Permille::clamped(170), 2);
    let mended = ordered("legalist", 3, &world);
    assert!(mended.contains(&"restore-relations".to_owned()), "{mended:?}");
}

#[test]
fn a_state_that_is_sure_says_so_in_public() {
    let mut world = world(4);
    let card = RULES.find("cyber-disrupt").unwrap();
    let harm = crate::sim::incidents::Harm {
        functionality_loss: crate::sim::polity::Function::Interrupted,
        ..Default::default()
    };
    world.incidents.push(crate::sim::incidents::Incident {
        id: IncidentId(0),
        victim: StateId(0),
        asset: Some(crate::base::id::AssetId(0)),
        operation: None,
        card,
        harm,
        gravity: 70,
        severity: 4,
        began: Day(0),
        noticed: Some(Day(0)),
        ceased: None,
        known_to: StateSet::of(StateId(0)),
        transit: None,
    });
    let believe = |world: &mut Situation, odds| {
        world.beliefs = vec![Belief {
            holder: StateId(0),
            incident: IncidentId(0),
            question: Question::Author(StateId(2)),
            odds: LogOdds::clamped(odds),
        }];
    };
    let accuses = |world: &Situation, temper: &str| {
        ordered(temper, 0, world).iter().any(|act| act == "attribute-publicly" || act == "indict")
    };
    believe(&mut world, 4000);
    assert!(accuses(&world, "legalist"), "{:?}", ordered("legalist", 0, &world));
    assert!(accuses(&world, "hawk"), "{:?}", ordered("hawk", 0, &world));
    world.incidents[0].gravity = 35;
    assert!(!accuses(&world, "legalist"), "what is less than grave is weighed for weeks");
    world.day = Day(300);
    assert!(accuses(&world, "legalist"), "{:?}", ordered("legalist", 0, &world));
    believe(&mut world, 0);
    for temper in tempers() {
        assert!(!accuses(&world, &temper.id), "{} accuses on a hunch", temper.id);
    }
}

/// A crisis between States 0 and 3, at a step and its tension.
fn crisis(tension: i32, step: u8) -> Situation {
    let mut world = world(4);
    world.states.iter_mut().for_each(|state| state.attention = 20);
    let tie = world.ties.iter_mut().find(|tie| (tie.low, tie.high) == (StateId(0), StateId(3))).unwrap();
    (tie.tension, tie.step) = (Permille::clamped(tension), step);
    world
}

/// Whether State 0 takes up arms against State 3 within three turns of a crisis, by temper; `wants` is what it plays for.
fn who_strikes(world: &Situation, wants: &[Goal]) -> Vec<String> {
    let strike = Act::Move(RULES.find("armed-force").unwrap());
    let weight = Permille::clamped(300);
    let interests: Vec<Interest> =
        wants.iter().map(|goal| Interest { state: StateId(0), goal: *goal, weight }).collect();
    let scenario = Scenario { interests, ..scenario(world.clone()) };
    let view = View::of(world, &RULES, &scenario, StateId(0), None);
    let strikes = |temper: &Arc<Temper>| {
        let mut agent = Utility::new(&RULES, temper.clone(), 5);
        // It threatens and breaks off relations first.
        let mut turns = (0..3).map(|_| agent.orders(&view).iter().any(|chosen| chosen.draft.order.act == strike));
        let struck = turns.any(|struck| struck);
        assert!(!struck || !turns.any(|struck| struck), "{}: not twice in a row", temper.id);
        struck
    };
    tempers().iter().filter(|temper| strikes(temper)).map(|temper| temper.id.clone()).collect()
}

#[test]
fn arms_are_taken_up_first_by_few_at_the_brink_and_never_across_the_table() {
    let weaker = [Goal::Weaken(StateId(3))];
    assert_eq!(who_strikes(&crisis(500, 5), &weaker), [""; 0], "a crisis is not yet the brink");
    let mut brink = crisis(720, 7);
    assert_eq!(who_strikes(&brink, &weaker), ["hawk", "revisionist"]);
    assert_eq!(who_strikes(&brink, &[]), [""; 0], "who wants nothing of the other waits to be struck");
    let talks = UndertakingKind::Offer;
    brink.undertakings.push(Undertaking {
        id: UndertakingId(0),
        since: Some(brink.day),
        status: UndertakingStatus::Kept,
        ..Undertaking::given(talks, (StateId(3), StateId(0)), Content::Talks, brink.day, StateSet::EMPTY)
    });
    assert_eq!(who_strikes(&brink, &weaker), [""; 0], "they have just agreed to talk");
    // To be struck while one talks is another matter.
    brink.day = Day(10);
    brink.undertakings[0].since = Some(Day(2));
    let struck = roads::incident(&mut brink, 0);
    let incident = &mut brink.incidents[struck.index()];
    (incident.card, incident.gravity) = (RULES.find("armed-force").unwrap(), 80);
    (incident.began, incident.noticed) = (Day(5), Some(Day(5)));
    (incident.harm.casualties, incident.harm.physical_damage) = (40, PhysicalDamage::Severe);
    let question = Question::Author(StateId(3));
    brink.beliefs.push(Belief { holder: StateId(0), incident: struck, question, odds: LogOdds::clamped(4000) });
    assert!(who_strikes(&brink, &[]).contains(&"hawk".to_owned()), "it may defend itself");
    brink.incidents[struck.index()].began = Day(1);
    assert_eq!(who_strikes(&brink, &[]), [""; 0], "that was before the two sat down");
}

#[test]
fn who_strikes_in_the_open_is_known_to_have_done_it() {
    let mut world = world(4);
    world.states[0].attention = 20;
    let terms = Terms { target: Some(StateId(3)), asset: Some(AssetId(3)), ..Terms::default() };
    let strike = Order { by: StateId(0), act: Act::Move(RULES.find("armed-force").unwrap()), terms };
    let mut simulation = Simulation::new(RULES.clone(), &world, 1);
    assert!(simulation.play(vec![strike]).refusals.is_empty());
    let after = simulation.situation();
    for seat in [1, 3] {
        let view = View::of(&after, &RULES, &scenario(after.clone()), StateId(seat), None);
        let incident = view.known.incidents.iter().find(|incident| incident.victim == StateId(3)).unwrap();
        let known = view.tie(StateId(0)).map(|_| (StateId(0), Confidence::NearCertain));
        assert!(known.is_some());
        assert_eq!(suspect(&view, incident.id), known, "seat {seat}");
    }
}
