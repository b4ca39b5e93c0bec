//! The evidence board: what is held possible about an incident, and what speaks for it; each item is a card that is laid
//! against an answer to see what it says on that.
//!
//! Beliefs are the engine's: they follow from the items and how far they are trusted. A card that is laid somewhere changes
//! none; it shows its part of the sum, and what could be done with it.

use bevy_egui::egui::{
    self, CornerRadius, CursorIcon, DragAndDrop, Frame, Id, LayerId, Margin, Order as Layer, RichText, Sense, Stroke,
    Ui, vec2,
};

use crate::base::id::{EvidenceId, IncidentId, StateId};
use crate::console::look::{self, share};
use crate::console::sheet::Sheet;
use crate::console::theme::Tone;
use crate::sim::card::MoveId;
use crate::sim::knowledge::{Detail, Question};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::share::Circle;
use crate::sim::order::{Act, Order, Param, Terms};
use crate::view::{Draft, feasible};
use crate::words::Words;
use crate::words::board::{Incident, Item};

/// An item of evidence on an incident: what is dragged.
pub(in crate::console::screens) type Card = (IncidentId, EvidenceId);

/// What is in hand, and what has been laid where.
#[derive(Debug, Default)]
pub(in crate::console::screens) struct Board {
    hand: Option<Card>,
    /// The answer by its place, which stays until the next morning.
    laid: Option<(Card, usize)>,
}

impl Board {
    /// How cards are laid, once for all incidents; nothing where there is none to lay.
    pub(in crate::console::screens) fn how(ui: &mut Ui, words: &Words, all: &[Incident]) {
        if all.iter().any(|incident| !incident.evidence.is_empty() && !incident.beliefs.is_empty()) {
            look::label(ui, &words.say("con-board-how"));
        }
    }

    /// One incident: each answer that is held possible with its likelihood, and the evidence that bears on it. `ways` is what could be
    /// ordered with a card and the answer on which it lies; says which of them is to be drafted.
    pub(in crate::console::screens) fn ui<T>(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        incident: &Incident,
        ways: &dyn Fn(Card, usize) -> Option<Vec<(String, T)>>,
    ) -> Option<T> {
        let mut chosen = None;
        look::card(ui, |ui| {
            look::heading(ui, &incident.name);
            look::faint(ui, &incident.about);
            for place in 0..incident.beliefs.len() {
                ui.push_id(place, |ui| self.answer(ui, words, incident, place));
            }
            for item in incident.evidence.iter().filter(|item| item.bears_on.is_none()) {
                self.card(ui, words, incident, item);
            }
            if incident.evidence.is_empty() {
                look::empty(ui, &words.say("con-evidence-none"));
            }
            if let Some((card, place)) = self.laid.filter(|((of, _), _)| *of == incident.id) {
                ui.add_space(6.0);
                chosen = self.examine(ui, words, incident, (card.1, place), ways(card, place));
            }
        });
        chosen
    }

    /// An answer, on which a card can be laid, and the cards that bear on it.
    fn answer(&mut self, ui: &mut Ui, words: &Words, incident: &Incident, place: usize) {
        let held = &incident.beliefs[place];
        let palette = Tone::of(ui).palette();
        let hovered = DragAndDrop::payload::<Card>(ui.ctx()).is_some_and(|card| card.0 == incident.id);
        let frame = Frame::new().corner_radius(CornerRadius::same(6)).inner_margin(Margin::symmetric(8, 6));
        let edge = if hovered { Stroke::new(1.5, palette.accent) } else { Stroke::new(1.0, palette.line) };
        let zone = frame.stroke(edge).show(ui, |ui| {
            ui.set_width(ui.available_width());
            belief(ui, words, incident, place);
            if self.hand.is_some_and(|(of, _)| of == incident.id) {
                let told = words.say_with("con-board-lay-on", &[("answer", (&held.text).into())]);
                let lay = ui.button(words.say("con-board-lay"));
                lay.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
                if lay.clicked() {
                    self.laid = self.hand.take().map(|card| (card, place));
                }
            }
            for item in incident.evidence.iter().filter(|item| item.bears_on == Some(place)) {
                self.card(ui, words, incident, item);
            }
        });
        if let Some(card) = zone.response.dnd_release_payload::<Card>().filter(|card| card.0 == incident.id) {
            (self.laid, self.hand) = (Some((*card, place)), None);
        }
    }

