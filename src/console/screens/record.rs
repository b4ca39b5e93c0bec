//! A game looked back on: the turns to scrub through, the map in truth or in a State's eyes, and the review.

use std::path::Path;
use std::sync::Arc;

use bevy_egui::egui::{self, Panel, RichText, ScrollArea, Slider, Ui, vec2};

use crate::base::id::StateId;
use crate::console::export::{Export, Form, Matter};
use crate::console::look;
use crate::console::map::{Chart, Chosen};
use crate::console::pages;
use crate::console::record::Record;
use crate::words::Words;

/// The screen.
pub struct Debrief {
    record: Box<Record>,
    at: usize,
    eyes: Chosen,
    panel: usize,
    chart: Chart,
    chosen: Chosen,
    /// Whether it is shown to a room: larger, and one thing at a time.
    presents: bool,
    export: Export,
    hinges: Vec<(usize, i32)>,
}

impl Debrief {
    /// Opens a record at its end.
    pub fn new(record: Box<Record>) -> Self {
        let at = record.moments.len().saturating_sub(1);
        Self {
            hinges: record.hinges(),
            record,
            at,
            eyes: None,
            panel: 0,
            chart: Chart::default(),
            chosen: None,
            presents: false,
            export: Export::default(),
        }
    }

    /// Whether it is shown to a room.
    pub fn presents(&self) -> bool {
        self.presents
    }

    /// Draws the screen. `folder` is where files go that are taken away, if nothing else is said.
    pub fn ui(&mut self, ui: &mut Ui, words: &Arc<Words>, folder: &Path) {
        if ui.available_width() < 760.0 {
            ScrollArea::vertical().id_salt("record").auto_shrink(false).show(ui, |ui| {
                self.head(ui, words);
                ui.allocate_ui(vec2(ui.available_width(), 300.0), |ui| {
                    ui.set_min_height(300.0);
                    self.map(ui, words);
                });
                self.turn(ui, words);
                self.panels(ui, words, folder);
            });
            return;
        }
        let side = (ui.available_width() * 0.46).clamp(380.0, 900.0);
        let plain = egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 6));
        Panel::right("record-side").resizable(false).exact_size(side).frame(plain).show(ui, |ui| {
            self.panels(ui, words, folder);
        });
        egui::CentralPanel::default().frame(plain).show(ui, |ui| {
            self.head(ui, words);
            let high = (ui.available_height() * 0.6).max(160.0);
            ui.allocate_ui(vec2(ui.available_width(), high), |ui| {
                ui.set_min_height(high);
                self.map(ui, words);
            });
            ScrollArea::vertical().id_salt("turn").auto_shrink(false).show(ui, |ui| self.turn(ui, words));
        });
    }

    fn head(&mut self, ui: &mut Ui, words: &Words) {
        let last = self.record.moments.len().saturating_sub(1);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&self.record.title).size(19.0).strong());
            ui.checkbox(&mut self.presents, words.say("con-record-present"));
        });
        let hue = ui.visuals().warn_fg_color;
        self.record.remarks.iter().for_each(|remark| _ = ui.colored_label(hue, remark));
        ui.horizontal(|ui| {
            let steps = [("◀", "con-record-back", self.at > 0), ("▶", "con-record-on", self.at < last)];
            for (nth, (sign, id, open)) in steps.into_iter().enumerate() {
                let told = words.say(id);
                let button = ui.add_enabled(open, egui::Button::new(sign));
                button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, open, &told));
                if button.on_hover_text(&told).clicked() {
                    self.at = if nth == 0 { self.at - 1 } else { self.at + 1 };
                }
            }
            ui.spacing_mut().slider_width = (ui.available_width() - 170.0).clamp(60.0, 420.0);
            let told = words.say("con-record-turn");
            let slider = ui.add(Slider::new(&mut self.at, 0..=last).show_value(false));
            slider.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Slider, true, &told));
            ui.strong(&self.record.moments[self.at].name);
        });
        self.hinges(ui, words);
        self.whose(ui, words);
    }

    /// Whose world the map shows: the true one, or what a State knew of it.
    fn whose(&mut self, ui: &mut Ui, words: &Words) {
        let moment = &self.record.moments[self.at];
        if moment.eyes.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if ui.selectable_label(self.eyes.is_none(), words.say("con-record-truth")).clicked() {
                self.eyes = None;
            }
            look::label(ui, &words.say("con-record-eyes-of"));
            for (state, region) in (0..moment.eyes.len()).map(StateId::at).zip(&moment.truth.states) {
                let is_its = self.eyes == Some(state);
                let told = words.say_with("con-record-eyes", &[("state", (&region.name).into())]);
                let own = ui.selectable_label(is_its, &region.name);
                own.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, is_its, &told));
                if own.clicked() {
                    self.eyes = Some(state);
                }
            }
        });
    }

    /// The turns that turned the crisis, to go to.
    fn hinges(&mut self, ui: &mut Ui, words: &Words) {
        if self.hinges.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            look::label(ui, &words.say("con-record-hinges"));
            for (nth, by) in &self.hinges {
                let way = if *by > 0 { "up" } else { "down" };
                let name = &self.record.moments[*nth].name;
                let args = [("turn", name.into()), ("way", way.into()), ("steps", by.unsigned_abs().into())];
                let text = words.say_with("con-record-hinge", &args);
                if ui.selectable_label(self.at == *nth, text).clicked() {
                    self.at = *nth;
                }
            }
        });
    }

    fn map(&mut self, ui: &mut Ui, words: &Words) {
        let moment = &self.record.moments[self.at];
        let scene = self.eyes.and_then(|state| moment.eyes.get(state.index())).unwrap_or(&moment.truth);
        self.chart.ui(ui, words, &self.record.atlas, scene, &mut self.chosen);
    }

    fn turn(&self, ui: &mut Ui, words: &Words) {
        let moment = &self.record.moments[self.at];
        if let Some(headline) = &moment.headline {
            ui.label(RichText::new(headline).size(17.0).strong());
        }
        if moment.deeds.is_empty() {
            look::empty(ui, &words.say("con-record-before"));
        }
        for deed in &moment.deeds {
            ui.horizontal_top(|ui| {
                ui.label("•");
                ui.vertical(|ui| ui.label(deed));
            });
        }
    }

    fn panels(&mut self, ui: &mut Ui, words: &Arc<Words>, folder: &Path) {
        let page = &self.record.page;
        let names = page.sections.iter().enumerate().map(|(nth, section)| (nth, section.title.clone()));
        look::pick(ui, &words.say("con-record-panel"), &mut self.panel, &names.collect::<Vec<_>>());
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt(("panel", self.panel)).auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            if let Some(section) = page.sections.get(self.panel) {
                pages::section(ui, section);
            }
            if self.presents {
                return;
            }
            ui.add_space(8.0);
            look::card(ui, |ui| {
                let record = &self.record;
                let moment = &record.moments[self.at];
                let scene = self.eyes.and_then(|state| moment.eyes.get(state.index())).unwrap_or(&moment.truth);
                let matter = || Matter {
                    page: record.page.clone(),
                    map: Some((record.atlas.clone(), scene.clone())),
                    tables: None,
                };
                self.export.ui(ui, words, folder, &[Form::Png, Form::Svg, Form::Csv], matter);
            });
        });
    }
}
