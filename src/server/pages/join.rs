//! The way in, and back in.

use maud::{Markup, html};

use crate::server::pages::{office, plain};
use crate::session::desk::Office;
use crate::view::PUBLIC;
use crate::words::Words;

/// The form to join, with what was filled in before and what was wrong with it.
pub(in crate::server) fn join(words: &Words, code: &str, name: &str, states: &[String], wrong: Option<&str>) -> Markup {
    let title = words.say("join-title");
    plain(
        words,
        &title,
        &html! {
            @if let Some(wrong) = wrong { p class="note" role="alert" { (wrong) } }
            form class="fields" method="post" action="/join" {
                div {
                    label for="code" { (words.say("join-code")) }
                    input id="code" name="code" type="text" value=(code) required autocapitalize="characters" autocomplete="off" maxlength="20";
                }
                div {
                    label for="name" { (words.say("join-name")) }
                    p class="hint" id="name-hint" { (words.say("join-name-hint")) }
                    input id="name" name="name" type="text" value=(name) required autocomplete="name" maxlength="40" aria-describedby="name-hint";
                }
                @if !states.is_empty() {
                    div {
                        label for="state" { (words.say("join-state")) }
                        select id="state" name="state" {
                            option value="" { (words.say("join-any")) }
                            @for (place, state) in states.iter().enumerate() { option value=(place) { (state) } }
                            option value=(PUBLIC.0) { (words.say("join-press")) }
                        }
                    }
                }
                div { button { (words.say("join-go")) } }
            }
            p { a href="/return" { (words.say("join-return")) } }
            @if !states.is_empty() { p { a href={ "/board/" (code) } { (words.say("join-watch")) } } }
        },
    )
}

/// The form to come back.
pub(in crate::server) fn come_back(words: &Words, wrong: Option<&str>) -> Markup {
    let title = words.say("return-title");
    plain(
        words,
        &title,
        &html! {
            @if let Some(wrong) = wrong { p class="note" role="alert" { (wrong) } }
            form class="fields" method="post" action="/return" {
                div {
                    label for="code" { (words.say("return-code")) }
                    input id="code" name="code" type="text" required autocapitalize="characters" autocomplete="off" maxlength="24";
                }
                div { button { (words.say("return-go")) } }
            }
        },
    )
}

/// The one page that shows a re-entry code.
pub(in crate::server) fn welcome(words: &Words, state: &str, office: Office, code: &str) -> Markup {
    let title = words.say("welcome-title");
    plain(
        words,
        &title,
        &html! {
            p { (words.say_with("welcome-seat", &[("state", state.into()), ("office", office.word().into()), ("name", (&office::name(words, office)).into())])) }
            ul { @for line in office::rights(words, office) { li { (line) } } }
            p { (words.say("welcome-code")) }
            p class="code" { (code) }
            p { (words.say("welcome-keep")) }
            p { a class="button" href="/seat" { (words.say("welcome-go")) } }
        },
    )
}
