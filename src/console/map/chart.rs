//! The map as it is drawn and pressed on: land, frontiers, ties as arcs, pins, names; zoom and shift.
//!
//! Land and frontiers are laid out once for a view of the map and kept as meshes; a frame in which nothing moves only hands
//! them on. A State is a button to keyboards and screen readers.

use std::sync::Arc;

use bevy_egui::egui::epaint::QuadraticBezierShape;
use bevy_egui::egui::{
    Align2, Color32, FontId, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, vec2,
};

use crate::base::id::StateId;
use crate::console::look::f;
use crate::console::map::atlas::ASPECT;
use crate::console::map::{Atlas, Pin, PinKind, Scene, Strand};
use crate::console::theme::{Palette, Tone};
use crate::words::Words;

/// How far one can zoom in.
const NEAREST: f32 = 12.0;
/// For how many seconds new pins draw the eye.
const PULSE: f64 = 2.4;
/// From this step on a tie is drawn whoever it is of.
const TENSE: u8 = 2;

/// A State on the map that was chosen, or nothing.
pub type Chosen = Option<StateId>;

/// A view of the map.
#[derive(Debug)]
pub struct Chart {
    zoom: f32,
    shift: Vec2,
    kept: Option<Kept>,
    /// When new pins came.
    pulsing_since: Option<f64>,
}

impl Default for Chart {
    fn default() -> Self {
        Self { zoom: 1.0, shift: Vec2::ZERO, kept: None, pulsing_since: None }
    }
}

/// Meshes laid out for one view.
#[derive(Debug)]
struct Kept {
    frame: Frame,
    tone: Tone,
    land: Arc<Mesh>,
}

/// Where the world lies on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Frame {
    rect: Rect,
    scale: f32,
    origin: Pos2,
}

impl Frame {
    fn screen(&self, at: Pos2) -> Pos2 {
        self.origin + at.to_vec2() * self.scale
    }

    fn world(&self, at: Pos2) -> Pos2 {
        ((at - self.origin) / self.scale).to_pos2()
    }
}

impl Chart {
    /// New pins draw the eye from now on.
    pub fn alert(&mut self) {
        self.pulsing_since = Some(f64::NAN);
    }

