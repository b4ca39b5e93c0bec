//! A program over many sheets at once: every value is a plane of bits, one sheet a lane.
//!
//! The steps are those of [`Program`]; a step costs about as much for sixty-four sheets as for one.

use std::ops::Range;

use crate::law::clauses::Lanes;
use crate::law::program::{Make, Norms, Program, Stage};

/// A value of many sheets: where it is false, unknown and contested; elsewhere it is true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values {
    pub(crate) no: u64,
    pub(crate) unknown: u64,
    pub(crate) contested: u64,
}

impl Values {
    /// Where it is true.
    pub(crate) const fn yes(self) -> u64 {
        !(self.no | self.unknown | self.contested)
    }

    /// The value in a lane, as the bit of a [`Value`](crate::law::logic::Value).
    pub(crate) fn bit(self, lane: usize) -> u8 {
        let at = |plane: u64| (plane >> lane & 1) as u8;
        at(self.no) | at(self.unknown) << 1 | at(self.contested) << 2 | at(self.yes()) << 3
    }

    const fn swapped(self) -> Self {
        Self { no: self.yes(), ..self }
    }
}

/// One step: where its parts begin, and how many there are of each kind.
#[derive(Clone, Copy, Debug)]
struct Step {
    make: Make,
    first: u32,
    /// Clauses that must hold, clauses that must fail, slots as they are, slots negated.
    parts: [u8; 4],
}

/// The steps of a program with their parts by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Steps {
    steps: Vec<Step>,
    parts: Vec<u16>,
}

impl Steps {
    pub(crate) fn of(program: &Program) -> Self {
        let mut steps = Self::default();
        for (make, all, none, slots) in program.taken_apart() {
            let first = steps.parts.len() as u32;
            let of = |negated: bool| slots.iter().filter(move |slot| slot.1 == negated).map(|slot| slot.0);
            let few = |count| u8::try_from(count).expect("a formula has fewer than 256 parts");
            let parts = [few(all.len()), few(none.len()), few(of(false).count()), few(of(true).count())];
            steps.parts.extend(all.into_iter().chain(none).chain(of(false)).chain(of(true)));
            steps.steps.push(Step { make, first, parts });
        }
        steps
    }

    /// Runs the blocks of a stage that some of the norms need, as [`Program::run`] does.
    pub(crate) fn run(&self, program: &Program, asked: (Stage, Norms), clauses: &[Lanes], slots: &mut [Values]) {
        program.needed(asked.0, asked.1).for_each(|range| self.block(range, clauses, slots));
    }

    fn block(&self, range: Range<usize>, clauses: &[Lanes], slots: &mut [Values]) {
        for at in range {
            let Step { make, first, parts } = self.steps[at];
            let rest = &self.parts[first as usize..];
            let (all, rest) = rest.split_at(parts[0] as usize);
            let (none, rest) = rest.split_at(parts[1] as usize);
            let (plain, rest) = rest.split_at(parts[2] as usize);
            let negated = &rest[..parts[3] as usize];
            let mut seen = Values::default();
            let mut yes = 0;
            for clause in all {
                let [fails, open] = clauses[*clause as usize];
                seen.no |= fails;
                seen.unknown |= open;
            }
            for clause in none {
                let [fails, open] = clauses[*clause as usize];
                seen.no |= !(fails | open);
                seen.unknown |= open;
            }
            let mut see = |value: Values| {
                seen.no |= value.no;
                seen.unknown |= value.unknown;
                seen.contested |= value.contested;
                yes |= value.yes();
            };
            for slot in plain {
                see(slots[*slot as usize]);
            }
            for slot in negated {
                see(slots[*slot as usize].swapped());
            }
            slots[at] = match make {
                Make::Conjunction => lowest(seen),
                Make::Negation => lowest(seen).swapped(),
                Make::Headline => headline(seen, yes),
            };
        }
    }
}

/// The conjunction of everything seen: false before unknown before contested.
const fn lowest(seen: Values) -> Values {
    let unknown = seen.unknown & !seen.no;
    Values { no: seen.no, unknown, contested: seen.contested & !(seen.no | seen.unknown) }
}

/// What readings have in common, as [`headline`](crate::law::logic::headline) says it of one sheet.
const fn headline(seen: Values, yes: u64) -> Values {
    let no = seen.no & !(seen.unknown | seen.contested | yes);
    let unknown = seen.unknown & !(seen.no & yes);
    let agreed = yes & !(seen.no | seen.unknown | seen.contested);
    Values { no, unknown, contested: !(no | unknown | agreed) }
}
