//! What is to be played: which scenarios, how often, from which seed, with which numbers varied.

use serde_json::{Value as Json, json};

use crate::agents::Manner;
use crate::base::Digest;
use crate::content::scenario::Staged;
use crate::ensemble::error::EnsembleError;
use crate::ensemble::lever::{Arm, Lever, arms};
use crate::ensemble::vary::Vary;

/// The most games of one scenario.
pub const MOST_RUNS: u32 = 1_000_000;
/// The most games in a batch: what is lost at most for each worker when an ensemble is interrupted.
const MOST_IN_BATCH: u32 = 32;
/// Batches that a scenario has at least, games permitting: where games are few and long, every worker has something to do.
const LEAST_BATCHES: u32 = 16;
/// The version of the tables and of the folder's layout.
const FORMAT: u32 = 1;

/// An ensemble before it is played.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What is played, in order: each scenario in every arm.
    pub arms: Vec<Arm>,
    /// The choices that are compared.
    pub levers: Vec<Lever>,
    /// Games of each arm.
    pub runs: u32,
    /// The seed from which every game's own is made.
    pub seed: u64,
    /// The model's numbers that differ from game to game.
    pub vary: Vec<Vary>,
    /// In which manner every seat is played.
    pub agents: Manner,
}

/// Some games in a row of one scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its place among all batches.
    pub place: usize,
    /// The place of the scenario, or of its arm.
    pub scenario: usize,
    /// The first run, from 1.
    pub first: u32,
    /// The last run.
    pub last: u32,
}

impl Batch {
    /// How many games it holds.
    pub const fn games(&self) -> u32 {
        self.last + 1 - self.first
    }
}

impl Plan {
    /// Games of some scenarios as they are, with numbers and agents as they are.
    pub fn plain(scenarios: Vec<Staged>, runs: u32, seed: u64) -> Self {
        let arms = scenarios.into_iter().map(Arm::plain).collect();
        Self { arms, levers: Vec::new(), runs, seed, vary: Vec::new(), agents: Manner::default() }
    }

    /// The same in every arm of some levers.
    ///
    /// # Errors
    /// If a lever or a level does not exist.
    pub fn compared(self, levers: Vec<Lever>) -> Result<Self, EnsembleError> {
        let all = self.arms.iter().map(|arm| arms(&arm.staged, &levers));
        let arms = all.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        Ok(Self { arms, levers, ..self })
    }

    /// The same with some choices made, and nothing to compare them with.
    ///
    /// # Errors
    /// As [`Self::compared`].
    pub fn under(self, choices: &[(String, String)]) -> Result<Self, EnsembleError> {
        let lever = |(path, level): &(String, String)| Lever { path: path.clone(), levels: vec![level.clone()] };
        self.compared(choices.iter().map(lever).collect())
    }

    /// Checks what would make no ensemble.
    ///
    /// # Errors
    /// If there is nothing to play, too much, or the same scenario twice.
    pub fn check(&self) -> Result<(), EnsembleError> {
        if self.arms.is_empty() {
            return Err(EnsembleError::Plan("there is no scenario to play".to_owned()));
        }
        if self.runs == 0 || self.runs > MOST_RUNS {
            let message = format!("an ensemble has 1 to {MOST_RUNS} games of each scenario, not {}", self.runs);
            return Err(EnsembleError::Plan(message));
        }
        for (place, arm) in self.arms.iter().enumerate() {
            let id = &arm.staged.scenario.id;
            if self.arms[..place].iter().any(|earlier| earlier.staged.scenario.id == *id) {
                return Err(EnsembleError::Plan(format!("scenario `{id}` is named twice: name it once")));
            }
        }
        Ok(())
    }

    /// The seed of a run: the same in every scenario and for any number of runs. Below 2^52, so that every program that
    /// reads the tables can hold it.
    pub fn game_seed(&self, run: u32) -> u64 {
        let digest = Digest::of_parts([b"ensemble".as_slice(), &self.seed.to_le_bytes(), &run.to_le_bytes()]);
        digest.to_string().bytes().take(13).fold(0, |seed, digit| seed * 16 + hexadecimal(digit))
    }

    /// How many games a batch holds; it hangs on the plan alone, so that any number of workers leaves the same parts.
    fn batch(&self) -> u32 {
        (self.runs / LEAST_BATCHES).clamp(1, MOST_IN_BATCH)
    }

    /// All batches, scenario by scenario.
    pub fn batches(&self) -> Vec<Batch> {
        let batch = self.batch();
        let mut batches = Vec::new();
        for scenario in 0..self.arms.len() {
            let mut first = 1;
            while first <= self.runs {
                let last = (first + batch - 1).min(self.runs);
                batches.push(Batch { place: batches.len(), scenario, first, last });
                first = last + 1;
            }
        }
        batches
    }

    /// How many games it has in all.
    pub fn games(&self) -> u64 {
        u64::from(self.runs) * self.arms.len() as u64
    }

    /// Everything its rows hang on, as it stands in the folder's manifest.
    pub fn manifest(&self) -> Json {
        let scenarios = self.arms.iter().map(|Arm { staged, .. }| {
            json!({
                "id": staged.scenario.id,
                "digest": Digest::of(format!("{:?}", staged.scenario).as_bytes()),
                "rulebook": staged.rulebook.digest,
            })
        });
        json!({
            "format": FORMAT,
            "program": env!("CARGO_PKG_VERSION"),
            "seed": self.seed,
            "runs": self.runs,
            "batch": self.batch(),
            "scenarios": scenarios.collect::<Vec<_>>(),
            "agents": self.agents,
            "levers": self.levers.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "vary": self.vary.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    }
}

fn hexadecimal(digit: u8) -> u64 {
    u64::from(if digit.is_ascii_digit() { digit - b'0' } else { digit - b'a' + 10 })
}