    /// An item as a card: dragged with the pointer, or taken in hand by a press.
    fn card(&mut self, ui: &mut Ui, words: &Words, incident: &Incident, item: &Item) {
        let palette = Tone::of(ui).palette();
        let own: Card = (incident.id, item.id);
        let in_hand = self.hand == Some(own);
        let id = Id::new(("evidence", own));
        // Whether the keyboard or the pointer is on it is known from the frame before: what is drawn within it comes first.
        let before = ui.ctx().read_response(id);
        let lifted = ui.ctx().is_being_dragged(id);
        let pointed = before.as_ref().is_some_and(|card| card.has_focus() || card.hovered());
        let edge = if in_hand || lifted || pointed { palette.accent } else { palette.line };
        let frame = Frame::new().fill(palette.bar).stroke(Stroke::new(1.0, edge)).corner_radius(CornerRadius::same(5));
        let drawn = frame.inner_margin(Margin::symmetric(8, 5)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if lifted {
                ui.set_opacity(0.5);
            }
            told(ui, words, item);
        });
        let card = ui.interact(drawn.response.rect, id, Sense::click_and_drag());
        let id_of = if in_hand { "con-board-put-back" } else { "con-board-take" };
        let name = words.say_with(id_of, &[("item", (&item.kind).into())]);
        card.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, in_hand, &name));
        card.dnd_set_drag_payload(own);
        if card.clicked() {
            self.hand = (!in_hand).then_some(own);
        }
        if lifted && let Some(at) = ui.ctx().pointer_interact_pos() {
            let above = ui.ctx().layer_painter(LayerId::new(Layer::Tooltip, id));
            let font = egui::TextStyle::Body.resolve(ui.style());
            let text = above.layout_no_wrap(item.kind.clone(), font, palette.on_accent);
            let plate = egui::Rect::from_min_size(at + vec2(10.0, 6.0), text.size() + vec2(16.0, 8.0));
            above.rect_filled(plate, 5.0, palette.accent);
            above.galley(plate.min + vec2(8.0, 4.0), text, palette.on_accent);
        }
        card.on_hover_cursor(CursorIcon::Grab);
    }

    /// What a card says on the answer on which it lies, and what could be done with both.
    fn examine<T>(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        incident: &Incident,
        (card, place): (EvidenceId, usize),
        ways: Option<Vec<(String, T)>>,
    ) -> Option<T> {
        let item = incident.evidence.iter().find(|item| item.id == card)?;
        let held = incident.beliefs.get(place)?;
        let palette = Tone::of(ui).palette();
        let mut chosen = None;
        let frame = Frame::new().stroke(Stroke::new(2.0, palette.accent)).corner_radius(CornerRadius::same(6));
        frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(&item.kind).strong());
            look::faint(ui, &held.text);
            ui.label(says(words, incident, item, place));
            look::label(ui, &words.say("con-board-honest"));
            if ways.as_ref().is_some_and(Vec::is_empty) {
                look::empty(ui, &words.say("con-board-no-way"));
            }
            for (text, way) in ways.into_iter().flatten() {
                if look::row(ui, &text, "", false).clicked() {
                    chosen = Some(way);
                }
            }
            if ui.button(words.say("con-close")).clicked() {
                self.laid = None;
            }
        });
        chosen
    }
}

/// The same for whoever looks over the seat's shoulder: nothing can be laid here.
pub(super) fn seen(ui: &mut Ui, words: &Words, incident: &Incident) {
    look::card(ui, |ui| {
        look::heading(ui, &incident.name);
        look::faint(ui, &incident.about);
        for place in 0..incident.beliefs.len() {
            belief(ui, words, incident, place);
            for item in incident.evidence.iter().filter(|item| item.bears_on == Some(place)) {
                ui.push_id(item.id, |ui| ui.indent("item", |ui| told(ui, words, item)));
            }
        }
        for item in incident.evidence.iter().filter(|item| item.bears_on.is_none()) {
            told(ui, words, item);
        }
        if incident.evidence.is_empty() {
            look::empty(ui, &words.say("con-evidence-none"));
        }
    });
}

/// How likely an answer is held, and what it comes from.
fn belief(ui: &mut Ui, words: &Words, incident: &Incident, place: usize) {
    let held = &incident.beliefs[place];
    let accent = Tone::of(ui).palette().accent;
    look::bar(ui, &held.text, held.share.get(), &format!("{}, {}", percent(held.share), held.word), accent);
    if incident.evidence.iter().any(|item| item.bears_on == Some(place)) {
        look::label(ui, &words.say_with("con-board-before", &[("share", (&percent(held.before)).into())]));
    }
}

