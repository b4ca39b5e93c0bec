//! Reads case files: acts with their facts, and what the law should find on them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::law::act::{Act, derive};
use crate::law::assess::{Finding, Overall};
use crate::law::corpus::{Corpus, NormId};
use crate::law::fact::{Fact, Holds};
use crate::law::flaw::closest;
use crate::law::sheet::FactSheet;

/// The year whose law applies when a case names none.
pub const PRESENT: u16 = 2025;

/// A case, checked against a catalogue.
#[derive(Clone, Debug)]
pub struct Case {
    /// Identifier in kebab-case.
    pub id: String,
    /// A sentence that says what happened.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// How far that source was checked, if the file says.
    pub verification: Option<Verification>,
    /// The year whose law applies.
    pub as_of: u16,
    /// Place of the move in the list of acts.
    pub act: usize,
    /// Facts stated in the file; `None` is stated to be unknown.
    pub stated: BTreeMap<Fact, Option<u32>>,
    /// Expected findings, empty if the case only asks.
    pub expect: Vec<Expected>,
    /// Expected verdict, if the case says.
    pub overall: Option<Overall>,
    /// The legal reason in a sentence.
    pub why: String,
}

/// What a case expects of one norm.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The norm.
    pub norm: NormId,
    /// The finding in the mainstream.
    pub finding: Finding,
    /// Findings on named readings, by place of the position.
    pub positions: Vec<(usize, Finding)>,
}

impl Case {
    /// The sheet it is judged on: defaults, then what the move fixes, then what the case states, then what follows.
    pub fn sheet(&self, corpus: &Corpus, acts: &[Act]) -> FactSheet {
        let mut sheet = acts[self.act].sheet(&FactSheet::defaults(corpus.vocabulary()));
        for (fact, code) in &self.stated {
            sheet.put(*fact, *code);
        }
        derive(&mut sheet, |fact| self.stated.contains_key(&fact));
        sheet
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    as_of: Option<u16>,
    #[serde(default)]
    verification: Option<Verification>,
    #[serde(rename = "move")]
    play: String,
    facts: BTreeMap<String, Json>,
    #[serde(default)]
    expect: Vec<ExpectedFile>,
    #[serde(default)]
    expect_overall: Option<Overall>,
    #[serde(default)]
    why: String,
}

/// How far the source of a case was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// The page cited was found and the point read there.
    Page,
    /// The page, or a report of it, was found; the conclusion is from knowledge of the work.
    Title,
    /// Cited from knowledge: check before quoting.
    Knowledge,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedFile {
    norm: String,
    finding: Finding,
    #[serde(default)]
    positions: BTreeMap<String, Finding>,
}

/// The most cases read from one file.
pub const MOST: usize = 100_000;

/// Reads a list of cases, or one case alone, and checks every name and value in it.
pub fn read(file: &Source, corpus: &Corpus, acts: &[Act]) -> Result<Vec<Case>, Mistakes> {
    let is_one = file.text.trim_start().starts_with('{');
    let cases: Vec<CaseFile> = if is_one { vec![file.json()?] } else { file.json()? };
    if cases.len() > MOST {
        return Err(file.mistake(0..0, format!("the file holds more than {MOST} cases")).into());
    }
    let mut reader = Reader { file, corpus, acts, from: 0, mistakes: Vec::new() };
    let mut seen = BTreeMap::new();
    let cases: Vec<Case> = (cases.into_iter())
        .map(|case| {
            let at = reader.file.quoted(&case.id, reader.from).map_or(reader.from, |span| span.start);
            reader.from = at;
            if seen.insert(case.id.clone(), at).is_some() {
                reader.wrong(&case.id, format!("two cases are called `{}`", case.id), None);
            }
            reader.case(case)
        })
        .collect();
    if reader.mistakes.is_empty() { Ok(cases) } else { Err(Mistakes(reader.mistakes)) }
}

struct Reader<'a> {
    file: &'a Source,
    corpus: &'a Corpus,
    acts: &'a [Act],
    /// Where the present case begins, so that its words are found in it and not in another.
    from: usize,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    fn wrong(&mut self, text: &str, message: String, help: Option<String>) {
        let span = self.file.quoted(text, self.from.saturating_sub(1)).unwrap_or(self.from..self.from);
        self.mistakes.push(self.file.mistake(span, message).help(help));
    }

