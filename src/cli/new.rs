//! `new`: makes a world of many states.

use clap::Args;

use crate::cli::Answer;
use crate::cli::output::{Stop, say};
use crate::content::atlas::{LEAST, MOST, World};

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// Slug of the scenario; its file must be called so, with `.ron`
    #[arg(value_name = "ID")]
    pub id: String,
    /// Heading [default: the slug]
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// How many states
    #[arg(long, default_value_t = MOST as u16, value_name = "N", value_parser = clap::value_parser!(u16).range(LEAST as i64..=MOST as i64))]
    pub states: u16,
    /// How many turns of a week; 520 are ten years
    #[arg(long, default_value_t = 520, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1040))]
    pub turns: u16,
    /// Seed of everything that is drawn: the same seed gives the same world
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub seed: u64,
}

pub(super) fn run(asked: &New) -> Result<Answer, Stop> {
    let world = World {
        id: asked.id.clone(),
        title: asked.title.clone().unwrap_or_else(|| asked.id.clone()),
        states: usize::from(asked.states),
        turns: asked.turns,
        seed: asked.seed,
    };
    say(&world.text()?)?;
    Ok(Answer::Yes)
}
