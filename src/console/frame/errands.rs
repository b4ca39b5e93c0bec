//! What screens ask of the console: games, classes, law, records, another language; and what comes back from tasks.

use std::sync::Arc;

use bevy_egui::egui::{self, Ui};

use crate::console::cell::Post;
use crate::console::error::ConsoleError;
use crate::console::frame::{Console, Play};
use crate::console::look;
use crate::console::record::Record;
use crate::console::screens::{Debrief, Desk, Law, Place, Sitting, Situation, WhiteCell, Wish, reentry, taken};
use crate::console::seat::Seat;
use crate::console::task::Task;
use crate::content::library;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation as World;
use crate::words::Language;

impl Console {
    pub(super) fn law(&mut self, ui: &mut Ui) {
        self.follow_law();
        if self.law.is_none() && self.reading_law.is_none() {
            self.open_law(ui.ctx());
        }
        match &mut self.law {
            Some(law) => law.ui(ui, &self.words),
            None => look::waiting(ui, &self.words.say("con-reading")),
        }
    }

    /// The rules of what is being played here, the year of its law, and what practice has moved: that is public, whoever looks.
    fn at_hand<T>(&self, read: impl FnOnce(&Arc<Rulebook>, u16, &World) -> T) -> Option<T> {
        if let Some(play) = &self.play {
            let sheet = &play.seat.sheet;
            return Some(read(sheet.view.rules(), sheet.scenario.as_of, &sheet.view.known));
        }
        Some(self.cell.as_ref()?.0.with_law(read))
    }

    /// Lets the screen show the law as it stands now.
    fn follow_law(&mut self) {
        let Some(mut law) = self.law.take() else { return };
        let is_its = self.at_hand(|rules, _, known| {
            let is_its = Arc::ptr_eq(law.rules(), rules);
            if is_its {
                law.follow(known);
            }
            is_its
        });
        // Another game has begun, or is hosted, since it was opened: its law is another.
        if is_its.unwrap_or(true) {
            self.law = Some(law);
        }
    }

