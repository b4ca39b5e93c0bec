//! What is to be played: a scenario, how often, by whom; choices that are compared, and numbers that nobody knows.

use bevy_egui::egui::{self, DragValue, Ui};

use crate::agents::Manner;
use crate::base::Digest;
use crate::console::look;
use crate::console::screens::explore::manner;
use crate::console::screens::{Crisis, scenario};
use crate::content::library;
use crate::ensemble::{Lever, Vary};
use crate::words::Words;

/// How many games at most; a larger ensemble is a night's work for `demarche explore`.
const MOST: u32 = 5000;

/// The form.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The scenario's slug.
    pub(super) scenario: String,
    /// Games of each arm.
    pub(super) runs: u32,
    /// Seed of the ensemble.
    pub(super) seed: u64,
    agents: Manner,
    levers: Vec<Lever>,
    vary: Vec<Vary>,
    lever: String,
    range: String,
    wrong: Option<String>,
}

/// An ensemble as it is wanted.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) scenario: String,
    pub(super) runs: u32,
    pub(super) seed: u64,
    pub(super) agents: Manner,
    pub(super) levers: Vec<Lever>,
    pub(super) vary: Vec<Vary>,
}

/// What was pressed.
pub(super) enum Go {
    /// To play the ensemble.
    Ensemble(Wanted),
    /// To look whether the scenario is worth playing in class.
    Balance,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            scenario: library::slugs().first().map(|slug| (*slug).to_owned()).unwrap_or_default(),
            runs: 50,
            seed: 1,
            agents: Manner::Utility,
            levers: Vec::new(),
            vary: Vec::new(),
            lever: String::new(),
            range: String::new(),
            wrong: None,
        }
    }
}

impl Wanted {
    /// How many games it has in all.
    pub(super) fn games(&self) -> u64 {
        let arms: usize = self.levers.iter().map(|lever| lever.levels.len()).product();
        u64::from(self.runs) * u64::try_from(arms).unwrap_or(1)
    }

    /// A folder of its own, so that no two ensembles meet in one.
    pub(super) fn folder(&self) -> String {
        let plain = format!("explore-{}-{}-{}-{}", self.scenario, self.seed, self.runs, manner(self.agents));
        if self.levers.is_empty() && self.vary.is_empty() {
            return plain;
        }
        let choices = self.levers.iter().map(ToString::to_string).chain(self.vary.iter().map(ToString::to_string));
        let choices = choices.collect::<Vec<_>>().join(";");
        format!("{plain}-{}", Digest::of(choices.as_bytes()).short())
    }
}

impl Asked {
    /// Takes a scenario.
    pub(super) fn take(&mut self, slug: String) {
        self.scenario = slug;
        self.levers.clear();
        self.wrong = None;
    }

    /// Draws the form; says what was pressed.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, gallery: &[Crisis], idle: bool) -> Option<Go> {
        ui.add_enabled_ui(idle, |ui| {
            let mut slug = self.scenario.clone();
            if scenario(ui, words, gallery, &mut slug).is_some() {
                self.take(slug);
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
            ui.add_space(4.0);
            self.choices(ui, words);
            self.unknowns(ui, words);
            if let Some(wrong) = &self.wrong {
                ui.colored_label(ui.visuals().error_fg_color, wrong);
            }
        });
        let mut go = None;
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            if look::primary(ui, &words.say("con-explore-go"), idle).clicked() {
                go = Some(Go::Ensemble(Wanted {
                    scenario: self.scenario.clone(),
                    runs: self.runs,
                    seed: self.seed,
                    agents: self.agents,
                    levers: self.levers.clone(),
                    vary: self.vary.clone(),
                }));
            }
            if ui.add_enabled(idle, egui::Button::new(words.say("con-explore-weigh"))).clicked() {
                go = Some(Go::Balance);
            }
        });
        go
    }

    /// Choices that somebody could make: the same games are played under each.
    fn choices(&mut self, ui: &mut Ui, words: &Words) {
        let name = ui.label(words.say("con-explore-levers"));
        look::faint(ui, &words.say("con-explore-levers-how"));
        removable(ui, words, &mut self.levers);
        ui.horizontal_wrapped(|ui| {
            let field = look::field(&mut self.lever).hint_text("moves.cyber=on,off").desired_width(320.0);
            ui.add(field).labelled_by(name.id);
            let told = words.say("con-explore-lever-add");
            if ui.add_enabled(!self.lever.trim().is_empty(), egui::Button::new(told)).clicked() {
                match self.lever.parse() {
                    Ok(lever) => {
                        self.levers.push(lever);
                        self.lever.clear();
                        self.wrong = None;
                    }
                    Err(why) => self.wrong = Some(why),
                }
            }
        });
    }

    /// Numbers that nobody knows: they differ from game to game.
    fn unknowns(&mut self, ui: &mut Ui, words: &Words) {
        let name = ui.label(words.say("con-explore-vary"));
        look::faint(ui, &words.say("con-explore-vary-how"));
        removable(ui, words, &mut self.vary);
        ui.horizontal_wrapped(|ui| {
            let field = look::field(&mut self.range).hint_text("tension.per_gravity=1..4").desired_width(320.0);
            ui.add(field).labelled_by(name.id);
            let told = words.say("con-explore-vary-add");
            if ui.add_enabled(!self.range.trim().is_empty(), egui::Button::new(told)).clicked() {
                match self.range.parse() {
                    Ok(vary) => {
                        self.vary.push(vary);
                        self.range.clear();
                        self.wrong = None;
                    }
                    Err(why) => self.wrong = Some(why),
                }
            }
        });
    }
}

/// A list of which each line can be taken away.
fn removable<T: ToString>(ui: &mut Ui, words: &Words, all: &mut Vec<T>) {
    let mut gone = None;
    for (nth, one) in all.iter().enumerate() {
        let text = one.to_string();
        ui.horizontal(|ui| {
            let told = words.say_with("con-explore-drop", &[("what", (&text).into())]);
            let button = ui.small_button("✖");
            button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
            if button.on_hover_text(&told).clicked() {
                gone = Some(nth);
            }
            ui.monospace(&text);
        });
    }
    if let Some(nth) = gone {
        all.remove(nth);
    }
}
