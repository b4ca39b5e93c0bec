//! Drawings as pictures in files: whatever egui lays out, filled in by a small rasteriser of our own, so that a picture needs
//! neither a window nor a graphics driver and is the same on every machine.

use std::collections::BTreeMap;

use bevy_egui::egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use bevy_egui::egui::{self, Color32, ColorImage, Pos2, Rect, TextureId, Ui, vec2};

use crate::console::error::ConsoleError;
use crate::console::look::f;
use crate::console::theme::{self, Tone};

/// A picture: points row by row from the top, opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Points in a row.
    pub wide: usize,
    /// Rows.
    pub high: usize,
    /// The points.
    pub points: Vec<Color32>,
}

/// Draws something of so many points at so many pixels a point. Not for a frame.
pub fn draw(size: [u16; 2], scale: f32, tone: Tone, mut add: impl FnMut(&mut Ui)) -> Picture {
    let screen = egui::Context::default();
    theme::dress(&screen, tone, true);
    let points = vec2(f32::from(size[0]), f32::from(size[1]));
    let input = || {
        let mut input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
            max_texture_side: Some(8192),
            ..Default::default()
        };
        let viewport = input.viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.native_pixels_per_point = Some(scale);
        input
    };
    let mut textures = BTreeMap::new();
    let mut shown = None;
    // Sizes are known from the second pass on.
    for _ in 0..3 {
        let output = screen.run_ui(input(), |ui| {
            let ground = egui::Frame::new().fill(tone.palette().ground).inner_margin(egui::Margin::same(16));
            egui::CentralPanel::default().frame(ground).show(ui, |ui| add(ui));
        });
        for (id, delta) in &output.textures_delta.set {
            patch(&mut textures, *id, delta);
        }
        shown = Some(output);
    }
    let mut picture = Picture { wide: pixels(points.x * scale), high: pixels(points.y * scale), points: Vec::new() };
    picture.points = vec![tone.palette().ground; picture.wide * picture.high];
    if let Some(output) = shown {
        for primitive in screen.tessellate(output.shapes, output.pixels_per_point) {
            fill(&mut picture, &primitive, &textures, output.pixels_per_point);
        }
    }
    picture
}

impl Picture {
    /// The picture as a PNG file.
    ///
    /// # Errors
    /// If it is too large to be one.
    pub fn png(&self) -> Result<Vec<u8>, ConsoleError> {
        let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let failed = |error: png::EncodingError| ConsoleError::Refused(error.to_string());
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side(self.wide), side(self.high));
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().map_err(failed)?;
        let bytes: Vec<u8> = self.points.iter().flat_map(Color32::to_array).collect();
        writer.write_image_data(&bytes).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(file)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on a screen, cut to whole pixels"
)]
fn pixels(length: f32) -> usize {
    length.round().clamp(0.0, 16_384.0) as usize
}

fn patch(textures: &mut BTreeMap<TextureId, ColorImage>, id: TextureId, delta: &egui::epaint::ImageDelta) {
    let ImageData::Color(image) = &delta.image;
    let Some([left, top]) = delta.pos else {
        textures.insert(id, (**image).clone());
        return;
    };
    let Some(whole) = textures.get_mut(&id) else { return };
    let [wide, high] = image.size;
    for row in 0..high {
        let from = (top + row) * whole.size[0] + left;
        if let Some(place) = whole.pixels.get_mut(from..from + wide) {
            place.copy_from_slice(&image.pixels[row * wide..(row + 1) * wide]);
        }
    }
}

fn fill(picture: &mut Picture, primitive: &ClippedPrimitive, textures: &BTreeMap<TextureId, ColorImage>, scale: f32) {
    let Primitive::Mesh(mesh) = &primitive.primitive else { return };
    let Some(texture) = textures.get(&mesh.texture_id) else { return };
    let clip = Rect::from_min_max(
        (primitive.clip_rect.min.to_vec2() * scale).to_pos2(),
        (primitive.clip_rect.max.to_vec2() * scale).to_pos2(),
    );
    for corners in mesh.indices.chunks_exact(3) {
        if let Some(corners) = triangle(mesh, corners) {
            cover(picture, texture, clip, corners.map(|corner| Vertex { pos: corner.pos * scale, ..corner }));
        }
    }
}

fn triangle(mesh: &Mesh, corners: &[u32]) -> Option<[Vertex; 3]> {
    let corner = |nth: usize| mesh.vertices.get(usize::try_from(corners[nth]).ok()?).copied();
    Some([corner(0)?, corner(1)?, corner(2)?])
}

