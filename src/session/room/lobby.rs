//! Before a class begins: who has read who they are and is ready, so that nobody begins without those who are not by mistake.

use crate::session::desk::{By, PersonId};
use crate::session::room::{Clock, Room, Seated};
use crate::session::wish::No;

impl Room {
    /// Those who have not said that they are ready, in the order of joining; nobody once the class has begun.
    pub fn unprepared(&self) -> impl Iterator<Item = &Seated> {
        let waits = self.clock == Clock::Waiting;
        self.people.iter().filter(move |one| waits && !self.prepared.contains(&one.person.id))
    }

    /// Whether somebody has said that they are ready.
    pub fn is_prepared(&self, person: PersonId) -> bool {
        self.prepared.contains(&person)
    }

    /// Who says that they are ready, or not yet after all.
    pub(super) fn may_prepare(&self, by: By) -> Result<PersonId, No> {
        let By::Person(person) = by else { return Err(No::NotSeated) };
        self.seated(person).ok_or(No::NotSeated)?;
        if self.clock == Clock::Waiting { Ok(person) } else { Err(No::Begun) }
    }

    pub(super) fn prepare(&mut self, person: PersonId, ready: bool) {
        if ready {
            self.prepared.insert(person);
        } else {
            self.prepared.remove(&person);
        }
        self.changes += 1;
    }
}
