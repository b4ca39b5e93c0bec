//! Reads what a scenario says about itself, and how it wants a class seated.

use std::ops::Range;

use crate::base::Span;
use crate::base::id::StateId;
use crate::content::lesson::Lesson;
use crate::content::offices::{Approval, Delegations, Office};
use crate::content::scenario::form::{LessonForm, Texts};
use crate::content::scenario::limits;
use crate::content::scenario::names::Finder;
use crate::content::scenario::reader::{Fields, Reader, is_slug};
use crate::law::flaw::closest;
use crate::sim::rulebook::Rulebook;

/// What a scenario says about itself.
pub(super) struct Head {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) aim: Option<String>,
    pub(super) turns: Option<u16>,
    pub(super) span: Option<Span>,
    pub(super) as_of: Option<u16>,
    pub(super) solo: Option<StateId>,
    pub(super) briefing: Option<(Texts, Range<usize>)>,
    pub(super) region: Option<String>,
}

impl Head {
    pub(super) fn read(finder: &mut Finder, fields: &Fields, whole: &Range<usize>) -> Self {
        let reader = &mut finder.reader;
        let at = |name: &str| fields.get(name).cloned().unwrap_or(whole.start..whole.start);
        let id: Option<String> = reader.must(fields, "id", whole);
        let title: Option<String> = reader.must(fields, "title", whole);
        let aim: Option<String> = reader.must(fields, "aim", whole);
        let turns: Option<u16> = reader.must(fields, "turns", whole);
        let span: Option<u16> = reader.must(fields, "span", whole);
        let as_of: Option<u16> = reader.must(fields, "as_of", whole);
        let solo: Option<String> = reader.must(fields, "solo", whole);
        if let Some(id) = &id {
            if !is_slug(id) {
                reader.wrong(
                    at("id"),
                    format!("`{id}` is no slug"),
                    Some("use small letters, digits and hyphens".into()),
                );
            } else if let Some(stem) = reader.file.name.rsplit(['/', '\\']).next().and_then(|n| n.strip_suffix(".ron"))
                && stem != id
            {
                let help = Some(format!("call the file `{id}.ron`"));
                reader.wrong(at("id"), format!("scenario `{id}` stands in a file called `{stem}.ron`"), help);
            }
        }
        for (what, text, most) in [("the title", &title, 80), ("the aim", &aim, 600)] {
            if let Some(text) = text {
                reader.length(what, text, most, &at(what.trim_start_matches("the ")));
            }
        }
        for (name, what, value, range) in [
            ("turns", "the number of turns", turns, 1..=i64::from(limits::TURNS)),
            ("span", "the length of a turn in days", span, 1..=366),
            ("as_of", "the year of the law", as_of, 1945..=2100),
        ] {
            if let Some(value) = value {
                reader.range(what, value.into(), range, &at(name));
            }
        }
        for list in ["states", "ties"] {
            if !fields.contains_key(list) {
                reader.wrong(whole.start..whole.start, format!("the field `{list}` is missing"), None);
            }
        }
        let briefing = reader.maybe::<Texts>(fields, "briefing").map(|texts| (texts, at("briefing")));
        let region = reader.maybe::<String>(fields, "region");
        if let Some(name) = &region {
            reader.length("the name of the regional body", name, 60, &at("region"));
        }
        let solo = solo.map(|name| finder.state(&name, &at("solo")));
        Self { id, title, aim, turns, span: span.map(Span), as_of, solo, briefing, region }
    }
}

/// Who has to approve an order, and which offices are dealt.
pub(super) fn delegations(reader: &mut Reader, fields: &Fields) -> Delegations {
    let approval: Approval = reader.maybe(fields, "approval").unwrap_or_default();
    let offices: Option<Vec<Office>> = reader.maybe(fields, "offices");
    let at = fields.get("offices").cloned().unwrap_or(0..0);
    for (place, office) in offices.iter().flatten().enumerate() {
        let word = office.word();
        if !office.is_dealt() {
            let help = Some("the head is whoever comes first; leave out those who have no office".into());
            reader.wrong(at.clone(), format!("`{word}` is no office that is dealt"), help);
        } else if offices.iter().flatten().take(place).any(|other| other == office) {
            reader.wrong(at.clone(), format!("the office `{word}` is dealt twice"), None);
        }
    }
    Delegations { approval, offices }
}

/// How long a class needs, and which norms it is about.
pub(super) fn lesson(reader: &mut Reader, fields: &Fields, rules: &Rulebook) -> Option<Lesson> {
    let LessonForm { minutes, law } = reader.maybe(fields, "lesson")?;
    let at = fields.get("lesson").cloned().unwrap_or(0..0);
    reader.range("the minutes of a class", minutes.into(), 4..=1440, &at);
    if law.is_empty() {
        reader.wrong(at.clone(), "a lesson is about at least one norm", Some("name it in `law`".into()));
    }
    let mut found = Vec::new();
    for id in &law {
        match rules.law.corpus.find(id) {
            Some(norm) if found.contains(&norm) => {
                reader.wrong_word(id, &at, format!("the norm `{id}` is named twice"), None);
            }
            Some(norm) => found.push(norm),
            None => {
                let near = closest(id, rules.law.corpus.ids());
                let help = near.map(|near| format!("did you mean `{near}`?"));
                reader.wrong_word(id, &at, format!("there is no norm `{id}`"), help);
            }
        }
    }
    Some(Lesson { minutes, law: found })
}
