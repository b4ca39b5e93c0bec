//! Threads with others: notes, which bind and count, between messages, which do not; and what to send next.

use bevy_egui::egui::{self, Align, CollapsingHeader, Frame, Layout, Margin, RichText, TextEdit, Ui};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::console::around::{Passed, Thread};
use crate::console::look;
use crate::console::screens::desk::line;
use crate::console::seat::Seat;
use crate::console::sheet::{Line, Sheet};
use crate::console::theme::Tone;
use crate::session::wish::LONGEST_MESSAGE;
use crate::sim::order::Act;
use crate::view::Draft;
use crate::words::Words;

/// Which thread is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    /// Nobody has chosen: the liveliest.
    #[default]
    First,
    /// The one that was chosen.
    This(StateSet),
    /// None; the one that was open was closed.
    None,
}

/// What is being written, and to whom.
#[derive(Debug, Default)]
pub(super) struct Threads {
    open: Open,
    to: StateSet,
    text: String,
    appeal: String,
    /// Whether the message is shown once more before it goes.
    looks: bool,
}

impl Threads {
    /// Draws the shelf; says which note is to be drafted.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) -> Option<Draft> {
        let around = &sheet.around;
        for [title, text, sight] in &around.bulletins {
            look::card(ui, |ui| {
                look::label(ui, sight);
                ui.strong(title);
                ui.label(text);
            });
        }
        if around.threads.is_empty() {
            look::empty(ui, &words.say("con-threads-none"));
        }
        let mut chosen = None;
        for thread in &around.threads {
            let is_open = match self.open {
                Open::First => around.threads.first().is_some_and(|first| first.with == thread.with),
                Open::This(with) => with == thread.with,
                Open::None => false,
            };
            let count = words.say_with("con-thread-count", &[("count", thread.passed.len().into())]);
            if look::row(ui, &thread.name, &count, is_open).clicked() {
                self.open = if is_open { Open::None } else { Open::This(thread.with) };
            }
            if is_open {
                ui.push_id(&thread.name, |ui| chosen = one(ui, words, sheet, thread).or(chosen));
            }
        }
        ui.add_space(6.0);
        if around.rights.writes && !around.is_alone {
            self.write(ui, words, seat, sheet);
        } else if around.who.is_some() && around.is_alone {
            look::faint(ui, &words.say("con-threads-alone"));
        }
        if around.rights.asks && !seat.is_alone {
            self.ask(ui, words, seat);
        }
        chosen
    }

    /// A message: who will read it stands on the button that sends it, and it is read once more before it goes.
    fn write(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
        let names: Vec<String> = (sheet.around.readers.iter())
            .filter(|(state, _)| self.to.contains(*state))
            .map(|(_, name)| name.clone())
            .collect();
        let who = words.list("list-and", &names);
        let sends = words.say_with("seat-write-send", &[("who", (&who).into())]);
        let fits = !names.is_empty() && (1..=LONGEST_MESSAGE).contains(&self.text.trim().chars().count());
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-write"));
            if self.looks && fits {
                look::label(ui, &words.say("act-check-title"));
                ui.label(RichText::new(words.say_with("act-seen-shared", &[("who", (&who).into())])).strong());
                ui.label(&self.text);
                ui.horizontal_wrapped(|ui| {
                    if look::primary(ui, &sends, !seat.is_waiting()).clicked() {
                        seat.write(self.to, &self.text);
                        self.text.clear();
                        self.looks = false;
                    }
                    if ui.button(words.say("act-change")).clicked() {
                        self.looks = false;
                    }
                });
                return;
            }
            look::label(ui, &words.say("seat-write-to"));
            ui.horizontal_wrapped(|ui| {
                for (state, name) in &sheet.around.readers {
                    let is_in = self.to.contains(*state);
                    if ui.selectable_label(is_in, name).clicked() {
                        self.to = toggled(self.to, *state);
                    }
                }
            });
            let name = ui.label(words.say("seat-write-text"));
            ui.add(TextEdit::multiline(&mut self.text).desired_rows(3).desired_width(f32::INFINITY))
                .labelled_by(name.id);
            look::faint(ui, &words.say("seat-write-hint"));
            if ui.add_enabled(fits, egui::Button::new(words.say("seat-write-look"))).clicked() {
                self.looks = true;
            }
        });
    }

    fn ask(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat) {
        CollapsingHeader::new(words.say("seat-appeal")).show(ui, |ui| {
            let name = ui.label(words.say("seat-appeal-text"));
            ui.add(TextEdit::multiline(&mut self.appeal).desired_rows(2).desired_width(f32::INFINITY))
                .labelled_by(name.id);
            let fits = !self.appeal.trim().is_empty() && !seat.is_waiting();
            if ui.add_enabled(fits, egui::Button::new(words.say("seat-appeal-go"))).clicked() {
                seat.appeal(&self.appeal);
                self.appeal.clear();
            }
        });
    }
}

fn toggled(set: StateSet, state: StateId) -> StateSet {
    let mut other = set;
    if set.contains(state) {
        other.remove(state);
    } else {
        other.insert(state);
    }
    other
}

fn one(ui: &mut Ui, words: &Words, sheet: &Sheet, thread: &Thread) -> Option<Draft> {
    thread.passed.iter().for_each(|passed| bubble(ui, passed));
    let other = thread.with.iter().next().filter(|_| !thread.with.is_public() && !sheet.over);
    let all = sheet.acts.iter().flat_map(|family| &family.lines);
    let notes: Vec<&Line> = all.filter(|line| other.is_some() && is_note_to(sheet, line, other)).collect();
    let mut chosen = None;
    if !notes.is_empty() {
        CollapsingHeader::new(words.say("con-thread-notes")).show(ui, |ui| {
            for note in notes {
                if line(ui, words, note, false) {
                    chosen = Some(note.draft);
                }
            }
        });
    }
    chosen
}

/// Whether an act that is open now speaks to a State.
fn is_note_to(sheet: &Sheet, line: &Line, other: Option<StateId>) -> bool {
    let terms = &line.draft.order.terms;
    let from = terms.undertaking.and_then(|id| sheet.view.known.undertakings.get(id.index()));
    let is_to = terms.target == other || from.is_some_and(|word| Some(word.from) == other || Some(word.to) == other);
    let speaks = match line.draft.order.act {
        Act::Move(card) => sheet.view.rules().cards.get(card.index()).is_some_and(|card| card.family == "diplomacy"),
        Act::Follow(_) => true,
    };
    line.why_not.is_none() && is_to && speaks
}

/// Something in a thread: one's own at the right, others' at the left, and who sent it in words besides.
fn bubble(ui: &mut Ui, passed: &Passed) {
    let palette = Tone::of(ui).palette();
    let align = if passed.is_own { Align::RIGHT } else { Align::LEFT };
    ui.with_layout(Layout::top_down(align), |ui| {
        let edge = if passed.is_note { palette.accent } else { palette.line };
        let frame = Frame::new()
            .fill(if passed.is_own { palette.bar } else { palette.card })
            .stroke(egui::Stroke::new(1.0, edge))
            .corner_radius(7)
            .inner_margin(Margin::symmetric(10, 7));
        frame.show(ui, |ui| {
            ui.set_max_width(ui.available_width() * 0.9);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                let head = format!("{} · {}", passed.kind, passed.side);
                ui.label(RichText::new(head).small().color(palette.faint));
                ui.add(egui::Label::new(&passed.text).wrap());
            });
        });
    });
}
