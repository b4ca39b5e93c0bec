//! The desk of the white cell: the rule, the seats, what is really so, what was ordered, the ladder, the record.

use bevy_egui::egui::{self, Align, CollapsingHeader, Grid, Layout, RichText, ScrollArea, Ui, vec2};

use crate::base::id::StateId;
use crate::console::cell::{Cell, Place, Post};
use crate::console::look;
use crate::console::map::{Chart, Chosen};
use crate::console::screens::cell::Move;
use crate::console::theme::Tone;
use crate::session::desk::{Approval, Hands};
use crate::session::wish::Wish;
use crate::words::Words;

/// Up to so many States are in one table; of more, those in which nobody sits have a list of their own.
const MOST_ROWS: usize = 16;
/// How high a row of a long list is.
const ROW: f32 = 30.0;
/// How wide the columns of persons and of how a State stands are at least.
const PEOPLE: f32 = 220.0;
const STANDS: f32 = 240.0;
/// How high long lists are.
const LIST: f32 = 300.0;

/// The map of the truth, and what is pointed at.
#[derive(Debug, Default)]
pub(super) struct Seats {
    chart: Chart,
    chosen: Chosen,
}

impl Seats {
    /// Draws the page.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) -> Option<Move> {
        let mut wish = None;
        if cell.over {
            look::faint(ui, &words.say("seat-over"));
        } else {
            rule(ui, words, post, cell);
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("desk-seats"));
            ui.label(RichText::new(&cell.readiness).strong());
            ScrollArea::horizontal().id_salt("seats").show(ui, |ui| {
                Grid::new("seats").striped(true).num_columns(5).spacing([18.0, 8.0]).show(ui, |ui| {
                    for id in ["desk-state", "desk-people", "desk-orders", "desk-standing", "desk-do"] {
                        ui.label(RichText::new(words.say(id)).small().strong());
                    }
                    ui.end_row();
                    for place in cell.places.iter().filter(|place| is_in_table(cell, place)) {
                        ui.push_id(place.state, |ui| ui.strong(&place.name));
                        row(ui, words, post, cell, place);
                        ui.end_row();
                    }
                });
            });
            rest(ui, words, post, cell);
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("desk-truth"));
            look::prose(ui, &cell.truth);
            ui.allocate_ui(vec2(ui.available_width(), 340.0), |ui| {
                ui.set_min_height(340.0);
                self.chart.ui(ui, words, &post.atlas, &cell.scene, &mut self.chosen);
            });
        });
        if !cell.over {
            look::card(ui, |ui| list(ui, words, "desk-sealed", &cell.sealed));
        }
        if let Some(past) = &cell.past {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("desk-past"));
                ui.strong(&past.headline);
                past.acts.iter().for_each(|act| look::point(ui, &act.text));
                past.refused.iter().for_each(|text| look::point(ui, text));
            });
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("desk-ladder"));
            ladder(ui, words, cell);
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("desk-keep"));
            if ui.button(words.say("desk-review")).clicked() {
                wish = Some(Move::Review);
            }
        });
        wish
    }
}

/// Whether a State stands in the table of seats.
fn is_in_table(cell: &Cell, place: &Place) -> bool {
    cell.places.len() <= MOST_ROWS || !place.people.is_empty() || place.orders > 0
}

/// The States of a large world in which nobody sits: a line each, and only those before one's eyes are laid out.
fn rest(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
    let rest: Vec<&Place> = cell.places.iter().filter(|place| !is_in_table(cell, place)).collect();
    if rest.is_empty() {
        return;
    }
    look::label(ui, &words.say_with("con-cell-rest", &[("count", rest.len().into())]));
    let rows =
        ScrollArea::vertical().id_salt("rest").min_scrolled_height(LIST).max_height(LIST).auto_shrink([false, true]);
    rows.show_rows(ui, ROW, rest.len(), |ui, range| {
        for place in &rest[range] {
            ui.horizontal(|ui| {
                ui.set_height(ROW);
                if ui.button(words.say_with("desk-see", &[("state", (&place.name).into())])).clicked() {
                    post.see(Some(place.state));
                }
                look::faint(ui, &place.stands);
            });
        }
    });
}

