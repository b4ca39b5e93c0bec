//! The morning of a seat: the map, what happened, what it knows of a State, the ladder and the ties.

use bevy_egui::egui::{
    self, Align2, FontId, Panel, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2,
};

use crate::base::id::StateId;
use crate::console::ladder::{self, ladder};
use crate::console::look::{self, f};
use crate::console::map::{Atlas, Chart, Chosen, Scene};
use crate::console::seat::Morning;
use crate::console::sheet::Sheet;
use crate::console::theme::Tone;
use crate::sim::polity::Gauge;
use crate::sim::relations::{Relations, Tie};
use crate::view::{Insight, insight};
use crate::words::Words;

/// With how many States all pairs are a matrix; of fewer a list says them all in words, and of more the tensest.
const COLUMNS: std::ops::RangeInclusive<usize> = 4..=14;
/// How many pairs are listed.
const PAIRS: usize = 12;

/// The screen.
#[derive(Debug, Default)]
pub struct Situation {
    chart: Chart,
    chosen: Chosen,
}

impl Situation {
    /// A new morning has come.
    pub fn morning(&mut self) {
        self.chart.alert();
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, sheet: &Sheet, atlas: &Atlas, mornings: &[Morning]) {
        let wide = ui.available_width();
        if wide < 760.0 {
            ScrollArea::vertical().id_salt("situation").auto_shrink(false).show(ui, |ui| {
                ui.allocate_ui(vec2(ui.available_width(), 320.0), |ui| {
                    ui.set_min_height(320.0);
                    self.chart.ui(ui, words, atlas, &sheet.scene, &mut self.chosen);
                });
                self.side(ui, words, sheet, mornings);
            });
            return;
        }
        let side = (wide * 0.36).clamp(340.0, 560.0);
        Panel::right("situation-side").resizable(false).exact_size(side).frame(plain()).show(ui, |ui| {
            ScrollArea::vertical().id_salt("situation-side").auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - 6.0);
                self.side(ui, words, sheet, mornings);
            });
        });
        Panel::bottom("situation-key").resizable(false).frame(plain()).show(ui, |ui| legend(ui, words));
        egui::CentralPanel::default().frame(plain()).show(ui, |ui| {
            self.chart.ui(ui, words, atlas, &sheet.scene, &mut self.chosen);
        });
    }

    fn side(&mut self, ui: &mut Ui, words: &Words, sheet: &Sheet, mornings: &[Morning]) {
        if let Some(state) = self.chosen.filter(|state| state.index() < sheet.scene.states.len()) {
            look::card(ui, |ui| {
                ui.horizontal(|ui| {
                    look::heading(ui, &sheet.scene.states[state.index()].name);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        if ui.button(words.say("con-close")).clicked() {
                            self.chosen = None;
                        }
                    });
                });
                dossier(ui, words, sheet, state);
            });
        }
        if let Some(headline) = &sheet.headline {
            look::card(ui, |ui| {
                look::label(ui, &words.say("con-press"));
                ui.label(RichText::new(headline).size(18.0).strong());
            });
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-now"));
            sheet.situation.iter().for_each(|paragraph| _ = ui.label(paragraph));
        });
        if !sheet.came.is_empty() {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("play-came"));
                for line in &sheet.came {
                    ui.horizontal_top(|ui| {
                        ui.label("•");
                        ui.vertical(|ui| ui.label(line));
                    });
                }
            });
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-ladder"));
            climb(ui, words, sheet, mornings);
        });
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-ties"));
            ties(ui, words, &sheet.scene, &mut self.chosen);
        });
        let printed: Vec<&String> = mornings.iter().rev().skip(1).filter_map(|one| one.headline.as_ref()).collect();
        if !printed.is_empty() {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("con-press-before"));
                for headline in printed {
                    look::faint(ui, headline);
                }
            });
        }
    }
}

fn plain() -> egui::Frame {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 6))
}

