//! Norms compiled to masks: blocks of steps over a packed sheet, in the order of their dependencies.
//!
//! Everything is a conjunction. `any(a, b)` is `not(all(not a, not b))`; conjunctions of literals are clauses, which the
//! packed sheet has settled already; anything else is a step of its own whose value later steps use. Equal conjunctions are
//! computed once, so the macros that many readings share cost nothing twice.
//!
//! Steps are gathered in blocks by the norms that need them. Whether norms are raised is computed first, and a block that
//! no raised norm needs is left out: most acts touch a dozen norms of the catalogue.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::law::clauses::{Clauses, Sign};
use crate::law::logic::{Value, headline, lowest, swapped};
use crate::law::resolve::Term;
use crate::law::sheet::{Packed, WORDS};

/// A value computed by a step.
pub(crate) type Slot = u16;

/// Clauses in one word of a packed sheet.
#[derive(Clone, Copy, Debug, Default)]
struct Mask {
    word: u8,
    /// Those that must hold.
    all: u64,
    /// Those that must fail: each the negation of a disjunction.
    none: u64,
}

impl Mask {
    /// What the clauses come to, besides true.
    #[inline]
    fn seen(&self, sheet: &Packed) -> u8 {
        let word = self.word as usize % WORDS;
        let (fails, open) = (sheet.fails[word], sheet.open[word]);
        let is_false = (self.all & fails | self.none & !(fails | open)) != 0;
        let is_open = ((self.all | self.none) & open) != 0;
        (Value::FALSE * is_false as u8) | (Value::UNKNOWN * is_open as u8)
    }
}

/// What a step makes of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Make {
    /// Their conjunction.
    Conjunction,
    /// Its negation.
    Negation,
    /// What several readings have in common.
    Headline,
}

/// One step. One mask is at hand, for most formulas come to no more; the rest follow those of the step before, so that
/// only their numbers are kept.
#[derive(Clone, Copy, Debug)]
struct Step {
    mask: Mask,
    make: Make,
    /// More masks.
    more: u8,
    /// Slots of other steps.
    slots: u8,
}

/// Norms as bits, by their place in the catalogue.
pub(crate) type Norms = u128;

/// When a block is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Always: it tells which norms are raised.
    Raising,
    /// For the headline of a norm that may be raised.
    Headline,
    /// For the minority positions of a norm that is contested.
    Minority,
}

/// Steps that the same norms need.
#[derive(Clone, Copy, Debug)]
struct Block {
    stage: Stage,
    needed_by: Norms,
    /// First step, mask and slot asked for; the next block's are where this one ends.
    first: (u32, u32, u32),
}

/// A compiled list of steps. Step n computes slot n.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    steps: Vec<Step>,
    masks: Vec<Mask>,
    /// Slots asked for, and whether their values are negated.
    asked: Vec<(Slot, bool)>,
    blocks: Vec<Block>,
    /// Where each stage's blocks begin, and the end.
    stages: [usize; 4],
}

