//! Operations and the incidents they make.

use std::collections::BTreeSet;

use crate::base::Day;
use crate::base::id::{IncidentId, StateId};
use crate::ensemble::player::WatchedTurn;
use crate::ensemble::scribe::ruled::{Against, against, remedy};
use crate::ensemble::scribe::{Book, Desk, attributions, count, day, sector, word};
use crate::ensemble::tables::{self, Rows};
use crate::law::Finding;
use crate::sim::event::What;
use crate::sim::incidents::{DataEffect, Incident, PhysicalDamage};
use crate::sim::knowledge::Question;
use crate::sim::legal::{Conduct, Matter};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::covert::Means;
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::Publicity;
use crate::sim::polity::{ActorKind, Function};
use crate::sim::situation::Situation;

pub(super) fn write(book: &Book<'_>, desk: &mut Desk, rows: &mut Rows) {
    for operation in &book.end().operations {
        let row = operation_row(book, desk, operation);
        rows.operations.push(row);
    }
    for incident in &book.end().incidents {
        let row = incident_row(book, incident, rows);
        rows.incidents.push(row);
    }
}

fn operation_row(book: &Book<'_>, desk: &mut Desk, operation: &Operation) -> tables::Operation {
    let made: Vec<&Incident> =
        book.end().incidents.iter().filter(|incident| incident.is_aim_of(operation.id, operation)).collect();
    let disclosed = made.iter().filter_map(|incident| book.disclosed(incident.id)).min();
    let gravest = made.iter().max_by_key(|incident| (incident.severity, incident.gravity));
    let ruled = book.game.turns.iter().find_map(|turn| {
        let ruling = turn.rulings.iter().find(|ruling| ruling.matter == Matter::Operation(operation.id))?;
        Some((turn, ruling))
    });
    let found = judged(book, desk, operation, ruled.map(|(turn, _)| turn));
    let verdict = ruled.map(|(_, ruling)| ruling.verdict).or(found.as_ref().map(|found| found.overall));
    let remedy = remedy_against(book, desk, operation, ruled.map(|(turn, _)| turn));
    let raised = found.as_ref().map(|found| found.raised.join(" "));
    let (norm, families) = found.map(|found| (found.heaviest, found.families.join(" "))).unzip();
    tables::Operation {
        scenario: book.slug(),
        run: book.run,
        operation: count(operation.id.index()),
        origin: book.origin(operation).to_owned(),
        author: book.author(operation).map(|author| book.code(author)),
        act: book.card(operation.card),
        target: book.code(operation.target),
        sector: operation.asset.and_then(|asset| sector(book.end().assets[asset.index()].sector)),
        nuclear_command: operation.asset.is_some_and(|asset| book.end().assets[asset.index()].nuclear_command),
        false_flag: operation.false_flag.map(|state| book.code(state)),
        via: operation.via.map(|state| book.code(state)),
        means: means(book, operation),
        method: word(operation.method),
        level: word(operation.level),
        began: day(operation.began),
        stage: word(operation.stage),
        acted: !made.is_empty(),
        incidents: count(made.len()),
        effect: gravest.map(|incident| effect(book, incident).to_owned()),
        severity: made.iter().map(|incident| i64::from(incident.severity)).max(),
        disclosed: disclosed.map(day),
        days_to_disclosure: disclosed.map(|disclosed| i64::from(disclosed.since(operation.began))),
        answers: operation.about.map(|incident| count(incident.index())),
        verdict: verdict.map(|verdict| verdict.word().to_owned()),
        cost: ruled.map(|(_, ruling)| i64::from(ruling.cost)),
        norm: norm.flatten().map(|(norm, _)| norm),
        families,
        raised,
        countermeasures: remedy.map(str::to_owned),
    }
}

/// What an operation is carried out with; every card of an operation is one of the covert mechanic.
fn means(book: &Book<'_>, operation: &Operation) -> String {
    match book.rules.play(operation.card).map(|play| &play.mechanic) {
        Some(Mechanic::Covert(numbers)) => word(numbers.means),
        _ => word(Means::default()),
    }
}

/// What the law has against an operation: in the turn in which it ruled on it, or else at the end of the game, as if the
/// state answerable for it had done it.
fn judged(book: &Book<'_>, desk: &mut Desk, operation: &Operation, ruled: Option<&WatchedTurn>) -> Option<Against> {
    let turn = ruled.or(book.game.turns.last())?;
    let incident = turn.after.incidents.iter().rev().find(|incident| incident.is_aim_of(operation.id, operation))?;
    let conduct = match Conduct::of_operation(operation, incident) {
        Some(conduct) => conduct,
        None => Conduct::of_incident(incident, book.author(operation)?),
    };
    Some(against(desk, book.rules, turn, &conduct))
}

