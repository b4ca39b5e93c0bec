//! A seat's page: who one is, what happened, what to do; then orders, acts, knowledge, notes and messages. Made from the
//! seat's view and the seat's own desk; nothing else is at hand here.

use maud::{Markup, html};

use crate::base::Turn;
use crate::base::id::StateId;
use crate::report::map::Map;
use crate::server::pages::terms::Terms;
use crate::server::pages::{
    Live, briefing, clock, dossier, frame, letters, lobby, office, public, standing, team, time, waiting,
};
use crate::server::presence::Here;
use crate::session::desk::{Moment, Office};
use crate::session::entry::Message;
use crate::session::live::Shown;
use crate::session::plan::Plan;
use crate::session::room::{Clock, Room, Seated};
use crate::sim::docket::{Refusal, attention};
use crate::sim::order::{Act, Order};
use crate::sim::scenario::{Cast, Scenario};
use crate::view::{Clearance, Draft, Entry, Menu, Obstacle, PUBLIC, View, menu};
use crate::words::Words;
use crate::words::seat::{Outlook, cast_of};

/// How many acts the first page names, open ones and some that are not.
const NAMED: usize = 8;
/// How many lines on what came of a turn stand open.
const CAME: usize = 8;

/// Everything a seat's pages are made of.
pub(in crate::server) struct Seat<'a> {
    pub(in crate::server) words: &'a Words,
    pub(in crate::server) view: View,
    pub(in crate::server) cast: Cast,
    pub(in crate::server) scenario: &'a Scenario,
    pub(in crate::server) map: &'a Map,
    own: Vec<Order>,
    refused: Vec<Refusal>,
    shown: &'a Shown,
    pub(in crate::server) state: StateId,
    /// Who looks; `None` for the facilitator who looks over a shoulder.
    pub(in crate::server) who: Option<&'a Seated>,
    pub(in crate::server) now: Moment,
    /// Who else is there, where whoever looks may know.
    pub(in crate::server) here: Option<Here<'a>>,
}

impl<'a> Seat<'a> {
    /// What a State's persons see.
    pub(in crate::server) fn of(
        words: &'a Words,
        (shown, map): (&'a Shown, &'a Map),
        state: StateId,
        who: Option<&'a Seated>,
        now: Moment,
    ) -> Self {
        let scenario = &*shown.position.staged().scenario;
        let clearance = who.map_or(Clearance::Secret, |who| shown.room.clearance(who.person.id));
        let view = shown.position.cleared(state, clearance);
        let cast = cast_of(&view, &scenario.cast);
        let (own, refused) = shown.position.own(&view);
        Self { words, view, cast, scenario, map, own, refused, shown, state, who, now, here: None }
    }

    /// The same, knowing who is there.
    #[must_use]
    pub(in crate::server) fn among(self, here: Here<'a>) -> Self {
        Self { here: Some(here), ..self }
    }

    /// Rises whenever anything changes that a page of this seat shows.
    pub(in crate::server) fn stamp(&self) -> u64 {
        self.room().stamp(self.state) + self.here.map_or(0, |here| here.changes(self.state))
    }

    /// Whether somebody is there, as far as whoever looks may know.
    pub(in crate::server) fn is_here(&self, one: &Seated) -> Option<bool> {
        self.here.map(|here| here.devices(one.person.id, self.now) > 0)
    }

