//! The facilitator's hand in a game: going back, overruling, events of the master list; all of it in the journal, which
//! still replays.

use demarche::base::id::{AssetId, IncidentId};
use demarche::base::{Permille, StateSet, Turn};
use demarche::law::Overall;
use demarche::session::chronicle::Ledger;
use demarche::session::desk::Moment;
use demarche::session::entry::Entry;
use demarche::session::game::GivenBy;
use demarche::session::live::{Live, Stuck};
use demarche::session::plan::{Overrule, Plan, When};
use demarche::session::room::Clock;
use demarche::session::wish::{No, Wish};
use demarche::session::{Rules, replay};
use demarche::sim::effect::Cause;
use demarche::sim::polity::{Function, Gauge};
use demarche::sim::relations::TieGauge;
use demarche::sim::white_cell::{Correction, Holding, Push, Struck};

use crate::host::{LENGTH, MIRAVEL, TESK, by_desk, by_person, class, kept, pressing};

const NOW: Moment = Moment(5000);

fn reason() -> String {
    "a slip of the pen".into()
}

fn back(turn: u16) -> Wish {
    Wish::StepBack { turn: Turn(turn), reason: reason() }
}

/// Does what is wished, and says what came of it.
fn wish<L: Ledger<Entry>>(live: &mut Live<L>, key: &str, wish: Wish) -> Result<(), No> {
    match live.apply(&[by_desk(key, wish)], NOW).pop().unwrap() {
        Ok(()) => Ok(()),
        Err(Stuck::No(no)) => Err(no),
        Err(other) => panic!("{other}"),
    }
}

fn end<L: Ledger<Entry>>(live: &mut Live<L>) {
    let turn = live.room().turn;
    wish(live, &format!("end-{}-{}", turn.0, live.version()), Wish::End(turn)).unwrap();
}

/// A class of which everything that is kept can be read along.
fn watched() -> (Live<Glass>, Glass) {
    let glass = Glass::default();
    (class(glass.clone()), glass)
}

#[derive(Clone, Default)]
struct Glass(std::sync::Arc<std::sync::Mutex<Vec<Entry>>>);

impl Ledger<Entry> for Glass {
    type Fault = std::convert::Infallible;

    fn append(&mut self, entries: &[Entry]) -> Result<(), Self::Fault> {
        self.0.lock().unwrap().append(&mut entries.to_vec());
        Ok(())
    }
}

impl Glass {
    /// What is kept replays, and a host that is started again finds the same game and the same room.
    fn holds(&self, live: &Live<Self>) {
        let entries = self.0.lock().unwrap().clone();
        let (journal, register) = kept(&entries);
        assert_eq!(replay(&journal, Rules::Same).unwrap().difference, None);
        assert_eq!(journal.turns().len(), live.game().played().len());
        let again = Live::resume(&journal, register, LENGTH, Vec::new(), NOW).unwrap();
        let (one, other) = (live.room(), again.room());
        assert_eq!(again.game().digest(), live.game().digest());
        assert_eq!((one.turn, one.over, &one.plans), (other.turn, other.over, &other.plans));
        assert_eq!(one.can_undo(), other.can_undo());
        for (one, other) in one.desks.iter().zip(&other.desks) {
            assert_eq!((&one.orders, one.ready), (&other.orders, other.ready));
        }
        // A file of the same lines is the same journal.
        let lines: Vec<_> = journal.clone().into_lines().collect();
        assert_eq!(demarche::session::Journal::assemble((2..).zip(lines)).unwrap(), journal);
    }
}

#[test]
fn a_turn_can_be_gone_back_to_and_that_can_be_taken_back() {
    let (mut live, glass) = watched();
    assert_eq!(wish(&mut live, "b", back(0)), Err(No::NothingPlayed));
    let order = pressing(&live, MIRAVEL);
    live.apply(&[by_person(1, "o", Wish::Order { turn: Turn(0), order })], NOW).pop().unwrap().unwrap();
    let morning = live.game().digest();
    end(&mut live);
    let after = live.game().digest();
    assert_eq!(wish(&mut live, "b0", Wish::StepBack { turn: Turn(1), reason: "  ".into() }), Err(No::Reason));
    assert_eq!(wish(&mut live, "b1", back(0)), Err(No::TurnOver));
    wish(&mut live, "b2", back(1)).unwrap();
    assert_eq!((live.game().digest(), live.room().turn), (morning, Turn(0)));
    assert_eq!(live.room().desks[0].orders, [order], "the orders of that turn are on the desks again");
    glass.holds(&live);
    wish(&mut live, "u", Wish::Undo).unwrap();
    assert_eq!((live.game().digest(), live.room().turn), (after, Turn(1)));
    assert!(live.room().desks[0].orders.is_empty());
    assert_eq!(wish(&mut live, "u2", Wish::Undo), Err(No::NothingToUndo));
    glass.holds(&live);
    // The same orders again come to the same; others to something else.
    wish(&mut live, "b3", back(1)).unwrap();
    end(&mut live);
    assert_eq!(live.game().digest(), after, "chance is keyed");
    assert_eq!(wish(&mut live, "u3", Wish::Undo), Err(No::NothingToUndo), "another turn was played onward");
    wish(&mut live, "b4", back(1)).unwrap();
    live.apply(&[by_person(1, "t", Wish::TakeBack { turn: Turn(0), place: 0 })], NOW).pop().unwrap().unwrap();
    live.apply(&[by_person(1, "r", Wish::Ready { turn: Turn(0), ready: true })], NOW).pop().unwrap().unwrap();
    end(&mut live);
    assert_ne!(live.game().digest(), after);
    glass.holds(&live);
    // Even from the end.
    end(&mut live);
    end(&mut live);
    assert!(live.room().over);
    wish(&mut live, "b5", back(3)).unwrap();
    assert!(!live.room().over && live.room().turn == Turn(2));
    glass.holds(&live);
    wish(&mut live, "b6", back(2)).unwrap();
    wish(&mut live, "u4", Wish::Undo).unwrap();
    wish(&mut live, "u5", Wish::Undo).unwrap();
    assert!(live.room().over && live.game().is_over());
    glass.holds(&live);
}

