//! The timeline: what was ordered, what came of it, and who could know.

use crate::base::StateSet;
use crate::report::desk::Desk;
use crate::report::history::{Played, Remark};
use crate::report::page::{Block, Line, Section, Sight, SightKind};
use crate::sim::Event;
use crate::sim::effect::Cause;
use crate::sim::event::What;
use crate::sim::legal::Conduct;
use crate::words::events::is_said_by_its_order;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let mut blocks = vec![Block::Text(desk.say("timeline-lead"))];
    for (place, played) in desk.history.turns.iter().enumerate() {
        turn(desk, place, played, &mut blocks);
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
            let audience = Conduct::of_order(&desk.history.rules, order, record.day).audience;
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
    let mut came: Vec<Line> = (record.events.iter())
        .filter(|event| tells_more(event))
        .map(|event| Line { sight: sight(desk, event.audience), text: telling.event(event), why: None })
        .collect();
    came.dedup();
    if !came.is_empty() {
        blocks.push(Block::Label(desk.say("timeline-came")));
        blocks.push(Block::Seen(came));
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
