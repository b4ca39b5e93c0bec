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
use crate::sim::rulebook::Rulebook;

/// The catalogue of the reader's game, and its ladder; without a seat, those of the first.
fn corpus(hall: &Hall, headers: &HeaderMap) -> Option<(Arc<Corpus>, Arc<Rulebook>)> {
    let own = guard::seat(hall, headers).map(|(table, _)| table);
    let table = own.or_else(|| hall.tables().first().cloned())?;
    let position = table.shown().position.clone();
    Some((position.law(), position.staged().rulebook.clone()))
}

pub(super) async fn all(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let Some((corpus, rules)) = corpus(&hall, &headers) else { return nothing(&hall, &headers) };
    let (fields, language) = (fields(&query.unwrap_or_default()), guard::language(&headers));
    let search = fields.get("q").cloned().unwrap_or_default();
    made(move || codex::all(hall.speaking(language), (&corpus, &rules.model.ladder), &search)).await
}

pub(super) async fn norm(State(hall): State<Arc<Hall>>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let found = corpus(&hall, &headers).and_then(|(corpus, _)| Some((corpus.find(&id)?, corpus)));
    let Some((id, corpus)) = found else { return nothing(&hall, &headers) };
    let language = guard::language(&headers);
    made(move || codex::norm(hall.speaking(language), &corpus, id)).await
}

fn nothing(hall: &Hall, headers: &HeaderMap) -> Response {
    (StatusCode::NOT_FOUND, pages::message(hall.speaks(headers), "web-nowhere")).into_response()
}
