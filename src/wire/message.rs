//! The messages of the line protocol. Fields are added, never changed, within one version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::sim::Situation;
use crate::sim::order::Terms;

/// The version of the protocol.
pub const PROTOCOL: u16 = 1;

/// What a program says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// Begins a new game.
    Reset {
        /// Seed of all chance; 1 if left out.
        #[serde(default = "first")]
        seed: u64,
        /// How much to tell.
        #[serde(default)]
        detail: Detail,
    },
    /// Gives the orders of its seats and plays the turn.
    Step {
        /// By seat, the slots of the acts to order, the most important first. A seat left out is played by its agent.
        orders: BTreeMap<String, Vec<usize>>,
    },
    /// Ends the talk.
    Close,
}

const fn first() -> u64 {
    1
}

/// How much a program is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Numbers alone: for learning by the million.
    Numbers,
    /// Also words, and the law's answer on every act.
    #[default]
    Story,
}

/// The first line: what is played.
#[derive(Clone, Debug, Serialize)]
pub struct Greeting {
    /// Version of the protocol.
    pub protocol: u16,
    /// Slug of the scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// How many turns it lasts.
    pub turns: u16,
    /// Every state, by id; the terms of acts name states by their place here.
    pub states: Vec<String>,
    /// The seats that the program plays.
    pub seats: Vec<String>,
    /// How many slots for acts there are; the same in every turn.
    pub slots: usize,
    /// The act of every slot.
    pub slot_acts: Vec<String>,
    /// What the numbers of a seat's features are, in their order.
    pub features: Vec<String>,
}

/// The answer to a reset or a step.
#[derive(Clone, Debug, Serialize)]
pub struct Reply {
    /// The turn to be played next, from 0.
    pub turn: u16,
    /// Whether the crisis has ended.
    pub over: bool,
    /// What each of the program's seats is told.
    pub seats: BTreeMap<String, Seat>,
}

/// What one seat is told.
#[derive(Clone, Debug, Serialize)]
pub struct Seat {
    /// How much better its wants stand than a turn ago, in thousandths.
    pub reward: i32,
    /// How well its wants stand, in thousandths.
    pub fortune: i32,
    /// Attention for this turn, in points.
    pub attention: i32,
    /// What it knows, in whole numbers from -1000 to 1000.
    pub features: Vec<i32>,
    /// The slots that are open this turn.
    pub open: Vec<usize>,
    /// Orders of the past turn that were not carried out, and why.
    pub refused: Vec<Trouble>,
    /// The same in words, if that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<Story>,
}

/// What a seat is told in words.
#[derive(Clone, Debug, Serialize)]
pub struct Story {
    /// Who it is, what happened, what to do.
    pub briefing: [String; 3],
    /// What came of the past turn.
    pub came: Vec<String>,
    /// Incidents, and the evidence on them.
    pub evidence: Vec<String>,
    /// The acts that are open, by slot.
    pub acts: Vec<Act>,
    /// Why the other acts are not.
    pub why_not: BTreeMap<String, String>,
    /// Everything the seat knows, in rows.
    pub known: Situation,
}

/// One way to act.
#[derive(Clone, Debug, Serialize)]
pub struct Act {
    /// Where it stands.
    pub slot: usize,
    /// The move or follow-up act.
    pub act: String,
    /// In words.
    pub says: String,
    /// What it costs, in points of attention.
    pub attention: i32,
    /// The law's verdict on what the seat knows.
    pub verdict: &'static str,
    /// Whether something not known to be raised could still change it.
    pub provisional: bool,
    /// Its legality cost, in points.
    pub cost: u32,
    /// To whom, about what, how.
    pub terms: Terms,
}

/// What could not be done: an order of a seat, or a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// What.
    pub what: String,
    /// Why not.
    pub why: String,
}
