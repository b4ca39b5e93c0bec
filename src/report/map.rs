//! The map of a scenario: a region for every State, drawn from nothing but what is public on the first morning.
//!
//! A diagram, not geography: States that trade and stand together lie near one another. Two games of a scenario have the same
//! map whatever their seed and hidden truth, so a map tells nothing. Browser and window draw from this one geometry: cells to
//! fill, outlines to stroke, anchors to write and pin at.

use std::collections::{BTreeMap, BTreeSet};

use voronoice::{BoundingBox, VoronoiBuilder};

use crate::base::Digest;
use crate::base::id::StateId;
use crate::sim::relations::Alliance;
use crate::sim::scenario::Scenario;

/// How wide a map is; the unit is a hundredth of its width over six.
pub const WIDTH: f64 = 600.0;
/// How high it is.
pub const HEIGHT: f64 = 400.0;
/// How much sea there is at least around all land.
const SHORE: f64 = 26.0;
/// Cells for each State, and the fewest and most of all.
const CELLS: (usize, usize, usize) = (18, 900, 3600);
/// How often the layout is improved, and how often regions are evened out.
const ROUNDS: (usize, usize) = (200, 2);

/// A place on a map: right of the left edge, below the upper one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left, 0 to [`WIDTH`].
    pub x: f64,
    /// From the top, 0 to [`HEIGHT`].
    pub y: f64,
}

impl Point {
    /// How far another place is.
    pub fn distance(self, other: Self) -> f64 {
        ((self.x - other.x).powi(2) + (self.y - other.y).powi(2)).sqrt()
    }
}

/// Where a State lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Which State.
    pub state: StateId,
    /// Convex pieces that together cover it, for filling.
    pub cells: Vec<Vec<Point>>,
    /// Its borders and shores as closed lines; lakes and islands have their own.
    pub outlines: Vec<Vec<Point>>,
    /// A place well inside, for its name.
    pub anchor: Point,
}

/// The map of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Every State's region, by id; none is empty.
    pub regions: Vec<Region>,
}

impl Map {
    /// Draws the map of a scenario. The same scenario has the same map everywhere.
    pub fn of(scenario: &Scenario) -> Self {
        let states = scenario.cast.states.len();
        if states == 0 {
            return Self { regions: Vec::new() };
        }
        let sheet = Sheet::new(&scenario.id, states);
        let mut seeds = layout(scenario, states);
        let mut owners = sheet.owners(&seeds);
        for _ in 0..ROUNDS.1 {
            for (state, seed) in seeds.iter_mut().enumerate() {
                *seed = sheet.middle(&owners, state).unwrap_or(*seed);
            }
            owners = sheet.owners(&seeds);
        }
        let regions = (0..states).map(|state| sheet.region(&owners, state)).collect();
        Self { regions }
    }

    /// A State's region.
    pub fn region(&self, state: StateId) -> Option<&Region> {
        self.regions.get(state.index())
    }
}

/// Places the States so that the close ones are near: each pair pulls and pushes towards its distance.
fn layout(scenario: &Scenario, states: usize) -> Vec<Point> {
    let share = |state: usize| real(state) / real(states) * std::f64::consts::TAU;
    let around = |state| Point { x: 0.5 + 0.4 * f64::cos(share(state)), y: 0.5 + 0.4 * f64::sin(share(state)) };
    let mut places: Vec<Point> = (0..states).map(around).collect();
    let mut wanted = vec![1.0; states * states];
    for tie in &scenario.opening.ties {
        let bond = match tie.alliance {
            Alliance::None => 0.0,
            Alliance::Partners => 0.15,
            Alliance::Allies => 0.3,
        };
        let (low, high) = (tie.low.index(), tie.high.index());
        let distance = (1.1 - f64::from(tie.trade.get()) / 1600.0 - bond).max(0.25);
        wanted[low * states + high] = distance;
        wanted[high * states + low] = distance;
    }
    for _ in 0..ROUNDS.0 {
        // Everybody moves at once, so that the order of States does not matter.
        let pulled = |state: usize| {
            let (mut x, mut y) = (0.0, 0.0);
            for other in (0..states).filter(|other| *other != state) {
                let (here, there) = (places[state], places[other]);
                let far = here.distance(there).max(1e-6);
                let stretch = wanted[state * states + other] / far;
                x += there.x + (here.x - there.x) * stretch;
                y += there.y + (here.y - there.y) * stretch;
            }
            let others = real((states - 1).max(1));
            Point { x: x / others, y: y / others }
        };
        if states > 1 {
            places = (0..states).map(pulled).collect();
        }
    }
    stretched(&places)
}

