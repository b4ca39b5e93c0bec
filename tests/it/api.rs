//! The interface for programs, asked in process: the same rights as a browser's seat, and no others.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value as Json, json};

use crate::web::{Answer, Host, block};

impl Host {
    /// Asks the interface, with a token and a key if there are any.
    pub(crate) async fn api(
        &self,
        method: Method,
        path: &str,
        (token, key): (&str, &str),
        body: Option<Json>,
    ) -> (StatusCode, Json) {
        let mut request = Request::builder().method(method).uri(format!("/api/v1/{path}")).header("host", "class.test");
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if !key.is_empty() {
            request = request.header("idempotency-key", key);
        }
        let body = match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        let Answer { status, text, .. } = self.ask(request.body(body).unwrap()).await;
        (status, if text.is_empty() { Json::Null } else { serde_json::from_str(&text).unwrap() })
    }

    async fn seat(&self, name: &str, state: &str) -> String {
        let body = json!({ "name": name, "state": state });
        let path = format!("games/{}/seats", self.opened.code);
        let (status, joined) = self.api(Method::POST, &path, ("", ""), Some(body)).await;
        assert_eq!(status, StatusCode::CREATED, "{joined}");
        assert_eq!((joined["state"].as_str(), joined["office"].as_str()), (Some(state), Some("head")));
        joined["token"].as_str().unwrap().to_owned()
    }
}