#[test]
fn what_came_of_a_turn_can_be_overruled_with_a_reason_and_taken_back() {
    let (mut live, glass) = watched();
    let order = pressing(&live, MIRAVEL);
    live.apply(&[by_person(1, "o", Wish::Order { turn: Turn(0), order })], NOW).pop().unwrap().unwrap();
    let other = pressing(&live, TESK);
    live.apply(&[by_person(2, "o", Wish::Order { turn: Turn(0), order: other })], NOW).pop().unwrap().unwrap();
    end(&mut live);
    let (before, orders) = (live.game().digest(), live.game().played()[0].docket.orders().to_vec());
    let over = |overrule| Wish::Overrule { turn: Turn(1), overrule };
    let struck = orders.iter().copied().find(|order| order.by == TESK).unwrap();
    let none = Overrule::Strike(Struck { order: struck, reason: String::new() });
    assert_eq!(wish(&mut live, "s0", over(none)), Err(No::Reason));
    wish(&mut live, "s", over(Overrule::Strike(Struck { order: struck, reason: reason() }))).unwrap();
    let played = &live.game().played()[0];
    assert!(!played.docket.orders().contains(&struck) && played.docket.orders().contains(&order));
    assert_eq!((live.room().turn, played.sealed[0].by), (Turn(1), GivenBy::Person));
    assert_ne!(live.game().digest(), before);
    glass.holds(&live);

    // A holding stands in the place of the law's answer, and what it would have cost is not charged.
    let held = Holding { order, verdict: Overall::Unlawful, reason: reason() };
    wish(&mut live, "h", over(Overrule::Hold(held))).unwrap();
    let played = &live.game().played()[0];
    let place = played.docket.orders().iter().position(|one| *one == order).unwrap();
    let ruling = played
        .record
        .rulings
        .iter()
        .find(|ruling| matches!(ruling.matter, demarche::sim::legal::Matter::Order(at) if at.index() == place));
    assert_eq!(ruling.unwrap().verdict, Overall::Unlawful);
    assert_eq!(played.taken.struck.len(), 1, "what was struck stays struck");
    glass.holds(&live);

    // A correction has the last word of the turn, and its event says whose it is.
    let legitimacy = live.game().present().states[0].legitimacy;
    let push = Push::Shift { state: MIRAVEL, gauge: Gauge::Legitimacy, by: -100 };
    wish(&mut live, "c", over(Overrule::Correct(Correction { push, reason: reason() }))).unwrap();
    assert_eq!(live.game().present().states[0].legitimacy, legitimacy.shifted(-100));
    assert!(live.game().played()[0].record.events.iter().any(|event| event.cause == Cause::WhiteCell));
    let unknown = Push::Asset { asset: AssetId(99), function: Function::None };
    let unknown = Overrule::Correct(Correction { push: unknown, reason: reason() });
    assert_eq!(wish(&mut live, "c2", over(unknown)), Err(No::Nothing));
    glass.holds(&live);
    for key in ["u1", "u2", "u3"] {
        wish(&mut live, key, Wish::Undo).unwrap();
    }
    assert_eq!((live.game().digest(), live.room().turn), (before, Turn(1)));
    glass.holds(&live);
}

fn plan(when: When, does: Vec<Push>) -> Plan {
    Plan { title: "A leak".into(), text: "A paper prints it.".into(), to: StateSet::of(MIRAVEL), when, does }
}

