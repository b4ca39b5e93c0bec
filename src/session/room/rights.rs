//! Rights: who may do what in the room, and for which State.

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::{Approval, By, Office, PersonId};
use crate::session::room::Room;
use crate::session::wish::No;
use crate::sim::Order;
use crate::view::PUBLIC;

impl Room {
    /// The State for which somebody may send an order in a turn.
    pub(super) fn sender_at_work(&self, by: By, turn: Turn, order: &Order) -> Result<StateId, No> {
        let By::Person(person) = by else { return Err(No::NotSeated) };
        if !self.sends(person) && self.seated(person).is_some() {
            return Err(if self.approval == Approval::TwoOfThree { No::NeedsTeam } else { No::NotHead });
        }
        let (person, state) = self.member_at_work(by, turn)?;
        self.must_answer_for(person, order)?;
        Ok(state)
    }

    /// The State whose orders somebody may take back or call complete: its head, or anyone where anyone sends.
    pub(super) fn closer_at_work(&self, by: By, turn: Turn) -> Result<StateId, No> {
        let By::Person(person) = by else { return Err(No::NotSeated) };
        if !self.leads(person) && self.seated(person).is_some() {
            return Err(No::NotHead);
        }
        self.member_at_work(by, turn).map(|(_, state)| state)
    }

    /// The State for which somebody may leave standing orders, at any time: its head, or anyone where anyone sends.
    ///
    /// # Errors
    /// Why not.
    pub fn may_instruct(&self, by: By) -> Result<StateId, No> {
        let By::Person(person) = by else { return Err(No::NotSeated) };
        let seated = self.seated(person).ok_or(No::NotSeated)?;
        if self.leads(person) { Ok(seated.state) } else { Err(No::NotHead) }
    }

    /// Whether somebody leads their delegation: its head, or anyone where anyone sends.
    pub(super) fn leads(&self, person: PersonId) -> bool {
        self.seated(person).is_some_and(|seated| match seated.office {
            Office::Head => true,
            Office::Press => false,
            _ => self.approval == Approval::Anyone,
        })
    }

    /// Whether somebody sends orders without asking: under every rule but the head's, nobody, or each for their office.
    pub fn sends(&self, person: PersonId) -> bool {
        self.approval != Approval::TwoOfThree && self.leads(person)
    }

    /// An order falls to whoever gives or proposes it, and is one they may know of.
    pub(super) fn must_answer_for(&self, person: PersonId, order: &Order) -> Result<(), No> {
        let may = self.may_propose(person, order.act) && self.is_told(person, order);
        if may { Ok(()) } else { Err(No::NotYours) }
    }

    /// What somebody is not told of is not there for them.
    pub(super) fn must_be_told(&self, by: By, order: &Order) -> Result<(), No> {
        let is_told = matches!(by, By::Person(person) if self.is_told(person, order));
        if is_told { Ok(()) } else { Err(No::Nothing) }
    }

    /// Who writes, and from which State.
    pub(super) fn writer(&self, by: By) -> Result<(PersonId, StateId), No> {
        let By::Person(person) = by else { return Err(No::NotSeated) };
        Ok((person, self.seated(person).ok_or(No::NotSeated)?.state))
    }

    /// Those of some States that a State can write to.
    pub(super) fn readers(&self, from: StateId, to: StateSet) -> Result<StateSet, No> {
        // Only the press writes to everybody at once.
        let readers = if from == PUBLIC && to.is_public() {
            to
        } else {
            to.iter().filter(|state| *state != from && self.reads(*state)).collect()
        };
        if readers.is_empty() { Err(No::NoReader) } else { Ok(readers) }
    }

    /// Whether there is anybody of a State to write to; the press only if somebody sits there.
    pub fn reads(&self, state: StateId) -> bool {
        state.index() < self.desks.len() || state == PUBLIC && self.delegation(PUBLIC).next().is_some()
    }
}
