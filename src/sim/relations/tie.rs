//! Ties: one row for each pair of states that have to do with each other.
//!
//! A pair is stored once, the lower id first, so that tension and treaties cannot disagree with themselves; what each side
//! feels is [`Sided`]. Ties exist where the scenario declares them and are never added in play, so 193 states stay bounded,
//! and a state without a tie to another cannot act on it.

use std::fmt;

use bevy::ecs::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::base::id::StateId;
use crate::sim::words::words;

/// What stands between two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// The state with the lower id.
    pub low: StateId,
    /// The state with the higher id.
    pub high: StateId,
    /// How each side feels about the other: 500 is indifferent.
    pub warmth: Sided<Permille>,
    /// How close they are to blows.
    #[serde(default)]
    pub tension: Permille,
    /// How much each needs the other's trade.
    #[serde(default)]
    pub trade: Permille,
    /// The state of diplomatic relations.
    #[serde(default)]
    pub relations: Relations,
    /// Whether they stand together.
    #[serde(default)]
    pub alliance: Alliance,
    /// What they have agreed.
    #[serde(default)]
    pub treaties: Treaties,
    /// The step of the ladder they stand on, 0 to 9.
    #[serde(default)]
    pub step: u8,
}

impl Tie {
    /// The other one of the pair.
    pub fn other(&self, state: StateId) -> StateId {
        if state == self.low { self.high } else { self.low }
    }

    /// How a state feels about the other one.
    pub fn warmth_of(&self, state: StateId) -> Permille {
        if state == self.low { self.warmth.low } else { self.warmth.high }
    }
}

/// A value of the lower and one of the higher state of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sided<T> {
    /// Of the state with the lower id.
    pub low: T,
    /// Of the state with the higher id.
    pub high: T,
}

words! {
    /// Diplomatic relations, from full to none.
    Relations {
        /// Ambassadors in place.
        Full,
        /// An ambassador called home.
        AmbassadorRecalled,
        /// Staff expelled or cut.
        Reduced,
        /// Broken off.
        Severed,
    }
}

words! {
    /// Whether two states stand together.
    Alliance {
        /// They do not.
        None,
        /// Partners who consult.
        Partners,
        /// Bound to help each other.
        Allies,
    }
}

/// The shares of a tie that acts can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieGauge {
    /// How this state feels about the other.
    WarmthOf(StateId),
    /// [`Tie::tension`].
    Tension,
    /// [`Tie::trade`].
    Trade,
}

/// A set of kinds of treaty between two states. Files write a list of names.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Treaties(u16);

impl Treaties {
    /// None.
    pub const NONE: Self = Self(0);
    /// Trade on agreed terms.
    pub const TRADE: Self = Self(1);
    /// Air, sea and land transport.
    pub const TRANSPORT: Self = Self(1 << 1);
    /// Investment.
    pub const INVESTMENT: Self = Self(1 << 2);
    /// Cooperation.
    pub const COOPERATION: Self = Self(1 << 3);
    /// A headquarters agreement.
    pub const HEADQUARTERS: Self = Self(1 << 4);
    /// Mutual legal assistance.
    pub const LEGAL_ASSISTANCE: Self = Self(1 << 5);
    /// A clause that gives a court jurisdiction.
    pub const JURISDICTION: Self = Self(1 << 6);
    /// A regime that bars self-help between them.
    pub const EXCLUDES_SELF_HELP: Self = Self(1 << 7);

    const NAMED: [(&'static str, Self); 8] = [
        ("trade", Self::TRADE),
        ("transport", Self::TRANSPORT),
        ("investment", Self::INVESTMENT),
        ("cooperation", Self::COOPERATION),
        ("headquarters", Self::HEADQUARTERS),
        ("legal_assistance", Self::LEGAL_ASSISTANCE),
        ("jurisdiction", Self::JURISDICTION),
        ("excludes_self_help", Self::EXCLUDES_SELF_HELP),
    ];

    /// Whether all of those are among these.
    pub const fn include(self, those: Self) -> bool {
        self.0 & those.0 == those.0
    }

    /// These and those.
    #[must_use]
    pub const fn with(self, those: Self) -> Self {
        Self(self.0 | those.0)
    }

    /// These without those.
    #[must_use]
    pub const fn without(self, those: Self) -> Self {
        Self(self.0 & !those.0)
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED.into_iter().filter(move |(_, treaty)| self.include(*treaty)).map(|(name, _)| name)
    }
}

impl fmt::Debug for Treaties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}

impl Serialize for Treaties {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.collect_seq(self.names()) } else { self.0.serialize(to) }
    }
}

impl<'de> Deserialize<'de> for Treaties {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !from.is_human_readable() {
            return u16::deserialize(from).map(Self);
        }
        Vec::<String>::deserialize(from)?.iter().try_fold(Self::NONE, |all, name| {
            match Self::NAMED.iter().find(|(known, _)| known == name) {
                Some((_, treaty)) => Ok(all.with(*treaty)),
                None => Err(serde::de::Error::custom(format!("unknown kind of treaty `{name}`"))),
            }
        })
    }
}

