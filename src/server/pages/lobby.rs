//! Before a class begins: everybody says when they have read who they are, and the room sees who has not.

use maud::{Markup, html};

use crate::base::id::StateId;
use crate::server::pages::desk::Desk;
use crate::server::pages::said;
use crate::server::pages::seat::{Seat, hidden};
use crate::session::live::Shown;
use crate::session::room::{Clock, Room};
use crate::view::PUBLIC;
use crate::words::{Telling, Words};

/// The button of whoever waits, and how far the others are.
pub(super) fn own(seat: &Seat<'_>) -> Markup {
    let (words, room) = (seat.words, seat.room());
    let Some(who) = seat.who.filter(|_| room.clock == Clock::Waiting && !room.over) else { return html! {} };
    let is_ready = room.is_prepared(who.person.id);
    html! {
        section class="note" aria-labelledby="lobby" {
            h2 id="lobby" { (words.say("lobby-title")) }
            p { (words.say(if is_ready { "lobby-you-are" } else { "lobby-read" })) }
            form class="row" method="post" action="/seat/prepared" {
                (hidden(seat))
                input type="hidden" name="ready" value=(if is_ready { "no" } else { "yes" });
                button class=[is_ready.then_some("quiet")] {
                    (words.say(if is_ready { "lobby-not-ready" } else { "lobby-ready" }))
                }
            }
            (counts(words, &seat.outlook().telling, room))
        }
    }
}

/// How many are ready, and in which States somebody is not; on the wall too.
pub(super) fn counts(words: &Words, telling: &Telling<'_>, room: &Room) -> Markup {
    let (all, slow) = (room.people.len(), room.unprepared().count());
    let states = (0..room.desks.len()).map(StateId::at).chain([PUBLIC]);
    let reading = states.filter_map(|state| {
        let all = room.delegation(state).count();
        let slow = room.unprepared().filter(|one| one.state == state).count();
        let name = telling.place(state);
        let args = [("state", (&name).into()), ("ready", (all - slow).into()), ("all", all.into())];
        (slow > 0).then(|| words.say_with("lobby-state", &args))
    });
    let reading: Vec<String> = reading.collect();
    html! {
        p role="status" {
            (words.say_with("lobby-count", &[("ready", (all - slow).into()), ("all", all.into())]))
            @if !reading.is_empty() {
                " " (words.say_with("lobby-reading", &[("states", (&words.list("list-and", &reading)).into())]))
            }
        }
    }
}

/// The facilitator's button. Whoever begins without some says so.
pub(super) fn begin(desk: &Desk<'_>) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let slow = desk.telling().unprepared(room);
    html! {
        @if slow.is_empty() {
            p role="status" {
                @if room.people.is_empty() { (words.say("desk-unpeopled")) }
                @else { (words.say_with("desk-all-prepared", &[("count", room.people.len().into())])) }
            }
            (desk.button("begin", &words.say("desk-begin"), &[], true))
        } @else {
            p role="status" { (words.say_with("desk-begin-unready", &[("people", (&words.list("list-and", &slow)).into())])) }
            form class="row" method="post" action="/desk/begin" {
                (desk.key())
                label { input type="checkbox" name="sure" required; " " (words.say("desk-begin-sure")) }
                button { (words.say("desk-begin")) }
            }
        }
    }
}

/// What is said to whoever would begin without some and did not say so.
pub(in crate::server) fn refused(words: &Words, shown: &Shown) -> Markup {
    let staged = shown.position.staged();
    let (scene, ..) = shown.position.truth();
    let telling = Telling { words, rules: &staged.rulebook, cast: &staged.scenario.cast, scene, orders: &[] };
    let slow = words.list("list-and", &telling.unprepared(&shown.room));
    said(words, &words.say_with("desk-begin-refused", &[("people", (&slow).into())]))
}
