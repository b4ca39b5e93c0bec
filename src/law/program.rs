//! Norms compiled to masks: a straight list of steps over a packed sheet, in the order of their dependencies.
//!
//! Everything is a conjunction. `any(a, b)` is `not(all(not a, not b))`; a literal is a bit of a mask, a disjunction of
//! literals inside a conjunction is a mask of its own, anything else is a step of its own whose value later steps use.
//! Equal conjunctions are computed once, so the macros that many readings share cost nothing twice.

use std::collections::BTreeMap;

use crate::law::logic::{Value, headline, lowest, swapped};
use crate::law::resolve::Term;
use crate::law::sheet::{Packed, WORDS};

/// A value computed by a step.
pub(crate) type Slot = u16;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mask {
    word: u16,
    yes: u64,
    no: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.start as usize..self.end as usize]
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    /// A conjunction, negated if `flip`.
    Conjunction { masks: Span, ors: Span, refs: Span, flip: bool },
    /// What several readings have in common.
    Headline { refs: Span },
}

/// A compiled list of steps. Step n computes slot n.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    steps: Vec<Step>,
    masks: Vec<Mask>,
    ors: Vec<Span>,
    refs: Vec<(Slot, bool)>,
}

impl Program {
    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }

    /// Runs the first `steps` steps. `slots` must have room for them; nothing is allocated.
    pub(crate) fn run(&self, sheet: &Packed, slots: &mut [u8], steps: usize) {
        for (at, step) in self.steps[..steps].iter().enumerate() {
            slots[at] = match *step {
                Step::Conjunction { masks, ors, refs, flip } => {
                    let value = lowest(self.conjunction(sheet, slots, masks, ors, refs));
                    if flip { swapped(value) } else { value }
                }
                Step::Headline { refs } => {
                    headline(refs.of(&self.refs).iter().fold(0, |seen, (slot, _)| seen | slots[*slot as usize]))
                }
            };
        }
    }

    #[inline]
    fn conjunction(&self, sheet: &Packed, slots: &[u8], masks: Span, ors: Span, refs: Span) -> u8 {
        let mut seen = 0;
        for mask in masks.of(&self.masks) {
            let word = mask.word as usize & (WORDS - 1);
            let (yes, no) = (sheet.yes[word], sheet.no[word]);
            if mask.yes & no | mask.no & yes != 0 {
                return Value::FALSE;
            }
            if mask.yes & !yes | mask.no & !no != 0 {
                seen |= Value::UNKNOWN;
            }
        }
        for or in ors.of(&self.ors) {
            let (mut certain, mut possible) = (0, 0);
            for mask in or.of(&self.masks) {
                let word = mask.word as usize & (WORDS - 1);
                let (yes, no) = (sheet.yes[word], sheet.no[word]);
                certain |= mask.yes & yes | mask.no & no;
                possible |= mask.yes & !no | mask.no & !yes;
            }
            if possible == 0 {
                return Value::FALSE;
            }
            if certain == 0 {
                seen |= Value::UNKNOWN;
            }
        }
        for (slot, negated) in refs.of(&self.refs) {
            let value = slots[*slot as usize];
            seen |= if *negated { swapped(value) } else { value };
            if seen & Value::FALSE != 0 {
                return Value::FALSE;
            }
        }
        seen
    }
}

/// The parts of a conjunction, in canonical order so that equal ones are found again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Parts {
    literals: Vec<(usize, bool)>,
    ors: Vec<Vec<(usize, bool)>>,
    refs: Vec<(Slot, bool)>,
    /// Contains a part that is plainly false.
    hopeless: bool,
}

/// Builds a program step by step.
pub(crate) struct Compiler {
    program: Program,
    known: BTreeMap<(Parts, bool), Slot>,
}

impl Compiler {
    pub(crate) fn new() -> Self {
        Self { program: Program::default(), known: BTreeMap::new() }
    }

    /// Steps so far.
    pub(crate) fn len(&self) -> usize {
        self.program.len()
    }

    pub(crate) fn finish(self) -> Program {
        self.program
    }

    /// The slot of a formula; `met` gives the slot that stands for a norm's test.
    pub(crate) fn term(&mut self, term: &Term, met: &impl Fn(usize) -> Slot) -> Slot {
        match self.value(term, true, met) {
            // A bare reference needs no step of its own unless it is negated.
            Ref::Slot(slot, true) => slot,
            other => {
                let mut parts = Parts::default();
                Self::push(&mut parts, other);
                self.step(parts, false)
            }
        }
    }

    /// The headline over readings' slots.
    pub(crate) fn headline(&mut self, readings: &[Slot]) -> Slot {
        if let [only] = readings {
            return *only;
        }
        let refs = self.refs(readings.iter().map(|slot| (*slot, false)));
        self.program.steps.push(Step::Headline { refs });
        self.last()
    }

