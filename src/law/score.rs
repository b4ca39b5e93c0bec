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
    points: Points,
    /// Points while the fact is unknown: as its default, and as the worst it could be.
    unknown: [u8; 2],
}

/// The most effect facts that a gravity table may weigh.
const MOST_ROWS: usize = 32;

/// A fact that is no whole number has at most so many values: literals keep them as bits.
const CODES: usize = u32::BITS as usize;

/// What a fact's values weigh.
#[derive(Clone, Debug)]
enum Points {
    /// By code.
    ByCode([u8; CODES]),
    /// By least number, rising.
    From(Vec<(u32, u8)>),
}

impl Points {
    fn at(&self, code: u32) -> u8 {
        match self {
            Self::ByCode(points) => points[code as usize % CODES],
            Self::From(points) => {
                points.iter().filter(|(least, _)| *least <= code).map(|(_, points)| *points).max().unwrap_or(0)
            }
        }
    }
}

impl Row {
    fn new(fact: Fact, points: Vec<(u32, u8)>, vocabulary: &Vocabulary) -> Self {
        let worst = points.iter().map(|(_, points)| *points).max().unwrap_or(0);
        let points = if matches!(vocabulary.spec(fact).holds, Holds::Int { .. }) {
            Points::From(points)
        } else {
            let mut by_code = [0; CODES];
            for (code, points) in points {
                by_code[code as usize] = points;
            }
            Points::ByCode(by_code)
        };
        let default = vocabulary.default(fact).map_or(0, |code| points.at(code));
        Self { fact, points, unknown: [default, worst] }
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
            rows.push(Row::new(fact, points, vocabulary));
        }
        if rows.len() > MOST_ROWS {
            flaws.push(Flaw::whole(Subject::Gravity(MOST_ROWS), format!("at most {MOST_ROWS} effect facts fit")));
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
        let mut weighed = [0; MOST_ROWS];
        for (points, row) in weighed.iter_mut().zip(&self.rows) {
            *points = sheet.get(row.fact).map_or(row.unknown[doubt as usize], |code| row.points.at(code));
        }
        let head = weighed.iter().copied().max().unwrap_or(0);
        if head == 0 {
            return 0;
        }
        // A row of no points is never near.
        let least = head.saturating_sub(self.near).max(1);
        let near = weighed.iter().filter(|points| **points >= least).count();
        let holds = |fact| match sheet.get(fact) {
            Some(code) => code == YES,
            None => doubt == Doubt::Worst,
        };
        let added: u8 = self.additions.iter().filter(|(fact, _)| holds(*fact)).map(|(_, points)| *points).sum();
        (head + if near >= 2 { self.crowded } else { 0 } + added).min(100)
    }

    /// The same with unknown facts at their defaults, and at their worst.
    fn both(&self, sheet: &FactSheet) -> (u8, u8) {
        let facts = self.rows.iter().map(|row| row.fact).chain(self.additions.iter().map(|(fact, _)| *fact));
        let default = self.of(sheet, Doubt::Default);
        let is_known = facts.into_iter().all(|fact| sheet.get(fact).is_some());
        (default, if is_known { default } else { self.of(sheet, Doubt::Worst) })
    }
}

/// The importance of the rights at stake: a fifth of the highest weight among prohibitions breached, before pleas.
pub fn rights(corpus: &Corpus, assessment: &Assessment) -> u8 {
    let weight = |(id, _, test)| {
        let spec = &corpus.norm(id).spec;
        if spec.kind == Kind::Prohibition && test == Value::True { spec.weight } else { 0 }
    };
    assessment.certain(corpus).map(weight).max().unwrap_or(0) / 5
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

/// The capped family of that name, if it is one.
pub(crate) fn cap(family: &str) -> Option<usize> {
    CAPPED.iter().position(|capped| *capped == family)
}

/// Families whose norms fine one act once, at the highest entry.
const CAPPED: [&str; 6] = ["sovereignty", "force", "vigilance", "diplomatic", "rights", "conflict"];

/// How a legality cost comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What each raised norm adds.
    pub items: Vec<Item>,
    /// What the total is multiplied by, in permille.
    pub factors: Vec<(Factor, u32)>,
    /// The cost in points, rounded down once.
    pub cost: u32,
}

