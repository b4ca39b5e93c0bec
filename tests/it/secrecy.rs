//! Secrecy over the scenarios that travel with the program: the hidden truth of a crisis cannot be read off a view.

use std::sync::Arc;

use demarche::base::id::StateId;
use demarche::content::{library, scenario::Staged};
use demarche::sim::Simulation;
use demarche::sim::legal::Chambers;
use demarche::sim::situation::Situation;
use demarche::view::{Counsel, Past, View, menu};

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
