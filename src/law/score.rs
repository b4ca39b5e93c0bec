//! What an act weighs and what its findings cost, in whole numbers.
//!
//! # Source
//! Section 4 of the catalogue's scoring rules: judgement, a starting table kept as data in `assets/law/gravity.ron`.

use serde::Serialize;

use crate::law::assess::{Assessment, Finding};
use crate::law::corpus::{Corpus, NormId};
use crate::law::fact::{Fact, Holds, Vocabulary, YES, facts};
use crate::law::flaw::{Flaw, Subject};
use crate::law::logic::Value;
use crate::law::norm::{GravitySpec, Kind, Standing};
use crate::law::sheet::FactSheet;

/// The checked gravity table.
#[derive(Clone, Debug, Default)]
pub struct Gravity {
    rows: Vec<Row>,
    additions: Vec<(Fact, u8)>,
    crowded: u8,
    near: u8,
}

#[derive(Clone, Debug)]
struct Row {
    fact: Fact,
    default: Option<u32>,
    /// Codes (or least numbers, rising) with their points.
    points: Vec<(u32, u8)>,
    whole: bool,
}

impl Row {
    fn at(&self, code: u32) -> u8 {
        let hit = |(key, _): &&(u32, u8)| if self.whole { *key <= code } else { *key == code };
        self.points.iter().filter(hit).map(|(_, points)| *points).max().unwrap_or(0)
    }

    fn worst(&self) -> u8 {
        self.points.iter().map(|(_, points)| *points).max().unwrap_or(0)
    }
}

/// How facts that are unknown are weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// As their defaults.
    Default,
    /// As the worst they could be.
    Worst,
}

impl Gravity {
    pub(crate) fn new(spec: &GravitySpec, vocabulary: &Vocabulary, flaws: &mut Vec<Flaw>) -> Self {
        let mut rows = Vec::new();
        for (at, (name, values)) in spec.rows.iter().enumerate() {
            let Some(fact) = vocabulary.find(name) else {
                let flaw =
                    Flaw::within(Subject::Gravity(at), name, 0..name.len(), format!("there is no fact `{name}`"));
                flaws.push(flaw.suggest(name, vocabulary.names()));
                continue;
            };
            let mut points = Vec::new();
            for (value, score) in values {
                match vocabulary.read(fact, value) {
                    Some(code) => points.push((code, *score)),
                    None => flaws.push(Flaw::within(
                        Subject::Gravity(at),
                        value,
                        0..value.len(),
                        format!("fact `{name}` has no value `{value}`"),
                    )),
                }
            }
            let whole = matches!(vocabulary.spec(fact).holds, Holds::Int { .. });
            rows.push(Row { fact, default: vocabulary.default(fact), points, whole });
        }
        let mut additions = Vec::new();
        for (name, points) in &spec.additions {
            match vocabulary.find(name) {
                Some(fact) => additions.push((fact, *points)),
                None => flaws.push(Flaw::within(
                    Subject::Gravity(spec.rows.len()),
                    name,
                    0..name.len(),
                    format!("there is no fact `{name}`"),
                )),
            }
        }
        Self { rows, additions, crowded: spec.crowded, near: spec.near }
    }

    /// The gravity of an act: 0 to 100 points over its effect facts.
    pub fn of(&self, sheet: &FactSheet, doubt: Doubt) -> u8 {
        let score = |row: &Row| match (sheet.get(row.fact), doubt) {
            (Some(code), _) => row.at(code),
            (None, Doubt::Worst) => row.worst(),
            (None, Doubt::Default) => row.default.map_or(0, |code| row.at(code)),
        };
        let head = self.rows.iter().map(score).max().unwrap_or(0);
        if head == 0 {
            return 0;
        }
        let near = self.rows.iter().filter(|row| score(row) > 0 && score(row) + self.near >= head).count();
        let holds = |fact| match sheet.get(fact) {
            Some(code) => code == YES,
            None => doubt == Doubt::Worst,
        };
        let added: u8 = self.additions.iter().filter(|(fact, _)| holds(*fact)).map(|(_, points)| *points).sum();
        (head + if near >= 2 { self.crowded } else { 0 } + added).min(100)
    }
}

/// The importance of the rights at stake: a fifth of the highest weight among prohibitions breached, before pleas.
pub fn rights(corpus: &Corpus, assessment: &Assessment) -> u8 {
    corpus
        .norms()
        .filter(|(id, norm)| {
            norm.spec.kind == Kind::Prohibition
                && assessment.raised(corpus, *id) == Value::True
                && assessment.test(corpus, *id) == Value::True
        })
        .map(|(_, norm)| norm.spec.weight)
        .max()
        .unwrap_or(0)
        / 5
}

/// The size of a response against an injury in per cent, 0 to 1000, each side as gravity plus importance of rights.
pub fn response_ratio(response: u32, prior: u32) -> u32 {
    match (response, prior) {
        (0, 0) => 100,
        (_, 0) => 1000,
        _ => (100 * response / prior).min(1000),
    }
}

