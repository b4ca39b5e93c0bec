//! Pages as HTML, escaped by construction. What a page says stands in `assets/words/en/host.ftl`.

pub(super) mod act;
pub(super) mod briefing;
pub(super) mod codex;
pub(super) mod desk;
pub(super) mod inbox;
pub(super) mod join;
pub(super) mod letters;
pub(super) mod lobby;
pub(super) mod map;
pub(super) mod office;
pub(super) mod people;
pub(super) mod plans;
pub(super) mod public;
pub(super) mod seat;
mod standing;
pub(super) mod team;
mod terms;
mod time;
pub(super) mod turn;
mod waiting;
pub(super) mod worlds;

mod dossier;

use maud::{DOCTYPE, Markup, html};

use crate::session::desk::{Millis, Moment};
use crate::session::room::Clock;
use crate::words::Words;

/// From when on a page warns that the turn is about to end.
const SOON: Millis = Millis::minutes(1);

/// What a page of a game listens to.
#[derive(Clone, Copy)]
pub(super) struct Live<'a> {
    /// Where its stream is.
    pub(super) events: &'a str,
    /// The number for which it was made.
    pub(super) stamp: u64,
}

/// The frame around every page.
pub(super) fn frame(words: &Words, title: &str, live: Option<Live<'_>>, top: &Markup, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Démarche" }
                link rel="stylesheet" href="/style.css";
                @if live.is_some() { script src="/live.js" defer {} }
            }
            body data-events=[live.map(|live| live.events)] data-stamp=[live.map(|live| live.stamp)] {
                a class="skip" href="#page" { (words.say("web-skip")) }
                @if live.is_some() {
                    p class="bar" id="lost" role="status" hidden { (words.say("web-lost")) }
                    p class="bar" id="changed" role="status" hidden {
                        (words.say("web-changed")) " " a id="show" href="" { (words.say("web-show")) }
                    }
                }
                header class="top" { (top) }
                main id="page" tabindex="-1" {
                    @if live.is_some() { noscript { p { a href="" { (words.say("web-again")) } } } }
                    (main)
                }
            }
        }
    }
}

/// A page of no seat: its title, and what stands under it.
pub(super) fn plain(words: &Words, title: &str, main: &Markup) -> Markup {
    frame(words, title, None, &html! { h1 { (title) } }, main)
}

/// A page that says one thing.
pub(super) fn message(words: &Words, id: &str) -> Markup {
    said(words, &words.say(id))
}

/// A page that says one sentence.
pub(super) fn said(words: &Words, text: &str) -> Markup {
    let main = html! {
        p { (text) }
        p { a href="/" { (words.say("web-back")) } }
    };
    plain(words, &words.say("web-no"), &main)
}

/// A page that says several things, and where to go from there.
pub(super) fn listed(words: &Words, texts: &[String], back: &str) -> Markup {
    let main = html! {
        ul { @for text in texts { li { (text) } } }
        p { a href=(back) { (words.say("web-back")) } }
    };
    plain(words, &words.say("web-no"), &main)
}

/// The clock of a turn, or what is said before the first.
pub(super) fn clock(words: &Words, clock: Clock, now: Moment, waiting: &str) -> Markup {
    let face = |label: &str, left: u64, runs: bool| {
        let seconds = left / 1000;
        html! {
            p {
                (words.say(label)) " "
                span class="clock" role="timer" data-left=(left) data-runs=(if runs { "yes" } else { "no" }) {
                    (format!("{}:{:02}", seconds / 60, seconds % 60))
                }
            }
            @if runs { p class="bar soon" role="status" hidden[left > SOON.0] { (words.say("clock-soon")) } }
        }
    };
    match clock {
        Clock::Waiting => html! { p { (words.say(waiting)) } },
        Clock::Runs(until) => face("seat-clock-runs", now.until(until).0, true),
        Clock::Stands(left) => face("seat-clock-stands", left.0, false),
    }
}
