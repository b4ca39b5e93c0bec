//! What speaks against an order beyond its parameters: the "why not" that only its mechanic knows.

use crate::sim::docket::{Refusal, tie};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, Order, Param};
use crate::sim::polity::ActorStanding;
use crate::sim::relations::{Content, Relations, UndertakingKind, UndertakingStatus};
use crate::sim::situation::Situation;

/// Why an order whose parameters are all there and all exist cannot be carried out; `None` if it can.
pub(in crate::sim) fn objection(situation: &Situation, mechanic: &Mechanic, order: &Order) -> Option<Refusal> {
    let (by, terms) = (order.by, &order.terms);
    let actor = terms.actor.map(|actor| &situation.actors[actor.index()]);
    match mechanic {
        Mechanic::Covert(_) => {
            // A state acts through groups of its own: those it pays, and those at home that it can order about.
            let mine = actor.is_none_or(|actor| actor.sponsor == Some(by) || actor.home == by);
            let works = actor.is_none_or(|actor| actor.standing != ActorStanding::Suppressed);
            if mine {
                (!works).then_some(Refusal::AlreadyEnded(Param::Actor))
            } else {
                Some(Refusal::NotYours(Param::Actor))
            }
        }
        Mechanic::Support(_) => {
            let ended = actor.is_some_and(|actor| actor.standing == ActorStanding::Suppressed);
            ended.then_some(Refusal::AlreadyEnded(Param::Actor))
        }
        Mechanic::Suppress(_) => {
            if actor.is_some_and(|actor| actor.home != by) {
                return Some(Refusal::NotYours(Param::Actor));
            }
            (actor.is_none() && terms.incident.is_none()).then_some(Refusal::Missing(Param::Incident))
        }
        Mechanic::Speak(note) if note.raises => unclaimed(order),
        Mechanic::Proceed(_) => unclaimed(order),
        Mechanic::Repair(_) => {
            let claim = terms.claim.map(|claim| &situation.claims[claim.index()]);
            if claim.is_some_and(|claim| claim.respondent != by) {
                return Some(Refusal::NotTheirs(Param::Claim));
            }
            (claim.is_none() && terms.incident.is_none()).then_some(Refusal::Missing(Param::Claim))
        }
        Mechanic::Distance(_) => {
            let severed = tie(situation, order).is_some_and(|tie| tie.relations == Relations::Severed);
            severed.then_some(Refusal::RelationsSevered)
        }
        Mechanic::Assist(_) => {
            let incident = terms.incident.map(|id| &situation.incidents[id.index()]);
            let elsewhere = incident.is_some_and(|incident| Some(incident.victim) != terms.target);
            elsewhere.then_some(Refusal::NotTheirs(Param::Incident))
        }
        Mechanic::Block(_) => {
            let incident = terms.incident.map(|id| &situation.incidents[id.index()]);
            incident.is_some_and(|incident| incident.victim != by).then_some(Refusal::NotYours(Param::Incident))
        }
        Mechanic::Hunt(_) => (!is_permitted(situation, order)).then_some(Refusal::NoConsent),
        Mechanic::Speak(_)
        | Mechanic::Sanction(_)
        | Mechanic::Investigate(_)
        | Mechanic::Harden(_)
        | Mechanic::Accuse(_)
        | Mechanic::Share(_)
        | Mechanic::Tolerate
        | Mechanic::Sway(_) => None,
    }
}

/// A claim is about something: an incident, or a measure.
fn unclaimed(order: &Order) -> Option<Refusal> {
    let terms = &order.terms;
    let about = terms.claim.is_some() || terms.incident.is_some() || terms.measure.is_some();
    (!about).then_some(Refusal::Missing(Param::Incident))
}

/// Whether the state addressed has permitted this move, as far as it is still in force.
fn is_permitted(situation: &Situation, order: &Order) -> bool {
    let Act::Move(card) = order.act else { return false };
    situation.undertakings.iter().any(|word| {
        word.kind == UndertakingKind::Consent
            && word.status == UndertakingStatus::Accepted
            && Some(word.from) == order.terms.target
            && word.to == order.by
            && word.content == Content::Permit(card)
    })
}
