//! Before a class begins, and while somebody is away: who is ready, who is not, who is here, and on how many devices.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use demarche::session::desk::{By, Key, Moment};
use demarche::session::live::Live;
use demarche::session::wish::{Command, No, Wish};

use crate::host::{Glass, LENGTH, MIRAVEL, by_desk, by_person, joining, kept};
use crate::session::game;
use crate::web::{Host, between, block};

#[test]
fn who_is_ready_is_known_before_the_class_begins_and_kept() {
    let glass = Glass::default();
    let mut live = Live::begin(game("first-note", 3), LENGTH, glass.clone()).unwrap();
    let mut does =
        |command: Command| live.apply(&[command], Moment(5)).pop().unwrap().map_err(|stuck| stuck.to_string());
    for name in ["Ada", "Ben"] {
        does(joining(name, Some(MIRAVEL))).unwrap();
    }
    does(by_person(1, "a", Wish::Prepared(true))).unwrap();
    does(by_person(2, "b", Wish::Prepared(true))).unwrap();
    does(by_person(2, "c", Wish::Prepared(false))).unwrap();
    let host = Command { by: By::Host, key: Key("d".into()), wish: Wish::Prepared(true) };
    assert_eq!(does(host), Err(No::NotSeated.to_string()));
    assert_eq!(does(by_person(3, "e", Wish::Prepared(true))), Err(No::NotSeated.to_string()));
    let unready = |live: &Live<Glass>| live.room().unprepared().map(|one| one.person.name.clone()).collect::<Vec<_>>();
    assert_eq!(unready(&live), ["Ben"]);
    let (journal, register) = kept(&glass.entries.lock().unwrap());
    let mut live = Live::resume(&journal, register, LENGTH, Glass::default(), Moment(6)).unwrap();
    assert_eq!(unready(&live), ["Ben"], "after a restart too");
    let mut does =
        |command: Command| live.apply(&[command], Moment(7)).pop().unwrap().map_err(|stuck| stuck.to_string());
    does(by_desk("begin", Wish::Begin)).unwrap();
    assert_eq!(does(by_person(2, "f", Wish::Prepared(true))), Err(No::Begun.to_string()));
    assert_eq!(unready(&live).len(), 0, "nobody waits any more");
}

#[test]
fn nobody_begins_without_those_who_are_not_ready_by_mistake() {
    block(async {
        let host = Host::open("first-note", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (ben, _)) = (host.join("Ada", 0).await, host.join("Ben", 1).await);
        let page = host.get("/seat", &ada).await.text;
        assert!(page.contains("I have read this and am ready") && page.contains("Ready: 0 of 2."), "{page}");
        assert_eq!(host.post("/seat/prepared", &ada, "key=a&turn=0&ready=yes").await.to(), "/seat");
        let page = host.get("/seat", &ada).await.text;
        assert!(page.contains("You are ready.") && page.contains("Still reading: Tesk (0 of 1 ready)."), "{page}");
        assert!(between(&page, "id=\"delegation\"", "</ul>").contains("Ada (head of delegation, ready)"), "{page}");
        // The wall has no names, and the desk has them.
        let board = host.get(&format!("/board/{}", host.opened.code), "").await.text;
        assert!(board.contains("Ready: 1 of 2.") && !board.contains("Ben"), "{board}");
        let page = host.get("/desk", &desk).await.text;
        assert!(page.contains("Not ready yet: Ben (head of delegation, Tesk)."), "{page}");
        let refused = host.post("/desk/begin", &desk, "key=d0&turn=0").await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.text.contains("Ben (head of delegation, Tesk)"), "{}", refused.text);
        assert!(host.get("/seat", &ben).await.text.contains("The class has not begun"));
        // A program says so too; with everybody ready nothing has to be confirmed.
        let token = ben.split_once('=').unwrap().1.to_owned();
        let body = Some(serde_json::json!({ "ready": true }));
        assert_eq!(host.api(Method::PUT, "prepared", (&token, "once"), body).await.0, StatusCode::NO_CONTENT);
        let (_, seat) = host.api(Method::GET, "seat", (&token, ""), None).await;
        assert_eq!(seat["prepared"], true);
        assert!(host.get("/desk", &desk).await.text.contains("All 2 who have joined are ready."));
        assert_eq!(host.post("/desk/begin", &desk, "key=d1&turn=0").await.to(), "/desk");
        let page = host.get("/seat", &ada).await.text;
        assert!(!page.contains("I have read this") && !page.contains("Ready: "), "{page}");
        assert_eq!(host.post("/seat/prepared", &ada, "key=b&turn=0&ready=no").await.status, StatusCode::CONFLICT);
    });
}

