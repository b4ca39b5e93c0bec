//! What every panel needs at hand.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::Permille;
use crate::base::id::{IncidentId, StateId};
use crate::report::bench::{Heard, owed};
use crate::report::history::{History, Played};
use crate::report::page::Block;
use crate::sim::incidents::Incident;
use crate::sim::legal::Matter;
use crate::sim::operations::Operation;
use crate::sim::polity::{ControlLink, Party};
use crate::words::locale::Arg;
use crate::words::{Telling, Words};

pub(super) struct Desk<'a> {
    pub(super) words: &'a Words,
    pub(super) history: &'a History,
    pub(super) heard: &'a [Heard],
    /// The rulings that rest on a duty still owed alone: the act itself breaches nothing.
    pub(super) owed: BTreeSet<(usize, Matter)>,
    /// Speaks of the whole game.
    pub(super) telling: Telling<'a>,
}

/// Who was behind an incident, as far as an accusation of one state goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Authorship {
    /// Its own operation.
    Own,
    /// The operation of an actor it sponsors, with this much control.
    Behind(ControlLink),
    /// Somebody else's.
    Other,
    /// Nobody's operation.
    Nobody,
}

impl<'a> Desk<'a> {
    pub(super) fn new(words: &'a Words, history: &'a History, heard: &'a [Heard]) -> Self {
        let (rules, cast) = (&*history.rules, &history.scenario.cast);
        let telling = Telling { words, rules, cast, scene: history.end(), orders: &[] };
        Self { words, history, heard, owed: owed(history, heard), telling }
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    pub(super) fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(id, args)
    }

    pub(super) fn head(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.say(id)).collect()
    }

    /// The telling of one turn: its orders stand behind causes and rulings.
    pub(super) fn telling_of(&self, played: &'a Played) -> Telling<'a> {
        self.telling.of(played.docket.orders())
    }

    /// “turn 2”, by the turn's place.
    pub(super) fn turn(&self, place: usize) -> String {
        self.with("turn-of", &[("turn", (place + 1).into())])
    }

    /// “turn 2”, or “turns 21 to 40”, by the places of a span.
    pub(super) fn span(&self, span: &Range<usize>) -> String {
        if span.len() == 1 {
            return self.turn(span.start);
        }
        self.with("turns-of", &[("from", (span.start + 1).into()), ("to", span.end.into())])
    }

    /// What is left out of a long game, to be said where a panel tells one turn of each span.
    pub(super) fn abridged(&self) -> Option<Block> {
        let (turns, spans) = (self.history.turns.len(), self.history.spans().len());
        let args = [("turns", turns.into()), ("told", spans.into())];
        (turns > spans).then(|| Block::Text(self.with("turns-abridged", &args)))
    }

    /// A share in points of 100, with one decimal.
    pub(super) fn points(share: Permille) -> String {
        format!("{}.{}", share.get() / 10, share.get() % 10)
    }

    pub(super) fn incident(&self, id: IncidentId) -> &'a Incident {
        &self.history.end().incidents[id.index()]
    }

    /// The operation behind an incident, in truth.
    pub(super) fn behind(&self, id: IncidentId) -> Option<&'a Operation> {
        self.incident(id).operation.map(|operation| &self.history.end().operations[operation.index()])
    }

    /// Whether a state is behind an incident, in truth.
    pub(super) fn authorship(&self, state: StateId, id: IncidentId) -> Authorship {
        let Some(operation) = self.behind(id) else { return Authorship::Nobody };
        match operation.author {
            Party::State(author) if author == state => Authorship::Own,
            Party::State(_) => Authorship::Other,
            Party::Actor(actor) => {
                let actor = &self.history.end().actors[actor.index()];
                if actor.sponsor == Some(state) { Authorship::Behind(actor.control) } else { Authorship::Other }
            }
        }
    }

    /// An act the law ruled on, as a sentence.
    pub(super) fn act(&self, heard: &Heard) -> String {
        let played = &self.history.turns[heard.turn];
        match heard.ruling.matter {
            Matter::Order(order) => self.telling_of(played).order(&played.docket.orders()[order.index()]),
            matter => {
                let named = self.telling_of(played).matter(matter);
                self.telling.words.say_with("sentence", &[("text", (&named).into())])
            }
        }
    }
}
