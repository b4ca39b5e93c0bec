//! Joining, and coming back.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Path, RawQuery, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::base::Digest;
use crate::base::id::StateId;
use crate::server::hall::{Hall, Table};
use crate::server::pages::{self, join};
use crate::server::routes::{fields, refuse};
use crate::server::{guard, secret};
use crate::session::desk::By;
use crate::session::entry::Lock;
use crate::session::live::Stuck;
use crate::session::wish::Wish;
use crate::words::refusal::refusal;

/// The form to join. With a code in the address its States can be chosen.
pub(super) async fn form(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let fields = fields(&query.unwrap_or_default());
    if fields.is_empty() && guard::seat(&hall, &headers).is_some() {
        return Redirect::to("/seat").into_response();
    }
    let code = secret::typed(fields.get("code").map_or("", String::as_str));
    let states = hall.table(&code).map(|table| states(&table)).unwrap_or_default();
    join::join(hall.speaks(&headers), &code, "", &states, None).into_response()
}

fn states(table: &Table) -> Vec<String> {
    let shown = table.shown();
    shown.position.staged().scenario.cast.states.iter().map(|state| state.name.clone()).collect()
}

pub(super) async fn join(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: String,
) -> Response {
    let (words, fields, now) = (hall.speaks(&headers), fields(&body), hall.now());
    if hall.throttle.is_shut(address.ip(), now) {
        return (StatusCode::TOO_MANY_REQUESTS, pages::message(words, "web-too-often")).into_response();
    }
    let code = secret::typed(fields.get("code").map_or("", String::as_str));
    let name = fields.get("name").cloned().unwrap_or_default();
    let Some(table) = hall.table(&code) else {
        hall.throttle.missed(address.ip(), now);
        let wrong = words.say("join-wrong");
        return (StatusCode::NOT_FOUND, join::join(words, &code, &name, &[], Some(&wrong))).into_response();
    };
    let (Ok(token), Ok(reentry)) = (secret::token(), secret::reentry()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let state = fields.get("state").and_then(|state| state.parse().ok()).map(StateId);
    let wish = Wish::Join { name: name.clone(), state, token: Lock::of(&token), code: Lock::of(&reentry) };
    match table.send(By::Host, once("join", &token), wish, now).await {
        Ok(()) => {}
        Err(Stuck::No(no)) => {
            let wrong = refusal(words, no);
            let page = join::join(words, &code, &name, &states(&table), Some(&wrong));
            return (StatusCode::CONFLICT, page).into_response();
        }
        Err(stuck) => return refuse(words, &stuck),
    }
    let shown = table.shown();
    let Some(seated) = shown.room.holder(&token).and_then(|person| shown.room.seated(person)) else {
        return refuse(words, &Stuck::Closed);
    };
    let state = states(&table).into_iter().nth(seated.state.index()).unwrap_or_default();
    let cookie = [(SET_COOKIE, guard::set_cookie(&hall, guard::SEAT, &code, &token))];
    (cookie, join::welcome(words, &state, seated.office, &reentry)).into_response()
}

pub(super) async fn return_form(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    join::come_back(hall.speaks(&headers), None).into_response()
}

pub(super) async fn come_back(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: String,
) -> Response {
    let (words, now) = (hall.speaks(&headers), hall.now());
    if hall.throttle.is_shut(address.ip(), now) {
        return (StatusCode::TOO_MANY_REQUESTS, pages::message(words, "web-too-often")).into_response();
    }
    let code = secret::typed(fields(&body).get("code").map_or("", String::as_str));
    let found = hall.tables().into_iter().find_map(|table| Some((table.clone(), table.shown().room.owner(&code)?)));
    let Some((table, person)) = found else {
        hall.throttle.missed(address.ip(), now);
        let wrong = words.say("return-wrong");
        return (StatusCode::NOT_FOUND, join::come_back(words, Some(&wrong))).into_response();
    };
    let Ok(token) = secret::token() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let wish = Wish::Return { person, token: Lock::of(&token) };
    match table.send(By::Host, once("return", &token), wish, now).await {
        Ok(()) => {
            let cookie = [(SET_COOKIE, guard::set_cookie(&hall, guard::SEAT, &table.code, &token))];
            (cookie, Redirect::to("/seat")).into_response()
        }
        Err(stuck) => refuse(words, &stuck),
    }
}

/// The link that the tutorial prints: leaves a seat's cookie, and the secret leaves the address line.
pub(super) async fn enter(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    Path((code, token)): Path<(String, String)>,
) -> Response {
    let known = hall.table(&code).is_some_and(|table| table.shown().room.holder(&token).is_some());
    if !known {
        return (StatusCode::NOT_FOUND, pages::message(hall.speaks(&headers), "web-nowhere")).into_response();
    }
    ([(SET_COOKIE, guard::set_cookie(&hall, guard::SEAT, &code, &token))], Redirect::to("/seat")).into_response()
}

/// A key that no other command has: a token's is never drawn twice.
fn once(what: &str, token: &str) -> String {
    format!("{what}-{}", Digest::of(token.as_bytes()))
}
