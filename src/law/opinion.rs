//! An opinion: everything a check found, in a form that can be explained, compared and kept.

use crate::law::act::Act;
use crate::law::assess::{Assessment, Depth, Finding, Overall, assess};
use crate::law::corpus::{Corpus, NormId, Reading};
use crate::law::fact::Fact;
use crate::law::formula::{self, Formula};
use crate::law::logic::{Value, headline, lowest, swapped};
use crate::law::norm::Standing;
use crate::law::pending::pending;
use crate::law::resolve::Term;
use crate::law::score::{Record, Score, divided, score};
use crate::law::sheet::{FactSheet, Packed};
use crate::law::turns::{Turns, raised_by, turns_on};

/// The checker's full answer on one act.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The sheet it was given on.
    pub sheet: FactSheet,
    /// The reading asked for.
    pub reading: Reading,
    /// Verdict on the act as a whole.
    pub overall: Overall,
    /// Whether some prohibition, consequence or plea is not known to be raised, and so left out of the verdict.
    pub provisional: bool,
    /// The numbers.
    pub score: Score,
    /// One entry per norm that is raised or could be, in the order of the catalogue.
    pub entries: Vec<Entry>,
    /// The verdict as each national profile reads the law, in the order of the profiles.
    pub profiles: Vec<Overall>,
    /// See [`Self::provisional_on`].
    pending: Vec<Fact>,
}

/// One norm in an opinion.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The norm.
    pub norm: NormId,
    /// True, or unknown: then the finding is what it would be.
    pub raised: Value,
    /// The finding.
    pub finding: Finding,
    /// Each rival reading's answer, in the order of the norm's positions.
    pub positions: Vec<(Standing, Finding)>,
    /// The parts of the test, with what they came to.
    pub elements: Vec<Element>,
    /// Pleas raised against it, with their findings.
    pub shields: Vec<(NormId, Finding)>,
    /// The unknown facts that decide the finding; empty if it is settled.
    pub turns_on: Turns,
    /// The unknown facts that decide whether it is raised; empty if that is settled.
    pub raised_by: Turns,
}

/// A part of a norm's test.
#[derive(Clone, Debug)]
pub struct Element {
    /// As written in the formula.
    pub text: String,
    /// What it came to.
    pub value: Value,
    /// The facts it looked at, with their values.
    pub facts: Vec<(Fact, Option<u32>)>,
    /// The norms whose tests it asked for, with their values.
    pub norms: Vec<(NormId, Value)>,
}

/// Gives an opinion. Allocates, and searches for what open findings turn on: for people and records, not for search.
pub fn opine(corpus: &Corpus, reading: Reading, act: &Act, sheet: &FactSheet, record: Record) -> Opinion {
    let packed = Packed::new(corpus, sheet);
    let mut assessment = Assessment::new(corpus);
    assess(corpus, reading, act, &packed, Depth::Whole, &mut assessment);
    let mainstream = match reading {
        Reading::Mainstream { as_of } => as_of,
        Reading::Profile(_) => u16::MAX,
    };
    // Positions answer outside any profile, as the mainstream hears them.
    let mut heard = Assessment::new(corpus);
    assess(corpus, Reading::Mainstream { as_of: mainstream }, act, &packed, Depth::Whole, &mut heard);
    let entries: Vec<Entry> = corpus
        .norms()
        .filter(|(id, _)| assessment.raised(corpus, *id) != Value::False)
        .map(|(id, norm)| Entry {
            norm: id,
            raised: assessment.raised(corpus, id),
            finding: assessment.finding(id),
            positions: (norm.positions.iter().enumerate())
                .map(|(nth, position)| {
                    let value = heard.position(corpus, id, nth);
                    (position.standing.at(mainstream), heard.word(corpus, id, value))
                })
                .collect(),
            elements: elements(corpus, reading, &assessment, sheet, id),
            shields: (norm.shields.iter())
                .filter(|plea| assessment.raised(corpus, **plea) == Value::True)
                .map(|plea| (*plea, assessment.finding(*plea)))
                .collect(),
            turns_on: turns_on(corpus, reading, act, sheet, id),
            raised_by: raised_by(corpus, reading, act, sheet, id),
        })
        .collect();
    let profiles = (0..corpus.profiles().len())
        .map(|profile| {
            let mut own = Assessment::new(corpus);
            assess(corpus, Reading::Profile(profile), act, &packed, Depth::Findings, &mut own);
            own.overall
        })
        .collect();
    Opinion {
        sheet: *sheet,
        reading,
        overall: assessment.overall,
        provisional: assessment.provisional,
        score: score(corpus, sheet, &assessment, record),
        pending: pending(corpus, &entries),
        entries,
        profiles,
    }
}

impl Entry {
    /// What it weighs in thousandths of a point: its norm's weight, for a contested finding by the standing that says breach.
    fn weight(&self, corpus: &Corpus) -> u64 {
        let share = if self.finding == Finding::Contested { divided(self.positions.iter().copied()) } else { 1000 };
        u64::from(corpus.norm(self.norm).spec.weight) * share
    }
}

