//! The regional body: a matter brought before the neighbours.
//!
//! Joins `Phase::Act`. Proposes `Learn` for its members, who are consulted, and `Table`; they vote as others do, and what they
//! decide is counted in `council`. It may settle, look into and condemn; enforcement is the Council's.
//!
//! # Source
//! Charter 52 and 53.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::council::{Body, Resolution, may_decide};
use crate::sim::docket::{Docket, Refusal};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::legal::Claim;
use crate::sim::order::{FollowUp, Order};
use crate::sim::polity::State;
use crate::sim::situation::{Rows, Situation};
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// Why a state cannot bring a matter before the regional body.
pub(super) fn objection(situation: &Situation, order: &Order) -> Option<Refusal> {
    let (target, operative) = (order.terms.target?, order.terms.operative.unwrap_or_default());
    if !situation.states[order.by.index()].region {
        return Some(Refusal::NoRegion);
    }
    let is_mandated =
        situation.resolutions.iter().any(|row| row.is_mandate(target, situation.day) && row.operative >= operative);
    (!may_decide(Body::Regional, operative, is_mandated)).then_some(Refusal::NoEnforcement)
}

fn resolve(
    clock: Res<Clock>,
    docket: Res<Docket>,
    states: Rows<State>,
    claims: Rows<Claim>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, act) in docket.follow_ups() {
        let (FollowUp::BringToRegion, Some(against)) = (act, order.terms.target) else { continue };
        let cause = Cause::Order(index);
        let incident = order.terms.incident.or_else(|| claims.at(order.terms.claim?).incident);
        if let Some(incident) = incident {
            let who = states.iter().filter(|state| state.region).map(|state| state.id).collect();
            outbox.propose(cause, Effect::Learn { incident, who });
        }
        let operative = order.terms.operative.unwrap_or_default();
        let draft = Resolution {
            incident,
            claim: order.terms.claim,
            ayes: StateSet::of(order.by),
            ..Resolution::tabled(Body::Regional, (order.by, against), operative, clock.day)
        };
        outbox.propose(cause, Effect::Table(draft));
    }
}