/// What one raised norm adds to the cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The norm.
    pub norm: NormId,
    /// Its weight in points.
    pub weight: u8,
    /// The share of the weight that its finding costs, in permille.
    pub share: u32,
    /// False if its family fines the act once, and another norm of the family costs more.
    pub counted: bool,
}

/// A circumstance by which a cost is multiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    /// One half, and one hundredth more for every point of gravity.
    Gravity,
    /// Help was given on request, and the matter investigated and prosecuted.
    Cooperated,
    /// The State stopped its own wrong.
    Stopped,
    /// It made full reparation for it.
    Repaired,
    /// It gave assurances of non-repetition.
    Assured,
    /// It believed in good faith, on corroborated evidence, what turned out wrong.
    GoodFaith,
    /// It has done this before.
    Repeated,
    /// The means hit what was not selected.
    Indiscriminate,
    /// The lives of ordinary people are in danger.
    DangerToLife,
    /// It was made to look like a third State's act.
    FalseFlag,
}

/// Scores an assessment made to [`crate::law::assess::Depth::Cost`] or further. Nothing is allocated.
pub fn score(corpus: &Corpus, sheet: &FactSheet, assessment: &Assessment, record: Record) -> Score {
    let (gravity, gravity_at_worst) = corpus.gravity().both(sheet);
    Score {
        gravity,
        gravity_at_worst,
        rights: rights(corpus, assessment),
        cost: cost(&Dearest::of(corpus, assessment), factors(sheet, gravity, record)),
    }
}

/// The cost of an assessment made to [`crate::law::assess::Depth::Cost`] or further, with every part of it.
pub fn sum(corpus: &Corpus, sheet: &FactSheet, assessment: &Assessment, record: Record) -> Sum {
    let dearest = Dearest::of(corpus, assessment);
    let items = raised(corpus, assessment).map(|(item, cap)| Item { counted: dearest.counts(item, cap), ..item });
    let factors: Vec<(Factor, u32)> = factors(sheet, corpus.gravity().of(sheet, Doubt::Default), record).collect();
    let cost = cost(&dearest, factors.iter().copied());
    Sum { items: items.collect(), factors, cost }
}

fn cost(dearest: &Dearest, factors: impl Iterator<Item = (Factor, u32)>) -> u32 {
    // One thousand for the finding's share, one for every factor; rounded down once.
    let (above, below) = factors.fold((u128::from(dearest.total()), 1000_u128), |(above, below), (_, factor)| {
        (above * u128::from(factor), below * 1000)
    });
    (above / below) as u32
}

/// What each raised norm with a weight adds, if anything, with the capped family it is of.
fn raised(corpus: &Corpus, assessment: &Assessment) -> impl Iterator<Item = (Item, Option<usize>)> {
    assessment.certain(corpus).filter_map(move |(id, finding, _)| {
        let norm = corpus.norm(id);
        (norm.spec.weight > 0).then(|| {
            let share = share(corpus, assessment, id, finding) as u32;
            (Item { norm: id, weight: norm.spec.weight, share, counted: true }, norm.cap)
        })
    })
}

/// What counts towards a cost: in a capped family only the dearest, the first among equals.
#[derive(Debug, Default)]
struct Dearest {
    uncapped: u64,
    capped: [Option<(u64, NormId)>; CAPPED.len()],
}

impl Dearest {
    fn of(corpus: &Corpus, assessment: &Assessment) -> Self {
        let mut dearest = Self::default();
        raised(corpus, assessment).for_each(|(item, cap)| dearest.hear(item, cap));
        dearest
    }

    fn hear(&mut self, item: Item, cap: Option<usize>) {
        match cap {
            None => self.uncapped += item.points(),
            Some(family) => {
                let head = &mut self.capped[family];
                if head.is_none_or(|(points, _)| item.points() > points) {
                    *head = Some((item.points(), item.norm));
                }
            }
        }
    }

