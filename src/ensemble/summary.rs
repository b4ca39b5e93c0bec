//! What an ensemble came to: outcome counts, means with intervals, the curve of escalation, and what drove it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ensemble::lever::Arm;
use crate::ensemble::plan::Plan;
use crate::ensemble::run::Played;
use crate::ensemble::statistic::{Estimate, difference, mean, rank_correlation, ratio, share, value};
use crate::ensemble::tables::{Game, Turn};

/// How many bands of legitimacy the outcome map has.
pub const BANDS: usize = 5;

/// A whole ensemble.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// The seed from which every game's own was made.
    pub seed: u64,
    /// Games of each scenario.
    pub runs: u32,
    /// Scenario by scenario, and arm by arm.
    pub scenarios: Vec<ScenarioSummary>,
    /// What each choice changed against the first arm of its scenario; empty if nothing was compared.
    pub comparisons: Vec<Comparison>,
}

/// One arm against the first of its scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The scenario's slug, without levels.
    pub scenario: String,
    /// The arm's slug.
    pub arm: String,
    /// The slug of the arm it is compared with.
    pub against: String,
    /// Outcome by outcome: the mean difference between games of the same run.
    pub differences: Vec<Difference>,
}

/// By how much an outcome differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The outcome, as the summary of a scenario names it.
    pub outcome: &'static str,
    /// Whether it is a share.
    pub is_share: bool,
    /// The arm's games less those it is compared with.
    pub difference: Option<Estimate>,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioSummary {
    /// Its slug.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// Digest of the rules it was played by, before any number was varied.
    pub rulebook: String,
    /// How many games.
    pub games: usize,
    /// How often each hidden truth was drawn.
    pub truths: BTreeMap<String, usize>,
    /// The highest step of a game, in steps.
    pub highest_step: Option<Estimate>,
    /// Step by step: the share of games whose highest step it was.
    pub steps: Vec<StepShare>,
    /// Mean legitimacy of all states at the end, from 0 to 1.
    pub legitimacy_end: Option<Estimate>,
    /// Share of a game's orders that were unlawful in truth, over games with orders.
    pub unlawful_orders: Option<Estimate>,
    /// Operations disclosed in a game.
    pub operations_disclosed: Option<Estimate>,
    /// Accusations in public in a game.
    pub public_attributions: Option<Estimate>,
    /// Share of games with at least one accusation in public.
    pub games_with_attribution: Option<Estimate>,
    /// Measures imposed in a game.
    pub measures: Option<Estimate>,
    /// Share of games in which armed force was used.
    pub force: Option<Estimate>,
    /// Turn by turn: the highest step of any pair after it.
    pub escalation: Vec<TurnEstimate>,
    /// Games by highest step (rows, from 0) and mean legitimacy at the end (columns, five equal bands from 0 to 1).
    pub outcomes: Vec<[usize; BANDS]>,
    /// How outcomes follow the numbers that varied, the strongest first; empty if none did.
    pub drivers: Vec<Driver>,
}

/// The share of games that went so high and no higher.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepShare {
    /// The step.
    pub step: usize,
    /// Its name.
    pub name: String,
    /// Games.
    pub games: usize,
    /// Their share.
    pub share: Option<Estimate>,
}

/// Where games stood after a turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurnEstimate {
    /// The turn, from 1.
    pub turn: i64,
    /// The highest step of any pair.
    pub step: Option<Estimate>,
}

/// How one outcome follows one number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Driver {
    /// The number's path.
    pub number: String,
    /// The outcome, by its column in the table of games.
    pub outcome: &'static str,
    /// Spearman's rank correlation, from −1 to 1.
    pub rank_correlation: f64,
}

/// The outcomes whose drivers are asked for.
const OUTCOMES: [(&str, fn(&Game) -> i64); 7] = [
    ("highest_step", |game| game.highest_step),
    ("final_step", |game| game.final_step),
    ("legitimacy_end", |game| game.legitimacy_end),
    ("unlawful", |game| game.unlawful),
    ("operations_disclosed", |game| game.operations_disclosed),
    ("public_attributions", |game| game.public_attributions),
    ("measures", |game| game.measures),
];

/// What an outcome is in one game; `None` where it makes no sense.
type Outcome = fn(&Game) -> Option<f64>;

/// The outcomes that arms are compared by, and whether they are shares.
const COMPARED: [(&str, bool, Outcome); 7] = [
    ("highest_step", false, |game| Some(value(game.highest_step))),
    ("legitimacy_end", true, |game| ratio(game.legitimacy_end, 1000)),
    ("unlawful_orders", true, |game| ratio(game.unlawful, game.orders)),
    ("operations_disclosed", false, |game| Some(value(game.operations_disclosed))),
    ("public_attributions", false, |game| Some(value(game.public_attributions))),
    ("measures", false, |game| Some(value(game.measures))),
    ("force", true, |game| Some(if game.force { 1.0 } else { 0.0 })),
];

