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

/// One norm whose test is not false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The norm.
    pub norm: NormId,
    /// True, contested or unknown.
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

/// What a norm's baseline test looks at itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sight {
    pub(crate) facts: Vec<Fact>,
    pub(crate) norms: Vec<NormId>,
}

impl Sight {
    /// Everything a term looks at, in the order of the formula, each once.
    pub(crate) fn of(term: &Term, fact_of: impl Fn(usize) -> Fact) -> Self {
        let mut sight = Self::default();
        term.leaves(&mut |leaf| match leaf {
            Term::Literal(bit) if !sight.facts.contains(&fact_of(*bit)) => sight.facts.push(fact_of(*bit)),
            Term::Met(norm) if !sight.norms.contains(norm) => sight.norms.push(*norm),
            _ => {}
        });
        sight
    }
}

/// Accounts for a check that has been made on this sheet. Nothing is allocated once the buffer has grown to its size.
pub fn explain(corpus: &Corpus, assessment: &Assessment, sheet: &FactSheet, out: &mut Trace) {
    out.lines.clear();
    out.facts.clear();
    out.norms.clear();
    for (norm, finding, test) in assessment.touched(corpus) {
        let sight = corpus.sight(norm);
        let (facts, norms) = (out.facts.len() as u32, out.norms.len() as u32);
        out.facts.extend(sight.facts.iter().map(|fact| (*fact, sheet.get(*fact))));
        out.norms.extend(sight.norms.iter().map(|asked| (*asked, assessment.test(corpus, *asked))));
        let (facts, norms) = ((facts, out.facts.len() as u32), (norms, out.norms.len() as u32));
        out.lines.push(Line { norm, test, finding, facts, norms });
    }
}
