//! The facilitator's pages: the truth, clearly marked, and the levers.

use maud::{Markup, html};

use crate::base::id::StateId;
use crate::server::hall::{Hall, Table};
use crate::server::pages::act::wire_word;
use crate::server::pages::seat::{Seat, body};
use crate::server::pages::{Live, clock, frame, lobby, office, plain};
use crate::server::presence::Presence;
use crate::server::white_cell::MORE;
use crate::session::desk::{Approval, By, Moment, Office, StandingOrders};
use crate::session::live::Shown;
use crate::session::room::{Clock, Seated};
use crate::sim::polity::Gauge;
use crate::view::PUBLIC;
use crate::wire::plan::spoken;
use crate::words::text::capitalised;
use crate::words::{Telling, Words};

/// What the facilitator's page is made of.
#[derive(Clone, Copy)]
pub(in crate::server) struct Desk<'a> {
    pub(in crate::server) words: &'a Words,
    pub(in crate::server) shown: &'a Shown,
    pub(in crate::server) code: &'a str,
    pub(in crate::server) presence: &'a Presence,
    pub(in crate::server) now: Moment,
    /// How many commands were carried out: the key of the next.
    pub(in crate::server) done: usize,
    /// Where its stream is, and the number for which the page is made.
    pub(in crate::server) events: &'a str,
    pub(in crate::server) stamp: u64,
    /// How many messages nobody at the desk has read.
    pub(in crate::server) unread: usize,
}

impl<'a> Desk<'a> {
    /// The desk of a game.
    pub(in crate::server) fn of(hall: &'a Hall, table: &'a Table, shown: &'a Shown) -> Self {
        let (words, presence, code) = (&hall.words, &hall.presence, table.code.as_str());
        let done = shown.room.done(By::Facilitator);
        let stamp = shown.version + presence.changes(code, None);
        let unread = shown.room.messages.len().saturating_sub(hall.read.of(code).len());
        Self { unread, words, shown, code, presence, now: hall.now(), done, events: "/desk/events", stamp }
    }
}

impl Desk<'_> {
    /// What every form of the desk carries.
    pub(in crate::server) fn key(&self) -> Markup {
        html! {
            input type="hidden" name="key" value={ "d" (self.done) };
            input type="hidden" name="turn" value=(self.shown.room.turn.0);
        }
    }

    /// A form that is one button.
    pub(in crate::server) fn button(&self, action: &str, text: &str, fields: &[(&str, String)], loud: bool) -> Markup {
        html! {
            form method="post" action={ "/desk/" (action) } {
                (self.key())
                @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                button class=[(!loud).then_some("quiet")] { (text) }
            }
        }
    }

    /// Speaks of the truth, with the orders of the turn before.
    pub(in crate::server) fn telling(&self) -> Telling<'_> {
        let staged = self.shown.position.staged();
        let (situation, _, past) = self.shown.position.truth();
        let orders = past.map(|(played, _)| played.docket.orders()).unwrap_or_default();
        Telling { words: self.words, rules: &staged.rulebook, cast: &staged.scenario.cast, scene: situation, orders }
    }

    /// How effects are written, with the names of this crisis.
    pub(in crate::server) fn notation(&self) -> Markup {
        let (words, cast) = (self.words, &self.shown.position.staged().scenario.cast);
        let states: Vec<String> = cast.states.iter().map(|named| format!("{} ({})", named.name, named.code)).collect();
        let gauges: Vec<String> = Gauge::ALL.iter().map(spoken).collect();
        html! {
            details id="notation" {
                summary { (words.say("notation")) }
                ul {
                    @for line in ["notation-gauge", "notation-pair", "notation-asset", "notation-reveal"] { li { (words.say(line)) } }
                }
                p { strong { (words.say("notation-states")) } " " (states.join(", ")) }
                p { strong { (words.say("notation-gauges")) } " " (gauges.join(", ")) }
                p { strong { (words.say("notation-assets")) } " " (cast.assets.join(", ")) }
                p { strong { (words.say("notation-incidents")) } " " (cast.incidents.join(", ")) }
            }
        }
    }

    /// A page in the frame of the desk.
    pub(in crate::server) fn page(&self, title: &str, main: &Markup) -> Markup {
        let (words, shown) = (self.words, self.shown);
        let scenario = &shown.position.staged().scenario;
        let turn = (shown.room.turn.0 + 1).min(scenario.turns);
        let top = html! {
            h1 { (scenario.title) ": " (words.say("desk-title")) }
            p { (words.say_with("seat-turn", &[("turn", u32::from(turn).into()), ("turns", u32::from(scenario.turns).into())])) }
            @if !shown.room.over { (clock(words, shown.room.clock, self.now, "no-not-begun")) }
        };
        let ways = [
            ("/desk", "desk-way"),
            ("/desk/inbox", "inbox-way"),
            ("/desk/people", "people-way"),
            ("/desk/turn", "turn-way"),
            ("/desk/plans", "plans-way"),
            ("/desk/worlds", "worlds-way"),
        ];
        frame(
            words,
            title,
            Some(Live { events: self.events, stamp: self.stamp }),
            &top,
            &html! {
                p class="mark" { (words.say("desk-mark")) }
                nav aria-label=(words.say("desk-title")) {
                    ul class="ways" {
                        @for (way, name) in ways {
                            li { a href=(way) {
                                (words.say(name))
                                @if name == "inbox-way" && self.unread > 0 { " (" (words.say_with("inbox-unread", &[("count", self.unread.into())])) ")" }
                            } }
                        }
                    }
                }
                @if !shown.room.over { (pleas(self)) }
                (main)
            },
        )
    }
}

