//! The agents behind the seats of a game: which there are, what persons leave to them, and what they remember.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agents::{Agent, Manner, Temper};
use crate::base::id::StateId;
use crate::content::mistake::Source;
use crate::content::tempers;
use crate::session::desk::StandingOrders;
use crate::session::error::Fault;
use crate::session::game::{Game, GivenBy, Sealed, Seat};
use crate::view::{Draft, View};

impl Game {
    /// Puts an agent of its temper and manner behind every seat.
    pub(super) fn hire(&mut self) -> Result<(), Fault> {
        let tempers = tempers::embedded()?;
        self.agents = self.seats.iter().map(|seat| self.agent(seat, &tempers)).collect::<Result<_, _>>()?;
        Ok(())
    }

    /// An agent of a seat's temper and manner. Whoever looks ahead takes others to be of any temper there is: the
    /// scenario's choice is not its to know.
    fn agent(&self, seat: &Seat, tempers: &BTreeMap<String, Arc<Temper>>) -> Result<Box<dyn Agent + Send>, Fault> {
        let Some(temper) = tempers.get(&seat.temper) else {
            let message = format!("there is no temper `{}`", seat.temper);
            return Err(Fault::Content(Source::new("the seats", "").mistake(0..0, message).into()));
        };
        let typical: Vec<Arc<Temper>> = tempers.values().cloned().collect();
        let left = self.standing.get(&seat.state);
        // Standing orders by a temper that is not known here any more leave the seat to its own.
        let named = left.and_then(|orders| tempers.get(orders.temper.as_ref()?));
        let mandate = left.map_or_else(Default::default, |orders| orders.mandate);
        let whose = (named.unwrap_or(temper).clone(), mandate);
        Ok(seat.manner.hire(&self.staged.rulebook, whose, &typical, self.seed))
    }

    /// Chooses the manner in which a seat is played when nobody gives orders, from now on.
    ///
    /// # Errors
    /// If there is no such seat, or the tempers cannot be read.
    pub fn play_by(&mut self, state: StateId, manner: Manner) -> Result<(), Fault> {
        let place = self.seat(state)?;
        if self.seats[place].manner != manner {
            self.seats[place].manner = manner;
            self.agents[place] = self.agent(&self.seats[place], &tempers::embedded()?)?;
            self.remind_seat(place);
        }
        Ok(())
    }

    /// Leaves a seat's agent standing orders, in the place of those before.
    ///
    /// # Errors
    /// If there is no such seat, or the tempers cannot be read.
    pub fn leave(&mut self, state: StateId, orders: &StandingOrders) -> Result<(), Fault> {
        let place = self.seat(state)?;
        if self.standing.insert(state, orders.clone()).unwrap_or_default() != *orders {
            self.agents[place] = self.agent(&self.seats[place], &tempers::embedded()?)?;
            self.remind_seat(place);
        }
        Ok(())
    }

    /// Puts another agent behind a seat, under a name for the journal.
    ///
    /// # Errors
    /// If there is no such seat.
    pub fn instruct(
        &mut self,
        state: StateId,
        name: impl Into<String>,
        agent: Box<dyn Agent + Send>,
    ) -> Result<(), Fault> {
        let place = self.seat(state)?;
        self.seats[place].temper = name.into();
        self.agents[place] = agent;
        Ok(())
    }

    /// Reminds every agent of the turns that it, or one like it, has played so far. What a person ordered in its place it
    /// has never heard of.
    pub(in crate::session) fn remind(&mut self) {
        (0..self.seats.len()).for_each(|seat| self.remind_seat(seat));
    }

    fn remind_seat(&mut self, seat: usize) {
        let (rules, scenario) = (&self.staged.rulebook, &self.staged.scenario);
        let state = self.seats[seat].state;
        for (place, played) in self.played.iter().enumerate() {
            let own = |sealed: &&Sealed| sealed.seat == state && sealed.by != GivenBy::Person;
            for sealed in played.sealed.iter().filter(own) {
                let view = View::of(&self.rests[place], rules, scenario, state, None);
                // What was sealed from that view is in it.
                let ordered: Vec<Draft> = sealed.orders.iter().filter_map(|order| view.draft(order).ok()).collect();
                self.agents[seat].recall(&view, &ordered);
            }
        }
    }
}
