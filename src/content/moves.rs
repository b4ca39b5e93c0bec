//! The legal side of the move cards alone, for those who only judge.

use crate::content::cards;
use crate::content::mistake::{Mistakes, Source};
use crate::law::act::Act;
use crate::law::corpus::Corpus;

/// The moves that travel with the program, in the order of their slugs.
pub fn embedded(corpus: &Corpus) -> Result<Vec<Act>, Mistakes> {
    cards::embedded(corpus).map(|deck| deck.acts)
}

/// Reads cards.
pub fn read(files: &[Source], corpus: &Corpus) -> Result<Vec<Act>, Mistakes> {
    cards::read(files, corpus).map(|deck| deck.acts)
}
