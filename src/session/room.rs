//! The room of a hosted game: who sits where, what each State has ordered so far, and the clock. Plain data that grows by
//! [`Entry`] alone, so that a host that is started again finds the room as it was.
//!
//! [`Room::decide`] says what a command comes to and changes nothing; [`Room::take`] lets it have happened.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::content::offices::Delegations;
use crate::content::scenario::Staged;
use crate::session::desk::{Approval, By, Deed, DeskLine, Key, Millis, Moment, Office, PersonId, StandingOrders};
use crate::session::entry::{Entry, Lock, Message, Person};
use crate::session::game::MOST_ORDERS;
use crate::session::journal::Line;
use crate::session::wish::{Command, LONGEST_KEY, LONGEST_MESSAGE, LONGEST_NAME, MOST_MESSAGES, No, Wish};
use crate::sim::Order;
use crate::view::PUBLIC;

mod lobby;
mod offices;
mod rights;
mod taking;
mod team;
mod time;
mod white_cell;

pub use offices::{Remits, remit};
pub use team::{Draft, Fate};
pub use time::Plea;
pub use white_cell::{Activity, Planned, Rework};

/// The most persons of one class.
pub const MOST_PEOPLE: usize = 250;
/// On how many devices a person can be; the oldest has to come back by the code.
const DEVICES: usize = 8;
/// The least a turn has left when the clock goes on.
const LEAST: Millis = Millis::minutes(1);

/// What a command comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It was done before, under the same key.
    Done,
    /// This happens.
    Do(Vec<Entry>),
    /// This happens, and the turn is played.
    Play(Vec<Entry>),
    /// This happens, and the game goes back to what it was, or plays its last turn again.
    Rework(Vec<Entry>, Rework),
}

/// A seat as it stands in this turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The orders so far, in the world's numbers.
    pub orders: Vec<Order>,
    /// Whether they are complete.
    pub ready: bool,
    /// Drafts before the team in this turn, in the order of their proposal.
    pub drafts: Vec<Draft>,
    /// Whether its agent plays it, whoever sits there.
    pub with_agent: bool,
    /// Whether it asked for more time in this turn, and what it was told.
    pub plea: Option<Plea>,
    /// What it leaves to its agent, if anything.
    pub standing: StandingOrders,
    /// How often anything changed that its persons can see: what their pages wait for.
    changes: u64,
}

/// How a class stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// It has not begun.
    #[default]
    Waiting,
    /// The turn ends by itself at a moment.
    Runs(Moment),
    /// The clock stands with so much left.
    Stands(Millis),
}

/// A seated person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    /// Who.
    pub person: Person,
    /// Where.
    pub state: StateId,
    /// In which office.
    pub office: Office,
    /// What their cookies open, oldest first.
    tokens: Vec<Lock>,
}

/// The room.
#[derive(Clone, Debug, Default)]
pub struct Room {
    /// How long a turn lasts.
    pub length: Millis,
    /// Who has to approve an order.
    pub approval: Approval,
    /// The offices that those are given who join a State after its head; without any they are advisers.
    pub dealt: Vec<Office>,
    /// The rules by which acts fall to offices.
    pub remits: Remits,
    /// Everybody, in the order of joining. A room is copied for whoever looks whenever anything changes, so what grows is
    /// shared between copies.
    pub people: Arc<Vec<Seated>>,
    /// Every State's desk.
    pub desks: Vec<Desk>,
    /// The clock.
    pub clock: Clock,
    /// The turn to be played next.
    pub turn: Turn,
    /// Whether the last turn has been played.
    pub over: bool,
    /// Every message, oldest first.
    pub messages: Arc<Vec<Message>>,
    /// The master list of events, in the order of planning.
    pub plans: Arc<Vec<Planned>>,
    /// What each person has done so far.
    pub activity: BTreeMap<PersonId, Activity>,
    /// What hidden messages said, by number; the messages themselves are empty.
    pub hidden: BTreeMap<u32, String>,
    /// Who has said, before the class began, that they are ready.
    prepared: BTreeSet<PersonId>,
    /// The orders that were on the desks when each turn was played.
    past: Vec<Arc<[Vec<Order>]>>,
    /// What stood before each step back and correction since a turn was last played onward.
    shelf: Vec<Arc<white_cell::Shelved>>,
    /// Whether the turn that follows is one played again.
    again: bool,
    /// Whoever is named by an entry whose seat follows.
    joining: Option<Person>,
    keys: BTreeMap<By, Arc<BTreeSet<Key>>>,
    /// How often anything changed that everybody can see.
    changes: u64,
    /// How often anything changed that only the press can see.
    told_to_press: u64,
}

