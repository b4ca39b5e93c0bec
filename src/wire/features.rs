//! What a seat knows as a list of whole numbers of fixed length, for programs that learn.

use crate::base::id::StateId;
use crate::sim::knowledge::{Question, about};
use crate::view::View;

/// The most steps of the ladder.
const STEPS: i32 = 9;

/// The numbers, each with its name, from -1000 to 1000: the seat itself, then every other state by id. A scenario gives
/// every seat as many numbers, in the same order, in every turn. What the seat does not know stands as its view has it.
pub fn features(view: &View) -> Vec<(String, i32)> {
    let (own, known) = (view.own(), &view.known);
    let share = |part: i32, whole: i32| 1000 * part / whole.max(1);
    let mut found = vec![
        ("turn".to_owned(), share(i32::from(known.turn.0), i32::from(view.turns))),
        ("attention".to_owned(), share(own.attention, own.attention_per_turn)),
        ("legitimacy".to_owned(), own.legitimacy.get()),
        ("pressure".to_owned(), own.pressure.get()),
        ("economy".to_owned(), own.economy.get()),
        ("resolve".to_owned(), own.resolve.get()),
        ("conventional".to_owned(), own.conventional.get()),
        ("cyber_offence".to_owned(), own.cyber_offence.get()),
        ("cyber_defence".to_owned(), own.cyber_defence.get()),
        ("forensics".to_owned(), own.forensics.get()),
        ("harm_going_on".to_owned(), i32::from(injuries(view).any(|incident| incident.ceased.is_none())) * 1000),
    ];
    for other in (0..known.states.len()).map(StateId::at).filter(|other| *other != view.seat) {
        // Others are counted from the seat's own place, so that a policy can play any seat.
        let place = (usize::from(other.0) + known.states.len() - view.seat.index()) % known.states.len();
        let mut add = |name: &str, number: i32| found.push((format!("{name}_{place}"), number));
        let row = &known.states[other.index()];
        add("legitimacy", row.legitimacy.get());
        add("economy", row.economy.get());
        let tie = view.tie(other);
        add("tied", i32::from(tie.is_some()) * 1000);
        add("warmth", tie.map_or(0, |tie| tie.warmth_of(view.seat).get()));
        add("warmth_back", tie.map_or(0, |tie| tie.warmth_of(other).get()));
        add("tension", tie.map_or(0, |tie| tie.tension.get()));
        add("trade", tie.map_or(0, |tie| tie.trade.get()));
        add("step", tie.map_or(0, |tie| share(i32::from(tie.step), STEPS)));
        add("suspected", suspicion(view, other));
        let measure =
            |by, against| known.measures.iter().any(|row| row.is_in_force() && row.by == by && row.against == against);
        add("measure_against", i32::from(measure(view.seat, other)) * 1000);
        add("measure_from", i32::from(measure(other, view.seat)) * 1000);
        let wronged = |claimant, respondent| {
            known.claims.iter().any(|row| row.claimant == claimant && row.respondent == respondent)
        };
        add("claim_against", i32::from(wronged(view.seat, other)) * 1000);
        add("claim_from", i32::from(wronged(other, view.seat)) * 1000);
    }
    found
}

fn injuries(view: &View) -> impl Iterator<Item = &crate::sim::incidents::Incident> {
    view.known.incidents.iter().filter(|incident| incident.victim == view.seat)
}

/// The greatest likelihood, over its own injuries, that a state is behind one.
fn suspicion(view: &View, other: StateId) -> i32 {
    let likely = injuries(view).filter_map(|incident| {
        let rows = about(&view.known.beliefs, view.seat, incident.id);
        rows.iter().find(|row| row.question == Question::Author(other)).map(|row| row.odds.probability().get())
    });
    likely.max().unwrap_or(0)
}
