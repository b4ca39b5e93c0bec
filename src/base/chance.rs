//! Keyed chance: every draw opens its own stream, so that a new draw somewhere disturbs no other.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::base::clock::Turn;
use crate::base::quantity::Permille;

/// What a draw is for. The number is part of the record: never reuse one, add at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose(pub u32);

/// The source of all chance in one crisis. Copyable: it is only the seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    seed: u64,
}

impl Chance {
    /// Chance from a game's seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Opens the stream for one purpose about up to three subjects in one turn.
    pub fn draw(self, turn: Turn, purpose: Purpose, subjects: [u32; 3]) -> Draw {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..12].copy_from_slice(&u32::from(turn.0).to_le_bytes());
        key[12..16].copy_from_slice(&purpose.0.to_le_bytes());
        for (slot, subject) in key[16..28].chunks_mut(4).zip(subjects) {
            slot.copy_from_slice(&subject.to_le_bytes());
        }
        Draw(ChaCha8Rng::from_seed(key))
    }
}

/// One opened stream of chance.
#[derive(Clone, Debug)]
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// A whole number below a bound, without bias: Lemire's method on 64 bits. The bound must not be 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        assert!(bound > 0, "a draw needs at least one outcome");
        let bound = u64::from(bound);
        let threshold = bound.wrapping_neg() % bound;
        loop {
            let wide = u128::from(self.0.next_u64()) * u128::from(bound);
            if wide as u64 >= threshold {
                return (wide >> 64) as u32;
            }
        }
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        assert!(low <= high, "the lower end comes first");
        low + self.below((high - low + 1) as u32) as i32
    }

    /// Whether an event of this probability happens.
    pub fn happens(&mut self, odds: Permille) -> bool {
        (self.below(1000) as i32) < odds.get()
    }

    /// An index chosen in proportion to weights; `None` if all are 0.
    pub fn weighted(&mut self, weights: &[u32]) -> Option<usize> {
        let total: u32 = weights.iter().sum();
        if total == 0 {
            return None;
        }
        let mut at = self.below(total);
        weights.iter().position(|&weight| {
            let here = at < weight;
            at = at.saturating_sub(weight);
            here
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_same_for_ever() {
        let mut draw = Chance::new(7).draw(Turn(2), Purpose(1), [3, 4, 5]);
        let drawn: Vec<u32> = (0..6).map(|_| draw.below(1000)).collect();
        assert_eq!(drawn, KNOWN, "the generator changed: old journals would no longer replay");
    }

    const KNOWN: [u32; 6] = [505, 976, 163, 926, 812, 712];

    #[test]
    fn other_keys_open_other_streams() {
        let chance = Chance::new(7);
        let first = |turn, purpose, subjects| chance.draw(turn, purpose, subjects).below(u32::MAX);
        let base = first(Turn(0), Purpose(0), [0; 3]);
        assert_ne!(base, first(Turn(1), Purpose(0), [0; 3]));
        assert_ne!(base, first(Turn(0), Purpose(1), [0; 3]));
        assert_ne!(base, first(Turn(0), Purpose(0), [0, 0, 1]));
    }

    #[test]
    fn weights_are_kept() {
        let mut counts = [0; 3];
        for i in 0..9000 {
            let mut draw = Chance::new(1).draw(Turn(0), Purpose(9), [i, 0, 0]);
            counts[draw.weighted(&[1, 0, 2]).unwrap()] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2700..3300).contains(&counts[0]), "{counts:?}");
        assert_eq!(Chance::new(1).draw(Turn(0), Purpose(9), [0; 3]).weighted(&[0, 0]), None);
    }
}
