//! Norms that were tested.

use std::collections::BTreeMap;

use crate::law::{Finding, NormId, Value};
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::words::phrase::{Facet, cited};

/// How many norms are listed at most.
const MOST: usize = 20;

#[derive(Default)]
struct Tally {
    raised: usize,
    breached: usize,
    contested: usize,
    open: usize,
    excused: usize,
}

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let corpus = &desk.history.rules.law.corpus;
    let mut tallies: BTreeMap<NormId, Tally> = BTreeMap::new();
    for entry in desk.heard.iter().flat_map(|heard| &heard.truth.entries) {
        if entry.raised != Value::True || !corpus.norm(entry.norm).counts() {
            continue;
        }
        let tally = tallies.entry(entry.norm).or_default();
        tally.raised += 1;
        match entry.finding {
            Finding::Breach => tally.breached += 1,
            Finding::Contested => tally.contested += 1,
            Finding::Undetermined => tally.open += 1,
            Finding::Precluded => tally.excused += 1,
            Finding::NoBreach => {}
        }
    }
    let turned = |tally: &Tally| tally.breached + tally.contested + tally.open + tally.excused;
    let mut listed: Vec<(NormId, Tally)> = tallies.into_iter().filter(|(_, tally)| turned(tally) > 0).collect();
    listed.sort_by_key(|(norm, tally)| {
        (std::cmp::Reverse((tally.breached, tally.contested, corpus.norm(*norm).spec.weight)), *norm)
    });
    let rows: Vec<Vec<Cell>> = (listed.iter().take(MOST))
        .map(|(norm, tally)| {
            let sources: Vec<String> = corpus.norm(*norm).spec.sources.iter().map(|source| cited(source)).collect();
            vec![
                Cell::Text(desk.words.norm(corpus, *norm, Facet::Title)),
                Cell::count(tally.raised),
                Cell::count(tally.breached),
                Cell::count(tally.contested),
                Cell::count(tally.open),
                Cell::count(tally.excused),
                Cell::Text(sources.join("; ")),
            ]
        })
        .collect();
    let block = if rows.is_empty() {
        Block::Text(desk.say("norms-none"))
    } else {
        Block::Table(Table {
            caption: desk.say("norms-caption"),
            head: desk.head(&[
                "norms-norm",
                "norms-raised",
                "norms-breached",
                "norms-contested",
                "norms-open",
                "norms-excused",
                "norms-sources",
            ]),
            rows,
        })
    };
    Section { id: "norms".into(), title: desk.say("norms"), blocks: vec![block] }
}
