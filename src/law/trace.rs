//! A flat account of a check: which norms are touched, and the facts and norms that their tests look at. It is written
//! into a buffer that is used again, so that it costs little more than the check; an [`crate::law::opinion`] says more.

use crate::law::assess::{Assessment, Finding};
use crate::law::corpus::{Corpus, NormId};
use crate::law::fact::Fact;
use crate::law::logic::Value;
use crate::law::resolve::Term;
use crate::law::sheet::FactSheet;

/// The account of one check. Made once and used again.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    lines: Vec<Line>,
    facts: Vec<(Fact, Option<u32>)>,
    norms: Vec<(NormId, Value)>,
}

/// One norm on which there is something to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The norm.
    pub norm: NormId,
    /// What its test came to; false only for a plea that fails.
    pub test: Value,
    /// What is found on it.
    pub finding: Finding,
    facts: (u32, u32),
    norms: (u32, u32),
}

impl Trace {
    /// The norms touched, in the order of the catalogue.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The facts that a line's test looks at itself, with their values; `None` is unknown.
    pub fn facts(&self, line: &Line) -> &[(Fact, Option<u32>)] {
        &self.facts[line.facts.0 as usize..line.facts.1 as usize]
    }

    /// The norms whose tests a line's test asks for, with what they came to.
    pub fn norms(&self, line: &Line) -> &[(NormId, Value)] {
        &self.norms[line.norms.0 as usize..line.norms.1 as usize]
    }
}

/// What every norm's baseline test looks at itself, in the order of the formula, each once. Flat, for it is read often.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sights {
    facts: Vec<Fact>,
    norms: Vec<NormId>,
    /// Where each norm's facts and norms end.
    ends: Vec<(u32, u32)>,
}

impl Sights {
    /// Adds the next norm's test.
    pub(crate) fn add(&mut self, term: &Term, fact_of: impl Fn(usize) -> Fact) {
        let (first_fact, first_norm) = (self.facts.len(), self.norms.len());
        term.leaves(&mut |leaf| match leaf {
            Term::Literal(bit) if !self.facts[first_fact..].contains(&fact_of(*bit)) => self.facts.push(fact_of(*bit)),
            Term::Met(norm) if !self.norms[first_norm..].contains(norm) => self.norms.push(*norm),
            _ => {}
        });
        self.ends.push((self.facts.len() as u32, self.norms.len() as u32));
    }

    fn of(&self, norm: NormId) -> (&[Fact], &[NormId]) {
        let start = norm.index().checked_sub(1).map_or((0, 0), |before| self.ends[before]);
        let end = self.ends[norm.index()];
        (&self.facts[start.0 as usize..end.0 as usize], &self.norms[start.1 as usize..end.1 as usize])
    }
}

/// Accounts for a check that has been made on this sheet. Nothing is allocated once the buffer has grown to its size.
pub fn explain(corpus: &Corpus, assessment: &Assessment, sheet: &FactSheet, out: &mut Trace) {
    out.lines.clear();
    out.facts.clear();
    out.norms.clear();
    for (norm, finding, test) in assessment.touched(corpus) {
        let (seen, asked) = corpus.sights.of(norm);
        let (facts, norms) = (out.facts.len() as u32, out.norms.len() as u32);
        out.facts.extend(seen.iter().map(|fact| (*fact, sheet.get(*fact))));
        out.norms.extend(asked.iter().map(|norm| (*norm, assessment.test(corpus, *norm))));
        let (facts, norms) = ((facts, out.facts.len() as u32), (norms, out.norms.len() as u32));
        out.lines.push(Line { norm, test, finding, facts, norms });
    }
}
