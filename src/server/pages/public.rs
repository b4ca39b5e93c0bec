//! What everybody may see: the page for the projector and for whoever only watches, and the seat of the press.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, QrCode};

use crate::base::Turn;
use crate::server::pages::seat::{Seat, bulletins};
use crate::server::pages::{Live, clock, dossier, frame};
use crate::server::pages::{letters, lobby, office};
use crate::session::entry::Message;
use crate::session::room::Clock;
use crate::view::PUBLIC;

/// The page for the projector. `join` is the address by which one joins, and the code.
pub(in crate::server) fn board(seat: &Seat<'_>, join: (&str, &str)) -> Markup {
    let words = seat.words;
    let (way_in, code) = join;
    let events = format!("/board/{code}/events");
    let title = words.say("board-title");
    let live = Live { events: &events, stamp: seat.room().public_stamp() };
    let top = html! {
        h1 { (seat.scenario.title) }
        (seat.turn_line())
        @if !seat.room().over { (clock(words, seat.room().clock, seat.now, "no-not-begun")) }
    };
    // Before a class begins nothing matters more on the wall than the way in; afterwards it is for latecomers.
    let waits = seat.room().clock == Clock::Waiting;
    let way = html! {
        section class={ "join" @if waits { " first" } } aria-labelledby="join" {
            (picture(&words.say("board-picture"), &format!("{way_in}/?code={code}")))
            div {
                h2 id="join" { (words.say("join-title")) }
                p { (words.say_with("board-join", &[("address", way_in.into())])) }
                p class="code" { (code) }
                @if waits && !seat.room().people.is_empty() { (lobby::counts(words, &seat.outlook().telling, seat.room())) }
            }
        }
    };
    let main = html! {
        p class="off" { (title) }
        @if waits { (way) }
        @if seat.room().over { p class="note" { (words.say("seat-over")) } }
        (headline(seat))
        div class="columns" {
            div { (dossier::situation(seat)) }
            div {
                (told(seat)) (news(seat)) (articles(seat))
                @if !waits { (way) }
            }
        }
    };
    frame(words, &title, Some(live), &top, &html! { div class="board" { (main) } })
}

/// The seat of the press.
pub(in crate::server) fn press(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    let title = words.say("press-title");
    seat.page(
        &title,
        &html! {
            @if seat.room().over { p class="note" { (words.say("seat-over")) } }
            (office::absence(seat))
            (lobby::own(seat))
            section class="now" aria-labelledby="now" {
                h2 id="now" class="off" { (words.say("seat-now")) }
                dl {
                    dt { (words.say("seat-who")) }
                    dd { (words.say("press-who")) }
                    dt { (words.say("seat-happened")) }
                    dd { (news_lines(seat).first().cloned().unwrap_or_else(|| words.say("board-no-news"))) }
                    dt { (words.say("seat-to-do")) }
                    dd { (words.say("press-to-do")) }
                }
            }
            (headline(seat))
            div class="columns" {
                div {
                    @if seat.may_write() { (letters::publish(words, seat)) }
                    (letters::messages(seat))
                    (articles(seat))
                }
                div { (told(seat)) (news(seat)) (dossier::situation(seat)) }
            }
        },
    )
}

/// What the facilitator's events told everybody.
fn told(seat: &Seat<'_>) -> Markup {
    bulletins(seat.words, &seat.room().bulletins(Some(PUBLIC)))
}

fn news_lines(seat: &Seat<'_>) -> Vec<String> {
    seat.outlook().came()
}

/// The front page of the turn played last.
fn headline(seat: &Seat<'_>) -> Markup {
    let outlook = seat.outlook();
    let last = seat.room().turn.0.checked_sub(1).map(Turn);
    html! {
        @if let Some(turn) = last {
            p class="headline" lang=[seat.words.foreign()] { (outlook.telling.front_page(turn, &outlook.noticed())) }
        }
    }
}

/// What became public in the turn played last.
fn news(seat: &Seat<'_>) -> Markup {
    let (words, lines) = (seat.words, news_lines(seat));
    html! {
        section aria-labelledby="public-news" {
            h2 id="public-news" { (words.say("board-news")) }
            @if lines.is_empty() { p { (words.say("board-no-news")) } }
            @else { ul lang=[words.foreign()] { @for line in &lines { li { (line) } } } }
        }
    }
}

/// What the press has published, the newest first.
pub(super) fn articles(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    let published: Vec<&Message> = seat.room().messages.iter().rev().filter(|one| one.to.is_public()).collect();
    html! {
        @if !published.is_empty() {
            section aria-labelledby="press" {
                h2 id="press" { (words.say("press-published")) }
                @for one in published { (letters::message(words, &seat.outlook().telling, one)) }
            }
        }
    }
}

/// A text as a picture that phones read; dark on light on every screen.
fn picture(label: &str, text: &str) -> Markup {
    let Ok(code) = QrCode::new(text) else { return html! {} };
    let width = code.width();
    let mut dark = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let _ = write!(dark, "M{} {}h1v1h-1z", at % width + 4, at / width + 4);
        }
    }
    html! {
        svg class="scan" viewBox={ "0 0 " (width + 8) " " (width + 8) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect class="light" width=(width + 8) height=(width + 8) {}
            path class="dark" d=(dark) {}
        }
    }
}