/// Fills the sheet, with room for the sea.
fn stretched(places: &[Point]) -> Vec<Point> {
    let bounds = |along: fn(&Point) -> f64| {
        let all = places.iter().map(along);
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
    };
    let (across, down) = (bounds(|place| place.x), bounds(|place| place.y));
    let fit = |at: f64, (low, high): (f64, f64), size: f64| {
        let inner = size - 8.0 * SHORE;
        // A flat layout stays in the middle.
        let share = if high - low > 1e-3 { (at - low) / (high - low) } else { 0.5 };
        4.0 * SHORE + share * inner
    };
    places.iter().map(|at| Point { x: fit(at.x, across, WIDTH), y: fit(at.y, down, HEIGHT) }).collect()
}

/// The sheet, cut into small cells that share their corners.
struct Sheet {
    corners: Vec<Point>,
    cells: Vec<Vec<usize>>,
    sites: Vec<Point>,
    /// How ragged the shore is at each cell, about 1.
    rough: Vec<f64>,
    /// How far land reaches from a State's middle.
    reach: f64,
}

impl Sheet {
    fn new(slug: &str, states: usize) -> Self {
        let (each, least, most) = CELLS;
        let count = (states * each).clamp(least, most);
        let columns = (real(count) * WIDTH / HEIGHT).sqrt().ceil();
        let step = WIDTH / columns;
        let rows = (HEIGHT / step).ceil();
        let mut sites = Vec::new();
        let mut rough = Vec::new();
        for row in 0..rows as u32 {
            for column in 0..columns as u32 {
                let [right, down, coast] = shares(slug, column, row);
                let x = (f64::from(column) + 0.15 + 0.7 * right) * step;
                let y = ((f64::from(row) + 0.15 + 0.7 * down) * step).min(HEIGHT - 1.0);
                sites.push(voronoice::Point { x, y });
                rough.push(0.9 + 0.2 * coast);
            }
        }
        let middle = voronoice::Point { x: WIDTH / 2.0, y: HEIGHT / 2.0 };
        let voronoi = VoronoiBuilder::default()
            .set_sites(sites)
            .set_bounding_box(BoundingBox::new(middle, WIDTH, HEIGHT))
            .set_lloyd_relaxation_iterations(1)
            .build()
            .expect("hundreds of different sites inside the sheet have a diagram");
        let point = |at: &voronoice::Point| Point { x: at.x, y: at.y };
        Self {
            corners: voronoi.vertices().iter().map(point).collect(),
            cells: voronoi.cells().clone(),
            sites: voronoi.sites().iter().map(point).collect(),
            rough,
            reach: 0.56 * (WIDTH * HEIGHT / real(states)).sqrt(),
        }
    }

    /// Whose each cell is; the sea is nobody's.
    fn owners(&self, seeds: &[Point]) -> Vec<Option<usize>> {
        let nearest = |to: Point, all: &[Point]| {
            let by_distance = |a: &usize, b: &usize| all[*a].distance(to).total_cmp(&all[*b].distance(to));
            (0..all.len()).min_by(by_distance).unwrap_or(0)
        };
        let owner = |cell: usize| {
            let at = self.sites[cell];
            let shore = [at.x, WIDTH - at.x, at.y, HEIGHT - at.y].into_iter().fold(f64::INFINITY, f64::min);
            let state = nearest(at, seeds);
            // Bays and capes: the reach of the land swings with the direction in which one looks.
            let turn = f64::atan2(at.y - seeds[state].y, at.x - seeds[state].x) + real(state);
            let swing = 1.0 + 0.1 * (3.0 * turn).sin() + 0.06 * (7.0 * turn).cos();
            let reach = self.reach * self.rough[cell] * swing;
            let is_land = shore > SHORE * self.rough[cell] && at.distance(seeds[state]) < reach;
            is_land.then_some(state)
        };
        let mut owners: Vec<Option<usize>> = (0..self.cells.len()).map(owner).collect();
        // However crowded the sheet is, everybody has some ground.
        for (state, seed) in seeds.iter().enumerate() {
            if !owners.contains(&Some(state)) {
                owners[nearest(*seed, &self.sites)] = Some(state);
            }
        }
        owners
    }

    fn middle(&self, owners: &[Option<usize>], state: usize) -> Option<Point> {
        let own: Vec<Point> = (owners.iter().zip(&self.sites))
            .filter(|(owner, _)| **owner == Some(state))
            .map(|(_, site)| *site)
            .collect();
        let count = real(own.len());
        let (x, y) = own.iter().fold((0.0, 0.0), |(x, y), site| (x + site.x, y + site.y));
        (!own.is_empty()).then(|| Point { x: x / count, y: y / count })
    }

