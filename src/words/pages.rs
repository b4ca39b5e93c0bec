//! The catalogue as documents: one page each for facts, norms and moves, in a form that people and programs can read.

use std::fmt::Write as _;

use crate::law::assess::Finding;
use crate::law::corpus::{Corpus, Norm};
use crate::law::fact::{FactSpec, Holds};
use crate::law::norm::{Kind, NormSpec};
use crate::law::{Act, Character};
use crate::words::locale::Words;
use crate::words::phrase::kind_word;

/// File name and text of every page.
pub fn all(words: &Words, corpus: &Corpus, acts: &[Act]) -> Vec<(&'static str, String)> {
    vec![
        ("facts.md", facts(words, corpus)),
        ("norms.md", norms(words, corpus)),
        ("moves.md", moves(words, corpus, acts)),
    ]
}

/// The order in which families of norms are shown; families not listed follow.
const FAMILIES: [&str; 13] = [
    "sovereignty",
    "force",
    "vigilance",
    "espionage",
    "diplomatic",
    "treaties",
    "rights",
    "conflict",
    "voluntary",
    "attribution",
    "pleas",
    "consequences",
    "countermeasures",
];

/// The same for families of moves.
const MOVES: [&str; 12] = [
    "intelligence",
    "cyber",
    "attribution",
    "diplomacy",
    "economic",
    "countermeasures",
    "legal-process",
    "multilateral",
    "cooperation",
    "resilience",
    "military",
    "information",
];

/// A page that grows by whole lines; writing to a string cannot fail.
struct Page(String);

impl Page {
    fn new(words: &Words, title: &str, intro: &str, from: &str) -> Self {
        let mut page = Self(format!("# {}\n\n", words.say(title)));
        page.line(&words.say_with("pages-made", &[("from", from.into())]));
        page.line("");
        page.line(&words.say(intro));
        page
    }

    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.line(&format!("\n{} {text}\n", "#".repeat(level)));
    }

    /// The head of a table with so many columns.
    fn head(&mut self, text: &str, columns: usize) {
        self.line(text);
        self.line(&format!("|{}", "---|".repeat(columns)));
    }
}

fn facts(words: &Words, corpus: &Corpus) -> String {
    let mut page = Page::new(words, "facts-title", "facts-intro", "assets/law/facts.ron");
    let mut group = "";
    for (_, spec) in corpus.vocabulary().iter() {
        if spec.group != group {
            group = &spec.group;
            page.heading(2, &words.say_with("facts-group", &[("group", group.into())]));
            page.head(&words.say("facts-head"), 6);
        }
        let unit = if spec.unit.is_empty() { "–" } else { &spec.unit };
        let default = spec.default.as_deref().unwrap_or("unknown");
        let FactSpec { name, meaning, derivation, .. } = spec;
        page.line(&format!("| `{name}` | {} | {unit} | {default} | {meaning} | {derivation} |", holds(&spec.holds)));
    }
    page.0
}

/// A fact's values as the pages write them.
pub fn holds(holds: &Holds) -> String {
    match holds {
        Holds::Bool => "bool".to_owned(),
        Holds::Int { low, high } => format!("int {low}..{high}"),
        Holds::Enum(values) => format!("enum{{{}}}", values.join(", ")),
    }
}

fn norms(words: &Words, corpus: &Corpus) -> String {
    let mut page = Page::new(words, "norms-title", "norms-intro", "assets/law");
    page.heading(2, &words.say("norms-kinds"));
    page.head(&words.say("norms-kinds-head"), 4);
    for kind in KINDS {
        let (yes, no) = match kind {
            Kind::Plea => (Finding::Precluded, Finding::Breach),
            _ => (Finding::Breach, Finding::NoBreach),
        };
        let (yes, no) = (words.finding(kind, yes), words.finding(kind, no));
        page.line(&format!("| {} | {} | {yes} | {no} |", kind_word(kind), words.kind(kind)));
    }
    page.heading(2, &words.say("norms-macros"));
    page.head(&words.say("norms-macros-head"), 2);
    for entry in corpus.macros() {
        page.line(&format!("| `{}` | `{}` |", entry.name, entry.means));
    }
    page.heading(2, &words.say("norms-norms"));
    let known = |family: &str| FAMILIES.iter().position(|known| *known == family).unwrap_or(FAMILIES.len());
    let mut all: Vec<&Norm> = corpus.norms().map(|(_, norm)| norm).collect();
    all.sort_by_key(|norm| known(&norm.family));
    let mut family = "";
    for norm in all {
        if norm.family != family {
            family = &norm.family;
            page.heading(3, &words.say_with("norms-family", &[("family", family.into())]));
        }
        page.0.push_str(&norm_entry(&norm.spec));
    }
    page.heading(2, &words.say("norms-profiles"));
    page.head(&words.say("norms-profiles-head"), 2);
    for profile in corpus.profiles() {
        page.line(&format!("| {} | {} |", profile.name, profile.holds.join(", ")));
    }
    page.0
}