    pub(in crate::server) fn outlook(&self) -> Outlook<'_> {
        Outlook::new(self.words, &self.view, &self.cast, self.scenario, &self.own)
    }

    pub(in crate::server) fn orders(&self) -> &[Order] {
        self.room().desks.get(self.state.index()).map_or(&[], |desk| desk.orders.as_slice())
    }

    pub(in crate::server) fn room(&self) -> &'a Room {
        &self.shown.room
    }

    /// Attention left after the orders given so far.
    pub(in crate::server) fn left(&self) -> i32 {
        let spent: i32 = self.orders().iter().map(|order| attention(self.view.rules(), order.act)).sum();
        (self.view.attention() - spent).max(0)
    }

    /// Whether whoever looks can give an order now without asking.
    pub(in crate::server) fn may_order(&self, order: &Order) -> bool {
        self.may_confer() && self.who.is_some_and(|who| self.shown.room.may_send(who.person.id, order))
    }

    /// Whether whoever looks can give orders now without asking, each for what falls to their office.
    pub(in crate::server) fn sends(&self) -> bool {
        self.may_confer() && self.who.is_some_and(|who| self.shown.room.sends(who.person.id))
    }

    /// Whether an act falls to whoever looks.
    pub(in crate::server) fn is_for(&self, act: Act) -> bool {
        self.who.is_none_or(|who| self.shown.room.may_propose(who.person.id, act))
    }

    /// Whether whoever looks can propose drafts and speak on them now.
    pub(in crate::server) fn may_confer(&self) -> bool {
        let room = &self.shown.room;
        let at_work = room.desks.get(self.state.index()).is_some_and(|desk| !desk.with_agent);
        at_work && !room.over && room.clock != Clock::Waiting && self.who.is_some()
    }

    /// Whether whoever looks can take orders back and call them complete now.
    pub(in crate::server) fn may_close(&self) -> bool {
        self.sends() || self.may_confer() && self.who.is_some_and(|who| who.office == Office::Head)
    }

    /// The head's name, if there is one.
    pub(in crate::server) fn head(&self) -> &str {
        let mut own = self.shown.room.delegation(self.state);
        own.find(|seated| seated.office == Office::Head).map_or("", |seated| seated.person.name.as_str())
    }

    fn points(&self, points: i32) -> String {
        self.words.say_with("seat-points", &[("points", points.max(0).unsigned_abs().into())])
    }

    /// The key under which the next command is sent: the same page sends the same, whoever presses twice.
    pub(in crate::server) fn key(&self) -> String {
        let done = self.who.map_or(0, |who| self.shown.room.done(crate::session::desk::By::Person(who.person.id)));
        format!("t{}-{done}", self.shown.room.turn.0)
    }

    pub(in crate::server) fn turn(&self) -> u16 {
        self.shown.room.turn.0
    }

    /// Everybody else whom one can write to: the other States, and the press if somebody sits there.
    pub(in crate::server) fn others(&self) -> impl Iterator<Item = StateId> {
        let all = (0..self.room().desks.len()).map(StateId::at).chain([PUBLIC]);
        all.filter(|other| *other != self.state && self.room().reads(*other))
    }

    /// The messages this State wrote or received, the newest first.
    pub(in crate::server) fn messages(&self) -> impl Iterator<Item = &'a Message> {
        let own = |one: &&Message| !one.to.is_public() && (one.from == self.state || one.to.contains(self.state));
        self.shown.room.messages.iter().rev().filter(own)
    }

    /// Whether whoever looks can ask the facilitator now.
    pub(in crate::server) fn may_ask(&self) -> bool {
        self.who.is_some() && !self.shown.room.over
    }

    /// Whether whoever looks can write to other States now.
    pub(in crate::server) fn may_write(&self) -> bool {
        self.who.is_some() && !self.shown.room.over && self.shown.room.clock != Clock::Waiting
    }

    fn top(&self) -> Markup {
        let (words, room) = (self.words, &self.shown.room);
        let state = self.outlook().telling.place(self.state);
        html! {
            h1 { (state) }
            @if let Some(who) = self.who {
                p {
                    (words.say_with("seat-you", &[("name", (&who.person.name).into()), ("state", (&state).into()), ("office", who.office.word().into()), ("title", (&office::name(words, who.office)).into())]))
                }
            }
            (self.turn_line())
            @if !room.over { (clock(words, room.clock, self.now, "seat-waiting")) }
        }
    }

    /// Which turn of how many it is.
    pub(in crate::server) fn turn_line(&self) -> Markup {
        let turns = u32::from(self.scenario.turns);
        let turn = (u32::from(self.room().turn.0) + 1).min(turns);
        html! { p { (self.words.say_with("seat-turn", &[("turn", turn.into()), ("turns", turns.into())])) } }
    }

    /// A page in the frame of this seat.
    pub(in crate::server) fn page(&self, title: &str, main: &Markup) -> Markup {
        let live = Live { events: "/events", stamp: self.stamp() };
        frame(self.words, title, self.who.map(|_| live), &self.top(), main)
    }
}

/// The seat's first page.
pub(in crate::server) fn first(seat: &Seat<'_>, briefings: &[String]) -> Markup {
    let state = seat.outlook().telling.state(seat.state);
    seat.page(&state, &body(seat, briefings))
}

