//! The catalogue of law: norms by family, each with its formula as a tree of live values, its readings over time and by
//! State, its sources; and facts that can be tried by hand.

use std::sync::Arc;

use bevy_egui::egui::{self, CollapsingHeader, Color32, DragValue, Grid, RichText, ScrollArea, Ui, vec2};

use crate::console::adviser::Advice;
use crate::console::error::ConsoleError;
use crate::console::look;
use crate::console::theme::{Tone, sign};
use crate::console::tree::{self, Tree};
use crate::law::assess::{Depth, assess};
use crate::law::fact::{Holds, YES};
use crate::law::norm::{DatedStanding, Standing};
use crate::law::{Act, Assessment, Corpus, Fact, FactSheet, NormId, Packed, Reading, Value};
use crate::sim::order::Act as Deed;
use crate::sim::rulebook::Rulebook;
use crate::words::Words;
use crate::words::phrase::{Facet, cited, holder};
use crate::words::text::capitalised;

/// The years between which law can be read.
const YEARS: std::ops::RangeInclusive<u16> = 1945..=2035;

/// The screen.
pub struct Law {
    rules: Arc<Rulebook>,
    as_of: u16,
    norm: NormId,
    search: String,
    case: Case,
}

/// What the law is asked about.
struct Case {
    act: Deed,
    sheet: FactSheet,
    /// What it was before anything was tried by hand.
    given: FactSheet,
    /// Whose draft it is, in words; nothing for a bare move of the catalogue.
    draft: Option<String>,
    found: Assessment,
}

impl Law {
    /// The catalogue of some rules, read as of the scenario's year.
    ///
    /// # Errors
    /// If the rules have no norm or no move.
    pub fn new(rules: Arc<Rulebook>, as_of: u16) -> Result<Self, ConsoleError> {
        let empty = || ConsoleError::Refused("the catalogue is empty".to_owned());
        let (norm, _) = rules.law.corpus.norms().next().ok_or_else(empty)?;
        let act = Deed::Move(rules.find(&rules.cards.first().ok_or_else(empty)?.id).ok_or_else(empty)?);
        let case = Case::bare(&rules, as_of, act);
        Ok(Self { rules, as_of, norm, search: String::new(), case })
    }

    /// Takes a draft and the facts it is judged on; its deciding norm comes first.
    pub fn take(&mut self, advice: &Advice) {
        let corpus = self.rules.law.corpus.clone();
        if let Some(entry) = advice.opinion.decisive(&corpus) {
            self.norm = entry.norm;
        }
        let sheet = *advice.facts();
        self.case = Case {
            act: advice.draft.order.act,
            sheet,
            given: sheet,
            draft: Some(advice.text.clone()),
            found: Assessment::new(&corpus),
        };
        self.case.judge(&self.rules, self.as_of);
    }

