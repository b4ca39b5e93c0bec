//! Who is there: how many streams each person has open, and when their last page was made.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::session::desk::{Millis, Moment, PersonId};

/// Without a stream, a person whose page is younger than this is there.
const FRESH: Millis = Millis::minutes(2);

#[derive(Debug, Default)]
struct Trace {
    streams: usize,
    seen: Moment,
}

/// Everybody's traces.
#[derive(Clone, Debug, Default)]
pub(super) struct Presence(Arc<Mutex<BTreeMap<(String, PersonId), Trace>>>);

/// One open stream; gone when dropped.
#[derive(Debug)]
pub(super) struct Open {
    presence: Presence,
    who: (String, PersonId),
}

impl Presence {
    fn trace<T>(&self, who: (String, PersonId), change: impl FnOnce(&mut Trace) -> T) -> T {
        let mut traces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        change(traces.entry(who).or_default())
    }

    /// A page was made for somebody.
    pub(super) fn saw(&self, game: &str, person: PersonId, now: Moment) {
        self.trace((game.to_owned(), person), |trace| trace.seen = now);
    }

    /// Somebody follows.
    pub(super) fn follow(&self, game: &str, person: PersonId) -> Open {
        let who = (game.to_owned(), person);
        self.trace(who.clone(), |trace| trace.streams += 1);
        Open { presence: self.clone(), who }
    }

    /// On how many devices somebody is there; without a stream a fresh page counts as one.
    pub(super) fn devices(&self, game: &str, person: PersonId, now: Moment) -> usize {
        self.trace((game.to_owned(), person), |trace| {
            let fresh = trace.seen > Moment(0) && trace.seen.until(now) < FRESH;
            trace.streams.max(usize::from(fresh))
        })
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.presence.trace(self.who.clone(), |trace| trace.streams = trace.streams.saturating_sub(1));
    }
}
