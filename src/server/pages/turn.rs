//! The turn played last, and what the facilitator may change about it: go back to it, strike an act, hold it to be
//! otherwise than the law says, correct what came of it. Each with a reason, and each can be taken back.

use maud::{Markup, html};

use crate::server::pages::desk::Desk;
use crate::server::white_cell::{VERDICTS, put_in};
use crate::session::game::Played;
use crate::sim::Order;
use crate::sim::legal::Matter;
use crate::sim::white_cell::Taken;
use crate::words::text::capitalised;

/// Names an order of the turn played last in a form: its place, and a digest, so that no other is hit from an old page.
pub(in crate::server) fn mark(place: usize, order: &Order) -> String {
    let text = serde_json::to_vec(order).unwrap_or_default();
    format!("{place}-{}", crate::base::Digest::of(&text).short())
}

/// The page.
pub(in crate::server) fn page(desk: &Desk<'_>) -> Markup {
    let words = desk.words;
    let (_, _, past) = desk.shown.position.truth();
    let title = words.say("turn-title");
    desk.page(
        &title,
        &html! {
            h2 { (title) }
            @match past {
                None => p { (words.say("turn-none")) },
                Some((played, _)) => (whole(desk, played)),
            }
            @if desk.shown.room.can_undo() {
                section aria-labelledby="undo" {
                    h2 id="undo" { (words.say("turn-undo-title")) }
                    p { (words.say("turn-undo-text")) }
                    (desk.button("undo", &words.say("turn-undo"), &[], false))
                }
            }
            (fork(desk))
        },
    )
}

fn whole(desk: &Desk<'_>, played: &Played) -> Markup {
    let (words, telling) = (desk.words, desk.telling());
    let number = ("turn", (usize::from(played.record.turn.0) + 1).into());
    html! {
        p { strong { (telling.headline(&played.record)) } }
        p class="hint" { (words.say("turn-hint")) }
        section aria-labelledby="acts" {
            h2 id="acts" { (words.say("turn-acts")) }
            @if played.docket.orders().is_empty() { p { (words.say("seat-orders-none")) } }
            ul class="acts" {
                @for (place, order) in played.docket.orders().iter().enumerate() { li { (act(desk, played, place, order)) } }
            }
        }
        (taken(desk, &played.taken))
        section aria-labelledby="correct" {
            h2 id="correct" { (words.say("turn-correct")) }
            form class="fields" method="post" action="/desk/correct" {
                (desk.key())
                div {
                    label for="does" { (words.say("turn-does")) }
                    p class="hint" id="does-hint" { (words.say("turn-does-hint")) }
                    input id="does" name="does" type="text" required maxlength="500" aria-describedby="does-hint";
                }
                (reason(desk, "correct"))
                div { button class="quiet" { (words.say("turn-correct-go")) } }
            }
            (desk.notation())
        }
        section aria-labelledby="back" {
            h2 id="back" { (words.say_with("turn-back", &[number])) }
            p { (words.say("turn-back-text")) }
            form class="fields" method="post" action="/desk/back" {
                (desk.key())
                (reason(desk, "back"))
                div { button { (words.say_with("turn-back-go", &[number])) } }
            }
        }
    }
}

fn reason(desk: &Desk<'_>, of: &str) -> Markup {
    asked(desk, of, "turn-reason")
}

fn asked(desk: &Desk<'_>, of: &str, label: &str) -> Markup {
    html! {
        div {
            label for={ "reason-" (of) } { (desk.words.say(label)) }
            input id={ "reason-" (of) } name="reason" type="text" required maxlength="500";
        }
    }
}

fn act(desk: &Desk<'_>, played: &Played, place: usize, order: &Order) -> Markup {
    let (words, telling) = (desk.words, desk.telling());
    let is_its = |matter: Matter| matches!(matter, Matter::Order(at) if at.index() == place);
    let ruling = played.record.rulings.iter().find(|ruling| is_its(ruling.matter));
    let told = capitalised(&telling.order(order));
    let mark = mark(place, order);
    html! {
        div class="whole" {
            p { (told) @if let Some(ruling) = ruling { " " strong { (capitalised(&words.verdict(ruling.verdict))) "." } } }
            details id={ "act-" (place) } {
                summary { (words.say("turn-overrule")) }
                form class="fields" method="post" action="/desk/hold" {
                    (desk.key())
                    input type="hidden" name="act" value=(mark);
                    div {
                        label for={ "verdict-" (place) } { (words.say("turn-hold")) }
                        select id={ "verdict-" (place) } name="verdict" {
                            @for (nth, verdict) in VERDICTS.iter().enumerate() {
                                option value=(nth) selected[ruling.is_some_and(|ruling| ruling.verdict == *verdict)] {
                                    (words.verdict(*verdict))
                                }
                            }
                        }
                    }
                    (reason(desk, &format!("hold-{place}")))
                    div { button class="quiet" { (words.say("turn-hold-go")) } }
                }
                form class="fields" method="post" action="/desk/strike" {
                    (desk.key())
                    input type="hidden" name="act" value=(mark);
                    (asked(desk, &format!("strike-{place}"), "turn-strike-reason"))
                    div { button class="quiet" { (words.say("turn-strike-go")) } }
                }
            }
        }
    }
}

/// What the facilitator has put into the turn already.
fn taken(desk: &Desk<'_>, taken: &Taken) -> Markup {
    html! {
        @if !taken.is_empty() {
            section aria-labelledby="taken" {
                h2 id="taken" { (desk.words.say("turn-taken")) }
                ul { @for line in put_in(&desk.telling(), taken) { li { (line) } } }
            }
        }
    }
}

fn fork(desk: &Desk<'_>) -> Markup {
    let (words, now) = (desk.words, desk.shown.room.turn.0);
    html! {
        section aria-labelledby="fork" {
            h2 id="fork" { (words.say("turn-fork")) }
            p { (words.say("turn-fork-text")) }
            form class="fields" method="post" action="/desk/fork" {
                (desk.key())
                div {
                    label for="from" { (words.say("turn-fork-from")) }
                    select id="from" name="from" {
                        @for turn in (0..=now).rev() {
                            option value=(turn) { (words.say_with("turn-fork-turn", &[("turn", (u32::from(turn) + 1).into())])) }
                        }
                    }
                }
                div { button class="quiet" { (words.say("turn-fork-go")) } }
            }
        }
    }
}
