//! How it looks and which keys there are. Kept for as long as the program runs.

use bevy_egui::egui::{Grid, RichText, Ui};

use crate::console::look;
use crate::console::screens::Place;
use crate::console::theme::Tone;
use crate::words::Words;

/// What can be set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Dark or light.
    pub tone: Tone,
    /// Size of everything, in parts of a hundred.
    pub size: u16,
    /// Whether nothing moves by itself.
    pub reduced_motion: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { tone: Tone::Dark, size: 100, reduced_motion: false }
    }
}

/// Sizes to choose from, in parts of a hundred.
const SIZES: [u16; 6] = [80, 90, 100, 115, 135, 160];

impl Settings {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words) {
        look::title(ui, &words.say("con-place-settings"));
        ui.add_space(6.0);
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-set-tone"));
            let tones = [(Tone::Dark, "con-set-dark"), (Tone::Light, "con-set-light")];
            look::choices(ui, &mut self.tone, &tones.map(|(tone, id)| (tone, words.say(id))));
            look::faint(ui, &words.say("con-set-hues"));
            ui.add_space(6.0);
            look::heading(ui, &words.say("con-set-size"));
            look::choices(ui, &mut self.size, &SIZES.map(|size| (size, format!("{size} %"))));
            ui.add_space(6.0);
            look::heading(ui, &words.say("con-set-motion"));
            ui.checkbox(&mut self.reduced_motion, words.say("con-set-still"));
        });
        ui.add_space(6.0);
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-keys"));
            Grid::new("keys").num_columns(2).spacing([24.0, 4.0]).show(ui, |ui| {
                for (nth, place) in Place::ALL.iter().enumerate() {
                    ui.label(RichText::new(format!("Ctrl {}", nth + 1)).monospace());
                    ui.label(words.say(place.name()));
                    ui.end_row();
                }
                let others = [("Tab", "con-key-tab"), ("Ctrl Enter", "con-key-end"), ("Ctrl + / −", "con-key-size")];
                for (key, id) in others {
                    ui.label(RichText::new(key).monospace());
                    ui.label(words.say(id));
                    ui.end_row();
                }
            });
        });
    }
}
