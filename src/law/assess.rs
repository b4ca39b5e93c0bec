//! The check itself: findings and the overall verdict for one packed sheet, without allocation.

use serde::{Deserialize, Serialize};

use crate::law::act::{Act, Character};
use crate::law::compiled::{Compiled, Row};
use crate::law::corpus::{Corpus, NormId, Reading};
use crate::law::logic::Value;
use crate::law::norm::{DatedStanding, Kind, Standing};
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
    /// Findings and verdict.
    Findings,
    /// Also the answer of every minority position, which costs and opinions need.
    Positions,
}

/// The outcome of a check. Made once for a corpus and used again for every check.
#[derive(Clone, Debug)]
pub struct Assessment {
    slots: Vec<u8>,
    findings: Vec<Finding>,
    /// Verdict on the act as a whole.
    pub overall: Overall,
    /// Whether the verdict may change when a norm or plea not yet known to be raised turns out to be.
    pub provisional: bool,
    reading: Reading,
}

impl Assessment {
    /// Room for checks under a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let readings = (0..corpus.profiles().len()).map(Reading::Profile);
        let periods = corpus.periods().map(|as_of| Reading::Mainstream { as_of });
        let slots = readings.chain(periods).map(|reading| corpus.compiled(reading).program.len()).max().unwrap_or(0);
        Self {
            slots: vec![Value::FALSE; slots],
            findings: vec![Finding::NoBreach; corpus.norms().len()],
            overall: Overall::Lawful,
            provisional: false,
            reading: Reading::Mainstream { as_of: 0 },
        }
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

    /// The value of a norm's test, before pleas and whether or not it is raised.
    pub fn test(&self, corpus: &Corpus, norm: NormId) -> Value {
        Value::from_bit(self.slots[corpus.compiled(self.reading).rows[norm.index()].test as usize])
    }

    /// The value of a norm's nth position; computed only to [`Depth::Positions`] and in the mainstream.
    pub fn position(&self, corpus: &Corpus, norm: NormId, nth: usize) -> Value {
        Value::from_bit(self.slots[corpus.compiled(self.reading).positions[norm.index()][nth] as usize])
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
        word(compiled, &self.slots, &compiled.rows[norm.index()], test)
    }

    /// Norms that are or may be raised and whose test is not false, with what is found on them and their test.
    pub(crate) fn touched(&self, corpus: &Corpus) -> impl Iterator<Item = (NormId, Finding, Value)> {
        let rows = corpus.compiled(self.reading).rows.iter().zip(&self.findings);
        rows.enumerate().filter_map(|(at, (row, finding))| {
            let (when, test) = (self.slots[row.when as usize], self.slots[row.test as usize]);
            let touched = when != Value::FALSE && test != Value::FALSE;
            touched.then(|| (NormId(at as u8), *finding, Value::from_bit(test)))
        })
    }
}

/// Judges one act on a packed sheet. Nothing is allocated.
pub fn assess(corpus: &Corpus, reading: Reading, act: &Act, sheet: &Packed, depth: Depth, out: &mut Assessment) {
    let compiled = corpus.compiled(reading);
    let steps = match depth {
        Depth::Findings => compiled.core,
        Depth::Positions => compiled.program.len(),
    };
    compiled.program.run(sheet, &mut out.slots, steps);
    out.reading = reading;
    out.provisional = false;
    let mut hard = Finding::NoBreach;
    let mut precluded = false;
    let mut soft = false;
    for (row, found) in compiled.rows.iter().zip(&mut out.findings) {
        let raised = out.slots[row.when as usize];
        if raised == Value::FALSE {
            *found = Finding::NoBreach;
            continue;
        }
        let finding = word(compiled, &out.slots, row, Value::from_bit(out.slots[row.test as usize]));
        *found = finding;
        if raised == Value::TRUE {
            match row.kind {
                Kind::Prohibition | Kind::Consequence if finding == Finding::Precluded => precluded = true,
                Kind::Prohibition | Kind::Consequence => hard = hard.max(finding),
                Kind::Soft => soft |= finding == Finding::Breach,
                _ => {}
            }
        } else if matches!(row.kind, Kind::Prohibition | Kind::Consequence | Kind::Plea) {
            out.provisional = true;
        }
    }
    let special = &corpus.special;
    let consented = special.consent.is_some_and(|plea| out.findings[plea.index()] == Finding::Precluded);
    let certain = |bit: Option<usize>| bit.is_some_and(|bit| sheet.yes[bit / 64] >> (bit % 64) & 1 == 1);
    out.overall = match hard {
        Finding::Breach => Overall::Unlawful,
        Finding::Contested => Overall::Contested,
        Finding::Undetermined => Overall::Undetermined,
        Finding::Precluded | Finding::NoBreach => {
            let mild = act.character == Character::Lawful
                || act.esc > -15
                || certain(special.omission) && !soft
                || certain(special.conflict);
            if precluded || consented || mild { Overall::Lawful } else { Overall::UnfriendlyButLawful }
        }
    };
}

fn word(compiled: &Compiled, slots: &[u8], row: &Row, test: Value) -> Finding {
    let plain = match test {
        Value::True => Finding::Breach,
        Value::False => Finding::NoBreach,
        Value::Contested => Finding::Contested,
        Value::Unknown => Finding::Undetermined,
    };
    match row.kind {
        Kind::Plea => match (slots[row.when as usize], test) {
            (Value::TRUE, Value::True) => Finding::Precluded,
            (Value::TRUE, Value::False) => Finding::Breach,
            (Value::TRUE, _) => plain,
            _ => Finding::NoBreach,
        },
        Kind::Prohibition if test != Value::False => {
            let seen = compiled.pleas(row).iter().fold(0, |seen, plea| {
                let raised = slots[plea.when as usize] == Value::TRUE;
                seen | if raised { slots[plea.test as usize] } else { Value::FALSE }
            });
            // The best of the pleas: true, unknown, contested, false.
            if seen & Value::TRUE != 0 {
                Finding::Precluded
            } else if test != Value::True {
                plain
            } else if seen & Value::UNKNOWN != 0 {
                Finding::Undetermined
            } else if seen & Value::CONTESTED != 0 {
                Finding::Contested
            } else {
                Finding::Breach
            }
        }
        _ => plain,
    }
}
