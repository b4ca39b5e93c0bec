//! Proceedings: putting a claim before a court, or the matter before the Security Council.
//!
//! Joins `Phase::Act`. Reads ties, claims and states; proposes `Advance` or `Raise` with the forum, `Learn` and `Shift`. A
//! court needs a clause that gives it jurisdiction; the Council can be stopped by a permanent member that is, or stands by,
//! the state complained of.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::legal::{Claim, ClaimStep, Forum};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::speak::pursue;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::polity::{CouncilSeat, State};
use crate::sim::relations::{Alliance, Ties, Treaties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

/// The numbers of a proceeding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceed {
    /// Where it is put.
    pub forum: Forum,
    /// What moves once it is pending there.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// Whether a permanent member stops the Council from acting against a state.
fn is_shielded(target: StateId, by: StateId, states: &Rows<State>, ties: &Ties) -> bool {
    let vetoes = |state: StateId| states.at(state).council == CouncilSeat::Permanent;
    let stands_by = ties.of(target).filter(|tie| tie.alliance == Alliance::Allies).map(|tie| tie.other(target));
    vetoes(target) || stands_by.filter(|friend| *friend != by).any(vetoes)
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    claims: Rows<Claim>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Proceed(numbers) = &play.mechanic else { continue };
        let (by, target) = (order.by, order.terms.addressee());
        let cause = Cause::Order(index);
        let incident = order.terms.incident.or_else(|| claims.at(order.terms.claim?).incident);
        if let Some(incident) = incident {
            outbox.propose(cause, Effect::Learn { incident, who: StateSet::ALL });
        }
        let has_jurisdiction = ties.between(by, target).is_some_and(|tie| tie.treaties.include(Treaties::JURISDICTION));
        let fails = match numbers.forum {
            Forum::Unsc => is_shielded(target, by, &states, &ties).then_some(NoEffect::Vetoed),
            Forum::Icj | Forum::Arbitration | Forum::Wto => (!has_jurisdiction).then_some(NoEffect::NoJurisdiction),
            Forum::None | Forum::Diplomatic | Forum::DomesticCourt => None,
        };
        if let Some(why) = fails {
            let what = What::NoEffect { order: index, why };
            outbox.propose(cause, Effect::Tell { what, audience: StateSet::ALL });
            continue;
        }
        pursue(&rules, &claims, order, &[ClaimStep::Put(numbers.forum)], true, clock.day, &mut |effect| {
            outbox.propose(cause, effect);
        });
        swing::propose(&mut outbox, cause, &numbers.swings, (by, Some(target)), order.terms.level());
    }
}
