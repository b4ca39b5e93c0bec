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

/// Bits that a value sets in a fact's word of a packed sheet.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bits {
    pub(crate) yes: u64,
    pub(crate) no: u64,
}

/// Where the bits of a fact's values are found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// The word that holds all bits of the fact.
    pub(crate) word: usize,
    /// The bits while the fact is unknown, which are none; those of a value's class follow.
    first: u32,
    /// The numbers at which a whole-number fact changes class; empty for the others, whose class is their code.
    cuts: (u32, u32),
    whole: bool,
}

/// All literals and the tables that pack them.
///
/// Literals are numbered as they appear; their *places* in a packed sheet keep those of one fact in one word, so that a
/// fact is packed at one stroke.
#[derive(Clone, Debug, Default)]
pub(crate) struct Atoms {
    literals: Vec<(Fact, Literal)>,
    places: Vec<usize>,
    facts: Vec<Row>,
    cuts: Vec<u32>,
    bits: Vec<Bits>,
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

    /// The place of a literal in a packed sheet; there is one once they are laid out.
    pub(crate) fn place(&self, number: usize) -> usize {
        self.places[number]
    }

    /// Lays out the packing tables once every literal is known. `Err` says why they do not fit.
    pub(crate) fn lay_out(&mut self, vocabulary: &Vocabulary) -> Result<(), String> {
        let mut mine: Vec<(Fact, Vec<usize>)> = vocabulary.iter().map(|(fact, _)| (fact, Vec::new())).collect();
        for (number, (fact, _)) in self.literals.iter().enumerate() {
            mine[fact.index()].1.push(number);
        }
        // The largest first, each into the first word with room.
        let mut order: Vec<usize> = (0..mine.len()).collect();
        order.sort_by_key(|at| (std::cmp::Reverse(mine[*at].1.len()), *at));
        let mut used = [0; WORDS];
        let mut starts = vec![(0, 0); mine.len()];
        for at in order {
            let count = mine[at].1.len();
            let Some(word) = used.iter().position(|used| used + count <= 64) else {
                return Err(format!("the formulas use {} literals; at most {} fit", self.literals.len(), WORDS * 64));
            };
            starts[at] = (word, used[word]);
            used[word] += count;
        }
        self.places = vec![0; self.literals.len()];
        for ((_, numbers), (word, start)) in mine.iter().zip(&starts) {
            for (nth, number) in numbers.iter().enumerate() {
                self.places[*number] = word * 64 + start + nth;
            }
        }
        for ((fact, numbers), (word, _)) in mine.into_iter().zip(starts) {
            self.lay_out_fact(vocabulary, fact, &numbers, word);
        }
        Ok(())
    }

    fn lay_out_fact(&mut self, vocabulary: &Vocabulary, fact: Fact, numbers: &[usize], word: usize) {
        let literals: Vec<(usize, Literal)> =
            numbers.iter().map(|number| (self.places[*number] % 64, self.literals[*number].1)).collect();
        let first_cut = self.cuts.len() as u32;
        let codes: Vec<u32> = match &vocabulary.spec(fact).holds {
            Holds::Bool => vec![0, 1],
            Holds::Enum(values) => (0..values.len() as u32).collect(),
            Holds::Int { low, .. } => {
                let least = literals.iter().map(|(_, literal)| match *literal {
                    Literal::AtLeast(least) => least,
                    Literal::In(_) => unreachable!("whole numbers are compared with >= alone"),
                });
                let mut cuts: Vec<u32> = least.collect();
                cuts.sort_unstable();
                cuts.dedup();
                self.cuts.extend(&cuts);
                std::iter::once(*low).chain(cuts).collect()
            }
        };
        self.facts.push(Row {
            word,
            first: self.bits.len() as u32,
            cuts: (first_cut, self.cuts.len() as u32),
            whole: matches!(vocabulary.spec(fact).holds, Holds::Int { .. }),
        });
        self.bits.push(Bits::default());
        self.bits.extend(codes.into_iter().map(|code| {
            literals.iter().fold(Bits::default(), |bits, (bit, literal)| match literal.holds(code) {
                true => Bits { yes: bits.yes | 1 << bit, ..bits },
                false => Bits { no: bits.no | 1 << bit, ..bits },
            })
        }));
    }

    pub(crate) fn facts(&self) -> &[Row] {
        &self.facts
    }

    /// The bits of a fact's value; `u32::MAX` is unknown.
    #[inline]
    pub(crate) fn bits(&self, row: &Row, code: u32) -> Bits {
        let class = if row.whole && code != u32::MAX {
            self.cuts[range(row.cuts)].partition_point(|cut| *cut <= code) as u32
        } else {
            code
        };
        self.bits[(row.first + class.wrapping_add(1)) as usize]
    }

    /// All bits of a fact.
    pub(crate) fn mask(&self, row: &Row) -> u64 {
        let Bits { yes, no } = self.bits[row.first as usize + 1];
        yes | no
    }

    /// The values of a fact, grouped so that no norm tells those of a group apart. Whole numbers are represented by the
    /// least of each group.
    pub(crate) fn classes(&self, vocabulary: &Vocabulary, fact: Fact) -> Vec<Vec<u32>> {
        let row = &self.facts[fact.index()];
        let codes: Vec<u32> = match &vocabulary.spec(fact).holds {
            Holds::Bool => vec![0, 1],
            Holds::Enum(values) => (0..values.len() as u32).collect(),
            Holds::Int { low, .. } => {
                std::iter::once(*low).chain(self.cuts[range(row.cuts)].iter().copied()).collect()
            }
        };
        let mut groups: Vec<(u64, Vec<u32>)> = Vec::new();
        for code in codes {
            let signature = self.bits(row, code).yes;
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
