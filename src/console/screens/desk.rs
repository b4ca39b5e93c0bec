//! The desk of a seat: what waits, orders and acts at the left; the act being drafted with its legality card in the middle;
//! what is known, said and left to others at the right.

mod acts;
mod board;
mod composer;
mod standing;
mod team;
mod threads;
mod waiting;

pub(super) use acts::list as acts;
pub(super) use board::{Board, Card};

use std::sync::Arc;

use bevy_egui::egui::{self, RichText, ScrollArea, Ui, vec2};

use crate::console::adviser::Advice;
use crate::console::look::{self, Side};
use crate::console::seat::Seat;
use crate::console::sheet::{Line, Said, Sheet};
use crate::console::theme::Tone;
use crate::view::Draft;
use crate::words::Words;

/// What is shown of what is known, said and left to others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shelf {
    #[default]
    Evidence,
    Threads,
    Words,
    Measures,
    Team,
    Standing,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Desk {
    draft: Option<Draft>,
    search: String,
    shelf: Shelf,
    board: board::Board,
    threads: threads::Threads,
    team: team::Team,
    standing: standing::Standing,
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
        self.team = team::Team::default();
        self.board = board::Board::default();
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
                self.right(ui, words, seat, &sheet);
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
            column(ui, "right", right, high, |ui| self.right(ui, words, seat, &sheet));
        });
        errand
    }

    fn left(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
        if !sheet.over
            && let Some(draft) = waiting::list(ui, words, sheet)
        {
            self.draft = Some(draft);
        }
        orders(ui, words, seat, sheet);
        if sheet.over {
            return;
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-do"));
            if sheet.suggested.is_empty() {
                look::empty(ui, &words.say("seat-do-none"));
            }
            sheet.suggested.iter().for_each(|one| self.line(ui, words, one));
        });
        let mut search = std::mem::take(&mut self.search);
        let families = sheet.acts.iter().map(|family| (family.name.as_str(), family.lines.as_slice()));
        look::card(ui, |ui| acts(ui, words, &mut search, families, &mut |ui, one| self.line(ui, words, one)));
        self.search = search;
    }

    fn line(&mut self, ui: &mut Ui, words: &Words, one: &Line) {
        let chosen = self.draft.as_ref().is_some_and(|draft| *draft == one.draft);
        if line(ui, words, one, chosen) {
            self.draft = Some(one.draft);
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
            let outlook = sheet.outlook(words);
            ui.label(RichText::new(outlook.choice(draft)).size(18.0).strong());
            if let Some(meaning) = outlook.telling.meaning(draft.order.act) {
                look::faint(ui, &meaning);
            }
            composer::questions(ui, words, sheet, draft);
        });
        let Some((advice, is_current)) = advice else {
            look::card(ui, |ui| look::waiting(ui, &words.say("con-desk-thinking")));
            return None;
        };
        if let Some(difference) = &advice.difference {
            look::card(ui, |ui| waiting::difference(ui, words, difference));
        }
        look::card(ui, |ui| {
            if !*is_current {
                ui.set_opacity(0.6);
            }
            look::label(ui, &words.say("act-law"));
            look::legality(ui, &advice.card, advice.overall);
        });
        let mut errand = None;
        look::card(ui, |ui| {
            meaning(ui, words, advice);
            ui.add_space(4.0);
            errand = self.send(ui, words, seat, sheet, (advice, *is_current));
        });
        errand
    }

    /// The ways from a draft on: to the world, to the team, to the law, or aside.
    fn send(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        seat: &mut Seat,
        sheet: &Sheet,
        (advice, is_current): (&Advice, bool),
    ) -> Option<Errand> {
        let mut errand = None;
        let rights = &sheet.around.rights;
        let may = is_current && advice.why_not.is_none() && !seat.is_waiting() && !sheet.over;
        if sheet.around.who.is_some() && !rights.confers {
            look::faint(ui, &words.say("act-not-now"));
        }
        ui.horizontal_wrapped(|ui| {
            if rights.sends && look::primary(ui, &words.say("con-desk-order"), may).clicked() {
                seat.order(&advice.draft);
            }
            if rights.confers && (!rights.sends || sheet.around.has_team()) {
                let text = words.say("team-propose");
                let propose = if rights.sends {
                    ui.add_enabled(may, egui::Button::new(text))
                } else {
                    look::primary(ui, &text, may)
                };
                if propose.clicked() {
                    seat.propose(&advice.draft);
                    self.shelf = Shelf::Team;
                }
            }
            if ui.button(words.say("con-desk-law")).clicked() {
                errand = Some(Errand::Law);
            }
            if ui.button(words.say("con-desk-drop")).clicked() {
                self.draft = None;
            }
        });
        errand
    }

    fn right(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
        let mut shelves = vec![
            (Shelf::Evidence, "con-shelf-evidence"),
            (Shelf::Threads, "con-shelf-threads"),
            (Shelf::Words, "con-shelf-words"),
            (Shelf::Measures, "con-shelf-measures"),
        ];
        if sheet.around.has_team() {
            shelves.push((Shelf::Team, "con-shelf-team"));
        }
        shelves.push((Shelf::Standing, "standing-title"));
        let shelves: Vec<_> = shelves.into_iter().map(|(shelf, id)| (shelf, words.say(id))).collect();
        look::choices(ui, &mut self.shelf, &shelves);
        match self.shelf {
            Shelf::Evidence => {
                if sheet.incidents.is_empty() {
                    look::empty(ui, &words.say("play-evidence-nothing"));
                }
                if sheet.around.is_kept {
                    look::empty(ui, &words.say("office-not-told"));
                }
                Board::how(ui, words, &sheet.incidents);
                for incident in &sheet.incidents {
                    let ways = |card, place| Some(board::ways(words, sheet, card, place));
                    let drafted = ui.push_id(incident.id, |ui| self.board.ui(ui, words, incident, &ways)).inner;
                    self.draft = drafted.or(self.draft);
                }
                if !sheet.incidents.is_empty() {
                    look::faint(ui, &words.say("play-evidence-others"));
                }
            }
            Shelf::Threads => {
                if let Some(draft) = self.threads.ui(ui, words, seat, sheet) {
                    self.draft = Some(draft);
                }
            }
            Shelf::Words => said(ui, &sheet.words_given, &words.say("con-shelf-words-none")),
            Shelf::Measures => said(ui, &sheet.measures, &words.say("con-shelf-measures-none")),
            Shelf::Team => self.team.ui(ui, words, seat, sheet),
            Shelf::Standing => self.standing.ui(ui, words, seat, sheet),
        }
    }
}

