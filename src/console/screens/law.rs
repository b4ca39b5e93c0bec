//! The catalogue of law: norms by family, each with its formula as a tree of live values, its readings over time and by
//! State, its sources; and facts that can be tried by hand. In a game it is the law as it stands there: `practice` follows what
//! States have said and done about it, `readings` draws the readings.

mod practice;
mod readings;

use std::sync::Arc;

use bevy_egui::egui::{self, CollapsingHeader, Color32, DragValue, RichText, ScrollArea, Ui, vec2};

use crate::console::adviser::Advice;
use crate::console::error::ConsoleError;
use crate::console::look;
use crate::console::screens::law::practice::Practice;
use crate::console::theme::{Tone, sign};
use crate::law::assess::{Depth, assess};
use crate::law::fact::{Holds, YES};
use crate::law::{Act, Assessment, Corpus, Fact, FactSheet, NormId, Packed, Reading, Value};
use crate::sim::order::Act as Deed;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;
use crate::words::Words;
use crate::words::phrase::{Facet, cited};
use crate::words::text::capitalised;
use crate::words::tree::{self, Tree};

/// The years between which law can be read.
const YEARS: std::ops::RangeInclusive<u16> = 1945..=2035;

/// The screen.
pub struct Law {
    rules: Arc<Rulebook>,
    practice: Practice,
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
    /// The law that it was judged by.
    corpus: Arc<Corpus>,
}

impl Law {
    /// The catalogue of some rules, read as of the scenario's year and as it stands in a situation of the game.
    ///
    /// # Errors
    /// If the rules have no norm or no move.
    pub fn new(rules: Arc<Rulebook>, as_of: u16, known: &Situation) -> Result<Self, ConsoleError> {
        let empty = || ConsoleError::Refused("the catalogue is empty".to_owned());
        let (norm, _) = rules.law.corpus.norms().next().ok_or_else(empty)?;
        let act = Deed::Move(rules.find(&rules.cards.first().ok_or_else(empty)?.id).ok_or_else(empty)?);
        let mut practice = Practice::none(&rules, as_of, known);
        practice.follow(&rules, known);
        let case = Case::bare(&rules, practice.law(&rules, as_of), as_of, act);
        Ok(Self { rules, practice, as_of, norm, search: String::new(), case })
    }

    /// Looks at the game again: a turn may have moved a reading, and what is tried here is judged by it from then on.
    pub fn follow(&mut self, known: &Situation) {
        if self.practice.follow(&self.rules, known) {
            self.judge();
        }
    }

    fn judge(&mut self) {
        self.case.corpus = self.practice.law(&self.rules, self.as_of);
        self.case.judge(&self.rules, self.as_of);
    }

    /// Takes a draft and the facts it is judged on; its deciding norm comes first.
    pub fn take(&mut self, advice: &Advice) {
        // A draft is judged by the law of its own day.
        self.as_of = self.practice.as_of;
        let corpus = self.practice.law(&self.rules, self.as_of);
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
            corpus,
        };
        self.case.judge(&self.rules, self.as_of);
    }

    /// The catalogue that cases are judged by.
    pub fn shown(&self) -> &Corpus {
        &self.case.corpus
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
        let (left, high) = ((wide * 0.3).clamp(250.0, 420.0), ui.available_height());
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
        let corpus = self.case.corpus.clone();
        let corpus = &*corpus;
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
        } else {
            look::label(ui, &words.say("con-law-mark"));
        }
        for (family, norms) in families {
            let name = words.say_with("norms-family", &[("family", family.into())]);
            let holds = norms.contains(&self.norm) || !wanted.is_empty();
            let header = CollapsingHeader::new(RichText::new(capitalised(&name)).strong()).id_salt(family);
            // What is searched for is shown, whatever was folded before.
            header.default_open(holds).open((!wanted.is_empty()).then_some(true)).show(ui, |ui| {
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
                self.case = Case::bare(&rules, self.practice.law(&rules, self.as_of), self.as_of, act);
            }
            ui.horizontal_wrapped(|ui| {
                let name = ui.label(words.say("con-law-year"));
                let year = ui.add(DragValue::new(&mut self.as_of).range(YEARS)).labelled_by(name.id);
                if year.changed() {
                    self.judge();
                }
                if self.case.sheet != self.case.given && ui.button(words.say("con-law-undo")).clicked() {
                    self.case.sheet = self.case.given;
                    self.case.judge(&rules, self.as_of);
                }
                look::verdict(ui, self.case.found.overall, &look::verdict_word(words, self.case.found.overall));
            });
            self.practice(ui, words);
        });
    }

    /// What has become of the catalogue in the game; each change leads to its norm.
    fn practice(&mut self, ui: &mut Ui, words: &Words) {
        if self.practice.count() == 0 {
            return;
        }
        ui.add_space(4.0);
        if self.as_of != self.practice.as_of {
            let year = self.practice.as_of.to_string();
            return look::faint(ui, &words.say_with("con-law-other-year", &[("year", (&year).into())]));
        }
        look::label(ui, &words.say_with("con-law-moved", &[("count", self.practice.count().into())]));
        for moved in self.practice.moved(words, &self.rules) {
            if look::row(ui, &moved.what, &moved.when, false).clicked() {
                self.norm = moved.norm;
            }
        }
    }

    fn norm(&mut self, ui: &mut Ui, words: &Words) {
        let (rules, corpus) = (self.rules.clone(), self.case.corpus.clone());
        let corpus = &*corpus;
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
            look::card(ui, |ui| self.readings(ui, words));
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
                    look::faint(ui, &capitalised(&text));
                }
            }
        });
    }

    /// The facts that the norm looks at, to be tried.
    fn facts(&mut self, ui: &mut Ui, words: &Words, rules: &Rulebook) {
        let corpus = self.case.corpus.clone();
        let corpus = &*corpus;
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
                let options = all.map(|code| (code, tree::value(words, corpus, fact, code)));
                look::pick(ui, &name, &mut next, &options);
            }
            Holds::Enum(values) => {
                let codes = (0..values.len()).map(|code| u32::try_from(code).ok());
                let options: Vec<_> = std::iter::once(None)
                    .chain(codes)
                    .map(|code| (code, tree::value(words, corpus, fact, code)))
                    .collect();
                look::pick(ui, &name, &mut next, &options);
            }
        }
        self.case.sheet.put(fact, next);
        next != now
    }
}

impl Case {
    /// A move of the catalogue on the facts that are assumed when nothing else is said.
    fn bare(rules: &Rulebook, corpus: Arc<Corpus>, as_of: u16, act: Deed) -> Self {
        let sheet = rules.law.act(act).sheet(&FactSheet::defaults(corpus.vocabulary()));
        let mut case = Self { act, sheet, given: sheet, draft: None, found: Assessment::new(&corpus), corpus };
        case.judge(rules, as_of);
        case
    }

    fn judge(&mut self, rules: &Rulebook, as_of: u16) {
        let corpus = &*self.corpus;
        // Another law may need more room.
        self.found = Assessment::new(corpus);
        let act: &Act = rules.law.act(self.act);
        let packed = Packed::new(corpus, &self.sheet);
        assess(corpus, Reading::Mainstream { as_of }, act, &packed, Depth::Whole, &mut self.found);
    }
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
