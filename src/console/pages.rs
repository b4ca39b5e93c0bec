//! Pages of the review and of ensembles, drawn as widgets: the same blocks that the HTML and Markdown forms are made of.

use std::sync::Arc;

use bevy_egui::egui::{self, Color32, RichText, ScrollArea, Stroke, TextStyle, Ui, Vec2, WidgetInfo, WidgetType};

use crate::console::ladder::{self, ladder};
use crate::console::look::{self, f, share};
use crate::console::theme::Tone;
use crate::report::curve::Curve;
use crate::report::page::{Block, Cell, Exhibit, Line, Section, SightKind, Table};
use crate::words::Card;

/// Draws a panel of a page.
pub fn section(ui: &mut Ui, section: &Section) {
    look::title(ui, &section.title);
    for (nth, block) in section.blocks.iter().enumerate() {
        ui.push_id((&section.id, nth), |ui| self::block(ui, block));
        ui.add_space(4.0);
    }
}

fn block(ui: &mut Ui, block: &Block) {
    let palette = Tone::of(ui).palette();
    match block {
        Block::Text(text) => paragraph(ui, text),
        Block::Key(text) => look::card(ui, |ui| {
            ui.label(RichText::new(text).size(16.5));
        }),
        Block::Heading(text) => look::heading(ui, text),
        Block::Label(text) => {
            ui.label(RichText::new(text).strong());
        }
        Block::List(items) => items.iter().for_each(|item| point(ui, "•", item)),
        Block::Steps(items) => {
            for (nth, item) in items.iter().enumerate() {
                point(ui, &format!("{}.", nth + 1), item);
            }
        }
        Block::Film(frames) => {
            for frame in frames {
                look::card(ui, |ui| {
                    look::label(ui, &frame.when);
                    ui.label(RichText::new(&frame.headline).strong());
                    look::faint(ui, &frame.step);
                });
            }
        }
        Block::Seen(lines) => lines.iter().for_each(|line| seen(ui, line)),
        Block::Folded(title, lines) => {
            egui::CollapsingHeader::new(title).show(ui, |ui| lines.iter().for_each(|line| seen(ui, line)));
        }
        Block::Chart(chart) => {
            ui.label(RichText::new(&chart.caption).color(palette.faint));
            let lines: Vec<ladder::Line<'_>> =
                chart.lines.iter().map(|line| ladder::Line { name: &line.label, at: &line.at }).collect();
            ladder(ui, &chart.steps, chart.times.len(), &lines, &chart.alternative);
        }
        Block::Curve(curve) => self::curve(ui, curve),
        Block::Table(table) => self::table(ui, table),
        Block::Exhibit(exhibit) => self::exhibit(ui, exhibit),
    }
}

fn paragraph(ui: &mut Ui, text: &str) {
    ui.scope(|ui| {
        ui.set_max_width(look::MEASURE.min(ui.available_width()));
        ui.label(text);
    });
}

fn point(ui: &mut Ui, sign: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.label(sign);
        ui.vertical(|ui| {
            ui.set_max_width(look::MEASURE.min(ui.available_width()));
            ui.label(text);
        });
    });
}

fn seen(ui: &mut Ui, line: &Line) {
    // The letters here have no thin cross.
    let sign = if line.sight.kind == SightKind::Hidden { "✖" } else { line.sight.kind.sign() };
    point(ui, sign, &format!("{} ({})", line.text, line.sight.text));
    if let Some(why) = &line.why {
        ui.indent("why", |ui| look::faint(ui, why));
    }
}