    /// Draws the map over all the room there is, and lets a State be chosen.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, atlas: &Atlas, scene: &Scene, chosen: &mut Chosen) {
        let rect = ui.available_rect_before_wrap();
        if rect.width() < 40.0 || rect.height() < 40.0 {
            return;
        }
        let response = ui.allocate_rect(rect, Sense::click_and_drag());
        let told = words.say("con-map");
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &told));
        self.steer(ui, &response, rect);
        let frame = self.frame(rect);
        let tone = Tone::of(ui);
        let palette = tone.palette();
        let painter = ui.painter().with_clip_rect(rect);
        painter.rect_filled(rect, 8.0, palette.sea);
        let land = self.land(atlas, frame, tone, scene.states.len());
        painter.add(Shape::mesh(land));
        let hovered = response.hover_pos().and_then(|at| atlas.owner(frame.world(at)));
        if response.clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            *chosen = atlas.owner(frame.world(at)).map(StateId::at);
        }
        outline(&painter, atlas, frame, *chosen, palette.ink, 2.5);
        outline(&painter, atlas, frame, hovered.map(StateId::at), palette.accent, 1.5);
        let focus = chosen.or(scene.seat);
        let mut strands: Vec<&Strand> = scene.ties.iter().filter(|tie| is_shown(tie, focus, scene)).collect();
        strands.sort_by_key(|tie| tie.step);
        for tie in strands {
            arc(&painter, atlas, frame, tone, tie);
        }
        self.pins(ui, &painter, atlas, frame, scene, tone);
        names(ui, &painter, atlas, frame, scene, chosen, tone);
        self.buttons(ui, words, rect);
        if let Some(state) = hovered.and_then(|state| scene.states.get(state)) {
            response.on_hover_ui_at_pointer(|ui| {
                ui.strong(&state.name);
                let here = scene.pins.iter().filter(|pin| Some(pin.state.index()) == hovered);
                for pin in here.take(6) {
                    ui.label(format!("{} {}", sign(pin.kind), pin.text));
                }
            });
        }
    }

    /// Zooms about the pointer and shifts with it.
    fn steer(&mut self, ui: &Ui, response: &Response, rect: Rect) {
        if response.dragged() {
            self.shift += response.drag_delta();
        }
        if let Some(at) = response.hover_pos() {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta.y, input.zoom_delta()));
            self.zoom_by((scroll / 240.0).exp() * pinch, at, rect);
        }
        // Some of the world is always to be seen.
        let most = rect.size() * 0.5 * self.zoom;
        self.shift = self.shift.clamp(-most, most);
    }

    fn zoom_by(&mut self, factor: f32, about: Pos2, rect: Rect) {
        let before = self.zoom;
        self.zoom = (self.zoom * factor).clamp(1.0, NEAREST);
        let from = about - rect.center();
        self.shift = from - (from - self.shift) * (self.zoom / before);
        if self.zoom <= 1.0 {
            self.shift = Vec2::ZERO;
        }
    }

    fn frame(&self, rect: Rect) -> Frame {
        let scale = (rect.width() / ASPECT).min(rect.height()) * self.zoom;
        let origin = rect.center() + self.shift - vec2(ASPECT, 1.0) * scale / 2.0;
        Frame { rect, scale, origin }
    }

    /// The land as it lies on the screen.
    fn land(&mut self, atlas: &Atlas, frame: Frame, tone: Tone, states: usize) -> Arc<Mesh> {
        if let Some(kept) = self.kept.as_ref().filter(|kept| kept.frame == frame && kept.tone == tone) {
            return kept.land.clone();
        }
        let land = Arc::new(lay(atlas, frame, tone, states));
        self.kept = Some(Kept { frame, tone, land: land.clone() });
        land
    }

    /// What is pinned to States, around their names.
    fn pins(&mut self, ui: &Ui, painter: &Painter, atlas: &Atlas, frame: Frame, scene: &Scene, tone: Tone) {
        let now = ui.input(|input| input.time);
        if self.pulsing_since.is_some_and(f64::is_nan) {
            self.pulsing_since = Some(now);
        }
        let still = ui.style().animation_time <= 0.0;
        let age = self.pulsing_since.map(|since| now - since).filter(|age| *age < PULSE && !still);
        if age.is_some() && scene.pins.iter().any(|pin| pin.is_new) {
            ui.ctx().request_repaint();
        }
        let size = (frame.scale / 90.0).clamp(3.5, 9.0);
        for (state, seat) in atlas.seats.iter().enumerate() {
            let here: Vec<&Pin> = scene.pins.iter().filter(|pin| pin.state.index() == state).collect();
            let at = frame.screen(*seat);
            if here.is_empty() || !frame.rect.expand(60.0).contains(at) {
                continue;
            }
            // What is open first; of the rest there is a count.
            let mut here = here;
            here.sort_by_key(|pin| (pin.is_over, !pin.is_new, pin.kind));
            let most = 6.min(here.len());
            let wide = f(most) * size * 2.6;
            for (nth, pin) in here.iter().take(most).enumerate() {
                let place = at + vec2(size * 2.6 * (f(nth) + 0.5) - wide / 2.0, size * 2.4 + 8.0);
                stick(painter, place, size, pin, tone, age);
            }
            if here.len() > most {
                let more = format!("+{}", here.len() - most);
                let place = at + vec2(wide / 2.0 + 4.0, size * 2.4 + 8.0);
                let ink = tone.palette().ink;
                painter.text(place, Align2::LEFT_CENTER, more, FontId::proportional(size * 1.6), ink);
            }
        }
    }

    fn buttons(&mut self, ui: &mut Ui, words: &Words, rect: Rect) {
        let size = vec2(32.0, 28.0);
        let acts = [("+", "con-map-nearer"), ("−", "con-map-farther"), ("⟲", "con-map-whole")];
        for (nth, (sign, id)) in acts.into_iter().enumerate() {
            let at = Rect::from_min_size(rect.right_top() + vec2(-42.0, 10.0 + f(nth) * 34.0), size);
            let pressed = ui.put(at, bevy_egui::egui::Button::new(sign));
            let told = words.say(id);
            pressed.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &told));
            if pressed.on_hover_text(&told).clicked() {
                match nth {
                    0 => self.zoom_by(1.4, rect.center(), rect),
                    1 => self.zoom_by(1.0 / 1.4, rect.center(), rect),
                    _ => (self.zoom, self.shift) = (1.0, Vec2::ZERO),
                }
            }
        }
    }
}

/// Ties that say something: tense ones, and those of whoever is looked at.
fn is_shown(tie: &Strand, focus: Chosen, scene: &Scene) -> bool {
    let of_focus = focus.is_some_and(|state| tie.low == state || tie.high == state);
    let few = scene.states.len() <= 12;
    tie.step >= TENSE || tie.is_severed || (of_focus && (tie.are_friends || tie.step > 0)) || (few && tie.are_friends)
}

