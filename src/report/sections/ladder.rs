//! The ladder of escalation over the turns.

use crate::report::chart::{Chart, Line};
use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::Situation;
use crate::sim::relations::Tie;
use crate::words::text::capitalised;

/// How many pairs the chart shows beside the highest step.
const PAIRS: usize = 5;

/// The highest step any pair stands on.
pub(super) fn highest(situation: &Situation) -> u8 {
    situation.ties.iter().map(|tie| tie.step).max().unwrap_or(0)
}

/// The tensest pair.
pub(super) fn tensest(situation: &Situation) -> Option<&Tie> {
    situation.ties.iter().max_by_key(|tie| (tie.step, tie.tension, std::cmp::Reverse((tie.low, tie.high))))
}

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let history = desk.history;
    let moments: Vec<&Situation> =
        std::iter::once(&history.opening).chain(history.turns.iter().map(|played| &played.after)).collect();
    let spans = history.spans();
    // The opening, then the highest step that each span saw.
    let along = |step: &dyn Fn(&Situation) -> u8| -> Vec<u8> {
        let seen = spans.iter().map(|span| history.turns[span.clone()].iter().map(|played| step(&played.after)).max());
        std::iter::once(step(&history.opening)).chain(seen.map(Option::unwrap_or_default)).collect()
    };
    let mut lines = vec![Line { label: desk.say("ladder-highest"), at: along(&highest) }];
    // Ties are never added in play, so a pair has the same place in every situation.
    let mut pairs: Vec<(u8, i32, usize)> = (0..history.opening.ties.len())
        .map(|place| {
            let tops = moments.iter().map(|moment| &moment.ties[place]);
            let top = tops.clone().map(|tie| tie.step).max().unwrap_or(0);
            (top, tops.map(|tie| tie.tension.get()).max().unwrap_or(0), place)
        })
        .filter(|(top, ..)| *top > 0)
        .collect();
    pairs.sort_by_key(|(top, tension, place)| (std::cmp::Reverse((*top, *tension)), *place));
    for (.., place) in pairs.into_iter().take(PAIRS) {
        let tie = &history.opening.ties[place];
        let (one, other) = (desk.telling.state(tie.low), desk.telling.state(tie.high));
        lines.push(Line {
            label: desk.with("pair-of", &[("one", (&one).into()), ("other", (&other).into())]),
            at: along(&|moment| moment.ties[place].step),
        });
    }
    let mut times = vec![desk.say("ladder-opening")];
    times.extend(spans.iter().map(|span| desk.span(span)));
    let table = Table {
        caption: desk.say("ladder-table"),
        head: std::iter::once(desk.say("ladder-line")).chain(times.iter().map(|time| capitalised(time))).collect(),
        rows: (lines.iter())
            .map(|line| {
                let cells = line.at.iter().map(|step| Cell::Text(format!("{step} {}", desk.telling.step(*step))));
                std::iter::once(Cell::Text(line.label.clone())).chain(cells).collect()
            })
            .collect(),
    };
    let chart = Chart {
        caption: desk.say("ladder-caption"),
        alternative: alternative(desk, &lines),
        steps: history.rules.model.ladder.steps.iter().map(|step| step.name.clone()).collect(),
        times,
        lines,
    };
    let blocks = vec![Block::Text(desk.say("ladder-lead")), Block::Chart(chart), Block::Table(table)];
    Section { id: "ladder".into(), title: desk.say("ladder"), blocks }
}

fn alternative(desk: &Desk<'_>, lines: &[Line]) -> String {
    let told: Vec<String> = lines
        .iter()
        .map(|line| {
            let steps: Vec<String> = line.at.iter().map(|step| desk.telling.step(*step).to_owned()).collect();
            let steps = steps.join(", ");
            desk.with("ladder-alt-line", &[("label", (&line.label).into()), ("steps", (&steps).into())])
        })
        .collect();
    let told = told.join(" ");
    desk.with("ladder-alt", &[("lines", (&told).into())])
}