impl Room {
    /// An empty room.
    pub fn new(states: usize, length: Millis) -> Self {
        Self { length, desks: vec![Desk::default(); states], ..Self::default() }
    }

    /// An empty room for a game: acts fall to offices by its rules, and its delegations are made up as its scenario says.
    pub fn of(staged: &Staged, length: Millis) -> Self {
        let Delegations { approval, offices } = &*staged.delegations;
        Self {
            approval: *approval,
            dealt: offices.clone().unwrap_or_default(),
            remits: Remits::of(&staged.rulebook),
            ..Self::new(staged.scenario.opening.states.len(), length)
        }
    }

    /// A person's place.
    pub fn seated(&self, id: PersonId) -> Option<&Seated> {
        self.people.iter().find(|seated| seated.person.id == id)
    }

    /// Whose token this is. Everybody's lock is tried, so that the time tells nothing.
    pub fn holder(&self, token: &str) -> Option<PersonId> {
        let own = Lock::of(token);
        let all = self.people.iter().flat_map(|one| one.tokens.iter().map(|token| (token, one.person.id)));
        all.fold(None, |found, (token, id)| if *token == own { Some(id) } else { found })
    }

    /// Whose re-entry code this is.
    pub fn owner(&self, code: &str) -> Option<PersonId> {
        let own = Lock::of(code);
        self.people.iter().fold(None, |found, one| if one.person.code == own { Some(one.person.id) } else { found })
    }

    /// Everybody in a State.
    pub fn delegation(&self, state: StateId) -> impl Iterator<Item = &Seated> {
        self.people.iter().filter(move |seated| seated.state == state)
    }

    /// Whether persons play a State's seat in this turn.
    pub fn is_peopled(&self, state: StateId) -> bool {
        self.desks.get(state.index()).is_some_and(|desk| !desk.with_agent) && self.delegation(state).next().is_some()
    }

    /// Whether every State with persons has completed its orders, and there is one.
    pub fn is_complete(&self) -> bool {
        let mut peopled = (0..self.desks.len()).map(StateId::at).filter(|state| self.is_peopled(*state)).peekable();
        let begun = !self.over && self.clock != Clock::Waiting;
        begun && peopled.peek().is_some() && peopled.all(|state| self.desks[state.index()].ready)
    }

    /// What changes whenever anything changes that a State's persons can see, and at no other time.
    pub fn stamp(&self, state: StateId) -> u64 {
        self.changes + self.desks.get(state.index()).map_or(self.told_to_press, |desk| desk.changes)
    }

    /// Whether a command of somebody was carried out under a key.
    pub fn knows(&self, by: By, key: &Key) -> bool {
        self.keys.get(&by).is_some_and(|keys| keys.contains(key))
    }

    /// How many commands of somebody were carried out.
    pub fn done(&self, by: By) -> usize {
        self.keys.get(&by).map_or(0, |keys| keys.len())
    }

    /// The orders that a State's persons have sealed for this turn; `None` leaves the seat to its agent.
    pub fn sealed(&self, state: StateId) -> Option<&[Order]> {
        let desk = self.desks.get(state.index())?;
        let given = self.is_peopled(state) && (desk.ready || !desk.orders.is_empty());
        given.then_some(desk.orders.as_slice())
    }

