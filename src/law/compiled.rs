//! A reading of the whole catalogue as one program, and the table by which its values become findings.

use crate::law::corpus::Norm;
use crate::law::norm::{Kind, ProfileSpec, Standing};
use crate::law::program::{Compiler, Program, Slot};

/// A reading of the whole catalogue, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub(crate) program: Program,
    /// Steps needed for findings; the rest are minority positions.
    pub(crate) core: usize,
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
pub(crate) fn mainstream(norms: &[Norm], order: &[usize], year: u16) -> Compiled {
    let mut compiler = Compiler::new();
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
pub(crate) fn profiled(norms: &[Norm], order: &[usize], profile: &ProfileSpec) -> Compiled {
    let mut compiler = Compiler::new();
    let mut tests: Vec<Slot> = vec![0; norms.len()];
    for at in order {
        let norm = &norms[*at];
        let held = norm.positions.iter().find(|position| profile.holds.contains(&position.spec.name));
        let term = held.map_or(&norm.test, |position| &position.term);
        tests[*at] = compiler.term(term, &|norm: usize| tests[norm]);
    }
    finish(compiler, norms, &tests, vec![Vec::new(); norms.len()])
}

fn finish(mut compiler: Compiler, norms: &[Norm], tests: &[Slot], mut positions: Vec<Vec<Slot>>) -> Compiled {
    let met = |norm: usize| tests[norm];
    let whens: Vec<Slot> = norms.iter().map(|norm| compiler.term(&norm.when, &met)).collect();
    let core = compiler.len();
    for (norm, slots) in norms.iter().zip(&mut positions) {
        for (position, slot) in norm.positions.iter().zip(slots) {
            if *slot == Slot::MAX {
                *slot = compiler.term(&position.term, &met);
            }
        }
    }
    let mut pleas = Vec::new();
    let rows = (norms.iter().zip(tests.iter().zip(&whens)))
        .map(|(norm, (test, when))| {
            let first = pleas.len() as u16;
            let slots = |plea: usize| Plea { when: whens[plea], test: tests[plea] };
            if norm.spec.kind == Kind::Prohibition {
                pleas.extend(norm.shields.iter().map(|plea| slots(plea.index())));
            }
            Row { when: *when, test: *test, kind: norm.spec.kind, pleas: (first, pleas.len() as u16) }
        })
        .collect();
    Compiled { program: compiler.finish(), core, rows, pleas, positions }
}
