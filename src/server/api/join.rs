//! Taking a seat, and coming back to one.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, StatusCode};

use crate::base::Digest;
use crate::server::api::problem::{Body, Trouble, game, state};
use crate::server::hall::{Hall, Table};
use crate::server::pages::act::wire_word;
use crate::server::secret;
use crate::session::desk::By;
use crate::session::entry::Lock;
use crate::session::wish::Wish;
use crate::wire::api::{Join, Joined, Return};

/// Takes a seat in a class.
#[utoipa::path(
    post,
    path = "/api/v1/games/{code}/seats",
    params(("code" = String, Path, description = "The code of the class")),
    request_body = Join,
    responses(
        (status = 201, body = Joined),
        (status = 404, description = "No class has that code"),
        (status = 409, description = "The name or the seat cannot be had"),
    )
)]
pub(super) async fn join(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(code): Path<String>,
    Body(asked): Body<Join>,
) -> Result<(StatusCode, Json<Joined>), Trouble> {
    let table = game(&hall, address, &secret::typed(&code))?;
    let drawn = secret::token().and_then(|token| Ok((token, secret::reentry()?)));
    let (token, reentry) = drawn.map_err(|error| Trouble::fault("no secret could be drawn", &error))?;
    let states = table.shown().position.staged().scenario.cast.states.clone();
    let state = asked.state.as_deref().map(|name| state(&states, name)).transpose()?;
    let wish = Wish::Join { name: asked.name, state, token: Lock::of(&token), code: Lock::of(&reentry) };
    let once = format!("join-{}", Digest::of(token.as_bytes()));
    let words = hall.speaks(&headers);
    table.send(By::Host, once, wish, hall.now()).await.map_err(|stuck| Trouble::of(words, &stuck))?;
    joined(&table, &token, reentry)
}

/// Comes back to a seat by what joining gave: a new token opens it, and those of other devices go on doing so.
#[utoipa::path(
    post,
    path = "/api/v1/games/{code}/returns",
    params(("code" = String, Path, description = "The code of the class")),
    request_body = Return,
    responses(
        (status = 201, body = Joined),
        (status = 404, description = "No class has that code, or no seat in it that re-entry code"),
    )
)]
pub(super) async fn come_back(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(code): Path<String>,
    Body(asked): Body<Return>,
) -> Result<(StatusCode, Json<Joined>), Trouble> {
    let table = game(&hall, address, &secret::typed(&code))?;
    let reentry = secret::typed(&asked.reentry);
    let Some(person) = table.shown().room.owner(&reentry) else {
        // Whoever guesses at seats has to wait as whoever guesses at classes.
        hall.throttle.missed(address.ip(), hall.now());
        return Err(Trouble::new(StatusCode::NOT_FOUND, "no seat of this class has that re-entry code"));
    };
    let token = secret::token().map_err(|error| Trouble::fault("no secret could be drawn", &error))?;
    let once = format!("return-{}", Digest::of(token.as_bytes()));
    let wish = Wish::Return { person, token: Lock::of(&token) };
    let words = hall.speaks(&headers);
    table.send(By::Host, once, wish, hall.now()).await.map_err(|stuck| Trouble::of(words, &stuck))?;
    joined(&table, &token, reentry)
}

/// The seat that a token opens.
fn joined(table: &Table, token: &str, reentry: String) -> Result<(StatusCode, Json<Joined>), Trouble> {
    let shown = table.shown();
    let seated = shown.room.holder(token).and_then(|person| shown.room.seated(person));
    let seated = seated.ok_or_else(|| Trouble::halted("the seat is not there"))?;
    let states = &shown.position.staged().scenario.cast.states;
    let joined = Joined {
        token: format!("{}.{token}", table.code),
        reentry,
        state: states.get(seated.state.index()).map(|state| state.name.clone()),
        office: wire_word(seated.office),
    };
    Ok((StatusCode::CREATED, Json(joined)))
}
