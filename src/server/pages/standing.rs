//! Standing orders: what a State leaves to the agent that plays it while it is silent.

use maud::{Markup, html};

use crate::agents::Mandate;
use crate::content::tempers;
use crate::server::pages::act::wire_word;
use crate::server::pages::seat::{Seat, hidden};
use crate::session::desk::{By, StandingOrders};

/// What stands, and for whoever leads the delegation the form that changes it.
pub(super) fn orders(seat: &Seat<'_>) -> Markup {
    let (words, room) = (seat.words, seat.room());
    let Some(desk) = room.desks.get(seat.state.index()) else { return html! {} };
    let may = seat.who.is_some_and(|who| room.may_instruct(By::Person(who.person.id)).is_ok());
    html! {
        section aria-labelledby="standing" {
            h2 id="standing" { (words.say("standing-title")) }
            p { (words.standing_orders("standing-says", &desk.standing)) }
            @if may { (form(seat, &desk.standing)) }
        }
    }
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
                        option value="" selected[now.temper.is_none()] { (words.temper(None)) }
                        @for slug in tempers::slugs() {
                            option value=(slug) selected[now.temper.as_deref() == Some(slug)] { (words.temper(Some(slug))) }
                        }
                    }
                }
                div {
                    label for="mandate" { (words.say("standing-ask-mandate")) }
                    select id="mandate" name="mandate" {
                        @for one in Mandate::ALL {
                            option value=(wire_word(one)) selected[now.mandate == one] { (words.mandate(one)) }
                        }
                    }
                }
                div { button class="quiet" { (words.say("standing-go")) } }
            }
        }
    }
}
