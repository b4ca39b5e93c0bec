//! A hosted game behind its handle: what is acknowledged is kept, once, and a host that is started again goes on.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use demarche::base::id::StateId;
use demarche::base::{StateSet, Turn};
use demarche::session::chronicle::Ledger;
use demarche::session::desk::{By, Deed, Hands, Key, Millis, Moment, Office, PersonId};
use demarche::session::entry::{Entry, Lock, Register};
use demarche::session::game::GivenBy;
use demarche::session::handle::Notice;
use demarche::session::journal::{Journal, Line};
use demarche::session::live::{Live, Stuck};
use demarche::session::room::Clock;
use demarche::session::wish::{Command, No, Wish};
use demarche::session::{Rules, SessionHandle, replay};
use demarche::sim::Order;
use demarche::store::{Archive, StoreError};
use demarche::view::menu;

use crate::session::game;

pub(crate) const LENGTH: Millis = Millis::minutes(10);
pub(crate) const MIRAVEL: StateId = StateId(0);
pub(crate) const TESK: StateId = StateId(1);

pub(crate) fn by_person(nth: u16, key: &str, wish: Wish) -> Command {
    Command { by: By::Person(PersonId(nth)), key: Key(key.into()), wish }
}

pub(crate) fn by_desk(key: &str, wish: Wish) -> Command {
    Command { by: By::Facilitator, key: Key(key.into()), wish }
}

pub(crate) fn joining(name: &str, state: Option<StateId>) -> Command {
    let (token, code) = (Lock::of(&format!("token {name}")), Lock::of(&format!("code {name}")));
    Command {
        by: By::Host,
        key: Key(format!("join-{name}")),
        wish: Wish::Join { name: name.into(), state, token, code },
    }
}

/// A class of two with a person in each State of First Note, begun.
pub(crate) fn class<L: Ledger<Entry>>(ledger: L) -> Live<L> {
    let mut live = Live::begin(game("first-note", 3), LENGTH, ledger).unwrap();
    let commands = [joining("Ada", Some(MIRAVEL)), joining("Ben", Some(TESK)), by_desk("begin", Wish::Begin)];
    assert!(live.apply(&commands, Moment(1000)).iter().all(Result::is_ok));
    live
}

/// The most pressing act of a State, as an order.
pub(crate) fn pressing<L: Ledger<Entry>>(live: &Live<L>, state: StateId) -> Order {
    let view = live.shown().position.view(state);
    view.seal(&menu(&view).suggested[0]).unwrap()
}

/// The entries in the form in which a host finds them when it starts.
pub(crate) fn kept(entries: &[Entry]) -> (Journal, Register) {
    let mut register = Register::default();
    let mut lines = Vec::new();
    for entry in entries {
        match entry.clone() {
            Entry::Line(line) => lines.push(line),
            Entry::Person(person) => register.people.push(person),
            Entry::Token(person, token) => register.tokens.push((person, token)),
            Entry::Message(message) => register.messages.push(message),
            Entry::Renamed(person, name) => {
                register.people.iter_mut().filter(|one| one.id == person).for_each(|one| one.name.clone_from(&name));
            }
        }
    }
    (Journal::assemble((2..).zip(lines)).unwrap(), register)
}

/// A ledger that others can look into, and whose disk can be full.
#[derive(Clone, Default)]
pub(crate) struct Glass {
    pub(crate) entries: Arc<Mutex<Vec<Entry>>>,
    full: Arc<Mutex<bool>>,
}

#[derive(Debug, thiserror::Error)]
#[error("no room")]
pub(crate) struct NoRoom;

impl Ledger<Entry> for Glass {
    type Fault = NoRoom;

    fn append(&mut self, entries: &[Entry]) -> Result<(), NoRoom> {
        if *self.full.lock().unwrap() {
            return Err(NoRoom);
        }
        self.entries.lock().unwrap().extend_from_slice(entries);
        Ok(())
    }
}

impl Glass {
    fn orders(&self) -> usize {
        let is_order =
            |entry: &&Entry| matches!(entry, Entry::Line(Line::Desk(line)) if matches!(line.deed, Deed::Ordered(_)));
        self.entries.lock().unwrap().iter().filter(is_order).count()
    }
}

