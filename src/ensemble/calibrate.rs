//! Calibration: how an ensemble's figures lie to what is known of the world.
//!
//! Nothing here knows any target: [`targets`](crate::ensemble::targets) brings bands and queries. A query is asked of one scenario's games at a time; the figure is the
//! mean over the scenarios that have one, so that none dominates however many incidents it makes. How far it would be
//! another with other runs is told by the jackknife: the runs are dealt into groups, and each is left out once.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "figures and bands are no state")]

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::content::mistake::{Mistake, Mistakes, Source};
use crate::ensemble::archive::{Answer, Archive, Cell, Part};
use crate::ensemble::error::EnsembleError;
use crate::ensemble::statistic::{jackknife, ratio, round};
use crate::ensemble::targets::{Asked, Constraint, Numbers, Ordered, Queries, Target, Targets, View};

/// Groups of runs of which each is left out once.
const GROUPS: i64 = 10;

/// What a calibration came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// Target by target, as in their file.
    pub targets: Vec<Figure>,
    /// Constraint by constraint.
    pub order_constraints: Vec<Sign>,
    /// The sums.
    pub summary: Tally,
    /// The games looked at, by scenario.
    pub games: BTreeMap<String, usize>,
}

/// One target's figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The target.
    pub id: String,
    /// What it belongs to.
    pub group: String,
    /// How well it is known.
    pub solidity: String,
    /// The figure: the mean over scenarios; empty if there is none.
    pub value: Option<Numbers>,
    /// The lower bound.
    pub low: Numbers,
    /// The upper bound.
    pub high: Numbers,
    /// Whether the figure lies in the band; empty if there is none.
    pub pass: Option<bool>,
    /// The 95 % interval of each number, over the spread between runs.
    pub spread: Option<Vec<(f64, f64)>>,
    /// Scenario by scenario.
    pub scenarios: BTreeMap<String, Numbers>,
    /// Why there is no figure.
    pub reason: Option<String>,
}

/// One order constraint.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sign {
    /// The constraint.
    pub id: String,
    /// What should hold.
    pub rule: String,
    /// How well it is known.
    pub solidity: String,
    /// Whether it holds; empty if that cannot be said.
    pub pass: Option<bool>,
    /// The figures compared: as it is, and under the other model.
    pub figures: Option<(f64, f64)>,
    /// Why it cannot be said.
    pub reason: Option<String>,
}

/// The sums of a calibration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Tally {
    /// Targets in the file.
    pub targets: usize,
    /// Targets that have a query.
    pub expressible: usize,
    /// Targets that have a figure.
    pub with_figure: usize,
    /// Targets of solidity A and B that have a figure.
    pub solid: usize,
    /// Of these, inside their band.
    pub solid_inside: usize,
    /// The same, with A counted in full and B by half.
    pub weighted_share: Option<f64>,
    /// Order constraints that hold.
    pub constraints_hold: usize,
    /// Order constraints in the file.
    pub constraints: usize,
}

/// A query with the name of what it is for.
struct Question<'a> {
    about: Source,
    wants: usize,
    of: &'a str,
}

/// Asks everything of an ensemble. `under` gives the games under another choice, if they have been played.
///
/// # Errors
/// If a query cannot be asked: all such are told at once.
pub fn calibrate<'a>(
    archive: &Archive,
    targets: &Targets,
    queries: &Queries,
    under: &(dyn Fn(&str) -> Option<&'a Archive> + Sync),
) -> Result<Calibration, EnsembleError> {
    let mut questions: Vec<Question<'_>> = Vec::new();
    for target in &targets.targets {
        if let Ok(query) = query_of(target, queries) {
            questions.push(question(&target.id, query, target.low.all().len()));
        }
    }
    for constraint in &targets.order_constraints {
        match ordered(constraint, queries) {
            Ordered::Query(query) | Ordered::LowerThanUnder { query, .. } => {
                questions.push(question(&constraint.id, &query, 1));
            }
            Ordered::NotExpressible(_) => {}
        }
    }
    let answers = ask(archive, &queries.views, &questions)?;
    let mut figures = Vec::new();
    for target in &targets.targets {
        figures.push(figure(target, queries, answers.get(target.id.as_str())));
    }
    let mut signs = Vec::new();
    for constraint in &targets.order_constraints {
        let found = answers.get(constraint.id.as_str());
        signs.push(sign(constraint, queries, found, under)?);
    }
    let mut games: BTreeMap<String, usize> = BTreeMap::new();
    for (scenario, _) in archive.games() {
        *games.entry(scenario.to_owned()).or_default() += 1;
    }
    Ok(Calibration {
        summary: tally(targets, queries, &figures, &signs),
        targets: figures,
        order_constraints: signs,
        games,
    })
}

fn question<'a>(id: &'a str, query: &str, wants: usize) -> Question<'a> {
    Question { about: Source::new(format!("query of `{id}`"), query), wants, of: id }
}

