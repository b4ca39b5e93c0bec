//! Targets of a calibration, and how each is asked: files and no figures.
//!
//! A file of targets gives bands, with their sources; `assets/calibration/queries.ron` gives a query in SQL for each, or
//! says why there can be none. A target may also bring its own query.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::content::assets;
use crate::content::mistake::{Mistakes, Source};

/// A file of targets. What else it holds is for people.
#[derive(Clone, Debug, Deserialize)]
pub struct Targets {
    /// Figures with bands.
    pub targets: Vec<Target>,
    /// Signs rather than figures.
    #[serde(default)]
    pub order_constraints: Vec<Constraint>,
}

/// One figure and the band it should lie in.
#[derive(Clone, Debug, Deserialize)]
pub struct Target {
    /// Its name.
    pub id: String,
    /// What it belongs to.
    #[serde(default)]
    pub group: String,
    /// What it is a figure of.
    #[serde(default)]
    pub definition: String,
    /// The lower bound, or one for each of several numbers.
    pub low: Numbers,
    /// The upper bound.
    pub high: Numbers,
    /// How well it is known: `A`, `B` or `C`.
    #[serde(default = "unrated")]
    pub solidity: String,
    /// Its own query, which goes before ours.
    #[serde(default)]
    pub query: Option<String>,
}

/// A sign that should hold.
#[derive(Clone, Debug, Deserialize)]
pub struct Constraint {
    /// Its name.
    pub id: String,
    /// What should hold.
    #[serde(default)]
    pub rule: String,
    /// How well it is known.
    #[serde(default = "unrated")]
    pub solidity: String,
    /// Its own query, which goes before ours; its one value says whether the rule holds.
    #[serde(default)]
    pub query: Option<String>,
}

fn unrated() -> String {
    "unrated".to_owned()
}

/// One number, or several that belong together, such as quartiles.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Numbers {
    /// One.
    One(f64),
    /// Several.
    Several(Vec<f64>),
}

impl Numbers {
    /// All of them.
    pub fn all(&self) -> &[f64] {
        match self {
            Self::One(number) => std::slice::from_ref(number),
            Self::Several(numbers) => numbers,
        }
    }

    /// So many.
    pub fn of(numbers: Vec<f64>) -> Self {
        match numbers[..] {
            [number] => Self::One(number),
            _ => Self::Several(numbers),
        }
    }
}

/// How targets are asked: `assets/calibration/queries.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Queries", deny_unknown_fields)]
pub struct Queries {
    /// Named queries that the others build on.
    pub views: Vec<View>,
    /// For each target, by name.
    pub targets: BTreeMap<String, Asked>,
    /// For each order constraint, by name.
    pub order_constraints: BTreeMap<String, Ordered>,
}

/// How one target is asked.
#[derive(Clone, Debug, Deserialize)]
pub enum Asked {
    /// By a query.
    Query(String),
    /// Not at all, and why.
    NotExpressible(String),
}

/// How one order constraint is asked.
#[derive(Clone, Debug, Deserialize)]
pub enum Ordered {
    /// By a query that says whether it holds.
    Query(String),
    /// By a figure that should be lower in the games as they are than in the same games under another choice.
    LowerThanUnder {
        /// The levers that are pulled there, each with its level.
        lever: Vec<(String, String)>,
        /// The figure.
        query: String,
    },
    /// Not at all, and why.
    NotExpressible(String),
}

/// A named query that others build on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its name, used as a table's.
    pub name: String,
    /// What a row of it stands for.
    pub about: String,
    /// The query.
    pub query: String,
}

/// The queries that travel with the program.
///
/// # Errors
/// If they cannot be read.
pub fn queries() -> Result<Queries, Mistakes> {
    Ok(embedded("queries.ron").ron()?)
}

/// The targets that travel with the program.
pub fn embedded_targets() -> Source {
    embedded("targets.json")
}

fn embedded(name: &str) -> Source {
    let path = format!("assets/calibration/{name}");
    let found = assets::below("calibration").into_iter().find(|source| source.name == path);
    found.expect("what calibration asks travels with the program")
}

/// Reads a file of targets.
///
/// # Errors
/// If it is none, or a band is no band.
pub fn read(file: &Source) -> Result<Targets, Mistakes> {
    let read: Targets = file.json()?;
    let mut mistakes = Vec::new();
    for target in &read.targets {
        let (low, high) = (target.low.all(), target.high.all());
        let is_band = low.len() == high.len() && low.iter().zip(high).all(|(low, high)| low <= high);
        if low.is_empty() || !is_band {
            let place = file.quoted(&target.id, 0).unwrap_or(0..0);
            let message =
                format!("the band of `{}` is none: `low` lies above `high`, or is of another length", target.id);
            mistakes.push(file.mistake(place, message));
        }
    }
    if mistakes.is_empty() { Ok(read) } else { Err(Mistakes(mistakes)) }
}