/// Cells as triangles, then frontiers with soft sides.
fn lay(atlas: &Atlas, frame: Frame, tone: Tone, states: usize) -> Mesh {
    let palette = tone.palette();
    let mut mesh = Mesh::default();
    let coast = palette.ink.gamma_multiply(0.10);
    for edge in atlas.edges.iter().filter(|edge| edge.is_coast()) {
        // Shallow water.
        strip(&mut mesh, edge.ends.map(|at| frame.screen(at)), (frame.scale / 70.0).clamp(3.0, 16.0), coast);
    }
    for cell in &atlas.cells {
        let first = mesh.vertices.len() as u32;
        let fill = tone.state(cell.owner);
        cell.corners.iter().for_each(|corner| mesh.colored_vertex(frame.screen(*corner), fill));
        for nth in 2..cell.corners.len() as u32 {
            mesh.add_triangle(first, first + nth - 1, first + nth);
        }
    }
    if states > tone.count() {
        let lines = palette.ink.gamma_multiply(0.28);
        for cell in atlas.cells.iter().filter(|cell| cell.owner >= tone.count()) {
            hatch(&mut mesh, tone.pattern(cell.owner), &cell.corners, frame, lines);
        }
    }
    for edge in &atlas.edges {
        let (wide, hue) = if edge.is_coast() { (1.6, palette.ink.gamma_multiply(0.65)) } else { (1.5, palette.ground) };
        strip(&mut mesh, edge.ends.map(|at| frame.screen(at)), wide, hue);
    }
    mesh
}

/// A line with soft sides.
fn strip(mesh: &mut Mesh, [one, other]: [Pos2; 2], wide: f32, hue: Color32) {
    let along = other - one;
    let across = along.rot90().normalized();
    let along = along.normalized() * (wide * 0.35);
    let (one, other) = (one - along, other + along);
    let first = mesh.vertices.len() as u32;
    let (solid, soft) = ((wide / 2.0 - 0.5).max(0.1), wide / 2.0 + 0.5);
    for (off, hue) in [(-soft, Color32::TRANSPARENT), (-solid, hue), (solid, hue), (soft, Color32::TRANSPARENT)] {
        mesh.colored_vertex(one + across * off, hue);
        mesh.colored_vertex(other + across * off, hue);
    }
    for row in 0..3 {
        let at = first + row * 2;
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 1, at + 3, at + 2);
    }
}

/// The lines of a pattern across one cell: rising, falling, upright, lying, and two of them together.
fn hatch(mesh: &mut Mesh, pattern: usize, corners: &[Pos2], frame: Frame, hue: Color32) {
    const WAYS: [Vec2; 4] = [vec2(0.707, 0.707), vec2(0.707, -0.707), vec2(1.0, 0.0), vec2(0.0, 1.0)];
    let ways: &[usize] = match (pattern - 1) % 6 {
        0 => &[0],
        1 => &[1],
        2 => &[2],
        3 => &[3],
        4 => &[0, 1],
        _ => &[2, 3],
    };
    const APART: f32 = 0.016;
    for way in ways {
        let normal = WAYS[*way];
        let heights: Vec<f32> = corners.iter().map(|at| at.to_vec2().dot(normal)).collect();
        let low = heights.iter().copied().fold(f32::INFINITY, f32::min);
        let high = heights.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut line = (low / APART).ceil() * APART;
        while line < high {
            let mut cuts = (0..corners.len()).filter_map(|nth| {
                let next = (nth + 1) % corners.len();
                let (from, to) = (heights[nth] - line, heights[next] - line);
                ((from < 0.0) != (to < 0.0)).then(|| corners[nth].lerp(corners[next], from / (from - to)))
            });
            if let (Some(one), Some(other)) = (cuts.next(), cuts.next()) {
                strip(mesh, [frame.screen(one), frame.screen(other)], 1.4, hue);
            }
            line += APART;
        }
    }
}

/// The edge of a State's land.
fn outline(painter: &Painter, atlas: &Atlas, frame: Frame, state: Chosen, hue: Color32, wide: f32) {
    let Some(state) = state.map(StateId::index) else { return };
    for edge in atlas.edges.iter().filter(|edge| edge.sides.contains(&Some(state))) {
        painter.line_segment(edge.ends.map(|at| frame.screen(at)), Stroke::new(wide, hue));
    }
}

