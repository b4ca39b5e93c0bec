//! Attendance: who is here, who did what, what a name should be, and which office falls to whom.

use std::collections::BTreeMap;

use bevy_egui::egui::{self, Grid, RichText, ScrollArea, TextEdit, Ui};

use crate::console::cell::{Cell, Person, Post};
use crate::console::look;
use crate::content::offices;
use crate::session::desk::{Office, PersonId};
use crate::session::wish::{LONGEST_NAME, Wish};
use crate::words::Words;

/// Names that are being written.
#[derive(Debug, Default)]
pub(super) struct People(BTreeMap<PersonId, String>);

impl People {
    /// Draws the page.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::heading(ui, &words.say("people-title"));
        look::faint(ui, &words.say("people-stand-in"));
        if cell.people.is_empty() {
            look::empty(ui, &words.say("desk-unpeopled"));
            return;
        }
        let heads =
            ["people-name", "desk-state", "people-here", "people-last", "desk-orders", "desk-messages", "desk-do"];
        ScrollArea::horizontal().id_salt("people").show(ui, |ui| {
            Grid::new("people").striped(true).spacing([16.0, 8.0]).show(ui, |ui| {
                for id in heads {
                    ui.label(RichText::new(words.say(id)).small().strong());
                }
                ui.end_row();
                for person in &cell.people {
                    self.row(ui, words, post, cell, person);
                    ui.end_row();
                }
            });
        });
    }

    fn row(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, person: &Person) {
        ui.strong(&person.name);
        ui.label(format!("{} ({})", person.place, person.office_name));
        ui.label(&person.here);
        ui.label(&person.last);
        ui.label(person.done[0].to_string());
        ui.label(person.done[1].to_string());
        if cell.over {
            ui.label("");
            return;
        }
        ui.push_id(person.id.0, |ui| {
            ui.horizontal(|ui| {
                let name = self.0.entry(person.id).or_default();
                let told = words.say_with("people-rename-to", &[("name", (&person.name).into())]);
                let field = TextEdit::singleline(name).char_limit(LONGEST_NAME).desired_width(130.0);
                let field = ui.add(field.hint_text(words.say("people-rename")));
                field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, &told));
                let fits = !name.trim().is_empty();
                if ui.add_enabled(fits, egui::Button::new(words.say("people-rename-go"))).clicked() {
                    post.send(Wish::Rename { person: person.id, name: std::mem::take(name) });
                }
                if person.office != Office::Press && person.office != Office::Head {
                    office(ui, words, post, person);
                }
            });
        });
    }
}

/// Another office; whoever has it takes theirs.
fn office(ui: &mut Ui, words: &Words, post: &mut Post, person: &Person) {
    let dealt = offices::embedded().iter().map(|remit| remit.office);
    let all = [Office::Head, Office::Adviser].into_iter().chain(dealt);
    let all: Vec<(Office, String)> = all.map(|office| (office, words.office(office))).collect();
    let mut office = person.office;
    ui.vertical(|ui| {
        ui.set_width(200.0);
        let name = words.say_with("people-office-of", &[("name", (&person.name).into())]);
        if look::pick(ui, &name, &mut office, &all) {
            post.send(Wish::Assign(person.id, office));
        }
    });
}
