//! What programs and a host say to each other over HTTP, version 1. Fields are added, never changed, within a version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// Somebody who wants to join.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The name that others read.
    #[schema(min_length = 1, max_length = 40, example = "Ada")]
    pub name: String,
    /// The State to sit in, by its name; the host chooses if it is left out.
    #[schema(example = "Lysmark")]
    #[serde(default)]
    pub state: Option<String>,
}

/// A seat that was given.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Joined {
    /// What opens the seat: sent as `Authorization: Bearer …`. Whoever has it sits there.
    pub token: String,
    /// What a person types to come back in a browser.
    pub reentry: String,
    /// The State, by its name; null for the press.
    pub state: Option<String>,
    /// The office.
    #[schema(example = "head")]
    pub office: String,
}

/// How a game stands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Standing {
    /// Slug of the scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// The States by name, in the order in which terms and rows number them, from 0.
    pub states: Vec<String>,
    /// The turn to be played next, from 0.
    pub turn: u16,
    /// How many turns the crisis lasts.
    pub turns: u16,
    /// Whether the last turn has been played.
    pub over: bool,
    /// `waiting` before the class begins, `runs` or `stands`.
    pub clock: String,
    /// How much is left of the turn, in seconds; null before the class begins.
    pub left_seconds: Option<u64>,
    /// Changes whenever anything changes that whoever asks can see.
    pub stamp: u64,
}

/// What everybody may see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Board {
    /// How the game stands.
    pub game: Standing,
    /// What became public in the turn played last.
    pub news: Vec<String>,
    /// Everything public, in rows as scenario files have them.
    #[schema(value_type = Object)]
    pub known: Value,
}

/// What a seat may see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SeatView {
    /// How the game stands.
    pub game: Standing,
    /// The name of whoever asks.
    pub name: String,
    /// The State; null for the press.
    pub state: Option<String>,
    /// The office: only a head orders.
    pub office: String,
    /// Whether whoever asks can order now.
    pub may_order: bool,
    /// Whether the orders are said to be complete.
    pub ready: bool,
    /// Attention left for this turn, in points.
    pub attention: i32,
    /// The orders given so far for this turn.
    pub orders: Vec<Given>,
    /// Who one is, what happened, what to do.
    pub briefing: Vec<String>,
    /// What came of the past turn.
    pub came: Vec<String>,
    /// Incidents, and the evidence on them.
    pub evidence: Vec<String>,
    /// Messages written and received, the newest first.
    pub messages: Vec<Letter>,
    /// Everything the seat knows, in rows as scenario files have them; what it cannot know is not there.
    #[schema(value_type = Object)]
    pub known: Value,
}

/// An order that was given.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Given {
    /// By what it can be taken back.
    pub place: usize,
    /// In words.
    pub says: String,
    /// What it costs, in points of attention.
    pub attention: i32,
}

/// A message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Letter {
    /// In which turn, from 0.
    pub turn: u16,
    /// The State that wrote it, or `press`.
    pub from: String,
    /// Who can read it besides: States, `press`, `everybody`, or `facilitator`.
    pub to: Vec<String>,
    /// What it says.
    pub text: String,
}

/// What could be done now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Menu {
    /// Every way to act that is open, act by act.
    pub acts: Vec<Way>,
    /// For every other act, why it is not.
    pub why_not: BTreeMap<String, String>,
}

/// One way to act.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Way {
    /// The move or follow-up act.
    pub act: String,
    /// Which of its ways, from 0, the most pressing first.
    pub way: usize,
    /// In words.
    pub says: String,
    /// What it costs, in points of attention.
    pub attention: i32,
    /// The law's verdict on what the seat knows.
    pub verdict: String,
    /// Whether something not known to be raised could still change it.
    pub provisional: bool,
    /// Its legality cost, in points.
    pub cost: u32,
    /// The questions that it leaves open, each with the answers it takes; an empty list takes a number of days.
    pub questions: BTreeMap<String, Vec<String>>,
    /// To whom, about what, how, as orders in journals have it.
    #[schema(value_type = Object)]
    pub terms: Value,
}

/// An act as a seat would order it.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The act.
    #[schema(example = "demarche")]
    pub act: String,
    /// Which of its ways; the first if left out.
    #[schema(maximum = 65535)]
    #[serde(default)]
    pub way: u16,
    /// Answers to the questions it leaves open; what is left out stays as the way has it.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
}

/// An order.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The turn it is meant for, as the seat's view says: an order that comes too late is refused, not played later.
    #[schema(maximum = 65535)]
    pub turn: u16,
    /// The act.
    #[schema(example = "demarche")]
    pub act: String,
    /// Which of its ways; the first if left out.
    #[schema(maximum = 65535)]
    #[serde(default)]
    pub way: u16,
    /// Answers to the questions it leaves open.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
}

/// What the law makes of a draft, on what the seat knows.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Opinion {
    /// The act in words.
    pub says: String,
    /// The verdict.
    pub verdict: String,
    /// Whether something not known to be raised could still change it.
    pub provisional: bool,
    /// The legality cost, in points.
    pub cost: u32,
    /// The legality card: the headline first.
    pub card: Vec<String>,
    /// What it would mean besides the law.
    pub consequences: String,
    /// Whether it can be ordered now.
    pub feasible: bool,
    /// Why it cannot be, if so.
    pub why_not: Option<String>,
}

/// Whether orders are complete.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// The turn.
    #[schema(maximum = 65535)]
    pub turn: u16,
    /// Whether they are.
    pub ready: bool,
}

/// A message to be sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// To whom: States by name, `press`, or, from the press, `everybody`.
    #[schema(min_items = 1, example = json!(["Orsenne"]))]
    pub to: Vec<String>,
    /// What.
    #[schema(min_length = 1, max_length = 2000)]
    pub text: String,
}

/// A word to the facilitator.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// What.
    #[schema(min_length = 1, max_length = 2000)]
    pub text: String,
}

/// Why something was not done. Source: RFC 9457.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The status, as the answer has it.
    #[schema(example = 409)]
    pub status: u16,
    /// What kind of trouble it is.
    pub title: String,
    /// What was wrong, and what to do.
    pub detail: String,
}
