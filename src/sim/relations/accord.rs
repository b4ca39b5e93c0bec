//! Agreements at work: what stands between two states while it is in force, and good offices that bring two together.
//!
//! Joins `Open` (a channel eases a tie), `Detect` (a joint commission looks into what lies between the two), `Speak`
//! (findings are handed on) and `React` (a mediator's two offers, both accepted, become talks and a channel).

use std::collections::BTreeSet;

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::id::StateId;
use crate::base::{Permille, StateSet};
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::event::{Log, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::knowledge::{Detail, Evidence};
use crate::sim::mechanics::share;
use crate::sim::operations::Operation;
use crate::sim::polity::State;
use crate::sim::relations::{Content, TieGauge, Ties, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        soothe.in_set(Phase::Open.resolve()),
        find_facts.in_set(Phase::Detect.resolve()),
        hand_on.in_set(Phase::Speak.resolve()),
        mediate.in_set(Phase::React.resolve()),
    ));
}

fn in_force<'a>(words: &'a Rows<Undertaking>, content: Content) -> impl Iterator<Item = &'a Undertaking> {
    words.iter().filter(move |word| word.content == content && word.is_in_force())
}

/// Who can talk misreads less; a second channel between the same two adds nothing.
fn soothe(clock: Res<Clock>, rules: Res<Rules>, words: Rows<Undertaking>, mut outbox: ResMut<Outbox>) {
    let by = clock.span.scale(rules.model.undertakings.channel_calm_per_1000_days.at);
    let mut eased = BTreeSet::new();
    for word in in_force(&words, Content::Channel) {
        let sides = pair(word.from, word.to);
        if eased.insert((sides.low, sides.high)) {
            outbox.propose(Cause::Undertaking(word.id), Effect::bend(word.from, word.to, TieGauge::Tension, -by));
        }
    }
}

/// A joint commission works with the skill of the better of the two, and what it finds both have. What was planted, or ends at
/// a server abroad, it follows further than either alone: nobody obstructs it.
fn find_facts(
    clock: Res<Clock>,
    rules: Res<Rules>,
    words: Rows<Undertaking>,
    states: Rows<State>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for word in in_force(&words, Content::FactFinding) {
        let Some(incident) = word.incident.map(|id| known.at(id)) else { continue };
        let Some(behind) = incident.operation.map(|id| operations.at(id)) else { continue };
        let skill = states.at(word.from).forensics.max(states.at(word.to).forensics);
        let open = Operation { false_flag: None, via: None, ..*behind };
        let mut draw = clock.draw(purpose::TRACE, [incident.id.0, 4000 + word.id.0, 0]);
        let found = incidents::trace(&rules.model.knowledge, &mut draw, skill, None, &open);
        for holder in [word.from, word.to] {
            outbox.propose(Cause::Undertaking(word.id), Effect::File(found.item(incident.id, holder, clock.day)));
        }
    }
}

/// Under an agreement to share, the newest findings that the other side lacks are handed on, a few a turn.
fn hand_on(
    clock: Res<Clock>,
    rules: Res<Rules>,
    words: Rows<Undertaking>,
    evidence: Rows<Evidence>,
    incidents: Rows<Incident>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    let numbers = &rules.model.undertakings;
    for word in in_force(&words, Content::InformationSharing) {
        for (giver, to) in [(word.from, word.to), (word.to, word.from)] {
            let lacks = |item: &&Evidence| {
                item.holder == giver
                    && item.from != Some(to)
                    && item.copy_of.is_none()
                    && item.detail > Detail::None
                    && !share::has(&evidence, to, item)
            };
            let warmth = ties.between(giver, to).map_or(Permille::ZERO, |tie| tie.warmth_of(to));
            for item in evidence.iter().rev().filter(lacks).take(usize::from(numbers.shared_items.at)) {
                let copy = share::copy(item, to, warmth, numbers.shared_carries.at, item.detail, clock.day);
                outbox.propose(Cause::Undertaking(word.id), Effect::File(copy));
                if !incidents.at(item.incident).known_to.contains(to) {
                    let learn = Effect::Learn { incident: item.incident, who: StateSet::of(to) };
                    outbox.propose(Cause::Undertaking(word.id), learn);
                }
            }
        }
    }
}

/// The other half of a mediator's two offers.
fn counterpart<'a>(words: &'a Rows<Undertaking>, word: &Undertaking, other: StateId) -> Option<&'a Undertaking> {
    words.iter().find(|half| {
        half.from == word.from
            && half.to == other
            && half.content == Content::GoodOffices(word.to)
            && half.made == word.made
            && half.status == UndertakingStatus::Accepted
    })
}

/// Good offices work once both sides have taken them. Several mediators at once bring about one settlement, and one channel.
fn mediate(clock: Res<Clock>, rules: Res<Rules>, log: Res<Log>, words: Rows<Undertaking>, mut outbox: ResMut<Outbox>) {
    let numbers = &rules.model.undertakings;
    let taken = |undertaking| {
        log.events()
            .iter()
            .any(|event| event.what == What::UndertakingResolved { undertaking, status: UndertakingStatus::Accepted })
    };
    let mut settled = Vec::new();
    for word in words.iter().filter(|word| word.status == UndertakingStatus::Accepted && taken(word.id)) {
        let Content::GoodOffices(other) = word.content else { continue };
        let Some(half) = counterpart(&words, word, other) else { continue };
        // Taken in the same turn, the two are one settlement.
        if taken(half.id) && half.id < word.id {
            continue;
        }
        let cause = Cause::Undertaking(word.id);
        for undertaking in [word.id, half.id] {
            outbox.propose(cause, Effect::Resolve { undertaking, status: UndertakingStatus::Kept });
        }
        for side in [word.to, other] {
            let warms = Effect::bend(word.from, side, TieGauge::WarmthOf(side), numbers.good_offices_warmth.at);
            outbox.propose(cause, warms);
        }
        let sides = pair(word.to, other);
        if settled.contains(&sides) {
            continue;
        }
        settled.push(sides);
        let by = -numbers.good_offices_calm.at;
        outbox.propose(cause, Effect::bend(word.to, other, TieGauge::Tension, by));
        if in_force(&words, Content::Channel).any(|channel| channel.is_between(word.to, other)) {
            continue;
        }
        let channel = Undertaking {
            due: Some(clock.day.plus(i32::from(numbers.channel_days.at))),
            after: Some(word.id),
            ..Undertaking::given(
                UndertakingKind::Treaty,
                (sides.low, sides.high),
                Content::Channel,
                clock.day,
                word.known_to.union(half.known_to),
            )
        };
        outbox.propose(cause, Effect::Pledge(channel));
    }
}
