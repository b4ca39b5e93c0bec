//! Consent: a state permits another one kind of act on its territory or in its systems.
//!
//! Joins `Phase::Speak`. Proposes `Pledge` of a consent that is in force at once and ends on its day, if it has one.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::order::FollowUp;
use crate::sim::relations::{Content, Undertaking, UndertakingKind};
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

fn resolve(clock: Res<Clock>, docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        let (FollowUp::GiveConsent, Some(permitted)) = (act, order.terms.other_move) else { continue };
        let (from, to) = (order.by, order.terms.addressee());
        let word = Undertaking {
            due: order.terms.days.map(|days| clock.day.plus(i32::from(days))),
            ..Undertaking::given(
                UndertakingKind::Consent,
                (from, to),
                Content::Permit(permitted),
                clock.day,
                StateSet::EMPTY,
            )
        };
        outbox.propose(Cause::Order(index), Effect::Pledge(word));
    }
}
