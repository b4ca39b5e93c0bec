//! Absence: a head of delegation who is away for a while is stood in for by somebody of the same State who is here, and is
//! the head again on coming back. Both stand in the journal as appointments by the host. A State of which nobody is here is
//! played by its agent when the turn ends, as every silent seat is.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::base::id::StateId;
use crate::session::desk::{Millis, Moment, Office, PersonId};
use crate::session::room::{Clock, Room};

/// How long a head may be away before somebody stands in.
pub(super) const GRACE: Millis = Millis(90_000);

/// Who is away since when, and for whom somebody stands in; known while the host runs.
#[derive(Debug, Default)]
pub(super) struct Absence(Mutex<BTreeMap<String, Away>>);

#[derive(Debug, Default)]
struct Away {
    since: BTreeMap<PersonId, Moment>,
    stood_in_for: BTreeMap<StateId, PersonId>,
}

impl Absence {
    /// Who is to be head now, of those States where that changes.
    pub(super) fn appointments(
        &self,
        game: &str,
        room: &Room,
        now: Moment,
        is_here: impl Fn(PersonId) -> bool,
    ) -> Vec<PersonId> {
        // Before a class begins people come and go, and after it nobody leads.
        if room.over || room.clock == Clock::Waiting {
            return Vec::new();
        }
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let away = all.entry(game.to_owned()).or_default();
        let mut appointed = Vec::new();
        for head in room.people.iter().filter(|one| one.office == Office::Head) {
            let (id, state) = (head.person.id, head.state);
            match away.stood_in_for.get(&state) {
                // Whoever was made head by other hands stays it.
                Some(first) if *first == id => _ = away.stood_in_for.remove(&state),
                Some(first) if is_here(*first) => {
                    appointed.push(*first);
                    continue;
                }
                _ => {}
            }
            if is_here(id) {
                away.since.remove(&id);
                continue;
            }
            let since = *away.since.entry(id).or_insert(now);
            let other = room.delegation(state).find(|one| one.person.id != id && is_here(one.person.id));
            if let Some(other) = other.filter(|_| since.until(now) >= GRACE) {
                away.stood_in_for.entry(state).or_insert(id);
                appointed.push(other.person.id);
            }
        }
        appointed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::desk::{By, Deed, DeskLine, Key};
    use crate::session::entry::{Entry, Lock, Person};
    use crate::session::journal::Line;

    fn desk(room: &mut Room, deed: Deed) {
        let line = DeskLine { turn: room.turn, at: Moment(0), by: By::Host, key: Key("k".into()), deed };
        room.take(&Entry::Line(Line::Desk(line)));
    }

    #[test]
    fn somebody_stands_in_after_a_while_and_the_head_comes_back() {
        let mut room = Room::new(1, Millis(1));
        for (nth, office) in [(1, Office::Head), (2, Office::Adviser)] {
            let person = PersonId(nth);
            room.take(&Entry::Person(Person { id: person, name: nth.to_string(), code: Lock::of("c") }));
            desk(&mut room, Deed::Seated { person, state: StateId(0), office });
        }
        let absence = Absence::default();
        let asks = |room: &Room, at: u64, here: &[u16]| {
            absence.appointments("A", room, Moment(at), |person| here.contains(&person.0))
        };
        assert!(asks(&room, GRACE.0 * 9, &[2]).is_empty(), "the class has not begun");
        desk(&mut room, Deed::Runs { until: Moment(u64::MAX) });
        assert!(asks(&room, 0, &[2]).is_empty());
        assert!(asks(&room, GRACE.0 - 1, &[2]).is_empty(), "within the grace");
        assert!(asks(&room, GRACE.0, &[]).is_empty(), "nobody is here to stand in");
        assert_eq!(asks(&room, GRACE.0, &[2]), [PersonId(2)]);
        desk(&mut room, Deed::Appointed { person: PersonId(2) });
        assert!(asks(&room, GRACE.0 + 1, &[2]).is_empty());
        assert_eq!(asks(&room, GRACE.0 + 2, &[1, 2]), [PersonId(1)], "back again");
        desk(&mut room, Deed::Appointed { person: PersonId(1) });
        assert!(asks(&room, GRACE.0 + 3, &[1, 2]).is_empty());
        assert!(asks(&room, GRACE.0 + 4, &[2]).is_empty(), "the grace begins anew");
    }
}
