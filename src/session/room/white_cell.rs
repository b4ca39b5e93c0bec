//! The facilitator's hand in the room: going back, and the master list of events.

use std::sync::Arc;

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::{Deed, Hands, Millis, Moment, Office, PersonId};
use crate::session::entry::{Entry, Message};
use crate::session::plan::{LONGEST_TEXT, MOST_PLANS, Overrule, Plan};
use crate::session::room::{Clock, Decision, LEAST, Plea, Room};
use crate::session::wish::{Command, No, Wish};
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

/// What a person has done in a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// When they joined.
    pub joined: Moment,
    /// When they last did anything.
    pub last: Moment,
    /// How many orders they gave, taken back or not.
    pub orders: usize,
    /// How many messages they wrote.
    pub messages: usize,
}

impl Activity {
    pub(super) fn did(&mut self, at: Moment, ordered: bool) {
        self.last = self.last.max(at);
        self.orders += usize::from(ordered);
    }

    pub(super) fn wrote(&mut self, at: Moment) {
        self.last = self.last.max(at);
        self.messages += 1;
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
    /// What a command of the facilitator, or of the host itself, comes to now.
    pub(super) fn facilitate(&self, command: &Command, now: Moment) -> Result<Decision, No> {
        let line = |deed| self.line(command, deed, now);
        let one = |deed| Ok(Decision::Do(vec![line(deed)]));
        match &command.wish {
            Wish::Begin if self.clock == Clock::Waiting => {
                Ok(Decision::Do(vec![line(Deed::Began), line(Deed::Runs { until: now.after(self.length) })]))
            }
            Wish::Begin => Err(No::Begun),
            Wish::Agree(approval) if *approval == self.approval => Ok(Decision::Done),
            Wish::Agree(approval) => one(Deed::Agreed(*approval)),
            Wish::Stop => match self.clock {
                Clock::Runs(until) => one(Deed::Stands { left: now.until(until) }),
                _ => Err(No::Clock),
            },
            Wish::GoOn => match self.clock {
                Clock::Stands(left) => one(Deed::Runs { until: now.after(left.max(LEAST)) }),
                _ => Err(No::Clock),
            },
            Wish::Extend(more) => {
                let shows = match self.clock {
                    Clock::Runs(until) => Deed::Runs { until: until.max(now).after(*more) },
                    Clock::Stands(Millis(left)) => Deed::Stands { left: Millis(left.saturating_add(more.0)) },
                    Clock::Waiting => return Err(No::NotBegun),
                };
                // Whoever asked for time has it, whichever button gave it.
                Ok(Decision::Do(std::iter::once(shows).chain(self.gives(*more)).map(line).collect()))
            }
            Wish::DenyTime(state) => match self.desks.get(state.index()).and_then(|desk| desk.plea) {
                Some(Plea::Asked(_)) => one(Deed::DeniedTime { state: *state }),
                Some(Plea::Denied) => Ok(Decision::Done),
                Some(Plea::Given(_)) | None => Err(No::Nothing),
            },
            Wish::End(_) | Wish::Give(_) if self.clock == Clock::Waiting => Err(No::NotBegun),
            Wish::End(turn) if *turn == self.turn => Ok(Decision::Play(vec![line(Deed::Ended)])),
            Wish::End(_) => Err(No::TurnOver),
            Wish::Hand(state, to) => match self.desks.get(state.index()) {
                None => Err(No::Nothing),
                Some(desk) if desk.with_agent == (*to == Hands::Agent) => Ok(Decision::Done),
                Some(_) => one(Deed::Handed { state: *state, to: *to }),
            },
            Wish::Appoint(person) => match self.seated(*person) {
                None => Err(No::Nothing),
                Some(seated) if seated.office == Office::Head => Ok(Decision::Done),
                Some(seated) if seated.office == Office::Press => Err(No::Nothing),
                Some(_) => one(Deed::Appointed { person: *person }),
            },
            Wish::Assign(person, office) => self.assigns(*person, *office).map(|deed| match deed {
                Some(deed) => Decision::Do(vec![line(deed)]),
                None => Decision::Done,
            }),
            Wish::Deal(offices) if *offices == self.dealt => Ok(Decision::Done),
            Wish::Deal(offices) if offices.iter().any(|office| super::remit(*office).is_none()) => Err(No::Nothing),
            Wish::Deal(offices) => one(Deed::Dealt(offices.clone())),
            Wish::StepBack { turn, reason } => {
                self.may_rework(*turn, reason)?;
                let deed = Deed::SteppedBack { reason: reason.trim().to_owned() };
                Ok(Decision::Rework(vec![line(deed)], Rework::Back))
            }
            Wish::Overrule { turn, overrule } => {
                self.may_rework(*turn, overrule.reason())?;
                Ok(Decision::Rework(vec![line(Deed::Overruled(overrule.clone()))], Rework::Again(overrule.clone())))
            }
            Wish::Hide { message, .. } if usize::try_from(*message).is_ok_and(|nth| nth >= self.messages.len()) => {
                Err(No::Nothing)
            }
            Wish::Hide { message, hidden } => one(Deed::Hid { message: *message, hidden: *hidden }),
            Wish::Rename { person, .. } if self.seated(*person).is_none() => Err(No::Nothing),
            Wish::Rename { person, name } => {
                let name = self.name(name, Some(*person))?;
                Ok(Decision::Do(vec![line(Deed::Renamed { person: *person }), Entry::Renamed(*person, name)]))
            }
            Wish::Undo if self.shelf.is_empty() => Err(No::NothingToUndo),
            Wish::Undo => Ok(Decision::Rework(vec![line(Deed::Undone)], Rework::Undo)),
            Wish::Plan(plans) if self.plans.len() + plans.len() > MOST_PLANS => Err(No::TooManyPlans),
            Wish::Plan(plans) => Ok(Decision::Do(plans.iter().map(|plan| line(Deed::Planned(plan.clone()))).collect())),
            Wish::Give(plan) => match self.plans.get(usize::from(*plan)) {
                None => Err(No::Nothing),
                Some(planned) if planned.is_waiting() => one(Deed::Given { plan: *plan }),
                Some(_) => Err(No::NotWaiting),
            },
            Wish::Drop(plan) => match self.plans.get(usize::from(*plan)) {
                None => Err(No::Nothing),
                Some(planned) if planned.is_dropped => Ok(Decision::Done),
                // What a turn has taken up cannot be taken off any more.
                Some(planned) if planned.given.is_some_and(|(turn, _)| turn < self.turn) => Err(No::NotWaiting),
                Some(_) => one(Deed::Dropped { plan: *plan }),
            },
            // Everything else is a seat's to wish.
            _ => Err(No::NotSeated),
        }
    }

    /// What giving a person another office comes to, if it changes anything. A delegation always has a head.
    fn assigns(&self, person: PersonId, office: Office) -> Result<Option<Deed>, No> {
        let seated = self.seated(person).ok_or(No::Nothing)?;
        match (seated.office, office) {
            (now, wanted) if now == wanted => Ok(None),
            (Office::Press, _) | (_, Office::Press) | (Office::Head, Office::Adviser) => Err(No::Nothing),
            (_, Office::Head) => Ok(Some(Deed::Appointed { person })),
            (Office::Head, wanted) if !self.delegation(seated.state).any(|one| one.office == wanted) => {
                Err(No::Nothing)
            }
            (_, office) => Ok(Some(Deed::Assigned { person, office })),
        }
    }

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

    /// What a State asked the facilitator and has had no answer to: nothing was told to it alone since.
    pub fn open_appeals(&self, state: StateId) -> impl Iterator<Item = &Message> {
        let to = StateSet::of(state);
        let told =
            self.plans.iter().filter(move |one| one.plan.to == to && !one.plan.text.is_empty() && !one.is_dropped);
        let answered = told.filter_map(|one| one.given.map(|(_, at)| at)).max();
        let is_open = move |sent: &&Message| answered.is_none_or(|at| sent.at > at);
        self.messages.iter().filter(move |sent| sent.from == state && sent.to.is_empty()).filter(is_open)
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
        for planned in Arc::make_mut(&mut self.plans) {
            planned.given = planned.given.filter(|(turn, _)| *turn <= self.turn);
        }
        self.lay(&last);
    }

    pub(super) fn undo(&mut self) {
        let Some(shelved) = self.shelf.pop() else { return };
        self.past.truncate(usize::from(shelved.turn.0).saturating_sub(1));
        self.past.push(shelved.last.clone());
        (self.turn, self.over) = (shelved.turn, shelved.over);
        for (planned, given) in Arc::make_mut(&mut self.plans).iter_mut().zip(&shelved.given) {
            planned.given = *given;
        }
        self.lay(&shelved.orders);
    }

    /// Takes a message's text away from those who read it, or gives it back.
    pub(super) fn hide(&mut self, nth: u32, hidden: bool) {
        let Some(message) = Arc::make_mut(&mut self.messages).get_mut(nth as usize) else {
            // Not heard of yet.
            if hidden {
                self.hidden.insert(nth, String::new())
            } else {
                self.hidden.remove(&nth)
            };
            return;
        };
        if hidden && !message.text.is_empty() {
            self.hidden.insert(nth, std::mem::take(&mut message.text));
        } else if let (false, Some(text)) = (hidden, self.hidden.remove(&nth)) {
            message.text = text;
        }
        let readers = message.to.with(message.from);
        if message.to.is_public() {
            self.changes += 1;
        } else {
            readers.iter().for_each(|state| self.touch(state));
        }
    }

    /// Changes an event of the list; whoever it tells something hears of it, unless nobody has been told yet.
    pub(super) fn change(&mut self, plan: u16, change: impl FnOnce(&mut Planned)) {
        let Some(planned) = Arc::make_mut(&mut self.plans).get_mut(usize::from(plan)) else { return };
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