/// A target's query, or why it has none.
fn query_of<'a>(target: &'a Target, queries: &'a Queries) -> Result<&'a str, String> {
    match (&target.query, queries.targets.get(&target.id)) {
        (Some(query), _) | (None, Some(Asked::Query(query))) => Ok(query),
        (None, Some(Asked::NotExpressible(why))) => Err(why.clone()),
        (None, None) => Err("nobody has written a query for it: give the target one of its own, as `query`".to_owned()),
    }
}

fn ordered(constraint: &Constraint, queries: &Queries) -> Ordered {
    match (&constraint.query, queries.order_constraints.get(&constraint.id)) {
        (Some(query), _) => Ordered::Query(query.clone()),
        (None, Some(ordered)) => ordered.clone(),
        (None, None) => Ordered::NotExpressible("nobody has written a query for it".to_owned()),
    }
}

/// What a question came to.
#[derive(Clone, Debug)]
struct Found {
    scenarios: BTreeMap<String, Vec<f64>>,
    mean: Vec<f64>,
    spread: Vec<(f64, f64)>,
}

/// What the questions came to with some runs left out.
type Round = Vec<Result<Option<Vec<f64>>, Mistake>>;

/// Asks all questions, scenario by scenario, with all runs and with each group of them left out.
fn ask<'a>(
    archive: &Archive,
    views: &[View],
    questions: &[Question<'a>],
) -> Result<BTreeMap<&'a str, Found>, EnsembleError> {
    let games = archive.games();
    let mut scenarios: Vec<&str> = games.iter().map(|(scenario, _)| *scenario).collect();
    scenarios.dedup();
    let runs = games.iter().map(|(_, run)| *run).max().unwrap_or(0);
    let groups = GROUPS.min(runs);
    // The first round leaves nothing out.
    let outs: Vec<Option<i64>> = std::iter::once(None).chain((0..groups).filter(|_| groups > 1).map(Some)).collect();
    let asked = |scenario: &&str| -> Result<Vec<Round>, EnsembleError> {
        let reading = archive.reading(Some(scenario))?;
        let round = |out: &Option<i64>| {
            if let Err(mistake) = reading.look(views, out.map(|left_out| Part { groups, left_out })) {
                return vec![Err(mistake)];
            }
            questions.iter().map(|question| numbers(question, &reading.ask(&question.about)?)).collect()
        };
        Ok(outs.iter().map(round).collect())
    };
    let answers: Vec<Vec<Round>> = scenarios.par_iter().with_max_len(1).map(asked).collect::<Result<_, _>>()?;
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut numbers_of = |answer: Result<Option<Vec<f64>>, Mistake>| match answer {
        Ok(numbers) => numbers,
        Err(mistake) => {
            if !mistakes.iter().any(|told| told.place() == mistake.place()) {
                mistakes.push(mistake);
            }
            None
        }
    };
    let mut plain = |round: Round| round.into_iter().map(&mut numbers_of).collect();
    let answers: Vec<Vec<Vec<Option<Vec<f64>>>>> =
        answers.into_iter().map(|rounds| rounds.into_iter().map(&mut plain).collect()).collect();
    if !mistakes.is_empty() {
        return Err(Mistakes(mistakes).into());
    }
    let mut found = BTreeMap::new();
    for (nth, question) in questions.iter().enumerate() {
        let over = |place: usize| -> BTreeMap<String, Vec<f64>> {
            let rows = scenarios.iter().zip(&answers);
            rows.filter_map(|(scenario, rounds)| Some(((*scenario).to_owned(), rounds[place][nth].clone()?))).collect()
        };
        let whole = over(0);
        let Some(mean) = mean(&whole) else { continue };
        let partial: Vec<Vec<f64>> = (1..outs.len()).filter_map(|place| self::mean(&over(place))).collect();
        let spread = (0..mean.len())
            .map(|place| jackknife(mean[place], &partial.iter().map(|numbers| numbers[place]).collect::<Vec<f64>>()));
        let spread = spread.collect();
        found.insert(question.of, Found { scenarios: whole, mean, spread });
    }
    Ok(found)
}

/// The mean over scenarios, number by number.
fn mean(scenarios: &BTreeMap<String, Vec<f64>>) -> Option<Vec<f64>> {
    let wide = scenarios.values().next()?.len();
    let over = |place: usize| scenarios.values().map(|numbers| numbers[place]).sum::<f64>() / scenarios.len() as f64;
    Some((0..wide).map(over).collect())
}

