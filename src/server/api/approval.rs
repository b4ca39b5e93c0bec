//! The facilitator's one lever for programs: who has to approve an order.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};

use crate::server::api::problem::{Body, Trouble};
use crate::server::api::send::{asked, whole_key};
use crate::server::guard;
use crate::server::hall::{Hall, Table};
use crate::session::desk::By;
use crate::session::wish::Wish;
use crate::wire::api::Approval;

/// Whoever holds a facilitator's desk by its secret.
pub(super) struct Facilitator(Arc<Table>);

impl FromRequestParts<Arc<Hall>> for Facilitator {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, hall: &Arc<Hall>) -> Result<Self, Trouble> {
        let Some(table) = guard::bearer_of_desk(hall, &parts.headers) else {
            let detail = "send `Authorization: Bearer CODE.SECRET` with the two last parts of the facilitator's link";
            return Err(Trouble::new(StatusCode::UNAUTHORIZED, detail));
        };
        match table.halted() {
            Some(why) => Err(Trouble::halted(&why)),
            None => Ok(Self(table)),
        }
    }
}

/// Says who has to approve an order.
#[utoipa::path(
    get,
    path = "/api/v1/approval",
    security(("desk" = [])),
    responses(
        (status = 200, body = Approval),
    )
)]
pub(super) async fn read(Facilitator(table): Facilitator) -> Json<Approval> {
    let rule = table.shown().room.approval;
    Json(Approval { rule })
}

/// Settles who has to approve an order from now on. Drafts wait as they are; the next voice counts by the new rule.
#[utoipa::path(
    put,
    path = "/api/v1/approval",
    security(("desk" = [])),
    request_body = Approval,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "The crisis is over"),
    )
)]
pub(super) async fn settle(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    Facilitator(table): Facilitator,
    Body(Approval { rule }): Body<Approval>,
) -> Result<StatusCode, Trouble> {
    let key = whole_key(&headers, asked([("approval", rule.word().to_owned())]))?;
    let sent = table.send(By::Facilitator, key, Wish::Agree(rule), hall.now()).await;
    sent.map(|()| StatusCode::NO_CONTENT).map_err(|stuck| Trouble::of(hall.speaks(&headers), &stuck))
}
