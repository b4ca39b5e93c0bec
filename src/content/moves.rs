//! Reads the legal side of the move cards.

use serde::Deserialize;

use crate::content::assets;
use crate::content::law::place;
use crate::content::mistake::{Mistakes, Source};
use crate::law::act::{Act, ActSpec};
use crate::law::corpus::Corpus;

#[derive(Deserialize)]
#[serde(rename = "Move")]
struct Card {
    id: String,
    law: ActSpec,
}

/// The moves that travel with the program, in the order of their slugs.
pub fn embedded(corpus: &Corpus) -> Result<Vec<Act>, Mistakes> {
    read(&assets::below("moves"), corpus)
}

/// Reads cards.
pub fn read(files: &[Source], corpus: &Corpus) -> Result<Vec<Act>, Mistakes> {
    let mut mistakes = Vec::new();
    let mut acts = Vec::new();
    for (at, file) in files.iter().enumerate() {
        match file.ron::<Card>() {
            Err(mistake) => mistakes.push(mistake),
            Ok(card) => match Act::new(&card.id, at, &card.law, corpus.vocabulary()) {
                Ok(act) => acts.push(act),
                Err(flaws) => mistakes.extend(flaws.into_iter().map(|flaw| place(file, "", flaw))),
            },
        }
    }
    acts.sort_by(|a, b| a.id.cmp(&b.id));
    if mistakes.is_empty() { Ok(acts) } else { Err(Mistakes(mistakes)) }
}
