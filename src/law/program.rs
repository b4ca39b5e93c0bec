//! Norms compiled to masks: blocks of steps over a packed sheet, in the order of their dependencies.
//!
//! Everything is a conjunction. `any(a, b)` is `not(all(not a, not b))`; a literal is a bit of a mask, a disjunction of
//! literals inside a conjunction is a mask of its own, anything else is a step of its own whose value later steps use.
//! Equal conjunctions are computed once, so the macros that many readings share cost nothing twice.
//!
//! Steps are gathered in blocks by the norms that need them. Whether norms are raised is computed first, and a block that
//! no raised norm needs is left out: most acts touch a dozen norms of the catalogue.

use std::collections::BTreeMap;

use crate::law::atoms::Atoms;
use crate::law::logic::{Value, headline, lowest, swapped};
use crate::law::resolve::Term;
use crate::law::sheet::{Packed, WORDS};

/// A value computed by a step.
pub(crate) type Slot = u16;

/// Literals of one sign in one word of a sheet.
#[derive(Clone, Copy, Debug)]
struct Mask {
    bits: u64,
    /// The plane word in which a satisfied literal has its bit; a failed one has it in the opposite plane.
    plane: u8,
    /// Ends a disjunction.
    last: bool,
}

impl Mask {
    /// No literal.
    const NONE: Self = Self { bits: 0, plane: 0, last: false };

    /// The bits certainly satisfied, and those certainly failed.
    #[inline]
    fn of(&self, sheet: &Packed) -> (u64, u64) {
        let plane = self.plane as usize & (2 * WORDS - 1);
        (self.bits & sheet.planes[plane], self.bits & sheet.planes[plane ^ WORDS])
    }
}

/// What a step makes of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Make {
    /// Their conjunction.
    Conjunction,
    /// Its negation.
    Negation,
    /// What several readings have in common.
    Headline,
}

/// One step. Two masks of literals and one disjunction of two are at hand, for that is what most formulas come to; the
/// rest follow those of the step before, so that only their numbers are kept.
#[derive(Clone, Copy, Debug)]
struct Step {
    all: [Mask; 2],
    any: [Mask; 2],
    make: Make,
    /// Whether there is a disjunction at hand.
    disjunction: bool,
    /// More masks of literals that must all hold.
    more: u8,
    /// Masks of further disjunctions, each ended by its last.
    ors: u8,
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

