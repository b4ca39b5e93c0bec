//! A hosted game: a game, the room around it, and the ledger in which both are kept before anybody is told of them.
//!
//! Commands come in batches ([`Live::apply`]): all are carried out, what came of them is appended once, and only then are
//! they answered. If the ledger fails, nothing is answered as done and nothing is shown; the next call tries again first.

use std::sync::Arc;

use crate::base::id::StateId;
use crate::content::scenario::Staged;
use crate::content::tempers;
use crate::law::Corpus;
use crate::session::chronicle::Ledger;
use crate::session::desk::{By, Deed, DeskLine, Key, Millis, Moment, PersonId, StandingOrders};
use crate::session::entry::{Entry, Register};
use crate::session::error::Fault;
use crate::session::game::{Game, Played};
use crate::session::journal::{Journal, Line};
use crate::session::replay::{Difference, Rules, replay};
use crate::session::room::{Clock, Decision, Rework, Room};
use crate::session::wish::{Command, No, Wish};
use crate::sim::docket::Refusal;
use crate::sim::white_cell::Taken;
use crate::sim::{Order, Situation, TurnRecord};
use crate::view::{Clearance, Past, View};

/// Why a command was not acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum Stuck<F: std::error::Error + Send + Sync + 'static> {
    /// It may not be.
    #[error(transparent)]
    No(#[from] No),
    /// The session cannot go on.
    #[error(transparent)]
    Fault(Arc<Fault>),
    /// It was not kept, and may be sent again under the same key.
    #[error("the database could not be written: {0}")]
    Ledger(Arc<F>),
    /// The thread that owns the game has ended.
    #[error("the game has been closed")]
    Closed,
}

/// Why a kept game cannot be taken up again.
#[derive(Debug, thiserror::Error)]
pub enum Unresumed {
    /// Its journal cannot be played.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// Its journal comes out otherwise now.
    #[error("the journal does not replay: {0}")]
    Differs(Difference),
    /// A journal line seats somebody who was not kept.
    #[error("person {0} is in the journal but not among those who joined")]
    Nobody(PersonId),
}

/// What a game looks like between two turns. Whoever shows it to a seat takes [`Position::view`]; the truth has its own name.
#[derive(Debug)]
pub struct Position {
    staged: Staged,
    situation: Situation,
    past: Option<Played>,
    truth: Option<String>,
}

impl Position {
    fn of(game: &Game) -> Self {
        Self {
            staged: game.staged().clone(),
            situation: game.present().clone(),
            past: game.played().last().cloned(),
            truth: game.truth().map(|truth| truth.text.clone()),
        }
    }

    /// The scenario and the rules.
    pub fn staged(&self) -> &Staged {
        &self.staged
    }

    /// The law by which acts of the day are judged, which everybody may know.
    pub fn law(&self) -> Arc<Corpus> {
        self.staged.rulebook.law.under(&self.situation)
    }

    /// What a seat may see.
    pub fn view(&self, seat: StateId) -> View {
        self.cleared(seat, Clearance::Secret)
    }

    /// What somebody of a seat may see who is cleared so far.
    pub fn cleared(&self, seat: StateId, clearance: Clearance) -> View {
        let past = self.past.as_ref().map(|past| Past { docket: &past.docket, events: &past.record.events });
        View::cleared(&self.situation, &self.staged.rulebook, &self.staged.scenario, (seat, clearance), past)
    }

    /// A seat's own orders of the past turn, as it would draft them now, and why others were refused.
    pub fn own(&self, view: &View) -> (Vec<Order>, Vec<Refusal>) {
        self.past.as_ref().map_or_else(Default::default, |past| past.own(view))
    }

    /// The facilitator's: the world as it is, what really happened, and the turn before with everybody's orders.
    pub fn truth(&self) -> (&Situation, Option<&str>, Option<(&Played, &TurnRecord)>) {
        (&self.situation, self.truth.as_deref(), self.past.as_ref().map(|past| (past, &past.record)))
    }
}

/// What there is to see of a hosted game, as of its last acknowledged change.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Rises with every change.
    pub version: u64,
    /// Who sits where, orders so far, the clock.
    pub room: Room,
    /// The game between two turns.
    pub position: Arc<Position>,
}

/// A hosted game.
#[derive(Debug)]
pub struct Live<L: Ledger<Entry>> {
    game: Game,
    room: Room,
    ledger: L,
    /// What has happened and is not kept yet.
    pending: Vec<Entry>,
    position: Arc<Position>,
    version: u64,
}

