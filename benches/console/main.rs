//! What a frame of the console costs: laying out and tessellating each screen of a seat, without the rasteriser.
//!
//! `cargo bench --features console --bench console`. Each screen is drawn many times over with the pointer moving, so that
//! nothing is kept that a real frame would not keep; the middle and the worst of a hundred are printed, as Markdown.

#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a benchmark prints and divides"
)]

use std::path::Path;
use std::sync::Arc;
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::{Duration, Instant};

use bevy_egui::egui::{self, Pos2, Rect, vec2};
use demarche::console::screens::{Desk, Situation};
use demarche::console::seat::Seat;
use demarche::console::theme::{self, Tone};
use demarche::content::atlas::World;
use demarche::content::library;
use demarche::words::Words;

/// Frames of each screen.
const FRAMES: usize = 100;

fn main() {
    let words = Arc::new(Words::english().unwrap());
    let folder = tempfile::tempdir().unwrap();
    println!("| world | screen | middle of {FRAMES} frames | worst |");
    println!("|---|---|---|---|");
    for states in [6, 50, 193] {
        let mut seat = seat(&words, folder.path(), states);
        let (mut situation, mut desk) = (Situation::default(), Desk::default());
        let screen = egui::Context::default();
        theme::dress(&screen, Tone::default(), false);
        told(states, "situation", &screen, &mut |ui| {
            situation.ui(ui, &words, &seat.sheet, &seat.atlas, &seat.mornings);
        });
        let mut moved = Situation::default();
        told(states, "situation, the map dragged", &screen, &mut |ui| {
            moved.ui(ui, &words, &seat.sheet, &seat.atlas, &seat.mornings);
        });
        told(states, "desk", &screen, &mut |ui| _ = desk.ui(ui, &words, &mut seat));
    }
}

/// A seat on the first morning of a world of so many States.
fn seat(words: &Arc<Words>, folder: &Path, states: usize) -> Seat {
    let id = format!("world-{states}");
    let world = World { id: id.clone(), title: id.clone(), states, turns: 8, seed: 1 };
    let path = folder.join(format!("{id}.ron"));
    std::fs::write(&path, world.text().unwrap()).unwrap();
    let book = library::on_disk(&path).unwrap();
    let solo = book.stage().unwrap().scenario.solo;
    Seat::open(words, &egui::Context::default(), &book, solo, 1, folder).unwrap()
}

/// Draws a screen again and again, and says what a frame cost: events, layout, tessellation.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
fn told(states: usize, name: &str, screen: &egui::Context, draw: &mut dyn FnMut(&mut egui::Ui)) {
    let mut spent = Vec::new();
    for nth in 0..FRAMES + 10 {
        let pressed = name.contains("dragged");
        let at = Pos2::new(300.0 + (nth % 60) as f32 * 3.0, 420.0);
        let mut events = vec![egui::Event::PointerMoved(at)];
        if pressed && nth == 0 {
            let modifiers = egui::Modifiers::NONE;
            events.push(egui::Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers,
            });
        }
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(nth as f64 / 60.0),
            events,
            ..Default::default()
        };
        let since = Instant::now();
        let output = screen.run_ui(input, |ui| draw(ui));
        let primitives = screen.tessellate(output.shapes, output.pixels_per_point);
        let took = since.elapsed();
        assert!(!primitives.is_empty(), "{name} draws nothing");
        // The first frames make letters and lay the land out.
        if nth >= 10 {
            spent.push(took);
        }
    }
    spent.sort();
    let ms = |took: Duration| format!("{:.2} ms", took.as_secs_f64() * 1000.0);
    println!("| {states} States | {name} | {} | {} |", ms(spent[FRAMES / 2]), ms(spent[FRAMES - 1]));
}
