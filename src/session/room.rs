//! The room of a hosted game: who sits where, what each State has ordered so far, and the clock. Plain data that grows by
//! [`Entry`] alone, so that a host that is started again finds the room as it was.
//!
//! [`Room::decide`] says what a command comes to and changes nothing; [`Room::take`] lets it have happened.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::{
    Approval, By, Deed, DeskLine, Hands, Key, Millis, Moment, Office, PersonId, StandingOrders,
};
use crate::session::entry::{Entry, Lock, Message, Person};
use crate::session::game::MOST_ORDERS;
use crate::session::journal::Line;
use crate::session::wish::{Command, LONGEST_KEY, LONGEST_MESSAGE, LONGEST_NAME, MOST_MESSAGES, No, Wish};
use crate::sim::Order;
use crate::sim::rulebook::Rulebook;
use crate::view::PUBLIC;

mod offices;
mod rights;
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

    /// The same, in which acts fall to offices by a game's rules.
    #[must_use]
    pub fn under(self, rules: &Arc<Rulebook>) -> Self {
        Self { remits: Remits::of(rules), ..self }
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

    /// Lets an entry have happened. Entries of a journal that hangs together never fail; what names nobody is passed over.
    pub fn take(&mut self, entry: &Entry) {
        match entry {
            Entry::Person(person) => self.joining = Some(person.clone()),
            Entry::Token(person, token) => {
                if let Some(seated) = Arc::make_mut(&mut self.people).iter_mut().find(|one| one.person.id == *person) {
                    seated.tokens.push(*token);
                    let old = seated.tokens.len().saturating_sub(DEVICES);
                    seated.tokens.drain(..old);
                }
            }
            Entry::Message(message) => {
                self.remember(By::Person(message.person), &message.key);
                if message.to.is_public() {
                    self.changes += 1;
                } else {
                    message.to.with(message.from).iter().for_each(|state| self.touch(state));
                }
                self.activity.entry(message.person).or_default().wrote(message.at);
                Arc::make_mut(&mut self.messages).push(message.clone());
                // A host that is started again hears of what was hidden before it hears of the messages.
                let last = self.messages.len() as u32 - 1;
                if self.hidden.contains_key(&last) {
                    self.hide(last, true);
                }
            }
            Entry::Renamed(person, name) => {
                let all = Arc::make_mut(&mut self.people);
                let Some(seated) = all.iter_mut().find(|one| one.person.id == *person) else { return };
                seated.person.name.clone_from(name);
                let state = seated.state;
                self.touch(state);
            }
            Entry::Line(Line::Desk(line)) => self.take_line(line),
            Entry::Line(Line::Turn(turn)) => {
                self.turn = Turn(turn.record.turn.0 + 1);
                match self.shelf.last() {
                    // Played again, it is the same turn by the same orders.
                    Some(shelved) if self.again => self.past.push(shelved.last.clone()),
                    _ => {
                        self.shelf.clear();
                        self.past.push(self.desks.iter().map(|desk| desk.orders.clone()).collect());
                    }
                }
                self.again = false;
                self.lay(&[]);
            }
            Entry::Line(Line::End(_)) => {
                self.over = true;
                self.changes += 1;
            }
            Entry::Line(Line::Header(_)) => {}
        }
    }

    /// Lays orders on the desks; where there are none, the desks are empty.
    fn lay(&mut self, orders: &[Vec<Order>]) {
        for (place, desk) in self.desks.iter_mut().enumerate() {
            desk.orders = orders.get(place).cloned().unwrap_or_default();
            desk.ready = false;
            desk.drafts.clear();
            desk.plea = None;
        }
        self.changes += 1;
    }

    /// Notes that something was done, and says for which State if a person did it.
    fn note(&mut self, line: &DeskLine) -> Option<StateId> {
        self.remember(line.by, &line.key);
        let By::Person(person) = line.by else { return None };
        let ordered = matches!(line.deed, Deed::Ordered(_));
        self.activity.entry(person).or_default().did(line.at, ordered);
        self.seated(person).map(|seated| seated.state)
    }

    fn take_line(&mut self, line: &DeskLine) {
        self.again = false;
        let own = self.note(line);
        if let (By::Person(person), Some(state)) = (line.by, own) {
            match &line.deed {
                Deed::Proposed(order) => return self.propose(person, state, *order),
                Deed::Voiced { draft, voice, word } => {
                    return self.voice(person, state, *draft, (*voice, word.clone()));
                }
                Deed::AskedForTime => return self.hear(state, Plea::Asked(person)),
                _ => {}
            }
        }
        let desk = own.and_then(|state| self.desks.get_mut(state.index()));
        match (&line.deed, desk) {
            (Deed::Withdrew { draft }, Some(desk)) => Self::withdraw(desk, *draft),
            (Deed::Agreed(approval), _) => {
                self.approval = *approval;
                self.changes += 1;
            }
            (Deed::Seated { person, state, office }, _) => {
                self.activity.entry(*person).or_default().joined = line.at;
                if let Some(person) = self.joining.take_if(|joining| joining.id == *person) {
                    Arc::make_mut(&mut self.people).push(Seated {
                        person,
                        state: *state,
                        office: *office,
                        tokens: Vec::new(),
                    });
                }
                self.touch(*state);
            }
            (Deed::Appointed { person }, _) => self.assign(*person, Office::Head),
            (Deed::Assigned { person, office }, _) => self.assign(*person, *office),
            (Deed::Dealt(offices), _) => self.dealt.clone_from(offices),
            (Deed::Ordered(order), Some(desk)) => {
                desk.orders.push(*order);
                desk.ready = false;
                desk.changes += 1;
            }
            (Deed::TookBack(place), Some(desk)) => {
                if usize::from(*place) < desk.orders.len() {
                    desk.orders.remove(usize::from(*place));
                }
                desk.ready = false;
                desk.changes += 1;
            }
            (Deed::Instructed(orders), Some(desk)) => {
                desk.standing.clone_from(orders);
                desk.changes += 1;
            }
            (Deed::Ready(ready), Some(desk)) => {
                desk.ready = *ready;
                desk.changes += 1;
            }
            (Deed::Runs { until }, _) => self.show(Clock::Runs(*until)),
            (Deed::Stands { left }, _) => self.show(Clock::Stands(*left)),
            (Deed::Handed { state, to }, _) => {
                if let Some(desk) = self.desks.get_mut(state.index()) {
                    desk.with_agent = *to == Hands::Agent;
                }
                self.touch(*state);
            }
            (Deed::GaveTime { state, more }, _) => self.hear(*state, Plea::Given(*more)),
            (Deed::DeniedTime { state }, _) => self.hear(*state, Plea::Denied),
            (Deed::SteppedBack { .. }, _) => self.step_back(),
            (Deed::Overruled(_), _) => {
                self.step_back();
                self.again = true;
            }
            (Deed::Undone, _) => self.undo(),
            (Deed::Planned(plan), _) => {
                Arc::make_mut(&mut self.plans).push(Planned {
                    plan: Arc::new(plan.clone()),
                    given: None,
                    is_dropped: false,
                });
            }
            (Deed::Given { plan }, _) => {
                let turn = self.turn;
                self.change(*plan, |planned| planned.given = Some((turn, line.at)));
            }
            (Deed::Hid { message, hidden }, _) => self.hide(*message, *hidden),
            (Deed::Dropped { plan }, _) => self.change(*plan, |planned| planned.is_dropped = true),
            (
                Deed::Began
                | Deed::Ended
                | Deed::AskedForTime
                | Deed::Renamed { .. }
                | Deed::Proposed(_)
                | Deed::Voiced { .. },
                _,
            )
            | (
                Deed::Ordered(_) | Deed::TookBack(_) | Deed::Ready(_) | Deed::Withdrew { .. } | Deed::Instructed(_),
                None,
            ) => {}
        }
    }

    /// Shows everybody another clock.
    fn show(&mut self, clock: Clock) {
        self.clock = clock;
        self.changes += 1;
    }

    fn remember(&mut self, by: By, key: &Key) {
        Arc::make_mut(self.keys.entry(by).or_default()).insert(key.clone());
    }

    fn touch(&mut self, state: StateId) {
        match self.desks.get_mut(state.index()) {
            Some(desk) => desk.changes += 1,
            None => self.told_to_press += 1,
        }
    }
}
