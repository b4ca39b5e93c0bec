//! The summary of an ensemble as a page: what became of the games, how they climbed, and what drove it.

use crate::ensemble::statistic::{Estimate, thousandths};
use crate::ensemble::summary::{BANDS, Comparison, Difference, ScenarioSummary, Summary};
use crate::report::curve::{Curve, Point};
use crate::report::page::{Block, Cell, Furniture, Page, Section, Table};
use crate::words::Words;

/// Writes the page.
pub fn ensemble(words: &Words, summary: &Summary) -> Page {
    let titles: Vec<&str> = summary.scenarios.iter().map(|scenario| scenario.title.as_str()).collect();
    let (runs, seed) = (summary.runs.to_string(), summary.seed.to_string());
    let rulebooks: Vec<&str> = summary.scenarios.iter().map(|scenario| &scenario.rulebook[..8]).collect();
    let rulebooks = rulebooks.join(", ");
    let made = [("runs", (&runs).into()), ("seed", (&seed).into()), ("rulebooks", (&rulebooks).into())];
    Page {
        title: titles.join(", "),
        kind: words.say("ensemble-kind"),
        lead: vec![words.say_with("ensemble-lead", &[("runs", runs.as_str().into())]), words.say("ensemble-reader")],
        sections: compared(words, summary)
            .into_iter()
            .chain(summary.scenarios.iter().map(|scenario| section(words, scenario)))
            .collect(),
        colophon: words.say_with("ensemble-made", &made),
        furniture: Furniture {
            contents: words.say("review-contents"),
            skip: words.say("ensemble-skip"),
            language: "en".into(),
        },
    }
}

/// What the choices changed, before anything else: it is what was asked.
fn compared(words: &Words, summary: &Summary) -> Option<Section> {
    let table = |comparison: &Comparison| {
        let row = |difference: &Difference| {
            let (mean, interval) = figure(difference.difference, difference.is_share);
            let found = if is_clear(difference) { "ensemble-clear" } else { "ensemble-not-clear" };
            let of = measured(words, difference.outcome);
            vec![Cell::Text(of), Cell::Number(mean), Cell::Number(interval), Cell::Text(words.say(found))]
        };
        let told = [("arm", comparison.arm.as_str().into()), ("against", comparison.against.as_str().into())];
        Block::Table(Table {
            caption: words.say_with("ensemble-arm", &told),
            head: ["ensemble-what", "ensemble-difference", "ensemble-interval", "ensemble-finding"]
                .map(|id| words.say(id))
                .to_vec(),
            rows: comparison.differences.iter().map(row).collect(),
        })
    };
    (!summary.comparisons.is_empty()).then(|| Section {
        id: "choices".into(),
        title: words.say("ensemble-choices"),
        blocks: std::iter::once(Block::Text(words.say("ensemble-choices-how")))
            .chain(summary.comparisons.iter().map(table))
            .collect(),
    })
}

/// Whether the interval of a difference leaves out that there is none.
pub fn is_clear(difference: &Difference) -> bool {
    difference.difference.is_some_and(|estimate| estimate.low > 0.0 || estimate.high < 0.0)
}

fn section(words: &Words, scenario: &ScenarioSummary) -> Section {
    let mut blocks = vec![Block::Table(figures(words, scenario))];
    blocks.push(Block::Heading(words.say("ensemble-curve")));
    blocks.push(Block::Curve(curve(words, scenario)));
    blocks.push(Block::Heading(words.say("ensemble-steps")));
    blocks.push(Block::Table(steps(words, scenario)));
    blocks.push(Block::Heading(words.say("ensemble-map")));
    blocks.push(Block::Text(words.say("ensemble-map-how")));
    blocks.push(Block::Table(map(words, scenario)));
    if !scenario.truths.is_empty() {
        blocks.push(Block::Heading(words.say("ensemble-truths")));
        let row = |(truth, games): (&String, &usize)| vec![Cell::Text(truth.clone()), Cell::count(*games)];
        blocks.push(Block::Table(Table {
            caption: words.say("ensemble-truths-caption"),
            head: ["ensemble-truth", "ensemble-games"].map(|id| words.say(id)).to_vec(),
            rows: scenario.truths.iter().map(row).collect(),
        }));
    }
    if !scenario.drivers.is_empty() {
        blocks.push(Block::Heading(words.say("ensemble-drivers")));
        blocks.push(Block::Text(words.say("ensemble-drivers-how")));
        let row = |driver: &crate::ensemble::summary::Driver| {
            let rho = signed(driver.rank_correlation);
            vec![Cell::Text(driver.number.clone()), Cell::Text(measured(words, driver.outcome)), Cell::Number(rho)]
        };
        blocks.push(Block::Table(Table {
            caption: words.say("ensemble-drivers-caption"),
            head: ["ensemble-number", "ensemble-outcome", "ensemble-rho"].map(|id| words.say(id)).to_vec(),
            rows: scenario.drivers.iter().map(row).collect(),
        }));
    }
    Section { id: scenario.scenario.clone().into(), title: scenario.title.clone(), blocks }
}

