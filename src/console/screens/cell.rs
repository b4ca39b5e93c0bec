//! The white cell: the facilitator's desk of a class that this window hosts. It shows the truth, and says so in a colour of
//! its own all around.

mod events;
mod inbox;
mod people;
mod seats;
mod turn;
mod worlds;

use bevy_egui::egui::{self, Frame, Margin, RichText, ScrollArea, Stroke, Ui};

use crate::base::id::StateId;
use crate::console::cell::{Cell, Post};
use crate::console::clock;
use crate::console::look;
use crate::console::screens::Situation;
use crate::console::screens::desk;
use crate::console::seat::Morning;
use crate::console::sheet::Sheet;
use crate::console::theme::Tone;
use crate::server::white_cell::MORE;
use crate::session::desk::Millis;
use crate::session::room::Clock;
use crate::session::wish::Wish;
use crate::words::Words;

/// How wide a page is on which two things have room beside each other.
const HALVES: f32 = 960.0;

/// What is shown of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Seats,
    Inbox,
    People,
    Turn,
    Events,
    Worlds,
}

/// What the facilitator is asked about before it is done.
#[derive(Clone, Debug)]
enum Question {
    /// The class begins without some.
    Begin,
    /// The turn is played.
    End,
    /// An event is told.
    Give(u16, String),
}

/// What is wanted of the rest of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// To go to the desk of another world.
    World(String),
    /// To look at the review.
    Review,
}

/// The screen.
#[derive(Debug, Default)]
pub struct WhiteCell {
    page: Page,
    question: Option<Question>,
    inbox: inbox::Inbox,
    people: people::People,
    turn: turn::Turn,
    events: events::Events,
    eyes: Situation,
    /// Whether one sees the State's desk instead of its map.
    sees_desk: bool,
    seats: seats::Seats,
}

