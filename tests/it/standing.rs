//! Standing orders: who leaves them, that the agent of a silent seat keeps to them, and that nobody else hears of them.

use axum::http::StatusCode;
use demarche::agents::{Mandate, Manner};
use demarche::base::Turn;
use demarche::base::id::StateId;
use demarche::session::desk::{Approval, By, Key, Moment, StandingOrders};
use demarche::session::game::{Game, GivenBy};
use demarche::session::live::{Live, Stuck};
use demarche::session::wish::{Command, No, Wish};
use demarche::sim::Order;

use crate::host::{Glass, LENGTH, MIRAVEL, TESK, by_desk, by_person, class, joining, kept};
use crate::session::game;
use crate::web::{Host, between, block};

const NOW: Moment = Moment(2000);

fn orders(temper: &str, mandate: Mandate) -> StandingOrders {
    StandingOrders { temper: (!temper.is_empty()).then(|| temper.to_owned()), mandate }
}

/// Everything that the agents of silent seats order in a crisis, in the numbers of the world.
fn ordered(manner: Manner, standing: &StandingOrders, turns: usize) -> (Game, Vec<Order>) {
    let mut game = game("dark-grid", 7);
    for state in (0..game.seats().len()).map(StateId::at) {
        game.sit(state, "p1").unwrap();
        game.play_by(state, manner).unwrap();
        game.leave(state, standing).unwrap();
    }
    let mut all = Vec::new();
    for _ in 0..turns.min(usize::from(game.scenario().turns)) {
        let played = game.adjudicate().unwrap();
        assert!(played.sealed.iter().all(|sealed| sealed.by == GivenBy::StandingInstructions));
        all.extend(played.sealed.iter().flat_map(|sealed| sealed.orders.iter().copied()));
    }
    (game, all)
}

#[test]
fn agents_keep_to_the_mandate_they_were_left() {
    let manners = [(Manner::Utility, 9), (Manner::Random, 9), (Manner::Planner { nodes: 12 }, 2)];
    for (manner, turns) in manners {
        for mandate in [Mandate::Calm, Mandate::Diplomacy, Mandate::Answers] {
            let (game, all) = ordered(manner, &orders("hawk", mandate), turns);
            let beyond = all.iter().find(|order| !mandate.allows(game.rulebook(), order.act));
            assert_eq!(beyond, None, "{manner} went beyond {mandate:?}");
        }
    }
    let (game, free) = ordered(Manner::Utility, &orders("hawk", Mandate::Free), 9);
    assert!(free.iter().any(|order| !Mandate::Calm.allows(game.rulebook(), order.act)), "it is a hawk");
    let (_, talks) = ordered(Manner::Utility, &orders("hawk", Mandate::Diplomacy), 9);
    assert!(!talks.is_empty(), "who may only talk still talks");
}

#[test]
fn a_temper_that_is_left_plays_and_the_seat_keeps_its_own() {
    let plain = ordered(Manner::Utility, &StandingOrders::default(), 4);
    let hawk = ordered(Manner::Utility, &orders("hawk", Mandate::Free), 4);
    assert_ne!(plain.1, hawk.1);
    assert_eq!(plain.0.header().seats, hawk.0.header().seats, "the header says what the scenario chose");
    // Taken back, the seat goes on by its own temper; a fork begins without.
    let mut game = hawk.0.fork(Turn(0)).unwrap();
    let first: Vec<_> = plain.0.played()[0].sealed.iter().map(|sealed| sealed.orders.clone()).collect();
    let again: Vec<_> = game.adjudicate().unwrap().sealed.iter().map(|sealed| sealed.orders.clone()).collect();
    assert_eq!(first, again);
}

fn does(live: &mut Live<Glass>, command: Command) -> Result<(), No> {
    live.apply(&[command], NOW).pop().unwrap().map_err(|stuck| match stuck {
        Stuck::No(no) => no,
        other => panic!("{other}"),
    })
}

