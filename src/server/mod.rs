//! Server: a class in browsers. Axum routes, pages made on the host, and a stream that says only that something has changed.
//!
//! Meets `session`'s handle, `wire`, `store` and `report`, never the world: a seat's page is made from that seat's view. In
//! reading order: [`hall`] holds the hosted games and reaches them; [`guard`] decides who asks and turns away what did not
//! come from a page of ours; `pages` writes HTML; `routes` ties addresses to both. A page works without script; with it
//! (`assets/web/live.js`) it hears a number on `/events` and fetches itself again when the number is new.

pub mod guard;
pub mod hall;
pub mod secret;

mod pages;
mod presence;
mod routes;

pub use hall::{Hall, HallError, Opened};
pub use routes::router;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

/// Serves until told to stop. Turns end by the clock as long as this runs.
///
/// # Errors
/// If the socket fails.
pub async fn serve(
    hall: Arc<Hall>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let clock = tokio::spawn(keep_time(hall.clone()));
    let leave = hall.clone();
    let app = router(hall).into_make_service_with_connect_info::<std::net::SocketAddr>();
    let stop = async move {
        stop.await;
        // Open streams would keep the host from stopping.
        leave.close();
    };
    let served = axum::serve(listener, app).with_graceful_shutdown(stop).await;
    clock.abort();
    served
}

async fn keep_time(hall: Arc<Hall>) {
    let mut beat = tokio::time::interval(Duration::from_millis(500));
    loop {
        beat.tick().await;
        hall.tick();
    }
}
