//! What befell the seat, and its friends: injuries, where they came from, and who could help.

use crate::base::id::StateId;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::polity::Sector;
use crate::sim::relations::{Alliance, Note, NoteKind, Relations};
use crate::sim::scenario::Line;
use crate::view::{Calling, View};

use super::{MEMORY, Occasion, open_claim, suspect};

/// How long after its discovery a government may still name who did it, in days. Source: judgement, three years; a quarter of all
/// attributions by states come more than sixteen months after the start, some after three years (European Repository of Cyber
/// Incidents).
const NAMED_WITHIN: i32 = 3 * 365;
/// For how long naming somebody gives new occasion to act on what it was for, in days. Source: judgement, a quarter.
const FOLLOWED: i32 = 91;

/// How far an incident still calls for an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Call {
    /// It goes on, or has ended, come to light or been laid at somebody's door of late.
    Fresh,
    /// It is an old case that can be made and has not been.
    Late,
    /// It is history.
    Past,
}

fn call(view: &View, incident: &Incident) -> Call {
    let ended = incident.ceased.max(incident.ceased.and(incident.noticed));
    let Some(age) = ended.map(|day| view.known.day.since(day)).filter(|age| *age > MEMORY) else { return Call::Fresh };
    if incident.victim != view.seat || age > NAMED_WITHIN {
        return Call::Past;
    }
    if suspect(view, incident.id).is_none_or(|(_, confidence)| confidence < Confidence::Moderate) {
        return Call::Past;
    }
    let since = view.known.notes.iter().rev().take_while(|note| note.day >= incident.known_since());
    let named = since
        .filter(|note| note.kind == NoteKind::Accusation && note.from == view.seat && note.about == Some(incident.id));
    match named.map(|note| view.known.day.since(note.day)).min() {
        None => Call::Late,
        Some(days) if days <= FOLLOWED => Call::Fresh,
        Some(_) => Call::Past,
    }
}

/// From which severity on quiet access is answered for what it could do: the fourth of the scale of the Dyadic Cyber Incident Data is
/// access that was readied for a blow.
const READIED: u8 = 4;
/// As how grave it is answered, though nothing was taken and nothing has broken yet. Source: judgement, the gravity of a copy.
const ALARM: i32 = 10;

pub(super) fn injuries(view: &View, into: &mut Vec<Occasion>) {
    let all = || view.known.incidents.iter().rev();
    let requests = requests(view, all().filter(|row| row.victim != view.seat && call(view, row) == Call::Fresh));
    let alive = all().map(|incident| (incident, call(view, incident)));
    for (incident, call) in alive.filter(|(_, call)| *call != Call::Past) {
        if incident.victim == view.seat {
            let fresh = if incident.ceased.is_none() { 250 } else { 0 };
            let alarm = if incident.severity >= READIED { ALARM } else { 0 };
            let weight = 250 + incident.gravity.max(alarm) * 10 + fresh + if crosses(view, incident) { 300 } else { 0 };
            let known = suspect(view, incident.id);
            let target = known.map(|(state, _)| state);
            into.push(Occasion {
                target,
                confidence: known.map_or(Confidence::None, |(_, confidence)| confidence),
                incident: Some(incident.id),
                claim: target.and_then(|target| open_claim(view, view.seat, target, Some(incident.id))),
                asset: incident.asset,
                is_over: incident.ceased.is_some(),
                is_late: call == Call::Late,
                ..Occasion::new(Calling::Injury, weight)
            });
            if call == Call::Late {
                continue;
            }
            if let Some(friend) = partner(view, incident, target) {
                into.push(Occasion {
                    target: Some(friend),
                    incident: Some(incident.id),
                    is_over: incident.ceased.is_some(),
                    ..Occasion::new(Calling::Partner, weight)
                });
            }
            if let Some((haven, confidence)) = haven(view, incident) {
                into.push(Occasion {
                    target: Some(haven),
                    confidence,
                    incident: Some(incident.id),
                    claim: open_claim(view, view.seat, haven, Some(incident.id)),
                    is_over: incident.ceased.is_some(),
                    ..Occasion::new(Calling::Haven, weight)
                });
            }
            continue;
        }
        let Some(tie) = view.tie(incident.victim) else { continue };
        let asked = requests
            .iter()
            .any(|note| note.day >= incident.began && note.from == incident.victim && note.about == Some(incident.id));
        let calling = if asked || incident.transit == Some(view.seat) {
            Calling::Request
        } else if tie.alliance > Alliance::None {
            Calling::FriendHurt
        } else {
            continue;
        };
        let weight = 150 + incident.gravity * 5 + if asked { 300 } else { 0 };
        into.push(Occasion {
            target: Some(incident.victim),
            incident: Some(incident.id),
            is_over: incident.ceased.is_some(),
            ..Occasion::new(calling, weight)
        });
        let culprit = suspect(view, incident.id).filter(|(state, _)| *state != incident.victim);
        if let (Alliance::Allies, Some((culprit, confidence))) = (tie.alliance, culprit) {
            into.push(Occasion {
                target: Some(culprit),
                confidence,
                incident: Some(incident.id),
                is_over: incident.ceased.is_some(),
                ..Occasion::new(Calling::AllyWronged, weight + 100)
            });
        }
    }
}