/// What a seat has before it, for whoever looks over its shoulder: nothing can be done here.
pub(super) fn seen(ui: &mut Ui, words: &Words, sheet: &Sheet) {
    look::sides(ui, 960.0, 0.5, |ui, side| match side {
        Side::Left => plans(ui, words, sheet),
        Side::Right => knows(ui, words, sheet),
    });
}

/// What a seat is up to: where it stands, what waits, what it has ordered and drafted, its word.
fn plans(ui: &mut Ui, words: &Words, sheet: &Sheet) {
    look::card(ui, |ui| {
        look::heading(ui, &words.say("seat-now"));
        sheet.situation.iter().for_each(|text| _ = ui.label(text));
    });
    waiting::list(ui, words, sheet);
    look::card(ui, |ui| {
        look::heading(ui, &words.say("seat-orders"));
        if sheet.orders.is_empty() {
            look::empty(ui, &words.say("seat-orders-none"));
        }
        sheet.orders.iter().for_each(|(_, order)| look::point(ui, &order.text));
    });
    for draft in &sheet.around.drafts {
        look::card(ui, |ui| {
            look::label(ui, &words.say("team-title"));
            ui.strong(&draft.text);
            look::label(ui, &draft.by);
            draft.voices.iter().for_each(|voice| _ = ui.label(voice));
        });
    }
    look::heading(ui, &words.say("con-shelf-words"));
    said(ui, &sheet.words_given, &words.say("con-shelf-words-none"));
}

/// What it knows and was told.
fn knows(ui: &mut Ui, words: &Words, sheet: &Sheet) {
    for incident in &sheet.incidents {
        ui.push_id(incident.id, |ui| board::seen(ui, words, incident));
    }
    for thread in &sheet.around.threads {
        look::card(ui, |ui| {
            look::heading(ui, &thread.name);
            for passed in &thread.passed {
                look::label(ui, &format!("{} · {}", passed.kind, passed.side));
                ui.label(&passed.text);
            }
        });
    }
}

/// The orders of this turn, and in a class whether they are complete.
fn orders(ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
    let around = &sheet.around;
    let idle = !seat.is_waiting() && !sheet.over;
    look::card(ui, |ui| {
        look::heading(ui, &words.say("seat-orders"));
        if sheet.orders.is_empty() {
            look::empty(ui, &words.say("seat-orders-none"));
        }
        for (place, order) in &sheet.orders {
            ui.horizontal_top(|ui| {
                if around.rights.closes {
                    let told = words.say_with("play-drop", &[("act", (&order.text).into())]);
                    let back = ui.add_enabled(idle, egui::Button::new("✖").small());
                    back.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, idle, &told));
                    if back.on_hover_text(&told).clicked() {
                        seat.take_back(*place);
                    }
                }
                ui.vertical(|ui| ui.label(&order.text));
            });
        }
        hidden(ui, words, around.secret[0]);
        look::faint(ui, &words.say_with("seat-points-left", &[("points", sheet.left.unsigned_abs().into())]));
        if sheet.over || around.who.is_none() {
            return;
        }
        if around.with_agent {
            look::faint(ui, &words.say("seat-agent"));
        }
        if !seat.is_alone && around.rights.closes {
            if around.ready {
                look::faint(ui, &words.say("seat-is-ready"));
            }
            let id = if around.ready { "seat-not-ready" } else { "seat-ready" };
            if ui.add_enabled(idle, egui::Button::new(words.say(id))).clicked() {
                seat.ready(!around.ready);
            }
        }
    });
}

/// That there is more of which whoever looks is not told.
fn hidden(ui: &mut Ui, words: &Words, count: usize) {
    if count > 0 {
        look::empty(ui, &words.say_with("office-secret", &[("count", count.into())]));
    }
}

/// An act to choose; says whether it was.
fn line(ui: &mut Ui, words: &Words, one: &Line, chosen: bool) -> bool {
    if let Some(why) = &one.why_not {
        ui.add_enabled_ui(false, |ui| look::row(ui, &one.text, "", false)).inner.on_disabled_hover_text(why);
        return false;
    }
    let points = words.say_with("seat-points", &[("points", one.costs.unsigned_abs().into())]);
    let row = look::row(ui, &one.text, &points, chosen);
    match &one.meaning {
        Some(meaning) => row.on_hover_text(meaning).clicked(),
        None => row.clicked(),
    }
}

/// Who would see a draft, what it would mean besides the law, what it costs.
fn meaning(ui: &mut Ui, words: &Words, advice: &Advice) {
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
