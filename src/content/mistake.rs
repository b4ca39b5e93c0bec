//! Mistakes in files, as diagnostics that point at the place.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

use crate::law::flaw::closest;

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path or name, for people.
    pub name: String,
    /// The text.
    pub text: Arc<str>,
}

impl Source {
    /// A file's name and text.
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// A mistake at some bytes of this file.
    pub fn mistake(&self, span: Range<usize>, message: impl Into<String>) -> Mistake {
        Mistake {
            source: Box::new(NamedSource::new(&self.name, Arc::clone(&self.text))),
            span,
            message: message.into(),
            help: None,
        }
    }

    /// Reads the file as RON.
    pub fn ron<T: serde::de::DeserializeOwned>(&self) -> Result<T, Mistake> {
        self.limit()?;
        self.ron_at(0..self.text.len())
    }

    /// Reads some bytes of the file as RON.
    pub fn ron_at<T: serde::de::DeserializeOwned>(&self, part: Range<usize>) -> Result<T, Mistake> {
        self.ron_as(&self.text[part.clone()], part.start)
    }

    /// Reads a text as RON that stands, byte for byte, in the place of this file's text from a byte on.
    pub fn ron_as<T: serde::de::DeserializeOwned>(&self, text: &str, start: usize) -> Result<T, Mistake> {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .with_recursion_limit(64);
        options.from_str(text).map_err(|error| {
            let at = offset(text, error.span.start.line, error.span.start.col);
            let end = offset(text, error.span.end.line, error.span.end.col).max(at);
            let (message, help) = told(&error.code);
            self.mistake(start + at..start + end, message).help(help)
        })
    }

    /// Reads the file as JSON.
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> Result<T, Mistake> {
        self.limit()?;
        serde_json::from_str(&self.text).map_err(|error| {
            let at = offset(&self.text, error.line(), error.column());
            let text = error.to_string();
            let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
            self.mistake(at..at, plain(message))
        })
    }

    /// Refuses a file that is too large to be read.
    pub fn limit(&self) -> Result<(), Mistake> {
        if self.text.len() > LARGEST {
            return Err(self.mistake(0..0, format!("the file is larger than {} MiB", LARGEST >> 20)));
        }
        Ok(())
    }

    /// The byte at a line and column, both from 1; columns count characters.
    pub fn at(&self, line: usize, column: usize) -> usize {
        offset(&self.text, line, column)
    }

    /// Where a quoted string stands, searched from a byte on; the quotes are left out.
    pub fn quoted(&self, needle: &str, from: usize) -> Option<Range<usize>> {
        let literal = format!("{needle:?}");
        let start = self.text.get(from..)?.find(&literal)? + from + 1;
        Some(start..start + literal.len() - 2)
    }
}

impl Source {
    /// Where a field's name stands before its colon, outside any quoted string, searched from a byte on.
    pub fn field(&self, name: &str, from: usize) -> Option<Range<usize>> {
        let text = self.text.get(from..).filter(|_| !name.is_empty())?;
        let (mut quoted, mut escaped, mut before) = (false, false, ' ');
        for (at, letter) in text.char_indices() {
            let begins = !quoted && !before.is_ascii_alphanumeric() && before != '_';
            if begins && text[at..].strip_prefix(name).is_some_and(|rest| rest.starts_with(':')) {
                return Some(from + at..from + at + name.len());
            }
            quoted ^= letter == '"' && !escaped;
            escaped = quoted && letter == '\\' && !escaped;
            before = letter;
        }
        None
    }
}

/// The largest file read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// The byte at a line and column, both from 1; columns count characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within: usize = text[start..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    (start + within).min(text.len())
}

/// What the reader of the notation found, in words for those who write files.
fn told(error: &ron::Error) -> (String, Option<String>) {
    let meant = |found: &str, expected: &[&str]| match closest(found, expected.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if expected.is_empty() => "leave it out".to_owned(),
        None => format!("write one of {}", expected.join(", ")),
    };
    match error {
        ron::Error::NoSuchStructField { expected, found, .. } => {
            (format!("there is no field `{found}` here"), Some(meant(found, expected)))
        }
        ron::Error::NoSuchEnumVariant { expected, found, .. } => {
            (format!("there is no word `{found}` here"), Some(meant(found, expected)))
        }
        ron::Error::MissingStructField { field, .. } => (format!("the field `{field}` is missing"), None),
        ron::Error::DuplicateStructField { field, .. } => (format!("`{field}` is given twice"), None),
        ron::Error::ExpectedDifferentStructName { expected, found } => {
            (format!("this begins with `{found}`"), Some(format!("write `{expected}(`, or nothing before the bracket")))
        }
        ron::Error::InvalidValueForType { expected, found } => {
            (format!("{found} stands where {expected} belongs"), None)
        }
        ron::Error::ExceededRecursionLimit => ("the brackets are nested too deeply".to_owned(), None),
        other => (plain(&other.to_string()), None),
    }
}

/// A library's message in the house's manner: one line, lower case at the start, no full stop.
fn plain(message: &str) -> String {
    let line = message.lines().next().unwrap_or(message).trim_end_matches('.');
    let mut letters = line.chars();
    let mut next = letters.clone().skip(1);
    match letters.next() {
        // An abbreviation stays one.
        Some(_) if next.next().is_some_and(char::is_uppercase) => line.to_owned(),
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "cannot be read".to_owned(),
    }
}

/// One mistake in one file.
#[derive(Clone, Debug)]
pub struct Mistake {
    source: Box<NamedSource<Arc<str>>>,
    span: Range<usize>,
    message: String,
    help: Option<String>,
}

impl Mistake {
    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// The message without its place.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The byte at which it begins, to put mistakes of one file in order.
    pub const fn start(&self) -> usize {
        self.span.start
    }

    /// File, line and column, the latter two from 1.
    pub fn place(&self) -> (String, usize, usize) {
        let text = self.source.inner();
        let before = &text[..self.span.start.min(text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        (self.source.name().to_owned(), line, column)
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Mistake {}

impl Diagnostic for Mistake {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&*self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::new(None, self.span.start, self.span.len()))))
    }
}

/// All mistakes of one reading; never empty.
#[derive(Clone, Debug)]
pub struct Mistakes(pub Vec<Mistake>);

impl From<Mistake> for Mistakes {
    fn from(mistake: Mistake) -> Self {
        Self(vec![mistake])
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => write!(f, "1 mistake"),
            count => write!(f, "{count} mistakes"),
        }
    }
}

impl std::error::Error for Mistakes {}

impl Diagnostic for Mistakes {
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        Some(Box::new(self.0.iter().map(|mistake| mistake as &dyn Diagnostic)))
    }
}
