//! Puts law, cards and numbers together into the rulebook of a year.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::base::Digest;
use crate::content::mistake::{Mistakes, Source};
use crate::content::{assets, cards, follow_ups, law, model};
use crate::sim::legal::Law;
use crate::sim::rulebook::Rulebook;

/// The folders of `assets/` whose texts are the rules. Tempers and wording are not among them: what an agent ordered stands
/// in the journal, and words decide nothing.
const RULES: [&str; 3] = ["law", "model", "moves"];

/// The rulebook that travels with the program, with the law as it stood in a year.
pub fn embedded(as_of: u16) -> Result<Rulebook, Mistakes> {
    let corpus = law::embedded()?;
    let deck = cards::embedded(&corpus)?;
    let follow_ups = follow_ups::embedded(&corpus)?;
    let model = model::embedded()?;
    let law = Law::new(Arc::new(corpus), deck.acts, follow_ups, as_of);
    Ok(Rulebook::new(law, deck.cards, model, embedded_digest()))
}

/// The same, read once and shared for as long as anybody plays by it: a rulebook is larger than the games of a class.
///
/// # Errors
/// As [`embedded`].
pub fn shared(as_of: u16) -> Result<Arc<Rulebook>, Mistakes> {
    static READ: Mutex<Vec<(u16, Weak<Rulebook>)>> = Mutex::new(Vec::new());
    // The list holds whole entries only, so that one who panicked has left nothing half done.
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.retain(|(_, rulebook)| rulebook.strong_count() > 0);
    let found = read.iter().find(|(year, _)| *year == as_of).and_then(|(_, rulebook)| rulebook.upgrade());
    if let Some(rulebook) = found {
        return Ok(rulebook);
    }
    let rulebook = Arc::new(embedded(as_of)?);
    read.push((as_of, Arc::downgrade(&rulebook)));
    Ok(rulebook)
}

/// The digest of the rules that travel with the program.
pub fn embedded_digest() -> Digest {
    let files: Vec<Source> = RULES.into_iter().flat_map(assets::below).collect();
    digest(&files)
}

/// The digest of the text of all rules. Line ends do not count, since they differ between checkouts.
fn digest(files: &[Source]) -> Digest {
    let texts: Vec<String> = files.iter().map(|file| file.text.replace("\r\n", "\n")).collect();
    let parts = files.iter().zip(&texts).flat_map(|(file, text)| [file.name.as_bytes(), text.as_bytes()]);
    Digest::of_parts(parts)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::shared;

    #[test]
    fn one_year_is_one_rulebook_while_somebody_plays_by_it() {
        // A year that no scenario asks for, so that no other test holds its rules.
        let first = shared(2003).unwrap();
        assert!(Arc::ptr_eq(&first, &shared(2003).unwrap()), "it is read once");
        assert!(!Arc::ptr_eq(&first, &shared(2004).unwrap()), "another year is another law");
        let gone = Arc::downgrade(&first);
        drop(first);
        assert!(gone.upgrade().is_none(), "nobody plays by it any more, and it is not kept");
        assert!(shared(2003).is_ok(), "it can be read again");
    }
}
