//! The frame around the screens: where one is, what the crisis is at, and the way from one screen to another.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy_egui::egui::{self, Key, Modal, Modifiers, Panel, RichText, ScrollArea, Ui};

use crate::console::error::ConsoleError;
use crate::console::look;
use crate::console::record::Record;
use crate::console::screens::{Debrief, Desk, Errand, Explore, Host, Law, Place, Settings, Situation, Start, Wish};
use crate::console::seat::Seat;
use crate::console::task::{Progress, Task};
use crate::console::theme::{self, Tone};
use crate::content::library;
use crate::session::Game;
use crate::words::Words;

/// A crisis that is being played.
struct Play {
    seat: Seat,
    situation: Situation,
    desk: Desk,
}

/// The whole console, without a window: what a window shows, and what a test drives.
pub struct Console {
    words: Arc<Words>,
    runs: PathBuf,
    place: Place,
    settings: Settings,
    dressed: Option<(Tone, bool)>,
    start: Start,
    play: Option<Box<Play>>,
    opening: Option<Task<Result<Seat, ConsoleError>>>,
    law: Option<Law>,
    /// The law of the year of the newest scenario, for whoever reads it without a game.
    reading_law: Option<Task<Result<Law, ConsoleError>>>,
    record: Option<Debrief>,
    reading: Option<Task<Result<Record, ConsoleError>>>,
    explore: Explore,
    host: Host,
    trouble: Option<String>,
    /// Whether the turn is about to be ended without an order.
    asks_end: bool,
    begun: bool,
}

impl Console {
    /// A console whose games are kept below a folder.
    pub fn new(words: Arc<Words>, runs: &Path) -> Self {
        Self {
            words,
            place: Place::Start,
            settings: Settings::default(),
            dressed: None,
            start: Start::default(),
            play: None,
            opening: None,
            law: None,
            reading_law: None,
            record: None,
            reading: None,
            explore: Explore::new(runs),
            host: Host::new(&runs.join("host")),
            trouble: None,
            asks_end: false,
            begun: false,
            runs: runs.to_owned(),
        }
    }

    /// Where one is.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Goes somewhere.
    pub fn go(&mut self, place: Place) {
        self.place = place;
    }

    /// The screen from which a class is hosted.
    pub fn host(&mut self) -> &mut Host {
        &mut self.host
    }

    /// Whether something is being worked out.
    pub fn is_busy(&self) -> bool {
        self.opening.is_some()
            || self.reading.is_some()
            || self.reading_law.is_some()
            || self.start.gallery().is_none()
            || self.play.as_ref().is_some_and(|play| play.seat.is_waiting())
    }

