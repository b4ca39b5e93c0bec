//! The frame around the screens: where one is, what the crisis is at, and the way from one screen to another.

mod errands;
mod top;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy_egui::egui::{self, Panel, ScrollArea, Ui};

use crate::console::cell::Post;
use crate::console::error::ConsoleError;
use crate::console::kept::Settings;
use crate::console::look;
use crate::console::record::Record;
use crate::console::screens::{
    Change, Debrief, Desk, Errand, Explore, Host, Join, Law, Move, Place, Situation, Start, Way, WhiteCell, Wish,
    settings::{self, Keyboard},
};
use crate::console::seat::Seat;
use crate::console::task::Task;
use crate::console::theme::{self, Tone};
use crate::words::Words;

/// How long a cursor blinks after the last thing that somebody did, in seconds; the measure of other desktops.
const BLINKS: f64 = 10.0;

/// A crisis that is being played.
struct Play {
    seat: Seat,
    situation: Situation,
    desk: Desk,
    /// Whether what brings one back to it is still to be noted down.
    tells_code: bool,
}

/// The whole console, without a window: what a window shows, and what a test drives.
pub struct Console {
    words: Arc<Words>,
    runs: PathBuf,
    place: Place,
    settings: Settings,
    keyboard: Keyboard,
    /// Where settings are kept, and as what they were kept last.
    kept: Option<(PathBuf, Settings)>,
    keeping: Option<Task<Result<(), ConsoleError>>>,
    /// Another language is being read.
    learning: Option<Task<Result<Words, ConsoleError>>>,
    dressed: Option<(Tone, bool)>,
    /// When somebody last did something, in seconds of the screen.
    stirred: f64,
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
    cell: Option<Box<(Post, WhiteCell)>>,
    join: Join,
    trouble: Option<String>,
    /// Whether the turn is about to be ended without an order.
    asks_end: bool,
    /// A crisis that would take the place of the one that is being played.
    asks_play: Option<Wish>,
    begun: bool,
}

impl Console {
    /// A console whose games are kept below a folder, and whose settings are kept nowhere.
    pub fn new(words: Arc<Words>, runs: &Path) -> Self {
        Self {
            words,
            place: Place::Start,
            settings: Settings::default(),
            keyboard: Keyboard::default(),
            kept: None,
            keeping: None,
            learning: None,
            dressed: None,
            stirred: 0.0,
            start: Start::default(),
            play: None,
            opening: None,
            law: None,
            reading_law: None,
            record: None,
            reading: None,
            explore: Explore::new(runs),
            host: Host::new(&runs.join("host")),
            cell: None,
            join: Join::default(),
            trouble: None,
            asks_end: false,
            asks_play: None,
            begun: false,
            runs: runs.to_owned(),
        }
    }

    /// The same, with settings that are kept in a file. What cannot be read there is told of and not used.
    #[must_use]
    pub fn keeping(mut self, path: PathBuf) -> Self {
        match Settings::read(&path) {
            Ok(settings) => self.settings = settings,
            Err(damaged) => self.trouble = Some(damaged.to_string()),
        }
        // The first frame asks for the language that is set, as for any other that is chosen later.
        self.kept = Some((path, self.settings.clone()));
        self
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
            || self.learning.is_some()
            || self.keeping.is_some()
            || self.join.is_busy()
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
        let dress = (self.settings.tone(), self.settings.reduced_motion);
        if self.dressed != Some(dress) {
            theme::dress(&screen, dress.0, dress.1);
            self.dressed = Some(dress);
            screen.request_repaint();
        }
        self.blink(&screen);
        self.hear(&screen);
        self.keys(&screen);
        let palette = self.settings.tone().palette();
        let bar = egui::Frame::new().fill(palette.bar).inner_margin(egui::Margin::symmetric(14, 8));
        // What is played beside it is nothing for a room that is shown something else.
        if !presents {
            Panel::top("head").frame(bar).resizable(false).show(ui, |ui| self.head(ui));
        }
        if ui.available_width() >= 900.0 && !presents {
            let rail = egui::Frame::new().fill(palette.bar).inner_margin(egui::Margin::symmetric(8, 10));
            Panel::left("rail").frame(rail).resizable(false).exact_size(158.0).show(ui, |ui| self.rail(ui));
        }
        let ground = egui::Frame::new().fill(palette.ground).inner_margin(egui::Margin::symmetric(16, 10));
        egui::CentralPanel::default().frame(ground).show(ui, |ui| self.screen(ui));
        self.dialogs(&screen);
        self.keep(&screen);
    }

    /// A cursor blinks only while somebody is there: each blink is a frame, and a window that nobody touches is to rest.
    fn blink(&mut self, screen: &egui::Context) {
        let (now, stirs) = screen.input(|input| (input.time, !input.events.is_empty()));
        if stirs {
            self.stirred = now;
        }
        let blinks = !self.settings.reduced_motion && now - self.stirred < BLINKS;
        if screen.global_style().visuals.text_cursor.blink != blinks {
            screen.all_styles_mut(|style| style.visuals.text_cursor.blink = blinks);
        }
    }

