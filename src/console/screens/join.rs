//! Joining a class by address and code: one that this window hosts, then with the whole desk; or one that is hosted
//! elsewhere, then over the interface for programs.

mod away;
mod drafting;
mod map;

use std::sync::Arc;

use bevy_egui::egui::{self, RichText, ScrollArea, Ui};

use crate::base::id::StateId;
use crate::console::away::{self as line, Away};
use crate::console::error::ConsoleError;
use crate::console::kept::Settings;
use crate::console::look;
use crate::console::screens::host::Open;
use crate::console::seat::Seat;
use crate::console::task::{Progress, Task};
use crate::server::{LocalSeat, secret};
use crate::session::wish::LONGEST_NAME;
use crate::wire::api::{self, Board, Joined};
use crate::words::Words;

/// A class that was found.
struct Found {
    base: String,
    code: String,
    board: Board,
}

/// Where one would sit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// Wherever there are fewest.
    #[default]
    Any,
    /// In a State.
    State(usize),
}

/// The seat of this window now: another takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// In which crisis, for whom.
    pub what: String,
    /// In a class, what brings one back to it; alone there is no way back.
    pub reentry: Option<String>,
}

impl Sitting {
    /// Asks whether the seat is to be left, as `deed` would have it; says what was answered.
    pub fn ask(&self, ui: &Ui, words: &Words, deed: &str) -> Option<bool> {
        let title = words.say_with("con-sit-sure", &[("what", (&self.what).into())]);
        let how = match &self.reentry {
            Some(code) => words.say_with("con-sit-class", &[("code", code.into())]),
            None => words.say("con-sit-alone"),
        };
        look::confirm(ui.ctx(), "sit", &title, &how, [deed, &words.say("play-back")])
    }
}

/// How one sits down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// As somebody new.
    Join,
    /// As somebody who was here before.
    Return,
}

/// What has become of this window's seat.
pub enum Change {
    /// It sits here now.
    Sat(Box<Seat>),
    /// It has left its seat.
    Left,
}

/// The screen.
#[derive(Default)]
pub struct Join {
    host: Option<String>,
    code: String,
    name: Option<String>,
    place: Place,
    looking: Option<Task<Result<Found, ConsoleError>>>,
    found: Option<Found>,
    joining: Option<Task<Result<(String, Joined), ConsoleError>>>,
    sitting: Option<Task<Result<Seat, ConsoleError>>>,
    away: Option<Box<(Away, away::Page)>>,
    trouble: Option<String>,
    asks_leave: bool,
    /// What brings one back.
    reentry: String,
    /// How one would sit down, once it is settled that the seat of this window is to be left.
    asks: Option<Way>,
}

impl Join {
    /// Takes the code of a class that this window hosts.
    pub fn take(&mut self, address: &str, code: String) {
        self.host = Some(address.to_owned());
        self.code = code;
        self.found = None;
        self.trouble = None;
    }

    /// Whether something is being waited for.
    pub fn is_busy(&self) -> bool {
        self.looking.is_some() || self.joining.is_some() || self.sitting.is_some()
    }

