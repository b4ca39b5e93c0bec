//! What an entry does to the room, once it has happened.

use std::sync::Arc;

use crate::base::Turn;
use crate::base::id::StateId;
use crate::session::desk::{By, Deed, DeskLine, Hands, Key, Office};
use crate::session::entry::Entry;
use crate::session::journal::Line;
use crate::session::room::{Clock, DEVICES, Planned, Plea, Room, Seated};
use crate::sim::Order;

impl Room {
    /// Lets an entry have happened. Entries of a journal that hangs together never fail; what names nobody is passed over.
    pub fn take(&mut self, entry: &Entry) {
        match entry {
            Entry::Person(person) => self.joining = Some(person.clone()),
            Entry::Token(person, token) => {
                if let Some(seated) = Arc::make_mut(&mut self.people).iter_mut().find(|one| one.person.id == *person) {
                    seated.tokens.push(*token);
                    let old = seated.tokens.len().saturating_sub(DEVICES);
                    seated.tokens.drain(..old);
                }
            }
            Entry::Message(message) => {
                self.remember(By::Person(message.person), &message.key);
                if message.to.is_public() {
                    self.changes += 1;
                } else {
                    message.to.with(message.from).iter().for_each(|state| self.touch(state));
                }
                self.activity.entry(message.person).or_default().wrote(message.at);
                Arc::make_mut(&mut self.messages).push(message.clone());
                // A host that is started again hears of what was hidden before it hears of the messages.
                let last = self.messages.len() as u32 - 1;
                if self.hidden.contains_key(&last) {
                    self.hide(last, true);
                }
            }
            Entry::Renamed(person, name) => {
                let all = Arc::make_mut(&mut self.people);
                let Some(seated) = all.iter_mut().find(|one| one.person.id == *person) else { return };
                seated.person.name.clone_from(name);
                let state = seated.state;
                self.touch(state);
            }
            Entry::Line(Line::Desk(line)) => self.take_line(line),
            Entry::Line(Line::Turn(turn)) => {
                self.turn = Turn(turn.record.turn.0 + 1);
                match self.shelf.last() {
                    // Played again, it is the same turn by the same orders.
                    Some(shelved) if self.again => self.past.push(shelved.last.clone()),
                    _ => {
                        self.shelf.clear();
                        self.past.push(self.desks.iter().map(|desk| desk.orders.clone()).collect());
                    }
                }
                self.again = false;
                self.lay(&[]);
            }
            Entry::Line(Line::End(_)) => {
                self.over = true;
                self.changes += 1;
            }
            Entry::Line(Line::Header(_)) => {}
        }
    }

    /// Lays orders on the desks; where there are none, the desks are empty.
    pub(super) fn lay(&mut self, orders: &[Vec<Order>]) {
        for (place, desk) in self.desks.iter_mut().enumerate() {
            desk.orders = orders.get(place).cloned().unwrap_or_default();
            desk.ready = false;
            desk.drafts.clear();
            desk.plea = None;
        }
        self.changes += 1;
    }

    /// Notes that something was done, and says for which State if a person did it.
    pub(super) fn note(&mut self, line: &DeskLine) -> Option<StateId> {
        self.remember(line.by, &line.key);
        let By::Person(person) = line.by else { return None };
        let ordered = matches!(line.deed, Deed::Ordered(_));
        self.activity.entry(person).or_default().did(line.at, ordered);
        self.seated(person).map(|seated| seated.state)
    }

