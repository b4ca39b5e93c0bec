//! Streams that say only that something has changed: a number, and the page fetches itself.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use crate::server::guard;
use crate::server::hall::{Board, Hall, Table};
use crate::session::desk::PersonId;

/// A seat hears of what its persons can see, and of nothing else.
pub(super) async fn seat(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    match guard::seat(&hall, &headers) {
        Some((table, person)) => follow(&hall, &table, person),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

/// What a person's seat hears.
pub(in crate::server) fn follow(hall: &Hall, table: &Table, person: PersonId) -> Response {
    let open = hall.presence.follow(&table.code, person);
    let stamps = stamps(table.follow(), move |board| {
        let _open = &open;
        let room = &board.shown.room;
        room.seated(person).map_or(0, |seated| room.stamp(seated.state))
    });
    answer(stamps)
}

/// The facilitator hears of everything.
pub(super) async fn desk(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return StatusCode::UNAUTHORIZED.into_response() };
    answer(stamps(table.follow(), |board| board.shown.version))
}

pub(super) fn stamps(
    board: watch::Receiver<Board>,
    stamp: impl Fn(&Board) -> u64 + Send + 'static,
) -> impl Stream<Item = u64> + Send + 'static {
    let mut last = None;
    // The host's end ends the stream: nothing follows a board that says so.
    let open = WatchStream::new(board).map_while(move |board| (!board.is_closing).then(|| stamp(&board)));
    open.filter(move |stamp| last.replace(*stamp) != Some(*stamp))
}

pub(super) fn answer(stamps: impl Stream<Item = u64> + Send + 'static) -> Response {
    let events = stamps.map(|stamp| Ok::<_, Infallible>(Event::default().data(stamp.to_string())));
    let alive = KeepAlive::new().interval(Duration::from_secs(15));
    Sse::new(events).keep_alive(alive).into_response()
}
