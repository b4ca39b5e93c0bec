//! Rule-based agents play a whole scenario: nothing is refused, conduct is what the record would lead one to expect, and
//! a crisis may end calmly or not.

use std::collections::BTreeMap;
use std::sync::Arc;

use demarche::agents::{Agent, Utility};
use demarche::base::id::StateId;
use demarche::content::{library, scenario::Staged};
use demarche::sim::Simulation;
use demarche::sim::docket::{Docket, compile};
use demarche::sim::event::Event;
use demarche::sim::order::Act;
use demarche::view::{Past, View};

/// What came of one game.
struct Game {
    /// The families of the moves made, with how often, and `follow-up` for the rest.
    families: BTreeMap<String, usize>,
    /// The moves made, with how often.
    moves: BTreeMap<String, usize>,
    /// The highest step any pair stood on at the end of each turn.
    ladder: Vec<u8>,
}

fn play(staged: &Staged, seed: u64) -> Game {
    let (rules, scenario) = (&staged.rulebook, &staged.scenario);
    let tempers = demarche::content::tempers::embedded().unwrap();
    let mut agents: Vec<(StateId, Utility)> = (scenario.tempers.iter())
        .map(|(seat, slug)| (*seat, Utility::new(rules, Arc::clone(&tempers[slug]), seed)))
        .collect();
    let mut sim = Simulation::new(Arc::clone(rules), &scenario.open(seed).situation, seed);
    let mut last: (Docket, Vec<Event>) = Default::default();
    let mut game = Game { families: BTreeMap::new(), moves: BTreeMap::new(), ladder: Vec::new() };
    for _ in 0..scenario.turns {
        let situation = sim.situation();
        let mut sealed = Vec::new();
        for (seat, agent) in &mut agents {
            let past = Past { docket: &last.0, events: &last.1 };
            let view = View::of(&situation, rules, scenario, *seat, Some(past));
            for chosen in agent.orders(&view) {
                assert!(chosen.reason.to_string().ends_with('.'));
                sealed.push(view.seal(&chosen.draft).unwrap());
            }
        }
        let docket = compile(&situation, rules, sealed);
        assert!(docket.refusals().is_empty(), "seed {seed}: {:?}", docket.refusals());
        for order in docket.orders() {
            let (family, name) = match order.act {
                Act::Move(card) => (rules.card(card).family.clone(), rules.card(card).id.clone()),
                Act::Follow(act) => ("follow-up".to_owned(), act.slug().to_owned()),
            };
            *game.families.entry(family).or_default() += 1;
            *game.moves.entry(name).or_default() += 1;
        }
        let record = sim.adjudicate(&docket);
        last = (docket, record.events);
        game.ladder.push(sim.situation().ties.iter().map(|tie| tie.step).max().unwrap());
    }
    game
}

#[test]
fn dark_grid_is_played_as_the_record_would_lead_one_to_expect() {
    let staged = library::find("dark-grid").unwrap().stage().unwrap();
    let games: Vec<Game> = (0..12).map(|seed| play(&staged, seed)).collect();
    let count = |names: &[&str]| -> usize {
        games
            .iter()
            .flat_map(|game| &game.moves)
            .filter(|(name, _)| names.contains(&name.as_str()))
            .map(|(_, n)| n)
            .sum()
    };
    let all: usize = games.iter().flat_map(|game| game.moves.values()).sum();
    for (seed, game) in games.iter().enumerate() {
        println!("seed {seed} ladder {:?}\n  {:?}", game.ladder, game.moves);
    }
    assert!(all > 12 * 6 * 6, "{all} acts in twelve games: some seats sleep");
    assert!(count(&["armed-force", "cyber-self-defence"]) * 100 <= all, "force is almost never the answer");
    let accused = count(&["attribute-publicly", "indict"]);
    assert!(accused * 20 <= all, "{accused} public accusations among {all} acts");
    assert!(
        count(&["investigate", "request-assistance", "share-evidence", "remote-search"]) > 12,
        "nobody looks into it"
    );
    let ends: Vec<u8> = games.iter().map(|game| *game.ladder.last().unwrap()).collect();
    let (calmest, hottest) = (ends.iter().min().unwrap(), ends.iter().max().unwrap());
    assert!(calmest < hottest, "every game ends on step {calmest}");
}

#[test]
fn the_tutorial_is_played_without_a_refusal() {
    let staged = library::find("first-note").unwrap().stage().unwrap();
    let game = play(&staged, 1);
    assert!(!game.families.is_empty(), "nobody did anything");
}
