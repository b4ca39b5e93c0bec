//! The distinct literals of a catalogue: the tests of single facts of which all formulas are made.

use crate::law::fact::{Fact, Holds, Vocabulary};

/// A test of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Literal {
    /// The value is one of these codes, as bits.
    In(u32),
    /// The whole number is at least this.
    AtLeast(u32),
}

impl Literal {
    pub(crate) const fn holds(self, code: u32) -> bool {
        match self {
            Self::In(codes) => codes >> code & 1 == 1,
            Self::AtLeast(least) => code >= least,
        }
    }

    /// The whole number at which it turns.
    pub(crate) const fn cut(self) -> Option<u32> {
        match self {
            Self::In(_) => None,
            Self::AtLeast(least) => Some(least),
        }
    }
}

/// All literals, numbered as they appear.
#[derive(Clone, Debug, Default)]
pub(crate) struct Atoms {
    literals: Vec<(Fact, Literal)>,
}

impl Atoms {
    /// The number of a literal, added if new.
    pub(crate) fn number(&mut self, fact: Fact, literal: Literal) -> usize {
        let wanted = (fact, literal);
        self.literals.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            self.literals.push(wanted);
            self.literals.len() - 1
        })
    }

    pub(crate) fn literal(&self, number: usize) -> (Fact, Literal) {
        self.literals[number]
    }

    /// The values of every fact, grouped so that no norm tells those of a group apart. Whole numbers are represented by
    /// the least of each group.
    pub(crate) fn classes(&self, vocabulary: &Vocabulary) -> Vec<Vec<Vec<u32>>> {
        vocabulary.iter().map(|(fact, _)| self.classes_of(vocabulary, fact)).collect()
    }

    /// The literals about a fact.
    fn about(&self, fact: Fact) -> impl Iterator<Item = Literal> {
        self.literals.iter().filter(move |(of, _)| *of == fact).map(|(_, literal)| *literal)
    }

    /// The numbers at which a whole-number fact changes for some literal, rising; none for other facts.
    pub(crate) fn cuts(&self, fact: Fact) -> Vec<u32> {
        let mut cuts: Vec<u32> = self.about(fact).filter_map(Literal::cut).collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// The values of a fact that literals could tell apart: all codes, or the least number from each cut to the next.
    pub(crate) fn codes(&self, vocabulary: &Vocabulary, fact: Fact) -> Vec<u32> {
        match &vocabulary.spec(fact).holds {
            Holds::Bool => vec![0, 1],
            Holds::Enum(values) => (0..values.len() as u32).collect(),
            Holds::Int { low, .. } => std::iter::once(*low).chain(self.cuts(fact)).collect(),
        }
    }

    fn classes_of(&self, vocabulary: &Vocabulary, fact: Fact) -> Vec<Vec<u32>> {
        let mut groups: Vec<(Vec<bool>, Vec<u32>)> = Vec::new();
        for code in self.codes(vocabulary, fact) {
            let signature: Vec<bool> = self.about(fact).map(|literal| literal.holds(code)).collect();
            match groups.iter_mut().find(|(known, _)| *known == signature) {
                Some((_, members)) => members.push(code),
                None => groups.push((signature, vec![code])),
            }
        }
        groups.into_iter().map(|(_, members)| members).collect()
    }
}
