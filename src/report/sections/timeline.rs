//! The timeline: what was ordered, what came of it, and who could know.

use crate::base::StateSet;
use crate::base::id::{IncidentId, StateId};
use crate::report::desk::Desk;
use crate::report::history::{Played, Remark};
use crate::report::page::{Block, Line, Section, Sight, SightKind};
use crate::sim::effect::Cause;
use crate::sim::event::What;
use crate::sim::legal::Conduct;
use crate::sim::order::{Act, FollowUp};
use crate::sim::{Event, Order};
use crate::words::events::is_said_by_its_order;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let mut blocks = vec![Block::Text(desk.say("timeline-lead"))];
    blocks.extend(desk.abridged());
    for span in desk.history.spans() {
        let place = desk.history.fullest(&span);
        turn(desk, place, &desk.history.turns[place], &mut blocks);
    }
    Section { id: "timeline".into(), title: desk.say("timeline"), blocks }
}

fn turn(desk: &Desk<'_>, place: usize, played: &Played, blocks: &mut Vec<Block>) {
    let (telling, record) = (desk.telling_of(played), &played.record);
    let span = i32::from(desk.history.opening.span.0);
    let (from, to) = (telling.day(record.day), telling.day(record.day.plus(span - 1)));
    blocks.push(Block::Heading(
        desk.with("timeline-turn", &[("turn", (place + 1).into()), ("from", (&from).into()), ("to", (&to).into())]),
    ));
    let orders: Vec<Line> = (played.docket.orders().iter())
        .map(|order| {
            let audience = audience(desk, played, order);
            let given = |remark: &&Remark| remark.turn == record.turn && remark.order == *order;
            let why = desk.history.remarks.iter().find(given).map(|remark| remark.reason.clone());
            Line { sight: sight(desk, audience), text: telling.order(order), why }
        })
        .collect();
    if orders.is_empty() {
        blocks.push(Block::Text(desk.say("timeline-nothing")));
    } else {
        blocks.push(Block::Label(desk.say("timeline-ordered")));
        blocks.push(Block::Seen(orders));
    }
    let (handed, told): (Vec<&Event>, Vec<&Event>) =
        record.events.iter().filter(|event| tells_more(event)).partition(|event| handed(played, event).is_some());
    let (behind, open): (Vec<&Event>, Vec<&Event>) = told.into_iter().partition(|event| is_behind_the_scenes(event));
    let line = |event: &Event| Line { sight: sight(desk, event.audience), text: telling.event(event), why: None };
    let mut came: Vec<Line> = open.into_iter().map(line).collect();
    came.extend(exchanges(desk, played, &handed));
    came.dedup();
    if !came.is_empty() {
        blocks.push(Block::Label(desk.say("timeline-came")));
        blocks.push(Block::Seen(came));
    }
    let mut behind: Vec<Line> = behind.into_iter().map(line).collect();
    behind.dedup();
    if !behind.is_empty() {
        let summary = desk.with("timeline-behind", &[("lines", behind.len().into())]);
        blocks.push(Block::Folded(summary, behind));
    }
    if !record.refusals.is_empty() {
        blocks.push(Block::Label(desk.say("timeline-refused")));
        blocks.push(Block::List(record.refusals.iter().map(|refused| telling.refused(refused)).collect()));
    }
}

/// Whether an event says something that the orders and the other panels do not say already.
fn tells_more(event: &Event) -> bool {
    match event.what {
        What::Shifted { .. } | What::Bent { .. } | What::Ruled { .. } => false,
        // That protection grows bit by bit was said when the work began.
        What::AssetHardened { .. } => event.cause != Cause::Drift,
        what => !is_said_by_its_order(event.cause, what),
    }
}

/// Who could know of an order. An answer to a word given is known to both sides of it, a ballot to everybody.
fn audience(desk: &Desk<'_>, played: &Played, order: &Order) -> StateSet {
    let seen = Conduct::of_order(&desk.history.rules, order, played.record.day).audience;
    if let Act::Follow(FollowUp::Vote(_)) = order.act {
        return StateSet::ALL;
    }
    match order.terms.undertaking.and_then(|id| played.after.undertakings.get(id.index())) {
        Some(word) => seen.with(word.from).with(word.to),
        None => seen,
    }
}

/// Whether an event belongs to the work of services and analysts, which makes most of the lines and few of the headlines.
fn is_behind_the_scenes(event: &Event) -> bool {
    matches!(
        event.what,
        What::EvidenceFiled { .. }
            | What::ConfidenceChanged { .. }
            | What::OperationBegan { .. }
            | What::OperationProgressed { .. }
            | What::OperationFailed { .. }
            | What::IncidentOccurred { .. }
            | What::AssetHardened { .. }
    )
}

/// From whom to whom a finding about which incident was handed, if the event is that.
fn handed(played: &Played, event: &Event) -> Option<(StateId, StateId, IncidentId)> {
    let What::EvidenceFiled { evidence, incident } = event.what else { return None };
    let item = played.after.evidence.get(evidence.index())?;
    Some((item.from?, item.holder, incident))
}

/// Findings handed on, one line for each giver, receiver and incident.
fn exchanges(desk: &Desk<'_>, played: &Played, events: &[&Event]) -> Vec<Line> {
    let telling = desk.telling_of(played);
    let mut exchanges: Vec<((StateId, StateId, IncidentId), Vec<&Event>)> = Vec::new();
    for event in events {
        let Some(key) = handed(played, event) else { continue };
        match exchanges.iter_mut().find(|(known, _)| *known == key) {
            Some((_, items)) => items.push(event),
            None => exchanges.push((key, vec![event])),
        }
    }
    let told = exchanges.into_iter().map(|((from, holder, incident), items)| {
        let text = match items.as_slice() {
            [one] => telling.event(one),
            many => {
                let (from, holder) = (telling.state(from), telling.state(holder));
                let incident = telling.incident(incident);
                let args = [
                    ("from", (&from).into()),
                    ("holder", (&holder).into()),
                    ("count", many.len().into()),
                    ("incident", (&incident).into()),
                ];
                desk.with("evidence-given-many", &args)
            }
        };
        Line { sight: sight(desk, items[0].audience), text, why: None }
    });
    told.collect()
}

fn sight(desk: &Desk<'_>, audience: StateSet) -> Sight {
    let who = desk.telling.states(audience);
    let (kind, text) = if audience.is_public() {
        (SightKind::Public, desk.say("seen-public"))
    } else {
        match audience.len() {
            0 => (SightKind::Hidden, desk.say("seen-nobody")),
            1 => (SightKind::Own, desk.with("seen-secret", &[("who", (&who).into())])),
            _ => (SightKind::Shared, desk.with("seen-shared", &[("who", (&who).into())])),
        }
    };
    Sight { kind, text }
}
