//! Tests of the room as a whole: what no single file can promise.

use std::sync::Arc;

use bevy::ecs::entity::Entity;
use bevy::ecs::prelude::World;
use proptest::prelude::*;

use crate::base::id::{AssetId, IncidentId, MeasureId, OperationId, ResolutionId, StateId, UndertakingId};
use crate::base::{LogOdds, Span, StateSet};
use crate::sim::docket::{OrderIx, Refusal, compile};
use crate::sim::event::What;
use crate::sim::fixture::{self, order, played, ring};
use crate::sim::incidents::{self, DataEffect, EconomicLoss, Harm, PhysicalDamage};
use crate::sim::knowledge::{Confidence, Detail, Question, about};
use crate::sim::legal::{Forum, Matter, Reparation};
use crate::sim::measures::MeasureStatus;
use crate::sim::operations::{Basis, Operation, Stage};
use crate::sim::order::{Act, Ballot, FollowUp, Level, Order, Param, Publicity, Terms};
use crate::sim::polity::{Asset, ControlLink, Function, Sector, State, StateSupport};
use crate::sim::relations::Content;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::{Kind, Roster, Situation};
use crate::sim::{Simulation, TurnRecord};

fn at(target: u8) -> Terms {
    Terms { target: Some(StateId(target)), ..Terms::default() }
}

fn on(target: u8) -> Terms {
    Terms { asset: Some(AssetId(target.into())), ..at(target) }
}

fn follow(by: u8, act: FollowUp, terms: Terms) -> Order {
    Order { by: StateId(by), act: Act::Follow(act), terms }
}

/// A busy first turn in which every modelled kind of act is ordered.
fn busy(rules: &Rulebook) -> Vec<Order> {
    vec![
        order(rules, 0, "ddos", Terms { level: Some(Level::Low), ..on(1) }),
        order(rules, 0, "demarche", at(1)),
        order(rules, 1, "sanction-sector", Terms { sector: Some(Sector::Finance), ..at(2) }),
        order(rules, 1, "harden", Terms { asset: Some(AssetId(1)), ..Terms::default() }),
        order(rules, 2, "cyber-wipe", Terms { false_flag: Some(StateId(1)), level: Some(Level::Low), ..on(0) }),
        order(rules, 2, "spy-remote", on(1)),
        order(rules, 1, "offer-negotiation", Terms { content: Some(Content::JointExercise), ..at(0) }),
        follow(
            0,
            FollowUp::ThreatenMeasure,
            Terms { other_move: rules.find("embargo"), days: Some(7), by_itself: Some(true), ..at(2) },
        ),
        follow(2, FollowUp::OfferGoodOffices, Terms { other_party: Some(StateId(1)), ..at(0) }),
    ]
}

/// A turn in which what the busy one left is answered: offers are taken, countered and concluded, drafts voted on.
fn answering(rules: &Rulebook, world: &Situation) -> Vec<Order> {
    let mut orders = Vec::new();
    for row in &world.undertakings {
        let word = Terms { undertaking: Some(row.id), ..Terms::default() };
        let counter = Terms { content: Some(Content::Talks), ..word };
        orders.push(follow(row.to.0, FollowUp::Accept, word));
        orders.push(follow(row.to.0, FollowUp::Counter, counter));
        orders.push(follow(row.from.0, FollowUp::Conclude, word));
        orders.push(follow(row.from.0, FollowUp::Denounce, word));
    }
    for row in &world.incidents {
        let about = Terms { incident: Some(row.id), ..at((row.victim.0 + 1) % 3) };
        orders.push(order(rules, row.victim.0, "refer-to-unsc", about));
        orders.push(order(rules, row.victim.0, "sue-state", about));
        orders.push(order(rules, row.victim.0, "withhold-recognition", about));
    }
    for row in &world.resolutions {
        let draft = Terms { resolution: Some(row.id), ..Terms::default() };
        orders.extend(Ballot::ALL.iter().zip(0..).map(|(ballot, by)| follow(by, FollowUp::Vote(*ballot), draft)));
    }
    orders.push(follow(0, FollowUp::RestoreRelations, at(1)));
    orders.push(order(rules, 1, "coerce-mission", at(0)));
    orders
}

