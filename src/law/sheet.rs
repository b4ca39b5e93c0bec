//! A fact sheet, and its packed form on which norms are tested.

use crate::law::corpus::Corpus;
use crate::law::fact::{Fact, MOST_FACTS, NO, Vocabulary, YES};

const UNKNOWN: u32 = u32::MAX;

/// What is known of one act: a value or "unknown" for every fact. Plain data of 512 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactSheet([u32; MOST_FACTS]);

impl FactSheet {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self([UNKNOWN; MOST_FACTS]);

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
            UNKNOWN => None,
            code => Some(code),
        }
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
        self.0[fact.index()] = UNKNOWN;
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

/// The literals that the catalogue uses, as two planes of bits: certainly true, certainly false. 128 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed {
    /// First the words of what is certainly true, then those of what is certainly false.
    pub(crate) planes: [u64; 2 * WORDS],
}

impl Packed {
    /// Packs a sheet for a catalogue.
    pub fn new(corpus: &Corpus, sheet: &FactSheet) -> Self {
        let mut packed = Self { planes: [0; 2 * WORDS] };
        let atoms = corpus.atoms();
        for (row, code) in atoms.facts().iter().zip(&sheet.0) {
            let bits = atoms.bits(row, *code);
            packed.planes[row.word] |= bits.yes;
            packed.planes[row.word + WORDS] |= bits.no;
        }
        packed
    }

    /// Changes one fact, `None` to forget it.
    pub fn set(&mut self, corpus: &Corpus, fact: Fact, code: Option<u32>) {
        let atoms = corpus.atoms();
        let row = &atoms.facts()[fact.index()];
        let all = atoms.mask(row);
        let bits = atoms.bits(row, code.unwrap_or(UNKNOWN));
        for (plane, bits) in [(row.word, bits.yes), (row.word + WORDS, bits.no)] {
            self.planes[plane] = self.planes[plane] & !all | bits;
        }
    }

    /// Whether the literal at a place is certainly true, and whether it is certainly false.
    pub(crate) const fn literal(&self, place: usize) -> (bool, bool) {
        let (word, mask) = (place / 64, 1 << (place % 64));
        (self.planes[word] & mask != 0, self.planes[word + WORDS] & mask != 0)
    }
}
