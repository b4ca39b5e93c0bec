//! Facts, findings and norms as phrases that stand inside sentences.

use crate::law::act::Aim;
use crate::law::assess::{Finding, Overall};
use crate::law::corpus::{Corpus, NormId, Position};
use crate::law::fact::{Fact, Holds, YES};
use crate::law::logic::Value;
use crate::law::norm::{Kind, Standing};
use crate::words::locale::Words;
use crate::words::text::continued;

/// Which of a norm's sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Its name.
    Title,
    /// Its test is true.
    Met,
    /// Its test is false.
    Failed,
    /// Facts are missing.
    Open,
    /// What States disagree about; empty where they do not.
    Contested,
    /// What a breach opens; may be empty.
    Opens,
    /// A remark; may be empty.
    Note,
}

impl Words {
    /// A sentence about a norm: the catalogue's own, or a locale file's message `norm-…` with this attribute.
    pub fn norm(&self, corpus: &Corpus, id: NormId, facet: Facet) -> String {
        let spec = &corpus.norm(id).spec;
        let (attribute, written) = match facet {
            Facet::Title => ("title", &spec.title),
            Facet::Met => ("met", &spec.says.met),
            Facet::Failed => ("failed", &spec.says.failed),
            Facet::Open => ("open", &spec.says.open),
            Facet::Contested => ("contested", &spec.says.contested),
            Facet::Opens => ("opens", &spec.opens),
            Facet::Note => ("note", &spec.note),
        };
        self.overlay(&message("norm", &spec.id), attribute, written)
    }

    /// A reading of a norm in a sentence.
    pub fn view(&self, corpus: &Corpus, id: NormId, position: &Position) -> String {
        let norm = message("norm", &corpus.norm(id).spec.id);
        self.overlay(&norm, &format!("view-{}", position.spec.name), &position.spec.view)
    }

    /// The question one would ask to learn a fact.
    pub fn ask(&self, corpus: &Corpus, fact: Fact) -> String {
        let spec = corpus.vocabulary().spec(fact);
        self.overlay(&message("fact", &spec.name), "ask", &spec.ask)
    }

    /// The titles of several norms, as a list.
    pub fn norms(&self, corpus: &Corpus, ids: &[NormId]) -> String {
        let titles: Vec<String> = ids.iter().map(|id| self.norm(corpus, *id, Facet::Title)).collect();
        self.list("list-semicolon", &titles)
    }

    /// The short noun phrase for a fact.
    pub fn label(&self, corpus: &Corpus, fact: Fact) -> String {
        let spec = corpus.vocabulary().spec(fact);
        self.overlay(&message("fact", &spec.name), "label", &spec.label)
    }

    /// A clause that says a fact has a value, to stand after "because".
    pub fn clause(&self, corpus: &Corpus, fact: Fact, code: u32) -> String {
        let vocabulary = corpus.vocabulary();
        let name = message("fact", &vocabulary.spec(fact).name);
        match vocabulary.spec(fact).holds {
            Holds::Int { .. } => self.counted(corpus, fact, &code.to_string(), code == 0),
            _ => {
                let attribute = format!("says-{}", vocabulary.show(fact, code));
                self.overlay(&name, &attribute, &vocabulary.clause(fact, code))
            }
        }
    }

    fn counted(&self, corpus: &Corpus, fact: Fact, number: &str, none: bool) -> String {
        let spec = corpus.vocabulary().spec(fact);
        let key = if none { "0" } else { "n" };
        let written = spec.says[key].replace("{n}", number);
        let attribute = format!("says-{key}");
        self.overlay_with(&message("fact", &spec.name), &attribute, &[("n", number.into())], &written)
    }