#[test]
fn an_operation_lives_from_order_to_belief() {
    let rules = fixture::rules();
    let first = vec![order(&rules, 0, "ddos", Terms { level: Some(Level::Medium), ..on(1) })];
    // A seed under which the attack gets in; nine in ten do.
    let mut sim = played(&rules, 1, &[first]);
    let after = sim.situation();
    assert_eq!(after.operations[0].stage, Stage::Active);
    let incident = after.incidents[0];
    assert_eq!((incident.victim, incident.operation), (StateId(1), Some(OperationId(0))));
    assert!(incident.noticed.is_some() && incident.known_to == StateSet::of(StateId(1)), "an outage is noticed");
    assert_eq!(after.assets[1].function, Function::Interrupted);
    assert_eq!(after.evidence[0].holder, StateId(1));
    let suspected = Question::Author(StateId(0));
    assert_eq!(after.evidence[0].bears_on, suspected, "no false flag, no proxy: the trace is true");
    let prior = LogOdds::from_probability(rules.model.knowledge.prior.at);
    let believed = about(&after.beliefs, StateId(1), incident.id)[0];
    assert_eq!((believed.question, believed.odds), (suspected, prior.plus(after.evidence[0].bearing())));
    assert!(after.states[1].pressure > after.states[0].pressure, "harm that is noticed worries the victim's public");

    let inquiry = Terms { incident: Some(IncidentId(0)), level: Some(Level::High), ..Terms::default() };
    sim.play(vec![order(&rules, 1, "investigate", inquiry)]);
    assert_eq!(sim.situation().evidence.len(), 5, "four more traces are followed up");
    let record = sim.play(vec![order(&rules, 1, "investigate", inquiry)]);
    let later = sim.situation();
    assert!(about(&later.beliefs, StateId(1), incident.id)[0].odds > believed.odds);
    assert!(record.events.iter().any(|event| matches!(event.what, What::ConfidenceChanged { .. })), "{record:?}");
    assert!(later.ties[0].tension > after.ties[0].tension, "what is laid at somebody's door heats the tie");

    assert_eq!(later.operations[0].stage, Stage::Ended);
    assert!(later.incidents[0].ceased.is_some());
    assert_eq!(later.assets[1].function, Function::None, "what only stopped comes back by itself");
}

#[test]
fn a_stopped_operation_never_acts_and_a_lifted_measure_no_longer_bites() {
    let rules = fixture::rules();
    let long = Terms { level: Some(Level::High), ..on(2) };
    let mut sim =
        played(&rules, 3, &[vec![order(&rules, 0, "cyber-physical", long), order(&rules, 1, "embargo", at(2))]]);
    let hurt = sim.situation().states[2].economy;
    assert!(hurt < ring(3).states[2].economy, "an embargo bites from its first week");
    let stop = Terms { operation: Some(OperationId(0)), ..Terms::default() };
    let lift = Terms { measure: Some(MeasureId(0)), ..Terms::default() };
    let record = sim.play(vec![follow(0, FollowUp::Stop, stop), follow(1, FollowUp::Lift, lift)]);
    assert!(record.refusals.is_empty(), "{record:?}");
    for _ in 0..20 {
        sim.play(vec![]);
    }
    let end = sim.situation();
    assert_eq!(end.operations[0].stage, Stage::Stopped);
    assert!(end.incidents.is_empty());
    assert_eq!(end.measures[0].status, MeasureStatus::Lifted);
    assert!(end.measures[0].ended.is_some());
    assert_eq!(end.states[2].economy, hurt);
}

