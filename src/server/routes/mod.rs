//! Addresses. A new one is a function in the file of its noun and a line in [`router`].

mod codex;
mod desk;
mod files;
mod inbox;
mod join;
mod public;
pub(super) mod seat;
pub(super) mod stream;
mod white_cell;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::from_fn;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use maud::Markup;

use crate::base::Digest;
pub(super) use public::found;

use crate::server::guard;
use crate::server::hall::{Hall, Table};
use crate::server::pages::{self, act::Fields};
use crate::session::desk::By;
use crate::session::live::Stuck;
use crate::session::wish::Wish;
use crate::store::StoreError;
use crate::words::Words;
use crate::words::refusal::refusal;

/// The most bytes of a form.
const BODY: usize = 16 * 1024;

/// Everything that can be asked of a host.
pub fn router(hall: Arc<Hall>) -> Router {
    let keeper = hall.clone();
    Router::new()
        .route("/", get(join::form))
        .route("/join", get(join::form).post(join::join))
        .route("/return", get(join::return_form).post(join::come_back))
        .route("/enter/{code}/{token}", get(join::enter))
        .route("/seat", get(seat::first))
        .route("/seat/briefing", get(seat::briefing))
        .route("/seat/acts", get(seat::acts))
        .route("/seat/act", get(seat::act))
        .route("/seat/check", get(seat::check))
        .route("/seat/order", post(seat::order))
        .route("/seat/take-back", post(seat::take_back))
        .route("/seat/propose", post(seat::propose))
        .route("/seat/voice", post(seat::voice))
        .route("/seat/withdraw", post(seat::withdraw))
        .route("/seat/prepared", post(seat::prepared))
        .route("/seat/ready", post(seat::ready))
        .route("/seat/standing-orders", post(seat::standing_orders))
        .route("/seat/more-time", post(seat::more_time))
        .route("/seat/write", post(seat::write))
        .route("/codex", get(codex::all))
        .route("/codex/{id}", get(codex::norm))
        .route("/board/{code}", get(public::board))
        .route("/board/{code}/events", get(public::events))
        .route("/seat/appeal", post(seat::appeal))
        .route("/events", get(stream::seat))
        .route("/desk", get(desk::page))
        .route("/desk/enter/{code}/{secret}", get(desk::enter))
        .route("/desk/events", get(stream::desk))
        .route("/desk/see/{state}", get(desk::see))
        .route("/desk/journal", get(desk::journal))
        .route("/desk/review", get(desk::review))
        .route("/desk/file/{state}", get(desk::team_file))
        .route("/seat/file", get(seat::file))
        .route("/desk/turn", get(white_cell::turn))
        .route("/desk/plans", get(white_cell::plans))
        .route("/desk/plans.csv", get(white_cell::csv))
        .route("/desk/plans.xlsx", get(white_cell::xlsx))
        .route("/desk/plans/import", post(white_cell::import).layer(DefaultBodyLimit::max(white_cell::SHEET)))
        .route("/desk/inbox", get(inbox::page))
        .route("/desk/inbox/read", post(inbox::read))
        .route("/desk/people", get(inbox::people))
        .route("/desk/people.csv", get(inbox::people_csv))
        .route("/desk/worlds", get(white_cell::worlds))
        .route("/desk/worlds/events", get(stream::worlds))
        .route("/desk/to/{code}", post(white_cell::go))
        .route("/desk/fork", post(white_cell::fork))
        .route("/desk/{lever}", post(desk::lever))
        .route("/style.css", get(files::style))
        .route("/live.js", get(files::script))
        .merge(super::api::routes())
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn(move |request, next| guard::watch(keeper.clone(), request, next)))
        .with_state(hall)
}

async fn nowhere(
    axum::extract::State(hall): axum::extract::State<Arc<Hall>>,
    address: Uri,
    headers: HeaderMap,
) -> Response {
    if address.path().starts_with(super::api::ROOT) {
        return super::api::nowhere();
    }
    (StatusCode::NOT_FOUND, pages::message(hall.speaks(&headers), "web-nowhere")).into_response()
}

/// Sees a page made away from the event loop: views and cards take their time.
async fn made(make: impl FnOnce() -> Markup + Send + 'static) -> Response {
    match tokio::task::spawn_blocking(make).await {
        Ok(page) => page.into_response(),
        Err(error) => {
            tracing::error!("a page could not be made: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A form's or a query's fields; the last of a name counts.
pub(super) fn fields(text: &str) -> Fields {
    let uri: Result<Uri, _> = format!("/?{text}").parse();
    let parsed = uri
        .ok()
        .and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok().map(|query| query.0));
    parsed.unwrap_or_default().into_iter().collect::<BTreeMap<_, _>>()
}

/// The key of a command: the form's own, and a digest of what it asks for, so that two devices that happen to be at the
/// same count do not take each other's commands for repetitions.
pub(super) fn key(fields: &Fields) -> String {
    let given: String = fields.get("key").map_or("", String::as_str).chars().take(24).collect();
    let parts: Vec<&[u8]> = fields
        .iter()
        .filter(|(name, _)| *name != "key")
        .flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()])
        .collect();
    format!("{given}.{}", Digest::of_parts(parts).short())
}

/// Sends a command and goes on to a page once it is kept.
async fn send(hall: &Hall, words: &Words, table: &Table, (by, key, wish): (By, String, Wish), then: &str) -> Response {
    match table.send(by, key, wish, hall.now()).await {
        Ok(()) => Redirect::to(then).into_response(),
        Err(stuck) => refuse(words, &stuck),
    }
}

fn refuse(words: &Words, stuck: &Stuck<StoreError>) -> Response {
    match stuck {
        Stuck::No(no) => (StatusCode::CONFLICT, pages::said(words, &refusal(words, *no))).into_response(),
        other => {
            tracing::error!("a command was not acknowledged: {other}");
            halted(words, &other.to_string())
        }
    }
}

/// Nothing is shown that is not kept.
fn halted(words: &Words, why: &str) -> Response {
    let text = words.say_with("web-halted", &[("why", why.into())]);
    (StatusCode::SERVICE_UNAVAILABLE, pages::said(words, &text)).into_response()
}

fn sentence(text: &str) -> String {
    crate::words::text::capitalised(text) + "."
}
