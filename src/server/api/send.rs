//! What a seat wants: the same commands as a browser's, under keys of the client's own.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};

use crate::base::{Digest, StateSet, Turn};
use crate::server::api::problem::{Body, Holder, Trouble, key, state};
use crate::server::api::read::{drafted, seated};
use crate::server::hall::Hall;
use crate::server::pages::act::Fields;
use crate::server::routes::fields;
use crate::session::desk::{By, Key, Office};
use crate::session::wish::{No, Wish};
use crate::view::{PUBLIC, feasible};
use crate::wire::api::{Appeal, MoreTime, Order, Prepared, Ready, Write};

/// Sends a command that is described by what it asks for.
pub(super) async fn send(
    hall: &Hall,
    headers: &HeaderMap,
    holder: &Holder,
    asked: Fields,
    wish: Wish,
) -> Result<StatusCode, Trouble> {
    send_as(hall, headers, holder, whole_key(headers, asked)?, wish).await
}

async fn send_as(
    hall: &Hall,
    headers: &HeaderMap,
    holder: &Holder,
    key: String,
    wish: Wish,
) -> Result<StatusCode, Trouble> {
    let sent = holder.table.send(By::Person(holder.person), key, wish, hall.now()).await;
    sent.map(|()| StatusCode::NO_CONTENT).map_err(|stuck| Trouble::of(hall.speaks(headers), &stuck))
}

/// The client's own key and what is asked for, as for the forms of pages. A client's key may be longer than a form's, and of
/// other signs: its digest stands for it.
pub(super) fn whole_key(headers: &HeaderMap, mut asked: Fields) -> Result<String, Trouble> {
    asked.insert("key".to_owned(), Digest::of(key(headers)?.as_bytes()).to_string());
    Ok(crate::server::routes::key(&asked))
}

/// The number in an address, and the turn in its query.
pub(super) fn numbered(number: &str, query: Option<String>, form: &str) -> Result<(u16, u16), Trouble> {
    let query = fields(&query.unwrap_or_default());
    let turn = query.get("turn").and_then(|turn| turn.parse().ok());
    number.parse().ok().zip(turn).ok_or_else(|| {
        Trouble::new(StatusCode::BAD_REQUEST, format!("write {form}?turn=TURN, with numbers from 0 to 65535"))
    })
}

pub(super) fn asked<const N: usize>(pairs: [(&str, String); N]) -> Fields {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Orders an act for the turn that is to be played.
#[utoipa::path(
    post,
    path = "/api/v1/orders",
    security(("seat" = [])),
    request_body = Order,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "It cannot be ordered now"),
    )
)]
pub(super) async fn order(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(order): Body<Order>,
) -> Result<StatusCode, Trouble> {
    described(&hall, &headers, holder, "order", order, |turn, order| Wish::Order { turn, order }).await
}

/// Reads the draft that a body describes, and does with it what is wanted.
pub(super) async fn described(
    hall: &Arc<Hall>,
    headers: &HeaderMap,
    holder: Holder,
    deed: &str,
    order: Order,
    wanted: fn(Turn, crate::sim::Order) -> Wish,
) -> Result<StatusCode, Trouble> {
    let turn = Turn(order.turn);
    let words = hall.speaks(headers);
    let refused = |no: No| Trouble::of(words, &no.into());
    let mut fields = order.answers.clone();
    fields.extend(asked([
        ("deed", deed.to_owned()),
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
        let draft = drafted(seat, &order.act, order.way, &order.answers)?;
        let costs = feasible(&seat.view, &draft)
            .map_err(|why| Trouble::new(StatusCode::CONFLICT, seat.outlook().telling.reason(why)))?;
        if costs > seat.left() {
            let detail = format!("it takes {costs} points of attention and {} are left this turn", seat.left());
            return Err(Trouble::new(StatusCode::CONFLICT, detail));
        }
        seat.view.seal(&draft).map_err(|why| Trouble::new(StatusCode::CONFLICT, why.to_string()))
    })
    .await?;
    send_as(hall, headers, &holder, key, wanted(turn, sealed)).await
}

/// Takes an order back.
#[utoipa::path(
    delete,
    path = "/api/v1/orders/{place}",
    security(("seat" = [])),
    params(
        ("place" = u16, Path, description = "Its place among the seat's orders", maximum = 65535),
        ("turn" = u16, Query, description = "The turn it was meant for", maximum = 65535),
    ),
    responses(
        (status = 204, description = "It is kept"),
        (status = 400, description = "Place or turn is no number, or the key is none"),
        (status = 409, description = "There is no such order, or the turn is over"),
    )
)]
pub(super) async fn take_back(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Path(place): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<StatusCode, Trouble> {
    let (place, turn) = numbered(&place, query, "DELETE /api/v1/orders/PLACE")?;
    let described = asked([("place", place.to_string()), ("turn", turn.to_string())]);
    let wish = Wish::TakeBack { turn: Turn(turn), place };
    send(&hall, &headers, &holder, described, wish).await
}

/// Says, before the class begins, whether whoever sits there is ready for it.
#[utoipa::path(
    put,
    path = "/api/v1/prepared",
    security(("seat" = [])),
    request_body = Prepared,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "The class has begun"),
    )
)]
pub(super) async fn prepared(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(said): Body<Prepared>,
) -> Result<StatusCode, Trouble> {
    let described = asked([("prepared", said.ready.to_string())]);
    send(&hall, &headers, &holder, described, Wish::Prepared(said.ready)).await
}

/// Says whether the orders are complete.
#[utoipa::path(
    put,
    path = "/api/v1/ready",
    security(("seat" = [])),
    request_body = Ready,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "It cannot be said now"),
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
    send(&hall, &headers, &holder, described, wish).await
}

/// Writes to other States or to the press; the press writes to everybody.
#[utoipa::path(
    post,
    path = "/api/v1/messages",
    security(("seat" = [])),
    request_body = Write,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "It cannot be sent now, or to nobody"),
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
            name => to.insert(state(states, name)?),
        }
    }
    let described = asked([("to", letter.to.join(",")), ("text", letter.text.clone())]);
    send(&hall, &headers, &holder, described, Wish::Write { to, text: letter.text }).await
}

/// Says something to the facilitator.
#[utoipa::path(
    post,
    path = "/api/v1/appeals",
    security(("seat" = [])),
    request_body = Appeal,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "It cannot be said now"),
    )
)]
pub(super) async fn appeal(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(appeal): Body<Appeal>,
) -> Result<StatusCode, Trouble> {
    let described = asked([("text", appeal.text.clone())]);
    send(&hall, &headers, &holder, described, Wish::Appeal(appeal.text)).await
}

/// Asks the facilitator for more time, once in a turn for a State.
#[utoipa::path(
    post,
    path = "/api/v1/more-time",
    security(("seat" = [])),
    request_body = MoreTime,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "The clock does not run, the State has asked in this turn already, or the turn is over"),
    )
)]
pub(super) async fn more_time(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(asks): Body<MoreTime>,
) -> Result<StatusCode, Trouble> {
    let described = asked([("more-time", String::new()), ("turn", asks.turn.to_string())]);
    send(&hall, &headers, &holder, described, Wish::AskForTime { turn: Turn(asks.turn) }).await
}
