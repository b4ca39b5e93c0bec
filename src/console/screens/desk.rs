//! The desk of a seat: orders, acts, the act being drafted with its legality card, and what is known.

use std::sync::Arc;

use bevy_egui::egui::{self, DragValue, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::console::adviser::Advice;
use crate::console::look::{self, share};
use crate::console::seat::Seat;
use crate::console::sheet::{Incident, Line, Said, Sheet};
use crate::console::theme::Tone;
use crate::sim::council::Operative;
use crate::sim::operations::Basis;
use crate::sim::order::{Level, Publicity};
use crate::view::{Asked, Draft, asked, contents, readings};
use crate::words::Words;

/// How many acts are listed at once; of more, a search finds the right one sooner than the eye.
const MOST_LINES: usize = 120;

/// What is shown of what is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shelf {
    #[default]
    Evidence,
    Notes,
    Words,
    Measures,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Desk {
    draft: Option<Draft>,
    search: String,
    shelf: Shelf,
}

/// What is wanted of the rest of the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// To look at the draft's law.
    Law,
}

impl Desk {
    /// A new morning has come: what was being drafted is of yesterday.
    pub fn morning(&mut self) {
        self.draft = None;
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat) -> Option<Errand> {
        let sheet = seat.sheet.clone();
        if let Some(draft) = &self.draft {
            seat.adviser.ask(&sheet, draft);
        }
        let advice = seat.adviser.answer();
        let mut errand = None;
        let wide = ui.available_width();
        if wide < 860.0 {
            ScrollArea::vertical().id_salt("desk").auto_shrink(false).show(ui, |ui| {
                self.left(ui, words, seat, &sheet);
                errand = self.middle(ui, words, seat, &sheet, advice.as_ref());
                self.right(ui, words, &sheet);
            });
            return errand;
        }
        let gap = 12.0;
        let (left, right) = ((wide * 0.27).clamp(270.0, 420.0), (wide * 0.29).clamp(290.0, 480.0));
        let middle = wide - left - right - 2.0 * gap - 12.0;
        let high = ui.available_height();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            column(ui, "left", left, high, |ui| self.left(ui, words, seat, &sheet));
            column(ui, "middle", middle, high, |ui| {
                errand = self.middle(ui, words, seat, &sheet, advice.as_ref());
            });
            column(ui, "right", right, high, |ui| self.right(ui, words, &sheet));
        });
        errand
    }

    fn left(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-orders"));
            if sheet.orders.is_empty() {
                look::empty(ui, &words.say("seat-orders-none"));
            }
            for (place, order) in sheet.orders.iter().enumerate() {
                ui.horizontal_top(|ui| {
                    let back = ui.add_enabled(!seat.is_waiting() && !sheet.over, egui::Button::new("✖").small());
                    let told = words.say_with("play-drop", &[("act", (&order.text).into())]);
                    back.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
                    if back.on_hover_text(&told).clicked() {
                        seat.take_back(u16::try_from(place).unwrap_or(u16::MAX));
                    }
                    ui.vertical(|ui| ui.label(&order.text));
                });
            }
            look::faint(ui, &words.say_with("seat-points-left", &[("points", sheet.left.unsigned_abs().into())]));
        });
        if sheet.over {
            return;
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-do"));
            if sheet.suggested.is_empty() {
                look::empty(ui, &words.say("seat-do-none"));
            }
            sheet.suggested.iter().for_each(|line| self.line(ui, words, line));
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("act-all-title"));
            let told = words.say("act-search");
            let field = ui.add(TextEdit::singleline(&mut self.search).hint_text(&told).desired_width(f32::INFINITY));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, &told));
            let wanted: Vec<String> = self.search.split_whitespace().map(str::to_lowercase).collect();
            let fits = |line: &&Line| wanted.iter().all(|word| line.text.to_lowercase().contains(word));
            let found: Vec<&Line> = sheet.acts.iter().filter(fits).collect();
            look::faint(ui, &words.say_with("act-found", &[("count", found.len().into())]));
            let more = found.len().saturating_sub(MOST_LINES);
            found.into_iter().take(MOST_LINES).for_each(|line| self.line(ui, words, line));
            if more > 0 {
                look::empty(ui, &words.say_with("con-desk-more", &[("more", more.into())]));
            }
        });
    }

    fn line(&mut self, ui: &mut Ui, words: &Words, line: &Line) {
        if let Some(why) = &line.why_not {
            ui.add_enabled_ui(false, |ui| look::row(ui, &line.text, "", false)).inner.on_disabled_hover_text(why);
            return;
        }
        let chosen = self.draft.as_ref().is_some_and(|draft| *draft == line.draft);
        let points = words.say_with("seat-points", &[("points", line.costs.unsigned_abs().into())]);
        if look::row(ui, &line.text, &points, chosen).clicked() {
            self.draft = Some(line.draft);
        }
    }

    fn middle(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        seat: &mut Seat,
        sheet: &Sheet,
        advice: Option<&(Arc<Advice>, bool)>,
    ) -> Option<Errand> {
        let mut errand = None;
        if let Some(trouble) = &seat.trouble {
            let hue = ui.visuals().error_fg_color;
            look::card(ui, |ui| _ = ui.colored_label(hue, trouble));
        }
        let Some(draft) = &mut self.draft else {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("play-what"));
                look::empty(ui, &words.say(if sheet.over { "con-desk-over" } else { "con-desk-none" }));
            });
            return None;
        };
        look::card(ui, |ui| {
            ui.label(RichText::new(sheet.outlook(words).choice(draft)).size(18.0).strong());
            questions(ui, words, sheet, draft);
        });
        let Some((advice, is_current)) = advice else {
            look::card(ui, |ui| look::waiting(ui, &words.say("con-desk-thinking")));
            return None;
        };
        let may = *is_current && advice.why_not.is_none() && !seat.is_waiting() && !sheet.over;
        look::card(ui, |ui| {
            if !*is_current {
                ui.set_opacity(0.6);
            }
            look::label(ui, &words.say("act-law"));
            look::legality(ui, &advice.card, advice.overall);
        });
        look::card(ui, |ui| {
            look::label(ui, &words.say("act-means"));
            let seen = match &advice.readers {
                None => format!("○ {}", words.say("act-seen-secret")),
                Some(_) if advice.is_public => format!("● {}", words.say("act-seen-public")),
                Some(who) => format!("◐ {}", words.say_with("act-seen-shared", &[("who", who.into())])),
            };
            ui.label(RichText::new(seen).strong());
            ui.label(&advice.means);
            let points = words.say_with("seat-points", &[("points", advice.costs.unsigned_abs().into())]);
            ui.label(words.say_with("act-costs", &[("points", (&points).into())]));
            if let Some(why) = &advice.why_not {
                let hue = Tone::of(ui).palette().warn;
                ui.colored_label(hue, words.say_with("seat-not-now", &[("why", why.into())]));
            }
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if look::primary(ui, &words.say("con-desk-order"), may).clicked() {
                    seat.order(&advice.draft);
                }
                if ui.button(words.say("con-desk-law")).clicked() {
                    errand = Some(Errand::Law);
                }
                if ui.button(words.say("con-desk-drop")).clicked() {
                    self.draft = None;
                }
            });
        });
        errand
    }

    fn right(&mut self, ui: &mut Ui, words: &Words, sheet: &Sheet) {
        let shelves = [
            (Shelf::Evidence, "con-shelf-evidence"),
            (Shelf::Notes, "con-shelf-notes"),
            (Shelf::Words, "con-shelf-words"),
            (Shelf::Measures, "con-shelf-measures"),
        ];
        look::choices(ui, &mut self.shelf, &shelves.map(|(shelf, id)| (shelf, words.say(id))));
        match self.shelf {
            Shelf::Evidence => {
                if sheet.incidents.is_empty() {
                    look::empty(ui, &words.say("play-evidence-nothing"));
                }
                for incident in &sheet.incidents {
                    ui.push_id(incident.id, |ui| board(ui, words, incident));
                }
                if !sheet.incidents.is_empty() {
                    look::faint(ui, &words.say("play-evidence-others"));
                }
            }
            Shelf::Notes => said(ui, &sheet.notes, &words.say("seat-notes-none")),
            Shelf::Words => said(ui, &sheet.words_given, &words.say("con-shelf-words-none")),
            Shelf::Measures => said(ui, &sheet.measures, &words.say("con-shelf-measures-none")),
        }
    }
}

