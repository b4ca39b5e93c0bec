//! Streams that say only that something has changed: a number, and the page fetches itself.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _, StreamMap};

use crate::server::guard;
use crate::server::hall::{Board, Hall, Table};
use crate::server::routes::white_cell;
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
    let open = hall.presence.follow(&table.code, person, hall.clock());
    // Nobody changes their State.
    let state = table.shown().room.seated(person).map(|seated| seated.state);
    let here = hall.presence.count(&table.code, state);
    let stamps = stamps(table.follow(), move |board| {
        let _open = &open;
        state.map_or(0, |state| board.shown.room.stamp(state) + here.load(Ordering::Relaxed))
    });
    answer(stamps)
}

/// The facilitator hears of everything.
pub(super) async fn desk(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return StatusCode::UNAUTHORIZED.into_response() };
    let here = hall.presence.count(&table.code, None);
    answer(stamps(table.follow(), move |board| board.shown.version + here.load(Ordering::Relaxed)))
}

/// Whoever compares worlds hears of all of them.
pub(super) async fn worlds(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some((_, open)) = guard::worlds(&hall, &headers) else { return StatusCode::UNAUTHORIZED.into_response() };
    let mut last: Vec<u64> = open.iter().map(|table| white_cell::desk_stamp(&hall, table)).collect();
    let mut all = StreamMap::new();
    for (nth, table) in open.iter().enumerate() {
        let here = hall.presence.count(&table.code, None);
        let told = move |board: Board| (!board.is_closing).then(|| board.shown.version + here.load(Ordering::Relaxed));
        all.insert(nth, WatchStream::new(table.follow()).map(told));
    }
    let mut told = None;
    let sums = all.map_while(move |(nth, stamp)| {
        last[nth] = stamp?;
        Some(last.iter().sum::<u64>())
    });
    answer(sums.filter(move |sum| told.replace(*sum) != Some(*sum)))
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