#[test]
fn a_retry_never_doubles_an_order() {
    let glass = Glass::default();
    let mut live = class(glass.clone());
    let order = pressing(&live, MIRAVEL);
    let once = by_person(1, "o1", Wish::Order { turn: Turn(0), order });
    for _ in 0..3 {
        assert!(live.apply(&[once.clone(), once.clone()], Moment(2000)).iter().all(Result::is_ok));
    }
    assert_eq!((live.room().desks[0].orders.len(), glass.orders()), (1, 1));
    // The same order under another key is another order, and somebody else's key is not one's own.
    assert!(live.apply(&[by_person(1, "o2", Wish::Order { turn: Turn(0), order })], Moment(2000))[0].is_ok());
    let other = pressing(&live, TESK);
    assert!(live.apply(&[by_person(2, "o1", Wish::Order { turn: Turn(0), order: other })], Moment(2000))[0].is_ok());
    assert_eq!(glass.orders(), 3);
}

#[test]
fn nobody_does_what_is_not_theirs_to_do() {
    let mut live = class(Vec::<Entry>::new());
    assert!(live.apply(&[joining("Cy", Some(MIRAVEL))], Moment(1500))[0].is_ok());
    assert_eq!(live.room().seated(PersonId(3)).unwrap().office, Office::Adviser);
    let order = pressing(&live, MIRAVEL);
    let turn = Turn(0);
    let cases = [
        (by_person(3, "a", Wish::Order { turn, order }), No::NotHead),
        (by_person(2, "b", Wish::Order { turn, order }), No::Nothing),
        (by_person(9, "c", Wish::Order { turn, order }), No::NotSeated),
        (by_person(1, "d", Wish::Order { turn: Turn(1), order }), No::TurnOver),
        (by_person(1, "e", Wish::End(turn)), No::NotFacilitator),
        (by_person(1, "f", Wish::Hand(TESK, Hands::Agent)), No::NotFacilitator),
        (by_person(1, "g", Wish::TakeBack { turn, place: 0 }), No::Nothing),
        (by_person(1, "h", Wish::Write { to: StateSet::of(MIRAVEL), text: "to myself".into() }), No::NoReader),
        (by_person(1, "i", Wish::Write { to: StateSet::of(TESK), text: "x".repeat(2001) }), No::Text),
        (joining("ada", None), No::NameTaken),
        (joining("blank", None), No::Name),
        (by_desk("no spaces", Wish::Stop), No::Key),
        (by_desk("j", Wish::Begin), No::Begun),
        (by_desk("k", Wish::End(Turn(2))), No::TurnOver),
    ];
    for (mut command, expected) in cases {
        if let Wish::Join { name, .. } = &mut command.wish {
            *name = name.replace("blank", " \t ");
        }
        let answer = live.apply(std::slice::from_ref(&command), Moment(2000)).pop().unwrap();
        assert!(matches!(&answer, Err(Stuck::No(no)) if *no == expected), "{command:?}: {answer:?}");
    }
    // A head that steps back can order no more, and the one that follows can.
    assert!(live.apply(&[by_desk("l", Wish::Appoint(PersonId(3)))], Moment(2000))[0].is_ok());
    assert!(live.apply(&[by_person(1, "m", Wish::Order { turn, order })], Moment(2000))[0].is_err());
    assert!(live.apply(&[by_person(3, "n", Wish::Order { turn, order })], Moment(2000))[0].is_ok());
}

#[test]
fn the_clock_ends_a_turn_and_whoever_was_silent_is_played_by_their_agent() {
    let mut live = class(Vec::<Entry>::new());
    let order = pressing(&live, MIRAVEL);
    assert!(live.apply(&[by_person(1, "o", Wish::Order { turn: Turn(0), order })], Moment(2000))[0].is_ok());
    live.tick(Moment(1000).after(Millis(LENGTH.0 - 1))).unwrap();
    assert_eq!(live.room().turn, Turn(0), "a second early");
    live.tick(Moment(1000).after(LENGTH)).unwrap();
    assert_eq!(live.room().turn, Turn(1));
    let sealed = &live.game().played()[0].sealed;
    assert_eq!((sealed[0].by, sealed[0].orders.as_slice()), (GivenBy::Person, [order].as_slice()));
    assert_eq!(sealed[1].by, GivenBy::StandingInstructions);
    assert!(live.room().desks.iter().all(|desk| desk.orders.is_empty()), "the next turn begins with clean desks");
    // A clock that stands ends nothing; one that is extended ends later.
    let now = Moment(1000).after(LENGTH);
    assert!(live.apply(&[by_desk("stop", Wish::Stop)], now)[0].is_ok());
    live.tick(now.after(Millis::minutes(60))).unwrap();
    assert_eq!((live.room().turn, live.room().clock), (Turn(1), Clock::Stands(LENGTH)));
    let now = now.after(Millis::minutes(60));
    let commands = [by_desk("go", Wish::GoOn), by_desk("more", Wish::Extend(Millis::minutes(3)))];
    assert!(live.apply(&commands, now).iter().all(Result::is_ok));
    assert_eq!(live.room().clock, Clock::Runs(now.after(LENGTH).after(Millis::minutes(3))));
}

