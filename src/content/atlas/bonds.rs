//! Who has to do with whom. Ties are few, some six for a state, however many states there are.
//!
//! Neighbours: a ring of each region, in the order of their product, each tied to the next two. Allies: each member of a
//! pact is tied to its strongest. Powers: each state is tied to the strongest of its bloc, or to the strongest of all.
//! Rivals (judgement): the leaders in covert work and the ten strongest of the other bloc; one in three pairs of
//! neighbours without a common organisation, one in eight of those with one but no common pact.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::states::{Bloc, Made};
use crate::base::Permille;
use crate::base::chance::Draw;

/// Pacts whose members are bound to help each other.
const PACTS: [&str; 7] = ["NATO", "EU", "CSTO", "FVEY", "AUKUS", "GCC", "AES"];
/// Organisations whose members talk.
const BODIES: [&str; 11] = ["ASEAN", "AU", "BRICS", "CARICOM", "COE", "ECOWAS", "LAS", "MERCOSUR", "OAS", "PIF", "SCO"];
/// How many states of the other bloc a leader has for rivals.
const STRONGEST: usize = 10;

/// What a pair is to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Neighbours,
    Powers,
    Partners,
    Allies,
    Rivals,
}

/// A pair; the lower place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bond {
    pub(super) low: usize,
    pub(super) high: usize,
    pub(super) kind: Kind,
    /// How both feel, how tense it is, how much they trade: thousandths.
    pub(super) warmth: (i32, i32),
    pub(super) tension: i32,
    pub(super) trade: i32,
}

impl Bond {
    /// The other one, if a state is of the pair.
    pub(super) fn other(&self, place: usize) -> Option<usize> {
        match place {
            place if place == self.low => Some(self.high),
            place if place == self.high => Some(self.low),
            _ => None,
        }
    }
}

/// All pairs, in order.
pub(super) fn between(made: &[Made], draw: &mut Draw) -> Vec<Bond> {
    let mut kinds: BTreeMap<(usize, usize), Kind> = BTreeMap::new();
    let mut bind = |one: usize, other: usize, kind: Kind| {
        if one != other {
            let known = kinds.entry((one.min(other), one.max(other))).or_insert(kind);
            *known = kind.max(*known);
        }
    };
    let strongest =
        |places: &mut dyn Iterator<Item = usize>| places.max_by_key(|place| (made[*place].facts.gdp, Reverse(*place)));
    for ring in regions(made) {
        for (nth, &place) in ring.iter().enumerate() {
            for step in 1..=2 {
                let next = ring[(nth + step) % ring.len()];
                bind(place, next, neighbours(&made[place], &made[next], draw));
            }
        }
    }
    for pact in PACTS {
        let members: Vec<usize> = (0..made.len()).filter(|place| made[*place].facts.is_in(&[pact])).collect();
        if let Some(first) = strongest(&mut members.iter().copied()) {
            for &member in &members {
                bind(member, first, Kind::Allies);
            }
        }
    }
    let first = strongest(&mut (0..made.len()));
    for (place, state) in made.iter().enumerate() {
        let own = (0..made.len()).filter(|other| state.bloc != Bloc::Neither && made[*other].bloc == state.bloc);
        if let Some(power) = strongest(&mut own.into_iter()).or(first) {
            let kind = if state.bloc == Bloc::Neither { Kind::Powers } else { Kind::Partners };
            bind(place, power, kind);
        }
    }
    for (leader, state) in made.iter().enumerate().filter(|(_, state)| state.leads) {
        let mut others: Vec<usize> = (0..made.len())
            .filter(|other| made[*other].bloc != state.bloc && made[*other].bloc != Bloc::Neither)
            .collect();
        others.sort_by_key(|other| (Reverse(made[*other].facts.offence), *other));
        others.iter().take(STRONGEST).for_each(|&other| bind(leader, other, Kind::Rivals));
    }
    kinds.into_iter().map(|((low, high), kind)| bond(made, low, high, kind, draw)).collect()
}

/// The states of each region, richest first.
fn regions(made: &[Made]) -> Vec<Vec<usize>> {
    let mut rings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, state) in made.iter().enumerate() {
        rings.entry(&state.facts.subregion).or_default().push(place);
    }
    for ring in rings.values_mut() {
        ring.sort_by_key(|place| (Reverse(made[*place].facts.gdp), *place));
    }
    rings.into_values().collect()
}

fn neighbours(one: &Made, other: &Made, draw: &mut Draw) -> Kind {
    let (one, other) = (&one.facts, &other.facts);
    if one.shares(other, &PACTS) {
        return Kind::Allies;
    }
    let is_joined = one.shares(other, &BODIES);
    let odds = Permille::clamped(if is_joined { 125 } else { 333 });
    match (draw.happens(odds), is_joined) {
        (true, _) => Kind::Rivals,
        (false, true) => Kind::Partners,
        (false, false) => Kind::Neighbours,
    }
}

fn bond(made: &[Made], low: usize, high: usize, kind: Kind, draw: &mut Draw) -> Bond {
    // Standing disputes stand on the steps from `protest` to `retorsion`; a third of them are cool enough to be silent.
    let (warmth, tension, trade) = match kind {
        Kind::Rivals => (280, 240, 200),
        Kind::Neighbours => (500, 50, 400),
        Kind::Powers => (520, 30, 350),
        Kind::Partners => (600, 20, 450),
        Kind::Allies => (700, 10, 500),
    };
    let size = i32::midpoint(made[low].economy, made[high].economy) - 500;
    let mut feels = || (warmth + draw.between(-80, 80)).clamp(50, 950);
    let warmth = (feels(), feels());
    let spread = if kind == Kind::Rivals { 110 } else { 10 };
    Bond {
        low,
        high,
        kind,
        warmth,
        tension: tension + draw.between(-spread, spread),
        trade: (trade + size / 2).clamp(50, 900),
    }
}
