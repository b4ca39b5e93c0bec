//! Pages of the review and of ensembles, drawn as widgets: the same blocks that the HTML and Markdown forms are made of.

use bevy_egui::egui::{self, Grid, RichText, ScrollArea, Stroke, Ui, Vec2, WidgetInfo, WidgetType};

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

fn table(ui: &mut Ui, table: &Table) {
    let palette = Tone::of(ui).palette();
    ui.label(RichText::new(&table.caption).color(palette.faint));
    let columns = table.head.len().max(1);
    ScrollArea::horizontal().id_salt("table").show(ui, |ui| {
        let room = (ui.available_width() / f(columns) - 16.0).clamp(72.0, 360.0);
        Grid::new("table").striped(true).min_col_width(48.0).max_col_width(room).spacing([16.0, 6.0]).show(ui, |ui| {
            for head in &table.head {
                ui.label(RichText::new(head).small().strong());
            }
            ui.end_row();
            for row in &table.rows {
                for cell in row {
                    self::cell(ui, cell);
                }
                ui.end_row();
            }
        });
    });
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
                let (rect, _) = ui.allocate_exact_size(Vec2::new(72.0, 4.0), egui::Sense::hover());
                ui.painter().rect_filled(rect, 2.0, tone.palette().line);
                let mut filled = rect;
                filled.set_width(72.0 * share(*part));
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
