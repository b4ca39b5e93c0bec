//! The lines of a journal: shapes made for keeping, versioned, without names of persons.
//!
//! A journal is a header, one line for each turn, and an end; in a hosted game, what was done around the table stands before
//! the turn in which it was done. Dockets are not kept as such: what is kept are the sealed
//! orders, which replay compiles again.

use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::base::{Digest, Turn};
use crate::content::scenario::limits;
use crate::session::desk::{Deed, DeskLine};
use crate::session::error::Unfit;
use crate::session::game::{MOST_ORDERS, Sealed, Seat};
use crate::sim::TurnRecord;
use crate::sim::white_cell::Taken;

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

/// A turn: what was sealed, what the facilitator put into it, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnLine {
    /// The orders of every seat, by state.
    pub sealed: Vec<Sealed>,
    /// What the facilitator put into it; left out if nothing.
    #[serde(default, skip_serializing_if = "Taken::is_empty")]
    pub taken: Taken,
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
    /// Everything after the header, as it came: turns, what was done around the table before each, the end.
    pub course: Vec<Line>,
}

/// Which turns of a course count. The facilitator may go back to the turn played last, have it played again, and take that
/// back until another turn is played onward.
#[derive(Debug, Default)]
struct Count {
    /// The places of the turns that count.
    turns: Vec<usize>,
    /// The turns that can be taken back, with how many counted.
    shelf: Vec<(usize, usize)>,
    /// Whether the turn that follows is one played again.
    again: bool,
}

impl Count {
    fn desk(&mut self, deed: &Deed) -> Result<(), String> {
        self.again = false;
        match deed {
            Deed::SteppedBack { .. } | Deed::Overruled(_) => {
                let turns = self.turns.len();
                let place = self.turns.pop().ok_or("there is no turn to go back to")?;
                self.shelf.push((turns, place));
                self.again = matches!(deed, Deed::Overruled(_));
            }
            Deed::Undone => {
                let (turns, place) = self.shelf.pop().ok_or("there is nothing to take back")?;
                self.turns.truncate(turns - 1);
                self.turns.push(place);
            }
            _ => {}
        }
        Ok(())
    }

    fn turn(&mut self, place: usize) {
        if !std::mem::take(&mut self.again) {
            self.shelf.clear();
        }
        self.turns.push(place);
    }
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
        let (mut course, mut count) = (Vec::new(), Count::default());
        for (line, read) in lines {
            let misplaced = |what: String| Err(Unfit::Misplaced { line, what });
            let played = count.turns.len();
            if matches!(course.last(), Some(Line::End(_))) && !reopens(&read) {
                return misplaced("nothing follows the end".into());
            }
            match &read {
                Line::Header(_) => return misplaced("there is a second header".into()),
                Line::Desk(desk) => {
                    if usize::from(desk.turn.0) != played {
                        let (turn, here) = (desk.turn.0 + 1, played + 1);
                        return misplaced(format!("what was done in turn {turn} stands in turn {here}"));
                    }
                    if let Err(what) = count.desk(&desk.deed) {
                        return misplaced(what);
                    }
                }
                Line::Turn(turn) => {
                    if usize::from(turn.record.turn.0) != played {
                        let found = turn.record.turn.0 + 1;
                        return misplaced(format!("turn {} is due here, and this is turn {found}", played + 1));
                    }
                    if played >= usize::from(limits::TURNS) {
                        return misplaced(format!("a game has at most {} turns", limits::TURNS));
                    }
                    if let Some(what) = unfit(&turn.sealed) {
                        return misplaced(what);
                    }
                    count.turn(course.len());
                }
                Line::End(end) if usize::from(end.turns) != played => {
                    return misplaced(format!("{} turns are announced and {played} are here", end.turns));
                }
                Line::End(_) => {}
            }
            course.push(read);
        }
        Ok(Self { header, course })
    }

    /// The turns that count, in order.
    pub fn turns(&self) -> Vec<&TurnLine> {
        let mut count = Count::default();
        for (place, line) in self.course.iter().enumerate() {
            match line {
                // A journal that was put together has no deed that cannot be.
                Line::Desk(desk) => _ = count.desk(&desk.deed),
                Line::Turn(_) => count.turn(place),
                Line::Header(_) | Line::End(_) => {}
            }
        }
        let turn = |place: &usize| match &self.course[*place] {
            Line::Turn(turn) => Some(turn),
            _ => None,
        };
        count.turns.iter().filter_map(turn).collect()
    }

    /// What was done around the table of a hosted game, in order.
    pub fn desk(&self) -> impl Iterator<Item = &DeskLine> {
        self.course.iter().filter_map(|line| if let Line::Desk(desk) = line { Some(desk) } else { None })
    }

    /// Its end; `None` if the game was not played to its end, or the last lines are lost.
    pub fn end(&self) -> Option<End> {
        if let Some(Line::End(end)) = self.course.last() { Some(*end) } else { None }
    }

    /// The lines of the journal.
    pub fn into_lines(self) -> impl Iterator<Item = Line> {
        std::iter::once(Line::Header(self.header)).chain(self.course)
    }
}

/// Whether a line may follow the end: the facilitator can go back from it.
fn reopens(line: &Line) -> bool {
    let Line::Desk(desk) = line else { return false };
    matches!(desk.deed, Deed::SteppedBack { .. } | Deed::Overruled(_) | Deed::Undone)
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
