//! A seat's pages and what is sent from them.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;

use crate::agents::Mandate;
use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::server::guard;
use crate::server::hall::{Hall, Table};
use crate::server::pages::briefing::{self, Reading};
use crate::server::pages::seat::Seat;
use crate::server::pages::{self, act, act::Fields, letters, public};
use crate::server::presence::Here;
use crate::server::routes::desk::reviewed;
use crate::server::routes::{fields, halted, key, made, refuse, send};
use crate::session::desk::{By, Key, Office, PersonId, StandingOrders, Voice};
use crate::session::room::Clock;
use crate::session::wish::{No, Wish};
use crate::sim::docket::attention;
use crate::sim::scenario::Briefing;
use crate::view::{PUBLIC, feasible, menu};

/// The briefings of a State: the crisis's, then its own.
pub(super) fn briefings(table: &Table, state: StateId, reading: Reading) -> Vec<String> {
    let shown = table.shown();
    let all = shown.position.staged().scenario.briefings.iter();
    let own = all.filter(|one| one.state.is_none() || one.state == Some(state));
    let file = |one: &'_ Briefing| match reading {
        Reading::Plain => table.book.as_ref()?.text(&one.plain).map(str::to_owned),
        Reading::Full => table.book.as_ref()?.text(&one.full).map(str::to_owned),
    };
    own.filter_map(file).collect()
}

