//! Standing orders: what a State leaves to the agent that plays it while it is silent.

use maud::{Markup, html};

use crate::agents::Mandate;
use crate::content::tempers;
use crate::server::pages::act::wire_word;
use crate::server::pages::seat::{Seat, hidden};
use crate::session::desk::{By, StandingOrders};
use crate::words::Words;

/// What stands, and for whoever leads the delegation the form that changes it.
pub(super) fn orders(seat: &Seat<'_>) -> Markup {
    let (words, room) = (seat.words, seat.room());
    let Some(desk) = room.desks.get(seat.state.index()) else { return html! {} };
    let may = seat.who.is_some_and(|who| room.may_instruct(By::Person(who.person.id)).is_ok());
    html! {
        section aria-labelledby="standing" {
            h2 id="standing" { (words.say("standing-title")) }
            p { (said(words, "standing-says", &desk.standing)) }
            @if may { (form(seat, &desk.standing)) }
        }
    }
}

/// Standing orders in a sentence.
pub(super) fn said(words: &Words, id: &str, orders: &StandingOrders) -> String {
    let temper = temper(words, orders.temper.as_deref());
    let mandate = mandate(words, orders.mandate);
    words.say_with(id, &[("temper", (&temper).into()), ("mandate", (&mandate).into())])
}

fn temper(words: &Words, named: Option<&str>) -> String {
    named.map_or_else(
        || words.say("standing-own"),
        |named| words.say_with("standing-temper", &[("temper", named.into())]),
    )
}

fn mandate(words: &Words, mandate: Mandate) -> String {
    words.say_with("standing-mandate", &[("mandate", (&wire_word(mandate)).into())])
}

fn form(seat: &Seat<'_>, now: &StandingOrders) -> Markup {
    let words = seat.words;
    html! {
        details id="standing-form" {
            summary { (words.say("standing-change")) }
            form class="fields" method="post" action="/seat/standing-orders" {
                (hidden(seat))
                div {
                    label for="temper" { (words.say("standing-ask-temper")) }
                    select id="temper" name="temper" {
                        option value="" selected[now.temper.is_none()] { (temper(words, None)) }
                        @for slug in tempers::slugs() {
                            option value=(slug) selected[now.temper.as_deref() == Some(slug)] { (temper(words, Some(slug))) }
                        }
                    }
                }
                div {
                    label for="mandate" { (words.say("standing-ask-mandate")) }
                    select id="mandate" name="mandate" {
                        @for one in Mandate::ALL {
                            option value=(wire_word(one)) selected[now.mandate == one] { (mandate(words, one)) }
                        }
                    }
                }
                div { button class="quiet" { (words.say("standing-go")) } }
            }
        }
    }
}
