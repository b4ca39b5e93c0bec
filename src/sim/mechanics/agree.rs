//! Agreements: concluding what both sides have accepted, and denouncing it.
//!
//! Joins `Phase::Act`. An accepted offer is a political word; concluded, it is an agreement that stands until its term and
//! can be denounced. Proposes `Pledge` and `Resolve`, `Agree` and `Denounce` where treaties change, and what agreeing does to
//! both sides. What an agreement does while it stands is in `relations`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::{Docket, Refusal};
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::event::{NoEffect, What};
use crate::sim::legal::{Claim, ClaimStatus, ClaimStep, Forum};
use crate::sim::model::Undertakings;
use crate::sim::order::{FollowUp, Order, Param, Publicity};
use crate::sim::polity::Gauge;
use crate::sim::relations::{Content, TieGauge, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::Rules;
use crate::sim::situation::{Rows, Situation};
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((conclude.in_set(Phase::Act.resolve()), denounce.in_set(Phase::Act.resolve())));
}

/// Why an agreement cannot be concluded.
pub(super) fn cannot_conclude(word: &Undertaking) -> Option<Refusal> {
    let agreed = word.kind == UndertakingKind::Offer
        && word.status == UndertakingStatus::Accepted
        && word.content.is_agreement();
    (!agreed).then_some(Refusal::NotAgreed)
}

/// Why an agreement, or treaties that stand from before, cannot be denounced.
pub(super) fn cannot_denounce(situation: &Situation, order: &Order) -> Option<Refusal> {
    let terms = &order.terms;
    let Some(word) = terms.undertaking.map(|id| &situation.undertakings[id.index()]) else {
        let named = terms.target.is_some() && terms.treaties.is_some();
        return (!named).then_some(Refusal::Missing(Param::Undertaking));
    };
    let stands = matches!(word.status, UndertakingStatus::Accepted | UndertakingStatus::Broken);
    match (word.kind, stands) {
        (UndertakingKind::Treaty, true) => None,
        (UndertakingKind::Treaty, false) => Some(Refusal::AlreadyEnded(Param::Undertaking)),
        _ => Some(Refusal::NotAgreed),
    }
}

/// What agreeing does to each of the two, beside the tie between them.
fn gain(numbers: &Undertakings, content: Content) -> Option<(Gauge, i32)> {
    match content {
        Content::JointExercise => Some((Gauge::CyberDefence, numbers.exercise_defence.at)),
        Content::Registry => Some((Gauge::Forensics, numbers.registry_forensics.at)),
        _ => None,
    }
}

fn conclude(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    words: Rows<Undertaking>,
    claims: Rows<Claim>,
    mut outbox: ResMut<Outbox>,
) {
    let numbers = &rules.model.undertakings;
    for (index, order, act) in docket.follow_ups() {
        let (FollowUp::Conclude, Some(id)) = (act, order.terms.undertaking) else { continue };
        let (cause, word) = (Cause::Order(index), words.at(id));
        let first = docket
            .follow_ups()
            .find(|(_, other, act)| *act == FollowUp::Conclude && other.terms.undertaking == Some(id));
        if first.is_some_and(|(earlier, ..)| earlier != index) {
            let what = What::NoEffect { order: index, why: NoEffect::AlreadySo };
            outbox.propose(cause, Effect::Tell { what, audience: StateSet::of(order.by) });
            continue;
        }
        let known_to = if order.terms.publicity == Some(Publicity::Public) { StateSet::ALL } else { word.known_to };
        let days = order.terms.days.unwrap_or(numbers.accord_days.at);
        let agreement = Undertaking {
            incident: word.incident,
            claim: word.claim,
            due: Some(clock.day.plus(i32::from(days))),
            after: Some(id),
            ..Undertaking::given(UndertakingKind::Treaty, (word.from, word.to), word.content, clock.day, known_to)
        };
        outbox.propose(cause, Effect::Resolve { undertaking: id, status: UndertakingStatus::Kept });
        outbox.propose(cause, Effect::Pledge(agreement));
        outbox.propose(cause, Effect::bend(word.from, word.to, TieGauge::Tension, -numbers.accord_calm.at));
        for state in [word.from, word.to] {
            let warms = Effect::bend(word.from, word.to, TieGauge::WarmthOf(state), numbers.accord_warmth.at);
            outbox.propose(cause, warms);
            if let Some((gauge, by)) = gain(numbers, word.content) {
                outbox.propose(cause, Effect::Shift { state, gauge, by });
            }
        }
        if word.content == Content::ClaimsCommission {
            let between =
                |claim: &&Claim| claim.status == ClaimStatus::Open && word.is_between(claim.claimant, claim.respondent);
            for claim in claims.iter().filter(between) {
                let step = ClaimStep::Put(Forum::Arbitration);
                outbox.propose(cause, Effect::Advance { claim: claim.id, step });
            }
        }
        if let Content::Treaty(treaties) = word.content {
            outbox.propose(cause, Effect::Agree { pair: pair(word.from, word.to), treaties });
        }
    }
}

fn denounce(rules: Res<Rules>, docket: Res<Docket>, words: Rows<Undertaking>, mut outbox: ResMut<Outbox>) {
    let numbers = &rules.model.undertakings;
    for (index, order, act) in docket.follow_ups() {
        if act != FollowUp::Denounce {
            continue;
        }
        let (by, cause) = (order.by, Cause::Order(index));
        let word = order.terms.undertaking.map(|id| words.at(id));
        let Some(other) = word.map(|word| word.other(by)).or(order.terms.target) else { continue };
        let treaties = match word.map(|word| word.content) {
            Some(Content::Treaty(treaties)) => Some(treaties),
            Some(_) => None,
            None => order.terms.treaties,
        };
        if let Some(treaties) = treaties {
            outbox.propose(cause, Effect::Denounce { pair: pair(by, other), treaties });
        }
        if let Some(word) = word {
            outbox.propose(cause, Effect::Resolve { undertaking: word.id, status: UndertakingStatus::Denounced });
        }
        // Whoever ends what the other side has broken pays nothing for it.
        let has_reason =
            word.is_some_and(|word| word.status == UndertakingStatus::Broken || word.held_broken.contains(by));
        if !has_reason {
            let costs = [
                Effect::bend(by, other, TieGauge::WarmthOf(other), -numbers.denounced_warmth.at),
                Effect::Shift { state: by, gauge: Gauge::Legitimacy, by: -numbers.denounced_legitimacy.at },
            ];
            for effect in costs {
                outbox.propose(cause, effect);
            }
        }
    }
}
