//! Investigation: an inquiry into an incident, by experts and services.
//!
//! Joins `Phase::Detect`. Reads the incident and, in truth, the operation behind it; proposes `File`, whatever the traces
//! point at: a planted trace is found like any other.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::Operation;
use crate::sim::polity::State;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// An inquiry's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Investigate {
    /// Traces followed up, by level.
    pub traces: [u8; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Detect.resolve()));
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Investigate(numbers), Some(id)) = (&play.mechanic, order.terms.incident) else { continue };
        let (incident, investigator) = (known.at(id), states.at(order.by));
        let cause = Cause::Order(index);
        let Some(operation) = incident.operation.map(|operation| operations.at(operation)) else {
            let what = What::NoEffect { order: index, why: NoEffect::NothingFound };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
            continue;
        };
        let author = operation.author.state().map(|author| states.at(author));
        for nth in 0..order.terms.level().pick(&numbers.traces) {
            let subjects = [id.0, u32::from(order.by.0), 1 + u32::from(nth)];
            let mut draw = clock.draw(purpose::TRACE, subjects);
            let found = incidents::trace(&rules.model.knowledge, &mut draw, investigator, author, operation);
            outbox.propose(cause, Effect::File(found.item(id, order.by, clock.day)));
        }
    }
}