    fn rail(&mut self, ui: &mut Ui) {
        ScrollArea::vertical().id_salt("rail").show(ui, |ui| {
            for place in Place::ALL {
                let name = self.words.say(place.name());
                if matches!(place, Place::Law | Place::Host | Place::Settings) {
                    ui.add_space(10.0);
                }
                let now = self.place == place;
                let wide = egui::vec2(ui.available_width(), 32.0);
                let button = egui::Button::selectable(now, "").min_size(wide);
                let response = ui.add(button);
                // Signs are of different width; names stand under each other.
                let ink = self.settings.tone().palette().ink;
                let letters = egui::TextStyle::Button.resolve(ui.style());
                let middle = response.rect.left_center();
                for (text, left, align) in [
                    (place.sign(), 19.0, egui::Align2::CENTER_CENTER),
                    (name.as_str(), 36.0, egui::Align2::LEFT_CENTER),
                ] {
                    ui.painter().text(middle + egui::vec2(left, 0.0), align, text, letters.clone(), ink);
                }
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
        self.note_code(ui);
        if self.opening.is_some() || self.reading.is_some() {
            let id = if self.opening.is_some() { "con-opening" } else { "con-reading" };
            look::waiting(ui, &words.say(id));
            return;
        }
        match self.place {
            Place::Start => {
                if let Some(wish) = self.start.ui(ui, &words) {
                    if matches!(wish, Wish::Play(..)) && self.sitting().is_some() {
                        self.asks_play = Some(wish);
                    } else {
                        self.grant(wish, ui.ctx());
                    }
                }
                self.ask_play(ui);
            }
            Place::Situation => match &mut self.play {
                Some(play) => {
                    play.situation.ui(ui, &words, &play.seat.sheet, &play.seat.atlas, &play.seat.mornings);
                }
                None => self.nothing(ui, "con-no-game", Place::Start),
            },
            Place::Desk => match &mut self.play {
                Some(play) => {
                    if let Some(Errand::Law) = play.desk.ui(ui, &words, &mut play.seat) {
                        self.consult(ui.ctx());
                    }
                }
                None => self.nothing(ui, "con-no-game", Place::Start),
            },
            Place::Law => self.law(ui),
            Place::Record => match &mut self.record {
                Some(record) => record.ui(ui, &words, &self.runs.join("export")),
                None => self.nothing(ui, "con-no-record", Place::Start),
            },
            Place::Explore => {
                if let Some(game) = self.explore.ui(ui, &words, self.start.gallery().unwrap_or_default()) {
                    let own = words.clone();
                    self.read(ui.ctx(), move || Ok(Record::of(&own, &game.play()?)));
                }
            }
            Place::Host => match self.host.ui(ui, &words, self.start.gallery().unwrap_or_default()) {
                Some(Way::Desk(code)) => self.facilitate(&code, ui.ctx()),
                Some(Way::Seat(code)) => {
                    let address = self.host.open().map(|open| open.address.clone()).unwrap_or_default();
                    self.join.take(&address, code);
                    self.place = Place::Join;
                }
                None => {}
            },
            Place::Cell => self.white_cell(ui),
            Place::Join => {
                let sitting = self.sitting();
                match self.join.ui(ui, &words, &mut self.settings, self.host.open(), sitting.as_ref()) {
                    Some(Change::Sat(seat)) => self.sit(*seat),
                    Some(Change::Left) => self.play = None,
                    None => {}
                }
            }
            Place::Settings => {
                let kept = self.kept.as_ref().map(|(path, _)| path.as_path());
                settings::ui(ui, &words, &mut self.settings, &mut self.keyboard, kept);
            }
        }
    }

    fn white_cell(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        if self.cell.is_none()
            && let Some(first) = self.host.open().and_then(|open| open.games.first()).map(|game| game.code.clone())
        {
            self.facilitate(&first, ui.ctx());
        }
        let Some(cell) = &mut self.cell else { return self.nothing(ui, "con-no-class", Place::Host) };
        let (post, screen) = &mut **cell;
        match screen.ui(ui, &words, post) {
            Some(Move::World(code)) => {
                if let Some(other) = post.to(&code) {
                    (*post, *screen) = (other, screen.elsewhere());
                }
            }
            Some(Move::Review) => post.review(),
            None => {}
        }
    }

    fn nothing(&mut self, ui: &mut Ui, id: &str, place: Place) {
        look::title(ui, &self.words.say(self.place.name()));
        look::empty(ui, &self.words.say(id));
        ui.add_space(6.0);
        let way = if place == Place::Host { "con-to-host" } else { "con-to-start" };
        if look::primary(ui, &self.words.say(way), true).clicked() {
            self.place = place;
        }
    }
}
