//! Restoring relations, a step at a time.
//!
//! Joins `Phase::Speak`. Reads ties and offers; proposes `Mend`. Calling an ambassador back is a state's own affair; broken
//! relations take both sides (VCDR 2), so that one side's wish is an offer, and a second one's meets it.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::order::{FollowUp, Publicity};
use crate::sim::relations::{Content, Relations, Ties, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// One step back towards full relations.
pub const fn milder(relations: Relations) -> Relations {
    match relations {
        Relations::Full | Relations::AmbassadorRecalled => Relations::Full,
        Relations::Reduced => Relations::AmbassadorRecalled,
        Relations::Severed => Relations::Reduced,
    }
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    words: Rows<Undertaking>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, act) in docket.follow_ups() {
        if act != FollowUp::RestoreRelations {
            continue;
        }
        let (by, to, cause) = (order.by, order.terms.addressee(), Cause::Order(index));
        let Some(tie) = ties.between(by, to) else { continue };
        let mend = Effect::Mend { pair: pair(by, to), relations: milder(tie.relations) };
        let wanted = words.iter().find(|word| {
            word.content == Content::Relations && word.from == to && word.to == by && word.is_open_offer()
        });
        let both = docket.follow_ups().any(|(_, other, act)| {
            act == FollowUp::RestoreRelations && other.by == to && other.terms.target == Some(by)
        });
        if let Some(word) = wanted {
            outbox.propose(cause, Effect::Resolve { undertaking: word.id, status: UndertakingStatus::Kept });
        }
        if tie.relations < Relations::Severed || both || wanted.is_some() {
            outbox.propose(cause, mend);
            continue;
        }
        let public = order.terms.publicity == Some(Publicity::Public);
        let known_to = if public { StateSet::ALL } else { StateSet::EMPTY };
        let offer = Undertaking {
            due: Some(clock.day.plus(i32::from(rules.model.undertakings.offer_days.at))),
            ..Undertaking::given(UndertakingKind::Offer, (by, to), Content::Relations, clock.day, known_to)
        };
        outbox.propose(cause, Effect::Pledge(offer));
    }
}
