//! The readings of a norm: who holds each, its standing over the years and what has become of it in the game, and which
//! States' profiles hold it.

use bevy_egui::egui::{self, Grid, RichText, ScrollArea, Ui, vec2};

use crate::console::look;
use crate::console::screens::Law;
use crate::console::screens::law::YEARS;
use crate::console::theme::Tone;
use crate::law::Value;
use crate::law::norm::{DatedStanding, Standing};
use crate::words::Words;
use crate::words::phrase::holder;
use crate::words::text::capitalised;

impl Law {
    /// Each reading: who holds it, its standing over time, and what it says of the case; then which States' profiles hold it.
    pub(super) fn readings(&self, ui: &mut Ui, words: &Words) {
        let corpus = &*self.case.corpus;
        let norm = corpus.norm(self.norm);
        let moved =
            if self.as_of == self.practice.as_of { self.practice.moved(words, &self.rules) } else { Vec::new() };
        look::heading(ui, &words.say("con-law-positions"));
        for (nth, position) in norm.positions.iter().enumerate() {
            ui.add_space(4.0);
            ui.label(RichText::new(spoken(&position.spec.name)).strong());
            ui.label(words.view(corpus, self.norm, position));
            // Over the years as the catalogue has it; what the game has made of it comes after.
            let written = self.rules.law.corpus.norm(self.norm).positions[nth].standing;
            let standing = words.standing(written.at(self.as_of));
            let over_time = match written.from {
                Some((year, later)) => {
                    let (before, later) = (words.standing(written.before), words.standing(later));
                    let year = year.to_string();
                    let args = [("before", (&before).into()), ("later", (&later).into()), ("year", (&year).into())];
                    words.say_with("con-law-standing-since", &args)
                }
                None => words.say_with("con-law-standing", &[("standing", (&standing).into())]),
            };
            look::faint(ui, &over_time);
            strip(ui, written, self.as_of, &over_time);
            let own: Vec<_> = moved.iter().filter(|one| (one.norm, one.place) == (self.norm, nth)).collect();
            for one in &own {
                look::point(ui, &format!("{}: {}", one.when, one.what));
            }
            if !own.is_empty() {
                let now = words.standing(position.standing.at(self.as_of));
                ui.label(RichText::new(words.say_with("con-law-now", &[("standing", (&now).into())])).strong());
            }
            let holders: Vec<String> = position.spec.held_by.iter().map(|held| holder(held)).collect();
            if !holders.is_empty() {
                let holders = words.list("list-and", &holders);
                look::faint(ui, &words.say_with("con-law-held", &[("holders", (&holders).into())]));
            }
            if self.case.found.raised(corpus, self.norm) != Value::False {
                let value = self.case.found.position(corpus, self.norm, nth);
                let word = words.found(corpus, self.norm, self.case.found.word(corpus, self.norm, value));
                ui.label(words.say_with("con-law-would", &[("finding", (&word).into())]));
            }
        }
        ui.add_space(6.0);
        if (0..corpus.profiles().len()).all(|place| corpus.held(place, self.norm).is_none()) {
            look::faint(ui, &words.say("con-law-profiles-none"));
            return;
        }
        look::label(ui, &words.say("con-law-profiles"));
        ScrollArea::horizontal().id_salt("profiles").show(ui, |ui| {
            Grid::new("profiles").striped(true).spacing([14.0, 4.0]).show(ui, |ui| {
                ui.label("");
                for position in &norm.positions {
                    ui.label(RichText::new(spoken(&position.spec.name)).small().strong());
                }
                ui.end_row();
                for (place, profile) in corpus.profiles().iter().enumerate() {
                    let held = corpus.held(place, self.norm);
                    ui.label(spoken(&profile.name));
                    for position in &norm.positions {
                        let own = held.is_some_and(|held| held.spec.name == position.spec.name);
                        ui.label(if own { "●" } else { "" });
                    }
                    ui.end_row();
                }
            });
        });
    }
}

/// The name of a reading or a profile, to be read.
fn spoken(slug: &str) -> String {
    capitalised(&slug.replace(['-', '_'], " "))
}

/// The standing of a reading over the years, the stronger the fuller, with a mark at the year the law is read as of.
fn strip(ui: &mut Ui, standing: DatedStanding, as_of: u16, told: &str) {
    let palette = Tone::of(ui).palette();
    let wide = ui.available_width().min(480.0);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 22.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, told));
    let (first, last) = (*YEARS.start(), *YEARS.end());
    let across = wide / f32::from(last - first);
    let at = |year: u16| rect.left() + f32::from(year - first) * across;
    let band = |from: u16, to: u16, standing: Standing| {
        let strength = match standing {
            Standing::Minority => 0.3,
            Standing::Substantial => 0.6,
            Standing::Baseline => 1.0,
        };
        let field = egui::Rect::from_x_y_ranges(at(from)..=at(to), rect.top()..=rect.top() + 8.0);
        ui.painter().rect_filled(field, 2.0, palette.accent.gamma_multiply(strength));
    };
    match standing.from {
        Some((year, later)) if YEARS.contains(&year) => {
            band(first, year, standing.before);
            band(year, last, later);
            let small = egui::FontId::proportional(11.0);
            ui.painter().text(
                egui::pos2(at(year), rect.bottom()),
                egui::Align2::CENTER_BOTTOM,
                year.to_string(),
                small,
                palette.faint,
            );
        }
        _ => band(first, last, standing.at(as_of)),
    }
    let mark = at(as_of.clamp(first, last));
    ui.painter().vline(mark, rect.top() - 2.0..=rect.top() + 10.0, egui::Stroke::new(2.0, palette.ink));
}
