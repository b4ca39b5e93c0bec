//! Notes: a protest, demand, notice, request or word of reassurance carried to another government.
//!
//! Joins `Phase::Speak`. Reads the docket, ties and claims; proposes `Deliver`, where the note lands `Shift` of the
//! addressee's pressure, and what the note does to a claim: a demand raises one if there is none. A note about an incident
//! tells its addressee of it. The heat or warmth of saying it at all comes from the card's escalation value, in `tension`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::{Day, Permille, StateSet};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::legal::{Claim, ClaimStatus, ClaimStep, Forum, Judgment, Reparation};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Order, Terms};
use crate::sim::polity::{Gauge, State};
use crate::sim::relations::{Content, Note, NoteKind, Ties, Undertaking, UndertakingKind};
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

/// A note's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speak {
    /// What kind of note it is; none for an offer, which is kept as a word given.
    #[serde(default)]
    pub kind: Option<NoteKind>,
    /// How firmly it is put, by level: thousandths of pressure on the addressee if it listened wholly.
    pub firmness: [Permille; 3],
    /// The steps it takes on a claim.
    #[serde(default)]
    pub steps: Vec<ClaimStep>,
    /// Whether it raises the claim if there is none; otherwise its steps are taken only on one that stands.
    #[serde(default)]
    pub raises: bool,
    /// The word it gives, or asks the addressee to give.
    #[serde(default)]
    pub pledges: Option<Pledge>,
}

/// A word given in a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// What sort of word.
    pub kind: UndertakingKind,
    /// What it says, unless the order says otherwise.
    pub content: Content,
    /// Days until it lapses, unless the order says otherwise.
    pub days: u16,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// How a note lands: firmness, carried by the sender's diplomacy and heard in proportion to the addressee's warmth.
pub fn landing(firmness: Permille, diplomacy: Permille, warmth: Permille) -> i32 {
    firmness.times(diplomacy).times(warmth).get()
}

/// The number of the norm that an order invokes: vigilance if the addressee is blamed for an omission, otherwise none,
/// which means that the act itself is laid at its door.
pub(super) fn invoked(rules: &Rulebook, terms: &Terms) -> Option<u8> {
    terms.omission.filter(|omission| *omission).and_then(|_| rules.law.corpus.find("due-diligence")).map(|norm| norm.0)
}

/// What an order does to a claim of its author: takes steps on the one it names or that stands about the same matter, or
/// raises one.
pub(super) fn pursue(
    rules: &Rulebook,
    claims: &Rows<Claim>,
    order: &Order,
    steps: &[ClaimStep],
    raises: bool,
    day: Day,
    propose: &mut dyn FnMut(Effect),
) {
    let (terms, respondent) = (&order.terms, order.terms.addressee());
    let norm = invoked(rules, terms);
    let same = |claim: &&Claim| {
        claim.status == ClaimStatus::Open
            && (claim.claimant, claim.respondent) == (order.by, respondent)
            && (claim.incident, claim.measure, claim.norm) == (terms.incident, terms.measure, norm)
    };
    let standing = terms.claim.or_else(|| claims.iter().find(same).map(|claim| claim.id));
    if let Some(claim) = standing {
        for &step in steps {
            propose(Effect::Advance { claim, step });
        }
    } else if raises {
        let mut claim = Claim {
            id: Claim::NEW,
            claimant: order.by,
            respondent,
            incident: terms.incident,
            measure: terms.measure,
            norm,
            raised: day,
            demanded: None,
            notified: None,
            negotiation_offered: None,
            ceased_seen: None,
            reparation: Reparation::None,
            repaired: None,
            assured: None,
            forum: Forum::None,
            put: None,
            provisional: None,
            judgment: Judgment::None,
            status: ClaimStatus::Open,
            closed: None,
        };
        for &step in steps {
            claim.take(step, day);
        }
        propose(Effect::Raise(claim));
    }
}

/// The word that a note gives.
fn pledged(pledge: Pledge, order: &Order, today: Day, known_to: StateSet) -> Undertaking {
    let (from, to, terms) = (order.by, order.terms.addressee(), &order.terms);
    Undertaking {
        incident: terms.incident,
        claim: terms.claim,
        due: Some(today.plus(i32::from(terms.days.unwrap_or(pledge.days)))),
        ..Undertaking::given(pledge.kind, (from, to), terms.content.unwrap_or(pledge.content), today, known_to)
    }
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    incidents: Rows<Incident>,
    claims: Rows<Claim>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Speak(numbers) = &play.mechanic else { continue };
        let (from, to, terms) = (order.by, order.terms.addressee(), &order.terms);
        let cause = Cause::Order(index);
        let known_to = play.audience(order);
        if let Some(kind) = numbers.kind {
            let note = Note {
                id: Note::NEW,
                from,
                to,
                kind,
                about: terms.incident.or_else(|| claims.at(terms.claim?).incident),
                claim: terms.claim,
                day: clock.day,
                known_to: known_to.with(to),
            };
            outbox.propose(cause, Effect::Deliver(note));
            if let Some(incident) = note.about.filter(|about| !incidents.at(*about).known_to.contains(to)) {
                outbox.propose(cause, Effect::Learn { incident, who: StateSet::of(to) });
            }
        }
        if let Some(pledge) = numbers.pledges {
            outbox.propose(cause, Effect::Pledge(pledged(pledge, order, clock.day, known_to)));
        }
        pursue(&rules, &claims, order, &numbers.steps, numbers.raises, clock.day, &mut |effect| {
            outbox.propose(cause, effect);
        });
        let warmth = ties.between(from, to).map_or(Permille::ZERO, |tie| tie.warmth_of(to));
        let firmness = terms.level().pick(&numbers.firmness);
        let by = landing(firmness, states.at(from).diplomacy, warmth);
        if by > 0 {
            outbox.propose(cause, Effect::Shift { state: to, gauge: Gauge::Pressure, by });
        } else if firmness > Permille::ZERO {
            let what = What::NoEffect { order: index, why: NoEffect::Ignored };
            outbox.propose(cause, Effect::Tell { what, audience: known_to });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_heard_only_as_far_as_it_is_carried_and_welcome() {
        let share = Permille::clamped;
        assert_eq!(landing(share(100), share(1000), share(500)), 50);
        assert_eq!(landing(share(100), share(1000), Permille::ZERO), 0);
        assert!(landing(share(100), share(800), share(500)) < landing(share(100), share(900), share(500)));
    }
}
