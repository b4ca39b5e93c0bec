//! Reads the legal side of the acts on things that exist: `assets/model/follow_ups.ron`.

use serde::Deserialize;

use crate::content::assets;
use crate::content::law::place;
use crate::content::mistake::{Mistakes, Source};
use crate::law::act::{Act, ActSpec};
use crate::law::corpus::Corpus;
use crate::law::flaw::closest;
use crate::sim::order::FollowUp;

#[derive(Deserialize)]
#[serde(rename = "FollowUp", deny_unknown_fields)]
struct Entry {
    id: String,
    law: ActSpec,
}

/// The follow-up acts that travel with the program, in the order of their numbers.
pub fn embedded(corpus: &Corpus) -> Result<Vec<Act>, Mistakes> {
    let file = assets::below("model").into_iter().find(|file| file.name.ends_with("/follow_ups.ron"));
    read(&file.unwrap_or_else(|| Source::new("assets/model/follow_ups.ron", "[]")), corpus)
}

/// Reads the list; it must hold every follow-up act once, in the order of their numbers.
pub fn read(file: &Source, corpus: &Corpus) -> Result<Vec<Act>, Mistakes> {
    let entries: Vec<Entry> = file.ron()?;
    let (mut acts, mut mistakes) = (Vec::new(), Vec::new());
    for (at, entry) in entries.iter().enumerate() {
        if !FollowUp::SLUGS.contains(&entry.id.as_str()) {
            let near =
                closest(&entry.id, FollowUp::SLUGS.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            let span = file.quoted(&entry.id, 0).unwrap_or(0..0);
            mistakes.push(file.mistake(span, format!("there is no follow-up act `{}`", entry.id)).help(near));
        }
        match Act::new(&entry.id, at, &entry.law, corpus.vocabulary()) {
            Ok(act) => acts.push(act),
            Err(flaws) => mistakes.extend(flaws.into_iter().map(|flaw| place(file, &entry.id, flaw))),
        }
    }
    if mistakes.is_empty() && !entries.iter().map(|entry| entry.id.as_str()).eq(FollowUp::SLUGS.iter().copied()) {
        let help = format!("the order is {}", FollowUp::SLUGS.join(", "));
        mistakes.push(file.mistake(0..0, "every follow-up act stands here once, in order").help(Some(help)));
    }
    if mistakes.is_empty() { Ok(acts) } else { Err(Mistakes(mistakes)) }
}
