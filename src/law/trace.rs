//! A flat account of a check: which norms are touched, and the facts and norms that their tests look at. It is written
//! into a buffer that is used again, so that it costs little more than the check; an [`crate::law::opinion`] says more.

use crate::law::assess::{Assessment, Finding};
use crate::law::corpus::{Corpus, NormId};
use crate::law::fact::Fact;
use crate::law::logic::Value;
use crate::law::resolve::Term;
use crate::law::sheet::FactSheet;

/// The account of one check. Made once and used again.
#[derive(Clone, Debug)]
pub struct Trace {
    lines: Vec<Line>,
    norms: Vec<(NormId, Value)>,
    sheet: FactSheet,
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
    norms: (u32, u32),
}

impl Default for Trace {
    fn default() -> Self {
        Self { lines: Vec::new(), norms: Vec::new(), sheet: FactSheet::UNKNOWN }
    }
}

impl Trace {
    /// The norms touched, in the order of the catalogue.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The facts that a line's test looks at itself, with their values; `None` is unknown.
    pub fn facts(&self, corpus: &Corpus, line: &Line) -> impl ExactSizeIterator<Item = (Fact, Option<u32>)> {
        corpus.sights.of(line.norm).0.iter().map(|fact| (*fact, self.sheet.get(*fact)))
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
    out.norms.clear();
    out.sheet = *sheet;
    let test_of = assessment.tests(corpus);
    for (norm, finding, test) in assessment.touched(corpus) {
        let (_, asked) = corpus.sights.of(norm);
        let first = out.norms.len() as u32;
        out.norms.extend(asked.iter().map(|norm| (*norm, test_of(*norm))));
        out.lines.push(Line { norm, test, finding, norms: (first, out.norms.len() as u32) });
    }
}
