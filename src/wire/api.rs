//! What programs and a host say to each other over HTTP, version 1. Fields are added, never changed, within a version.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::agents::Mandate;
use crate::session::desk::Approval as Rule;

/// Somebody who wants to join.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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

/// Somebody who comes back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// What joining gave as `reentry`, as it was noted down: gaps and small letters do not matter.
    #[schema(example = "ABCDE FGHJK")]
    pub reentry: String,
}

/// A seat that was given.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Joined {
    /// What opens the seat: sent as `Authorization: Bearer …`. Whoever has it sits there.
    pub token: String,
    /// What a person types to come back, in a browser or over this interface.
    pub reentry: String,
    /// The State, by its name; null for the press.
    pub state: Option<String>,
    /// The office.
    #[schema(example = "head")]
    pub office: String,
}

/// How a game stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SeatView {
    /// How the game stands.
    pub game: Standing,
    /// The name of whoever asks.
    pub name: String,
    /// The State; null for the press.
    pub state: Option<String>,
    /// The office: `head`, `foreign_minister`, `legal_adviser`, `intelligence_chief`, `economy_minister`, `press_officer`,
    /// `defence_minister`, `adviser` or `press`.
    pub office: String,
    /// What the office answers for and sees.
    pub rights: Rights,
    /// Whether whoever asks can order now.
    pub may_order: bool,
    /// Whether whoever asks said, before the class began, that they are ready for it.
    pub prepared: bool,
    /// Whether the orders are said to be complete.
    pub ready: bool,
    /// What became of the State's wish for more time in this turn: `asked`, `given` or `denied`; null if it has not asked.
    pub more_time: Option<String>,
    /// What the State leaves to the agent that plays it while it is silent.
    pub standing_orders: StandingOrders,
    /// Attention left for this turn, in points.
    pub attention: i32,
    /// The orders given so far for this turn.
    pub orders: Vec<Given>,
    /// How many more orders were given of which only those who are cleared are told.
    pub secret_orders: usize,
    /// Who has to approve a draft before it is sent: `head`, `two_of_three` or `anyone`.
    pub approval: String,
    /// Drafts before the team in this turn.
    pub drafts: Vec<Proposed>,
    /// What is waiting between the State and others.
    pub waiting: Waiting,
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

/// What an office may do and see.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Rights {
    /// Families of moves, and follow-up acts, that fall to it; null where it is not bound to any.
    pub answers_for: Option<Vec<String>>,
    /// Whether secret operations and unpublished evidence are in what it sees.
    pub sees_secrets: bool,
    /// Whether its objection holds a draft until the head approves with a word.
    pub may_hold: bool,
}

/// An order that was given.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Given {
    /// By what it can be taken back.
    pub place: usize,
    /// In words.
    pub says: String,
    /// What it costs, in points of attention.
    pub attention: i32,
}

/// A draft before the team.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Proposed {
    /// Its number, from 0.
    pub draft: u16,
    /// Who proposed it.
    pub by: String,
    /// In words.
    pub says: String,
    /// `open`, `sent` or `withdrawn`.
    pub fate: String,
    /// Whether the legal adviser's objection holds it: only the head sends it then, with a word.
    pub held: bool,
    /// What each of the team thinks of it.
    pub voices: Vec<Said>,
}

/// What somebody thinks of a draft.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Said {
    /// Who.
    pub name: String,
    /// Whether they approve it; else they object.
    pub approves: bool,
    /// In their words; may be empty.
    pub word: String,
}

/// What is waiting between a State and others.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Waiting {
    /// For the State itself, the soonest due first.
    pub mine: Vec<Pending>,
    /// For others.
    pub theirs: Vec<Pending>,
    /// What ran out lately, the latest first.
    pub expired: Vec<Pending>,
}

/// One thing that is waiting: a word that was given, a reproach, a vote.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Pending {
    /// In words.
    pub says: String,
    /// How many days there are until its last; below nothing if that is past, null if there is none.
    pub days_left: Option<i32>,
    /// What answers it, as `acts` of `/api/v1/acts` name it.
    pub acts: Vec<Answering>,
    /// If it is an offer that answers another, or lies beside one of the other side: what it changes.
    pub instead_of: Option<Instead>,
}

/// An act that answers what is waiting.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Answering {
    /// The move or follow-up act.
    pub act: String,
    /// Which of its ways.
    pub way: usize,
    /// In words.
    pub says: String,
}

/// An offer beside the one it answers, term by term.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Instead {
    /// The earlier one, in words.
    pub offer: String,
    /// The terms that differ.
    pub changed: Vec<Changed>,
    /// The terms that do not.
    pub same: Vec<String>,
}

/// A term that is another than before.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Changed {
    /// Which term.
    pub term: String,
    /// What it says now.
    pub now: String,
    /// What it said before.
    pub before: String,
}

/// The rule by which a class sends orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Who has to approve an order.
    pub rule: Rule,
}

/// A word of a closed list, as programs write it.
fn one_of(words: impl IntoIterator<Item = impl Serialize>, about: &str) -> RefOr<Schema> {
    let words = words.into_iter().filter_map(|word| serde_json::to_value(word).ok());
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).description(Some(about)).into()
}

