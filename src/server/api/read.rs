//! What a seat may see, what it could do, and what the law would make of it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::OpenApi as _;

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::server::api::Description;
use crate::server::api::problem::{Body, Holder, Trouble, game};
use crate::server::guard;
use crate::server::hall::Hall;
use crate::server::pages::act::{self, Fields, wire_word};
use crate::server::pages::office;
use crate::server::pages::seat::{Seat, choice};
use crate::server::presence::Here;
use crate::server::routes;
use crate::session::desk::Office;
use crate::session::entry::Message;
use crate::session::room::{Clock, Plea, remit};
use crate::sim::docket::attention;
use crate::sim::legal::Chambers;
use crate::view::{Clearance, Counsel, Draft, PUBLIC, asked, feasible, menu};
use crate::wire::api::{Asked, Board, Given, Letter, Menu, Opinion, Rights, SeatView, Standing, Waiting, Way};
use crate::wire::slug;

/// How the game stands, as one seat sees it.
fn standing(seat: &Seat<'_>, stamp: u64) -> Standing {
    let (room, scenario) = (seat.room(), seat.scenario);
    let (clock, left) = match room.clock {
        Clock::Waiting => ("waiting", None),
        Clock::Runs(until) => ("runs", Some(seat.now.until(until).0 / 1000)),
        Clock::Stands(left) => ("stands", Some(left.0 / 1000)),
    };
    Standing {
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        states: scenario.cast.states.iter().map(|state| state.name.clone()).collect(),
        turn: room.turn.0,
        turns: scenario.turns,
        over: room.over,
        clock: clock.to_owned(),
        left_seconds: left,
        stamp,
    }
}

/// Rows as files have them.
fn rows(known: &impl Serialize) -> Result<serde_json::Value, Trouble> {
    serde_json::to_value(known).map_err(|error| Trouble::fault("rows could not be written", &error))
}

/// Makes an answer from the seat of whoever asks.
pub(super) async fn seated<T: Send + 'static>(
    hall: &Arc<Hall>,
    headers: &HeaderMap,
    holder: &Holder,
    make: impl FnOnce(&Seat<'_>) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let (keeper, table, person, language) =
        (hall.clone(), holder.table.clone(), holder.person, guard::language(headers));
    away(move || {
        let shown = table.shown();
        let who = shown.room.seated(person);
        let state = who.map_or(PUBLIC, |who| who.state);
        let here = Here { presence: &keeper.presence, game: &table.code };
        make(&Seat::of(keeper.speaking(language), (&shown, &table.map), state, who, keeper.now()).among(here))
    })
    .await
}

/// Makes an answer away from the event loop: views and cards take their time.
async fn away<T: Send + 'static>(make: impl FnOnce() -> Result<T, Trouble> + Send + 'static) -> Result<T, Trouble> {
    let made = tokio::task::spawn_blocking(make).await;
    made.unwrap_or_else(|error| Err(Trouble::fault("an answer could not be made", &error)))
}

/// A State by its name in the cast, or the press.
fn name(seat: &Seat<'_>, state: StateId) -> String {
    seat.scenario.cast.states.get(state.index()).map_or_else(|| "press".to_owned(), |state| state.name.clone())
}

fn letter(seat: &Seat<'_>, message: &Message) -> Letter {
    let to = if message.to == StateSet::EMPTY {
        vec!["facilitator".to_owned()]
    } else if message.to.is_public() {
        vec!["everybody".to_owned()]
    } else {
        message.to.iter().map(|state| name(seat, state)).collect()
    };
    Letter { turn: message.turn.0, from: name(seat, message.from), to, text: message.text.clone() }
}

/// What the office of whoever asks answers for.
fn rights(seat: &Seat<'_>) -> Rights {
    let remit = seat.who.and_then(|who| remit(who.office));
    Rights {
        answers_for: remit.map(|remit| remit.families.iter().chain(&remit.follow_ups).cloned().collect()),
        sees_secrets: seat.view.clearance() == Clearance::Secret,
        may_hold: remit.is_some_and(|remit| remit.may_hold),
    }
}

/// What became of a wish for more time.
fn plea(plea: Plea) -> String {
    match plea {
        Plea::Asked(_) => "asked",
        Plea::Given(_) => "given",
        Plea::Denied => "denied",
    }
    .to_owned()
}

/// The description of this interface.
pub(super) async fn openapi() -> Response {
    Json(Description::openapi()).into_response()
}

