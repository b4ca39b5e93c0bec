//! Lifting: a state ends a measure of its own.
//!
//! Joins `Phase::Act`. Proposes `Alter`. That a lifted countermeasure was due to be lifted is for `legal` to see.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::measures::MeasureStatus;
use crate::sim::order::FollowUp;
use crate::sim::turn::Phase;

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

fn resolve(docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        if let (FollowUp::Lift, Some(measure)) = (act, order.terms.measure) {
            outbox.propose(Cause::Order(index), Effect::Alter { measure, status: MeasureStatus::Lifted });
        }
    }
}
