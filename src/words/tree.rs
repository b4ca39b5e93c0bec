//! A formula of the catalogue as a tree that people read: every part in words, with what it comes to on a sheet.

use crate::law::fact::{NO, YES};
use crate::law::formula::{Compare, Formula, Name, parse};
use crate::law::{Assessment, Corpus, Fact, FactSheet, Value};
use crate::words::locale::Words;
use crate::words::phrase::Facet;
use crate::words::text::capitalised;

/// A part of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// In words.
    pub text: String,
    /// What it comes to.
    pub value: Value,
    /// Its own parts.
    pub parts: Vec<Tree>,
}

/// What a tree is asked on.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// The catalogue.
    pub corpus: &'a Corpus,
    /// The facts.
    pub sheet: &'a FactSheet,
    /// What was found on them.
    pub found: &'a Assessment,
}

/// Grows the tree of a formula as it is written. A checked catalogue holds no formula that cannot be read; if one comes
/// here all the same, it stands as written and open.
pub fn grow(words: &Words, bench: &Bench<'_>, text: &str) -> Tree {
    match parse(text) {
        Ok(formula) => part(words, bench, &formula),
        Err(_) => Tree { text: text.to_owned(), value: Value::Unknown, parts: Vec::new() },
    }
}

fn part(words: &Words, bench: &Bench<'_>, formula: &Formula) -> Tree {
    let several = |id: &str, parts: &[Formula], value: fn(&[Tree]) -> Value| {
        let parts: Vec<Tree> = parts.iter().map(|formula| part(words, bench, formula)).collect();
        Tree { text: words.say(id), value: value(&parts), parts }
    };
    match formula {
        Formula::Constant(holds) => {
            let id = if *holds { "formula-always" } else { "formula-never" };
            Tree { text: words.say(id), value: truth(*holds), parts: Vec::new() }
        }
        Formula::All(parts) => several("formula-all", parts, all),
        Formula::Any(parts) => several("formula-any", parts, any),
        Formula::Not(inner) => {
            if let Formula::Fact(name, compare) = &**inner
                && let Some(fact) = bench.corpus.vocabulary().find(&name.text)
            {
                return leaf(words, bench, fact, compare, true);
            }
            let inner = part(words, bench, inner);
            Tree { text: words.say("formula-not"), value: not(inner.value), parts: vec![inner] }
        }
        Formula::Met(name) => match bench.corpus.find(&name.text) {
            Some(norm) => {
                let title = words.norm(bench.corpus, norm, Facet::Title);
                let text = words.say_with("formula-met", &[("title", (&title).into())]);
                Tree { text: capitalised(&text), value: bench.found.test(bench.corpus, norm), parts: Vec::new() }
            }
            None => Tree { text: name.text.clone(), value: Value::Unknown, parts: Vec::new() },
        },
        Formula::Macro(name) => match bench.corpus.macros().iter().find(|known| known.name == name.text) {
            Some(known) => {
                let inner = grow(words, bench, &known.means);
                let text = format!("{} {}", capitalised(&known.says), inner.text);
                Tree { text, value: inner.value, parts: inner.parts }
            }
            None => Tree { text: name.text.clone(), value: Value::Unknown, parts: Vec::new() },
        },
        Formula::Fact(name, compare) => match bench.corpus.vocabulary().find(&name.text) {
            Some(fact) => leaf(words, bench, fact, compare, false),
            None => Tree { text: name.text.clone(), value: Value::Unknown, parts: Vec::new() },
        },
    }
}

/// A fact held against values: what is asked, or denied, and how it stands.
fn leaf(words: &Words, bench: &Bench<'_>, fact: Fact, compare: &Compare, denied: bool) -> Tree {
    let Bench { corpus, sheet, .. } = *bench;
    let vocabulary = corpus.vocabulary();
    let now = sheet.get(fact);
    let code = |text: &str| vocabulary.read(fact, text);
    let is = |value: &Name| now.map(|now| code(&value.text) == Some(now));
    let named = |value: &Name| {
        code(&value.text).map_or_else(|| value.text.clone(), |code| self::value(words, corpus, fact, Some(code)))
    };
    let (id, values, holds) = match compare {
        Compare::Holds => ("", String::new(), now.map(|code| code == YES)),
        Compare::In(values) => {
            let holds = now.map(|_| values.iter().any(|value| is(value) == Some(true)));
            let id = if denied { "formula-other" } else { "formula-in" };
            (id, words.list("list-or", &values.iter().map(named).collect::<Vec<_>>()), holds)
        }
        Compare::Not(value) => {
            (if denied { "formula-in" } else { "formula-other" }, named(value), is(value).map(|is| !is))
        }
        Compare::AtLeast(value) => {
            let holds = now.zip(code(&value.text)).map(|(now, least)| now >= least);
            (if denied { "formula-less" } else { "formula-least" }, named(value), holds)
        }
    };
    let text = if id.is_empty() {
        // What is simply so or not makes a sentence: “an organ of the acting State did it”.
        words.clause(corpus, fact, if denied { NO } else { YES })
    } else {
        let (label, stands) = (words.label(corpus, fact), self::value(words, corpus, fact, now));
        words.say_with(id, &[("label", (&label).into()), ("values", (&values).into()), ("stands", (&stands).into())])
    };
    let value = holds.map_or(Value::Unknown, |holds| truth(holds != denied));
    Tree { text: capitalised(&text), value, parts: Vec::new() }
}

/// A value in a word or two, without abbreviations.
pub fn value(words: &Words, corpus: &Corpus, fact: Fact, code: Option<u32>) -> String {
    let Some(code) = code else { return words.say("formula-unknown") };
    let value = words.value(corpus, fact, code);
    words.say_with("formula-value", &[("value", (&value).into())])
}

const fn truth(holds: bool) -> Value {
    if holds { Value::True } else { Value::False }
}

const fn not(value: Value) -> Value {
    match value {
        Value::True => Value::False,
        Value::False => Value::True,
        open => open,
    }
}

/// The least of several values, false first; an empty all is true.
fn all(parts: &[Tree]) -> Value {
    let has = |value| parts.iter().any(|part| part.value == value);
    [Value::False, Value::Unknown, Value::Contested].into_iter().find(|value| has(*value)).unwrap_or(Value::True)
}

/// The greatest of several values, true first; an empty any is false.
fn any(parts: &[Tree]) -> Value {
    let has = |value| parts.iter().any(|part| part.value == value);
    [Value::True, Value::Contested, Value::Unknown].into_iter().find(|value| has(*value)).unwrap_or(Value::False)
}