/// The numbers of an answer; `None` if it is empty. An answer of many rows is the mean of its column `value`.
fn numbers(question: &Question<'_>, answer: &Answer) -> Result<Option<Vec<f64>>, Mistake> {
    let wants = question.wants;
    let wrong = |message: String| {
        let help = "give one row with one number, or one for each bound; or many rows with a number in the column `value`, whose mean is taken";
        Err(question.about.mistake(0..question.about.text.len(), message).help(Some(help.to_owned())))
    };
    let number = |cell: &Cell| match cell {
        Cell::Whole(number) => Some(*number as f64),
        Cell::Real(number) => Some(*number).filter(|number| number.is_finite()),
        Cell::Empty | Cell::Text(_) => None,
    };
    let is_text = |cell: &&Cell| matches!(cell, Cell::Text(_));
    let values: Vec<&Cell> = match answer.columns.iter().position(|column| column == "value") {
        Some(place) if wants == 1 => answer.rows.iter().map(|row| &row[place]).collect(),
        _ if answer.rows.len() > 1 && !(answer.columns.len() == 1 && answer.rows.len() == wants) => {
            return wrong(format!("it gives {} rows of which none is the figure", answer.rows.len()));
        }
        _ => answer.rows.iter().flatten().collect(),
    };
    if let Some(text) = values.iter().copied().find(is_text) {
        return wrong(format!("it gives {text:?}, which is no number"));
    }
    if wants == 1 && values.len() != 1 && !answer.columns.iter().any(|column| column == "value") && !values.is_empty() {
        return wrong(format!("it gives {} numbers, and one is wanted", values.len()));
    }
    if wants > 1 && values.len() != wants && !values.is_empty() {
        return wrong(format!("it gives {} numbers, and {wants} are wanted", values.len()));
    }
    let known: Vec<f64> = values.iter().copied().filter_map(number).collect();
    Ok(match (known.is_empty(), wants) {
        (true, _) => None,
        (false, 1) => Some(vec![known.iter().sum::<f64>() / known.len() as f64]),
        (false, _) => Some(known).filter(|known| known.len() == wants),
    })
}

fn figure(target: &Target, queries: &Queries, found: Option<&Found>) -> Figure {
    let inside = |found: &Found| {
        let bounds = target.low.all().iter().zip(target.high.all());
        found.mean.iter().zip(bounds).all(|(number, (low, high))| low <= number && number <= high)
    };
    let reason = match (query_of(target, queries), found) {
        (Err(why), _) => Some(why),
        (Ok(_), None) => Some("the games hold nothing to count".to_owned()),
        (Ok(_), Some(_)) => None,
    };
    Figure {
        id: target.id.clone(),
        group: target.group.clone(),
        solidity: target.solidity.clone(),
        value: found.map(|found| rounded(&found.mean)),
        low: target.low.clone(),
        high: target.high.clone(),
        pass: found.map(inside),
        spread: found.map(|found| found.spread.clone()),
        scenarios: found.map_or_else(BTreeMap::new, |found| {
            found.scenarios.iter().map(|(scenario, numbers)| (scenario.clone(), rounded(numbers))).collect()
        }),
        reason,
    }
}

fn rounded(numbers: &[f64]) -> Numbers {
    Numbers::of(numbers.iter().map(|number| round(*number)).collect())
}

fn sign<'a>(
    constraint: &Constraint,
    queries: &Queries,
    found: Option<&Found>,
    under: &(dyn Fn(&str) -> Option<&'a Archive> + Sync),
) -> Result<Sign, EnsembleError> {
    let mut sign = Sign {
        id: constraint.id.clone(),
        rule: constraint.rule.clone(),
        solidity: constraint.solidity.clone(),
        pass: None,
        figures: None,
        reason: None,
    };
    let nothing = || Some("the games hold nothing to count".to_owned());
    match (ordered(constraint, queries), found) {
        (Ordered::NotExpressible(why), _) => sign.reason = Some(why),
        (_, None) => sign.reason = nothing(),
        // One game in which it does not hold is enough.
        (Ordered::Query(_), Some(found)) => sign.pass = Some(found.mean[0] >= 1.0),
        (Ordered::LowerThanUnder { query, .. }, Some(found)) => {
            let Some(other) = under(&constraint.id) else {
                sign.reason =
                    Some("it takes the same games under another choice, which have not been played".to_owned());
                return Ok(sign);
            };
            let answers = ask(other, &queries.views, &[question(&constraint.id, &query, 1)])?;
            match answers.get(constraint.id.as_str()) {
                Some(there) => {
                    sign.pass = Some(found.mean[0] < there.mean[0]);
                    sign.figures = Some((round(found.mean[0]), round(there.mean[0])));
                }
                None => sign.reason = nothing(),
            }
        }
    }
    Ok(sign)
}

fn tally(targets: &Targets, queries: &Queries, figures: &[Figure], signs: &[Sign]) -> Tally {
    let is_inside = |figure: &&&Figure| figure.pass == Some(true);
    let of = |solidity: &str| -> (usize, usize) {
        let these: Vec<&Figure> =
            figures.iter().filter(|figure| figure.solidity == solidity && figure.pass.is_some()).collect();
        (these.iter().filter(is_inside).count(), these.len())
    };
    let ((a, all_a), (b, all_b)) = (of("A"), of("B"));
    Tally {
        targets: figures.len(),
        expressible: targets.targets.iter().filter(|target| query_of(target, queries).is_ok()).count(),
        with_figure: figures.iter().filter(|figure| figure.value.is_some()).count(),
        solid: all_a + all_b,
        solid_inside: a + b,
        weighted_share: ratio((2 * a + b) as i64, (2 * all_a + all_b) as i64).map(round),
        constraints_hold: signs.iter().filter(|sign| sign.pass == Some(true)).count(),
        constraints: signs.len(),
    }
}
