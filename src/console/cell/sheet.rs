//! Everything the white cell's screens show of one game, the truth included: plain data, made beside the frame.

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::console::map::Scene;
use crate::law::Overall;
use crate::server::WhiteCell;
use crate::server::white_cell::put_in;
use crate::session::desk::{Approval, Moment, Office, PersonId, StandingOrders};
use crate::session::entry::Message;
use crate::session::game::Played;
use crate::session::live::Shown;
use crate::session::room::{Clock, Planned, Seated};
use crate::sim::Order;
use crate::sim::legal::Matter;
use crate::sim::polity::Gauge;
use crate::sim::relations::Tie;
use crate::view::PUBLIC;
use crate::wire::plan::{self, spoken};
use crate::words::text::capitalised;
use crate::words::{Telling, Words};

/// A State's seat.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which.
    pub state: StateId,
    /// By name.
    pub name: String,
    /// Who sits there, each with office and presence; whether that is its head.
    pub people: Vec<(PersonId, String, bool)>,
    /// How many orders it has given.
    pub orders: usize,
    /// How it stands.
    pub stands: String,
    /// What it leaves to its agent, if anything.
    pub standing: Option<String>,
    /// Whether it is in the hands of its agent.
    pub with_agent: bool,
}

/// An act of the turn played last.
#[derive(Clone, Debug)]
pub struct Act {
    /// The order.
    pub order: Order,
    /// In words.
    pub text: String,
    /// What the law, or the facilitator, held it to be.
    pub verdict: Option<(Overall, String)>,
}

/// The turn played last.
#[derive(Clone, Debug)]
pub struct Past {
    /// Which.
    pub turn: Turn,
    /// What the papers printed.
    pub headline: String,
    /// What was done.
    pub acts: Vec<Act>,
    /// What was refused, and why.
    pub refused: Vec<String>,
    /// What the facilitator has put into it.
    pub put_in: Vec<String>,
}

/// An event of the master list.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its number.
    pub nth: u16,
    /// When it is due, and to whom it is told.
    pub when: [String; 2],
    /// What it is called, says and does.
    pub what: [String; 3],
    /// What became of it.
    pub status: String,
    /// Whether it can be told now.
    pub can_give: bool,
    /// Whether it can be taken off.
    pub can_drop: bool,
}

/// A letter of the inbox.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its number.
    pub nth: u32,
    /// The letter itself, for an answer.
    pub message: Message,
    /// Whose State.
    pub from: String,
    /// From whom to whom, in which turn.
    pub head: String,
    /// What it says.
    pub text: String,
    /// What it may be: message and word.
    pub flags: Vec<(String, String)>,
    /// Whether it is hidden from its readers.
    pub is_hidden: bool,
    /// Whether it has been read.
    pub is_read: bool,
    /// Everybody of its thread.
    pub parties: StateSet,
}

/// Somebody in the class.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// By name.
    pub name: String,
    /// Where.
    pub place: String,
    /// In which office.
    pub office: Office,
    /// The office by name.
    pub office_name: String,
    /// Whether they are here.
    pub here: String,
    /// When they last did anything.
    pub last: String,
    /// How many orders and messages they gave.
    pub done: [usize; 2],
}

/// One of the worlds that the secret opens.
#[derive(Clone, Debug)]
pub struct World {
    /// Its code.
    pub code: String,
    /// Which turn of how many.
    pub turn: String,
    /// The clock; nothing if it is over.
    pub clock: Option<Clock>,
    /// Persons, States ready, acts of the past turn.
    pub counts: [usize; 3],
    /// The highest pair on the ladder.
    pub top: String,
    /// What the papers printed.
    pub headline: String,
    /// What is really so.
    pub truth: String,
}

/// Two States on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// One.
    pub low: StateId,
    /// The other.
    pub high: StateId,
    /// The step on which they stand.
    pub step: u8,
}

/// One game in the facilitator's eyes.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The crisis.
    pub title: String,
    /// The code by which one joins.
    pub code: String,
    /// The turn to be played next.
    pub turn: Turn,
    /// How many there are.
    pub turns: u16,
    /// Whether the last has been played.
    pub over: bool,
    /// The clock.
    pub clock: Clock,
    /// Why nothing is kept now, if so.
    pub halted: Option<String>,
    /// The rule by which orders are sent.
    pub approval: Approval,
    /// Who has not completed their orders.
    pub readiness: String,
    /// Before the class begins, who is not ready for it.
    pub unprepared: Vec<String>,
    /// What is really so.
    pub truth: String,
    /// Every State's seat.
    pub places: Vec<Place>,
    /// Orders given for this turn.
    pub sealed: Vec<String>,
    /// The turn before.
    pub past: Option<Past>,
    /// Whether a change can be taken back.
    pub can_undo: bool,
    /// Every pair on the ladder, the hottest first. There are thousands in a large world, so only those before one's eyes are
    /// told in words.
    pub ladder: Vec<Pair>,
    /// The world in truth.
    pub scene: Scene,
    /// The master list.
    pub events: Vec<Event>,
    /// The inbox, the unread and urgent first.
    pub letters: Vec<Letter>,
    /// Everybody.
    pub people: Vec<Person>,
    /// States that ask for more time.
    pub pleas: Vec<(StateId, String)>,
    /// How effects are written, and what things are called here.
    pub notation: Vec<[String; 2]>,
    /// Every world that the secret opens; none while nobody compares them, for each is a game of its own to be told.
    pub worlds: Vec<World>,
}

