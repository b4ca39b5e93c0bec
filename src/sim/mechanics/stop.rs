//! Stopping: a state calls off an operation of its own.
//!
//! Joins `Phase::Open`, so that an operation called off does not act this turn. Proposes `Progress`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::operations::Stage;
use crate::sim::order::FollowUp;
use crate::sim::turn::Phase;

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Open.resolve()));
}

fn resolve(docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        if let (FollowUp::Stop, Some(operation)) = (act, order.terms.operation) {
            outbox.propose(Cause::Order(index), Effect::Progress { operation, stage: Stage::Stopped });
        }
    }
}
