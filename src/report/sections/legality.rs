//! Legality over time: verdicts and cost per state.

use crate::base::id::StateId;
use crate::law::Overall;
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::Ruling;
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let turns = &desk.history.turns;
    let mut blocks = vec![Block::Text(desk.say("legality-lead"))];
    if turns.iter().all(|played| played.record.rulings.is_empty()) {
        blocks.push(Block::Text(desk.say("legality-none")));
        return Section { id: "legality".into(), title: desk.say("legality"), blocks };
    }
    let of = |state: StateId| {
        let rulings = turns.iter().enumerate().flat_map(|(turn, played)| {
            played.record.rulings.iter().map(move |ruling| (ruling, desk.owed.contains(&(turn, ruling.matter))))
        });
        rulings.filter(move |(ruling, _)| ruling.by == state)
    };
    let verdicts =
        [Overall::Lawful, Overall::UnfriendlyButLawful, Overall::Undetermined, Overall::Contested, Overall::Unlawful];
    let rows = desk.history.states().map(|state| {
        let count = |verdict, owed| {
            let alike = |(ruling, is_owed): &(&Ruling, bool)| ruling.verdict == verdict && *is_owed == owed;
            Cell::count(of(state).filter(alike).count())
        };
        let cost: i32 = of(state).map(|(ruling, _)| ruling.cost).sum();
        let mut row = vec![Cell::Text(desk.telling.state(state))];
        row.extend(verdicts.map(|verdict| count(verdict, false)));
        row.push(count(Overall::Unlawful, true));
        row.push(Cell::Number(cost.to_string()));
        row
    });
    blocks.push(Block::Table(Table {
        caption: desk.say("legality-caption"),
        head: desk.head(&[
            "legality-state",
            "legality-lawful",
            "legality-unfriendly",
            "legality-undetermined",
            "legality-contested",
            "legality-unlawful",
            "legality-owed",
            "legality-cost",
        ]),
        rows: rows.collect(),
    }));
    blocks.push(Block::Table(over_time(desk)));
    blocks.push(Block::Text(desk.say("legality-cost-note")));
    Section { id: "legality".into(), title: desk.say("legality"), blocks }
}

fn over_time(desk: &Desk<'_>) -> Table {
    let turns = &desk.history.turns;
    let mut head = vec![desk.say("legality-state")];
    let spans = desk.history.spans();
    head.extend(spans.iter().map(|span| capitalised(&desk.span(span))));
    let rows = desk.history.states().map(|state| {
        let costs = spans.iter().map(|span| {
            let own = |ruling: &&Ruling| ruling.by == state;
            let rulings = turns[span.clone()].iter().flat_map(|played| &played.record.rulings);
            let cost: i32 = rulings.filter(own).map(|ruling| ruling.cost).sum();
            Cell::Number(cost.to_string())
        });
        std::iter::once(Cell::Text(desk.telling.state(state))).chain(costs).collect()
    });
    Table { caption: desk.say("legality-over-time-caption"), head, rows: rows.collect() }
}