/// What stands on it, without the frame.
pub(in crate::server) fn body(seat: &Seat<'_>, briefings: &[String]) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let room = &seat.shown.room;
    let desk = &room.desks[seat.state.index()];
    let menu = menu(&seat.view);
    let mut terms = Terms::new(words);
    html! {
        @if room.over {
            p class="note" { (words.say("seat-over")) }
            @if seat.who.is_some() { p { a href="/seat/file" { (words.say("seat-file")) } } }
        }
        @else if desk.with_agent { p class="note" { (words.say("seat-agent")) } }
        (office::absence(seat))
        @if !room.over { (time::plea(seat)) }
        (now(seat))
        (lobby::own(seat))
        (office::own(seat))
        @if !briefings.is_empty() {
            details id="briefing" {
                summary { (words.say("seat-briefing")) }
                div class="prose" lang=[words.foreign()] { @for text in briefings { (briefing::prose(text, &mut terms)) } }
                @if seat.who.is_some() { p { a href="/seat/briefing" { (words.say("seat-briefing-full")) } } }
            }
        }
        (bulletins(words, &room.bulletins(Some(seat.state))))
        @if room.turn.0 > 0 {
            section aria-labelledby="came" {
                h2 id="came" { (words.say("play-came")) }
                @let all = outlook.outcome(&seat.refused);
                @let (first, rest) = all.split_at(all.len().min(CAME));
                ul lang=[words.foreign()] { @for line in first { li { (line) } } }
                @if !rest.is_empty() {
                    details id="came-more" {
                        summary { (words.say_with("seat-more", &[("count", rest.len().into())])) }
                        ul lang=[words.foreign()] { @for line in rest { li { (line) } } }
                    }
                }
            }
        }
        div class="columns" {
            div {
                @if !room.over {
                    (waiting::list(seat, &menu))
                    // What can be done comes first until something is done.
                    @let is_blank = desk.orders.is_empty() && desk.drafts.is_empty();
                    @if is_blank { (suggested(seat, &menu)) }
                    (orders(seat))
                    (team::room(seat))
                    @if !is_blank { (suggested(seat, &menu)) }
                    (standing::orders(seat))
                }
                (public::articles(seat))
                (letters::messages(seat))
                (letters::notes(seat))
            }
            div {
                (dossier::situation(seat))
                (dossier::knowledge(seat))
                (office::delegation(seat))
            }
        }
    }
}

/// Who one is, what happened, what to do: the first thing on the first screen.
fn now(seat: &Seat<'_>) -> Markup {
    let words = seat.words;
    let told = seat.outlook().situation();
    let parts = ["seat-who", "seat-happened", "seat-to-do"];
    html! {
        section class="now" aria-labelledby="now" {
            h2 id="now" class="off" { (words.say("seat-now")) }
            dl {
                @for (label, line) in parts.into_iter().zip(&told).take(2) { dt { (words.say(label)) } dd lang=[words.foreign()] { (line) } }
                dt { (words.say(parts[2])) }
                dd {
                    @if let Some(first) = to_do(seat) { (words.say(first)) " " }
                    @if !seat.room().over { span lang=[words.foreign()] { (told[2]) } }
                }
            }
            nav class="jump" aria-label=(words.say("seat-jump")) {
                @for (place, label) in [("#waiting", "wait-title"), ("#do", "seat-do"), ("#known", "seat-known"), ("#situation", "map-heading"), ("#messages", "seat-messages")] {
                    @if !matches!(place, "#waiting" | "#do") || !seat.shown.room.over { a href=(place) { (words.say(label)) } }
                }
                a href="/codex" { (words.say("codex-title")) }
            }
        }
    }
}

