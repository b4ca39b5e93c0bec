//! How closely the casebook watches the catalogue: one slip of the pen in one formula must show in some case.
//!
//! A mutant is caught when a case's finding, stated position or verdict comes out otherwise. One that reading the
//! catalogue refuses, and one proved by full enumeration to change nothing, does not count.

mod equivalence;
mod mutants;

use std::collections::BTreeMap;

use demarche::content::cases::Case;
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::{Act, Corpus, FactSheet, Packed, Reading};
use rayon::prelude::*;

use crate::casebook::everything;
use equivalence::{Fate, Law, fate};
use mutants::{Place, mutants, replaced, written};

/// The share of mutants that must be caught, in per cent.
const GOAL: usize = 85;

/// Cases with the sheets that they are judged on.
struct Casebook<'a> {
    acts: &'a [Act],
    cases: Vec<(&'a Case, FactSheet)>,
}

impl Casebook<'_> {
    /// The first case that comes out otherwise than it states; those that speak of `first` are asked first.
    fn objects(&self, corpus: &Corpus, first: Option<usize>) -> Option<&str> {
        let speaks = |case: &Case| case.expect.iter().any(|expected| Some(expected.norm.index()) == first);
        let mut assessment = Assessment::new(corpus);
        let mut differs = |(case, sheet): &&(&Case, FactSheet)| {
            let packed = Packed::new(corpus, sheet);
            let reading = Reading::Mainstream { as_of: case.as_of };
            assess(corpus, reading, &self.acts[case.act], &packed, Depth::Whole, &mut assessment);
            case.overall.is_some_and(|overall| overall != assessment.overall)
                || case.expect.iter().any(|expected| {
                    assessment.finding(expected.norm) != expected.finding
                        || expected.positions.iter().any(|(nth, finding)| {
                            let value = assessment.position(corpus, expected.norm, *nth);
                            assessment.word(corpus, expected.norm, value) != *finding
                        })
                })
        };
        let (near, far): (Vec<_>, Vec<_>) = self.cases.iter().partition(|(case, _)| speaks(case));
        near.iter().chain(&far).find(|case| differs(case)).map(|(case, _)| case.id.as_str())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Caught,
    Refused,
    Missed(Fate),
}

#[derive(Default)]
struct Tally {
    caught: usize,
    missed: usize,
    equivalent: usize,
    refused: usize,
}

#[test]
fn a_slip_in_one_formula_shows_in_some_case() {
    let (corpus, acts, cases) = everything();
    let catalogue = written(&corpus);
    let law = Law::new(&corpus);
    let casebook =
        Casebook { acts: &acts, cases: cases.iter().map(|case| (case, case.sheet(&corpus, &acts))).collect() };
    assert_eq!(casebook.objects(&corpus, None), None, "the casebook must agree with the catalogue as it is");
    let mutants = mutants(&catalogue, corpus.vocabulary());
    assert!(mutants.len() > 1500, "only {} mutants: the check has gone blind", mutants.len());
    let outcomes: Vec<Outcome> = mutants
        .par_iter()
        .map(|mutant| {
            let norm = match mutant.place {
                Place::Macro(_) => None,
                Place::When(nth) | Place::Test(nth) | Place::Position(nth, _) => Some(nth),
            };
            match Corpus::new(replaced(&catalogue, mutant.place, &mutant.formula)) {
                Err(_) => Outcome::Refused,
                Ok(changed) if casebook.objects(&changed, norm).is_some() => Outcome::Caught,
                Ok(_) => Outcome::Missed(fate(&corpus, &law, mutant.place, &mutant.formula)),
            }
        })
        .collect();
    let mut families: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut survivors = Vec::new();
    for (mutant, outcome) in mutants.iter().zip(&outcomes) {
        let (family, place) = match mutant.place {
            Place::Macro(nth) => ("macros", catalogue.macros[nth].name.clone()),
            Place::When(nth) => (catalogue.norms[nth].0.as_str(), format!("{} when", catalogue.norms[nth].1.id)),
            Place::Test(nth) => (catalogue.norms[nth].0.as_str(), format!("{} test", catalogue.norms[nth].1.id)),
            Place::Position(nth, mth) => {
                let (family, norm) = &catalogue.norms[nth];
                (family.as_str(), format!("{} {}", norm.id, norm.positions[mth].name))
            }
        };
        let tally = families.entry(family).or_default();
        match outcome {
            Outcome::Caught => tally.caught += 1,
            Outcome::Refused => tally.refused += 1,
            Outcome::Missed(Fate::Equivalent) => tally.equivalent += 1,
            Outcome::Missed(fate) => {
                tally.missed += 1;
                survivors.push(format!("{place}: {} ({fate:?})", mutant.label));
            }
        }
    }
    println!("{:<16} {:>6} {:>6} {:>10} {:>7}", "family", "caught", "missed", "equivalent", "refused");
    for (family, Tally { caught, missed, equivalent, refused }) in &families {
        println!("{family:<16} {caught:>6} {missed:>6} {equivalent:>10} {refused:>7}");
    }
    for survivor in &survivors {
        println!("missed: {survivor}");
    }
    let caught: usize = families.values().map(|tally| tally.caught).sum();
    let counted = caught + survivors.len();
    let share = 100 * caught / counted;
    println!("{caught} of {counted} mutants are caught: {share} per cent, {} in all", mutants.len());
    assert!(share >= GOAL, "{share} per cent of {counted} mutants are caught, fewer than {GOAL}");
}
