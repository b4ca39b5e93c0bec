//! The ladder of escalation as a chart: steps upwards, turns to the right, one strong line and thin ones.

use bevy_egui::egui::{Align2, FontId, Pos2, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::console::look::f;
use crate::console::theme::Tone;

/// One line: its name and where it stood at each point in time.
pub struct Line<'a> {
    /// What it is of.
    pub name: &'a str,
    /// Step at each time.
    pub at: &'a [u8],
}

const ROW: f32 = 20.0;
/// How many lines are named under the pointer.
const MOST_NAMES: usize = 12;

/// Draws the ladder; the first line is the strong one. `told` says the same to a screen reader.
pub fn ladder(ui: &mut Ui, steps: &[String], times: usize, lines: &[Line<'_>], told: &str) {
    let tone = Tone::of(ui);
    let palette = tone.palette();
    // Steps that nobody has reached take no room, but there is always a next one to see.
    let reached = lines.iter().flat_map(|line| line.at).copied().max().unwrap_or(0);
    let rows = steps.len().min(usize::from(reached) + 2).max(4);
    let size = vec2(ui.available_width(), f(rows) * ROW + 22.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, told));
    let painter = ui.painter();
    let small = FontId::proportional(12.0);
    let left = rect.left() + 104.0_f32.min(rect.width() * 0.4);
    let y = |step: u8| rect.top() + (f(rows) - 0.5 - f32::from(step)) * ROW;
    let across = (rect.right() - left - 16.0).max(1.0) / f(times.saturating_sub(1).max(1));
    let x = |time: usize| left + 8.0 + f(time) * across;
    for (step, name) in (0..).zip(steps).take(rows) {
        let hue = if step <= reached { palette.ink } else { palette.faint };
        painter.text(pos2(left - 8.0, y(step)), Align2::RIGHT_CENTER, name, small.clone(), hue);
        painter.hline(left..=rect.right(), y(step), Stroke::new(1.0, palette.line.gamma_multiply(0.6)));
    }
    let every = times.div_ceil(12).max(1);
    for time in (0..times).step_by(every) {
        let at = pos2(x(time), rect.bottom() - 8.0);
        painter.text(at, Align2::CENTER_CENTER, time.to_string(), small.clone(), palette.faint);
    }
    let points = |line: &Line<'_>, off: f32| -> Vec<Pos2> {
        line.at.iter().enumerate().map(|(time, step)| pos2(x(time), y(*step) + off)).collect()
    };
    for (nth, line) in lines.iter().enumerate().skip(1) {
        let off = (f(nth % 5) - 2.0) * 1.6;
        painter.add(Shape::line(points(line, off), Stroke::new(1.0, palette.faint.gamma_multiply(0.7))));
    }
    if let Some(first) = lines.first() {
        let path = points(first, 0.0);
        for (pair, step) in path.windows(2).zip(first.at.iter().skip(1)) {
            painter.line_segment([pair[0], pair[1]], Stroke::new(3.0, tone.step(*step)));
        }
        for (at, step) in path.iter().zip(first.at) {
            painter.circle(*at, 4.5, tone.step(*step), Stroke::new(1.5, palette.ground));
        }
    }
    let named: Vec<&Line<'_>> = lines.iter().filter(|line| !line.name.is_empty()).take(MOST_NAMES).collect();
    if !named.is_empty() {
        response.on_hover_ui(|ui| {
            for line in named {
                let step = line.at.last().and_then(|step| steps.get(usize::from(*step)));
                ui.label(format!("{}: {}", line.name, step.map_or("", String::as_str)));
            }
        });
    }
}
