//! The agent that looks ahead: it imagines sound worlds from its view alone, plays the same game every time, keeps to its
//! nodes, and is at home in journals, replays and forks.

use std::sync::{Arc, LazyLock};

use demarche::agents::{Agent, Chosen, Manner, Planner, objective};
use demarche::base::id::{OperationId, StateId};
use demarche::base::{Permille, StateSet, Turn};
use demarche::content::{library, scenario::Staged, tempers};
use demarche::session::journal::{Journal, Line};
use demarche::session::{Chronicle, Game, Rules, replay};
use demarche::sim::operations::{Operation, Stage};
use demarche::sim::polity::Party;
use demarche::sim::situation::Situation;
use demarche::sim::soundness::flaws;
use demarche::view::{View, estimate};
use proptest::prelude::*;
use rayon::prelude::*;

use crate::session::game;

/// Read once: reading the catalogue takes longer than a decision.
static GRID: LazyLock<Staged> = LazyLock::new(|| library::find("dark-grid").unwrap().stage().unwrap());

/// Few enough to be quick in a plain build, and enough to choose by.
const FEW: Manner = Manner::Planner { nodes: 60 };

fn planner(seat: StateId, seed: u64, nodes: u32) -> Planner {
    let tempers = tempers::embedded().unwrap();
    let typical: Vec<_> = tempers.values().cloned().collect();
    let (_, slug) = GRID.scenario.tempers.iter().find(|(state, _)| *state == seat).unwrap();
    Planner::new(&GRID.rulebook, Arc::clone(&tempers[slug]), &typical, seed, nodes)
}

fn view(situation: &Situation, seat: StateId) -> View {
    View::of(situation, &GRID.rulebook, &GRID.scenario, seat, None)
}

/// A game of dark-grid played to its end.
fn played(seed: u64, manner: impl Fn(StateId) -> Manner) -> Game {
    let mut game = game("dark-grid", seed);
    for seat in (0..6).map(StateId) {
        game.play_by(seat, manner(seat)).unwrap();
    }
    while !game.is_over() {
        let played = game.adjudicate().unwrap();
        assert!(played.docket.refusals().is_empty(), "seed {seed}: {:?}", played.docket.refusals());
    }
    game
}

#[test]
fn every_world_it_imagines_is_sound_and_looks_to_the_seat_as_its_own_does() {
    let mut authors = std::collections::BTreeSet::new();
    for seed in [7, 8] {
        let game = played(seed, |_| Manner::Utility);
        for (turn, seat) in (0..=6).flat_map(|turn| (0..6).map(move |seat| (turn, StateId(seat)))) {
            let seen = view(game.situation(turn).unwrap(), seat);
            let planner = planner(seat, seed, 1);
            for sample in 0..4 {
                let world = planner.imagined(&seen, sample);
                assert_eq!(flaws(&world, GRID.rulebook.cards.len()), [], "seed {seed}, turn {turn}, seat {}", seat.0);
                let known = seen.known.operations.len();
                assert_eq!(world.operations[..known], seen.known.operations[..], "what is known keeps its numbers");
                authors.extend(world.operations[known..].iter().map(|row| row.author));
            }
        }
    }
    assert!(authors.len() >= 3, "beliefs leave more than {authors:?} open");
}

