//! A formula of the catalogue as a tree that people read: every part in words, with what it comes to on a sheet.

use crate::law::formula::{Compare, Formula, parse};
use crate::law::{Assessment, Corpus, Fact, FactSheet, Value};
use crate::words::Words;
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
            let id = if *holds { "con-law-always" } else { "con-law-never" };
            Tree { text: words.say(id), value: truth(*holds), parts: Vec::new() }
        }
        Formula::All(parts) => several("con-law-all", parts, all),
        Formula::Any(parts) => several("con-law-any", parts, any),
        Formula::Not(inner) => {
            let inner = part(words, bench, inner);
            Tree { text: words.say("con-law-not"), value: not(inner.value), parts: vec![inner] }
        }
        Formula::Met(name) => match bench.corpus.find(&name.text) {
            Some(norm) => {
                let title = words.norm(bench.corpus, norm, Facet::Title);
                let text = words.say_with("con-law-met", &[("title", (&title).into())]);
                Tree { text: capitalised(&text), value: bench.found.test(bench.corpus, norm), parts: Vec::new() }
            }
            None => Tree { text: name.text.clone(), value: Value::Unknown, parts: Vec::new() },
        },
        Formula::Macro(name) => match bench.corpus.macros().iter().find(|known| known.name == name.text) {
            Some(known) => {
                let inner = grow(words, bench, &known.means);
                Tree { text: capitalised(&known.says), value: inner.value, parts: vec![inner] }
            }
            None => Tree { text: name.text.clone(), value: Value::Unknown, parts: Vec::new() },
        },
        Formula::Fact(name, compare) => match bench.corpus.vocabulary().find(&name.text) {
            Some(fact) => leaf(words, bench, fact, compare),
            None => Tree { text: name.text.clone(), value: Value::Unknown, parts: Vec::new() },
        },
    }
}

/// A fact held against values: what is asked, and how it stands.
fn leaf(words: &Words, bench: &Bench<'_>, fact: Fact, compare: &Compare) -> Tree {
    let Bench { corpus, sheet, .. } = bench;
    let vocabulary = corpus.vocabulary();
    let now = sheet.get(fact);
    let code = |text: &str| vocabulary.read(fact, text);
    let label = words.label(corpus, fact);
    let named = |text: &str| code(text).map_or_else(|| text.to_owned(), |code| value(words, corpus, fact, Some(code)));
    let (asks, holds) = match compare {
        Compare::Holds => (words.say_with("con-law-is", &[("label", (&label).into())]), now.map(|code| code == 1)),
        Compare::In(values) => {
            let shown: Vec<String> = values.iter().map(|value| named(&value.text)).collect();
            let shown = words.list("list-or", &shown);
            let args = [("label", (&label).into()), ("values", (&shown).into())];
            let holds = now.map(|now| values.iter().any(|value| code(&value.text) == Some(now)));
            (words.say_with("con-law-in", &args), holds)
        }
        Compare::Not(value) => {
            let shown = named(&value.text);
            let args = [("label", (&label).into()), ("values", (&shown).into())];
            (words.say_with("con-law-other", &args), now.map(|now| code(&value.text) != Some(now)))
        }
        Compare::AtLeast(value) => {
            let shown = named(&value.text);
            let args = [("label", (&label).into()), ("values", (&shown).into())];
            let holds = now.zip(code(&value.text)).map(|(now, least)| now >= least);
            (words.say_with("con-law-least", &args), holds)
        }
    };
    let stands = value(words, corpus, fact, now);
    let text = words.say_with("con-law-leaf", &[("asks", (&asks).into()), ("stands", (&stands).into())]);
    Tree { text: capitalised(&text), value: holds.map_or(Value::Unknown, truth), parts: Vec::new() }
}

/// A value in a word or two, without abbreviations.
pub fn value(words: &Words, corpus: &Corpus, fact: Fact, code: Option<u32>) -> String {
    let Some(code) = code else { return words.say("con-unknown") };
    let value = words.value(corpus, fact, code);
    words.say_with("con-law-value", &[("value", (&value).into())])
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
