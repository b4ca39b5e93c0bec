//! Legality cards and briefs, as a reader sees them.

use demarche::law::Reading;
use demarche::law::alternative::alternative;
use demarche::law::opinion::opine;
use demarche::law::score::Record;
use demarche::words::{Words, card};

use crate::casebook::everything;

#[test]
fn show() {
    let (corpus, acts, cases) = everything();
    let words = Words::english().unwrap();
    let mut out = String::new();
    for case in &cases {
        let act = &acts[case.act];
        let sheet = case.sheet(&corpus, &acts);
        let reading = Reading::Mainstream { as_of: case.as_of };
        let opinion = opine(&corpus, reading, act, &sheet, Record::default());
        let other = alternative(&corpus, reading, &acts, act, &sheet, opinion.score.cost);
        let card = card(&words, &corpus, act, &opinion, other.as_ref());
        out += &format!("## {} | {}\n{}\n", case.id, case.title, card.text());
    }
    std::fs::write("/tmp/cards.txt", out).unwrap();
}
