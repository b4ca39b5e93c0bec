//! What is told afterwards of a game that people played: what teams laid before themselves, and what the facilitator changed.

use demarche::session::desk::Voice;
use demarche::session::room::Fate;
use demarche::session::{Rules, minutes, replay};

use crate::web::{Host, between, block};

/// The way of the first act that a seat's page suggests.
async fn way(host: &Host, seat: &str) -> String {
    between(&host.get("/seat", seat).await.text, "<a href=\"/seat/act?", "\"").replace("&amp;", "&")
}

#[test]
fn the_review_tells_drafts_and_overruled_outcomes_and_a_team_only_its_own() {
    block(async {
        let host = Host::open("first-note", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (cy, _), (ben, _)) =
            (host.join("Ada", 0).await, host.join("Cyd", 0).await, host.join("Ben", 1).await);
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let empty = host.get("/desk/review", &desk).await.text;
        assert!(!empty.contains("Drafts and voices") && !empty.contains("What the facilitator changed"));
        for (seat, key) in [(&cy, "p1"), (&cy, "p2"), (&ben, "p3")] {
            let way = way(&host, seat).await;
            assert_eq!(host.post("/seat/propose", seat, &format!("key={key}&turn=0&{way}")).await.to(), "/seat");
        }
        host.post("/seat/voice", &ada, "key=v1&turn=0&draft=0&voice=approve&word=at+last").await;
        host.post("/seat/voice", &ada, "key=v2&turn=0&draft=1&voice=object&word=once+is+enough").await;
        host.post("/desk/end", &desk, "key=d1&turn=0&sure=yes").await;
        let page = host.get("/desk/turn", &desk).await.text;
        let act = between(&page, "name=\"act\" value=\"", "\"").to_owned();
        let hold = format!("key=d2&turn=1&act={act}&verdict=3&reason=the+tribunal+said+so");
        assert_eq!(host.post("/desk/hold", &desk, &hold).await.to(), "/desk/turn");

        let review = host.get("/desk/review", &desk).await.text;
        for told in ["Drafts of Miravel", "Drafts of Tesk", "at last", "once is enough", "Never decided", "adviser (2)"]
        {
            assert!(review.contains(told), "no `{told}`: {review}");
        }
        assert!(review.contains("Verdict overruled") && review.contains("the tribunal said so"));
        assert!(!review.contains("Cyd"), "a review names no persons");
        let own = host.get("/desk/file/0", &desk).await.text;
        assert!(own.contains("Drafts of Miravel") && !own.contains("Drafts of Tesk") && !own.contains("tribunal"));
        assert!(host.get("/desk/file/1", &desk).await.text.contains("Drafts of Tesk"));
        assert_eq!(host.get("/desk/file/9", &desk).await.status, axum::http::StatusCode::NOT_FOUND);
        assert_eq!(host.get("/desk/file/0", &ada).await.status, axum::http::StatusCode::NOT_FOUND);
        // A team has its file when the crisis is over, and no other's.
        assert_eq!(host.get("/seat/file", &cy).await.to(), "/seat");
        let mut turn = 1;
        while !host.get("/seat", &cy).await.text.contains("/seat/file") {
            host.post("/desk/end", &desk, &format!("key=e{turn}&turn={turn}&sure=yes")).await;
            turn += 1;
            assert!(turn < 20, "it does not end");
        }
        let own = host.get("/seat/file", &cy).await.text;
        assert!(own.contains("Drafts of Miravel") && !own.contains("Drafts of Tesk") && own.contains("once is enough"));

        // The same from the journal that is handed on, whatever was gone back from.
        let journal = host.get("/desk/journal", &desk).await.text;
        let kept = demarche::store::text::parse(journal.as_bytes()).unwrap().journal;
        let game = replay(&kept, Rules::Same).unwrap().game;
        let all = minutes(kept.into_lines(), game.staged());
        let fates: Vec<Fate> = all.iter().map(|minute| minute.draft.fate).collect();
        assert_eq!(fates, [Fate::Sent, Fate::Open, Fate::Sent]);
        assert_eq!(all[1].draft.voices.values().last().map(|(voice, _)| *voice), Some(Voice::Approve));
        assert_eq!(all.iter().map(|minute| minute.state.index()).collect::<Vec<_>>(), [0, 0, 1]);
    });
}
