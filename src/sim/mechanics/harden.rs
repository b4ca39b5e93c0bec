//! Hardening: better protection, backups and response plans at home.
//!
//! Joins `Phase::Act`. Reads the asset and what was noticed in it; proposes `Fortify`, which takes turns to show, and
//! with a whole effort throws out what was found lying quiet there.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::Level;
use crate::sim::polity::Asset;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::Phase;

/// Hardening's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Harden {
    /// Share of what is still unprotected that is closed, by level.
    pub closes: [Permille; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// What an effort adds: each further step is harder.
pub fn gain(hardening: Permille, closes: Permille) -> i32 {
    closes.of(hardening.rest().get())
}

fn resolve(
    rules: Res<Rules>,
    docket: Res<Docket>,
    assets: Rows<Asset>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Harden(numbers), Some(asset)) = (&play.mechanic, order.terms.asset) else { continue };
        let cause = Cause::Order(index);
        let quiet = incidents.iter().filter(|incident| {
            incident.asset == Some(asset) && incident.noticed.is_some() && !incidents::is_loud(&incident.harm)
        });
        for operation in quiet.filter_map(|incident| incident.operation).map(|id| operations.at(id)) {
            if operation.is_live() && order.terms.level() > Level::Low {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
            }
        }
        let by = gain(assets.at(asset).planned(), order.terms.level().pick(&numbers.closes));
        let effect = if by > 0 {
            Effect::Fortify { asset, by }
        } else {
            let what = What::NoEffect { order: index, why: NoEffect::NothingToGain };
            Effect::Tell { what, audience: play.audience(order) }
        };
        outbox.propose(cause, effect);
    }
}