#[test]
fn whoever_guesses_at_seats_has_to_wait() {
    block(async {
        let host = Host::open("first-note", 7);
        let path = format!("games/{}/returns", host.opened.code);
        let mut last = StatusCode::OK;
        for _ in 0..61 {
            last = host.api(Method::POST, &path, ("", ""), Some(json!({ "reentry": "WRONGCODE2" }))).await.0;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn a_person_comes_back_by_the_code_and_is_told_what_a_window_draws() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let path = |of: &str| format!("games/{}/{of}", host.opened.code);
        let body = json!({ "name": "Ada", "state": "Lysmark" });
        let (_, joined) = host.api(Method::POST, &path("seats"), ("", ""), Some(body)).await;
        let (first, reentry) = (joined["token"].as_str().unwrap(), joined["reentry"].as_str().unwrap());
        let wrong = json!({ "reentry": "WRONGCODE2" });
        assert_eq!(host.api(Method::POST, &path("returns"), ("", ""), Some(wrong)).await.0, StatusCode::NOT_FOUND);
        let elsewhere =
            host.api(Method::POST, "games/NOBODY/returns", ("", ""), Some(json!({ "reentry": reentry }))).await;
        assert_eq!(elsewhere.0, StatusCode::NOT_FOUND, "a seat is of one class");
        // As it was noted down, small and with gaps.
        let noted = format!(" {} {}", &reentry[..5].to_lowercase(), &reentry[5..]);
        let (status, back) =
            host.api(Method::POST, &path("returns"), ("", ""), Some(json!({ "reentry": noted }))).await;
        assert_eq!(status, StatusCode::CREATED, "{back}");
        assert_eq!(
            (&back["reentry"], &back["state"], &back["office"]),
            (&json!(reentry), &json!("Lysmark"), &json!("head"))
        );
        let again = back["token"].as_str().unwrap();
        assert_ne!(first, again);
        for token in [first, again] {
            let (_, seat) = host.api(Method::GET, "seat", (token, ""), None).await;
            assert_eq!(seat["name"], "Ada", "both devices are hers");
        }
        let (status, geography) = host.api(Method::GET, "geography", (again, ""), None).await;
        assert_eq!(status, StatusCode::OK);
        let (status, situation) = host.api(Method::GET, "situation", (again, ""), None).await;
        assert_eq!(status, StatusCode::OK);
        let names = |list: &Json, field: &str| -> Vec<String> {
            list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
        };
        let lands = names(&geography["lands"], "state");
        assert_eq!(lands, names(&situation["places"], "name"));
        assert!(lands.contains(&"Lysmark".to_owned()));
        let grid = &situation["incidents"][0];
        assert!(!grid["answers"].as_array().unwrap().is_empty(), "{grid}");
        // What bears on an answer adds up to how likely it is held.
        for (place, answer) in grid["answers"].as_array().unwrap().iter().enumerate() {
            let items = grid["evidence"].as_array().unwrap().iter();
            let own: Vec<&Json> = items.filter(|item| item["bears_on"] == json!(place)).collect();
            let mut at = answer["before"].clone();
            for item in own {
                assert_eq!(item["moves"][0], at);
                at = item["moves"][1].clone();
            }
            assert_eq!(at, answer["likely"]);
        }
        // Whoever is not cleared is told of no more here than elsewhere, and the press of what is public.
        let (status, _) = host.api(Method::GET, "situation", ("", ""), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn a_program_takes_a_seat_and_plays_a_turn() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let (ada, ben) = (host.seat("Ada", "Lysmark").await, host.seat("Ben", "Orsenne").await);
        let get = |path: &'static str, token: String| {
            let host = &host;
            async move {
                let (status, answer) = host.api(Method::GET, path, (&token, ""), None).await;
                assert_eq!(status, StatusCode::OK, "{answer}");
                answer
            }
        };
        let seat = get("seat", ada.clone()).await;
        assert_eq!((seat["game"]["clock"].as_str(), seat["may_order"].as_bool()), (Some("waiting"), Some(false)));
        assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");

        let menu = get("acts", ada.clone()).await;
        let way = menu["acts"].as_array().unwrap().iter().find(|way| way["act"] == "demarche").unwrap();
        assert!(way["questions"]["level"].as_array().unwrap().contains(&json!("low")), "{way}");
        // What programs are asked, people are asked in words.
        let (values, asked) = (way["questions"]["level"].as_array().unwrap(), &way["asked"]["level"]);
        assert_eq!((asked["answers"].as_array().unwrap().len(), asked["stands"].as_u64()), (values.len(), Some(1)));
        let families: Vec<&str> =
            menu["acts"].as_array().unwrap().iter().map(|way| way["family"].as_str().unwrap()).collect();
        let heads = families.chunk_by(|one, other| one == other).count();
        let kinds = families.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!((families[0], heads), ("Diplomacy", kinds), "each family stands together: {families:?}");
        assert!(menu["why_not"].as_object().unwrap().values().all(|why| !why.as_str().unwrap().is_empty()));
        let draft = json!({ "act": "demarche", "answers": { "level": "low" } });
        let (status, opinion) = host.api(Method::POST, "opinions", (&ada, ""), Some(draft)).await;
        assert_eq!(status, StatusCode::OK, "{opinion}");
        assert_eq!(opinion["verdict"], way["verdict"]);
        assert!(opinion["card"].as_array().unwrap().len() > 1, "{opinion}");

        // The same command twice is one order.
        let order = json!({ "turn": 0, "act": "demarche", "answers": { "level": "low" } });
        for _ in 0..2 {
            let ordered = host.api(Method::POST, "orders", (&ada, "k1"), Some(order.clone())).await;
            assert_eq!(ordered, (StatusCode::NO_CONTENT, Json::Null));
        }
        let seat = get("seat", ada.clone()).await;
        assert_eq!(seat["orders"].as_array().unwrap().len(), 1, "{}", seat["orders"]);
        assert_eq!(get("seat", ben.clone()).await["orders"], json!([]), "nobody else's desk");
        let (status, _) = host.api(Method::DELETE, "orders/0?turn=0", (&ada, "k2"), None).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        let (status, _) = host.api(Method::POST, "orders", (&ada, "k3"), Some(order)).await;
        assert_eq!(status, StatusCode::NO_CONTENT);

        let letter = json!({ "to": ["Orsenne"], "text": "Shall we talk?" });
        assert_eq!(host.api(Method::POST, "messages", (&ada, "k4"), Some(letter)).await.0, StatusCode::NO_CONTENT);
        let read = get("seat", ben.clone()).await;
        assert_eq!(
            read["messages"][0],
            json!({ "turn": 0, "from": "Lysmark", "to": ["Orsenne"], "text": "Shall we talk?" })
        );
        assert_eq!(seat["more_time"], Json::Null);
        for expected in [StatusCode::NO_CONTENT, StatusCode::CONFLICT] {
            let asked = host.api(Method::POST, "more-time", (&ada, ""), Some(json!({ "turn": 0 }))).await;
            assert_eq!(asked.0, expected, "{}", asked.1);
        }
        assert_eq!(get("seat", ada.clone()).await["more_time"], "asked");
        assert_eq!(get("seat", ben.clone()).await["more_time"], Json::Null);
        let ready = json!({ "turn": 0, "ready": true });
        assert_eq!(host.api(Method::PUT, "ready", (&ada, ""), Some(ready)).await.0, StatusCode::NO_CONTENT);
        assert_eq!(get("seat", ada.clone()).await["ready"], json!(true));

        let left = json!({ "temper": "cautious", "mandate": "answers" });
        for (orders, expected) in [
            (left.clone(), StatusCode::NO_CONTENT),
            (json!({ "temper": "meek" }), StatusCode::CONFLICT),
            (json!({ "mandate": "wild" }), StatusCode::UNPROCESSABLE_ENTITY),
        ] {
            let (status, why) = host.api(Method::PUT, "standing-orders", (&ada, ""), Some(orders)).await;
            assert_eq!(status, expected, "{why}");
        }
        assert_eq!(get("seat", ada.clone()).await["standing_orders"], left);

        // A team of two: an adviser proposes, the head objects and then approves.
        let body = json!({ "name": "Cy", "state": "Orsenne" });
        let path = format!("games/{}/seats", host.opened.code);
        let (_, cy) = host.api(Method::POST, &path, ("", ""), Some(body)).await;
        let cy = cy["token"].as_str().unwrap();
        let proposal = json!({ "turn": 0, "act": "demarche" });
        let (status, why) = host.api(Method::POST, "orders", (cy, ""), Some(proposal.clone())).await;
        assert_eq!(status, StatusCode::CONFLICT, "{why}");
        assert_eq!(host.api(Method::POST, "drafts", (cy, ""), Some(proposal)).await.0, StatusCode::NO_CONTENT);
        for approve in [false, true] {
            let voice = json!({ "turn": 0, "approve": approve, "word": "well" });
            let voiced = host.api(Method::POST, "drafts/0/voices", (&ben, ""), Some(voice)).await;
            assert_eq!(voiced.0, StatusCode::NO_CONTENT, "{}", voiced.1);
        }
        let seat = get("seat", ben.clone()).await;
        assert_eq!((seat["approval"].as_str(), seat["drafts"][0]["fate"].as_str()), (Some("head"), Some("sent")));
        assert_eq!(seat["drafts"][0]["by"], "Cy");
        assert_eq!(seat["orders"].as_array().unwrap().len(), 1);
        assert_eq!(host.api(Method::DELETE, "drafts/0?turn=0", (cy, ""), None).await.0, StatusCode::CONFLICT);
        assert_eq!(get("seat", ada.clone()).await["drafts"], json!([]));

        // The turn is over: what was meant for it comes too late, under its own key or not.
        assert_eq!(host.post("/desk/end", &desk, "key=d1&turn=0&sure=yes").await.to(), "/desk");
        let seat = get("seat", ada.clone()).await;
        assert_eq!((seat["game"]["turn"].as_u64(), seat["orders"].as_array().unwrap().len()), (Some(1), 0));
        assert!(!seat["came"].as_array().unwrap().is_empty());
        let late = json!({ "turn": 0, "act": "demarche" });
        let (status, problem) = host.api(Method::POST, "orders", (&ada, "k9"), Some(late)).await;
        assert_eq!((status, problem["status"].as_u64()), (StatusCode::CONFLICT, Some(409)), "{problem}");
        let board = host.api(Method::GET, &format!("boards/{}", host.opened.code), ("", ""), None).await;
        assert_eq!((board.0, board.1["game"]["turn"].as_u64()), (StatusCode::OK, Some(1)));
    });
}

#[test]
fn what_is_wrong_is_a_problem_that_says_what_to_do() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let ada = host.seat("Ada", "Lysmark").await;
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let tell = |method: Method, path: &'static str, token: &str, body: Json| {
            let (host, token) = (&host, token.to_owned());
            async move {
                let (status, problem) = host.api(method, path, (&token, ""), Some(body)).await;
                assert_eq!(problem["status"].as_u64(), Some(status.as_u16().into()), "{problem}");
                (status, problem["detail"].as_str().unwrap().to_owned())
            }
        };
        let (status, why) = tell(Method::POST, "orders", "", json!({ "turn": 0, "act": "demarche" })).await;
        assert!(status == StatusCode::UNAUTHORIZED && why.contains("Bearer"), "{why}");
        let (status, why) = tell(Method::POST, "orders", &ada, json!({ "turn": 0, "act": "demarch" })).await;
        assert!(status == StatusCode::CONFLICT && why.contains("/api/v1/acts"), "{why}");
        let odd = json!({ "act": "demarche", "answers": { "levle": "low" } });
        let (status, why) = tell(Method::POST, "opinions", &ada, odd).await;
        assert!(status == StatusCode::CONFLICT && why.contains("levle") && why.contains("level"), "{why}");
        let odd = json!({ "act": "demarche", "answers": { "level": "lowest" } });
        assert_eq!(tell(Method::POST, "opinions", &ada, odd).await.0, StatusCode::CONFLICT);
        let (status, why) = tell(Method::POST, "opinions", &ada, json!({ "act": "demarche", "way": 99 })).await;
        assert!(status == StatusCode::CONFLICT && why.contains("ways"), "{why}");
        let nobody = json!({ "to": ["Atlantis"], "text": "Hello" });
        let (status, why) = tell(Method::POST, "messages", &ada, nobody).await;
        assert!(status == StatusCode::CONFLICT && why.contains("Atlantis"), "{why}");
        let (status, why) = tell(Method::POST, "messages", &ada, json!({ "to": [], "text": "x" })).await;
        assert!(status == StatusCode::CONFLICT && why.contains("reader"), "{why}");
        let (status, why) = tell(Method::PUT, "ready", &ada, json!({ "turn": 0, "redy": true })).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && why.contains("redy"), "{why}");
    });
}

