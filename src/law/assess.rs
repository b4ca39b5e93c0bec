//! The check itself: findings and the overall verdict for one packed sheet, without allocation.

use serde::{Deserialize, Serialize};

use crate::law::act::{Act, Character};
use crate::law::compiled::{Compiled, Kinds, Row};
use crate::law::corpus::{Corpus, NormId, Reading};
use crate::law::logic::Value;
use crate::law::norm::{DatedStanding, Kind, Standing};
use crate::law::parting::{Parting, partings};
use crate::law::program::{Norms, Stage};
use crate::law::sheet::Packed;

/// What is found on one norm. The order is from nothing to the gravest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The test is false, or the norm is not raised.
    #[default]
    NoBreach,
    /// A plea precludes wrongfulness; for a plea: it succeeds.
    Precluded,
    /// It turns on facts that are unknown.
    Undetermined,
    /// It turns on which reading of the law is right.
    Contested,
    /// The test is true and nothing excuses it; for a plea: it fails.
    Breach,
}

/// The verdict on the act as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overall {
    /// Breaches nothing, or is excused.
    #[default]
    Lawful,
    /// Breaches nothing, and is meant to hurt or warn.
    UnfriendlyButLawful,
    /// Turns on facts.
    Undetermined,
    /// Turns on the reading of the law.
    Contested,
    /// Breaches something.
    Unlawful,
}

impl Finding {
    /// As written in case files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoBreach => "no-breach",
            Self::Precluded => "precluded",
            Self::Undetermined => "undetermined",
            Self::Contested => "contested",
            Self::Breach => "breach",
        }
    }
}

impl Overall {
    /// As written in case files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lawful => "lawful",
            Self::UnfriendlyButLawful => "unfriendly-but-lawful",
            Self::Undetermined => "undetermined",
            Self::Contested => "contested",
            Self::Unlawful => "unlawful",
        }
    }
}

/// How much to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Findings and verdict; tests of norms that may be raised.
    Findings,
    /// Also the minority positions of contested norms, which costs need.
    Cost,
    /// Tests and positions of every norm, raised or not, which opinions need.
    Whole,
}

/// The outcome of a check. Made once for a corpus and used again for every check.
#[derive(Clone, Debug)]
pub struct Assessment {
    pub(super) slots: Vec<u8>,
    pub(super) findings: Vec<Finding>,
    /// Verdict on the act as a whole.
    pub overall: Overall,
    /// Whether the verdict may change when a norm or plea not yet known to be raised turns out to be.
    pub provisional: bool,
    pub(super) reading: Reading,
    /// Norms that are certainly raised, and those on which there is something to find.
    pub(super) certain: Norms,
    pub(super) found: Norms,
}

