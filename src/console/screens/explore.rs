//! Many games of a scenario: how many and by whom, how far they are, what they came to, and each one to look into.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bevy_egui::egui::{self, DragValue, ProgressBar, ScrollArea, Ui};

use crate::agents::Manner;
use crate::console::error::ConsoleError;
use crate::console::look::{self, f};
use crate::console::pages;
use crate::console::task::{Progress, Task};
use crate::content::library;
use crate::ensemble::{Plan, Summary, explore};
use crate::report::page::Block;
use crate::report::{self, Page, html};
use crate::words::Words;

/// How many games at most; a larger ensemble is a night's work for `demarche explore`.
const MOST: u32 = 5000;

/// An ensemble that has been played.
struct Done {
    page: Page,
    games: Vec<Played>,
    files: Vec<PathBuf>,
}

/// One game of it.
struct Played {
    seed: u64,
    highest: u8,
}

/// The screen.
pub struct Explore {
    scenario: String,
    runs: u32,
    seed: u64,
    agents: Manner,
    folder: PathBuf,
    counted: Arc<AtomicU64>,
    working: Option<(u64, Task<Result<Done, ConsoleError>>)>,
    done: Option<Done>,
    trouble: Option<String>,
}

/// A game to look into: a scenario and a seed, every seat in the hands of its agent.
pub struct Look {
    /// The scenario's slug.
    pub scenario: String,
    /// The seed of the game.
    pub seed: u64,
    /// In which manner every seat is played.
    pub agents: Manner,
}

impl Explore {
    /// Nothing explored yet; files go below a folder.
    pub fn new(folder: &Path) -> Self {
        Self {
            scenario: String::new(),
            runs: 50,
            seed: 1,
            agents: Manner::Utility,
            folder: folder.to_owned(),
            counted: Arc::default(),
            working: None,
            done: None,
            trouble: None,
        }
    }

    /// Takes a scenario.
    pub fn take(&mut self, slug: String) {
        self.scenario = slug;
    }

