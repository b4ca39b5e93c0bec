//! The first screen: what to do, recent games, and every scenario with its map, its seats and what it is about.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy_egui::egui::{self, Color32, Mesh, Rect, RichText, ScrollArea, Sense, Shape, Ui, Vec2, vec2};

use crate::base::id::StateId;
use crate::console::error::ConsoleError;
use crate::console::look;
use crate::console::map::Atlas;
use crate::console::task::{Progress, Task};
use crate::console::theme::Tone;
use crate::content::library::{self, Book};
use crate::words::text::capitalised;
use crate::words::{Telling, Words};

/// A scenario as the gallery shows it.
pub struct Crisis {
    /// Its file.
    pub book: Book,
    /// Its slug.
    pub slug: String,
    /// Its heading.
    pub title: String,
    /// Minutes of a class; none if it is a world to explore and no lesson.
    pub minutes: Option<u16>,
    /// The law that is in focus, in words.
    pub law: String,
    aim: String,
    turns: u16,
    days: u16,
    as_of: u16,
    seats: Vec<(StateId, String)>,
    solo: StateId,
    atlas: Atlas,
}

/// What is wanted of the rest of the console.
pub enum Wish {
    /// To play a crisis alone.
    Play(Book, StateId, u64),
    /// To host it for a class, for as many minutes.
    Host(String, u16),
    /// To open a journal.
    Open(PathBuf),
    /// To explore it.
    Explore(String),
}

/// The screen.
#[derive(Default)]
pub struct Start {
    gallery: Option<Arc<Vec<Crisis>>>,
    reading: Option<Task<Result<Vec<Crisis>, ConsoleError>>>,
    recent: Vec<PathBuf>,
    looking: Option<Task<Vec<PathBuf>>>,
    seats: Vec<StateId>,
    seed: String,
    path: String,
    trouble: Option<String>,
}

/// The seed of whoever leaves it as it is.
const SEED: &str = "7";
/// How wide it is for two shelves to stand beside each other.
const BOTH: f32 = 1500.0;
/// How many recent games are shown.
const RECENT: usize = 5;

