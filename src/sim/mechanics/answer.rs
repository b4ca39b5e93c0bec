//! Answering an accusation: deny, admit, look into it, accuse in turn, hand over those who did it, or say nothing.
//!
//! Joins `Phase::Speak`. Reads the notes that were exchanged; proposes `Deliver`; an admission is evidence in the
//! accuser's hands, a promised inquiry a promise. Those who are handed over are out of work, and tell the accuser who
//! sent them.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::docket::{Docket, Refusal};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Detail, Evidence, EvidenceKind, Question};
use crate::sim::legal::ClaimStep;
use crate::sim::operations::{self, Operation, Stage};
use crate::sim::order::{Answer, FollowUp, Order, Param, Publicity};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, ControlLink, Party};
use crate::sim::relations::{Content, Note, NoteKind, Undertaking, UndertakingKind};
use crate::sim::rulebook::Rules;
use crate::sim::situation::{Rows, Situation};
use crate::sim::turn::{Clock, Phase};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((resolve, extradite).in_set(Phase::Speak.resolve()));
}

/// The note an answer is given by; silence is none.
pub const fn note(answer: Answer) -> Option<NoteKind> {
    match answer {
        Answer::Silence => None,
        Answer::Deny => Some(NoteKind::Denial),
        Answer::Admit => Some(NoteKind::Admission),
        Answer::Investigate => Some(NoteKind::Inquiry),
        Answer::CounterAccuse => Some(NoteKind::CounterAccusation),
        Answer::Extradite => Some(NoteKind::Surrender),
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

/// Why those named cannot be handed over: they are not in the state's hands, or nothing is left of them.
pub(super) fn cannot_extradite(situation: &Situation, order: &Order) -> Option<Refusal> {
    let group = &situation.actors[order.terms.actor?.index()];
    if group.home != order.by || !matches!(group.kind, ActorKind::Proxy | ActorKind::Gang) {
        return Some(Refusal::NotYours(Param::Actor));
    }
    (group.standing == ActorStanding::Suppressed).then_some(Refusal::AlreadyEnded(Param::Actor))
}

/// What those who are handed over say of an incident that was theirs: who ordered it, or that nobody did.
fn testimony(operation: &Operation, group: &Actor) -> Option<Question> {
    (operations::group(operation) == Some(group.id)).then(|| match (operation.author, group.sponsor) {
        (Party::State(author), _) => Question::Author(author),
        (Party::Actor(_), Some(sponsor)) if group.control >= ControlLink::EffectiveControl => {
            Question::Link(sponsor, ControlLink::OverallControl)
        }
        (Party::Actor(_), _) => Question::NonState,
    })
}

/// Hands over a group at home to whoever charges it.
fn extradite(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    actors: Rows<Actor>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, act) in docket.follow_ups() {
        let (FollowUp::Answer(Answer::Extradite), Some(group)) = (act, order.terms.actor) else { continue };
        let (cause, group) = (Cause::Order(index), actors.at(group));
        outbox.propose(cause, Effect::Curb { actor: group.id, standing: ActorStanding::Suppressed });
        for operation in operations.iter() {
            if operation.is_live() && operations::group(operation) == Some(group.id) {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
            }
        }
        if let Some(claim) = order.terms.claim {
            outbox.propose(cause, Effect::Advance { claim, step: ClaimStep::Assured });
        }
        let Some(incident) = order.terms.incident else { continue };
        let behind = incidents.at(incident).operation.map(|id| operations.at(id));
        let Some(bears_on) = behind.and_then(|operation| testimony(operation, group)) else { continue };
        let worth = rules.model.knowledge.worth(EvidenceKind::HumanSource);
        let item = Evidence {
            id: Evidence::NEW,
            incident,
            holder: order.terms.addressee(),
            from: Some(order.by),
            copy_of: None,
            kind: EvidenceKind::HumanSource,
            bears_on,
            weight: worth.weight,
            reliability: worth.reliability,
            fabricated: false,
            found: clock.day,
            detail: Detail::Technical,
            disclosed: Detail::None,
        };
        outbox.propose(cause, Effect::File(item));
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