    /// The law of the game, or of the first scenario that travels with the program.
    fn open_law(&mut self, screen: &egui::Context) {
        if let Some(law) = self.at_hand(|rules, as_of, known| Law::new(rules.clone(), as_of, known)) {
            match law {
                Ok(law) => self.law = Some(law),
                Err(error) => self.trouble = Some(error.to_string()),
            }
            return;
        }
        let work = || {
            let slug = library::slugs().first().copied().unwrap_or_default();
            let staged = library::find(slug)?.stage()?;
            Law::new(staged.rulebook.clone(), staged.scenario.as_of, &staged.scenario.opening)
        };
        match Task::begin("law", screen, work) {
            Ok(task) => self.reading_law = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Looks at the law of the draft on the desk.
    pub(super) fn consult(&mut self, screen: &egui::Context) {
        let Some(play) = &mut self.play else { return };
        let Some((advice, _)) = play.seat.adviser.answer() else { return };
        let rules = play.seat.sheet.view.rules().clone();
        if self.law.as_ref().is_none_or(|law| !Arc::ptr_eq(law.rules(), &rules)) {
            self.law = None;
            self.open_law(screen);
        }
        self.follow_law();
        if let Some(law) = &mut self.law {
            law.take(&advice);
            self.place = Place::Law;
        }
    }

    pub(super) fn grant(&mut self, wish: Wish, screen: &egui::Context) {
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
            Wish::Host(slug, minutes) => {
                self.host.take(slug, minutes);
                self.place = Place::Host;
            }
            Wish::Explore(slug) => {
                self.explore.take(slug);
                self.place = Place::Explore;
            }
        }
    }

    pub(super) fn read(
        &mut self,
        screen: &egui::Context,
        work: impl FnOnce() -> Result<Record, ConsoleError> + Send + 'static,
    ) {
        match Task::begin("record", screen, work) {
            Ok(task) => self.reading = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    /// Goes to the facilitator's desk of a game that this window hosts.
    pub(super) fn facilitate(&mut self, code: &str, screen: &egui::Context) {
        let Some(open) = self.host.open() else { return };
        let Some(game) = open.games.first() else { return };
        if self.cell.as_ref().is_some_and(|cell| cell.0.code() == code) {
            self.place = Place::Cell;
            return;
        }
        let ways = (code, game.facilitator.as_str());
        match Post::enter(&self.words, screen, &open.hall, &open.events, ways) {
            Some(post) => {
                let desk = self.cell.as_ref().map_or_else(WhiteCell::default, |cell| cell.1.elsewhere());
                self.cell = Some(Box::new((post, desk)));
                self.place = Place::Cell;
            }
            None => self.trouble = Some(ConsoleError::Closed.to_string()),
        }
    }

    /// Where this window sits, unless that is over and nothing would be lost.
    pub(super) fn sitting(&self) -> Option<Sitting> {
        let seat = &self.play.as_ref()?.seat;
        let what = format!("{}, {}", seat.sheet.title, seat.sheet.state);
        (!seat.sheet.over).then(|| Sitting { what, reentry: seat.reentry.clone() })
    }

    /// Asks before a crisis takes the place of the one that is being played.
    pub(super) fn ask_play(&mut self, ui: &Ui) {
        if self.asks_play.is_none() {
            return;
        }
        let yes = self.words.say("con-start-play");
        let sure = self.sitting().map_or(Some(true), |sitting| sitting.ask(ui, &self.words, &yes));
        if sure.is_some()
            && let Some(wish) = self.asks_play.take()
            && sure == Some(true)
        {
            self.grant(wish, ui.ctx());
        }
    }

    /// What brings one back to the seat that was taken just now, until it has been noted.
    pub(super) fn note_code(&mut self, ui: &mut Ui) {
        let Some(play) = self.play.as_mut().filter(|play| play.tells_code) else { return };
        let Some(code) = play.seat.reentry.clone() else { return };
        let words = self.words.clone();
        look::card(ui, |ui| {
            reentry(ui, &words, &code);
            if ui.button(words.say("con-sit-noted")).clicked() {
                play.tells_code = false;
            }
        });
    }

    /// Sits down.
    pub(super) fn sit(&mut self, seat: Seat) {
        let (situation, desk, tells_code) = (Situation::default(), Desk::default(), seat.reentry.is_some());
        self.play = Some(Box::new(Play { seat, situation, desk, tells_code }));
        self.law = None;
        self.place = Place::Situation;
    }

    /// Hears what has come from other threads.
    pub(super) fn hear(&mut self, screen: &egui::Context) {
        if let Some(opened) = taken(&mut self.opening, &mut self.trouble) {
            self.sit(opened);
        }
        if let Some(record) = taken(&mut self.reading, &mut self.trouble) {
            self.record = Some(Debrief::new(Box::new(record)));
            self.place = Place::Record;
        }
        if let Some(law) = taken(&mut self.reading_law, &mut self.trouble) {
            self.law = Some(law);
        }
        self.hear_language(screen);
        self.hear_class();
        let Some(play) = &mut self.play else { return };
        let heard = play.seat.hear();
        if heard.morning {
            play.situation.morning();
            play.desk.morning();
            self.start.refresh(screen, &self.runs);
            // Whoever stands at the white cell or shows a record stays there.
            let is_beside = !play.seat.is_alone && !matches!(self.place, Place::Desk | Place::Situation);
            if !play.seat.sheet.over && !is_beside {
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

    /// The class of this window: what its facilitator's desk hears, and that there is none once the host is closed.
    fn hear_class(&mut self) {
        self.host.hear();
        if self.host.open().is_none() {
            self.cell = None;
            // A seat in a class that nobody serves any more would keep its database from being opened again.
            if self.play.as_ref().is_some_and(|play| !play.seat.is_alone) {
                self.play = None;
                self.trouble = Some(ConsoleError::Closed.to_string());
            }
        }
        let Some(cell) = &mut self.cell else { return };
        cell.0.hear();
        if let Some(record) = cell.0.record.take() {
            self.record = Some(Debrief::new(record));
            self.place = Place::Record;
        }
    }

    /// Speaks the language that is set.
    fn hear_language(&mut self, screen: &egui::Context) {
        if let Some(words) = taken(&mut self.learning, &mut self.trouble) {
            self.words = Arc::new(words);
            if let Some(play) = &mut self.play
                && let Err(error) = play.seat.speak(&self.words)
            {
                self.trouble = Some(error.to_string());
            }
            if let Some(cell) = &mut self.cell
                && let Some(post) = cell.0.speak(&self.words)
            {
                cell.0 = post;
            }
        }
        let language: Language = self.settings.language;
        if self.learning.is_none() && self.words.language() != language.tag() {
            match Task::begin("language", screen, move || Ok(language.words()?)) {
                Ok(task) => self.learning = Some(task),
                Err(error) => self.trouble = Some(error.to_string()),
            }
        }
    }

    /// Keeps settings that have changed.
    pub(super) fn keep(&mut self, screen: &egui::Context) {
        _ = taken(&mut self.keeping, &mut self.trouble);
        // While a button is held, a slider or a field may still be on its way.
        let is_settled = !screen.input(|input| input.pointer.any_down()) && !screen.egui_wants_keyboard_input();
        let Some((path, kept)) = &mut self.kept else { return };
        if *kept == self.settings || self.keeping.is_some() || !is_settled {
            return;
        }
        *kept = self.settings.clone();
        let (path, settings) = (path.clone(), self.settings.clone());
        match Task::begin("settings", screen, move || settings.keep(&path)) {
            Ok(task) => self.keeping = Some(task),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }
}
