//! Small pieces that screens are put together from.

use bevy_egui::egui::{
    self, Align, Button, Color32, CornerRadius, Frame, Layout, Margin, Response, RichText, Sense, Stroke, Ui, Vec2,
    WidgetInfo, WidgetText, WidgetType,
};

use crate::console::theme::{Tone, sign};
use crate::law::Overall;
use crate::session::desk::Moment;
use crate::session::room::Clock;
use crate::words::{Card, Words};

/// By how much a row of a list is higher than its text.
pub const ROW_PADDING: f32 = 12.0;

/// The width in which text is read with ease.
pub const MEASURE: f32 = 720.0;

/// A whole number as a length or a place on the screen.
#[expect(clippy::cast_precision_loss, reason = "counts of rows, turns and States are far below 2^24")]
pub const fn f(number: usize) -> f32 {
    number as f32
}

/// A share in thousandths as a part of 1.
pub fn share(thousandths: i32) -> f32 {
    f(usize::try_from(thousandths.clamp(0, 1000)).unwrap_or(0)) / 1000.0
}

/// A card: a ground of its own with an edge.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Tone::of(ui).palette();
    let frame = Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(7))
        .inner_margin(Margin::symmetric(14, 12));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// A side of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where one begins to read; above, where there is one column.
    Left,
    /// Beside it.
    Right,
}

/// Two sides of a page beside each other where a page is as wide as `from`, and below that one under the other. `share` is the
/// left one's part of the whole.
pub fn sides(ui: &mut Ui, from: f32, share: f32, mut add: impl FnMut(&mut Ui, Side)) {
    let room = ui.available_width() - ui.spacing().item_spacing.x;
    if ui.available_width() < from {
        add(ui, Side::Left);
        add(ui, Side::Right);
        return;
    }
    ui.horizontal_top(|ui| {
        for (side, part) in [(Side::Left, share), (Side::Right, 1.0 - share)] {
            ui.allocate_ui_with_layout(Vec2::new(room * part, 0.0), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(room * part);
                add(ui, side);
            });
        }
    });
}

/// A row of a table with columns of these widths, all of them from its top; every second row has a ground of its own. Unlike a
/// grid it grows with whatever is highest in it.
pub fn columns(ui: &mut Ui, row: usize, wide: &[f32], gap: f32, mut add: impl FnMut(&mut Ui, usize)) {
    let usual = ui.spacing().item_spacing.x;
    let ground = ui.painter().add(egui::Shape::Noop);
    let all = wide.iter().sum::<f32>() + gap * f(wide.len().saturating_sub(1));
    let drawn = ui.allocate_ui_with_layout(Vec2::new(all, 0.0), Layout::left_to_right(Align::TOP), |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (column, wide) in wide.iter().enumerate() {
            ui.allocate_ui_with_layout(Vec2::new(*wide, 0.0), Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.x = usual;
                ui.set_width(*wide);
                add(ui, column);
            });
        }
    });
    if row % 2 == 1 {
        let rect = drawn.response.rect.expand2(Vec2::new(4.0, 3.0));
        ui.painter().set(ground, egui::Shape::rect_filled(rect, 3.0, ui.visuals().faint_bg_color));
    }
}

/// A heading of the first rank.
pub fn title(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).heading().strong()).selectable(false));
}

/// A field in which one searches, named by what it shows while it is empty.
pub fn search(ui: &mut Ui, told: &str, text: &mut String) {
    let field = ui.add(self::field(text).hint_text(told).desired_width(f32::INFINITY));
    field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, told));
}

/// A field for a line of text, as high as the buttons beside it.
pub fn field(text: &mut String) -> egui::TextEdit<'_> {
    egui::TextEdit::singleline(text).margin(Margin::symmetric(8, 5))
}

/// Text that is read, over no more than the width in which it is read with ease.
pub fn prose(ui: &mut Ui, text: &str) {
    ui.scope(|ui| {
        ui.set_max_width(MEASURE.min(ui.available_width()));
        ui.label(text);
    });
}

/// The same in lesser weight.
pub fn prose_faint(ui: &mut Ui, text: &str) {
    ui.scope(|ui| {
        ui.set_max_width(MEASURE.min(ui.available_width()));
        faint(ui, text);
    });
}

/// A heading within a screen.
pub fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(2.0);
    ui.add(egui::Label::new(RichText::new(text).size(17.0).strong()).selectable(false));
}

/// A label above what it names.
pub fn label(ui: &mut Ui, text: &str) {
    let faint = Tone::of(ui).palette().faint;
    ui.add(egui::Label::new(RichText::new(text).small().color(faint)).selectable(false));
}