    pub(super) fn take_line(&mut self, line: &DeskLine) {
        self.again = false;
        let own = self.note(line);
        if let (By::Person(person), Some(state)) = (line.by, own) {
            match &line.deed {
                Deed::Proposed(order) => return self.propose(person, state, *order),
                Deed::Voiced { draft, voice, word } => {
                    return self.voice(person, state, *draft, (*voice, word.clone()));
                }
                Deed::AskedForTime => return self.hear(state, Plea::Asked(person)),
                Deed::Prepared(ready) => return self.prepare(person, *ready),
                _ => {}
            }
        }
        let desk = own.and_then(|state| self.desks.get_mut(state.index()));
        match (&line.deed, desk) {
            (Deed::Withdrew { draft }, Some(desk)) => Self::withdraw(desk, *draft),
            (Deed::Agreed(approval), _) => {
                self.approval = *approval;
                self.changes += 1;
            }
            (Deed::Seated { person, state, office }, _) => {
                self.activity.entry(*person).or_default().joined = line.at;
                if let Some(person) = self.joining.take_if(|joining| joining.id == *person) {
                    Arc::make_mut(&mut self.people).push(Seated {
                        person,
                        state: *state,
                        office: *office,
                        tokens: Vec::new(),
                    });
                }
                self.touch(*state);
            }
            (Deed::Appointed { person }, _) => self.assign(*person, Office::Head),
            (Deed::Assigned { person, office }, _) => self.assign(*person, *office),
            (Deed::Dealt(offices), _) => self.dealt.clone_from(offices),
            (Deed::Ordered(order), Some(desk)) => {
                desk.orders.push(*order);
                desk.ready = false;
                desk.changes += 1;
            }
            (Deed::TookBack(place), Some(desk)) => {
                if usize::from(*place) < desk.orders.len() {
                    desk.orders.remove(usize::from(*place));
                }
                desk.ready = false;
                desk.changes += 1;
            }
            (Deed::Instructed(orders), Some(desk)) => {
                desk.standing.clone_from(orders);
                desk.changes += 1;
            }
            (Deed::Ready(ready), Some(desk)) => {
                desk.ready = *ready;
                desk.changes += 1;
            }
            (Deed::Runs { until }, _) => self.show(Clock::Runs(*until)),
            (Deed::Stands { left }, _) => self.show(Clock::Stands(*left)),
            (Deed::Handed { state, to }, _) => {
                if let Some(desk) = self.desks.get_mut(state.index()) {
                    desk.with_agent = *to == Hands::Agent;
                }
                self.touch(*state);
            }
            (Deed::GaveTime { state, more }, _) => self.hear(*state, Plea::Given(*more)),
            (Deed::DeniedTime { state }, _) => self.hear(*state, Plea::Denied),
            (Deed::SteppedBack { .. }, _) => self.step_back(),
            (Deed::Overruled(_), _) => {
                self.step_back();
                self.again = true;
            }
            (Deed::Undone, _) => self.undo(),
            (Deed::Planned(plan), _) => {
                Arc::make_mut(&mut self.plans).push(Planned {
                    plan: Arc::new(plan.clone()),
                    given: None,
                    is_dropped: false,
                });
            }
            (Deed::Given { plan }, _) => {
                let turn = self.turn;
                self.change(*plan, |planned| planned.given = Some((turn, line.at)));
            }
            (Deed::Hid { message, hidden }, _) => self.hide(*message, *hidden),
            (Deed::Dropped { plan }, _) => self.change(*plan, |planned| planned.is_dropped = true),
            (
                Deed::Began
                | Deed::Ended
                | Deed::AskedForTime
                | Deed::Prepared(_)
                | Deed::Renamed { .. }
                | Deed::Proposed(_)
                | Deed::Voiced { .. },
                _,
            )
            | (
                Deed::Ordered(_) | Deed::TookBack(_) | Deed::Ready(_) | Deed::Withdrew { .. } | Deed::Instructed(_),
                None,
            ) => {}
        }
    }

    /// Shows everybody another clock.
    pub(super) fn show(&mut self, clock: Clock) {
        self.clock = clock;
        self.changes += 1;
    }

    pub(super) fn remember(&mut self, by: By, key: &Key) {
        Arc::make_mut(self.keys.entry(by).or_default()).insert(key.clone());
    }

    pub(super) fn touch(&mut self, state: StateId) {
        match self.desks.get_mut(state.index()) {
            Some(desk) => desk.changes += 1,
            None => self.told_to_press += 1,
        }
    }
}
