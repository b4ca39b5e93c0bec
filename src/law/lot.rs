//! Many acts judged at once: up to sixty-four sheets, each a lane of the same run of the program.
//!
//! It finds what [`assess`](crate::law::assess::assess) finds (tested sheet by sheet), and costs for a lot hardly more than
//! that does for one act: what an agent weighs and what a turn brings before the law is judged so.

use crate::law::act::Act;
use crate::law::assess::{Assessment, Depth, Finding, Found, each};
use crate::law::clauses::Lanes;
use crate::law::compiled::{Compiled, Row};
use crate::law::corpus::{Corpus, Reading};
use crate::law::lanes::Values;
use crate::law::logic::Value;
use crate::law::norm::Kind;
use crate::law::parting::{Parting, partings};
use crate::law::program::{Norms, Stage};
use crate::law::sheet::FactSheet;

/// A lot of sheets under judgement. Made once for a corpus and used again for every lot: nothing is allocated.
#[derive(Clone, Debug)]
pub struct Lot {
    count: usize,
    reading: Reading,
    rows: Vec<u64>,
    clauses: Vec<Lanes>,
    slots: Vec<Values>,
    lanes: Vec<Lane>,
}

impl Default for Lot {
    fn default() -> Self {
        Self {
            count: 0,
            reading: Reading::Mainstream { as_of: 0 },
            rows: Vec::new(),
            clauses: Vec::new(),
            slots: Vec::new(),
            lanes: Vec::new(),
        }
    }
}

/// What was found on one sheet.
#[derive(Clone, Copy, Debug, Default)]
struct Lane {
    /// Norms that are certainly raised, and those that may be.
    certain: Norms,
    open: Norms,
    found: Found,
}

impl Lot {
    /// The most sheets in a lot.
    pub const MOST: usize = u64::BITS as usize;

