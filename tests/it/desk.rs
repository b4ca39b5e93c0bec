//! The facilitator's further pages: overruling, the master list and its spreadsheets, copies and worlds.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};

use crate::web::{Host, between, block};

async fn begun() -> (Host, String, String) {
    let host = Host::open("first-note", 7);
    let desk = host.facilitator().await;
    let (ada, _) = host.join("Ada", 0).await;
    assert_eq!(host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await.to(), "/desk");
    (host, desk, ada)
}

#[test]
fn a_facilitator_overrules_goes_back_and_takes_it_back() {
    block(async {
        let (host, desk, ada) = begun().await;
        assert!(host.get("/desk/turn", &desk).await.text.contains("No turn has been played yet"));
        assert_eq!(host.post("/desk/end", &desk, "key=d1&turn=0&sure=on").await.to(), "/desk");
        let page = host.get("/desk/turn", &desk).await.text;
        let act = between(&page, "name=\"act\" value=\"", "\"").to_owned();
        // No reason, no change; another's order, no change.
        let form = format!("key=d2&turn=1&act={act}");
        assert_eq!(host.post("/desk/strike", &desk, &form).await.status, StatusCode::CONFLICT);
        let wrong = form.replace('-', "x") + "&reason=so";
        assert_eq!(host.post("/desk/strike", &desk, &wrong).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(host.post("/desk/strike", &ada, &(form.clone() + "&reason=so")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(host.post("/desk/strike", &desk, &(form + "&reason=%3Cslip%3E")).await.to(), "/desk/turn");
        let page = host.get("/desk/turn", &desk).await.text;
        assert!(page.contains("Struck out:") && page.contains("Reason: &lt;slip&gt;"), "{page}");
        let correct = "key=d3&turn=1&does=pressure+TES+%2B50&reason=so";
        assert_eq!(host.post("/desk/correct", &desk, correct).await.to(), "/desk/turn");
        let unread = host.post("/desk/correct", &desk, "key=d4&turn=1&does=pressure+TEX+%2B50&reason=so").await;
        assert!(unread.status == StatusCode::BAD_REQUEST && unread.text.contains("no State `TEX`"), "{}", unread.text);
        assert_eq!(host.post("/desk/back", &desk, "key=d5&turn=1&reason=again").await.to(), "/desk/turn");
        assert!(host.get("/seat", &ada).await.text.contains("Turn 1 of 3"));
        for key in ["d6", "d7", "d8"] {
            assert_eq!(host.post("/desk/undo", &desk, &format!("key={key}&turn=0")).await.to(), "/desk/turn");
        }
        assert_eq!(host.post("/desk/undo", &desk, "key=d9&turn=1").await.status, StatusCode::CONFLICT);
        assert!(host.get("/seat", &ada).await.text.contains("Turn 2 of 3"));
        let journal = host.get("/desk/journal", &desk).await.text;
        assert!(journal.contains("stepped_back") && journal.contains("undone") && journal.contains("<slip>"));
        let parsed = demarche::store::text::parse(journal.as_bytes()).unwrap().journal;
        let again = demarche::session::replay(&parsed, demarche::session::Rules::Same).unwrap();
        assert_eq!((again.difference, again.game.played().len()), (None, 1));
    });
}

/// Hands in a spreadsheet as a browser does.
async fn import(host: &Host, desk: &str, key: &str, bytes: &[u8]) -> crate::web::Answer {
    let mut body = format!("--edge\r\ncontent-disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n").into_bytes();
    body.extend(b"--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"list\"\r\n\r\n");
    body.extend(bytes);
    body.extend(b"\r\n--edge--\r\n");
    let request =
        Request::post("/desk/plans/import").header("host", "class.test").header("origin", "http://class.test");
    let request = request.header("cookie", desk).header("content-type", "multipart/form-data; boundary=edge");
    host.ask(request.body(Body::from(body)).unwrap()).await
}

#[test]
fn the_master_list_goes_out_and_comes_in_as_a_spreadsheet() {
    block(async {
        let (host, desk, ada) = begun().await;
        let form = "key=d1&turn=0&title=A+leak&text=%3Cb%3EIt+is+printed.%3C%2Fb%3E&to-0=on&when=turn+1&does=pressure+MIR+%2B40";
        assert_eq!(host.post("/desk/plan", &desk, form).await.to(), "/desk/plans");
        let seat = host.get("/seat", &ada).await.text;
        assert!(seat.contains("A leak") && seat.contains("&lt;b&gt;It is printed."), "told at once: {seat}");
        assert!(!seat.contains("pressure MIR"), "what it does is the turn's to show");
        let odd = host.post("/desk/plan", &desk, &form.replace("MIR", "MIX").replace("d1", "d2")).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);

        let mut files = Vec::new();
        for path in ["/desk/plans.csv", "/desk/plans.xlsx"] {
            let request = Request::get(path).header("cookie", &desk).body(Body::empty()).unwrap();
            let answer = host.raw(request).await;
            assert_eq!(answer.status(), StatusCode::OK);
            files.push(to_bytes(answer.into_body(), 1 << 20).await.unwrap());
        }
        for (nth, file) in files.iter().enumerate() {
            assert_eq!(import(&host, &desk, &format!("i{nth}"), file).await.to(), "/desk/plans");
            // Sent twice, it is taken once.
            assert_eq!(import(&host, &desk, &format!("i{nth}"), file).await.to(), "/desk/plans");
        }
        let page = host.get("/desk/plans", &desk).await.text;
        assert_eq!(page.matches("Told in turn 1").count(), 3, "{page}");
        let wrong = b"When,To,Title,Text,Does\nturn 2,MIR,Good,Text,\nsoon,MIR,Bad,Text,\nturn 2,NOBODY,Worse,Text,\n";
        let answer = import(&host, &desk, "i9", wrong).await;
        assert!(
            answer.status == StatusCode::BAD_REQUEST && answer.text.contains("Row 3") && answer.text.contains("Row 4")
        );
        assert_eq!(host.get("/desk/plans", &desk).await.text.matches("<tr>").count(), 4, "all or nothing");
        assert_eq!(import(&host, &desk, "i10", b"PK\x03\x04nonsense").await.status, StatusCode::BAD_REQUEST);
        assert_eq!(import(&host, &ada, "i11", wrong).await.status, StatusCode::NOT_FOUND);

        let later = "key=d3&turn=0&title=By+hand&text=Now.&to-all=on&when=by+hand";
        assert_eq!(host.post("/desk/plan", &desk, later).await.to(), "/desk/plans");
        assert_eq!(host.post("/desk/give", &desk, "key=d4&turn=0&plan=3").await.status, StatusCode::BAD_REQUEST);
        assert_eq!(host.post("/desk/give", &desk, "key=d4&turn=0&plan=3&sure=on").await.to(), "/desk/plans");
        assert!(host.get("/seat", &ada).await.text.contains("Public, turn 1"));
        assert_eq!(host.post("/desk/drop", &desk, "key=d5&turn=0&plan=3").await.to(), "/desk/plans");
        assert!(!host.get("/seat", &ada).await.text.contains("By hand"));
    });
}

#[test]
fn a_copy_is_a_world_of_its_own_that_the_same_facilitator_reaches() {
    block(async {
        let (host, desk, ada) = begun().await;
        assert_eq!(host.post("/desk/end", &desk, "key=d1&turn=0&sure=on").await.to(), "/desk");
        assert_eq!(host.post("/desk/fork", &desk, "key=d2&turn=1&from=7").await.status, StatusCode::CONFLICT);
        assert_eq!(host.post("/desk/fork", &ada, "key=d2&turn=1&from=0").await.status, StatusCode::NOT_FOUND);
        let there = host.post("/desk/fork", &desk, "key=d2&turn=1&from=0").await;
        assert_eq!(there.to(), "/desk");
        let copy = there.cookie();
        let page = host.get("/desk", &copy).await.text;
        assert!(page.contains("Turn 1 of 3") && page.contains("Nobody has joined yet"), "{page}");
        assert!(host.get("/desk", &desk).await.text.contains("Turn 2 of 3"), "the first world is where it was");
        let worlds = host.get("/desk/worlds", &copy).await.text;
        assert_eq!(worlds.matches("<tr>").count(), 3);
        let home = host.post(&format!("/desk/to/{}", host.opened.code), &copy, "").await;
        assert!(host.get("/desk", &home.cookie()).await.text.contains("Turn 2 of 3"));
        assert_eq!(host.post("/desk/to/NOWHER", &copy, "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(host.get("/desk/worlds", &ada).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn the_inbox_triages_answers_and_hides_and_the_list_of_people_says_who_did_what() {
    block(async {
        let (host, desk, ada) = begun().await;
        let (ben, _) = host.join("Ben", 1).await;
        for (nth, text) in ["Good+morning.", "We+offer+talks.", "Withdraw+or+else."].iter().enumerate() {
            let form = format!("key=w{nth}&turn=0&to-1=on&text={text}&sure=yes");
            assert_eq!(host.post("/seat/write", &ada, &form).await.to(), "/seat");
        }
        assert_eq!(host.post("/seat/appeal", &ada, "key=a&turn=0&text=Is+this+fair%3F").await.to(), "/seat");
        assert!(host.get("/seat", &ada).await.text.contains("Is this fair?"), "the delegation reads it");
        assert!(!host.get("/seat", &ben).await.text.contains("Is this fair?"), "nobody else does");
        let page = host.get("/desk/inbox", &desk).await.text;
        let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("no `{text}`"));
        let order = ["Is this fair?", "Withdraw or else.", "We offer talks.", "Good morning."].map(place);
        assert!(order.is_sorted(), "the urgent stand above: {order:?}");
        assert!(page.contains("Unread: 4"));
        let offers = host.get("/desk/inbox?flag=offer", &desk).await.text;
        assert!(offers.contains("We offer talks.") && !offers.contains("Withdraw or else."));
        let thread = host.get("/desk/inbox?thread=3", &desk).await.text;
        assert!(thread.contains("Is this fair?") && !thread.contains("Good morning."));

        assert_eq!(
            host.post("/desk/answer", &desk, "key=d1&turn=0&message=3&answer=answer-come").await.to(),
            "/desk/inbox"
        );
        assert!(host.get("/seat", &ada).await.text.contains("Come to me, please."));
        assert!(!host.get("/seat", &ben).await.text.contains("Come to me, please."));
        assert_eq!(host.post("/desk/inbox/read", &desk, "key=d2&messages=0+1").await.to(), "/desk/inbox");
        assert!(host.get("/desk/inbox", &desk).await.text.contains("Unread: 1"));

        assert_eq!(host.post("/desk/hide", &desk, "key=d3&turn=0&message=2&hidden=yes").await.to(), "/desk/inbox");
        let seen = host.get("/seat", &ben).await.text;
        assert!(!seen.contains("Withdraw or else.") && seen.contains("has hidden this message"));
        assert!(
            host.get("/desk/inbox", &desk).await.text.contains("Withdraw or else."),
            "the facilitator still reads it"
        );
        assert_eq!(host.post("/desk/hide", &desk, "key=d4&turn=0&message=2&hidden=no").await.to(), "/desk/inbox");
        assert!(host.get("/seat", &ben).await.text.contains("Withdraw or else."));
        assert_eq!(
            host.post("/desk/hide", &desk, "key=d5&turn=0&message=99&hidden=yes").await.status,
            StatusCode::BAD_REQUEST
        );

        assert_eq!(
            host.post("/desk/rename", &desk, "key=d6&turn=0&person=2&name=ada").await.status,
            StatusCode::CONFLICT
        );
        assert_eq!(host.post("/desk/rename", &desk, "key=d7&turn=0&person=2&name=Benno").await.to(), "/desk/people");
        let people = host.get("/desk/people", &desk).await.text;
        assert!(people.contains("Benno") && !people.contains(">Ben<"), "{people}");
        let csv = Request::get("/desk/people.csv").header("cookie", &desk).body(Body::empty()).unwrap();
        let csv = to_bytes(host.raw(csv).await.into_body(), 1 << 20).await.unwrap();
        let csv = String::from_utf8(csv.to_vec()).unwrap();
        assert!(
            csv.contains("1,Ada,Miravel,head of delegation") && csv.lines().nth(1).unwrap().ends_with(",0,4"),
            "{csv}"
        );
        for (path, form) in [
            ("/desk/hide", "message=0&hidden=yes"),
            ("/desk/inbox/read", "messages=0"),
            ("/desk/rename", "person=1&name=x"),
        ] {
            assert_eq!(host.post(path, &ada, form).await.status, StatusCode::NOT_FOUND);
        }
        let journal = host.get("/desk/journal", &desk).await.text;
        assert!(!journal.contains("Benno") && !journal.contains("or else"), "names and messages stay out of it");
    });
}

/// What was read stays read when the host is started again; only what is there can be read.
#[test]
fn read_marks_outlive_the_host() {
    block(async {
        let (host, desk, ada) = begun().await;
        for (nth, text) in ["One.", "Two.", "Three."].iter().enumerate() {
            assert_eq!(host.post("/seat/appeal", &ada, &format!("key=a{nth}&turn=0&text={text}")).await.to(), "/seat");
        }
        assert_eq!(host.post("/desk/inbox/read", &desk, "key=d1&messages=0+99+x").await.to(), "/desk/inbox");
        let form = "key=d2&turn=0&message=1&answer=answer-noted";
        assert_eq!(host.post("/desk/answer", &desk, form).await.to(), "/desk/inbox");
        assert!(host.get("/desk/inbox", &desk).await.text.contains("Unread: 1"));
        let host = host.reopened();
        let desk = host.facilitator().await;
        let page = host.get("/desk/inbox", &desk).await.text;
        assert!(page.contains("Unread: 1") && page.contains("Read: 2"), "{page}");
        assert_eq!(host.post("/seat/appeal", &ada, "key=b&turn=0&text=Four.").await.to(), "/seat");
        assert!(host.get("/desk/inbox", &desk).await.text.contains("Unread: 2"), "a later message is another");
    });
}