/// What others have asked of the seat since the first of some incidents began. Nobody asks for help before there is need of it:
/// older notes need no look.
fn requests<'a>(view: &'a View, incidents: impl Iterator<Item = &'a Incident>) -> Vec<&'a Note> {
    let Some(since) = incidents.map(|incident| incident.began).min() else { return Vec::new() };
    let notes = view.known.notes.iter().rev().take_while(|note| note.day >= since);
    notes.filter(|note| note.kind == NoteKind::Request && note.to == view.seat).collect()
}

/// Whether an injury crosses a red line of its victim.
fn crosses(view: &View, incident: &Incident) -> bool {
    let sector = incident.asset.map_or(Sector::None, |asset| view.known.assets[asset.index()].sector);
    let sure = suspect(view, incident.id).map_or(Confidence::None, |(_, confidence)| confidence);
    view.red_lines.iter().any(|line| match *line {
        Line::Sector(of, confidence) => of == sector && sure >= confidence,
        Line::Asset(asset) => incident.asset == Some(asset),
        Line::Casualties => incident.harm.casualties > 0,
        Line::PublicAccusation | Line::Step(_) => false,
    })
}

/// The state through whose territory an incident came, or is held to have come with its knowledge, and how likely.
fn haven(view: &View, incident: &Incident) -> Option<(StateId, Confidence)> {
    if let Some(hop) = incident.transit.filter(|hop| *hop != view.seat && view.tie(*hop).is_some()) {
        return Some((hop, Confidence::High));
    }
    let rows = about(&view.known.beliefs, view.seat, incident.id);
    let likely = rows.iter().filter_map(|row| match row.question {
        Question::Harbours(state) if state != view.seat && view.tie(state).is_some() => Some((row.odds, state)),
        _ => None,
    });
    let (odds, state) = likely.max_by_key(|(odds, state)| (*odds, std::cmp::Reverse(*state)))?;
    Some((state, Confidence::of(odds))).filter(|(_, confidence)| *confidence >= Confidence::Low)
}

/// The friend best able to help with an incident: an ally before a partner, then the warmest. Not the suspect, nor a state
/// through which it came.
fn partner(view: &View, incident: &Incident, suspect: Option<StateId>) -> Option<StateId> {
    let ties = view.ties().filter(|tie| tie.alliance > Alliance::None && tie.relations < Relations::Severed);
    let friends = ties.map(|tie| (tie.alliance, tie.warmth_of(view.seat), std::cmp::Reverse(tie.other(view.seat))));
    let trusted = friends.filter(|(.., friend)| Some(friend.0) != suspect && Some(friend.0) != incident.transit);
    trusted.max().map(|(.., friend)| friend.0)
}
