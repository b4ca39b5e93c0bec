//! Hardening: better protection, backups and response plans at home.
//!
//! Joins `Phase::Act`. Reads the asset; proposes `Harden`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::mechanics::Mechanic;
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

fn resolve(rules: Res<Rules>, docket: Res<Docket>, assets: Rows<Asset>, mut outbox: ResMut<Outbox>) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Harden(numbers), Some(asset)) = (&play.mechanic, order.terms.asset) else { continue };
        let by = gain(assets.at(asset).hardening, order.terms.level().pick(&numbers.closes));
        let effect = if by > 0 {
            Effect::Harden { asset, by }
        } else {
            let what = What::NoEffect { order: index, why: NoEffect::NothingToGain };
            Effect::Tell { what, audience: play.audience(order) }
        };
        outbox.propose(Cause::Order(index), effect);
    }
}
