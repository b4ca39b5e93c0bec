//! Many games of a scenario: how many and by whom, what is compared and what nobody knows, how far they are, what they came
//! to, and each one to look into.

mod form;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bevy_egui::egui::{self, ProgressBar, ScrollArea, Ui};

use crate::agents::Manner;
use crate::console::error::ConsoleError;
use crate::console::export::{Export, Form, Matter};
use crate::console::look::{self, f};
use crate::console::pages;
use crate::console::screens::{Crisis, taken};
use crate::console::task::Task;
use crate::content::library;
use crate::ensemble::balance::balance;
use crate::ensemble::vary::adjusted;
use crate::ensemble::{Plan, Summary, explore};
use crate::report::{self, Page, html};
use crate::session::Game;
use crate::words::Words;

/// How high the list of games is.
const LIST: f32 = 260.0;

/// An ensemble that has been played.
struct Done {
    page: Page,
    plan: Arc<Plan>,
    /// The values of the numbers that vary, for each number one for each run.
    drawn: Arc<Vec<Vec<i64>>>,
    games: Vec<Played>,
    files: Vec<PathBuf>,
    folder: PathBuf,
}

/// One game of it.
struct Played {
    /// Its arm, as a place in the plan.
    arm: usize,
    run: u32,
    seed: u64,
    highest: u8,
}

/// What is being worked out.
enum Work {
    Ensemble(Task<Result<Done, ConsoleError>>),
    Balance(Task<Result<Vec<String>, ConsoleError>>),
}

/// The screen.
pub struct Explore {
    asked: form::Asked,
    folder: PathBuf,
    /// Games that are done, and games in all.
    counted: Arc<[AtomicU64; 2]>,
    working: Option<Work>,
    done: Option<Done>,
    /// Whether the scenario is worth playing in class, in sentences.
    found: Vec<String>,
    export: Export,
    trouble: Option<String>,
}

/// A game to look into, every seat in the hands of its agent.
pub struct Look {
    plan: Arc<Plan>,
    drawn: Arc<Vec<Vec<i64>>>,
    arm: usize,
    run: u32,
    seed: u64,
}

impl Look {
    /// Plays it again: the same scenario under the same choices and numbers, from the same seed. Not for a frame.
    ///
    /// # Errors
    /// If it cannot be played, which it could before.
    pub fn play(&self) -> Result<Game, ConsoleError> {
        let gone = || ConsoleError::Refused("the game is not there any more".to_owned());
        let arm = self.plan.arms.get(self.arm).ok_or_else(gone)?;
        let place = usize::try_from(self.run).unwrap_or(0).checked_sub(1).ok_or_else(gone)?;
        let values = self.drawn.iter().map(|values| values.get(place).copied()).collect::<Option<Vec<i64>>>();
        let staged = adjusted(&arm.staged, &self.plan.vary, &values.ok_or_else(gone)?)?;
        let book = library::find(&arm.scenario)?;
        let mut game = Game::new(staged, &book.source, self.seed)?;
        let states: Vec<_> = game.seats().iter().map(|seat| seat.state).collect();
        for state in states {
            game.play_by(state, self.plan.agents)?;
        }
        while !game.is_over() {
            game.adjudicate()?;
        }
        Ok(game)
    }
}

impl Explore {
    /// Nothing explored yet; files go below a folder.
    pub fn new(folder: &Path) -> Self {
        Self {
            asked: form::Asked::default(),
            folder: folder.to_owned(),
            counted: Arc::default(),
            working: None,
            done: None,
            found: Vec::new(),
            export: Export::default(),
            trouble: None,
        }
    }

    /// Takes a scenario.
    pub fn take(&mut self, slug: String) {
        self.asked.take(slug);
    }

