//! A fact sheet, and its packed form on which norms are tested.

use crate::law::clauses::Plane;
use crate::law::corpus::Corpus;
use crate::law::fact::{Fact, MOST_FACTS, NO, Vocabulary, YES};

/// What is known of one act: a value or "unknown" for every fact. Plain data of 512 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactSheet([u32; MOST_FACTS]);

impl FactSheet {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self([Self::UNKNOWN_CODE; MOST_FACTS]);

    /// The code that stands for unknown: as a signed number it is one below zero, and below every code.
    pub(crate) const UNKNOWN_CODE: u32 = u32::MAX;

    /// Every fact at its default: how cases and the truth begin.
    pub fn defaults(vocabulary: &Vocabulary) -> Self {
        let mut sheet = Self::UNKNOWN;
        for (fact, _) in vocabulary.iter() {
            sheet.put(fact, vocabulary.default(fact));
        }
        sheet
    }

    /// The value of a fact; `None` is unknown.
    pub const fn get(&self, fact: Fact) -> Option<u32> {
        match self.0[fact.index()] {
            Self::UNKNOWN_CODE => None,
            code => Some(code),
        }
    }

    /// The code of a fact as it is kept; [`UNKNOWN_CODE`](Self::UNKNOWN_CODE) while it is unknown.
    pub(crate) const fn code(&self, fact: Fact) -> u32 {
        self.0[fact.index()]
    }

    /// The codes of all facts, in their order.
    pub(crate) const fn codes(&self) -> &[u32; MOST_FACTS] {
        &self.0
    }

    /// Whether a fact certainly has a value.
    pub const fn is(&self, fact: Fact, code: u32) -> bool {
        self.0[fact.index()] == code
    }

    /// Whether a bool fact is certainly true.
    pub const fn holds(&self, fact: Fact) -> bool {
        self.is(fact, YES)
    }

    /// Sets a fact to a value.
    pub const fn set(&mut self, fact: Fact, code: u32) {
        self.0[fact.index()] = code;
    }

    /// Sets a bool fact.
    pub const fn set_bool(&mut self, fact: Fact, answer: bool) {
        self.set(fact, if answer { YES } else { NO });
    }

    /// Makes a fact unknown.
    pub const fn forget(&mut self, fact: Fact) {
        self.0[fact.index()] = Self::UNKNOWN_CODE;
    }

    /// Sets a fact, or makes it unknown.
    pub const fn put(&mut self, fact: Fact, code: Option<u32>) {
        match code {
            Some(code) => self.set(fact, code),
            None => self.forget(fact),
        }
    }
}

pub(crate) const WORDS: usize = 8;

/// What a sheet makes of the clauses of a catalogue, as two planes of bits. 128 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Clauses that fail.
    pub(crate) fails: Plane,
    /// Clauses that do not fail, and turn on an unknown fact.
    pub(crate) open: Plane,
}

impl Packed {
    /// Packs a sheet for a catalogue.
    pub fn new(corpus: &Corpus, sheet: &FactSheet) -> Self {
        let fails = corpus.clauses().fails(sheet);
        let mut open = corpus.clauses().doubtful(sheet);
        for (open, fails) in open.iter_mut().zip(fails) {
            *open &= !fails;
        }
        Self { fails, open }
    }

    /// Whether a clause certainly holds.
    pub(crate) const fn holds(&self, clause: usize) -> bool {
        (self.fails[clause / 64] | self.open[clause / 64]) >> (clause % 64) & 1 == 0
    }
}
