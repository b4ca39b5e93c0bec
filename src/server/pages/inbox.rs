//! The facilitator's inbox: every message, the urgent and unread first; answers at one press; what must not stand is hidden.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::server::pages::act::Fields;
use crate::server::pages::desk::Desk;
use crate::server::triage::{Flag, Letter, Triage, inbox};
use crate::server::white_cell::ANSWERS;

/// The page, with what it is narrowed to.
pub(in crate::server) fn page(desk: &Desk<'_>, triage: &Triage, read: &BTreeSet<u32>, fields: &Fields) -> Markup {
    let (words, room, telling) = (desk.words, &desk.shown.room, desk.telling());
    let all = inbox(triage, room, read);
    let state = fields.get("state").and_then(|state| state.parse().ok()).map(StateId);
    let flag = fields.get("flag").and_then(|word| Flag::ALL.into_iter().find(|flag| flag.word() == word));
    let thread = fields.get("thread").and_then(|nth| room.messages.get(nth.parse::<usize>().ok()?)).map(parties);
    let wanted = |letter: &&Letter<'_>| {
        state.is_none_or(|state| parties(letter.message).contains(state))
            && flag.is_none_or(|flag| letter.flags.contains(&flag))
            && thread.is_none_or(|thread| parties(letter.message) == thread)
    };
    let (unread, old): (Vec<_>, Vec<_>) = all.iter().filter(wanted).partition(|letter| !letter.is_read);
    let title = words.say("inbox-title");
    desk.page(&title, &html! {
        h2 { (title) }
        p class="hint" { (words.say("inbox-hint")) }
        form class="row" method="get" action="/desk/inbox" {
            label for="state" { (words.say("desk-state")) }
            select id="state" name="state" {
                option value="" { (words.say("inbox-any")) }
                @for one in (0..room.desks.len()).map(StateId::at) { option value=(one.0) selected[state == Some(one)] { (telling.state(one)) } }
            }
            label for="flag" { (words.say("inbox-flag")) }
            select id="flag" name="flag" {
                option value="" { (words.say("inbox-any")) }
                @for one in Flag::ALL { option value=(one.word()) selected[flag == Some(one)] { (words.say(&format!("flag-{}", one.word()))) } }
            }
            button class="quiet" { (words.say("inbox-narrow")) }
            @if state.is_some() || flag.is_some() || thread.is_some() { a href="/desk/inbox" { (words.say("inbox-all")) } }
        }
        section aria-labelledby="unread" {
            h2 id="unread" { (words.say_with("inbox-unread", &[("count", unread.len().into())])) }
            @if unread.is_empty() { p { (words.say("inbox-none")) } }
            @else {
                form method="post" action="/desk/inbox/read" {
                    (desk.key())
                    input type="hidden" name="messages" value=(unread.iter().map(|letter| letter.nth.to_string()).collect::<Vec<_>>().join(" "));
                    button class="quiet" { (words.say("inbox-read-all")) }
                }
            }
            @for letter in &unread { (one(desk, letter)) }
        }
        @if !old.is_empty() {
            details id="old" {
                summary { (words.say_with("inbox-old", &[("count", old.len().into())])) }
                @for letter in &old { (one(desk, letter)) }
            }
        }
    })
}

/// Everybody of a thread.
fn parties(message: &crate::session::entry::Message) -> StateSet {
    message.to.with(message.from)
}

fn one(desk: &Desk<'_>, letter: &Letter<'_>) -> Markup {
    let (words, room, telling) = (desk.words, &desk.shown.room, desk.telling());
    let Letter { nth, message, .. } = letter;
    let (from, nth) = (telling.place(message.from), nth.to_string());
    let writer = room.seated(message.person).map_or("", |seated| seated.person.name.as_str());
    let to = if message.to.is_empty() { words.say("inbox-desk") } else { telling.places(message.to) };
    let turn = ("turn", (u32::from(message.turn.0) + 1).into());
    let args = [("from", (&from).into()), ("writer", writer.into()), ("to", (&to).into()), turn];
    html! {
        article class="message" id={ "letter-" (nth) } {
            p class="who" {
                (words.say_with("inbox-message", &args)) " "
                @for flag in &letter.flags { span class="sight" { (words.say(&format!("flag-{}", flag.word()))) } " " }
                @if letter.is_hidden { span class="sight" { (words.say("inbox-hidden")) } " " }
                a href={ "/desk/inbox?thread=" (nth) } { (words.say("inbox-thread")) }
            }
            (letter.text)
            div class="row" {
                @if !room.over {
                    @for answer in ANSWERS {
                        (desk.button("answer", &words.say(answer), &[("message", nth.clone()), ("answer", answer.to_owned())], false))
                    }
                    @let (hide, to) = if letter.is_hidden { ("inbox-show", "no") } else { ("inbox-hide", "yes") };
                    (desk.button("hide", &words.say(hide), &[("message", nth.clone()), ("hidden", to.to_owned())], false))
                }
                @if !letter.is_read { (desk.button("inbox/read", &words.say("inbox-read"), &[("messages", nth.clone())], false)) }
            }
            @if !room.over {
                details id={ "answer-" (nth) } {
                    summary { (words.say("inbox-answer")) }
                    form class="fields" method="post" action="/desk/answer" {
                        (desk.key())
                        input type="hidden" name="message" value=(nth);
                        div {
                            label for={ "text-" (nth) } { (words.say_with("inbox-answer-to", &[("state", (&from).into())])) }
                            textarea id={ "text-" (nth) } name="text" required maxlength="2000" {}
                        }
                        div { button { (words.say("inbox-answer-go")) } }
                    }
                }
            }
        }
    }
}
