//! Reads a scenario's rows one by one, so that every wrong row is reported and not only the first.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::content::mistake::{Mistake, Source};
use crate::content::outline;
use crate::law::flaw::closest;

/// The most mistakes reported of one file: beyond that, one slip is usually the cause of many.
const ENOUGH: usize = 100;

/// A row as it was written, and where.
#[derive(Debug)]
pub(super) struct Row<T> {
    /// Its slug; empty for kinds that have none.
    pub(super) id: String,
    /// What it says; `None` if it could not be read, which has been reported.
    pub(super) form: Option<T>,
    /// Where it stands.
    pub(super) at: Range<usize>,
}

/// Where each field's value stands.
pub(super) type Fields = BTreeMap<&'static str, Range<usize>>;

pub(super) struct Reader<'a> {
    pub(super) file: &'a Source,
    pub(super) mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    pub(super) fn wrong(&mut self, at: Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.report(self.file.mistake(at, message).help(help));
    }

    fn report(&mut self, mistake: Mistake) {
        if self.mistakes.len() < ENOUGH {
            self.mistakes.push(mistake);
        }
    }

    /// Where a quoted word stands in a row; the row itself if it does not.
    pub(super) fn place(&self, word: &str, at: &Range<usize>) -> Range<usize> {
        self.file.quoted(word, at.start).filter(|found| found.end <= at.end).unwrap_or_else(|| at.clone())
    }

    /// Reports a word in a row.
    pub(super) fn wrong_word(&mut self, word: &str, at: &Range<usize>, message: String, help: Option<String>) {
        self.wrong(self.place(word, at), message, help);
    }

    pub(super) fn value<T: DeserializeOwned>(&mut self, at: &Range<usize>) -> Option<T> {
        match self.file.ron_at(at.clone()) {
            Ok(value) => Some(value),
            Err(mistake) => {
                self.report(mistake);
                None
            }
        }
    }

    /// The fields of a struct; those it must not have, or has twice, are reported.
    pub(super) fn fields(&mut self, at: &Range<usize>, known: &[&'static str]) -> Fields {
        let mut fields = Fields::new();
        for field in outline::fields(&self.file.text, at.clone()) {
            let name = &self.file.text[field.name.clone()];
            match known.iter().find(|known| **known == name) {
                Some(known) if fields.contains_key(known) => {
                    self.wrong(field.name, format!("`{name}` is given twice"), None);
                }
                Some(known) => _ = fields.insert(known, field.value),
                None => {
                    let help = closest(name, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
                    self.wrong(field.name, format!("there is no field `{name}` here"), help);
                }
            }
        }
        fields
    }

    /// A field that may be left out.
    pub(super) fn maybe<T: DeserializeOwned>(&mut self, fields: &Fields, name: &str) -> Option<T> {
        let at = fields.get(name)?.clone();
        self.value(&at)
    }

    /// A field that must be there.
    pub(super) fn must<T: DeserializeOwned>(&mut self, fields: &Fields, name: &str, whole: &Range<usize>) -> Option<T> {
        if fields.contains_key(name) {
            return self.maybe(fields, name);
        }
        self.wrong(whole.start..whole.start, format!("the field `{name}` is missing"), None);
        None
    }

    /// The rows of a list, which may be left out.
    pub(super) fn rows<T: DeserializeOwned>(&mut self, fields: &Fields, name: &str, most: usize) -> Vec<Row<T>> {
        let Some(list) = fields.get(name).cloned() else { return Vec::new() };
        if !self.file.text[list.clone()].starts_with('[') {
            self.wrong(list, format!("`{name}` is a list in square brackets"), None);
            return Vec::new();
        }
        let items = outline::items(&self.file.text, list.clone());
        if items.len() > most {
            self.wrong(
                list.start..list.start + 1,
                format!("`{name}` has {} rows, at most {most} are read", items.len()),
                None,
            );
            return Vec::new();
        }
        let row = |at: Range<usize>| Row { id: self.slug(&at), form: self.value(&at), at };
        items.into_iter().map(row).collect()
    }

    /// The slug of a row, also of one that cannot be read, so that those who name it are not blamed.
    fn slug(&mut self, at: &Range<usize>) -> String {
        let text = &self.file.text;
        let fields = outline::fields(text, at.clone());
        let Some(field) = fields.into_iter().find(|field| &text[field.name.clone()] == "id") else {
            return String::new();
        };
        let id: String = self.file.ron_at(field.value.clone()).unwrap_or_default();
        if !is_slug(&id) {
            let message = format!("`{}` is no slug", id.chars().take(60).collect::<String>());
            self.wrong(field.value, message, Some("use small letters, digits and single hyphens, at most 40".into()));
        }
        id
    }

    /// Reports a text that is empty or longer than so many characters.
    pub(super) fn length(&mut self, what: &str, text: &str, most: usize, at: &Range<usize>) {
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.wrong(at.clone(), format!("{what} is empty"), None);
        } else if length > most {
            self.wrong_word(text, at, format!("{what} has {length} characters, at most {most} fit"), None);
        }
    }

    /// Reports a number out of range.
    pub(super) fn range(&mut self, what: &str, value: i64, range: std::ops::RangeInclusive<i64>, at: &Range<usize>) {
        if !range.contains(&value) {
            self.wrong(at.clone(), format!("{what} is {} to {}, not {value}", range.start(), range.end()), None);
        }
    }
}

/// Whether a word can be the name of a thing in files.
pub(super) fn is_slug(word: &str) -> bool {
    word.len() <= 40
        && word
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