/// An outcome by its column, in words.
pub fn measured(words: &Words, column: &str) -> String {
    words.say(&format!("ensemble-of-{}", column.replace('_', "-")))
}

/// The figures of a scenario: message, estimate, and whether it is a share.
pub fn lines(scenario: &ScenarioSummary) -> [(&'static str, Option<Estimate>, bool); 8] {
    [
        ("ensemble-of-highest-step", scenario.highest_step, false),
        ("ensemble-of-legitimacy-end", scenario.legitimacy_end, true),
        ("ensemble-of-unlawful-orders", scenario.unlawful_orders, true),
        ("ensemble-of-operations-disclosed", scenario.operations_disclosed, false),
        ("ensemble-of-public-attributions", scenario.public_attributions, false),
        ("ensemble-of-games-with-attribution", scenario.games_with_attribution, true),
        ("ensemble-of-measures", scenario.measures, false),
        ("ensemble-of-force", scenario.force, true),
    ]
}

/// A figure and its interval as text: shares in per cent.
pub fn figure(estimate: Option<Estimate>, is_share: bool) -> (String, String) {
    let Some(Estimate { mean, low, high, .. }) = estimate else { return ("–".to_owned(), "–".to_owned()) };
    let write = |number: f64| {
        let thousandths = thousandths(number);
        let sign = if thousandths < 0 { "−" } else { "" };
        let size = thousandths.abs();
        if is_share {
            format!("{sign}{}.{} %", size / 10, size % 10)
        } else {
            let hundredths = (size + 5) / 10;
            format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
        }
    };
    (write(mean), format!("{} – {}", write(low), write(high)))
}

fn signed(number: f64) -> String {
    let (text, _) = figure(Some(Estimate { mean: number, low: number, high: number, n: 1 }), false);
    if number > 0.0 { format!("+{text}") } else { text }
}

fn figures(words: &Words, scenario: &ScenarioSummary) -> Table {
    let row = |(id, estimate, is_share): (&'static str, Option<Estimate>, bool)| {
        let (mean, interval) = figure(estimate, is_share);
        vec![Cell::Text(words.say(id)), Cell::Number(mean), Cell::Number(interval)]
    };
    Table {
        caption: words.say_with("ensemble-figures", &[("games", scenario.games.into())]),
        head: ["ensemble-what", "ensemble-mean", "ensemble-interval"].map(|id| words.say(id)).to_vec(),
        rows: lines(scenario).into_iter().map(row).collect(),
    }
}

fn curve(words: &Words, scenario: &ScenarioSummary) -> Curve {
    let known = || scenario.escalation.iter().filter_map(|turn| Some((turn.turn, turn.step?)));
    let told: Vec<String> = known()
        .map(|(turn, step)| {
            let (mean, interval) = figure(Some(step), false);
            let (turn, mean, interval) = (turn.to_string(), mean.as_str(), interval.as_str());
            let told = [("turn", turn.as_str().into()), ("mean", mean.into()), ("interval", interval.into())];
            words.say_with("ensemble-curve-point", &told)
        })
        .collect();
    Curve {
        id: format!("{}-curve", scenario.scenario),
        caption: words.say("ensemble-curve-caption"),
        alternative: told.join(" "),
        steps: scenario.steps.iter().map(|step| step.name.clone()).collect(),
        points: known()
            .map(|(turn, step)| Point {
                time: turn.to_string(),
                mean: thousandths(step.mean),
                low: thousandths(step.low),
                high: thousandths(step.high),
            })
            .collect(),
    }
}

fn steps(words: &Words, scenario: &ScenarioSummary) -> Table {
    let row = |step: &crate::ensemble::summary::StepShare| {
        let (share, interval) = figure(step.share, true);
        let thousandths = step.share.map_or(0, |share| thousandths(share.mean));
        vec![
            Cell::Text(format!("{} {}", step.step, step.name)),
            Cell::count(step.games),
            Cell::Share(thousandths, share),
            Cell::Number(interval),
        ]
    };
    Table {
        caption: words.say("ensemble-steps-caption"),
        head: ["ensemble-step", "ensemble-games", "ensemble-share", "ensemble-interval"]
            .map(|id| words.say(id))
            .to_vec(),
        rows: scenario.steps.iter().rev().map(row).collect(),
    }
}

/// Games by how high they climbed and what the world thought of the states at the end.
fn map(words: &Words, scenario: &ScenarioSummary) -> Table {
    let width = 100 / BANDS;
    let band = |nth: usize| format!("{}–{} %", nth * width, (nth + 1) * width);
    let row = |(step, counts): (usize, &[usize; BANDS])| {
        let name = Cell::Text(format!("{step} {}", scenario.steps[step].name));
        let cell = |count: &usize| Cell::Shade((1000 * count / scenario.games.max(1)) as i32, count.to_string());
        std::iter::once(name).chain(counts.iter().map(cell)).collect()
    };
    let head = std::iter::once(words.say("ensemble-map-corner")).chain((0..BANDS).map(band));
    Table {
        caption: words.say("ensemble-map-caption"),
        head: head.collect(),
        rows: scenario.outcomes.iter().enumerate().rev().map(row).collect(),
    }
}
