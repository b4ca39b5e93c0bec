//! Notes and messages between States, and the form to write one. Who will read it stands on the button that sends it.

use maud::{Markup, html};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::server::pages::map::sight;
use crate::server::pages::seat::{Seat, back, hidden};
use crate::session::entry::Message;
use crate::sim::relations::Note;
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
            @if seat.may_write() {
                details id="write" {
                    summary { (words.say("seat-write")) }
                    (form(seat))
                }
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
                    label class="chip" { input type="checkbox" name={ "to-" (other.0) }; span { (telling.state(other)) } }
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
    let who = telling.states(to);
    seat.page(
        &title,
        &html! {
            (back(words))
            h2 { (title) }
            p { (sight(Sight::Shared(to), &words.say_with("act-seen-shared", &[("who", (&who).into())]))) }
            blockquote class="message" { (text) }
            form class="row" method="post" action="/seat/write" {
                (hidden(seat))
                @for state in to.iter() { input type="hidden" name={ "to-" (state.0) } value="on"; }
                input type="hidden" name="text" value=(text);
                input type="hidden" name="sure" value="yes";
                button { (words.say_with("seat-write-send", &[("who", (&who).into())])) }
            }
        },
    )
}

/// Those of some States that a seat can write to.
pub(in crate::server) fn readers(seat: &Seat<'_>, named: StateSet) -> StateSet {
    seat.others().filter(|state: &StateId| named.contains(*state)).collect()
}

/// A message with its writer and its readers.
pub(in crate::server) fn message(words: &Words, telling: &Telling<'_>, one: &Message) -> Markup {
    let (from, to) = (telling.state(one.from), telling.states(one.to));
    let args = [("from", (&from).into()), ("to", (&to).into()), ("turn", (u32::from(one.turn.0) + 1).into())];
    html! {
        article class="message" {
            p class="who" { (sight(Sight::Shared(one.to), &words.say_with("seat-message", &args))) }
            (one.text)
        }
    }
}
