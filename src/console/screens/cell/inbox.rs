//! The inbox: every letter, the urgent and unread first; answers at one press; what must not stand is hidden.

use std::collections::BTreeMap;

use bevy_egui::egui::{self, CollapsingHeader, RichText, TextEdit, Ui};

use crate::base::StateSet;
use crate::base::id::StateId;
use crate::console::cell::{Cell, Letter, Post};
use crate::console::look::{self, Side};
use crate::console::screens::cell::HALVES;
use crate::console::theme::Tone;
use crate::server::white_cell::ANSWERS;
use crate::session::wish::Wish;
use crate::words::Words;

/// What the inbox is narrowed to, and what is being written.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    state: Option<StateId>,
    flag: usize,
    thread: Option<StateSet>,
    texts: BTreeMap<u32, String>,
}

/// The flags, as messages of the locale file; the first stands for any.
const FLAGS: [&str; 7] =
    ["inbox-any", "flag-appeal", "flag-ultimatum", "flag-threat", "flag-leak", "flag-offer", "flag-off-task"];

/// Up to so many letters that have been read stand open beside the others.
const FEW: usize = 12;
impl Inbox {
    /// Draws the page.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::faint(ui, &words.say("inbox-hint"));
        ui.horizontal_wrapped(|ui| {
            let any = std::iter::once((None, words.say("inbox-any")));
            let states = any.chain(cell.places.iter().map(|place| (Some(place.state), place.name.clone())));
            ui.vertical(|ui| {
                ui.set_width(220.0);
                look::pick(ui, &words.say("desk-state"), &mut self.state, &states.collect::<Vec<_>>());
            });
            let flags: Vec<(usize, String)> = FLAGS.iter().enumerate().map(|(nth, id)| (nth, words.say(id))).collect();
            ui.vertical(|ui| {
                ui.set_width(220.0);
                look::pick(ui, &words.say("inbox-flag"), &mut self.flag, &flags);
            });
            if self.thread.is_some() && ui.button(words.say("inbox-all")).clicked() {
                self.thread = None;
            }
        });
        let wanted = |letter: &&Letter| {
            self.state.is_none_or(|state| letter.parties.contains(state))
                && (self.flag == 0 || letter.flags.iter().any(|(id, _)| id == FLAGS[self.flag]))
                && self.thread.is_none_or(|thread| letter.parties == thread)
        };
        let (unread, old): (Vec<&Letter>, Vec<&Letter>) =
            cell.letters.iter().filter(wanted).partition(|letter| !letter.is_read);
        look::sides(ui, HALVES, 0.55, |ui, side| match side {
            Side::Left => self.unread(ui, words, post, cell, &unread),
            Side::Right => self.read(ui, words, post, cell, &old),
        });
    }

    fn unread(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, unread: &[&Letter]) {
        look::heading(ui, &words.say_with("inbox-unread", &[("count", unread.len().into())]));
        if unread.is_empty() {
            look::empty(ui, &words.say("inbox-none"));
        } else if ui.button(words.say("inbox-read-all")).clicked() {
            post.mark_read(unread.iter().map(|letter| letter.nth).collect());
        }
        for letter in unread {
            ui.push_id(letter.nth, |ui| self.letter(ui, words, post, cell, letter));
        }
    }

    fn read(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, old: &[&Letter]) {
        if old.is_empty() {
            return;
        }
        let title = words.say_with("inbox-old", &[("count", old.len().into())]);
        let folds = CollapsingHeader::new(title).id_salt("old").default_open(old.len() <= FEW);
        folds.show_unindented(ui, |ui| {
            for letter in old {
                ui.push_id(letter.nth, |ui| self.letter(ui, words, post, cell, letter));
            }
        });
    }

    fn letter(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, letter: &Letter) {
        let palette = Tone::of(ui).palette();
        look::card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                look::label(ui, &letter.head);
                for (_, word) in &letter.flags {
                    ui.label(RichText::new(format!("⚑ {word}")).small().strong().color(palette.warn));
                }
                if letter.is_hidden {
                    ui.label(RichText::new(words.say("inbox-hidden")).small().strong());
                }
                if ui.small_button(words.say("inbox-thread")).clicked() {
                    self.thread = Some(letter.parties);
                }
            });
            ui.label(&letter.text);
            ui.horizontal_wrapped(|ui| {
                if !cell.over {
                    for answer in ANSWERS {
                        let text = words.say(answer);
                        if ui.button(&text).clicked() {
                            post.answer(&letter.message, letter.nth, text);
                        }
                    }
                    let id = if letter.is_hidden { "inbox-show" } else { "inbox-hide" };
                    if ui.button(words.say(id)).clicked() {
                        post.send(Wish::Hide { message: letter.nth, hidden: !letter.is_hidden });
                    }
                }
                if !letter.is_read && ui.button(words.say("inbox-read")).clicked() {
                    post.mark_read(vec![letter.nth]);
                }
            });
            if !cell.over {
                CollapsingHeader::new(words.say("inbox-answer")).show(ui, |ui| self.answer(ui, words, post, letter));
            }
        });
    }

    fn answer(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, letter: &Letter) {
        let text = self.texts.entry(letter.nth).or_default();
        let name = ui.label(words.say_with("inbox-answer-to", &[("state", (&letter.from).into())]));
        ui.add(TextEdit::multiline(text).desired_rows(2).desired_width(f32::INFINITY)).labelled_by(name.id);
        let fits = !text.trim().is_empty();
        if ui.add_enabled(fits, egui::Button::new(words.say("inbox-answer-go"))).clicked() {
            post.answer(&letter.message, letter.nth, std::mem::take(text));
        }
    }
}
