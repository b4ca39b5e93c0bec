//! Attributions: beliefs that have grown firm, and accusations in public.

use std::collections::BTreeSet;

use crate::base::id::{IncidentId, StateId};
use crate::ensemble::scribe::{Book, count, ordinal, word};
use crate::ensemble::tables::{Attribution, Rows};
use crate::sim::event::What;
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::relations::{Note, NoteKind};

/// Accusations that were refuted: accuser, accused and incident.
type Refuted = BTreeSet<(StateId, StateId, IncidentId)>;

pub(super) fn write(book: &Book<'_>, rows: &mut Rows) {
    let events = book.game.turns.iter().flat_map(|turn| &turn.events);
    let refuted: Refuted = events
        .filter_map(|event| match event.what {
            What::Refuted { accuser, accused, incident } => Some((accuser, accused, incident)),
            _ => None,
        })
        .collect();
    for note in book.game.opening.notes.iter().filter(|note| is_accusation(note)) {
        rows.attributions.extend(accusation(book, &refuted, None, note));
    }
    for (place, turn) in book.game.turns.iter().enumerate() {
        for event in &turn.events {
            match event.what {
                What::ConfidenceChanged { holder, incident, question, from, to }
                    if to > from && to >= Confidence::Moderate =>
                {
                    rows.attributions.extend(belief(book, place, holder, incident, question, to));
                }
                What::NoteDelivered { note } => {
                    let note = &turn.after.notes[note.index()];
                    if is_accusation(note) {
                        rows.attributions.extend(accusation(book, &refuted, Some(place), note));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether a note accuses in public.
pub(super) fn is_accusation(note: &Note) -> bool {
    matches!(note.kind, NoteKind::Accusation | NoteKind::CounterAccusation)
        && note.known_to.is_public()
        && note.about.is_some()
}

fn belief(
    book: &Book<'_>,
    place: usize,
    holder: StateId,
    incident: IncidentId,
    question: Question,
    to: Confidence,
) -> Option<Attribution> {
    let suspect = match question {
        Question::Author(suspect) => Some(suspect),
        Question::NonState => None,
        Question::Link(..) | Question::Harbours(_) => return None,
    };
    Some(row(book, Some(place), "belief", holder, incident, suspect, to))
}

fn accusation(book: &Book<'_>, refuted: &Refuted, place: Option<usize>, note: &Note) -> Option<Attribution> {
    let incident = note.about?;
    let scene = place.map_or(&book.game.opening, |place| &book.game.turns[place].after);
    let held = about(&scene.beliefs, note.from, incident);
    let belief = held.iter().find(|belief| belief.question == Question::Author(note.to));
    let confidence = belief.map_or(Confidence::None, |belief| Confidence::of(belief.odds));
    let mut row = row(book, place, "accusation", note.from, incident, Some(note.to), confidence);
    row.refuted = Some(refuted.contains(&(note.from, note.to, incident)));
    Some(row)
}

fn row(
    book: &Book<'_>,
    place: Option<usize>,
    kind: &str,
    state: StateId,
    id: IncidentId,
    suspect: Option<StateId>,
    confidence: Confidence,
) -> Attribution {
    let incident = &book.end().incidents[id.index()];
    let day = place.map_or(book.game.opening.day, |place| book.game.turns[place].day);
    let right = match suspect {
        Some(suspect) => book.is_behind(suspect, id),
        None => book.behind(id).and_then(|operation| book.author(operation)).is_none(),
    };
    Attribution {
        scenario: book.slug(),
        run: book.run,
        turn: place.map_or(0, ordinal),
        kind: kind.to_owned(),
        state: book.code(state),
        by_victim: state == incident.victim,
        incident: count(id.index()),
        suspect: suspect.map(|suspect| book.code(suspect)),
        confidence: word(confidence),
        right,
        days_since_incident: i64::from(day.since(incident.began)),
        days_since_noticed: incident.noticed.map(|noticed| i64::from(day.since(noticed))),
        refuted: None,
    }
}
