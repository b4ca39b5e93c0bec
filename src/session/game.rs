//! A game: a scenario, a seed, seats, and the turns played so far.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::agents::{Agent, Manner};
use crate::base::id::StateId;
use crate::base::{Digest, Turn};
use crate::content::mistake::Source;
use crate::content::scenario::Staged;
use crate::session::desk::StandingOrders;
use crate::session::error::Fault;
use crate::session::journal::{End, FORMAT, Header, TurnLine};
use crate::sim::docket::{Refusal, compile};
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::{Scenario, Truth};
use crate::sim::white_cell::Taken;
use crate::sim::{Docket, Order, Situation, TurnRecord};
use crate::view::{PUBLIC, Past, View};

mod agents;

/// The most orders a seat may give in a turn; its attention ends long before.
pub const MOST_ORDERS: usize = 64;

/// A seat: one state's government.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The state.
    pub state: StateId,
    /// Who sits in it, by a participant's id; `None` if the seat is played by its standing instructions alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The temper by which it is played when nobody gives orders.
    pub temper: String,
    /// The manner in which it is then played; left out if it is the usual one.
    #[serde(default, skip_serializing_if = "Manner::is_usual")]
    pub manner: Manner,
}

/// The orders of one seat for one turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Whose.
    pub seat: StateId,
    /// Who gave them.
    pub by: GivenBy,
    /// The orders, the most important first.
    pub orders: Vec<Order>,
    /// Why, one sentence for each order; empty if nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}

/// Who gave orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenBy {
    /// The person in the seat.
    Person,
    /// The agent that plays a seat without a person.
    Agent,
    /// The agent, because the person was silent or late.
    StandingInstructions,
}

/// A turn that was played.
#[derive(Clone, Debug)]
pub struct Played {
    /// What was sealed.
    pub sealed: Vec<Sealed>,
    /// What the facilitator put into it.
    pub taken: Taken,
    /// What it was compiled to.
    pub docket: Docket,
    /// What happened.
    pub record: TurnRecord,
}

impl Played {
    /// The turn as a line of the journal.
    pub fn line(&self) -> TurnLine {
        TurnLine { sealed: self.sealed.clone(), taken: self.taken.clone(), record: self.record.clone() }
    }

    /// A seat's own orders that were carried out, in the numbers of its view, and why its others were not; those alone of
    /// which whoever looks is told.
    pub fn own(&self, view: &View) -> (Vec<Order>, Vec<Refusal>) {
        let own = self.docket.orders().iter().filter(|order| order.by == view.seat && view.is_told(order));
        let refused = self.docket.refusals().iter();
        let refused = refused.filter(|refused| refused.order.by == view.seat && view.is_told(&refused.order));
        (
            own.map(|order| view.draft(order).map_or(*order, |draft| draft.order)).collect(),
            refused.map(|refused| refused.why).collect(),
        )
    }
}

/// One game. Between turns it is its situations: what plays a turn is lent by the rulebook.
pub struct Game {
    staged: Staged,
    text: Arc<str>,
    seed: u64,
    truth: Option<usize>,
    seats: Vec<Seat>,
    agents: Vec<Box<dyn Agent + Send>>,
    forked: Option<Turn>,
    sealed: BTreeMap<StateId, Vec<Order>>,
    /// What persons have left to the agents of their seats.
    standing: BTreeMap<StateId, StandingOrders>,
    played: Vec<Played>,
    /// The situation before each turn, and the present one.
    rests: Vec<Situation>,
    /// What stood before each step back and correction since a turn was last played onward, the latest last.
    shelf: Vec<Shelved>,
}

/// A turn as it stood before the facilitator went back to it.
#[derive(Clone, Debug)]
struct Shelved {
    played: Played,
    after: Situation,
    /// How many turns had been played with it.
    turns: usize,
}

