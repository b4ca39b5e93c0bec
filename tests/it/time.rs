//! More time: who asks for it, who gives it, and that nobody else hears of it.

use axum::http::StatusCode;
use demarche::base::Turn;
use demarche::session::desk::{Hands, Millis, Moment, PersonId};
use demarche::session::live::{Live, Stuck};
use demarche::session::room::{Clock, Plea};
use demarche::session::wish::{No, Wish};

use crate::host::{Glass, LENGTH, MIRAVEL, TESK, by_desk, by_person, class, kept};
use crate::web::{Host, between, block};

const NOW: Moment = Moment(2000);
const ASK: Wish = Wish::AskForTime { turn: Turn(0) };

fn does(live: &mut Live<Glass>, command: demarche::session::wish::Command) -> Result<(), No> {
    live.apply(&[command], NOW).pop().unwrap().map_err(|stuck| match stuck {
        Stuck::No(no) => no,
        other => panic!("{other}"),
    })
}

fn plea(live: &Live<Glass>, state: demarche::base::id::StateId) -> Option<Plea> {
    live.room().desks[state.index()].plea
}

#[test]
fn a_state_asks_once_in_a_turn_and_every_gift_answers_all_who_asked() {
    let glass = Glass::default();
    let mut live = class(glass.clone());
    let others = live.room().stamp(TESK);
    does(&mut live, by_person(1, "a", ASK)).unwrap();
    does(&mut live, by_person(1, "a", ASK)).unwrap();
    assert_eq!(live.room().stamp(TESK), others, "nobody else hears of it");
    assert_eq!(does(&mut live, by_person(1, "b", ASK)), Err(No::AskedBefore));
    assert_eq!(does(&mut live, by_person(9, "c", ASK)), Err(No::NotSeated));
    assert_eq!(does(&mut live, by_person(2, "d", Wish::AskForTime { turn: Turn(1) })), Err(No::TurnOver));
    assert_eq!(does(&mut live, by_person(2, "e", Wish::DenyTime(MIRAVEL))), Err(No::NotFacilitator));
    assert_eq!(does(&mut live, by_desk("f", Wish::DenyTime(TESK))), Err(No::Nothing), "it has not asked");
    assert_eq!(live.room().pleas().collect::<Vec<_>>(), [(MIRAVEL, PersonId(1))]);

    // A host that is started again finds who waits.
    let (journal, register) = kept(&glass.entries.lock().unwrap());
    let resumed = Live::resume(&journal, register, LENGTH, Glass::default(), NOW).unwrap();
    assert_eq!(resumed.room().desks[0].plea, Some(Plea::Asked(PersonId(1))));

    let Clock::Runs(until) = live.room().clock else { panic!("the clock stands") };
    let more = Millis::minutes(3);
    does(&mut live, by_desk("g", Wish::Extend(more))).unwrap();
    assert_eq!(live.room().clock, Clock::Runs(until.after(more)));
    assert_eq!((plea(&live, MIRAVEL), plea(&live, TESK)), (Some(Plea::Given(more)), None));
    assert_eq!(does(&mut live, by_desk("h", Wish::DenyTime(MIRAVEL))), Err(No::Nothing), "it is given");

    does(&mut live, by_person(2, "i", ASK)).unwrap();
    for key in ["j", "k"] {
        does(&mut live, by_desk(key, Wish::DenyTime(TESK))).unwrap();
    }
    assert_eq!(plea(&live, TESK), Some(Plea::Denied));
    assert_eq!(does(&mut live, by_person(2, "l", ASK)), Err(No::AskedBefore), "a no is for this turn");

    // The next turn begins anew; nobody hurries while the clock stands, and no agent does.
    does(&mut live, by_desk("m", Wish::End(Turn(0)))).unwrap();
    assert_eq!((plea(&live, MIRAVEL), plea(&live, TESK)), (None, None));
    let next = Wish::AskForTime { turn: Turn(1) };
    does(&mut live, by_desk("n", Wish::Hand(TESK, Hands::Agent))).unwrap();
    assert_eq!(does(&mut live, by_person(2, "o", next.clone())), Err(No::WithAgent));
    does(&mut live, by_desk("p", Wish::Stop)).unwrap();
    assert_eq!(does(&mut live, by_person(1, "q", next)), Err(No::NoHurry));
}

#[test]
fn one_button_asks_and_one_answers() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (cy, _), (ben, _)) =
            (host.join("Ada", 0).await, host.join("Cy", 0).await, host.join("Ben", 1).await);
        let waiting = host.get("/seat", &ada).await.text;
        assert!(!waiting.contains("/seat/more-time"), "there is no hurry before the class begins");
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let others = host.get("/seat", &ben).await.text;
        assert!(host.get("/seat", &ada).await.text.contains("action=\"/seat/more-time\""));
        assert!(!host.get("/desk", &desk).await.text.contains("More time is asked for"));
        // An adviser can be short of time as well.
        let key = between(&host.get("/seat", &cy).await.text, "name=\"key\" value=\"", "\"").to_owned();
        let form = format!("key={key}&turn=0");
        for _ in 0..2 {
            assert_eq!(host.post("/seat/more-time", &cy, &form).await.to(), "/seat");
        }
        assert_eq!(host.post("/seat/more-time", &ada, "key=x&turn=0").await.status, StatusCode::CONFLICT);
        assert_eq!(host.post("/seat/more-time", &ada, "key=x").await.status, StatusCode::BAD_REQUEST);
        let seat = host.get("/seat", &ada).await.text;
        assert!(seat.contains("The facilitator has not answered yet") && !seat.contains("/seat/more-time"), "{seat}");
        assert_eq!(host.get("/seat", &ben).await.text, others, "another delegation's page is the same to the byte");

        for page in ["/desk", "/desk/inbox"] {
            let page = host.get(page, &desk).await.text;
            assert!(page.contains("Lysmark (Cy) asks for more time."), "{page}");
        }
        assert!(!host.get("/desk/see/0", &desk).await.text.contains("<form"));
        // Given once, whichever of the two buttons of the page is pressed.
        for _ in 0..2 {
            assert_eq!(host.post("/desk/extend", &desk, "key=d1&turn=0").await.to(), "/desk");
        }
        assert!(!host.get("/desk", &desk).await.text.contains("More time is asked for"));
        let seat = host.get("/seat", &cy).await.text;
        assert!(seat.contains("3 minutes more were given") && seat.contains(">13:00<"), "{seat}");
        assert_eq!(host.post("/seat/more-time", &ben, "key=y&turn=0").await.to(), "/seat");
        assert_eq!(host.post("/desk/deny-time", &ben, "key=d2&turn=0&state=1").await.status, StatusCode::NOT_FOUND);
        assert_eq!(host.post("/desk/deny-time", &desk, "key=d2&turn=0&state=1").await.to(), "/desk");
        assert!(host.get("/seat", &ben).await.text.contains("leaves the turn as long as it is"));
        let journal = host.get("/desk/journal", &desk).await.text;
        assert!(journal.contains("asked_for_time") && journal.contains("gave_time") && journal.contains("denied_time"));
        assert!(demarche::store::text::parse(journal.as_bytes()).unwrap().torn.is_none());
    });
}