impl Summary {
    /// Sums an ensemble up.
    pub fn of(plan: &Plan, played: &Played) -> Self {
        let scenarios = (plan.arms.iter())
            .map(|Arm { staged, .. }| {
                let id = &staged.scenario.id;
                let games: Vec<&Game> = played.games.iter().filter(|game| game.scenario == *id).collect();
                let turns: Vec<&Turn> = played.turns.iter().filter(|turn| turn.scenario == *id).collect();
                let steps: Vec<&str> =
                    staged.rulebook.model.ladder.steps.iter().map(|step| step.name.as_str()).collect();
                ScenarioSummary {
                    scenario: id.clone(),
                    title: staged.scenario.title.clone(),
                    rulebook: staged.rulebook.digest.to_string(),
                    games: games.len(),
                    truths: truths(&games),
                    highest_step: over(&games, |game| Some(value(game.highest_step))),
                    steps: step_shares(&games, &steps),
                    legitimacy_end: over(&games, |game| ratio(game.legitimacy_end, 1000)),
                    unlawful_orders: over(&games, |game| ratio(game.unlawful, game.orders)),
                    operations_disclosed: over(&games, |game| Some(value(game.operations_disclosed))),
                    public_attributions: over(&games, |game| Some(value(game.public_attributions))),
                    games_with_attribution: part(&games, |game| game.public_attributions > 0),
                    measures: over(&games, |game| Some(value(game.measures))),
                    force: part(&games, |game| game.force),
                    escalation: escalation(&turns, i64::from(staged.scenario.turns)),
                    outcomes: outcomes(&games, steps.len()),
                    drivers: drivers(plan, played, &games),
                }
            })
            .collect();
        Self { seed: plan.seed, runs: plan.runs, scenarios, comparisons: comparisons(plan, played) }
    }
}

/// Every arm but a scenario's first, against the first: run by run, since each has the same seed in both.
fn comparisons(plan: &Plan, played: &Played) -> Vec<Comparison> {
    if plan.levers.is_empty() {
        return Vec::new();
    }
    let games = |arm: &Arm| -> Vec<&Game> {
        played.games.iter().filter(|game| game.scenario == arm.staged.scenario.id).collect()
    };
    let arms = plan.arms.chunk_by(|one, other| one.scenario == other.scenario);
    let compared = arms.flat_map(|arms| {
        let first = games(&arms[0]);
        let against = arms[0].staged.scenario.id.clone();
        arms[1..].iter().map(move |arm| {
            let games = games(arm);
            let differences = COMPARED.map(|(outcome, is_share, of)| {
                let pairs = games.iter().zip(&first).filter_map(|(game, other)| Some((of(game)?, of(other)?)));
                Difference { outcome, is_share, difference: difference(&pairs.collect::<Vec<_>>()) }
            });
            Comparison {
                scenario: arm.scenario.clone(),
                arm: arm.staged.scenario.id.clone(),
                against: against.clone(),
                differences: differences.to_vec(),
            }
        })
    });
    compared.collect()
}

fn over(games: &[&Game], of: impl Fn(&Game) -> Option<f64>) -> Option<Estimate> {
    let values: Vec<f64> = games.iter().filter_map(|game| of(game)).collect();
    mean(&values)
}

fn part(games: &[&Game], is: impl Fn(&Game) -> bool) -> Option<Estimate> {
    share(games.iter().filter(|game| is(game)).count(), games.len())
}

fn truths(games: &[&Game]) -> BTreeMap<String, usize> {
    let mut truths = BTreeMap::new();
    for truth in games.iter().filter_map(|game| game.truth.clone()) {
        *truths.entry(truth).or_default() += 1;
    }
    truths
}

fn step_shares(games: &[&Game], names: &[&str]) -> Vec<StepShare> {
    let shares = names.iter().enumerate().map(|(step, name)| {
        let count = games.iter().filter(|game| usize::try_from(game.highest_step) == Ok(step)).count();
        StepShare { step, name: (*name).to_owned(), games: count, share: share(count, games.len()) }
    });
    shares.collect()
}

fn escalation(turns: &[&Turn], length: i64) -> Vec<TurnEstimate> {
    let after = |turn: i64| {
        let steps = turns.iter().filter(|row| row.turn == turn).map(|row| value(row.highest_step));
        TurnEstimate { turn, step: mean(&steps.collect::<Vec<_>>()) }
    };
    (1..=length).map(after).collect()
}

fn outcomes(games: &[&Game], steps: usize) -> Vec<[usize; BANDS]> {
    let mut outcomes = vec![[0; BANDS]; steps];
    for game in games {
        let (Ok(step), Ok(share)) = (usize::try_from(game.highest_step), usize::try_from(game.legitimacy_end)) else {
            continue;
        };
        outcomes[step.min(steps - 1)][(share * BANDS / 1000).min(BANDS - 1)] += 1;
    }
    outcomes
}

fn drivers(plan: &Plan, played: &Played, games: &[&Game]) -> Vec<Driver> {
    let mut drivers = Vec::new();
    for (vary, drawn) in plan.vary.iter().zip(&played.drawn) {
        let drawn: Vec<f64> = drawn.iter().map(|number| value(*number)).collect();
        for (outcome, of) in OUTCOMES {
            let outcomes: Vec<f64> = games.iter().map(|game| value(of(game))).collect();
            if let Some(rho) = rank_correlation(&drawn, &outcomes) {
                drivers.push(Driver { number: vary.path.clone(), outcome, rank_correlation: rho });
            }
        }
    }
    drivers.sort_by(|a, b| b.rank_correlation.abs().total_cmp(&a.rank_correlation.abs()));
    drivers
}
