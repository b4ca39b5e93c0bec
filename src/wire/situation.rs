//! What a window or a page of somebody else's draws of a seat: the map, and the evidence as a board. In words and places, since the
//! numbers behind them are the host's; version 1, like the rest of the interface.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The geography, which never changes during a game. The world is 600 wide and 400 high, from the upper left.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Geography {
    /// Every State's land, in the order of `states`.
    pub lands: Vec<Land>,
}

/// A State's land.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Land {
    /// The State, by its name.
    pub state: String,
    /// A place well inside, for its name.
    pub anchor: [f64; 2],
    /// Convex pieces that together cover it, for filling.
    pub cells: Vec<Vec<[f64; 2]>>,
    /// Its borders and shores as closed lines; two States that meet have the same corners.
    pub outlines: Vec<Vec<[f64; 2]>>,
}

/// What a seat's map and board show.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Situation {
    /// The turn of which it tells, from 0.
    pub turn: u16,
    /// The States, in the order of `states`.
    pub places: Vec<Place>,
    /// What lies between two States.
    pub ties: Vec<Bond>,
    /// What is pinned to States.
    pub pins: Vec<Pin>,
    /// The names of the ladder's steps, from 0.
    pub steps: Vec<String>,
    /// What is known of each incident, the latest first; nothing for the press.
    pub incidents: Vec<Happening>,
}

/// A State on the map.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Three capital letters.
    pub code: String,
    /// What it is like.
    pub about: String,
    /// Its weight in the world, in thousandths.
    pub weight: i32,
}

/// What lies between two States.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub struct Bond {
    /// The two, by place.
    pub between: [usize; 2],
    /// The step of the ladder on which they stand.
    pub step: u8,
    /// How near they are to blows, in thousandths.
    pub tension: i32,
    /// Whether they are allies or partners.
    pub friends: bool,
    /// Whether relations are broken off.
    pub severed: bool,
}

/// A thing pinned to the map.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Pin {
    /// Where, by place.
    pub at: usize,
    /// Whose doing, by place, if that is known and another's.
    pub from: Option<usize>,
    /// `incident`, `operation` or `measure`.
    pub kind: String,
    /// In words.
    pub says: String,
    /// Whether it came with the past turn.
    pub new: bool,
    /// Whether it has ended.
    pub over: bool,
}

/// An incident as the seat knows it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Happening {
    /// By what it is known here.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// What the seat holds likeliest about it.
    pub about: String,
    /// What could be so, the likeliest first.
    pub answers: Vec<Answer>,
    /// The evidence on it.
    pub evidence: Vec<Item>,
}

/// Something that could be so.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Answer {
    /// In words.
    pub says: String,
    /// How likely the seat holds it, in thousandths.
    pub likely: i32,
    /// The same as a word.
    pub word: String,
    /// How likely it would hold it without any of the items that bear on it.
    pub before: i32,
    /// The State that it names, by place; null if none.
    #[serde(default)]
    pub names: Option<usize>,
}

/// An item of evidence.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Item {
    /// By what it is known here.
    pub id: u32,
    /// What it is.
    pub kind: String,
    /// What it suggests.
    pub points: String,
    /// When it was found, and who gave it.
    pub found: String,
    /// On which answer it bears, by place; null if on none of them.
    pub bears_on: Option<usize>,
    /// Whether it speaks against that.
    pub against: bool,
    /// What it adds to the odds, in thousandths of their natural logarithm, as far as it is trusted.
    pub bearing: i32,
    /// How far it is trusted, in thousandths.
    pub trusted: i32,
    /// How likely its answer is held with the items before it, and with it as well.
    pub moves: [i32; 2],
    /// How likely its answer would be held without it.
    pub without: i32,
}