fn column(ui: &mut Ui, name: &str, wide: f32, high: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(wide, high), |ui| {
        ui.set_width(wide);
        ScrollArea::vertical().id_salt(name).auto_shrink(false).max_height(high).show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.set_width(wide - 10.0);
            ui.vertical(add);
        });
    });
}

fn said(ui: &mut Ui, all: &[Said], none: &str) {
    if all.is_empty() {
        look::empty(ui, none);
    }
    for one in all {
        look::card(ui, |ui| {
            let text = RichText::new(&one.text);
            ui.label(if one.is_over { text.color(Tone::of(ui).palette().faint) } else { text });
            look::label(ui, &one.side);
        });
    }
}

/// One incident: each answer that is held possible with its likelihood, and the evidence that bears on it.
fn board(ui: &mut Ui, words: &Words, incident: &Incident) {
    let accent = Tone::of(ui).palette().accent;
    look::card(ui, |ui| {
        look::heading(ui, &incident.name);
        look::faint(ui, &incident.about);
        for (place, held) in incident.beliefs.iter().enumerate() {
            let percent = held.share.get() / 10;
            let said = format!("{percent} %, {}", held.word);
            look::bar(ui, &held.text, held.share.get(), &said, accent);
            let bearing: Vec<_> = incident.evidence.iter().filter(|item| item.bears_on == Some(place)).collect();
            for item in bearing {
                ui.indent(("item", place), |ui| {
                    ui.horizontal_top(|ui| {
                        ui.label(if item.against { "−" } else { "+" });
                        ui.vertical(|ui| {
                            ui.label(RichText::new(&item.kind).strong());
                            let trust = format!("{} %", item.reliability.get() / 10);
                            let side = [("found", (&item.found).into()), ("trust", (&trust).into())];
                            look::label(ui, &words.say_with("con-evidence-side", &side));
                            strength(ui, item.weight, item.reliability.get());
                        });
                    });
                });
            }
        }
        let loose = incident.evidence.iter().filter(|item| item.bears_on.is_none());
        for item in loose {
            ui.label(format!("{}: {}", item.kind, item.points));
            look::label(ui, &item.found);
        }
        if incident.evidence.is_empty() {
            look::empty(ui, &words.say("con-evidence-none"));
        }
    });
}

