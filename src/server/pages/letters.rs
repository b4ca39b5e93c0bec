//! Notes and messages between States, and the form to write one. Who will read it stands on the button that sends it.

use maud::{Markup, html};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::server::pages::map::sight;
use crate::server::pages::seat::{Seat, back, hidden};
use crate::session::entry::Message;
use crate::sim::relations::Note;
use crate::view::PUBLIC;
use crate::words::dossier::Sight;
use crate::words::{Telling, Words};

/// What stands for the readers in the text of a button that names them as they are ticked.
const WHO: &str = "{who}";

/// Diplomatic notes, which bind and count.
pub(super) fn notes(seat: &Seat<'_>) -> Markup {
    let (words, telling) = (seat.words, seat.outlook().telling);
    let all = &seat.view.known.notes;
    let list = |heading: &str, mine: &dyn Fn(&Note) -> bool| {
        let mut told: Vec<_> = all.iter().filter(|note| mine(note)).collect();
        told.reverse();
        html! {
            @if !told.is_empty() {
                h3 { (words.say(heading)) }
                ul { @for note in told { li { (telling.note(note.id)) " (" (telling.day(note.day)) ")" } } }
            }
        }
    };
    html! {
        section aria-labelledby="notes" {
            h2 id="notes" { (words.say("seat-notes")) }
            @if all.iter().all(|note| note.to != seat.state && note.from != seat.state) {
                p { (words.say("seat-notes-none")) }
            }
            (list("seat-notes-received", &|note| note.to == seat.state))
            (list("seat-notes-sent", &|note| note.from == seat.state))
        }
    }
}

/// Messages, which bind nobody.
pub(super) fn messages(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    let telling = seat.outlook().telling;
    let own: Vec<&Message> = seat.messages().collect();
    html! {
        section aria-labelledby="messages" {
            h2 id="messages" { (words.say("seat-messages")) }
            @if own.is_empty() { p { (words.say("seat-messages-none")) } }
            @for one in own { (message(words, &telling, one)) }
            @if seat.may_ask() { (appeal(seat)) }
            @if seat.may_write() {
                details id="write" {
                    summary { (words.say("seat-write")) }
                    (form(seat))
                }
            }
        }
    }
}

/// What is written to the facilitator alone.
pub(super) fn appeal(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    html! {
        details id="appeal" {
            summary { (words.say("seat-appeal")) }
            form class="fields" method="post" action="/seat/appeal" {
                (hidden(seat))
                div {
                    label for="appeal-text" { (words.say("seat-appeal-text")) }
                    textarea id="appeal-text" name="text" required maxlength="2000" {}
                }
                div { button class="quiet" { (words.say("seat-appeal-go")) } }
            }
        }
    }
}

fn form(seat: &Seat<'_>) -> Markup {
    let (words, telling) = (seat.words, seat.outlook().telling);
    let send = words.say_with("seat-write-send", &[("who", WHO.into())]);
    html! {
        form class="fields" method="post" action="/seat/write" data-letter=(send) {
            (hidden(seat))
            fieldset {
                legend { (words.say("seat-write-to")) }
                @for other in seat.others() {
                    label class="chip" { input type="checkbox" name={ "to-" (other.0) }; span { (telling.place(other)) } }
                }
            }
            div {
                label for="text" { (words.say("seat-write-text")) }
                p class="hint" id="text-hint" { (words.say("seat-write-hint")) }
                textarea id="text" name="text" required maxlength="2000" aria-describedby="text-hint" {}
            }
            div { button { (words.say("seat-write-look")) } }
        }
    }
}

/// A message once more before it goes, with everybody who will read it.
pub(in crate::server) fn read_again(seat: &Seat<'_>, to: StateSet, text: &str) -> Markup {
    let (words, telling) = (seat.words, seat.outlook().telling);
    let title = words.say("act-check-title");
    let who = telling.places(to);
    let seen = if to.is_public() {
        words.say("act-seen-public")
    } else {
        words.say_with("act-seen-shared", &[("who", (&who).into())])
    };
    seat.page(
        &title,
        &html! {
            (back(words))
            h2 { (title) }
            p { (sight(Sight::of(to, seat.state), &seen)) }
            blockquote class="message" { (text) }
            form class="row" method="post" action="/seat/write" {
                (hidden(seat))
                @if to.is_public() { input type="hidden" name="to-all" value="on"; }
                @else { @for state in to.iter() { input type="hidden" name={ "to-" (state.0) } value="on"; } }
                input type="hidden" name="text" value=(text);
                input type="hidden" name="sure" value="yes";
                button { (words.say_with("seat-write-send", &[("who", (&who).into())])) }
            }
        },
    )
}

/// What the press writes for everybody.
pub(super) fn publish(words: &Words, seat: &Seat<'_>) -> Markup {
    html! {
        section aria-labelledby="publish" {
            h2 id="publish" { (words.say("press-publish")) }
            form class="fields" method="post" action="/seat/write" {
                (hidden(seat))
                input type="hidden" name="to-all" value="on";
                div {
                    label for="article" { (words.say("press-text")) }
                    p class="hint" id="article-hint" { (words.say("press-hint")) }
                    textarea id="article" name="text" required maxlength="2000" aria-describedby="article-hint" {}
                }
                div { button { (words.say("press-look")) } }
            }
        }
    }
}

/// Those of some States that a seat can write to.
pub(in crate::server) fn readers(seat: &Seat<'_>, named: StateSet) -> StateSet {
    if named.is_public() && seat.state == PUBLIC {
        return named;
    }
    seat.others().filter(|state: &StateId| named.contains(*state)).collect()
}

/// A message with its writer and its readers.
pub(in crate::server) fn message(words: &Words, telling: &Telling<'_>, one: &Message) -> Markup {
    let from = telling.place(one.from);
    let to = if one.to.is_empty() { words.say("inbox-desk") } else { telling.places(one.to) };
    let args = [("from", (&from).into()), ("to", (&to).into()), ("turn", (u32::from(one.turn.0) + 1).into())];
    let seen = if one.to.is_public() { Sight::Public } else { Sight::Shared(one.to) };
    html! {
        article class="message" {
            p class="who" { (sight(seen, &words.say_with("seat-message", &args))) }
            @if one.text.is_empty() { em { (words.say("seat-message-hidden")) } } @else { (one.text) }
        }
    }
}
