//! An expulsion of diplomats.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::Day;
use crate::base::id::{ExpulsionId, IncidentId, StateId};
use crate::sim::order::Level;

/// Staff of one State's mission declared unwelcome by another. Everybody hears of it: those who leave are seen to leave.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expulsion {
    /// Its id.
    pub id: ExpulsionId,
    /// Who sent them home.
    pub by: StateId,
    /// Whose people they were.
    pub of: StateId,
    /// How many.
    pub level: Level,
    /// What it is said to be about.
    #[serde(default)]
    pub about: Option<IncidentId>,
    /// The expulsion of its own people that it returns.
    #[serde(default)]
    pub returns: Option<ExpulsionId>,
    /// The day it was declared.
    pub day: Day,
}

impl Expulsion {
    /// Whether it can still be returned on a day: neither is it an answer itself, nor has it been answered, nor is it too
    /// long ago. Two that cross on one day answer each other.
    pub fn is_open<'a>(&self, mut all: impl Iterator<Item = &'a Self>, day: Day, within: i32) -> bool {
        let answers = |other: &Self| other.by == self.of && other.of == self.by && other.day >= self.day;
        self.returns.is_none() && day.since(self.day) <= within && !all.any(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expulsion(id: u32, by: u8, day: i32, returns: Option<u32>) -> Expulsion {
        Expulsion {
            id: ExpulsionId(id),
            by: StateId(by),
            of: StateId(1 - by),
            level: Level::Medium,
            about: None,
            returns: returns.map(ExpulsionId),
            day: Day(day),
        }
    }

    #[test]
    fn an_expulsion_is_returned_once_in_good_time_and_never_for_ever() {
        let (first, answer, later) =
            (expulsion(0, 0, 10, None), expulsion(1, 1, 17, Some(0)), expulsion(2, 0, 40, None));
        assert!(first.is_open([first].iter(), Day(17), 61));
        assert!(!first.is_open([first].iter(), Day(72), 61), "after two months it is history");
        assert!(!first.is_open([first, answer].iter(), Day(17), 61), "once is enough");
        assert!(!answer.is_open([first, answer].iter(), Day(18), 61), "an answer calls for no answer");
        assert!(later.is_open([first, answer, later].iter(), Day(41), 61), "a fresh one does");
        let crossed = expulsion(1, 1, 10, None);
        assert!(!first.is_open([first, crossed].iter(), Day(17), 61) && !crossed.is_open([first].iter(), Day(17), 61));
    }
}
