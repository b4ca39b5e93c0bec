//! Messages in locale files (Fluent), and the sentences of the catalogue in another language.

use std::fmt::Write as _;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::words::language::Language;
use crate::words::prose::{self, Prose};

/// Everything there is to say in one language, with English behind it.
pub struct Words {
    /// The tag of the language asked for.
    language: String,
    /// The language asked for first, English last.
    bundles: Vec<FluentBundle<FluentResource>>,
    pub(crate) moves: Vec<Prose>,
}

/// What stands in for a placeable: a text, a whole number.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A text, or the word a selector chooses by.
    Text(&'a str),
    /// A whole number.
    Number(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

impl Words {
    /// The words that travel with the program.
    pub fn english() -> Result<Self, Mistakes> {
        Language::English.words()
    }

    /// The tag of the language these words are in.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The language of the story and the norms, if it is another one: what marks their text on a page.
    pub fn foreign(&self) -> Option<&'static str> {
        (self.language != Language::English.tag()).then_some(Language::English.tag())
    }

    /// Languages with their files, the one asked for first, and the move cards.
    pub fn new(languages: &[(&str, Vec<Source>)], cards: &[Source]) -> Result<Self, Mistakes> {
        let mut mistakes = Vec::new();
        let bundles = languages.iter().map(|(name, files)| bundle(name, files, &mut mistakes)).collect();
        match prose::read(cards) {
            Ok(moves) if mistakes.is_empty() => {
                let language = languages.first().map_or("en", |(name, _)| name).to_owned();
                Ok(Self { language, bundles, moves })
            }
            Ok(_) => Err(Mistakes(mistakes)),
            Err(Mistakes(more)) => Err(Mistakes(mistakes.into_iter().chain(more).collect())),
        }
    }

    /// Says a message without arguments.
    ///
    /// # Panics
    /// As [`Self::say_with`].
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// Says a message.
    ///
    /// # Panics
    /// If the English files lack the message: they travel with the program, and a test says every message once.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(id, None, args).unwrap_or_else(|| panic!("assets/words/en has no message `{id}`"))
    }

    /// A sentence of the catalogue in this language if a locale file has it, else as the catalogue writes it.
    pub fn overlay(&self, id: &str, attribute: &str, written: &str) -> String {
        self.find(id, Some(attribute), &[]).unwrap_or_else(|| written.to_owned())
    }

    /// As [`Self::overlay`], with what stands in for the sentence's placeables.
    pub fn overlay_with(&self, id: &str, attribute: &str, args: &[(&str, Arg<'_>)], written: &str) -> String {
        self.find(id, Some(attribute), args).unwrap_or_else(|| written.to_owned())
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut own = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => own.set(*name, FluentValue::from(*text)),
                Arg::Number(number) => own.set(*name, FluentValue::from(*number)),
            }
        }
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&own), &mut errors).into_owned();
            debug_assert!(errors.is_empty(), "message `{id}`: {errors:?}");
            Some(text)
        })
    }

    /// What a move card says about itself.
    pub fn prose(&self, id: &str) -> Option<&Prose> {
        self.moves.iter().find(|prose| prose.id == id)
    }
}

fn bundle(name: &str, files: &[Source], mistakes: &mut Vec<Mistake>) -> FluentBundle<FluentResource> {
    let unread = |file: &Source, message: String| file.mistake(0..0, message);
    let nowhere = Source::new(format!("assets/words/{name}"), "");
    let mut bundle = match name.parse() {
        Ok(language) => FluentBundle::new_concurrent(vec![language]),
        Err(_) => {
            mistakes.push(unread(&nowhere, format!("`{name}` is no language tag")));
            FluentBundle::new_concurrent(Vec::new())
        }
    };
    bundle.set_use_isolating(false);
    if files.is_empty() {
        mistakes.push(unread(&nowhere, format!("there are no words in `{name}`")));
    }
    for file in files {
        match FluentResource::try_new(file.text.to_string()) {
            Ok(resource) => {
                if let Err(errors) = bundle.add_resource(resource) {
                    mistakes.extend(errors.into_iter().map(|error| overridden(file, &error)));
                }
            }
            Err((_, errors)) => mistakes.extend(errors.into_iter().map(|error| {
                let mut message = String::new();
                let _ = write!(message, "{}", error.kind);
                file.mistake(error.pos, message.to_lowercase())
            })),
        }
    }
    bundle
}

fn overridden(file: &Source, error: &FluentError) -> Mistake {
    match error {
        FluentError::Overriding { id, .. } => {
            let at = file.text.find(&format!("\n{id} ")).map_or(0, |at| at + 1);
            file.mistake(at..at + id.len(), format!("message `{id}` is defined twice"))
        }
        other => file.mistake(0..0, other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::assets;

    #[test]
    fn a_second_language_overlays_and_english_fills_the_gaps() {
        let german = Source::new("de.ftl", "yes = ja\nnorm-arsiwa-4 =\n    .title = Verhalten von Staatsorganen\n");
        let words =
            Words::new(&[("de", vec![german]), ("en", assets::below("words/en"))], &assets::below("moves")).unwrap();
        assert_eq!(words.say("yes"), "ja");
        assert_eq!(words.say("no"), "no");
        assert_eq!(words.overlay("norm-arsiwa-4", "title", "Conduct"), "Verhalten von Staatsorganen");
        assert_eq!(words.overlay("norm-arsiwa-4", "met", "Those who acted"), "Those who acted");
    }

    #[test]
    fn mistakes_in_locale_files_point_at_their_place() {
        let broken = Source::new("de.ftl", "yes = ja\nno nein\nyes = doch\n");
        let Err(Mistakes(mistakes)) = Words::new(&[("de", vec![broken])], &[]) else { panic!("it was read") };
        assert_eq!(mistakes[0].place().1, 2);
        let twice = Source::new("de.ftl", "no = nein\nyes = ja\nyes = doch\n");
        let Err(Mistakes(mistakes)) = Words::new(&[("de", vec![twice])], &[]) else { panic!("it was read") };
        assert!(mistakes[0].message().contains("twice"), "{}", mistakes[0]);
    }
}
