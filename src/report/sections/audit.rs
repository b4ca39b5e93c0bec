//! The attribution audit: every accusation, the evidence behind it, and whether it was right.

use crate::base::id::{IncidentId, StateId};
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::knowledge::{Confidence, Detail, Evidence, Question, about};
use crate::sim::relations::{Note, NoteKind};
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let rows: Vec<Vec<Cell>> = accusations(desk).map(|(note, incident)| row(desk, note, incident)).collect();
    let block = if rows.is_empty() {
        Block::Text(desk.say("audit-none"))
    } else {
        Block::Table(Table {
            caption: desk.say("audit-caption"),
            head: desk.head(&["audit-when", "audit-who", "audit-evidence", "audit-sure", "audit-right"]),
            rows,
        })
    };
    Section { id: "audit".into(), title: desk.say("audit"), blocks: vec![Block::Text(desk.say("audit-lead")), block] }
}

/// Accusations about an incident, in the order in which they were made.
pub(super) fn accusations<'a>(desk: &Desk<'a>) -> impl Iterator<Item = (&'a Note, IncidentId)> {
    let accuses = |kind| matches!(kind, NoteKind::Accusation | NoteKind::CounterAccusation);
    let notes = desk.history.end().notes.iter().filter(move |note| accuses(note.kind));
    notes.filter_map(|note| Some((note, note.about?)))
}

fn row(desk: &Desk<'_>, note: &Note, incident: IncidentId) -> Vec<Cell> {
    let telling = &desk.telling;
    let (from, to, named) = (telling.state(note.from), telling.state(note.to), telling.incident(incident));
    let turn = desk.history.turn_of(note.day);
    let when = turn.map_or_else(|| telling.day(note.day), |place| desk.turn(place));
    let who = desk.with("audit-text", &[("from", (&from).into()), ("to", (&to).into()), ("incident", (&named).into())]);
    let beliefs = turn.map_or(&desk.history.opening.beliefs, |place| &desk.history.turns[place].after.beliefs);
    let own = about(beliefs, note.from, incident);
    let held = own.iter().find(|belief| belief.question == Question::Author(note.to));
    let sure = match held {
        Some(belief) => {
            let (share, word) = (belief.odds.probability().get(), telling.confidence(Confidence::of(belief.odds)));
            let percent = (share / 10).to_string();
            let args = [("word", (&word).into()), ("percent", (&percent).into())];
            Cell::Share(share, desk.with("strip-sure-figure", &args))
        }
        None => Cell::Text(desk.say("audit-unsure")),
    };
    vec![
        Cell::Text(capitalised(&when)),
        Cell::Text(who),
        Cell::Lines(evidence(desk, note, incident)),
        sure,
        Cell::Text(truth(desk, note.to, incident)),
    ]
}

fn evidence(desk: &Desk<'_>, note: &Note, incident: IncidentId) -> Vec<String> {
    let to = desk.telling.state(note.to);
    let points = |item: &&Evidence| {
        item.holder == note.from
            && item.incident == incident
            && item.found <= note.day
            && item.weight > 0
            && matches!(item.bears_on, Question::Author(state) | Question::Link(state, _) if state == note.to)
    };
    let items: Vec<&Evidence> = desk.history.end().evidence.iter().filter(points).collect();
    let mut told = vec![desk.with("audit-items", &[("count", items.len().into()), ("to", (&to).into())])];
    let count = |which: fn(&&&Evidence) -> bool| items.iter().filter(which).count();
    let (planted, given) = (count(|item| item.fabricated), count(|item| item.from.is_some()));
    if planted > 0 {
        told.push(desk.with("audit-planted", &[("count", planted.into())]));
    }
    if given > 0 {
        told.push(desk.with("audit-second-hand", &[("count", given.into())]));
    }
    if !items.is_empty() {
        let published = count(|item| item.disclosed > Detail::None);
        told.push(desk.with("audit-published", &[("count", published.into())]));
    }
    told
}

/// Whether an accusation was right, in words.
fn truth(desk: &Desk<'_>, accused: StateId, incident: IncidentId) -> String {
    let author = desk.behind(incident).map(|operation| desk.telling.party(operation.author)).unwrap_or_default();
    match desk.authorship(accused, incident) {
        Authorship::Own => desk.say("audit-yes"),
        Authorship::Nobody => desk.say("audit-nobody"),
        Authorship::Other => desk.with("audit-no", &[("author", (&author).into())]),
        Authorship::Behind(control) => {
            let (control, to) = (desk.telling.word(control), desk.telling.state(accused));
            let args = [("author", (&author).into()), ("control", (&control).into()), ("to", (&to).into())];
            desk.with("audit-partly", &args)
        }
    }
}
