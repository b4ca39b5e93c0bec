//! What is waiting between a State and others: for it, for them, and what ran out; each with what answers it. Made from the
//! seat's view.

use maud::{Markup, html};

use crate::server::pages::seat::Seat;
use crate::session::entry::Message;
use crate::view::{Draft, Matter, Menu, Pending, waiting};
use crate::wire::slug;
use crate::words::waiting::Beside;

/// The list.
pub(super) fn list(seat: &Seat<'_>, menu: &Menu) -> Markup {
    let words = seat.words;
    let waiting = waiting(&seat.view, menu);
    let appeals: Vec<&Message> = seat.room().open_appeals(seat.state).collect();
    let groups = [
        ("waits-mine", "wait-mine", &waiting.mine),
        ("waits-theirs", "wait-theirs", &waiting.theirs),
        ("waits-expired", "wait-expired", &waiting.expired),
    ];
    html! {
        section aria-labelledby="waiting" {
            h2 id="waiting" { (words.say("wait-title")) }
            @if waiting.is_empty() && appeals.is_empty() { p { (words.say("wait-none")) } }
            @for (place, heading, group) in groups {
                @let appeals = if place == "waits-theirs" { appeals.as_slice() } else { &[] };
                @if !group.is_empty() || !appeals.is_empty() {
                    h3 id=(place) { (words.say_with(heading, &[("count", (group.len() + appeals.len()).into())])) }
                    ul class="acts" aria-labelledby=(place) {
                        @for one in group { li { (pending(seat, menu, one)) } }
                        @for one in appeals { li { p { (words.say_with("wait-appeal", &[("text", (&one.text).into())])) } } }
                    }
                }
            }
        }
    }
}

fn pending(seat: &Seat<'_>, menu: &Menu, one: &Pending) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let word = match one.matter {
        Matter::Word(id) => seat.view.known.undertakings.get(id.index()),
        Matter::Note(_) | Matter::Claim(_) | Matter::Ballot(_) | Matter::Expulsion(_) => None,
    };
    html! {
        div class="draft" {
            p lang=[words.foreign()] { (outlook.matter(one.matter)) }
            @if let Some(due) = one.due { p { strong { (outlook.until(due)) } } }
            @if let Some(beside) = word.and_then(|word| outlook.beside(word)) { (difference(seat, &beside)) }
            @if !one.answers.is_empty() {
                ul class="ways" {
                    @for (place, way) in &one.answers { li { (answer(seat, menu, *place, *way)) } }
                }
            }
        }
    }
}

/// The way to an act that answers. What one reads first is short, what one hears says all.
fn answer(seat: &Seat<'_>, menu: &Menu, place: usize, way: usize) -> Markup {
    let (words, outlook, entry) = (seat.words, seat.outlook(), &menu.entries[place]);
    let text = outlook.telling.choice(entry.act);
    html! {
        @if seat.who.is_some() {
            a href={ "/seat/act?act=" (slug(seat.view.rules(), entry.act)) "&way=" (way) } lang=[words.foreign()]
                aria-label=(outlook.choice(&entry.candidates[way].draft)) { (text) }
        } @else {
            span lang=[words.foreign()] { (text) }
        }
    }
}

/// What a draft that answers an offer would change, or what the offer that it answers has changed.
pub(super) fn drafted(seat: &Seat<'_>, draft: &Draft) -> Markup {
    html! { @if let Some(beside) = seat.outlook().beside_draft(draft) { (difference(seat, &beside)) } }
}

fn difference(seat: &Seat<'_>, beside: &Beside) -> Markup {
    let (words, lang) = (seat.words, seat.words.foreign());
    html! {
        div class="compared" {
            p lang=[lang] {
                span lang=(words.language()) { (words.say(beside.why)) } " "
                (beside.offer) "."
            }
            ul {
                @for one in &beside.compared.changed {
                    li {
                        (one.term) ": "
                        strong lang=[lang] { (one.now) } " " (words.say("wait-instead-of")) " "
                        span lang=[lang] { (one.before) }
                    }
                }
                @if let Some(alike) = beside.alike(words) { li { (alike) } }
            }
        }
    }
}
