//! What teams laid before themselves: who proposed a draft, who was for it and against it, and what became of it.

use crate::base::id::StateId;
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::session::desk::{Office, PersonId, Voice};
use crate::session::minutes::Minute;
use crate::session::room::Fate;
use crate::view::View;
use crate::words::seat::Outlook;

/// The drafts of every team, or of one. Nothing where none was proposed.
pub(super) fn section(desk: &Desk<'_>, own: Option<StateId>) -> Option<Section> {
    let states: Vec<StateId> = desk.history.states().filter(|state| own.is_none_or(|own| own == *state)).collect();
    let mut blocks = vec![Block::Text(desk.say("teams-lead"))];
    for state in states {
        let drafts: Vec<&Minute> = desk.history.minutes.iter().filter(|minute| minute.state == state).collect();
        if drafts.is_empty() {
            continue;
        }
        let name = desk.telling.state(state);
        blocks.push(Block::Table(Table {
            caption: desk.with("teams-caption", &[("state", (&name).into())]),
            head: desk.head(&["teams-turn", "teams-draft", "teams-by", "teams-voices", "teams-fate"]),
            rows: drafts.into_iter().map(|minute| row(desk, minute)).collect(),
        }));
    }
    (blocks.len() > 1).then(|| Section { id: "teams".into(), title: desk.say("teams"), blocks })
}

fn row(desk: &Desk<'_>, minute: &Minute) -> Vec<Cell> {
    let draft = &minute.draft;
    let others = draft
        .voices
        .iter()
        .filter(|(person, (voice, word))| **person != draft.by || *voice == Voice::Object || !word.is_empty());
    let voices: Vec<String> = others
        .map(|(person, (voice, word))| {
            let id = match (voice, word.is_empty()) {
                (Voice::Approve, true) => "teams-approves",
                (Voice::Approve, false) => "teams-approves-saying",
                (Voice::Object, true) => "teams-objects",
                (Voice::Object, false) => "teams-objects-saying",
            };
            desk.with(id, &[("who", (&who(desk, minute, *person)).into()), ("word", word.into())])
        })
        .collect();
    let fate = match draft.fate {
        Fate::Open => "teams-open",
        Fate::Sent => "teams-sent",
        Fate::Withdrawn => "teams-withdrawn",
    };
    vec![
        Cell::Text(desk.turn(usize::from(minute.turn.0))),
        Cell::Text(wording(desk, minute)),
        Cell::Text(who(desk, minute, draft.by)),
        Cell::Text(voices.join("; ")),
        Cell::Text(desk.say(fate)),
    ]
}

/// Persons have numbers here, and the offices they held.
fn who(desk: &Desk<'_>, minute: &Minute, person: PersonId) -> String {
    let office = minute.offices.get(&person).copied().unwrap_or(Office::Adviser);
    let office = desk.with("office", &[("office", office.word().into())]);
    desk.with("teams-who", &[("office", (&office).into()), ("number", u32::from(person.0).into())])
}

/// The act as its team read it.
fn wording(desk: &Desk<'_>, minute: &Minute) -> String {
    let history = desk.history;
    let place = usize::from(minute.turn.0).min(history.turns.len());
    let view = View::of(history.before(place), &history.rules, &history.scenario, minute.state, None);
    let outlook = Outlook::new(desk.words, &view, &history.scenario.cast, &history.scenario, &[]);
    view.draft(&minute.draft.order)
        .map_or_else(|_| desk.telling.choice(minute.draft.order.act), |draft| outlook.choice(&draft))
}
