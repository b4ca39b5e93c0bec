//! The team room for programs: drafts, voices, and the same rule by which one is sent.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};

use crate::base::Turn;
use crate::server::api::problem::{Body, Holder, Trouble};
use crate::server::api::send::{asked, described, numbered, send};
use crate::server::hall::Hall;
use crate::server::pages::act::wire_word;
use crate::server::pages::seat::{Seat, choice};
use crate::server::routes::seat::is_too_dear;
use crate::session::desk::{self, PersonId};
use crate::session::room::Fate;
use crate::session::wish::Wish;
use crate::wire::api::{Order, Proposed, Said, Voice};

/// The drafts before a seat's team.
pub(super) fn drafts(seat: &Seat<'_>) -> Vec<Proposed> {
    let (room, outlook) = (seat.room(), seat.outlook());
    let name = |person: PersonId| room.seated(person).map_or_else(String::new, |seated| seated.person.name.clone());
    let all = room.desks.get(seat.state.index()).map_or(&[][..], |desk| desk.drafts.as_slice());
    let told = (0_u16..).zip(all).filter(|(_, draft)| seat.view.is_told(&draft.order));
    let each = told.map(|(number, draft)| Proposed {
        draft: number,
        by: name(draft.by),
        says: choice(&outlook, &seat.view, &draft.order),
        fate: wire_word(draft.fate),
        held: draft.fate == Fate::Open && room.is_held(seat.state, draft),
        voices: draft
            .voices
            .iter()
            .map(|(person, (voice, word))| Said {
                name: name(*person),
                approves: *voice == desk::Voice::Approve,
                word: word.clone(),
            })
            .collect(),
    });
    each.collect()
}

/// Lays a draft before the team.
#[utoipa::path(
    post,
    path = "/api/v1/drafts",
    security(("seat" = [])),
    request_body = Order,
    responses(
        (status = 204, description = "It is kept, and sent if that is enough"),
        (status = 409, description = "It cannot be proposed now"),
    )
)]
pub(super) async fn propose(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(order): Body<Order>,
) -> Result<StatusCode, Trouble> {
    described(&hall, &headers, holder, "draft", order, |turn, order| Wish::Propose { turn, order }).await
}

/// Says what the seat's holder thinks of a draft.
#[utoipa::path(
    post,
    path = "/api/v1/drafts/{draft}/voices",
    security(("seat" = [])),
    params(
        ("draft" = u16, Path, description = "Its number", maximum = 65535),
    ),
    request_body = Voice,
    responses(
        (status = 204, description = "It is kept, and the draft is sent if that is enough"),
        (status = 409, description = "There is no such draft, it is decided, or it takes more attention than is left"),
    )
)]
pub(super) async fn voice(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Path(draft): Path<String>,
    Body(said): Body<Voice>,
) -> Result<StatusCode, Trouble> {
    let draft =
        draft.parse().map_err(|_| Trouble::new(StatusCode::BAD_REQUEST, "a draft is named by its number, from 0"))?;
    if said.approve && is_too_dear(hall.clone(), holder.table.clone(), holder.person, draft).await {
        let detail = "this draft takes more attention than is left this turn: take an order back first";
        return Err(Trouble::new(StatusCode::CONFLICT, detail));
    }
    let (turn, voice) = (Turn(said.turn), if said.approve { desk::Voice::Approve } else { desk::Voice::Object });
    let described = asked([
        ("draft", draft.to_string()),
        ("turn", said.turn.to_string()),
        ("approve", said.approve.to_string()),
        ("word", said.word.clone()),
    ]);
    let wish = Wish::Voice { turn, draft, voice, word: said.word };
    send(&hall, &headers, &holder, described, wish).await
}

/// Lays a draft aside.
#[utoipa::path(
    delete,
    path = "/api/v1/drafts/{draft}",
    security(("seat" = [])),
    params(
        ("draft" = u16, Path, description = "Its number", maximum = 65535),
        ("turn" = u16, Query, description = "The turn", maximum = 65535),
    ),
    responses(
        (status = 204, description = "It is kept"),
        (status = 400, description = "Draft or turn is no number, or the key is none"),
        (status = 409, description = "There is no such draft, it is decided, or it is somebody else's"),
    )
)]
pub(super) async fn withdraw(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Path(draft): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<StatusCode, Trouble> {
    let (draft, turn) = numbered(&draft, query, "DELETE /api/v1/drafts/DRAFT")?;
    let described = asked([("withdraw", draft.to_string()), ("turn", turn.to_string())]);
    let wish = Wish::Withdraw { turn: Turn(turn), draft };
    send(&hall, &headers, &holder, described, wish).await
}
