//! The four values. Unknown comes only from facts, contested only from rival readings.

use serde::Serialize;

/// What a test comes to.
///
/// The discriminants are single bits in the order in which `all` prefers them, so that a conjunction is the lowest bit
/// of everything seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Value {
    /// Certainly not so.
    False = 1,
    /// A fact is missing.
    Unknown = 2,
    /// States read the law differently.
    Contested = 4,
    /// Certainly so.
    True = 8,
}

impl Value {
    pub(crate) const FALSE: u8 = 1;
    pub(crate) const UNKNOWN: u8 = 2;
    pub(crate) const CONTESTED: u8 = 4;
    pub(crate) const TRUE: u8 = 8;

    /// The value of a definite answer.
    pub const fn of(answer: bool) -> Self {
        if answer { Self::True } else { Self::False }
    }

    pub(crate) const fn from_bit(bit: u8) -> Self {
        match bit {
            Self::TRUE => Self::True,
            Self::CONTESTED => Self::Contested,
            Self::UNKNOWN => Self::Unknown,
            _ => Self::False,
        }
    }
}

/// Negation on a bit: true and false change places, the others stay.
pub(crate) const fn swapped(bit: u8) -> u8 {
    (bit & 0b0110) | (bit & 1) << 3 | bit >> 3
}

/// The conjunction of everything whose bits were seen; nothing seen is true.
pub(crate) const fn lowest(seen: u8) -> u8 {
    let seen = seen | Value::TRUE;
    seen & seen.wrapping_neg()
}

/// The common headline of the baseline and the substantial positions: what they share; contested if some say yes and
/// some no; else unknown if any is; else contested.
pub(crate) const fn headline(seen: u8) -> u8 {
    if seen.is_power_of_two() {
        seen
    } else if seen & Value::TRUE != 0 && seen & Value::FALSE != 0 || seen & Value::UNKNOWN == 0 {
        Value::CONTESTED
    } else {
        Value::UNKNOWN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [u8; 4] = [Value::FALSE, Value::UNKNOWN, Value::CONTESTED, Value::TRUE];

    #[test]
    fn all_takes_the_first_of_false_unknown_contested_true() {
        for (i, a) in ALL.into_iter().enumerate() {
            for (j, b) in ALL.into_iter().enumerate() {
                assert_eq!(lowest(a | b), ALL[i.min(j)]);
            }
        }
    }

    #[test]
    fn any_is_the_negation_of_all_negated() {
        // The order of `any` is true, unknown, contested, false.
        let order = [Value::TRUE, Value::UNKNOWN, Value::CONTESTED, Value::FALSE];
        for (i, a) in order.into_iter().enumerate() {
            for (j, b) in order.into_iter().enumerate() {
                assert_eq!(swapped(lowest(swapped(a) | swapped(b))), order[i.min(j)]);
            }
        }
    }

    #[test]
    fn headlines_follow_the_catalogue() {
        assert_eq!(headline(Value::TRUE), Value::TRUE);
        assert_eq!(headline(Value::TRUE | Value::FALSE | Value::UNKNOWN), Value::CONTESTED);
        assert_eq!(headline(Value::TRUE | Value::UNKNOWN), Value::UNKNOWN);
        assert_eq!(headline(Value::FALSE | Value::CONTESTED), Value::CONTESTED);
        assert_eq!(headline(Value::CONTESTED | Value::UNKNOWN), Value::UNKNOWN);
    }
}
