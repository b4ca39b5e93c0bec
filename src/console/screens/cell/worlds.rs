//! Every world that the facilitator's secret opens, side by side.

use bevy_egui::egui::{RichText, ScrollArea, Ui};

use crate::console::cell::{Cell, World};
use crate::console::clock;
use crate::console::look::{self, f};
use crate::console::screens::cell::Move;
use crate::words::Words;

/// How wide a world is drawn at the least and at the most.
const WIDE: [f32; 2] = [320.0, 560.0];
/// How wide the names of what is counted are.
const NAMES: f32 = 168.0;

/// Draws the page; says to which world one goes.
pub(super) fn ui(ui: &mut Ui, words: &Words, cell: &Cell) -> Option<Move> {
    look::heading(ui, &words.say("worlds-title"));
    look::faint(ui, &words.say("worlds-text"));
    if cell.worlds.is_empty() {
        look::waiting(ui, &words.say("con-reading"));
        return None;
    }
    let mut wish = None;
    ScrollArea::horizontal().id_salt("worlds").show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let gaps = 10.0 * f(cell.worlds.len());
            let wide = ((ui.available_width() - gaps) / f(cell.worlds.len().max(1))).clamp(WIDE[0], WIDE[1]);
            for world in &cell.worlds {
                ui.push_id(&world.code, |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(wide);
                        look::card(ui, |ui| wish = one(ui, words, cell, world).or(wish.take()));
                    });
                });
            }
        });
    });
    wish
}

fn one(ui: &mut Ui, words: &Words, cell: &Cell, world: &World) -> Option<Move> {
    let mut wish = None;
    ui.label(RichText::new(&world.code).size(22.0).strong().monospace());
    ui.horizontal_wrapped(|ui| match world.clock {
        Some(now) => look::clock(ui, words, now, clock::now()),
        None => _ = ui.label(words.say("worlds-over")),
    });
    let [people, ready, acts] = world.counts;
    let counted = [
        ("seat-turn-head", world.turn.clone()),
        ("desk-people", people.to_string()),
        ("worlds-ready", ready.to_string()),
        ("con-world-acts", acts.to_string()),
        ("con-world-top", world.top.clone()),
    ];
    for (name, text) in &counted {
        named(ui, &words.say(name), text);
    }
    if !world.headline.is_empty() {
        look::label(ui, &words.say("desk-past"));
        ui.label(&world.headline);
    }
    if !world.truth.is_empty() {
        look::label(ui, &words.say("desk-truth"));
        ui.label(&world.truth);
    }
    ui.add_space(4.0);
    if world.code == cell.code {
        look::faint(ui, &words.say("worlds-here"));
    } else {
        let told = words.say_with("con-cell-go", &[("code", (&world.code).into())]);
        if ui.button(told).clicked() {
            wish = Some(Move::World(world.code.clone()));
        }
    }
    wish
}

fn named(ui: &mut Ui, name: &str, text: &str) {
    let wide = [NAMES, (ui.available_width() - NAMES - 8.0).max(80.0)];
    look::columns(ui, 0, &wide, 8.0, |ui, column| match column {
        0 => look::label(ui, name),
        _ => _ = ui.strong(text),
    });
}
