//! The same seats for programs: JSON over HTTP, version 1, with the rights that a browser has and no others.
//!
//! `problem` says what went wrong and reads bodies; `join` gives seats; `read` shows a seat and the board; `send` carries out what a
//! seat wants.
//! The description at `/api/v1/openapi.json` is made from these functions. Cookies open nothing here, so that no page
//! elsewhere can act through a browser.

mod approval;
mod join;
mod problem;
mod read;
mod send;
mod situation;
mod standing;
mod team;
mod waiting;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, get, post, put};
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{self, ObjectBuilder, Ref, RefOr, Type};
use utoipa::{Modify, OpenApi};

use crate::server::api::problem::{LONGEST_KEY, Trouble};
use crate::server::hall::Hall;
use crate::wire::api::Problem;

/// Where the interface begins.
pub(super) const ROOT: &str = "/api/";

/// The addresses. A new one is a function in `read` or `send`, its line here, and one in [`Description`].
pub(super) fn routes() -> Router<Arc<Hall>> {
    Router::new()
        .route("/api/v1/openapi.json", get(read::openapi))
        .route("/api/v1/boards/{code}", get(read::board))
        .route("/api/v1/games/{code}/seats", post(join::join))
        .route("/api/v1/games/{code}/returns", post(join::come_back))
        .route("/api/v1/seat", get(read::seat))
        .route("/api/v1/geography", get(situation::geography))
        .route("/api/v1/situation", get(situation::situation))
        .route("/api/v1/acts", get(read::acts))
        .route("/api/v1/events", get(read::events))
        .route("/api/v1/opinions", post(read::opinion))
        .route("/api/v1/orders", post(send::order))
        .route("/api/v1/orders/{place}", delete(send::take_back))
        .route("/api/v1/drafts", post(team::propose))
        .route("/api/v1/drafts/{draft}", delete(team::withdraw))
        .route("/api/v1/drafts/{draft}/voices", post(team::voice))
        .route("/api/v1/approval", get(approval::read).put(approval::settle))
        .route("/api/v1/prepared", put(send::prepared))
        .route("/api/v1/ready", put(send::ready))
        .route("/api/v1/standing-orders", put(standing::leave))
        .route("/api/v1/more-time", post(send::more_time))
        .route("/api/v1/messages", post(send::write))
        .route("/api/v1/appeals", post(send::appeal))
}

/// The answer to whoever asks too fast.
pub(super) fn too_fast() -> Response {
    Trouble::new(StatusCode::TOO_MANY_REQUESTS, "too many requests at once: wait a moment").into_response()
}

/// The answer where there is nothing.
pub(super) fn nowhere() -> Response {
    Trouble::new(StatusCode::NOT_FOUND, "there is nothing here; see /api/v1/openapi.json").into_response()
}

/// The description of the interface.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Démarche",
        version = "1.0.0",
        description = "Seats of a hosted crisis for programs. Join with the code of a class, keep the token, read the seat, ask for \
                       opinions, order, write. Whatever a seat may not know is not said here either. A command can be sent again \
                       under the same `Idempotency-Key` and is done once.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    paths(
        read::board,
        read::seat,
        situation::geography,
        situation::situation,
        read::acts,
        read::events,
        read::opinion,
        join::join,
        join::come_back,
        send::order,
        send::take_back,
        send::prepared,
        send::ready,
        send::more_time,
        standing::leave,
        approval::read,
        approval::settle,
        team::propose,
        team::withdraw,
        team::voice,
        send::write,
        send::appeal
    ),
    components(schemas(Problem)),
    modifiers(&Bearer, &Common)
)]
pub(super) struct Description;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, description: &mut openapi::OpenApi) {
        let scheme =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("The token of a seat.")).build();
        let desk = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
        let desk =
            desk.description(Some("The code and the secret of the facilitator's link, with a dot between.")).build();
        let components = description.components.get_or_insert_default();
        components.add_security_scheme("seat", SecurityScheme::Http(scheme));
        components.add_security_scheme("desk", SecurityScheme::Http(desk));
    }
}

/// What every address of a kind has in common: the key of a command, the answers it can give, and that troubles are problems.
struct Common;

impl Modify for Common {
    fn modify(&self, description: &mut openapi::OpenApi) {
        for (path, item) in &mut description.paths.paths {
            let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.delete];
            for operation in operations.into_iter().flatten() {
                let answers = &mut operation.responses.responses;
                let mut troubles = vec![
                    ("429", "Too many requests, or too many wrong codes from one address"),
                    ("503", "The host cannot keep what is done, and has stopped"),
                ];
                if !path.contains("{code}") {
                    troubles.push(("401", "No seat and no desk has that token"));
                }
                if operation.request_body.is_some() {
                    troubles.extend([
                        ("400", "The body is no JSON, or a header is none"),
                        ("413", "The body is too long"),
                        ("415", "The body is not said to be JSON"),
                        ("422", "The body says something else than it should"),
                    ]);
                }
                for (status, text) in troubles {
                    let answer = ResponseBuilder::new().description(text).build();
                    answers.entry(status.to_owned()).or_insert_with(|| answer.into());
                }
                let problem = || ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
                for (_, answer) in answers.iter_mut().filter(|(status, _)| status.as_str() >= "400") {
                    if let RefOr::T(answer) = answer {
                        answer.content.insert("application/problem+json".to_owned(), problem().into());
                    }
                }
                // What is kept is a command.
                if answers.contains_key("204") {
                    operation.parameters.get_or_insert_default().push(key().into());
                }
            }
        }
    }
}

/// The key of a command.
fn key() -> Parameter {
    let key = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(LONGEST_KEY))
        .pattern(Some("^[!-~]+$"));
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .description(Some("Sent again under the same key, it is done once"))
        .schema(Some(key))
        .build()
}
