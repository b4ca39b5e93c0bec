//! The distinct literals of a catalogue, each one bit of a packed sheet.

use std::ops::Range;

use crate::law::fact::{Fact, Holds, Vocabulary};
use crate::law::sheet::WORDS;

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
}

/// Bits that a value sets in one word of a packed sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bits {
    pub(crate) word: u32,
    pub(crate) yes: u64,
    pub(crate) no: u64,
}

/// Where the bits of a fact's values are found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows {
    /// First row; a value's class counts from here.
    first: u32,
    /// The numbers at which a whole-number fact changes class; empty for the others, whose class is their code.
    cuts: (u32, u32),
    whole: bool,
}

/// All literals and the tables that pack them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Atoms {
    literals: Vec<(Fact, Literal)>,
    facts: Vec<Rows>,
    cuts: Vec<u32>,
    rows: Vec<(u32, u32)>,
    bits: Vec<Bits>,
}

impl Atoms {
    /// The most literals a packed sheet has room for.
    pub(crate) const MOST: usize = WORDS * 64;

    /// The bit of a literal, added if new.
    pub(crate) fn bit(&mut self, fact: Fact, literal: Literal) -> usize {
        let wanted = (fact, literal);
        self.literals.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            self.literals.push(wanted);
            self.literals.len() - 1
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.literals.len()
    }

    pub(crate) fn literal(&self, bit: usize) -> (Fact, Literal) {
        self.literals[bit]
    }

    /// Lays out the packing tables once every literal is known.
    pub(crate) fn lay_out(&mut self, vocabulary: &Vocabulary) {
        for (fact, spec) in vocabulary.iter() {
            let mine: Vec<(usize, Literal)> = (self.literals.iter().enumerate())
                .filter(|(_, (of, _))| *of == fact)
                .map(|(bit, (_, literal))| (bit, *literal))
                .collect();
            let mut cuts: Vec<u32> = Vec::new();
            let codes: Vec<u32> = match &spec.holds {
                Holds::Bool => vec![0, 1],
                Holds::Enum(values) => (0..values.len() as u32).collect(),
                Holds::Int { low, .. } => {
                    for (_, literal) in &mine {
                        match *literal {
                            Literal::AtLeast(least) => cuts.push(least),
                            Literal::In(_) => unreachable!("whole numbers are compared with >= alone"),
                        }
                    }
                    cuts.sort_unstable();
                    cuts.dedup();
                    std::iter::once(*low).chain(cuts.iter().copied()).collect()
                }
            };
            let first_cut = self.cuts.len() as u32;
            self.cuts.extend(&cuts);
            self.facts.push(Rows {
                first: self.rows.len() as u32,
                cuts: (first_cut, self.cuts.len() as u32),
                whole: matches!(spec.holds, Holds::Int { .. }),
            });
            for code in codes {
                let start = self.bits.len() as u32;
                for (bit, literal) in &mine {
                    let word = (bit / 64) as u32;
                    let mask = 1_u64 << (bit % 64);
                    if self.bits.len() as u32 == start || self.bits.last().is_none_or(|last| last.word != word) {
                        self.bits.push(Bits { word, yes: 0, no: 0 });
                    }
                    if let Some(last) = self.bits.last_mut() {
                        if literal.holds(code) {
                            last.yes |= mask;
                        } else {
                            last.no |= mask;
                        }
                    }
                }
                self.rows.push((start, self.bits.len() as u32));
            }
        }
    }

    pub(crate) fn facts(&self) -> impl Iterator<Item = Rows> + '_ {
        self.facts.iter().copied()
    }

    pub(crate) fn rows(&self, fact: Fact) -> Rows {
        self.facts[fact.index()]
    }

    pub(crate) fn bits(&self, rows: Rows, code: u32) -> &[Bits] {
        let class =
            if rows.whole { self.cuts[range(rows.cuts)].partition_point(|cut| *cut <= code) as u32 } else { code };
        &self.bits[range(self.rows[(rows.first + class) as usize])]
    }

    /// The bits that belong to a fact, word by word.
    pub(crate) fn mask(&self, fact: Fact) -> impl Iterator<Item = (usize, u64)> + '_ {
        let first = self.facts[fact.index()].first as usize;
        self.bits[range(self.rows[first])].iter().map(|bits| (bits.word as usize, bits.yes | bits.no))
    }

    /// The values of a fact, grouped so that no norm tells those of a group apart. Whole numbers are represented by the
    /// least of each group.
    pub(crate) fn classes(&self, vocabulary: &Vocabulary, fact: Fact) -> Vec<Vec<u32>> {
        let rows = self.facts[fact.index()];
        let codes: Vec<u32> = match &vocabulary.spec(fact).holds {
            Holds::Bool => vec![0, 1],
            Holds::Enum(values) => (0..values.len() as u32).collect(),
            Holds::Int { low, .. } => {
                std::iter::once(*low).chain(self.cuts[range(rows.cuts)].iter().copied()).collect()
            }
        };
        let signature = |code| -> Vec<u64> { self.bits(rows, code).iter().map(|bits| bits.yes).collect() };
        let mut groups: Vec<(Vec<u64>, Vec<u32>)> = Vec::new();
        for code in codes {
            let signature = signature(code);
            match groups.iter_mut().find(|(known, _)| *known == signature) {
                Some((_, members)) => members.push(code),
                None => groups.push((signature, vec![code])),
            }
        }
        groups.into_iter().map(|(_, members)| members).collect()
    }
}

fn range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}
