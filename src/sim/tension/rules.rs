//! The pure rules of tension.

use crate::base::{Permille, Span};
use crate::sim::model::{Ladder, Tension};
use crate::sim::order::Publicity;

/// What an act adds to the tension of a tie, in thousandths; cooperative acts take away.
///
/// Source: `esc × (0.5 + 0.5 × publicity)` as the move catalogue suggests; what nobody sees heats nothing.
pub fn heat(table: &Tension, esc: i16, publicity: Publicity) -> i32 {
    let factor = match publicity {
        Publicity::Secret => 0,
        Publicity::Shared => table.shared_heat.at,
        Publicity::Public => table.public_heat.at,
    };
    -i32::from(esc) * factor / 100
}

/// The step a pair stands on: up as soon as its bound is reached, down only once tension is clearly below it.
pub fn step(ladder: &Ladder, now: u8, tension: Permille) -> u8 {
    let reached = |tension: i32| ladder.steps.iter().rposition(|step| step.from.get() <= tension).unwrap_or(0) as u8;
    let up = reached(tension.get());
    if up >= now { up } else { reached(tension.get() + ladder.slack.at).min(now) }
}

/// Whether a step is reached by force alone.
pub(super) fn is_armed(ladder: &Ladder, step: u8) -> bool {
    ladder.steps.get(usize::from(step)).is_some_and(|step| step.takes_force)
}

/// The highest step that tension leads to without force.
pub(super) fn short_of_force(ladder: &Ladder) -> u8 {
    ladder.steps.iter().rposition(|step| !step.takes_force).unwrap_or(0) as u8
}

/// The chance that something happens within a span between two states on a step of the ladder that neither meant.
pub(super) fn accident(ladder: &Ladder, step: u8, span: Span) -> Permille {
    let per_1000_days = ladder.steps.get(usize::from(step)).map_or(0, |step| step.accidents_per_1000_days);
    Permille::clamped(span.scale(per_1000_days))
}

/// How much tension is missing for an act that stands on a step by itself.
pub(super) fn missing(ladder: &Ladder, step: u8, tension: Permille) -> i32 {
    let bound = ladder.steps.get(usize::from(step)).map_or(0, |step| step.from.get());
    (bound - tension.get()).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture;

    #[test]
    fn pairs_climb_at_once_and_descend_with_slack() {
        let ladder = fixture::model().ladder;
        let bound = ladder.steps[3].from;
        assert_eq!(step(&ladder, 0, bound), 3);
        assert_eq!(step(&ladder, 3, bound.shifted(-1)), 3, "one thousandth below is not yet calmer");
        assert_eq!(step(&ladder, 3, bound.shifted(-ladder.slack.at - 1)), 2);
    }

    #[test]
    fn what_nobody_sees_heats_nothing() {
        let table = fixture::model().tension;
        assert_eq!(heat(&table, -100, Publicity::Secret), 0);
        assert!(heat(&table, -40, Publicity::Public) > heat(&table, -40, Publicity::Shared));
        assert!(heat(&table, 40, Publicity::Public) < 0, "cooperation cools");
    }
}