/// Means over time with their intervals.
pub fn curve(ui: &mut Ui, curve: &Curve) {
    use egui_plot::{Line, Plot, PlotPoints, Polygon};
    let tone = Tone::of(ui);
    let palette = tone.palette();
    ui.label(RichText::new(&curve.caption).color(palette.faint));
    let at = |nth: usize, height: i32| [f64::from(f(nth)), f64::from(height) / 1000.0];
    let mean: Vec<[f64; 2]> = curve.points.iter().enumerate().map(|(nth, point)| at(nth, point.mean)).collect();
    let low = curve.points.iter().enumerate().map(|(nth, point)| at(nth, point.low));
    let high = curve.points.iter().enumerate().map(|(nth, point)| at(nth, point.high)).rev();
    let band: Vec<[f64; 2]> = low.chain(high).collect();
    let steps = curve.steps.clone();
    let times: Vec<String> = curve.points.iter().map(|point| point.time.clone()).collect();
    let name = |names: &[String], mark: f64| {
        let at = mark.round();
        let whole = (mark - at).abs() < 0.01 && at >= 0.0;
        #[expect(
            clippy::cast_sign_loss,
            clippy::cast_possible_truncation,
            reason = "a whole mark that is not negative"
        )]
        let found = names.get(at as usize).filter(|_| whole);
        found.cloned().unwrap_or_default()
    };
    let plot = Plot::new(curve.id.as_str())
        .height(260.0)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_zoom(false)
        .include_y(0.0)
        .y_axis_formatter(move |mark, _| name(&steps, mark.value))
        .y_axis_min_width(110.0)
        .x_axis_formatter(move |mark, _| name(&times, mark.value));
    let drawn = plot.show(ui, |plot| {
        let fill = palette.accent.gamma_multiply(0.22);
        plot.polygon(Polygon::new("95 %", PlotPoints::from(band)).fill_color(fill).stroke(Stroke::NONE));
        let hue = palette.accent;
        plot.line(Line::new(curve.caption.as_str(), PlotPoints::from(mean)).color(hue).width(2.5));
    });
    let told = &curve.alternative;
    drawn.response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, told));
}

/// How wide a column of text becomes at most.
const MOST: f32 = 360.0;
/// How far columns stand apart.
const GAP: f32 = 16.0;
/// How wide the bar of a share is.
const BAR: f32 = 72.0;

fn table(ui: &mut Ui, table: &Table) {
    let palette = Tone::of(ui).palette();
    ui.label(RichText::new(&table.caption).color(palette.faint));
    let needs = needs(ui, table);
    let room = ui.available_width() - GAP * f(table.head.len().saturating_sub(1));
    let wide = widths(&needs, room);
    ScrollArea::horizontal().id_salt("table").show(ui, |ui| {
        ui.vertical(|ui| {
            look::columns(ui, 0, &wide, GAP, |ui, nth| {
                ui.add(egui::Label::new(RichText::new(&table.head[nth]).small().strong()).wrap());
            });
            for (row, cells) in table.rows.iter().enumerate() {
                ui.push_id(row, |ui| {
                    look::columns(ui, row + 1, &wide, GAP, |ui, nth| {
                        if let Some(cell) = cells.get(nth) {
                            self::cell(ui, cell);
                        }
                    });
                });
            }
        });
    });
}

/// What a column needs: the width of its longest word, and that of its longest text.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Need {
    least: f32,
    whole: f32,
}

/// What the columns of a table need, which is found out once: every word of it has to be laid out for that.
fn needs(ui: &Ui, table: &Table) -> Arc<[Need]> {
    let id = egui::Id::new(("needs", table, ui.pixels_per_point().to_bits()));
    ui.data(|data| data.get_temp(id)).unwrap_or_else(|| {
        let found: Arc<[Need]> = (0..table.head.len()).map(|nth| need(ui, table, nth)).collect();
        ui.data_mut(|data| data.insert_temp(id, found.clone()));
        found
    })
}

fn need(ui: &Ui, table: &Table, nth: usize) -> Need {
    let long = |text: &str, style: &TextStyle| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), style.resolve(ui.style()), Color32::PLACEHOLDER);
        // What is laid out within exactly its own width may be broken by a rounding.
        galley.size().x.ceil() + 1.0
    };
    let text = |text: &str, style: &TextStyle| Need {
        least: text.split_whitespace().map(|word| long(word, style)).fold(0.0, f32::max),
        whole: long(text, style).min(MOST),
    };
    let more = |one: Need, other: Need| Need { least: one.least.max(other.least), whole: one.whole.max(other.whole) };
    let head = text(&table.head[nth], &TextStyle::Small);
    let needs = table.rows.iter().filter_map(|row| row.get(nth)).map(|cell| match cell {
        Cell::Text(said) => text(said, &TextStyle::Body),
        Cell::Lines(lines) => {
            lines.iter().map(|line| text(line, &TextStyle::Body)).fold(Need { least: 0.0, whole: 0.0 }, more)
        }
        // A number is one thing and stays on one line.
        Cell::Number(said) => {
            let whole = long(said, &TextStyle::Monospace);
            Need { least: whole, whole }
        }
        Cell::Share(_, said) | Cell::Shade(_, said) => {
            more(text(said, &TextStyle::Body), Need { least: BAR, whole: BAR })
        }
    });
    let need = needs.fold(head, more);
    Need { whole: need.whole.max(need.least), ..need }
}