impl Start {
    /// Begins to read what there is; `runs` is where games are kept.
    pub fn read(&mut self, words: &Arc<Words>, screen: &egui::Context, runs: &Path) {
        SEED.clone_into(&mut self.seed);
        self.refresh(screen, runs);
        let words = words.clone();
        match Task::begin("gallery", screen, move || gallery(&words)) {
            Ok(task) => self.reading = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Looks again for recent games.
    pub fn refresh(&mut self, screen: &egui::Context, runs: &Path) {
        let runs = runs.to_owned();
        match Task::begin("recent", screen, move || recent(&runs)) {
            Ok(task) => self.looking = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// The scenarios, once they are read.
    pub fn gallery(&self) -> Option<&[Crisis]> {
        self.gallery.as_ref().map(|gallery| gallery.as_slice())
    }

    fn hear(&mut self) {
        if let Some(task) = &self.looking {
            match task.poll() {
                Progress::Working => {}
                Progress::Done(recent) => (self.recent, self.looking) = (recent, None),
                Progress::Lost => (self.trouble, self.looking) = (Some(ConsoleError::Closed.to_string()), None),
            }
        }
        let Some(task) = &self.reading else { return };
        match task.poll() {
            Progress::Working => return,
            Progress::Done(Ok(gallery)) => {
                self.seats = gallery.iter().map(|crisis| crisis.solo).collect();
                self.gallery = Some(Arc::new(gallery));
            }
            Progress::Done(Err(error)) => self.trouble = Some(error.to_string()),
            Progress::Lost => self.trouble = Some(ConsoleError::Closed.to_string()),
        }
        self.reading = None;
    }

    /// Draws the screen; says what is wanted.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Wish> {
        self.hear();
        let mut wish = None;
        ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            ui.add_space(4.0);
            ui.label(RichText::new(words.say("con-name")).size(30.0).strong());
            look::faint(ui, &words.say("con-motto"));
            ui.add_space(10.0);
            if let Some(trouble) = &self.trouble {
                ui.colored_label(ui.visuals().error_fg_color, trouble);
            }
            look::heading(ui, &words.say("con-start-alone"));
            look::faint(ui, &words.say("con-start-alone-how"));
            match self.gallery.clone() {
                None if self.reading.is_some() => look::waiting(ui, &words.say("con-start-reading")),
                None => {}
                Some(gallery) => {
                    self.seed(ui, words);
                    wish = self.shelves(ui, words, &gallery);
                }
            }
            ui.add_space(14.0);
            look::heading(ui, &words.say("con-start-record"));
            if let Some(opened) = self.records(ui, words) {
                wish = Some(opened);
            }
            ui.add_space(20.0);
        });
        wish
    }

    /// Lessons and worlds, beside each other where there is room for both.
    fn shelves(&mut self, ui: &mut Ui, words: &Words, gallery: &[Crisis]) -> Option<Wish> {
        let lessons = gallery.partition_point(|crisis| crisis.minutes.is_some());
        let mut shelf = |ui: &mut Ui, [name, how]: [&str; 2], some: Range<usize>| {
            look::heading(ui, &words.say(name));
            look::faint(ui, &words.say(how));
            ui.add_space(4.0);
            self.cards(ui, words, gallery, some)
        };
        if ui.available_width() < BOTH {
            let lesson = shelf(ui, ["con-start-lessons", "con-start-lessons-how"], 0..lessons);
            ui.add_space(10.0);
            return shelf(ui, ["con-start-worlds", "con-start-worlds-how"], lessons..gallery.len()).or(lesson);
        }
        ui.columns(2, |halves| {
            let lesson = shelf(&mut halves[0], ["con-start-lessons", "con-start-lessons-how"], 0..lessons);
            shelf(&mut halves[1], ["con-start-worlds", "con-start-worlds-how"], lessons..gallery.len()).or(lesson)
        })
    }

    fn seed(&mut self, ui: &mut Ui, words: &Words) {
        ui.horizontal_wrapped(|ui| {
            let name = ui.label(words.say("con-start-seed"));
            ui.add(look::field(&mut self.seed).desired_width(90.0)).labelled_by(name.id);
            look::faint(ui, &words.say("con-start-seed-how"));
        });
        if self.seed.trim().parse::<u64>().is_err() {
            ui.colored_label(ui.visuals().warn_fg_color, words.say("con-start-seed-bad"));
        }
        ui.add_space(4.0);
    }

    /// The cards of some of the scenarios, as many beside each other as there is room for.
    fn cards(&mut self, ui: &mut Ui, words: &Words, gallery: &[Crisis], some: Range<usize>) -> Option<Wish> {
        let seed = self.seed.trim().parse::<u64>().ok();
        let gap = 12.0;
        let room = ui.available_width();
        let columns = ((room + gap) / (380.0 + gap)).floor().clamp(1.0, 4.0);
        let wide = ((room - gap * (columns - 1.0)) / columns).max(120.0);
        let mut wish = None;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 to 4")]
        for (row, crises) in gallery[some.clone()].chunks(columns as usize).enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for (nth, crisis) in crises.iter().enumerate() {
                    let place = some.start + row * columns as usize + nth;
                    ui.allocate_ui(vec2(wide, 0.0), |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(wide);
                            ui.spacing_mut().item_spacing.x = 8.0;
                            let chosen = ui.push_id(place, |ui| self.card(ui, words, crisis, place, seed));
                            wish = chosen.inner.or(wish.take());
                        });
                    });
                }
            });
            ui.add_space(gap - 4.0);
        }
        wish
    }

    fn card(&mut self, ui: &mut Ui, words: &Words, crisis: &Crisis, place: usize, seed: Option<u64>) -> Option<Wish> {
        let mut wish = None;
        look::card(ui, |ui| {
            picture(ui, &crisis.atlas);
            ui.label(RichText::new(&crisis.title).size(19.0).strong());
            let (states, turns) = (crisis.seats.len(), u32::from(crisis.turns));
            let year = crisis.as_of.to_string();
            let args = [
                ("states", states.into()),
                ("turns", turns.into()),
                ("days", u32::from(crisis.days).into()),
                ("year", (&year).into()),
            ];
            look::faint(ui, &words.say_with("con-start-facts", &args));
            // Of the same height on every card of a row, so that what is pressed stands in one line.
            let tall = |ui: &mut Ui, lines: f32, text: RichText| {
                let lines = ui.text_style_height(&egui::TextStyle::Body) * lines;
                ui.allocate_ui(vec2(ui.available_width(), lines), |ui| {
                    ui.set_min_height(lines);
                    ui.add(egui::Label::new(text).wrap());
                });
            };
            let aim = words.say_with("con-start-aim", &[("aim", (&capitalised(&crisis.aim)).into())]);
            tall(ui, 3.2, aim.into());
            if let Some(minutes) = crisis.minutes {
                look::faint(ui, &words.say_with("con-start-minutes", &[("minutes", u32::from(minutes).into())]));
                let law = words.say_with("con-start-law", &[("law", (&crisis.law).into())]);
                tall(ui, 5.2, RichText::new(law).color(ui.visuals().weak_text_color()));
            }
            if let Some(seat) = self.seats.get_mut(place) {
                let name = words.say_with("con-start-seat", &[("title", (&crisis.title).into())]);
                look::pick(ui, &name, seat, &crisis.seats);
                ui.add_space(4.0);
                ui.horizontal_wrapped(|ui| {
                    let told = words.say_with("con-start-play-of", &[("title", (&crisis.title).into())]);
                    let play = look::primary(ui, &words.say("con-start-play"), seed.is_some());
                    play.widget_info(|| named(&told, seed.is_some()));
                    if let Some(seed) = seed.filter(|_| play.clicked()) {
                        wish = Some(Wish::Play(crisis.book.clone(), *seat, seed));
                    }
                    if let Some(minutes) = crisis.minutes {
                        let told = words.say_with("con-start-host-of", &[("title", (&crisis.title).into())]);
                        let host = ui.button(words.say("con-start-host"));
                        host.widget_info(|| named(&told, true));
                        if host.clicked() {
                            wish = Some(Wish::Host(crisis.slug.clone(), minutes));
                        }
                    }
                    let told = words.say_with("con-start-explore-of", &[("title", (&crisis.title).into())]);
                    let explore = ui.button(words.say("con-start-explore"));
                    explore.widget_info(|| named(&told, true));
                    if explore.clicked() {
                        wish = Some(Wish::Explore(crisis.slug.clone()));
                    }
                });
            }
        });
        wish
    }

    fn records(&mut self, ui: &mut Ui, words: &Words) -> Option<Wish> {
        let mut wish = None;
        look::card(ui, |ui| {
            if self.recent.is_empty() {
                look::empty(ui, &words.say("con-start-recent-none"));
            } else {
                look::label(ui, &words.say("con-start-recent"));
            }
            for path in &self.recent {
                let name = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
                if look::row(ui, &name.unwrap_or_default(), &path.display().to_string(), false).clicked() {
                    wish = Some(Wish::Open(path.clone()));
                }
            }
            ui.add_space(6.0);
            let name = ui.label(words.say("con-start-path"));
            ui.horizontal(|ui| {
                let field = look::field(&mut self.path).hint_text("runs/dark-grid-7/journal.dmj");
                ui.add(field.desired_width((ui.available_width() - 110.0).max(80.0))).labelled_by(name.id);
                if ui
                    .add_enabled(!self.path.trim().is_empty(), egui::Button::new(words.say("con-start-open")))
                    .clicked()
                {
                    wish = Some(Wish::Open(PathBuf::from(self.path.trim())));
                }
            });
        });
        wish
    }
}