    fn last(&self) -> Slot {
        Slot::try_from(self.program.steps.len() - 1).expect("a catalogue compiles to fewer than 65 536 steps")
    }

    fn value(&mut self, term: &Term, positive: bool, met: &impl Fn(usize) -> Slot) -> Ref {
        match term {
            Term::Constant(answer) => Ref::Constant(*answer == positive),
            Term::Literal(bit) => Ref::Literal(*bit, positive),
            Term::Not(part) => self.value(part, !positive, met),
            Term::Met(norm) => Ref::Slot(met(norm.index()), positive),
            // all(a, b), or not(any(a, b)) = all(not a, not b): a conjunction as it stands.
            Term::All(parts) if positive => self.gather(parts, true, false, met),
            Term::Any(parts) if !positive => self.gather(parts, false, false, met),
            // The other two are conjunctions of the negated parts, negated.
            Term::All(parts) => self.gather(parts, true, true, met),
            Term::Any(parts) => self.gather(parts, false, true, met),
        }
    }

    /// The conjunction of the parts (each negated unless `sign`), itself negated if `flip`.
    fn gather(&mut self, terms: &[Term], sign: bool, flip: bool, met: &impl Fn(usize) -> Slot) -> Ref {
        let mut parts = Parts::default();
        for term in terms {
            let part = self.value(term, sign, met);
            Self::push(&mut parts, part);
        }
        if flip && !parts.hopeless && parts.refs.is_empty() && parts.ors.is_empty() && !parts.literals.is_empty() {
            // not(all(literals)) = any(negated literals): a mask within whatever contains it.
            return Ref::Or(parts.literals.into_iter().map(|(bit, sign)| (bit, !sign)).collect());
        }
        if !flip
            && let [only] = parts.refs[..]
            && parts.literals.is_empty()
            && parts.ors.is_empty()
            && !parts.hopeless
        {
            return Ref::Slot(only.0, !only.1);
        }
        Ref::Slot(self.step(parts, flip), true)
    }

    fn push(parts: &mut Parts, part: Ref) {
        match part {
            Ref::Constant(true) => {}
            Ref::Constant(false) => parts.hopeless = true,
            Ref::Literal(bit, sign) => parts.literals.push((bit, sign)),
            Ref::Or(literals) => match literals[..] {
                [only] => parts.literals.push(only),
                _ => parts.ors.push(literals),
            },
            Ref::Slot(slot, sign) => parts.refs.push((slot, !sign)),
        }
    }

    fn step(&mut self, mut parts: Parts, flip: bool) -> Slot {
        parts.literals.sort_unstable();
        parts.literals.dedup();
        for or in &mut parts.ors {
            or.sort_unstable();
            or.dedup();
        }
        parts.ors.sort_unstable();
        parts.ors.dedup();
        parts.refs.sort_unstable();
        parts.refs.dedup();
        if parts.hopeless {
            parts = Parts { hopeless: true, ..Parts::default() };
        }
        if let Some(slot) = self.known.get(&(parts.clone(), flip)) {
            return *slot;
        }
        let masks = self.masks(&parts.literals);
        // A mask that is certainly not satisfied: an empty disjunction.
        let ors: Vec<Span> =
            if parts.hopeless { vec![Span::default()] } else { parts.ors.iter().map(|or| self.masks(or)).collect() };
        let start = self.program.ors.len() as u32;
        self.program.ors.extend(ors);
        let ors = Span { start, end: self.program.ors.len() as u32 };
        let refs = self.refs(parts.refs.iter().copied());
        self.program.steps.push(Step::Conjunction { masks, ors, refs, flip });
        let slot = self.last();
        self.known.insert((parts, flip), slot);
        slot
    }

    fn refs(&mut self, refs: impl Iterator<Item = (Slot, bool)>) -> Span {
        let start = self.program.refs.len() as u32;
        self.program.refs.extend(refs);
        Span { start, end: self.program.refs.len() as u32 }
    }

    fn masks(&mut self, literals: &[(usize, bool)]) -> Span {
        let mut words: BTreeMap<u16, (u64, u64)> = BTreeMap::new();
        for (bit, sign) in literals {
            let (yes, no) = words.entry((bit / 64) as u16).or_default();
            *(if *sign { yes } else { no }) |= 1 << (bit % 64);
        }
        let start = self.program.masks.len() as u32;
        self.program.masks.extend(words.into_iter().map(|(word, (yes, no))| Mask { word, yes, no }));
        Span { start, end: self.program.masks.len() as u32 }
    }
}

/// What a formula's part comes to before it is built into a conjunction.
enum Ref {
    Constant(bool),
    Literal(usize, bool),
    Or(Vec<(usize, bool)>),
    /// A slot, and whether it stands as it is.
    Slot(Slot, bool),
}
