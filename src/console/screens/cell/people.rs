//! Attendance: who is here, who did what, what a name should be, and which office falls to whom.

use std::collections::BTreeMap;

use bevy_egui::egui::{self, Align, Layout, RichText, ScrollArea, Ui, vec2};

use crate::console::cell::{Cell, Person, Post};
use crate::console::look;
use crate::content::offices;
use crate::session::desk::{Office, PersonId};
use crate::session::wish::{LONGEST_NAME, Wish};
use crate::words::Words;

/// How wide the columns are; what can be done takes the rest.
const WIDE: [f32; 8] = [170.0, 104.0, 172.0, 56.0, 150.0, 52.0, 70.0, 200.0];
/// Which of them holds the office.
const OFFICE: usize = 2;
/// How high a row is.
const ROW: f32 = 36.0;
/// How high the list is at most.
const LIST: f32 = 560.0;

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
        let heads = [
            "people-name",
            "desk-state",
            "con-cell-office",
            "people-here",
            "people-last",
            "desk-orders",
            "desk-messages",
            "desk-do",
        ];
        ScrollArea::horizontal().id_salt("people").show(ui, |ui| {
            ui.vertical(|ui| {
                ui.horizontal(|ui| {
                    for (id, wide) in heads.into_iter().zip(WIDE) {
                        column(ui, wide, |ui| _ = ui.label(RichText::new(words.say(id)).small().strong()));
                    }
                });
                // A class may be of hundreds: only those before one's eyes are laid out.
                let rows = ScrollArea::vertical()
                    .id_salt("rows")
                    .min_scrolled_height(LIST)
                    .max_height(LIST)
                    .auto_shrink([false, true]);
                rows.show_rows(ui, ROW, cell.people.len(), |ui, range| {
                    for person in &cell.people[range] {
                        ui.push_id(person.id.0, |ui| ui.horizontal(|ui| self.row(ui, words, post, cell, person)));
                    }
                });
            });
        });
    }

    fn row(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, person: &Person) {
        ui.set_height(ROW);
        let [orders, messages] = person.done.map(|count| count.to_string());
        let is_given = !cell.over && person.office != Office::Press && person.office != Office::Head;
        let said = [&person.name, &person.place, &person.office_name, &person.here, &person.last, &orders, &messages];
        for (nth, (text, wide)) in said.into_iter().zip(WIDE).enumerate() {
            column(ui, wide, |ui| {
                if nth == OFFICE && is_given {
                    office(ui, words, post, person);
                } else {
                    ui.add(egui::Label::new(text).truncate()).on_hover_text(text);
                }
            });
        }
        if cell.over {
            return;
        }
        let name = self.0.entry(person.id).or_default();
        let told = words.say_with("people-rename-to", &[("name", (&person.name).into())]);
        let field = look::field(name).char_limit(LONGEST_NAME).desired_width(130.0);
        let field = ui.add(field.hint_text(words.say("people-rename")));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, &told));
        let fits = !name.trim().is_empty();
        if ui.add_enabled(fits, egui::Button::new(words.say("people-rename-go"))).clicked() {
            post.send(Wish::Rename { person: person.id, name: std::mem::take(name) });
        }
    }
}

/// A column of a row.
fn column(ui: &mut Ui, wide: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(wide, 20.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(wide);
        add(ui);
    });
}

/// Another office; whoever has it takes theirs.
fn office(ui: &mut Ui, words: &Words, post: &mut Post, person: &Person) {
    let dealt = offices::embedded().iter().map(|remit| remit.office);
    let all = [Office::Head, Office::Adviser].into_iter().chain(dealt);
    let all: Vec<(Office, String)> = all.map(|office| (office, words.office(office))).collect();
    let mut office = person.office;
    let told = words.say_with("people-office-of", &[("name", (&person.name).into())]);
    let shown = words.office(office);
    let list = egui::ComboBox::from_id_salt("office").width(ui.available_width()).selected_text(&shown).truncate();
    let drawn = list.show_ui(ui, |ui| {
        for (one, text) in &all {
            ui.selectable_value(&mut office, *one, text);
        }
    });
    let told = format!("{told}: {shown}");
    drawn.response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, &told));
    if office != person.office {
        post.send(Wish::Assign(person.id, office));
    }
}
