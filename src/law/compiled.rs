//! A reading of the whole catalogue as one program, and the table by which its values become findings.

use std::collections::BTreeMap;

use crate::law::clauses::Clauses;
use crate::law::corpus::Norm;
use crate::law::lanes::Steps;
use crate::law::norm::{Kind, ProfileSpec, Standing};
use crate::law::program::{Compiler, Needs, Norms, Program, Slot};

/// A reading of the whole catalogue, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub(crate) program: Program,
    /// The same for many sheets at once.
    pub(crate) steps: Steps,
    /// Slots that tell whether norms are raised, each with the norms it raises.
    pub(crate) whens: Vec<(Slot, Norms)>,
    /// Norms by kind.
    pub(crate) kinds: Kinds,
    /// One row per norm, in the order of the catalogue.
    pub(crate) rows: Vec<Row>,
    /// The pleas that the rows' spans mean.
    pleas: Vec<Plea>,
    /// Slots of each norm's positions; empty in profiles.
    pub(crate) positions: Vec<Vec<Slot>>,
}

/// What it takes to find on one norm.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) when: Slot,
    pub(crate) test: Slot,
    pub(crate) kind: Kind,
    pleas: (u16, u16),
}

/// The norms of each kind that the verdict asks about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kinds {
    pub(crate) prohibitions: Norms,
    pub(crate) consequences: Norms,
    pub(crate) pleas: Norms,
    pub(crate) soft: Norms,
}

impl Kinds {
    fn of(norms: &[Norm]) -> Self {
        let all = |kind: Kind| {
            let mine = norms.iter().enumerate().filter(|(_, norm)| norm.spec.kind == kind);
            mine.fold(0, |bits, (at, _)| bits | 1 << at)
        };
        Self {
            prohibitions: all(Kind::Prohibition),
            consequences: all(Kind::Consequence),
            pleas: all(Kind::Plea),
            soft: all(Kind::Soft),
        }
    }
}

impl Kinds {
    /// Norms that could change a verdict if it turned out that they are raised.
    pub(crate) const fn decide(&self) -> Norms {
        self.prohibitions | self.consequences | self.pleas
    }
}

/// Where a plea's values stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plea {
    pub(crate) when: Slot,
    pub(crate) test: Slot,
}

impl Compiled {
    /// The pleas that can shield a row's norm.
    pub(crate) fn pleas(&self, row: &Row) -> &[Plea] {
        &self.pleas[row.pleas.0 as usize..row.pleas.1 as usize]
    }
}

/// The mainstream of a year. `order` names every norm after those whose tests it asks for.
pub(crate) fn mainstream(norms: &[Norm], order: &[usize], clauses: &mut Clauses, year: u16) -> Compiled {
    let mut compiler = Compiler::new(clauses);
    let mut tests: Vec<Slot> = vec![0; norms.len()];
    let mut positions: Vec<Vec<Slot>> = vec![Vec::new(); norms.len()];
    for at in order {
        let norm = &norms[*at];
        let met = |norm: usize| tests[norm];
        let baseline = compiler.term(&norm.test, &met);
        let mut common = vec![baseline];
        positions[*at] = norm
            .positions
            .iter()
            .map(|position| match position.standing.at(year) {
                Standing::Baseline => baseline,
                Standing::Minority => Slot::MAX,
                Standing::Substantial => {
                    let slot = compiler.term(&position.term, &met);
                    common.push(slot);
                    slot
                }
            })
            .collect();
        tests[*at] = compiler.headline(&common);
    }
    finish(compiler, norms, &tests, positions)
}

/// The law as one State reads it.
pub(crate) fn profiled(norms: &[Norm], order: &[usize], clauses: &mut Clauses, profile: &ProfileSpec) -> Compiled {
    let mut compiler = Compiler::new(clauses);
    let mut tests: Vec<Slot> = vec![0; norms.len()];
    for at in order {
        let norm = &norms[*at];
        let held = norm.positions.iter().find(|position| profile.holds.contains(&position.spec.name));
        let term = held.map_or(&norm.test, |position| &position.term);
        tests[*at] = compiler.term(term, &|norm: usize| tests[norm]);
    }
    finish(compiler, norms, &tests, vec![Vec::new(); norms.len()])
}

fn finish(mut compiler: Compiler<'_>, norms: &[Norm], tests: &[Slot], mut positions: Vec<Vec<Slot>>) -> Compiled {
    let met = |norm: usize| tests[norm];
    let whens: Vec<Slot> = norms.iter().map(|norm| compiler.term(&norm.when, &met)).collect();
    let mut minorities = Vec::new();
    for (at, (norm, slots)) in norms.iter().zip(&mut positions).enumerate() {
        for (position, slot) in norm.positions.iter().zip(slots) {
            if *slot == Slot::MAX {
                *slot = compiler.term(&position.term, &met);
                minorities.push((at, *slot));
            }
        }
    }
    let (program, places) = compiler.finish(&Needs { whens: &whens, tests, minorities: &minorities });
    let place = |slot: Slot| places[slot as usize];
    positions.iter_mut().flatten().for_each(|slot| *slot = place(*slot));
    let mut pleas = Vec::new();
    let mut raising: BTreeMap<Slot, Norms> = BTreeMap::new();
    let mut rows = Vec::new();
    for (at, norm) in norms.iter().enumerate() {
        let first = pleas.len() as u16;
        if norm.spec.kind == Kind::Prohibition {
            let slots = |plea: usize| Plea { when: place(whens[plea]), test: place(tests[plea]) };
            pleas.extend(norm.shields.iter().map(|plea| slots(plea.index())));
        }
        let (when, test) = (place(whens[at]), place(tests[at]));
        *raising.entry(when).or_default() |= 1 << at;
        rows.push(Row { when, test, kind: norm.spec.kind, pleas: (first, pleas.len() as u16) });
    }
    let steps = Steps::of(&program);
    Compiled { program, steps, whens: raising.into_iter().collect(), kinds: Kinds::of(norms), rows, pleas, positions }
}
