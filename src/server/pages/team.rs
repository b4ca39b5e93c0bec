//! The team room: drafts before everybody who sits in a State, what each thinks of them, and the rule by which one is sent.

use maud::{Markup, html};

use crate::server::pages::act::described;
use crate::server::pages::office;
use crate::server::pages::seat::{Seat, choice, hidden};
use crate::session::desk::{Office, PersonId, Voice};
use crate::session::room::{Draft, Fate, remit};
use crate::session::wish::LONGEST_WORD;
use crate::sim::legal::Chambers;
use crate::view::{self, Counsel};
use crate::words::Words;

/// The drafts of this turn; nothing where one sits alone and has proposed none.
pub(super) fn room(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    let drafts = &seat.room().desks[seat.state.index()].drafts;
    if drafts.is_empty() && seat.room().delegation(seat.state).count() < 2 {
        return html! {};
    }
    let mut chambers = Chambers::new(seat.view.rules());
    let mut counsel = Counsel::of(&seat.view, &mut chambers);
    html! {
        section aria-labelledby="team" {
            h2 id="team" { (words.say("team-title")) }
            p { (words.approval(seat.room().approval)) }
            @if drafts.is_empty() { p { (words.say("team-none")) } }
            ul class="acts" {
                @for (nth, one) in drafts.iter().enumerate().filter(|(_, one)| seat.view.is_told(&one.order)) {
                    (draft(seat, &mut counsel, nth, one))
                }
            }
            (office::secret(seat, drafts.iter().map(|draft| &draft.order)))
        }
    }
}

fn draft(seat: &Seat<'_>, counsel: &mut Counsel<'_>, nth: usize, draft: &Draft) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let known = seat.view.draft(&draft.order).ok();
    let verdict = known.as_ref().map(|known| words.verdict_within(counsel.answer(known).overall));
    let author = name(seat, draft.by);
    let fate = match draft.fate {
        Fate::Open => None,
        Fate::Sent => Some("team-sent"),
        Fate::Withdrawn => Some("team-withdrawn"),
    };
    html! {
        li class=[(draft.fate != Fate::Open).then_some("barred")] {
            div class="draft" {
                p lang=[words.foreign()] { strong { (choice(&outlook, &seat.view, &draft.order)) } }
                @if let Some(verdict) = verdict { p lang=[words.foreign()] { (words.say_with("team-verdict", &[("verdict", (&verdict).into())])) } }
                @if let Some(known) = known.as_ref().filter(|_| reads_briefs(seat)) { (brief(seat, counsel, nth, known)) }
                p class="who" { (words.say_with("team-by", &[("name", author.into())])) }
                ul {
                    @for (person, (voice, word)) in &draft.voices {
                        @if *person != draft.by || *voice == Voice::Object || !word.is_empty() { li { (voiced(seat, *person, *voice, word)) } }
                    }
                }
                @if draft.fate == Fate::Open && seat.room().is_held(seat.state, draft) { p class="note" { (words.say("team-held")) } }
                @if let Some(fate) = fate { p { (words.say(fate)) } }
                @else if seat.may_confer() { (answers(seat, nth, draft)) }
            }
        }
    }
}

/// Whoever advises on the law, or decides, has the whole card of a draft before them.
fn reads_briefs(seat: &Seat<'_>) -> bool {
    let office = seat.who.map_or(Office::Head, |who| who.office);
    office == Office::Head || remit(office).is_some_and(|remit| remit.may_hold)
}

/// The card of a draft, as its brief.
fn brief(seat: &Seat<'_>, counsel: &mut Counsel<'_>, nth: usize, known: &view::Draft) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let card = outlook.card(known, &counsel.opinion(known));
    html! {
        details id={ "brief-" (nth) } {
            summary { (words.say("team-brief")) }
            p class="verdict" { (card.headline) }
            dl { @for (label, text) in &card.rows { dt { (label) } dd { (text) } } }
        }
    }
}

fn voiced(seat: &Seat<'_>, person: PersonId, voice: Voice, word: &str) -> String {
    seat.words.voiced(name(seat, person), voice, word)
}

fn answers(seat: &Seat<'_>, nth: usize, draft: &Draft) -> Markup {
    let words = seat.words;
    let is_own = seat.who.is_some_and(|who| who.person.id == draft.by);
    let may_withdraw = is_own || seat.who.is_some_and(|who| who.office == Office::Head);
    let field = format!("word-{nth}");
    html! {
        form class="fields" method="post" action="/seat/voice" {
            (hidden(seat)) input type="hidden" name="draft" value=(nth);
            label for=(field) { (words.say("team-word")) }
            input id=(field) name="word" maxlength=(LONGEST_WORD) autocomplete="off";
            div class="row" {
                button name="voice" value="approve" { (words.say("team-approve")) }
                button class="quiet" name="voice" value="object" { (words.say("team-object")) }
            }
        }
        @if may_withdraw {
            form method="post" action="/seat/withdraw" {
                (hidden(seat)) input type="hidden" name="draft" value=(nth);
                button class="quiet" { (words.say("team-withdraw")) }
            }
        }
    }
}

fn name<'a>(seat: &'a Seat<'_>, person: PersonId) -> &'a str {
    seat.room().seated(person).map_or("", |seated| seated.person.name.as_str())
}

/// The button that lays a draft before the team, from the page of its card.
pub(super) fn propose(seat: &Seat<'_>, fields: &super::act::Fields, is_second: bool) -> Markup {
    let words: &Words = seat.words;
    html! {
        form class="row" method="post" action="/seat/propose" {
            (described(seat, fields))
            button class=[is_second.then_some("quiet")] { (words.say("team-propose")) }
        }
    }
}