#[test]
fn a_seat_handed_to_its_agent_is_played_by_it_and_comes_back() {
    let mut live = class(Vec::<Entry>::new());
    let order = pressing(&live, MIRAVEL);
    let commands = [
        by_person(1, "o", Wish::Order { turn: Turn(0), order }),
        by_desk("hand", Wish::Hand(MIRAVEL, Hands::Agent)),
        by_desk("end", Wish::End(Turn(0))),
    ];
    assert!(live.apply(&commands, Moment(2000)).iter().all(Result::is_ok));
    assert_eq!(live.game().played()[0].sealed[0].by, GivenBy::StandingInstructions);
    let order = pressing(&live, MIRAVEL);
    let again = |key: &str| by_person(1, key, Wish::Order { turn: Turn(1), order });
    assert!(matches!(live.apply(&[again("p")], Moment(2000))[0], Err(Stuck::No(No::WithAgent))));
    assert!(live.apply(&[by_desk("back", Wish::Hand(MIRAVEL, Hands::People)), again("q")], Moment(2000))[1].is_ok());
}

#[test]
fn nothing_is_acknowledged_or_shown_before_it_is_kept_and_nothing_is_kept_twice() {
    let glass = Glass::default();
    let mut live = class(glass.clone());
    let order = pressing(&live, MIRAVEL);
    let command = by_person(1, "o", Wish::Order { turn: Turn(0), order });
    *glass.full.lock().unwrap() = true;
    for _ in 0..3 {
        let answer = live.apply(std::slice::from_ref(&command), Moment(2000)).pop().unwrap();
        assert!(matches!(answer, Err(Stuck::Ledger(_))), "{answer:?}");
        assert!(live.tick(Moment(2000)).is_err());
    }
    assert_eq!(glass.orders(), 0);
    *glass.full.lock().unwrap() = false;
    assert!(live.apply(&[command], Moment(2000))[0].is_ok());
    assert_eq!(glass.orders(), 1);
}

#[test]
fn a_host_that_is_started_again_finds_the_room_the_game_and_every_seat() {
    let glass = Glass::default();
    let mut live = class(glass.clone());
    let order = pressing(&live, MIRAVEL);
    let text = "Shall we talk?".to_owned();
    let commands = [
        by_person(1, "o", Wish::Order { turn: Turn(0), order }),
        by_desk("end", Wish::End(Turn(0))),
        by_person(2, "w", Wish::Write { to: StateSet::of(MIRAVEL), text }),
        Command {
            by: By::Host,
            key: Key("return-1".into()),
            wish: Wish::Return { person: PersonId(2), token: Lock::of("second phone") },
        },
        by_person(2, "a", Wish::Appeal("Is this so?".into())),
        by_desk("hide", Wish::Hide { message: 0, hidden: true }),
        by_desk("name", Wish::Rename { person: PersonId(2), name: "Benno".into() }),
        by_person(2, "r", Wish::Ready { turn: Turn(1), ready: true }),
    ];
    assert!(live.apply(&commands, Moment(9000)).iter().all(Result::is_ok));
    let (journal, register) = kept(&glass.entries.lock().unwrap());
    assert!(!serde_json::to_string(&journal.header).unwrap().contains("Ada"), "the journal holds no names");
    let mut again = Live::resume(&journal, register, LENGTH, glass.clone(), Moment(60_000)).unwrap();
    again.tick(Moment(60_000)).unwrap();
    assert_eq!(again.game().digest(), live.game().digest());
    assert_eq!(again.room().people, live.room().people);
    assert_eq!(again.room().desks[1].ready, live.room().desks[1].ready);
    assert_eq!(again.room().messages, live.room().messages);
    assert_eq!((&again.room().hidden, &again.room().activity), (&live.room().hidden, &live.room().activity));
    assert_eq!(live.room().hidden.len(), 1);
    assert_eq!(again.room().holder("token Ada"), Some(PersonId(1)));
    assert_eq!(again.room().holder("second phone"), Some(PersonId(2)));
    assert_eq!(again.room().owner("code Ben"), Some(PersonId(2)));
    assert_eq!(again.room().holder("token Eve"), None);
    let Clock::Stands(left) = again.room().clock else { panic!("the clock ran while nobody was there") };
    assert_eq!(left, Moment(60_000).until(Moment(9000).after(LENGTH)));
    // What was acknowledged before stays done, and both play on alike.
    assert!(again.apply(&commands[..1], Moment(70_000))[0].is_ok());
    assert!(again.room().desks[0].orders.is_empty());
    while !live.room().over {
        let end = by_desk(&format!("end-{}", live.room().turn.0), Wish::End(live.room().turn));
        assert!(live.apply(std::slice::from_ref(&end), Moment(80_000))[0].is_ok());
        assert!(again.apply(&[end], Moment(80_000))[0].is_ok());
    }
    assert_eq!(again.game().digest(), live.game().digest());
}

