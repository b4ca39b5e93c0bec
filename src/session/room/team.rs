//! The team inside a State: drafts of orders before everybody who sits there, what each thinks of them, and when one is sent.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Turn;
use crate::base::id::StateId;
use crate::session::desk::{Approval, By, Deed, Office, PersonId, Voice};
use crate::session::entry::Entry;
use crate::session::game::MOST_ORDERS;
use crate::session::room::{Clock, Decision, Desk, Room};
use crate::session::wish::{Command, LONGEST_WORD, No, Wish};
use crate::sim::Order;

/// The most drafts of a State in a turn: more would be read by nobody.
const MOST_DRAFTS: usize = 3 * MOST_ORDERS;

/// A draft before a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who proposed it.
    pub by: PersonId,
    /// What, in the world's numbers.
    pub order: Order,
    /// What others, and its author, think of it, each with a word that may be empty.
    pub voices: BTreeMap<PersonId, (Voice, String)>,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It waits for voices.
    #[default]
    Open,
    /// It was sent: it stands among the State's orders, unless it was taken back.
    Sent,
    /// Its author took it away, or the head laid it aside.
    Withdrawn,
}

impl Draft {
    fn approvals(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.voices.iter().filter(|(_, (voice, _))| *voice == Voice::Approve).map(|(person, _)| *person)
    }
}

impl Room {
    /// Whether so many approvals as a draft has, and one more, send it. Only those count who are told of it, and where an
    /// objection holds it, the head has to be among them.
    pub fn is_agreed(&self, state: StateId, draft: &Draft, more: Option<PersonId>) -> bool {
        let approve = |person: PersonId| more == Some(person) || draft.approvals().any(|one| one == person);
        let members = || self.delegation(state).filter(|one| self.is_told(one.person.id, &draft.order));
        let by_head = || members().any(|one| one.office == Office::Head && approve(one.person.id));
        let agreed = match self.approval {
            Approval::Head => by_head(),
            Approval::TwoOfThree => {
                let count = members().filter(|one| approve(one.person.id)).count();
                3 * count >= 2 * members().count()
            }
            // Each for what falls to them; others only say what they think.
            Approval::Anyone => {
                members().any(|one| approve(one.person.id) && self.may_propose(one.person.id, draft.order.act))
            }
        };
        agreed && (by_head() || !self.is_held_but_for(state, draft, more))
    }

    /// Whether an objection would still hold a draft once somebody approves it.
    fn is_held_but_for(&self, state: StateId, draft: &Draft, more: Option<PersonId>) -> bool {
        let mut after = draft.clone();
        if let Some(person) = more {
            after.voices.insert(person, (Voice::Approve, String::new()));
        }
        self.is_held(state, &after)
    }

    /// Whether somebody sends an order without asking.
    pub fn may_send(&self, person: PersonId, order: &Order) -> bool {
        self.sends(person) && self.must_answer_for(person, order).is_ok()
    }

