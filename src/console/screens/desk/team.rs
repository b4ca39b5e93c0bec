//! The team room: drafts before everybody who sits in a State, what each thinks of them, and the rule by which one is sent.

use std::collections::BTreeMap;

use bevy_egui::egui::{self, CollapsingHeader, RichText, Ui};

use crate::console::around::Laid;
use crate::console::look;
use crate::console::screens::desk::hidden;
use crate::console::seat::Seat;
use crate::console::sheet::Sheet;
use crate::console::theme::Tone;
use crate::session::desk::Voice;
use crate::session::room::Fate;
use crate::session::wish::LONGEST_WORD;
use crate::words::Words;

/// What is being said on drafts, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Team(BTreeMap<u16, String>);

impl Team {
    /// Draws the shelf.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
        let around = &sheet.around;
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-delegation"));
            for member in &around.delegation {
                ui.horizontal_top(|ui| {
                    ui.label("•");
                    ui.vertical(|ui| ui.label(member));
                });
            }
            if !around.office.is_empty() {
                CollapsingHeader::new(words.say("con-team-office")).show(ui, |ui| {
                    around.office.iter().for_each(|line| _ = ui.label(line));
                });
            }
        });
        look::faint(ui, &around.rule);
        if around.drafts.is_empty() {
            look::empty(ui, &words.say("team-none"));
        }
        for draft in &around.drafts {
            ui.push_id(draft.nth, |ui| look::card(ui, |ui| self.draft(ui, words, seat, sheet, draft)));
        }
        hidden(ui, words, around.secret[1]);
    }

    fn draft(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet, draft: &Laid) {
        let tone = Tone::of(ui);
        ui.label(RichText::new(&draft.text).strong());
        if let Some((overall, text)) = &draft.verdict {
            ui.colored_label(tone.verdict(*overall), text);
        }
        if let Some(brief) = &draft.brief {
            CollapsingHeader::new(words.say("team-brief")).show(ui, |ui| {
                look::legality(
                    ui,
                    brief,
                    draft.verdict.as_ref().map_or(crate::law::Overall::Undetermined, |one| one.0),
                );
            });
        }
        look::label(ui, &draft.by);
        draft.voices.iter().for_each(|voice| _ = ui.label(voice));
        if draft.is_held {
            ui.colored_label(tone.palette().warn, words.say("team-held"));
        }
        match draft.fate {
            Fate::Sent => look::faint(ui, &words.say("team-sent")),
            Fate::Withdrawn => look::faint(ui, &words.say("team-withdrawn")),
            Fate::Open if sheet.around.rights.confers => self.answers(ui, words, seat, draft),
            Fate::Open => {}
        }
    }

    fn answers(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, draft: &Laid) {
        let word = self.0.entry(draft.nth).or_default();
        let name = ui.label(words.say("team-word"));
        ui.add(look::field(word).char_limit(LONGEST_WORD).desired_width(f32::INFINITY)).labelled_by(name.id);
        if let Some(why) = &draft.why_not {
            ui.colored_label(Tone::of(ui).palette().warn, why);
        }
        let idle = !seat.is_waiting();
        let mut said = None;
        ui.horizontal_wrapped(|ui| {
            if look::primary(ui, &words.say("team-approve"), idle && draft.why_not.is_none()).clicked() {
                said = Some(Voice::Approve);
            }
            if ui.add_enabled(idle, egui::Button::new(words.say("team-object"))).clicked() {
                said = Some(Voice::Object);
            }
            let aside = words.say("team-withdraw");
            if draft.may_withdraw && ui.add_enabled(idle, egui::Button::new(aside)).clicked() {
                seat.withdraw(draft.nth);
            }
        });
        if let Some(voice) = said {
            seat.voice(draft.nth, voice, &std::mem::take(word));
        }
    }
}
