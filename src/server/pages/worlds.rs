//! Every world that a facilitator's secret opens, side by side.

use std::sync::Arc;

use maud::{Markup, html};

use crate::server::hall::Table;
use crate::server::pages::clock;
use crate::server::pages::desk::Desk;
use crate::sim::relations::Tie;
use crate::words::Telling;

/// The page.
pub(in crate::server) fn page(desk: &Desk<'_>, worlds: &[Arc<Table>]) -> Markup {
    let words = desk.words;
    let title = words.say("worlds-title");
    let heads = [
        "worlds-code",
        "seat-turn-head",
        "worlds-clock",
        "desk-people",
        "worlds-ready",
        "worlds-top",
        "worlds-acts",
        "desk-do",
    ];
    desk.page(
        &title,
        &html! {
            h2 { (title) }
            p { (words.say("worlds-text")) }
            div class="scroll" tabindex="0" role="group" aria-label=(title) {
                table {
                    thead { tr { @for head in heads { th scope="col" { (words.say(head)) } } } }
                    tbody { @for table in worlds { (row(desk, table)) } }
                }
            }
        },
    )
}

fn row(desk: &Desk<'_>, table: &Table) -> Markup {
    let (words, shown) = (desk.words, table.shown());
    let room = &shown.room;
    let staged = shown.position.staged();
    let (scenario, rules) = (&staged.scenario, &*staged.rulebook);
    let (situation, truth, past) = shown.position.truth();
    let telling = Telling { words, rules, cast: &scenario.cast, scene: situation, orders: &[] };
    let top: Option<&Tie> = situation.ties.iter().max_by_key(|tie| (tie.step, tie.tension));
    let ready = room.desks.iter().filter(|desk| desk.ready).count();
    let acts = past.map_or(0, |(played, _)| played.docket.orders().len());
    html! {
        tr {
            th scope="row" { (table.code) @if let Some(truth) = truth { details id={ "truth-" (table.code) } { summary { (words.say("desk-truth")) } (truth) } } }
            td { (u32::from(room.turn.0 + 1).min(scenario.turns.into())) " / " (scenario.turns) }
            td { @if room.over { (words.say("worlds-over")) } @else { (clock(words, room.clock, desk.now, "no-not-begun")) } }
            td { (room.people.len()) }
            td { (ready) }
            td {
                @if let Some(tie) = top {
                    @let (low, high) = (telling.state(tie.low), telling.state(tie.high));
                    (words.say_with("desk-pair", &[("first", (&low).into()), ("second", (&high).into())])) ": "
                    (words.say_with("desk-step", &[("step", u32::from(tie.step).into()), ("name", telling.step(tie.step).into())]))
                }
                @if let Some((played, _)) = past { br; (telling.of(played.docket.orders()).headline(&played.record)) }
            }
            td { (acts) }
            td {
                @if table.code == desk.code { strong { (words.say("worlds-here")) } }
                @else {
                    form method="post" action={ "/desk/to/" (table.code) } { button class="quiet" { (words.say("worlds-go")) } }
                }
            }
        }
    }
}