    /// A clause that says a fact has one of several values that the law does not tell apart.
    pub fn among(&self, corpus: &Corpus, fact: Fact, codes: &[u32]) -> String {
        match corpus.vocabulary().spec(fact).holds {
            Holds::Int { .. } => {
                let code = codes.first().copied().unwrap_or_default();
                let range = self.range(corpus, fact, code);
                self.counted(corpus, fact, &range, range == "0")
            }
            _ if codes.len() <= 2 => {
                let clauses: Vec<String> = codes.iter().map(|code| self.clause(corpus, fact, *code)).collect();
                self.list("list-either", &clauses)
            }
            _ => {
                let values: Vec<String> = codes.iter().map(|code| self.value(corpus, fact, *code)).collect();
                let label = self.label(corpus, fact);
                let values = self.list("list-or", &values);
                self.say_with("one-of", &[("label", (&label).into()), ("values", (&values).into())])
            }
        }
    }

    /// A value in one or two words.
    pub fn value(&self, corpus: &Corpus, fact: Fact, code: u32) -> String {
        match corpus.vocabulary().spec(fact).holds {
            Holds::Bool => self.say(if code == YES { "yes" } else { "no" }),
            Holds::Int { .. } => self.range(corpus, fact, code),
            Holds::Enum(_) => corpus.vocabulary().show(fact, code).replace('_', " "),
        }
    }

    /// The range of numbers that the law does not tell apart, by its least member.
    fn range(&self, corpus: &Corpus, fact: Fact, code: u32) -> String {
        let mut cuts: Vec<u32> = corpus.classes(fact).iter().filter_map(|class| class.first().copied()).collect();
        cuts.sort_unstable();
        let next = cuts.iter().find(|cut| **cut > code).copied();
        match next {
            Some(next) if next == code + 1 => code.to_string(),
            Some(next) if code == 0 => self.say_with("range-below", &[("high", next.into())]),
            Some(next) => self.say_with("range-between", &[("low", code.into()), ("high", (next - 1).into())]),
            None => self.say_with("range-from", &[("low", code.into())]),
        }
    }

    /// A fact as it stands on a sheet: a clause, or that it is not known.
    pub fn stands(&self, corpus: &Corpus, fact: Fact, code: Option<u32>) -> String {
        match code {
            Some(code) => self.clause(corpus, fact, code),
            None => self.say_with("unknown", &[("ask", (&self.ask(corpus, fact)).into())]),
        }
    }

    /// The verdict, to begin a sentence.
    pub fn verdict(&self, overall: Overall) -> String {
        self.say_with("verdict", &[("overall", overall.word().into())])
    }

    /// The verdict within a sentence.
    pub fn verdict_within(&self, overall: Overall) -> String {
        self.say_with("verdict-within", &[("overall", overall.word().into())])
    }

    /// The word for a finding on a norm of some kind.
    pub fn finding(&self, kind: Kind, finding: Finding) -> String {
        self.say_with(&format!("finding-{}", kind_word(kind)), &[("finding", finding.word().into())])
    }

    /// The word for a finding on a norm.
    pub fn found(&self, corpus: &Corpus, id: NormId, finding: Finding) -> String {
        self.finding(corpus.norm(id).spec.kind, finding)
    }

    /// The name of a kind of norm.
    pub fn kind(&self, kind: Kind) -> String {
        self.say_with("kind", &[("kind", kind_word(kind).into())])
    }

    /// How widely a reading is held.
    pub fn standing(&self, standing: Standing) -> String {
        let word = match standing {
            Standing::Baseline => "baseline",
            Standing::Substantial => "substantial",
            Standing::Minority => "minority",
        };
        self.say_with("standing", &[("standing", word.into())])
    }

    /// What a test or a part of it came to.
    pub fn truth(&self, value: Value) -> String {
        let word = match value {
            Value::True => "true",
            Value::False => "false",
            Value::Contested => "contested",
            Value::Unknown => "unknown",
        };
        self.say_with("value", &[("value", word.into())])
    }

    /// What a move is played for.
    pub fn aim(&self, aim: Aim) -> String {
        self.say_with("aim", &[("aim", aim_word(aim).into())])
    }

