//! The lines of a journal: shapes made for keeping, versioned, without names of persons.
//!
//! A journal is a header, one line for each turn, and an end; in a hosted game, what was done around the table stands before
//! the turn in which it was done. Dockets are not kept as such: what is kept are the sealed
//! orders, which replay compiles again.

use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::base::{Digest, Turn};
use crate::content::scenario::limits;
use crate::session::desk::DeskLine;
use crate::session::error::Unfit;
use crate::session::game::{MOST_ORDERS, Sealed, Seat};
use crate::sim::TurnRecord;

/// The version of these shapes. A change that older programs cannot read makes it one higher.
pub const FORMAT: u16 = 1;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// What the game is.
    Header(Header),
    /// Something done around the table of a hosted game.
    Desk(DeskLine),
    /// A turn that was played.
    Turn(TurnLine),
    /// The game is over.
    End(End),
}

/// What a game is: enough to play it again anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of these shapes.
    pub format: u16,
    /// The version of the program.
    pub program: String,
    /// The digest of the rules.
    pub rulebook: Digest,
    /// The scenario's slug.
    pub scenario: String,
    /// The scenario's whole text.
    pub text: String,
    /// The seed of all chance.
    pub seed: u64,
    /// Who sits where, by state.
    pub seats: Vec<Seat>,
    /// The digest of the situation on the first morning, with its hidden truth.
    pub opening: Digest,
    /// The turn at which it was forked from another game; the turns before it are copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forked: Option<Turn>,
}

/// A turn: what was sealed, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnLine {
    /// The orders of every seat, by state.
    pub sealed: Vec<Sealed>,
    /// What happened.
    pub record: TurnRecord,
}

/// The end of a game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// How many turns were played.
    pub turns: u16,
    /// The digest of the last situation.
    pub digest: Digest,
}

/// A journal, read and in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// What the game is.
    pub header: Header,
    /// What was done around the table of a hosted game, each before the turn it names.
    pub desk: Vec<DeskLine>,
    /// The turns played.
    pub turns: Vec<TurnLine>,
    /// Its end; `None` if the game was not played to its end, or the last lines are lost.
    pub end: Option<End>,
}

impl Journal {
    /// Puts numbered lines together: a header, turns without a gap, an end.
    ///
    /// # Errors
    /// The first line that stands where it cannot.
    pub fn assemble(lines: impl IntoIterator<Item = (usize, Line)>) -> Result<Self, Unfit> {
        let mut lines = lines.into_iter();
        let header = match lines.next() {
            None => return Err(Unfit::Empty),
            Some((_, Line::Header(header))) if header.format == FORMAT => header,
            Some((line, Line::Header(header))) => {
                return Err(Unfit::Format { line, format: header.format, known: FORMAT });
            }
            Some((line, _)) => return Err(Unfit::NoHeader { line }),
        };
        let mut journal = Self { header, desk: Vec::new(), turns: Vec::new(), end: None };
        for (line, read) in lines {
            let misplaced = |what: String| Err(Unfit::Misplaced { line, what });
            if journal.end.is_some() {
                return misplaced("nothing follows the end".into());
            }
            match read {
                Line::Header(_) => return misplaced("there is a second header".into()),
                Line::Desk(desk) => {
                    if usize::from(desk.turn.0) != journal.turns.len() {
                        let (turn, here) = (desk.turn.0 + 1, journal.turns.len() + 1);
                        return misplaced(format!("what was done in turn {turn} stands in turn {here}"));
                    }
                    journal.desk.push(desk);
                }
                Line::Turn(turn) => {
                    let expected = journal.turns.len();
                    if usize::from(turn.record.turn.0) != expected {
                        let found = turn.record.turn.0 + 1;
                        return misplaced(format!("turn {} is due here, and this is turn {found}", expected + 1));
                    }
                    if expected >= usize::from(limits::TURNS) {
                        return misplaced(format!("a game has at most {} turns", limits::TURNS));
                    }
                    if let Some(what) = unfit(&turn.sealed) {
                        return misplaced(what);
                    }
                    journal.turns.push(turn);
                }
                Line::End(end) if usize::from(end.turns) != journal.turns.len() => {
                    return misplaced(format!(
                        "{} turns are announced and {} are here",
                        end.turns,
                        journal.turns.len()
                    ));
                }
                Line::End(end) => journal.end = Some(end),
            }
        }
        Ok(journal)
    }

    /// The lines of the journal.
    pub fn into_lines(self) -> impl Iterator<Item = Line> {
        let mut lines = vec![Line::Header(self.header)];
        let mut desk = self.desk.into_iter().peekable();
        for (place, turn) in self.turns.into_iter().enumerate() {
            while let Some(line) = desk.next_if(|line| usize::from(line.turn.0) <= place) {
                lines.push(Line::Desk(line));
            }
            lines.push(Line::Turn(turn));
        }
        lines.extend(desk.map(Line::Desk));
        lines.extend(self.end.map(Line::End));
        lines.into_iter()
    }
}

/// What is wrong with the sealed orders of a turn.
fn unfit(sealed: &[Sealed]) -> Option<String> {
    if !sealed.is_sorted_by(|a, b| a.seat < b.seat) {
        return Some("the seats are not in order".into());
    }
    sealed.iter().find_map(|sealed| {
        let StateId(state) = sealed.seat;
        if sealed.orders.len() > MOST_ORDERS {
            return Some(format!("state {state} gives more than {MOST_ORDERS} orders"));
        }
        let stray = sealed.orders.iter().any(|order| order.by != sealed.seat);
        stray.then(|| format!("state {state} gives an order of another state"))
    })
}
