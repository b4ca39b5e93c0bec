//! Who plays the seats in which nobody sits: options that `run` and `play` share.

use std::str::FromStr;

use clap::Args;

use crate::agents::{Manner, NoSuchManner};
use crate::cli::output::Stop;
use crate::cli::play::find;
use crate::session::Game;
use crate::words::Words;

/// The agents of a game.
#[derive(Clone, Debug, Default, Args)]
pub struct Agents {
    /// Who plays the seats in which nobody sits: `utility` follows its temper, `planner[:NODES]` thinks NODES imagined
    /// turns ahead (300 if left out), `random` draws lots
    #[arg(long, value_name = "AGENT", default_value_t)]
    agents: Manner,
    /// Who plays one seat, by the State's name or code, as in `tesk=planner:200`; may be repeated
    #[arg(long = "agent", value_name = "STATE=AGENT")]
    agent: Vec<Placed>,
}

/// An agent for one seat.
#[derive(Clone, Debug)]
struct Placed {
    state: String,
    manner: Manner,
}

#[derive(Clone, Debug, thiserror::Error)]
enum Misplaced {
    #[error("write a State and its agent, as in `tesk=planner`, not `{0}`")]
    NoState(String),
    #[error(transparent)]
    NoAgent(#[from] NoSuchManner),
}

impl FromStr for Placed {
    type Err = Misplaced;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (state, manner) = text.split_once('=').ok_or_else(|| Misplaced::NoState(text.to_owned()))?;
        Ok(Self { state: state.to_owned(), manner: manner.parse()? })
    }
}

impl Agents {
    /// Seats them.
    pub(super) fn seat(&self, words: &Words, game: &mut Game) -> Result<(), Stop> {
        let states: Vec<_> = game.seats().iter().map(|seat| seat.state).collect();
        for state in states {
            game.play_by(state, self.agents)?;
        }
        for placed in &self.agent {
            let state = find(words, game.scenario(), &placed.state)?;
            game.play_by(state, placed.manner)?;
        }
        Ok(())
    }
}