impl Cell {
    /// What there is to see of a game.
    pub fn of(words: &Words, desk: &WhiteCell, worlds: &[WhiteCell]) -> Self {
        let shown = desk.shown();
        let staged = shown.position.staged();
        let (situation, truth, past) = shown.position.truth();
        let room = &shown.room;
        let orders = past.map(|(played, _)| played.docket.orders()).unwrap_or_default();
        let cast = &staged.scenario.cast;
        let telling = Telling { words, rules: &staged.rulebook, cast, scene: situation, orders };
        let states = (0..room.desks.len()).map(StateId::at);
        let sealed = room.desks.iter().flat_map(|desk| &desk.orders);
        let plea = |(state, person): (StateId, PersonId)| {
            let who = room.seated(person).map_or("", |seated| seated.person.name.as_str());
            let state_name = telling.state(state);
            (state, words.say_with("desk-time-by", &[("state", (&state_name).into()), ("name", who.into())]))
        };
        Self {
            title: staged.scenario.title.clone(),
            code: desk.code().to_owned(),
            turn: room.turn,
            turns: staged.scenario.turns,
            over: room.over,
            clock: room.clock,
            halted: desk.halted(),
            approval: room.approval,
            readiness: telling.readiness(room),
            unprepared: if room.clock == Clock::Waiting { telling.unprepared(room) } else { Vec::new() },
            truth: truth.map_or_else(|| words.say("desk-truth-none"), str::to_owned),
            places: states.map(|state| place(words, &telling, desk, &shown, state)).collect(),
            sealed: sealed.map(|order| capitalised(&telling.order(order))).collect(),
            past: past.map(|(played, _)| self::past(&telling, played)),
            can_undo: room.can_undo(),
            ladder: ladder(&situation.ties),
            scene: Scene::of(&telling, None),
            events: (0_u16..).zip(room.plans.iter()).map(|(nth, one)| event(words, &shown, nth, one)).collect(),
            letters: letters(&telling, desk, &shown),
            people: room.people.iter().map(|one| person(&telling, desk, &shown, one)).collect(),
            pleas: room.pleas().map(plea).collect(),
            notation: notation(words, &shown),
            worlds: worlds.iter().map(|world| self::world(words, world)).collect(),
        }
    }
}

/// Every pair, the hottest first.
fn ladder(ties: &[Tie]) -> Vec<Pair> {
    let mut all: Vec<Pair> = ties.iter().map(|tie| Pair { low: tie.low, high: tie.high, step: tie.step }).collect();
    all.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.step), pair.low, pair.high));
    all
}

fn pair(telling: &Telling<'_>, low: StateId, high: StateId, step: u8) -> String {
    let (first, second) = (telling.state(low), telling.state(high));
    let words = telling.words;
    let pair = words.say_with("desk-pair", &[("first", (&first).into()), ("second", (&second).into())]);
    let name = telling.step(step);
    let step = words.say_with("desk-step", &[("step", u32::from(step).into()), ("name", name.into())]);
    format!("{pair}: {step}")
}

fn here(words: &Words, desk: &WhiteCell, person: PersonId) -> String {
    match desk.devices(person) {
        0 => words.say("desk-away"),
        1 => words.say("desk-present"),
        count => words.say_with("desk-devices", &[("count", count.into())]),
    }
}

fn place(words: &Words, telling: &Telling<'_>, desk: &WhiteCell, shown: &Shown, state: StateId) -> Place {
    let room = &shown.room;
    let own = &room.desks[state.index()];
    let person = |one: &Seated| {
        let (office, here) = (words.office(one.office), here(words, desk, one.person.id));
        (one.person.id, format!("{} ({office}, {here})", one.person.name), one.office == Office::Head)
    };
    let standing = (own.standing != StandingOrders::default())
        .then(|| words.standing_orders("desk-standing-orders", &own.standing));
    Place {
        state,
        name: telling.state(state),
        people: room.delegation(state).map(person).collect(),
        orders: own.orders.len(),
        stands: telling.standing(room, state, &|one| desk.devices(one.person.id) > 0),
        standing,
        with_agent: own.with_agent,
    }
}

fn past(telling: &Telling<'_>, played: &Played) -> Past {
    let record = &played.record;
    let act = |(nth, order): (usize, &Order)| {
        let is_its = |matter: Matter| matches!(matter, Matter::Order(at) if at.index() == nth);
        let ruling = record.rulings.iter().find(|ruling| is_its(ruling.matter));
        Act {
            order: *order,
            text: capitalised(&telling.order(order)),
            verdict: ruling.map(|ruling| (ruling.verdict, capitalised(&telling.words.verdict(ruling.verdict)))),
        }
    };
    Past {
        turn: record.turn,
        headline: telling.headline(record),
        acts: played.docket.orders().iter().enumerate().map(act).collect(),
        refused: played.docket.refusals().iter().map(|refused| telling.refused(refused)).collect(),
        put_in: put_in(telling, &played.taken),
    }
}

