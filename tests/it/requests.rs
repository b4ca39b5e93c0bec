//! Requests as no browser of ours sends them, to every address there is: no answer says that the host is at fault, and
//! whoever has no right to it changes nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode};
use demarche::server::{Hall, router};
use demarche::session::desk::{Millis, Moment};
use tower::ServiceExt as _;

use crate::web::block;

/// A small generator; the test says its seed when it fails.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

const PATHS: [&str; 93] = [
    "/",
    "/join",
    "/return",
    "/enter/CODE/TOKEN",
    "/seat",
    "/seat/acts",
    "/seat/act",
    "/seat/check",
    "/seat/order",
    "/seat/take-back",
    "/seat/ready",
    "/seat/write",
    "/seat/more-time",
    "/seat/prepared",
    "/seat/standing-orders",
    "/seat/propose",
    "/seat/voice",
    "/seat/withdraw",
    "/desk",
    "/desk/enter/CODE/TOKEN",
    "/desk/see/0",
    "/desk/see/999",
    "/desk/see/-1",
    "/desk/journal",
    "/desk/review",
    "/desk/file/0",
    "/seat/file",
    "/desk/turn",
    "/desk/plans",
    "/desk/plans.csv",
    "/desk/plans.xlsx",
    "/desk/plans/import",
    "/desk/worlds",
    "/desk/worlds/events",
    "/desk/to/CODE",
    "/desk/fork",
    "/desk/begin",
    "/desk/stop",
    "/desk/end",
    "/desk/extend",
    "/desk/deny-time",
    "/desk/hand",
    "/desk/appoint",
    "/desk/assign",
    "/desk/agree",
    "/desk/back",
    "/desk/undo",
    "/desk/strike",
    "/desk/hold",
    "/desk/correct",
    "/desk/plan",
    "/desk/give",
    "/desk/drop",
    "/desk/inbox",
    "/desk/inbox/read",
    "/desk/answer",
    "/desk/hide",
    "/desk/rename",
    "/desk/people",
    "/desk/people.csv",
    "/seat/appeal",
    "/seat/briefing",
    "/codex",
    "/codex/arsiwa.49.object",
    "/codex/..",
    "/board/CODE",
    "/board/CODE/events",
    "/events",
    "/desk/events",
    "/live.js",
    "/style.css",
    "/api/v1/openapi.json",
    "/api/v1/boards/CODE",
    "/api/v1/games/CODE/seats",
    "/api/v1/games/CODE/returns",
    "/api/v1/seat",
    "/api/v1/geography",
    "/api/v1/situation",
    "/api/v1/acts",
    "/api/v1/events",
    "/api/v1/opinions",
    "/api/v1/orders",
    "/api/v1/orders/0",
    "/api/v1/drafts",
    "/api/v1/drafts/0",
    "/api/v1/drafts/0/voices",
    "/api/v1/approval",
    "/api/v1/prepared",
    "/api/v1/ready",
    "/api/v1/messages",
    "/api/v1/more-time",
    "/api/v1/standing-orders",
    "/api/v1/appeals",
];
const NAMES: [&str; 29] = [
    "office", "rule", "temper", "mandate", "key", "turn", "act", "way", "place", "ready", "text", "to-0", "to-1",
    "to-all", "code", "name", "state", "person", "draft", "voice", "word", "plan", "reason", "verdict", "does", "when",
    "title", "from", "estimate",
];
const VALUES: [&str; 26] = [
    "",
    "0",
    "1",
    "-1",
    "99999999999999999999",
    "65535",
    "256",
    "yes",
    "on",
    "%00",
    "%FF%FE",
    "%",
    "%zz",
    "+",
    "demarche",
    "..%2F..%2Fetc%2Fpasswd",
    "%3Cscript%3E",
    "'%3B+DROP+TABLE+games%3B--",
    "0-0",
    "0-deadbeef",
    "turn+1",
    "turn+99999",
    "pressure+MIR+%2B80",
    "tension+MIR%2FTES+%2B99999",
    "public%3A+x",
    "asset+x+%3D+whole",
];

