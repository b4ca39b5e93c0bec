//! Who is there: how many streams each person has open, and when their last page was made. A beat looks at everybody and counts
//! what changed, so that pages which say who is here hear of it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::id::StateId;
use crate::server::hall::ClockFace;
use crate::session::desk::{Millis, Moment, PersonId};
use crate::session::room::Room;

/// Without a stream, a person whose page is younger than this is there.
const FRESH: Millis = Millis::minutes(2);
/// For so long a person is there whose last stream has closed: whoever goes from page to page has not left.
const LINGER: Millis = Millis(10_000);

#[derive(Clone, Copy, Debug, Default)]
struct Trace {
    streams: usize,
    seen: Moment,
    /// When the last stream closed.
    left: Moment,
}

impl Trace {
    /// On how many devices; without a stream a fresh page counts as one.
    fn devices(self, now: Moment) -> usize {
        let is_fresh = self.seen > Moment(0) && self.seen.until(now) < FRESH;
        let lingers = self.left <= self.seen || self.left.until(now) < LINGER;
        self.streams.max(usize::from(is_fresh && lingers))
    }
}

/// Who was found to be there, and how often that changed.
#[derive(Debug, Default)]
struct Roll {
    /// On how many devices, at the last beat and at the one before: what lasts for less than a beat is no news.
    seen: BTreeMap<PersonId, usize>,
    told: BTreeMap<PersonId, usize>,
    of_states: BTreeMap<StateId, Count>,
    all: Count,
}

/// How often something changed, for streams to read without asking anybody.
pub(super) type Count = Arc<AtomicU64>;

#[derive(Debug, Default)]
struct Game {
    traces: BTreeMap<PersonId, Trace>,
    roll: Roll,
}

/// Everybody's traces.
#[derive(Clone, Debug, Default)]
pub(super) struct Presence(Arc<Mutex<BTreeMap<String, Game>>>);

/// One open stream; gone when dropped.
pub(super) struct Open {
    presence: Presence,
    who: (String, PersonId),
    clock: ClockFace,
}

/// Who is there of one game.
#[derive(Clone, Copy, Debug)]
pub(super) struct Here<'a> {
    pub(super) presence: &'a Presence,
    pub(super) game: &'a str,
}

impl Here<'_> {
    /// On how many devices somebody is there.
    pub(super) fn devices(self, person: PersonId, now: Moment) -> usize {
        self.presence.devices(self.game, person, now)
    }

    /// How often it changed who of a State is there.
    pub(super) fn changes(self, state: StateId) -> u64 {
        self.presence.changes(self.game, Some(state))
    }
}