impl<L: Ledger<Entry>> Live<L> {
    /// A new game, kept from its header on.
    ///
    /// # Errors
    /// If it could not be kept.
    pub fn begin(game: Game, length: Millis, ledger: L) -> Result<Self, L::Fault> {
        let mut room = Room::of(game.staged(), length);
        let position = Arc::new(Position::of(&game));
        // A game that was forked brings its past along.
        let past = game.played().iter().map(|played| Line::Turn(played.line()));
        let pending: Vec<Entry> = std::iter::once(Line::Header(game.header())).chain(past).map(Entry::Line).collect();
        for entry in &pending {
            room.take(entry);
        }
        let mut live = Self { game, room, ledger, pending, position, version: 0 };
        live.keep()?;
        Ok(live)
    }

    /// Takes a kept game up again: plays its journal, seats everybody, and lets the clock stand, since nobody was there while
    /// it ran.
    ///
    /// # Errors
    /// If the journal cannot be played or comes out otherwise.
    pub fn resume(
        journal: &Journal,
        register: Register,
        length: Millis,
        ledger: L,
        now: Moment,
    ) -> Result<Self, Unresumed> {
        let again = replay(journal, Rules::Same)?;
        if let Some(difference) = again.difference {
            return Err(Unresumed::Differs(difference));
        }
        let mut game = again.game;
        let mut room = Room::of(game.staged(), length);
        for line in journal.clone().into_lines() {
            if let Line::Desk(DeskLine { deed: Deed::Seated { person, state, .. }, .. }) = &line {
                let known = register.people.iter().find(|one| one.id == *person).ok_or(Unresumed::Nobody(*person))?;
                room.take(&Entry::Person(known.clone()));
                game.sit(*state, person.to_string())?;
            }
            room.take(&Entry::Line(line));
        }
        register.tokens.into_iter().for_each(|(person, token)| room.take(&Entry::Token(person, token)));
        register.messages.into_iter().for_each(|message| room.take(&Entry::Message(message)));
        for (place, desk) in room.desks.iter().enumerate() {
            game.leave(StateId::at(place), &desk.standing)?;
        }
        let position = Arc::new(Position::of(&game));
        let mut live = Self { game, room, ledger, pending: Vec::new(), position, version: 0 };
        if let Clock::Runs(until) = live.room.clock
            && !live.room.over
        {
            live.record(By::Host, &format!("started-{}", now.0), now, Deed::Stands { left: now.until(until) });
        }
        // The last turn may have been kept and the host killed before the line that ends the game.
        if live.game.is_over() && !live.room.over {
            live.happen(Entry::Line(Line::End(live.game.end())));
        }
        Ok(live)
    }

    /// The game itself: for the review and for checks.
    pub fn game(&self) -> &Game {
        &self.game
    }

    /// The room around it.
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// What there is to see; only ever what is kept.
    pub fn shown(&self) -> Shown {
        Shown { version: self.version, room: self.room.clone(), position: self.position.clone() }
    }

    /// What rises with every change.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Carries out commands in their order and answers them once what they came to is kept.
    pub fn apply(&mut self, commands: &[Command], now: Moment) -> Vec<Result<(), Stuck<L::Fault>>> {
        if let Err(fault) = self.keep() {
            let fault = Arc::new(fault);
            return commands.iter().map(|_| Err(Stuck::Ledger(fault.clone()))).collect();
        }
        let answers: Vec<_> = commands.iter().map(|command| self.carry_out(command, now)).collect();
        match self.keep() {
            Ok(()) => answers,
            Err(fault) => {
                let fault = Arc::new(fault);
                answers.into_iter().map(|answer| answer.and_then(|()| Err(Stuck::Ledger(fault.clone())))).collect()
            }
        }
    }

    /// Keeps what is not kept yet, and ends the turn if its time is up.
    ///
    /// # Errors
    /// If it could not be kept.
    pub fn tick(&mut self, now: Moment) -> Result<(), Stuck<L::Fault>> {
        self.keep().map_err(|fault| Stuck::Ledger(Arc::new(fault)))?;
        if !self.room.is_late(now) {
            return Ok(());
        }
        let turn = self.room.turn;
        let command = Command { by: By::Host, key: Key(format!("clock-{}", turn.0)), wish: Wish::End(turn) };
        self.apply(&[command], now).pop().unwrap_or(Ok(()))
    }

    fn carry_out(&mut self, command: &Command, now: Moment) -> Result<(), Stuck<L::Fault>> {
        match self.room.decide(command, now)? {
            Decision::Done => {}
            Decision::Do(entries) => {
                self.check_plans(&command.wish)?;
                check_temper(&command.wish)?;
                for entry in entries {
                    self.happen(entry);
                }
                if matches!(command.wish, Wish::Begin | Wish::Plan(_)) {
                    self.tell_due(now);
                }
            }
            Decision::Rework(entries, rework) => self.rework(entries, rework, now)?,
            Decision::Play(entries) => {
                self.play().map_err(|fault| Stuck::Fault(Arc::new(fault)))?;
                // What was done stands before the turn it ended.
                let turn = self.game.played().last().map(Played::line);
                entries.into_iter().chain(turn.map(|turn| Entry::Line(Line::Turn(turn)))).for_each(|entry| {
                    self.happen(entry);
                });
                self.after_turn(now);
            }
        }
        Ok(())
    }