fn named(told: &str, enabled: bool) -> egui::WidgetInfo {
    egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, told)
}

/// Journals of games played here, the newest first.
fn recent(runs: &Path) -> Vec<PathBuf> {
    // A folder that is not there yet holds no games.
    let Ok(entries) = std::fs::read_dir(runs) else { return Vec::new() };
    let journals = entries.filter_map(|entry| {
        let path = entry.ok()?.path().join("journal.dmj");
        let changed = std::fs::metadata(&path).and_then(|file| file.modified()).ok()?;
        Some((changed, path))
    });
    let mut journals: Vec<_> = journals.collect();
    journals.sort();
    journals.into_iter().rev().take(RECENT).map(|(_, path)| path).collect()
}

/// Every scenario that travels with the program: lessons first, the smaller before the larger.
fn gallery(words: &Words) -> Result<Vec<Crisis>, ConsoleError> {
    let mut all = Vec::new();
    for slug in library::slugs() {
        let Some(book) = library::embedded(slug) else { continue };
        let staged = book.stage()?;
        let scenario = &staged.scenario;
        let telling =
            Telling { words, rules: &staged.rulebook, cast: &scenario.cast, scene: &scenario.opening, orders: &[] };
        let mut seats: Vec<(StateId, String)> =
            (0..scenario.cast.states.len()).map(StateId::at).map(|state| (state, telling.state(state))).collect();
        seats.sort_by(|one, other| one.1.cmp(&other.1));
        all.push(Crisis {
            slug: slug.to_owned(),
            title: scenario.title.clone(),
            aim: scenario.aim.clone(),
            minutes: staged.lesson.as_ref().map(|lesson| lesson.minutes),
            law: (staged.lesson.as_ref())
                .map_or_else(String::new, |lesson| words.norms(&staged.rulebook.law.corpus, &lesson.law)),
            turns: scenario.turns,
            days: scenario.opening.span.0,
            as_of: scenario.as_of,
            seats,
            solo: scenario.solo,
            atlas: Atlas::of(scenario),
            book,
        });
    }
    all.sort_by_key(|crisis| (crisis.minutes.is_none(), crisis.seats.len()));
    Ok(all)
}

/// A small map: land in the hues of its States.
fn picture(ui: &mut Ui, atlas: &Atlas) {
    let tone = Tone::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 130.0), Sense::hover());
    ui.painter().rect_filled(rect, 5.0, tone.palette().sea);
    let scale = (rect.width() / crate::console::map::ASPECT).min(rect.height() * 1.06);
    let origin = rect.center() - Vec2::new(crate::console::map::ASPECT, 1.0) * scale / 2.0;
    let mut mesh = Mesh::default();
    for cell in &atlas.cells {
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
        let fill: Color32 = tone.state(cell.owner);
        let corners = u32::try_from(cell.corners.len()).unwrap_or(0);
        cell.corners.iter().for_each(|at| mesh.colored_vertex(origin + at.to_vec2() * scale, fill));
        (2..corners).for_each(|nth| mesh.add_triangle(first, first + nth - 1, first + nth));
    }
    let clip: Rect = rect;
    ui.painter().with_clip_rect(clip).add(Shape::mesh(mesh));
}