impl Game {
    /// A game with every seat played by its state's agent.
    ///
    /// # Errors
    /// If the tempers cannot be read, or a seat's temper is not among them.
    pub fn new(staged: Staged, source: &Source, seed: u64) -> Result<Self, Fault> {
        let opening = staged.scenario.open(seed);
        let seats = (staged.scenario.tempers.iter())
            .map(|(state, temper)| Seat {
                state: *state,
                person: None,
                temper: temper.clone(),
                manner: Manner::default(),
            })
            .collect();
        let mut game = Self {
            staged,
            text: source.text.clone(),
            seed,
            truth: opening.truth,
            seats,
            agents: Vec::new(),
            forked: None,
            sealed: BTreeMap::new(),
            standing: BTreeMap::new(),
            played: Vec::new(),
            rests: vec![opening.situation],
            shelf: Vec::new(),
        };
        game.hire()?;
        Ok(game)
    }

    /// The game a journal's header tells of, before its first turn. Seats are as the header has them; one whose agent is
    /// not known here is played by its state's temper from now on, which concerns no turn that is already written.
    pub(super) fn recall(staged: Staged, source: &Source, header: &Header) -> Result<Self, Fault> {
        let mut game = Self::new(staged, source, header.seed)?;
        for seat in &header.seats {
            let place = game.seat(seat.state)?;
            game.seats[place].person.clone_from(&seat.person);
            game.play_by(seat.state, seat.manner)?;
        }
        game.forked = header.forked;
        Ok(game)
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.staged.scenario
    }

    /// The rules.
    pub fn rulebook(&self) -> &Arc<Rulebook> {
        &self.staged.rulebook
    }

    /// The scenario and the rules.
    pub fn staged(&self) -> &Staged {
        &self.staged
    }

    /// The seed of all chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The hidden truth that was drawn, if the scenario has any.
    pub fn truth(&self) -> Option<&Truth> {
        self.staged.scenario.truths.get(self.truth?)
    }

    /// Who sits where, by state.
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// The turns played so far.
    pub fn played(&self) -> &[Played] {
        &self.played
    }

    /// The situation before the nth turn; after the last turn played, the present one.
    pub fn situation(&self, turn: usize) -> Option<&Situation> {
        self.rests.get(turn)
    }

    /// The world as it is, in truth.
    pub fn present(&self) -> &Situation {
        &self.rests[self.played.len()]
    }

    /// The turn to be played next.
    pub fn turn(&self) -> Turn {
        Turn(self.played.len() as u16)
    }

    /// Whether the last turn has been played.
    pub fn is_over(&self) -> bool {
        self.turn().0 >= self.staged.scenario.turns
    }

    /// What a seat may see now.
    ///
    /// # Errors
    /// If there is no such seat.
    pub fn view(&self, seat: StateId) -> Result<View, Fault> {
        self.seat(seat)?;
        let past = self.played.last().map(|played| Past { docket: &played.docket, events: &played.record.events });
        Ok(View::of(self.present(), &self.staged.rulebook, &self.staged.scenario, seat, past))
    }

    fn seat(&self, state: StateId) -> Result<usize, Fault> {
        self.seats.iter().position(|seat| seat.state == state).ok_or(Fault::NoSeat(state))
    }

    /// Seats a person, known by a participant's id; the seat's agent keeps its standing instructions.
    ///
    /// # Errors
    /// If there is no such seat.
    pub fn sit(&mut self, state: StateId, person: impl Into<String>) -> Result<(), Fault> {
        // The press is in the room and not at the table.
        if state == PUBLIC {
            return Ok(());
        }
        let place = self.seat(state)?;
        self.seats[place].person = Some(person.into());
        Ok(())
    }

    /// Leaves every seat to its agent.
    pub fn vacate(&mut self) {
        self.seats.iter_mut().for_each(|seat| seat.person = None);
    }