/// How strongly an item counts: its weight by its reliability, on a scale of three of odds.
fn strength(ui: &mut Ui, weight: i32, reliability: i32) {
    let counts = weight.saturating_mul(reliability) / 1000;
    let part = share(counts.abs() / 3);
    let tone = Tone::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(90.0, 4.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 2.0, tone.palette().line);
    let mut filled = rect;
    filled.set_width(90.0 * part);
    let hue = if counts < 0 { tone.palette().warn } else { tone.palette().accent };
    ui.painter().rect_filled(filled, 2.0, hue);
}

/// What a draft leaves to its seat.
fn questions(ui: &mut Ui, words: &Words, sheet: &Sheet, draft: &mut Draft) {
    let view = &sheet.view;
    let before = *draft;
    let outlook = sheet.outlook(words);
    for one in asked(view, &before) {
        let name = outlook.question(one);
        let terms = &mut draft.order.terms;
        match one {
            Asked::Target => {
                let others = view.ties().map(|tie| Some(tie.other(view.seat)));
                let options: Vec<_> = others
                    .map(|state| (state, state.map(|state| outlook.telling.state(state)).unwrap_or_default()))
                    .collect();
                look::pick(ui, &name, &mut terms.target, &options);
            }
            Asked::Level => {
                let options: Vec<_> = Level::ALL.iter().map(|level| (*level, outlook.level(*level))).collect();
                let mut now = terms.level();
                look::label(ui, &name);
                if look::choices(ui, &mut now, &options) {
                    terms.level = Some(now);
                }
            }
            Asked::Publicity => {
                let all = std::iter::once(None).chain(Publicity::ALL.iter().copied().map(Some));
                let options: Vec<_> = all.map(|one| (one, outlook.publicity(one))).collect();
                look::label(ui, &name);
                look::choices(ui, &mut terms.publicity, &options);
            }
            Asked::Basis => {
                let options: Vec<_> = Basis::ALL.iter().map(|basis| (*basis, outlook.basis(*basis))).collect();
                look::pick(ui, &name, &mut terms.basis, &options);
            }
            Asked::Operative => {
                let options: Vec<_> = Operative::ALL.iter().map(|one| (Some(*one), outlook.operative(*one))).collect();
                look::pick(ui, &name, &mut terms.operative, &options);
            }
            Asked::Reading => {
                let options: Vec<_> =
                    readings(view).into_iter().map(|one| (Some(one), outlook.reading(Some(one)))).collect();
                look::pick(ui, &name, &mut terms.reading, &options);
            }
            Asked::Content => {
                let options: Vec<_> =
                    contents(view).into_iter().map(|one| (Some(one), outlook.telling.content(one))).collect();
                look::pick(ui, &name, &mut terms.content, &options);
            }
            Asked::ByItself | Asked::Grants => {
                let answer = if one == Asked::ByItself { &mut terms.by_itself } else { &mut terms.grants };
                let mut now = *answer == Some(true);
                look::label(ui, &name);
                if look::choices(ui, &mut now, &[true, false].map(|yes| (yes, outlook.answer(yes)))) {
                    *answer = Some(now);
                }
            }
            Asked::Days => {
                look::label(ui, &name);
                let mut days = terms.days.unwrap_or(0);
                let field = ui.add(DragValue::new(&mut days).range(0..=3650));
                field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::DragValue, true, &name));
                if field.changed() {
                    terms.days = (days > 0).then_some(days);
                }
            }
        }
    }
    let options: Vec<_> = (0..=5_u8).map(|step| (step, outlook.estimate(step))).collect();
    let mut sure = draft.order.terms.lawful_estimate.unwrap_or(0);
    if look::pick(ui, &words.say("con-desk-sure"), &mut sure, &options) {
        draft.order.terms.lawful_estimate = (sure > 0).then_some(sure);
    }
}
