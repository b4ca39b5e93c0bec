//! The after-action review: what was so, what was believed, what was said, and what the law made of it.
//!
//! A [`History`] is a game with every situation kept; [`review`] turns it into a [`Page`], the same for every form;
//! [`fn@html`] and [`fn@markdown`] write it down. This room reads only finished or paused games, tells the truth and nothing but
//! the record, and knows no names of persons. A new panel is a file in `sections` and its line there; its sentences
//! belong to `assets/words/en/report.ftl`.

pub mod balance;
pub mod bench;
pub mod chart;
pub mod curve;
pub mod ensemble;
pub mod history;
pub mod html;
pub mod map;
pub mod markdown;
pub mod page;

mod desk;
mod sections;

#[cfg(test)]
mod tests;

pub use ensemble::ensemble;
pub use history::{History, Remark};
pub use html::html;
pub use markdown::markdown;
pub use page::Page;

use crate::base::id::StateId;
use crate::words::Words;
use desk::Desk;

/// Writes what a team takes away of its own.
pub fn team_file(words: &Words, history: &History, state: StateId) -> Page {
    sections::of_team(&Desk::new(words, history, &[]), state)
}

/// Writes the review of a game.
pub fn review(words: &Words, history: &History) -> Page {
    let bench = bench::hear(history);
    sections::page(&Desk::new(words, history, &bench))
}
