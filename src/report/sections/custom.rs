//! Readings of the law that moved in play: when, which way, and who had brought it about.

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::Situation;
use crate::sim::custom::{Doctrine, Stance};
use crate::sim::event::What;
use crate::words::text::capitalised;

/// Nothing where nothing moved.
pub(super) fn section(desk: &Desk<'_>) -> Option<Section> {
    let moved = &desk.history.end().doctrines;
    let rows: Vec<Vec<Cell>> = moved.iter().map(|doctrine| row(desk, doctrine)).collect();
    let table = Table {
        caption: desk.say("custom-caption"),
        head: desk.head(&["custom-when", "custom-what", "custom-why"]),
        rows,
    };
    let blocks = vec![Block::Text(desk.say("custom-lead")), Block::Table(table)];
    (!moved.is_empty()).then(|| Section { id: "custom".into(), title: desk.say("custom"), blocks })
}

fn row(desk: &Desk<'_>, doctrine: &Doctrine) -> Vec<Cell> {
    let telling = &desk.telling;
    let Doctrine { tenet, from, standing, since, .. } = *doctrine;
    let turn = desk.history.turn_of(since);
    let day = telling.day(since);
    let when = turn.map_or_else(
        || capitalised(&day),
        |place| capitalised(&desk.with("custom-day", &[("turn", (&desk.turn(place)).into()), ("day", (&day).into())])),
    );
    let what = telling.happened(What::StandingChanged { tenet, from, to: standing });
    let scene = turn.map_or(&desk.history.opening, |place| &desk.history.turns[place].after);
    vec![Cell::Text(when), Cell::Text(what), Cell::Lines(why(desk, scene, doctrine))]
}

/// Who held a reading when it moved, and who did not.
fn why(desk: &Desk<'_>, scene: &Situation, doctrine: &Doctrine) -> Vec<String> {
    let (telling, law) = (&desk.telling, &desk.history.rules.law);
    let tenet = doctrine.tenet;
    let said: Vec<&Stance> = scene.stances.iter().filter(|stance| stance.tenet.norm == tenet.norm).collect();
    let own = |state: StateId| said.iter().find(|stance| stance.by == Some(state));
    let affected = said.iter().fold(StateSet::EMPTY, |all, stance| all.union(stance.affects));
    let by_word = said.iter().filter(|stance| stance.upholds(tenet)).filter_map(|stance| {
        let (who, form) = (telling.state(stance.by?), telling.word(stance.form));
        Some(desk.with("custom-by", &[("who", (&who).into()), ("form", (&form).into())]))
    });
    let others = |which: &dyn Fn(StateId) -> bool| -> Vec<String> {
        let states = scene.states.iter().map(|state| state.id);
        states.filter(|state| which(*state)).map(|state| telling.state(state)).collect()
    };
    let on_paper = |state: StateId| law.held(usize::from(scene.states[state.index()].profile), tenet.norm);
    let holds_on_paper = |state: StateId| on_paper(state) == Some(tenet.place());
    let lists = [
        ("custom-upheld", by_word.collect()),
        ("custom-left", others(&|state| own(state).is_some_and(|stance| !stance.upholds(tenet)))),
        ("custom-paper", others(&|state| own(state).is_none() && !affected.contains(state) && holds_on_paper(state))),
        ("custom-silent", others(&|state| own(state).is_none() && affected.contains(state))),
    ];
    let mut lines: Vec<String> = (lines_of(desk, lists)).collect();
    let precedents = said.iter().filter(|stance| stance.by.is_none() && stance.upholds(tenet));
    lines.extend(precedents.filter_map(|stance| {
        let (claim, day) = (telling.claim(stance.claim?), telling.day(stance.day));
        Some(desk.with("custom-precedent", &[("claim", (&claim).into()), ("day", (&day).into())]))
    }));
    lines
}

/// A sentence for each list that is not empty.
fn lines_of<'a>(desk: &'a Desk<'_>, lists: [(&'static str, Vec<String>); 4]) -> impl Iterator<Item = String> + use<'a> {
    lists.into_iter().filter(|(_, who)| !who.is_empty()).map(|(id, who)| {
        let who = desk.words.list("list-and", &who);
        desk.with(id, &[("who", (&who).into())])
    })
}
