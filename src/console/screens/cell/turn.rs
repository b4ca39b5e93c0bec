//! The turn played last, and what the facilitator may change about it; each change with its reason, and each can be taken
//! back until another turn is played.

use bevy_egui::egui::{self, CollapsingHeader, RichText, Ui};

use crate::base::Turn as Number;
use crate::console::cell::{Act, Cell, Past, Post};
use crate::console::look::{self, Side};
use crate::console::screens::cell::HALVES;
use crate::console::theme::{Tone, sign};
use crate::law::Overall;
use crate::server::white_cell::VERDICTS;
use crate::session::plan::Overrule;
use crate::session::wish::Wish;
use crate::sim::white_cell::{Correction, Holding, Struck};
use crate::wire::plan;
use crate::words::Words;

/// How wide a verdict and the button beside it are, and how far they stand apart.
const VERDICT: f32 = 180.0;
const BUTTON: f32 = 84.0;
const GAP: f32 = 12.0;

/// What is being written.
#[derive(Debug, Default)]
pub(super) struct Turn {
    /// Which act is being overruled.
    open: Option<usize>,
    verdict: Option<Overall>,
    reason: String,
    does: String,
    why: String,
    back: String,
    from: u16,
    wrong: Option<String>,
}

impl Turn {
    /// Draws the page: what was done, and beside it what can be changed.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::heading(ui, &words.say("turn-title"));
        let Some(past) = &cell.past else {
            look::empty(ui, &words.say("turn-none"));
            ui.add_space(6.0);
            self.undo_and_fork(ui, words, post, cell);
            return;
        };
        ui.strong(&past.headline);
        look::prose_faint(ui, &words.say("turn-hint"));
        ui.add_space(4.0);
        look::sides(ui, HALVES, 0.55, |ui, side| match side {
            Side::Left => self.past(ui, words, post, cell, past),
            Side::Right => {
                look::card(ui, |ui| self.correct(ui, words, post, cell));
                look::card(ui, |ui| self.step_back(ui, words, post, cell, past));
                self.undo_and_fork(ui, words, post, cell);
            }
        });
    }

    fn past(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, past: &Past) {
        look::card(ui, |ui| {
            look::heading(ui, &words.say("turn-acts"));
            if past.acts.is_empty() {
                look::empty(ui, &words.say("seat-orders-none"));
            }
            for (nth, act) in past.acts.iter().enumerate() {
                ui.push_id(nth, |ui| self.act(ui, words, post, cell, (nth, act)));
            }
            past.refused.iter().for_each(|text| look::point(ui, text));
        });
        if !past.put_in.is_empty() {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("turn-taken"));
                past.put_in.iter().for_each(|text| look::point(ui, text));
            });
        }
    }

    fn step_back(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, past: &Past) {
        let number = [("turn", (u32::from(past.turn.0) + 1).into())];
        look::heading(ui, &words.say_with("turn-back", &number));
        ui.label(words.say("turn-back-text"));
        written(ui, &words.say("con-cell-back-reason"), &mut self.back);
        let may = !self.back.trim().is_empty() && !post.is_waiting();
        if ui.add_enabled(may, egui::Button::new(words.say_with("turn-back-go", &number))).clicked() {
            post.send(Wish::StepBack { turn: cell.turn, reason: std::mem::take(&mut self.back) });
        }
    }

    fn undo_and_fork(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        if cell.can_undo {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("turn-undo-title"));
                ui.label(words.say("turn-undo-text"));
                if look::primary(ui, &words.say("turn-undo"), !post.is_waiting()).clicked() {
                    post.send(Wish::Undo);
                }
            });
        }
        self.fork(ui, words, post, cell);
    }

    fn act(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell, (nth, act): (usize, &Act)) {
        let tone = Tone::of(ui);
        // Verdicts and buttons stand below each other, so that one finds those that matter.
        let wide = [(ui.available_width() - VERDICT - BUTTON - 2.0 * GAP).max(140.0), VERDICT, BUTTON];
        look::columns(ui, nth + 1, &wide, GAP, |ui, column| match column {
            0 => _ = ui.label(&act.text),
            1 => {
                if let Some((overall, text)) = &act.verdict {
                    let text = format!("{} {text}", sign(*overall));
                    ui.label(RichText::new(text).strong().color(tone.verdict(*overall)));
                }
            }
            _ => {
                let told = words.say_with("con-cell-overrule", &[("act", (&act.text).into())]);
                let button = ui.small_button(words.say("turn-overrule"));
                button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
                if button.clicked() {
                    self.open = (self.open != Some(nth)).then_some(nth);
                    self.verdict = act.verdict.as_ref().map(|(overall, _)| *overall);
                    self.reason.clear();
                }
            }
        });
        if self.open != Some(nth) {
            return;
        }
        ui.indent("overrule", |ui| {
            let verdicts = VERDICTS.map(|one| (Some(one), words.verdict(one)));
            look::pick(ui, &words.say("turn-hold"), &mut self.verdict, &verdicts);
            written(ui, &words.say("turn-reason"), &mut self.reason);
            let may = !self.reason.trim().is_empty() && !post.is_waiting();
            ui.horizontal_wrapped(|ui| {
                let hold = ui.add_enabled(may && self.verdict.is_some(), egui::Button::new(words.say("turn-hold-go")));
                if let Some(verdict) = self.verdict.filter(|_| hold.clicked()) {
                    let holding = Holding { order: act.order, verdict, reason: self.reason.clone() };
                    self.overrule(post, cell, Overrule::Hold(holding));
                }
                if ui.add_enabled(may, egui::Button::new(words.say("turn-strike-go"))).clicked() {
                    let struck = Struck { order: act.order, reason: self.reason.clone() };
                    self.overrule(post, cell, Overrule::Strike(struck));
                }
            });
        });
    }

    fn overrule(&mut self, post: &mut Post, cell: &Cell, overrule: Overrule) {
        post.send(Wish::Overrule { turn: cell.turn, overrule });
        self.open = None;
        self.reason.clear();
    }

    fn correct(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::heading(ui, &words.say("turn-correct"));
        written(ui, &words.say("turn-does"), &mut self.does);
        look::faint(ui, &words.say("turn-does-hint"));
        written(ui, &words.say("con-cell-correct-reason"), &mut self.why);
        if let Some(wrong) = &self.wrong {
            ui.colored_label(ui.visuals().error_fg_color, wrong);
        }
        let may = !self.does.trim().is_empty() && !self.why.trim().is_empty() && !post.is_waiting();
        if ui.add_enabled(may, egui::Button::new(words.say("turn-correct-go"))).clicked() {
            let read = post.with_cast(|cast| plan::read_pushes(&self.does, cast));
            match read.as_deref() {
                Ok([push]) => {
                    let correction = Correction { push: *push, reason: std::mem::take(&mut self.why) };
                    self.overrule(post, cell, Overrule::Correct(correction));
                    self.does.clear();
                    self.wrong = None;
                }
                Ok(_) => self.wrong = Some(words.say("con-cell-one")),
                Err(why) => self.wrong = Some(why.clone()),
            }
        }
        notation(ui, words, cell);
    }

    fn fork(&mut self, ui: &mut Ui, words: &Words, post: &mut Post, cell: &Cell) {
        look::card(ui, |ui| {
            look::heading(ui, &words.say("turn-fork"));
            ui.label(words.say("turn-fork-text"));
            self.from = self.from.min(cell.turn.0);
            let mornings = (0..=cell.turn.0)
                .rev()
                .map(|turn| (turn, words.say_with("turn-fork-turn", &[("turn", (u32::from(turn) + 1).into())])));
            look::pick(ui, &words.say("turn-fork-from"), &mut self.from, &mornings.collect::<Vec<_>>());
            ui.add_space(4.0);
            if ui.add_enabled(!post.is_waiting(), egui::Button::new(words.say("turn-fork-go"))).clicked() {
                post.fork(Number(self.from));
            }
        });
    }
}

/// A line to be written, under its name.
pub(super) fn written(ui: &mut Ui, name: &str, text: &mut String) {
    let label = ui.label(name);
    ui.add(look::field(text).char_limit(500).desired_width(f32::INFINITY)).labelled_by(label.id);
}

/// How effects are written, with the names of this crisis.
pub(super) fn notation(ui: &mut Ui, words: &Words, cell: &Cell) {
    CollapsingHeader::new(words.say("notation")).show(ui, |ui| {
        for [name, text] in &cell.notation {
            ui.horizontal_wrapped(|ui| {
                if !name.is_empty() {
                    ui.strong(name);
                }
                ui.label(text);
            });
        }
    });
}