impl Presence {
    fn games(&self) -> MutexGuard<'_, BTreeMap<String, Game>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn trace(&self, game: &str, person: PersonId, change: impl FnOnce(&mut Trace)) {
        let mut games = self.games();
        if !games.contains_key(game) {
            games.insert(game.to_owned(), Game::default());
        }
        if let Some(game) = games.get_mut(game) {
            change(game.traces.entry(person).or_default());
        }
    }

    /// A page was made for somebody.
    pub(super) fn saw(&self, game: &str, person: PersonId, now: Moment) {
        self.trace(game, person, |trace| trace.seen = now);
    }

    /// Somebody follows.
    pub(super) fn follow(&self, game: &str, person: PersonId, clock: ClockFace) -> Open {
        self.trace(game, person, |trace| trace.streams += 1);
        Open { presence: self.clone(), who: (game.to_owned(), person), clock }
    }

    /// On how many devices somebody is there.
    pub(super) fn devices(&self, game: &str, person: PersonId, now: Moment) -> usize {
        let games = self.games();
        let trace = games.get(game).and_then(|game| game.traces.get(&person));
        trace.map_or(0, |trace| trace.devices(now))
    }

    /// Looks who is there, and says whether pages have to hear of it.
    pub(super) fn look(&self, game: &str, room: &Room, now: Moment) -> bool {
        let mut games = self.games();
        let Some(Game { traces, roll }) = games.get_mut(game) else { return false };
        let before = roll.all.load(Ordering::Relaxed);
        for one in room.people.iter() {
            let person = one.person.id;
            let now = traces.get(&person).map_or(0, |trace| trace.devices(now)).min(2);
            let last = roll.seen.insert(person, now);
            let told = roll.told.entry(person).or_default();
            if last == Some(now) && *told != now {
                *told = now;
                roll.all.fetch_add(1, Ordering::Relaxed);
                roll.of_states.entry(one.state).or_default().fetch_add(1, Ordering::Relaxed);
            }
        }
        roll.all.load(Ordering::Relaxed) != before
    }

    /// What counts how often it changed who is there, of a State or of all.
    pub(super) fn count(&self, game: &str, state: Option<StateId>) -> Count {
        let mut games = self.games();
        let roll = &mut games.entry(game.to_owned()).or_default().roll;
        state.map_or_else(|| roll.all.clone(), |state| roll.of_states.entry(state).or_default().clone())
    }

    /// How often it changed by now.
    pub(super) fn changes(&self, game: &str, state: Option<StateId>) -> u64 {
        self.count(game, state).load(Ordering::Relaxed)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let (game, person) = &self.who;
        let now = (self.clock)();
        self.presence.trace(game, *person, |trace| {
            trace.streams = trace.streams.saturating_sub(1);
            trace.left = now;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::desk::{By, Deed, DeskLine, Key, Office};
    use crate::session::entry::{Entry, Lock, Person};
    use crate::session::journal::Line;

    const ADA: PersonId = PersonId(1);
    const BEN: PersonId = PersonId(2);

    /// Ada sits in the first State, Ben in the second.
    fn room() -> Room {
        let mut room = Room::new(2, Millis(1));
        for (person, state) in [(ADA, StateId(0)), (BEN, StateId(1))] {
            room.take(&Entry::Person(Person { id: person, name: person.to_string(), code: Lock::of("c") }));
            let deed = Deed::Seated { person, state, office: Office::Head };
            let line = DeskLine { turn: room.turn, at: Moment(0), by: By::Host, key: Key("k".into()), deed };
            room.take(&Entry::Line(Line::Desk(line)));
        }
        room
    }

    #[test]
    fn going_from_page_to_page_is_no_leaving_and_closing_the_last_one_is() {
        let time = Arc::new(AtomicU64::new(1000));
        let clock: ClockFace = {
            let time = time.clone();
            Arc::new(move || Moment(time.load(Ordering::Relaxed)))
        };
        let presence = Presence::default();
        let devices = |at: u64| presence.devices("A", ADA, Moment(at));
        assert_eq!(devices(1000), 0);
        presence.saw("A", ADA, Moment(1000));
        assert_eq!((devices(1000), devices(1000 + FRESH.0)), (1, 0), "a page without a stream is there for a while");
        let (one, two) = (presence.follow("A", ADA, clock.clone()), presence.follow("A", ADA, clock));
        assert_eq!(devices(9_000_000), 2);
        time.store(9_000_000, Ordering::Relaxed);
        presence.saw("A", ADA, Moment(8_999_999));
        drop((one, two));
        assert_eq!((devices(9_000_001), devices(9_000_000 + LINGER.0)), (1, 0), "the page is younger, but closed");
        presence.saw("A", ADA, Moment(9_000_500));
        assert_eq!(devices(9_000_500 + LINGER.0), 1, "the next page was made after the last was closed");
    }

    #[test]
    fn what_lasts_a_beat_is_told_to_the_state_it_is_about() {
        let (presence, room) = (Presence::default(), room());
        let changes = || [None, Some(StateId(0)), Some(StateId(1))].map(|state| presence.changes("A", state));
        assert!(!presence.look("A", &room, Moment(1)));
        let clock: ClockFace = Arc::new(|| Moment(5));
        let open = presence.follow("A", ADA, clock.clone());
        assert!(!presence.look("A", &room, Moment(2)), "at first it may be a blip");
        assert!(presence.look("A", &room, Moment(3)) && !presence.look("A", &room, Moment(4)));
        assert_eq!(changes(), [1, 1, 0]);
        // Another device for less than a beat is none; one that stays is told.
        drop(presence.follow("A", ADA, clock.clone()));
        assert!(!presence.look("A", &room, Moment(5)));
        let other = presence.follow("A", ADA, clock);
        assert!(!presence.look("A", &room, Moment(6)) && presence.look("A", &room, Moment(7)));
        drop((open, other));
        assert!(!presence.look("A", &room, Moment(8)) && presence.look("A", &room, Moment(9)));
        assert_eq!(changes(), [3, 3, 0]);
    }
}
