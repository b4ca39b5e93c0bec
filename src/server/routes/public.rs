//! What needs no seat: the page for the projector and its stream. Whoever knows the class's code may watch.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Path, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use crate::server::guard;
use crate::server::hall::{Hall, Table};
use crate::server::pages::seat::Seat;
use crate::server::pages::{self, public};
use crate::server::routes::{halted, made, stream};
use crate::view::PUBLIC;

/// The game with a code, unless the address has guessed too often; else what is answered, and the message that says so.
pub(in crate::server) fn found(
    hall: &Hall,
    address: SocketAddr,
    code: &str,
) -> Result<Arc<Table>, (StatusCode, &'static str)> {
    let now = hall.now();
    if hall.throttle.is_shut(address.ip(), now) {
        return Err((StatusCode::TOO_MANY_REQUESTS, "web-too-often"));
    }
    hall.table(code).ok_or_else(|| {
        hall.throttle.missed(address.ip(), now);
        (StatusCode::NOT_FOUND, "web-nowhere")
    })
}

pub(super) async fn board(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Response {
    let table = match found(&hall, address, &code) {
        Ok(table) => table,
        Err((status, id)) => return (status, pages::message(hall.speaks(&headers), id)).into_response(),
    };
    if let Some(why) = table.halted() {
        return halted(hall.speaks(&headers), &why);
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let way_in = hall.address(host);
    let language = guard::language(&headers);
    let (shown, map, now, keeper) = (table.shown(), table.map.clone(), hall.now(), hall.clone());
    made(move || {
        public::board(&Seat::of(keeper.speaking(language), (&shown, &map), PUBLIC, None, now), (&way_in, &code))
    })
    .await
}

pub(super) async fn events(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Response {
    match found(&hall, address, &code) {
        Ok(table) => stream::answer(stream::stamps(table.follow(), |board| board.shown.room.public_stamp())),
        Err((status, id)) => (status, pages::message(hall.speaks(&headers), id)).into_response(),
    }
}
