//! The master list of events: what waits and what was told, new ones, and the list as a spreadsheet.

use maud::{Markup, html};

use crate::base::id::StateId;
use crate::server::pages::desk::Desk;
use crate::session::plan::{LONGEST_TEXT, LONGEST_TITLE};
use crate::session::room::{Clock, Planned};
use crate::wire::plan;

/// The page.
pub(in crate::server) fn page(desk: &Desk<'_>) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let title = words.say("plans-title");
    let heads = ["plans-when", "plans-to", "plans-what", "plans-does", "plans-status", "desk-do"];
    desk.page(
        &title,
        &html! {
            h2 { (title) }
            p { (words.say("plans-text")) }
            @if room.plans.is_empty() { p { (words.say("plans-none")) } }
            @else {
                div class="scroll" tabindex="0" role="group" aria-label=(title) {
                    table {
                        thead { tr { @for head in heads { th scope="col" { (words.say(head)) } } } }
                        tbody { @for (nth, one) in room.plans.iter().enumerate() { (row(desk, nth, one)) } }
                    }
                }
            }
            @if !room.over { (new(desk)) (import(desk)) }
            section aria-labelledby="export" {
                h2 id="export" { (words.say("plans-export")) }
                ul {
                    li { a href="/desk/plans.xlsx" download { (words.say("plans-xlsx")) } }
                    li { a href="/desk/plans.csv" download { (words.say("plans-csv")) } }
                }
            }
        },
    )
}

fn row(desk: &Desk<'_>, nth: usize, one: &Planned) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let cast = &desk.shown.position.staged().scenario.cast;
    let [when, to, title, text, does, _] = plan::write(&one.plan, None, cast);
    let status = match one.given {
        _ if one.is_dropped => words.say("plans-dropped"),
        Some((turn, _)) => words.say_with("plans-told", &[("turn", (u32::from(turn.0) + 1).into())]),
        None => words.say("plans-waits"),
    };
    let number = [("plan", nth.to_string())];
    let can_drop = !one.is_dropped && !room.over && one.given.is_none_or(|(turn, _)| turn == room.turn);
    html! {
        tr {
            th scope="row" { (when) }
            td { (to) }
            td { strong { (title) } @if !text.is_empty() { br; (text) } }
            td { (does) }
            td { (status) }
            td { div class="row" {
                @if one.is_waiting() && !room.over && room.clock != Clock::Waiting {
                    form class="row" method="post" action="/desk/give" {
                        (desk.key())
                        input type="hidden" name="plan" value=(nth);
                        label { input type="checkbox" name="sure" required; " " (words.say("plans-sure")) }
                        button class="quiet" { (words.say("plans-give")) }
                    }
                }
                @if can_drop { (desk.button("drop", &words.say("plans-drop"), &number, false)) }
            } }
        }
    }
}

fn new(desk: &Desk<'_>) -> Markup {
    let (words, telling) = (desk.words, desk.telling());
    html! {
        section aria-labelledby="new" {
            h2 id="new" { (words.say("plans-new")) }
            form class="fields" method="post" action="/desk/plan" {
                (desk.key())
                div { label for="title" { (words.say("plans-name")) } input id="title" name="title" type="text" required maxlength=(LONGEST_TITLE); }
                div {
                    label for="text" { (words.say("plans-say")) }
                    textarea id="text" name="text" maxlength=(LONGEST_TEXT) {}
                }
                fieldset {
                    legend { (words.say("plans-to")) }
                    label { input type="checkbox" name="to-all"; (words.say("plans-everybody")) }
                    @for state in (0..desk.shown.room.desks.len()).map(StateId::at) {
                        label { input type="checkbox" name={ "to-" (state.0) }; (telling.state(state)) }
                    }
                }
                div {
                    label for="when" { (words.say("plans-when")) }
                    p class="hint" id="when-hint" { (words.say("plans-when-hint")) }
                    input id="when" name="when" type="text" maxlength="200" aria-describedby="when-hint" value={ "turn " (desk.shown.room.turn.0 + 1) };
                }
                div {
                    label for="does" { (words.say("plans-does")) }
                    p class="hint" id="does-hint" { (words.say("turn-does-hint")) }
                    input id="does" name="does" type="text" maxlength="500" aria-describedby="does-hint";
                }
                div { button { (words.say("plans-new-go")) } }
            }
            (desk.notation())
        }
    }
}

fn import(desk: &Desk<'_>) -> Markup {
    let words = desk.words;
    html! {
        section aria-labelledby="import" {
            h2 id="import" { (words.say("plans-import")) }
            p { (words.say("plans-import-text")) }
            form class="fields" method="post" action="/desk/plans/import" enctype="multipart/form-data" {
                (desk.key())
                div {
                    label for="file" { (words.say("plans-file")) }
                    input id="file" name="file" type="file" required accept=".csv,.xlsx,text/csv";
                }
                div { button class="quiet" { (words.say("plans-import-go")) } }
            }
        }
    }
}
