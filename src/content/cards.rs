//! Reads the move cards, one file each.

use crate::content::assets;
use crate::content::law::place;
use crate::content::mistake::{Mistakes, Source};
use crate::law::act::Act;
use crate::law::corpus::Corpus;
use crate::sim::card::Card;

/// Cards and what each tells the law, both in the order of their slugs.
#[derive(Clone, Debug, Default)]
pub struct Deck {
    /// The cards.
    pub cards: Vec<Card>,
    /// The legal side of each.
    pub acts: Vec<Act>,
}

/// The cards that travel with the program.
pub fn embedded(corpus: &Corpus) -> Result<Deck, Mistakes> {
    read(&assets::below("moves"), corpus)
}

/// Reads cards.
pub fn read(files: &[Source], corpus: &Corpus) -> Result<Deck, Mistakes> {
    let mut mistakes = Vec::new();
    let mut read: Vec<(Card, Act)> = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let card: Card = match file.ron() {
            Ok(card) => card,
            Err(mistake) => {
                mistakes.push(mistake);
                continue;
            }
        };
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        if name.strip_suffix(".ron") != Some(card.id.as_str()) {
            let message = format!("move `{}` stands in a file called `{name}`", card.id);
            let help = format!("call the file `{}.ron`", card.id);
            mistakes.push(file.mistake(file.quoted(&card.id, 0).unwrap_or(0..0), message).help(Some(help)));
        }
        for (field, text) in [
            ("title", &card.title),
            ("meaning", &card.meaning),
            ("does", &card.does),
            ("wise", &card.wise),
            ("risk", &card.risk),
            ("no_effect", &card.no_effect),
            ("precedent", &card.precedent),
        ] {
            if text.trim().is_empty() {
                mistakes.push(file.mistake(0..0, format!("the field `{field}` is empty")));
            }
        }
        if card.play.as_ref().is_some_and(|play| play.source.trim().is_empty()) {
            let help = Some("name a publication, or write \"judgement\"".to_owned());
            mistakes.push(file.mistake(0..0, "the numbers have no source").help(help));
        }
        match Act::new(&card.id, at, &card.law, corpus.vocabulary()) {
            Ok(act) => read.push((card, act)),
            Err(flaws) => mistakes.extend(flaws.into_iter().map(|flaw| place(file, "", flaw))),
        }
    }
    read.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    if !mistakes.is_empty() {
        return Err(Mistakes(mistakes));
    }
    let (cards, acts) = read.into_iter().unzip();
    Ok(Deck { cards, acts })
}