#[test]
fn events_of_the_master_list_are_told_when_due_and_taken_up_by_the_turn() {
    let (mut live, glass) = watched();
    let tension = |live: &Live<Glass>| live.game().present().ties[0].tension;
    let push = Push::Bend { one: MIRAVEL, other: TESK, gauge: TieGauge::Tension, by: 300 };
    let loud = When::Tension { one: TESK, other: MIRAVEL, at_least: Permille::clamped(250) };
    let plans = vec![
        plan(When::Turn(Turn(1)), vec![push]),
        plan(loud, vec![]),
        plan(When::ByHand, vec![Push::Reveal { incident: IncidentId(0), to: StateSet::ALL }]),
        plan(When::Public(IncidentId(0)), vec![]),
    ];
    let odd = vec![plan(When::Turn(Turn(9)), vec![])];
    assert!(matches!(wish(&mut live, "p0", Wish::Plan(odd)), Err(No::Unplanned(1, _))));
    let empty = vec![Plan { title: "Nothing".into(), ..Plan { text: String::new(), ..plan(When::ByHand, vec![]) } }];
    assert!(matches!(wish(&mut live, "p1", Wish::Plan(empty)), Err(No::Unplanned(1, _))));
    wish(&mut live, "p", Wish::Plan(plans)).unwrap();
    let told =
        |live: &Live<Glass>| live.room().plans.iter().map(|one| one.given.map(|(turn, _)| turn.0)).collect::<Vec<_>>();
    assert_eq!(told(&live), [None, None, None, None]);
    let stamps = |live: &Live<Glass>| (live.room().stamp(MIRAVEL), live.room().stamp(TESK));
    let calm = tension(&live);
    end(&mut live);
    assert_eq!(told(&live), [Some(1), None, None, None]);
    assert_eq!(live.room().bulletins(Some(MIRAVEL)).len(), 1);
    assert!(live.room().bulletins(Some(TESK)).is_empty() && live.room().bulletins(None).is_empty());
    let before = stamps(&live);
    wish(&mut live, "g", Wish::Give(2)).unwrap();
    assert_eq!(wish(&mut live, "g2", Wish::Give(2)), Err(No::NotWaiting));
    assert!(stamps(&live).0 > before.0 && stamps(&live).1 == before.1, "only who is told hears of it");
    glass.holds(&live);
    end(&mut live);
    assert!(tension(&live) > calm, "the turn took it up");
    assert!(live.game().present().incidents[0].known_to.is_public());
    assert_eq!(told(&live), [Some(1), Some(2), Some(1), Some(2)], "conditions are asked every morning");
    assert_eq!(wish(&mut live, "d", Wish::Drop(0)), Err(No::NotWaiting), "a turn has taken it up");
    glass.holds(&live);
    // Gone back to, a turn takes the same events up again, and what was told after it waits again.
    let after = live.game().digest();
    wish(&mut live, "b", back(2)).unwrap();
    assert_eq!(told(&live), [Some(1), None, Some(1), None]);
    glass.holds(&live);
    end(&mut live);
    assert_eq!(live.game().digest(), after);
    // Dropped in time, it is as if it had not been.
    wish(&mut live, "b2", back(2)).unwrap();
    wish(&mut live, "d2", Wish::Drop(0)).unwrap();
    end(&mut live);
    assert_ne!(live.game().digest(), after);
    glass.holds(&live);
    assert!(matches!(live.room().clock, Clock::Runs(_)));
}

#[test]
fn only_the_facilitator_goes_back_overrules_and_plans() {
    let (mut live, _) = watched();
    end(&mut live);
    let order = live.game().played()[0].docket.orders()[0];
    let strike = Overrule::Strike(Struck { order, reason: reason() });
    let wishes = [
        back(1),
        Wish::Overrule { turn: Turn(1), overrule: strike },
        Wish::Undo,
        Wish::Plan(vec![plan(When::ByHand, vec![])]),
        Wish::Give(0),
        Wish::Drop(0),
    ];
    for (nth, wish) in wishes.into_iter().enumerate() {
        let answer = live.apply(&[by_person(1, &format!("w{nth}"), wish)], NOW).pop().unwrap();
        assert!(matches!(answer, Err(Stuck::No(No::NotFacilitator))), "{nth}: {answer:?}");
    }
}

#[test]
fn a_game_is_forked_with_what_the_facilitator_put_into_its_past() {
    let (mut live, _) = watched();
    let push = Push::Asset { asset: AssetId(1), function: Function::Interrupted };
    wish(&mut live, "p", Wish::Plan(vec![plan(When::Turn(Turn(0)), vec![push]), plan(When::ByHand, vec![])])).unwrap();
    end(&mut live);
    end(&mut live);
    let fork = Glass::default();
    let mut game = live.game().fork(Turn(1)).unwrap();
    game.vacate();
    let mut copy = Live::begin(game, LENGTH, fork.clone()).unwrap();
    wish(&mut copy, "plans", Wish::Plan(live.room().waiting_at(Turn(1)))).unwrap();
    assert_eq!((copy.room().turn, copy.room().clock, copy.room().people.len()), (Turn(1), Clock::Waiting, 0));
    assert_eq!(copy.game().digest(), live.game().played()[0].record.digest);
    assert_eq!(copy.room().plans.len(), 1, "what waits, waits there too");
    fork.holds(&copy);
    assert!(live.game().fork(Turn(3)).is_err(), "a turn that has not come");
}