/// What the victim of an operation may do about it, as far as that hangs on an earlier wrong.
fn remedy_against(
    book: &Book<'_>,
    desk: &mut Desk,
    operation: &Operation,
    ruled: Option<&WatchedTurn>,
) -> Option<&'static str> {
    let turn = ruled.or(book.game.turns.last())?;
    let incident = turn.after.incidents.iter().rev().find(|incident| incident.is_aim_of(operation.id, operation))?;
    let author = book.author(operation).filter(|author| *author != incident.victim)?;
    Some(match remedy(desk, book.rules, turn, incident, author) {
        Finding::NoBreach | Finding::Precluded => "open",
        Finding::Undetermined | Finding::Contested => "contested",
        Finding::Breach => "closed",
    })
}

fn incident_row(book: &Book<'_>, incident: &Incident, rows: &Rows) -> tables::Incident {
    let number = count(incident.id.index());
    let behind = book.behind(incident.id);
    let author = behind.and_then(|operation| book.author(operation));
    let accusations: Vec<(StateId, Day)> = (book.end().notes.iter())
        .filter(|note| note.about == Some(incident.id) && attributions::is_accusation(note))
        .map(|note| (note.to, note.day))
        .collect();
    let accused: BTreeSet<StateId> = accusations.iter().map(|(accused, _)| *accused).collect();
    let answers = rows.responses.iter().filter(|response| response.incident == number);
    let public = word(Publicity::Public);
    let answered_in_public = rows
        .moves
        .iter()
        .filter(|order| order.incident == Some(number) && order.publicity.as_deref() == Some(public.as_str()));
    let reports = reports(book, incident.id);
    tables::Incident {
        scenario: book.slug(),
        run: book.run,
        incident: number,
        victim: book.code(incident.victim),
        operation: incident.operation.map(|operation| count(operation.index())),
        origin: behind.map_or("nobody", |operation| book.origin(operation)).to_owned(),
        author: author.map(|author| book.code(author)),
        act: book.card(incident.card),
        sector: incident.asset.and_then(|asset| sector(book.end().assets[asset.index()].sector)),
        effect: effect(book, incident).to_owned(),
        data_effect: word(incident.harm.data_effect),
        functionality_loss: word(incident.harm.functionality_loss),
        physical_damage: word(incident.harm.physical_damage),
        casualties: i64::from(incident.harm.casualties),
        gravity: i64::from(incident.gravity),
        severity: i64::from(incident.severity),
        began: day(incident.began),
        noticed: incident.noticed.map(day),
        disclosed: book.disclosed(incident.id).map(day),
        reported_by: reports.first().map(|(_, kind, _)| word(*kind)),
        reported: reports.first().map(|(on, ..)| day(*on)),
        named_in_private: reports.iter().any(|(.., names)| names.is_some()),
        ceased: incident.ceased.map(|seen| {
            let ended = behind.filter(|operation| operation.stage == Stage::Ended);
            day(ended.map_or(seen, |operation| operation.ends.min(seen).max(incident.began)))
        }),
        step_before: author.and_then(|author| step_before(book, incident, author)),
        accused: accusations.iter().map(|(_, on)| day(*on)).min(),
        states_accused: count(accused.len()),
        responses: count(answers.count()),
        responses_public: count(answered_in_public.count()),
    }
}

/// Reports on an incident by firms and in the press: the day, by whom, and whom they name.
fn reports(book: &Book<'_>, of: IncidentId) -> Vec<(Day, ActorKind, Option<Question>)> {
    let events = book.game.turns.iter().flat_map(|turn| &turn.events);
    let told = events.filter_map(|event| match event.what {
        What::Published { by, incident, names } if incident == of => {
            Some((event.day, book.end().actors[by.index()].kind, names))
        }
        _ => None,
    });
    told.collect()
}

/// What an incident did at its gravest. Copied data is a collection; where its move publishes them, a leak.
fn effect(book: &Book<'_>, incident: &Incident) -> &'static str {
    let harm = &incident.harm;
    if harm.physical_damage > PhysicalDamage::None || harm.casualties > 0 || harm.data_effect == DataEffect::Deleted {
        "destruction"
    } else if harm.functionality_loss > Function::None
        || matches!(harm.data_effect, DataEffect::Altered | DataEffect::Encrypted)
    {
        "disruption"
    } else if book.card(incident.card) == "hack-and-leak" {
        "leak"
    } else {
        "collection"
    }
}

/// The step on which two states stood before an incident, as far back as the game goes.
fn step_before(book: &Book<'_>, incident: &Incident, author: StateId) -> Option<i64> {
    let scene: &Situation = match book.place_of(incident.began) {
        Some(place) => book.game.before(place),
        None => &book.game.opening,
    };
    let pair = (author.min(incident.victim), author.max(incident.victim));
    let tie = scene.ties.iter().find(|tie| (tie.low, tie.high) == pair)?;
    Some(i64::from(tie.step))
}
