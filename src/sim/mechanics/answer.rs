//! Answering an accusation: deny, admit, look into it, accuse in turn, or say nothing.
//!
//! Joins `Phase::Speak`. Reads the notes that were exchanged; proposes `Deliver`; an admission is evidence in the accuser's
//! hands, a promised inquiry a promise.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::knowledge::{Detail, Evidence, EvidenceKind, Question};
use crate::sim::order::{Answer, FollowUp, Order, Publicity};
use crate::sim::relations::{Content, Note, NoteKind, Undertaking, UndertakingKind};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// The note an answer is given by; silence is none.
pub const fn note(answer: Answer) -> Option<NoteKind> {
    match answer {
        Answer::Silence => None,
        Answer::Deny => Some(NoteKind::Denial),
        Answer::Admit => Some(NoteKind::Admission),
        Answer::Investigate => Some(NoteKind::Inquiry),
        Answer::CounterAccuse => Some(NoteKind::CounterAccusation),
    }
}

/// Who hears an answer: whoever its author says; if it says nothing, whoever heard what it answers.
fn audience(notes: &Rows<Note>, order: &Order) -> StateSet {
    let (from, to) = (order.by, order.terms.addressee());
    let both = StateSet::of(from).with(to);
    let reproach = |note: &&Note| {
        let reproaches = matches!(
            note.kind,
            NoteKind::Accusation
                | NoteKind::CounterAccusation
                | NoteKind::Demand
                | NoteKind::Demarche
                | NoteKind::Notice
                | NoteKind::Warning
        );
        reproaches && (note.from, note.to) == (to, from) && note.about == order.terms.incident
    };
    match order.terms.publicity {
        Some(Publicity::Public) => StateSet::ALL,
        Some(Publicity::Shared | Publicity::Secret) => both,
        None => notes.iter().filter(reproach).max_by_key(|note| note.id).map_or(both, |note| note.known_to.union(both)),
    }
}

fn resolve(clock: Res<Clock>, rules: Res<Rules>, docket: Res<Docket>, notes: Rows<Note>, mut outbox: ResMut<Outbox>) {
    for (index, order, act) in docket.follow_ups() {
        let FollowUp::Answer(answer) = act else { continue };
        let (from, to, terms) = (order.by, order.terms.addressee(), &order.terms);
        let cause = Cause::Order(index);
        let Some(kind) = note(answer) else {
            let what = What::NoEffect { order: index, why: NoEffect::SaidNothing };
            outbox.propose(cause, Effect::Tell { what, audience: StateSet::of(from) });
            continue;
        };
        let known_to = audience(&notes, order);
        let (about, claim) = (terms.incident, terms.claim);
        outbox.propose(
            cause,
            Effect::Deliver(Note { id: Note::NEW, from, to, kind, about, claim, day: clock.day, known_to }),
        );
        if let (Answer::Investigate, Some(_)) = (answer, about) {
            let days = i32::from(rules.model.undertakings.inquiry_days.at);
            let word = Undertaking {
                incident: about,
                claim,
                due: Some(clock.day.plus(days)),
                ..Undertaking::given(UndertakingKind::Promise, (from, to), Content::Inquiry, clock.day, known_to)
            };
            outbox.propose(cause, Effect::Pledge(word));
        }
        if let (Answer::Admit, Some(incident)) = (answer, about) {
            let worth = rules.model.knowledge.worth(EvidenceKind::Confession);
            let item = Evidence {
                id: Evidence::NEW,
                incident,
                holder: to,
                from: Some(from),
                copy_of: None,
                kind: EvidenceKind::Confession,
                bears_on: Question::Author(from),
                weight: worth.weight,
                reliability: worth.reliability,
                fabricated: false,
                found: clock.day,
                detail: Detail::Summary,
                disclosed: if known_to.is_public() { Detail::Summary } else { Detail::None },
            };
            outbox.propose(cause, Effect::File(item));
        }
    }
}
