//! The facilitator's hand in the room: going back, and the master list of events.

use std::sync::Arc;

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::Moment;
use crate::session::plan::{LONGEST_TEXT, Overrule, Plan};
use crate::session::room::Room;
use crate::session::wish::No;
use crate::sim::Order;
use crate::sim::white_cell::Push;

/// What the facilitator does to turns that were played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rework {
    /// Goes back to the morning of the last one.
    Back,
    /// Has the last one played again.
    Again(Overrule),
    /// Takes the latest of both back.
    Undo,
}

/// An event of the master list, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The event.
    pub plan: Arc<Plan>,
    /// When it was told.
    pub given: Option<(Turn, Moment)>,
    /// Whether it was taken off the list.
    pub is_dropped: bool,
}

impl Planned {
    /// Whether it has neither been told nor taken off.
    pub fn is_waiting(&self) -> bool {
        self.given.is_none() && !self.is_dropped
    }
}

/// The room as it stood before the facilitator went back to a turn.
#[derive(Clone, Debug)]
pub(super) struct Shelved {
    /// The turn to be played next.
    turn: Turn,
    /// Whether the last turn had been played.
    over: bool,
    /// The orders on the desks.
    orders: Vec<Vec<Order>>,
    /// The orders of the turn that was gone back to.
    pub(super) last: Arc<[Vec<Order>]>,
    /// When events had been told.
    given: Vec<Option<(Turn, Moment)>>,
}

impl Room {
    /// Whether there is a step back or a correction that can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.shelf.is_empty()
    }

    /// What the events told in this turn do in it.
    pub fn pushes(&self) -> Vec<Push> {
        let told =
            self.plans.iter().filter(|one| !one.is_dropped && one.given.is_some_and(|(turn, _)| turn == self.turn));
        told.flat_map(|one| one.plan.does.iter().copied()).collect()
    }

    /// The events that wait at the beginning of a turn: what a copy of the game takes along.
    pub fn waiting_at(&self, turn: Turn) -> Vec<Plan> {
        let waits = |one: &&Planned| !one.is_dropped && one.given.is_none_or(|(given, _)| given >= turn);
        self.plans.iter().filter(waits).map(|one| Plan::clone(&one.plan)).collect()
    }

    /// What the facilitator's events tell a State, the latest first; `None` asks for everybody's.
    pub fn bulletins(&self, state: Option<StateId>) -> Vec<(Turn, &Plan)> {
        let mut told: Vec<_> = (self.plans.iter())
            .filter(|one| !one.is_dropped && !one.plan.text.is_empty())
            .filter(|one| state.map_or(one.plan.to.is_public(), |state| one.plan.to.contains(state)))
            .filter_map(|one| one.given.map(|(turn, at)| (turn, at, &*one.plan)))
            .collect();
        told.sort_by_key(|(turn, at, _)| std::cmp::Reverse((*turn, *at)));
        told.into_iter().map(|(turn, _, plan)| (turn, plan)).collect()
    }

    /// Whether there is a turn to go back to from this one, and a reason.
    pub(super) fn may_rework(&self, turn: Turn, reason: &str) -> Result<(), No> {
        if turn != self.turn {
            return Err(No::TurnOver);
        }
        if self.past.is_empty() {
            return Err(No::NothingPlayed);
        }
        let fits = !reason.trim().is_empty() && reason.chars().count() <= LONGEST_TEXT;
        if fits { Ok(()) } else { Err(No::Reason) }
    }

    /// Goes back to the morning of the turn played last.
    pub(super) fn step_back(&mut self) {
        let Some(last) = self.past.pop() else { return };
        self.shelf.push(Arc::new(Shelved {
            turn: self.turn,
            over: self.over,
            orders: self.desks.iter().map(|desk| desk.orders.clone()).collect(),
            last: last.clone(),
            given: self.plans.iter().map(|one| one.given).collect(),
        }));
        self.turn = Turn(self.turn.0.saturating_sub(1));
        self.over = false;
        for planned in &mut self.plans {
            planned.given = planned.given.filter(|(turn, _)| *turn <= self.turn);
        }
        self.lay(&last);
    }

    pub(super) fn undo(&mut self) {
        let Some(shelved) = self.shelf.pop() else { return };
        self.past.truncate(usize::from(shelved.turn.0).saturating_sub(1));
        self.past.push(shelved.last.clone());
        (self.turn, self.over) = (shelved.turn, shelved.over);
        for (planned, given) in self.plans.iter_mut().zip(&shelved.given) {
            planned.given = *given;
        }
        self.lay(&shelved.orders);
    }

    /// Changes an event of the list; whoever it tells something hears of it, unless nobody has been told yet.
    pub(super) fn change(&mut self, plan: u16, change: impl FnOnce(&mut Planned)) {
        let Some(planned) = self.plans.get_mut(usize::from(plan)) else { return };
        change(planned);
        let told =
            if planned.given.is_some() && !planned.plan.text.is_empty() { planned.plan.to } else { StateSet::EMPTY };
        if told.is_public() {
            self.changes += 1;
        } else {
            told.iter().for_each(|state| self.touch(state));
        }
    }
}
