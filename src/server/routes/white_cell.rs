//! The facilitator's further pages: the last turn, the master list of events, worlds side by side; and what their forms
//! wish.

use std::sync::Arc;

use axum::extract::{Multipart, Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::server::guard;
use crate::server::hall::{Hall, HallError, Table};
use crate::server::pages::act::Fields;
use crate::server::pages::desk::Desk;
use crate::server::pages::turn::mark;
use crate::server::pages::{self, plans, turn, worlds};
use crate::server::routes::{fields, halted, key, made, refuse, send};
use crate::server::white_cell::VERDICTS;
use crate::session::desk::By;
use crate::session::live::{Shown, Stuck};
use crate::session::plan::{Overrule, Plan};
use crate::session::wish::Wish;
use crate::sim::white_cell::{Correction, Holding, Struck};
use crate::store::sheet::{self, SheetError};
use crate::wire::plan as notation;

/// The most bytes of a spreadsheet that is handed in.
pub(super) const SHEET: usize = 2 << 20;

/// Rises whenever anything changes that a desk shows.
pub(super) fn desk_stamp(hall: &Hall, table: &Table) -> u64 {
    table.shown().version + hall.presence.changes(&table.code, None)
}

/// Makes a page of whoever is at the desk.
pub(super) async fn page(
    hall: Arc<Hall>,
    headers: &HeaderMap,
    make: impl FnOnce(&Desk<'_>) -> Markup + Send + 'static,
) -> Response {
    let Some(table) = guard::desk(&hall, headers) else { return super::desk::stranger(&hall) };
    if let Some(why) = table.halted() {
        return halted(&hall.words, &why);
    }
    let shown = table.shown();
    made(move || make(&Desk::of(&hall, &table, &shown))).await
}

pub(super) async fn turn(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    page(hall, &headers, turn::page).await
}

pub(super) async fn plans(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    page(hall, &headers, plans::page).await
}

pub(super) async fn worlds(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let Some((_, open)) = guard::worlds(&hall, &headers) else { return super::desk::stranger(&hall) };
    page(hall.clone(), &headers, move |desk| {
        let stamp = open.iter().map(|table| desk_stamp(&hall, table)).sum();
        worlds::page(&Desk { events: "/desk/worlds/events", stamp, ..*desk }, &open)
    })
    .await
}

/// Goes to the desk of another world that the same secret opens.
pub(super) async fn go(State(hall): State<Arc<Hall>>, headers: HeaderMap, Path(code): Path<String>) -> Response {
    match guard::to_world(&hall, &headers, &code) {
        Some(cookie) => ([(SET_COOKIE, cookie)], Redirect::to("/desk")).into_response(),
        None => super::desk::stranger(&hall),
    }
}

/// Opens a copy and goes to its desk. A copy that was opened twice is two copies: both can be told apart and closed.
pub(super) async fn fork(State(hall): State<Arc<Hall>>, headers: HeaderMap, body: String) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return super::desk::stranger(&hall) };
    let Some(turn) = fields(&body).get("from").and_then(|turn| turn.parse().ok()).map(Turn) else {
        return (StatusCode::BAD_REQUEST, pages::message(&hall.words, "web-unreadable")).into_response();
    };
    match hall.fork(&table, turn).await {
        Ok(code) => go(State(hall), headers, Path(code)).await,
        Err(refused @ (HallError::Session(_) | HallError::Crowded)) => {
            (StatusCode::CONFLICT, pages::said(&hall.words, &super::sentence(&refused.to_string()))).into_response()
        }
        Err(HallError::Store(fault)) => refuse(&hall.words, &Stuck::Ledger(Arc::new(fault))),
        Err(other) => {
            tracing::error!("a copy could not be opened: {other}");
            halted(&hall.words, &other.to_string())
        }
    }
}

/// Where a lever leads, and what it wishes; `Err` says what is wrong with the form.
pub(super) fn wish(lever: &str, fields: &Fields, shown: &Shown) -> Option<(&'static str, Result<Wish, String>)> {
    let text = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let now = || text("turn").parse().map(Turn).map_err(|_| "the form names no turn".to_owned());
    let cast = &shown.position.staged().scenario.cast;
    let overruled = |overrule: Option<Overrule>| {
        let overrule = overrule.ok_or_else(|| "the turn has been changed since: look again".to_owned())?;
        Ok(Wish::Overrule { turn: now()?, overrule })
    };
    let order = || {
        let (_, _, past) = shown.position.truth();
        let orders = past?.0.docket.orders();
        let place: usize = fields.get("act")?.split('-').next()?.parse().ok()?;
        orders.get(place).copied().filter(|order| mark(place, order) == text("act"))
    };
    let plan = || text("plan").parse::<u16>().map_err(|_| "the form names no event".to_owned());
    Some(match lever {
        "back" => ("/desk/turn", now().map(|turn| Wish::StepBack { turn, reason: text("reason") })),
        "undo" => ("/desk/turn", Ok(Wish::Undo)),
        "strike" => {
            let struck = order().map(|order| Overrule::Strike(Struck { order, reason: text("reason") }));
            ("/desk/turn", overruled(struck))
        }
        "hold" => {
            let verdict = text("verdict").parse::<usize>().ok().and_then(|nth| VERDICTS.get(nth).copied());
            let held = order().zip(verdict);
            let held = held.map(|(order, verdict)| Overrule::Hold(Holding { order, verdict, reason: text("reason") }));
            ("/desk/turn", overruled(held))
        }
        "correct" => {
            let wish = notation::read_pushes(&text("does"), cast).and_then(|pushes| match pushes[..] {
                [push] => overruled(Some(Overrule::Correct(Correction { push, reason: text("reason") }))),
                _ => Err("write one change at a time, so that each has its reason".to_owned()),
            });
            ("/desk/turn", wish)
        }
        "plan" => {
            let mut to = StateSet::EMPTY;
            let named = fields.keys().filter_map(|name| name.strip_prefix("to-")?.parse().ok());
            named.for_each(|state| to.insert(StateId(state)));
            let cells = [text("when"), String::new(), text("title"), text("text"), text("does")];
            let read = notation::read(&cells, cast);
            let to = if fields.contains_key("to-all") { StateSet::ALL } else { to };
            ("/desk/plans", read.map(|plan| Wish::Plan(vec![Plan { to, ..plan }])))
        }
        "give" if !fields.contains_key("sure") => {
            ("/desk/plans", Err("it cannot be unread: tick that you mean it".into()))
        }
        "give" => ("/desk/plans", plan().map(Wish::Give)),
        "drop" => ("/desk/plans", plan().map(Wish::Drop)),
        _ => return None,
    })
}