#[test]
fn keys_are_told_apart_to_their_last_sign() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let (ada, ben) = (host.seat("Ada", "Lysmark").await, host.seat("Ben", "Orsenne").await);
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let long = "long/".repeat(12);
        let keys = ["a/b?_+=&key=x".to_owned(), format!("{long}-1"), format!("{long}-2")];
        for key in keys.iter().chain(&keys) {
            let letter = json!({ "to": ["Orsenne"], "text": "The same words each time" });
            let sent = host.api(Method::POST, "messages", (&ada, key), Some(letter)).await;
            assert_eq!(sent.0, StatusCode::NO_CONTENT, "{key}: {}", sent.1);
        }
        let read = host.api(Method::GET, "seat", (&ben, ""), None).await.1;
        assert_eq!(read["messages"].as_array().unwrap().len(), keys.len(), "each once, whatever it looks like");
        // A draft and an order of one content under one key are two commands.
        for (nth, path) in ["drafts", "orders"].into_iter().enumerate() {
            let order = json!({ "turn": 0, "act": "demarche", "answers": { "level": "low" } });
            assert_eq!(host.api(Method::POST, path, (&ada, "k"), Some(order)).await.0, StatusCode::NO_CONTENT);
            let seat = host.api(Method::GET, "seat", (&ada, ""), None).await.1;
            assert_eq!(seat["orders"].as_array().unwrap().len(), nth + 1, "{path}");
        }
    });
}