    fn region(&self, owners: &[Option<usize>], state: usize) -> Region {
        let own: Vec<usize> = (0..owners.len()).filter(|cell| owners[*cell] == Some(state)).collect();
        let middle = self.middle(owners, state).unwrap_or_default();
        let by_distance =
            |a: &&usize, b: &&usize| self.sites[**a].distance(middle).total_cmp(&self.sites[**b].distance(middle));
        let anchor = own.iter().min_by(by_distance).map_or(middle, |cell| self.sites[*cell]);
        let cells = own.iter().map(|cell| self.cells[*cell].iter().map(|at| self.corners[*at]).collect()).collect();
        Region { state: StateId::at(state), cells, outlines: self.outlines(&own), anchor }
    }

    /// Every side that no other cell of the region shares, joined end to end.
    fn outlines(&self, own: &[usize]) -> Vec<Vec<Point>> {
        let sides = own.iter().flat_map(|cell| {
            let corners = &self.cells[*cell];
            corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
        });
        let sides: BTreeSet<(usize, usize)> = sides.collect();
        let mut after: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (from, to) in sides.iter().filter(|(from, to)| !sides.contains(&(*to, *from))) {
            after.entry(*from).or_default().push(*to);
        }
        let mut outlines = Vec::new();
        while let Some((&first, _)) = after.first_key_value() {
            let (mut line, mut at) = (Vec::new(), first);
            while let Some(next) = after.get_mut(&at).and_then(Vec::pop) {
                if after.get(&at).is_some_and(Vec::is_empty) {
                    after.remove(&at);
                }
                line.push(self.corners[at]);
                at = next;
            }
            outlines.push(line);
        }
        outlines
    }
}

/// A count as a number that can be measured with.
pub fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Three shares of one that belong to a place on a scenario's sheet.
fn shares(slug: &str, column: u32, row: u32) -> [f64; 3] {
    let digest = Digest::of_parts([slug.as_bytes(), &column.to_le_bytes(), &row.to_le_bytes()]).to_string();
    [0, 8, 16].map(|at| f64::from(u32::from_str_radix(&digest[at..at + 8], 16).unwrap_or(0)) / f64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;

    fn area(line: &[Point]) -> f64 {
        let sides = line.iter().zip(line.iter().cycle().skip(1));
        sides.map(|(from, to)| from.x * to.y - to.x * from.y).sum::<f64>() / 2.0
    }

    #[test]
    fn every_state_has_ground_and_its_outline_encloses_just_that() {
        for slug in ["first-note", "dark-grid", "thirty", "world"] {
            let staged = library::embedded(slug).unwrap().stage().unwrap();
            let map = Map::of(&staged.scenario);
            assert_eq!(map.regions.len(), staged.scenario.cast.states.len());
            for region in &map.regions {
                let covered: f64 = region.cells.iter().map(|cell| area(cell)).sum();
                let enclosed: f64 = region.outlines.iter().map(|line| area(line)).sum();
                assert!(covered.abs() > 1.0, "{slug}: {:?} has no ground", region.state);
                assert!((covered - enclosed).abs() < 1e-3, "{slug}: {covered} is covered, {enclosed} enclosed");
                let all = region.outlines.iter().flatten().chain([&region.anchor]);
                assert!(all.into_iter().all(|at| (0.0..=WIDTH).contains(&at.x) && (0.0..=HEIGHT).contains(&at.y)));
            }
            assert_eq!(Map::of(&staged.scenario), map, "the same scenario has the same map");
        }
    }

    #[test]
    fn friends_lie_nearer_than_strangers() {
        let staged = library::embedded("dark-grid").unwrap().stage().unwrap();
        let map = Map::of(&staged.scenario);
        let apart = |one: u8, other: u8| {
            map.region(StateId(one)).unwrap().anchor.distance(map.region(StateId(other)).unwrap().anchor)
        };
        let (lysmark, haldria, tesk) = (0, 3, 5);
        assert!(apart(lysmark, haldria) < apart(lysmark, tesk));
    }

    #[test]
    fn no_hidden_truth_is_in_it() {
        let mut staged = library::embedded("dark-grid").unwrap().stage().unwrap();
        let map = Map::of(&staged.scenario);
        let scenario = std::sync::Arc::make_mut(&mut staged.scenario);
        scenario.truths.clear();
        scenario.opening.operations.clear();
        scenario.opening.incidents.clear();
        assert_eq!(Map::of(scenario), map);
    }
}
