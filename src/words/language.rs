//! The languages there are words in, and which of them a reader gets.

use serde::{Deserialize, Serialize};

use crate::content::assets;
use crate::content::mistake::Mistakes;
use crate::words::Words;

/// A language with its own files under `assets/words`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Complete.
    #[default]
    English,
    /// What surrounds the story and the norms; both of these stay in English.
    French,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// Its tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// Of the languages in an `Accept-Language` header that there are words in, the one that is asked for most; English if
    /// none is. Written here because a sort by what a stranger sends must not trip over `q=NaN`.
    pub fn asked(header: &str) -> Self {
        let wish = |part: &str| {
            let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
            let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
            let language = Self::ALL.into_iter().find(|language| language.tag() == primary)?;
            let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
            (weight > 0.0 && weight <= 1.0).then_some((language, weight))
        };
        // The first of several that are asked for alike.
        let best = header.split(',').filter_map(wish).reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map_or_else(Self::default, |(language, _)| language)
    }

    /// The words that travel with the program, in this language.
    ///
    /// # Errors
    /// If a file has mistakes.
    pub fn words(self) -> Result<Words, Mistakes> {
        let english = assets::below("words/en");
        let cards = assets::below("moves");
        match self {
            Self::English => Words::new(&[(self.tag(), english)], &cards),
            Self::French => Words::new(&[(self.tag(), assets::below("words/fr")), ("en", english)], &cards),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn a_browser_gets_the_first_language_there_is() {
        for (header, expected) in [
            ("", Language::English),
            ("fr", Language::French),
            ("fr-CA,fr;q=0.9,en;q=0.8", Language::French),
            ("en-GB,en;q=0.9,fr;q=0.8", Language::English),
            ("en;q=0.5, FR-be;q=0.9", Language::French),
            ("de-AT, fr;q=0.3", Language::French),
            ("*", Language::English),
            ("fr;q=NaN, fr;q=-1, fr;q=2, fr;q=0", Language::English),
            (";;;q=,,\u{0}é", Language::English),
        ] {
            assert_eq!(Language::asked(header), expected, "{header}");
        }
    }

    /// The messages of a language's files, each with what stands in it for others' words.
    fn messages(language: &str, file: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut name = String::new();
        let source = assets::below(&format!("words/{language}")).into_iter().find(|one| one.name.ends_with(file));
        for line in source.unwrap_or_else(|| panic!("{language} has no {file}")).text.lines() {
            if let Some((id, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|first: char| first.is_ascii_lowercase()))
            {
                name = id.to_owned();
            }
            let placed = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect::<String>()
            });
            found.entry(name.clone()).or_default().extend(placed);
        }
        found
    }

    #[test]
    fn french_says_everything_a_participant_meets_around_the_story_and_on_the_card() {
        // The facilitator's pages and the terminal are not translated yet.
        let is_own = |id: &str| {
            let starts = "web join return welcome seat known map board press act clock team time wait standing lobby todo office";
            starts.split(' ').any(|start| id.split('-').next() == Some(start))
        };
        let mut seen = 0;
        for file in ["host.ftl", "card.ftl", "brief.ftl", "verdicts.ftl", "codex.ftl", "console.ftl"] {
            let (english, french) = (messages("en", file), messages("fr", file));
            for (id, placed) in &english {
                let aims = id.starts_with("aim") || id == "confidence";
                let is_term = id.starts_with("term-");
                if is_term || file == "host.ftl" && !is_own(id) || file == "verdicts.ftl" && aims || id.is_empty() {
                    continue;
                }
                let Some(own) = french.get(id) else { panic!("words/fr/{file} does not say `{id}`") };
                assert_eq!(own, placed, "words/fr/{file}: `{id}` is about other things than in English");
                seen += 1;
            }
        }
        assert!(seen > 200, "only {seen} messages were compared");
        assert_eq!(Language::French.words().unwrap().say("web-back"), "Retour");
    }
}
