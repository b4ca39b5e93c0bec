//! The geography of a scenario as the screen needs it: the one geometry that the browser draws too, with the edges between
//! two States told from the coasts.

use std::collections::BTreeMap;

use bevy_egui::egui::{Pos2, pos2};

use crate::report::map::{HEIGHT, Map, Point, WIDTH};
use crate::sim::scenario::Scenario;

/// How much wider than high the world is.
#[expect(clippy::cast_possible_truncation, reason = "a ratio of two small numbers")]
pub const ASPECT: f32 = (WIDTH / HEIGHT) as f32;

/// A cell of land.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whose, by place.
    pub owner: usize,
    /// Its corners, in order around it.
    pub corners: Vec<Pos2>,
}

/// An edge between two cells of different owners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Where it runs.
    pub ends: [Pos2; 2],
    /// Whose land lies on either side; `None` is the sea.
    pub sides: [Option<usize>; 2],
}

impl Edge {
    /// Whether the sea is on one side.
    pub fn is_coast(&self) -> bool {
        self.sides.contains(&None)
    }
}

/// The geography of a scenario; the world is [`ASPECT`] wide and 1 high.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// All land.
    pub cells: Vec<Cell>,
    /// Coasts and frontiers.
    pub edges: Vec<Edge>,
    /// A place well inside each State, by id.
    pub seats: Vec<Pos2>,
}

impl Atlas {
    /// The geography of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self::drawn(&Map::of(scenario))
    }

    /// The same of a map that is there already.
    pub fn drawn(map: &Map) -> Self {
        let mut atlas = Self::default();
        // Two States that meet have the same two corners on their outlines.
        let mut sides: BTreeMap<[(u64, u64); 2], ([Pos2; 2], Vec<usize>)> = BTreeMap::new();
        for (owner, region) in map.regions.iter().enumerate() {
            atlas.seats.push(place(&region.anchor));
            atlas
                .cells
                .extend(region.cells.iter().map(|ring| Cell { owner, corners: ring.iter().map(place).collect() }));
            for ring in &region.outlines {
                for (nth, one) in ring.iter().enumerate() {
                    let other = &ring[(nth + 1) % ring.len()];
                    let mut key = [one, other].map(|at| (at.x.to_bits(), at.y.to_bits()));
                    key.sort_unstable();
                    let edge = sides.entry(key).or_insert_with(|| ([place(one), place(other)], Vec::new()));
                    edge.1.push(owner);
                }
            }
        }
        let edges = sides
            .into_values()
            .map(|(ends, owners)| Edge { ends, sides: [owners.first().copied(), owners.get(1).copied()] });
        atlas.edges = edges.collect();
        atlas
    }

    /// Whose land a place is.
    pub fn owner(&self, at: Pos2) -> Option<usize> {
        self.cells.iter().find(|cell| inside(at, &cell.corners)).map(|cell| cell.owner)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "places on a screen need no more than an f32 has")]
fn place(at: &Point) -> Pos2 {
    pos2((at.x / HEIGHT) as f32, (at.y / HEIGHT) as f32)
}

/// Whether a place lies within a convex ring.
fn inside(at: Pos2, ring: &[Pos2]) -> bool {
    let (mut left, mut right) = (false, false);
    for (nth, one) in ring.iter().enumerate() {
        let (along, to) = (ring[(nth + 1) % ring.len()] - *one, at - *one);
        let turn = along.x * to.y - along.y * to.x;
        left |= turn > 1e-6;
        right |= turn < -1e-6;
    }
    !(left && right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;

    #[test]
    fn every_state_has_land_of_its_own_and_is_found_there() {
        for slug in ["dark-grid", "thirty"] {
            let staged = library::embedded(slug).unwrap().stage().unwrap();
            let atlas = Atlas::of(&staged.scenario);
            for (state, seat) in atlas.seats.iter().enumerate() {
                assert_eq!(atlas.owner(*seat), Some(state), "{slug}");
            }
            assert!(atlas.edges.iter().any(Edge::is_coast), "{slug}");
            assert!(atlas.edges.iter().any(|edge| !edge.is_coast()), "{slug}");
            assert_eq!(atlas.owner(pos2(0.001, 0.001)), None, "the corner of the world is sea");
        }
    }
}
