//! Offices: how they are dealt, what each may propose and is told, and that those who are not told cannot find out.

use axum::http::StatusCode;
use demarche::base::{LogOdds, Permille, Turn};
use demarche::session::desk::{Approval, By, Key, Moment, Office, PersonId, Voice};
use demarche::session::live::{Live, Stuck};
use demarche::session::room::Fate;
use demarche::session::wish::{Command, No, Wish};
use demarche::sim::Order;
use demarche::sim::order::Act;
use demarche::view::{Clearance, PUBLIC, is_secret, menu};

use crate::host::{Glass, LENGTH, MIRAVEL, TESK, by_desk, by_person, joining, kept};
use crate::session::game;
use crate::web::{Host, between, block, fetched};

const NOW: Moment = Moment(2000);
const TURN: Turn = Turn(0);
const ALL: [Office; 5] = [
    Office::ForeignMinister,
    Office::LegalAdviser,
    Office::IntelligenceChief,
    Office::EconomyMinister,
    Office::PressOfficer,
];

fn does(live: &mut Live<Glass>, command: Command) -> Result<(), No> {
    live.apply(&[command], NOW).pop().unwrap().map_err(|stuck| match stuck {
        Stuck::No(no) => no,
        other => panic!("{other}"),
    })
}

fn by_host(key: &str, wish: Wish) -> Command {
    Command { by: By::Host, key: Key(key.into()), wish }
}

/// A class of First Note that has begun: persons 1 to 6 hold the offices of Miravel in order, person 7 sits in Tesk.
fn cabinet(ledger: Glass, approval: Approval) -> Live<Glass> {
    let mut live = Live::begin(game("first-note", 3), LENGTH, ledger).unwrap();
    does(&mut live, by_host("deal", Wish::Deal(ALL.to_vec()))).unwrap();
    for name in ["Head", "Foreign", "Legal", "Chief", "Economy", "Press"] {
        does(&mut live, joining(name, Some(MIRAVEL))).unwrap();
    }
    does(&mut live, joining("Tess", Some(TESK))).unwrap();
    does(&mut live, by_host("agree", Wish::Agree(approval))).unwrap();
    does(&mut live, by_desk("begin", Wish::Begin)).unwrap();
    live
}

/// An order of Miravel's that is open now, by its slug.
fn order(live: &Live<Glass>, act: &str) -> Order {
    let view = live.shown().position.view(MIRAVEL);
    let rules = live.game().rulebook().clone();
    let found = menu(&view).entries.into_iter().find(|entry| match entry.act {
        Act::Move(card) => rules.cards[card.index()].id == act,
        Act::Follow(follow) => follow.slug() == act,
    });
    let found = found.unwrap_or_else(|| panic!("no act {act}"));
    let draft = found.candidates.first().unwrap_or_else(|| panic!("{act} is not open: {:?}", found.why_not)).draft;
    view.seal(&draft).unwrap()
}

fn propose(live: &mut Live<Glass>, nth: u16, order: Order) -> Result<(), No> {
    let key = format!("k{}", live.version());
    does(live, by_person(nth, &key, Wish::Propose { turn: TURN, order }))
}

fn say(live: &mut Live<Glass>, nth: u16, draft: u16, voice: Voice, word: &str) -> Result<(), No> {
    let key = format!("k{}", live.version());
    does(live, by_person(nth, &key, Wish::Voice { turn: TURN, draft, voice, word: word.into() }))
}

fn offices(live: &Live<Glass>) -> Vec<Office> {
    live.room().delegation(MIRAVEL).map(|seated| seated.office).collect()
}

