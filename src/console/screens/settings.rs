//! How it looks, in which language, and which keys do what. Kept between runs.

mod keyboard;

use std::path::Path;

use bevy_egui::egui::{Color32, ScrollArea, Sense, Ui, vec2};

use crate::console::kept::Settings;
use crate::console::look;
use crate::console::theme::{Ground, Hues, Tone};
use crate::words::{Language, Words};

pub use keyboard::Keyboard;

/// Sizes to choose from, in parts of a hundred.
const CHOICES: [u16; 6] = [80, 90, 100, 115, 135, 160];

/// Draws the screen. `kept` is where settings are kept, if they are.
pub fn ui(ui: &mut Ui, words: &Words, settings: &mut Settings, keyboard: &mut Keyboard, kept: Option<&Path>) {
    ScrollArea::vertical().id_salt("settings").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        look::title(ui, &words.say("con-place-settings"));
        let where_kept = match kept {
            Some(path) => words.say_with("con-set-kept", &[("path", (&path.display().to_string()).into())]),
            None => words.say("con-set-not-kept"),
        };
        look::faint(ui, &where_kept);
        ui.add_space(6.0);
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-set-language"));
            let languages = Language::ALL.map(|language| (language, own_name(language).to_owned()));
            look::choices(ui, &mut settings.language, &languages);
            look::faint(ui, &words.say("con-set-language-how"));
        });
        ui.add_space(6.0);
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-set-tone"));
            let grounds = [(Ground::Dark, "con-set-dark"), (Ground::Light, "con-set-light")];
            look::choices(ui, &mut settings.ground, &grounds.map(|(ground, id)| (ground, words.say(id))));
            ui.add_space(6.0);
            look::heading(ui, &words.say("con-set-hues"));
            let hues = Hues::ALL.map(|hues| (hues, words.say(hues_name(hues))));
            look::choices(ui, &mut settings.hues, &hues);
            sample(ui, settings.tone());
            look::faint(ui, &words.say("con-set-hues-how"));
            ui.add_space(6.0);
            look::heading(ui, &words.say("con-set-size"));
            look::choices(ui, &mut settings.size, &CHOICES.map(|size| (size, format!("{size} %"))));
            ui.add_space(6.0);
            look::heading(ui, &words.say("con-set-motion"));
            ui.checkbox(&mut settings.reduced_motion, words.say("con-set-still"));
        });
        ui.add_space(6.0);
        look::card(ui, |ui| keyboard.ui(ui, words, settings));
    });
}

/// A language in itself.
const fn own_name(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::French => "Français",
    }
}

const fn hues_name(hues: Hues) -> &'static str {
    match hues {
        Hues::Usual => "con-set-hues-usual",
        Hues::RedGreen => "con-set-hues-red-green",
        Hues::BlueYellow => "con-set-hues-blue-yellow",
        Hues::Grey => "con-set-hues-grey",
    }
}

/// The hues of States and of the ladder side by side.
fn sample(ui: &mut Ui, tone: Tone) {
    let rows: [Vec<Color32>; 2] =
        [(0..tone.count()).map(|place| tone.state(place)).collect(), (0..10).map(|step| tone.step(step)).collect()];
    for row in rows {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 3.0;
            for hue in row {
                let (rect, _) = ui.allocate_exact_size(vec2(30.0, 14.0), Sense::hover());
                ui.painter().rect_filled(rect, 3.0, hue);
            }
        });
    }
}
