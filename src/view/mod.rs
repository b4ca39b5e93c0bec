//! View: what one seat may see, what it could do, and what an act would mean before it is sent.
//!
//! May know `law` and `sim`; never who sits in the seat. A [`View`] is made on the host from a situation and holds a second
//! [`Situation`] of what the seat knows: rows it does not know are left out, and of the rows it knows the hidden side is
//! left behind (`known`). The law's one questionnaire runs on that situation, so a preview cannot leak what is not in it.
//! [`fn@menu`] lists every act with its occasions; a [`Counsel`] tells what one draft would mean. All ids in here are the view's
//! own; [`View::seal`] turns a draft into an order.
#![deny(clippy::float_arithmetic)]

mod asked;
mod bind;
mod calling;
mod changes;
mod clearance;
mod exploit;
mod gallery;
mod insight;
mod known;
mod menu;
mod milder;
mod naming;
mod numbers;
mod occasion;
mod preview;
mod seen;
#[cfg(test)]
mod tests;
mod waiting;

use std::sync::Arc;

pub use asked::{Asked, asked, contents, readings};
pub use bind::{Obstacle, bind, suit, wanted};
pub use calling::Calling;
pub use clearance::{Clearance, is_secret};
pub use exploit::exploit;
pub use gallery::Gallery;
pub use insight::{Insight, UNTOLD, estimate, insight};
pub use menu::{Candidate, Entry, FOLLOW_UPS, Menu, WAYS, fits, is_called_for, menu, need};
pub use milder::milder;
pub use numbers::Draft;
pub use occasion::{
    CONFRONTATION, CRISIS, DISPUTE, MEMORY, Occasion, at_table_since, has_stood, is_at_table, is_owed, occasions,
    suspect,
};
pub use preview::{Counsel, Preview, Undone, feasible};
pub use seen::{Past, Seen};
pub use waiting::{Matter, Pending, Waiting, rival, waiting};

use crate::base::id::{IncidentId, StateId};
use crate::base::{Permille, Points, Span};
use crate::sim::docket::{self, Refusal};
use crate::sim::order::Order;
use crate::sim::polity::State;
use crate::sim::relations::Tie;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::{Goal, Interest, Line, Scenario};
use crate::sim::situation::Situation;
use changes::{ANEW, Changes};
use numbers::{Into, Numbers, renumber};

/// The seat of nobody: what it sees is what is public. No scenario has so many States that one of them is this.
pub const PUBLIC: StateId = StateId(u8::MAX);

/// What one seat may see. Keep it and [`refresh`](View::refresh) it: then a look allocates nothing once it has grown.
#[derive(Clone, Debug)]
pub struct View {
    /// Whose view it is.
    pub seat: StateId,
    /// What the state knows, in the form of a situation; numbered by the view.
    pub known: Situation,
    /// What it learnt of the past turn.
    pub events: Vec<Seen>,
    /// What it wants, as far as that can be named in what it knows.
    pub interests: Vec<Want>,
    /// What it will not bear.
    pub red_lines: Vec<Line>,
    /// How many turns the crisis lasts.
    pub turns: u16,
    rules: Arc<Rulebook>,
    numbers: Numbers,
    /// The attention that its own announced measures will take that fall by themselves.
    reserved: Points,
    clearance: Clearance,
}

/// Something the seat wants, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Want {
    /// What, in the view's numbers.
    pub goal: Goal,
    /// How much, against its other wants.
    pub weight: Permille,
}

/// Two views are the same if they show the same; how the world numbers its rows is not shown.
impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        (self.seat, self.turns) == (other.seat, other.turns)
            && self.known == other.known
            && self.events == other.events
            && self.interests == other.interests
            && self.red_lines == other.red_lines
    }
}

impl View {
    /// What a seat sees of a situation, and of the turn before it if there was one.
    pub fn of(
        situation: &Situation,
        rules: &Arc<Rulebook>,
        scenario: &Scenario,
        seat: StateId,
        past: Option<Past>,
    ) -> Self {
        Self::cleared(situation, rules, scenario, (seat, Clearance::Secret), past)
    }

    /// What somebody of a seat sees who is cleared so far.
    pub fn cleared(
        situation: &Situation,
        rules: &Arc<Rulebook>,
        scenario: &Scenario,
        (seat, clearance): (StateId, Clearance),
        past: Option<Past>,
    ) -> Self {
        let mut view = Self::closed(rules, (seat, clearance));
        view.refresh(situation, scenario, past);
        view
    }

