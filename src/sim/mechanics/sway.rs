//! Sway: open acts whose whole effect is on means, tempers and standing: broadcasts, exercises, positions, help with tools.
//!
//! Joins `Phase::Act`. Proposes `Shift` by the card's swings, more of it the more states sign, `Fortify` where a flaw is
//! made known to all who have it, and `Leak` where tools are handed on without care.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::base::{Permille, StateSet};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::knowledge::Beliefs;
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::harden::gain;
use crate::sim::mechanics::sign::{Paper, signs};
use crate::sim::mechanics::swing::{self, Swing, Whose};
use crate::sim::operations::is_free;
use crate::sim::polity::{Actor, Asset, State};
use crate::sim::relations::Ties;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// An open act's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sway {
    /// What it moves.
    pub swings: Vec<Swing>,
    /// Share of what is still unprotected that everybody in the sector named can close, by level.
    #[serde(default)]
    pub closes: [Permille; 3],
    /// The chance that what is handed over comes into the hands of a group that nobody leads, by level.
    #[serde(default)]
    pub leaks: [Permille; 3],
    /// What each state that signs adds to what it moves.
    #[serde(default)]
    pub per_signer: Permille,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// What an act moves together with those who sign it.
fn joined(swing: &Swing, per_signer: Permille, signed: i32) -> Swing {
    Swing { by: swing.by.map(|alone| alone + per_signer.of(alone) * signed), ..*swing }
}

/// The group that tools handed to a state would come to, if they do: one at home there before one elsewhere, the abler first.
fn reached<'a>(groups: impl Iterator<Item = &'a Actor>, recipient: StateId) -> Option<&'a Actor> {
    let rank = |group: &Actor| (group.home == recipient, group.capability, std::cmp::Reverse(group.id));
    groups.filter(|group| is_free(group) && group.tools.is_none()).max_by_key(|group| rank(group))
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    assets: Rows<Asset>,
    actors: Rows<Actor>,
    ties: Res<Ties>,
    beliefs: Res<Beliefs>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Sway(numbers) = &play.mechanic else { continue };
        let (cause, terms) = (Cause::Order(index), &order.terms);
        let level = terms.level();
        let mut signed = 0;
        for state in terms.co_signers.unwrap_or_default().iter() {
            let (what, audience) = if signs(&ties, &beliefs, state, order.by, Paper::Statement) {
                signed += 1;
                (What::Signed { order: index, state, confidence: None }, play.audience(order))
            } else {
                (What::Declined { order: index, state }, StateSet::of(state).with(order.by))
            };
            outbox.propose(cause, Effect::Tell { what, audience });
        }
        let swings: Vec<Swing> = numbers.swings.iter().map(|swing| joined(swing, numbers.per_signer, signed)).collect();
        swing::propose(&mut outbox, cause, &swings, (order.by, terms.target), level);
        let leaks = level.pick(&numbers.leaks);
        if let (Some(recipient), true) = (terms.target, leaks > Permille::ZERO) {
            let mut draw = clock.draw(purpose::LEAK, [order.by.0.into(), recipient.0.into(), 0]);
            if let Some(group) = reached(actors.iter(), recipient).filter(|_| draw.happens(leaks)) {
                let by = rules.model.operations.leak_gives.at;
                outbox.propose(cause, Effect::Leak { actor: group.id, of: order.by, by });
            }
        }
        let closes = level.pick(&numbers.closes);
        if let (Some(sector), true) = (terms.sector, closes > Permille::ZERO) {
            for asset in assets.iter().filter(|asset| asset.sector == sector) {
                let by = gain(asset.planned(), closes);
                if by > 0 {
                    outbox.propose(cause, Effect::Fortify { asset: asset.id, by });
                }
            }
        }
        // A gauge that stands at its end already does not move, and its owner is told so.
        let moves = numbers.swings.iter().any(|swing| {
            let whose = match swing.whose {
                Whose::Own => Some(order.by),
                Whose::Theirs => terms.target,
            };
            let by = level.pick(&swing.by);
            whose.is_some_and(|state| {
                let now = states.at(state).gauge(swing.gauge);
                now.shifted(by) != now
            })
        });
        if !moves {
            let what = What::NoEffect { order: index, why: NoEffect::Ignored };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
        }
    }
}
