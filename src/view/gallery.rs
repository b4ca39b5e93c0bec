//! The views of several seats on one world, kept together and looked at turn after turn.
//!
//! What has changed in the world is found once for all of them, and each is then written anew only where that concerns it. The
//! views are the same as if each had looked for itself.

use std::mem;
use std::sync::Arc;

use crate::base::Span;
use crate::base::id::StateId;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Scenario;
use crate::sim::situation::Situation;
use crate::view::changes::Changes;
use crate::view::clearance::Clearance;
use crate::view::{Past, View};

/// Views that have all looked at the same world last.
#[derive(Clone, Debug)]
pub struct Gallery {
    views: Vec<View>,
    // INVARIANT: every view shows this world, unless it is empty.
    shown: Situation,
    changes: Changes,
}

impl Gallery {
    /// Views for seats that are told everything their State knows; none has looked yet.
    pub fn new(rules: &Arc<Rulebook>, seats: impl IntoIterator<Item = StateId>) -> Self {
        let views = seats.into_iter().map(|seat| View::closed(rules, (seat, Clearance::Secret))).collect();
        Self { views, shown: Situation::empty(Span(1)), changes: Changes::ANEW }
    }

    /// Lets every seat look at the world as it is, and be heard before the next one looks.
    pub fn look(
        &mut self,
        situation: &Situation,
        scenario: &Scenario,
        past: Option<Past>,
        mut hear: impl FnMut(usize, &View),
    ) {
        // Should hearing break off, some views show one world and some another: then all are written anew next time, since
        // nothing is kept of an empty world.
        let mut shown = mem::replace(&mut self.shown, Situation::empty(Span(1)));
        self.changes.find(&shown, situation);
        for (place, view) in self.views.iter_mut().enumerate() {
            view.follow((situation, &self.changes), scenario, past);
            hear(place, view);
        }
        shown.clone_from(situation);
        self.shown = shown;
    }
}