#[test]
fn refusals_name_what_is_wrong() {
    let rules = fixture::rules();
    let world = ring(6);
    let why = |order: Order| compile(&world, &rules, vec![order]).refusals().first().map(|refused| refused.why);
    assert_eq!(why(order(&rules, 0, "demarche", Terms::default())), Some(Refusal::Missing(Param::Target)));
    assert_eq!(why(order(&rules, 0, "demarche", at(0))), Some(Refusal::AtOneself));
    assert_eq!(why(order(&rules, 0, "demarche", at(3))), Some(Refusal::NoTie), "a ring ties neighbours only");
    assert_eq!(why(order(&rules, 0, "demarche", on(1))), Some(Refusal::DoesNotTake(Param::Asset)));
    let stray = Terms { asset: Some(AssetId(2)), ..at(1) };
    assert_eq!(why(order(&rules, 0, "ddos", stray)), Some(Refusal::NotTheirs(Param::Asset)));
    let unseen = Terms { incident: Some(IncidentId(0)), ..Terms::default() };
    assert_eq!(why(order(&rules, 0, "investigate", unseen)), Some(Refusal::Unknown(Param::Incident)));
    assert_eq!(
        why(follow(0, FollowUp::Denounce, Terms::default())),
        Some(Refusal::Missing(Param::Undertaking)),
        "a treaty is denounced by name"
    );
    let foreign = Terms { operation: Some(OperationId(0)), ..Terms::default() };
    assert_eq!(why(follow(0, FollowUp::Stop, foreign)), Some(Refusal::Unknown(Param::Operation)));
    assert_eq!(why(order(&rules, 0, "demarche", at(1))), None);
    let dear: Vec<Order> = (0..3).map(|_| order(&rules, 0, "cyber-wipe", on(1))).collect();
    let docket = compile(&world, &rules, dear);
    assert_eq!(docket.orders().len(), 2);
    assert_eq!(docket.refusals()[0].why, Refusal::NotEnoughAttention { costs: 3, left: 0 });
    assert_eq!(docket.refusals()[0].why.to_string(), "it takes 3 points of attention and 0 are left this turn");
}

#[test]
fn severed_relations_close_the_embassies() {
    let rules = fixture::rules();
    let mut world = ring(3);
    world.ties[0].relations = crate::sim::relations::Relations::Severed;
    let docket = compile(&world, &rules, vec![order(&rules, 0, "demarche", at(1))]);
    assert_eq!(docket.refusals()[0].why, Refusal::RelationsSevered);
}

#[test]
fn attention_is_spent_and_returns() {
    let rules = fixture::rules();
    let mut sim = Simulation::new(rules.clone(), &ring(3), 1);
    let record = sim.play(vec![order(&rules, 0, "demarche", at(1))]);
    assert!(record.events.iter().any(|event| matches!(event.what, What::NoteDelivered { .. })));
    assert_eq!(sim.situation().states[0].attention, 6, "it returns at the close");
}

#[test]
fn orders_sealed_in_another_order_make_the_same_turn() {
    let rules = fixture::rules();
    let orders = busy(&rules);
    let mut turned = orders.clone();
    // Within a seat the ranking is the seat's own; only the seats are shuffled.
    turned.sort_by_key(|order| std::cmp::Reverse(order.by));
    assert_ne!(orders, turned);
    let one = Simulation::new(rules.clone(), &ring(3), 5).play(orders);
    let other = Simulation::new(rules, &ring(3), 5).play(turned);
    assert_eq!(one, other);
}

#[test]
fn rows_spawned_in_another_order_make_the_same_turns() {
    let rules = fixture::rules();
    let mut straight = Simulation::new(rules.clone(), &ring(3), 5);
    let mut shuffled = Simulation::new(rules.clone(), &ring(3), 5);
    respawn_reversed::<State>(&mut shuffled.world);
    for turn in 0..6 {
        let orders = if turn % 2 == 0 { busy(&rules) } else { answering(&rules, &straight.situation()) };
        assert_eq!(straight.play(orders.clone()), shuffled.play(orders), "turn {turn}");
        respawn_reversed::<State>(&mut shuffled.world);
        respawn_reversed::<Operation>(&mut shuffled.world);
        respawn_reversed::<incidents::Incident>(&mut shuffled.world);
    }
}

