//! What is waiting between a State and others: for it, for them, and what ran out; each with what answers it. Made from the
//! seat's view.

use maud::{Markup, html};

use crate::server::pages::seat::Seat;
use crate::session::entry::Message;
use crate::sim::mechanics::offers::counter;
use crate::sim::order::{Act, FollowUp};
use crate::sim::relations::Undertaking;
use crate::view::{Draft, Matter, Menu, Pending, rival, waiting};
use crate::wire::slug;
use crate::words::text::continued;

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
        Matter::Note(_) | Matter::Claim(_) | Matter::Ballot(_) => None,
    };
    html! {
        div class="draft" {
            p lang=[words.foreign()] { (outlook.matter(one.matter)) }
            @if let Some(due) = one.due { p { strong { (outlook.until(due)) } } }
            @if let Some(word) = word { (compared(seat, word)) }
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

/// What an offer changes about the one it answers, or beside which it lies.
fn compared(seat: &Seat<'_>, now: &Undertaking) -> Markup {
    let Some(before) = rival(&seat.view, now) else { return html! {} };
    let title = if now.after == Some(before.id) { "wait-answers" } else { "wait-crosses" };
    difference(seat, title, before, now)
}

/// What a draft that answers an offer would change, or what the offer that it answers has changed.
pub(super) fn drafted(seat: &Seat<'_>, draft: &Draft) -> Markup {
    let named = draft.order.terms.undertaking.and_then(|id| seat.view.known.undertakings.get(id.index()));
    match (draft.order.act, named) {
        (Act::Follow(FollowUp::Counter), Some(offered)) => {
            let instead = counter(seat.view.rules(), seat.view.known.day, &draft.order, offered);
            difference(seat, "wait-instead", offered, &instead)
        }
        (Act::Follow(FollowUp::Accept | FollowUp::Reject), Some(offered)) => compared(seat, offered),
        _ => html! {},
    }
}

fn difference(seat: &Seat<'_>, title: &str, before: &Undertaking, now: &Undertaking) -> Markup {
    let (words, lang) = (seat.words, seat.words.foreign());
    let compared = seat.outlook().compared(before, now);
    html! {
        div class="compared" {
            p lang=[lang] {
                span lang=(words.language()) { (words.say(title)) } " "
                (seat.outlook().telling.pledged(before)) "."
            }
            ul {
                @for one in &compared.changed {
                    li {
                        (one.term) ": "
                        strong lang=[lang] { (one.now) } " " (words.say("wait-instead-of")) " "
                        span lang=[lang] { (one.before) }
                    }
                }
                @if !compared.same.is_empty() {
                    @let terms = compared.same.iter().map(|term| continued(term)).collect::<Vec<_>>().join(", ");
                    li { (words.say_with("wait-same", &[("terms", (&terms).into())])) }
                }
            }
        }
    }
}
