//! What the facilitator changed: events told, acts struck out, verdicts held to be otherwise, outcomes corrected; with reasons.

use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::wire::plan::write_push;
use crate::words::text::capitalised;

/// Nothing where the game was left alone.
pub(super) fn section(desk: &Desk<'_>) -> Option<Section> {
    let cast = &desk.history.scenario.cast;
    let none = || desk.say("changed-no-reason");
    let mut rows = Vec::new();
    for (place, played) in desk.history.turns.iter().enumerate() {
        let telling = desk.telling_of(played);
        let taken = &played.taken;
        let pushed = taken.pushes.iter().map(|push| ("changed-pushed", write_push(*push, cast), none()));
        let struck = taken.struck.iter().map(|one| ("changed-struck", telling.order(&one.order), one.reason.clone()));
        let held = taken.held.iter().map(|one| {
            let (act, verdict) = (telling.order(&one.order), desk.words.verdict(one.verdict));
            let said = desk.with("changed-held-to-be", &[("act", (&act).into()), ("verdict", (&verdict).into())]);
            ("changed-held", said, one.reason.clone())
        });
        let corrected =
            taken.corrected.iter().map(|one| ("changed-corrected", write_push(one.push, cast), one.reason.clone()));
        rows.extend(pushed.chain(struck).chain(held).chain(corrected).map(|(kind, what, why)| {
            vec![
                Cell::Text(desk.turn(place)),
                Cell::Text(desk.say(kind)),
                Cell::Text(capitalised(&what)),
                Cell::Text(why),
            ]
        }));
    }
    let table = Table {
        caption: desk.say("changed-caption"),
        head: desk.head(&["changed-turn", "changed-kind", "changed-what", "changed-why"]),
        rows,
    };
    (!table.rows.is_empty()).then(|| Section {
        id: "changed".into(),
        title: desk.say("changed"),
        blocks: vec![Block::Text(desk.say("changed-lead")), Block::Table(table)],
    })
}
