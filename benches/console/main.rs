//! What a frame of the console costs: laying out and tessellating each screen, without the rasteriser.
//!
//! `cargo bench --features console --bench console`. Each screen is drawn many times over with the pointer moving, so that
//! nothing is kept that a real frame would not keep. Printed, as Markdown, are the mean of the processor time, which tells the same on
//! a machine that does other things as well (on Linux alone; the clock elsewhere), and the middle and the worst by the clock.

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
use demarche::agents::Manner;
use demarche::console::cell::Post;
use demarche::console::record::Record;
use demarche::console::screens::{Debrief, Desk, Law, Situation, WhiteCell};
use demarche::console::seat::Seat;
use demarche::console::theme::{self, Tone};
use demarche::content::atlas::World;
use demarche::content::library::{self, Book};
use demarche::server::Hall;
use demarche::session::Game;
use demarche::session::desk::{Millis, Moment};
use demarche::words::Words;

/// Frames of each screen.
const FRAMES: usize = 200;

fn main() {
    let words = Arc::new(Words::english().unwrap());
    let folder = tempfile::tempdir().unwrap();
    println!("| world | screen | processor time, mean of {FRAMES} frames | by the clock, middle | worst |");
    println!("|---|---|---|---|---|");
    for states in [8, 50, 193] {
        let path = world(folder.path(), states);
        let book = library::on_disk(Path::new(&path)).unwrap();
        let mut seat = seat(&words, folder.path(), &book);
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
        let view = &seat.sheet.view;
        let mut law = Law::new(view.rules().clone(), seat.sheet.scenario.as_of, &view.known).unwrap();
        told(states, "law", &screen, &mut |ui| law.ui(ui, &words));
        let mut debrief = Debrief::new(Box::new(record(&words, &book)));
        told(states, "debrief", &screen, &mut |ui| debrief.ui(ui, &words, folder.path()));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let mut post = post(&words, &screen, runtime.handle(), &folder.path().join(format!("host-{states}")), &path);
        let mut cell = WhiteCell::default();
        told(states, "white cell", &screen, &mut |ui| _ = cell.ui(ui, &words, &mut post));
    }
}

/// A world of so many States, as a file.
fn world(folder: &Path, states: usize) -> String {
    let id = format!("world-{states}");
    let world = World { id: id.clone(), title: id.clone(), states, turns: 8, seed: 1 };
    let path = folder.join(format!("{id}.ron"));
    std::fs::write(&path, world.text().unwrap()).unwrap();
    path.display().to_string()
}

/// A game of three turns, every seat played by its agent.
fn record(words: &Words, book: &Book) -> Record {
    let mut game = Game::new(book.stage().unwrap(), &book.source, 1).unwrap();
    let states: Vec<_> = game.seats().iter().map(|seat| seat.state).collect();
    for state in states {
        game.play_by(state, Manner::Utility).unwrap();
    }
    for _ in 0..3 {
        game.adjudicate().unwrap();
    }
    Record::of(words, &game)
}

/// The white cell of a class in which nobody sits yet.
fn post(
    words: &Arc<Words>,
    screen: &egui::Context,
    events: &tokio::runtime::Handle,
    folder: &Path,
    scenario: &str,
) -> Post {
    let clock = Arc::new(|| Moment(1));
    let (hall, opened) = Hall::open(folder, scenario, 1, |_| Millis::minutes(10), clock).unwrap();
    let ways = (opened[0].code.as_str(), opened[0].facilitator.as_str());
    let mut post = Post::enter(words, screen, &Arc::new(hall), events, ways).unwrap();
    while post.cell.is_none() {
        std::thread::sleep(Duration::from_millis(20));
        post.hear();
    }
    post
}

/// A seat on the first morning of a world.
fn seat(words: &Arc<Words>, folder: &Path, book: &Book) -> Seat {
    let solo = book.stage().unwrap().scenario.solo;
    Seat::open(words, &egui::Context::default(), book, solo, 1, folder).unwrap()
}

/// The processor time of this thread where the system tells it, by ticks of some milliseconds; the clock elsewhere.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
fn spent(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|text| text.split(' ').next()?.parse().ok());
    spent.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Draws a screen again and again, and says what a frame cost: events, layout, tessellation.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
fn told(states: usize, name: &str, screen: &egui::Context, draw: &mut dyn FnMut(&mut egui::Ui)) {
    let (mut all, begun, mut first) = (Vec::new(), Instant::now(), Duration::ZERO);
    for nth in 0..FRAMES + 10 {
        let pressed = name.contains("dragged");
        let at = Pos2::new(300.0 + (nth % 60) as f32 * 3.0, 420.0);
        let mut events = vec![egui::Event::PointerMoved(at)];
        // The whole map stays where it is: only one that is drawn larger can be dragged.
        if pressed && nth == 4 {
            events.push(egui::Event::Zoom(3.0));
        }
        // What is pressed has to have been drawn before.
        if pressed && nth == 5 {
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
        // The first frames make letters and lay the land out.
        if nth == 10 {
            first = spent(begun);
        }
        let since = Instant::now();
        let output = screen.run_ui(input, |ui| draw(ui));
        let primitives = screen.tessellate(output.shapes, output.pixels_per_point);
        let took = since.elapsed();
        assert!(!primitives.is_empty(), "{name} draws nothing");
        if nth >= 10 {
            all.push(took);
        }
    }
    let mean = spent(begun).saturating_sub(first) / u32::try_from(FRAMES).unwrap();
    all.sort();
    let ms = |took: Duration| format!("{:.2} ms", took.as_secs_f64() * 1000.0);
    let [middle, worst] = [all[FRAMES / 2], all[FRAMES - 1]].map(ms);
    println!("| {states} States | {name} | {} | {middle} | {worst} |", ms(mean));
}
