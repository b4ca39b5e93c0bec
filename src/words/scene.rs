//! What a map shows of a situation, in words and places; the same for what a seat knows and for the truth. Where things lie is
//! the geography's, which `report` draws.

use crate::base::id::StateId;
use crate::sim::relations::{Alliance, Relations};
use crate::words::Telling;
use crate::words::text::capitalised;

/// A State on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// Three capital letters.
    pub code: String,
    /// What it is like.
    pub about: String,
    /// Its weight in the world, in thousandths: how much land it is given.
    pub weight: i32,
}

/// What lies between two States.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strand {
    /// One.
    pub low: StateId,
    /// The other.
    pub high: StateId,
    /// The step of the ladder that they stand on.
    pub step: u8,
    /// How near they are to blows, in thousandths.
    pub tension: i32,
    /// Whether they are allies or partners.
    pub are_friends: bool,
    /// Whether relations are broken off.
    pub is_severed: bool,
}

/// What kind of thing is pinned to the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PinKind {
    /// Something that happened to a State.
    Incident,
    /// A covert operation.
    Operation,
    /// A measure of one State against another.
    Measure,
}

/// A thing pinned to the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Where.
    pub state: StateId,
    /// Whose doing, if that is known and another's.
    pub from: Option<StateId>,
    /// What kind.
    pub kind: PinKind,
    /// What it is.
    pub text: String,
    /// Whether it came with the past turn.
    pub is_new: bool,
    /// Whether it has ended.
    pub is_over: bool,
}

/// What a map and the tables beside it show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Whose eyes these are; `None` for the truth.
    pub seat: Option<StateId>,
    /// Every State, by id.
    pub states: Vec<Region>,
    /// Every tie, by pair.
    pub ties: Vec<Strand>,
    /// What is pinned, in order of kind and age.
    pub pins: Vec<Pin>,
    /// The names of the ladder's steps.
    pub steps: Vec<String>,
}

impl Scene {
    /// What a telling's rows come to on a map.
    pub fn of(telling: &Telling<'_>, seat: Option<StateId>) -> Self {
        let rows = telling.scene;
        let states = (rows.states.iter()).map(|state| {
            let named = telling.cast.states.get(state.id.index());
            Region {
                name: telling.state(state.id),
                code: named.map(|named| named.code.clone()).unwrap_or_default(),
                about: named.map(|named| named.about.clone()).unwrap_or_default(),
                weight: i32::midpoint(state.economy.get(), state.conventional.get()),
            }
        });
        let ties = rows.ties.iter().map(|tie| Strand {
            low: tie.low,
            high: tie.high,
            step: tie.step,
            tension: tie.tension.get(),
            are_friends: tie.alliance > Alliance::None,
            is_severed: tie.relations == Relations::Severed,
        });
        // What began on the first morning or before it is history.
        let since = rows.day.plus(-i32::from(rows.span.0));
        let is_new = |day: crate::base::Day| rows.turn.0 > 0 && day >= since;
        let incidents = rows.incidents.iter().map(|row| Pin {
            state: row.victim,
            from: None,
            kind: PinKind::Incident,
            text: capitalised(&telling.incident(row.id)),
            is_new: is_new(row.known_since()),
            is_over: row.ceased.is_some(),
        });
        let operations = rows.operations.iter().filter(|row| row.is_live()).map(|row| Pin {
            state: row.target,
            from: row.author.state().filter(|author| *author != row.target),
            kind: PinKind::Operation,
            text: capitalised(&telling.operation(row.id)),
            is_new: is_new(row.began),
            is_over: false,
        });
        let measures = rows.measures.iter().filter(|row| row.ended.is_none()).map(|row| Pin {
            state: row.against,
            from: Some(row.by),
            kind: PinKind::Measure,
            text: capitalised(&telling.measure(row.id)),
            is_new: is_new(row.began),
            is_over: false,
        });
        Self {
            seat,
            states: states.collect(),
            ties: ties.collect(),
            pins: incidents.chain(operations).chain(measures).collect(),
            steps: telling.rules.model.ladder.steps.iter().map(|step| step.name.clone()).collect(),
        }
    }

    /// The highest step on which any two stand.
    pub fn highest(&self) -> u8 {
        self.ties.iter().map(|tie| tie.step).max().unwrap_or(0)
    }
}
