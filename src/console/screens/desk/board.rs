//! The evidence board: what is held possible about an incident, and what speaks for it.

use bevy_egui::egui::{self, RichText, Ui, vec2};

use crate::console::look::{self, share};
use crate::console::sheet::Incident;
use crate::console::theme::Tone;
use crate::words::Words;

/// One incident: each answer that is held possible with its likelihood, and the evidence that bears on it.
pub(super) fn board(ui: &mut Ui, words: &Words, incident: &Incident) {
    let accent = Tone::of(ui).palette().accent;
    look::card(ui, |ui| {
        look::heading(ui, &incident.name);
        look::faint(ui, &incident.about);
        for (place, held) in incident.beliefs.iter().enumerate() {
            let percent = held.share.get() / 10;
            let said = format!("{percent} %, {}", held.word);
            look::bar(ui, &held.text, held.share.get(), &said, accent);
            let bearing: Vec<_> = incident.evidence.iter().filter(|item| item.bears_on == Some(place)).collect();
            for item in bearing {
                ui.indent(("item", place), |ui| {
                    ui.horizontal_top(|ui| {
                        ui.label(if item.against { "−" } else { "+" });
                        ui.vertical(|ui| {
                            ui.label(RichText::new(&item.kind).strong());
                            let trust = format!("{} %", item.reliability.get() / 10);
                            let side = [("found", (&item.found).into()), ("trust", (&trust).into())];
                            look::label(ui, &words.say_with("con-evidence-side", &side));
                            strength(ui, item.weight, item.reliability.get());
                        });
                    });
                });
            }
        }
        let loose = incident.evidence.iter().filter(|item| item.bears_on.is_none());
        for item in loose {
            ui.label(format!("{}: {}", item.kind, item.points));
            look::label(ui, &item.found);
        }
        if incident.evidence.is_empty() {
            look::empty(ui, &words.say("con-evidence-none"));
        }
    });
}

/// How strongly an item counts: its weight by its reliability, on a scale of three of odds.
fn strength(ui: &mut Ui, weight: i32, reliability: i32) {
    let counts = weight.saturating_mul(reliability) / 1000;
    let part = share(counts.abs() / 3);
    let tone = Tone::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(90.0, 4.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 2.0, tone.palette().line);
    let mut filled = rect;
    filled.set_width(90.0 * part);
    let hue = if counts < 0 { tone.palette().warn } else { tone.palette().accent };
    ui.painter().rect_filled(filled, 2.0, hue);
}