/// Makes a page of whoever asks, or shows the way in.
async fn page(
    hall: Arc<Hall>,
    headers: &HeaderMap,
    make: impl FnOnce(&Seat<'_>) -> Markup + Send + 'static,
) -> Response {
    let Some((table, person)) = guard::seat(&hall, headers) else { return Redirect::to("/").into_response() };
    if let Some(why) = table.halted() {
        return halted(hall.speaks(headers), &why);
    }
    let (now, language) = (hall.now(), guard::language(headers));
    hall.presence.saw(&table.code, person, now);
    let (shown, map) = (table.shown(), table.map.clone());
    made(move || {
        let who = shown.room.seated(person);
        let state = who.map_or(StateId(0), |who| who.state);
        let here = Here { presence: &hall.presence, game: &table.code };
        make(&Seat::of(hall.speaking(language), (&shown, &map), state, who, now).among(here))
    })
    .await
}

/// A page on acts. The press sits in no State and has none: it is shown its seat.
async fn acting(
    hall: Arc<Hall>,
    headers: &HeaderMap,
    make: impl FnOnce(&Seat<'_>) -> Markup + Send + 'static,
) -> Response {
    page(hall, headers, move |seat| if seat.state == PUBLIC { public::press(seat) } else { make(seat) }).await
}

/// The briefings of whoever asks.
fn own_briefings(hall: &Hall, headers: &HeaderMap, reading: Reading) -> Vec<String> {
    let own = guard::seat(hall, headers).and_then(|(table, person)| {
        let state = table.shown().room.seated(person)?.state;
        Some(briefings(&table, state, reading))
    });
    own.unwrap_or_default()
}

pub(super) async fn first(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let own = own_briefings(&hall, &headers, Reading::Plain);
    acting(hall, &headers, move |seat| pages::seat::first(seat, &own)).await
}

pub(super) async fn briefing(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let own = own_briefings(&hall, &headers, Reading::Full);
    acting(hall, &headers, move |seat| briefing::full(seat, &own)).await
}

/// What the team of whoever asks takes away once the crisis is over; before, it is told of no more than its page shows.
pub(super) async fn file(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some((table, person)) = guard::seat(&hall, &headers) else { return Redirect::to("/").into_response() };
    let shown = table.shown();
    match shown.room.seated(person).map(|seated| seated.state) {
        Some(state) if shown.room.over && state != PUBLIC => reviewed(&hall, &table, Some(state)).await,
        _ => Redirect::to("/seat").into_response(),
    }
}

pub(super) async fn acts(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let fields = fields(&query.unwrap_or_default());
    acting(hall, &headers, move |seat| act::all(seat, &menu(&seat.view), fields.get("q").map_or("", String::as_str)))
        .await
}

pub(super) async fn act(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let fields = fields(&query.unwrap_or_default());
    acting(hall, &headers, move |seat| match act::draft(&seat.view, &menu(&seat.view), &fields) {
        Some(draft) => act::questions(seat, &draft, &fields),
        None => pages::message(seat.words, "act-closed"),
    })
    .await
}

pub(super) async fn check(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let fields = fields(&query.unwrap_or_default());
    acting(hall, &headers, move |seat| match act::draft(&seat.view, &menu(&seat.view), &fields) {
        Some(draft) => act::check(seat, &draft, &fields),
        None => pages::message(seat.words, "act-closed"),
    })
    .await
}

/// Carries out what a seat's form wants, and goes back to the seat.
async fn wish(hall: &Hall, headers: &HeaderMap, fields: &Fields, wish: Option<Wish>) -> Response {
    let Some((table, person)) = guard::seat(hall, headers) else { return Redirect::to("/").into_response() };
    let words = hall.speaks(headers);
    match wish {
        None => (StatusCode::BAD_REQUEST, pages::message(words, "web-unreadable")).into_response(),
        Some(wish) => send(hall, words, &table, (By::Person(person), key(fields), wish), "/seat").await,
    }
}

fn turn(fields: &Fields) -> Option<Turn> {
    fields.get("turn")?.parse().ok().map(Turn)
}

pub(super) async fn order(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    drafted(hall, headers, &body, |turn, order| Wish::Order { turn, order }).await
}

pub(super) async fn propose(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    drafted(hall, headers, &body, |turn, order| Wish::Propose { turn, order }).await
}

/// What somebody thinks of a draft. One that sends it has to be paid for with what is left.
pub(super) async fn voice(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let word = fields.get("word").cloned().unwrap_or_default();
    let voice = match fields.get("voice").map(String::as_str) {
        Some("approve") => Some(Voice::Approve),
        Some("object") => Some(Voice::Object),
        _ => None,
    };
    let draft = fields.get("draft").and_then(|draft| draft.parse::<u16>().ok());
    let said = turn(&fields).zip(draft).zip(voice);
    let said = said.map(|((turn, draft), voice)| Wish::Voice { turn, draft, voice, word });
    if let (Some(Voice::Approve), Some(draft)) = (voice, draft)
        && let Some((table, person)) = guard::seat(&hall, &headers)
        && is_too_dear(hall.clone(), table, person, draft).await
    {
        return (StatusCode::CONFLICT, pages::message(hall.speaks(&headers), "team-too-dear")).into_response();
    }
    wish(&hall, &headers, &fields, said).await
}

/// Whether approval would send a draft that takes more attention than is left.
pub(in crate::server) async fn is_too_dear(hall: Arc<Hall>, table: Arc<Table>, person: PersonId, draft: u16) -> bool {
    let looked = tokio::task::spawn_blocking(move || {
        let shown = table.shown();
        let who = shown.room.seated(person)?;
        let known = shown.room.desks.get(who.state.index())?.drafts.get(usize::from(draft))?;
        let seat = Seat::of(&hall.words, (&shown, &table.map), who.state, Some(who), hall.now());
        let costs = attention(seat.view.rules(), known.order.act);
        Some(costs > seat.left() && shown.room.is_agreed(who.state, known, Some(person)))
    });
    looked
        .await
        .unwrap_or_else(|error| {
            tracing::error!("what a draft costs could not be told: {error}");
            None
        })
        .unwrap_or_default()
}

pub(super) async fn withdraw(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let draft = fields.get("draft").and_then(|draft| draft.parse().ok());
    let withdrawn = turn(&fields).zip(draft).map(|(turn, draft)| Wish::Withdraw { turn, draft });
    wish(&hall, &headers, &fields, withdrawn).await
}

/// Reads the draft that a form describes, and does with it what is wanted.
async fn drafted(
    hall: Arc<Hall>,
    headers: HeaderMap,
    body: &str,
    wanted: impl FnOnce(Turn, crate::sim::Order) -> Wish,
) -> Response {
    let fields = fields(body);
    let (Some((table, person)), Some(turn)) = (guard::seat(&hall, &headers), turn(&fields)) else {
        return wish(&hall, &headers, &fields, None).await;
    };
    let shown = table.shown();
    // Asked again, it is not read again: what it described may be open no more.
    if shown.room.knows(By::Person(person), &Key(key(&fields))) {
        return Redirect::to("/seat").into_response();
    }
    if shown.room.turn != turn {
        return refuse(hall.speaks(&headers), &No::TurnOver.into());
    }
    if shown.room.seated(person).is_some_and(|seated| seated.office == Office::Press) {
        return refuse(hall.speaks(&headers), &No::NotHead.into());
    }
    let drafted = {
        let (hall, map, fields) = (hall.clone(), table.map.clone(), fields.clone());
        tokio::task::spawn_blocking(move || {
            let who = shown.room.seated(person)?;
            let seat = Seat::of(&hall.words, (&shown, &map), who.state, Some(who), hall.now());
            let draft = act::draft(&seat.view, &menu(&seat.view), &fields)?;
            feasible(&seat.view, &draft).ok().filter(|costs| *costs <= seat.left())?;
            seat.view.seal(&draft).ok()
        })
        .await
    };
    match drafted {
        Ok(Some(order)) => wish(&hall, &headers, &fields, Some(wanted(turn, order))).await,
        Ok(None) => (StatusCode::CONFLICT, pages::message(hall.speaks(&headers), "act-closed")).into_response(),
        Err(error) => {
            tracing::error!("an order could not be read: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

pub(super) async fn take_back(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let place = fields.get("place").and_then(|place| place.parse().ok());
    let taken = turn(&fields).zip(place).map(|(turn, place)| Wish::TakeBack { turn, place });
    wish(&hall, &headers, &fields, taken).await
}

/// Whoever waits for the class to begin is ready, or not yet after all.
pub(super) async fn prepared(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let ready = fields.get("ready").is_some_and(|ready| ready == "yes");
    wish(&hall, &headers, &fields, Some(Wish::Prepared(ready))).await
}

pub(super) async fn ready(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let ready = fields.get("ready").is_some_and(|ready| ready == "yes");
    let ready = turn(&fields).map(|turn| Wish::Ready { turn, ready });
    wish(&hall, &headers, &fields, ready).await
}

pub(super) async fn standing_orders(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let temper = fields.get("temper").filter(|temper| !temper.is_empty()).cloned();
    let mandate =
        fields.get("mandate").and_then(|word| Mandate::ALL.into_iter().find(|one| act::wire_word(one) == *word));
    let left = mandate.map(|mandate| Wish::Instruct(StandingOrders { temper, mandate }));
    wish(&hall, &headers, &fields, left).await
}

pub(super) async fn more_time(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let asked = turn(&fields).map(|turn| Wish::AskForTime { turn });
    wish(&hall, &headers, &fields, asked).await
}

pub(super) async fn write(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let mut to = StateSet::EMPTY;
    let named = fields.keys().filter_map(|name| name.strip_prefix("to-")?.parse().ok());
    named.for_each(|state| to.insert(StateId(state)));
    // For everybody; the room lets only the press.
    if fields.contains_key("to-all") {
        to = StateSet::ALL;
    }
    let text = fields.get("text").cloned().unwrap_or_default();
    // Nothing goes out before its writer has seen who will read it; what could not go out anyway is refused as it is.
    if !fields.contains_key("sure") && !text.trim().is_empty() && reaches_somebody(&hall, &headers, to) {
        return page(hall, &headers, move |seat| letters::read_again(seat, letters::readers(seat, to), &text)).await;
    }
    wish(&hall, &headers, &fields, Some(Wish::Write { to, text })).await
}

/// Whether a message can be written now, and one of those named is another State.
fn reaches_somebody(hall: &Hall, headers: &HeaderMap, to: StateSet) -> bool {
    let Some((table, person)) = guard::seat(hall, headers) else { return false };
    let shown = table.shown();
    let own = shown.room.seated(person).map(|seated| seated.state);
    let others = to.iter().filter(|state| shown.room.reads(*state) && Some(*state) != own).count();
    !shown.room.over && shown.room.clock != Clock::Waiting && others > 0
}

pub(super) async fn appeal(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let fields = fields(&body);
    let text = fields.get("text").cloned().unwrap_or_default();
    wish(&hall, &headers, &fields, Some(Wish::Appeal(text))).await
}
