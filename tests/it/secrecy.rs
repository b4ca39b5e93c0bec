//! Secrecy over the scenarios that travel with the program: the hidden truth of a crisis cannot be read off a view.

use std::sync::Arc;

use demarche::base::id::StateId;
use demarche::base::id::{EvidenceId, IncidentId, MeasureId, OperationId, UndertakingId, WrongId};
use demarche::base::{Chance, LogOdds, Purpose, Turn};
use demarche::content::{library, scenario::Staged};
use demarche::session::Game;
use demarche::sim::Simulation;
use demarche::sim::knowledge::{Belief, Confidence};
use demarche::sim::legal::Chambers;
use demarche::sim::order::{Act, FollowUp, Order, Terms};
use demarche::sim::situation::Situation;
use demarche::view::{Clearance, Counsel, Draft, Gallery, Past, View, menu, suspect};

fn staged(slug: &str) -> Staged {
    library::find(slug).unwrap().stage().unwrap()
}

/// The opening under every truth of a scenario, and the place of the truth.
fn openings(staged: &Staged) -> Vec<(usize, Situation)> {
    (0..staged.scenario.truths.len())
        .map(|truth| {
            let mut opening = staged.scenario.opening.clone();
            opening.change(&staged.scenario.truths[truth].changes);
            (truth, opening)
        })
        .collect()
}

/// The victim wakes to the same morning, whichever truth was drawn, and so does everybody who has no part in any of them.
#[test]
fn the_first_morning_of_dark_grid_does_not_tell_its_truth() {
    let staged = staged("dark-grid");
    let openings = openings(&staged);
    assert!(openings.len() >= 3);
    let mut innocent = 0;
    for seat in (0..staged.scenario.opening.states.len()).map(StateId::at) {
        let views: Vec<View> = openings
            .iter()
            .map(|(_, opening)| View::of(opening, &staged.rulebook, &staged.scenario, seat, None))
            .collect();
        let alike = views.iter().all(|view| *view == views[0]);
        if alike {
            innocent += 1;
            let menus: Vec<_> = views.iter().map(menu).collect();
            assert!(menus.iter().all(|menu| *menu == menus[0]), "seat {}", seat.0);
            let mut chambers = Chambers::new(&staged.rulebook);
            for draft in &menus[0].suggested {
                let shown: Vec<_> = views.iter().map(|view| Counsel::of(view, &mut chambers).preview(draft)).collect();
                assert!(shown.iter().all(|preview| *preview == shown[0]), "seat {}: {draft:?}", seat.0);
            }
        }
    }
    let lysmark = StateId(0);
    let see = |opening: &Situation| View::of(opening, &staged.rulebook, &staged.scenario, lysmark, None);
    for (truth, opening) in &openings[1..] {
        assert_eq!(see(opening).known, see(&openings[0].1).known, "Lysmark can tell truth {truth} from the first");
    }
    assert!(innocent >= 3, "only {innocent} seats learn nothing of the truth on the first morning");
}

/// The same beliefs, each as likely as its word still covers, and no two in another order than before.
fn reworded(world: &Situation, seed: u64) -> Situation {
    let mut world = world.clone();
    let words = [(-9000, -1400), (-1380, -210), (-190, 1090), (1105, 2930), (2950, 9000)];
    let word = |odds: i32| Confidence::of(LogOdds::clamped(odds));
    assert!(words.iter().all(|(low, high)| word(*low) == word(*high)) && words.is_sorted_by_key(|(low, _)| word(*low)));
    let key = |row: &Belief| (row.holder, row.incident, Confidence::of(row.odds), row.odds);
    let mut keys: Vec<_> = world.beliefs.iter().map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    for row in &mut world.beliefs {
        let (holder, incident, word, odds) = key(row);
        let alike: Vec<_> = keys.iter().filter(|key| (key.0, key.1, key.2) == (holder, incident, word)).collect();
        let place = alike.iter().position(|key| key.3 == odds).unwrap() as i32;
        let (low, high) = words[word as usize];
        let step = (high - low) / alike.len() as i32;
        // Drawn once for all that are held as likely.
        let subjects = [holder.0.into(), incident.0, (word as u32) << 16 | place as u32];
        let within = Chance::new(seed).draw(Turn(0), Purpose(0), subjects).below(step as u32);
        row.odds = LogOdds::clamped(low + place * step + within as i32);
    }
    world
}

/// Those who are not cleared are told in a word how sure their State is, and of two suspects which is likelier: nothing they see,
/// could do, or are told of an act tells two such truths apart, nor does what a program in their seat reads.
#[test]
fn whoever_is_not_cleared_is_told_of_odds_by_the_word_alone() {
    let staged = staged("dark-grid");
    let opening = staged.scenario.open(7).situation;
    let mut sim = Simulation::new(Arc::clone(&staged.rulebook), &opening, 7);
    let mut chambers = Chambers::new(&staged.rulebook);
    let mut told_apart = 0;
    for seed in 0..3 {
        let truth = sim.situation();
        let other = reworded(&truth, seed);
        for seat in (0..truth.states.len()).map(StateId::at) {
            let see = |world: &Situation, clearance| {
                View::cleared(world, &staged.rulebook, &staged.scenario, (seat, clearance), None)
            };
            let (one, two) = (see(&truth, Clearance::Open), see(&other, Clearance::Open));
            let rows = |view: &View| serde_json::to_string(&view.known).unwrap();
            assert_eq!(rows(&one), rows(&two), "seat {}", seat.0);
            let (seen, menu_of_other) = (menu(&one), menu(&two));
            assert_eq!(seen, menu_of_other, "seat {}", seat.0);
            for draft in &seen.suggested {
                let shown = [&one, &two].map(|view| Counsel::of(view, &mut chambers).preview(draft));
                assert_eq!(shown[0], shown[1], "seat {}: {draft:?}", seat.0);
            }
            // The suspect is the one whom the head is told of.
            let full = see(&truth, Clearance::Secret);
            for incident in &one.known.incidents {
                let place = one.cast_place(incident.id).unwrap();
                assert_eq!(suspect(&one, incident.id), suspect(&full, full.cast_at(place).unwrap()), "seat {}", seat.0);
            }
            told_apart += usize::from(full.known.beliefs != see(&other, Clearance::Secret).known.beliefs);
        }
        let docket = demarche::sim::docket::compile(&truth, &staged.rulebook, vec![]);
        sim.adjudicate(&docket);
    }
    assert!(told_apart > 6, "only {told_apart} seats hold anything for likely");
}

