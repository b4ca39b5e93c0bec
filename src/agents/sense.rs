//! Good sense: what no foreign ministry would propose, whatever its temper. People may do all of it.

use crate::agents::Temper;
use crate::agents::answers::is_guilty;
use crate::base::id::{IncidentId, StateId};
use crate::base::{Day, Permille};
use crate::law::act::Aim;
use crate::law::facts;
use crate::sim::card::MoveId;
use crate::sim::council::ResolutionStatus;
use crate::sim::incidents::PhysicalDamage;
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::legal::{ClaimStatus, Forum, Judgment, Reparation};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::repair::Form;
use crate::sim::order::Publicity;
use crate::sim::polity::Function;
use crate::sim::relations::{NoteKind, Relations, Treaties};
use crate::sim::scenario::Goal;
use crate::view::{CONFRONTATION, CRISIS, Calling, DISPUTE, Occasion, View, at_table_since, is_at_table, suspect};

/// The step of the ladder on which two states answer wrong with wrong: beyond it there is only force.
const BRINK: u8 = 6;

/// From which oversight prosecutors act of their own accord, in thousandths. Source: judgement.
const INDEPENDENT: i32 = 500;

/// From which gravity on a wrong wants more than words. Source: judgement.
const GRAVE: i32 = 40;

/// From which gravity on a government names the author at once. Source: judgement.
const AT_ONCE: i32 = 58;

/// How long a government weighs at most whether to name the author, in days. Source: judgement, twenty months; a quarter
/// of all attributions by states come later than sixteen months after the start (European Repository of Cyber Incidents).
const LONGEST: i32 = 600;

/// How long whoever was asked to stop what passes through its networks is given for it, in days. Source: judgement, half a year.
const GIVEN: i32 = 180;
/// How long a State is given for it that was asked to act against servers on its soil, before police of another reach for them, in days.
/// Source: judgement, seven weeks; an answer to a request for legal assistance takes months.
const ASKED: i32 = 50;

/// How much longer a government takes to name a state with which all is calm, in hundredths of the usual time; how much of that each
/// step of the ladder takes away; and what is left at least. Source: judgement.
const MOST_SPARED: i32 = 180;
/// See [`MOST_SPARED`].
const SPARED_LESS: i32 = 25;
/// See [`MOST_SPARED`].
const LEAST_SPARED: i32 = 40;

/// From which gravity a harm is so great that a state would cut its own networks to stop it. Source: judgement.
const DESPERATE: i32 = 70;

/// From which honesty on a state owns up to what it did. Source: judgement.
const OWNS_UP: Permille = Permille::clamped(450);