    /// The rules that are shown.
    pub fn rules(&self) -> &Arc<Rulebook> {
        &self.rules
    }

    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words) {
        let wide = ui.available_width();
        if wide < 760.0 {
            ScrollArea::vertical().id_salt("law").auto_shrink(false).show(ui, |ui| {
                self.case(ui, words);
                CollapsingHeader::new(words.say("con-law-norms")).show(ui, |ui| self.list(ui, words));
                self.norm(ui, words);
            });
            return;
        }
        let (left, high) = ((wide * 0.27).clamp(250.0, 400.0), ui.available_height());
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(left, high), |ui| {
                ui.set_width(left);
                ui.vertical(|ui| {
                    ui.set_max_height(high);
                    look::search(ui, &words.say("con-law-search"), &mut self.search);
                    let scroll = ScrollArea::vertical().id_salt("norms").auto_shrink(false);
                    scroll.show(ui, |ui| {
                        ui.set_width(left - 12.0);
                        self.list(ui, words);
                    });
                });
            });
            ui.add_space(10.0);
            ScrollArea::vertical().id_salt("norm").auto_shrink(false).show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - 10.0);
                    self.case(ui, words);
                    self.norm(ui, words);
                });
            });
        });
    }

    fn list(&mut self, ui: &mut Ui, words: &Words) {
        let rules = self.rules.clone();
        let corpus = &rules.law.corpus;
        let wanted: Vec<String> = self.search.split_whitespace().map(str::to_lowercase).collect();
        let mut families: Vec<(&str, Vec<NormId>)> = Vec::new();
        for (id, norm) in corpus.norms() {
            let text = format!("{} {}", norm.spec.id, norm.spec.title).to_lowercase();
            if !wanted.iter().all(|word| text.contains(word)) {
                continue;
            }
            match families.iter_mut().find(|(family, _)| *family == norm.family) {
                Some((_, norms)) => norms.push(id),
                None => families.push((&norm.family, vec![id])),
            }
        }
        if families.is_empty() {
            look::empty(ui, &words.say("con-law-none"));
        }
        for (family, norms) in families {
            let name = words.say_with("norms-family", &[("family", family.into())]);
            let holds = norms.contains(&self.norm) || !wanted.is_empty();
            let header = CollapsingHeader::new(RichText::new(capitalised(&name)).strong()).id_salt(family);
            header.default_open(holds).show(ui, |ui| {
                for id in norms {
                    let raised = self.case.found.raised(corpus, id) == Value::True;
                    let mark = if raised { "●" } else { "" };
                    if look::row(ui, &words.norm(corpus, id, Facet::Title), mark, id == self.norm).clicked() {
                        self.norm = id;
                    }
                }
            });
        }
    }

    /// What the law is asked about, and as of which year.
    fn case(&mut self, ui: &mut Ui, words: &Words) {
        let rules = self.rules.clone();
        look::card(ui, |ui| {
            match &self.case.draft {
                Some(draft) => {
                    look::label(ui, &words.say("con-law-draft"));
                    ui.label(RichText::new(draft).strong());
                }
                None => look::label(ui, &words.say("con-law-bare")),
            }
            let titles = rules.cards.iter().filter_map(|card| {
                let prose = words.prose(&card.id)?;
                Some((Deed::Move(rules.find(&card.id)?), prose.title.clone()))
            });
            let mut titles: Vec<(Deed, String)> = titles.collect();
            titles.sort_by(|one, other| one.1.cmp(&other.1));
            let mut act = self.case.act;
            if look::pick(ui, &words.say("con-law-move"), &mut act, &titles) {
                self.case = Case::bare(&rules, self.as_of, act);
            }
            ui.horizontal_wrapped(|ui| {
                let name = ui.label(words.say("con-law-year"));
                let year = ui.add(DragValue::new(&mut self.as_of).range(YEARS)).labelled_by(name.id);
                if year.changed() {
                    self.case.judge(&rules, self.as_of);
                }
                if self.case.sheet != self.case.given && ui.button(words.say("con-law-undo")).clicked() {
                    self.case.sheet = self.case.given;
                    self.case.judge(&rules, self.as_of);
                }
                look::verdict(ui, self.case.found.overall, &look::verdict_word(words, self.case.found.overall));
            });
        });
    }

    fn norm(&mut self, ui: &mut Ui, words: &Words) {
        let rules = self.rules.clone();
        let corpus = &rules.law.corpus;
        let norm = corpus.norm(self.norm);
        look::card(ui, |ui| {
            look::title(ui, &words.norm(corpus, self.norm, Facet::Title));
            let (kind, layer) = (words.kind(norm.spec.kind), &norm.spec.layer);
            let args = [
                ("id", (&norm.spec.id).into()),
                ("kind", (&kind).into()),
                ("layer", layer.into()),
                ("status", (&norm.spec.status).into()),
            ];
            look::faint(ui, &words.say_with("con-law-meta", &args));
            let raised = self.case.found.raised(corpus, self.norm);
            let finding = if raised == Value::False {
                words.say("con-law-not-raised")
            } else {
                let found = words.found(corpus, self.norm, self.case.found.finding(self.norm));
                words.say_with("con-law-found", &[("finding", (&found).into())])
            };
            ui.label(RichText::new(finding).strong());
            let says = match self.case.found.test(corpus, self.norm) {
                _ if raised == Value::False => None,
                Value::True => Some(Facet::Met),
                Value::False => Some(Facet::Failed),
                Value::Unknown => Some(Facet::Open),
                Value::Contested => Some(Facet::Contested),
            };
            if let Some(says) = says.map(|facet| words.norm(corpus, self.norm, facet)).filter(|text| !text.is_empty()) {
                ui.label(says);
            }
        });
        let law = tree::Bench { corpus, sheet: &self.case.sheet, found: &self.case.found };
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-law-when"));
            draw(ui, words, &tree::grow(words, &law, &norm.spec.when), "when");
            look::heading(ui, &words.say("con-law-test"));
            draw(ui, words, &tree::grow(words, &law, &norm.spec.test), "test");
        });
        if !norm.positions.is_empty() {
            look::card(ui, |ui| self.positions(ui, words, corpus));
        }
        look::card(ui, |ui| self.facts(ui, words, &rules));
        look::card(ui, |ui| {
            look::heading(ui, &words.say("con-law-sources"));
            for source in &norm.spec.sources {
                ui.label(format!("• {}", cited(source)));
            }
            for facet in [Facet::Opens, Facet::Note] {
                let text = words.norm(corpus, self.norm, facet);
                if !text.is_empty() {
                    look::faint(ui, &text);
                }
            }
        });
    }

    /// Each reading: who holds it, its standing over time, and what it says of the case; then which States' profiles hold it.
    fn positions(&self, ui: &mut Ui, words: &Words, corpus: &Corpus) {
        let norm = corpus.norm(self.norm);
        look::heading(ui, &words.say("con-law-positions"));
        for (nth, position) in norm.positions.iter().enumerate() {
            ui.add_space(4.0);
            ui.label(RichText::new(capitalised(&position.spec.name.replace('_', " "))).strong());
            ui.label(words.view(corpus, self.norm, position));
            let standing = words.standing(position.standing.at(self.as_of));
            let over_time = match position.standing.from {
                Some((year, later)) => {
                    let (before, later) = (words.standing(position.standing.before), words.standing(later));
                    let year = year.to_string();
                    let args = [("before", (&before).into()), ("later", (&later).into()), ("year", (&year).into())];
                    words.say_with("con-law-standing-since", &args)
                }
                None => words.say_with("con-law-standing", &[("standing", (&standing).into())]),
            };
            look::faint(ui, &over_time);
            strip(ui, position.standing, self.as_of, &over_time);
            let holders: Vec<String> = position.spec.held_by.iter().map(|held| holder(held)).collect();
            if !holders.is_empty() {
                let holders = words.list("list-and", &holders);
                look::faint(ui, &words.say_with("con-law-held", &[("holders", (&holders).into())]));
            }
            if self.case.found.raised(corpus, self.norm) != Value::False {
                let value = self.case.found.position(corpus, self.norm, nth);
                let word = words.found(corpus, self.norm, self.case.found.word(corpus, self.norm, value));
                ui.label(words.say_with("con-law-would", &[("finding", (&word).into())]));
            }
        }
        ui.add_space(6.0);
        look::label(ui, &words.say("con-law-profiles"));
        ScrollArea::horizontal().id_salt("profiles").show(ui, |ui| {
            Grid::new("profiles").striped(true).spacing([14.0, 4.0]).show(ui, |ui| {
                ui.label("");
                for position in &norm.positions {
                    ui.label(RichText::new(position.spec.name.replace('_', " ")).small().strong());
                }
                ui.end_row();
                for (place, profile) in corpus.profiles().iter().enumerate() {
                    let held = corpus.held(place, self.norm);
                    ui.label(&profile.name);
                    for position in &norm.positions {
                        let own = held.is_some_and(|held| held.spec.name == position.spec.name);
                        ui.label(if own { "●" } else { "" });
                    }
                    ui.end_row();
                }
            });
        });
    }

    /// The facts that the norm looks at, to be tried.
    fn facts(&mut self, ui: &mut Ui, words: &Words, rules: &Rulebook) {
        let corpus = &rules.law.corpus;
        look::heading(ui, &words.say("con-law-try"));
        look::faint(ui, &words.say("con-law-try-how"));
        let facts = corpus.norm(self.norm).facts.clone();
        let mut changed = false;
        for fact in facts {
            changed |= self.fact(ui, words, corpus, fact);
        }
        if changed {
            self.case.judge(rules, self.as_of);
        }
    }

    fn fact(&mut self, ui: &mut Ui, words: &Words, corpus: &Corpus, fact: Fact) -> bool {
        let name = capitalised(&words.label(corpus, fact));
        let now = self.case.sheet.get(fact);
        let mut next = now;
        let tried = self.case.given.get(fact) != now;
        let name = if tried { format!("→ {name}") } else { name };
        match &corpus.vocabulary().spec(fact).holds {
            Holds::Int { low, high } => {
                look::label(ui, &name);
                ui.horizontal(|ui| {
                    let mut value = now.unwrap_or(*low);
                    let field = ui.add(DragValue::new(&mut value).range(*low..=*high));
                    field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::DragValue, true, &name));
                    if field.changed() {
                        next = Some(value);
                    }
                    let mut known = next.is_some();
                    if ui.checkbox(&mut known, words.say_with("con-law-known", &[("what", (&name).into())])).changed() {
                        next = known.then_some(value);
                    }
                });
            }
            Holds::Bool => {
                let all = [None, Some(YES), Some(crate::law::fact::NO)];
                let options = all.map(|code| (code, value(words, corpus, fact, code)));
                look::pick(ui, &name, &mut next, &options);
            }
            Holds::Enum(values) => {
                let codes = (0..values.len()).map(|code| u32::try_from(code).ok());
                let options: Vec<_> =
                    std::iter::once(None).chain(codes).map(|code| (code, value(words, corpus, fact, code))).collect();
                look::pick(ui, &name, &mut next, &options);
            }
        }
        self.case.sheet.put(fact, next);
        next != now
    }
}

