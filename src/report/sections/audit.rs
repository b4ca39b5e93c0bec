//! The attribution audit: every accusation, the evidence behind it, and whether it was right.

use crate::base::Day;
use crate::base::id::{IncidentId, StateId};
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::event::What;
use crate::sim::knowledge::{Confidence, Detail, Evidence, Question, about};
use crate::sim::legal::{ClaimStep, Forum};
use crate::sim::relations::NoteKind;
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let rows: Vec<Vec<Cell>> = charges(desk).iter().map(|charge| row(desk, charge)).collect();
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

/// One state laying an incident at another's door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Charge {
    /// When.
    pub(super) day: Day,
    /// Who made it.
    pub(super) from: StateId,
    /// Who was charged.
    pub(super) to: StateId,
    /// With what.
    pub(super) incident: IncidentId,
    /// How: the sentence's identifier.
    pub(super) form: &'static str,
}

/// Every charge, in the order in which they were made: words, formal demands, drafts before the Council, and suits.
pub(super) fn charges(desk: &Desk<'_>) -> Vec<Charge> {
    let end = desk.history.end();
    let said = end.notes.iter().filter_map(|note| {
        let form = match note.kind {
            NoteKind::Accusation | NoteKind::CounterAccusation => "audit-text",
            NoteKind::Demand => "audit-demand",
            _ => return None,
        };
        Some(Charge { day: note.day, from: note.from, to: note.to, incident: note.about?, form })
    });
    let drafts = end.resolutions.iter().filter_map(|draft| {
        let (day, from, to) = (draft.tabled, draft.by, draft.against);
        Some(Charge { day, from, to, incident: draft.incident?, form: "audit-draft" })
    });
    let suits = desk.history.turns.iter().flat_map(|played| {
        played.record.events.iter().filter_map(|event| match event.what {
            What::ClaimAdvanced { claim, step: ClaimStep::Put(forum) } if is_court(forum) => {
                let claim = &end.claims[claim.index()];
                let (day, from, to) = (played.record.day, claim.claimant, claim.respondent);
                Some(Charge { day, from, to, incident: claim.incident?, form: "audit-suit" })
            }
            _ => None,
        })
    });
    let mut charges: Vec<Charge> = said.chain(drafts).chain(suits).collect();
    charges.sort_unstable();
    charges.dedup();
    charges
}

const fn is_court(forum: Forum) -> bool {
    matches!(forum, Forum::DomesticCourt | Forum::Icj | Forum::Arbitration | Forum::Wto)
}

fn row(desk: &Desk<'_>, charge: &Charge) -> Vec<Cell> {
    let telling = &desk.telling;
    let &Charge { day, from, to, incident, form } = charge;
    let turn = desk.history.turn_of(day);
    let when = turn.map_or_else(|| telling.day(day), |place| desk.turn(place));
    let (accuser, accused, named) = (telling.state(from), telling.state(to), telling.incident(incident));
    let who = desk.with(form, &[("from", (&accuser).into()), ("to", (&accused).into()), ("incident", (&named).into())]);
    let beliefs = turn.map_or(&desk.history.opening.beliefs, |place| &desk.history.turns[place].after.beliefs);
    let own = about(beliefs, from, incident);
    let held = own.iter().find(|belief| belief.question == Question::Author(to));
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
        Cell::Lines(evidence(desk, charge)),
        sure,
        Cell::Text(truth(desk, to, incident)),
    ]
}

fn evidence(desk: &Desk<'_>, charge: &Charge) -> Vec<String> {
    let to = desk.telling.state(charge.to);
    let points = |item: &&Evidence| {
        item.holder == charge.from
            && item.incident == charge.incident
            && item.found <= charge.day
            && item.weight > 0
            && matches!(item.bears_on, Question::Author(state) | Question::Link(state, _) if state == charge.to)
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