/// Whether a move is a sensible thing to propose on an occasion.
pub(super) fn is_sensible(view: &View, temper: &Temper, card: MoveId, occasion: &Occasion) -> bool {
    let rules = view.rules();
    let Some(play) = rules.play(card) else { return false };
    let (id, card) = (card, rules.card(card));
    let public_blow = card.law.esc < 0 && play.visibility == Publicity::Public;
    let step = occasion.step(view);
    // The ally who was hurt speaks first.
    if public_blow && occasion.calling == Calling::AllyWronged && !victim_has_spoken(view, occasion.incident) {
        return false;
    }
    match &play.mechanic {
        // Nobody begs pardon between two blows.
        Mechanic::Repair(repair) => {
            let is_calm = step < BRINK || is_at_table(view, occasion.target);
            occasion.calling == Calling::OwnWord || is_calm && owes(view, temper, repair.form, occasion)
        }
        // Help is asked of those through whose territory harm came, and of friends; not of the suspect, nor of the victim.
        Mechanic::Speak(note) if note.kind == Some(NoteKind::Request) => {
            matches!(occasion.calling, Calling::Haven | Calling::Partner)
        }
        Mechanic::Investigate(_) => occasion.incident.is_none_or(|incident| is_riddle(view, incident)),
        Mechanic::Proceed(proceeding) => is_ripe(view, temper, (id, proceeding.forum), occasion),
        // Arms answer arms, or end a crisis that nothing else has ended; they are no answer to a wrong done by code.
        // Talks hold back the first blow and old scores, not defence against who strikes while they last.
        mechanic if mechanic.is_armed() => match occasion.calling {
            // Who wants the other weaker strikes first; everybody else returns fire.
            Calling::Brink => {
                let is_wanted = occasion.target.is_some_and(|target| is_rival(view, target));
                step >= BRINK && is_wanted && !is_at_table(view, occasion.target)
            }
            _ => occasion.incident.is_some_and(|incident| {
                let incident = &view.known.incidents[incident.index()];
                let is_new = at_table_since(view, occasion.target).is_none_or(|since| incident.began > since);
                is_new && rules.is_armed(incident.card)
            }),
        },
        // In a crisis forces are put on alert; at the brink there is the threat of force, and force.
        mechanic if occasion.calling == Calling::Brink => match mechanic {
            Mechanic::Speak(note) => {
                note.pledges.is_some()
                    && card.family == "military"
                    && step >= BRINK
                    && !is_at_table(view, occasion.target)
            }
            Mechanic::Sway(_) => card.family == "military",
            _ => false,
        },
        // Destruction answers destruction, or belongs to a confrontation, and is not done to whom one talks to.
        Mechanic::Covert(numbers) if numbers.destroys() => {
            let is_returned = occasion.incident.is_some_and(|incident| is_broken(view, incident));
            is_returned || step >= CONFRONTATION && !is_at_table(view, occasion.target)
        }
        // Who lets harm pass through its networks is asked, and given time, before its neighbour goes in; a State in which police would
        // search or shut down servers is asked too.
        Mechanic::Covert(_)
            if given(view, id, occasion.calling).is_some_and(|given| {
                raised(view, view.seat, occasion.target, occasion.incident)
                    .is_none_or(|day| view.known.day.since(day) < given)
            }) =>
        {
            false
        }
        // Nobody breaks another's systems out of the blue: only for a wrong it answers, or once both are in open dispute.
        Mechanic::Covert(numbers)
            if !matches!(occasion.calling, Calling::Injury | Calling::AllyWronged | Calling::Haven) =>
        {
            let looks = [Aim::Information, Aim::Leverage, Aim::Profit, Aim::Influence];
            let is_quiet = looks.iter().any(|aim| card.law.aims.contains_key(aim));
            is_quiet || step >= DISPUTE
        }
        // Sanctions are for grave harm that was complained of in vain.
        Mechanic::Sanction(_) => is_in_vain(view, occasion),
        Mechanic::Accuse(_) => {
            let charges = rules.law.acts()[id.index()].fixes.contains(&(facts::FORUM, facts::forum::DOMESTIC_COURT));
            has_deliberated(view, temper, occasion) && (!charges || can_charge(view, occasion))
        }
        // On what happened to others, positions are left to them.
        Mechanic::Sway(_) if play.visibility == Publicity::Public => {
            !matches!(occasion.calling, Calling::FriendHurt | Calling::AllyWronged)
        }
        // Embassies are closed in a crisis, not before.
        Mechanic::Distance(numbers) if numbers.to == Relations::Severed => step >= CRISIS,
        // What costs the public its networks is done only against what costs it more.
        Mechanic::Block(block) if !block.swings.is_empty() => {
            occasion.incident.is_some_and(|incident| view.known.incidents[incident.index()].gravity >= DESPERATE)
        }
        _ => true,
    }
}

/// How long after it was noticed an incident is still inquired into, in days. Source: judgement, a year; trails grow cold.
const COLD: i32 = 365;

/// Whether it is worth asking who was behind an incident: nobody owns up to it, the trail is fresh, and it does not look like the work
/// of criminals, which is left to the police.
fn is_riddle(view: &View, incident: IncidentId) -> bool {
    let row = &view.known.incidents[incident.index()];
    let is_fresh = view.known.day.since(row.known_since()) <= COLD;
    let is_sure = suspect(view, incident).is_some_and(|(_, confidence)| confidence == Confidence::NearCertain);
    let is_crime = about(&view.known.beliefs, view.seat, incident)
        .iter()
        .any(|row| row.question == Question::NonState && Confidence::of(row.odds) >= Confidence::High);
    is_fresh && !is_sure && !is_crime
}

/// How many days a State is given to act itself before its networks are entered: by whom harm passes through them, or by police,
/// who would search or shut down servers there. Nobody else asks.
fn given(view: &View, card: MoveId, calling: Calling) -> Option<i32> {
    let enforces = (facts::CONDUCT_KIND, facts::conduct_kind::ENFORCEMENT_ABROAD);
    if calling == Calling::Haven {
        Some(GIVEN)
    } else {
        view.rules().law.acts()[card.index()].fixes.contains(&enforces).then_some(ASKED)
    }
}

/// Whether a seat would rather see a state weaker.
fn is_rival(view: &View, target: StateId) -> bool {
    view.interests.iter().any(|want| want.goal == Goal::Weaken(target))
}

/// Whether an incident left something that has to be rebuilt.
fn is_broken(view: &View, incident: IncidentId) -> bool {
    let harm = &view.known.incidents[incident.index()].harm;
    harm.functionality_loss >= Function::RepairNeeded || harm.physical_damage > PhysicalDamage::None
}

/// Whether a state makes good what it is reproached with: it did it, and has said so or been told so by a court. To apologise is
/// to say so, which takes some honesty.
fn owes(view: &View, temper: &Temper, form: Form, occasion: &Occasion) -> bool {
    let Some(target) = occasion.target else { return false };
    let is_told = || {
        occasion.claim.is_some_and(|claim| view.known.claims[claim.index()].judgment == Judgment::Upheld)
            || view.known.notes.iter().rev().any(|note| {
                let owns = matches!(note.kind, NoteKind::Admission | NoteKind::Apology);
                owns && note.from == view.seat && note.to == target && note.about == occasion.incident
            })
    };
    is_guilty(view, target, occasion) && (form == Form::Words && temper.honesty.at >= OWNS_UP || is_told())
}