#[test]
fn cookies_open_nothing_here_and_tokens_nothing_there() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let (cookie, _) = host.join("Eve", 0).await;
        let request = Request::get("/api/v1/seat").header("host", "class.test").header("cookie", &cookie);
        assert_eq!(host.ask(request.body(Body::empty()).unwrap()).await.status, StatusCode::UNAUTHORIZED);
        let ada = host.seat("Ada", "Orsenne").await;
        for page in ["/seat", "/desk"] {
            let request =
                Request::get(page).header("host", "class.test").header("authorization", format!("Bearer {ada}"));
            assert_ne!(host.ask(request.body(Body::empty()).unwrap()).await.status, StatusCode::OK, "{page}");
        }
    });
}

#[test]
fn the_description_names_every_address_and_every_status() {
    block(async {
        let host = Host::open("first-note", 7);
        let (status, description) = host.api(Method::GET, "openapi.json", ("", ""), None).await;
        assert_eq!(status, StatusCode::OK);
        let paths = description["paths"].as_object().unwrap();
        assert_eq!(paths.len(), 21, "{:?}", paths.keys());
        for (path, methods) in paths {
            for (method, operation) in methods.as_object().unwrap() {
                let is_open = path.contains("{code}");
                assert_eq!(operation["security"].is_null(), is_open, "{method} {path}");
                assert!(operation["responses"].as_object().unwrap().len() > 1, "{method} {path}");
            }
        }
    });
}
