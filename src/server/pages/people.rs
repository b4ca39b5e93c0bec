//! Attendance and activity: who is here, who did what, and what a name should be.

use maud::{Markup, html};

use crate::content::offices;
use crate::server::pages::desk::Desk;
use crate::server::pages::office;
use crate::session::desk::Office;
use crate::session::room::Seated;

/// What the columns of the attendance list are called when it is taken away.
pub(in crate::server) const HEADINGS: [&str; 8] =
    ["Number", "Name", "State", "Office", "Joined (ms since 1970)", "Last act (ms since 1970)", "Orders", "Messages"];

/// One person's line.
pub(in crate::server) fn cells(desk: &Desk<'_>, one: &Seated) -> [String; 8] {
    let done = desk.shown.room.activity.get(&one.person.id).copied().unwrap_or_default();
    [
        one.person.id.0.to_string(),
        one.person.name.clone(),
        desk.telling().place(one.state),
        office::name(desk.words, one.office),
        done.joined.0.to_string(),
        done.last.0.to_string(),
        done.orders.to_string(),
        done.messages.to_string(),
    ]
}

/// The page.
pub(in crate::server) fn page(desk: &Desk<'_>) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let title = words.say("people-title");
    let heads = ["people-name", "desk-state", "people-here", "people-last", "desk-orders", "desk-messages", "desk-do"];
    desk.page(
        &title,
        &html! {
            h2 { (title) }
            p class="hint" { (words.say("people-stand-in")) }
            @if room.people.is_empty() { p { (words.say("desk-unpeopled")) } }
            @else {
                div class="scroll" tabindex="0" role="group" aria-label=(title) {
                    table {
                        thead { tr { @for head in heads { th scope="col" { (words.say(head)) } } } }
                        tbody { @for one in room.people.iter() { (row(desk, one)) } }
                    }
                }
                p { a href="/desk/people.csv" download { (words.say("people-csv")) } }
            }
        },
    )
}

fn row(desk: &Desk<'_>, one: &Seated) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let done = room.activity.get(&one.person.id).copied().unwrap_or_default();
    let there = match desk.presence.devices(desk.code, one.person.id, desk.now) {
        0 => words.say("desk-away"),
        1 => words.say("desk-present"),
        count => words.say_with("desk-devices", &[("count", count.into())]),
    };
    let quiet = usize::try_from(done.last.max(done.joined).until(desk.now).0 / 60_000).unwrap_or(usize::MAX);
    let number = one.person.id.0;
    html! {
        tr {
            th scope="row" { (one.person.name) }
            td { (desk.telling().place(one.state)) " (" (office::name(words, one.office)) ")" }
            td { (there) }
            td { (words.say_with("people-minutes", &[("minutes", quiet.into())])) }
            td { (done.orders) }
            td { (done.messages) }
            td {
                @if !room.over {
                    details id={ "name-" (number) } {
                        summary { (words.say("people-rename")) }
                        form class="row" method="post" action="/desk/rename" {
                            (desk.key())
                            input type="hidden" name="person" value=(number);
                            input name="name" type="text" required maxlength="40" aria-label=(words.say_with("people-rename-to", &[("name", (&one.person.name).into())]));
                            button class="quiet" { (words.say("people-rename-go")) }
                        }
                    }
                    @if one.office != Office::Press && one.office != Office::Head { (offices(desk, one)) }
                }
            }
        }
    }
}

/// The form that gives a person another office; whoever has it takes theirs.
fn offices(desk: &Desk<'_>, one: &Seated) -> Markup {
    let words = desk.words;
    let number = one.person.id.0;
    let dealt = offices::embedded().iter().map(|remit| remit.office);
    let label = words.say_with("people-office-of", &[("name", (&one.person.name).into())]);
    html! {
        details id={ "office-" (number) } {
            summary { (words.say("people-office")) }
            form class="row" method="post" action="/desk/assign" {
                (desk.key())
                input type="hidden" name="person" value=(number);
                select name="office" aria-label=(label) {
                    @for office in [Office::Head, Office::Adviser].into_iter().chain(dealt) {
                        option value=(office.word()) selected[office == one.office] { (office::name(words, office)) }
                    }
                }
                button class="quiet" { (words.say("people-office-go")) }
            }
        }
    }
}
