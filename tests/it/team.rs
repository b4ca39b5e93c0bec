//! The team room: who proposes, who approves, when a draft is sent, and that nobody else hears of it.

use axum::http::StatusCode;
use demarche::base::Turn;
use demarche::session::desk::{Approval, By, Key, Moment, PersonId, Voice};
use demarche::session::live::{Live, Stuck};
use demarche::session::room::Fate;
use demarche::session::wish::{Command, LONGEST_WORD, No, Wish};

use crate::host::{Glass, LENGTH, MIRAVEL, TESK, by_desk, by_person, class, joining, kept, pressing};
use crate::web::{Host, between, block};

const NOW: Moment = Moment(2000);
const TURN: Turn = Turn(0);
const HEAD: u16 = 1;

/// A class that has begun: persons 1 (its head), 3 and 4 sit in Miravel, person 2 alone in Tesk.
fn team(approval: Approval) -> Live<Glass> {
    team_on(Glass::default(), approval)
}

fn team_on(ledger: Glass, approval: Approval) -> Live<Glass> {
    let mut live = class(ledger);
    let agree = Command { by: By::Host, key: Key("agree".into()), wish: Wish::Agree(approval) };
    let joining = [joining("Cy", Some(MIRAVEL)), joining("Di", Some(MIRAVEL)), agree];
    assert!(live.apply(&joining, NOW).iter().all(Result::is_ok));
    live
}

/// What came of somebody's wish; keys are made of what is wanted.
fn does(live: &mut Live<Glass>, nth: u16, wish: Wish) -> Result<(), No> {
    let key = format!("k{}", live.version());
    live.apply(&[by_person(nth, &key, wish)], NOW).pop().unwrap().map_err(|stuck| match stuck {
        Stuck::No(no) => no,
        other => panic!("{other}"),
    })
}

fn propose(live: &mut Live<Glass>, nth: u16) -> Result<(), No> {
    let state = live.room().seated(PersonId(nth)).unwrap().state;
    let order = pressing(live, state);
    does(live, nth, Wish::Propose { turn: TURN, order })
}

fn say(live: &mut Live<Glass>, nth: u16, draft: u16, voice: Voice) -> Result<(), No> {
    does(live, nth, Wish::Voice { turn: TURN, draft, voice, word: "on balance".into() })
}

fn fates(live: &Live<Glass>) -> (Vec<Fate>, usize) {
    let desk = &live.room().desks[MIRAVEL.index()];
    (desk.drafts.iter().map(|draft| draft.fate).collect(), desk.orders.len())
}

#[test]
fn under_a_head_a_draft_waits_for_the_head() {
    let mut live = team(Approval::Head);
    propose(&mut live, 3).unwrap();
    say(&mut live, 4, 0, Voice::Approve).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Open], 0), "two advisers are no head");
    say(&mut live, HEAD, 0, Voice::Object).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Open], 0));
    say(&mut live, HEAD, 0, Voice::Approve).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Sent], 1), "a head may think better of it");
    assert_eq!(say(&mut live, 4, 0, Voice::Object), Err(No::Decided));
    // Only its author or the head lays a draft aside, and only before it is sent.
    propose(&mut live, 3).unwrap();
    assert_eq!(does(&mut live, 4, Wish::Withdraw { turn: TURN, draft: 1 }), Err(No::NotHead));
    does(&mut live, 3, Wish::Withdraw { turn: TURN, draft: 1 }).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Sent, Fate::Withdrawn], 1));
    assert_eq!(does(&mut live, HEAD, Wish::Withdraw { turn: TURN, draft: 0 }), Err(No::Decided));
    assert_eq!(does(&mut live, HEAD, Wish::Withdraw { turn: TURN, draft: 9 }), Err(No::Nothing));
}

#[test]
fn an_objection_sends_nothing_whoever_is_head_by_then() {
    let mut live = team(Approval::Head);
    propose(&mut live, 3).unwrap();
    // The head has left; the adviser who proposed it is their deputy now.
    live.apply(&[by_desk("deputy", Wish::Appoint(PersonId(3)))], NOW).pop().unwrap().unwrap();
    say(&mut live, 4, 0, Voice::Object).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Open], 0), "an objection is no approval");
    say(&mut live, 3, 0, Voice::Approve).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Sent], 1));
    propose(&mut live, 4).unwrap();
    let word = "w".repeat(LONGEST_WORD + 1);
    assert_eq!(does(&mut live, 1, Wish::Voice { turn: TURN, draft: 1, voice: Voice::Object, word }), Err(No::Word));
}

