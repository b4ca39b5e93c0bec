//! The master list of events: prepared ones that wait for a day or a condition, and new ones, told at once or later; and the
//! list as a spreadsheet, in and out.

use std::path::PathBuf;

use bevy_egui::egui::{RichText, ScrollArea, TextEdit, Ui};

use crate::base::StateSet;
use crate::console::cell::{Cell, Event, Post};
use crate::console::look::{self, Side};
use crate::console::screens::cell::HALVES;
use crate::console::screens::cell::turn::{notation, written};
use crate::session::plan::{LONGEST_TEXT, LONGEST_TITLE, Plan};
use crate::session::wish::Wish;
use crate::wire::plan;
use crate::words::Words;

/// How wide the columns of the list are: when, to whom, what, what it does, what became of it, what can be done.
const COLUMNS: [f32; 6] = [96.0, 110.0, 300.0, 150.0, 90.0, 172.0];
/// How far they stand apart.
const GAP: f32 = 14.0;
/// How wide a page is on which the list has room for something beside it.
const WIDE: f32 = 1500.0;
/// The event that is being written, and the file of the list.
#[derive(Debug, Default)]
pub(super) struct Events {
    title: String,
    text: String,
    to: StateSet,
    when: String,
    does: String,
    wrong: Option<String>,
    path: String,
}

impl Events {
    /// Draws the page, on a wide screen the list beside what can be added to it; says which event is to be told now.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) -> Option<(u16, String)> {
        look::heading(ui, &words.say("plans-title"));
        look::prose_faint(ui, &words.say("plans-text"));
        ui.add_space(4.0);
        let mut given = None;
        if ui.available_width() >= WIDE {
            look::sides(ui, WIDE, 0.6, |ui, side| match side {
                Side::Left => look::card(ui, |ui| given = list(ui, words, post, cell)),
                Side::Right => {
                    self.draft(ui, words, post, cell);
                    self.file(ui, words, post, cell);
                }
            });
        } else {
            look::card(ui, |ui| given = list(ui, words, post, cell));
            look::sides(ui, HALVES, 0.5, |ui, side| match side {
                Side::Left => self.draft(ui, words, post, cell),
                Side::Right => self.file(ui, words, post, cell),
            });
        }
        given
    }

    fn draft(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        if !cell.over {
            look::card(ui, |ui| self.write(ui, words, post, cell));
        }
    }

    fn file(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::card(ui, |ui| self.spreadsheet(ui, words, post, cell));
    }

    /// A new event.
    fn write(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::heading(ui, &words.say("plans-new"));
        let name = ui.label(words.say("plans-name"));
        ui.add(look::field(&mut self.title).char_limit(LONGEST_TITLE).desired_width(f32::INFINITY))
            .labelled_by(name.id);
        let name = ui.label(words.say("plans-say"));
        ui.add(
            TextEdit::multiline(&mut self.text).char_limit(LONGEST_TEXT).desired_rows(2).desired_width(f32::INFINITY),
        )
        .labelled_by(name.id);
        look::label(ui, &words.say("plans-to"));
        ui.horizontal_wrapped(|ui| {
            let all = self.to.is_public();
            if ui.selectable_label(all, words.say("plans-everybody")).clicked() {
                self.to = if all { StateSet::EMPTY } else { StateSet::ALL };
            }
            for place in &cell.places {
                let is_in = !all && self.to.contains(place.state);
                if ui.selectable_label(is_in, &place.name).clicked() {
                    if all {
                        self.to = StateSet::EMPTY;
                    }
                    if is_in { self.to.remove(place.state) } else { self.to.insert(place.state) }
                }
            }
        });
        written(ui, &words.say("plans-when"), &mut self.when);
        look::faint(ui, &words.say("plans-when-hint"));
        written(ui, &words.say("plans-does"), &mut self.does);
        notation(ui, words, cell);
        if let Some(wrong) = &self.wrong {
            ui.colored_label(ui.visuals().error_fg_color, wrong);
        }
        let may = !self.title.trim().is_empty() && !post.is_waiting();
        if look::primary(ui, &words.say("plans-new-go"), may).clicked() {
            let cells = [self.when.clone(), String::new(), self.title.clone(), self.text.clone(), self.does.clone()];
            match post.with_cast(|cast| plan::read(&cells, cast)) {
                Ok(plan) => {
                    post.send(Wish::Plan(vec![Plan { to: self.to, ..plan }]));
                    *self = Self { path: std::mem::take(&mut self.path), ..Self::default() };
                }
                Err(why) => self.wrong = Some(why),
            }
        }
    }

    /// The list as a spreadsheet, by the path of a file.
    fn spreadsheet(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::heading(ui, &words.say("plans-export"));
        look::faint(ui, &words.say("plans-import-text"));
        if self.path.is_empty() {
            self.path = post.folder().join(format!("events-{}.xlsx", cell.code)).display().to_string();
        }
        written(ui, &words.say("con-file"), &mut self.path);
        ui.horizontal_wrapped(|ui| {
            let path = || PathBuf::from(self.path.trim());
            if ui.button(words.say("con-file-write")).clicked() {
                post.write_plans(path());
            }
            if !cell.over && ui.button(words.say("plans-import-go")).clicked() {
                post.read_plans(path());
            }
        });
        if let Some(told) = &post.told {
            ui.label(told);
        }
    }
}

/// The events that there are; says which is to be told now.
fn list(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) -> Option<(u16, String)> {
    if cell.events.is_empty() {
        look::empty(ui, &words.say("plans-none"));
        return None;
    }
    let mut given = None;
    let heads = ["plans-when", "plans-to", "plans-what", "plans-does", "plans-status", "desk-do"];
    ScrollArea::horizontal().id_salt("events").show(ui, |ui| {
        ui.vertical(|ui| {
            look::columns(ui, 0, &COLUMNS, GAP, |ui, nth| {
                ui.label(RichText::new(words.say(heads[nth])).small().strong());
            });
            for (row, event) in cell.events.iter().enumerate() {
                ui.push_id(event.nth, |ui| {
                    look::columns(ui, row + 1, &COLUMNS, GAP, |ui, nth| {
                        given = column(ui, words, post, event, nth).or(given.take());
                    });
                });
            }
        });
    });
    given
}

/// A column of an event's row; says whether it is to be told now.
fn column(ui: &mut Ui, words: &Words, post: &mut Post, event: &Event, nth: usize) -> Option<(u16, String)> {
    let [title, text, does] = &event.what;
    match nth {
        0 | 1 => _ = ui.label(&event.when[nth]),
        2 => {
            ui.strong(title);
            if !text.is_empty() {
                ui.label(text);
            }
        }
        3 => _ = ui.label(does),
        4 => _ = ui.label(&event.status),
        _ => return ui.horizontal_wrapped(|ui| levers(ui, words, post, event)).inner,
    }
    None
}

fn levers(ui: &mut Ui, words: &Words, post: &mut Post, event: &Event) -> Option<(u16, String)> {
    let mut given = None;
    if event.can_give && ui.button(words.say("plans-give")).clicked() {
        given = Some((event.nth, event.what[0].clone()));
    }
    if event.can_drop && ui.button(words.say("plans-drop")).clicked() {
        post.send(Wish::Drop(event.nth));
    }
    given
}
