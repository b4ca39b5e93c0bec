//! What speaks against an order beyond its parameters: the "why not" that only its mechanic knows.

use crate::base::Points;
use crate::sim::docket::{self, Refusal, tie};
use crate::sim::mechanics::{Mechanic, agree, answer, listing, mediate, region, threaten, vote};
use crate::sim::order::{Act, Answer, FollowUp, Order, Param};
use crate::sim::polity::{ActorStanding, Sector};
use crate::sim::relations::{Content, Relations, Undertaking, UndertakingKind, UndertakingStatus};
use crate::sim::rulebook::Rulebook;
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
        Mechanic::Proceed(_) | Mechanic::Sue(_) => unclaimed(order),
        Mechanic::Coerce(_) => {
            let post = terms.asset.map(|asset| &situation.assets[asset.index()]);
            let elsewhere = post.is_some_and(|post| {
                post.sector != Sector::DiplomaticMission || post.host != by || Some(post.owner) != terms.target
            });
            elsewhere.then_some(Refusal::NotAMission)
        }
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
        | Mechanic::Recognise(_)
        | Mechanic::Sway(_) => None,
    }
}

/// Why an act on something that exists cannot be carried out although its parameters are all there and all exist.
pub(in crate::sim) fn follow_up_objection(
    situation: &Situation,
    rules: &Rulebook,
    act: FollowUp,
    order: &Order,
) -> Option<Refusal> {
    let word = order.terms.undertaking.map(|id| &situation.undertakings[id.index()]);
    match act {
        FollowUp::Accept | FollowUp::Withdraw => word.filter(|word| !word.is_open_offer()).map(not_open),
        // An ultimatum is met or not: to say no to it takes nothing off the table.
        FollowUp::Reject | FollowUp::Counter => {
            let word = word.filter(|word| !word.is_open_offer() || word.kind == UndertakingKind::Ultimatum);
            word.map(not_open)
        }
        FollowUp::WithdrawConsent => word.filter(|word| word.kind != UndertakingKind::Consent).map(not_open),
        FollowUp::RestoreRelations => {
            let full = tie(situation, order).is_some_and(|tie| tie.relations == Relations::Full);
            full.then_some(Refusal::AlreadyFull)
        }
        FollowUp::ThreatenMeasure => empty_words(situation, rules, order),
        FollowUp::Vote(_) => vote::objection(situation, order),
        FollowUp::Conclude => word.and_then(agree::cannot_conclude),
        FollowUp::Denounce => agree::cannot_denounce(situation, order),
        FollowUp::ChallengeListing => listing::objection(situation, rules, order),
        FollowUp::BringToRegion => region::objection(situation, order),
        FollowUp::Answer(Answer::Extradite) => answer::cannot_extradite(situation, order),
        FollowUp::OfferGoodOffices => mediate::objection(situation, order),
        FollowUp::Lift
        | FollowUp::Suspend
        | FollowUp::Narrow
        | FollowUp::Stop
        | FollowUp::Answer(_)
        | FollowUp::GiveConsent => None,
    }
}

fn not_open(word: &Undertaking) -> Refusal {
    let was_open = !matches!(word.kind, UndertakingKind::Consent | UndertakingKind::Promise);
    if was_open && word.status != UndertakingStatus::Open {
        Refusal::AlreadyEnded(Param::Undertaking)
    } else {
        Refusal::NotAnOffer
    }
}

/// Nobody threatens what is no measure, or what it could not do today.
fn empty_words(situation: &Situation, rules: &Rulebook, order: &Order) -> Option<Refusal> {
    let word = threaten::ultimatum(rules, order, situation.day)?;
    let sequel = word.sequel?;
    let play = rules.play(sequel.card).filter(|play| threaten::is_announceable(&play.mechanic));
    if play.is_none() {
        return Some(Refusal::NotAnnounceable);
    }
    let threatened = threaten::sequel_order(rules, &word, &sequel)?;
    docket::check(situation, rules, &threatened, Points::MAX).err()
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