/// Takes every row of a kind out of the world and puts it back last first.
fn respawn_reversed<K: Kind>(world: &mut World) {
    let old: Vec<Entity> = K::listed(world.resource::<Roster>()).clone();
    let rows: Vec<K> = old.iter().map(|&entity| *world.get::<K>(entity).unwrap()).collect();
    for entity in old {
        world.despawn(entity);
    }
    let mut new: Vec<Entity> = rows.into_iter().rev().map(|row| world.spawn(row).id()).collect();
    new.reverse();
    *K::listed_mut(&mut world.resource_mut::<Roster>()) = new;
}

#[test]
fn a_kept_simulation_plays_another_crisis_as_a_fresh_one_would() {
    let rules = fixture::rules();
    let mut kept = played(&rules, 9, &[busy(&rules), vec![], vec![]]);
    let small = ring(3);
    kept.reset(&small, 4);
    let mut fresh = Simulation::new(rules.clone(), &small, 4);
    assert_eq!(kept.situation(), fresh.situation());
    for _ in 0..3 {
        assert_eq!(kept.play(busy(&rules)), fresh.play(busy(&rules)));
    }
}

#[test]
fn nothing_lives_in_the_world_beside_the_rows() {
    let rules = fixture::rules();
    let mut sim = played(&rules, 2, &[busy(&rules), busy(&rules)]);
    let before = sim.situation();
    let counted = rows(&before);
    let empty = Situation::empty(Span(7));
    let all = living(&mut sim.world);
    sim.restore(&empty);
    assert_eq!(living(&mut sim.world) + counted, all, "every simulated entity is one listed row");
}

fn living(world: &mut World) -> usize {
    world.query::<Entity>().iter(world).count()
}

fn rows(s: &Situation) -> usize {
    s.states.len()
        + s.assets.len()
        + s.actors.len()
        + s.operations.len()
        + s.incidents.len()
        + s.evidence.len()
        + s.undertakings.len()
        + s.measures.len()
        + s.claims.len()
        + s.notes.len()
        + s.resolutions.len()
        + s.stances.len()
        + s.doctrines.len()
}

#[test]
fn cards_that_are_played_say_where_their_numbers_come_from() {
    let rules = fixture::rules();
    assert_eq!(rules.cards.len(), 60);
    for card in &rules.cards {
        let Some(play) = &card.play else { continue };
        assert!(!play.source.is_empty(), "{}", card.id);
        assert!(play.attention > 0 && usize::from(play.step) < rules.model.ladder.steps.len(), "{}", card.id);
        let both = play.requires.iter().find(|param| play.accepts.contains(param));
        assert_eq!(both, None, "{}: a parameter is required or accepted, not both", card.id);
        let named = || play.requires.iter().chain(&play.accepts);
        let twice = play.mechanic.requires().iter().find(|param| named().any(|named| named == *param));
        assert_eq!(twice, None, "{}: its mechanic requires that already", card.id);
    }
    let mut families: Vec<&str> = rules.cards.iter().map(|card| card.family.as_str()).collect();
    families.sort_unstable();
    families.dedup();
    assert_eq!(families.len(), 12);
    for family in families {
        let modelled = rules.cards.iter().filter(|card| card.family == family && card.play.is_some()).count();
        assert!(modelled >= 2, "{family} has {modelled} moves that are modelled");
    }
    assert_eq!(rules.model.ladder.steps.len(), 10);
    assert!(rules.model.ladder.steps.is_sorted_by_key(|step| step.from));
}

/// The words of rows are the values of facts, in the same order, so that a row states a fact by its number.
#[test]
fn words_are_the_values_of_the_facts_of_their_names() {
    let corpus = fixture::corpus();
    let vocabulary = corpus.vocabulary();
    fn words<T: serde::Serialize>(all: &[T]) -> Vec<String> {
        all.iter().map(|word| serde_json::to_value(word).unwrap().as_str().unwrap().to_owned()).collect()
    }
    let lists = [
        ("target_sector", words(Sector::ALL)),
        ("functionality_loss", words(Function::ALL)),
        ("data_effect", words(DataEffect::ALL)),
        ("physical_damage", words(PhysicalDamage::ALL)),
        ("economic_loss", words(EconomicLoss::ALL)),
        ("control_link", words(ControlLink::ALL)),
        ("state_support", words(StateSupport::ALL)),
        ("claimed_basis", words(Basis::ALL)),
        ("attribution_confidence", words(Confidence::ALL)),
        ("evidence_disclosed", words(Detail::ALL)),
        ("reparation_made", words(Reparation::ALL)),
        ("forum", words(Forum::ALL)),
    ];
    for (name, words) in lists {
        let fact = vocabulary.find(name).unwrap();
        let codes: Vec<Option<u32>> = words.iter().map(|word| vocabulary.read(fact, word)).collect();
        let expected: Vec<Option<u32>> = (0..words.len() as u32).map(Some).collect();
        assert_eq!(codes, expected, "{name}: {words:?}");
        assert_eq!(vocabulary.read(fact, "unheard-of"), None);
    }
}

