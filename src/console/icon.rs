//! The icon of the window: a balance over a horizon, drawn like everything else here.

use bevy_egui::egui::{Color32, Pos2, Shape, Stroke, Ui, pos2};

use crate::console::picture::{Picture, draw};
use crate::console::theme::Tone;

/// How many points the icon is wide and high.
const SIDE: u16 = 64;

/// Draws it.
pub fn icon() -> Picture {
    draw([SIDE, SIDE], 2.0, Tone::default(), balance)
}

fn balance(ui: &mut Ui) {
    let painter = ui.ctx().layer_painter(bevy_egui::egui::LayerId::background());
    let palette = Tone::default().palette();
    let (light, sea) = (palette.accent, Color32::from_rgb(0x1d, 0x3a, 0x52));
    painter.rect_filled(painter.clip_rect(), 0.0, palette.ground);
    // The horizon.
    painter.circle_filled(pos2(32.0, 84.0), 40.0, sea);
    painter.circle_stroke(pos2(32.0, 84.0), 40.0, Stroke::new(1.5, light.gamma_multiply(0.5)));
    let stroke = Stroke::new(3.0, palette.ink);
    painter.line_segment([pos2(32.0, 10.0), pos2(32.0, 52.0)], stroke);
    painter.line_segment([pos2(22.0, 54.0), pos2(42.0, 54.0)], stroke);
    // The beam leans: what is weighed is not settled.
    painter.line_segment([pos2(11.0, 19.0), pos2(53.0, 13.0)], stroke);
    painter.circle_filled(pos2(32.0, 10.0), 3.5, light);
    for hung in [pos2(11.0, 19.0), pos2(53.0, 13.0)] {
        pan(&painter, hung, light);
    }
}

fn pan(painter: &bevy_egui::egui::Painter, hung: Pos2, hue: Color32) {
    let (left, right) = (hung + bevy_egui::egui::vec2(-9.0, 20.0), hung + bevy_egui::egui::vec2(9.0, 20.0));
    let thin = Stroke::new(1.6, hue);
    painter.line_segment([hung, left], thin);
    painter.line_segment([hung, right], thin);
    let bowl = [left, right, right + bevy_egui::egui::vec2(-4.0, 5.0), left + bevy_egui::egui::vec2(4.0, 5.0)];
    painter.add(Shape::convex_polygon(bowl.to_vec(), hue, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_square_and_has_something_on_it() {
        let icon = icon();
        assert_eq!((icon.wide, icon.high), (128, 128));
        let ground = Tone::default().palette().ground;
        let drawn = icon.points.iter().filter(|point| **point != ground).count();
        assert!(drawn > icon.points.len() / 8, "{drawn}");
    }
}
