//! How it looks, in which language, and which keys do what. Kept between runs.

mod keyboard;

use std::path::Path;

use bevy_egui::egui::{Color32, ScrollArea, Sense, Ui, Vec2, vec2};

use crate::console::kept::Settings;
use crate::console::look::{self, Side};
use crate::console::theme::{Ground, Hues, Tone};
use crate::words::{Language, Words};

pub use keyboard::Keyboard;

/// Sizes to choose from, in parts of a hundred.
const CHOICES: [u16; 6] = [80, 90, 100, 115, 135, 160];

/// How wide the screen is on which the keys have room beside the rest.
const HALVES: f32 = 1200.0;
/// How large a sample of a hue is.
const SWATCH: Vec2 = vec2(30.0, 14.0);

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
        look::sides(ui, HALVES, 0.5, |ui, side| match side {
            Side::Left => {
                look::card(ui, |ui| language(ui, words, settings));
                look::card(ui, |ui| sight(ui, words, settings));
            }
            Side::Right => look::card(ui, |ui| keyboard.ui(ui, words, settings)),
        });
    });
}

fn language(ui: &mut Ui, words: &Words, settings: &mut Settings) {
    look::heading(ui, &words.say("con-set-language"));
    let languages = Language::ALL.map(|language| (language, own_name(language).to_owned()));
    look::choices(ui, &mut settings.language, &languages);
    look::faint(ui, &words.say("con-set-language-how"));
}

/// Ground, hues, size and motion.
fn sight(ui: &mut Ui, words: &Words, settings: &mut Settings) {
    look::heading(ui, &words.say("con-set-tone"));
    let grounds = [(Ground::Dark, "con-set-dark"), (Ground::Light, "con-set-light")];
    look::choices(ui, &mut settings.ground, &grounds.map(|(ground, id)| (ground, words.say(id))));
    ui.add_space(6.0);
    look::heading(ui, &words.say("con-set-hues"));
    let hues = Hues::ALL.map(|hues| (hues, words.say(hues_name(hues))));
    look::choices(ui, &mut settings.hues, &hues);
    sample(ui, words, settings.tone());
    look::faint(ui, &words.say("con-set-hues-how"));
    ui.add_space(6.0);
    look::heading(ui, &words.say("con-set-size"));
    look::choices(ui, &mut settings.size, &CHOICES.map(|size| (size, format!("{size} %"))));
    ui.add_space(6.0);
    look::heading(ui, &words.say("con-set-motion"));
    ui.checkbox(&mut settings.reduced_motion, words.say("con-set-still"));
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

/// The hues of States and of the ladder, each row under its name.
fn sample(ui: &mut Ui, words: &Words, tone: Tone) {
    let rows: [(&str, Vec<Color32>); 2] = [
        ("con-set-hues-states", (0..tone.count()).map(|place| tone.state(place)).collect()),
        ("con-set-hues-steps", (0..10).map(|step| tone.step(step)).collect()),
    ];
    for (name, row) in rows {
        look::label(ui, &words.say(name));
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = SWATCH.y;
            ui.spacing_mut().item_spacing.x = 3.0;
            for hue in row {
                let (rect, _) = ui.allocate_exact_size(SWATCH, Sense::hover());
                ui.painter().rect_filled(rect, 3.0, hue);
            }
        });
    }
}