/// History that is no fact of the sheet and comes beside it from the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The State has done this before.
    pub repeated: bool,
    /// The act was made to look like a third State's.
    pub false_flag_on_third_state: bool,
    /// The State believed in good faith, on corroborated evidence, what turned out wrong.
    pub good_faith: bool,
}

/// The numbers beside a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Gravity of the act's effects, 0 to 100, unknown effects at their defaults.
    pub gravity: u8,
    /// The same with unknown effects at their worst.
    pub gravity_at_worst: u8,
    /// Importance of the rights breached, 0 to 20.
    pub rights: u8,
    /// Legality cost in points.
    pub cost: u32,
}

/// Families whose norms fine one act once, at the highest entry.
const CAPPED: [&str; 6] = ["sovereignty", "force", "vigilance", "diplomatic", "rights", "conflict"];

/// Scores an assessment made to [`crate::law::assess::Depth::Positions`]. Nothing is allocated.
pub fn score(corpus: &Corpus, sheet: &FactSheet, assessment: &Assessment, record: Record) -> Score {
    let gravity = corpus.gravity().of(sheet, Doubt::Default);
    let mut capped = [0_u64; CAPPED.len()];
    let mut total = 0_u64;
    for (id, norm) in corpus.norms() {
        if norm.spec.weight == 0 || assessment.raised(corpus, id) != Value::True {
            continue;
        }
        let entry = u64::from(norm.spec.weight) * share(corpus, assessment, id);
        match CAPPED.iter().position(|family| *family == norm.family) {
            Some(family) => capped[family] = capped[family].max(entry),
            None => total += entry,
        }
    }
    total += capped.iter().sum::<u64>();
    // One thousand for the finding's share, one for every factor; rounded down once.
    let (mut above, mut below) = (u128::from(total) * (500 + 10 * u128::from(gravity)), 1000 * 1000_u128);
    let mut times = |condition: bool, permille: u128| {
        if condition {
            above *= permille;
            below *= 1000;
        }
    };
    use facts::{
        ACT_CEASED, ASSISTANCE, ASSURANCES_GIVEN, CIVILIAN_HARDSHIP, EVIDENCE_BASIS, INDISCRIMINATE,
        INVESTIGATED_PROSECUTED, OWN_WRONG_ESTABLISHED, REPARATION_MADE, assistance, civilian_hardship, evidence_basis,
        reparation_made,
    };
    times(sheet.holds(INVESTIGATED_PROSECUTED) && sheet.is(ASSISTANCE, assistance::GIVEN), 600);
    times(sheet.holds(OWN_WRONG_ESTABLISHED) && sheet.holds(ACT_CEASED), 700);
    times(sheet.holds(OWN_WRONG_ESTABLISHED) && sheet.is(REPARATION_MADE, reparation_made::FULL), 500);
    times(sheet.holds(ASSURANCES_GIVEN), 900);
    let corroborated = [evidence_basis::CORROBORATED, evidence_basis::COURT_TESTED];
    times(record.good_faith && sheet.get(EVIDENCE_BASIS).is_some_and(|basis| corroborated.contains(&basis)), 700);
    times(record.repeated, 1300);
    times(sheet.holds(INDISCRIMINATE), 1300);
    times(sheet.is(CIVILIAN_HARDSHIP, civilian_hardship::DANGER_TO_LIFE), 1500);
    times(record.false_flag_on_third_state, 1400);
    Score {
        gravity,
        gravity_at_worst: corpus.gravity().of(sheet, Doubt::Worst),
        rights: rights(corpus, assessment),
        cost: (above / below) as u32,
    }
}

/// The share of a norm's weight that its finding costs, in permille.
fn share(corpus: &Corpus, assessment: &Assessment, id: NormId) -> u64 {
    match assessment.finding(id) {
        Finding::Breach => 1000,
        Finding::NoBreach => 0,
        Finding::Precluded => 100,
        Finding::Undetermined => 350,
        Finding::Contested => contested(corpus, assessment, id),
    }
}

/// The share of standing that says breach: the baseline counts 500, the substantial positions share 400, the minority
/// ones 100. A position that is itself contested counts half, one that turns on facts 350 in 1000. A norm without
/// positions, contested through what it builds on, is all baseline.
fn contested(corpus: &Corpus, assessment: &Assessment, id: NormId) -> u64 {
    let norm = corpus.norm(id);
    if norm.positions.is_empty() || assessment.is_profiled() {
        return 500;
    }
    let mut groups = [(0_u64, 0_u64); 3];
    for (nth, position) in norm.positions.iter().enumerate() {
        let finding = assessment.word(corpus, id, assessment.position(corpus, id, nth));
        let group = &mut groups[match assessment.standing(position.standing) {
            Standing::Baseline => 0,
            Standing::Substantial => 1,
            Standing::Minority => 2,
        }];
        group.0 += match finding {
            Finding::Breach => 1000,
            Finding::Contested => 500,
            Finding::Undetermined => 350,
            Finding::Precluded | Finding::NoBreach => 0,
        };
        group.1 += 1;
    }
    let weight = [500, 400, 100];
    groups
        .iter()
        .zip(weight)
        .map(|((sum, count), weight)| if *count == 0 { 0 } else { weight * sum / count / 1000 })
        .sum()
}
