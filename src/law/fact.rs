//! The vocabulary: what a norm may ask about one act.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Constants for every fact and every enumerated value, made from `assets/law/facts.ron` when the crate is built.
#[expect(clippy::doc_markdown, reason = "meanings are written for people, not for rustdoc")]
pub mod facts {
    use super::Fact;
    include!(concat!(env!("OUT_DIR"), "/facts.rs"));
}

/// A fact, by its place in the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(pub u8);

impl Fact {
    /// Its place in the vocabulary, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The code of `false` in a bool fact.
pub const NO: u32 = 0;
/// The code of `true` in a bool fact.
pub const YES: u32 = 1;

/// What values a fact takes. Besides these, every fact may be unknown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Holds {
    /// Yes or no.
    Bool,
    /// A whole number within bounds, both included.
    Int {
        /// Smallest value.
        low: u32,
        /// Largest value.
        high: u32,
    },
    /// Exactly one of at most 32 names; a value is coded by its place.
    Enum(Vec<String>),
}

/// One entry of the vocabulary as written in `assets/law/facts.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Fact", deny_unknown_fields)]
pub struct FactSpec {
    /// Identifier used in formulas.
    pub name: String,
    /// Letter of the group of facts it belongs to.
    pub group: String,
    /// Its values.
    pub holds: Holds,
    /// Unit of measure, for people.
    #[serde(default)]
    pub unit: String,
    /// Value assumed when a case or the truth is silent; unknown if absent.
    #[serde(default)]
    pub default: Option<String>,
    /// Short noun phrase.
    pub label: String,
    /// The question one would ask to learn it.
    pub ask: String,
    /// A clause for each value, to stand after "because"; whole numbers use the keys `0` and `n`.
    pub says: BTreeMap<String, String>,
    /// What it means.
    pub meaning: String,
    /// How the simulation derives it.
    pub derivation: String,
}

/// The checked vocabulary.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    specs: Vec<FactSpec>,
    by_name: BTreeMap<String, Fact>,
    defaults: Vec<Option<u32>>,
}

/// The most facts a vocabulary may have; a sheet is an array of this length.
pub const MOST_FACTS: usize = 128;

impl Vocabulary {
    /// Takes the entries over; `Err` lists what is wrong, each with the index of its entry and the field.
    pub fn new(specs: Vec<FactSpec>) -> Result<Self, Vec<(usize, &'static str, String)>> {
        let mut wrong = Vec::new();
        let mut by_name = BTreeMap::new();
        let mut defaults = Vec::new();
        if specs.len() > MOST_FACTS {
            wrong.push((MOST_FACTS, "name", format!("at most {MOST_FACTS} facts fit on a sheet")));
        }
        for (index, spec) in specs.iter().enumerate().take(MOST_FACTS) {
            if by_name.insert(spec.name.clone(), Fact(index as u8)).is_some() {
                wrong.push((index, "name", format!("fact `{}` is defined twice", spec.name)));
            }
            if let Holds::Enum(values) = &spec.holds
                && (values.is_empty() || values.len() > 32)
            {
                wrong.push((index, "holds", "an enumerated fact has 1 to 32 values".into()));
            }
            for (field, text) in [("label", &spec.label), ("ask", &spec.ask), ("meaning", &spec.meaning)] {
                if text.trim().is_empty() {
                    wrong.push((index, field, format!("fact `{}` has no {field}", spec.name)));
                }
            }
            for key in keys(&spec.holds) {
                if spec.says.get(key).is_none_or(|clause| clause.trim().is_empty()) {
                    wrong.push((index, "says", format!("fact `{}` has no clause for `{key}`", spec.name)));
                }
            }
            defaults.push(match spec.default.as_deref().map(|text| read(&spec.holds, text)) {
                None => None,
                Some(Some(code)) => Some(code),
                Some(None) => {
                    wrong.push((index, "default", format!("the default of `{}` is not one of its values", spec.name)));
                    None
                }
            });
        }
        if wrong.is_empty() { Ok(Self { specs, by_name, defaults }) } else { Err(wrong) }
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        self.specs.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.specs.is_empty()
    }

    /// All facts in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Fact, &FactSpec)> {
        self.specs.iter().enumerate().map(|(index, spec)| (Fact(index as u8), spec))
    }

    /// The entry of a fact.
    pub fn spec(&self, fact: Fact) -> &FactSpec {
        &self.specs[fact.index()]
    }

    /// The fact of a name.
    pub fn find(&self, name: &str) -> Option<Fact> {
        self.by_name.get(name).copied()
    }

    /// All names, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// The value assumed where a case or the truth is silent.
    pub fn default(&self, fact: Fact) -> Option<u32> {
        self.defaults[fact.index()]
    }

    /// The code of a value written as text; `None` if the fact has no such value.
    pub fn read(&self, fact: Fact, text: &str) -> Option<u32> {
        read(&self.spec(fact).holds, text)
    }

    /// A value as text, the inverse of [`Self::read`].
    pub fn show(&self, fact: Fact, code: u32) -> String {
        match &self.spec(fact).holds {
            Holds::Bool => (code == YES).to_string(),
            Holds::Int { .. } => code.to_string(),
            Holds::Enum(values) => values[code as usize].clone(),
        }
    }

    /// The clause that says a fact has a value, to stand after "because".
    pub fn clause(&self, fact: Fact, code: u32) -> String {
        let spec = self.spec(fact);
        match &spec.holds {
            Holds::Int { .. } if code == 0 => spec.says["0"].clone(),
            Holds::Int { .. } => spec.says["n"].replace("{n}", &code.to_string()),
            _ => spec.says[&self.show(fact, code)].clone(),
        }
    }
}

fn keys(holds: &Holds) -> Vec<&str> {
    match holds {
        Holds::Bool => vec!["true", "false"],
        Holds::Int { .. } => vec!["0", "n"],
        Holds::Enum(values) => values.iter().map(String::as_str).collect(),
    }
}

fn read(holds: &Holds, text: &str) -> Option<u32> {
    match holds {
        Holds::Bool => match text {
            "true" => Some(YES),
            "false" => Some(NO),
            _ => None,
        },
        Holds::Int { low, high } => text.parse().ok().filter(|n| (*low..=*high).contains(n)),
        Holds::Enum(values) => values.iter().position(|value| value == text).map(|at| at as u32),
    }
}

impl Serialize for Fact {
    /// A bare number: names need the vocabulary.
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8(self.0)
    }
}