/// The list as text.
pub(super) async fn csv(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    export(&hall, &headers, "csv", "text/csv; charset=utf-8", |rows| sheet::to_csv(&notation::HEADINGS, rows))
}

/// The list as a workbook.
pub(super) async fn xlsx(State(hall): State<Arc<Hall>>, headers: HeaderMap) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    export(&hall, &headers, "xlsx", kind, |rows| sheet::to_xlsx("Events", &notation::HEADINGS, rows))
}

fn export(
    hall: &Hall,
    headers: &HeaderMap,
    ending: &str,
    kind: &'static str,
    write: impl FnOnce(&[[String; 6]]) -> Result<Vec<u8>, SheetError>,
) -> Response {
    let Some(table) = guard::desk(hall, headers) else { return super::desk::stranger(hall) };
    let shown = table.shown();
    let cast = &shown.position.staged().scenario.cast;
    let kept = shown.room.plans.iter().filter(|one| !one.is_dropped);
    let rows: Vec<_> = kept.map(|one| notation::write(&one.plan, one.given.map(|(turn, _)| turn), cast)).collect();
    match write(&rows) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"events-{}.{ending}\"", table.code);
            ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(error) => {
            tracing::error!("the list could not be written: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Takes a spreadsheet's events, all or none.
pub(super) async fn import(State(hall): State<Arc<Hall>>, headers: HeaderMap, form: Multipart) -> Response {
    let Some(table) = guard::desk(&hall, &headers) else { return super::desk::stranger(&hall) };
    let wrong =
        |text: String| (StatusCode::BAD_REQUEST, pages::said(&hall.words, &super::sentence(&text))).into_response();
    let Some((fields, bytes)) = parts(form).await else {
        return (StatusCode::BAD_REQUEST, pages::message(&hall.words, "web-unreadable")).into_response();
    };
    let shown = table.shown();
    let read = tokio::task::spawn_blocking(move || {
        let cast = &shown.position.staged().scenario.cast;
        let rows = sheet::read(&bytes)?;
        Ok::<_, SheetError>(
            rows.into_iter().map(|(row, cells)| (row, notation::read(&cells, cast))).collect::<Vec<_>>(),
        )
    });
    let rows = match read.await {
        Ok(Ok(rows)) => rows,
        Ok(Err(error)) => {
            return wrong(hall.words.say_with("plans-odd", &[("why", (&error.to_string()).into())]));
        }
        Err(_) => return wrong(hall.words.say_with("plans-odd", &[("why", "it cannot be read".into())])),
    };
    let mistakes: Vec<String> = (rows.iter())
        .filter_map(|(row, read)| {
            let why = read.as_ref().err()?;
            Some(hall.words.say_with("plans-unread", &[("row", (*row).into()), ("why", why.into())]))
        })
        .collect();
    if !mistakes.is_empty() {
        return (StatusCode::BAD_REQUEST, pages::listed(&hall.words, &mistakes, "/desk/plans")).into_response();
    }
    let plans: Vec<Plan> = rows.into_iter().filter_map(|(_, read)| read.ok()).collect();
    let key = format!("import.{}", key(&fields));
    send(&hall, &hall.words, &table, (By::Facilitator, key, Wish::Plan(plans)), "/desk/plans").await
}

/// A form's texts, and its file.
async fn parts(mut form: Multipart) -> Option<(Fields, Vec<u8>)> {
    let (mut fields, mut file) = (Fields::new(), None);
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name()?.to_owned();
        if name == "file" {
            file = Some(field.bytes().await.ok()?.to_vec());
        } else if fields.len() < 8 {
            fields.insert(name, field.text().await.ok()?);
        }
    }
    // The file is part of what makes two imports the same.
    let bytes = file?;
    fields.insert("digest".into(), crate::base::Digest::of(&bytes).to_string());
    Some((fields, bytes))
}