/// What everybody may see of a class.
#[utoipa::path(
    get,
    path = "/api/v1/boards/{code}",
    params(("code" = String, Path, description = "The code of the class")),
    responses(
        (status = 200, body = Board),
        (status = 404, description = "No class has that code"),
    )
)]
pub(super) async fn board(
    State(hall): State<Arc<Hall>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Json<Board>, Trouble> {
    let table = game(&hall, address, &code)?;
    if let Some(why) = table.halted() {
        return Err(Trouble::halted(&why));
    }
    let language = guard::language(&headers);
    away(move || {
        let shown = table.shown();
        let seat = Seat::of(hall.speaking(language), (&shown, &table.map), PUBLIC, None, hall.now());
        let stamp = seat.room().public_stamp();
        let (game, news) = (standing(&seat, stamp), seat.outlook().came());
        Ok(Json(Board { game, news, known: rows(&seat.view.known)? }))
    })
    .await
}

/// Everything the seat of whoever asks may see.
#[utoipa::path(
    get,
    path = "/api/v1/seat",
    security(("seat" = [])),
    responses(
        (status = 200, body = SeatView),
    )
)]
pub(super) async fn seat(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
) -> Result<Json<SeatView>, Trouble> {
    seated(&hall, &headers, &holder, |seat| {
        let (outlook, rules, room) = (seat.outlook(), seat.view.rules(), seat.room());
        let given = |(place, order): (usize, &crate::sim::order::Order)| Given {
            place,
            says: choice(&outlook, &seat.view, order),
            attention: attention(rules, order.act),
        };
        let told = || seat.orders().iter().enumerate().filter(|(_, order)| seat.view.is_told(order));
        let is_press = seat.state == PUBLIC;
        let desk = room.desks.get(seat.state.index());
        Ok(Json(SeatView {
            game: standing(seat, seat.stamp()),
            name: seat.who.map_or_else(String::new, |who| who.person.name.clone()),
            state: (!is_press).then(|| name(seat, seat.state)),
            office: wire_word(seat.who.map_or(Office::Press, |who| who.office)),
            may_order: !is_press && seat.sends(),
            rights: rights(seat),
            prepared: seat.who.is_some_and(|who| room.is_prepared(who.person.id)),
            ready: desk.is_some_and(|desk| desk.ready),
            more_time: desk.and_then(|desk| desk.plea).map(plea),
            standing_orders: super::standing::said(&desk.map(|desk| desk.standing.clone()).unwrap_or_default()),
            attention: if is_press { 0 } else { seat.left() },
            orders: told().map(given).collect(),
            secret_orders: seat.orders().len() - told().count(),
            approval: wire_word(room.approval),
            drafts: super::team::drafts(seat),
            waiting: if is_press { Waiting::default() } else { super::waiting::waiting(seat) },
            briefing: if is_press { Vec::new() } else { outlook.situation().to_vec() },
            came: outlook.came(),
            evidence: if is_press { Vec::new() } else { outlook.evidence() },
            messages: seat.messages().map(|message| letter(seat, message)).collect(),
            known: rows(&seat.view.known)?,
        }))
    })
    .await
}

/// Every act that is open, with the law's answer on it, and why the others are not.
#[utoipa::path(
    get,
    path = "/api/v1/acts",
    security(("seat" = [])),
    responses(
        (status = 200, body = Menu),
        (status = 409, description = "The press has no acts"),
    )
)]
pub(super) async fn acts(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
) -> Result<Json<Menu>, Trouble> {
    seated(&hall, &headers, &holder, |seat| {
        in_a_state(seat)?;
        let (menu, outlook, rules) = (menu(&seat.view), seat.outlook(), seat.view.rules());
        let mut chambers = Chambers::new(rules);
        let mut counsel = Counsel::of(&seat.view, &mut chambers);
        let mut acts = Vec::new();
        let mut why_not = BTreeMap::new();
        let families = outlook.families(&menu, &|act| !seat.is_for(act));
        for (family, entry) in families.iter().flat_map(|one| one.entries.iter().map(|entry| (&one.name, *entry))) {
            let act = slug(rules, entry.act);
            if !seat.is_for(entry.act) {
                why_not.insert(act, office::answers(seat, entry.act));
                continue;
            }
            if let Some(why) = entry.why_not {
                why_not.insert(act.clone(), outlook.obstacle(why));
            }
            for (way, candidate) in entry.candidates.iter().enumerate() {
                let draft = &candidate.draft;
                let verdict = counsel.answer(draft);
                let (mut questions, mut in_words) = (BTreeMap::new(), BTreeMap::new());
                for one in asked(&seat.view, draft) {
                    let options = act::options(&outlook, draft, one);
                    let stands = options.iter().position(|(_, _, stands)| *stands);
                    let (values, answers) = options.into_iter().map(|(value, text, _)| (value, text)).unzip();
                    let name = act::field(one).to_owned();
                    in_words.insert(name.clone(), Asked { says: outlook.question(one), answers, stands });
                    questions.insert(name, values);
                }
                acts.push(Way {
                    act: act.clone(),
                    family: family.clone(),
                    way,
                    says: outlook.choice(draft),
                    attention: entry.attention,
                    verdict: verdict.overall.word().to_owned(),
                    provisional: verdict.is_provisional,
                    cost: verdict.score.cost,
                    questions,
                    asked: in_words,
                    terms: rows(&draft.order.terms)?,
                });
            }
        }
        Ok(Json(Menu { acts, why_not }))
    })
    .await
}