/// An item, how far it is trusted, and its part of the sum.
fn told(ui: &mut Ui, words: &Words, item: &Item) {
    ui.horizontal_top(|ui| {
        ui.label(if item.against { "−" } else { "+" });
        ui.vertical(|ui| {
            ui.label(RichText::new(&item.kind).strong());
            if item.bears_on.is_none() {
                ui.label(&item.points);
            }
            let trust = percent(item.reliability);
            let side = [("found", (&item.found).into()), ("trust", (&trust).into())];
            look::label(ui, &words.say_with("con-evidence-side", &side));
            if item.bears_on.is_some() {
                ui.horizontal(|ui| {
                    strength(ui, item.bearing);
                    let [from, to] = item.moves.map(percent);
                    let moves = [("from", (&from).into()), ("to", (&to).into())];
                    look::label(ui, &words.say_with("con-board-moves", &moves));
                });
            }
        });
    });
}

fn percent(share: crate::base::Permille) -> String {
    format!("{} %", (share.get() + 5) / 10)
}

/// What an item says on an answer, in a sentence.
fn says(words: &Words, incident: &Incident, item: &Item, place: usize) -> String {
    let held = &incident.beliefs[place];
    if item.bears_on != Some(place) {
        return match item.bears_on.and_then(|other| incident.beliefs.get(other)) {
            Some(other) => words.say_with("con-board-elsewhere", &[("answer", (&other.text).into())]),
            None => words.say_with("con-board-loose", &[("points", (&item.points).into())]),
        };
    }
    let (share, without) = (percent(held.share), percent(item.without));
    let way = if item.against { "against" } else { "for" };
    let args = [("way", way.into()), ("share", (&share).into()), ("without", (&without).into())];
    words.say_with("con-board-says", &args)
}

/// What could be ordered with an item and the answer it was laid on: accusing whoever the answer names of what happened, and
/// handing the item over. Read off the cards, by what they do.
pub(super) fn ways(words: &Words, sheet: &Sheet, (incident, evidence): Card, place: usize) -> Vec<(String, Draft)> {
    let (view, outlook) = (&sheet.view, sheet.outlook(words));
    let held = sheet.incidents.iter().find(|one| one.id == incident).and_then(|one| one.beliefs.get(place));
    let Some(held) = held else { return Vec::new() };
    let (named, is_blamed) = (held.names, matches!(held.question, Some(Question::Author(_) | Question::Link(..))));
    let friend = || {
        let ties = view.ties().max_by_key(|tie| (tie.warmth_of(view.seat), std::cmp::Reverse((tie.low, tie.high))));
        ties.map(|tie| tie.other(view.seat))
    };
    let mut found = Vec::new();
    for place in 0..view.rules().cards.len() {
        let act = MoveId(u8::try_from(place).unwrap_or(u8::MAX));
        let Some(play) = view.rules().play(act) else { continue };
        let target: Option<StateId> = match &play.mechanic {
            Mechanic::Accuse(_) if is_blamed => named,
            Mechanic::Share(numbers) if numbers.circle == Circle::Addressee => {
                named.filter(|state| *state != view.seat).or_else(friend)
            }
            Mechanic::Share(_) => None,
            _ => continue,
        };
        let terms = Terms {
            target: target.filter(|_| play.takes(Param::Target)),
            incident: play.takes(Param::Incident).then_some(incident),
            evidence: play.takes(Param::Evidence).then_some(evidence),
            detail: play.takes(Param::Detail).then_some(Detail::Summary),
            ..Terms::default()
        };
        let draft = Draft { order: Order { by: view.seat, act: Act::Move(act), terms } };
        if feasible(view, &draft).is_ok() {
            found.push((outlook.choice(&draft), draft));
        }
    }
    found
}

/// How strongly an item counts, on a scale of three of odds.
fn strength(ui: &mut Ui, bearing: i32) {
    let part = share(bearing.abs() / 3);
    let tone = Tone::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(70.0, 4.0), Sense::hover());
    ui.painter().rect_filled(rect, 2.0, tone.palette().line);
    let mut filled = rect;
    filled.set_width(70.0 * part);
    let hue = if bearing < 0 { tone.palette().warn } else { tone.palette().accent };
    ui.painter().rect_filled(filled, 2.0, hue);
}