    /// Seals a seat's orders for this turn; what it sealed before is replaced.
    ///
    /// # Errors
    /// If the game is over, there is no such seat, or the orders are not its own. Whether they can be carried out is not
    /// asked here: an order that cannot is refused in the record.
    pub fn commit(&mut self, seat: StateId, orders: Vec<Order>) -> Result<(), Fault> {
        self.seat(seat)?;
        if self.is_over() {
            return Err(Fault::Over(self.staged.scenario.turns));
        }
        if orders.len() > MOST_ORDERS {
            return Err(Fault::TooMany { given: orders.len(), most: MOST_ORDERS });
        }
        if let Some(stray) = orders.iter().find(|order| order.by != seat) {
            return Err(Fault::NotItsOrder { seat, order: stray.by });
        }
        self.sealed.insert(seat, orders);
        Ok(())
    }

    /// The persons' seats that have not committed this turn.
    pub fn awaited(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.person.is_some() && !self.sealed.contains_key(&seat.state))
    }

    /// Plays the turn with what is sealed; a seat that is silent falls back on its agent.
    ///
    /// # Errors
    /// If the game is over.
    pub fn adjudicate(&mut self) -> Result<&Played, Fault> {
        self.adjudicate_with(Taken::default())
    }

    /// Plays the turn with what is sealed and with what the facilitator puts into it.
    ///
    /// # Errors
    /// If the game is over.
    pub fn adjudicate_with(&mut self, taken: Taken) -> Result<&Played, Fault> {
        if self.is_over() {
            return Err(Fault::Over(self.staged.scenario.turns));
        }
        let mut all = Vec::with_capacity(self.seats.len());
        for place in 0..self.seats.len() {
            let seat = self.seats[place].state;
            let sealed = match self.sealed.remove(&seat) {
                Some(orders) => Sealed { seat, by: GivenBy::Person, orders, reasons: Vec::new() },
                None => self.ask(place)?,
            };
            all.push(sealed);
        }
        // Until the next turn nobody thinks, and a game waits far longer than it plays.
        self.agents.iter_mut().for_each(|agent| agent.rest());
        Ok(self.play(all, taken))
    }

    /// Goes back to the morning of the turn played last. Agents remember only what still counts.
    ///
    /// # Errors
    /// If no turn has been played, or the tempers cannot be read.
    pub fn step_back(&mut self) -> Result<(), Fault> {
        let turns = self.played.len();
        let Some(played) = self.played.pop() else { return Err(Fault::NothingPlayed) };
        // There is one situation more than turns.
        let after = self.rests.pop().unwrap_or_else(|| self.rests[0].clone());
        self.shelf.push(Shelved { played, after, turns });
        self.return_to_present()
    }

    /// Plays the turn played last again, by the same orders and with what the facilitator now puts into it.
    ///
    /// # Errors
    /// As [`Self::step_back`].
    pub fn play_again(&mut self, taken: Taken) -> Result<&Played, Fault> {
        self.step_back()?;
        let sealed = self.shelf.last().map(|shelved| shelved.played.sealed.clone()).unwrap_or_default();
        self.play_in_place(sealed, taken);
        self.remind_anew()?;
        Ok(&self.played[self.played.len() - 1])
    }

    /// Plays a turn to which the game has just stepped back; the step can still be taken back.
    pub(super) fn play_in_place(&mut self, sealed: Vec<Sealed>, taken: Taken) -> &Played {
        self.put(sealed, taken);
        &self.played[self.played.len() - 1]
    }

    /// Takes the latest step back or correction back.
    ///
    /// # Errors
    /// If there is none since a turn was last played onward.
    pub fn undo(&mut self) -> Result<(), Fault> {
        let Some(Shelved { played, after, turns }) = self.shelf.pop() else { return Err(Fault::NothingToUndo) };
        self.played.truncate(turns - 1);
        self.rests.truncate(turns);
        self.played.push(played);
        self.rests.push(after);
        self.return_to_present()
    }

    /// Whether there is a step back or a correction that can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.shelf.is_empty()
    }

    fn return_to_present(&mut self) -> Result<(), Fault> {
        self.sealed.clear();
        self.remind_anew()
    }

    /// Agents as they would be after the turns that count.
    fn remind_anew(&mut self) -> Result<(), Fault> {
        self.hire()?;
        self.remind();
        Ok(())
    }

    /// What a seat's agent orders.
    fn ask(&mut self, place: usize) -> Result<Sealed, Fault> {
        let seat = &self.seats[place];
        let by = if seat.person.is_some() { GivenBy::StandingInstructions } else { GivenBy::Agent };
        let state = seat.state;
        let view = self.view(state)?;
        let mut sealed = Sealed { seat: state, by, orders: Vec::new(), reasons: Vec::new() };
        for chosen in self.agents[place].orders(&view).into_iter().take(MOST_ORDERS) {
            // An agent drafts from the very view that seals; a draft that names nothing in it is no order at all.
            if let Ok(order) = view.seal(&chosen.draft) {
                sealed.orders.push(order);
                sealed.reasons.push(chosen.reason.to_string());
            }
        }
        Ok(sealed)
    }

    /// Plays a turn onward with the orders of every seat, by state: what was taken back before stays so.
    pub(super) fn play(&mut self, sealed: Vec<Sealed>, taken: Taken) -> &Played {
        self.shelf.clear();
        self.put(sealed, taken);
        &self.played[self.played.len() - 1]
    }

    fn put(&mut self, sealed: Vec<Sealed>, taken: Taken) {
        let orders = sealed.iter().flat_map(|sealed| sealed.orders.iter().copied());
        let orders = orders.filter(|order| !taken.strikes(order)).collect();
        let mut docket = compile(self.present(), &self.staged.rulebook, orders);
        docket.take(&taken, self.present());
        let mut simulation = self.staged.rulebook.lend(self.present(), self.seed);
        let record = simulation.adjudicate(&docket);
        self.rests.push(simulation.situation());
        self.played.push(Played { sealed, taken, docket, record });
    }

    /// What stands at the head of this game's journal.
    pub fn header(&self) -> Header {
        Header {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            rulebook: self.staged.rulebook.digest,
            scenario: self.staged.scenario.id.clone(),
            text: self.text.to_string(),
            seed: self.seed,
            seats: self.seats.clone(),
            opening: self.rests[0].digest(),
            forked: self.forked,
        }
    }

    /// The digest of the situation as it is.
    pub fn digest(&self) -> Digest {
        self.played.last().map_or_else(|| self.rests[0].digest(), |played| played.record.digest)
    }

    /// What stands at the end of this game's journal.
    pub fn end(&self) -> End {
        End { turns: self.turn().0, digest: self.digest() }
    }

    /// Another game that shares this one's past up to a turn, and has that turn and all that follow before it. Agents
    /// remember what they ordered in that past, and go on as they would have.
    ///
    /// # Errors
    /// If that turn has not been reached, or the tempers cannot be read.
    pub fn fork(&self, turn: Turn) -> Result<Self, Fault> {
        let place = usize::from(turn.0);
        if place >= self.rests.len() {
            return Err(Fault::NoSuchTurn { asked: turn, played: self.played.len() });
        }
        let mut seats = self.seats.clone();
        for (seat, (_, temper)) in seats.iter_mut().zip(&self.staged.scenario.tempers) {
            seat.temper.clone_from(temper);
        }
        let mut game = Self {
            staged: self.staged.clone(),
            text: self.text.clone(),
            seed: self.seed,
            truth: self.truth,
            seats,
            agents: Vec::new(),
            forked: Some(turn),
            sealed: BTreeMap::new(),
            standing: BTreeMap::new(),
            played: self.played[..place].to_vec(),
            rests: self.rests[..=place].to_vec(),
            shelf: Vec::new(),
        };
        game.hire()?;
        game.remind();
        Ok(game)
    }
}

impl fmt::Debug for Game {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Game({}, seed {}, turn {})", self.staged.scenario.id, self.seed, self.turn().0)
    }
}
