//! Beliefs: a flat table in canonical order, not entities, since there are many and they are small.

use bevy::ecs::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::LogOdds;
use crate::base::id::{IncidentId, StateId};
use crate::sim::polity::ControlLink;
use crate::sim::words::words;

/// How likely a state holds one answer to one question about one incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Belief {
    /// Whose belief.
    pub holder: StateId,
    /// About which incident.
    pub incident: IncidentId,
    /// The proposition.
    pub question: Question,
    /// How likely it is held to be true.
    pub odds: LogOdds,
}

impl Belief {
    pub(in crate::sim) const fn key(&self) -> (StateId, IncidentId, Question) {
        (self.holder, self.incident, self.question)
    }
}

/// A proposition about an incident that evidence can speak to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// This state is behind it.
    Author(StateId),
    /// No state is behind it.
    NonState,
    /// This state stands behind those who did it with at least this link.
    Link(StateId, ControlLink),
    /// It passed through this state, whose authorities actually know.
    Harbours(StateId),
}

words! {
    /// Confidence words of the fact `attribution_confidence`.
    Confidence {
        /// Below 20 %.
        None,
        /// Below 45 %.
        Low,
        /// Below 75 %.
        Moderate,
        /// Below 95 %.
        High,
        /// 95 % or more.
        NearCertain,
    }
}

impl Confidence {
    /// The word for a belief. The bounds are exact in thousandths: 200, 450, 750, 950.
    pub const fn of(odds: LogOdds) -> Self {
        match odds.probability().get() {
            ..200 => Self::None,
            200..450 => Self::Low,
            450..750 => Self::Moderate,
            750..950 => Self::High,
            _ => Self::NearCertain,
        }
    }
}

/// All beliefs, sorted by holder, incident and question.
#[derive(Resource, Clone, Debug, Default)]
pub struct Beliefs {
    // INVARIANT: strictly ascending by key.
    rows: Vec<Belief>,
}

impl Beliefs {
    /// All rows in canonical order.
    pub fn rows(&self) -> &[Belief] {
        &self.rows
    }

    /// What a state holds about an incident, in order of question.
    pub fn of(&self, holder: StateId, incident: IncidentId) -> &[Belief] {
        about(&self.rows, holder, incident)
    }

    /// How likely a state holds a proposition; `None` if it has never had reason to ask.
    pub fn odds(&self, holder: StateId, incident: IncidentId, question: Question) -> Option<LogOdds> {
        let found = self.rows.binary_search_by_key(&(holder, incident, question), Belief::key).ok()?;
        Some(self.rows[found].odds)
    }

    /// Moves a belief, from `prior` if it is new; returns it before and after.
    pub(in crate::sim) fn shift(
        &mut self,
        (holder, incident, question): (StateId, IncidentId, Question),
        by: i32,
        prior: LogOdds,
    ) -> (LogOdds, LogOdds) {
        match self.rows.binary_search_by_key(&(holder, incident, question), Belief::key) {
            Ok(found) => {
                let before = self.rows[found].odds;
                self.rows[found].odds = before.plus(by);
                (before, before.plus(by))
            }
            Err(place) => {
                self.rows.insert(place, Belief { holder, incident, question, odds: prior.plus(by) });
                (prior, prior.plus(by))
            }
        }
    }

    pub(in crate::sim) fn refill(&mut self, rows: &[Belief]) {
        self.rows.clear();
        self.rows.extend_from_slice(rows);
        self.rows.sort_unstable_by_key(Belief::key);
    }
}

/// The rows of one holder about one incident in a table in canonical order; also for a situation at rest.
pub fn about(rows: &[Belief], holder: StateId, incident: IncidentId) -> &[Belief] {
    let start = rows.partition_point(|row| (row.holder, row.incident) < (holder, incident));
    let length = rows[start..].partition_point(|row| (row.holder, row.incident) == (holder, incident));
    &rows[start..start + length]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Permille;

    #[test]
    fn beliefs_stay_sorted_and_add_up() {
        let mut beliefs = Beliefs::default();
        let key = |s, q| (StateId(s), IncidentId(0), q);
        let prior = LogOdds::clamped(-1000);
        beliefs.shift(key(2, Question::NonState), 100, prior);
        beliefs.shift(key(1, Question::Author(StateId(3))), 700, prior);
        beliefs.shift(key(1, Question::Author(StateId(0))), 50, prior);
        let (before, after) = beliefs.shift(key(1, Question::Author(StateId(3))), 400, prior);
        assert_eq!((before.get(), after.get()), (-300, 100));
        assert!(beliefs.rows().is_sorted_by_key(Belief::key));
        assert_eq!(beliefs.of(StateId(1), IncidentId(0)).len(), 2);
        assert_eq!(beliefs.odds(StateId(2), IncidentId(0), Question::NonState), Some(LogOdds::clamped(-900)));
    }

    #[test]
    fn the_confidence_words_change_exactly_at_their_bounds() {
        for (bound, word) in [
            (200, Confidence::Low),
            (450, Confidence::Moderate),
            (750, Confidence::High),
            (950, Confidence::NearCertain),
        ] {
            let at = LogOdds::from_probability(Permille::clamped(bound));
            assert_eq!(Confidence::of(at), word);
            assert!(Confidence::of(at.plus(-1)) < word, "one step below {bound} must not read {word:?}");
        }
    }
}
