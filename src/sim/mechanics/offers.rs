//! Answering an offer, and taking one's own word back: accept, reject, withdraw.
//!
//! Joins `Phase::Speak`. Proposes `Resolve`; talks that are agreed calm a tie. What an accepted offer obliges either side to
//! is tested later, deed by deed, in `relations`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::order::FollowUp;
use crate::sim::relations::{Content, TieGauge, Undertaking, UndertakingStatus};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::Phase;

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

fn resolve(rules: Res<Rules>, docket: Res<Docket>, words: Rows<Undertaking>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        let status = match act {
            FollowUp::Accept => UndertakingStatus::Accepted,
            FollowUp::Reject => UndertakingStatus::Rejected,
            FollowUp::Withdraw | FollowUp::WithdrawConsent => UndertakingStatus::Withdrawn,
            _ => continue,
        };
        let Some(undertaking) = order.terms.undertaking else { continue };
        let cause = Cause::Order(index);
        outbox.propose(cause, Effect::Resolve { undertaking, status });
        let word = words.at(undertaking);
        if act == FollowUp::Accept && word.content == Content::Talks {
            let by = -rules.model.polity.talks_calm.at;
            outbox.propose(cause, Effect::bend(word.from, word.to, TieGauge::Tension, by));
        }
    }
}
