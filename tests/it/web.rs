//! The host's pages, asked in process: who sees what, what a form may do, and what every answer carries.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response, StatusCode};
use demarche::server::{Hall, Opened, router};
use demarche::session::desk::{Millis, Moment};
use tokio_stream::StreamExt as _;
use tower::ServiceExt as _;

/// A host in a folder of its own, whose clock stands at noon.
pub(crate) struct Host {
    pub(crate) hall: Arc<Hall>,
    pub(crate) opened: Opened,
    _folder: tempfile::TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn cookie(&self) -> String {
        let set = self.headers.get("set-cookie").expect("a cookie").to_str().unwrap();
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
        set.split(';').next().unwrap().to_owned()
    }

    pub(crate) fn to(&self) -> &str {
        self.headers.get("location").map_or("", |to| to.to_str().unwrap())
    }
}

impl Host {
    pub(crate) fn open(scenario: &str, seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(|| Moment(1_000_000));
        let (hall, mut opened) = Hall::open(folder.path(), scenario, seed, |_| Millis::minutes(10), clock).unwrap();
        Self { hall: Arc::new(hall), opened: opened.pop().unwrap(), _folder: folder }
    }

    /// The same host after it was stopped and started again.
    pub(crate) fn reopened(self) -> Self {
        let Self { hall, _folder: folder, .. } = self;
        drop(hall);
        let clock = Arc::new(|| Moment(1_000_000));
        // The threads that own its games close the database when they have ended.
        for _ in 0..500 {
            match Hall::open(folder.path(), "first-note", 7, |_| Millis::minutes(10), clock.clone()) {
                Ok((hall, mut opened)) => {
                    return Self { hall: Arc::new(hall), opened: opened.pop().unwrap(), _folder: folder };
                }
                Err(_) => std::thread::sleep(std::time::Duration::from_millis(10)),
            }
        }
        panic!("the host did not let go of its database");
    }

    pub(crate) async fn raw(&self, request: Request<Body>) -> Response<Body> {
        let mut request = request;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 9], 5000))));
        router(self.hall.clone()).oneshot(request).await.unwrap()
    }

    pub(crate) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.raw(request).await;
        let (parts, body) = response.into_parts();
        for (name, expected) in [("x-content-type-options", "nosniff"), ("cache-control", "no-store")] {
            assert_eq!(parts.headers.get(name).unwrap(), expected, "{name}");
        }
        let policy = parts.headers.get("content-security-policy").unwrap().to_str().unwrap();
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("script-src 'unsafe"), "{policy}");
        assert_ne!(parts.status, StatusCode::INTERNAL_SERVER_ERROR);
        let text = String::from_utf8(to_bytes(body, 8 << 20).await.unwrap().to_vec()).unwrap();
        assert!(!text.contains("<script>") && !text.contains(" onclick"), "{text}");
        // Only the review, which is one file by design, brings its own style.
        let styled = policy.contains("style-src 'unsafe-inline'");
        assert!(text.contains("<style") == styled && (styled || !text.contains(" style=\"")), "{policy}");
        Answer { status: parts.status, headers: parts.headers, text }
    }

    pub(crate) async fn get(&self, path: &str, cookie: &str) -> Answer {
        let request = Request::get(path).header("host", "class.test").header("cookie", cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path).header("host", "class.test").header("origin", "http://class.test");
        let request = request.header("cookie", cookie).header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub(crate) async fn join(&self, name: &str, state: usize) -> (String, Answer) {
        let form = format!("code={}&name={name}&state={state}", self.opened.code);
        let welcome = self.post("/join", "", &form).await;
        assert_eq!(welcome.status, StatusCode::OK, "{}", welcome.text);
        (welcome.cookie(), welcome)
    }

    pub(crate) async fn facilitator(&self) -> String {
        let way = format!("/desk/enter/{}/{}", self.opened.code, self.opened.facilitator);
        let entered = self.get(&way, "").await;
        assert_eq!(entered.to(), "/desk");
        entered.cookie()
    }
}

