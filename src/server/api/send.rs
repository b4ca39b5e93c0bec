//! What a seat wants: the same commands as a browser's, under keys of the client's own.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};

use crate::base::id::StateId;
use crate::base::{Digest, StateSet, Turn};
use crate::server::api::problem::{Body, Holder, Trouble, key};
use crate::server::api::read::{drafted, office, seated};
use crate::server::hall::Hall;
use crate::server::pages::act::Fields;
use crate::server::routes::{fields, found};
use crate::server::secret;
use crate::session::desk::{By, Key, Office};
use crate::session::entry::Lock;
use crate::session::wish::{No, Wish};
use crate::view::{PUBLIC, feasible};
use crate::wire::api::{Appeal, Join, Joined, Order, Problem, Ready, Write};

/// Takes a seat in a class.
#[utoipa::path(
    post,
    path = "/api/v1/games/{code}/seats",
    params(("code" = String, Path, description = "The code of the class")),
    request_body = Join,
    responses(
        (status = 201, body = Joined),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No class has that code"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The name or the seat cannot be had"),
    )
)]
pub(super) async fn join(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(code): Path<String>,
    Body(asked): Body<Join>,
) -> Result<(StatusCode, Json<Joined>), Trouble> {
    let table = found(&hall, address, &secret::typed(&code)).map_err(|(status, _)| match status {
        StatusCode::TOO_MANY_REQUESTS => Trouble::too_often(),
        _ => Trouble::no_game(),
    })?;
    let drawn = secret::token().and_then(|token| Ok((token, secret::reentry()?)));
    let (token, reentry) = drawn.map_err(|error| Trouble::fault("no secret could be drawn", &error))?;
    let states = table.shown().position.staged().scenario.cast.states.clone();
    let state = match &asked.state {
        None => None,
        Some(name) => {
            let found = states.iter().position(|state| state.name.eq_ignore_ascii_case(name));
            let detail = || format!("there is no State `{name}` in this crisis");
            Some(found.ok_or_else(|| Trouble::new(StatusCode::CONFLICT, detail()))?)
        }
    };
    let wish = Wish::Join {
        name: asked.name,
        state: state.map(StateId::at),
        token: Lock::of(&token),
        code: Lock::of(&reentry),
    };
    let once = format!("join-{}", Digest::of(token.as_bytes()));
    let words = hall.speaks(&headers);
    table.send(By::Host, once, wish, hall.now()).await.map_err(|stuck| Trouble::of(words, &stuck))?;
    let shown = table.shown();
    let seated = shown.room.holder(&token).and_then(|person| shown.room.seated(person));
    let seated = seated.ok_or_else(|| Trouble::halted("the seat is not there"))?;
    Ok((
        StatusCode::CREATED,
        Json(Joined {
            token: format!("{}.{token}", table.code),
            reentry,
            state: states.get(seated.state.index()).map(|state| state.name.clone()),
            office: office(seated.office),
        }),
    ))
}

/// Sends a command. Its key is the client's own and a digest of what it asks for, as for the forms of pages.
pub(super) async fn send(
    hall: &Hall,
    headers: &HeaderMap,
    holder: &Holder,
    asked: Fields,
    wish: Wish,
) -> Result<(), Trouble> {
    let key = whole_key(headers, asked)?;
    let sent = holder.table.send(By::Person(holder.person), key, wish, hall.now()).await;
    sent.map_err(|stuck| Trouble::of(hall.speaks(headers), &stuck))
}

fn whole_key(headers: &HeaderMap, mut asked: Fields) -> Result<String, Trouble> {
    asked.insert("key".to_owned(), key(headers)?);
    Ok(crate::server::routes::key(&asked))
}

pub(super) fn asked<const N: usize>(pairs: [(&str, String); N]) -> Fields {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Orders an act for the turn that is to be played.
#[utoipa::path(
    post,
    path = "/api/v1/orders",
    security(("seat" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again under the same key, it is done once", min_length = 1, max_length = 64, pattern = "^[!-~]+$")),
    request_body = Order,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "It cannot be ordered now"),
    )
)]
pub(super) async fn order(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(order): Body<Order>,
) -> Result<StatusCode, Trouble> {
    described(&hall, &headers, holder, order, |turn, order| Wish::Order { turn, order }).await
}