    /// Draws the screen; says which game is to be looked into.
    pub fn ui(&mut self, ui: &mut Ui, words: &Arc<Words>, gallery: &[Crisis]) -> Option<Look> {
        self.hear();
        let mut wanted = None;
        ScrollArea::vertical().id_salt("explore").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            look::title(ui, &words.say("con-place-explore"));
            look::faint(ui, &words.say("con-explore-how"));
            ui.add_space(4.0);
            let idle = self.working.is_none();
            let go = look::card(ui, |ui| self.asked.ui(ui, words, gallery, idle));
            match go {
                Some(form::Go::Ensemble(plan)) => self.begin(words, ui.ctx(), plan),
                Some(form::Go::Balance) => self.weigh(words, ui.ctx()),
                None => {}
            }
            if let Some(trouble) = &self.trouble {
                let hue = ui.visuals().error_fg_color;
                look::card(ui, |ui| _ = ui.colored_label(hue, trouble));
            }
            self.progress(ui, words);
            if !self.found.is_empty() {
                look::card(ui, |ui| {
                    look::heading(ui, &words.say("con-explore-balance"));
                    self.found.iter().for_each(|text| look::point(ui, text));
                });
            }
            if self.done.is_some() {
                wanted = self.results(ui, words);
            } else if self.working.is_none() && self.found.is_empty() {
                look::empty(ui, &words.say("con-explore-none"));
            }
        });
        wanted
    }

    fn progress(&self, ui: &mut Ui, words: &Words) {
        if self.working.is_none() {
            return;
        }
        look::card(ui, |ui| {
            let [counted, games] = [0, 1].map(|nth: usize| self.counted[nth].load(Ordering::Relaxed));
            let counted = counted.min(games);
            #[expect(clippy::cast_possible_truncation, reason = "at most some hundred thousand games")]
            let part = f(counted as usize) / f(games.max(1) as usize);
            let (counted, games) = (counted.to_string(), games.to_string());
            let args = [("done", (&counted).into()), ("all", (&games).into())];
            ui.add(ProgressBar::new(part).text(words.say_with("con-explore-games", &args)));
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(200));
        });
    }

    fn results(&mut self, ui: &mut Ui, words: &Arc<Words>) -> Option<Look> {
        let done = self.done.as_ref()?;
        let mut wanted = None;
        ui.add_space(6.0);
        done.page.lead.iter().for_each(|text| look::prose(ui, text));
        ui.add_space(4.0);
        for section in &done.page.sections {
            look::card(ui, |ui| pages::section(ui, section));
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-explore-each"));
            look::faint(ui, &words.say("con-explore-each-how"));
            let rows =
                ScrollArea::vertical().id_salt("games").min_scrolled_height(LIST).max_height(LIST).auto_shrink(false);
            let high = ui.text_style_height(&egui::TextStyle::Body) + look::ROW_PADDING;
            rows.show_rows(ui, high, done.games.len(), |ui, range| {
                for game in &done.games[range] {
                    let seed = game.seed.to_string();
                    let name = words.say_with("con-explore-game", &[("seed", (&seed).into())]);
                    let levels = done.plan.arms.get(game.arm).map(|arm| arm.levels.join(", ")).unwrap_or_default();
                    let name = if levels.is_empty() { name } else { format!("{name}: {levels}") };
                    let side = words.say_with("con-explore-highest", &[("step", u32::from(game.highest).into())]);
                    if look::row(ui, &name, &side, false).clicked() {
                        let (plan, drawn) = (done.plan.clone(), done.drawn.clone());
                        wanted = Some(Look { plan, drawn, arm: game.arm, run: game.run, seed: game.seed });
                    }
                }
            });
        });
        look::card(ui, |ui| {
            let forms = [Form::Png, Form::Svg, Form::Csv, Form::Parquet];
            let matter = || Matter { page: done.page.clone(), map: None, tables: Some(done.folder.clone()) };
            self.export.ui(ui, words, &done.folder.join("export"), &forms, matter);
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-explore-files"));
            for file in &done.files {
                ui.label(file.display().to_string());
            }
        });
        wanted
    }

    fn begin(&mut self, words: &Arc<Words>, screen: &egui::Context, asked: form::Wanted) {
        (self.trouble, self.done) = (None, None);
        self.export = Export::default();
        self.count(asked.games());
        let (words, counted) = (words.clone(), self.counted.clone());
        let folder = self.folder.join(asked.folder());
        match Task::begin("ensemble", screen, move || play(&words, asked, &folder, &counted)) {
            Ok(task) => self.working = Some(Work::Ensemble(task)),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Looks whether the scenario is worth playing in class.
    fn weigh(&mut self, words: &Arc<Words>, screen: &egui::Context) {
        (self.trouble, self.found) = (None, Vec::new());
        self.count(u64::from(self.asked.runs));
        let (words, counted, asked) = (words.clone(), self.counted.clone(), self.asked.clone());
        let work = move || {
            let staged = library::find(&asked.scenario)?.stage()?;
            // Each hidden truth is played so often.
            let truths = u64::try_from(staged.scenario.truths.len().max(1)).unwrap_or(1);
            counted[1].store(truths * u64::from(asked.runs), Ordering::Relaxed);
            let watch = |games| _ = counted[0].fetch_add(games, Ordering::Relaxed);
            let found = balance(&staged, asked.runs, asked.seed, 0, &watch)?;
            Ok(report::balance::told(&words, &found))
        };
        match Task::begin("balance", screen, work) {
            Ok(task) => self.working = Some(Work::Balance(task)),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    fn count(&self, games: u64) {
        self.counted[0].store(0, Ordering::Relaxed);
        self.counted[1].store(games, Ordering::Relaxed);
    }

    fn hear(&mut self) {
        let Some(work) = self.working.take() else { return };
        match work {
            Work::Ensemble(task) => {
                let mut task = Some(task);
                if let Some(done) = taken(&mut task, &mut self.trouble) {
                    self.done = Some(done);
                }
                self.working = task.map(Work::Ensemble);
            }
            Work::Balance(task) => {
                let mut task = Some(task);
                if let Some(found) = taken(&mut task, &mut self.trouble) {
                    self.found = found;
                }
                self.working = task.map(Work::Balance);
            }
        }
    }
}

fn play(words: &Words, asked: form::Wanted, folder: &Path, counted: &[AtomicU64; 2]) -> Result<Done, ConsoleError> {
    let form::Wanted { scenario, runs, seed, agents, levers, vary } = asked;
    let staged = library::find(&scenario)?.stage()?;
    let plan = Plan { vary, agents, ..Plan::plain(vec![staged], runs, seed) }.compared(levers)?;
    let watch = |games| _ = counted[0].fetch_add(games, Ordering::Relaxed);
    let played = explore(&plan, Some(folder), 0, &watch)?;
    let summary = Summary::of(&plan, &played);
    let page = report::ensemble(words, &summary);
    let mut files = played.files;
    let summary = folder.join("summary.html");
    std::fs::write(&summary, html(&page))?;
    files.push(summary);
    let arm = |slug: &str| plan.arms.iter().position(|arm| arm.staged.scenario.id == slug).unwrap_or(0);
    let games = played.games.iter().map(|game| Played {
        arm: arm(&game.scenario),
        run: u32::try_from(game.run).unwrap_or(0),
        seed: game.seed.unsigned_abs(),
        highest: u8::try_from(game.highest_step).unwrap_or(0),
    });
    let games = games.collect();
    let (plan, drawn) = (Arc::new(plan), Arc::new(played.drawn));
    Ok(Done { page, plan, drawn, games, files, folder: folder.to_owned() })
}

/// Who plays, as folders are called.
fn manner(agents: Manner) -> String {
    agents.to_string().replace(':', "-")
}