#[test]
fn the_law_is_asked_about_orders_operations_and_measures_and_costs_a_good_name() {
    let rules = fixture::rules();
    let mut sim = Simulation::new(rules.clone(), &ring(3), 1);
    let orders = vec![
        order(&rules, 0, "ddos", Terms { level: Some(Level::Medium), ..on(1) }),
        order(&rules, 2, "embargo", Terms { level: Some(Level::High), ..at(1) }),
    ];
    let record = sim.play(orders);
    let matters: Vec<Matter> = record.rulings.iter().map(|ruling| ruling.matter).collect();
    let asked = [
        Matter::Order(OrderIx(0)),
        Matter::Order(OrderIx(1)),
        Matter::Operation(OperationId(0)),
        Matter::Measure(MeasureId(0)),
    ];
    assert_eq!(matters, asked);
    let after = sim.situation();
    // The measure is charged as the order that imposes it, and not again on the same day.
    let orders = record.rulings.iter().filter(|ruling| matches!(ruling.matter, Matter::Order(_)));
    let cost: i32 = orders.map(|ruling| ruling.public_cost).sum();
    assert!(cost > 0, "an embargo that reaches foreigners abroad is contested, and everybody sees it");
    let lost = cost * rules.model.law.legitimacy_per_cost.at;
    assert_eq!(after.states[2].legitimacy, ring(3).states[2].legitimacy.shifted(-lost));
    assert_eq!(after.states[0].legitimacy, ring(3).states[0].legitimacy, "what the public cannot see costs nothing");
    let told = record.events.iter().filter(|event| matches!(event.what, What::Ruled { .. }));
    assert!(told.clone().count() == 4 && told.into_iter().all(|event| event.audience.is_empty()));
}

#[test]
fn gravity_is_measured_on_the_laws_own_scale() {
    let corpus = fixture::corpus();
    let asset = ring(3).assets[0];
    let wiped = Harm { data_effect: DataEffect::Deleted, ..Harm::default() };
    assert_eq!(incidents::gravity(&corpus, &Harm::default(), Some(&asset)), 0);
    let bare = incidents::gravity(&corpus, &wiped, None);
    assert_eq!(incidents::gravity(&corpus, &wiped, Some(&asset)), bare + 5, "the energy sector is critical");
    assert!(asset.is_critical());
    assert_eq!(incidents::severity(&wiped, Some(&asset)), 6);
    assert_eq!(incidents::severity(&Harm { casualties: 2, ..wiped }, None), 7);
    let entered = Harm { lasting_access: true, ..Harm::default() };
    let barracks = Asset { sector: Sector::Military, ..asset };
    assert_eq!(incidents::severity(&entered, Some(&barracks)), 3);
    let command = Asset { nuclear_command: true, ..barracks };
    assert_eq!(incidents::severity(&entered, Some(&command)), 4, "what commands nuclear forces is no lesser network");
}

