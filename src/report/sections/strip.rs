//! Truth, belief and claim: per incident and state, what was so, what it held likely, and what it said.

use crate::base::Day;
use crate::base::id::{IncidentId, StateId};
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Cell, Section, Table};
use crate::report::sections::audit::charges;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Belief, Confidence, Question, about};
use crate::sim::polity::{ControlLink, Party};
use crate::sim::relations::{Note, NoteKind};
use crate::words::text::capitalised;

/// How many incidents are shown, the gravest first.
const INCIDENTS: usize = 6;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let mut blocks = vec![Block::Text(desk.say("strip-lead"))];
    let came_to_light = |incident: &&Incident| knew(desk, incident).any(|state| !is_privy(desk, state, incident.id));
    let (mut incidents, hidden): (Vec<&Incident>, Vec<&Incident>) =
        desk.history.end().incidents.iter().partition(came_to_light);
    incidents.sort_by_key(|incident| (std::cmp::Reverse(incident.gravity), incident.id));
    if incidents.is_empty() {
        blocks.push(Block::Text(desk.say("strip-nobody")));
    }
    for incident in incidents.into_iter().take(INCIDENTS) {
        let named = desk.telling.incident(incident.id);
        blocks.push(Block::Heading(capitalised(&named)));
        let truth = truth(desk, incident.id);
        blocks.push(Block::Key(desk.with("strip-truth", &[("truth", (&truth).into())])));
        blocks.push(Block::Table(Table {
            caption: capitalised(&desk.with("strip-caption", &[("incident", (&named).into())])),
            head: desk.head(&["strip-state", "strip-belief", "strip-sure", "strip-said", "strip-match"]),
            rows: knew(desk, incident).map(|state| row(desk, state, incident.id)).collect(),
        }));
    }
    if !hidden.is_empty() {
        blocks.push(Block::Text(desk.with("strip-hidden", &[("count", hidden.len().into())])));
    }
    Section { id: "strip".into(), title: desk.say("strip"), blocks }
}

/// The states that knew of an incident, whether as its victims or as its authors.
fn knew<'a>(desk: &'a Desk<'_>, incident: &'a Incident) -> impl Iterator<Item = StateId> + 'a {
    let knew = |state: &StateId| incident.known_to.contains(*state) || is_privy(desk, *state, incident.id);
    desk.history.states().filter(knew)
}

/// Whether a state knows the truth of an incident: the operation is its own, or it was let into it.
fn is_privy(desk: &Desk<'_>, state: StateId, incident: IncidentId) -> bool {
    desk.behind(incident).is_some_and(|operation| operation.known_to.contains(state))
}

/// Who was behind an incident, as a clause.
pub(super) fn truth(desk: &Desk<'_>, incident: IncidentId) -> String {
    let Some(operation) = desk.behind(incident) else { return desk.say("strip-truth-accident") };
    let telling = &desk.telling;
    let author = telling.party(operation.author);
    match operation.author {
        Party::State(_) => {
            let mut how = String::new();
            for (id, name, word) in [
                ("strip-how-hand", "hand", operation.hand.map(|hand| telling.actor(hand))),
                ("strip-how-via", "via", operation.via.map(|via| telling.state(via))),
                ("strip-how-flag", "flag", operation.false_flag.map(|flag| telling.state(flag))),
            ] {
                how.extend(word.map(|word| desk.with(id, &[(name, (&word).into())])));
            }
            desk.with("strip-truth-state", &[("author", (&author).into()), ("how", (&how).into())])
        }
        Party::Actor(actor) => {
            let actor = &desk.history.end().actors[actor.index()];
            let sponsor = actor.sponsor.map(|state| telling.state(state));
            let link = match (&sponsor, actor.control) {
                (Some(sponsor), ControlLink::None) => {
                    let support = telling.word(actor.support);
                    desk.with("strip-link-support", &[("support", (&support).into()), ("sponsor", sponsor.into())])
                }
                (sponsor, control) => {
                    let control = telling.word(control);
                    let sponsor = sponsor.clone().unwrap_or_default();
                    desk.with("strip-link", &[("control", (&control).into()), ("sponsor", (&sponsor).into())])
                }
            };
            desk.with("strip-truth-actor", &[("author", (&author).into()), ("link", (&link).into())])
        }
    }
}

