//! Easing: a state ends, suspends or narrows a measure of its own.
//!
//! Joins `Phase::Act`. Proposes `Alter` or `Narrow`. That a lifted countermeasure was due to be lifted is for `legal` to see.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::Percent;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::measures::MeasureStatus;
use crate::sim::order::{FollowUp, Level};
use crate::sim::turn::Phase;

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// What a measure keeps of its strength when it is narrowed a little, by half, or nearly to nothing.
pub const fn kept(level: Level) -> Percent {
    match level {
        Level::Low => Percent(75),
        Level::Medium => Percent(50),
        Level::High => Percent(25),
    }
}

fn resolve(docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        let Some(measure) = order.terms.measure else { continue };
        let effect = match act {
            FollowUp::Lift => Effect::Alter { measure, status: MeasureStatus::Lifted },
            FollowUp::Suspend => Effect::Alter { measure, status: MeasureStatus::Suspended },
            FollowUp::Narrow => Effect::Narrow { measure, to: kept(order.terms.level()) },
            _ => continue,
        };
        outbox.propose(Cause::Order(index), effect);
    }
}
