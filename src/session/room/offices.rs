//! Offices: what each person of a delegation answers for, what they are told, and how offices are dealt. What an office may
//! do stands in `assets/offices.ron`; a room without these rules holds nobody back.

use std::sync::Arc;

use crate::base::id::StateId;
use crate::content::offices::{self, Remit};
use crate::session::desk::{Office, PersonId, Voice};
use crate::session::room::{Draft, Room, Seated};
use crate::sim::Order;
use crate::sim::order::Act;
use crate::sim::rulebook::Rulebook;
use crate::view::{Clearance, PUBLIC, is_secret};

/// The rules by which acts fall to offices.
#[derive(Clone, Default)]
pub struct Remits(Option<Arc<Rulebook>>);

impl std::fmt::Debug for Remits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Remits")
    }
}

impl Remits {
    /// The remits of the program over a game's rules.
    pub fn of(rules: &Arc<Rulebook>) -> Self {
        Self(Some(rules.clone()))
    }

    fn has(&self, remit: &Remit, act: Act) -> bool {
        match (act, &self.0) {
            (Act::Move(card), Some(rules)) => {
                rules.cards.get(card.index()).is_some_and(|card| remit.families.contains(&card.family))
            }
            (Act::Move(_), None) => false,
            (Act::Follow(follow), _) => remit.follow_ups.iter().any(|slug| slug == follow.slug()),
        }
    }

    fn is_secret(&self, order: &Order) -> bool {
        self.0.as_ref().is_some_and(|rules| is_secret(rules, order))
    }
}

/// What an office answers for; `None` for those that answer for everything, or for nothing.
pub fn remit(office: Office) -> Option<&'static Remit> {
    offices::embedded().iter().find(|remit| remit.office == office)
}

impl Room {
    /// Those of a State who answer for an act by their office.
    pub fn answering(&self, state: StateId, act: Act) -> impl Iterator<Item = &Seated> {
        self.delegation(state).filter(move |one| remit(one.office).is_some_and(|remit| self.remits.has(remit, act)))
    }

    /// Whether somebody can propose an act: it falls to their office, or to nobody's there.
    pub fn may_propose(&self, person: PersonId, act: Act) -> bool {
        self.seated(person).is_some_and(|seated| match seated.office {
            Office::Press => false,
            Office::Head | Office::Adviser => true,
            _ => {
                let mut answering = self.answering(seated.state, act).peekable();
                answering.peek().is_none() || answering.any(|one| one.person.id == person)
            }
        })
    }

    /// How much of what their State knows somebody is told. Where nobody keeps the secrets, nobody keeps them from others.
    pub fn clearance(&self, person: PersonId) -> Clearance {
        let Some(seated) = self.seated(person) else { return Clearance::Open };
        let own = remit(seated.office).is_none_or(|remit| remit.is_cleared);
        let keeps = |one: &Seated| remit(one.office).is_some_and(|remit| remit.keeps_secrets);
        if own || !self.delegation(seated.state).any(keeps) { Clearance::Secret } else { Clearance::Open }
    }

    /// Whether somebody is told of an order or a draft of their State.
    pub fn is_told(&self, person: PersonId, order: &Order) -> bool {
        self.clearance(person) == Clearance::Secret || !self.remits.is_secret(order)
    }

    /// Whether an objection holds a draft: then the head has to approve it, whatever the rule.
    pub fn is_held(&self, state: StateId, draft: &Draft) -> bool {
        self.delegation(state).any(|one| {
            let objects = draft.voices.get(&one.person.id).is_some_and(|(voice, _)| *voice == Voice::Object);
            objects && remit(one.office).is_some_and(|remit| remit.may_hold)
        })
    }

    /// The office that falls to whoever joins a State next.
    pub(super) fn next_office(&self, state: StateId) -> Office {
        if state == PUBLIC {
            return Office::Press;
        }
        let held = |office: Office| self.delegation(state).any(|one| one.office == office);
        if !held(Office::Head) {
            return Office::Head;
        }
        self.dealt.iter().copied().find(|office| !held(*office)).unwrap_or(Office::Adviser)
    }

    /// Where somebody sits who does not choose: in the State with the fewest persons, or with the press once every office is
    /// held, until the press has as many as there are States.
    pub(super) fn next_place(&self) -> Option<StateId> {
        let states = || (0..self.desks.len()).map(StateId::at);
        let is_full = |state: StateId| self.next_office(state) == Office::Adviser;
        let has_room = self.delegation(PUBLIC).count() < self.desks.len();
        if !self.dealt.is_empty() && has_room && states().all(is_full) {
            return Some(PUBLIC);
        }
        states().min_by_key(|state| (self.delegation(*state).count(), *state))
    }

    /// Gives a person another office of their State, and theirs to whoever had it.
    pub(super) fn assign(&mut self, person: PersonId, office: Office) {
        let Some((state, before)) = self.seated(person).map(|seated| (seated.state, seated.office)) else { return };
        for seated in Arc::make_mut(&mut self.people).iter_mut().filter(|seated| seated.state == state) {
            if seated.person.id == person {
                seated.office = office;
            } else if seated.office == office && office != Office::Adviser {
                seated.office = before;
            }
        }
        self.touch(state);
    }
}