/// Whatever happens in a game: what reaches a seat is in its view, and nothing of others' operations is.
#[test]
fn no_view_of_a_played_crisis_holds_what_its_seat_cannot_know() {
    let staged = staged("dark-grid");
    let opening = staged.scenario.open(7).situation;
    let mut sim = Simulation::new(Arc::clone(&staged.rulebook), &opening, 7);
    for _ in 0..staged.scenario.turns {
        let docket = demarche::sim::docket::compile(&sim.situation(), &staged.rulebook, vec![]);
        let record = sim.adjudicate(&docket);
        let truth = sim.situation();
        for seat in (0..truth.states.len()).map(StateId::at) {
            let past = Past { docket: &docket, events: &record.events };
            let view = View::of(&truth, &staged.rulebook, &staged.scenario, seat, Some(past));
            let mine = |row: &demarche::sim::operations::Operation| {
                row.author.state() == Some(seat) || row.known_to.contains(seat)
            };
            assert!(view.known.operations.iter().all(mine), "seat {}", seat.0);
            assert_eq!(view.known.operations.len(), truth.operations.iter().filter(|row| mine(row)).count());
            assert!(view.known.incidents.iter().all(|row| row.known_to.contains(seat)));
            assert!(view.known.evidence.iter().all(|row| !row.fabricated));
            assert!(view.known.beliefs.iter().all(|row| row.holder == seat));
            assert!(view.known.actors.iter().all(|row| row.sponsor.is_none_or(|sponsor| sponsor == seat)));
            let meant = record.events.iter().filter(|event| event.audience.contains(seat)).count();
            assert!(view.events.len() <= meant);
        }
    }
}

/// The rows of the world that a view's rows are, kind by kind.
fn places(view: &View) -> Vec<Terms> {
    let sealed = |terms| {
        let order = Order { by: view.seat, act: Act::Follow(FollowUp::Stop), terms };
        view.seal(&Draft { order }).unwrap().terms
    };
    let known = &view.known;
    let mut found = Vec::new();
    for place in 0.. {
        let is_there = |length: usize| (place < length).then_some(place);
        let terms = Terms {
            operation: is_there(known.operations.len()).map(OperationId::at),
            incident: is_there(known.incidents.len()).map(IncidentId::at),
            evidence: is_there(known.evidence.len()).map(EvidenceId::at),
            undertaking: is_there(known.undertakings.len()).map(UndertakingId::at),
            measure: is_there(known.measures.len()).map(MeasureId::at),
            claim: is_there(known.claims.len()).map(WrongId::at),
            ..Terms::default()
        };
        if terms == Terms::default() {
            break;
        }
        found.push(sealed(terms));
    }
    found
}

/// What is looked at turn after turn is written anew only where something has changed: no seat sees anything else than one that
/// looks for the first time, whatever world was looked at before.
#[test]
fn a_gallery_shows_each_seat_what_it_would_see_by_itself() {
    let mut learnt_late = 0;
    for (slug, turns, seeds) in [("dark-grid", 6, 1..4), ("thirty", 45, 1..2), ("world", 3, 1..2)] {
        let book = library::find(slug).unwrap();
        let staged = book.stage().unwrap();
        let seats = || (0..staged.scenario.opening.states.len()).map(StateId::at);
        let mut kept = Gallery::new(&staged.rulebook, seats());
        // Looks at every fourth morning alone.
        let mut seldom = Gallery::new(&staged.rulebook, seats());
        for seed in seeds {
            let mut game = Game::new(staged.clone(), &book.source, seed).unwrap();
            for turn in 0..turns {
                let past = game.played().last();
                let past = past.map(|played| Past { docket: &played.docket, events: &played.record.events });
                let mut compare = |_: usize, view: &View| {
                    let alone = game.view(view.seat).unwrap();
                    assert!(*view == alone, "{slug}, seed {seed}, turn {turn}, seat {}", view.seat.0);
                    assert_eq!(places(view), places(&alone), "{slug}, seed {seed}, turn {turn}, seat {}", view.seat.0);
                    let late = |row: &&demarche::sim::incidents::Incident| row.began.0 + 30 < view.known.day.0;
                    learnt_late += alone
                        .known
                        .incidents
                        .iter()
                        .filter(late)
                        .filter(|row| row.noticed.is_some_and(|day| day.0 + 10 > view.known.day.0))
                        .count();
                };
                kept.look(game.present(), &staged.scenario, past, &mut compare);
                if turn % 4 == 0 {
                    seldom.look(game.present(), &staged.scenario, past, &mut compare);
                }
                game.adjudicate().unwrap();
            }
        }
    }
    assert!(learnt_late > 8, "only {learnt_late} times did somebody learn of an old incident");
}
