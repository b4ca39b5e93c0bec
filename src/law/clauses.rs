//! Clauses: the distinct conjunctions of literals of a catalogue, each one bit of a packed sheet.
//!
//! A clause is settled by its facts one by one: a value makes some clauses fail for good, a fact that is unknown leaves
//! those in doubt that ask about it. So a sheet is packed by laying the fact's rows over each other, and whatever no row
//! touches holds. A disjunction is the negation of the clause of its negated literals.

use std::collections::BTreeMap;

use crate::law::atoms::{Atoms, Literal};
use crate::law::fact::{Fact, Holds, Vocabulary};
use crate::law::sheet::{FactSheet, WORDS};

/// A literal by its number, and whether it is asked for as it stands rather than negated.
pub(crate) type Sign = (usize, bool);

/// Clauses as bits.
pub(crate) type Plane = [u64; WORDS];

/// Where a fact's rows are found.
#[derive(Clone, Copy, Debug)]
struct Place {
    fact: Fact,
    /// The row of its first class; the row before it is empty, for a fact that is unknown makes nothing fail.
    first: u32,
}

/// A whole-number fact, with the numbers at which it enters its next class.
#[derive(Clone, Debug)]
struct Scale {
    place: Place,
    cuts: Vec<u32>,
}

/// All clauses and the rows that pack them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clauses {
    known: BTreeMap<Vec<Sign>, usize>,
    /// Facts whose class is their code.
    coded: Vec<Place>,
    /// Facts that are whole numbers.
    whole: Vec<Scale>,
    /// The clauses that fail for each class of values, fact by fact.
    rows: Vec<Plane>,
    /// For each fact the clauses in doubt while it is unknown.
    doubts: Vec<Plane>,
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
            self.doubts.push(gathered(&asked, |_, _| true));
            self.rows.push([0; WORDS]);
            let place = Place { fact, first: self.rows.len() as u32 };
            let classes = atoms.codes(vocabulary, fact).into_iter();
            self.rows.extend(classes.map(|code| gathered(&asked, |literal, sign| literal.holds(code) != sign)));
            if matches!(vocabulary.spec(fact).holds, Holds::Int { .. }) {
                self.whole.push(Scale { place, cuts: atoms.cuts(fact) });
            } else {
                self.coded.push(place);
            }
        }
    }

    /// The clauses that fail on a sheet.
    #[inline]
    pub(crate) fn fails(&self, sheet: &FactSheet) -> Plane {
        // An unknown code is one below zero, and so is its row.
        let row = |place: &Place, class: u32| &self.rows[place.first.wrapping_add(class) as usize];
        let coded = self.coded.iter().map(|place| row(place, sheet.code(place.fact)));
        let failed = coded.fold([0; WORDS], laid);
        let whole = self.whole.iter().filter_map(|Scale { place, cuts }| {
            let code = sheet.get(place.fact)?;
            Some(row(place, cuts.partition_point(|cut| *cut <= code) as u32))
        });
        whole.fold(failed, laid)
    }

    /// The clauses that ask about an unknown fact.
    #[inline]
    pub(crate) fn doubtful(&self, sheet: &FactSheet) -> Plane {
        let unknown = self.doubts.iter().zip(sheet.codes()).filter(|(_, code)| **code == FactSheet::UNKNOWN_CODE);
        unknown.map(|(row, _)| row).fold([0; WORDS], laid)
    }
}

/// The clauses that ask about a fact in a way that fails.
fn gathered(asked: &[(usize, Literal, bool)], fails: impl Fn(Literal, bool) -> bool) -> Plane {
    let mut plane = [0; WORDS];
    for (bit, ..) in asked.iter().filter(|(_, literal, sign)| fails(*literal, *sign)) {
        plane[bit / 64] |= 1 << (bit % 64);
    }
    plane
}

/// A row laid over a plane.
#[inline]
fn laid(plane: Plane, row: &Plane) -> Plane {
    std::array::from_fn(|word| plane[word] | row[word])
}
