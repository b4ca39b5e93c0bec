//! Blocking at home: filtering hostile traffic on one's own networks, or cutting them altogether.
//!
//! Joins `Phase::Act`. Reads the incident and the state's defence; proposes `Cease` and `Restore`. It stops the harm, not the
//! operation behind it, and leaves the right to complain untouched.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::polity::{Function, State};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// The numbers of blocking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Chance that the harm stops, at full skill, by level.
    pub stops: [Permille; 3],
    /// What it costs those who live behind the filter.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    incidents: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Block(numbers) = &play.mechanic else { continue };
        let (cause, level) = (Cause::Order(index), order.terms.level());
        swing::propose(&mut outbox, cause, &numbers.swings, (order.by, None), level);
        let going_on = order.terms.incident.map(|id| incidents.at(id)).filter(|incident| incident.ceased.is_none());
        let skill = states.at(order.by).cyber_defence;
        let odds = level.pick(&numbers.stops).times(Permille::clamped(i32::midpoint(1000, skill.get())));
        let stops =
            |incident: &&Incident| clock.draw(purpose::BLOCK, [incident.id.0, order.by.0.into(), 0]).happens(odds);
        let Some(incident) = going_on.filter(stops) else {
            let why = if going_on.is_some() { NoEffect::NotEnough } else { NoEffect::AlreadyEnded };
            let what = What::NoEffect { order: index, why };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
            continue;
        };
        outbox.propose(cause, Effect::Cease { incident: incident.id });
        let passing = matches!(incident.harm.functionality_loss, Function::Degraded | Function::Interrupted);
        if let (Some(asset), true) = (incident.asset, passing) {
            outbox.propose(cause, Effect::Restore { asset, function: Function::None });
        }
    }
}
