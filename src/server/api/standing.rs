//! Standing orders for programs.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use crate::server::api::problem::{Body, Holder, Trouble};
use crate::server::api::send::{asked, send};
use crate::server::hall::Hall;
use crate::server::pages::act::wire_word;
use crate::session::desk;
use crate::session::wish::Wish;
use crate::wire::api::StandingOrders;

/// Standing orders as a program reads them.
pub(super) fn said(orders: &desk::StandingOrders) -> StandingOrders {
    StandingOrders { temper: orders.temper.clone(), mandate: orders.mandate }
}

/// Leaves standing orders to the agent that plays the State while it is silent, in the place of those before.
#[utoipa::path(
    put,
    path = "/api/v1/standing-orders",
    security(("seat" = [])),
    request_body = StandingOrders,
    responses(
        (status = 204, description = "It is kept"),
        (status = 409, description = "There is no such temper, or it is not for the seat's holder to say"),
    )
)]
pub(super) async fn leave(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(orders): Body<StandingOrders>,
) -> Result<StatusCode, Trouble> {
    let mandate = orders.mandate;
    let temper = orders.temper.filter(|temper| !temper.is_empty());
    let described = asked([("temper", temper.clone().unwrap_or_default()), ("mandate", wire_word(mandate))]);
    let wish = Wish::Instruct(desk::StandingOrders { temper, mandate });
    send(&hall, &headers, &holder, described, wish).await
}