fn row(desk: &Desk<'_>, state: StateId, incident: IncidentId) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(desk.telling.state(state))];
    let said = Cell::Lines(said(desk, state, incident));
    let is_privy = is_privy(desk, state, incident);
    let held = leading(&desk.history.end().beliefs, state, incident)
        .filter(|belief| Confidence::of(belief.odds) > Confidence::None);
    match held {
        _ if is_privy => {
            let is_author = desk.behind(incident).and_then(|operation| operation.author.state()) == Some(state);
            let knew = desk.say(if is_author { "strip-own" } else { "strip-privy" });
            cells.extend([Cell::Text(knew), Cell::Text(String::new()), said]);
            cells.push(Cell::Text(desk.say(if is_author { owned(desk, state, incident) } else { "match-privy" })));
        }
        None => {
            cells.extend([Cell::Text(desk.say("strip-no-view")), Cell::Text(String::new()), said]);
            cells.push(Cell::Text(desk.say("match-open")));
        }
        Some(belief) => {
            let (confidence, share) = (Confidence::of(belief.odds), belief.odds.probability().get());
            let question = desk.telling.question(belief.question, incident);
            let (word, percent) = (desk.telling.confidence(confidence), (share / 10).to_string());
            let sure = desk.with("strip-sure-figure", &[("word", (&word).into()), ("percent", (&percent).into())]);
            cells.push(Cell::Text(desk.with("strip-suspect", &[("question", (&question).into())])));
            cells.extend([Cell::Share(share, sure), said]);
            cells.push(Cell::Text(desk.say(match_word(desk, &belief, confidence))));
        }
    }
    cells
}

/// Whether an author stood by what it had done.
fn owned(desk: &Desk<'_>, state: StateId, incident: IncidentId) -> &'static str {
    let notes = desk.history.end().notes.iter().filter(|note| note.from == state && note.about == Some(incident));
    let said = |kinds: &[NoteKind]| notes.clone().any(|note| kinds.contains(&note.kind));
    if said(&[NoteKind::Admission, NoteKind::Apology]) {
        "match-owned"
    } else if said(&[NoteKind::Denial, NoteKind::CounterAccusation]) {
        "match-denied"
    } else {
        "match-silent"
    }
}

/// What a state holds likeliest about the author. What it did itself it need not guess.
pub(super) fn leading(beliefs: &[Belief], state: StateId, incident: IncidentId) -> Option<Belief> {
    let who = |belief: &&Belief| match belief.question {
        Question::Author(suspect) => suspect != state,
        question => question == Question::NonState,
    };
    let rows = about(beliefs, state, incident).iter().filter(who);
    rows.max_by_key(|belief| (belief.odds, std::cmp::Reverse(belief.question))).copied()
}

fn match_word(desk: &Desk<'_>, belief: &Belief, confidence: Confidence) -> &'static str {
    let right = match belief.question {
        Question::Author(state) => {
            matches!(desk.authorship(state, belief.incident), Authorship::Own | Authorship::Behind(_))
        }
        _ => desk.behind(belief.incident).is_none_or(|operation| operation.author.state().is_none()),
    };
    match (confidence < Confidence::Moderate, right) {
        (true, _) => "match-open",
        (false, true) => "match-right",
        (false, false) => "match-wrong",
    }
}

fn said(desk: &Desk<'_>, state: StateId, incident: IncidentId) -> Vec<String> {
    let notes = desk.history.end().notes.iter();
    let notes = notes.filter(|note| note.from == state && note.about == Some(incident));
    // What was put before a court or the Council was said to everybody, whether a note went with it or not.
    let formal = charges(desk).into_iter().filter(|charge| charge.from == state && charge.incident == incident);
    let formal = formal.filter_map(|charge| {
        let id = match charge.form {
            "audit-draft" => "said-draft",
            "audit-suit" => "said-suit",
            _ => return None,
        };
        let to = desk.telling.state(charge.to);
        Some((charge.day, desk.with("said-public", &[("text", (&desk.with(id, &[("to", (&to).into())])).into())])))
    });
    let mut said: Vec<(Day, String)> = notes.map(|note| (note.day, spoken(desk, note))).chain(formal).collect();
    said.sort_by_key(|(day, _)| *day);
    let mut told: Vec<String> = (said.into_iter())
        .filter_map(|(day, text)| {
            let turn = desk.turn(desk.history.turn_of(day)?);
            Some(desk.with("strip-said-item", &[("turn", (&capitalised(&turn)).into()), ("text", (&text).into())]))
        })
        .collect();
    told.dedup();
    if told.is_empty() { vec![desk.say("strip-said-nothing")] } else { told }
}

fn spoken(desk: &Desk<'_>, note: &Note) -> String {
    let id = match note.kind {
        NoteKind::Accusation => "said-accused",
        NoteKind::Denial => "said-denied",
        NoteKind::Admission => "said-admitted",
        NoteKind::Inquiry => "said-inquiry",
        NoteKind::CounterAccusation => "said-counter",
        NoteKind::Demarche => "said-protest",
        NoteKind::Demand => "said-demand",
        NoteKind::Notice => "said-notice",
        NoteKind::Apology => "said-apology",
        NoteKind::Request => "said-request",
        NoteKind::Reassurance => "said-channel",
        NoteKind::Surrender => "said-surrender",
        NoteKind::Warning => "said-warning",
    };
    let to = desk.telling.state(note.to);
    let text = desk.with(id, &[("to", (&to).into())]);
    if note.known_to.is_public() { desk.with("said-public", &[("text", (&text).into())]) } else { text }
}
