//! Voting on a draft before the Security Council or the General Assembly.
//!
//! Joins `Phase::Speak`. Proposes `Cast`; what the votes come to is counted in `council`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::docket::{Docket, Refusal};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::order::{FollowUp, Order, Param};
use crate::sim::situation::Situation;
use crate::sim::turn::Phase;

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// Why a state cannot vote on a draft.
pub(super) fn objection(situation: &Situation, order: &Order) -> Option<Refusal> {
    let draft = &situation.resolutions[order.terms.resolution?.index()];
    let victim = draft.incident.map(|incident| situation.incidents[incident.index()].victim);
    let state = &situation.states[order.by.index()];
    let sits = draft.body.has_vote(state.council, state.region);
    if draft.status > crate::sim::council::ResolutionStatus::Pending {
        Some(Refusal::AlreadyEnded(Param::Resolution))
    } else {
        let is_kept_out = sits && draft.must_abstain(order.by, victim);
        (!sits).then_some(Refusal::NoVote).or(is_kept_out.then_some(Refusal::MustAbstain))
    }
}

fn resolve(docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        if let (FollowUp::Vote(ballot), Some(resolution)) = (act, order.terms.resolution) {
            outbox.propose(Cause::Order(index), Effect::Cast { resolution, state: order.by, ballot });
        }
    }
}
