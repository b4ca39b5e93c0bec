//! What whoever hosts does to a game from outside it: seats one person alone, settles how delegations are made up, and asks what
//! there is to say of it.

use std::io;

use crate::base::{Digest, Turn};
use crate::server::hall::{Hall, HallError};
use crate::server::secret;
use crate::session::desk::{Approval, By, Millis, Office};
use crate::session::entry::Lock;
use crate::session::room::Clock;
use crate::session::wish::Wish;

/// What there is to say of a game to whoever hosts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The crisis's slug.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// How many turns it has.
    pub turns: u16,
    /// How many States.
    pub states: usize,
    /// The turn to be played next.
    pub turn: Turn,
    /// How long a turn lasts.
    pub length: Millis,
    /// Who has to approve an order.
    pub approval: Approval,
    /// The offices that are dealt after the head.
    pub dealt: Vec<Office>,
    /// Those that the scenario asks for, if it does.
    pub wanted: Option<Vec<Office>>,
}

impl Hall {
    /// Seats one person at the scenario's own choice of State, begins, and lets the clock stand: nobody hurries whoever plays
    /// alone. Somebody who sits there already comes back. Gives what their cookie holds.
    ///
    /// # Errors
    /// If there is no such game, or it refuses.
    pub async fn seat_alone(&self, code: &str, name: &str) -> Result<String, HallError> {
        let table = self.table(code).ok_or_else(|| io::Error::other("there is no such game"))?;
        let (token, shown, now) = (secret::token()?, table.shown(), self.now());
        let state = Some(shown.position.staged().scenario.solo);
        let wish = match shown.room.people.first() {
            Some(seated) => Wish::Return { person: seated.person.id, token: Lock::of(&token) },
            None => {
                let code = Lock::of(&secret::reentry()?);
                Wish::Join { name: name.to_owned(), state, token: Lock::of(&token), code }
            }
        };
        table.send(By::Host, format!("alone-{}", Digest::of(token.as_bytes())), wish, now).await?;
        if shown.room.clock == Clock::Waiting {
            for (key, wish) in [("begin", Wish::Begin), ("stand", Wish::Stop)] {
                table.send(By::Host, key.into(), wish, now).await?;
            }
        }
        Ok(token)
    }

    /// Settles who has to approve an order in a game that is not over.
    ///
    /// # Errors
    /// If there is no such game, or nothing can be kept.
    pub async fn agree(&self, code: &str, approval: Approval) -> Result<(), HallError> {
        let table = self.table(code).ok_or_else(|| io::Error::other("there is no such game"))?;
        let shown = table.shown();
        if shown.room.over || shown.room.approval == approval {
            return Ok(());
        }
        let key = format!("agree-{}", self.now().0);
        Ok(table.send(By::Host, key, Wish::Agree(approval), self.now()).await?)
    }

    /// Says which offices those are given who join a State after its head, in a game that is not over.
    ///
    /// # Errors
    /// If there is no such game, or nothing can be kept.
    pub async fn deal(&self, code: &str, offices: Vec<Office>) -> Result<(), HallError> {
        let table = self.table(code).ok_or_else(|| io::Error::other("there is no such game"))?;
        let shown = table.shown();
        if shown.room.over || shown.room.dealt == offices {
            return Ok(());
        }
        let key = format!("deal-{}", self.now().0);
        Ok(table.send(By::Host, key, Wish::Deal(offices), self.now()).await?)
    }

    /// What there is to say of a game to whoever hosts it.
    pub fn about(&self, code: &str) -> Option<About> {
        let shown = self.table(code)?.shown();
        let scenario = &shown.position.staged().scenario;
        Some(About {
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            turns: scenario.turns,
            states: scenario.opening.states.len(),
            turn: shown.room.turn,
            length: shown.room.length,
            approval: shown.room.approval,
            dealt: shown.room.dealt.clone(),
            wanted: shown.position.staged().delegations.offices.clone(),
        })
    }
}