    /// Room for lots under a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        Self {
            rows: vec![0; corpus.clauses().rows()],
            clauses: vec![[0; 2]; corpus.clauses().len()],
            slots: vec![Values::default(); corpus.most_slots()],
            lanes: vec![Lane::default(); Self::MOST],
            ..Self::default()
        }
    }

    /// Whether there is room for a sheet: none in the default, which holds the place of a lot that nobody needs for now.
    pub const fn has_room(&self) -> bool {
        !self.lanes.is_empty()
    }

    /// Begins another lot.
    pub fn clear(&mut self) {
        self.count = 0;
        self.rows.fill(0);
    }

    /// How many sheets it holds.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether it holds none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds a sheet; it is judged in the lane that comes back.
    ///
    /// # Panics
    /// If the lot is full.
    pub fn enter(&mut self, corpus: &Corpus, sheet: &FactSheet) -> usize {
        assert!(self.count < Self::MOST, "a lot holds {} sheets", Self::MOST);
        corpus.clauses().mark(sheet, 1 << self.count, &mut self.rows);
        self.count += 1;
        self.count - 1
    }

    /// Judges every sheet of the lot. Positions of contested norms are always found; to [`Depth::Whole`] those of every norm
    /// that is raised on some sheet.
    pub fn assess(&mut self, corpus: &Corpus, reading: Reading, depth: Depth) {
        let Self { count, rows, clauses, slots, lanes, .. } = self;
        if *count == 0 {
            return;
        }
        let compiled = corpus.compiled(reading);
        let (program, steps) = (&compiled.program, &compiled.steps);
        let all = u64::MAX >> (Self::MOST - *count);
        lanes[..*count].fill(Lane::default());
        corpus.clauses().settle(rows, clauses);
        steps.run(program, (Stage::Raising, Norms::MAX), clauses, slots);
        let mut asked = 0;
        for (slot, norms) in &compiled.whens {
            let raised = slots[*slot as usize];
            let (certain, open) = (raised.yes() & all, (raised.unknown | raised.contested) & all);
            asked |= if certain | open == 0 { 0 } else { *norms };
            lit(certain, |lane| lanes[lane].certain |= *norms);
            lit(open, |lane| lanes[lane].open |= *norms);
        }
        steps.run(program, (Stage::Headline, asked), clauses, slots);
        let mut contested = 0;
        for at in each(asked) {
            let row = &compiled.rows[at];
            let live = !slots[row.when as usize].no & all;
            let finding = findings(compiled, row, slots);
            let norm = 1 << at;
            lit(finding.breach & live, |lane| lanes[lane].found.breach |= norm);
            lit(finding.contested & live, |lane| lanes[lane].found.contested |= norm);
            lit(finding.undetermined & live, |lane| lanes[lane].found.undetermined |= norm);
            lit(finding.precluded & live, |lane| lanes[lane].found.precluded |= norm);
            contested |= if finding.contested & live == 0 { 0 } else { norm };
        }
        let opened = if depth == Depth::Whole { asked } else { contested };
        steps.run(program, (Stage::Minority, opened), clauses, slots);
        self.reading = reading;
    }

    /// Where readings part on the sheet of a lane. It has been judged in the mainstream, to [`Depth::Whole`].
    pub fn partings<'a>(&'a self, corpus: &'a Corpus, lane: usize) -> impl Iterator<Item = Parting> + 'a {
        let positions = &corpus.compiled(self.reading).positions;
        partings(corpus, self.lanes[lane].certain, move |norm, place| {
            Value::from_bit(self.slots[positions[norm.index()][place] as usize].bit(lane))
        })
    }

    /// Puts what was found in a lane where one check would have put it: the verdict, the findings, and of tests and
    /// positions what a [`score`](crate::law::score::score) asks for.
    pub fn lay(&self, corpus: &Corpus, act: &Act, lane: usize, out: &mut Assessment) {
        let compiled = corpus.compiled(self.reading);
        let kinds = &compiled.kinds;
        let Lane { certain, open, found } = &self.lanes[lane];
        out.findings.fill(Finding::NoBreach);
        for (norms, finding) in [
            (found.breach, Finding::Breach),
            (found.contested, Finding::Contested),
            (found.undetermined, Finding::Undetermined),
            (found.precluded, Finding::Precluded),
        ] {
            each(norms).for_each(|at| out.findings[at] = finding);
        }
        let mut copy = |slot: u16| out.slots[slot as usize] = self.slots[slot as usize].bit(lane);
        each(found.any()).for_each(|at| copy(compiled.rows[at].test));
        for at in each(found.contested) {
            let row = &compiled.rows[at];
            copy(row.when);
            compiled.positions[at].iter().for_each(|slot| copy(*slot));
            compiled.pleas(row).iter().for_each(|plea| {
                copy(plea.when);
                copy(plea.test);
            });
        }
        (out.reading, out.certain, out.found) = (self.reading, *certain, found.any());
        out.provisional = open & kinds.decide() != 0;
        let holds = |clause: usize| {
            let [fails, open] = self.clauses[clause];
            (fails | open) >> lane & 1 == 0
        };
        out.overall = found.overall((corpus, kinds), act, *certain, holds);
    }
}

/// Calls for every lane in a plane.
fn lit(mut plane: u64, mut each: impl FnMut(usize)) {
    while plane != 0 {
        each(plane.trailing_zeros() as usize);
        plane &= plane - 1;
    }
}

/// Where each finding is made on a norm.
struct Planes {
    breach: u64,
    contested: u64,
    undetermined: u64,
    precluded: u64,
}

/// The same table as for one act, in planes.
fn findings(compiled: &Compiled, row: &Row, slots: &[Values]) -> Planes {
    let test = slots[row.test as usize];
    if row.kind == Kind::Plea {
        let raised = slots[row.when as usize].yes();
        return Planes {
            breach: test.no & raised,
            contested: test.contested & raised,
            undetermined: test.unknown & raised,
            precluded: test.yes() & raised,
        };
    }
    let (mut succeeds, mut unknown, mut contested) = (0, 0, 0);
    for plea in compiled.pleas(row) {
        let (raised, value) = (slots[plea.when as usize].yes(), slots[plea.test as usize]);
        succeeds |= value.yes() & raised;
        unknown |= value.unknown & raised;
        contested |= value.contested & raised;
    }
    let open = !succeeds;
    let yes = test.yes() & open;
    Planes {
        breach: yes & !(unknown | contested),
        contested: test.contested & open | yes & contested & !unknown,
        undetermined: test.unknown & open | yes & unknown,
        precluded: succeeds & !test.no,
    }
}
