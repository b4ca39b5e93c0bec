//! A game as the review reads it: every situation and every record, and what the seats gave as their reasons.

use std::ops::Range;
use std::sync::Arc;

use crate::base::id::StateId;
use crate::base::{Day, Turn};
use crate::content::lesson::Lesson;
use crate::content::offices::Delegations;
use crate::content::scenario::Staged;
use crate::session::{Game, Journal, Minute, minutes};
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Scenario;
use crate::sim::white_cell::Taken;
use crate::sim::{Docket, Order, Situation, TurnRecord};

/// How many spans of time a review tells apart: a class plays fewer turns, and nobody reads more. Source: judgement.
const SPANS: usize = 26;

/// One finished or paused game.
#[derive(Debug)]
pub struct History {
    /// What it was played by.
    pub rules: Arc<Rulebook>,
    /// What it was about.
    pub scenario: Arc<Scenario>,
    /// How its delegations were made up at first.
    pub delegations: Arc<Delegations>,
    /// What made it a lesson, if it was one.
    pub lesson: Option<Arc<Lesson>>,
    /// The seed of all chance in it.
    pub seed: u64,
    /// The truth drawn, as a place in the scenario's list.
    pub truth: Option<usize>,
    /// The world on the first morning.
    pub opening: Situation,
    /// The turns played, in order.
    pub turns: Vec<Played>,
    /// What seats gave as their reasons, in order of turn, state and rank.
    pub remarks: Vec<Remark>,
    /// What teams laid before themselves, if the journal is at hand.
    pub minutes: Vec<Minute>,
}

/// One turn as it was played.
#[derive(Debug)]
pub struct Played {
    /// Its orders and refusals.
    pub docket: Docket,
    /// What the facilitator put into it or changed of it.
    pub taken: Taken,
    /// What came of them.
    pub record: TurnRecord,
    /// The world after it.
    pub after: Situation,
}

/// Why a seat ordered something, in its own sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// In which turn.
    pub turn: Turn,
    /// What was ordered, and by whom.
    pub order: Order,
    /// The sentence.
    pub reason: String,
}

impl History {
    /// A game as far as it has been played.
    pub fn of(game: &Game) -> Self {
        let scenario = game.scenario().clone();
        let drawn = game.truth().and_then(|truth| scenario.truths.iter().position(|one| one.id == truth.id));
        let mut turns = Vec::new();
        let mut remarks = Vec::new();
        for (place, played) in game.played().iter().enumerate() {
            let after = game.situation(place + 1).unwrap_or_else(|| game.present()).clone();
            for sealed in &played.sealed {
                remarks.extend(sealed.orders.iter().zip(&sealed.reasons).map(|(order, reason)| Remark {
                    turn: played.record.turn,
                    order: *order,
                    reason: reason.clone(),
                }));
            }
            turns.push(Played {
                docket: played.docket.clone(),
                taken: played.taken.clone(),
                record: played.record.clone(),
                after,
            });
        }
        let opening = game.situation(0).unwrap_or_else(|| game.present()).clone();
        Self {
            rules: game.rulebook().clone(),
            scenario,
            delegations: game.staged().delegations.clone(),
            lesson: game.staged().lesson.clone(),
            seed: game.seed(),
            truth: drawn,
            opening,
            turns,
            remarks,
            minutes: Vec::new(),
        }
    }

    /// With what the journal says of its teams.
    #[must_use]
    pub fn with(self, journal: &Journal) -> Self {
        let staged = Staged {
            scenario: self.scenario.clone(),
            rulebook: self.rules.clone(),
            delegations: self.delegations.clone(),
            lesson: self.lesson.clone(),
        };
        let minutes = minutes(journal.clone().into_lines(), &staged);
        Self { minutes, ..self }
    }

    /// The turns in at most `SPANS` spans of equal length, as places in the list: each turn by itself in a game of a class.
    pub fn spans(&self) -> Vec<Range<usize>> {
        let count = self.turns.len();
        let length = count.div_ceil(SPANS).max(1);
        (0..count).step_by(length).map(|start| start..(start + length).min(count)).collect()
    }

    /// The turn of a span of which most became public, the first of equals.
    pub fn fullest(&self, span: &Range<usize>) -> usize {
        let public = |place: &usize| {
            let events = &self.turns[*place].record.events;
            events.iter().filter(|event| event.audience.is_public()).count()
        };
        span.clone().max_by_key(|place| (public(place), std::cmp::Reverse(*place))).unwrap_or(span.start)
    }

    /// The world as it stood at the end.
    pub fn end(&self) -> &Situation {
        self.turns.last().map_or(&self.opening, |played| &played.after)
    }

    /// The world before a turn, by its place in the list.
    pub fn before(&self, turn: usize) -> &Situation {
        match turn.checked_sub(1) {
            Some(earlier) => &self.turns[earlier].after,
            None => &self.opening,
        }
    }

    /// The place of the turn in which a day lies; `None` for history and for days after the end.
    pub fn turn_of(&self, day: Day) -> Option<usize> {
        let span = i32::from(self.opening.span.0);
        self.turns.iter().position(|played| (0..span).contains(&day.since(played.record.day)))
    }

    /// Every state, in order.
    pub fn states(&self) -> impl Iterator<Item = StateId> + use<> {
        (0..self.opening.states.len()).map(StateId::at)
    }
}