/// Text of lesser weight.
pub fn faint(ui: &mut Ui, text: &str) {
    let faint = Tone::of(ui).palette().faint;
    ui.label(RichText::new(text).color(faint));
}

/// The one thing to do on a screen.
pub fn primary(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let palette = Tone::of(ui).palette();
    // What cannot be pressed keeps its shape and loses its colour: dark letters on a faded ground could not be read.
    let (letters, ground) = if enabled { (palette.on_accent, palette.accent) } else { (palette.ink, palette.line) };
    let button = Button::new(RichText::new(text).color(letters).strong()).fill(ground);
    ui.add_enabled(enabled, button.min_size(Vec2::new(0.0, 32.0)))
}

/// A button that reads as a row of a list: text at the left over the whole width, and something short at the right.
pub fn row(ui: &mut Ui, text: &str, right: &str, chosen: bool) -> Response {
    let palette = Tone::of(ui).palette();
    let wide = ui.available_width();
    let body = egui::TextStyle::Body.resolve(ui.style());
    let small = egui::TextStyle::Small.resolve(ui.style());
    let side = ui.painter().layout_no_wrap(right.to_owned(), small, palette.faint);
    let room = (wide - side.size().x - 30.0).max(60.0);
    let main = ui.painter().layout(text.to_owned(), body, palette.ink, room);
    let height = main.size().y.max(side.size().y) + ROW_PADDING;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(wide, height), Sense::click());
    let fill = if chosen {
        palette.accent.gamma_multiply(0.22)
    } else if response.hovered() {
        palette.line.gamma_multiply(0.6)
    } else {
        Color32::TRANSPARENT
    };
    let edge = if response.has_focus() || chosen { palette.accent } else { Color32::TRANSPARENT };
    let painter = ui.painter();
    painter.rect(rect, 5.0, fill, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    painter.galley(rect.left_top() + Vec2::new(9.0, 6.0), main, palette.ink);
    let at = egui::pos2(rect.right() - side.size().x - 9.0, rect.center().y - side.size().y / 2.0);
    painter.galley(at, side, palette.faint);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, enabled, chosen, text));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A share as a bar, with its words to the right; the whole is one thing to a screen reader.
pub fn bar(ui: &mut Ui, what: &str, thousandths: i32, said: &str, hue: Color32) {
    let palette = Tone::of(ui).palette();
    let wide = ui.available_width();
    let body = egui::TextStyle::Body.resolve(ui.style());
    let small = egui::TextStyle::Small.resolve(ui.style());
    let right = ui.painter().layout_no_wrap(said.to_owned(), small, palette.faint);
    let whole = ui.painter().layout(what.to_owned(), body, palette.ink, wide);
    // Where both do not fit side by side, one stands under the other: a narrow column would break the text at every word.
    let is_beside = whole.rows.len() < 2 && whole.size().x + right.size().x + 12.0 <= wide;
    let text_height = whole.size().y + if is_beside { 0.0 } else { right.size().y + 2.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(wide, text_height + 12.0), Sense::hover());
    let painter = ui.painter();
    let at = if is_beside {
        egui::pos2(rect.right() - right.size().x, rect.top() + 2.0)
    } else {
        egui::pos2(rect.left(), rect.top() + whole.size().y + 2.0)
    };
    painter.galley(rect.left_top(), whole, palette.ink);
    painter.galley(at, right, palette.faint);
    let track =
        egui::Rect::from_min_size(egui::pos2(rect.left(), rect.top() + text_height + 3.0), Vec2::new(wide, 6.0));
    painter.rect_filled(track, 3.0, palette.line.gamma_multiply(0.7));
    let mut filled = track;
    filled.set_width(wide * share(thousandths));
    painter.rect_filled(filled, 3.0, hue);
    let told = format!("{what}: {said}");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &told));
}

/// A verdict as sign and word.
pub fn verdict(ui: &mut Ui, overall: Overall, text: &str) {
    let hue = Tone::of(ui).verdict(overall);
    let frame = Frame::new()
        .stroke(Stroke::new(1.5, hue))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::symmetric(10, 3));
    frame.show(ui, |ui| ui.label(RichText::new(format!("{} {text}", sign(overall))).color(hue).strong()));
}

