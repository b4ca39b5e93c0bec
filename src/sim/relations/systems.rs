//! Words given have their day: what is unanswered or unperformed by then expires.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::relations::{Undertaking, UndertakingStatus};
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems(expire.in_set(Phase::Close.resolve()));
}

fn expire(clock: Res<Clock>, words: Rows<Undertaking>, mut outbox: ResMut<Outbox>) {
    let passed = |word: &&Undertaking| {
        word.status <= UndertakingStatus::Accepted && word.due.is_some_and(|due| due < clock.next_day())
    };
    for word in words.iter().filter(passed) {
        let effect = Effect::Resolve { undertaking: word.id, status: UndertakingStatus::Expired };
        outbox.propose(Cause::Undertaking(word.id), effect);
    }
}
