//! The engine against the reference evaluator in `tests/reference`, which shares no code with it, on random acts.
//!
//! A small sample here; the full twenty thousand run through the program itself in `.ci/full`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use demarche::content::cases;
use demarche::content::mistake::Source;
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::{Packed, Reading, Value};
use serde::Deserialize;

use crate::casebook::everything;

/// What the reference says of one act; norms that are certainly not raised are left out.
#[derive(Deserialize)]
struct Answer {
    id: String,
    overall: String,
    findings: Vec<Entry>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Entry {
    norm: String,
    finding: String,
    positions: BTreeMap<String, String>,
    raised: serde_json::Value,
}

const SAMPLE: &str = "400";

#[test]
fn the_engine_agrees_with_the_reference_on_random_acts() {
    let catalogue = "docs/law/norms.md";
    if Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: the reference needs python3, which is not here");
        return;
    }
    assert!(Path::new(catalogue).exists(), "the reference reads {catalogue}: make it with `demarche docs`");
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new("python3")
        .args(["-B", "tests/reference/differential.py", "--count", SAMPLE, "--seed", "2", "--write"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let expected: Vec<Answer> = serde_json::from_str(&read("expected.json")).unwrap();
    let (corpus, acts, _) = everything();
    let drawn = cases::read(&Source::new("cases.json", read("cases.json")), &corpus, &acts)
        .unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes)));
    assert_eq!(drawn.len(), SAMPLE.parse::<usize>().unwrap());
    let mut assessment = Assessment::new(&corpus);
    let mut wrong = Vec::new();
    for (case, answer) in drawn.iter().zip(&expected) {
        assert_eq!(case.id, answer.id);
        let packed = Packed::new(&corpus, &case.sheet(&corpus, &acts));
        let reading = Reading::Mainstream { as_of: case.as_of };
        assess(&corpus, reading, &acts[case.act], &packed, Depth::Whole, &mut assessment);
        if assessment.overall.word() != answer.overall {
            wrong.push(format!("{}: overall {}, reference {}", case.id, assessment.overall.word(), answer.overall));
        }
        let mut listed: BTreeMap<&str, &Entry> =
            answer.findings.iter().map(|entry| (entry.norm.as_str(), entry)).collect();
        for (id, norm) in corpus.norms() {
            let found = match assessment.raised(&corpus, id) {
                Value::False => None,
                raised => Some(Entry {
                    norm: norm.spec.id.clone(),
                    finding: assessment.finding(id).word().into(),
                    positions: (norm.positions.iter().enumerate())
                        .map(|(nth, position)| {
                            let value = assessment.position(&corpus, id, nth);
                            (position.spec.name.clone(), assessment.word(&corpus, id, value).word().into())
                        })
                        .collect(),
                    raised: if raised == Value::True { true.into() } else { "unknown".into() },
                }),
            };
            let said = listed.remove(norm.spec.id.as_str());
            if found.as_ref() != said {
                wrong.push(format!("{} ({}): {found:?}, reference {said:?}", case.id, acts[case.act].id));
            }
        }
        assert!(listed.is_empty(), "the reference knows norms that the engine does not: {listed:?}");
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}
