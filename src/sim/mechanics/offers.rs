//! Answering an offer, and taking one's own word back: accept, reject, counter, withdraw.
//!
//! Joins `Phase::Speak`. Proposes `Resolve`; a counter-offer also `Pledge`s what is offered instead. Talks that are agreed
//! calm a tie, relations that both want back are mended, and whoever gives in to an ultimatum gives its word. What an
//! accepted offer obliges either side to is tested later, deed by deed, in `relations`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::Day;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::mechanics::mend::milder;
use crate::sim::order::{FollowUp, Order};
use crate::sim::relations::{Content, TieGauge, Ties, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// The offer that replaces another.
pub fn counter(rules: &Rulebook, today: Day, order: &Order, word: &Undertaking) -> Undertaking {
    let content = order.terms.content.unwrap_or(Content::Talks);
    let days = order.terms.days.unwrap_or(rules.model.undertakings.offer_days.at);
    Undertaking {
        incident: word.incident,
        claim: word.claim,
        due: Some(today.plus(i32::from(days))),
        after: Some(word.id),
        ..Undertaking::given(UndertakingKind::Offer, (order.by, word.from), content, today, word.known_to)
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
        let Some(word) = order.terms.undertaking.map(|id| words.at(id)) else { continue };
        let cause = Cause::Order(index);
        let status = match act {
            FollowUp::Accept => {
                if let Some(effect) = taken(&rules, &clock, &ties, word) {
                    outbox.propose(cause, effect);
                }
                // What is done by being accepted is kept.
                if word.content == Content::Relations { UndertakingStatus::Kept } else { UndertakingStatus::Accepted }
            }
            FollowUp::Reject => UndertakingStatus::Rejected,
            FollowUp::Counter => {
                outbox.propose(cause, Effect::Pledge(counter(&rules, clock.day, order, word)));
                UndertakingStatus::Countered
            }
            FollowUp::Withdraw | FollowUp::WithdrawConsent => UndertakingStatus::Withdrawn,
            _ => continue,
        };
        outbox.propose(cause, Effect::Resolve { undertaking: word.id, status });
    }
}

/// What follows at once from an offer or ultimatum being accepted.
fn taken(rules: &Rules, clock: &Clock, ties: &Ties, word: &Undertaking) -> Option<Effect> {
    match (word.kind, word.content) {
        (UndertakingKind::Ultimatum, content) => Some(Effect::Pledge(Undertaking {
            incident: word.incident,
            claim: word.claim,
            due: word.due,
            after: Some(word.id),
            ..Undertaking::given(UndertakingKind::Promise, (word.to, word.from), content, clock.day, word.known_to)
        })),
        (_, Content::Talks) => {
            Some(Effect::bend(word.from, word.to, TieGauge::Tension, -rules.model.polity.talks_calm.at))
        }
        (_, Content::Relations) => {
            let tie = ties.between(word.from, word.to)?;
            Some(Effect::Mend { pair: pair(word.from, word.to), relations: milder(tie.relations) })
        }
        _ => None,
    }
}