impl Opinion {
    /// The entry on a norm, if it is raised or could be.
    pub fn entry(&self, norm: NormId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.norm == norm)
    }

    /// The finding on a norm; one not listed is not breached.
    pub fn finding(&self, norm: NormId) -> Finding {
        self.entry(norm).map_or(Finding::NoBreach, |entry| entry.finding)
    }

    /// The entry that decides the verdict: the gravest among those that count, by finding, then by what it weighs. A
    /// contested one weighs as much as the standing that says breach, so that the rule most would hold broken leads.
    pub fn decisive(&self, corpus: &Corpus) -> Option<&Entry> {
        self.entries
            .iter()
            .filter(|entry| entry.raised == Value::True && corpus.norm(entry.norm).counts())
            .max_by_key(|entry| (entry.finding, entry.weight(corpus), std::cmp::Reverse(entry.norm)))
    }

    /// The test of a norm on the reading that was judged by, in the language of formulas.
    pub fn test<'a>(&self, corpus: &'a Corpus, norm: NormId) -> &'a str {
        test(corpus, self.reading, norm).0
    }

    /// The unknown facts on which it turns whether any prohibition, consequence or plea is raised; empty unless the
    /// verdict is provisional. Not all of them could still change it: see [`Self::open_on`].
    pub fn provisional_on(&self) -> &[Fact] {
        &self.pending
    }
}

/// The test of a norm on a reading of the law, as it is written and as it is compiled.
fn test(corpus: &Corpus, reading: Reading, id: NormId) -> (&str, &Term) {
    let norm = corpus.norm(id);
    let held = match reading {
        Reading::Profile(profile) => corpus.held(profile, id),
        Reading::Mainstream { .. } => None,
    };
    match held {
        Some(position) => (position.spec.test.as_deref().unwrap_or(&norm.spec.test), &position.term),
        None => (&norm.spec.test, &norm.test),
    }
}

fn elements(corpus: &Corpus, reading: Reading, assessment: &Assessment, sheet: &FactSheet, id: NormId) -> Vec<Element> {
    let (text, term) = test(corpus, reading, id);
    let Ok(formula) = formula::parse(text) else { return Vec::new() };
    let parts: Vec<(String, &Term)> = match (&formula, term) {
        (Formula::All(texts), Term::All(terms)) | (Formula::Any(texts), Term::Any(terms)) => {
            texts.iter().map(ToString::to_string).zip(terms).collect()
        }
        _ => vec![(formula.to_string(), term)],
    };
    parts
        .into_iter()
        .map(|(text, term)| {
            let mut facts: Vec<(Fact, Option<u32>)> = Vec::new();
            let mut norms: Vec<(NormId, Value)> = Vec::new();
            term.leaves(&mut |leaf| match leaf {
                Term::Literal(bit) => {
                    let fact = corpus.atoms().literal(*bit).0;
                    facts.push((fact, sheet.get(fact)));
                }
                Term::Met(norm) => norms.push((*norm, assessment.test(corpus, *norm))),
                _ => {}
            });
            facts.dedup();
            norms.dedup();
            let value = Value::from_bit(walk(corpus, assessment, sheet, term));
            Element { text, value, facts, norms }
        })
        .collect()
}

/// The value of a term, found by walking it: slow and plain.
pub(super) fn walk(corpus: &Corpus, assessment: &Assessment, sheet: &FactSheet, term: &Term) -> u8 {
    let part = |term: &Term| walk(corpus, assessment, sheet, term);
    match term {
        Term::Constant(answer) => Value::of(*answer) as u8,
        Term::Literal(number) => {
            let (fact, literal) = corpus.atoms().literal(*number);
            sheet.get(fact).map_or(Value::Unknown, |code| Value::of(literal.holds(code))) as u8
        }
        Term::Not(inner) => swapped(part(inner)),
        Term::All(parts) => lowest(parts.iter().fold(0, |seen, inner| seen | part(inner))),
        Term::Any(parts) => swapped(lowest(parts.iter().fold(0, |seen, inner| seen | swapped(part(inner))))),
        Term::Met(norm) => assessment.test(corpus, *norm) as u8,
    }
}

/// The headline of a norm computed by walking its formulas: the check on the compiled program.
pub fn walked(corpus: &Corpus, as_of: u16, assessment: &Assessment, sheet: &FactSheet, norm: NormId) -> Value {
    let spec = corpus.norm(norm);
    let seen = spec
        .positions
        .iter()
        .filter(|position| position.standing.at(as_of) != Standing::Minority)
        .fold(walk(corpus, assessment, sheet, &spec.test), |seen, position| {
            seen | walk(corpus, assessment, sheet, &position.term)
        });
    Value::from_bit(headline(seen))
}