impl PartialSchema for Rule {
    fn schema() -> RefOr<Schema> {
        let about = "Who has to approve an order: the head, two of three of the delegation, or any one of it, each for what falls to \
                     their office.";
        one_of(Self::ALL, about)
    }
}

impl ToSchema for Rule {
    /// The body that carries it has its name.
    fn name() -> Cow<'static, str> {
        "Rule".into()
    }
}

impl PartialSchema for Mandate {
    fn schema() -> RefOr<Schema> {
        let about = "How far an agent may go, each within the one before: as its temper sees fit; nothing hotter than a démarche; only \
                     words and help to others; only answers to what is waiting.";
        one_of(Self::ALL, about)
    }
}

impl ToSchema for Mandate {}

/// A voice on a draft.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// The turn.
    #[schema(maximum = 65535)]
    #[serde(deserialize_with = "whole")]
    pub turn: u16,
    /// Whether it should be sent.
    pub approve: bool,
    /// Why, in a word.
    #[schema(max_length = 300)]
    #[serde(default)]
    pub word: String,
}

/// A message.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Menu {
    /// Every way to act that is open, act by act and family by family, from talk to arms.
    pub acts: Vec<Way>,
    /// For every other act, why it is not.
    pub why_not: BTreeMap<String, String>,
}

/// One way to act.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Way {
    /// The move or follow-up act.
    pub act: String,
    /// The heading under which people find it; all acts of a family stand together.
    pub family: String,
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
    /// The same questions as people are asked them.
    pub asked: BTreeMap<String, Asked>,
    /// To whom, about what, how, as orders in journals have it.
    #[schema(value_type = Object)]
    pub terms: Value,
}

/// A question that a way leaves open, in words.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Asked {
    /// What is asked.
    pub says: String,
    /// What each of its answers says, in their order.
    pub answers: Vec<String>,
    /// Which of them stands as long as nothing else is said, from 0.
    pub stands: Option<usize>,
}

/// An act as a seat would order it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The act.
    #[schema(example = "demarche")]
    pub act: String,
    /// Which of its ways; the first if left out.
    #[schema(maximum = 65535)]
    #[serde(default, deserialize_with = "whole")]
    pub way: u16,
    /// Answers to the questions it leaves open; what is left out stays as the way has it.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
}

/// An order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The turn it is meant for, as the seat's view says: an order that comes too late is refused, not played later.
    #[schema(maximum = 65535)]
    #[serde(deserialize_with = "whole")]
    pub turn: u16,
    /// The act.
    #[schema(example = "demarche")]
    pub act: String,
    /// Which of its ways; the first if left out.
    #[schema(maximum = 65535)]
    #[serde(default, deserialize_with = "whole")]
    pub way: u16,
    /// Answers to the questions it leaves open.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
}

/// What the law makes of a draft, on what the seat knows.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
    /// The headline of the card by itself, on one line.
    pub headline: String,
    /// The rows of the card below it, each on one line: what it says something on, and what it says.
    pub rows: Vec<[String; 2]>,
    /// The same at full length, as Markdown: every rule raised, and how the cost adds up.
    pub brief: String,
    /// What it would mean besides the law.
    pub consequences: String,
    /// Whether it can be ordered now.
    pub feasible: bool,
    /// Why it cannot be, if so.
    pub why_not: Option<String>,
}

/// Whether somebody is ready for the class to begin.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Prepared {
    /// Whether they are.
    pub ready: bool,
}

/// Whether orders are complete.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// The turn.
    #[schema(maximum = 65535)]
    #[serde(deserialize_with = "whole")]
    pub turn: u16,
    /// Whether they are.
    pub ready: bool,
}

/// What a State leaves to the agent that plays it while it is silent.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandingOrders {
    /// The temper by which it is played; null for the scenario's own choice.
    #[schema(example = "legalist")]
    #[serde(default)]
    pub temper: Option<String>,
    /// How far its agent may go.
    #[serde(default)]
    pub mandate: Mandate,
}

/// A wish for more time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoreTime {
    /// The turn.
    #[schema(maximum = 65535)]
    #[serde(deserialize_with = "whole")]
    pub turn: u16,
}

/// A message to be sent.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// What.
    #[schema(min_length = 1, max_length = 2000)]
    pub text: String,
}

/// Why something was not done. Source: RFC 9457.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// The status, as the answer has it.
    #[schema(example = 409)]
    pub status: u16,
    /// What kind of trouble it is.
    pub title: String,
    /// What was wrong, and what to do.
    pub detail: String,
}

/// A whole number however it is written: to JSON 3.0 is one too.
fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let number = serde_json::Number::deserialize(from)?;
    let written = number.to_string();
    let whole = written.strip_suffix(".0").unwrap_or(&written);
    whole.parse().map_err(|_| D::Error::custom(format!("{number} is no whole number from 0 to 65535")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_point_nought_is_three() {
        let turn = |text: &str| {
            serde_json::from_str::<Ready>(&format!("{{\"ready\":true,\"turn\":{text}}}")).map(|it| it.turn)
        };
        assert_eq!((turn("3").unwrap(), turn("3.0").unwrap(), turn("65535").unwrap()), (3, 3, 65535));
        for odd in ["3.5", "-1", "65536", "1e9", "\"3\"", "null"] {
            assert!(turn(odd).is_err(), "{odd}");
        }
    }
}
