//! The top of the frame: what is being played, the turn and its end; keys, and what is asked before a turn ends empty.

use bevy_egui::egui::{self, Align, Layout, RichText, Ui, vec2};

use crate::console::clock;
use crate::console::frame::Console;
use crate::console::kept::SIZES;
use crate::console::keys::Deed;
use crate::console::look;
use crate::console::screens::{Debrief, Place};
use crate::console::seat::Seat;
use crate::words::Words;

impl Console {
    pub(super) fn head(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let narrow = ui.available_width() < 900.0;
        let wraps = |ui: &mut Ui, add: &mut dyn FnMut(&mut Ui)| ui.horizontal_wrapped(|ui| add(ui));
        let line = |ui: &mut Ui, add: &mut dyn FnMut(&mut Ui)| {
            // As high as the button in it from the start, so that all stands on one line.
            if narrow {
                wraps(ui, add)
            } else {
                ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), row(), |ui| add(ui))
            }
        };
        line(ui, &mut |ui| {
            let (faint, accent) = (self.settings.tone().palette().faint, self.settings.tone().palette().accent);
            match &self.play {
                None => _ = ui.label(RichText::new(words.say("con-name")).strong().size(17.0)),
                Some(play) => {
                    let sheet = &play.seat.sheet;
                    ui.label(RichText::new(&sheet.title).strong().size(17.0));
                    ui.label(RichText::new(&sheet.state).size(17.0).color(accent));
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
        if !play.seat.is_alone {
            return class(ui, words, &mut play.seat);
        }
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
        if !play.seat.is_alone {
            // In a class the facilitator ends it; the seat says that it is done.
            if play.seat.sheet.around.rights.closes && !play.seat.sheet.around.ready {
                play.seat.ready(true);
            }
            return;
        }
        if play.seat.sheet.orders.is_empty() {
            self.asks_end = true;
        } else {
            play.seat.end();
        }
    }

    pub(super) fn keys(&mut self, screen: &egui::Context) {
        if self.place == Place::Settings && self.keyboard.catches(screen, &mut self.settings) {
            return;
        }
        for deed in screen.input_mut(|input| self.settings.keys().pressed(input)) {
            match deed {
                Deed::Go(place) => self.place = place,
                Deed::EndTurn => self.end_turn(),
                Deed::Larger => self.resize(15),
                Deed::Smaller => self.resize(-15),
            }
        }
    }

    fn resize(&mut self, by: i16) {
        self.settings.size = self.settings.size.saturating_add_signed(by).clamp(*SIZES.start(), *SIZES.end());
    }

    pub(super) fn dialogs(&mut self, screen: &egui::Context) {
        if !self.asks_end {
            return;
        }
        let words = self.words.clone();
        let shown = look::modal(screen, "end").show(screen, |ui| {
            ui.set_max_width(420.0);
            look::heading(ui, &words.say("con-end-sure"));
            ui.label(words.say("con-end-sure-how"));
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                if look::primary(ui, &words.say("con-end-yes"), true).clicked() {
                    self.asks_end = false;
                    if let Some(play) = &mut self.play {
                        play.seat.end();
                    }
                }
                if ui.button(words.say("con-end-leave")).clicked() {
                    self.asks_end = false;
                    if let Some(play) = &mut self.play {
                        play.seat.leave();
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

/// One line, everything in the middle of its height.
fn row() -> Layout {
    Layout::left_to_right(Align::Center)
}

/// The turn of a class: its clock, more time, and whether the State's orders are complete.
fn class(ui: &mut Ui, words: &Words, seat: &mut Seat) {
    let sheet = seat.sheet.clone();
    let around = &sheet.around;
    if sheet.over {
        ui.strong(words.say("seat-over"));
        return;
    }
    if let Some(who) = &around.who {
        ui.label(who);
    }
    look::clock(ui, words, around.clock, clock::now());
    if let Some(told) = &around.plea {
        look::faint(ui, told);
    }
    if seat.is_waiting() {
        ui.add(egui::Spinner::new().size(16.0));
        return;
    }
    if around.rights.pleads && ui.button(words.say("time-ask")).clicked() {
        seat.plead();
    }
    if around.rights.closes {
        if around.ready {
            look::faint(ui, &words.say("seat-is-ready"));
        } else if look::primary(ui, &words.say("seat-ready"), true).clicked() {
            seat.ready(true);
        }
    }
}
