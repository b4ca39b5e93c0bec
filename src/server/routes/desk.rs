//! The facilitator's pages and levers.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::base::Turn;
use crate::base::id::StateId;
use crate::report;
use crate::server::guard;
use crate::server::hall::{Hall, Table};
use crate::server::pages::act::Fields;
use crate::server::pages::briefing::Reading;
use crate::server::pages::seat::Seat;
use crate::server::pages::{self};
use crate::server::routes::seat::briefings;
use crate::server::routes::{fields, key, made, refuse, send, sentence};
use crate::server::routes::{inbox, white_cell};
use crate::server::white_cell::MORE;
use crate::session::desk::{By, Hands, Millis, PersonId};
use crate::session::live::Stuck;
use crate::session::wish::Wish;

/// The review carries its own style and nothing else.
const REVIEW: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

pub(super) fn stranger(hall: &Hall) -> Response {
    (StatusCode::NOT_FOUND, pages::message(&hall.words, "web-nowhere")).into_response()
}

/// The link that is printed: leaves a cookie, and the secret leaves the address line.
pub(super) async fn enter(State(hall): State<Arc<Hall>>, Path((code, secret)): Path<(String, String)>) -> Response {
    if !hall.table(&code).is_some_and(|table| table.is_facilitator(&secret)) {
        return stranger(&hall);
    }
    ([(SET_COOKIE, guard::set_cookie(&hall, guard::DESK, &code, &secret))], Redirect::to("/desk")).into_response()
}

pub(super) async fn page(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    white_cell::page(hall, &headers, pages::desk::page).await
}

pub(super) async fn see(State(hall): State<Arc<Hall>>, headers: HeaderMap, Path(state): Path<String>) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return stranger(&hall) };
    let shown = table.shown();
    let state = state.parse().ok().map(StateId).filter(|state| state.index() < shown.room.desks.len());
    let Some(state) = state else { return stranger(&hall) };
    let (briefings, map, now, keeper) =
        (briefings(&table, state, Reading::Plain), table.map.clone(), hall.now(), hall.clone());
    made(move || pages::desk::see(&Seat::of(&keeper.words, (&shown, &map), state, None, now), &briefings)).await
}

pub(super) async fn lever(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    Path(lever): Path<String>,
    body: String,
) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return stranger(&hall) };
    let fields = fields(&body);
    let number = |name: &str| fields.get(name).and_then(|text| text.parse::<u16>().ok());
    let state = || number("state").and_then(|state| u8::try_from(state).ok()).map(StateId);
    let hands = match fields.get("to").map(String::as_str) {
        Some("agent") => Some(Hands::Agent),
        Some("people") => Some(Hands::People),
        _ => None,
    };
    let wish = match lever.as_str() {
        // Nobody begins without those who are not ready by mistake.
        "begin" if !fields.contains_key("sure") && table.shown().room.unprepared().next().is_some() => {
            return (StatusCode::CONFLICT, pages::lobby::refused(&hall.words, &table.shown())).into_response();
        }
        "begin" => Some(Wish::Begin),
        "stop" => Some(Wish::Stop),
        "go-on" => Some(Wish::GoOn),
        "extend" => Some(Wish::Extend(Millis::minutes(MORE))),
        "deny-time" => state().map(Wish::DenyTime),
        "end" => number("turn").filter(|_| fields.contains_key("sure")).map(|turn| Wish::End(Turn(turn))),
        "hand" => state().zip(hands).map(|(state, to)| Wish::Hand(state, to)),
        "appoint" => number("person").map(|person| Wish::Appoint(PersonId(person))),
        "assign" => {
            let office = fields.get("office").and_then(|word| serde_json::from_value(word.as_str().into()).ok());
            number("person").zip(office).map(|(person, office)| Wish::Assign(PersonId(person), office))
        }
        "agree" => {
            let rule = fields.get("rule").and_then(|word| serde_json::from_value(word.as_str().into()).ok());
            rule.map(Wish::Agree)
        }
        other => {
            let shown = table.shown();
            let wished = white_cell::wish(other, &fields, &shown);
            let wished = wished.or_else(|| inbox::wish(&hall.words, other, &fields, &shown));
            let Some((then, wish)) = wished else { return stranger(&hall) };
            // Whoever answers has read.
            if let ("answer", Ok(_), Some(nth)) = (other, &wish, fields.get("message").and_then(|nth| nth.parse().ok()))
                && let Err(fault) = hall.mark_read(&table.code, vec![nth]).await
            {
                return refuse(&hall.words, &Stuck::Ledger(Arc::new(fault)));
            }
            return match wish {
                Ok(wish) => send(&hall, &hall.words, &table, (By::Facilitator, own(&lever, &fields), wish), then).await,
                Err(why) => (StatusCode::BAD_REQUEST, pages::said(&hall.words, &sentence(&why))).into_response(),
            };
        }
    };
    match wish {
        None => (StatusCode::BAD_REQUEST, pages::message(&hall.words, "web-unreadable")).into_response(),
        Some(wish) => send(&hall, &hall.words, &table, (By::Facilitator, own(&lever, &fields), wish), "/desk").await,
    }
}

/// The key of a lever's command.
fn own(lever: &str, fields: &Fields) -> String {
    format!("{lever}.{}", key(fields))
}

/// The journal as a file, with checksums.
pub(super) async fn journal(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return stranger(&hall) };
    let (archive, code) = (hall.archive.clone(), table.code.clone());
    let games = tokio::task::spawn_blocking(move || archive.games()).await;
    match games {
        Ok(Ok(games)) => {
            let Some(game) = games.into_iter().find(|game| game.code == code) else { return stranger(&hall) };
            let kind = [
                (CONTENT_TYPE, "text/plain; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"journal.dmj\""),
            ];
            (kind, game.text).into_response()
        }
        Ok(Err(error)) => refuse(&hall.words, &Stuck::Ledger(Arc::new(error))),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The review of what was played so far.
pub(super) async fn review(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return stranger(&hall) };
    reviewed(&hall, &table, None).await
}

/// A team's own file, for the facilitator to hand out.
pub(super) async fn team_file(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    Path(state): Path<String>,
) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return stranger(&hall) };
    let count = table.shown().room.desks.len();
    match state.parse().ok().map(StateId).filter(|state| state.index() < count) {
        Some(state) => reviewed(&hall, &table, Some(state)).await,
        None => stranger(&hall),
    }
}

/// The review with what teams laid before themselves, or what one team takes away.
pub(super) async fn reviewed(hall: &Arc<Hall>, table: &Arc<Table>, of: Option<StateId>) -> Response {
    let Some(history) = table.look(report::History::of).await else { return refuse(&hall.words, &Stuck::Closed) };
    let (keeper, code) = (hall.clone(), table.code.clone());
    let written = tokio::task::spawn_blocking(move || {
        let games = keeper.archive.games().ok()?;
        let game = games.iter().find(|game| game.code == code)?;
        let (_, kept) = keeper.archive.book(game).ok()?;
        let history = history.with(&kept.journal);
        let page = match of {
            None => report::review(&keeper.words, &history),
            Some(state) => report::team_file(&keeper.words, &history, state),
        };
        Some(report::html(&page))
    });
    match written.await.map(Option::unwrap_or_default) {
        Ok(html) => {
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            ([(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, HeaderValue::from_static(REVIEW))], html).into_response()
        }
        Err(error) => {
            tracing::error!("the review could not be written: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
