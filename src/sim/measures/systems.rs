//! Measures in force bite, turn by turn, on both sides.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::id::StateId;
use crate::base::{Permille, Span};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::sanction::Sanction;
use crate::sim::mechanics::sue::Sue;
use crate::sim::model::Measures;
use crate::sim::polity::Gauge;
use crate::sim::relations::{TieGauge, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((bite.in_set(Phase::React.resolve()), expire.in_set(Phase::Close.resolve())));
}

/// What a measure costs its target and its author in a span, in thousandths of their economies.
pub(super) fn costs(numbers: &Sanction, strength: Permille, trade: Permille, span: Span) -> (i32, i32) {
    let target = span.scale(strength.times(trade).of(numbers.bite_per_1000_days));
    (target, numbers.backlash.of(target))
}

/// Share of its bite that a measure has lost to trade that goes elsewhere. Source: judgement, `assets/model/measures.ron`.
pub(super) fn leak(numbers: &Measures, age: Span, elsewhere: Permille) -> Permille {
    let lost = age.scale(elsewhere.of(numbers.leaks_per_1000_days.at));
    Permille::clamped(lost).min(numbers.leaks_at_most.at)
}

/// Who takes a measure against whom, in order, so that asking is no walk through all measures.
fn pressing(measures: &Rows<Measure>) -> Vec<(StateId, StateId)> {
    let in_force = measures.iter().filter(|measure| measure.is_in_force());
    let mut pairs: Vec<_> = in_force.map(|measure| (measure.against, measure.by)).collect();
    pairs.sort_unstable();
    pairs
}

/// How much trade a state has with those who take no measure against it.
fn elsewhere(pressing: &[(StateId, StateId)], ties: &Ties, state: StateId) -> Permille {
    let open = ties.of(state).filter(|tie| pressing.binary_search(&(state, tie.other(state))).is_err());
    Permille::clamped(open.map(|tie| tie.trade.get()).sum())
}

fn bite(clock: Res<Clock>, rules: Res<Rules>, measures: Rows<Measure>, ties: Res<Ties>, mut outbox: ResMut<Outbox>) {
    let pressing = pressing(&measures);
    for measure in measures.iter().filter(|measure| measure.is_in_force()) {
        let cause = Cause::Measure(measure.id);
        let mut move_gauge = |state, gauge, by| {
            if by != 0 {
                outbox.propose(cause, Effect::Shift { state, gauge, by });
            }
        };
        match rules.play(measure.card).map(|play| &play.mechanic) {
            Some(Mechanic::Sanction(numbers) | Mechanic::Sue(Sue { attaches: numbers, .. })) => {
                let trade = ties.between(measure.by, measure.against).map_or(Permille::ZERO, |tie| tie.trade);
                let (target, author) = costs(numbers, measure.strength, trade, clock.span);
                // What leaks spares the target; the trade that its author has lost stays lost.
                let age = Span(clock.day.since(measure.began).clamp(0, i32::from(u16::MAX)) as u16);
                let leaked = leak(&rules.model.measures, age, elsewhere(&pressing, &ties, measure.against));
                move_gauge(measure.against, Gauge::Economy, -leaked.rest().of(target));
                move_gauge(measure.by, Gauge::Economy, -author);
            }
            Some(Mechanic::Coerce(numbers)) => {
                let felt = |per_1000_days| clock.span.scale(measure.strength.of(per_1000_days));
                move_gauge(measure.against, Gauge::Pressure, felt(numbers.pressure_per_1000_days));
                let heat = felt(numbers.tension_per_1000_days);
                outbox.propose(cause, Effect::bend(measure.by, measure.against, TieGauge::Tension, heat));
            }
            _ => {}
        }
    }
}

/// A measure that was given a term ends with it.
fn expire(clock: Res<Clock>, measures: Rows<Measure>, mut outbox: ResMut<Outbox>) {
    for measure in measures.iter().filter(|measure| measure.ended.is_none()) {
        if measure.until.is_some_and(|until| until < clock.next_day()) {
            let effect = Effect::Alter { measure: measure.id, status: MeasureStatus::Expired };
            outbox.propose(Cause::Measure(measure.id), effect);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture;

    #[test]
    fn what_can_go_elsewhere_leaks_with_time_and_never_wholly() {
        let numbers = fixture::model().measures;
        let half = Permille::clamped(500);
        assert_eq!(leak(&numbers, Span(0), half), Permille::ZERO);
        assert!(leak(&numbers, Span(400), half) < leak(&numbers, Span(800), half));
        assert!(leak(&numbers, Span(400), Permille::ZERO) < leak(&numbers, Span(400), half));
        assert_eq!(leak(&numbers, Span(60_000), Permille::FULL), numbers.leaks_at_most.at);
    }
}