impl Assessment {
    /// Room for checks under a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        Self {
            slots: vec![Value::FALSE; corpus.most_slots()],
            findings: vec![Finding::NoBreach; corpus.norms().len()],
            overall: Overall::Lawful,
            provisional: false,
            reading: Reading::Mainstream { as_of: 0 },
            certain: 0,
            found: 0,
        }
    }

    /// Makes room for checks under another corpus of the same norms.
    pub fn fit(&mut self, corpus: &Corpus) {
        let slots = self.slots.len().max(corpus.most_slots());
        self.slots.resize(slots, Value::FALSE);
    }

    /// The finding on a norm.
    pub fn finding(&self, norm: NormId) -> Finding {
        self.findings[norm.index()]
    }

    /// All findings in the order of the catalogue.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether a norm is raised: true, unknown or false.
    pub fn raised(&self, corpus: &Corpus, norm: NormId) -> Value {
        Value::from_bit(self.slots[corpus.compiled(self.reading).rows[norm.index()].when as usize])
    }

    /// The value of a norm's test, before pleas. Of a norm that is not raised, only to [`Depth::Whole`].
    pub fn test(&self, corpus: &Corpus, norm: NormId) -> Value {
        self.tests(corpus)(norm)
    }

    /// The same for many norms.
    pub(crate) fn tests(&self, corpus: &Corpus) -> impl Fn(NormId) -> Value {
        let rows = &corpus.compiled(self.reading).rows;
        |norm| Value::from_bit(self.slots[rows[norm.index()].test as usize])
    }

    /// The value of a norm's nth position, in the mainstream: to [`Depth::Whole`], or to [`Depth::Cost`] if the norm is
    /// contested.
    pub fn position(&self, corpus: &Corpus, norm: NormId, nth: usize) -> Value {
        Value::from_bit(self.slots[corpus.compiled(self.reading).positions[norm.index()][nth] as usize])
    }

    /// Where readings part on the act. It has been judged in the mainstream, to [`Depth::Whole`].
    pub fn partings<'a>(&'a self, corpus: &'a Corpus) -> impl Iterator<Item = Parting> + 'a {
        partings(corpus, self.certain, |norm, place| self.position(corpus, norm, place))
    }

    /// Whether it was made under a profile, where rival positions have no answer.
    pub(crate) const fn is_profiled(&self) -> bool {
        matches!(self.reading, Reading::Profile(_))
    }

    /// A dated standing in the year of this assessment.
    pub(crate) fn standing(&self, standing: DatedStanding) -> Standing {
        match self.reading {
            Reading::Mainstream { as_of } => standing.at(as_of),
            Reading::Profile(_) => standing.before,
        }
    }

    /// The finding that a test value of a norm leads to, given the pleas as they stand.
    pub fn word(&self, corpus: &Corpus, norm: NormId, test: Value) -> Finding {
        let compiled = corpus.compiled(self.reading);
        word(compiled, &self.slots, &compiled.rows[norm.index()], test as u8)
    }

    /// Norms on which there is something to find, with the finding and the value of the test.
    pub(crate) fn touched(&self, corpus: &Corpus) -> impl Iterator<Item = (NormId, Finding, Value)> {
        let test = self.tests(corpus);
        each(self.found).map(NormId::at).map(move |norm| (norm, self.finding(norm), test(norm)))
    }

    /// The same for norms that are certainly raised.
    pub(crate) fn certain(&self, corpus: &Corpus) -> impl Iterator<Item = (NormId, Finding, Value)> {
        self.touched(corpus).filter(|(norm, ..)| self.certain >> norm.index() & 1 == 1)
    }
}

/// The places of the norms in a set.
pub(super) fn each(mut norms: Norms) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = norms.trailing_zeros() as usize;
        (norms != 0).then(|| {
            norms &= norms - 1;
            at
        })
    })
}

/// Norms by what is found on them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    pub(super) breach: Norms,
    pub(super) contested: Norms,
    pub(super) undetermined: Norms,
    pub(super) precluded: Norms,
}

impl Found {
    /// Norms on which there is something to find.
    pub(super) const fn any(&self) -> Norms {
        self.breach | self.contested | self.undetermined | self.precluded
    }

    /// The verdict on an act whose certainly raised norms are known. `holds` answers for clauses of its sheet.
    pub(super) fn overall(
        &self,
        (corpus, kinds): (&Corpus, &Kinds),
        act: &Act,
        certain: Norms,
        holds: impl Fn(usize) -> bool,
    ) -> Overall {
        let hard = kinds.prohibitions | kinds.consequences;
        let some = |found: Norms, of: Norms| found & certain & of != 0;
        if some(self.breach, hard) {
            return Overall::Unlawful;
        }
        if some(self.contested, hard) {
            return Overall::Contested;
        }
        if some(self.undetermined, hard) {
            return Overall::Undetermined;
        }
        let special = &corpus.special;
        let consented = special.consent.is_some_and(|plea| self.precluded >> plea.index() & 1 == 1);
        let holds = |clause: Option<usize>| clause.is_some_and(&holds);
        let mild = act.character == Character::Lawful
            || act.esc > -15
            || holds(special.omission) && !some(self.breach, kinds.soft)
            || holds(special.conflict);
        let excused = some(self.precluded, hard) || consented;
        if excused || mild { Overall::Lawful } else { Overall::UnfriendlyButLawful }
    }

    /// Finds on each of some norms. Which finding it is cannot be foreseen, so nothing branches on it.
    #[inline]
    fn of(compiled: &Compiled, norms: Norms, slots: &[u8], findings: &mut [Finding]) -> Self {
        let mut found = Self::default();
        for half in [0, 64] {
            let [mut breach, mut contested, mut undetermined, mut precluded] = [0_u64; 4];
            let mut left = (norms >> half) as u64;
            while left != 0 {
                let (at, bit) = (half + left.trailing_zeros() as usize, left & left.wrapping_neg());
                left ^= bit;
                let row = &compiled.rows[at];
                let finding = word(compiled, slots, row, slots[row.test as usize]);
                findings[at] = finding;
                let is = |other: Finding| bit & u64::from(finding == other).wrapping_neg();
                breach |= is(Finding::Breach);
                contested |= is(Finding::Contested);
                undetermined |= is(Finding::Undetermined);
                precluded |= is(Finding::Precluded);
            }
            let put = |all: &mut Norms, some: u64| *all |= Norms::from(some) << half;
            put(&mut found.breach, breach);
            put(&mut found.contested, contested);
            put(&mut found.undetermined, undetermined);
            put(&mut found.precluded, precluded);
        }
        found
    }
}