    fn counts(&self, item: Item, cap: Option<usize>) -> bool {
        cap.and_then(|family| self.capped[family]).is_none_or(|(_, norm)| norm == item.norm)
    }

    /// Thousandths of a point.
    fn total(&self) -> u64 {
        self.uncapped + self.capped.iter().flatten().map(|(points, _)| points).sum::<u64>()
    }
}

/// The circumstances that hold, with what they multiply by in permille.
fn factors(sheet: &FactSheet, gravity: u8, record: Record) -> impl Iterator<Item = (Factor, u32)> {
    use facts::{
        ACT_CEASED, ASSISTANCE, ASSURANCES_GIVEN, CIVILIAN_HARDSHIP, EVIDENCE_BASIS, INDISCRIMINATE,
        INVESTIGATED_PROSECUTED, OWN_WRONG_ESTABLISHED, REPARATION_MADE, assistance, civilian_hardship, evidence_basis,
        reparation_made,
    };
    let own_wrong = sheet.holds(OWN_WRONG_ESTABLISHED);
    let corroborated = [evidence_basis::CORROBORATED, evidence_basis::COURT_TESTED];
    let well_founded = sheet.get(EVIDENCE_BASIS).is_some_and(|basis| corroborated.contains(&basis));
    let cooperated = sheet.holds(INVESTIGATED_PROSECUTED) && sheet.is(ASSISTANCE, assistance::GIVEN);
    [
        (true, Factor::Gravity, 500 + 10 * u32::from(gravity)),
        (cooperated, Factor::Cooperated, 600),
        (own_wrong && sheet.holds(ACT_CEASED), Factor::Stopped, 700),
        (own_wrong && sheet.is(REPARATION_MADE, reparation_made::FULL), Factor::Repaired, 500),
        (sheet.holds(ASSURANCES_GIVEN), Factor::Assured, 900),
        (record.good_faith && well_founded, Factor::GoodFaith, 700),
        (record.repeated, Factor::Repeated, 1300),
        (sheet.holds(INDISCRIMINATE), Factor::Indiscriminate, 1300),
        (sheet.is(CIVILIAN_HARDSHIP, civilian_hardship::DANGER_TO_LIFE), Factor::DangerToLife, 1500),
        (record.false_flag_on_third_state, Factor::FalseFlag, 1400),
    ]
    .into_iter()
    .filter_map(|(holds, factor, permille)| holds.then_some((factor, permille)))
}

impl Item {
    /// Thousandths of a point.
    pub fn points(&self) -> u64 {
        u64::from(self.weight) * u64::from(self.share)
    }
}

/// The share of a norm's weight that its finding costs, in permille.
fn share(corpus: &Corpus, assessment: &Assessment, id: NormId, finding: Finding) -> u64 {
    match finding {
        Finding::Breach => 1000,
        Finding::NoBreach => 0,
        Finding::Precluded => 100,
        Finding::Undetermined => 350,
        Finding::Contested => contested(corpus, assessment, id),
    }
}

/// The share of standing that says breach, for a norm of the assessment. Under a profile there is one reading only.
fn contested(corpus: &Corpus, assessment: &Assessment, id: NormId) -> u64 {
    let positions = if assessment.is_profiled() { &[] } else { corpus.norm(id).positions.as_slice() };
    divided((positions.iter().enumerate()).map(|(nth, position)| {
        let finding = assessment.word(corpus, id, assessment.position(corpus, id, nth));
        (assessment.standing(position.standing), finding)
    }))
}

/// The share of standing that says breach, in permille: the baseline counts 500, the substantial positions share 400,
/// the minority ones 100. A position that is itself contested counts half, one that turns on facts 350 in 1000. Without
/// positions, where a norm is contested through what it builds on, all is baseline and half of it says so.
pub(super) fn divided(positions: impl ExactSizeIterator<Item = (Standing, Finding)>) -> u64 {
    if positions.len() == 0 {
        return 500;
    }
    let mut groups = [(0_u64, 0_u64); 3];
    for (standing, finding) in positions {
        let group = &mut groups[match standing {
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