    fn case(&mut self, case: CaseFile) -> Case {
        let CaseFile { id, title, source, as_of, verification, play, facts, expect, expect_overall, why } = case;
        let act = self.acts.iter().position(|act| act.id == play).unwrap_or_else(|| {
            let near = closest(&play, self.acts.iter().map(|act| act.id.as_str()));
            let help = near.map(|near| format!("did you mean `{near}`?"));
            self.wrong(&play, format!("there is no move `{play}`"), help);
            0
        });
        let stated = facts.into_iter().filter_map(|(name, value)| self.fact(&name, &value)).collect();
        let mut expected: Vec<Expected> = Vec::new();
        for entry in expect {
            let Some(norm) = self.corpus.find(&entry.norm) else {
                let help = closest(&entry.norm, self.corpus.ids()).map(|near| format!("did you mean `{near}`?"));
                self.wrong(&entry.norm, format!("there is no norm `{}`", entry.norm), help);
                continue;
            };
            if expected.iter().any(|known| known.norm == norm) {
                self.wrong(&entry.norm, format!("`{}` is expected twice", entry.norm), None);
            }
            let mut positions = Vec::new();
            for (name, finding) in entry.positions {
                let known = &self.corpus.norm(norm).positions;
                match known.iter().position(|position| position.spec.name == name) {
                    Some(at) => positions.push((at, finding)),
                    None => {
                        let near = closest(&name, known.iter().map(|position| position.spec.name.as_str()));
                        let help = near.map(|near| format!("did you mean `{near}`?"));
                        self.wrong(&name, format!("`{}` has no position `{name}`", entry.norm), help);
                    }
                }
            }
            expected.push(Expected { norm, finding: entry.finding, positions });
        }
        let as_of = as_of.unwrap_or(PRESENT);
        Case { id, title, source, verification, as_of, act, stated, expect: expected, overall: expect_overall, why }
    }

    fn fact(&mut self, name: &str, value: &Json) -> Option<(Fact, Option<u32>)> {
        let vocabulary = self.corpus.vocabulary();
        let Some(fact) = vocabulary.find(name) else {
            let help = closest(name, vocabulary.names()).map(|near| format!("did you mean `{near}`?"));
            self.wrong(name, format!("there is no fact `{name}`"), help);
            return None;
        };
        let holds = &vocabulary.spec(fact).holds;
        let text = match (value, holds) {
            (Json::String(text), _) if text == "unknown" => return Some((fact, None)),
            (Json::String(text), Holds::Enum(_)) => text.clone(),
            (Json::Bool(answer), Holds::Bool) => answer.to_string(),
            (Json::Number(number), Holds::Int { .. }) => number.to_string(),
            _ => value.to_string(),
        };
        match vocabulary.read(fact, &text) {
            Some(code)
                if matches!(
                    (value, holds),
                    (Json::String(_), Holds::Enum(_))
                        | (Json::Bool(_), Holds::Bool)
                        | (Json::Number(_), Holds::Int { .. })
                ) =>
            {
                Some((fact, Some(code)))
            }
            _ => {
                let help = match holds {
                    Holds::Bool => "write true, false or \"unknown\"".to_owned(),
                    Holds::Int { low, high } => format!("write a whole number from {low} to {high}, or \"unknown\""),
                    Holds::Enum(values) => format!("write \"unknown\" or one of {}", values.join(", ")),
                };
                self.wrong(name, format!("{value} is no value of `{name}`"), Some(help));
                None
            }
        }
    }
}
