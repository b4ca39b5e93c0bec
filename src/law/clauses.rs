//! Clauses: the distinct conjunctions of literals of a catalogue, each one bit of a packed sheet.
//!
//! A clause is settled by its facts one by one: a value makes some clauses fail for good, a fact that is unknown leaves
//! those in doubt that ask about it. So a sheet is packed by laying the fact's rows over each other, and whatever no row
//! touches holds. A disjunction is the negation of the clause of its negated literals.

use std::collections::BTreeMap;

use crate::law::atoms::{Atoms, Literal};
use crate::law::fact::{Holds, Vocabulary};
use crate::law::sheet::WORDS;

/// A literal by its number, and whether it is asked for as it stands rather than negated.
pub(crate) type Sign = (usize, bool);

/// Clauses as bits.
pub(crate) type Plane = [u64; WORDS];

/// Where a fact's rows are found.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The clauses in doubt while the fact is unknown; those that fail for each class of values follow.
    first: u32,
    /// The numbers at which a whole-number fact changes class; empty for the others, whose class is their code.
    cuts: (u32, u32),
    whole: bool,
}

/// All clauses and the rows that pack them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clauses {
    known: BTreeMap<Vec<Sign>, usize>,
    facts: Vec<Place>,
    cuts: Vec<u32>,
    rows: Vec<Plane>,
}

impl Clauses {
    /// The most clauses a packed sheet has room for.
    pub(crate) const MOST: usize = WORDS * 64;

    /// The bit of a clause, given in canonical order; added if new.
    pub(crate) fn bit(&mut self, clause: Vec<Sign>) -> usize {
        let next = self.known.len();
        *self.known.entry(clause).or_insert(next)
    }

    pub(crate) fn len(&self) -> usize {
        self.known.len()
    }

    /// Lays out the rows once every clause is known.
    pub(crate) fn lay_out(&mut self, vocabulary: &Vocabulary, atoms: &Atoms) {
        // For every fact the literals about it, each with the clause that asks for it.
        let mut asked: Vec<Vec<(usize, Literal, bool)>> = vec![Vec::new(); vocabulary.iter().len()];
        for (clause, bit) in &self.known {
            for (number, sign) in clause {
                let (fact, literal) = atoms.literal(*number);
                asked[fact.index()].push((*bit, literal, *sign));
            }
        }
        for ((fact, _), asked) in vocabulary.iter().zip(asked) {
            let first_cut = self.cuts.len() as u32;
            self.cuts.extend(atoms.cuts(fact));
            let whole = matches!(vocabulary.spec(fact).holds, Holds::Int { .. });
            self.facts.push(Place { first: self.rows.len() as u32, cuts: (first_cut, self.cuts.len() as u32), whole });
            self.lay_out_rows(&atoms.codes(vocabulary, fact), &asked);
        }
    }

    fn lay_out_rows(&mut self, codes: &[u32], asked: &[(usize, Literal, bool)]) {
        let gather = |fails: &dyn Fn(Literal, bool) -> bool| {
            let mut plane = [0; WORDS];
            for (bit, _, _) in asked.iter().filter(|(_, literal, sign)| fails(*literal, *sign)) {
                plane[bit / 64] |= 1 << (bit % 64);
            }
            plane
        };
        self.rows.push(gather(&|_, _| true));
        self.rows.extend(codes.iter().map(|code| gather(&|literal, sign| literal.holds(*code) != sign)));
    }

    /// For every fact the row to lay over a sheet where it has a value; `u32::MAX` is unknown.
    #[inline]
    pub(crate) fn rows<'a>(&'a self, codes: &'a [u32]) -> impl Iterator<Item = (&'a Plane, bool)> {
        self.facts.iter().zip(codes).map(|(place, code)| {
            let class = if place.whole && *code != u32::MAX {
                let cuts = &self.cuts[place.cuts.0 as usize..place.cuts.1 as usize];
                cuts.partition_point(|cut| cut <= code) as u32
            } else {
                *code
            };
            (&self.rows[(place.first + class.wrapping_add(1)) as usize], *code == u32::MAX)
        })
    }
}
