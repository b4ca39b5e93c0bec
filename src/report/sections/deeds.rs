//! Words against deeds: promises and what became of them, denials and admissions held against the truth.

use crate::base::id::IncidentId;
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::polity::{ControlLink, Party};
use crate::sim::relations::{Expulsion, Note, NoteKind, Undertaking, UndertakingStatus};
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let mut blocks = Vec::new();
    let undertakings = &desk.history.end().undertakings;
    if !undertakings.is_empty() {
        let rows = undertakings.iter().map(|row| {
            let due = row.due.map_or_else(|| desk.say("words-no-date"), |day| desk.telling.day(day));
            let undated = Undertaking { due: None, ..*row };
            vec![
                Cell::Text(capitalised(&desk.telling.pledged(&undated))),
                Cell::Text(due),
                Cell::Text(became(desk, row)),
            ]
        });
        blocks.push(Block::Table(Table {
            caption: desk.say("words-caption"),
            head: desk.head(&["words-word", "words-due", "words-became"]),
            rows: rows.collect(),
        }));
    }
    let notes = desk.history.end().notes.iter();
    let rows: Vec<Vec<Cell>> = notes.filter_map(|note| said(desk, note)).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: desk.say("denials-caption"),
            head: desk.head(&["denials-who", "denials-what", "denials-truth"]),
            rows,
        }));
    }
    let expulsions = &desk.history.end().expulsions;
    if !expulsions.is_empty() {
        blocks.push(Block::Table(Table {
            caption: desk.say("expulsions-caption"),
            head: desk.head(&[
                "expulsions-who",
                "expulsions-whose",
                "expulsions-day",
                "expulsions-about",
                "expulsions-then",
            ]),
            rows: expulsions.iter().map(|row| expelled(desk, row)).collect(),
        }));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(desk.say("words-none")));
    }
    Section { id: "deeds".into(), title: desk.say("words-deeds"), blocks }
}

/// What became of a word as both sides could see, and what was so if that is something else.
fn became(desk: &Desk<'_>, row: &Undertaking) -> String {
    let seen = desk.telling.undertaking_status(row.kind, row.status);
    if row.status == UndertakingStatus::Broken {
        return seen;
    }
    if !row.broken_by.is_empty() {
        let who = desk.telling.states(row.broken_by);
        return desk.with("words-in-truth", &[("seen", (&seen).into()), ("who", (&who).into())]);
    }
    if !row.held_broken.is_empty() {
        let who = desk.telling.states(row.held_broken);
        return desk.with("words-wrongly", &[("seen", (&seen).into()), ("who", (&who).into())]);
    }
    seen
}

/// Who sent whose diplomats home, over what, and whether that was returned.
fn expelled(desk: &Desk<'_>, row: &Expulsion) -> Vec<Cell> {
    let telling = &desk.telling;
    let about = row.about.map_or_else(|| desk.say("expulsions-nothing"), |id| capitalised(&telling.incident(id)));
    // Two that cross on one day answer each other.
    let answers = |other: &&Expulsion| {
        other.returns == Some(row.id) || (other.by, other.of, other.day) == (row.of, row.by, row.day)
    };
    let answer = desk.history.end().expulsions.iter().find(answers);
    let then = match (row.returns, answer) {
        (Some(_), _) => desk.say("expulsions-is-answer"),
        (None, Some(answer)) => {
            desk.with("expulsions-returned", &[("days", answer.day.since(row.day).unsigned_abs().into())])
        }
        (None, None) => desk.say("expulsions-unreturned"),
    };
    let texts = [telling.state(row.by), telling.state(row.of), telling.day(row.day), about, then];
    texts.map(Cell::Text).to_vec()
}

/// Whether a note denies what its author did.
pub(super) fn is_false_denial(desk: &Desk<'_>, note: &Note) -> bool {
    let false_about = |incident| {
        !matches!(
            desk.authorship(note.from, incident),
            Authorship::Other | Authorship::Nobody | Authorship::Behind(ControlLink::None)
        )
    };
    note.kind == NoteKind::Denial && note.about.is_some_and(false_about)
}

fn said(desk: &Desk<'_>, note: &Note) -> Option<Vec<Cell>> {
    let (text, denial) = match note.kind {
        NoteKind::Denial => ("denial-text", true),
        NoteKind::Admission => ("admission-text", false),
        _ => return None,
    };
    let incident = note.about?;
    let (to, named) = (desk.telling.state(note.to), desk.telling.incident(incident));
    Some(vec![
        Cell::Text(desk.telling.state(note.from)),
        Cell::Text(desk.with(text, &[("to", (&to).into()), ("incident", (&named).into())])),
        Cell::Text(held_against(desk, note, incident, denial)),
    ])
}

fn held_against(desk: &Desk<'_>, note: &Note, incident: IncidentId, denial: bool) -> String {
    let named = desk.telling.incident(incident);
    let hand = match desk.behind(incident).map(|operation| operation.author) {
        Some(Party::Actor(actor)) => desk.telling.actor(actor),
        _ => String::new(),
    };
    let id = match (desk.authorship(note.from, incident), denial) {
        (Authorship::Own, true) => "denial-false",
        (Authorship::Behind(ControlLink::None), true) => "denial-backed",
        (Authorship::Behind(_), true) => "denial-hand",
        (_, true) => "denial-true",
        (Authorship::Own | Authorship::Behind(_), false) => "admission-true",
        (_, false) => "admission-false",
    };
    desk.with(id, &[("incident", (&named).into()), ("hand", (&hand).into())])
}