pub(super) fn legend(ui: &mut Ui, words: &Words) {
    let tone = Tone::of(ui);
    ui.horizontal_wrapped(|ui| {
        let signs = [
            ("◆", tone.step(7), "con-map-incident"),
            ("▲", tone.step(3), "con-map-operation"),
            ("■", tone.palette().accent, "con-map-measure"),
        ];
        for (sign, hue, id) in signs {
            ui.label(RichText::new(sign).color(hue));
            look::label(ui, &words.say(id));
            ui.add_space(6.0);
        }
        look::label(ui, &words.say("con-map-arcs"));
    });
}

/// What one's own State knows of another, or of itself.
fn dossier(ui: &mut Ui, words: &Words, sheet: &Sheet, state: StateId) {
    ui.label(&sheet.scene.states[state.index()].about);
    let telling = sheet.outlook(words).telling;
    if let Some(tie) = sheet.view.tie(state) {
        bond(ui, words, &telling, tie);
    } else if state != sheet.seat {
        look::faint(ui, &words.say("con-no-tie"));
    }
    let pins = sheet.scene.pins.iter().filter(|pin| pin.state == state || pin.from == Some(state));
    for pin in pins {
        ui.label(format!("• {}", pin.text));
    }
    ui.add_space(4.0);
    let row = &sheet.view.known.states[state.index()];
    let gauges = [
        Gauge::Legitimacy,
        Gauge::Economy,
        Gauge::Conventional,
        Gauge::Diplomacy,
        Gauge::CyberOffence,
        Gauge::CyberDefence,
        Gauge::Intelligence,
        Gauge::Forensics,
        Gauge::Resolve,
        Gauge::Pressure,
    ];
    let accent = Tone::of(ui).palette().accent;
    for gauge in gauges {
        let name = crate::words::text::capitalised(&telling.gauge(gauge));
        let share = row.gauge(gauge).get();
        let known = if state == sheet.seat { Insight::Public } else { insight(gauge) };
        let said = match known {
            Insight::Public => telling.points(share),
            Insight::Estimated => words.say_with("con-estimate", &[("third", (share as usize / 334).into())]),
            Insight::Hidden => words.say("con-unknown"),
        };
        let hue = if known == Insight::Public { accent } else { accent.gamma_multiply(0.5) };
        look::bar(ui, &name, if known == Insight::Hidden { 0 } else { share }, &said, hue);
    }
}

fn bond(ui: &mut Ui, words: &Words, telling: &crate::words::Telling<'_>, tie: &Tie) {
    let tone = Tone::of(ui);
    let step = [("step", u32::from(tie.step).into()), ("name", telling.step(tie.step).into())];
    ui.label(RichText::new(words.say_with("con-tie-step", &step)).color(tone.step(tie.step)).strong());
    let mut told = Vec::new();
    if tie.relations > Relations::Full {
        told.push(words.say_with("con-relations", &[("relations", (&telling.word(tie.relations)).into())]));
    }
    told.push(words.say_with("con-alliance", &[("alliance", (&telling.word(tie.alliance)).into())]));
    let treaties: Vec<String> =
        tie.treaties.names().map(|name| words.say_with("treaty", &[("treaty", name.into())])).collect();
    if !treaties.is_empty() {
        let treaties = words.list("list-and", &treaties);
        told.push(words.say_with("con-treaties", &[("treaties", (&treaties).into())]));
    }
    for line in &told {
        ui.label(line);
    }
}