#[test]
fn the_handle_answers_after_the_ledger_and_tells_what_is_shown() {
    let glass = Glass::default();
    let live = class(glass.clone());
    let order = pressing(&live, MIRAVEL);
    let (tell, told) = channel();
    let handle = SessionHandle::host("test", live, move |notice| _ = tell.send(notice)).unwrap();
    assert!(matches!(told.recv().unwrap(), Notice::Changed(shown) if shown.room.desks[0].orders.is_empty()));
    let (answer, answered) = channel();
    for nth in 0..50 {
        let command = by_person(1, &format!("o{nth}"), Wish::Order { turn: Turn(0), order });
        let (answer, glass) = (answer.clone(), glass.clone());
        // How many orders were kept when the answer came: never fewer than were answered.
        handle.send(command, Moment(2000), Box::new(move |done| _ = answer.send((done.is_ok(), glass.orders()))));
    }
    for nth in 1..=50 {
        let (done, orders) = answered.recv().unwrap();
        assert!(done && orders >= nth, "answer {nth} came when {orders} were kept");
    }
    *glass.full.lock().unwrap() = true;
    handle.tick(Moment(1000).after(LENGTH));
    assert!(
        std::iter::from_fn(|| told.recv().ok())
            .any(|notice| matches!(notice, Notice::Halted(why) if why.contains("no room")))
    );
    *glass.full.lock().unwrap() = false;
    handle.tick(Moment(1000).after(LENGTH));
    let shown = std::iter::from_fn(|| told.recv().ok()).find_map(|notice| match notice {
        Notice::Changed(shown) => Some(shown),
        Notice::Halted(_) => None,
    });
    assert_eq!(shown.unwrap().room.turn, Turn(1));
}