pub(crate) fn block<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

/// What stands between two texts, the first time.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("no `{before}` in {text}")).1;
    rest.split_once(after).unwrap().0
}

#[test]
fn a_class_plays_a_turn_through_its_forms() {
    block(async {
        let host = Host::open("first-note", 7);
        let desk = host.facilitator().await;
        let (ada, welcome) = host.join("Ada", 0).await;
        let reentry = between(&welcome.text, "<p class=\"code\">", "</p>").to_owned();
        let waiting = host.get("/seat", &ada).await;
        assert!(waiting.text.contains("The class has not begun") && waiting.text.contains("You are Miravel"));
        assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");

        // From a suggestion to its questions, its card, and the button.
        let seat = host.get("/seat", &ada).await;
        let act = between(&seat.text, "<a href=\"/seat/act?", "\"").replace("&amp;", "&");
        assert!(seat.text.contains("<svg viewBox") && seat.text.contains("class=\"barred\""), "{}", seat.text);
        assert!(host.get("/seat/acts?q=DEMARCHE", &ada).await.text.contains("Lodge a démarche"));
        // All of them stand by family, each once, from talk to arms.
        let all = host.get("/seat/acts", &ada).await.text;
        let heads: Vec<&str> = all.split("<h3>").skip(1).filter_map(|rest| rest.split("</h3>").next()).collect();
        let (first, last) = ("Diplomacy", "Conventional and military signalling");
        assert_eq!((heads.first(), heads.last(), heads.len()), (Some(&first), Some(&last), 13), "{heads:?}");
        let questions = host.get(&format!("/seat/act?{act}"), &ada).await;
        assert!(questions.text.contains("<select id=\"estimate\""), "{}", questions.text);
        let check = host.get(&format!("/seat/check?{act}&estimate=4"), &ada).await;
        assert!(check.text.contains("<p class=\"verdict\">"), "{}", check.text);
        assert!(check.text.contains("<button>Order it"), "{}", check.text);
        let key = between(&check.text, "name=\"key\" value=\"", "\"");
        let form = format!("key={key}&turn=0&{act}&estimate=4");
        for _ in 0..3 {
            assert_eq!(host.post("/seat/order", &ada, &form).await.to(), "/seat");
        }
        let seat = host.get("/seat", &ada).await;
        assert_eq!(seat.text.matches("/seat/take-back").count(), 1, "three presses, one order");

        // An adviser reads along and cannot order; a stranger cannot read.
        let (cy, _) = host.join("Cy", 0).await;
        assert!(host.get(&format!("/seat/check?{act}"), &cy).await.text.contains("Propose it to the team"));
        assert_eq!(host.post("/seat/order", &cy, &form).await.status, StatusCode::CONFLICT);
        let forged = format!("demarche-seat={}.{}", host.opened.code, "A".repeat(32));
        assert_eq!(host.get("/seat", &forged).await.to(), "/");
        assert_eq!(host.get("/desk", &ada).await.status, StatusCode::NOT_FOUND);

        // Back on another device, with the code; the first device stays in.
        let back = host.post("/return", "", &format!("code={}", reentry.to_lowercase())).await;
        assert_eq!(back.to(), "/seat");
        assert!(host.get("/seat", &back.cookie()).await.text.contains("/seat/take-back"));
        assert!(host.get("/seat", &ada).await.text.contains("/seat/take-back"));

        // Messages reach those they name, as text.
        let letter = "key=t0-9&turn=0&to-1=on&text=%3Cb%3Eloud%3C%2Fb%3E";
        let again = host.post("/seat/write", &ada, letter).await;
        assert!(again.text.contains("<button>Send to Tesk</button>"), "{}", again.text);
        assert!(!host.get("/seat", &ada).await.text.contains("gt;loud"), "nothing goes out before it was read again");
        assert_eq!(host.post("/seat/write", &ada, &format!("{letter}&sure=yes")).await.to(), "/seat");
        let (ben, _) = host.join("Ben", 1).await;
        assert!(host.get("/seat", &ben).await.text.contains("&lt;b&gt;loud&lt;/b&gt;"));

        // The facilitator ends the turn, once, and only when they mean it.
        assert_eq!(host.post("/desk/end", &desk, "key=d1&turn=0").await.status, StatusCode::BAD_REQUEST);
        assert_eq!(host.post("/desk/end", &desk, "key=d1&turn=0&sure=on").await.to(), "/desk");
        assert_eq!(host.post("/desk/end", &desk, "key=d2&turn=0&sure=on").await.status, StatusCode::CONFLICT);
        let seat = host.get("/seat", &ada).await;
        assert!(seat.text.contains("Turn 2 of 3") && seat.text.contains("What came of it"), "{}", seat.text);
        assert_eq!(host.post("/seat/order", &ada, &form).await.to(), "/seat", "done in its turn stays done");
        let late = host.post("/seat/order", &ada, &form.replace("estimate=4", "estimate=3")).await;
        assert_eq!(late.status, StatusCode::CONFLICT);

        let page = host.get("/desk", &desk).await;
        assert!(
            page.text.contains("White cell") && page.text.contains("Ada (head of delegation, here)"),
            "{}",
            page.text
        );
        let seen = host.get("/desk/see/1", &desk).await;
        assert!(seen.text.contains("You are seeing what Tesk sees") && !seen.text.contains("<form"));
        let journal = host.get("/desk/journal", &desk).await;
        let parsed = demarche::store::text::parse(journal.text.as_bytes()).unwrap();
        assert_eq!((parsed.journal.turns().len(), parsed.torn), (1, None));
        let review = host.get("/desk/review", &desk).await;
        assert!(review.text.contains("<title>First Note"), "the review opens before the end");
    });
}