fn event(words: &Words, shown: &Shown, nth: u16, one: &Planned) -> Event {
    let room = &shown.room;
    let [when, to, title, text, does, _] = plan::write(&one.plan, None, &shown.position.staged().scenario.cast);
    let status = match one.given {
        _ if one.is_dropped => words.say("plans-dropped"),
        Some((turn, _)) => words.say_with("plans-told", &[("turn", (u32::from(turn.0) + 1).into())]),
        None => words.say("plans-waits"),
    };
    Event {
        nth,
        when: [when, to],
        what: [title, text, does],
        status,
        can_give: one.is_waiting() && !room.over && room.clock != Clock::Waiting,
        can_drop: !one.is_dropped && !room.over && one.given.is_none_or(|(turn, _)| turn == room.turn),
    }
}

fn letters(telling: &Telling<'_>, desk: &WhiteCell, shown: &Shown) -> Vec<Letter> {
    let words = telling.words;
    let one = |letter: crate::server::white_cell::Letter| {
        let message = letter.message;
        let from = telling.place(message.from);
        let writer = shown.room.seated(message.person).map_or("", |seated| seated.person.name.as_str());
        let to = if message.to.is_empty() { words.say("inbox-desk") } else { telling.places(message.to) };
        let turn = ("turn", (u32::from(message.turn.0) + 1).into());
        let args = [("from", (&from).into()), ("writer", writer.into()), ("to", (&to).into()), turn];
        Letter {
            nth: letter.nth,
            head: words.say_with("inbox-message", &args),
            parties: message.to.with(message.from),
            from,
            message,
            text: letter.text,
            flags: letter
                .flags
                .into_iter()
                .map(|id| {
                    let word = words.say(&id);
                    (id, word)
                })
                .collect(),
            is_hidden: letter.is_hidden,
            is_read: letter.is_read,
        }
    };
    desk.inbox(shown).into_iter().map(one).collect()
}

fn person(telling: &Telling<'_>, desk: &WhiteCell, shown: &Shown, one: &Seated) -> Person {
    let words = telling.words;
    let done = shown.room.activity.get(&one.person.id).copied().unwrap_or_default();
    let since: Moment = done.last.max(done.joined);
    let minutes = usize::try_from(since.until(desk.now()).0 / 60_000).unwrap_or(usize::MAX);
    Person {
        id: one.person.id,
        name: one.person.name.clone(),
        place: if one.state == PUBLIC { words.say("press-title") } else { telling.state(one.state) },
        office: one.office,
        office_name: words.office(one.office),
        here: here(words, desk, one.person.id),
        last: words.say_with("people-minutes", &[("minutes", minutes.into())]),
        done: [done.orders, done.messages],
    }
}

fn notation(words: &Words, shown: &Shown) -> Vec<[String; 2]> {
    let cast = &shown.position.staged().scenario.cast;
    let states: Vec<String> = cast.states.iter().map(|named| format!("{} ({})", named.name, named.code)).collect();
    let gauges: Vec<String> = Gauge::ALL.iter().map(spoken).collect();
    let how = ["notation-gauge", "notation-pair", "notation-asset", "notation-reveal"];
    let how = how.into_iter().map(|id| [String::new(), words.say(id)]);
    let names = [
        ("notation-states", states.join(", ")),
        ("notation-gauges", gauges.join(", ")),
        ("notation-assets", cast.assets.join(", ")),
        ("notation-incidents", cast.incidents.join(", ")),
    ];
    how.chain(names.map(|(id, all)| [words.say(id), all])).collect()
}

fn world(words: &Words, desk: &WhiteCell) -> World {
    let shown = desk.shown();
    let (room, staged) = (&shown.room, shown.position.staged());
    let (situation, truth, past) = shown.position.truth();
    let cast = &staged.scenario.cast;
    let telling = Telling { words, rules: &staged.rulebook, cast, scene: situation, orders: &[] };
    let top = situation.ties.iter().max_by_key(|tie| (tie.step, tie.tension));
    let turns = staged.scenario.turns;
    let turn = u32::from(room.turn.0 + 1).min(u32::from(turns));
    World {
        code: desk.code().to_owned(),
        turn: format!("{turn} / {turns}"),
        clock: (!room.over).then_some(room.clock),
        counts: [
            room.people.len(),
            room.desks.iter().filter(|desk| desk.ready).count(),
            past.map_or(0, |(played, _)| played.docket.orders().len()),
        ],
        top: top.map(|tie| pair(&telling, tie.low, tie.high, tie.step)).unwrap_or_default(),
        headline: past.map(|(played, record)| telling.of(played.docket.orders()).headline(record)).unwrap_or_default(),
        truth: truth.map(str::to_owned).unwrap_or_default(),
    }
}
