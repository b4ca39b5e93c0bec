//! Support to a group that is no state: money, tools, training, and with them a say in what it does.
//!
//! Joins `Phase::Open`. Proposes `Sponsor`. From the next turn on the group is a hand that its sponsor can act through.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::mechanics::Mechanic;
use crate::sim::polity::{Actor, ControlLink, StateSupport};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::Phase;

/// Support's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What is given, by level.
    pub gives: [StateSupport; 3],
    /// The say that comes with it, by level.
    pub control: [ControlLink; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Open.resolve()));
}

fn resolve(rules: Res<Rules>, docket: Res<Docket>, actors: Rows<Actor>, mut outbox: ResMut<Outbox>) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Support(numbers), Some(actor)) = (&play.mechanic, order.terms.actor) else { continue };
        let group = actors.at(actor);
        let level = order.terms.level();
        let (support, control) = (level.pick(&numbers.gives), level.pick(&numbers.control));
        // A group that takes somebody else's money does not change hands for the same again.
        let taken = group.sponsor.is_some_and(|sponsor| sponsor != order.by) && group.support >= support;
        let already = group.sponsor == Some(order.by) && group.support >= support && group.control >= control;
        let effect = if taken || already {
            let why = if taken { NoEffect::Ignored } else { NoEffect::AlreadySo };
            Effect::Tell { what: What::NoEffect { order: index, why }, audience: play.audience(order) }
        } else {
            Effect::Sponsor { actor, sponsor: Some(order.by), control, support }
        };
        outbox.propose(Cause::Order(index), effect);
    }
}