/// The path of the highest step, and of each tense tie.
fn climb(ui: &mut Ui, words: &Words, sheet: &Sheet, mornings: &[Morning]) {
    let highest: Vec<u8> = mornings.iter().map(|one| one.steps.iter().copied().max().unwrap_or(0)).collect();
    let now = sheet.scene.highest();
    let name = sheet.scene.steps.get(usize::from(now)).cloned().unwrap_or_default();
    let told = words.say_with("con-ladder-now", &[("step", u32::from(now).into()), ("name", (&name).into())]);
    let mut paths: Vec<Vec<u8>> = Vec::new();
    for tie in 0..sheet.scene.ties.len() {
        let path: Vec<u8> = mornings.iter().map(|one| one.steps.get(tie).copied().unwrap_or(0)).collect();
        if path.iter().any(|step| *step > 0) && !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths.truncate(24);
    let first = ladder::Line { name: &name, at: &highest };
    let rest = paths.iter().map(|path| ladder::Line { name: "", at: path });
    let lines: Vec<ladder::Line<'_>> = std::iter::once(first).chain(rest).collect();
    ladder(ui, &sheet.scene.steps, mornings.len(), &lines, &told);
    ui.label(told);
}

/// Who stands where with whom.
pub(super) fn ties(ui: &mut Ui, words: &Words, scene: &Scene, chosen: &mut Chosen) {
    if COLUMNS.contains(&scene.states.len()) {
        matrix(ui, words, scene, chosen);
    } else {
        tensest(ui, words, scene, chosen);
    }
}

/// Every pair's step as a field of a table; pressing one looks at the State of its row.
fn matrix(ui: &mut Ui, words: &Words, scene: &Scene, chosen: &mut Chosen) {
    let tone = Tone::of(ui);
    let palette = tone.palette();
    let count = scene.states.len();
    let head = 46.0;
    let cell = ((ui.available_width() - head) / f(count)).clamp(18.0, 40.0);
    let (rect, _) = ui.allocate_exact_size(vec2(head + cell * f(count), cell * f(count) + 22.0), Sense::hover());
    let painter = ui.painter().clone();
    let small = FontId::proportional(12.0);
    for (place, state) in scene.states.iter().enumerate() {
        let (x, y) = (rect.left() + head + cell * (f(place) + 0.5), rect.top() + 22.0 + cell * (f(place) + 0.5));
        let code: String = state.code.chars().take(if cell < 26.0 { 2 } else { 3 }).collect();
        painter.text(egui::pos2(x, rect.top() + 11.0), Align2::CENTER_CENTER, code, small.clone(), palette.faint);
        let left = egui::pos2(rect.left(), y);
        painter.text(left, Align2::LEFT_CENTER, &state.code, small.clone(), palette.ink);
    }
    for tie in &scene.ties {
        for (row, column) in [(tie.low, tie.high), (tie.high, tie.low)] {
            let at = rect.left_top() + vec2(head + cell * f(column.index()), 22.0 + cell * f(row.index()));
            let field = egui::Rect::from_min_size(at, vec2(cell, cell)).shrink(1.5);
            let response = ui.interact(field, ui.id().with(("pair", row, column)), Sense::click());
            let names = [(&scene.states[row.index()].name, "first"), (&scene.states[column.index()].name, "second")];
            let pair = words.say_with("desk-pair", &names.map(|(name, arg)| (arg, name.into())));
            let name = scene.steps.get(usize::from(tie.step)).map_or("", String::as_str);
            let step = words.say_with("desk-step", &[("step", u32::from(tie.step).into()), ("name", name.into())]);
            let told = format!("{pair}: {step}");
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &told));
            let hue = tone.step(tie.step);
            painter.rect_filled(field, 3.0, hue.gamma_multiply(if tie.step == 0 { 0.18 } else { 0.42 }));
            if response.has_focus() || response.hovered() {
                painter.rect_stroke(field, 3.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
            }
            painter.text(field.center(), Align2::CENTER_CENTER, tie.step.to_string(), small.clone(), palette.ink);
            if response.on_hover_text(told).clicked() {
                *chosen = Some(row);
            }
        }
    }
}

/// The pairs that are nearest to blows.
fn tensest(ui: &mut Ui, words: &Words, scene: &Scene, chosen: &mut Chosen) {
    let mut ties: Vec<_> = scene.ties.iter().collect();
    ties.sort_by_key(|tie| (std::cmp::Reverse(tie.step), std::cmp::Reverse(tie.tension), tie.low, tie.high));
    for tie in ties.into_iter().take(PAIRS) {
        let names = [(&scene.states[tie.low.index()].name, "first"), (&scene.states[tie.high.index()].name, "second")];
        let pair = words.say_with("desk-pair", &names.map(|(name, arg)| (arg, name.into())));
        let name = scene.steps.get(usize::from(tie.step)).map_or("", String::as_str);
        let step = words.say_with("desk-step", &[("step", u32::from(tie.step).into()), ("name", name.into())]);
        if look::row(ui, &pair, &step, false).clicked() {
            *chosen = Some(if scene.seat == Some(tie.low) { tie.high } else { tie.low });
        }
    }
}
