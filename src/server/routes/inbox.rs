//! The facilitator's inbox, and the list of those who are here.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::server::guard;
use crate::server::hall::Hall;
use crate::server::pages::act::Fields;
use crate::server::pages::desk::Desk;
use crate::server::pages::{inbox, people};
use crate::server::routes::{fields, refuse, white_cell};
use crate::server::white_cell::{ANSWERS, answer};
use crate::session::desk::PersonId;
use crate::session::live::{Shown, Stuck};
use crate::session::wish::Wish;
use crate::store::sheet;
use crate::words::Words;

pub(super) async fn page(State(hall): State<Arc<Hall>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return super::desk::stranger(&hall) };
    let (fields, read, keeper) = (fields(&query.unwrap_or_default()), hall.read.of(&table.code), hall.clone());
    white_cell::page(hall, &headers, move |desk| inbox::page(desk, &keeper.triage, &read, &fields)).await
}

/// Marks messages as read. That is the facilitator's own, so it stands in no journal.
pub(super) async fn read(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return super::desk::stranger(&hall) };
    let (fields, count) = (fields(&body), table.shown().room.messages.len());
    let named = fields.get("messages").map_or("", String::as_str);
    let there = |nth: &u32| usize::try_from(*nth).is_ok_and(|nth| nth < count);
    let named = named.split(' ').filter_map(|nth| nth.parse().ok()).filter(there).collect();
    match hall.mark_read(&table.code, named).await {
        Ok(()) => Redirect::to("/desk/inbox").into_response(),
        Err(fault) => refuse(&hall.words, &Stuck::Ledger(Arc::new(fault))),
    }
}

pub(super) async fn people(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    white_cell::page(hall, &headers, people::page).await
}

/// The list of those who are here, to be taken away.
pub(super) async fn people_csv(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return super::desk::stranger(&hall) };
    let shown = table.shown();
    let desk = Desk::of(&hall, &table, &shown);
    let rows: Vec<_> = shown.room.people.iter().map(|one| people::cells(&desk, one)).collect();
    match sheet::to_csv(&people::HEADINGS, &rows) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"attendance-{}.csv\"", table.code);
            let kind = "text/csv; charset=utf-8".to_owned();
            ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(error) => {
            tracing::error!("the list could not be written: {error}");
            axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Where a lever of these pages leads, and what it wishes; `Err` says what is wrong with the form.
pub(super) fn wish(
    words: &Words,
    lever: &str,
    fields: &Fields,
    shown: &Shown,
) -> Option<(&'static str, Result<Wish, String>)> {
    let text = |name: &str| fields.get(name).map_or("", String::as_str);
    let letter = || {
        let nth: u32 = text("message").parse().ok()?;
        Some((nth, shown.room.messages.get(usize::try_from(nth).ok()?)?))
    };
    let lost = || "there is no such message".to_owned();
    Some(match lever {
        "answer" => {
            let said = ANSWERS.iter().find(|said| **said == text("answer")).map(|said| words.say(said));
            let said = said.unwrap_or_else(|| text("text").to_owned());
            let plan = letter().ok_or_else(lost).map(|(_, message)| answer(words, shown, message, said));
            ("/desk/inbox", plan.map(|plan| Wish::Plan(vec![plan])))
        }
        "hide" => {
            let hidden = text("hidden") == "yes";
            ("/desk/inbox", letter().ok_or_else(lost).map(|(message, _)| Wish::Hide { message, hidden }))
        }
        "rename" => {
            let person = text("person").parse().map(PersonId).map_err(|_| "the form names nobody".to_owned());
            ("/desk/people", person.map(|person| Wish::Rename { person, name: text("name").to_owned() }))
        }
        _ => return None,
    })
}