impl Program {
    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }

    /// Runs the blocks of a stage that some of the norms need. `slots` has one place per step; nothing is allocated, and
    /// what is left out keeps the value of an earlier run.
    pub(crate) fn run(&self, stage: Stage, norms: Norms, sheet: &Packed, slots: &mut [u8]) {
        let slots = &mut slots[..self.steps.len()];
        let [first, end] = [self.stages[stage as usize], self.stages[stage as usize + 1]];
        let blocks = &self.blocks[first..=end];
        if norms == Norms::MAX {
            return self.block(blocks[0].first, blocks[end - first].first.0, sheet, slots);
        }
        for pair in blocks.windows(2) {
            if pair[0].needed_by & norms != 0 {
                self.block(pair[0].first, pair[1].first.0, sheet, slots);
            }
        }
    }

    /// The steps of a stage that some of the norms need, as ranges.
    pub(crate) fn needed(&self, stage: Stage, norms: Norms) -> impl Iterator<Item = Range<usize>> {
        let blocks = &self.blocks[self.stages[stage as usize]..=self.stages[stage as usize + 1]];
        let needed = blocks.windows(2).filter(move |pair| pair[0].needed_by & norms != 0);
        needed.map(|pair| pair[0].first.0 as usize..pair[1].first.0 as usize)
    }

    /// Every step taken apart: what it makes, the clauses that must hold, those that must fail, and the slots.
    pub(crate) fn taken_apart(&self) -> impl Iterator<Item = (Make, Vec<u16>, Vec<u16>, &[(Slot, bool)])> {
        let (mut masks, mut asked) = (self.masks.as_slice(), self.asked.as_slice());
        self.steps.iter().map(move |step| {
            let (more, slots);
            (more, masks) = masks.split_at(step.more as usize);
            (slots, asked) = asked.split_at(step.slots as usize);
            let (mut all, mut none) = (Vec::new(), Vec::new());
            for mask in std::iter::once(&step.mask).chain(more) {
                let place = |bit| u16::from(mask.word) * 64 + bit;
                all.extend((0..64).filter(|bit| mask.all >> bit & 1 == 1).map(place));
                none.extend((0..64).filter(|bit| mask.none >> bit & 1 == 1).map(place));
            }
            (step.make, all, none, slots)
        })
    }

    /// Within a block no branch depends on a fact, so that the processor learns the way by heart: leaving at the first
    /// part that fails would cost more in wrong guesses than it saves.
    #[inline]
    fn block(&self, first: (u32, u32, u32), end: u32, sheet: &Packed, slots: &mut [u8]) {
        let (mut masks, mut asked) = (&self.masks[first.1 as usize..], &self.asked[first.2 as usize..]);
        let range = first.0 as usize..end as usize;
        for (at, step) in range.clone().zip(&self.steps[range]) {
            let mut seen = step.mask.seen(sheet);
            if step.more != 0 {
                let more;
                (more, masks) = masks.split_at(step.more as usize);
                seen |= more.iter().fold(0, |seen, mask| seen | mask.seen(sheet));
            }
            if step.slots != 0 {
                let parts;
                (parts, asked) = asked.split_at(step.slots as usize);
                for (slot, negated) in parts {
                    let value = slots[*slot as usize];
                    seen |= if *negated { swapped(value) } else { value };
                }
            }
            slots[at] = match step.make {
                Make::Conjunction => lowest(seen),
                Make::Negation => swapped(lowest(seen)),
                Make::Headline => headline(seen),
            };
        }
    }
}

/// The parts of a conjunction, in canonical order so that equal ones are found again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Parts {
    literals: Vec<Sign>,
    ors: Vec<Vec<Sign>>,
    refs: Vec<(Slot, bool)>,
    /// Contains a part that is plainly false.
    hopeless: bool,
}

/// A step with what it will find in the program's lists.
struct Draft {
    step: Step,
    masks: Vec<Mask>,
    asked: Vec<(Slot, bool)>,
}

/// Which slots norms need, and for what.
pub(crate) struct Needs<'a> {
    /// Slots that tell whether each norm is raised.
    pub(crate) whens: &'a [Slot],
    /// Slots of each norm's test.
    pub(crate) tests: &'a [Slot],
    /// Slots of minority positions, each with its norm.
    pub(crate) minorities: &'a [(usize, Slot)],
}

/// Builds a program step by step.
pub(crate) struct Compiler<'a> {
    clauses: &'a mut Clauses,
    steps: Vec<Draft>,
    known: BTreeMap<(Parts, bool), Slot>,
}

impl Program {
    /// Where the next block begins.
    fn ends(&self) -> (u32, u32, u32) {
        (self.steps.len() as u32, self.masks.len() as u32, self.asked.len() as u32)
    }
}

impl<'a> Compiler<'a> {
    /// Compiles over clauses, and adds what is new to them.
    pub(crate) fn new(clauses: &'a mut Clauses) -> Self {
        Self { clauses, steps: Vec::new(), known: BTreeMap::new() }
    }

