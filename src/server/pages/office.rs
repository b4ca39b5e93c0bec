//! Offices on a seat's pages: what whoever looks answers for, who answers for the rest, and what only some are told.

use maud::{Markup, html};

use crate::server::pages::seat::Seat;
use crate::session::desk::Office;
use crate::session::room::{Clock, Seated, remit};
use crate::sim::order::{Act, Order};
use crate::view::Clearance;
use crate::words::Words;

/// An office's name: "intelligence chief".
pub(in crate::server) fn name(words: &Words, office: Office) -> String {
    words.office(office)
}

/// What an office may do and see, as sentences.
pub(in crate::server) fn rights(words: &Words, office: Office) -> Vec<String> {
    words.rights(office)
}

/// Whoever looks, and what their office is for.
pub(super) fn own(seat: &Seat<'_>) -> Markup {
    let Some(who) = seat.who else { return html! {} };
    let words = seat.words;
    let title = words.say_with("office-yours", &[("office", (&name(words, who.office)).into())]);
    html! {
        details id="office" open[seat.turn() == 0] {
            summary { (title) }
            ul { @for line in rights(words, who.office) { li { (line) } } }
        }
    }
}

/// Who answers for an act, as a reason why somebody else does not propose it.
pub(in crate::server) fn answers(seat: &Seat<'_>, act: Act) -> String {
    let words = seat.words;
    let named = |one: &Seated| {
        let (person, office) = (&one.person.name, name(words, one.office));
        words.say_with("office-person", &[("name", person.into()), ("office", (&office).into())])
    };
    let who: Vec<String> = seat.room().answering(seat.state, act).map(named).collect();
    words.say_with("office-others-answer", &[("who", (&words.list("list-and", &who)).into())])
}

/// That there are orders or drafts of which whoever looks is not told, and how many.
pub(super) fn secret<'a>(seat: &Seat<'_>, all: impl Iterator<Item = &'a Order>) -> Markup {
    let count = all.filter(|order| !seat.view.is_told(order)).count();
    html! { @if count > 0 { p class="hint" { (seat.words.say_with("office-secret", &[("count", count.into())])) } } }
}

/// Whether somebody is here, behind their office; before the class begins, whether they are ready.
fn there(seat: &Seat<'_>, one: &Seated) -> String {
    let (words, room) = (seat.words, seat.room());
    let ready = room.is_prepared(one.person.id);
    let id = match seat.is_here(one) {
        None => return String::new(),
        Some(false) => "office-away",
        Some(true) if room.clock != Clock::Waiting => "office-here",
        Some(true) if ready => "office-ready",
        Some(true) => "office-reading",
    };
    format!(", {}", words.say(id))
}

/// That the head is away, and that whoever looks is here on several devices.
pub(super) fn absence(seat: &Seat<'_>) -> Markup {
    let (words, room) = (seat.words, seat.room());
    let Some((who, here)) = seat.who.zip(seat.here) else { return html! {} };
    let is_at_work = !room.over && room.clock != Clock::Waiting;
    let mut others = room.delegation(seat.state).filter(|one| one.person.id != who.person.id);
    let head = others.find(|one| one.office == Office::Head && seat.is_here(one) == Some(false));
    let devices = here.devices(who.person.id, seat.now);
    html! {
        @if let Some(head) = head.filter(|_| is_at_work) {
            p class="note" role="status" { (words.say_with("office-head-away", &[("name", (&head.person.name).into())])) }
        }
        @if devices > 1 { p class="note" role="status" { (words.say_with("office-devices", &[("count", devices.into())])) } }
    }
}

/// Everybody who sits in the State, each with their office.
pub(super) fn delegation(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    let all: Vec<&Seated> = seat.room().delegation(seat.state).collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="delegation" {
                h2 id="delegation" { (words.say("seat-delegation")) }
                ul {
                    @for one in all {
                        li {
                            (one.person.name) " (" (name(words, one.office)) (there(seat, one)) ")"
                            @if let Some(remit) = remit(one.office) { span class="why" { ": " (words.remit("office-answers-for", remit)) } }
                        }
                    }
                }
                @if seat.view.clearance() == Clearance::Open { p class="hint" { (words.say("office-not-told")) } }
            }
        }
    }
}
