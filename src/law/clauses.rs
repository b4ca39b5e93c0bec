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
    /// The same the other way round, for many sheets at once.
    columns: Columns,
}

/// What each clause hangs on: the rows that make it fail, and those of its facts while they are unknown.
#[derive(Clone, Debug, Default)]
struct Columns {
    /// Rows, clause after clause.
    rows: Vec<u16>,
    /// Where the rows that make a clause fail end, and where those that leave it open.
    ends: Vec<(u32, u32)>,
}

/// A clause of many sheets, one a bit: where it fails, and where it is open.
pub(crate) type Lanes = [u64; 2];

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
        self.columns = self.turned(vocabulary);
    }

    /// The rows turned into columns.
    fn turned(&self, vocabulary: &Vocabulary) -> Columns {
        let mut hangs: Vec<(Vec<u16>, Vec<u16>)> = vec![Default::default(); self.len()];
        for (row, plane) in (0..).zip(&self.rows) {
            bits(plane).for_each(|clause| hangs[clause].0.push(row));
        }
        let places = self.coded.iter().chain(self.whole.iter().map(|scale| &scale.place));
        let mut unknown: Vec<u16> = vec![0; vocabulary.iter().len()];
        places.for_each(|place| unknown[place.fact.index()] = place.first as u16 - 1);
        for (row, plane) in unknown.into_iter().zip(&self.doubts) {
            bits(plane).for_each(|clause| hangs[clause].1.push(row));
        }
        let mut columns = Columns::default();
        for (fails, open) in hangs {
            columns.rows.extend(fails);
            let end = columns.rows.len() as u32;
            columns.rows.extend(open);
            columns.ends.push((end, columns.rows.len() as u32));
        }
        columns
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Marks in every row that a sheet lays over the others, that this sheet does.
    pub(crate) fn mark(&self, sheet: &FactSheet, lane: u64, rows: &mut [u64]) {
        for place in &self.coded {
            rows[place.first.wrapping_add(sheet.code(place.fact)) as usize] |= lane;
        }
        for Scale { place, cuts } in &self.whole {
            let class = sheet.get(place.fact).map(|code| cuts.partition_point(|cut| *cut <= code) as u32);
            rows[place.first.wrapping_add(class.unwrap_or(FactSheet::UNKNOWN_CODE)) as usize] |= lane;
        }
    }

    /// What marked rows make of every clause.
    pub(crate) fn settle(&self, rows: &[u64], clauses: &mut [Lanes]) {
        let mut first = 0;
        for (clause, (fails, open)) in clauses.iter_mut().zip(&self.columns.ends) {
            let laid = |from: u32, to: u32| {
                let hangs_on = &self.columns.rows[from as usize..to as usize];
                hangs_on.iter().fold(0, |lanes, row| lanes | rows[*row as usize])
            };
            let failed = laid(first, *fails);
            *clause = [failed, laid(*fails, *open) & !failed];
            first = *open;
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

/// The clauses in a plane.
fn bits(plane: &Plane) -> impl Iterator<Item = usize> {
    (0..Clauses::MOST).filter(|clause| plane[clause / 64] >> (clause % 64) & 1 == 1)
}

/// A row laid over a plane.
#[inline]
fn laid(plane: Plane, row: &Plane) -> Plane {
    std::array::from_fn(|word| plane[word] | row[word])
}
