//! Good offices: a third state offers to bring two others together.
//!
//! Joins `Phase::Speak`. Proposes `Pledge` of one offer to each side; once both are accepted, `relations` brings about talks
//! and a channel.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::{Docket, Refusal};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::order::{FollowUp, Order, Publicity};
use crate::sim::relations::{Content, Undertaking, UndertakingKind};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Situation;
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// Why a state cannot stand between two others: it must have to do with both, and they with each other.
pub(super) fn objection(situation: &Situation, order: &Order) -> Option<Refusal> {
    let (one, other) = (order.terms.target?, order.terms.other_party?);
    let tied = |a: crate::base::id::StateId, b: crate::base::id::StateId| {
        let pair = (a.min(b), a.max(b));
        situation.ties.binary_search_by_key(&pair, |tie| (tie.low, tie.high)).is_ok()
    };
    (one == other || !tied(order.by, other) || !tied(one, other)).then_some(Refusal::NoTie)
}

fn resolve(clock: Res<Clock>, rules: Res<Rules>, docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    let days = i32::from(rules.model.undertakings.offer_days.at);
    for (index, order, act) in docket.follow_ups() {
        let (FollowUp::OfferGoodOffices, Some(other)) = (act, order.terms.other_party) else { continue };
        let target = order.terms.addressee();
        let known_to = match order.terms.publicity {
            Some(Publicity::Public) => StateSet::ALL,
            _ => StateSet::of(target).with(other),
        };
        for (to, quarrel_with) in [(target, other), (other, target)] {
            let offer = Undertaking {
                incident: order.terms.incident,
                due: Some(clock.day.plus(days)),
                ..Undertaking::given(
                    UndertakingKind::Offer,
                    (order.by, to),
                    Content::GoodOffices(quarrel_with),
                    clock.day,
                    known_to,
                )
            };
            outbox.propose(Cause::Order(index), Effect::Pledge(offer));
        }
    }
}
