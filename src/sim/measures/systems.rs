//! Measures in force bite, turn by turn, on both sides.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::{Permille, Span};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::sanction::Sanction;
use crate::sim::mechanics::sue::Sue;
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

fn bite(clock: Res<Clock>, rules: Res<Rules>, measures: Rows<Measure>, ties: Res<Ties>, mut outbox: ResMut<Outbox>) {
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
                move_gauge(measure.against, Gauge::Economy, -target);
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
