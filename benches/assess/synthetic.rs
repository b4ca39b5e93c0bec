//! The synthetic set of `gen_rules.py` as data: 60 norms and 10 exceptions over 100 facts, loaded through the same
//! catalogue as the law itself.

use std::collections::BTreeMap;

use demarche::law::act::ActSpec;
use demarche::law::assess::Assessment;
use demarche::law::corpus::Catalogue;
use demarche::law::fact::{FactSpec, Holds, NO, YES};
use demarche::law::norm::{Kind, NormSpec, Says};
use demarche::law::{Act, Character, Corpus, Fact, FactSheet, Finding};
use serde::Deserialize;

#[derive(Deserialize)]
struct Set {
    facts: Vec<String>,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    kind: String,
    weight: u32,
    /// All of these; each is one of its literals: a fact, and whether it is negated.
    terms: Vec<Vec<(usize, bool)>>,
    /// And none of these exceptions.
    unless: Vec<String>,
}

/// The set as the engine holds it.
pub(crate) struct Synthetic {
    pub(crate) corpus: Corpus,
    pub(crate) act: Act,
    weights: Vec<u32>,
}

/// Facts of one question: 0 false, 1 unknown, 2 true.
pub(crate) type Vector = Vec<u8>;

impl Synthetic {
    pub(crate) fn load(rules: &str) -> Self {
        let set: Set = serde_json::from_str(rules).expect("the rules are JSON");
        let corpus = Corpus::new(Catalogue {
            facts: set.facts.iter().map(|name| fact(name)).collect(),
            norms: set.rules.iter().map(|rule| ("synthetic".to_owned(), norm(&set, rule))).collect(),
            ..Catalogue::default()
        })
        .expect("the rules are sound");
        let (fixes, graded, aims) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let spec = ActSpec { esc: 0, character: Character::Lawful, fixes, graded, aims };
        let act = Act::new("act", 0, &spec, corpus.vocabulary()).expect("the act fixes nothing");
        Self { corpus, act, weights: set.rules.iter().map(|rule| rule.weight).collect() }
    }

    /// What the hand-written functions return: the weight of the norms that are true, and of those true or unknown.
    pub(crate) fn sums(&self, assessment: &Assessment) -> (u32, u32) {
        let mut sums = (0, 0);
        for (finding, weight) in assessment.findings().iter().zip(&self.weights) {
            // Written without branches: which norms are true is what cannot be foreseen.
            let weigh = |counts: bool| weight & u32::from(counts).wrapping_neg();
            sums.0 = u32::wrapping_add(sums.0, weigh(*finding == Finding::Breach));
            sums.1 = u32::wrapping_add(sums.1, weigh(*finding != Finding::NoBreach));
        }
        sums
    }
}

/// A vector as a fact sheet.
pub(crate) fn sheet(vector: &[u8]) -> FactSheet {
    let mut sheet = FactSheet::UNKNOWN;
    for (at, value) in vector.iter().enumerate() {
        sheet.put(Fact(at as u8), [Some(NO), None, Some(YES)][*value as usize]);
    }
    sheet
}

fn fact(name: &str) -> FactSpec {
    FactSpec {
        name: name.to_owned(),
        group: "A".into(),
        holds: Holds::Bool,
        unit: String::new(),
        default: None,
        label: name.to_owned(),
        ask: "Does it hold?".into(),
        says: [("true", "it holds"), ("false", "it does not hold")].map(|(k, v)| (k.into(), v.into())).into(),
        meaning: "a fact without meaning".into(),
        derivation: String::new(),
    }
}

fn norm(set: &Set, rule: &Rule) -> NormSpec {
    let literal = |(fact, negated): &(usize, bool)| {
        let name = &set.facts[*fact];
        if *negated { format!("not({name})") } else { name.clone() }
    };
    let mut parts: Vec<String> = (rule.terms.iter())
        .map(|term| match term.as_slice() {
            [only] => literal(only),
            several => format!("any({})", several.iter().map(literal).collect::<Vec<_>>().join(", ")),
        })
        .collect();
    parts.extend(rule.unless.iter().map(|exception| format!("not(met({exception}))")));
    let sentence = || "A sentence.".to_owned();
    NormSpec {
        id: rule.id.clone(),
        title: rule.id.clone(),
        kind: if rule.kind == "norm" { Kind::Prohibition } else { Kind::Attribution },
        layer: "synthetic".into(),
        status: "settled".into(),
        weight: rule.weight as u8,
        sources: vec!["gen_rules.py".into()],
        when: "true".into(),
        test: format!("all({})", parts.join(", ")),
        positions: Vec::new(),
        shields: Vec::new(),
        opens: String::new(),
        note: String::new(),
        says: Says { met: sentence(), failed: sentence(), open: sentence(), contested: String::new() },
    }
}
