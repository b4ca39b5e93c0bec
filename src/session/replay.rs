//! Plays a journal again, turn by turn, and says where the first difference is.

use std::fmt;

use crate::base::Turn;
use crate::content::mistake::Source;
use crate::content::{rulebook, scenario};
use crate::session::desk::Deed;
use crate::session::error::{Fault, Unfit};
use crate::session::game::Game;
use crate::session::journal::{Journal, Line, TurnLine};
use crate::sim::TurnRecord;

/// Which rules a journal may be played by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rules {
    /// Only those it was made under.
    #[default]
    Same,
    /// Those at hand, whatever they are: to see what a change of the rules does to a game.
    AtHand,
}

/// What came of a replay.
#[derive(Debug)]
pub struct Replay {
    /// The game as it was played again, up to the first difference.
    pub game: Game,
    /// The first difference; `None` if all agree.
    pub difference: Option<Difference>,
    /// Whether the journal holds the whole game.
    pub is_whole: bool,
}

/// Where a replay differs from its journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// On the first morning, before any turn.
    Opening,
    /// In a turn.
    Turn(Turn, What),
    /// In the line that ends it.
    End,
}

/// What of a turn differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Its day.
    Day,
    /// The orders that were refused.
    Refusals,
    /// What happened.
    Events,
    /// What the law said.
    Rulings,
    /// The state of the world after it.
    Digest,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opening => f.write_str("the first morning differs, before any turn"),
            Self::End => f.write_str("every turn agrees, but the line that ends it does not"),
            Self::Turn(turn, what) => {
                let what = match what {
                    What::Day => "its day",
                    What::Refusals => "what was refused",
                    What::Events => "what happened",
                    What::Rulings => "what the law said",
                    What::Digest => "the state of the world after it",
                };
                write!(f, "turn {} is the first that differs, in {what}", turn.0 + 1)
            }
        }
    }
}

/// Plays a journal again.
///
/// # Errors
/// If it was made under other rules (unless any will do), or its scenario cannot be read.
pub fn replay(journal: &Journal, rules: Rules) -> Result<Replay, Fault> {
    let header = &journal.header;
    let here = rulebook::embedded_digest();
    if rules == Rules::Same && header.rulebook != here {
        return Err(Fault::OtherRules { made: header.rulebook, here, program: header.program.clone() });
    }
    let source = Source::new(format!("{}.ron", header.scenario), header.text.as_str());
    let staged = scenario::stage(&source, None)?;
    let turns = usize::from(staged.scenario.turns);
    if journal.turns().len() > turns {
        let what = format!("the scenario has {turns} turns, and this is another");
        // The text's own first line and the header come before the turns.
        return Err(Unfit::Misplaced { line: turns + 3, what }.into());
    }
    let mut game = Game::recall(staged, &source, header)?;
    let mut difference = (game.header().opening != header.opening).then_some(Difference::Opening);
    let mut again = false;
    for line in &journal.course {
        match line {
            _ if difference.is_some() => break,
            Line::Turn(TurnLine { sealed, taken, record }) => {
                let (sealed, taken) = (sealed.clone(), taken.clone());
                let played = if again { game.play_in_place(sealed, taken) } else { game.play(sealed, taken) };
                difference = differs(&played.record, record).map(|what| Difference::Turn(record.turn, what));
                again = false;
            }
            Line::Desk(desk) => {
                again = matches!(desk.deed, Deed::Overruled(_));
                match desk.deed {
                    Deed::SteppedBack { .. } | Deed::Overruled(_) => game.step_back()?,
                    Deed::Undone => game.undo()?,
                    _ => {}
                }
            }
            Line::End(end) if *end != game.end() || !game.is_over() => difference = Some(Difference::End),
            Line::End(_) | Line::Header(_) => {}
        }
    }
    game.remind();
    Ok(Replay { game, difference, is_whole: journal.end().is_some() })
}

fn differs(again: &TurnRecord, kept: &TurnRecord) -> Option<What> {
    [
        (again.day != kept.day, What::Day),
        (again.refusals != kept.refusals, What::Refusals),
        (again.events != kept.events, What::Events),
        (again.rulings != kept.rulings, What::Rulings),
        (again.digest != kept.digest, What::Digest),
    ]
    .into_iter()
    .find_map(|(differs, what)| differs.then_some(what))
}
