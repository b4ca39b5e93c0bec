//! What a window draws of a seat: the geography once, and what the map and the board show whenever that has changed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;

use crate::base::id::StateId;
use crate::report::map::{Point, Region};
use crate::server::api::problem::{Holder, Trouble};
use crate::server::api::read::seated;
use crate::server::hall::Hall;
use crate::view::PUBLIC;
use crate::wire::situation::{Answer, Bond, Geography, Happening, Item, Land, Pin, Place, Situation};
use crate::words::board::{self, incidents};
use crate::words::scene::{PinKind, Scene};

/// Where every State lies.
#[utoipa::path(
    get,
    path = "/api/v1/geography",
    security(("seat" = [])),
    responses(
        (status = 200, body = Geography),
    )
)]
pub(super) async fn geography(holder: Holder) -> Json<Geography> {
    let shown = holder.table.shown();
    let states = &shown.position.staged().scenario.cast.states;
    let line = |ring: &Vec<Point>| ring.iter().map(|at| [at.x, at.y]).collect();
    let land = |region: &Region| Land {
        state: states.get(region.state.index()).map(|state| state.name.clone()).unwrap_or_default(),
        anchor: [region.anchor.x, region.anchor.y],
        cells: region.cells.iter().map(line).collect(),
        outlines: region.outlines.iter().map(line).collect(),
    };
    Json(Geography { lands: holder.table.map.regions.iter().map(land).collect() })
}

/// What the seat's map shows, and what it holds of each incident.
#[utoipa::path(
    get,
    path = "/api/v1/situation",
    security(("seat" = [])),
    responses(
        (status = 200, body = Situation),
    )
)]
pub(super) async fn situation(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
) -> Result<Json<Situation>, Trouble> {
    seated(&hall, &headers, &holder, |seat| {
        let outlook = seat.outlook();
        let own: Option<StateId> = (seat.state != PUBLIC).then_some(seat.state);
        let scene = Scene::of(&outlook.telling, own);
        let all = if own.is_some() { incidents(&outlook) } else { Vec::new() };
        Ok(Json(said(seat.room().turn.0, scene, all)))
    })
    .await
}

fn said(turn: u16, scene: Scene, incidents: Vec<board::Incident>) -> Situation {
    let place = |one: crate::words::scene::Region| Place {
        name: one.name,
        code: one.code,
        about: one.about,
        weight: one.weight,
    };
    let bond = |tie: crate::words::scene::Strand| Bond {
        between: [tie.low.index(), tie.high.index()],
        step: tie.step,
        tension: tie.tension,
        friends: tie.are_friends,
        severed: tie.is_severed,
    };
    let pin = |one: crate::words::scene::Pin| Pin {
        at: one.state.index(),
        from: one.from.map(StateId::index),
        kind: match one.kind {
            PinKind::Incident => "incident",
            PinKind::Operation => "operation",
            PinKind::Measure => "measure",
        }
        .to_owned(),
        says: one.text,
        new: one.is_new,
        over: one.is_over,
    };
    Situation {
        turn,
        places: scene.states.into_iter().map(place).collect(),
        ties: scene.ties.into_iter().map(bond).collect(),
        pins: scene.pins.into_iter().map(pin).collect(),
        steps: scene.steps,
        incidents: incidents.into_iter().map(happening).collect(),
    }
}

fn happening(incident: board::Incident) -> Happening {
    let answer = |held: board::Held| Answer {
        says: held.text,
        likely: held.share.get(),
        word: held.word,
        before: held.before.get(),
        names: held.names.map(StateId::index),
    };
    let item = |item: board::Item| Item {
        id: item.id.0,
        kind: item.kind,
        points: item.points,
        found: item.found,
        bears_on: item.bears_on,
        against: item.against,
        bearing: item.bearing,
        trusted: item.reliability.get(),
        moves: item.moves.map(crate::base::Permille::get),
        without: item.without.get(),
    };
    Happening {
        id: incident.id.0,
        name: incident.name,
        about: incident.about,
        answers: incident.beliefs.into_iter().map(answer).collect(),
        evidence: incident.evidence.into_iter().map(item).collect(),
    }
}