#[test]
fn offices_are_dealt_in_order_and_whoever_is_left_sits_with_the_press() {
    let glass = Glass::default();
    let mut live = Live::begin(game("first-note", 3), LENGTH, glass.clone()).unwrap();
    let two = vec![Office::ForeignMinister, Office::LegalAdviser];
    does(&mut live, by_host("deal", Wish::Deal(two))).unwrap();
    assert_eq!(does(&mut live, by_host("odd", Wish::Deal(vec![Office::Head]))), Err(No::Nothing));
    assert_eq!(does(&mut live, by_person(1, "x", Wish::Deal(vec![]))), Err(No::NotFacilitator));
    for nth in 1..=9 {
        does(&mut live, joining(&format!("P{nth}"), None)).unwrap();
    }
    let in_order = [Office::Head, Office::ForeignMinister, Office::LegalAdviser];
    assert_eq!(offices(&live)[..3], in_order);
    // Two States of three make six; two of those left are the press, as many as there are States; the ninth advises.
    assert_eq!(live.room().delegation(PUBLIC).count(), 2);
    assert_eq!(offices(&live)[3..], [Office::Adviser]);
    // Whoever chooses a State sits there.
    does(&mut live, joining("Late", Some(TESK))).unwrap();
    assert_eq!(live.room().delegation(TESK).last().unwrap().office, Office::Adviser);

    // A head and whoever stands in for them change places, there and back.
    let foreign = live.room().delegation(MIRAVEL).nth(1).unwrap().person.id;
    let head = live.room().delegation(MIRAVEL).next().unwrap().person.id;
    does(&mut live, by_host("in", Wish::Appoint(foreign))).unwrap();
    assert_eq!(offices(&live)[..2], [Office::ForeignMinister, Office::Head]);
    does(&mut live, by_host("back", Wish::Appoint(head))).unwrap();
    assert_eq!(offices(&live)[..3], in_order);
    // The facilitator gives offices; two persons change theirs, and a State is never without a head.
    let legal = live.room().delegation(MIRAVEL).nth(2).unwrap().person.id;
    does(&mut live, by_desk("a", Wish::Assign(legal, Office::ForeignMinister))).unwrap();
    assert_eq!(offices(&live)[1..3], [Office::LegalAdviser, Office::ForeignMinister]);
    does(&mut live, by_desk("b", Wish::Assign(legal, Office::DefenceMinister))).unwrap();
    assert_eq!(does(&mut live, by_desk("c", Wish::Assign(head, Office::Adviser))), Err(No::Nothing));
    assert_eq!(does(&mut live, by_desk("d", Wish::Assign(legal, Office::Press))), Err(No::Nothing));
    assert_eq!(does(&mut live, by_person(1, "e", Wish::Assign(legal, Office::Head))), Err(No::NotFacilitator));

    let (journal, register) = kept(&glass.entries.lock().unwrap());
    let resumed = Live::resume(&journal, register, LENGTH, Glass::default(), NOW).unwrap();
    assert_eq!(offices(&resumed), offices(&live));
    assert_eq!(resumed.room().dealt, live.room().dealt);
}

#[test]
fn each_proposes_what_falls_to_their_office() {
    let mut live = cabinet(Glass::default(), Approval::Head);
    let (note, spying) = (order(&live, "demarche"), order(&live, "spy-remote"));
    assert!(is_secret(live.game().rulebook(), &spying) && !is_secret(live.game().rulebook(), &note));
    for (nth, may) in [(1, true), (2, true), (3, false), (4, false), (5, false), (6, false)] {
        assert_eq!(propose(&mut live, nth, note).is_ok(), may, "person {nth} and a note");
    }
    for (nth, may) in [(1, true), (2, false), (3, false), (4, true), (5, false), (6, false)] {
        let outcome = propose(&mut live, nth, spying);
        assert_eq!(outcome, if may { Ok(()) } else { Err(No::NotYours) }, "person {nth} and spying");
    }
    // What falls to nobody there is everybody's, unless it is secret; where nobody keeps secrets, it is anyone's.
    let signal = order(&live, "military-signal");
    propose(&mut live, 5, signal).unwrap();
    does(&mut live, by_desk("none", Wish::Assign(PersonId(4), Office::Adviser))).unwrap();
    assert_eq!(live.room().clearance(PersonId(5)), Clearance::Secret);
    propose(&mut live, 5, spying).unwrap();
    // Under another rule whoever it falls to sends it, and the head's is no longer asked.
    let mut live = cabinet(Glass::default(), Approval::Anyone);
    let give = |nth: u16, order: Order| by_person(nth, &format!("o{nth}"), Wish::Order { turn: TURN, order });
    does(&mut live, give(2, note)).unwrap();
    assert_eq!(does(&mut live, give(5, note)), Err(No::NotYours));
    assert_eq!(does(&mut live, give(6, spying)), Err(No::NotYours));
    does(&mut live, give(4, spying)).unwrap();
    // What one is not told of is not there to be taken back.
    assert_eq!(does(&mut live, by_person(5, "t", Wish::TakeBack { turn: TURN, place: 1 })), Err(No::Nothing));
    does(&mut live, by_person(5, "u", Wish::TakeBack { turn: TURN, place: 0 })).unwrap();
}