/// Orders over everything modelled, many of them refused.
fn any_order(rules: Arc<Rulebook>) -> impl Strategy<Value = Order> {
    let moves = prop::sample::select(rules.cards.iter().map(|card| card.id.clone()).collect::<Vec<_>>());
    let follow_ups = prop::sample::select(vec![
        FollowUp::Lift,
        FollowUp::Stop,
        FollowUp::Accept,
        FollowUp::Reject,
        FollowUp::Counter,
        FollowUp::Withdraw,
        FollowUp::GiveConsent,
        FollowUp::RestoreRelations,
        FollowUp::ThreatenMeasure,
        FollowUp::Vote(Ballot::For),
        FollowUp::Vote(Ballot::Against),
        FollowUp::Conclude,
        FollowUp::Denounce,
        FollowUp::OfferGoodOffices,
    ]);
    let rules_of_threats = rules.clone();
    let act = prop_oneof![
        5 => moves.prop_map(move |slug| Act::Move(rules.find(&slug).unwrap())),
        3 => follow_ups.prop_map(Act::Follow),
    ];
    let level = prop::option::of(prop::sample::select(Level::ALL));
    let publicity = prop::option::of(prop::sample::select(Publicity::ALL));
    (0..4_u8, act, prop::option::weighted(0.8, 0..5_u8), any::<[bool; 6]>(), level, publicity, 0..4_u32).prop_map(
        move |(by, act, target, gives, level, publicity, nth)| {
            let mut terms = Terms { target: target.map(StateId), level, publicity, ..Terms::default() };
            terms.asset = gives[0].then(|| AssetId(target.unwrap_or(by).into()));
            terms.incident = gives[1].then_some(IncidentId(nth));
            terms.operation = gives[2].then_some(OperationId(nth));
            terms.measure = gives[3].then_some(MeasureId(nth));
            terms.false_flag = gives[4].then_some(StateId(nth as u8));
            terms.sector = gives[5].then_some(Sector::Energy);
            if let Act::Follow(follow_up) = act {
                // What a follow-up act must name is named; whether it exists is another matter.
                let demands = |param| crate::sim::mechanics::follow_up_params(follow_up).0.contains(&param);
                terms = Terms { level: None, publicity, ..Terms::default() };
                terms.target = target.map(StateId).filter(|_| demands(Param::Target));
                terms.measure = demands(Param::Measure).then_some(MeasureId(nth));
                terms.operation = demands(Param::Operation).then_some(OperationId(nth));
                terms.undertaking =
                    (demands(Param::Undertaking) || follow_up == FollowUp::Denounce).then_some(UndertakingId(nth));
                terms.resolution = demands(Param::Resolution).then_some(ResolutionId(nth as u16));
                terms.content = demands(Param::Content).then_some(Content::Registry);
                terms.other_move = rules_of_threats.find("embargo").filter(|_| demands(Param::OtherMove));
                terms.other_party = demands(Param::OtherParty).then_some(StateId(nth as u8));
                terms.by_itself = (follow_up == FollowUp::ThreatenMeasure).then_some(gives[0]);
            }
            Order { by: StateId(by), act, terms }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever is ordered: what is captured can be restored and goes on the same, attention balances, tables stay sorted.
    #[test]
    fn any_orders_leave_a_sound_world(
        script in prop::collection::vec(prop::collection::vec(any_order(fixture::rules()), 0..12), 1..6),
        seed in any::<u64>(),
    ) {
        let rules = fixture::rules();
        let mut sim = Simulation::new(rules.clone(), &ring(4), seed);
        let mut twin = Simulation::new(rules.clone(), &ring(4), seed);
        for orders in script {
            let before = sim.situation();
            let docket = compile(&before, &rules, orders);
            for state in &before.states {
                let spent: i32 = docket.orders().iter().filter(|order| order.by == state.id)
                    .map(|order| crate::sim::docket::attention(&rules, order.act)).sum();
                prop_assert!(spent <= state.attention);
            }
            // Permilles cannot leave their range by their type; a round trip through the twin finds anything else.
            twin.restore(&before);
            prop_assert_eq!(&twin.situation(), &before);
            let (one, other): (TurnRecord, TurnRecord) = (sim.adjudicate(&docket), twin.adjudicate(&docket));
            prop_assert_eq!(one, other);
            let after = sim.situation();
            prop_assert!(after.misnumbered().is_empty());
            prop_assert!(after.beliefs.is_sorted());
            prop_assert!(after.ties.iter().all(|tie| tie.step <= 9));
            let text = serde_json::to_string(&after).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Situation>(&text).unwrap(), &after);
        }
    }
}
