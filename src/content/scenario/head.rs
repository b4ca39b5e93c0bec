//! Reads what a scenario says about itself, and how it wants a class seated.

use std::ops::Range;

use crate::base::Span;
use crate::base::id::StateId;
use crate::content::offices::{Approval, Delegations, Office};
use crate::content::scenario::form::Texts;
use crate::content::scenario::limits;
use crate::content::scenario::names::Finder;
use crate::content::scenario::reader::{Fields, Reader, is_slug};

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
