//! Measures, and whether they outlived the wrong they answered.

use crate::base::Day;
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::measures::Measure;
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let measures = &desk.history.end().measures;
    let block = if measures.is_empty() {
        Block::Text(desk.say("measures-none"))
    } else {
        Block::Table(Table {
            caption: desk.say("measures-caption"),
            head: desk.head(&["measures-what", "measures-answers", "measures-days", "measures-outlived"]),
            rows: measures.iter().map(|measure| row(desk, measure)).collect(),
        })
    };
    Section { id: "measures".into(), title: desk.say("measures"), blocks: vec![block] }
}

/// By how many days a measure went on after the wrong had ended; `None` if it did not.
pub(super) fn overdue(desk: &Desk<'_>, measure: &Measure) -> Option<u32> {
    let ceased = desk.incident(subject(desk, measure)?).ceased?;
    let last: Day = measure.ended.unwrap_or(desk.history.end().day);
    u32::try_from(last.since(ceased.max(measure.began))).ok().filter(|days| *days > 0)
}

fn subject(desk: &Desk<'_>, measure: &Measure) -> Option<crate::base::id::IncidentId> {
    measure.about.or_else(|| desk.history.end().claims[measure.answers?.index()].incident)
}

fn row(desk: &Desk<'_>, measure: &Measure) -> Vec<Cell> {
    let telling = &desk.telling;
    let incident = subject(desk, measure);
    let from = telling.day(measure.began);
    let days = match measure.ended {
        Some(ended) => {
            let to = telling.day(ended);
            desk.with("measures-span", &[("from", (&from).into()), ("to", (&to).into())])
        }
        None => desk.with("measures-still", &[("from", (&from).into())]),
    };
    let outlived = match (incident, overdue(desk, measure)) {
        (None, _) => desk.say("measures-no-wrong"),
        (_, Some(days)) => desk.with("measures-overdue", &[("days", days.into())]),
        (Some(id), None) if desk.incident(id).ceased.is_some() => desk.say("measures-in-time"),
        _ => desk.say("measures-goes-on"),
    };
    let mistaken =
        incident.filter(|id| matches!(desk.authorship(measure.against, *id), Authorship::Other | Authorship::Nobody));
    let outlived = match mistaken {
        Some(_) => {
            let against = telling.state(measure.against);
            desk.with("measures-mistaken", &[("text", (&outlived).into()), ("state", (&against).into())])
        }
        None => outlived,
    };
    vec![
        Cell::Text(telling.measure(measure.id)),
        Cell::Text(incident.map_or_else(|| desk.say("measures-no-wrong"), |id| capitalised(&telling.incident(id)))),
        Cell::Text(days),
        Cell::Text(outlived),
    ]
}
