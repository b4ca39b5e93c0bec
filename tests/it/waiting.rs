//! What is waiting between two States, on their pages and for their programs: who has to move, how to answer, and how an
//! answer differs from the offer before it.

use axum::http::{Method, StatusCode};

use crate::web::{Host, between, block};

/// The nth answer of the question what is offered, by its words.
fn offering(questions: &str, words: &str) -> String {
    let options = between(questions, "<select id=\"content\"", "</select>");
    let option = options.split("<option value=\"").find(|option| option.contains(words)).expect("such an offer");
    option.split('"').next().unwrap().to_owned()
}

#[test]
fn an_offer_waits_is_countered_and_shows_what_changed() {
    block(async {
        let host = Host::open("first-note", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (ben, _)) = (host.join("Ada", 0).await, host.join("Ben", 1).await);
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        assert!(host.get("/seat", &ben).await.text.contains("Nothing is waiting between you and others."));

        let act = "act=offer-negotiation&way=0";
        let questions = host.get(&format!("/seat/act?{act}"), &ada).await.text;
        let offer = format!("{act}&content={}", offering(&questions, "keep a channel open"));
        assert_eq!(host.post("/seat/order", &ada, &format!("key=a&turn=0&{offer}")).await.to(), "/seat");
        assert!(host.get("/seat", &ben).await.text.contains("Nothing is waiting"), "not before the turn is played");
        for who in [&ada, &ben] {
            assert_eq!(host.post("/seat/ready", who, "key=r&turn=0&ready=yes").await.to(), "/seat");
        }
        assert_eq!(host.post("/desk/end", &desk, "key=d1&turn=0&sure=on").await.to(), "/desk");

        // It waits for the one and for the other, with what answers it.
        let mine = host.get("/seat", &ada).await.text;
        assert!(mine.contains("Waiting for others: 1") && !mine.contains("Waiting for you"), "{mine}");
        assert!(between(&mine, "id=\"waiting\"", "</section>").contains("/seat/act?act=withdraw&amp;way=0"), "{mine}");
        let theirs = host.get("/seat", &ben).await.text;
        let list = between(&theirs, "id=\"waiting\"", "</section>");
        assert!(list.contains("Waiting for you: 1") && list.contains("to keep a channel open"), "{list}");
        for act in ["accept", "reject", "counter"] {
            assert!(list.contains(&format!("href=\"/seat/act?act={act}&amp;way=0\"")), "{act}: {list}");
        }
        assert!(list.contains(" days are left."), "{list}");
        let seen = host.get("/desk/see/1", &desk).await.text;
        assert!(
            seen.contains("Waiting for you: 1") && !between(&seen, "id=\"waiting\"", "</section>").contains("href")
        );

        // A draft that answers with another offer says what it changes before it is sent.
        let act = "act=counter&way=0";
        let questions = host.get(&format!("/seat/act?{act}"), &ben).await.text;
        let answer = format!("{act}&days=20&content={}", offering(&questions, "to hold talks"));
        let card = host.get(&format!("/seat/check?{answer}"), &ben).await.text;
        let compared = between(&card, "class=\"compared\"", "</div>");
        assert!(compared.contains("Offered to you was:"), "{compared}");
        let changed = "What is offered: <strong>to hold talks</strong> instead of <span>to keep a channel open</span>";
        assert!(compared.contains(changed), "{compared}");
        assert!(card.contains("<button>Order it: Miravel will see it</button>"), "{card}");
        assert_eq!(host.post("/seat/order", &ben, &format!("key=b&turn=1&{answer}")).await.to(), "/seat");
        for who in [&ada, &ben] {
            assert_eq!(host.post("/seat/ready", who, "key=s&turn=1&ready=yes").await.to(), "/seat");
        }
        assert_eq!(host.post("/desk/end", &desk, "key=d2&turn=1&sure=on").await.to(), "/desk");

        let mine = host.get("/seat", &ada).await.text;
        let list = between(&mine, "id=\"waiting\"", "</section>");
        assert!(list.contains("Waiting for you: 1") && list.contains("It answers an earlier offer:"), "{list}");
        assert!(list.contains(changed) && list.contains("The same as there: who is bound"), "{list}");

        // A program reads the same, and nobody else reads any of it.
        let token = ada.split_once('=').unwrap().1.to_owned();
        let (status, seat) = host.api(Method::GET, "seat", (&token, ""), None).await;
        assert_eq!(status, StatusCode::OK, "{seat}");
        let waits = &seat["waiting"]["mine"][0];
        assert_eq!(waits["instead_of"]["changed"][0]["before"], "to keep a channel open", "{waits}");
        assert_eq!((waits["acts"][0]["act"].as_str(), waits["acts"][0]["way"].as_u64()), (Some("accept"), Some(0)));
        assert!(waits["days_left"].as_i64().unwrap() > 0, "{waits}");
        let board = host.api(Method::GET, &format!("boards/{}", host.opened.code), ("", ""), None).await.1.to_string();
        assert!(!board.contains("waiting"), "{board}");
    });
}