    /// Joins items pairwise by commas, the last by the message `how` (`list-and`, `list-or`, `list-semicolon`).
    pub fn list(&self, how: &str, items: &[String]) -> String {
        let between = if how == "list-semicolon" { how } else { "list-comma" };
        let join =
            |how: &str, first: &str, last: &str| self.say_with(how, &[("first", first.into()), ("last", last.into())]);
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => {
                let mut first = before[0].clone();
                for item in &before[1..] {
                    first = join(between, &first, item);
                }
                join(how, &first, last)
            }
        }
    }

    /// The first few of a list, and how many more there are.
    pub fn few(&self, items: &[String], most: usize) -> String {
        if items.len() <= most {
            return self.list("list-and", items);
        }
        let list = items[..most].join(", ");
        self.say_with("and-more", &[("list", (&list).into()), ("count", (items.len() - most).into())])
    }
}

/// A source as one would cite it: the manual's short name spelt out, anything else as written.
pub fn cited(source: &str) -> String {
    match source.strip_prefix("TM ") {
        Some(part) if !part.starts_with(|first: char| first.is_ascii_digit()) => format!("Tallinn Manual 2.0 {part}"),
        Some(rules) if rules.contains(['–', ',']) => format!("Tallinn Manual 2.0 rules {rules}"),
        Some(rule) => format!("Tallinn Manual 2.0 rule {rule}"),
        None => source.to_owned(),
    }
}

/// Who holds a reading, without ticks and remarks in brackets.
pub fn holder(held: &str) -> String {
    let bare = held.replace('✓', "");
    let bare = bare
        .split(" (")
        .next()
        .unwrap_or_default()
        .trim()
        .replace("TM experts", "Tallinn experts")
        .replace("TM majority", "most Tallinn experts");
    if ["Part of", "Some", "Practice of"].iter().any(|start| bare.starts_with(start)) { continued(&bare) } else { bare }
}

/// A title without what stands in brackets.
pub fn short(title: &str) -> &str {
    title.split(" (").next().unwrap_or(title)
}

/// The word by which locale files know a kind.
pub const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Prohibition => "prohibition",
        Kind::Condition => "condition",
        Kind::Plea => "plea",
        Kind::Attribution => "attribution",
        Kind::Classification => "classification",
        Kind::Consequence => "consequence",
        Kind::Procedural => "procedural",
        Kind::Permission => "permission",
        Kind::Evidence => "evidence",
        Kind::Soft => "soft",
    }
}

/// The word by which locale files know an aim.
pub const fn aim_word(aim: Aim) -> &'static str {
    match aim {
        Aim::Information => "information",
        Aim::Evidence => "evidence",
        Aim::StopHarm => "stop_harm",
        Aim::Signal => "signal",
        Aim::Pressure => "pressure",
        Aim::Punish => "punish",
        Aim::Leverage => "leverage",
        Aim::Profit => "profit",
        Aim::Influence => "influence",
        Aim::Settle => "settle",
        Aim::Resilience => "resilience",
    }
}

/// The message that overlays an entry of the catalogue.
fn message(what: &str, id: &str) -> String {
    format!("{what}-{}", id.replace('.', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cites_and_names_for_people() {
        assert_eq!(cited("TM 4"), "Tallinn Manual 2.0 rule 4");
        assert_eq!(cited("TM ch. 4"), "Tallinn Manual 2.0 ch. 4");
        assert_eq!(cited("TM 20–25"), "Tallinn Manual 2.0 rules 20–25");
        assert_eq!(cited("ARSIWA 52(1)"), "ARSIWA 52(1)");
        assert_eq!(holder("Austria✓ (pre-positioning)"), "Austria");
        assert_eq!(holder("Part of the TM experts"), "part of the Tallinn experts");
        assert_eq!(short("Lawful countermeasure (all conditions of 49–54 together)"), "Lawful countermeasure");
    }

    #[test]
    fn lists_read_as_people_write_them() {
        let words = Words::english().unwrap();
        let items: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(words.list("list-and", &items), "a, b and c");
        assert_eq!(words.list("list-or", &items[..2]), "a or b");
        assert_eq!(words.list("list-semicolon", &items), "a; b; c");
        assert_eq!(words.few(&items, 1), "a and 2 more");
    }
}