/// All ties, sorted by pair, with each state's own ties findable without a search through the rest.
#[derive(Resource, Clone, Debug, Default)]
pub struct Ties {
    // INVARIANT: strictly ascending by pair, low < high; the index below follows the rows.
    rows: Vec<Tie>,
    /// Where each state's stretch of `index` begins; one longer than the number of states.
    starts: Vec<u32>,
    /// For each state, its ties as (other state, row), ascending.
    index: Vec<(StateId, u32)>,
}

impl Ties {
    /// All rows in canonical order.
    pub fn rows(&self) -> &[Tie] {
        &self.rows
    }

    /// The tie between two states, in whichever order they are named.
    pub fn between(&self, one: StateId, other: StateId) -> Option<&Tie> {
        self.place(one, other).map(|place| &self.rows[place])
    }

    /// A state's ties, by the other state's id.
    pub fn of(&self, state: StateId) -> impl Iterator<Item = &Tie> {
        self.stretch(state).iter().map(|&(_, row)| &self.rows[row as usize])
    }

    pub(in crate::sim) fn between_mut(&mut self, one: StateId, other: StateId) -> Option<&mut Tie> {
        self.place(one, other).map(|place| &mut self.rows[place])
    }

    /// Eases tension everywhere.
    pub(in crate::sim) fn calm(&mut self, by: i32) {
        for tie in &mut self.rows {
            tie.tension = tie.tension.shifted(-by);
        }
    }

    fn place(&self, one: StateId, other: StateId) -> Option<usize> {
        let stretch = self.stretch(one);
        let found = stretch.binary_search_by_key(&other, |&(state, _)| state).ok()?;
        Some(stretch[found].1 as usize)
    }

    fn stretch(&self, state: StateId) -> &[(StateId, u32)] {
        match self.starts.get(state.index()..=state.index() + 1) {
            Some(&[start, end]) => &self.index[start as usize..end as usize],
            _ => &[],
        }
    }

    pub(in crate::sim) fn refill(&mut self, rows: &[Tie]) {
        let same_pairs = rows.len() == self.rows.len()
            && rows.iter().zip(&self.rows).all(|(new, old)| (new.low, new.high) == (old.low, old.high));
        self.rows.clear();
        self.rows.extend_from_slice(rows);
        if !same_pairs {
            self.rows.sort_unstable_by_key(|tie| (tie.low, tie.high));
            self.reindex();
        }
    }

    fn reindex(&mut self) {
        let mut sides: Vec<(StateId, StateId, u32)> = Vec::with_capacity(self.rows.len() * 2);
        for (row, tie) in (0..).zip(&self.rows) {
            assert!(tie.low < tie.high, "a tie names the lower state first");
            sides.push((tie.low, tie.high, row));
            sides.push((tie.high, tie.low, row));
        }
        sides.sort_unstable();
        let states = sides.last().map_or(0, |&(state, ..)| state.index() + 1);
        self.starts.clear();
        self.starts.extend((0..=states).map(|s| sides.partition_point(|&(state, ..)| state.index() < s) as u32));
        self.index.clear();
        self.index.extend(sides.iter().map(|&(_, other, row)| (other, row)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(low: u8, high: u8) -> Tie {
        Tie {
            low: StateId(low),
            high: StateId(high),
            warmth: Sided { low: Permille::clamped(400), high: Permille::clamped(600) },
            tension: Permille::ZERO,
            trade: Permille::ZERO,
            relations: Relations::Full,
            alliance: Alliance::None,
            treaties: Treaties::TRADE.with(Treaties::JURISDICTION),
            step: 0,
        }
    }

    #[test]
    fn ties_are_found_from_either_side() {
        let mut ties = Ties::default();
        ties.refill(&[tie(1, 4), tie(0, 1), tie(0, 4)]);
        assert_eq!(ties.between(StateId(4), StateId(1)).map(|t| t.low), Some(StateId(1)));
        assert!(ties.between(StateId(2), StateId(4)).is_none() && ties.between(StateId(9), StateId(4)).is_none());
        let others: Vec<u8> = ties.of(StateId(1)).map(|t| t.other(StateId(1)).0).collect();
        assert_eq!(others, [0, 4]);
        assert_eq!(ties.between(StateId(4), StateId(0)).map(|t| t.warmth_of(StateId(4)).get()), Some(600));
    }

    #[test]
    fn treaties_are_written_by_name() {
        let text = serde_json::to_string(&tie(0, 1).treaties).unwrap();
        assert_eq!(text, r#"["trade","jurisdiction"]"#);
        assert_eq!(serde_json::from_str::<Treaties>(&text).unwrap(), tie(0, 1).treaties);
        assert!(serde_json::from_str::<Treaties>(r#"["tarde"]"#).is_err());
    }
}