#[test]
fn the_head_leaves_them_and_a_host_that_is_started_again_finds_them() {
    let glass = Glass::default();
    let mut live = class(glass.clone());
    does(&mut live, joining("Cy", Some(MIRAVEL))).unwrap();
    does(&mut live, joining("Pia", Some(demarche::view::PUBLIC))).unwrap();
    let calm = orders("cautious", Mandate::Answers);
    let (stamp, others) = (live.room().stamp(MIRAVEL), live.room().stamp(TESK));
    for (nth, key, expected) in [(3, "a", No::NotHead), (4, "b", No::NotHead), (9, "c", No::NotSeated)] {
        assert_eq!(does(&mut live, by_person(nth, key, Wish::Instruct(calm.clone()))), Err(expected));
    }
    assert_eq!(does(&mut live, by_desk("d", Wish::Instruct(calm.clone()))), Err(No::NotSeated));
    let none = Wish::Instruct(orders("meek", Mandate::Free));
    assert_eq!(does(&mut live, by_person(1, "e", none)), Err(No::Temper));
    let lines = glass.entries.lock().unwrap().len();
    for key in ["f", "f", "g"] {
        does(&mut live, by_person(1, key, Wish::Instruct(calm.clone()))).unwrap();
    }
    assert_eq!(glass.entries.lock().unwrap().len(), lines + 1, "what stands already is not said twice");
    assert_eq!((&live.room().desks[0].standing, live.room().stamp(TESK)), (&calm, others));
    assert_ne!(live.room().stamp(MIRAVEL), stamp);
    // Where anyone decides, anyone does.
    does(&mut live, Command { by: By::Host, key: Key("h".into()), wish: Wish::Agree(Approval::Anyone) }).unwrap();
    does(&mut live, by_person(3, "i", Wish::Instruct(orders("", Mandate::Answers)))).unwrap();

    let (journal, register) = kept(&glass.entries.lock().unwrap());
    let mut resumed = Live::resume(&journal, register, LENGTH, Glass::default(), NOW).unwrap();
    assert_eq!(resumed.room().desks[0].standing, orders("", Mandate::Answers));
    for live in [&mut live, &mut resumed] {
        does(live, by_desk("end", Wish::End(Turn(0)))).unwrap();
        let played = &live.game().played()[0];
        let sealed = &played.sealed[MIRAVEL.index()];
        assert_eq!(sealed.by, GivenBy::StandingInstructions);
        assert!(sealed.orders.iter().all(|order| Mandate::Answers.allows(live.game().rulebook(), order.act)));
        assert_eq!(live.room().desks[0].standing, orders("", Mandate::Answers), "they stand from turn to turn");
    }
    assert_eq!(live.game().digest(), resumed.game().digest());
    let replayed = demarche::session::replay(&kept(&glass.entries.lock().unwrap()).0, demarche::session::Rules::Same);
    assert_eq!(replayed.unwrap().difference, None);
}

#[test]
fn they_are_left_on_the_seats_page_and_the_facilitator_reads_them() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (cy, _), (ben, _)) =
            (host.join("Ada", 0).await, host.join("Cy", 0).await, host.join("Ben", 1).await);
        let others = host.get("/seat", &ben).await.text;
        let seat = host.get("/seat", &ada).await.text;
        let options = between(&seat, "<select id=\"temper\"", "</select>");
        assert_eq!(options.matches("<option").count(), 6, "{options}");
        assert!(options.contains("<option value=\"\" selected>as your State is in this crisis"), "{options}");
        assert!(!host.get("/seat", &cy).await.text.contains("/seat/standing-orders"), "an adviser reads along");

        let form = "key=a&turn=0&temper=legalist&mandate=diplomacy";
        assert_eq!(host.post("/seat/standing-orders", &cy, form).await.status, StatusCode::CONFLICT);
        assert_eq!(host.post("/seat/standing-orders", &ada, form).await.to(), "/seat");
        let odd = host.post("/seat/standing-orders", &ada, "key=b&turn=0&temper=&mandate=wild").await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);
        for page in [host.get("/seat", &cy).await.text, host.get("/desk/see/0", &desk).await.text] {
            assert!(page.contains("only diplomacy:") && page.contains("like one who builds its case first"), "{page}");
            assert!(!page.contains("/seat/standing-orders"));
        }
        let page = host.get("/desk", &desk).await.text;
        assert!(page.contains("Standing orders: like one who builds its case first"), "{page}");
        assert_eq!(host.get("/seat", &ben).await.text, others, "another delegation's page is the same to the byte");
        let journal = host.get("/desk/journal", &desk).await.text;
        assert!(journal.contains(r#""instructed":{"temper":"legalist","mandate":"diplomacy"}"#), "{journal}");
    });
}
