//! Terms in running text: the first time a text names one, the word opens its definition in the codex. The forms by which a
//! term is recognised stand in the locale files, so that another language brings its own.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::server::pages::codex::TERMS;
use crate::words::Words;

/// What recognises terms, and which of them a page has opened already.
pub(super) struct Terms {
    /// Forms and what they stand for, the longest first.
    forms: Vec<(String, &'static str)>,
    told: BTreeSet<&'static str>,
}

impl Terms {
    pub(super) fn new(words: &Words) -> Self {
        let forms = |id: &'static str| {
            let said = words.say(&id.replace("term-", "forms-"));
            said.split(',').map(|form| form.trim().to_owned()).filter(|form| !form.is_empty()).collect::<Vec<_>>()
        };
        let mut all: Vec<_> =
            TERMS.into_iter().flat_map(|id| forms(id).into_iter().map(move |form| (form, id))).collect();
        all.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Self { forms: all, told: BTreeSet::new() }
    }

    /// A text in which every term that was not met before is a link.
    pub(super) fn link(&mut self, text: &str) -> Markup {
        let (mut parts, mut rest) = (Vec::new(), text);
        while let Some((at, length, id)) = self.next(rest) {
            self.told.insert(id);
            parts.push((&rest[..at], Some((&rest[at..at + length], id))));
            rest = &rest[at + length..];
        }
        parts.push((rest, None));
        html! {
            @for (before, term) in parts {
                (before)
                @if let Some((word, id)) = term { a class="term" href={ "/codex#" (id) } { (word) } }
            }
        }
    }

    /// Where the next term stands that was not met before, and how long it is.
    fn next(&self, text: &str) -> Option<(usize, usize, &'static str)> {
        let mut inside = false;
        for (at, letter) in text.char_indices() {
            let begins = letter.is_alphanumeric() && !inside;
            inside = letter.is_alphanumeric() || inside && matches!(letter, '-' | '\'' | '’');
            if !begins {
                continue;
            }
            let stands = |(form, id): &&(String, &'static str)| {
                let word = text.get(at..at + form.len());
                let ends =
                    || text[at + form.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '-');
                !self.told.contains(id) && word.is_some_and(|word| word.eq_ignore_ascii_case(form)) && ends()
            };
            if let Some((form, id)) = self.forms.iter().find(stands) {
                return Some((at, form.len(), id));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn linked(terms: &mut Terms, text: &str) -> String {
        terms.link(text).0
    }

    #[test]
    fn the_first_of_each_term_opens_its_definition_and_parts_of_words_do_not() {
        let mut terms = Terms::new(&Words::english().unwrap());
        let told = linked(&mut terms, "A <b>Countermeasure</b> is no retorsion; a countermeasure answers a breach.");
        assert_eq!(
            told,
            "A &lt;b&gt;<a class=\"term\" href=\"/codex#term-countermeasure\">Countermeasure</a>&lt;/b&gt; is no \
             <a class=\"term\" href=\"/codex#term-retorsion\">retorsion</a>; a countermeasure answers a \
             <a class=\"term\" href=\"/codex#term-breach\">breach</a>."
        );
        assert_eq!(linked(&mut terms, "Evidences, non-evidence, retorsion."), "Evidences, non-evidence, retorsion.");
        assert!(linked(&mut terms, "Two démarches").contains("#term-demarche"));
    }

    #[test]
    fn every_term_has_a_form_in_every_language_but_signs() {
        for words in [Words::english().unwrap(), Language::French.words().unwrap()] {
            let terms = Terms::new(&words);
            let met = |id: &str| terms.forms.iter().any(|(_, of)| *of == id);
            for id in TERMS.into_iter().filter(|id| *id != "term-public") {
                assert!(met(id), "{id} is never met in a text in {}", words.language());
            }
        }
    }
}