    /// What a command comes to now.
    ///
    /// # Errors
    /// Why it is not carried out.
    pub fn decide(&self, command: &Command, now: Moment) -> Result<Decision, No> {
        let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.';
        let Key(key) = &command.key;
        if key.is_empty() || key.len() > LONGEST_KEY || !key.chars().all(fits) {
            return Err(No::Key);
        }
        if self.knows(command.by, &command.key) {
            return Ok(Decision::Done);
        }
        let line = |deed| self.line(command, deed, now);
        let one = |deed| Ok(Decision::Do(vec![line(deed)]));
        let reopens = matches!(command.wish, Wish::StepBack { .. } | Wish::Overrule { .. } | Wish::Undo);
        if self.over && !reopens && !matches!(command.wish, Wish::Return { .. }) {
            return Err(No::Over);
        }
        match &command.wish {
            Wish::Return { person, .. } if self.seated(*person).is_none() => Err(No::Nothing),
            Wish::Return { person, token } => Ok(Decision::Do(vec![Entry::Token(*person, *token)])),
            Wish::Join { name, state, token, code } => self.join(name, *state, (*token, *code), line),
            Wish::Write { to, text } => {
                let (person, from) = self.writer(command.by)?;
                if self.clock == Clock::Waiting {
                    return Err(No::NotBegun);
                }
                let to = self.readers(from, *to)?;
                self.write(command, (person, from), to, text, now)
            }
            // The facilitator can be asked at any time.
            Wish::Appeal(text) => {
                let writer = self.writer(command.by)?;
                self.write(command, writer, StateSet::EMPTY, text, now)
            }
            Wish::Order { turn, order } => {
                let state = self.sender_at_work(command.by, *turn, order)?;
                if order.by != state {
                    return Err(No::Nothing);
                }
                let enough = self.desks[state.index()].orders.len() >= MOST_ORDERS;
                if enough { Err(No::TooMany) } else { one(Deed::Ordered(*order)) }
            }
            Wish::TakeBack { turn, place } => {
                let state = self.closer_at_work(command.by, *turn)?;
                let order = self.desks[state.index()].orders.get(usize::from(*place)).ok_or(No::Nothing)?;
                self.must_be_told(command.by, order)?;
                one(Deed::TookBack(*place))
            }
            Wish::Ready { turn, ready } => {
                self.closer_at_work(command.by, *turn)?;
                one(Deed::Ready(*ready))
            }
            Wish::Prepared(ready) => {
                let person = self.may_prepare(command.by)?;
                if self.is_prepared(person) == *ready { Ok(Decision::Done) } else { one(Deed::Prepared(*ready)) }
            }
            Wish::Instruct(orders) => {
                let desk = &self.desks[self.may_instruct(command.by)?.index()];
                if desk.standing == *orders { Ok(Decision::Done) } else { one(Deed::Instructed(orders.clone())) }
            }
            Wish::AskForTime { turn } => {
                self.may_plead(command.by, *turn)?;
                one(Deed::AskedForTime)
            }
            Wish::Propose { .. } | Wish::Voice { .. } | Wish::Withdraw { .. } => self.confer(command, line),
            _ if command.by != By::Facilitator && command.by != By::Host => Err(No::NotFacilitator),
            _ => self.facilitate(command, now),
        }
    }

    /// What somebody's command comes to, as a line of the journal.
    fn line(&self, command: &Command, deed: Deed, at: Moment) -> Entry {
        let (turn, by, key) = (self.turn, command.by, command.key.clone());
        Entry::Line(Line::Desk(DeskLine { turn, at, by, key, deed }))
    }

    /// A name as it is kept, if it is one and nobody else has it.
    fn name(&self, name: &str, of: Option<PersonId>) -> Result<String, No> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(No::Name);
        }
        let same = |one: &Seated| Some(one.person.id) != of && one.person.name.to_lowercase() == name.to_lowercase();
        if self.people.iter().any(same) { Err(No::NameTaken) } else { Ok(name) }
    }

    fn join(
        &self,
        name: &str,
        state: Option<StateId>,
        (token, code): (Lock, Lock),
        line: impl Fn(Deed) -> Entry,
    ) -> Result<Decision, No> {
        let name = self.name(name, None)?;
        if self.people.len() >= MOST_PEOPLE {
            return Err(No::Full);
        }
        let state = state.or_else(|| self.next_place()).ok_or(No::Nothing)?;
        if state.index() >= self.desks.len() && state != PUBLIC {
            return Err(No::Nothing);
        }
        let office = self.next_office(state);
        let id = PersonId(self.people.len() as u16 + 1);
        let person = Entry::Person(Person { id, name, code });
        Ok(Decision::Do(vec![person, line(Deed::Seated { person: id, state, office }), Entry::Token(id, token)]))
    }

    fn write(
        &self,
        command: &Command,
        (person, from): (PersonId, StateId),
        to: StateSet,
        text: &str,
        now: Moment,
    ) -> Result<Decision, No> {
        let text = text.trim().replace("\r\n", "\n");
        if text.is_empty() || text.chars().count() > LONGEST_MESSAGE {
            return Err(No::Text);
        }
        let sent = self.messages.iter().filter(|sent| sent.from == from && sent.turn == self.turn).count();
        if sent >= MOST_MESSAGES {
            return Err(No::TooManyMessages);
        }
        let key = command.key.clone();
        Ok(Decision::Do(vec![Entry::Message(Message { turn: self.turn, at: now, person, from, to, text, key })]))
    }

    /// What changes whenever anything changes that everybody can see.
    pub fn public_stamp(&self) -> u64 {
        self.changes
    }

    /// Whether the clock has run out.
    pub fn is_late(&self, now: Moment) -> bool {
        !self.over && matches!(self.clock, Clock::Runs(until) if now >= until)
    }
}