#[test]
fn foreign_forms_long_bodies_and_odd_requests_change_nothing() {
    block(async {
        let host = Host::open("first-note", 7);
        let (ada, _) = host.join("%3Cscript%3Ealert(1)%3C%2Fscript%3E", 0).await;
        assert!(host.get("/seat", &ada).await.text.contains("&lt;script&gt;alert(1)"));
        let form = format!("code={}&name=Eve", host.opened.code);
        for origin in [None, Some("http://evil.test"), Some("null")] {
            let mut request = Request::post("/join").header("host", "class.test");
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            let answer = host.ask(request.body(Body::from(form.clone())).unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin:?}");
        }
        let long = format!("{form}&more={}", "x".repeat(20_000));
        assert_eq!(host.post("/join", "", &long).await.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(host.post("/join", "", "code=AAAAAA&name=Eve").await.status, StatusCode::NOT_FOUND);
        for path in ["/nowhere", "/desk", "/desk/see/0", "/desk/journal", "/../Cargo.toml", "/desk/enter/A/B"] {
            assert_eq!(host.get(path, &ada).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(host.post("/desk/begin", &ada, "key=d0").await.status, StatusCode::NOT_FOUND);
        for query in [
            "",
            "?act=",
            "?act=no-such",
            "?act=demarche&way=99",
            "?act=%FF%00",
            "?%",
            "?act=demarche&way=-1&days=99999999",
        ] {
            for path in ["/seat/act", "/seat/check", "/seat/acts"] {
                assert_eq!(host.get(&format!("{path}{query}"), &ada).await.status, StatusCode::OK, "{path}{query}");
            }
        }
        for body in ["", "key=", "key=a&turn=", "key=a&turn=99999", "turn=0&place=70000", "to-999=on&text=x", "\u{0}"] {
            for path in ["/seat/order", "/seat/take-back", "/seat/ready", "/seat/write"] {
                let answer = host.post(path, &ada, body).await;
                assert!(answer.status.is_client_error(), "{path} {body:?}: {}", answer.status);
            }
        }
        let about = host.hall.about(&host.opened.code).unwrap();
        assert_eq!(about.turn.0, 0);
    });
}

#[test]
fn an_address_that_guesses_codes_has_to_wait() {
    block(async {
        let host = Host::open("first-note", 7);
        let mut last = StatusCode::OK;
        for _ in 0..61 {
            last = host.post("/return", "", "code=WRONGWRONG").await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    });
}

/// The browser's language is the page's, the story stays what it is, and refusals speak it too.
#[test]
fn a_browser_that_asks_for_french_gets_french_around_the_story() {
    block(async {
        let host = Host::open("first-note", 7);
        let (ada, _) = host.join("Ada", 0).await;
        let desk = host.facilitator().await;
        assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");
        let french = async |path: &str, cookie: &str| {
            let request = Request::get(path).header("cookie", cookie).header("accept-language", "fr-CH, en;q=0.5");
            host.ask(request.body(Body::empty()).unwrap()).await.text
        };
        assert!(french("/", "").await.contains("Entrer dans une crise"));
        let seat = french("/seat", &ada).await;
        assert!(seat.contains("<html lang=\"fr\">") && seat.contains("Qui vous êtes"), "{seat}");
        assert!(seat.contains("<dd lang=\"en\">You are Miravel"), "the story says which language it is in: {seat}");
        let act = between(&seat, "<a href=\"/seat/act?", "\"").replace("&amp;", "&");
        let check = french(&format!("/seat/check?{act}"), &ada).await;
        assert!(check.contains("Fiche de licéité") && check.contains(", selon le droit de 2025"), "{check}");
        let english = host.get("/seat", &ada).await.text;
        assert!(english.contains("<html lang=\"en\">") && !english.contains("lang=\"en\">You"), "{english}");
        let refused = Request::post("/seat/ready").header("host", "class.test").header("origin", "http://class.test");
        let refused = refused.header("cookie", &ada).header("accept-language", "fr");
        let refused = host.ask(refused.body(Body::from("key=a&turn=7&ready=yes")).unwrap()).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.text.contains("Le tour auquel cela était destiné a été joué."), "{}", refused.text);
        assert!(french("/codex", "").await.contains("Les formules sont des lectures"));
    });
}

/// Every norm has its page, and a card leads to those it rests on.
#[test]
fn the_codex_opens_every_norm_with_its_sources() {
    block(async {
        let host = Host::open("first-note", 7);
        let all = host.get("/codex", "").await.text;
        assert!(all.contains("Countermeasure") && all.contains("it never uses force"), "{all}");
        let norms: Vec<&str> =
            all.split("href=\"/codex/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(norms.len() > 60, "{}", norms.len());
        for id in norms {
            let norm = host.get(&format!("/codex/{id}"), "").await;
            assert_eq!(norm.status, StatusCode::OK, "{id}");
            assert!(norm.text.contains("<h2>Sources</h2><ul><li>"), "{id}: {}", norm.text);
        }
        let found = host.get("/codex?q=NOTICE+demand", "").await.text;
        assert!(found.contains("term-countermeasure") && !found.contains("term-ladder"), "{found}");
        assert_eq!(host.get("/codex/no.such", "").await.status, StatusCode::NOT_FOUND);
        assert!(host.get("/codex/arsiwa.51.proportionality", "").await.text.contains("ARSIWA 51"));
    });
}

/// Everything a seat can fetch, and the first word of its stream.
pub(crate) async fn fetched(host: &Host, cookie: &str) -> Vec<String> {
    let mut all = vec![host.get("/seat", cookie).await.text, host.get("/seat/acts", cookie).await.text];
    all.push(host.get("/seat/briefing", cookie).await.text);
    assert!(all[2].contains("<strong>") && !all[2].contains("**"), "{}", all[2]);
    let links: Vec<String> = (all[0].split("<a href=\"/seat/act?").skip(1))
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
        .collect();
    assert!(!links.is_empty(), "{links:?}");
    for link in links {
        all.push(host.get(&format!("/seat/act?{link}"), cookie).await.text);
        all.push(host.get(&format!("/seat/check?{link}"), cookie).await.text);
    }
    // A program in the same seat is told no more.
    let token = cookie.split_once('=').unwrap().1;
    for path in ["/api/v1/seat", "/api/v1/acts"] {
        let request =
            Request::get(path).header("host", "class.test").header("authorization", format!("Bearer {token}"));
        let answer = host.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        all.push(answer.text);
    }
    let request = Request::get("/events").header("cookie", cookie).body(Body::empty()).unwrap();
    let mut stream = host.raw(request).await.into_body().into_data_stream();
    all.push(String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap());
    all
}

/// Two truths that differ only in what a seat cannot know, and in one of them others are busy in secret: the seat's pages
/// and stream are the same to the byte.
#[test]
fn what_a_seat_cannot_know_is_not_in_its_pages_or_its_stream() {
    let truth = |seed| crate::session::game("dark-grid", seed).truth().unwrap().id.clone();
    let first = truth(1);
    let other = (2..200).find(|seed| truth(*seed) != first).unwrap();
    block(async {
        for (state, name) in [(0, "Lysmark"), (2, "Veldany"), (4, "Miravel")] {
            let mut pages = Vec::new();
            for (seed, busy) in [(1, false), (other, true)] {
                let host = Host::open("dark-grid", seed);
                let desk = host.facilitator().await;
                let (ada, _) = host.join("Ada", state).await;
                let (eve, _) = host.join("Eve", 3).await;
                assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");
                if busy {
                    let seat = host.get("/seat", &eve).await;
                    let act = between(&seat.text, "<a href=\"/seat/act?", "\"").replace("&amp;", "&");
                    assert_eq!(host.post("/seat/order", &eve, &format!("key=t0-0&turn=0&{act}")).await.to(), "/seat");
                    let form = "key=w&turn=0&text=psst&to-5=on&sure=yes";
                    assert_eq!(host.post("/seat/write", &eve, form).await.to(), "/seat");
                    assert_eq!(host.post("/seat/ready", &eve, "key=r&turn=0&ready=yes").await.to(), "/seat");
                }
                pages.push(fetched(&host, &ada).await);
            }
            assert!(pages[0].iter().any(|page| page.contains(name)));
            assert_eq!(pages[0].len(), pages[1].len());
            for (one, two) in pages[0].iter().zip(&pages[1]) {
                assert_eq!(one, two, "{name} can tell");
            }
        }
    });
}

/// The projector and the press see what is public, the same to the byte under two truths, and the press what it is told.
#[test]
fn the_projector_and_the_press_see_what_is_public_and_what_they_are_told() {
    let truth = |seed| crate::session::game("dark-grid", seed).truth().unwrap().id.clone();
    let first = truth(1);
    let other = (2..200).find(|seed| truth(*seed) != first).unwrap();
    block(async {
        let mut pages = Vec::new();
        for (seed, busy) in [(1, false), (other, true)] {
            let host = Host::open("dark-grid", seed);
            let board = format!("/board/{}", host.opened.code);
            let desk = host.facilitator().await;
            let (pia, welcome) = host.join("Pia", 255).await;
            assert!(welcome.text.contains("You are the press"), "{}", welcome.text);
            let (ada, _) = host.join("Ada", 0).await;
            let (eve, _) = host.join("Eve", 3).await;
            assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");
            if busy {
                let seat = host.get("/seat", &eve).await;
                let act = between(&seat.text, "<a href=\"/seat/act?", "\"").replace("&amp;", "&");
                assert_eq!(host.post("/seat/order", &eve, &format!("key=t0-0&turn=0&{act}")).await.to(), "/seat");
                let form = "key=w&turn=0&text=psst&to-5=on&sure=yes";
                assert_eq!(host.post("/seat/write", &eve, form).await.to(), "/seat");
            }
            // Codes are drawn, and stand on the board.
            let board_text = host.get(&board, "").await.text;
            assert!(!board_text.contains("psst") && board_text.contains("<svg class=\"scan\""));
            let own = board_text.split("<section class=\"join\"").next().unwrap().replace(&host.opened.code, "CODE");
            pages.push((own, host.get("/seat", &pia).await.text));

            // What a State tells the press is the press's, until the press publishes.
            let form = "key=l&turn=0&to-255=on&text=leaked+line&sure=yes";
            assert_eq!(host.post("/seat/write", &ada, form).await.to(), "/seat");
            assert!(host.get("/seat", &pia).await.text.contains("leaked line"));
            for page in [host.get(&board, "").await, host.get("/seat", &eve).await] {
                assert!(!page.text.contains("leaked line"));
            }
            let form = "key=p&turn=0&to-all=on&text=printed+line";
            let again = host.post("/seat/write", &pia, form).await;
            assert!(again.text.contains("Public: everybody sees it"), "{}", again.text);
            assert_eq!(host.post("/seat/write", &pia, &format!("{form}&sure=yes")).await.to(), "/seat");
            for page in [host.get(&board, "").await, host.get("/seat", &eve).await, host.get("/seat", &pia).await] {
                assert!(page.text.contains("printed line"));
            }
            // A State's text to everybody is no publication.
            let form = "key=q&turn=0&to-all=on&text=shouted+line&sure=yes";
            assert_eq!(host.post("/seat/write", &ada, form).await.to(), "/seat");
            assert!(!host.get(&board, "").await.text.contains("shouted line"));

            // The press has no acts and orders nothing, and nobody makes it a head.
            for path in ["/seat/acts", "/seat/act?act=demarche", "/seat/check?act=demarche"] {
                assert!(host.get(path, &pia).await.text.contains("You are the press"), "{path}");
            }
            for (path, form) in [("order", "key=o&turn=0&act=demarche"), ("ready", "key=r&turn=0&ready=yes")] {
                assert_eq!(host.post(&format!("/seat/{path}"), &pia, form).await.status, StatusCode::CONFLICT);
            }
            assert_eq!(host.post("/desk/appoint", &desk, "key=a&turn=0&person=1").await.status, StatusCode::CONFLICT);
        }
        assert!(pages[0].0.contains("blackout in Lysmark") && !pages[0].0.contains("waterworks"));
        assert_eq!(pages[0], pages[1], "the public can tell");
        let host = Host::open("first-note", 7);
        assert_eq!(host.get("/board/WRONG2", "").await.status, StatusCode::NOT_FOUND);
    });
}

/// A stream speaks when its seat's page has changed, and is silent when only others' have.
#[test]
fn a_stream_speaks_only_of_its_own_seat() {
    block(async {
        let host = Host::open("first-note", 7);
        let desk = host.facilitator().await;
        let (ada, _) = host.join("Ada", 0).await;
        let (ben, _) = host.join("Ben", 1).await;
        assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");
        let request = Request::get("/events").header("cookie", &ada).body(Body::empty()).unwrap();
        let mut stream = host.raw(request).await.into_body().into_data_stream();
        let first = stream.next().await.unwrap().unwrap();
        assert_eq!(host.post("/seat/ready", &ben, "key=b&turn=0&ready=yes").await.to(), "/seat");
        let silent = tokio::time::timeout(std::time::Duration::from_millis(300), stream.next()).await;
        assert!(silent.is_err(), "Ada heard of Ben");
        assert_eq!(host.post("/seat/ready", &ada, "key=a&turn=0&ready=yes").await.to(), "/seat");
        let second = stream.next().await.unwrap().unwrap();
        assert_ne!(first, second);
        host.hall.close();
        assert!(stream.next().await.is_none(), "the host's end ends its streams");
    });
}