    /// Draws the screen; says which game is to be looked into.
    pub fn ui(&mut self, ui: &mut Ui, words: &Arc<Words>) -> Option<Look> {
        self.hear();
        if self.scenario.is_empty() {
            self.scenario = library::slugs().first().map(|slug| (*slug).to_owned()).unwrap_or_default();
        }
        let mut wanted = None;
        ScrollArea::vertical().id_salt("explore").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            look::title(ui, &words.say("con-place-explore"));
            look::faint(ui, &words.say("con-explore-how"));
            self.form(ui, words);
            if let Some(trouble) = &self.trouble {
                let hue = ui.visuals().error_fg_color;
                look::card(ui, |ui| _ = ui.colored_label(hue, trouble));
            }
            if let Some((games, _)) = &self.working {
                look::card(ui, |ui| {
                    let counted = self.counted.load(Ordering::Relaxed).min(*games);
                    #[expect(clippy::cast_possible_truncation, reason = "at most 5000 games")]
                    let part = f(counted as usize) / f((*games).max(1) as usize);
                    let told = words.say_with(
                        "con-explore-games",
                        &[("done", (&counted.to_string()).into()), ("all", (&games.to_string()).into())],
                    );
                    ui.add(ProgressBar::new(part).text(told));
                    ui.ctx().request_repaint_after(std::time::Duration::from_millis(200));
                });
            }
            let Some(done) = &self.done else {
                if self.working.is_none() {
                    look::empty(ui, &words.say("con-explore-none"));
                }
                return;
            };
            done.page.lead.iter().for_each(|text| _ = ui.label(text));
            for section in &done.page.sections {
                look::card(ui, |ui| pages::section(ui, section));
            }
            look::card(ui, |ui| {
                look::heading(ui, &words.say("con-explore-each"));
                look::faint(ui, &words.say("con-explore-each-how"));
                let high = 26.0;
                let rows = ScrollArea::vertical().id_salt("games").max_height(260.0).auto_shrink(false);
                rows.show_rows(ui, high, done.games.len(), |ui, range| {
                    for game in &done.games[range] {
                        let seed = game.seed.to_string();
                        let name = words.say_with("con-explore-game", &[("seed", (&seed).into())]);
                        let side = words.say_with("con-explore-highest", &[("step", u32::from(game.highest).into())]);
                        if look::row(ui, &name, &side, false).clicked() {
                            let scenario = self.scenario.clone();
                            wanted = Some(Look { scenario, seed: game.seed, agents: self.agents });
                        }
                    }
                });
            });
            look::card(ui, |ui| {
                look::heading(ui, &words.say("con-explore-files"));
                for file in &done.files {
                    ui.label(file.display().to_string());
                }
            });
        });
        wanted
    }

    fn form(&mut self, ui: &mut Ui, words: &Arc<Words>) {
        let idle = self.working.is_none();
        look::card(ui, |ui| {
            ui.add_enabled_ui(idle, |ui| {
                let all: Vec<(usize, String)> =
                    library::slugs().iter().enumerate().map(|(nth, slug)| (nth, (*slug).to_owned())).collect();
                let mut at = all.iter().position(|(_, slug)| *slug == self.scenario).unwrap_or(0);
                if look::pick(ui, &words.say("con-explore-scenario"), &mut at, &all) {
                    self.scenario.clone_from(&all[at].1);
                    self.done = None;
                }
                let manners = [
                    (Manner::Utility, words.say("con-explore-utility")),
                    (Manner::Planner { nodes: 300 }, words.say("con-explore-planner")),
                    (Manner::Random, words.say("con-explore-random")),
                ];
                look::pick(ui, &words.say("con-explore-agents"), &mut self.agents, &manners);
                ui.horizontal_wrapped(|ui| {
                    let name = ui.label(words.say("con-explore-runs"));
                    ui.add(DragValue::new(&mut self.runs).range(1..=MOST)).labelled_by(name.id);
                    ui.add_space(12.0);
                    let name = ui.label(words.say("con-explore-seed"));
                    ui.add(DragValue::new(&mut self.seed)).labelled_by(name.id);
                });
            });
            if look::primary(ui, &words.say("con-explore-go"), idle).clicked() {
                self.begin(words, ui.ctx());
            }
        });
    }

    fn begin(&mut self, words: &Arc<Words>, screen: &egui::Context) {
        self.trouble = None;
        self.done = None;
        self.counted.store(0, Ordering::Relaxed);
        let (words, counted, slug) = (words.clone(), self.counted.clone(), self.scenario.clone());
        let (runs, seed, agents) = (self.runs, self.seed, self.agents);
        let folder = self.folder.join(format!("explore-{slug}-{seed}-{runs}-{agents}").replace(':', "-"));
        let work = move || play(&words, &slug, (runs, seed, agents), &folder, &counted);
        match Task::begin("ensemble", screen, work) {
            Ok(task) => self.working = Some((u64::from(runs), task)),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    fn hear(&mut self) {
        let Some((_, task)) = &self.working else { return };
        match task.poll() {
            Progress::Working => return,
            Progress::Done(Ok(done)) => self.done = Some(done),
            Progress::Done(Err(error)) => self.trouble = Some(error.to_string()),
            Progress::Lost => self.trouble = Some(ConsoleError::Closed.to_string()),
        }
        self.working = None;
    }
}

fn play(
    words: &Words,
    slug: &str,
    (runs, seed, agents): (u32, u64, Manner),
    folder: &Path,
    counted: &AtomicU64,
) -> Result<Done, ConsoleError> {
    let staged = library::find(slug)?.stage()?;
    let plan = Plan { agents, ..Plan::plain(vec![staged], runs, seed) };
    let watch = |games| _ = counted.fetch_add(games, Ordering::Relaxed);
    let played = explore(&plan, Some(folder), 0, &watch)?;
    let summary = Summary::of(&plan, &played);
    let page = report::ensemble(words, &summary);
    let mut files = played.files;
    let mut write = |name: String, text: String| -> Result<(), ConsoleError> {
        let path = folder.join(name);
        std::fs::write(&path, text)?;
        files.push(path);
        Ok(())
    };
    write("summary.html".to_owned(), html(&page))?;
    for block in page.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Curve(curve) = block {
            write(format!("{}.svg", curve.id), curve.svg())?;
        }
    }
    let games = played
        .games
        .iter()
        .map(|game| Played { seed: game.seed.unsigned_abs(), highest: u8::try_from(game.highest_step).unwrap_or(0) });
    Ok(Done { page, games: games.collect(), files })
}