/// Whether a threat of sanctions can still be heard, and its occasion is worth it.
pub(super) fn can_threaten(view: &View, occasion: &Occasion) -> bool {
    occasion.step(view) < CONFRONTATION && is_in_vain(view, occasion)
}

/// Whether what an act would answer, if it answers an incident, is grave and was complained of in vain.
fn is_in_vain(view: &View, occasion: &Occasion) -> bool {
    occasion.incident.is_none_or(|incident| {
        let is_grave = view.known.incidents[incident.index()].gravity >= GRAVE;
        // What was made good, settled or dismissed is not pressed again.
        let is_closed = || {
            view.known.claims.iter().any(|claim| {
                let is_this = claim.claimant == view.seat
                    && Some(claim.respondent) == occasion.target
                    && claim.incident == Some(incident);
                is_this && (claim.status != ClaimStatus::Open || claim.reparation == Reparation::Full)
            })
        };
        is_grave && has_raised(view, view.seat, occasion.target, occasion.incident) && !is_closed()
    })
}

/// Whether a seat's prosecutors would bring charges: they answer to courts, not to a minister, and want proof.
fn can_charge(view: &View, occasion: &Occasion) -> bool {
    let is_victim = occasion.calling == Calling::Injury;
    is_victim && view.own().oversight.get() >= INDEPENDENT && occasion.confidence >= Confidence::NearCertain
}

/// Whether a government has made up its mind to name a state in public: the graver the harm, and the worse the two stand already,
/// the sooner.
fn has_deliberated(view: &View, temper: &Temper, occasion: &Occasion) -> bool {
    let Some(incident) = occasion.incident.map(|id| &view.known.incidents[id.index()]) else { return true };
    let known = view.known.day.since(incident.known_since());
    let usual = (AT_ONCE - incident.gravity).max(0) * temper.deliberates.at;
    let spared = (MOST_SPARED - SPARED_LESS * i32::from(occasion.step(view))).max(LEAST_SPARED);
    known >= (usual * spared / 100).min(LONGEST)
}

/// Whether a matter is ripe for a court or the Council: the case can be made, it was raised with the other side first,
/// a court has a title of jurisdiction, and the Council has not already met a veto on it.
fn is_ripe(view: &View, temper: &Temper, (card, forum): (MoveId, Forum), occasion: &Occasion) -> bool {
    let Some(target) = occasion.target else { return false };
    let raised =
        has_raised(view, view.seat, Some(target), occasion.incident) || occasion.calling == Calling::AllyWronged;
    let is_open = match forum {
        Forum::Unsc => !view.known.resolutions.iter().any(|draft| {
            let same = draft.against == target && draft.incident == occasion.incident;
            same && matches!(draft.status, ResolutionStatus::Vetoed | ResolutionStatus::Pending)
        }),
        _ => has_title(view, target, card),
    };
    raised && is_open && occasion.confidence >= temper.accuses_at.at
}

/// Whether a court may hear a suit against a state: both are bound by a clause, or it consents to the case.
fn has_title(view: &View, against: StateId, card: MoveId) -> bool {
    let is_bound = view.tie(against).is_some_and(|tie| tie.treaties.include(Treaties::JURISDICTION));
    is_bound || view.known.undertakings.iter().any(|word| word.permits(against, view.seat, card))
}

/// Whether a state has raised a matter with another, or with anybody, as far as the seat knows.
fn has_raised(view: &View, by: StateId, with: Option<StateId>, incident: Option<IncidentId>) -> bool {
    raised(view, by, with, incident).is_some()
}

/// The day on which a state first raised a matter with another, or with anybody, as far as the seat knows.
fn raised(view: &View, by: StateId, with: Option<StateId>, incident: Option<IncidentId>) -> Option<Day> {
    let is_with = |state: StateId| with.is_none_or(|with| with == state);
    let claims = view.known.claims.iter();
    let put = claims.filter(|claim| claim.claimant == by && is_with(claim.respondent) && claim.incident == incident);
    let said = view.known.notes.iter().filter(|note| {
        let complains = matches!(
            note.kind,
            NoteKind::Demarche
                | NoteKind::Demand
                | NoteKind::Notice
                | NoteKind::Request
                | NoteKind::Accusation
                | NoteKind::Warning
        );
        complains && note.from == by && is_with(note.to) && note.about == incident
    });
    // Rows are in the order in which they came: the first of each is the earliest.
    let (put, said) = (put.map(|claim| claim.raised).next(), said.map(|note| note.day).next());
    put.into_iter().chain(said).min()
}

/// Whether the victim of an incident has complained to anybody, or has shown the seat what it found.
fn victim_has_spoken(view: &View, incident: Option<IncidentId>) -> bool {
    let Some(incident) = incident else { return true };
    let victim = view.known.incidents[incident.index()].victim;
    let shown = view.known.evidence.iter().any(|item| item.incident == incident && item.from == Some(victim));
    shown || has_raised(view, victim, None, Some(incident))
}
