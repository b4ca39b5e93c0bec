//! The manners in which a seat without a person can be played, by name.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Agent, Mandate, Planner, Random, Temper, Utility};
use crate::sim::rulebook::Rulebook;

/// In which manner a seat is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Manner {
    /// By the rules of its temper.
    #[default]
    Utility,
    /// By looking ahead, with so many imagined turns for each decision.
    Planner {
        /// Imagined turns, 1 to [`Manner::MOST_NODES`].
        nodes: u32,
    },
    /// By lot.
    Random,
}

/// A manner that is not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no agent `{0}`: name `utility`, `planner`, `planner:NODES` (1 to {most}) or `random`", most = Manner::MOST_NODES)]
pub struct NoSuchManner(String);

impl Manner {
    /// The most imagined turns for one decision: some minutes on a slow machine.
    pub const MOST_NODES: u32 = 100_000;

    /// Whether it is what a scenario's tempers stand for, and needs no mention.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// An agent of this manner, with a temper of its own and how far it may go, the tempers it expects of others, and a seed.
    pub fn hire(
        self,
        rules: &Rulebook,
        (temper, mandate): (Arc<Temper>, Mandate),
        typical: &[Arc<Temper>],
        seed: u64,
    ) -> Box<dyn Agent + Send> {
        match self {
            Self::Utility => Box::new(Utility::new(rules, temper, seed).within(mandate)),
            Self::Planner { nodes } => Box::new(Planner::new(rules, temper, typical, seed, nodes).within(mandate)),
            Self::Random => Box::new(Random::new(seed).within(mandate)),
        }
    }
}

impl fmt::Display for Manner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utility => f.write_str("utility"),
            Self::Planner { nodes: Planner::NODES } => f.write_str("planner"),
            Self::Planner { nodes } => write!(f, "planner:{nodes}"),
            Self::Random => f.write_str("random"),
        }
    }
}

impl FromStr for Manner {
    type Err = NoSuchManner;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let none = || NoSuchManner(text.to_owned());
        match text.split_once(':') {
            None if text == "utility" => Ok(Self::Utility),
            None if text == "planner" => Ok(Self::Planner { nodes: Planner::NODES }),
            None if text == "random" => Ok(Self::Random),
            Some(("planner", nodes)) => {
                let nodes = nodes.parse().map_err(|_| none())?;
                if (1..=Self::MOST_NODES).contains(&nodes) { Ok(Self::Planner { nodes }) } else { Err(none()) }
            }
            _ => Err(none()),
        }
    }
}

impl TryFrom<String> for Manner {
    type Error = NoSuchManner;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Manner> for String {
    fn from(manner: Manner) -> Self {
        manner.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manners_are_written_as_they_are_read() {
        for text in ["utility", "planner", "planner:120", "random"] {
            assert_eq!(text.parse::<Manner>().unwrap().to_string(), text);
        }
        for text in ["", "Planner", "planner:", "planner:0", "planner:-3", "planner:100001", "random:3"] {
            assert!(text.parse::<Manner>().unwrap_err().to_string().contains(&format!("`{text}`")), "{text}");
        }
    }
}