/// The press sits in no State: it has no acts.
fn in_a_state(seat: &Seat<'_>) -> Result<(), Trouble> {
    let detail = "the press sits in no State and has no acts; it writes messages";
    if seat.state == PUBLIC { Err(Trouble::new(StatusCode::CONFLICT, detail)) } else { Ok(()) }
}

/// The draft that an act, a way and answers describe.
pub(super) fn drafted(
    seat: &Seat<'_>,
    act: &str,
    way: u16,
    answers: &BTreeMap<String, String>,
) -> Result<Draft, Trouble> {
    in_a_state(seat)?;
    let menu = menu(&seat.view);
    let rules = seat.view.rules();
    let entry = menu.entries.iter().find(|entry| slug(rules, entry.act) == act).ok_or_else(|| {
        Trouble::new(StatusCode::CONFLICT, "there is no such act; see `acts` and `why_not` of /api/v1/acts")
    })?;
    let candidate = entry.candidates.get(usize::from(way)).ok_or_else(|| {
        let why = entry
            .why_not
            .map_or_else(|| format!("it has {} ways now", entry.candidates.len()), |why| seat.outlook().obstacle(why));
        Trouble::new(StatusCode::CONFLICT, format!("this way of `{act}` is not open: {why}"))
    })?;
    let open: Vec<&str> = asked(&seat.view, &candidate.draft).into_iter().map(act::field).collect();
    if let Some(odd) = answers.keys().find(|name| !open.contains(&name.as_str())) {
        let detail = format!("`{act}` leaves no question `{odd}` open; it asks {open:?}");
        return Err(Trouble::new(StatusCode::CONFLICT, detail));
    }
    let mut fields: Fields = answers.clone();
    fields.insert("act".to_owned(), act.to_owned());
    fields.insert("way".to_owned(), way.to_string());
    act::draft(&seat.view, &menu, &fields).ok_or_else(|| {
        let detail = "an answer is none of those that its question takes; see `questions` of /api/v1/acts";
        Trouble::new(StatusCode::CONFLICT, detail)
    })
}

/// What the law makes of a draft, on what the seat knows. Nothing is ordered.
#[utoipa::path(
    post,
    path = "/api/v1/opinions",
    security(("seat" = [])),
    request_body = crate::wire::api::Draft,
    responses(
        (status = 200, body = Opinion),
        (status = 409, description = "The act is not open"),
    )
)]
pub(super) async fn opinion(
    State(hall): State<Arc<Hall>>,
    headers: HeaderMap,
    holder: Holder,
    Body(asked): Body<crate::wire::api::Draft>,
) -> Result<Json<Opinion>, Trouble> {
    seated(&hall, &headers, &holder, move |seat| {
        let draft = drafted(seat, &asked.act, asked.way, &asked.answers)?;
        let outlook = seat.outlook();
        let mut chambers = Chambers::new(seat.view.rules());
        let mut counsel = Counsel::of(&seat.view, &mut chambers);
        let opinion = counsel.opinion(&draft);
        let (card, brief) = (outlook.card(&draft, &opinion), outlook.brief(&draft, &opinion));
        let seen = counsel.preview(&draft);
        let why_not = feasible(&seat.view, &draft).err().map(|why| outlook.telling.reason(why));
        Ok(Json(Opinion {
            says: outlook.choice(&draft),
            verdict: seen.answer.overall.word().to_owned(),
            provisional: seen.answer.is_provisional,
            cost: seen.answer.score.cost,
            card: card.lines(),
            headline: card.headline,
            rows: card.rows.into_iter().map(|(name, text)| [name, text]).collect(),
            brief,
            consequences: outlook.consequences(&draft, &seen),
            feasible: why_not.is_none(),
            why_not,
        }))
    })
    .await
}

/// A stream of server-sent events that says only that something has changed: the seat's new `stamp`.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    security(("seat" = [])),
    responses(
        (status = 200, body = String, content_type = "text/event-stream"),
    )
)]
pub(super) async fn events(State(hall): State<Arc<Hall>>, holder: Holder) -> Response {
    routes::stream::follow(&hall, &holder.table, holder.person)
}
