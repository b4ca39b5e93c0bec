//! Answering an offer: accept it or turn it down.
//!
//! Joins `Phase::Speak`. Proposes `Resolve`. What an accepted offer obliges either side to is tested later, deed by deed.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::order::FollowUp;
use crate::sim::relations::UndertakingStatus;
use crate::sim::turn::Phase;

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

fn resolve(docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        let status = match act {
            FollowUp::Accept => UndertakingStatus::Accepted,
            FollowUp::Reject => UndertakingStatus::Rejected,
            _ => continue,
        };
        if let Some(undertaking) = order.terms.undertaking {
            outbox.propose(Cause::Order(index), Effect::Resolve { undertaking, status });
        }
    }
}