/// Every pair with its step, the hottest first; only those before one's eyes are told in words.
fn ladder(ui: &mut Ui, words: &Words, cell: &Cell) {
    let tone = Tone::of(ui);
    let name = |state: StateId| cell.scene.states.get(state.index()).map_or("", |state| state.name.as_str());
    let rows =
        ScrollArea::vertical().id_salt("ladder").min_scrolled_height(LIST).max_height(LIST).auto_shrink([false, true]);
    let high = ui.text_style_height(&egui::TextStyle::Body);
    rows.show_rows(ui, high, cell.ladder.len(), |ui, range| {
        for pair in &cell.ladder[range] {
            let both = [("first", name(pair.low).into()), ("second", name(pair.high).into())];
            let step = cell.scene.steps.get(usize::from(pair.step)).map_or("", String::as_str);
            let step = words.say_with("desk-step", &[("step", u32::from(pair.step).into()), ("name", step.into())]);
            let text = format!("{}: {step}", words.say_with("desk-pair", &both));
            ui.add(egui::Label::new(RichText::new(text).color(tone.step(pair.step))).truncate());
        }
    });
}

fn list(ui: &mut Ui, words: &Words, heading: &str, all: &[String]) {
    look::heading(ui, &words.say(heading));
    if all.is_empty() {
        look::empty(ui, &words.say("seat-orders-none"));
    }
    for text in all {
        look::point(ui, text);
    }
}

/// Who has to approve an order: another rule counts from the next voice on.
fn rule(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
    let mut rule = cell.approval;
    let rules = Approval::ALL.map(|one| (one, words.approval(one)));
    if look::pick(ui, &words.say("desk-rule"), &mut rule, &rules) {
        post.send(Wish::Agree(rule));
    }
    ui.add_space(4.0);
}

/// A cell of the table: a single line stands in the middle of the row like all else, several stand one under the other.
fn stacked(ui: &mut Ui, wide: f32, is_single: bool, add: impl FnOnce(&mut Ui)) {
    let layout = if is_single { Layout::left_to_right(Align::Center) } else { Layout::top_down(Align::LEFT) };
    ui.allocate_ui_with_layout(vec2(wide, 28.0), layout, |ui| {
        ui.set_min_width(wide);
        add(ui);
    });
}

fn row(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, place: &Place) {
    // A table gives a column no more than its narrowest word, and names would be broken within.
    stacked(ui, PEOPLE, place.people.len() < 2, |ui| {
        if place.people.is_empty() {
            ui.label("–");
        }
        place.people.iter().for_each(|(_, person, _)| _ = ui.label(person));
    });
    ui.label(place.orders.to_string());
    stacked(ui, STANDS, place.standing.is_none(), |ui| {
        ui.label(&place.stands);
        if let Some(standing) = &place.standing {
            look::label(ui, standing);
        }
    });
    ui.horizontal(|ui| {
        if !place.people.is_empty() && !cell.over {
            let (id, to) =
                if place.with_agent { ("con-cell-back", Hands::People) } else { ("con-cell-hand", Hands::Agent) };
            if ui.button(words.say_with(id, &[("state", (&place.name).into())])).clicked() {
                post.send(Wish::Hand(place.state, to));
            }
        }
        if ui.button(words.say_with("desk-see", &[("state", (&place.name).into())])).clicked() {
            post.see(Some(place.state));
        }
        if place.people.len() > 1 && !cell.over {
            let title = words.say("desk-other-head");
            CollapsingHeader::new(title).id_salt(("head", place.state)).show(ui, |ui| {
                for (id, name, is_head) in &place.people {
                    let text = words.say_with("desk-make-head", &[("name", name.into())]);
                    if !is_head && ui.button(text).clicked() {
                        post.send(Wish::Appoint(*id));
                    }
                }
            });
        }
    });
}