/// The States that ask for more time, on top of every page of the desk: the clock runs while they wait.
fn pleas(desk: &Desk<'_>) -> Markup {
    let (words, room, telling) = (desk.words, &desk.shown.room, desk.telling());
    let asked: Vec<_> = room.pleas().collect();
    html! {
        @if !asked.is_empty() {
            section class="note" aria-labelledby="pleas" {
                h2 id="pleas" { (words.say("desk-time-asked")) }
                ul class="plain" {
                    @for (state, person) in &asked {
                        @let name = telling.state(*state);
                        @let who = room.seated(*person).map_or("", |seated| seated.person.name.as_str());
                        li { div class="row" {
                            span { (words.say_with("desk-time-by", &[("state", (&name).into()), ("name", who.into())])) }
                            // The same form as that of the lever, so that both pressed at once give time once.
                            (desk.button("extend", &more(words), &[], true))
                            @let no = words.say_with("desk-time-deny", &[("state", (&name).into())]);
                            (desk.button("deny-time", &no, &[("state", state.0.to_string())], false))
                        } }
                    }
                }
            }
        }
    }
}

fn more(words: &Words) -> String {
    words.say_with("desk-extend", &[("minutes", (MORE as usize).into())])
}

/// The facilitator's first page.
pub(in crate::server) fn page(desk: &Desk<'_>) -> Markup {
    let (words, shown, telling) = (desk.words, desk.shown, desk.telling());
    let (situation, truth, past) = shown.position.truth();
    desk.page(
        &words.say("desk-title"),
        &html! {
            @if shown.room.over { p class="note" { (words.say("seat-over")) } }
            p {
                (words.say("desk-join")) " " span class="code" { (desk.code) } " "
                a href={ "/board/" (desk.code) } { (words.say("desk-board")) }
            }
            @if !shown.room.over { (levers(desk)) (rule(desk)) }
            (seats(desk, &telling))
            section aria-labelledby="truth" {
                h2 id="truth" { (words.say("desk-truth")) }
                p { (truth.map_or_else(|| words.say("desk-truth-none"), str::to_owned)) }
            }
            @if !shown.room.over { (sealed(desk, &telling)) }
            @if let Some((played, record)) = past {
                section aria-labelledby="past" {
                    h2 id="past" { (words.say("desk-past")) }
                    p { strong { (telling.headline(record)) } }
                    ul { @for order in played.docket.orders() { li { (telling.order(order)) } } }
                    ul { @for refused in played.docket.refusals() { li { (telling.refused(refused)) } } }
                    p { a href="/desk/turn" { (words.say("turn-title")) } }
                }
            }
            section aria-labelledby="ladder" {
                h2 id="ladder" { (words.say("desk-ladder")) }
                ul {
                    @let mut ties: Vec<_> = situation.ties.iter().filter(|tie| tie.step > 0).collect();
                    @let () = ties.sort_by_key(|tie| (std::cmp::Reverse(tie.step), tie.low, tie.high));
                    @for tie in ties {
                        @let (low, high) = (telling.state(tie.low), telling.state(tie.high));
                        @let step = [("step", u32::from(tie.step).into()), ("name", telling.step(tie.step).into())];
                        li {
                            (words.say_with("desk-pair", &[("first", (&low).into()), ("second", (&high).into())])) ": "
                            (words.say_with("desk-step", &step))
                        }
                    }
                    @if situation.ties.iter().any(|tie| tie.step == 0) { li { (words.say_with("desk-calm", &[("name", telling.step(0).into())])) } }
                }
            }
            section aria-labelledby="record" {
                h2 id="record" { (words.say("desk-keep")) }
                ul {
                    li { a href="/desk/journal" download { (words.say("desk-journal")) } }
                    li { a href="/desk/review" { (words.say("desk-review")) } }
                    @for state in (0..shown.room.desks.len()).map(StateId::at).filter(|state| shown.room.delegation(*state).next().is_some()) {
                        @let name = telling.state(state);
                        li { a href={ "/desk/file/" (state.0) } { (words.say_with("desk-file", &[("state", (&name).into())])) } }
                    }
                }
            }
        },
    )
}