    /// Gathers the steps in blocks. Gives the program, and for every slot handed out its place in it.
    pub(crate) fn finish(self, needs: &Needs<'_>) -> (Program, Vec<Slot>) {
        let needed = self.needed(needs);
        let mut order: Vec<usize> = (0..self.steps.len()).collect();
        // What a step builds on is needed by all that need the step, and so comes no later.
        order.sort_by_key(|at| {
            let (stage, norms) = needed[*at];
            (stage, std::cmp::Reverse(norms.count_ones()), norms, *at)
        });
        let mut places: Vec<Slot> = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            places[*at] = place as Slot;
        }
        let mut program = Program::default();
        for at in order {
            let (stage, needed_by) = needed[at];
            if program.blocks.last().is_none_or(|last| (last.stage, last.needed_by) != (stage, needed_by)) {
                program.blocks.push(Block { stage, needed_by, first: program.ends() });
            }
            let draft = &self.steps[at];
            program.steps.push(draft.step);
            program.masks.extend(&draft.masks);
            program.asked.extend(draft.asked.iter().map(|(slot, negated)| (places[*slot as usize], *negated)));
        }
        let from = |stage| program.blocks.partition_point(|block| block.stage < stage);
        program.stages = [0, from(Stage::Headline), from(Stage::Minority), program.blocks.len()];
        // The last block ends where one that nobody needs would begin.
        program.blocks.push(Block { stage: Stage::Minority, needed_by: 0, first: program.ends() });
        (program, places)
    }

    /// For every step, the stage at which it is first needed and the norms that need it.
    fn needed(&self, needs: &Needs<'_>) -> Vec<(Stage, Norms)> {
        let (mut raising, mut headline, mut minority) =
            (vec![false; self.steps.len()], vec![0; self.steps.len()], vec![0; self.steps.len()]);
        needs.whens.iter().for_each(|slot| raising[*slot as usize] = true);
        needs.tests.iter().enumerate().for_each(|(norm, slot)| headline[*slot as usize] |= 1 << norm);
        needs.minorities.iter().for_each(|(norm, slot)| minority[*slot as usize] |= 1 << norm);
        for at in (0..self.steps.len()).rev() {
            if headline[at] != 0 {
                headline[at] |= minority[at];
            }
            for (slot, _) in &self.steps[at].asked {
                let slot = *slot as usize;
                raising[slot] |= raising[at];
                headline[slot] |= headline[at];
                minority[slot] |= minority[at];
            }
        }
        (0..self.steps.len())
            .map(|at| match (raising[at], headline[at]) {
                (true, _) => (Stage::Raising, Norms::MAX),
                (false, 0) => (Stage::Minority, minority[at]),
                (false, norms) => (Stage::Headline, norms),
            })
            .collect()
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
        let parts = Parts { refs: readings.iter().map(|slot| (*slot, false)).collect(), ..Parts::default() };
        self.push_step(Make::Headline, &parts)
    }

    fn push_step(&mut self, make: Make, parts: &Parts) -> Slot {
        let mut masks: BTreeMap<usize, Mask> = BTreeMap::new();
        let mut ask = |clause: usize, holds: bool| {
            let word = clause / 64;
            let mask = masks.entry(word).or_insert(Mask { word: word as u8, ..Mask::default() });
            *if holds { &mut mask.all } else { &mut mask.none } |= 1 << (clause % 64);
        };
        if !parts.literals.is_empty() {
            ask(self.clauses.bit(parts.literals.clone()), true);
        }
        for or in &parts.ors {
            let mut negated: Vec<Sign> = or.iter().map(|(literal, sign)| (*literal, !sign)).collect();
            negated.sort_unstable();
            ask(self.clauses.bit(negated), false);
        }
        if parts.hopeless {
            // The clause of nothing always holds.
            ask(self.clauses.bit(Vec::new()), false);
        }
        let mut masks = masks.into_values();
        let mask = masks.next().unwrap_or_default();
        let masks: Vec<Mask> = masks.collect();
        let few = |count| u8::try_from(count).expect("a formula has fewer than 256 parts");
        let step = Step { mask, make, more: few(masks.len()), slots: few(parts.refs.len()) };
        self.steps.push(Draft { step, masks, asked: parts.refs.clone() });
        Slot::try_from(self.steps.len() - 1).expect("a catalogue compiles to fewer than 65 536 steps")
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
        let slot = self.push_step(if flip { Make::Negation } else { Make::Conjunction }, &parts);
        self.known.insert((parts, flip), slot);
        slot
    }
}

/// What a formula's part comes to before it is built into a conjunction.
enum Ref {
    Constant(bool),
    Literal(usize, bool),
    Or(Vec<Sign>),
    /// A slot, and whether it stands as it is.
    Slot(Slot, bool),
}