const KINDS: [Kind; 10] = [
    Kind::Prohibition,
    Kind::Condition,
    Kind::Plea,
    Kind::Attribution,
    Kind::Classification,
    Kind::Consequence,
    Kind::Procedural,
    Kind::Permission,
    Kind::Evidence,
    Kind::Soft,
];

fn norm_entry(spec: &NormSpec) -> String {
    let NormSpec { id, title, layer, status, weight, when, test, opens, note, says, .. } = spec;
    let kind = kind_word(spec.kind);
    let mut text = format!("### `{id}` — {title}\n");
    let mut line = |what: &str, said: &str| {
        if !said.is_empty() {
            let _ = writeln!(text, "- {what}: {said}");
        }
    };
    line("kind", &format!("{kind} · layer: {layer} · status: {status} · weight: {weight}"));
    line("sources", &spec.sources.join("; "));
    line("when", &format!("`{when}`"));
    line("test", &format!("`{test}`"));
    if !spec.positions.is_empty() {
        text.push_str("- positions:\n");
    }
    for position in &spec.positions {
        let view = position.view.trim_end_matches('.');
        let held =
            if position.held_by.is_empty() { String::new() } else { format!(". {}", position.held_by.join(", ")) };
        let formula = position.test.as_ref().map(|test| format!(": `{test}`")).unwrap_or_default();
        let _ = writeln!(text, "  - `{}` [{}] — {view}{held}{formula}", position.name, position.standing);
    }
    let mut line = |what: &str, said: &str| {
        if !said.is_empty() {
            let _ = writeln!(text, "- {what}: {said}");
        }
    };
    if spec.kind == Kind::Prohibition || !spec.shields.is_empty() {
        line("shields", if spec.shields.is_empty() { "none" } else { "" });
        line("shields", &spec.shields.join(", "));
    }
    line("opens", opens);
    line("note", note);
    line("met", &says.met);
    line("failed", &says.failed);
    line("open", &says.open);
    line("contested", &says.contested);
    text.push('\n');
    text
}

fn moves(words: &Words, corpus: &Corpus, acts: &[Act]) -> String {
    let mut page = Page::new(words, "moves-title", "moves-intro", "assets/moves");
    page.heading(2, &words.say("moves-characters"));
    page.head(&words.say("moves-characters-head"), 2);
    for character in CHARACTERS {
        let word = character_word(character);
        let meaning = words.say_with("character", &[("character", word.into())]);
        page.line(&format!("| `{word}` | {meaning} |"));
    }
    let known = |family: &str| MOVES.iter().position(|known| *known == family).unwrap_or(MOVES.len());
    let mut all: Vec<_> = acts.iter().filter_map(|act| Some((act, words.prose(&act.id)?))).collect();
    all.sort_by_key(|(_, prose)| known(&prose.family));
    let mut family = "";
    for (act, prose) in all {
        if prose.family != family {
            family = &prose.family;
            page.heading(2, &words.say_with("moves-family", &[("family", family.into())]));
            page.head(&words.say("moves-head"), 8);
        }
        let (esc, character, fixes) = (tenths(act.esc), character_word(act.character), fixes(corpus, act));
        let (asks, meaning) = (prose.asks.join(", "), &prose.meaning);
        let (precedent, does) = (&prose.precedent, &prose.does);
        page.line(&format!(
            "| `{}` | {meaning} | {esc} | `{character}` | {fixes} | {asks} | {precedent} | {does} |",
            act.id
        ));
    }
    page.0
}

/// What a move fixes, as `fact=value, fact=value`.
pub fn fixes(corpus: &Corpus, act: &Act) -> String {
    let vocabulary = corpus.vocabulary();
    let told = act
        .fixes
        .iter()
        .map(|(fact, code)| format!("{}={}", vocabulary.spec(*fact).name, vocabulary.show(*fact, *code)));
    told.collect::<Vec<_>>().join(", ")
}

/// A number of tenths with one digit after the point.
pub fn tenths(value: i16) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{}", value.abs() / 10, value.abs() % 10)
}

const CHARACTERS: [Character; 6] = [
    Character::Lawful,
    Character::Retorsion,
    Character::PrimaFacieLawful,
    Character::Contested,
    Character::PrimaFacieUnlawful,
    Character::Unlawful,
];

/// The word by which pages and locale files know a character.
pub const fn character_word(character: Character) -> &'static str {
    match character {
        Character::Lawful => "lawful",
        Character::Retorsion => "retorsion",
        Character::PrimaFacieLawful => "prima-facie-lawful",
        Character::Contested => "contested",
        Character::PrimaFacieUnlawful => "prima-facie-unlawful",
        Character::Unlawful => "unlawful",
    }
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn tenths_keep_their_sign() {
        assert_eq!((tenths(-5), tenths(-15), tenths(70)), ("-0.5".into(), "-1.5".into(), "7.0".into()));
    }
}