fn levers(desk: &Desk<'_>) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let more = more(words);
    html! {
        div class="row" {
            @match room.clock {
                Clock::Waiting => div class="whole" { (lobby::begin(desk)) },
                Clock::Runs(_) => {
                    (desk.button("stop", &words.say("desk-stop"), &[], false))
                    (desk.button("extend", &more, &[], false))
                }
                Clock::Stands(_) => {
                    (desk.button("go-on", &words.say("desk-go-on"), &[], true))
                    (desk.button("extend", &more, &[], false))
                }
            }
        }
        @if room.clock != Clock::Waiting {
            form class="row" method="post" action="/desk/end" {
                (desk.key())
                label { input type="checkbox" name="sure" required; " " (words.say("desk-end-sure")) }
                button { (words.say_with("desk-end", &[("turn", (u32::from(room.turn.0) + 1).into())])) }
            }
        }
    }
}

/// Who has to approve an order: another rule counts from the next voice on, and drafts wait as they are.
fn rule(desk: &Desk<'_>) -> Markup {
    let (words, now) = (desk.words, desk.shown.room.approval);
    html! {
        details id="rule" {
            summary { (words.say("desk-rule")) ": " (words.approval(now)) }
            form class="fields" method="post" action="/desk/agree" {
                (desk.key())
                div {
                    label for="approval" { (words.say("desk-rule-new")) }
                    select id="approval" name="rule" {
                        @for one in Approval::ALL { option value=(wire_word(one)) selected[one == now] { (words.approval(one)) } }
                    }
                }
                div { button class="quiet" { (words.say("desk-rule-go")) } }
            }
        }
    }
}

fn seats(desk: &Desk<'_>, telling: &Telling<'_>) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let states = || (0..room.desks.len()).map(StateId::at);
    html! {
        section aria-labelledby="seats" {
            h2 id="seats" { (words.say("desk-seats")) }
            @if room.clock != Clock::Waiting && !room.over { p role="status" { (telling.readiness(room)) } }
            div class="scroll" tabindex="0" role="group" aria-label=(words.say("desk-seats")) {
                table {
                    thead { tr {
                        @for head in ["desk-state", "desk-people", "desk-orders", "desk-standing", "desk-do"] {
                            th scope="col" { (words.say(head)) }
                        }
                    } }
                    tbody { @for state in states() { (row(desk, telling, state)) } (press(desk)) }
                }
            }
        }
    }
}