    /// A view that has not been opened yet.
    fn closed(rules: &Arc<Rulebook>, (seat, clearance): (StateId, Clearance)) -> Self {
        Self {
            seat,
            known: Situation::empty(Span(1)),
            events: Vec::new(),
            interests: Vec::new(),
            red_lines: Vec::new(),
            turns: 0,
            rules: rules.clone(),
            numbers: Numbers::default(),
            reserved: 0,
            clearance,
        }
    }

    /// Looks again.
    pub fn refresh(&mut self, situation: &Situation, scenario: &Scenario, past: Option<Past>) {
        self.follow((situation, &ANEW), scenario, past);
    }

    /// Looks again at a world of which it is known what has changed since this view last looked at it.
    fn follow(&mut self, world: (&Situation, &Changes), scenario: &Scenario, past: Option<Past>) {
        let who = (self.seat, self.clearance);
        known::renew(&mut self.known, &mut self.numbers, world, who, &self.rules.model.ladder);
        self.reserved = docket::reserved(&self.known, &self.rules, self.seat);
        self.events.clear();
        if let Some(past) = past {
            seen::fill(&mut self.events, past, who, &self.rules, &self.numbers);
        }
        self.turns = scenario.turns;
        let (seat, numbers) = (self.seat, &self.numbers);
        self.interests.clear();
        self.interests.extend(scenario.interests.iter().filter(|interest| interest.state == seat).filter_map(
            |Interest { goal, weight, .. }| Some(Want { goal: in_view(*goal, numbers)?, weight: *weight }),
        ));
        self.red_lines.clear();
        self.red_lines.extend(scenario.red_lines.iter().filter(|red| red.state == seat).map(|red| red.line));
    }

    /// The rules it is played by.
    pub fn rules(&self) -> &Arc<Rulebook> {
        &self.rules
    }

    /// Whether whoever looks is told of an order of the seat's own.
    pub fn is_told(&self, order: &Order) -> bool {
        self.clearance.is_full() || !is_secret(&self.rules, order)
    }

    /// How far whoever looks is cleared.
    pub fn clearance(&self) -> Clearance {
        self.clearance
    }

    /// The seat's own state.
    pub fn own(&self) -> &State {
        &self.known.states[self.seat.index()]
    }

    /// Attention left this turn, without what its own announced measures will take that fall by themselves.
    pub fn attention(&self) -> Points {
        self.own().attention - self.reserved
    }

    /// The tie to another state, if there is one.
    pub fn tie(&self, other: StateId) -> Option<&Tie> {
        let pair = (self.seat.min(other), self.seat.max(other));
        let found = self.known.ties.binary_search_by_key(&pair, |tie| (tie.low, tie.high)).ok()?;
        Some(&self.known.ties[found])
    }

    /// The seat's own ties, by the other state's id.
    pub fn ties(&self) -> impl Iterator<Item = &Tie> {
        self.known.ties.iter().filter(|tie| tie.low == self.seat || tie.high == self.seat)
    }

    /// The order that a draft stands for, in the world's numbers: what is sealed, compiled and kept.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if the draft names a row that is not in this view.
    pub fn seal(&self, draft: &Draft) -> Result<Order, Refusal> {
        renumber(&draft.order, &self.numbers, Into::World)
    }

    /// An order in the world's numbers as this seat would draft it: for scripts and records.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if it names a row that the seat does not know.
    pub fn draft(&self, order: &Order) -> Result<Draft, Refusal> {
        renumber(order, &self.numbers, Into::View).map(|order| Draft { order })
    }

    /// The place of an incident in the world's list, by which a scenario's cast names those of the opening. It stays, where
    /// the view's own number moves when an older incident comes to be known.
    pub fn cast_place(&self, incident: IncidentId) -> Option<usize> {
        self.numbers.world(incident).map(IncidentId::index)
    }

    /// The incident at a place in the world's list, if the seat knows it.
    pub fn cast_at(&self, place: usize) -> Option<IncidentId> {
        self.numbers.view(IncidentId(place as u32))
    }
}

/// A want in the view's numbers; `None` while the seat knows nothing of what it is about.
fn in_view(goal: Goal, numbers: &Numbers) -> Option<Goal> {
    Some(match goal {
        Goal::KnowTheAuthor(id) => Goal::KnowTheAuthor(numbers.view(id)?),
        Goal::EndOf(id) => Goal::EndOf(numbers.view(id)?),
        Goal::Deny(id) => Goal::Deny(numbers.view(id)?),
        Goal::CalmWith(_)
        | Goal::FriendshipWith(_)
        | Goal::Legitimacy
        | Goal::QuietAtHome
        | Goal::Prosperity
        | Goal::Protect(_)
        | Goal::Weaken(_)
        | Goal::Relief
        | Goal::ActorAtWork(_)
        | Goal::ActorShutDown(_)
        | Goal::InsightInto(_) => goal,
    })
}