/// What whoever looks does next.
fn to_do(seat: &Seat<'_>) -> Option<&'static str> {
    let (room, desk) = (seat.room(), seat.room().desks.get(seat.state.index())?);
    seat.who?;
    Some(match room.clock {
        _ if room.over => "todo-over",
        Clock::Waiting => "todo-waiting",
        _ if desk.with_agent => "todo-agent",
        _ if desk.ready => "todo-ready",
        _ if seat.sends() => "todo-order",
        _ => "todo-propose",
    })
}

/// What the facilitator's events told somebody, the latest first.
pub(in crate::server) fn bulletins(words: &Words, told: &[(Turn, &Plan)]) -> Markup {
    html! {
        @if !told.is_empty() {
            section aria-labelledby="news" {
                h2 id="news" { (words.say("seat-news")) }
                @for (turn, plan) in told {
                    article class="message" {
                        @let turn = u32::from(turn.0) + 1;
                        @let sight = if plan.to.is_public() { ("●", "seat-news-public") } else { ("◐", "seat-news-shared") };
                        p class="who" { span class="sight" { span aria-hidden="true" { (sight.0) " " } (words.say_with(sight.1, &[("turn", turn.into())])) } }
                        strong { (plan.title) } "\n" (plan.text)
                    }
                }
            }
        }
    }
}

fn orders(seat: &Seat<'_>) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let desk = &seat.shown.room.desks[seat.state.index()];
    let may = seat.may_close();
    html! {
        section aria-labelledby="orders" {
            h2 id="orders" { (words.say("seat-orders")) }
            @if desk.orders.is_empty() { p { (words.say("seat-orders-none")) } }
            ul class="acts" {
                @for (place, order) in desk.orders.iter().enumerate().filter(|(_, order)| seat.view.is_told(order)) {
                    li {
                        span lang=[words.foreign()] { (choice(&outlook, &seat.view, order)) }
                        @if may {
                            form method="post" action="/seat/take-back" {
                                (hidden(seat)) input type="hidden" name="place" value=(place);
                                button class="quiet" { (words.say("seat-take-back")) }
                            }
                        }
                    }
                }
            }
            (office::secret(seat, desk.orders.iter()))
            (sum(seat))
            @if desk.ready { p class="note" { (words.say("seat-is-ready")) } }
            @else if desk.orders.is_empty() && !desk.with_agent { p { (words.say("seat-nothing")) } }
            @if may {
                form method="post" action="/seat/ready" {
                    (hidden(seat)) input type="hidden" name="ready" value=(if desk.ready { "no" } else { "yes" });
                    button class=[(desk.ready || desk.orders.is_empty()).then_some("quiet")] {
                        (words.say(if desk.ready { "seat-not-ready" } else { "seat-ready" }))
                    }
                }
            } @else if seat.who.is_some_and(|who| who.office != Office::Head) {
                p { (words.say_with("seat-head-only", &[("head", seat.head().into())])) }
            }
        }
    }
}

/// What is left of the attention, and how that comes about.
fn sum(seat: &Seat<'_>) -> Markup {
    let (words, outlook, rules) = (seat.words, seat.outlook(), seat.view.rules());
    let have = seat.view.own().attention;
    let kept = have - seat.view.attention();
    let (told, secret): (Vec<&Order>, Vec<&Order>) = seat.orders().iter().partition(|order| seat.view.is_told(order));
    let line = |id: &str, points: i32| words.say_with(id, &[("points", (&seat.points(points)).into())]);
    html! {
        details id="sum" {
            summary { (words.say_with("seat-points-left", &[("points", seat.left().unsigned_abs().into())])) }
            ul {
                li { (Terms::new(words).link(&line("seat-points-have", have))) }
                @if kept > 0 { li { (line("seat-points-kept", kept)) } }
                @for order in told {
                    li { span lang=[words.foreign()] { (choice(&outlook, &seat.view, order)) } ": −" (seat.points(attention(rules, order.act))) }
                }
                @if !secret.is_empty() { li { (line("seat-points-secret", secret.iter().map(|order| attention(rules, order.act)).sum())) } }
            }
        }
    }
}

/// An order of this seat as it would draft it.
pub(in crate::server) fn choice(outlook: &Outlook<'_>, view: &View, order: &Order) -> String {
    view.draft(order).map_or_else(|_| outlook.telling.choice(order.act), |draft| outlook.choice(&draft))
}

/// What every form of a seat carries.
pub(in crate::server) fn hidden(seat: &Seat<'_>) -> Markup {
    html! {
        input type="hidden" name="key" value=(seat.key());
        input type="hidden" name="turn" value=(seat.turn());
    }
}

fn suggested(seat: &Seat<'_>, menu: &Menu) -> Markup {
    let (words, outlook, left) = (seat.words, seat.outlook(), seat.left());
    let rules = seat.view.rules();
    html! {
        section aria-labelledby="do" {
            h2 id="do" { (words.say("seat-do")) }
            @if menu.suggested.is_empty() { p { (words.say("seat-do-none")) } }
            ul class="acts" {
                @for draft in &called_for(seat, menu) {
                    @let costs = attention(rules, draft.order.act);
                    @if !seat.is_for(draft.order.act) {
                        (barred(&outlook.choice(draft), &office::answers(seat, draft.order.act)))
                    } @else if costs <= left {
                        li { (link(seat, menu, draft, &outlook)) span class="cost" { (seat.points(costs)) } }
                    } @else {
                        @let (costs, left) = (costs.to_string(), left.to_string());
                        @let why = words.say_with("play-too-dear", &[("costs", (&costs).into()), ("left", (&left).into())]);
                        (barred(&outlook.choice(draft), &why))
                    }
                }
                @for (entry, why) in closed(seat, menu) {
                    @let why = outlook.obstacle(why);
                    (barred(&outlook.telling.choice(entry.act), &words.say_with("seat-not-now", &[("why", (&why).into())])))
                }
            }
            @if seat.who.is_some() {
                p { a href="/seat/acts" { (words.say("seat-all")) } }
                (search(words, ""))
            }
        }
    }
}

/// An act that cannot be ordered, and why not.
pub(super) fn barred(act: &str, why: &str) -> Markup {
    html! { li class="barred" { span { (act) } span class="why" { (why) } } }
}

/// Of what is more urgent to others of the delegation, so much is named beside one's own.
const OTHERS: usize = 2;

/// What the situation calls for: of one's own office first, then the most urgent of what others answer for.
fn called_for(seat: &Seat<'_>, menu: &Menu) -> Vec<Draft> {
    let (own, others): (Vec<Draft>, Vec<Draft>) = menu.suggested.iter().partition(|draft| seat.is_for(draft.order.act));
    if others.is_empty() {
        return own;
    }
    let mut best: Vec<_> = (menu.entries.iter())
        .filter(|entry| seat.is_for(entry.act))
        .filter_map(|entry| entry.candidates.first())
        .filter(|candidate| candidate.need > 0 && !own.contains(&candidate.draft))
        .collect();
    best.sort_by_key(|candidate| std::cmp::Reverse(candidate.need));
    let more = best.into_iter().map(|candidate| candidate.draft);
    own.iter().copied().chain(more).take(NAMED - OTHERS).chain(others.iter().copied().take(OTHERS)).collect()
}

/// Acts that the situation calls for and something stands in the way of: they fill the list up, since why not is worth knowing.
fn closed<'a>(seat: &'a Seat<'_>, menu: &'a Menu) -> impl Iterator<Item = (&'a Entry, Obstacle)> {
    let room = NAMED.saturating_sub(called_for(seat, menu).len());
    let why = |entry: &'_ Entry| entry.why_not.filter(|why| matches!(why, Obstacle::Refused(_)));
    let own = menu.entries.iter().filter(|entry| seat.is_for(entry.act));
    own.filter_map(move |entry| Some((entry, why(entry)?))).take(room)
}

/// The search through all acts; it works without script.
pub(super) fn search(words: &Words, text: &str) -> Markup {
    html! {
        form class="row" method="get" action="/seat/acts" role="search" {
            label for="q" { (words.say("act-search")) }
            input id="q" name="q" type="search" value=(text) maxlength="60";
            button class="quiet" { (words.say("act-search-go")) }
        }
    }
}

/// The way back to the seat.
pub(super) fn back(words: &Words) -> Markup {
    html! { p { a href="/seat" { (words.say("web-back")) } } }
}

fn link(seat: &Seat<'_>, menu: &Menu, draft: &Draft, outlook: &Outlook<'_>) -> Markup {
    let place = menu.entries.iter().find_map(|entry| {
        let way = entry.candidates.iter().position(|candidate| candidate.draft == *draft)?;
        Some((crate::wire::slug(seat.view.rules(), entry.act), way))
    });
    let text = outlook.choice(draft);
    match place.filter(|_| seat.who.is_some()) {
        Some((act, way)) => {
            html! { a href={ "/seat/act?act=" (act) "&way=" (way) } lang=[seat.words.foreign()] { (text) } }
        }
        None => html! { span lang=[seat.words.foreign()] { (text) } },
    }
}