#[test]
fn only_those_decide_who_are_told() {
    let mut live = cabinet(Glass::default(), Approval::TwoOfThree);
    let spying = order(&live, "spy-remote");
    propose(&mut live, 4, spying).unwrap();
    assert_eq!(
        say(&mut live, 5, 0, Voice::Approve, ""),
        Err(No::Nothing),
        "it is not there for those who are not told"
    );
    // Three are told: the chief and the head are two of them.
    let fate = |live: &Live<Glass>| live.room().desks[MIRAVEL.index()].drafts[0].fate;
    assert_eq!(fate(&live), Fate::Open);
    say(&mut live, 1, 0, Voice::Approve, "").unwrap();
    assert_eq!(fate(&live), Fate::Sent);
}

#[test]
fn the_legal_adviser_holds_a_draft_until_the_head_says_why() {
    for approval in Approval::ALL {
        // Under the third rule the proposal would be sent at once: it was made under another.
        let at_first = if approval == Approval::Head { approval } else { Approval::TwoOfThree };
        let mut live = cabinet(Glass::default(), at_first);
        let act = order(&live, "expel-diplomats");
        propose(&mut live, 2, act).unwrap();
        say(&mut live, 3, 0, Voice::Object, "not proportionate").unwrap();
        does(&mut live, by_host("then", Wish::Agree(approval))).unwrap();
        let fate = |live: &Live<Glass>| live.room().desks[MIRAVEL.index()].drafts[0].fate;
        // As many as the rule asks, and the head not among them.
        for nth in [2, 4, 5, 6] {
            say(&mut live, nth, 0, Voice::Approve, "").unwrap();
        }
        assert_eq!(fate(&live), Fate::Open, "{approval:?}: it is held");
        assert_eq!(say(&mut live, 1, 0, Voice::Approve, " "), Err(No::Held), "{approval:?}");
        say(&mut live, 1, 0, Voice::Approve, "we owe it to the victims").unwrap();
        assert_eq!(fate(&live), Fate::Sent, "{approval:?}");
    }
    // Whoever withdraws the objection by approving lets it go.
    let mut live = cabinet(Glass::default(), Approval::Head);
    let act = order(&live, "expel-diplomats");
    propose(&mut live, 2, act).unwrap();
    say(&mut live, 3, 0, Voice::Object, "").unwrap();
    say(&mut live, 3, 0, Voice::Approve, "").unwrap();
    say(&mut live, 1, 0, Voice::Approve, "").unwrap();
    assert_eq!(live.room().desks[0].orders.len(), 1);
}

/// Orsenne: under one truth of Dark Grid it knows nothing, under another its service has agreed to look away.
const ORSENNE: usize = 1;

/// Two truths that differ only in what the State itself does in secret: its minister's pages and stream, and what a program in
/// that seat is told, are the same to the byte.
#[test]
fn a_minister_who_is_not_cleared_cannot_tell_what_their_own_state_does_in_secret() {
    let under = |truth: &str| (1..200).find(|seed| game("dark-grid", *seed).truth().unwrap().id == truth).unwrap();
    let seeds = [under("ignorant"), under("complicit")];
    block(async {
        let (mut ministers, mut chiefs) = (Vec::new(), Vec::new());
        for seed in seeds {
            let host = Host::open("dark-grid", seed);
            host.hall.deal(&host.opened.code, ALL.to_vec()).await.unwrap();
            let desk = host.facilitator().await;
            let mut seats = Vec::new();
            for name in ["Head", "Foreign", "Legal", "Chief", "Economy"] {
                seats.push(host.join(name, ORSENNE).await.0);
            }
            host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
            ministers.push(fetched(&host, &seats[4]).await);
            chiefs.push(fetched(&host, &seats[3]).await);
        }
        assert_ne!(chiefs[0], chiefs[1], "the chief knows");
        for (one, two) in ministers[0].iter().zip(&ministers[1]) {
            assert_eq!(one, two, "the economy minister can tell");
        }
    });
}

