//! `explore`: plays an ensemble of games and says what it came to.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::agents::Manner;
use crate::cli::output::{Stop, say, say_json};
use crate::cli::run::progress;
use crate::cli::{Answer, Format};
use crate::content::library;
use crate::ensemble::{Lever, Plan, Summary, Vary, explore};
use crate::report::{self, html};
use crate::words::Words;

/// Arguments of `explore`.
#[derive(Debug, Args)]
pub struct Explore {
    /// Paths of scenarios, or slugs of ones that travel with the program
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Games of each scenario, and of each arm if choices are compared
    #[arg(long, default_value_t = 100, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub runs: u32,
    /// Seed of the whole ensemble: the same seed gives the same games, whatever the number of jobs
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub seed: u64,
    /// Games played at the same time [default: one for each processor]
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Folder for the tables (Parquet), summary.json and summary.html; an interrupted ensemble goes on from there
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Let a number of the model differ from game to game, by its path under assets/model, as in
    /// `tension.per_gravity=1..4`; may be given several times
    #[arg(long, value_name = "PATH=LOW..HIGH")]
    pub vary: Vec<Vary>,
    /// Compare the same games under different choices: `moves.FAMILY=on,off` or `moves.MOVE=on,off` takes moves away,
    /// `temper.STATE=hawk,cautious` changes who leads a State, `profile.STATE=…` how it reads the law, and a number of the
    /// model is set, as in `undertakings.broken=40,80`; the first level is what the others are compared with. May be given
    /// several times
    #[arg(long, value_name = "PATH=LEVEL,LEVEL")]
    pub lever: Vec<Lever>,
    /// Who plays every seat: `utility` follows its temper, `planner[:NODES]` thinks NODES imagined turns ahead (300 if left
    /// out), `random` draws lots
    #[arg(long, value_name = "AGENT", default_value_t)]
    pub agents: Manner,
    /// How to write the summary
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: Format,
}

pub(super) fn run(asked: &Explore) -> Result<Answer, Stop> {
    let plan = Plan::plain(library::staged(&asked.scenarios)?, asked.runs, asked.seed);
    let plan = Plan { vary: asked.vary.clone(), agents: asked.agents, ..plan }.compared(asked.lever.clone())?;
    let words = Words::english()?;
    let bar = progress(plan.games(), &words.say("explore-progress"));
    let played = explore(&plan, asked.out.as_deref(), asked.jobs.map_or(0, usize::from), &|games| bar.inc(games))?;
    bar.finish_and_clear();
    let summary = Summary::of(&plan, &played);
    let mut files = played.files;
    let document = document(&summary, &[])?;
    if let Some(folder) = &asked.out {
        files.push(write(folder, "summary.json", &format!("{document:#}\n"))?);
        files.push(write(folder, "summary.html", &html(&report::ensemble(&words, &summary)))?);
    }
    match asked.format {
        Format::Text => say(&text(&words, &summary, asked.out.as_deref(), files.len()))?,
        Format::Json => say_json(&self::document(&summary, &files)?)?,
    }
    Ok(Answer::Yes)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Stop> {
    let path = folder.join(name);
    let written = fs::write(&path, text);
    written.map_err(|source| Stop::System { deed: "write", path: path.display().to_string(), source })?;
    Ok(path)
}

/// The summary as one document; in the folder it names no files, so that it is the same wherever the folder lies.
fn document(summary: &Summary, files: &[PathBuf]) -> Result<Json, Stop> {
    let mut document = serde_json::to_value(summary).map_err(|error| Stop::System {
        deed: "write",
        path: "the summary".to_owned(),
        source: error.into(),
    })?;
    if !files.is_empty() {
        document["files"] = json!(files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>());
    }
    Ok(document)
}

fn text(words: &Words, summary: &Summary, folder: Option<&Path>, files: usize) -> String {
    let mut lines = Vec::new();
    for scenario in &summary.scenarios {
        let head = [("title", (&scenario.title).into()), ("games", scenario.games.into())];
        lines.push(words.say_with("explore-head", &head));
        for (id, estimate, is_share) in report::ensemble::lines(scenario) {
            let (mean, interval) = report::ensemble::figure(estimate, is_share);
            let what = words.say(id);
            let told = [("what", (&what).into()), ("mean", (&mean).into()), ("interval", (&interval).into())];
            lines.push(format!("    {}", words.say_with("explore-figure", &told)));
        }
        for step in scenario.steps.iter().filter(|step| step.games > 0) {
            let (share, interval) = report::ensemble::figure(step.share, true);
            let what = format!("{} {}", step.step, step.name);
            let told = [("what", (&what).into()), ("mean", (&share).into()), ("interval", (&interval).into())];
            lines.push(format!("        {}", words.say_with("explore-figure", &told)));
        }
        for driver in scenario.drivers.iter().take(10) {
            let (rho, outcome) = (driver.rank_correlation.to_string(), driver.outcome.replace('_', "-"));
            let outcome = words.say(&format!("ensemble-of-{outcome}"));
            let told = [("number", (&driver.number).into()), ("outcome", (&outcome).into()), ("rho", (&rho).into())];
            lines.push(format!("    {}", words.say_with("explore-driver", &told)));
        }
    }
    for comparison in &summary.comparisons {
        let told = [("arm", comparison.arm.as_str().into()), ("against", comparison.against.as_str().into())];
        lines.push(words.say_with("explore-arm", &told));
        for difference in &comparison.differences {
            let (mean, interval) = report::ensemble::figure(difference.difference, difference.is_share);
            let what = report::ensemble::measured(words, difference.outcome);
            let found = if report::ensemble::is_clear(difference) { "ensemble-clear" } else { "ensemble-not-clear" };
            let finding = words.say(found);
            let told = [
                ("what", (&what).into()),
                ("mean", (&mean).into()),
                ("interval", (&interval).into()),
                ("finding", (&finding).into()),
            ];
            lines.push(format!("    {}", words.say_with("explore-difference", &told)));
        }
    }
    if let Some(folder) = folder {
        let folder = folder.display().to_string();
        lines.push(words.say_with("explore-written", &[("folder", (&folder).into()), ("count", files.into())]));
    }
    lines.join("\n") + "\n"
}