/// How wide columns are drawn: as their texts need, if there is room; otherwise the narrow ones keep what they need, and the wide
/// ones share the rest.
fn widths(needs: &[Need], room: f32) -> Vec<f32> {
    let mut given: Vec<Option<f32>> = vec![None; needs.len()];
    loop {
        let left = given.iter().filter(|one| one.is_none()).count();
        let fair = (room - given.iter().flatten().sum::<f32>()) / f(left.max(1));
        let mut is_settled = true;
        for (one, need) in given.iter_mut().zip(needs).filter(|(one, _)| one.is_none()) {
            // Whoever needs more than its part at the least takes it from the others.
            let fits = if need.whole <= fair { Some(need.whole) } else { (need.least > fair).then_some(need.least) };
            if fits.is_some() {
                (*one, is_settled) = (fits, false);
            }
        }
        if is_settled {
            return given.into_iter().map(|one| one.unwrap_or(fair)).collect();
        }
    }
}

fn cell(ui: &mut Ui, cell: &Cell) {
    let tone = Tone::of(ui);
    let wrapped = |text: &str| egui::Label::new(text.to_owned()).wrap();
    match cell {
        Cell::Text(text) => {
            ui.add(wrapped(text));
        }
        Cell::Number(text) => {
            ui.monospace(text);
        }
        Cell::Lines(lines) => {
            ui.vertical(|ui| lines.iter().for_each(|line| _ = ui.add(wrapped(line))));
        }
        Cell::Share(part, text) | Cell::Shade(part, text) => {
            ui.vertical(|ui| {
                ui.add(wrapped(text));
                let (rect, _) = ui.allocate_exact_size(Vec2::new(BAR, 4.0), egui::Sense::hover());
                ui.painter().rect_filled(rect, 2.0, tone.palette().line);
                let mut filled = rect;
                filled.set_width(BAR * share(*part));
                ui.painter().rect_filled(filled, 2.0, tone.palette().accent);
            });
        }
    }
}

fn exhibit(ui: &mut Ui, exhibit: &Exhibit) {
    look::card(ui, |ui| {
        look::label(ui, &exhibit.title);
        ui.label(RichText::new(&exhibit.act).strong());
        look::faint(ui, &exhibit.why);
        let cards = std::iter::once(&exhibit.truth).chain(exhibit.seat.as_ref());
        for (heading, card) in cards {
            ui.separator();
            look::label(ui, heading);
            rows(ui, card);
        }
        ui.label(&exhibit.remark);
    });
}

fn rows(ui: &mut Ui, card: &Card) {
    ui.label(RichText::new(&card.headline).strong());
    for (name, text) in &card.rows {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(Vec2::new(84.0, 0.0), |ui| {
                ui.set_width(84.0);
                look::label(ui, name.trim());
            });
            ui.vertical(|ui| ui.add(egui::Label::new(text.as_str()).wrap()));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_keep_their_width_and_wide_ones_share_the_rest() {
        let need = |least, whole| Need { least, whole };
        let needs = [need(60.0, 60.0), need(50.0, 300.0), need(80.0, 90.0), need(40.0, 280.0)];
        assert_eq!(widths(&needs, 800.0), [60.0, 300.0, 90.0, 280.0], "there is room for all");
        assert_eq!(widths(&needs, 550.0), [60.0, 200.0, 90.0, 200.0]);
        // A column that cannot be narrower than its longest word takes from the others.
        let needs = [need(180.0, 300.0), need(20.0, 300.0), need(20.0, 300.0)];
        assert_eq!(widths(&needs, 300.0), [180.0, 60.0, 60.0]);
        assert_eq!(widths(&[need(200.0, 300.0), need(150.0, 150.0)], 100.0), [200.0, 150.0], "then it is scrolled");
        assert!(widths(&[], 100.0).is_empty());
    }
}