    fn play(&mut self) -> Result<(), Fault> {
        for state in (0..self.room.desks.len()).map(StateId::at) {
            if let Some(orders) = self.room.sealed(state) {
                self.game.commit(state, orders.to_vec())?;
            }
        }
        let taken = Taken { pushes: self.room.pushes(), ..Taken::default() };
        self.game.adjudicate_with(taken)?;
        Ok(())
    }

    /// Only what can happen in this game is planned.
    fn check_plans(&self, wish: &Wish) -> Result<(), No> {
        let Wish::Plan(plans) = wish else { return Ok(()) };
        let checked = plans.iter().enumerate().map(|(place, plan)| (place + 1, plan.fits(&self.game)));
        checked.into_iter().try_for_each(|(place, fits)| fits.map_err(|why| No::Unplanned(place, why)))
    }

    /// Goes back to a turn, has one played again, or takes that back.
    fn rework(&mut self, entries: Vec<Entry>, rework: Rework, now: Moment) -> Result<(), Stuck<L::Fault>> {
        let fault = |fault| Stuck::Fault(Arc::new(fault));
        let mut turn = None;
        match rework {
            Rework::Back => self.game.step_back().map_err(fault)?,
            Rework::Undo => self.game.undo().map_err(fault)?,
            Rework::Again(overrule) => {
                let last = self.game.played().last().filter(|_| overrule.fits(&self.game)).ok_or(No::Nothing)?;
                let mut taken = last.taken.clone();
                overrule.add_to(&mut taken);
                turn = Some(self.game.play_again(taken).map_err(fault)?.line());
            }
        }
        entries.into_iter().chain(turn.map(|turn| Entry::Line(Line::Turn(turn)))).for_each(|entry| self.happen(entry));
        self.after_turn(now);
        Ok(())
    }

    /// Tells the events of the master list that are due.
    fn tell_due(&mut self, now: Moment) {
        if self.room.over || self.room.clock == Clock::Waiting {
            return;
        }
        let waiting =
            self.room.plans.iter().enumerate().filter(|(_, one)| one.is_waiting() && one.plan.is_due(&self.game));
        let due: Vec<u16> = waiting.map(|(place, _)| place as u16).collect();
        for plan in due {
            let key = format!("plan-{plan}-{}", self.version);
            self.record(By::Host, &key, now, Deed::Given { plan });
        }
    }

    /// A turn begins, or the game is over.
    fn after_turn(&mut self, now: Moment) {
        self.position = Arc::new(Position::of(&self.game));
        if self.game.is_over() {
            self.happen(Entry::Line(Line::End(self.game.end())));
            return;
        }
        // A turn can be begun more than once, and no key names two things.
        let key = format!("turn-{}-{}", self.room.turn.0, self.version);
        let deed = match self.room.clock {
            Clock::Stands(_) => Deed::Stands { left: self.room.length },
            Clock::Runs(_) | Clock::Waiting => Deed::Runs { until: now.after(self.room.length) },
        };
        self.record(By::Host, &key, now, deed);
        self.tell_due(now);
    }

    fn record(&mut self, by: By, key: &str, at: Moment, deed: Deed) {
        let line = DeskLine { turn: self.room.turn, at, by, key: Key(key.to_owned()), deed };
        self.happen(Entry::Line(Line::Desk(line)));
    }

    fn happen(&mut self, entry: Entry) {
        self.room.take(&entry);
        if let Entry::Line(Line::Desk(DeskLine { deed: Deed::Seated { person, state, .. }, .. })) = &entry {
            // The room has made sure that there is such a seat.
            let seated = self.game.sit(*state, person.to_string());
            debug_assert!(seated.is_ok(), "{seated:?}");
        }
        if let Entry::Line(Line::Desk(DeskLine { by: By::Person(person), deed: Deed::Instructed(orders), .. })) = &entry
            && let Some(seated) = self.room.seated(*person)
        {
            let left = self.game.leave(seated.state, orders);
            debug_assert!(left.is_ok(), "{left:?}");
        }
        self.version += 1;
        self.pending.push(entry);
    }

    fn keep(&mut self) -> Result<(), L::Fault> {
        if !self.pending.is_empty() {
            self.ledger.append(&self.pending)?;
            self.pending.clear();
        }
        Ok(())
    }
}

/// Only tempers that there are play a seat.
fn check_temper(wish: &Wish) -> Result<(), No> {
    let Wish::Instruct(StandingOrders { temper: Some(named), .. }) = wish else { return Ok(()) };
    if tempers::slugs().contains(named) { Ok(()) } else { Err(No::Temper) }
}