#[test]
fn a_delegation_sees_that_its_head_is_away_and_whoever_is_on_two_devices_is_told() {
    block(async {
        let host = Host::open("first-note", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (cy, _)) = (host.join("Ada", 0).await, host.join("Cy", 0).await);
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let page = host.get("/seat", &cy).await.text;
        assert!(page.contains("Ada, your head of delegation, is away."), "{page}");
        assert!(between(&page, "id=\"delegation\"", "</ul>").contains("Ada (head of delegation, away)"), "{page}");
        assert!(host.get("/desk", &desk).await.text.contains("Cy (adviser, here)"));
        let stream = async |seat: &str| {
            let request = Request::get("/events").header("host", "class.test").header("cookie", seat);
            host.raw(request.body(Body::empty()).unwrap()).await
        };
        let (one, two) = (stream(&ada).await, stream(&ada).await);
        let page = host.get("/seat", &cy).await.text;
        assert!(!page.contains("is away") && page.contains("Ada (head of delegation, here)"), "{page}");
        let page = host.get("/seat", &ada).await.text;
        assert!(page.contains("You are here on 2 devices or windows at once."), "{page}");
        assert!(!host.get("/seat", &cy).await.text.contains("2 devices"), "that is Ada's own");
        drop(two);
        assert!(!host.get("/seat", &ada).await.text.contains("2 devices"));
        drop(one);
        // What is shown has a number of its own, which rises for those who see it, after two beats.
        let stamp = async |seat: &str| {
            between(&host.get("/seat", seat).await.text, "data-stamp=\"", "\"").parse::<u64>().unwrap()
        };
        let (ben, _) = host.join("Ben", 1).await;
        let (of_ada, of_ben) = (stamp(&ada).await, stamp(&ben).await);
        host.hall.tick();
        host.hall.tick();
        assert!(stamp(&ada).await > of_ada, "that somebody of the State is here is news to it");
        let after = (stamp(&ada).await, stamp(&ben).await);
        assert!(after.1 > of_ben, "Ben is here too");
        let again = (stream(&ada).await, stream(&ada).await);
        host.hall.tick();
        host.hall.tick();
        assert!(stamp(&ada).await > after.0, "that Ada is here twice");
        assert_eq!(stamp(&ben).await, after.1, "what goes on in another State is not Ben's to hear");
        drop(again);
    });
}

/// What a stream says first.
async fn first(host: &Host, path: &str, cookie: &str) -> String {
    use tokio_stream::StreamExt as _;
    let request = Request::get(path).header("host", "class.test").header("cookie", cookie);
    let mut body = host.raw(request.body(Body::empty()).unwrap()).await.into_body().into_data_stream();
    String::from_utf8(body.next().await.unwrap().unwrap().to_vec()).unwrap()
}

#[test]
fn whoever_compares_worlds_hears_of_all_of_them() {
    block(async {
        let host = Host::open("first-note", 7);
        let other = host.hall.another("first-note", 8, |_| LENGTH).unwrap();
        let desk = host.facilitator().await;
        let page = host.get("/desk/worlds", &desk).await.text;
        assert!(page.contains("data-events=\"/desk/worlds/events\""), "{page}");
        let stamp = between(&page, "data-stamp=\"", "\"").to_owned();
        assert_eq!(first(&host, "/desk/worlds/events", &desk).await.trim(), format!("data: {stamp}"));
        // Something happens in the other world alone.
        let form = format!("code={}&name=Eve&state=0", other.code);
        assert_eq!(host.post("/join", "", &form).await.status, StatusCode::OK);
        let page = host.get("/desk/worlds", &desk).await.text;
        let now = between(&page, "data-stamp=\"", "\"").to_owned();
        assert_ne!(now, stamp);
        assert_eq!(first(&host, "/desk/worlds/events", &desk).await.trim(), format!("data: {now}"));
        let (ada, _) = host.join("Ada", 0).await;
        let request = Request::get("/desk/worlds/events").header("host", "class.test").header("cookie", ada);
        assert_eq!(host.raw(request.body(Body::empty()).unwrap()).await.status(), StatusCode::UNAUTHORIZED);
    });
}
