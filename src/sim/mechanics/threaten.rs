//! Threatening a measure: "do this by then, or that will follow".
//!
//! Joins `Phase::Speak`. Proposes `Pledge` of an ultimatum with its sequel, and `Deliver` of a warning. Where it was so
//! ordered, the sequel falls by itself: the docket of the turn after the day holds it as its author's order, which every
//! rule meets like any other. Where it was not and its author does nothing, the word was empty, and that shows.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, FollowUp, Order, Param, Publicity, Terms};
use crate::sim::relations::{Content, Note, NoteKind, Sequel, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::Situation;
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// Whether a move is one that can be announced as what will follow: an open act that presses.
pub fn is_announceable(mechanic: &Mechanic) -> bool {
    matches!(mechanic, Mechanic::Sanction(_) | Mechanic::Distance(_) | Mechanic::Proceed(_) | Mechanic::Sue(_))
}

/// What an order to threaten announces.
pub fn announced(order: &Order) -> Option<Sequel> {
    let terms = &order.terms;
    Some(Sequel {
        card: terms.other_move?,
        by_itself: terms.by_itself.unwrap_or(false),
        level: terms.level(),
        sector: terms.sector,
        treaties: terms.treaties.unwrap_or_default(),
        basis: terms.basis,
        purpose: terms.purpose,
    })
}

/// The announced measure as an order, told what its card takes.
pub fn sequel_order(rules: &Rulebook, word: &Undertaking, sequel: &Sequel) -> Option<Order> {
    let play = rules.play(sequel.card)?;
    let told = |param: Param| play.takes(param).then_some(());
    let terms = Terms {
        target: Some(word.to),
        incident: told(Param::Incident).and(word.incident),
        claim: told(Param::Claim).and(word.claim),
        level: told(Param::Level).map(|()| sequel.level),
        sector: told(Param::Sector).and(sequel.sector),
        treaties: told(Param::Treaties).map(|()| sequel.treaties).filter(|treaties| !treaties.is_empty()),
        basis: sequel.basis,
        purpose: sequel.purpose,
        ..Terms::default()
    };
    Some(Order { by: word.from, act: Act::Move(sequel.card), terms })
}

/// The orders that fall due by themselves this turn, by undertaking.
pub(in crate::sim) fn fallen(situation: &Situation, rules: &Rulebook) -> impl Iterator<Item = Order> {
    situation.undertakings.iter().filter_map(move |word| {
        let sequel = word.sequel.as_ref().filter(|sequel| sequel.by_itself)?;
        let lapsed = word.status == UndertakingStatus::Open && word.due.is_some_and(|due| due < situation.day);
        let stands = word.kind == UndertakingKind::Ultimatum && lapsed;
        stands.then(|| sequel_order(rules, word, sequel)).flatten()
    })
}

/// The ultimatum that an order gives.
pub(in crate::sim) fn ultimatum(rules: &Rulebook, order: &Order, today: crate::base::Day) -> Option<Undertaking> {
    let terms = &order.terms;
    let days = terms.days.unwrap_or(rules.model.undertakings.threat_days.at);
    let known_to = match terms.publicity {
        Some(Publicity::Public) => StateSet::ALL,
        _ => StateSet::EMPTY,
    };
    let content = terms.content.unwrap_or(Content::CeaseOperations);
    Some(Undertaking {
        incident: terms.incident,
        claim: terms.claim,
        due: Some(today.plus(i32::from(days))),
        sequel: Some(announced(order)?),
        ..Undertaking::given(UndertakingKind::Ultimatum, (order.by, terms.target?), content, today, known_to)
    })
}

fn resolve(clock: Res<Clock>, rules: Res<Rules>, docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        if act != FollowUp::ThreatenMeasure {
            continue;
        }
        let Some(word) = ultimatum(&rules, order, clock.day) else { continue };
        let cause = Cause::Order(index);
        outbox.propose(cause, Effect::Pledge(word));
        let note = Note {
            id: Note::NEW,
            from: word.from,
            to: word.to,
            kind: NoteKind::Warning,
            about: word.incident,
            claim: word.claim,
            day: clock.day,
            known_to: word.known_to,
        };
        outbox.propose(cause, Effect::Deliver(note));
    }
}