/// Judges one act on a packed sheet. Nothing is allocated.
pub fn assess(corpus: &Corpus, reading: Reading, act: &Act, sheet: &Packed, depth: Depth, out: &mut Assessment) {
    let compiled = corpus.compiled(reading);
    let Compiled { program, kinds, .. } = compiled;
    program.run(Stage::Raising, Norms::MAX, sheet, &mut out.slots);
    let (mut certain, mut open) = (0, 0);
    for (slot, norms) in &compiled.whens {
        let raised = out.slots[*slot as usize];
        certain |= if raised == Value::TRUE { *norms } else { 0 };
        open |= if raised & (Value::TRUE | Value::FALSE) == 0 { *norms } else { 0 };
    }
    // Where every norm is raised there is nothing to leave out.
    let is_all = (certain | open).count_ones() as usize == compiled.rows.len();
    let asked = if is_all || depth == Depth::Whole { Norms::MAX } else { certain | open };
    program.run(Stage::Headline, asked, sheet, &mut out.slots);
    out.findings.fill(Finding::NoBreach);
    let found = Found::of(compiled, certain | open, &out.slots, &mut out.findings);
    match depth {
        Depth::Findings => {}
        Depth::Cost => program.run(Stage::Minority, found.contested, sheet, &mut out.slots),
        Depth::Whole => program.run(Stage::Minority, Norms::MAX, sheet, &mut out.slots),
    }
    out.reading = reading;
    out.provisional = open & kinds.decide() != 0;
    (out.certain, out.found) = (certain, found.any());
    out.overall = found.overall((corpus, kinds), act, certain, |clause| sheet.holds(clause));
}

/// What a test comes to as a finding, pleas aside; by the bits of its values, so that it costs no branch.
const PLAIN: [Finding; 16] = {
    let mut plain = [Finding::NoBreach; 16];
    plain[Value::True as usize] = Finding::Breach;
    plain[Value::Contested as usize] = Finding::Contested;
    plain[Value::Unknown as usize] = Finding::Undetermined;
    plain
};

/// The same for a norm against which pleas are raised, by the bits of its test and of the best plea: a plea that
/// succeeds excuses everything but a false test, one that is open or contested passes that on to a true one.
const SHIELDED: [[Finding; 16]; 16] = {
    let mut table = [PLAIN; 16];
    let mut seen = 0;
    while seen < 16 {
        let open = [Value::True as usize, Value::Contested as usize, Value::Unknown as usize];
        if seen & Value::TRUE as usize != 0 {
            let mut nth = 0;
            while nth < open.len() {
                table[seen][open[nth]] = Finding::Precluded;
                nth += 1;
            }
        } else if seen & Value::UNKNOWN as usize != 0 {
            table[seen][Value::True as usize] = Finding::Undetermined;
        } else if seen & Value::CONTESTED as usize != 0 {
            table[seen][Value::True as usize] = Finding::Contested;
        }
        seen += 1;
    }
    table
};

/// What a plea that is raised comes to.
const PLEADED: [Finding; 16] = {
    let mut pleaded = PLAIN;
    pleaded[Value::True as usize] = Finding::Precluded;
    pleaded[Value::False as usize] = Finding::Breach;
    pleaded
};

#[inline]
fn word(compiled: &Compiled, slots: &[u8], row: &Row, test: u8) -> Finding {
    let test = test as usize & 15;
    if row.kind == Kind::Plea {
        let raised = slots[row.when as usize] == Value::TRUE;
        return if raised { PLEADED[test] } else { Finding::NoBreach };
    }
    let seen = compiled.pleas(row).iter().fold(0, |seen, plea| {
        let raised = slots[plea.when as usize] == Value::TRUE;
        seen | if raised { slots[plea.test as usize] } else { Value::FALSE }
    });
    SHIELDED[seen as usize & 15][test]
}
