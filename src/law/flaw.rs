//! Mistakes in a catalogue: what is wrong, in which entry and field, and at which characters of the field's text.
//! The room that reads files turns them into places in those files.

use std::ops::Range;

/// Which entry of the catalogue is at fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The nth fact.
    Fact(usize),
    /// The nth macro.
    Macro(usize),
    /// The nth norm.
    Norm(usize),
    /// The nth profile.
    Profile(usize),
    /// The nth move.
    Move(usize),
    /// A row of the gravity table.
    Gravity(usize),
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The entry.
    pub subject: Subject,
    /// The text of the field at fault as it stands in the file, to find it again; empty means the entry as a whole.
    pub text: String,
    /// The field at fault when its text is missing or is no text; empty means the entry as a whole.
    pub field: &'static str,
    /// The characters at fault, in bytes of that text.
    pub span: Range<usize>,
    /// What is wrong: one line, lower case, no full stop.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Flaw {
    /// A mistake of an entry as a whole.
    pub fn whole(subject: Subject, message: impl Into<String>) -> Self {
        Self { subject, text: String::new(), field: "", span: 0..0, message: message.into(), help: None }
    }

    /// A mistake within a field's text.
    pub fn within(subject: Subject, text: &str, span: Range<usize>, message: impl Into<String>) -> Self {
        Self { subject, text: text.to_owned(), field: "", span, message: message.into(), help: None }
    }

    /// Points at a field by its name.
    #[must_use]
    pub fn field(mut self, field: &'static str) -> Self {
        self.field = field;
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds "did you mean …" if a known name is close.
    #[must_use]
    pub fn suggest<'a>(mut self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        if let Some(name) = closest(wrong, known) {
            self.help = Some(format!("did you mean `{name}`?"));
        }
        self
    }
}

/// The known name nearest to a wrong one, if it is near enough to be a slip.
pub fn closest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(wrong, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len().min(wrong.len()) / 4)
        .min()
        .map(|(_, name)| name)
}
