//! Which keys do what, and giving them others: by a button, then by the keys themselves.

use bevy_egui::egui::{self, Button, Grid, RichText, Ui};

use crate::console::kept::Settings;
use crate::console::keys::{Barred, Caught, Chord, Deed, Keys, Stroke, catch};
use crate::console::look;
use crate::console::theme::Tone;
use crate::words::Words;

/// What is being given other keys, and why it was not the last time.
#[derive(Debug, Default)]
pub struct Keyboard {
    asks: Option<Deed>,
    told: Option<(Option<Stroke>, Barred)>,
}

impl Keyboard {
    /// Takes the keys that are pressed while they are asked for; says whether they were, so that they do nothing else.
    pub fn catches(&mut self, screen: &egui::Context, settings: &mut Settings) -> bool {
        let Some(deed) = self.asks else { return false };
        match screen.input_mut(catch) {
            None => return true,
            Some(Caught::Nothing) => self.told = None,
            Some(Caught::Stroke(stroke)) => {
                let mut keys = settings.keys();
                self.told = keys.give(deed, stroke).err().map(|why| (Some(stroke), why));
                settings.rebind(keys);
            }
        }
        self.asks = None;
        true
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, settings: &mut Settings) {
        let mut keys = settings.keys();
        look::heading(ui, &words.say("con-keys"));
        let chords = [(Chord::Control, words.say("con-key-control")), (Chord::Alt, words.say("con-key-alt"))];
        look::label(ui, &words.say("con-key-chord"));
        let mut chord = keys.chord;
        if look::choices(ui, &mut chord, &chords) {
            self.told = keys.hold(chord).err().map(|why| (None, why));
        }
        ui.add_space(4.0);
        Grid::new("keys").num_columns(3).striped(true).spacing([24.0, 4.0]).show(ui, |ui| {
            for deed in Deed::all() {
                let name = words.say(deed.name());
                ui.label(&name);
                if self.asks == Some(deed) {
                    ui.strong(words.say("con-key-press"));
                } else {
                    ui.label(RichText::new(keys.of(deed).to_string()).monospace());
                }
                let told = words.say_with("con-key-of", &[("deed", (&name).into())]);
                let other = ui.add(Button::new(words.say("con-key-other")).selected(self.asks == Some(deed)));
                other.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
                if other.clicked() {
                    (self.asks, self.told) = ((self.asks != Some(deed)).then_some(deed), None);
                }
                ui.end_row();
            }
            ui.label(words.say("con-key-tab"));
            ui.label(RichText::new("Tab").monospace());
            ui.end_row();
        });
        if let Some((stroke, why)) = self.told {
            let hue = Tone::of(ui).palette().warn;
            ui.colored_label(hue, barred(words, stroke, why));
        }
        ui.add_space(4.0);
        if ui.add_enabled(!keys.are_usual(), Button::new(words.say("con-key-usual"))).clicked() {
            (keys, self.told, self.asks) = (Keys::default(), None, None);
        }
        settings.rebind(keys);
    }
}

/// Why something keeps the keys that it has.
fn barred(words: &Words, stroke: Option<Stroke>, why: Barred) -> String {
    match (why, stroke) {
        (Barred::InTheWay, _) => words.say("con-key-in-the-way"),
        (Barred::Taken(other), Some(stroke)) => {
            let (keys, other) = (stroke.to_string(), words.say(other.name()));
            words.say_with("con-key-taken", &[("keys", (&keys).into()), ("other", (&other).into())])
        }
        (Barred::Taken(other), None) => {
            let other = words.say(other.name());
            words.say_with("con-key-chord-taken", &[("other", (&other).into())])
        }
    }
}