/// Every address of the program is among those that are asked oddly: a new one is not forgotten.
#[test]
fn every_address_is_asked() {
    let sources = [include_str!("../../src/server/routes/mod.rs"), include_str!("../../src/server/api/mod.rs")];
    let written =
        sources.iter().flat_map(|text| text.split(".route(\"").skip(1)).map(|rest| rest.split('"').next().unwrap());
    let parts = |path: &'static str| path.split('/').collect::<Vec<_>>();
    let mut count = 0;
    for address in written {
        count += 1;
        let is_asked = PATHS.iter().any(|path| {
            let (asked, wanted) = (parts(path), parts(address));
            let fits = |(asked, wanted): (&&str, &&str)| asked == wanted || wanted.starts_with('{');
            asked.len() == wanted.len() && asked.iter().zip(&wanted).all(fits)
        });
        assert!(is_asked, "nobody asks {address} anything odd");
    }
    assert!(count > 60, "only {count} addresses were found");
}

/// A form or a query of odds and ends; sometimes no form at all.
fn form(dice: &mut Dice) -> String {
    if dice.below(8) == 0 {
        return (0..dice.below(40)).map(|_| char::from_u32(dice.next() as u32 % 0xd7ff).unwrap_or('?')).collect();
    }
    let long = "x".repeat(dice.below(3000));
    let pairs: Vec<String> = (0..dice.below(9))
        .map(|_| {
            let value = if dice.below(20) == 0 { long.as_str() } else { dice.one(&VALUES) };
            format!("{}={value}", dice.one(&NAMES))
        })
        .collect();
    pairs.join(if dice.below(10) == 0 { ";" } else { "&" })
}

/// A JSON body of odds and ends for the interface for programs.
fn json(dice: &mut Dice) -> String {
    let values = ["0", "-1", "1e9", "65536", "null", "true", "[]", "{}", "\"\"", "\"Tesk\"", "\"low\"", "[\"press\"]"];
    let names = ["approve", "word", "turn", "act", "way", "answers", "ready", "to", "text", "name", "state"];
    let acts = ["\"demarche\"", "\"vote-for\"", "\"refer-to-unsc\"", "\"\\u0000\""];
    let pairs: Vec<String> = (0..dice.below(6))
        .map(|_| {
            let name = dice.one(&names);
            let value = if name == "act" { dice.one(&acts) } else { dice.one(&values) };
            format!("\"{name}\":{value}")
        })
        .collect();
    let text = format!("{{{}}}", pairs.join(","));
    if dice.below(12) == 0 { text[..dice.below(text.len() + 1)].to_owned() } else { text }
}

/// One odd request. `cookies` are those that it may carry, `code` is the game's.
fn request(dice: &mut Dice, cookies: &[&str], code: &str) -> (String, Request<Body>) {
    let methods = [Method::GET, Method::POST, Method::POST, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS];
    let method = methods[dice.below(methods.len())].clone();
    let mut path = dice.one(&PATHS).to_owned();
    // Who knows the code of a class has no seat in it yet; joining it is no harm, so that address is asked with another.
    if dice.below(2) == 0 && !path.contains("seats") {
        path = path.replace("CODE", code);
    }
    match dice.below(12) {
        0 => path.push('/'),
        1 => path.push_str("/%2e%2e/%2e%2e/host.db"),
        2 => path = path.replace('/', "//"),
        3 => path.push_str("%00"),
        _ => {}
    }
    if dice.below(2) == 0 {
        let query: String = form(dice)
            .chars()
            .filter(|letter| letter.is_ascii_graphic() && !"#\"<>\\^`{|}".contains(*letter))
            .collect();
        path = format!("{path}?{query}");
    }
    let is_for_programs = path.starts_with("/api/");
    let body = if is_for_programs && dice.below(8) > 0 { json(dice) } else { form(dice) };
    let cookie = dice.one(cookies).to_owned();
    let described = format!("{method} {path} [{cookie}] {body}");
    let mut builder =
        Request::builder().method(method).uri(&path).header("host", "class.test").header("cookie", cookie.clone());
    if let Some((_, token)) = cookie.split_once('=').filter(|_| is_for_programs && dice.below(4) > 0) {
        builder = builder.header("authorization", format!("Bearer {token}"));
    }
    builder = match dice.below(6) {
        0 => builder,
        1 => builder.header("origin", "http://evil.test"),
        _ => builder.header("origin", "http://class.test"),
    };
    builder = match if is_for_programs && dice.below(6) > 0 { 1 } else { dice.below(5) } {
        0 => builder.header("content-type", "multipart/form-data; boundary=x"),
        1 => builder.header("content-type", "application/json"),
        2 => builder,
        _ => builder.header("content-type", "application/x-www-form-urlencoded"),
    };
    let mut request = builder.body(Body::from(body)).unwrap_or_else(|error| panic!("{described}: {error}"));
    request.extensions_mut().insert(ConnectInfo(std::net::SocketAddr::from(([10, 0, 0, 9], 5000))));
    (described, request)
}

