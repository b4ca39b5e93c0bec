//! Measures, and whether they outlived the wrong they answered.

use crate::base::Day;
use crate::base::id::IncidentId;
use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Cell, Section, Table};
use crate::sim::legal::Claim;
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

/// By how many days a measure went on after the wrong had ended and was made good; `None` if it did not.
///
/// # Source
/// ARSIWA 49(1) and 53: what is owed is to stop and to repair, and a countermeasure ends when both are done.
pub(super) fn overdue(desk: &Desk<'_>, measure: &Measure) -> Option<u32> {
    let incident = subject(desk, measure)?;
    let ceased = desk.incident(incident).ceased?;
    let repaired = claims(desk, measure, incident).filter_map(|claim| claim.repaired).min()?;
    let late = last(desk, measure).since(ceased.max(repaired).max(measure.began));
    u32::try_from(late).ok().filter(|days| *days > 0)
}

/// What its author claims of its target over an incident.
fn claims<'a>(desk: &Desk<'a>, measure: &Measure, incident: IncidentId) -> impl Iterator<Item = &'a Claim> {
    let (by, against) = (measure.by, measure.against);
    desk.history
        .end()
        .claims
        .iter()
        .filter(move |claim| (claim.claimant, claim.respondent, claim.incident) == (by, against, Some(incident)))
}

/// The last day of a measure, as far as the record goes.
fn last(desk: &Desk<'_>, measure: &Measure) -> Day {
    measure.ended.unwrap_or(desk.history.end().day)
}

/// How a measure stood to the wrong it answered.
fn outlived(desk: &Desk<'_>, measure: &Measure, incident: IncidentId) -> String {
    match (overdue(desk, measure), desk.incident(incident).ceased) {
        (Some(days), _) => desk.with("measures-overdue", &[("days", days.into())]),
        (None, None) => desk.say("measures-goes-on"),
        (None, Some(ceased)) if last(desk, measure) <= ceased => desk.say("measures-in-time"),
        (None, Some(ceased)) if measure.began > ceased => desk.say("measures-afterwards"),
        (None, Some(_)) => desk.say("measures-unrepaired"),
    }
}

fn subject(desk: &Desk<'_>, measure: &Measure) -> Option<IncidentId> {
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
    let outlived = incident.map_or_else(|| desk.say("measures-no-wrong"), |id| outlived(desk, measure, id));
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
