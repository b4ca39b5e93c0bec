//! What move cards say about themselves: the half of a card that is for people.

use serde::Deserialize;

use crate::content::mistake::{Mistakes, Source};

/// The sentences of a move card.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Move")]
pub struct Prose {
    /// Slug.
    pub id: String,
    /// Family, by which moves are grouped.
    pub family: String,
    /// Name, as an instruction: “Lodge a démarche”.
    pub title: String,
    /// What it is, in a phrase.
    pub meaning: String,
    /// What happens, in a sentence.
    pub does: String,
    /// When a careful State does it.
    pub wise: String,
    /// What may go wrong in law.
    pub risk: String,
    /// What is reported if nothing follows.
    pub no_effect: String,
    /// Where it has been done.
    pub precedent: String,
    /// What one must decide to play it.
    pub asks: Vec<String>,
}

/// Reads the prose of cards, in the order of their slugs.
pub fn read(files: &[Source]) -> Result<Vec<Prose>, Mistakes> {
    let mut mistakes = Vec::new();
    let mut moves: Vec<Prose> = Vec::new();
    for file in files {
        match file.ron::<Prose>() {
            Ok(prose) => moves.push(prose),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    moves.sort_by(|a, b| a.id.cmp(&b.id));
    if mistakes.is_empty() { Ok(moves) } else { Err(Mistakes(mistakes)) }
}
