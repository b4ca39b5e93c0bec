//! The crisis in sentences: events, orders, refusals, words given, measures, and the headline of a turn.
//!
//! A [`Telling`] knows the names and the rows, and says one plain sentence for everything that can happen, be ordered or
//! be refused. It says what it is handed: what a seat may not know must be left out before it comes here. No id is ever
//! shown; a row that is not at hand is called by a general word. Variety is chosen by the ids, so the same crisis is told
//! in the same words every time.

mod headline;
mod names;
mod orders;
mod what;

#[cfg(test)]
mod tests;

pub use what::is_said_by_its_order;

use serde::Serialize;

use crate::base::Day;
use crate::sim::Situation;
use crate::sim::order::Order;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Cast;
use crate::words::locale::{Arg, Words};
use crate::words::text::capitalised;

/// Everything a sentence about a crisis needs: names, rows and the orders of the turn.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The language.
    pub words: &'a Words,
    /// Cards and the names of the ladder's steps.
    pub rules: &'a Rulebook,
    /// Names.
    pub cast: &'a Cast,
    /// The rows ids speak of, as its reader may know them: rows are never taken away, so a later situation tells of all
    /// that came before.
    pub scene: &'a Situation,
    /// The docket's orders of the turn, which causes and rulings name by their place.
    pub orders: &'a [Order],
}

impl<'a> Telling<'a> {
    /// The same, about another turn's orders.
    #[must_use]
    pub const fn of(mut self, orders: &'a [Order]) -> Self {
        self.orders = orders;
        self
    }

    /// A day for people: the first morning is day 1, history lies before the crisis.
    pub fn day(&self, day: Day) -> String {
        match u32::try_from(day.0) {
            Ok(days) => self.say("day-of", &[("day", (days + 1).into())]),
            Err(_) => self.say("day-before", &[("days", day.0.unsigned_abs().into())]),
        }
    }

    /// Thousandths as points out of a hundred, with one decimal.
    pub fn points(&self, thousandths: i32) -> String {
        let size = thousandths.unsigned_abs();
        self.say("points", &[("whole", (size / 10).into()), ("tenth", (size % 10).into())])
    }

    /// The word by which locale files select; empty for what is more than a word.
    pub fn word(&self, value: impl Serialize) -> String {
        word(value)
    }

    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(id, args)
    }

    /// A message as a whole sentence: it begins with a capital.
    fn sentence(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        capitalised(&self.say(id, args))
    }
}

/// The word by which files and locale files know a word of a closed list; empty for what is more than a word.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

const fn way(by: i32) -> &'static str {
    if by < 0 { "down" } else { "up" }
}