/// The rows of a legality card.
pub fn legality(ui: &mut Ui, card: &Card, overall: Overall) {
    let palette = Tone::of(ui).palette();
    let hue = Tone::of(ui).verdict(overall);
    ui.label(RichText::new(format!("{} {}", sign(overall), card.headline)).size(16.0).strong().color(hue));
    ui.add_space(2.0);
    for (name, text) in &card.rows {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(Vec2::new(84.0, 0.0), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(84.0);
                ui.label(RichText::new(name.trim()).small().color(palette.faint));
            });
            ui.vertical(|ui| ui.add(egui::Label::new(text.as_str()).wrap()));
        });
    }
}

/// A line of a list.
pub fn point(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        ui.label("•");
        ui.vertical(|ui| ui.add(egui::Label::new(text).wrap()));
    });
}

/// From how many seconds on a running clock counts them; before that minutes will do, and the window rests for as long.
const COUNTED: u64 = 300;

/// The clock of a turn, which is drawn again whenever it says something else.
pub fn clock(ui: &mut Ui, words: &Words, clock: Clock, now: Moment) {
    let (id, left, runs) = match clock {
        Clock::Waiting => return faint(ui, &words.say("seat-waiting")),
        Clock::Runs(until) => ("seat-clock-runs", now.until(until), true),
        Clock::Stands(left) => ("seat-clock-stands", left, false),
    };
    let seconds = left.0.div_ceil(1000);
    let palette = Tone::of(ui).palette();
    let hue = if runs && seconds < 60 { palette.warn } else { palette.ink };
    ui.label(RichText::new(words.say(id)).color(palette.faint));
    let is_coarse = runs && seconds > COUNTED;
    let text = if is_coarse {
        words.say_with("con-clock-minutes", &[("minutes", (seconds.div_ceil(60) as usize).into())])
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    };
    ui.label(RichText::new(text).monospace().strong().color(hue));
    if runs && seconds > 0 {
        let step = if is_coarse { 60_000 } else { 1000 };
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(left.0 % step + 20));
    }
}

/// A window over everything else, with room around what it asks.
pub fn modal(screen: &egui::Context, id: &str) -> egui::Modal {
    let frame = Frame::window(&screen.global_style()).inner_margin(Margin::same(18));
    egui::Modal::new(egui::Id::new(id)).frame(frame)
}

/// Asks before something that cannot be undone; says what was answered. The ways are yes and no.
pub fn confirm(screen: &egui::Context, id: &str, title: &str, text: &str, ways: [&str; 2]) -> Option<bool> {
    let mut answer = None;
    let shown = modal(screen, &format!("confirm {id}")).show(screen, |ui| {
        ui.set_max_width(440.0);
        heading(ui, title);
        ui.label(text);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, ways[0], true).clicked() {
                answer = Some(true);
            }
            if ui.button(ways[1]).clicked() {
                answer = Some(false);
            }
        });
    });
    answer.or_else(|| shown.should_close().then_some(false))
}

/// What is shown where there is nothing yet.
pub fn empty(ui: &mut Ui, text: &str) {
    let faint = Tone::of(ui).palette().faint;
    ui.add_space(6.0);
    ui.label(RichText::new(text).italics().color(faint));
}

/// A choice among a few words, each a button; says whether another was chosen.
pub fn choices<T: PartialEq + Copy>(ui: &mut Ui, now: &mut T, options: &[(T, String)]) -> bool {
    let before = *now;
    ui.horizontal_wrapped(|ui| {
        for (value, text) in options {
            ui.selectable_value(now, *value, text.as_str());
        }
    });
    *now != before
}

/// A list to choose from, under a label that stays above it.
pub fn pick<T: PartialEq + Copy>(ui: &mut Ui, name: &str, now: &mut T, options: &[(T, String)]) -> bool {
    let before = *now;
    label(ui, name);
    let shown = options.iter().find(|(value, _)| value == now).map_or("", |(_, text)| text.as_str());
    let width = ui.available_width().min(420.0);
    let chosen = egui::ComboBox::from_id_salt(name).width(width).selected_text(WidgetText::from(shown)).truncate();
    let response = chosen.show_ui(ui, |ui| {
        for (value, text) in options {
            ui.selectable_value(now, *value, text.as_str());
        }
    });
    let told = format!("{name}: {shown}");
    response.response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, &told));
    *now != before
}

/// A spinner with what is being waited for.
pub fn waiting(ui: &mut Ui, text: &str) {
    ui.horizontal(|ui| {
        ui.add(egui::Spinner::new().size(18.0));
        ui.label(text);
    });
}

/// The words of a verdict.
pub fn verdict_word(words: &Words, overall: Overall) -> String {
    crate::words::text::capitalised(&words.verdict_within(overall))
}