    /// What a team's command comes to.
    pub(super) fn confer(&self, command: &Command, line: impl Fn(Deed) -> Entry) -> Result<Decision, No> {
        let one = |deed| Ok(Decision::Do(vec![line(deed)]));
        match &command.wish {
            Wish::Propose { turn, order } => {
                let (person, state) = self.member_at_work(command.by, *turn)?;
                if order.by != state {
                    return Err(No::Nothing);
                }
                self.must_answer_for(person, order)?;
                let desk = &self.desks[state.index()];
                let is_full = desk.drafts.len() >= MOST_DRAFTS || desk.orders.len() >= MOST_ORDERS;
                if is_full { Err(No::TooMany) } else { one(Deed::Proposed(*order)) }
            }
            Wish::Voice { turn, draft, voice, word } => {
                let (person, state) = self.member_at_work(command.by, *turn)?;
                let desk = &self.desks[state.index()];
                let known = desk.drafts.get(usize::from(*draft)).ok_or(No::Nothing)?;
                self.must_be_told(command.by, &known.order)?;
                if known.fate != Fate::Open {
                    return Err(No::Decided);
                }
                let word = word.trim();
                if word.chars().count() > LONGEST_WORD {
                    return Err(No::Word);
                }
                let sends = *voice == Voice::Approve && self.is_agreed(state, known, Some(person));
                if sends && desk.orders.len() >= MOST_ORDERS {
                    return Err(No::TooMany);
                }
                // The record shall say why a lawyer was not heard.
                if sends && word.is_empty() && self.is_held_but_for(state, known, Some(person)) {
                    return Err(No::Held);
                }
                one(Deed::Voiced { draft: *draft, voice: *voice, word: word.to_owned() })
            }
            Wish::Withdraw { turn, draft } => {
                let (person, state) = self.member_at_work(command.by, *turn)?;
                let known = self.desks[state.index()].drafts.get(usize::from(*draft)).ok_or(No::Nothing)?;
                self.must_be_told(command.by, &known.order)?;
                let is_head = self.seated(person).is_some_and(|seated| seated.office == Office::Head);
                match known.fate {
                    Fate::Open if known.by == person || is_head => one(Deed::Withdrew { draft: *draft }),
                    Fate::Open => Err(No::NotHead),
                    Fate::Sent | Fate::Withdrawn => Err(No::Decided),
                }
            }
            _ => Err(No::Nothing),
        }
    }

    /// The State in which somebody sits, if its team is at work on a turn.
    pub(super) fn member_at_work(&self, by: By, turn: Turn) -> Result<(PersonId, StateId), No> {
        let By::Person(person) = by else { return Err(No::NotSeated) };
        let seated = self.seated(person).ok_or(No::NotSeated)?;
        let desk = self.desks.get(seated.state.index()).ok_or(No::NotHead)?;
        if self.clock == Clock::Waiting {
            Err(No::NotBegun)
        } else if turn != self.turn {
            Err(No::TurnOver)
        } else if desk.with_agent {
            Err(No::WithAgent)
        } else {
            Ok((person, seated.state))
        }
    }

    /// Lets a draft have been proposed. Whoever proposes approves.
    pub(super) fn propose(&mut self, person: PersonId, state: StateId, order: Order) {
        let voices = BTreeMap::from([(person, (Voice::Approve, String::new()))]);
        let Some(desk) = self.desks.get_mut(state.index()) else { return };
        desk.drafts.push(Draft { by: person, order, voices, fate: Fate::Open });
        let last = desk.drafts.len() - 1;
        self.settle(state, last);
    }

    /// Lets a voice have been given. Only approval sends: whoever objects after a head has left their chair to one who had
    /// approved wants nothing sent.
    pub(super) fn voice(&mut self, person: PersonId, state: StateId, draft: u16, voice: (Voice, String)) {
        let drafts = self.desks.get_mut(state.index()).map(|desk| &mut desk.drafts);
        let Some(known) = drafts.and_then(|drafts| drafts.get_mut(usize::from(draft))) else { return };
        let approves = voice.0 == Voice::Approve;
        known.voices.insert(person, voice);
        if approves {
            self.settle(state, usize::from(draft));
        } else {
            self.desks[state.index()].changes += 1;
        }
    }

    /// Lets a draft have been withdrawn.
    pub(super) fn withdraw(desk: &mut Desk, draft: u16) {
        if let Some(known) = desk.drafts.get_mut(usize::from(draft)) {
            known.fate = Fate::Withdrawn;
        }
        desk.changes += 1;
    }

    /// Sends a draft that has found enough approval.
    fn settle(&mut self, state: StateId, draft: usize) {
        let is_agreed = self.is_agreed(state, &self.desks[state.index()].drafts[draft], None);
        let desk = &mut self.desks[state.index()];
        let known = &mut desk.drafts[draft];
        if is_agreed && known.fate == Fate::Open && desk.orders.len() < MOST_ORDERS {
            known.fate = Fate::Sent;
            desk.orders.push(known.order);
            desk.ready = false;
        }
        desk.changes += 1;
    }
}
