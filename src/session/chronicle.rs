//! A game whose every turn is written down before anybody is told of it.

use crate::session::error::Fault;
use crate::session::game::{Game, Played};
use crate::session::journal::Line;

/// Where a game is kept: its lines, and for a hosted game also who sits in it ([`Entry`](crate::session::entry::Entry)).
/// An acknowledgement leaves only after `append` has returned.
pub trait Ledger<E = Line> {
    /// What can go wrong.
    type Fault: std::error::Error + Send + Sync + 'static;

    /// Keeps entries for good, all of them or none.
    ///
    /// # Errors
    /// If they could not be kept; the same entries may then be appended again.
    fn append(&mut self, entries: &[E]) -> Result<(), Self::Fault>;
}

/// For tests and for games nobody means to keep: entries in memory.
impl<E: Clone> Ledger<E> for Vec<E> {
    type Fault = std::convert::Infallible;

    fn append(&mut self, entries: &[E]) -> Result<(), Self::Fault> {
        self.extend_from_slice(entries);
        Ok(())
    }
}

/// Why a chronicle cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Halt<F: std::error::Error + Send + Sync + 'static> {
    /// The session says no.
    #[error(transparent)]
    Session(#[from] Fault),
    /// The line was not kept. What it says has happened and is not lost: the next call tries again before it does
    /// anything else.
    #[error("the journal could not be written: {0}")]
    Ledger(F),
}

/// A game and its ledger.
#[derive(Debug)]
pub struct Chronicle<L: Ledger> {
    /// The game; orders are committed to it directly.
    pub game: Game,
    ledger: L,
    /// How many of the game's lines are kept: the header, the turns, the end.
    kept: usize,
}

impl<L: Ledger> Chronicle<L> {
    /// Begins a journal with the game's header, and with its past if it is a fork.
    ///
    /// # Errors
    /// If the lines could not be kept.
    pub fn begin(game: Game, ledger: L) -> Result<Self, Halt<L::Fault>> {
        let mut chronicle = Self { game, ledger, kept: 0 };
        chronicle.keep()?;
        Ok(chronicle)
    }

    /// Goes on with a journal that holds the game's header and all its turns.
    pub fn resume(game: Game, ledger: L) -> Self {
        let kept = 1 + game.played().len();
        Self { game, ledger, kept }
    }

    /// Appends every line that is not kept yet.
    fn keep(&mut self) -> Result<(), Halt<L::Fault>> {
        loop {
            let line = match self.kept {
                0 => Line::Header(self.game.header()),
                kept if kept <= self.game.played().len() => Line::Turn(self.game.played()[kept - 1].line()),
                kept if kept == self.game.played().len() + 1 && self.game.is_over() => Line::End(self.game.end()),
                _ => return Ok(()),
            };
            self.ledger.append(std::slice::from_ref(&line)).map_err(Halt::Ledger)?;
            self.kept += 1;
        }
    }

    /// Plays the turn; returns once it is kept.
    ///
    /// # Errors
    /// If the game is over, or the turn could not be kept.
    pub fn turn(&mut self) -> Result<&Played, Halt<L::Fault>> {
        self.keep()?;
        self.game.adjudicate()?;
        self.keep()?;
        Ok(&self.game.played()[self.game.played().len() - 1])
    }

    /// Plays every turn that is left.
    ///
    /// # Errors
    /// As [`Self::turn`].
    pub fn finish(&mut self) -> Result<(), Halt<L::Fault>> {
        while !self.game.is_over() {
            self.turn()?;
        }
        self.keep()
    }

    /// The game and the ledger apart.
    pub fn into_parts(self) -> (Game, L) {
        (self.game, self.ledger)
    }
}
