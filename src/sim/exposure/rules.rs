//! The pure rules of exposure.

use crate::base::{Permille, Span};
use crate::sim::knowledge::Question;
use crate::sim::model::Exposure;
use crate::sim::polity::Actor;

/// The chance that somebody outside comes upon quiet harm within a span. Stealth hides an operation from its victim more
/// than from those who see the same tools with many victims, so it counts by half.
pub(super) fn finds(per_1000_days: i32, skill: Permille, stealth: Permille, span: Span) -> Permille {
    let visible = Permille::clamped(i32::midpoint(1000, stealth.rest().get()));
    Permille::clamped(span.scale(skill.times(visible).of(per_1000_days)))
}

/// The chance that what is known to some reaches the public within a span; what people felt themselves is told sooner.
pub(super) fn tells(table: &Exposure, per_1000_days: i32, skill: Permille, is_loud: bool, span: Span) -> Permille {
    let times = if is_loud { table.loud.at } else { 1 };
    Permille::clamped(span.scale(skill.of(per_1000_days) * times))
}

/// The chance that a firm keeps to itself what it found, since it points at its patron or at the state it lives in.
pub(super) fn withholds(table: &Exposure, firm: &Actor, points_at: Question) -> Permille {
    match points_at {
        Question::Author(state) if firm.leans_to == Some(state) => table.withholds.at,
        Question::Author(state) if firm.home == state => table.at_home.at,
        _ => Permille::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::{ActorId, StateId};
    use crate::sim::fixture;
    use crate::sim::polity::{ActorKind, ActorStanding, ControlLink, StateSupport};

    #[test]
    fn a_firm_is_silent_about_its_patron_and_frank_about_others() {
        let table = fixture::model().exposure;
        let firm = Actor {
            id: ActorId(0),
            kind: ActorKind::Firm,
            home: StateId(1),
            sponsor: None,
            control: ControlLink::None,
            support: StateSupport::None,
            leans_to: Some(StateId(2)),
            capability: Permille::FULL,
            standing: ActorStanding::Active,
            tools: None,
        };
        let silence = |state| withholds(&table, &firm, Question::Author(StateId(state)));
        assert!(silence(2) > silence(1) && silence(1) > silence(0));
        assert_eq!(silence(0), Permille::ZERO);
        assert_eq!(withholds(&table, &firm, Question::NonState), Permille::ZERO);
    }

    #[test]
    fn stealth_hides_by_half_and_noise_is_told_sooner() {
        let table = fixture::model().exposure;
        let (half, span) = (Permille::clamped(500), Span(30));
        assert!(finds(2000, half, Permille::ZERO, span) > finds(2000, half, Permille::FULL, span));
        assert!(finds(2000, half, Permille::FULL, span) > Permille::ZERO, "nothing hides from everybody");
        assert!(tells(&table, 2000, half, true, span) > tells(&table, 2000, half, false, span));
    }
}
