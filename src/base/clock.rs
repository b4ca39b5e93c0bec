//! Scenario time: days since the scenario's first morning, and the turn that spans some of them.

use serde::{Deserialize, Serialize};

/// A turn's number, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Turn(pub u16);

impl Turn {
    /// The turn after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// A day of the scenario: 0 is the first morning, history lies before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// Whole days from an earlier day to this one; negative if it is later.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The day so many days on.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }
}

/// How long a turn lasts, in days: 1 to 366. Rates are per day and scaled by it exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub u16);

impl Span {
    /// A rate per 1 000 days, carried over this span and rounded half away from zero.
    pub const fn scale(self, per_thousand_days: i32) -> i32 {
        let product = per_thousand_days as i64 * self.0 as i64;
        let half = if product < 0 { -500 } else { 500 };
        ((product + half) / 1000) as i32
    }
}