    /// Within a block no branch depends on a fact, so that the processor learns the way by heart: leaving at the first
    /// part that fails would cost more in wrong guesses than it saves.
    #[inline]
    fn block(&self, first: (u32, u32, u32), end: u32, sheet: &Packed, slots: &mut [u8]) {
        let (mut masks, mut asked) = (&self.masks[first.1 as usize..], &self.asked[first.2 as usize..]);
        let range = first.0 as usize..end as usize;
        for (at, step) in range.clone().zip(&self.steps[range]) {
            let mut seen = literals(sheet, step);
            if (step.more | step.ors) != 0 {
                let (more, ors);
                (more, masks) = masks.split_at(step.more as usize);
                (ors, masks) = masks.split_at(step.ors as usize);
                seen |= every(sheet, more) | each(sheet, ors);
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

/// The bits of false and of unknown, without a branch.
#[inline]
const fn flags(fails: bool, misses: bool) -> u8 {
    (Value::FALSE * fails as u8) | (Value::UNKNOWN * misses as u8)
}

/// What the masks at hand come to, besides true.
#[inline]
fn literals(sheet: &Packed, step: &Step) -> u8 {
    let [a, b] = step.all;
    let [(a_holds, a_fails), (b_holds, b_fails)] = [a.of(sheet), b.of(sheet)];
    let (fails, misses) = ((a_fails | b_fails) != 0, ((a.bits ^ a_holds) | (b.bits ^ b_holds)) != 0);
    let seen = flags(fails, misses);
    if !step.disjunction {
        return seen;
    }
    let [a, b] = step.any;
    let [(a_holds, a_fails), (b_holds, b_fails)] = [a.of(sheet), b.of(sheet)];
    let (fails, misses) = (((a.bits ^ a_fails) | (b.bits ^ b_fails)) == 0, (a_holds | b_holds) == 0);
    seen | flags(fails, misses)
}

/// What literals that must all hold come to, besides true.
#[inline]
fn every(sheet: &Packed, masks: &[Mask]) -> u8 {
    let (mut failed, mut missing) = (0, 0);
    for mask in masks {
        let (satisfied, fails) = mask.of(sheet);
        failed |= fails;
        missing |= mask.bits ^ satisfied;
    }
    flags(failed != 0, missing != 0)
}

/// What disjunctions that must all hold come to, besides true.
#[inline]
fn each(sheet: &Packed, masks: &[Mask]) -> u8 {
    let (mut seen, mut certain, mut possible) = (0, 0, 0);
    for mask in masks {
        let (satisfied, fails) = mask.of(sheet);
        certain |= satisfied;
        possible |= mask.bits ^ fails;
        if mask.last {
            seen |= flags(possible == 0, certain == 0);
            (certain, possible) = (0, 0);
        }
    }
    seen
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
    atoms: &'a Atoms,
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
    /// Compiles over literals that are laid out.
    pub(crate) fn new(atoms: &'a Atoms) -> Self {
        Self { atoms, steps: Vec::new(), known: BTreeMap::new() }
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
        let all = masks(&parts.literals);
        let mut ors: Vec<Vec<Mask>> = parts.ors.iter().map(|or| masks(or)).collect();
        if parts.hopeless {
            // A disjunction of nothing is false.
            ors.push(vec![Mask { last: true, ..Mask::NONE }]);
        }
        let at_hand = ors.iter().position(|or| or.len() <= 2).map(|at| ors.remove(at));
        let disjunction = at_hand.is_some();
        let at_hand = at_hand.unwrap_or_default();
        let nth = |masks: &[Mask], nth: usize| masks.get(nth).copied().unwrap_or(Mask::NONE);
        let more = all.get(2..).unwrap_or_default();
        let ors = ors.concat();
        let few = |count| u8::try_from(count).expect("a formula has fewer than 256 parts");
        let step = Step {
            all: [nth(&all, 0), nth(&all, 1)],
            any: [nth(&at_hand, 0), nth(&at_hand, 1)],
            make,
            disjunction,
            more: few(more.len()),
            ors: few(ors.len()),
            slots: few(parts.refs.len()),
        };
        self.steps.push(Draft { step, masks: [more, &ors].concat(), asked: parts.refs.clone() });
        Slot::try_from(self.steps.len() - 1).expect("a catalogue compiles to fewer than 65 536 steps")
    }

    fn value(&mut self, term: &Term, positive: bool, met: &impl Fn(usize) -> Slot) -> Ref {
        match term {
            Term::Constant(answer) => Ref::Constant(*answer == positive),
            Term::Literal(bit) => Ref::Literal(self.atoms.place(*bit), positive),
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

/// Literals gathered by sign and word.
fn masks(literals: &[(usize, bool)]) -> Vec<Mask> {
    let mut planes: BTreeMap<usize, u64> = BTreeMap::new();
    for (bit, sign) in literals {
        *planes.entry(bit / 64 + if *sign { 0 } else { WORDS }).or_default() |= 1 << (bit % 64);
    }
    let last = planes.len();
    let mask = |(nth, (plane, bits))| Mask { bits, plane: plane as u8, last: nth + 1 == last };
    planes.into_iter().enumerate().map(mask).collect()
}

/// What a formula's part comes to before it is built into a conjunction.
enum Ref {
    Constant(bool),
    Literal(usize, bool),
    Or(Vec<(usize, bool)>),
    /// A slot, and whether it stands as it is.
    Slot(Slot, bool),
}
