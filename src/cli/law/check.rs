//! `law check`: what the law finds against what cases expect.

use serde_json::json;

use crate::cli::law::judge::{Judged, judged};
use crate::cli::law::{Check, Desk};
use crate::cli::output::{Stop, say, say_json};
use crate::cli::{Answer, Format};
use crate::content::cases::Case;
use crate::law::Reading;
use crate::law::assess::{Assessment, Depth, Finding, assess};
use crate::law::corpus::NormId;
use crate::law::logic::Value;
use crate::law::sheet::Packed;
use crate::words::card;

/// One answer that differs.
struct Difference {
    case: String,
    /// None for the verdict.
    norm: Option<String>,
    position: Option<String>,
    expected: &'static str,
    found: &'static str,
    /// The parts of the test that led there, with their values.
    because: String,
}

pub(super) fn run(desk: &Desk, check: &Check) -> Result<Answer, Stop> {
    let lens = &check.lens;
    let profile = desk.profile(lens)?;
    let files = desk.cases(&check.files)?;
    let cases: Vec<Case> = files.into_iter().flat_map(|(_, cases)| cases).collect();
    let told = desk.each("check", &cases, |case| differences(desk, case, lens.reading(profile, case)));
    let differing = told.iter().filter(|found| !found.is_empty()).count();
    let count = |of: fn(&Case) -> usize| cases.iter().map(of).sum::<usize>();
    let findings = count(|case| case.expect.len());
    let positions = count(|case| case.expect.iter().map(|expected| expected.positions.len()).sum());
    let verdicts = count(|case| usize::from(case.overall.is_some()));
    // Where nothing is expected, nothing agrees.
    let silent = cases.iter().filter(|case| case.expect.is_empty() && case.overall.is_none());
    let silent: Vec<&str> = silent.map(|case| case.id.as_str()).collect();
    let all: Vec<&Difference> = told.iter().flatten().collect();
    match lens.format {
        Format::Json => {
            let differences: Vec<_> = all
                .iter()
                .map(|one| {
                    json!({
                        "case": one.case,
                        "norm": one.norm,
                        "position": one.position,
                        "expected": one.expected,
                        "found": one.found,
                        "because": one.because,
                    })
                })
                .collect();
            say_json(&json!({
                "agree": all.is_empty() && silent.is_empty(),
                "cases": cases.len(),
                "findings": findings,
                "positions": positions,
                "verdicts": verdicts,
                "differences": differences,
                "nothing_expected": silent,
            }))?;
        }
        Format::Text => {
            let words = &desk.words;
            let mut text = String::new();
            for (case, found) in cases.iter().zip(&told) {
                for one in found {
                    let subject = match (&one.norm, &one.position) {
                        (None, _) => words.say("check-verdict"),
                        (Some(norm), None) => norm.clone(),
                        (Some(norm), Some(position)) => format!("{norm}/{position}"),
                    };
                    let args = [
                        ("case", one.case.as_str()),
                        ("subject", &subject),
                        ("found", one.found),
                        ("expected", one.expected),
                    ];
                    text += &(words.say_with("check-differ", &args.map(|(name, text)| (name, text.into()))) + "\n");
                    if !one.because.is_empty() {
                        let because = words.say_with("check-because", &[("reason", (&one.because).into())]);
                        text.extend(["    ", &because, "\n"]);
                    }
                }
                if lens.explain && !found.is_empty() {
                    let Judged { act, opinion, alternative, .. } = judged(desk, case, lens.reading(profile, case));
                    let card = card(words, &desk.corpus, act, &opinion, alternative.as_ref());
                    for line in card.lines() {
                        text.extend(["    ", &line, "\n"]);
                    }
                }
            }
            if !silent.is_empty() {
                let named = silent.join(", ");
                let args = [("count", silent.len().into()), ("cases", (&named).into())];
                text += &(words.say_with("check-silent", &args) + "\n");
            }
            let compared = cases.len() - silent.len();
            text += &if compared == 0 {
                String::new()
            } else if all.is_empty() {
                words.say_with(
                    "check-agree",
                    &[
                        ("cases", compared.into()),
                        ("findings", findings.into()),
                        ("positions", positions.into()),
                        ("verdicts", verdicts.into()),
                    ],
                )
            } else {
                words.say_with(
                    "check-differs",
                    &[("count", all.len().into()), ("cases", differing.into()), ("of", compared.into())],
                )
            };
            say(&(text.trim_end().to_owned() + "\n"))?;
        }
    }
    Ok(if all.is_empty() && silent.is_empty() { Answer::Yes } else { Answer::No })
}

fn differences(desk: &Desk, case: &Case, reading: Reading) -> Vec<Difference> {
    let corpus = &desk.corpus;
    let packed = Packed::new(corpus, &case.sheet(corpus, &desk.acts));
    let judge = |reading: Reading| {
        let mut found = Assessment::new(corpus);
        assess(corpus, reading, &desk.acts[case.act], &packed, Depth::Whole, &mut found);
        found
    };
    let found = judge(reading);
    // Rival readings have no answer under a profile: they are heard in the mainstream.
    let heard = match reading {
        Reading::Mainstream { .. } => found.clone(),
        Reading::Profile(_) => judge(Reading::Mainstream { as_of: case.as_of }),
    };
    let mut all = Vec::new();
    let mut differ = |norm: Option<NormId>, position: Option<usize>, expected, found: &'static str| {
        if expected == found {
            return;
        }
        all.push(Difference {
            case: case.id.clone(),
            norm: norm.map(|norm| corpus.norm(norm).spec.id.clone()),
            position: norm.zip(position).map(|(norm, nth)| corpus.norm(norm).positions[nth].spec.name.clone()),
            expected,
            found,
            because: because(desk, case, reading, norm),
        });
    };
    for expected in &case.expect {
        let norm = expected.norm;
        differ(Some(norm), None, expected.finding.word(), found.finding(norm).word());
        for (nth, finding) in &expected.positions {
            let position = heard.word(corpus, norm, heard.position(corpus, norm, *nth));
            differ(Some(norm), Some(*nth), finding.word(), position.word());
        }
    }
    if let Some(overall) = case.overall {
        differ(None, None, overall.word(), found.overall.word());
    }
    all
}

/// The decisive parts of a norm's test; for the verdict, the norm that decides it.
fn because(desk: &Desk, case: &Case, reading: Reading, norm: Option<NormId>) -> String {
    let corpus = &desk.corpus;
    let judged = judged(desk, case, reading);
    let Some(norm) = norm else {
        let decisive = judged.opinion.decisive(corpus).filter(|entry| entry.finding != Finding::NoBreach);
        return decisive
            .map(|entry| format!("{}: {}", corpus.norm(entry.norm).spec.id, entry.finding.word()))
            .unwrap_or_default();
    };
    let Some(entry) = judged.opinion.entry(norm) else {
        return format!("{} is not raised", corpus.norm(norm).spec.id);
    };
    // A false part decides alone; else what is not yet true; else everything.
    let of = |value: Value| entry.elements.iter().filter(move |part| part.value == value);
    let decisive = [Value::False, Value::Unknown, Value::Contested, Value::True];
    let value = decisive.into_iter().find(|value| of(*value).next().is_some()).unwrap_or(Value::True);
    let told: Vec<String> =
        of(value).map(|part| format!("{} is {}", part.text, desk.words.truth(part.value))).collect();
    let pleas = entry.shields.iter().map(|(plea, found)| format!("{}: {}", corpus.norm(*plea).spec.id, found.word()));
    told.into_iter().chain(pleas).collect::<Vec<_>>().join("; ")
}