impl Case {
    /// A move of the catalogue on the facts that are assumed when nothing else is said.
    fn bare(rules: &Rulebook, as_of: u16, act: Deed) -> Self {
        let corpus = &rules.law.corpus;
        let sheet = rules.law.act(act).sheet(&FactSheet::defaults(corpus.vocabulary()));
        let mut case = Self { act, sheet, given: sheet, draft: None, found: Assessment::new(corpus) };
        case.judge(rules, as_of);
        case
    }

    fn judge(&mut self, rules: &Rulebook, as_of: u16) {
        let corpus = &rules.law.corpus;
        let act: &Act = rules.law.act(self.act);
        let packed = Packed::new(corpus, &self.sheet);
        assess(corpus, Reading::Mainstream { as_of }, act, &packed, Depth::Whole, &mut self.found);
    }
}

/// The standing of a reading over the years, the stronger the fuller, with a mark at the year the law is read as of.
fn strip(ui: &mut Ui, standing: DatedStanding, as_of: u16, told: &str) {
    let palette = Tone::of(ui).palette();
    let wide = ui.available_width().min(480.0);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 22.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, told));
    let (first, last) = (*YEARS.start(), *YEARS.end());
    let across = wide / f32::from(last - first);
    let at = |year: u16| rect.left() + f32::from(year - first) * across;
    let band = |from: u16, to: u16, standing: Standing| {
        let strength = match standing {
            Standing::Minority => 0.3,
            Standing::Substantial => 0.6,
            Standing::Baseline => 1.0,
        };
        let field = egui::Rect::from_x_y_ranges(at(from)..=at(to), rect.top()..=rect.top() + 8.0);
        ui.painter().rect_filled(field, 2.0, palette.accent.gamma_multiply(strength));
    };
    match standing.from {
        Some((year, later)) if YEARS.contains(&year) => {
            band(first, year, standing.before);
            band(year, last, later);
            let small = egui::FontId::proportional(11.0);
            ui.painter().text(
                egui::pos2(at(year), rect.bottom()),
                egui::Align2::CENTER_BOTTOM,
                year.to_string(),
                small,
                palette.faint,
            );
        }
        _ => band(first, last, standing.at(as_of)),
    }
    let mark = at(as_of.clamp(first, last));
    ui.painter().vline(mark, rect.top() - 2.0..=rect.top() + 10.0, egui::Stroke::new(2.0, palette.ink));
}

/// A value in a word or two.
fn value(words: &Words, corpus: &Corpus, fact: Fact, code: Option<u32>) -> String {
    code.map_or_else(|| words.say("con-unknown"), |code| words.value(corpus, fact, code))
}

/// A tree as rows, each with the sign of its value.
fn draw(ui: &mut Ui, words: &Words, tree: &Tree, salt: &str) {
    let tone = Tone::of(ui);
    let (mark, hue): (&str, Color32) = match tree.value {
        Value::True => ("✔", tone.verdict(crate::law::Overall::Lawful)),
        Value::False => ("✖", tone.palette().faint),
        Value::Contested => (sign(crate::law::Overall::Contested), tone.verdict(crate::law::Overall::Contested)),
        Value::Unknown => ("○", tone.palette().faint),
    };
    let value = words.truth(tree.value);
    ui.horizontal_top(|ui| {
        let label = ui.label(RichText::new(mark).color(hue).strong());
        label.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &value));
        ui.vertical(|ui| {
            ui.label(&tree.text);
            for (nth, part) in tree.parts.iter().enumerate() {
                ui.push_id((salt, nth), |ui| draw(ui, words, part, salt));
            }
        });
    });
}
