//! How it ended: the ladder, the truth drawn, where each state stood, and what really happened.

use std::collections::BTreeMap;

use crate::law::Overall;
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::report::sections::ladder::{highest, tensest};
use crate::sim::operations::Operation;
use crate::sim::polity::Party;
use crate::words::locale::Arg;
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let mut blocks = vec![Block::Text(result(desk))];
    blocks.push(Block::Heading(desk.say("truth-drawn")));
    let truths = &desk.history.scenario.truths;
    if let Some(truth) = desk.history.truth.and_then(|drawn| truths.get(drawn)) {
        blocks.push(Block::Key(truth.text.clone()));
    }
    blocks.push(Block::Text(match truths.len() {
        0 | 1 => desk.say("truth-only"),
        count => desk.with("truth-parts", &[("count", count.into())]),
    }));
    blocks.push(Block::Table(states(desk)));
    blocks.push(Block::Heading(desk.say("operations")));
    operations(desk, &mut blocks);
    Section { id: "ending".into(), title: desk.say("ending"), blocks }
}

/// The result in a paragraph.
fn result(desk: &Desk<'_>) -> String {
    let (history, telling) = (desk.history, &desk.telling);
    let turns = desk.with(
        "ending-turns",
        &[("turns", history.turns.len().into()), ("span", u32::from(history.opening.span.0).into())],
    );
    let mut told = vec![turns];
    let looks = |step: u8| {
        let steps = &history.rules.model.ladder.steps;
        steps.get(usize::from(step)).map(|step| step.looks.clone()).unwrap_or_default()
    };
    if let Some(tie) = tensest(history.end()) {
        let (one, other) = (telling.state(tie.low), telling.state(tie.high));
        let pair = desk.with("pair-of", &[("one", (&one).into()), ("other", (&other).into())]);
        told.push(desk.with(
            "ending-step",
            &[
                ("pair", (&pair).into()),
                ("step", u32::from(tie.step).into()),
                ("name", telling.step(tie.step).into()),
                ("looks", (&looks(tie.step)).into()),
            ],
        ));
    }
    let opening = highest(&history.opening);
    let tops: Vec<u8> = history.turns.iter().map(|played| highest(&played.after)).collect();
    let peak = tops.iter().copied().max().unwrap_or(opening).max(opening);
    let turn = tops.iter().position(|step| *step == peak).filter(|_| peak > opening);
    let when = turn.map(|place| desk.turn(place));
    let args: [(&str, Arg<'_>); 3] = [
        ("step", u32::from(peak).into()),
        ("name", telling.step(peak).into()),
        ("turn", when.as_deref().unwrap_or_default().into()),
    ];
    told.push(desk.with(if when.is_some() { "ending-peak" } else { "ending-peak-opening" }, &args));
    let in_force = history.end().measures.iter().filter(|measure| measure.is_in_force()).count();
    told.push(desk.with("ending-measures", &[("count", in_force.into())]));
    let verdicts = || history.turns.iter().flat_map(|played| &played.record.rulings).map(|ruling| ruling.verdict);
    let count = |wanted: &[Overall]| verdicts().filter(|verdict| wanted.contains(verdict)).count();
    let owed = desk.owed.len();
    told.push(desk.with(
        "ending-verdicts",
        &[
            ("acts", verdicts().count().into()),
            ("unlawful", (count(&[Overall::Unlawful]) - owed).into()),
            ("owed", owed.into()),
            ("contested", count(&[Overall::Contested]).into()),
            ("lawful", count(&[Overall::Lawful, Overall::UnfriendlyButLawful]).into()),
        ],
    ));
    told.join(" ")
}

fn states(desk: &Desk<'_>) -> Table {
    let (opening, end) = (&desk.history.opening.states, &desk.history.end().states);
    let rows = opening.iter().zip(end).map(|(before, after)| {
        let moved = |from, to| {
            let (from, to) = (Desk::points(from), Desk::points(to));
            Cell::Number(desk.with("from-to", &[("from", (&from).into()), ("to", (&to).into())]))
        };
        vec![
            Cell::Text(desk.telling.state(before.id)),
            moved(before.legitimacy, after.legitimacy),
            moved(before.pressure, after.pressure),
            moved(before.economy, after.economy),
        ]
    });
    Table {
        caption: desk.say("states-caption"),
        head: desk.head(&["states-state", "states-legitimacy", "states-pressure", "states-economy"]),
        rows: rows.collect(),
    }
}

/// The operations that matter in a table, the rest counted.
fn operations(desk: &Desk<'_>, blocks: &mut Vec<Block>) {
    let end = desk.history.end();
    if end.operations.is_empty() {
        return blocks.push(Block::Text(desk.say("operations-none")));
    }
    let opening = desk.history.opening.operations.len();
    let noticed = |operation: &Operation| {
        end.incidents.iter().any(|incident| incident.operation == Some(operation.id) && incident.noticed.is_some())
    };
    let (shown, rest): (Vec<&Operation>, Vec<&Operation>) =
        end.operations.iter().partition(|operation| operation.id.index() < opening || noticed(operation));
    if !shown.is_empty() {
        blocks.push(Block::Table(Table {
            caption: desk.say("operations-caption"),
            head: desk.head(&["operations-what", "operations-author", "operations-how", "operations-end"]),
            rows: shown.into_iter().map(|operation| told(desk, operation)).collect(),
        }));
    }
    let mut authors: BTreeMap<Party, usize> = BTreeMap::new();
    for operation in &rest {
        *authors.entry(operation.author).or_default() += 1;
    }
    if !authors.is_empty() {
        let by = |(author, count): (Party, usize)| {
            let author = desk.telling.party(author);
            desk.with("operations-more-by", &[("count", count.into()), ("author", (&author).into())])
        };
        let authors: Vec<String> = authors.into_iter().map(by).collect();
        let authors = desk.words.list("list-and", &authors);
        let args = [("count", rest.len().into()), ("authors", (&authors).into())];
        blocks.push(Block::Text(desk.with("operations-more", &args)));
    }
}

fn told(desk: &Desk<'_>, operation: &Operation) -> Vec<Cell> {
    let telling = &desk.telling;
    let author = telling.party(operation.author);
    let author = match operation.hand {
        Some(hand) => {
            let hand = telling.actor(hand);
            desk.with("author-through", &[("author", (&author).into()), ("hand", (&hand).into())])
        }
        None => author,
    };
    let via = operation.via.map(|state| telling.state(state));
    let flag = operation.false_flag.map(|state| telling.state(state));
    let mut how: Vec<String> = Vec::new();
    how.extend(via.map(|via| desk.with("how-via", &[("via", (&via).into())])));
    how.extend(flag.map(|flag| desk.with("how-flag", &[("flag", (&flag).into())])));
    let how = if how.is_empty() { desk.say("how-plain") } else { how.join(", ") };
    vec![
        Cell::Text(capitalised(&telling.operation_deed(operation))),
        Cell::Text(author),
        Cell::Text(how),
        Cell::Text(telling.stage(operation.stage)),
    ]
}
