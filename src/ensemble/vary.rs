//! Numbers of the model that differ from game to game, drawn as a Latin hypercube.
//!
//! The range of a number is cut into as many slices as there are runs; every run takes one slice of every number, and the
//! order of the slices is shuffled for each number by itself. So each number is spread evenly, with few games.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::base::{Chance, Purpose, Turn};
use crate::content::model;
use crate::content::scenario::Staged;
use crate::ensemble::column::{Column, Kind};
use crate::ensemble::error::EnsembleError;

/// What draws here are for. They belong to no game, so they share no stream with one.
const SLICE: Purpose = Purpose(1001);
const WITHIN: Purpose = Purpose(1002);

/// One number and its range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vary {
    /// Where it stands: the file of `assets/model`, then its fields and places, with points between.
    pub path: String,
    /// The least value.
    pub low: i32,
    /// The greatest value.
    pub high: i32,
}

impl FromStr for Vary {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no range: write PATH=LOW..HIGH, as in `tension.per_gravity=1..4`");
        let (path, range) = text.split_once('=').ok_or_else(wrong)?;
        let (low, high) = range.split_once("..").ok_or_else(wrong)?;
        let number = |text: &str| text.trim().parse::<i32>().map_err(|_| wrong());
        let (low, high) = (number(low)?, number(high)?);
        if low > high {
            return Err(format!("`{text}` runs backwards: the lower end comes first"));
        }
        // `model.` in front is understood, since people name the folder too.
        let path = path.trim();
        Ok(Self { path: path.strip_prefix("model.").unwrap_or(path).to_owned(), low, high })
    }
}

impl fmt::Display for Vary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}..{}", self.path, self.low, self.high)
    }
}

impl Vary {
    /// Its column in the table of games.
    pub fn column(&self) -> Column {
        Column {
            name: format!("model.{}", self.path),
            kind: Kind::Whole,
            may_be_empty: false,
            unit: "as in the model",
            about: "The number this game was played with.".to_owned(),
        }
    }

    /// The values of all runs. `nth` is its place among the numbers that vary.
    pub fn draw(&self, seed: u64, nth: usize, runs: u32) -> Vec<i64> {
        let chance = Chance::new(seed);
        let nth = nth as u32;
        let mut slices: Vec<u32> = (0..runs).collect();
        let mut draw = chance.draw(Turn(0), SLICE, [nth, 0, 0]);
        for place in (1..slices.len()).rev() {
            slices.swap(place, draw.below(place as u32 + 1) as usize);
        }
        let width = i128::from(self.high) - i128::from(self.low) + 1;
        let within = |run: usize| chance.draw(Turn(0), WITHIN, [nth, run as u32, 0]).below(1 << 16);
        let value = |(run, slice): (usize, &u32)| {
            let place = (i128::from(*slice) << 16) + i128::from(within(run));
            let offset = (place * width / i128::from(runs)) >> 16;
            i64::from(self.low) + offset as i64
        };
        slices.iter().enumerate().map(value).collect()
    }
}

/// The same scenario under a model with other numbers.
///
/// # Errors
/// If the model has no such number, or it cannot have such a value.
pub fn adjusted(staged: &Staged, vary: &[Vary], values: &[i64]) -> Result<Staged, EnsembleError> {
    if vary.is_empty() {
        return Ok(staged.clone());
    }
    let changes: Vec<(&str, i64)> = vary.iter().zip(values).map(|(vary, value)| (vary.path.as_str(), *value)).collect();
    let model = model::adjusted(&staged.rulebook.model, &changes)?;
    Ok(Staged { rulebook: Arc::new(staged.rulebook.with_model(model)), ..staged.clone() })
}
