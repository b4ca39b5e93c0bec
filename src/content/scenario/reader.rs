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
                self.all::<T>(at, mistake);
                None
            }
        }
    }

    /// Reports the first mistake of a struct and every further one: the reader of the notation stops at the first, so the
    /// field that holds it is blanked out and the rest is read again. Of one field only its first mistake is told.
    fn all<T: DeserializeOwned>(&mut self, at: &Range<usize>, first: Mistake) {
        let fields = outline::fields(&self.file.text, at.clone());
        let mut text = self.file.text[at.clone()].to_owned();
        let mut blanked: Vec<Range<usize>> = Vec::new();
        let mut advice: Vec<String> = Vec::new();
        let mut mistake = first;
        loop {
            let (start, message) = (mistake.start(), mistake.message().to_owned());
            let missing = message.strip_prefix("the field `").and_then(|rest| rest.strip_suffix("` is missing"));
            // A field is not missing that was blanked out, or was meant by a name that is wrong.
            let is_blanked = |name: &str| blanked.iter().any(|at| &self.file.text[at.clone()] == name);
            let is_meant = |name: &str| advice.iter().any(|advice| advice.contains(&format!("`{name}`")));
            if missing.is_some_and(|name| is_blanked(name) || is_meant(name)) {
                return;
            }
            let is_whole = missing.is_some() && fields.iter().all(|field| field.value.end <= start);
            let holds = |field: &&outline::Field| field.name.start <= start && !blanked.contains(&field.name);
            let blamed = fields.iter().rev().find(holds).filter(|_| !is_whole);
            advice.extend(mistake.advice().map(ToOwned::to_owned));
            self.report(mistake);
            let Some(field) = blamed else { return };
            let comma = self.file.text[field.value.end..at.end].trim_start();
            let end = if comma.starts_with(',') { at.end - comma.len() + 1 } else { field.value.end };
            let place = field.name.start - at.start..end - at.start;
            text.replace_range(place.clone(), &" ".repeat(place.len()));
            blanked.push(field.name.clone());
            match self.file.ron_as::<T>(&text, at.start) {
                Err(next) if (next.start(), next.message()) != (start, message.as_str()) => mistake = next,
                Ok(_) | Err(_) => return,
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
pub(in crate::content) fn is_slug(word: &str) -> bool {
    word.len() <= 40
        && word
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