/// `DEMARCHE_REQUESTS` sets how many.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test harness hands on no arguments")]
fn no_request_harms_the_host_and_a_stranger_changes_nothing() {
    let count: usize = std::env::var("DEMARCHE_REQUESTS").map_or(1500, |text| text.parse().unwrap());
    let seed = getrandom::u64().unwrap() | 1;
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let folder = tempfile::tempdir().unwrap();
    let time = Arc::new(AtomicU64::new(1_000_000));
    // Time goes on between requests, so that their pace is that of a class.
    let clock = {
        let time = time.clone();
        Arc::new(move || Moment(time.load(Ordering::Relaxed)))
    };
    let (hall, opened) = Hall::open(folder.path(), "first-note", 7, |_| Millis::minutes(10_000), clock).unwrap();
    let (hall, code, facilitator) = (Arc::new(hall), opened[0].code.clone(), opened[0].facilitator.clone());
    block(async {
        let token = hall.seat_alone(&code, "Ada").await.unwrap();
        let (seat, desk) = (format!("demarche-seat={code}.{token}"), format!("demarche-desk={code}.{facilitator}"));
        let strangers = ["", "demarche-seat", "demarche-seat=A.B", "demarche-desk=..", "a=b; ;=;demarche-seat=\u{e9}"];
        let forged = format!("demarche-desk={code}.{}", "A".repeat(32));
        let strangers: Vec<&str> = strangers.into_iter().chain([forged.as_str()]).collect();
        // First those who have no right to anything, then a seat and a facilitator who send odd things.
        for (who, cookies) in [("stranger", strangers), ("insider", vec![seat.as_str(), desk.as_str()])] {
            let before = journal(&hall, &desk).await;
            for _ in 0..count / 2 {
                let (described, request) = request(&mut dice, &cookies, &code);
                time.fetch_add(250, Ordering::Relaxed);
                let answer = router(hall.clone()).oneshot(request).await.unwrap();
                assert!(!answer.status().is_server_error(), "seed {seed}: {described}: {}", answer.status());
                let streams = answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream");
                if !streams {
                    to_bytes(answer.into_body(), 64 << 20).await.unwrap();
                }
            }
            if who == "stranger" {
                assert_eq!(journal(&hall, &desk).await, before, "seed {seed}: a stranger changed something");
            }
        }
        let text = journal(&hall, &desk).await;
        let parsed = demarche::store::text::parse(text.as_bytes()).unwrap().journal;
        assert_eq!(demarche::session::replay(&parsed, demarche::session::Rules::Same).unwrap().difference, None);
    });
}

async fn journal(hall: &Arc<Hall>, desk: &str) -> String {
    let request = Request::get("/desk/journal").header("cookie", desk).body(Body::empty()).unwrap();
    let answer = router(hall.clone()).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    String::from_utf8(to_bytes(answer.into_body(), 256 << 20).await.unwrap().to_vec()).unwrap()
}