impl WhiteCell {
    /// The desk of another world on the same page: worlds are compared page by page. What was being written belongs to the
    /// world that is left.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        Self { page: self.page, sees_desk: self.sees_desk, ..Self::default() }
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post) -> Option<Move> {
        let Some(cell) = post.cell.clone() else {
            look::waiting(ui, &words.say("con-reading"));
            return None;
        };
        post.compare(self.page == Page::Worlds);
        let palette = Tone::of(ui).palette();
        if let Some(state) = post.eyes() {
            let edge = Frame::new().stroke(Stroke::new(4.0, palette.accent)).inner_margin(Margin::same(8));
            edge.show(ui, |ui| self.see(ui, words, post, &cell, state));
            return None;
        }
        let mut wish = None;
        let edge = Frame::new().stroke(Stroke::new(4.0, palette.truth)).inner_margin(Margin::same(8));
        edge.show(ui, |ui| {
            self.head(ui, words, post, &cell);
            ScrollArea::vertical().id_salt(("cell", self.page as u8)).auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - 8.0);
                wish = match self.page {
                    Page::Seats => self.seats.ui(ui, words, post, &cell),
                    Page::Inbox => {
                        self.inbox.ui(ui, words, post, &cell);
                        None
                    }
                    Page::People => {
                        self.people.ui(ui, words, post, &cell);
                        None
                    }
                    Page::Turn => {
                        self.turn.ui(ui, words, post, &cell);
                        None
                    }
                    Page::Events => {
                        if let Some((plan, title)) = self.events.ui(ui, words, post, &cell) {
                            self.question = Some(Question::Give(plan, title));
                        }
                        None
                    }
                    Page::Worlds => worlds::ui(ui, words, &cell),
                };
            });
        });
        self.ask(ui, words, post, &cell);
        wish
    }

    /// What is always there: that this is the truth, the clock and its levers, who asks for time, the pages.
    fn head(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        let palette = Tone::of(ui).palette();
        Frame::new().fill(palette.truth).inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(words.say("con-cell-mark")).strong().color(palette.on_truth));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&cell.title).size(18.0).strong());
            let turn = u32::from(cell.turn.0 + 1).min(u32::from(cell.turns));
            ui.label(words.say_with("seat-turn", &[("turn", turn.into()), ("turns", u32::from(cell.turns).into())]));
            ui.label(words.say("desk-join"));
            ui.label(RichText::new(&cell.code).monospace().strong());
            if cell.over {
                ui.strong(words.say("worlds-over"));
            } else {
                match cell.clock {
                    Clock::Waiting => look::faint(ui, &words.say("con-cell-waiting")),
                    runs => look::clock(ui, words, runs, clock::now()),
                }
                self.levers(ui, words, post, cell);
            }
            if post.is_waiting() {
                ui.add(egui::Spinner::new().size(16.0));
            }
        });
        let hue = ui.visuals().error_fg_color;
        for told in cell.halted.iter().chain(&post.trouble) {
            look::card(ui, |ui| _ = ui.colored_label(hue, told));
        }
        if let Some(code) = &post.forked {
            look::card(ui, |ui| _ = ui.label(words.say_with("con-cell-forked", &[("code", code.into())])));
        }
        pleas(ui, words, post, cell);
        let unread = cell.letters.iter().filter(|letter| !letter.is_read).count();
        let inbox = words.say("inbox-way");
        let inbox = if unread > 0 { format!("{inbox} ({unread})") } else { inbox };
        let pages = [
            (Page::Seats, words.say("desk-seats")),
            (Page::Inbox, inbox),
            (Page::People, words.say("people-way")),
            (Page::Turn, words.say("turn-way")),
            (Page::Events, words.say("plans-way")),
            (Page::Worlds, words.say("worlds-way")),
        ];
        look::choices(ui, &mut self.page, &pages);
        ui.separator();
    }

    fn levers(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        let more = words.say_with("desk-extend", &[("minutes", u32::try_from(MORE).unwrap_or(0).into())]);
        match cell.clock {
            Clock::Waiting => {
                if look::primary(ui, &words.say("desk-begin"), true).clicked() {
                    if cell.unprepared.is_empty() {
                        post.send(Wish::Begin);
                    } else {
                        self.question = Some(Question::Begin);
                    }
                }
                return;
            }
            Clock::Runs(_) => {
                if ui.button(words.say("desk-stop")).clicked() {
                    post.send(Wish::Stop);
                }
            }
            Clock::Stands(_) => {
                if look::primary(ui, &words.say("desk-go-on"), true).clicked() {
                    post.send(Wish::GoOn);
                }
            }
        }
        if ui.button(more).clicked() {
            post.send(Wish::Extend(Millis::minutes(MORE)));
        }
        let end = words.say_with("desk-end", &[("turn", (u32::from(cell.turn.0) + 1).into())]);
        if ui.button(end).clicked() {
            self.question = Some(Question::End);
        }
    }

    /// What cannot be undone is asked about first.
    fn ask(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        let Some(question) = self.question.clone() else { return };
        let (title, text, yes) = match &question {
            Question::Begin => {
                let people = words.list("list-and", &cell.unprepared);
                let slow = words.say_with("desk-begin-unready", &[("people", (&people).into())]);
                (words.say("desk-begin"), slow, words.say("desk-begin-sure"))
            }
            Question::End => {
                let turn = [("turn", (u32::from(cell.turn.0) + 1).into())];
                (words.say_with("con-cell-end-sure", &turn), cell.readiness.clone(), words.say("desk-end-sure"))
            }
            Question::Give(_, title) => (
                words.say_with("con-cell-give-sure", &[("title", title.into())]),
                words.say("plans-sure"),
                words.say("plans-give"),
            ),
        };
        match look::confirm(ui.ctx(), "cell", &title, &text, [&yes, &words.say("play-back")]) {
            None => {}
            Some(false) => self.question = None,
            Some(true) => {
                self.question = None;
                post.send(match question {
                    Question::Begin => Wish::Begin,
                    Question::End => Wish::End(cell.turn),
                    Question::Give(plan, _) => Wish::Give(plan),
                });
            }
        }
    }

    /// What a State sees, framed so that nobody takes it for the truth or for their own seat.
    fn see(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, state: StateId) {
        let palette = Tone::of(ui).palette();
        let name = cell.places.iter().find(|place| place.state == state).map_or("", |place| place.name.as_str());
        Frame::new().fill(palette.accent).inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let told = words.say_with("desk-seeing", &[("state", name.into())]);
            ui.label(RichText::new(told).strong().color(palette.on_accent));
        });
        let sheet = post.seen.as_ref().map(|(_, sheet)| sheet.clone());
        ui.horizontal_wrapped(|ui| {
            if ui.button(words.say("desk-seeing-back")).clicked() {
                post.see(None);
            }
            let faces = [(false, words.say("con-place-situation")), (true, words.say("con-place-desk"))];
            look::choices(ui, &mut self.sees_desk, &faces);
        });
        let Some(sheet) = sheet else {
            look::waiting(ui, &words.say("con-reading"));
            return;
        };
        if self.sees_desk {
            ScrollArea::vertical().id_salt("seen").auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - 8.0);
                desk::seen(ui, words, &sheet);
            });
        } else {
            let morning = morning(&sheet);
            self.eyes.ui(ui, words, &sheet, &post.atlas, &[morning]);
        }
    }
}

fn morning(sheet: &Sheet) -> Morning {
    Morning { steps: sheet.scene.ties.iter().map(|tie| tie.step).collect(), headline: sheet.headline.clone() }
}

/// The States that ask for more time, on top of every page: the clock runs while they wait.
fn pleas(ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
    if cell.pleas.is_empty() || cell.over {
        return;
    }
    look::card(ui, |ui| {
        look::heading(ui, &words.say("desk-time-asked"));
        for (state, text) in &cell.pleas {
            ui.horizontal_wrapped(|ui| {
                ui.label(text);
                let name = cell.places.iter().find(|place| place.state == *state);
                let name = name.map_or("", |place| place.name.as_str());
                if ui.button(words.say_with("desk-time-deny", &[("state", name.into())])).clicked() {
                    post.send(Wish::DenyTime(*state));
                }
            });
        }
    });
}