/// A tie as an arc: its hue and width by the step of the ladder, broken if relations are, thin and pale between friends.
fn arc(painter: &Painter, atlas: &Atlas, frame: Frame, tone: Tone, tie: &Strand) {
    let (Some(one), Some(other)) = (atlas.seats.get(tie.low.index()), atlas.seats.get(tie.high.index())) else {
        return;
    };
    let (one, other) = (frame.screen(*one), frame.screen(*other));
    let along = other - one;
    let bow = one.lerp(other, 0.5) + along.rot90() * 0.16;
    let stroke = if tie.step == 0 {
        Stroke::new(1.2, tone.palette().ink.gamma_multiply(0.45))
    } else {
        Stroke::new(1.4 + 0.45 * f32::from(tie.step), tone.step(tie.step))
    };
    let curve = QuadraticBezierShape::from_points_stroke([one, bow, other], false, Color32::TRANSPARENT, stroke);
    if tie.is_severed {
        let points = curve.flatten(Some(0.5));
        painter.extend(Shape::dashed_line(&points, stroke, 7.0, 5.0));
    } else {
        painter.add(curve);
    }
}

const fn sign(kind: PinKind) -> &'static str {
    match kind {
        PinKind::Incident => "◆",
        PinKind::Operation => "▲",
        PinKind::Measure => "■",
    }
}

/// A pin: a form for its kind, hollow when it is over, with a ring that opens when it is new.
fn stick(painter: &Painter, at: Pos2, size: f32, pin: &Pin, tone: Tone, age: Option<f64>) {
    let palette: &Palette = tone.palette();
    let hue = match pin.kind {
        PinKind::Incident => tone.step(7),
        PinKind::Operation => tone.step(3),
        PinKind::Measure => palette.accent,
    };
    let form: Vec<Pos2> = match pin.kind {
        PinKind::Incident => vec![vec2(0.0, -1.15), vec2(1.15, 0.0), vec2(0.0, 1.15), vec2(-1.15, 0.0)],
        PinKind::Operation => vec![vec2(0.0, -1.1), vec2(1.05, 0.8), vec2(-1.05, 0.8)],
        PinKind::Measure => vec![vec2(-0.9, -0.9), vec2(0.9, -0.9), vec2(0.9, 0.9), vec2(-0.9, 0.9)],
    }
    .into_iter()
    .map(|off| at + off * size)
    .collect();
    let fill = if pin.is_over { palette.card } else { hue };
    painter.add(Shape::convex_polygon(form, fill, Stroke::new(1.4, if pin.is_over { hue } else { palette.ground })));
    if let Some(age) = age.filter(|_| pin.is_new) {
        #[expect(clippy::cast_possible_truncation, reason = "seconds since a turn began")]
        let part = ((age * 1.25).fract()) as f32;
        let ring = Stroke::new(2.0, hue.gamma_multiply(1.0 - part));
        painter.circle_stroke(at, size * (1.0 + 2.2 * part), ring);
    }
}

/// The names of the States, each a button over its own ground.
fn names(ui: &mut Ui, painter: &Painter, atlas: &Atlas, frame: Frame, scene: &Scene, chosen: &mut Chosen, tone: Tone) {
    let palette = tone.palette();
    let room = frame.scale * (ASPECT / f(scene.states.len().max(1))).sqrt();
    let size = (room / 11.0).clamp(9.5, 17.0);
    for (place, (state, seat)) in scene.states.iter().zip(&atlas.seats).enumerate() {
        let at = frame.screen(*seat);
        if !frame.rect.contains(at) {
            continue;
        }
        let id = StateId::at(place);
        let text = if room < 78.0 { &state.code } else { &state.name };
        let is_own = scene.seat == Some(id);
        let text = if is_own { format!("★ {text}") } else { text.clone() };
        let galley = painter.layout_no_wrap(text, FontId::proportional(size), palette.ink);
        let plate = Rect::from_center_size(at, galley.size() + vec2(10.0, 4.0)).translate(vec2(0.0, -4.0));
        let response = ui.interact(plate, ui.id().with(("state", place)), Sense::click());
        let told = &state.name;
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, *chosen == Some(id), told));
        if response.clicked() {
            *chosen = Some(id);
        }
        if room < 26.0 && *chosen != Some(id) && !is_own && !response.has_focus() {
            continue;
        }
        let edge = if response.has_focus() {
            Stroke::new(2.0, palette.accent)
        } else if *chosen == Some(id) {
            Stroke::new(1.5, palette.ink)
        } else {
            Stroke::new(1.0, palette.line.gamma_multiply(0.6))
        };
        painter.rect(plate, 4.0, palette.ground.gamma_multiply(0.86), edge, StrokeKind::Inside);
        painter.galley(plate.center() - galley.size() / 2.0, galley, palette.ink);
    }
}
