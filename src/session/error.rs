//! What can go wrong in a session. Refused orders are answers and stand in the record; these are faults.

use crate::base::id::StateId;
use crate::base::{Digest, Turn};
use crate::content::Mistakes;

/// Why a session cannot do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The last turn has been played.
    #[error("the game is over: all {0} turns have been played")]
    Over(u16),
    /// There is no such seat.
    #[error("there is no seat of state {}", .0.0)]
    NoSeat(StateId),
    /// Orders were handed in for somebody else.
    #[error("an order of state {} was handed in by the seat of state {}", order.0, seat.0)]
    NotItsOrder {
        /// Who handed it in.
        seat: StateId,
        /// Whose it is.
        order: StateId,
    },
    /// More orders than a seat may give in a turn.
    #[error("a seat gives at most {most} orders in a turn, not {given}")]
    TooMany {
        /// How many were given.
        given: usize,
        /// How many may be.
        most: usize,
    },
    /// A turn was asked for that has not been played.
    #[error("turn {} has not been played: there are {played}", .asked.0 + 1)]
    NoSuchTurn {
        /// Which.
        asked: Turn,
        /// How many there are.
        played: usize,
    },
    /// There is no turn to go back to.
    #[error("no turn has been played")]
    NothingPlayed,
    /// Nothing was changed since a turn was last played onward.
    #[error("there is nothing to take back since the last turn was played")]
    NothingToUndo,
    /// The scenario or the rules cannot be read.
    #[error("the scenario cannot be read: {0}")]
    Content(#[from] Mistakes),
    /// The journal was made under other rules.
    #[error(
        "the journal was made under rulebook {} by version {program}, and this is rulebook {}",
        made.short(),
        here.short()
    )]
    OtherRules {
        /// The rulebook of the journal.
        made: Digest,
        /// The rulebook at hand.
        here: Digest,
        /// The version that made it.
        program: String,
    },
    /// The journal does not hang together.
    #[error(transparent)]
    Unfit(#[from] Unfit),
}

/// Why lines make no journal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is no line at all.
    #[error("the journal is empty")]
    Empty,
    /// It does not begin with a header.
    #[error("line {line}: a journal begins with its header")]
    NoHeader {
        /// Number of the line, from 1.
        line: usize,
    },
    /// It is of another format.
    #[error("line {line}: this is format {format}, and this program reads format {known}")]
    Format {
        /// Number of the line, from 1.
        line: usize,
        /// What the journal says.
        format: u16,
        /// What can be read.
        known: u16,
    },
    /// A line stands where it cannot.
    #[error("line {line}: {what}")]
    Misplaced {
        /// Number of the line, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
}