/// Changes of a world that a seat cannot see.
fn hidden(world: &mut Situation, seat: StateId, share: i32, author: u8) {
    for state in world.states.iter_mut().filter(|state| state.id != seat) {
        state.resolve = Permille::clamped(share);
        state.pressure = Permille::clamped(1000 - share);
        // Another share that the same published rankings allow.
        let third = estimate(state.cyber_offence);
        state.cyber_offence = [third, third.shifted(share % 100 - 50)][(share % 2) as usize];
        state.attention = share % 5;
    }
    for asset in world.assets.iter_mut().filter(|asset| asset.owner != seat) {
        asset.exposure = Permille::clamped(share);
    }
    for actor in world.actors.iter_mut().filter(|actor| actor.sponsor != Some(seat)) {
        actor.capability = Permille::clamped(share);
    }
    let author = StateId(author);
    let unseen = |row: &Operation| row.author != Party::State(seat) && !row.known_to.contains(seat);
    for row in world.operations.iter_mut().filter(|row| unseen(row)) {
        if author != seat {
            row.author = Party::State(author);
            row.known_to = StateSet::of(author);
        }
        row.hand = None;
        row.false_flag = None;
        row.stage = [Stage::Preparing, Stage::Active, Stage::Ended][(share % 3) as usize];
    }
    if author != seat {
        let id = OperationId::at(world.operations.len());
        let laid =
            Operation { id, author: Party::State(author), known_to: StateSet::of(author), ..world.operations[0] };
        world.operations.push(laid);
    }
    world.beliefs.retain(|row| row.holder == seat);
    for item in &mut world.evidence {
        item.fabricated = share % 2 == 0;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// It cannot read the true world: two that look alike to a seat get the same plan, for the same reasons.
    #[test]
    fn worlds_that_look_alike_get_the_same_plan(
        seed in 0_u64..9, seat in 0_u8..6, share in 0..1000, author in 0_u8..6, turns in 0_usize..3,
    ) {
        let seat = StateId(seat);
        let mut game = game("dark-grid", seed);
        for _ in 0..turns {
            game.adjudicate().unwrap();
        }
        let one = game.present().clone();
        let mut other = one.clone();
        hidden(&mut other, seat, share, author);
        prop_assert!(one != other);
        let (one, other) = (view(&one, seat), view(&other, seat));
        prop_assert!(one == other, "the two do not look alike");
        let plan = |view: &View| planner(seat, seed, 40).orders(view);
        prop_assert_eq!(plan(&one), plan(&other));
    }
}

#[test]
fn the_hidden_truth_of_a_crisis_does_not_move_the_victim_s_plan() {
    let plans: Vec<Vec<Chosen>> = (0..GRID.scenario.truths.len())
        .map(|truth| {
            let mut opening = GRID.scenario.opening.clone();
            opening.change(&GRID.scenario.truths[truth].changes);
            planner(StateId(0), 1, 120).orders(&view(&opening, StateId(0)))
        })
        .collect();
    assert!(plans.len() >= 3 && plans.iter().all(|plan| *plan == plans[0]), "{plans:?}");
}

#[test]
fn the_budget_is_kept_and_every_act_is_explained_in_one_sentence() {
    let opening = GRID.scenario.open(7).situation;
    for (seat, nodes) in [(0, 1), (0, 60), (2, 200), (4, 200)] {
        let seat = StateId(seat);
        let mut planner = planner(seat, 7, nodes);
        let seen = view(&opening, seat);
        let orders = planner.orders(&seen);
        assert!(planner.nodes_spent() <= nodes.into(), "{} of {nodes}", planner.nodes_spent());
        assert!(nodes == 1 || planner.nodes_spent() * 2 > nodes.into(), "{} of {nodes}", planner.nodes_spent());
        for chosen in &orders {
            assert!(seen.seal(&chosen.draft).is_ok());
            let text = chosen.reason.to_string();
            assert!(text.ends_with("promised most.") && text.matches('.').count() == 1, "{text}");
        }
    }
}

/// The strength itself is measured by the benchmark of that name, on hundreds of pairs; this only looks for nonsense.
#[test]
fn mirrored_games_are_the_same_on_any_number_of_threads_and_no_disaster() {
    let pairs: Vec<(u64, StateId)> = (30..32).flat_map(|seed| (0..6).map(move |seat| (seed, StateId(seat)))).collect();
    let all = |threads: usize| -> Vec<_> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let one = |&(seed, seat): &(u64, StateId)| {
            let game = played(seed, |state| if state == seat { FEW } else { Manner::Utility });
            (game.digest(), objective(&game.view(seat).unwrap()))
        };
        pool.install(|| pairs.par_iter().map(one).collect())
    };
    let (single, several) = (all(1), all(3));
    assert_eq!(single, several);
    let usual = |&(seed, seat): &(u64, StateId)| {
        let game = played(seed, |_| Manner::Utility);
        (game.digest(), objective(&game.view(seat).unwrap()))
    };
    let mirrored: Vec<_> = pairs.iter().map(usual).collect();
    assert!(single.iter().zip(&mirrored).any(|(one, other)| one.0 != other.0), "it never had an idea of its own");
    let sum = |games: &[(_, i32)]| games.iter().map(|game| game.1).sum::<i32>();
    assert!(sum(&single) > sum(&mirrored) - 12 * 20, "{} against {}", sum(&single), sum(&mirrored));
}

#[test]
fn its_games_are_journalled_replayed_forked_and_taken_up_again() {
    let lysmark = StateId(0);
    let mut game = game("dark-grid", 5);
    game.play_by(lysmark, FEW).unwrap();
    game.play_by(StateId(3), Manner::Random).unwrap();
    let mut chronicle = Chronicle::begin(game, Vec::<Line>::new()).unwrap();
    chronicle.finish().unwrap();
    let (whole, lines) = chronicle.into_parts();
    assert!(whole.played()[0].sealed[0].reasons.iter().all(|reason| reason.contains("courses")));
    let mut kept = Journal::assemble((2..).zip(lines)).unwrap();
    assert_eq!(kept.header.seats[0].manner, FEW);
    assert_eq!(replay(&kept, Rules::Same).unwrap().difference, None);
    // What is written is read back as it was, and a seat played in the usual manner is written as ever.
    let header = serde_json::to_string(&kept.header.seats).unwrap();
    assert!(header.contains("\"planner:60\"") && header.matches("manner").count() == 2, "{header}");
    assert_eq!(serde_json::from_str::<Vec<demarche::session::Seat>>(&header).unwrap(), kept.header.seats);

    let mut fork = whole.fork(Turn(2)).unwrap();
    while !fork.is_over() {
        fork.adjudicate().unwrap();
    }
    assert_eq!(fork.digest(), whole.digest(), "a fork plays on as the original did");
    kept.course.truncate(3);
    let mut resumed = replay(&kept, Rules::Same).unwrap().game;
    while !resumed.is_over() {
        resumed.adjudicate().unwrap();
    }
    assert_eq!(resumed.digest(), whole.digest(), "a journal taken up again plays on as the original did");
}