#[test]
fn the_database_is_durable_and_gives_back_what_it_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::open(folder.path()).unwrap();
    assert_eq!(archive.durability().unwrap(), ("wal".to_owned(), 2), "write-ahead log, synchronous=FULL");
    let busy = Archive::open(folder.path());
    assert!(matches!(busy, Err(StoreError::Busy(_))), "{busy:?}");
    let mut live = class(archive.add("CODE22", LENGTH, &[Lock::of("desk")]).unwrap());
    let order = pressing(&live, MIRAVEL);
    let commands = [
        by_person(1, "o", Wish::Order { turn: Turn(0), order }),
        by_person(2, "w", Wish::Write { to: StateSet::of(MIRAVEL), text: "‘é’ <b>".into() }),
        by_desk("end", Wish::End(Turn(0))),
    ];
    assert!(live.apply(&commands, Moment(9000)).iter().all(Result::is_ok));
    let digest = live.game().digest();
    let people = live.room().people.clone();
    drop(live);
    drop(archive);

    let bytes = std::fs::read(folder.path().join("host.db")).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(
        holds("Ada") && !holds("token Ada") && !holds("code Ada") && !holds("desk\0"),
        "secrets are kept as digests"
    );

    let archive = Archive::open(folder.path()).unwrap();
    let hosted = archive.games().unwrap().pop().unwrap();
    assert_eq!((hosted.code.as_str(), hosted.length, hosted.facilitators.len()), ("CODE22", LENGTH, 1));
    assert!(hosted.facilitators[0].opens_to("desk") && !hosted.facilitators[0].opens_to("chair"));
    assert_eq!(hosted.register.messages[0].text, "‘é’ <b>");
    let (book, parsed) = archive.book(&hosted).unwrap();
    // The rows are the lines of a journal file, to the byte.
    let file = folder.path().join("journal.dmj");
    std::fs::write(&file, &hosted.text).unwrap();
    assert_eq!(demarche::store::read(&file).unwrap().journal, parsed.journal);
    assert_eq!(replay(&parsed.journal, Rules::Same).unwrap().difference, None);
    let mut again = Live::resume(&parsed.journal, hosted.register, LENGTH, book, Moment(9000)).unwrap();
    assert_eq!((again.game().digest(), &again.room().people), (digest, &people));
    assert!(again.apply(&[by_desk("go", Wish::GoOn), by_desk("end-2", Wish::End(Turn(1)))], Moment(9500))[1].is_ok());
    drop(again);
    let (_, parsed) = archive.book(&archive.games().unwrap()[0]).unwrap();
    assert_eq!(parsed.journal.turns().len(), 2);
}

#[test]
fn a_newer_or_a_foreign_database_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("host.db");
    drop(Archive::open(folder.path()).unwrap());
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    assert!(matches!(Archive::open(folder.path()), Err(StoreError::Newer { found: 99, .. })));
    std::fs::remove_file(&path).unwrap();
    let foreign = rusqlite::Connection::open(&path).unwrap();
    foreign.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(foreign);
    assert!(matches!(Archive::open(folder.path()), Err(StoreError::Foreign(_))));
    std::fs::write(&path, "a rose is a rose is a rose ".repeat(80)).unwrap();
    assert!(matches!(Archive::open(folder.path()), Err(StoreError::Foreign(_))));
}

/// The formats as SQL, for as long as this program lives. A later one has to open them.
#[test]
fn databases_of_earlier_formats_are_brought_up_to_date() {
    // The second keeps what the facilitator has read; of the first nothing counts as read.
    for (format, before) in [("first", vec![]), ("second", vec![0, 2])] {
        let folder = tempfile::tempdir().unwrap();
        let kept = rusqlite::Connection::open(folder.path().join("host.db")).unwrap();
        kept.execute_batch(&std::fs::read_to_string(format!("tests/stores/{format}.sql")).unwrap()).unwrap();
        drop(kept);
        let archive = Archive::open(folder.path()).unwrap();
        let hosted = archive.games().unwrap().pop().unwrap();
        assert_eq!((hosted.code.as_str(), hosted.length), ("FRST22", LENGTH), "{format}");
        let register = &hosted.register;
        let names: Vec<&str> = register.people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!((names, register.tokens.len()), (vec!["Ada", "Ben"], 2));
        assert_eq!((register.messages[0].from, register.messages[0].text.as_str()), (TESK, "Shall we talk?"));
        assert_eq!(archive.book(&hosted).unwrap().1.journal.desk().count(), 4);
        assert_eq!(hosted.read.iter().copied().collect::<Vec<u32>>(), before, "{format}");
        // What is read stays so, in a database that is opened again as one of today's.
        for messages in [&[0, 2][..], &[2]] {
            archive.mark_read("FRST22", messages).unwrap();
        }
        archive.mark_read("NOBODY", &[1]).unwrap();
        // The game goes on in it.
        let (mut book, _) = archive.book(&hosted).unwrap();
        let deed = Deed::Agreed(demarche::session::desk::Approval::Anyone);
        let key = Key("later".into());
        let line = demarche::session::desk::DeskLine { turn: Turn(0), at: Moment(9), by: By::Host, key, deed };
        book.append(&[Entry::Line(Line::Desk(line))]).unwrap();
        drop((book, archive));
        let again = Archive::open(folder.path()).unwrap();
        let hosted = again.games().unwrap().pop().unwrap();
        assert_eq!(hosted.read.iter().copied().collect::<Vec<u32>>(), [0, 2]);
        assert_eq!(again.book(&hosted).unwrap().1.journal.desk().count(), 5);
    }
}