/// Reads the draft that a body describes, and does with it what is wanted.
pub(super) async fn described(
    hall: &Arc<Hall>,
    headers: &HeaderMap,
    holder: Holder,
    order: Order,
    wanted: fn(Turn, crate::sim::Order) -> Wish,
) -> Result<StatusCode, Trouble> {
    let turn = Turn(order.turn);
    let words = hall.speaks(headers);
    let refused = |no: No| Trouble::of(words, &no.into());
    let mut fields = order.answers.clone();
    fields.extend(asked([
        ("act", order.act.clone()),
        ("way", order.way.to_string()),
        ("turn", order.turn.to_string()),
    ]));
    let key = whole_key(headers, fields)?;
    let shown = holder.table.shown();
    // Asked again, it is not read again: what it described may be open no more.
    if shown.room.knows(By::Person(holder.person), &Key(key.clone())) {
        return Ok(StatusCode::NO_CONTENT);
    }
    if shown.room.turn != turn {
        return Err(refused(No::TurnOver));
    }
    if shown.room.seated(holder.person).is_some_and(|seated| seated.office == Office::Press) {
        return Err(refused(No::NotHead));
    }
    let sealed = seated(hall, headers, &holder, move |seat| {
        let (draft, _) = drafted(seat, &order.act, order.way, &order.answers)?;
        let costs = feasible(&seat.view, &draft)
            .map_err(|why| Trouble::new(StatusCode::CONFLICT, seat.outlook().telling.reason(why)))?;
        if costs > seat.left() {
            let detail = format!("it takes {costs} points of attention and {} are left this turn", seat.left());
            return Err(Trouble::new(StatusCode::CONFLICT, detail));
        }
        seat.view.seal(&draft).map_err(|why| Trouble::new(StatusCode::CONFLICT, why.to_string()))
    })
    .await?;
    let sent = holder.table.send(By::Person(holder.person), key, wanted(turn, sealed), hall.now()).await;
    sent.map(|()| StatusCode::NO_CONTENT).map_err(|stuck| Trouble::of(words, &stuck))
}

/// Takes an order back.
#[utoipa::path(
    delete,
    path = "/api/v1/orders/{place}",
    security(("seat" = [])),
    params(
        ("place" = u16, Path, description = "Its place among the seat's orders", maximum = 65535),
        ("turn" = u16, Query, description = "The turn it was meant for", maximum = 65535),
        ("Idempotency-Key" = Option<String>, Header, description = "Sent again under the same key, it is done once", min_length = 1, max_length = 64, pattern = "^[!-~]+$"),
    ),
    responses(
        (status = 204, description = "It is kept"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "Place or turn is no number, or the key is none"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "There is no such order, or the turn is over"),
    )
)]
pub(super) async fn take_back(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Path(place): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<StatusCode, Trouble> {
    let query = fields(&query.unwrap_or_default());
    let turn = query.get("turn").and_then(|turn| turn.parse::<u16>().ok());
    let (Ok(place), Some(turn)) = (place.parse::<u16>(), turn) else {
        let detail = "write DELETE /api/v1/orders/PLACE?turn=TURN, with numbers";
        return Err(Trouble::new(StatusCode::BAD_REQUEST, detail));
    };
    let described = asked([("place", place.to_string()), ("turn", turn.to_string())]);
    let wish = Wish::TakeBack { turn: Turn(turn), place };
    send(&hall, &headers, &holder, described, wish).await.map(|()| StatusCode::NO_CONTENT)
}

/// Says whether the orders are complete.
#[utoipa::path(
    put,
    path = "/api/v1/ready",
    security(("seat" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again under the same key, it is done once", min_length = 1, max_length = 64, pattern = "^[!-~]+$")),
    request_body = Ready,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "It cannot be said now"),
    )
)]
pub(super) async fn ready(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(said): Body<Ready>,
) -> Result<StatusCode, Trouble> {
    let described = asked([("ready", said.ready.to_string()), ("turn", said.turn.to_string())]);
    let wish = Wish::Ready { turn: Turn(said.turn), ready: said.ready };
    send(&hall, &headers, &holder, described, wish).await.map(|()| StatusCode::NO_CONTENT)
}

/// Writes to other States or to the press; the press writes to everybody.
#[utoipa::path(
    post,
    path = "/api/v1/messages",
    security(("seat" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again under the same key, it is done once", min_length = 1, max_length = 64, pattern = "^[!-~]+$")),
    request_body = Write,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "It cannot be sent now, or to nobody"),
    )
)]
pub(super) async fn write(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(letter): Body<Write>,
) -> Result<StatusCode, Trouble> {
    let shown = holder.table.shown();
    let states = &shown.position.staged().scenario.cast.states;
    let mut to = StateSet::EMPTY;
    for name in &letter.to {
        match name.as_str() {
            "everybody" => to = StateSet::ALL,
            "press" => to.insert(PUBLIC),
            name => {
                let found = states.iter().position(|state| state.name.eq_ignore_ascii_case(name));
                let detail = || format!("there is no State `{name}` in this crisis");
                let found = found.ok_or_else(|| Trouble::new(StatusCode::CONFLICT, detail()))?;
                to.insert(StateId::at(found));
            }
        }
    }
    let described = asked([("to", letter.to.join(",")), ("text", letter.text.clone())]);
    send(&hall, &headers, &holder, described, Wish::Write { to, text: letter.text })
        .await
        .map(|()| StatusCode::NO_CONTENT)
}

/// Says something to the facilitator.
#[utoipa::path(
    post,
    path = "/api/v1/appeals",
    security(("seat" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again under the same key, it is done once", min_length = 1, max_length = 64, pattern = "^[!-~]+$")),
    request_body = Appeal,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "It cannot be said now"),
    )
)]
pub(super) async fn appeal(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(appeal): Body<Appeal>,
) -> Result<StatusCode, Trouble> {
    let described = asked([("text", appeal.text.clone())]);
    send(&hall, &headers, &holder, described, Wish::Appeal(appeal.text)).await.map(|()| StatusCode::NO_CONTENT)
}
