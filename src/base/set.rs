//! A set of states as bits, so that audiences stay plain data.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::id::StateId;

/// A set of at most 256 states. Copyable, ordered by id, empty by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateSet([u64; 4]);

impl StateSet {
    /// Nobody.
    pub const EMPTY: Self = Self([0; 4]);
    /// Every state there can be: the public.
    pub const ALL: Self = Self([u64::MAX; 4]);

    /// The set of one.
    pub fn of(state: StateId) -> Self {
        let mut set = Self::EMPTY;
        set.insert(state);
        set
    }

    /// Adds a state.
    pub fn insert(&mut self, state: StateId) {
        self.0[state.index() >> 6] |= 1 << (state.index() & 63);
    }

    /// Takes a state out.
    pub fn remove(&mut self, state: StateId) {
        self.0[state.index() >> 6] &= !(1 << (state.index() & 63));
    }

    /// This set and one more.
    #[must_use]
    pub fn with(mut self, state: StateId) -> Self {
        self.insert(state);
        self
    }

    /// Whether a state is in it.
    pub const fn contains(&self, state: StateId) -> bool {
        self.0[(state.0 >> 6) as usize] & (1 << (state.0 & 63)) != 0
    }

    /// Everybody in either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] | other.0[i]))
    }

    /// Whether it is everybody.
    pub fn is_public(&self) -> bool {
        *self == Self::ALL
    }

    /// Whether it is nobody.
    pub fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }

    /// How many states are in it.
    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Its states in order.
    pub fn iter(&self) -> impl Iterator<Item = StateId> + use<> {
        let words = self.0;
        (0..4_usize).flat_map(move |word| {
            let mut rest = words[word];
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    StateId::at(word * 64 + bit)
                })
            })
        })
    }
}

impl FromIterator<StateId> for StateSet {
    fn from_iter<I: IntoIterator<Item = StateId>>(states: I) -> Self {
        states.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// Written as four hexadecimal words, lowest state first; short and exact. Formats that no person reads get the words bare.
impl Serialize for StateSet {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if !to.is_human_readable() {
            return self.0.serialize(to);
        }
        let [a, b, c, d] = self.0;
        to.serialize_str(&format!("{a:x}.{b:x}.{c:x}.{d:x}"))
    }
}

impl<'de> Deserialize<'de> for StateSet {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !from.is_human_readable() {
            return Deserialize::deserialize(from).map(Self);
        }
        let text = String::deserialize(from)?;
        let mut words = [0; 4];
        let mut parts = text.split('.');
        for word in &mut words {
            *word = parts
                .next()
                .and_then(|part| u64::from_str_radix(part, 16).ok())
                .ok_or_else(|| serde::de::Error::custom("a set of states is four hexadecimal words"))?;
        }
        match parts.next() {
            None => Ok(Self(words)),
            Some(_) => Err(serde::de::Error::custom("a set of states is four hexadecimal words")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iterates_in_order_across_words() {
        let set: StateSet = [200, 3, 64, 63].into_iter().map(StateId).collect();
        assert_eq!(set.iter().map(|s| s.0).collect::<Vec<_>>(), [3, 63, 64, 200]);
        assert_eq!(set.len(), 4);
        assert!(StateSet::ALL.contains(StateId(255)));
    }

    #[test]
    fn survives_its_text_form() {
        let set: StateSet = [0, 65, 255].into_iter().map(StateId).collect();
        let text = serde_json::to_string(&set).unwrap();
        assert_eq!(serde_json::from_str::<StateSet>(&text).unwrap(), set);
        assert!(serde_json::from_str::<StateSet>("\"1.2.3\"").is_err());
    }
}
