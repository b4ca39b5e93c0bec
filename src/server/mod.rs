//! Server: a class in browsers. Axum routes, pages made on the host, and a stream that says only that something has changed.
//!
//! Meets `session`'s handle, `wire`, `store` and `report`, never the world: a seat's page is made from that seat's view. In
//! reading order: [`hall`] holds the hosted games and reaches them; [`guard`] decides who asks and turns away what did not
//! come from a page of ours; `pages` writes HTML; `routes` ties addresses to both. A page works without script; with it
//! (`assets/web/live.js`) it hears a number on `/events` and fetches itself again when the number is new.

pub mod guard;
pub mod hall;
pub mod secret;
pub mod white_cell;

mod absence;
mod api;
mod doors;
mod pages;
mod presence;
mod reach;
mod routes;
mod triage;

pub use doors::encrypted;
pub use hall::{About, Hall, HallError, Opened};
pub use reach::outward;
pub use routes::router;
pub use white_cell::{LocalSeat, WhiteCell};

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// Serves until told to stop, encrypted if there is something to encrypt with. Turns end by the clock as long as this runs.
pub async fn serve(
    hall: Arc<Hall>,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    stop: impl Future<Output = ()> + Send,
) {
    let clock = tokio::spawn(keep_time(hall.clone()));
    let leave = hall.clone();
    let stop = async move {
        stop.await;
        // Open streams would keep the host from stopping.
        leave.close();
    };
    doors::serve(router(hall), listener, tls, stop).await;
    clock.abort();
}

async fn keep_time(hall: Arc<Hall>) {
    let mut beat = tokio::time::interval(Duration::from_millis(500));
    loop {
        beat.tick().await;
        hall.tick();
    }
}