#[test]
fn two_of_three_decide_without_their_head() {
    let mut live = team(Approval::TwoOfThree);
    let order = pressing(&live, MIRAVEL);
    assert_eq!(does(&mut live, HEAD, Wish::Order { turn: TURN, order }), Err(No::NeedsTeam));
    propose(&mut live, 3).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Open], 0), "one of three is not two");
    say(&mut live, 4, 0, Voice::Approve).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Sent], 1));
    // Who sits alone is all of the delegation.
    propose(&mut live, 2).unwrap();
    assert_eq!(live.room().desks[TESK.index()].orders.len(), 1);
    // A head still says that the orders are complete.
    assert_eq!(does(&mut live, 3, Wish::Ready { turn: TURN, ready: true }), Err(No::NotHead));
    does(&mut live, HEAD, Wish::Ready { turn: TURN, ready: true }).unwrap();
}

#[test]
fn where_anyone_decides_an_adviser_orders() {
    let mut live = team(Approval::Anyone);
    let order = pressing(&live, MIRAVEL);
    does(&mut live, 4, Wish::Order { turn: TURN, order }).unwrap();
    propose(&mut live, 3).unwrap();
    assert_eq!(fates(&live), (vec![Fate::Sent], 2));
    does(&mut live, 3, Wish::TakeBack { turn: TURN, place: 0 }).unwrap();
    assert_eq!(fates(&live).1, 1);
}

#[test]
fn nobody_speaks_on_drafts_of_others_and_a_turn_takes_them_along() {
    let glass = Glass::default();
    let mut live = team_on(glass.clone(), Approval::Head);
    propose(&mut live, 3).unwrap();
    assert_eq!(say(&mut live, 2, 0, Voice::Approve), Err(No::Nothing), "another State has no such draft");
    let foreign = pressing(&live, TESK);
    assert_eq!(does(&mut live, 3, Wish::Propose { turn: TURN, order: foreign }), Err(No::Nothing));
    let stamp = live.room().stamp(TESK);
    say(&mut live, 4, 0, Voice::Object).unwrap();
    assert_eq!(live.room().stamp(TESK), stamp, "nobody else hears of it");

    // A host that is started again finds drafts, voices and the rule.
    let (journal, register) = kept(&glass.entries.lock().unwrap());
    let resumed = Live::resume(&journal, register, LENGTH, Glass::default(), NOW).unwrap();
    assert_eq!(resumed.room().desks[0].drafts, live.room().desks[0].drafts);
    assert_eq!(resumed.room().approval, live.room().approval);

    live.apply(&[by_desk("end", Wish::End(TURN))], NOW).pop().unwrap().unwrap();
    assert_eq!(fates(&live), (vec![], 0));
    assert_eq!(say(&mut live, HEAD, 0, Voice::Approve), Err(No::TurnOver));
}

#[test]
fn a_delegation_confers_on_its_page() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (cy, _), (ben, _)) =
            (host.join("Ada", 0).await, host.join("Cy", 0).await, host.join("Ben", 1).await);
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let others = host.get("/seat", &ben).await.text;
        let seat = host.get("/seat", &cy).await.text;
        assert!(seat.contains("The head decides") && seat.contains("No draft lies before the team"), "{seat}");
        let act = between(&seat, "<a href=\"/seat/act?", "\"").replace("&amp;", "&");
        let card = host.get(&format!("/seat/check?{act}"), &cy).await.text;
        assert!(card.contains("Propose it to the team") && !card.contains("action=\"/seat/order\""), "{card}");
        assert_eq!(host.post("/seat/order", &cy, &format!("key=a&turn=0&{act}")).await.status, StatusCode::CONFLICT);
        assert_eq!(host.post("/seat/propose", &cy, &format!("key=b&turn=0&{act}")).await.to(), "/seat");

        let seat = host.get("/seat", &ada).await.text;
        assert!(seat.contains("Proposed by Cy") && seat.contains("On what you know:"), "{seat}");
        let object = "key=c&turn=0&draft=0&voice=object&word=Too+%3Cb%3Ehot";
        assert_eq!(host.post("/seat/voice", &ada, object).await.to(), "/seat");
        let seat = host.get("/seat", &cy).await.text;
        assert!(seat.contains("Ada objects: “Too &lt;b&gt;hot”"), "{seat}");
        assert_eq!(host.post("/seat/voice", &ada, "key=d&turn=0&draft=0&voice=approve&word=").await.to(), "/seat");
        let seat = host.get("/seat", &ada).await.text;
        assert!(seat.contains("Sent: it stands among the orders.") && seat.contains("Take back"), "{seat}");
        assert_eq!(host.get("/seat", &ben).await.text, others, "another delegation's page is the same to the byte");
        let odd = host.post("/seat/voice", &ada, "key=e&turn=0&draft=x&voice=approve").await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    });
}
