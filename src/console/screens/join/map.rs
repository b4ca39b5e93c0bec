//! The map of a seat in a class elsewhere: what the host says of every State, and who stands where with whom.

use bevy_egui::egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui, vec2};

use crate::console::away::Drawn;
use crate::console::look;
use crate::console::map::{Chart, Chosen, Scene};
use crate::console::screens::situation::{legend, ties};
use crate::console::theme::Tone;
use crate::words::Words;

/// The map, and what is pointed at.
#[derive(Debug, Default)]
pub(super) struct Map {
    chart: Chart,
    chosen: Chosen,
}

impl Map {
    /// A new morning has come.
    pub(super) fn morning(&mut self) {
        self.chart.alert();
    }

    /// Draws it over all the room there is.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, drawn: &Drawn) {
        let wide = ui.available_width();
        if wide < 760.0 {
            ScrollArea::vertical().id_salt("away-map").auto_shrink(false).show(ui, |ui| {
                ui.allocate_ui(vec2(ui.available_width(), 320.0), |ui| {
                    ui.set_min_height(320.0);
                    self.chart.ui(ui, words, &drawn.atlas, &drawn.scene, &mut self.chosen);
                });
                self.side(ui, words, &drawn.scene);
            });
            return;
        }
        let plain = Frame::new().inner_margin(Margin::symmetric(8, 6));
        let side = (wide * 0.36).clamp(340.0, 560.0);
        Panel::right("away-side").resizable(false).exact_size(side).frame(plain).show(ui, |ui| {
            ScrollArea::vertical().id_salt("away-side").auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - 6.0);
                self.side(ui, words, &drawn.scene);
            });
        });
        Panel::bottom("away-key").resizable(false).frame(plain).show(ui, |ui| legend(ui, words));
        CentralPanel::default().frame(plain).show(ui, |ui| {
            self.chart.ui(ui, words, &drawn.atlas, &drawn.scene, &mut self.chosen);
        });
    }

    fn side(&mut self, ui: &mut Ui, words: &Words, scene: &Scene) {
        if let Some(state) = self.chosen.filter(|state| state.index() < scene.states.len()) {
            look::card(ui, |ui| {
                let region = &scene.states[state.index()];
                look::heading(ui, &region.name);
                ui.label(&region.about);
                let own = scene.seat.filter(|own| *own != state);
                let pair = |own| (Some(state).min(Some(own)), Some(state).max(Some(own)));
                let tie =
                    own.and_then(|own| scene.ties.iter().find(|tie| (Some(tie.low), Some(tie.high)) == pair(own)));
                if let Some(tie) = tie {
                    let name = scene.steps.get(usize::from(tie.step)).map_or("", String::as_str);
                    let step = [("step", u32::from(tie.step).into()), ("name", name.into())];
                    let hue = Tone::of(ui).step(tie.step);
                    ui.label(RichText::new(words.say_with("con-tie-step", &step)).color(hue).strong());
                }
                for pin in scene.pins.iter().filter(|pin| pin.state == state || pin.from == Some(state)) {
                    look::point(ui, &pin.text);
                }
            });
        }
        let now = scene.highest();
        let name = scene.steps.get(usize::from(now)).map_or("", String::as_str);
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-ladder"));
            let step = [("step", u32::from(now).into()), ("name", name.into())];
            ui.label(words.say_with("con-ladder-now", &step));
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-ties"));
            ties(ui, words, scene, &mut self.chosen);
        });
    }
}