    /// Draws the screen; says when the window's own seat becomes another. `sitting` is where it sits now.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Arc<Words>,
        settings: &mut Settings,
        host: Option<&Open>,
        sitting: Option<&Sitting>,
    ) -> Option<Change> {
        self.hear(ui, words);
        let mut change = taken(&mut self.sitting, &mut self.trouble).map(|seat| Change::Sat(Box::new(seat)));
        if let Some(seat) = &mut self.away {
            let (away, page) = &mut **seat;
            if away.hear() {
                page.morning();
            }
            self.asks_leave |= page.ui(ui, words, away);
            if self.asks_leave {
                let ways = [words.say("con-away-leave-yes"), words.say("play-back")];
                let text = words.say_with("con-away-leave-how", &[("code", (&away.joined.reentry).into())]);
                let sure = look::confirm(ui.ctx(), "leave", &words.say("con-away-leave"), &text, [&ways[0], &ways[1]]);
                self.asks_leave = sure.is_none();
                if sure == Some(true) {
                    self.away = None;
                }
            }
            return change;
        }
        ScrollArea::vertical().id_salt("join").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            look::title(ui, &words.say("con-place-join"));
            look::faint(ui, &words.say("con-join-how"));
            ui.add_space(4.0);
            if let Some((own, code)) = sitting.and_then(|own| Some((own, own.reentry.as_ref()?))) {
                look::card(ui, |ui| {
                    look::heading(ui, &words.say_with("con-sit-here", &[("what", (&own.what).into())]));
                    reentry(ui, words, code);
                    self.asks_leave |= ui.button(words.say("con-away-leave")).clicked();
                });
            }
            look::card(ui, |ui| self.form(ui, words, settings, host));
            if let Some(trouble) = &self.trouble {
                let hue = ui.visuals().error_fg_color;
                look::card(ui, |ui| _ = ui.colored_label(hue, trouble));
            }
            if self.is_busy() {
                look::waiting(ui, &words.say("con-join-waiting"));
            } else if self.found.is_some() {
                look::card(ui, |ui| {
                    let Some(way) = self.sit(ui, words, settings, host) else { return };
                    // A class elsewhere has a page of its own, beside whatever is played here.
                    if sitting.is_some() && self.own(host).is_some() {
                        self.asks = Some(way);
                    } else {
                        self.go(ui, words, settings, (host, way));
                    }
                });
            }
        });
        if sitting.is_none() {
            // The class was closed while it was being asked about.
            (self.asks, self.asks_leave) = (None, false);
        }
        if let (Some(way), Some(own)) = (self.asks, sitting)
            && let Some(sure) = own.ask(ui, words, &words.say("con-sit-yes"))
        {
            self.asks = None;
            if sure {
                self.go(ui, words, settings, (host, way));
            }
        }
        if self.asks_leave
            && let Some(own) = sitting
            && let Some(sure) = own.ask(ui, words, &words.say("con-away-leave-yes"))
        {
            self.asks_leave = false;
            if sure {
                change = Some(Change::Left);
            }
        }
        change
    }

    /// The class that was found, if this window hosts it.
    fn own<'a>(&self, host: Option<&'a Open>) -> Option<&'a Open> {
        let code = &self.found.as_ref()?.code;
        host.filter(|open| open.hall.about(code).is_some())
    }

    /// Where the class is.
    fn form(&mut self, ui: &mut Ui, words: &Words, settings: &mut Settings, host: Option<&Open>) {
        let idle = !self.is_busy();
        let address =
            self.host.get_or_insert_with(|| host.map_or_else(|| settings.host.clone(), |open| open.address.clone()));
        let name = ui.label(words.say("con-join-address"));
        let field = look::field(address).hint_text("192.168.1.20:8080").desired_width(340.0);
        let mut changed = ui.add(field).labelled_by(name.id).changed();
        let name = ui.label(words.say("join-code"));
        let field = look::field(&mut self.code).hint_text("ABCDEF").desired_width(160.0);
        changed |= ui.add(field).labelled_by(name.id).changed();
        if changed {
            self.found = None;
        }
        ui.add_space(4.0);
        let may = idle && !address.trim().is_empty() && !self.code.trim().is_empty();
        if look::primary(ui, &words.say("con-join-look"), may).clicked() {
            self.trouble = None;
            address.trim().clone_into(&mut settings.host);
            let (typed, code) = (address.clone(), secret::typed(&self.code));
            let language = words.language().to_owned();
            let work = move || {
                let base = line::base(&typed)?;
                let board = line::look(&base, &language, &code)?;
                Ok(Found { base, code, board })
            };
            self.looking = begun(Task::begin("look", ui.ctx(), work), &mut self.trouble);
        }
    }

    /// Who one is, and where one sits; says how one sits down.
    fn sit(&mut self, ui: &mut Ui, words: &Words, settings: &Settings, host: Option<&Open>) -> Option<Way> {
        let is_own = self.own(host).is_some();
        let found = self.found.as_ref()?;
        look::heading(ui, &found.board.game.title);
        let turn = u32::from(found.board.game.turn + 1).min(u32::from(found.board.game.turns));
        let turns = u32::from(found.board.game.turns);
        look::faint(ui, &words.say_with("seat-turn", &[("turn", turn.into()), ("turns", turns.into())]));
        let idle = self.looking.is_none() && self.joining.is_none() && self.sitting.is_none();
        let name = self.name.get_or_insert_with(|| settings.name.clone());
        let label = ui.label(words.say("join-name"));
        ui.add(look::field(name).char_limit(LONGEST_NAME).desired_width(260.0)).labelled_by(label.id);
        look::faint(ui, &words.say("join-name-hint"));
        let states = found.board.game.states.iter().enumerate();
        let mut places: Vec<(Place, String)> = states.map(|(nth, name)| (Place::State(nth), name.clone())).collect();
        if is_own {
            look::faint(ui, &words.say("con-join-own"));
            if self.place == Place::Any {
                self.place = Place::State(0);
            }
        } else {
            places.insert(0, (Place::Any, words.say("join-any")));
            look::faint(ui, &words.say("con-join-away"));
        }
        look::pick(ui, &words.say("join-state"), &mut self.place, &places);
        ui.add_space(4.0);
        let may = idle && !name.trim().is_empty();
        let mut way = look::primary(ui, &words.say("join-go"), may).clicked().then_some(Way::Join);
        ui.add_space(8.0);
        look::heading(ui, &words.say("join-return"));
        let label = ui.label(words.say("return-code"));
        ui.add(look::field(&mut self.reentry).char_limit(24).desired_width(160.0)).labelled_by(label.id);
        let may = idle && !self.reentry.trim().is_empty();
        if ui.add_enabled(may, egui::Button::new(words.say("return-go"))).clicked() {
            way = Some(Way::Return);
        }
        way
    }

    fn go(&mut self, ui: &Ui, words: &Arc<Words>, settings: &mut Settings, (host, way): (Option<&Open>, Way)) {
        let own = self.own(host);
        let (Some(found), Some(name)) = (&self.found, &self.name) else { return };
        self.trouble = None;
        if way == Way::Join {
            name.trim().clone_into(&mut settings.name);
        }
        let reentry = self.reentry.clone();
        let (name, code, place) = (settings.name.clone(), found.code.clone(), self.place);
        if let Some(open) = own {
            let (hall, events, words, screen) =
                (open.hall.clone(), open.events.clone(), words.clone(), ui.ctx().clone());
            let state = if let Place::State(nth) = place { Some(StateId::at(nth)) } else { None };
            let work = move || {
                let local = events.block_on(async {
                    match way {
                        Way::Join => LocalSeat::join(&hall, &code, &name, state).await,
                        Way::Return => LocalSeat::back(&hall, &code, &reentry).await,
                    }
                })?;
                Seat::local(&words, &screen, &local, &events)
            };
            self.sitting = begun(Task::begin("sit", ui.ctx(), work), &mut self.trouble);
            return;
        }
        let state = match place {
            Place::Any => None,
            Place::State(nth) => found.board.game.states.get(nth).cloned(),
        };
        let (base, language) = (found.base.clone(), words.language().to_owned());
        let work = move || {
            let joined = match way {
                Way::Join => line::join(&base, &language, &code, &api::Join { name, state })?,
                Way::Return => line::come_back(&base, &language, &code, &api::Return { reentry })?,
            };
            Ok((base, joined))
        };
        self.joining = begun(Task::begin("join", ui.ctx(), work), &mut self.trouble);
    }

    fn hear(&mut self, ui: &Ui, words: &Words) {
        if let Some(found) = taken(&mut self.looking, &mut self.trouble) {
            self.found = Some(found);
        }
        if let Some((base, joined)) = taken(&mut self.joining, &mut self.trouble) {
            match Away::sit(&base, words.language(), joined, ui.ctx()) {
                Ok(away) => self.away = Some(Box::new((away, away::Page::default()))),
                Err(error) => self.trouble = Some(error.to_string()),
            }
        }
    }
}

/// What brings one back to a seat, to be noted down.
pub(in crate::console) fn reentry(ui: &mut Ui, words: &Words, code: &str) {
    ui.label(words.say("con-sit-code"));
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(code).size(24.0).strong().monospace());
        if ui.button(words.say("con-sit-copy")).clicked() {
            ui.ctx().copy_text(code.to_owned());
        }
    });
}

fn begun<T>(task: std::io::Result<Task<T>>, trouble: &mut Option<String>) -> Option<Task<T>> {
    task.map_err(|error| *trouble = Some(error.to_string())).ok()
}

/// What a task has brought, if it is done; what went wrong is told.
pub(in crate::console) fn taken<T: Send + 'static>(
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

/// A heading and lines below it, unless there are none.
fn listed(ui: &mut Ui, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    look::card(ui, |ui| {
        ui.add(egui::Label::new(RichText::new(heading).size(17.0).strong()).selectable(false));
        for text in lines {
            look::point(ui, text);
        }
    });
}