#[test]
fn pages_and_programs_show_each_office_what_is_its_own() {
    block(async {
        let host = Host::open("dark-grid", 7);
        host.hall.deal(&host.opened.code, ALL.to_vec()).await.unwrap();
        let desk = host.facilitator().await;
        let mut seats = Vec::new();
        for name in ["Head", "Foreign", "Legal", "Chief", "Economy", "Spokes"] {
            let (seat, welcome) = host.join(name, 0).await;
            if name == "Economy" {
                assert!(welcome.text.contains("You represent Lysmark as economy minister."), "{}", welcome.text);
                assert!(welcome.text.contains("You answer for the economy and resilience"), "{}", welcome.text);
            }
            seats.push(seat);
        }
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        let economy = host.get("/seat", &seats[4]).await.text;
        assert!(economy.contains("Economy, economy minister of Lysmark") && economy.contains("you are told how sure"));
        let chief = host.get("/seat", &seats[3]).await.text;
        assert!(chief.contains("You keep the secrets") && !chief.contains("you are told how sure"));
        let items = |page: &str| page.matches("<ul class=\"evidence\">").count();
        assert!(items(&chief) > items(&economy), "{} {}", items(&chief), items(&economy));
        assert!(
            economy.contains("keeps what there is of evidence") && !chief.contains("keeps what there is of evidence")
        );
        // Acts that fall to others are closed, and say whose they are.
        let acts = host.get("/seat/acts", &seats[4]).await.text;
        assert!(acts.contains("Foreign (foreign minister) answers for this") && !acts.contains("act=demarche"));
        assert!(host.get("/seat/acts", &seats[1]).await.text.contains("act=demarche"));
        let form = "key=x&turn=0&act=demarche&way=0";
        assert_eq!(host.post("/seat/propose", &seats[4], form).await.status, StatusCode::CONFLICT);

        // The chief's draft is there for the head and the lawyer, who has the brief; others see that there is one.
        let found = host.get("/seat/acts?q=spy", &seats[3]).await.text;
        let way = between(&found, "<a href=\"/seat/act?", "\"").replace("&amp;", "&");
        let said = host.post("/seat/propose", &seats[3], &format!("key=y&turn=0&{way}")).await;
        assert_eq!(said.to(), "/seat", "{}", said.text);
        let legal = host.get("/seat", &seats[2]).await.text;
        assert!(legal.contains("Proposed by Chief") && legal.contains("The legal brief"), "{legal}");
        let economy = host.get("/seat", &seats[4]).await.text;
        assert!(!economy.contains("Proposed by Chief") && economy.contains("One more is secret"), "{economy}");
        host.post("/seat/voice", &seats[2], "key=v&turn=0&draft=0&voice=object&word=no+basis").await;
        assert!(host.get("/seat", &seats[0]).await.text.contains("Held by the legal adviser"));
        let yes = "key=w&turn=0&draft=0&voice=approve&word=";
        assert_eq!(host.post("/seat/voice", &seats[0], yes).await.status, StatusCode::CONFLICT);
        let yes = "key=w2&turn=0&draft=0&voice=approve&word=we+must+know";
        assert_eq!(host.post("/seat/voice", &seats[0], yes).await.to(), "/seat");
        let economy = host.get("/seat", &seats[4]).await.text;
        assert_eq!(economy.matches("One more is secret").count(), 2, "a draft and an order");

        // A program in the same seat is told the same.
        let bearer = |cookie: &str| cookie.split_once('=').unwrap().1.to_owned();
        for (nth, secrets) in [(3, true), (4, false)] {
            let request = axum::http::Request::get("/api/v1/seat")
                .header("authorization", format!("Bearer {}", bearer(&seats[nth])))
                .body(axum::body::Body::empty());
            let seat: serde_json::Value = serde_json::from_str(&host.ask(request.unwrap()).await.text).unwrap();
            assert_eq!(seat["rights"]["sees_secrets"], secrets);
            assert_eq!(seat["orders"].as_array().unwrap().len(), usize::from(secrets));
            assert_eq!(seat["secret_orders"], usize::from(!secrets));
            assert_eq!(seat["drafts"].as_array().unwrap().len(), usize::from(secrets));
            assert_eq!(seat["known"]["evidence"].as_array().is_none_or(Vec::is_empty), !secrets);
            // How sure the State is: exactly, or by the middle of the word that the page has for it.
            let beliefs = seat["known"]["beliefs"].as_array().unwrap();
            assert!(beliefs.len() > 2, "{beliefs:?}");
            let middles =
                [100, 325, 600, 850, 975].map(|share| LogOdds::from_probability(Permille::clamped(share)).get());
            let is_word = |row: &serde_json::Value| {
                let odds = i32::try_from(row["odds"].as_i64().unwrap()).unwrap();
                middles.iter().any(|middle| (*middle..middle + 20).contains(&odds))
            };
            assert_eq!(beliefs.iter().all(is_word), !secrets, "{beliefs:?}");
        }
        // The facilitator sees who holds what, and gives an office.
        let people = host.get("/desk/people", &desk).await.text;
        assert!(people.contains("(economy minister)") && people.contains("Another office"));
        assert_eq!(
            host.post("/desk/assign", &desk, "key=g&turn=0&person=5&office=intelligence_chief").await.to(),
            "/desk"
        );
        assert!(host.get("/seat", &seats[4]).await.text.contains("Proposed by Chief"));
        assert!(!host.get("/seat", &seats[3]).await.text.contains("Proposed by Chief"));
        let odd = host.post("/desk/assign", &desk, "key=h&turn=0&person=5&office=king").await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn the_facilitator_changes_the_rule_in_a_game_on_the_desk_or_by_a_program() {
    block(async {
        let host = Host::open("dark-grid", 7);
        let desk = host.facilitator().await;
        let ((ada, _), (cy, _)) = (host.join("Ada", 0).await, host.join("Cy", 0).await);
        host.post("/desk/begin", &desk, "key=d0&turn=0&sure=yes").await;
        assert!(host.get("/desk", &desk).await.text.contains("Who sends: The head decides"));
        assert_eq!(host.post("/desk/agree", &ada, "key=a&turn=0&rule=anyone").await.status, StatusCode::NOT_FOUND);
        assert_eq!(host.post("/desk/agree", &desk, "key=b&turn=0&rule=nobody").await.status, StatusCode::BAD_REQUEST);
        assert_eq!(host.post("/desk/agree", &desk, "key=c&turn=0&rule=two_of_three").await.to(), "/desk");
        assert!(host.get("/seat", &cy).await.text.contains("Two of three decide"));
        let ask = async |method: &str, token: &str, body: &str| {
            let request = axum::http::Request::builder().method(method).uri("/api/v1/approval");
            let request = request.header("authorization", format!("Bearer {token}"));
            let request = request.header("content-type", "application/json").header("idempotency-key", "once");
            host.ask(request.body(axum::body::Body::from(body.to_owned())).unwrap()).await
        };
        let secret = format!("{}.{}", host.opened.code, host.opened.facilitator);
        assert_eq!(ask("GET", &secret, "").await.text, r#"{"rule":"two_of_three"}"#);
        let seat = cy.split_once('=').unwrap().1;
        assert_eq!(ask("PUT", seat, r#"{"rule":"anyone"}"#).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(ask("PUT", &secret, r#"{"rule":"nobody"}"#).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            assert_eq!(ask("PUT", &secret, r#"{"rule":"anyone"}"#).await.status, StatusCode::NO_CONTENT);
        }
        assert!(host.get("/seat", &cy).await.text.contains("Anyone decides"));
        let journal = host.get("/desk/journal", &desk).await.text;
        assert_eq!(journal.matches("\"agreed\"").count(), 2, "{journal}");
    });
}

#[test]
fn a_class_is_seated_as_its_scenario_says_also_after_a_restart_until_the_facilitator_says_otherwise() {
    let book = demarche::content::library::find("first-note").unwrap();
    let asked = "turns: 3, approval: two_of_three, offices: [legal_adviser],";
    let text = book.source.text.replacen("turns: 3,", asked, 1);
    let source = demarche::content::mistake::Source::new("first-note.ron", text);
    let staged = demarche::content::scenario::stage(&source, Some(&book.beside)).unwrap();
    let glass = Glass::default();
    let game = demarche::session::Game::new(staged, &source, 3).unwrap();
    let mut live = Live::begin(game, LENGTH, glass.clone()).unwrap();
    for name in ["Head", "Legal", "Third"] {
        does(&mut live, joining(name, Some(MIRAVEL))).unwrap();
    }
    assert_eq!(offices(&live), [Office::Head, Office::LegalAdviser, Office::Adviser]);
    does(&mut live, by_desk("begin", Wish::Begin)).unwrap();
    // Nobody sends alone; two of the three do.
    let demarche = order(&live, "demarche");
    let alone = does(&mut live, by_person(1, "o", Wish::Order { turn: TURN, order: demarche }));
    assert_eq!(alone, Err(No::NeedsTeam));
    propose(&mut live, 1, demarche).unwrap();
    say(&mut live, 3, 0, Voice::Approve, "").unwrap();
    assert_eq!(live.room().desks[0].drafts[0].fate, Fate::Sent);

    // A host that is started again, and a review, read the same off the same journal.
    let (journal, register) = kept(&glass.entries.lock().unwrap());
    let resumed = Live::resume(&journal, register, LENGTH, Glass::default(), NOW).unwrap();
    assert_eq!(resumed.room().approval, Approval::TwoOfThree);
    assert_eq!(resumed.room().desks[0].drafts[0].fate, Fate::Sent);
    let minutes = demarche::session::minutes(journal.into_lines(), resumed.game().staged());
    assert_eq!(minutes[0].draft.fate, Fate::Sent);
    let mut live = resumed;
    does(&mut live, by_desk("agree", Wish::Agree(Approval::Head))).unwrap();
    assert_eq!(live.room().approval, Approval::Head);
}
