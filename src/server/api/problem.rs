//! Why something was not done, in the form programs know (RFC 9457), and the bodies and headers they send.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

use crate::base::id::StateId;
use crate::server::guard;
use crate::server::hall::{Hall, Table};
use crate::server::routes::found;
use crate::server::secret;
use crate::session::desk::PersonId;
use crate::session::live::Stuck;
use crate::sim::scenario::Named;
use crate::store::StoreError;
use crate::wire::api::Problem;
use crate::words::Words;
use crate::words::refusal::refusal;

/// The most letters of an `Idempotency-Key`.
pub(super) const LONGEST_KEY: usize = 64;

/// Something that is answered instead of what was asked for.
#[derive(Debug)]
pub(super) struct Trouble(Problem);

impl Trouble {
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Trouble").to_owned();
        Self(Problem { status: status.as_u16(), title, detail: detail.into() })
    }

    /// What the room refuses, or that nothing can be kept any more.
    pub(super) fn of(words: &Words, stuck: &Stuck<StoreError>) -> Self {
        match stuck {
            Stuck::No(no) => Self::new(StatusCode::CONFLICT, refusal(words, *no)),
            other => {
                tracing::error!("a command was not acknowledged: {other}");
                Self::halted(&other.to_string())
            }
        }
    }

    /// Nothing is shown that is not kept.
    pub(super) fn halted(why: &str) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, format!("the host has stopped: {why}"))
    }

    /// A fault of ours.
    pub(super) fn fault(what: &str, error: &dyn std::fmt::Display) -> Self {
        tracing::error!("{what}: {error}");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the host could not do this; its log says why")
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = (status, Json(self.0)).into_response();
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, axum::http::HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, axum::http::HeaderValue::from_static("Bearer"));
        }
        answer
    }
}

/// A JSON body.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(rejection) => {
                // Every body that says something else than it should is the same kind of trouble.
                let status = match rejection {
                    JsonRejection::JsonSyntaxError(_) => StatusCode::BAD_REQUEST,
                    JsonRejection::JsonDataError(_) => StatusCode::UNPROCESSABLE_ENTITY,
                    ref other => other.status(),
                };
                Err(Trouble::new(status, rejection.body_text()))
            }
        }
    }
}

/// Whoever holds a seat by its token.
pub(super) struct Holder {
    pub(super) table: Arc<Table>,
    pub(super) person: PersonId,
}

impl FromRequestParts<Arc<Hall>> for Holder {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, hall: &Arc<Hall>) -> Result<Self, Trouble> {
        let Some((table, person)) = guard::bearer(hall, &parts.headers) else {
            let detail = "send the token of a seat as `Authorization: Bearer …`; joining gives one";
            return Err(Trouble::new(StatusCode::UNAUTHORIZED, detail));
        };
        match table.halted() {
            Some(why) => Err(Trouble::halted(&why)),
            None => {
                hall.presence.saw(&table.code, person, hall.now());
                Ok(Self { table, person })
            }
        }
    }
}

/// The game with a code, unless the address has guessed too often.
pub(super) fn game(hall: &Hall, address: SocketAddr, code: &str) -> Result<Arc<Table>, Trouble> {
    found(hall, address, code).map_err(|(status, _)| {
        let detail = match status {
            StatusCode::TOO_MANY_REQUESTS => "too many wrong codes came from this address: wait a minute",
            _ => "no class on this host has that code",
        };
        Trouble::new(status, detail)
    })
}

/// A State of a crisis by its name.
pub(super) fn state(states: &[Named], name: &str) -> Result<StateId, Trouble> {
    let found = states.iter().position(|state| state.name.eq_ignore_ascii_case(name));
    let detail = || format!("there is no State `{name}` in this crisis");
    found.map(StateId::at).ok_or_else(|| Trouble::new(StatusCode::CONFLICT, detail()))
}

/// The key of a command: the client's own, or one that no other command has.
pub(super) fn key(headers: &HeaderMap) -> Result<String, Trouble> {
    let Some(given) = headers.get("idempotency-key") else {
        return secret::token().map_err(|error| Trouble::fault("no key could be drawn", &error));
    };
    let given = given.to_str().ok().filter(|text| (1..=LONGEST_KEY).contains(&text.len()));
    given.map(str::to_owned).ok_or_else(|| {
        let detail = format!("an Idempotency-Key has 1 to {LONGEST_KEY} visible letters");
        Trouble::new(StatusCode::BAD_REQUEST, detail)
    })
}
