//! The desk of the white cell: the rule, the seats, what is really so, what was ordered, the ladder, the record.

use bevy_egui::egui::{self, CollapsingHeader, RichText, ScrollArea, Ui, vec2};

use crate::base::id::StateId;
use crate::console::cell::{Cell, Place, Post};
use crate::console::look::{self, Side};
use crate::console::map::{Chart, Chosen};
use crate::console::screens::cell::{HALVES, Move};
use crate::console::theme::Tone;
use crate::session::desk::{Approval, Hands};
use crate::session::wish::Wish;
use crate::words::Words;

/// Up to so many States are in one table; of more, those in which nobody sits have a list of their own.
const MOST_ROWS: usize = 16;
/// How high a row of a long list is.
const ROW: f32 = 30.0;
/// How wide the columns of the table are: State, persons, orders, how it stands, what can be done.
const COLUMNS: [f32; 5] = [104.0, 230.0, 52.0, 200.0, 340.0];
/// How far they stand apart.
const GAP: f32 = 14.0;
/// How wide a page is on which the table has room for something beside it.
const WIDE: f32 = 1600.0;
/// How high long lists are.
const LIST: f32 = 300.0;

/// The map of the truth, and what is pointed at.
#[derive(Debug, Default)]
pub(super) struct Seats {
    chart: Chart,
    chosen: Chosen,
}

impl Seats {
    /// Draws the page: on a wide screen who sits where and what they do beside what is so, on others above it.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) -> Option<Move> {
        let mut wish = None;
        if ui.available_width() >= WIDE {
            look::sides(ui, WIDE, 0.6, |ui, side| match side {
                Side::Left => {
                    seats(ui, words, post, cell);
                    wish = deeds(ui, words, cell);
                }
                Side::Right => self.truth(ui, words, post, cell),
            });
        } else {
            seats(ui, words, post, cell);
            look::sides(ui, HALVES, 0.5, |ui, side| match side {
                Side::Left => self.truth(ui, words, post, cell),
                Side::Right => wish = deeds(ui, words, cell),
            });
        }
        wish
    }

    /// What is so: in words, on the map, on the ladder.
    fn truth(&mut self, ui: &mut Ui, words: &Words, post: &Post, cell: &Cell) {
        look::card(ui, |ui| {
            look::heading(ui, &words.say("desk-truth"));
            look::prose(ui, &cell.truth);
            ui.allocate_ui(vec2(ui.available_width(), 340.0), |ui| {
                ui.set_min_height(340.0);
                self.chart.ui(ui, words, &post.atlas, &cell.scene, &mut self.chosen);
            });
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("desk-ladder"));
            ladder(ui, words, cell);
        });
    }
}

/// Who sends, and who sits where.
fn seats(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
    if cell.over {
        look::faint(ui, &words.say("seat-over"));
    } else {
        rule(ui, words, post, cell);
    }
    look::card(ui, |ui| {
        look::heading(ui, &words.say("desk-seats"));
        ui.label(RichText::new(&cell.readiness).strong());
        ScrollArea::horizontal().id_salt("seats").show(ui, |ui| {
            ui.vertical(|ui| {
                let heads = ["desk-state", "desk-people", "desk-orders", "desk-standing", "desk-do"];
                look::columns(ui, 0, &COLUMNS, GAP, |ui, nth| {
                    ui.label(RichText::new(words.say(heads[nth])).small().strong());
                });
                for (row, place) in cell.places.iter().filter(|place| is_in_table(cell, place)).enumerate() {
                    ui.push_id(place.state, |ui| {
                        look::columns(ui, row + 1, &COLUMNS, GAP, |ui, nth| {
                            column(ui, words, post, (cell, place), nth);
                        });
                    });
                }
            });
        });
        rest(ui, words, post, cell);
    });
}

/// What is ordered and was done, and the record; says whether one goes to the review.
fn deeds(ui: &mut Ui, words: &Words, cell: &Cell) -> Option<Move> {
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
    let mut wish = None;
    look::card(ui, |ui| {
        look::heading(ui, &words.say("desk-keep"));
        if ui.button(words.say("desk-review")).clicked() {
            wish = Some(Move::Review);
        }
    });
    wish
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

/// Every pair that is not calm, the hottest first; only those before one's eyes are told in words.
fn ladder(ui: &mut Ui, words: &Words, cell: &Cell) {
    let tone = Tone::of(ui);
    let name = |state: StateId| cell.scene.states.get(state.index()).map_or("", |state| state.name.as_str());
    let step_name = |step: u8| cell.scene.steps.get(usize::from(step)).map_or("", String::as_str);
    let warm = cell.ladder.partition_point(|pair| pair.step > 0);
    let rows =
        ScrollArea::vertical().id_salt("ladder").min_scrolled_height(LIST).max_height(LIST).auto_shrink([false, true]);
    let high = ui.text_style_height(&egui::TextStyle::Body);
    rows.show_rows(ui, high, warm, |ui, range| {
        for pair in &cell.ladder[range] {
            let both = [("first", name(pair.low).into()), ("second", name(pair.high).into())];
            let step = [("step", u32::from(pair.step).into()), ("name", step_name(pair.step).into())];
            let text = format!("{}: {}", words.say_with("desk-pair", &both), words.say_with("desk-step", &step));
            ui.add(egui::Label::new(RichText::new(text).color(tone.step(pair.step))).truncate());
        }
    });
    if warm < cell.ladder.len() {
        look::faint(ui, &words.say_with("desk-calm", &[("name", step_name(0).into())]));
    }
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

/// A column of a seat's row. Text stands as low as that of a button beside it.
fn column(ui: &mut Ui, words: &Words, post: &mut Post, (cell, place): (&Cell, &Place), nth: usize) {
    if nth < COLUMNS.len() - 1 {
        ui.add_space(4.0);
    }
    match nth {
        0 => _ = ui.strong(&place.name),
        1 if place.people.is_empty() => _ = ui.label("–"),
        1 => place.people.iter().for_each(|(_, person, _)| _ = ui.label(person)),
        2 => _ = ui.label(place.orders.to_string()),
        3 => {
            ui.label(&place.stands);
            if let Some(standing) = &place.standing {
                look::label(ui, standing);
            }
        }
        _ => {
            ui.horizontal_wrapped(|ui| levers(ui, words, post, cell, place));
            heads(ui, words, post, cell, place);
        }
    }
}

/// What can be done with a seat.
fn levers(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, place: &Place) {
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
}

/// Who else could lead a delegation of several.
fn heads(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, place: &Place) {
    if place.people.len() < 2 || cell.over {
        return;
    }
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
