//! `law judge`: an opinion on every case.

use crate::cli::law::{Desk, Judge, json};
use crate::cli::output::{Stop, say, say_json};
use crate::cli::{Answer, Format};
use crate::content::cases::Case;
use crate::law::alternative::{Alternative, alternative};
use crate::law::opinion::{Opinion, opine};
use crate::law::score::Record;
use crate::law::{Act, Reading};
use crate::words::{brief, card};

/// A case file tells nothing of earlier conduct.
const RECORD: Record = Record { repeated: false, false_flag_on_third_state: false, good_faith: false };

pub(super) fn run(desk: &Desk, judge: &Judge) -> Result<Answer, Stop> {
    let profile = desk.profile(&judge.lens)?;
    let files = desk.cases(std::slice::from_ref(&judge.file))?;
    let cases: Vec<Case> = files.into_iter().flat_map(|(_, cases)| cases).collect();
    let lens = &judge.lens;
    match lens.format {
        Format::Text => {
            let told = desk.each("judge", &cases, |case| {
                text(desk, &judged(desk, case, lens.reading(profile, case)), lens.explain)
            });
            for (nth, text) in told.iter().enumerate() {
                say(&format!("{}{text}", if nth == 0 { "" } else { "\n" }))?;
            }
        }
        Format::Json => {
            let told = desk.each("judge", &cases, |case| {
                let judged = judged(desk, case, lens.reading(profile, case));
                let brief = lens.explain.then(|| explained(desk, &judged));
                json::case(desk, &judged, brief)
            });
            say_json(&serde_json::Value::Array(told))?;
        }
    }
    Ok(Answer::Yes)
}

/// A case with its opinion.
pub(super) struct Judged<'a> {
    pub(super) case: &'a Case,
    pub(super) act: &'a Act,
    pub(super) opinion: Opinion,
    pub(super) alternative: Option<Alternative>,
}

pub(super) fn judged<'a>(desk: &'a Desk, case: &'a Case, reading: Reading) -> Judged<'a> {
    let act = &desk.acts[case.act];
    let sheet = case.sheet(&desk.corpus, &desk.acts);
    let opinion = opine(&desk.corpus, reading, act, &sheet, RECORD);
    let alternative = alternative(&desk.corpus, reading, &desk.acts, act, &sheet, opinion.score.cost);
    Judged { case, act, opinion, alternative }
}

fn explained(desk: &Desk, judged: &Judged<'_>) -> String {
    let Judged { act, opinion, alternative, .. } = judged;
    brief(&desk.words, &desk.corpus, act, opinion, alternative.as_ref(), RECORD)
}

fn text(desk: &Desk, judged: &Judged<'_>, explain: bool) -> String {
    let Judged { case, act, opinion, alternative } = judged;
    let title = if case.title.is_empty() { String::new() } else { format!(": {}", case.title) };
    let card = card(&desk.words, &desk.corpus, act, opinion, alternative.as_ref()).text();
    let brief = if explain { format!("\n{}", explained(desk, judged)) } else { String::new() };
    format!("== {}{title}\n{card}{brief}", case.id)
}
