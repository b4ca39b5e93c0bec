//! Writes down a game that was played: one file for each group of tables, each a plain reading of the record.

mod acts;
mod attributions;
mod covert;
mod games;
mod ruled;
mod words;

use serde::Serialize;

use crate::base::Day;
use crate::base::id::{IncidentId, StateId};
use crate::ensemble::player::{Watched, WatchedTurn};
use crate::ensemble::tables::Rows;
use crate::law::{Assessment, Overall};
use crate::sim::Order;
use crate::sim::card::MoveId;
use crate::sim::legal::{Chambers, Matter};
use crate::sim::operations::{self, Operation};
use crate::sim::order::Act;
use crate::sim::polity::{ControlLink, Party, Sector};
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Scenario;
use crate::sim::situation::Situation;

/// Room for the law, kept from game to game.
#[derive(Debug)]
pub(super) struct Desk {
    chambers: Chambers,
    assessment: Assessment,
}

impl Desk {
    /// Room under a rulebook.
    pub(super) fn new(rules: &Rulebook) -> Self {
        Self { chambers: Chambers::new(rules), assessment: Assessment::new(&rules.law.corpus) }
    }
}

/// One game on the desk.
struct Book<'a> {
    rules: &'a Rulebook,
    scenario: &'a Scenario,
    run: i64,
    game: &'a Watched,
}

/// Writes a game into rows.
pub(super) fn write(desk: &mut Desk, rules: &Rulebook, scenario: &Scenario, run: u32, game: &Watched) -> Rows {
    let book = Book { rules, scenario, run: i64::from(run), game };
    let mut rows = Rows::default();
    acts::write(&book, desk, &mut rows);
    attributions::write(&book, &mut rows);
    covert::write(&book, desk, &mut rows);
    words::write(&book, &mut rows);
    games::write(&book, &mut rows);
    rows
}

impl Book<'_> {
    fn slug(&self) -> String {
        self.scenario.id.clone()
    }

    fn code(&self, state: StateId) -> String {
        self.scenario.cast.states[state.index()].code.clone()
    }

    fn card(&self, id: MoveId) -> String {
        self.rules.card(id).id.clone()
    }

    fn end(&self) -> &Situation {
        self.game.end()
    }

    /// The operation behind an incident.
    fn behind(&self, incident: IncidentId) -> Option<&Operation> {
        let id = self.end().incidents.get(incident.index())?.operation?;
        self.end().operations.get(id.index())
    }

    /// The state answerable for an operation in truth: its author, or whoever ordered or controls the group that is.
    fn author(&self, operation: &Operation) -> Option<StateId> {
        match operation.author {
            Party::State(state) => Some(state),
            Party::Actor(id) => {
                let actor = &self.end().actors[id.index()];
                actor.sponsor.filter(|_| actor.control > ControlLink::None)
            }
        }
    }

    /// Whether a state stands behind an incident in truth, as author or by the group that carried it out.
    fn is_behind(&self, state: StateId, incident: IncidentId) -> bool {
        self.behind(incident).is_some_and(|operation| {
            let by_group = operations::group(operation).is_some_and(|id| {
                let group = &self.end().actors[id.index()];
                group.sponsor == Some(state) && group.control > ControlLink::None
            });
            self.author(operation) == Some(state) || by_group
        })
    }

    fn origin(&self, operation: &Operation) -> &'static str {
        match (operation.author, operation.hand, self.author(operation)) {
            (Party::State(_), None, _) => "organ",
            (_, _, Some(_)) => "proxy",
            (_, _, None) => "non_state",
        }
    }

    /// The incident an order is about, directly or through its claim.
    fn about(&self, order: &Order) -> Option<IncidentId> {
        let claim = || self.end().claims.get(order.terms.claim?.index())?.incident;
        order.terms.incident.or_else(claim)
    }

    /// The first day of the turn in which an incident became public; of one public from the opening, when it was noticed.
    fn disclosed(&self, incident: IncidentId) -> Option<Day> {
        let is_public =
            |scene: &Situation| scene.incidents.get(incident.index()).is_some_and(|row| row.known_to.is_public());
        if is_public(&self.game.opening) {
            return Some(self.game.opening.incidents[incident.index()].known_since());
        }
        self.game.turns.iter().find(|turn| is_public(&turn.after)).map(|turn| turn.day)
    }

    /// The place of the turn on whose first day, or during which, something happened.
    fn place_of(&self, day: Day) -> Option<usize> {
        self.game.turns.iter().rposition(|turn| turn.day <= day)
    }
}

/// A day as the tables count: the first morning is day 1.
fn day(day: Day) -> i64 {
    i64::from(day.0) + 1
}

/// A place as the tables count: from 1.
fn ordinal(place: usize) -> i64 {
    count(place) + 1
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A word of a closed list as files write it; of one that carries more, the word alone.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Object(fields)) => fields.into_iter().next().map(|(word, _)| word).unwrap_or_default(),
        _ => String::new(),
    }
}

fn sector(sector: Sector) -> Option<String> {
    (sector != Sector::None).then(|| word(sector))
}

/// The verdict on an order of a turn, by its place.
fn verdict(turn: &WatchedTurn, place: usize) -> Option<&crate::sim::Ruling> {
    turn.rulings.iter().find(|ruling| matches!(ruling.matter, Matter::Order(order) if order.index() == place))
}

fn is_unlawful(turn: &WatchedTurn, place: usize) -> bool {
    verdict(turn, place).is_some_and(|ruling| ruling.verdict == Overall::Unlawful)
}

/// The slug of an act.
pub(super) fn act(rules: &Rulebook, act: Act) -> String {
    match act {
        Act::Move(card) => rules.card(card).id.clone(),
        Act::Follow(follow_up) => follow_up.slug().to_owned(),
    }
}
