//! How it ended: the ladder, the truth drawn, where each state stood, and what really happened.

use crate::law::Overall;
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::report::sections::ladder::{highest, tensest};
use crate::sim::operations::Operation;
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
    let operations = &desk.history.end().operations;
    blocks.push(if operations.is_empty() {
        Block::Text(desk.say("operations-none"))
    } else {
        Block::Table(Table {
            caption: desk.say("operations-caption"),
            head: desk.head(&["operations-what", "operations-author", "operations-how", "operations-end"]),
            rows: operations.iter().map(|operation| told(desk, operation)).collect(),
        })
    });
    Section { id: "ending", title: desk.say("ending"), blocks }
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
    told.push(desk.with(
        "ending-verdicts",
        &[
            ("acts", verdicts().count().into()),
            ("unlawful", count(&[Overall::Unlawful]).into()),
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