/// Lays one triangle over what is there.
fn cover(picture: &mut Picture, texture: &ColorImage, clip: Rect, [one, two, three]: [Vertex; 3]) {
    let area = cross(one.pos, two.pos, three.pos);
    if area.abs() < 1e-6 {
        return;
    }
    let bounds = Rect::from_points(&[one.pos, two.pos, three.pos]).intersect(clip);
    let (left, right) = (pixels((bounds.left() - 0.5).ceil()), pixels((bounds.right() - 0.5).floor() + 1.0));
    let (top, bottom) = (pixels((bounds.top() - 0.5).ceil()), pixels((bounds.bottom() - 0.5).floor() + 1.0));
    for row in top..bottom.min(picture.high) {
        for column in left..right.min(picture.wide) {
            let at = Pos2::new(f(column) + 0.5, f(row) + 0.5);
            let weights = [
                cross(two.pos, three.pos, at) / area,
                cross(three.pos, one.pos, at) / area,
                cross(one.pos, two.pos, at) / area,
            ];
            // A point on the edge of two triangles belongs to one of them.
            if weights.iter().any(|weight| *weight < 0.0) {
                continue;
            }
            let corners = [one, two, three];
            let hue = mixed(weights, corners.map(|corner| corner.color));
            let mut at = [0.0, 0.0];
            for (weight, corner) in weights.iter().zip(corners) {
                at[0] += weight * corner.uv.x;
                at[1] += weight * corner.uv.y;
            }
            let texel = sample(texture, at);
            let place = &mut picture.points[row * picture.wide + column];
            *place = over(times(hue, texel), *place);
        }
    }
}

fn cross(one: Pos2, two: Pos2, three: Pos2) -> f32 {
    (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a colour, from 0 to 255")]
fn part(value: f32) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

fn mixed(weights: [f32; 3], hues: [Color32; 3]) -> [f32; 4] {
    let mut mixed = [0.0; 4];
    for (weight, hue) in weights.iter().zip(hues) {
        for (sum, value) in mixed.iter_mut().zip(hue.to_array()) {
            *sum += weight * f32::from(value);
        }
    }
    mixed
}

/// The texture at a place, between its four nearest points.
fn sample(texture: &ColorImage, [u, v]: [f32; 2]) -> [f32; 4] {
    let [wide, high] = texture.size;
    let (x, y) = (u * f(wide) - 0.5, v * f(high) - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (along, down) = (x - left, y - top);
    let point = |column: f32, row: f32| {
        let column = pixels(column.clamp(0.0, f(wide.saturating_sub(1))));
        let row = pixels(row.clamp(0.0, f(high.saturating_sub(1))));
        texture.pixels.get(row * wide + column).copied().unwrap_or(Color32::TRANSPARENT).to_array().map(f32::from)
    };
    let corners = [point(left, top), point(left + 1.0, top), point(left, top + 1.0), point(left + 1.0, top + 1.0)];
    let shares = [(1.0 - along) * (1.0 - down), along * (1.0 - down), (1.0 - along) * down, along * down];
    let mut mixed = [0.0; 4];
    for (share, corner) in shares.iter().zip(corners) {
        for (sum, value) in mixed.iter_mut().zip(corner) {
            *sum += share * value;
        }
    }
    mixed
}

fn times(hue: [f32; 4], texel: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|nth| hue[nth] * texel[nth] / 255.0)
}

/// Colours come with their own opacity multiplied in.
fn over(above: [f32; 4], below: Color32) -> Color32 {
    let rest = 1.0 - above[3] / 255.0;
    let [red, green, blue, _] = below.to_array();
    let mix = |above: f32, below: u8| part(above + f32::from(below) * rest);
    Color32::from_rgb(mix(above[0], red), mix(above[1], green), mix(above[2], blue))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::theme::Ground;

    #[test]
    fn a_picture_shows_what_is_drawn_and_nothing_else() {
        let tone = Tone { ground: Ground::Light, ..Tone::default() };
        let red = Color32::from_rgb(200, 10, 20);
        let drawn = draw([80, 60], 2.0, tone, |ui| {
            ui.painter().rect_filled(Rect::from_min_max(Pos2::new(20.0, 20.0), Pos2::new(40.0, 40.0)), 0.0, red);
        });
        assert_eq!((drawn.wide, drawn.high), (160, 120));
        let at = |x: usize, y: usize| drawn.points[y * drawn.wide + x];
        assert_eq!(at(60, 60), red, "inside");
        assert_eq!(at(100, 60), tone.palette().ground, "beside");
        assert_eq!(at(4, 4), tone.palette().ground);
        // Letters leave ink: some points are neither ground nor full ink.
        let told = draw([120, 60], 2.0, tone, |ui| _ = ui.label("Démarche ✔"));
        let hues: std::collections::BTreeSet<[u8; 4]> = told.points.iter().map(Color32::to_array).collect();
        assert!(hues.len() > 8, "only {} hues", hues.len());
        let file = told.png().unwrap();
        assert!(file.starts_with(b"\x89PNG\r\n\x1a\n"));
    }
}
