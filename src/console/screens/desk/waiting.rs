//! What is waiting between the seat and others: for it, for them, and what ran out; each with the acts that answer it, and
//! counter-offers as what they change.

use bevy_egui::egui::{RichText, Ui};

use crate::console::around::Wait;
use crate::console::look;
use crate::console::screens::desk::line;
use crate::console::sheet::Sheet;
use crate::console::theme::Tone;
use crate::view::Draft;
use crate::words::Words;
use crate::words::waiting::{Beside, Change};

/// Draws the list; says which answer was chosen.
pub(super) fn list(ui: &mut Ui, words: &Words, sheet: &Sheet) -> Option<Draft> {
    let mut chosen = None;
    look::card(ui, |ui| {
        look::heading(ui, &words.say("wait-title"));
        if sheet.around.waiting.iter().all(Vec::is_empty) {
            look::empty(ui, &words.say("wait-none"));
        }
        for (heading, group) in ["wait-mine", "wait-theirs", "wait-expired"].into_iter().zip(&sheet.around.waiting) {
            if group.is_empty() {
                continue;
            }
            ui.add_space(2.0);
            ui.strong(words.say_with(heading, &[("count", group.len().into())]));
            for (nth, wait) in group.iter().enumerate() {
                ui.push_id((heading, nth), |ui| chosen = one(ui, words, wait).or(chosen));
            }
        }
    });
    chosen
}

fn one(ui: &mut Ui, words: &Words, wait: &Wait) -> Option<Draft> {
    let palette = Tone::of(ui).palette();
    let mut chosen = None;
    ui.separator();
    ui.label(&wait.text);
    if let Some(until) = &wait.until {
        ui.label(RichText::new(until).small().color(palette.warn));
    }
    if let Some(compared) = &wait.compared {
        difference(ui, words, compared);
    }
    for answer in &wait.answers {
        if line(ui, words, answer, false) {
            chosen = Some(answer.draft);
        }
    }
    chosen
}

/// An offer beside another, as new instead of old: it reads without colour.
pub(super) fn difference(ui: &mut Ui, words: &Words, beside: &Beside) {
    let palette = Tone::of(ui).palette();
    let instead = words.say("wait-instead-of");
    ui.indent("difference", |ui| {
        ui.label(RichText::new(beside.title(words)).color(palette.faint));
        for Change { term, now, before } in &beside.compared.changed {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.label(RichText::new(format!("{term}:")).small().color(palette.faint));
                ui.label(RichText::new(now).strong());
                ui.label(RichText::new(&instead).color(palette.faint));
                ui.label(RichText::new(before).strikethrough().color(palette.faint));
            });
        }
        if let Some(alike) = beside.alike(words) {
            look::label(ui, &alike);
        }
    });
}
