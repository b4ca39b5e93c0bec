//! More time: one button while the clock runs, and what came of it.

use maud::{Markup, html};

use crate::server::pages::seat::{Seat, hidden};
use crate::session::desk::{By, Millis};
use crate::session::room::Plea;

/// The button, or what the State was told when it was pressed.
pub(super) fn plea(seat: &Seat<'_>) -> Markup {
    let (words, room) = (seat.words, seat.room());
    let may = seat.who.is_some_and(|who| room.may_plead(By::Person(who.person.id), room.turn).is_ok());
    let told = room.desks.get(seat.state.index()).and_then(|desk| desk.plea).map(|plea| match plea {
        Plea::Asked(_) => words.say("time-asked"),
        Plea::Given(Millis(more)) => {
            words.say_with("time-given", &[("minutes", (more.div_ceil(60_000) as u32).into())])
        }
        Plea::Denied => words.say("time-denied"),
    });
    html! {
        @if let Some(told) = told { p class="note" role="status" { (told) } }
        @if may {
            form class="row" method="post" action="/seat/more-time" {
                (hidden(seat))
                button class="quiet" aria-describedby="time-hint" { (words.say("time-ask")) }
                span class="hint" id="time-hint" { (words.say("time-ask-hint")) }
            }
        }
    }
}
