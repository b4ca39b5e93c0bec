//! Puts law, cards and numbers together into the rulebook of a year.

use std::sync::Arc;

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
    let files: Vec<Source> = RULES.into_iter().flat_map(assets::below).collect();
    let corpus = law::embedded()?;
    let deck = cards::embedded(&corpus)?;
    let follow_ups = follow_ups::embedded(&corpus)?;
    let model = model::embedded()?;
    let law = Law::new(Arc::new(corpus), deck.acts, follow_ups, as_of);
    Ok(Rulebook::new(law, deck.cards, model, digest(&files)))
}

/// The digest of the text of all rules. Line ends do not count, since they differ between checkouts.
fn digest(files: &[Source]) -> Digest {
    let texts: Vec<String> = files.iter().map(|file| file.text.replace("\r\n", "\n")).collect();
    let parts = files.iter().zip(&texts).flat_map(|(file, text)| [file.name.as_bytes(), text.as_bytes()]);
    Digest::of_parts(parts)
}