    /// Draws everything; called once a frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let screen = ui.ctx().clone();
        if !self.begun {
            self.begun = true;
            self.start.read(&self.words, &screen, &self.runs);
        }
        let presents = self.place == Place::Record && self.record.as_ref().is_some_and(Debrief::presents);
        let size = f32::from(self.settings.size) / 100.0 * if presents { 1.3 } else { 1.0 };
        if (screen.zoom_factor() - size).abs() > 0.001 {
            screen.set_zoom_factor(size);
        }
        let dress = (self.settings.tone, self.settings.reduced_motion);
        if self.dressed != Some(dress) {
            theme::dress(&screen, dress.0, dress.1);
            self.dressed = Some(dress);
            screen.request_repaint();
        }
        self.hear();
        self.keys(&screen);
        let palette = self.settings.tone.palette();
        let bar = egui::Frame::new().fill(palette.bar).inner_margin(egui::Margin::symmetric(14, 8));
        Panel::top("head").frame(bar).resizable(false).show(ui, |ui| self.head(ui));
        if ui.available_width() >= 900.0 && !presents {
            let rail = egui::Frame::new().fill(palette.bar).inner_margin(egui::Margin::symmetric(8, 10));
            Panel::left("rail").frame(rail).resizable(false).exact_size(158.0).show(ui, |ui| self.rail(ui));
        }
        let ground = egui::Frame::new().fill(palette.ground).inner_margin(egui::Margin::symmetric(16, 10));
        egui::CentralPanel::default().frame(ground).show(ui, |ui| self.screen(ui));
        self.dialogs(&screen);
    }

    fn head(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let narrow = ui.available_width() < 900.0;
        let wraps = |ui: &mut Ui, add: &mut dyn FnMut(&mut Ui)| ui.horizontal_wrapped(|ui| add(ui));
        wraps(ui, &mut |ui| {
            let faint = self.settings.tone.palette().faint;
            match &self.play {
                None => _ = ui.label(RichText::new(words.say("con-name")).strong().size(17.0)),
                Some(play) => {
                    let sheet = &play.seat.sheet;
                    ui.label(RichText::new(&sheet.title).strong().size(17.0));
                    ui.label(RichText::new(&sheet.state).size(17.0));
                    let turn = u32::from(sheet.turn.0 + 1).min(u32::from(sheet.turns));
                    let args = [("turn", turn.into()), ("turns", u32::from(sheet.turns).into())];
                    ui.label(RichText::new(words.say_with("seat-turn", &args)).color(faint));
                    let left = words.say_with("seat-points-left", &[("points", sheet.left.unsigned_abs().into())]);
                    ui.label(RichText::new(left).color(faint));
                }
            }
            self.turn(ui, &words);
        });
        if narrow {
            wraps(ui, &mut |ui| {
                for place in Place::ALL {
                    if ui.selectable_label(self.place == place, words.say(place.name())).clicked() {
                        self.place = place;
                    }
                }
            });
        }
    }

    /// The end of the turn, or what is being waited for.
    fn turn(&mut self, ui: &mut Ui, words: &Words) {
        let Some(play) = &mut self.play else { return };
        if play.seat.is_waiting() {
            look::waiting(ui, &words.say("con-waiting"));
        } else if play.seat.sheet.over {
            if look::primary(ui, &words.say("con-to-debrief"), play.seat.record.is_some()).clicked()
                && let Some(record) = play.seat.record.clone()
            {
                self.record = Some(Debrief::new(record));
                self.place = Place::Record;
            }
        } else if look::primary(ui, &words.say("con-end-turn"), true).clicked() {
            self.end_turn();
        }
    }

    fn end_turn(&mut self) {
        let Some(play) = &mut self.play else { return };
        if play.seat.is_waiting() || play.seat.sheet.over {
            return;
        }
        if play.seat.sheet.orders.is_empty() {
            self.asks_end = true;
        } else {
            play.seat.end();
        }
    }

    fn rail(&mut self, ui: &mut Ui) {
        ScrollArea::vertical().id_salt("rail").show(ui, |ui| {
            for place in Place::ALL {
                let name = self.words.say(place.name());
                if matches!(place, Place::Settings) {
                    ui.add_space(10.0);
                }
                let text = RichText::new(format!("{}  {name}", place.sign()));
                let wide = egui::vec2(ui.available_width(), 32.0);
                let button = egui::Button::selectable(self.place == place, text).min_size(wide);
                let response = ui.add(button);
                let now = self.place == place;
                response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, now, &name));
                if response.clicked() {
                    self.place = place;
                }
            }
        });
    }

    fn screen(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        if let Some(trouble) = self.trouble.clone() {
            let hue = ui.visuals().error_fg_color;
            look::card(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.colored_label(hue, &trouble);
                    if ui.button(words.say("con-close")).clicked() {
                        self.trouble = None;
                    }
                });
            });
        }
        if self.opening.is_some() || self.reading.is_some() {
            let id = if self.opening.is_some() { "con-opening" } else { "con-reading" };
            look::waiting(ui, &words.say(id));
            return;
        }
        match self.place {
            Place::Start => {
                if let Some(wish) = self.start.ui(ui, &words) {
                    self.grant(wish, ui.ctx());
                }
            }
            Place::Situation => match &mut self.play {
                Some(play) => {
                    play.situation.ui(ui, &words, &play.seat.sheet, &play.seat.atlas, &play.seat.mornings);
                }
                None => self.nothing(ui, "con-no-game"),
            },
            Place::Desk => match &mut self.play {
                Some(play) => {
                    if let Some(Errand::Law) = play.desk.ui(ui, &words, &mut play.seat) {
                        self.consult(ui.ctx());
                    }
                }
                None => self.nothing(ui, "con-no-game"),
            },
            Place::Law => self.law(ui),
            Place::Record => match &mut self.record {
                Some(record) => record.ui(ui, &words),
                None => self.nothing(ui, "con-no-record"),
            },
            Place::Explore => {
                if let Some(game) = self.explore.ui(ui, &words) {
                    let own = words.clone();
                    self.read(ui.ctx(), move || played(&own, &game.scenario, game.seed, game.agents));
                }
            }
            Place::Host => self.host.ui(ui, &words),
            Place::Settings => self.settings.ui(ui, &words),
        }
    }

    fn nothing(&mut self, ui: &mut Ui, id: &str) {
        ui.add_space(24.0);
        look::empty(ui, &self.words.say(id));
        ui.add_space(6.0);
        if look::primary(ui, &self.words.say("con-to-start"), true).clicked() {
            self.place = Place::Start;
        }
    }

    fn law(&mut self, ui: &mut Ui) {
        if self.law.is_none() && self.reading_law.is_none() {
            self.open_law(ui.ctx());
        }
        match &mut self.law {
            Some(law) => law.ui(ui, &self.words),
            None => look::waiting(ui, &self.words.say("con-reading")),
        }
    }

    /// The law of the game, or of the first scenario that travels with the program.
    fn open_law(&mut self, screen: &egui::Context) {
        if let Some(play) = &self.play {
            let sheet = &play.seat.sheet;
            match Law::new(sheet.view.rules().clone(), sheet.scenario.as_of) {
                Ok(law) => self.law = Some(law),
                Err(error) => self.trouble = Some(error.to_string()),
            }
            return;
        }
        let work = || {
            let slug = library::slugs().first().copied().unwrap_or_default();
            let staged = library::find(slug)?.stage()?;
            Law::new(staged.rulebook.clone(), staged.scenario.as_of)
        };
        match Task::begin("law", screen, work) {
            Ok(task) => self.reading_law = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Looks at the law of the draft on the desk.
    fn consult(&mut self, screen: &egui::Context) {
        let Some(play) = &mut self.play else { return };
        let Some((advice, _)) = play.seat.adviser.answer() else { return };
        let rules = play.seat.sheet.view.rules().clone();
        if self.law.as_ref().is_none_or(|law| !Arc::ptr_eq(law.rules(), &rules)) {
            self.law = None;
            self.open_law(screen);
        }
        if let Some(law) = &mut self.law {
            law.take(&advice);
            self.place = Place::Law;
        }
    }

    fn grant(&mut self, wish: Wish, screen: &egui::Context) {
        self.trouble = None;
        let words = self.words.clone();
        match wish {
            Wish::Play(book, state, seed) => {
                let (runs, own) = (self.runs.clone(), screen.clone());
                let work = move || Seat::open(&words, &own, &book, state, seed, &runs);
                match Task::begin("opening", screen, work) {
                    Ok(task) => self.opening = Some(task),
                    Err(error) => self.trouble = Some(error.to_string()),
                }
            }
            Wish::Open(path) => self.read(screen, move || Record::read(&words, &path)),
            Wish::Host(slug) => {
                self.host.take(slug);
                self.place = Place::Host;
            }
            Wish::Explore(slug) => {
                self.explore.take(slug);
                self.place = Place::Explore;
            }
        }
    }

    fn read(&mut self, screen: &egui::Context, work: impl FnOnce() -> Result<Record, ConsoleError> + Send + 'static) {
        match Task::begin("record", screen, work) {
            Ok(task) => self.reading = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Hears what has come from other threads.
    fn hear(&mut self) {
        if let Some(opened) = taken(&mut self.opening, &mut self.trouble) {
            let (situation, desk) = (Situation::default(), Desk::default());
            self.play = Some(Box::new(Play { seat: opened, situation, desk }));
            self.law = None;
            self.place = Place::Situation;
        }
        if let Some(record) = taken(&mut self.reading, &mut self.trouble) {
            self.record = Some(Debrief::new(Box::new(record)));
            self.place = Place::Record;
        }
        if let Some(law) = taken(&mut self.reading_law, &mut self.trouble) {
            self.law = Some(law);
        }
        let Some(play) = &mut self.play else { return };
        let heard = play.seat.hear();
        if heard.morning {
            play.situation.morning();
            play.desk.morning();
            self.start.refresh(&self.runs);
            if !play.seat.sheet.over {
                self.place = Place::Situation;
            }
        }
        if heard.record
            && let Some(record) = play.seat.record.clone()
        {
            self.record = Some(Debrief::new(record));
            self.place = Place::Record;
        }
    }

    fn keys(&mut self, screen: &egui::Context) {
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8];
        for (key, place) in keys.into_iter().zip(Place::ALL) {
            if screen.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
                self.place = place;
            }
        }
        if screen.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            self.end_turn();
        }
        let steps = [(Key::Plus, 15_i16), (Key::Equals, 15), (Key::Minus, -15)];
        for (key, by) in steps {
            if screen.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
                self.settings.size = self.settings.size.saturating_add_signed(by).clamp(70, 200);
            }
        }
    }

    fn dialogs(&mut self, screen: &egui::Context) {
        if !self.asks_end {
            return;
        }
        let words = self.words.clone();
        let shown = Modal::new(egui::Id::new("end")).show(screen, |ui| {
            ui.set_max_width(420.0);
            look::heading(ui, &words.say("con-end-sure"));
            ui.label(words.say("con-end-sure-how"));
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                if look::primary(ui, &words.say("con-end-yes"), true).clicked() {
                    self.asks_end = false;
                    if let Some(play) = &mut self.play {
                        play.seat.end();
                    }
                }
                if ui.button(words.say("play-back")).clicked() {
                    self.asks_end = false;
                }
            });
        });
        if shown.should_close() {
            self.asks_end = false;
        }
    }
}

/// What a task has brought, if it is done; what went wrong is told.
fn taken<T: Send + 'static>(
    task: &mut Option<Task<Result<T, ConsoleError>>>,
    trouble: &mut Option<String>,
) -> Option<T> {
    let (done, told) = match task.as_ref()?.poll() {
        Progress::Working => return None,
        Progress::Done(Ok(done)) => (Some(done), None),
        Progress::Done(Err(error)) => (None, Some(error.to_string())),
        Progress::Lost => (None, Some(ConsoleError::Closed.to_string())),
    };
    *task = None;
    if told.is_some() {
        *trouble = told;
    }
    done
}

/// A game played from its seed with every seat in the hands of its agent. Not for a frame: it plays a game.
fn played(words: &Words, slug: &str, seed: u64, agents: crate::agents::Manner) -> Result<Record, ConsoleError> {
    let book = library::find(slug)?;
    let mut game = Game::new(book.stage()?, &book.source, seed)?;
    let states: Vec<_> = game.seats().iter().map(|seat| seat.state).collect();
    for state in states {
        game.play_by(state, agents)?;
    }
    while !game.is_over() {
        game.adjudicate()?;
    }
    Ok(Record::of(words, &game))
}
