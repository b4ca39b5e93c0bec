//! The codex. Whoever reaches the host may read it.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use crate::law::Corpus;
use crate::server::guard;
use crate::server::hall::Hall;
use crate::server::pages::{self, codex};
use crate::server::routes::{fields, made};

/// The catalogue of the reader's game; without a seat, that of the first.
fn corpus(hall: &Hall, headers: &HeaderMap) -> Option<Arc<Corpus>> {
    let own = guard::seat(hall, headers).map(|(table, _)| table);
    let table = own.or_else(|| hall.tables().first().cloned())?;
    Some(table.shown().position.law())
}

pub(super) async fn all(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let Some(corpus) = corpus(&hall, &headers) else { return nothing(&hall, &headers) };
    let (fields, language) = (fields(&query.unwrap_or_default()), guard::language(&headers));
    let search = fields.get("q").cloned().unwrap_or_default();
    made(move || codex::all(hall.speaking(language), &corpus, &search)).await
}

pub(super) async fn norm(State(hall): State<Arc<Hall>>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let found = corpus(&hall, &headers).and_then(|corpus| Some((corpus.find(&id)?, corpus)));
    let Some((id, corpus)) = found else { return nothing(&hall, &headers) };
    let language = guard::language(&headers);
    made(move || codex::norm(hall.speaking(language), &corpus, id)).await
}

fn nothing(hall: &Hall, headers: &HeaderMap) -> Response {
    (StatusCode::NOT_FOUND, pages::message(hall.speaks(headers), "web-nowhere")).into_response()
}