fn row(desk: &Desk<'_>, telling: &Telling<'_>, state: StateId) -> Markup {
    let (words, room) = (desk.words, &desk.shown.room);
    let own = &room.desks[state.index()];
    let people: Vec<&Seated> = room.delegation(state).collect();
    let name = telling.state(state);
    let is_here = |one: &Seated| desk.presence.devices(desk.code, one.person.id, desk.now) > 0;
    html! {
        tr {
            th scope="row" { (name) }
            td { ul class="plain" { @for one in &people { li { (person(desk, one)) } } } }
            td { (own.orders.len()) }
            td {
                (telling.standing(room, state, &is_here))
                @if own.standing != StandingOrders::default() { p { (words.standing_orders("desk-standing-orders", &own.standing)) } }
            }
            td { div class="row" {
                @if !people.is_empty() && !room.over {
                    @let (text, to) = if own.with_agent { ("desk-hand-back", "people") } else { ("desk-hand", "agent") };
                    (desk.button("hand", &words.say(text), &[("state", state.0.to_string()), ("to", to.into())], false))
                }
                @if people.len() > 1 && !room.over {
                    details id={ "head-" (state.0) } {
                        summary { (words.say("desk-other-head")) }
                        @for one in people.iter().filter(|one| one.office != Office::Head) {
                            @let text = words.say_with("desk-make-head", &[("name", (&one.person.name).into())]);
                            (desk.button("appoint", &text, &[("person", one.person.id.0.to_string())], false))
                        }
                    }
                }
                a href={ "/desk/see/" (state.0) } { (words.say_with("desk-see", &[("state", (&name).into())])) }
            } }
        }
    }
}

/// Whoever sits with the press; nothing is to be done there.
fn press(desk: &Desk<'_>) -> Markup {
    let people: Vec<&Seated> = desk.shown.room.delegation(PUBLIC).collect();
    html! {
        @if !people.is_empty() {
            tr {
                th scope="row" { (desk.words.say("press-title")) }
                td { ul class="plain" { @for one in &people { li { (person(desk, one)) } } } }
                td { "–" }
                td { "–" }
                td { a href={ "/board/" (desk.code) } { (desk.words.say("board-title")) } }
            }
        }
    }
}

fn person(desk: &Desk<'_>, one: &Seated) -> Markup {
    let words = desk.words;
    let there = match desk.presence.devices(desk.code, one.person.id, desk.now) {
        0 => words.say("desk-away"),
        1 => words.say("desk-present"),
        count => words.say_with("desk-devices", &[("count", count.into())]),
    };
    html! {
        (one.person.name) " (" (office::name(words, one.office)) ", " (there) ")"
    }
}

fn sealed(desk: &Desk<'_>, telling: &Telling<'_>) -> Markup {
    let room = &desk.shown.room;
    html! {
        section aria-labelledby="sealed" {
            h2 id="sealed" { (desk.words.say("desk-sealed")) }
            ul {
                @for order in room.desks.iter().flat_map(|desk| &desk.orders) { li { (capitalised(&telling.order(order))) } }
            }
            @if room.desks.iter().all(|desk| desk.orders.is_empty()) { p { (desk.words.say("seat-orders-none")) } }
        }
    }
}

/// What a State sees, framed so that nobody takes it for their own seat.
pub(in crate::server) fn see(seat: &Seat<'_>, briefings: &[String]) -> Markup {
    let words = seat.words;
    let state = seat.outlook().telling.state(seat.state);
    let title = words.say_with("desk-see", &[("state", (&state).into())]);
    plain(
        words,
        &title,
        &html! {
            p class="mark" { (words.say_with("desk-seeing", &[("state", (&state).into())])) }
            p { a href="/desk" { (words.say("desk-seeing-back")) } }
            div class="seeing" { (body(seat, briefings)) }
        },
    )
}
