//! Legal cases: what the law finds must be what their sources say.

use demarche::content::cases::{self, Case};
use demarche::content::mistake::Source;
use demarche::content::{cards, law};
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::{Act, Corpus, Packed, Reading};

/// The law, the moves and every case under `tests/casebook`.
pub(crate) fn everything() -> (Corpus, Vec<Act>, Vec<Case>) {
    let corpus = law::embedded().unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes)));
    let acts = cards::embedded(&corpus).unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes))).acts;
    let mut cases = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir("tests/casebook").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let file = Source::new(path.display().to_string(), std::fs::read_to_string(&path).unwrap());
        let read = cases::read(&file, &corpus, &acts);
        cases.extend(read.unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes))));
    }
    (corpus, acts, cases)
}

#[test]
fn the_catalogue_is_complete() {
    let (corpus, acts, cases) = everything();
    assert_eq!((corpus.vocabulary().len(), corpus.norms().len(), corpus.macros().len()), (111, 81, 9));
    assert_eq!((acts.len(), corpus.profiles().len()), (60, 5));
    assert!(cases.len() >= 90);
}

#[test]
fn every_case_is_decided_as_its_source_says() {
    let (corpus, acts, cases) = everything();
    let mut assessment = Assessment::new(&corpus);
    let mut wrong = Vec::new();
    for case in &cases {
        let packed = Packed::new(&corpus, &case.sheet(&corpus, &acts));
        let reading = Reading::Mainstream { as_of: case.as_of };
        assess(&corpus, reading, &acts[case.act], &packed, Depth::Whole, &mut assessment);
        for expected in &case.expect {
            let norm = corpus.norm(expected.norm);
            let found = assessment.finding(expected.norm);
            if found != expected.finding {
                wrong.push(format!("{}: {} is {found:?}, not {:?}", case.id, norm.spec.id, expected.finding));
            }
            for (nth, finding) in &expected.positions {
                let found = assessment.word(&corpus, expected.norm, assessment.position(&corpus, expected.norm, *nth));
                if found != *finding {
                    let name = &norm.positions[*nth].spec.name;
                    wrong.push(format!("{}: {}/{name} is {found:?}, not {finding:?}", case.id, norm.spec.id));
                }
            }
        }
        if case.overall.is_some_and(|overall| overall != assessment.overall) {
            wrong.push(format!("{}: overall {:?}, not {:?}", case.id, assessment.overall, case.overall));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
