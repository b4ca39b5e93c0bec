//! Colours, letters and spaces: one place from which every screen takes them.
//!
//! Whatever a colour says is said by a sign or a word too. Besides the usual hues there are such as people with each kind of
//! colour blindness tell apart: a test sees them with their eyes, by the matrices of Machado, Oliveira and Fernandes (2009).

mod hues;

use bevy_egui::egui::{
    self, Color32, CornerRadius, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2, Visuals,
};

use serde::{Deserialize, Serialize};

use crate::console::theme::hues::{STATES, STATES_BLUE_YELLOW, STATES_GREY, STATES_RED_GREEN, STEPS, verdicts};
use crate::law::Overall;

/// Dark for a desk, light for a projector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
}

/// Which hues tell States, steps and verdicts apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hues {
    /// Quiet ones.
    #[default]
    Usual,
    /// Such as are told apart without red and green.
    RedGreen,
    /// Such as are told apart without blue and yellow.
    BlueYellow,
    /// None: light and dark, and patterns.
    Grey,
}

impl Hues {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Usual, Self::RedGreen, Self::BlueYellow, Self::Grey];
}

/// What everything is drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tone {
    /// Dark or light.
    pub ground: Ground,
    /// Which hues.
    pub hues: Hues,
}

/// The colours of a tone.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color32,
    /// Bars at the edges.
    pub bar: Color32,
    /// Cards.
    pub card: Color32,
    /// Lines between things.
    pub line: Color32,
    /// Letters.
    pub ink: Color32,
    /// Letters of lesser weight; still 4.5 to 1 against every ground.
    pub faint: Color32,
    /// What can be pressed, and where one is.
    pub accent: Color32,
    /// Letters on the accent.
    pub on_accent: Color32,
    /// The sea of the map.
    pub sea: Color32,
    /// What calls for care.
    pub warn: Color32,
    /// Around what shows the truth.
    pub truth: Color32,
    /// Letters on that.
    pub on_truth: Color32,
}

const DARK: Palette = Palette {
    ground: Color32::from_rgb(0x10, 0x15, 0x1d),
    bar: Color32::from_rgb(0x17, 0x1e, 0x29),
    card: Color32::from_rgb(0x1c, 0x25, 0x32),
    line: Color32::from_rgb(0x36, 0x43, 0x55),
    ink: Color32::from_rgb(0xec, 0xf0, 0xf6),
    faint: Color32::from_rgb(0xae, 0xba, 0xca),
    accent: Color32::from_rgb(0x7c, 0xc4, 0xea),
    on_accent: Color32::from_rgb(0x0b, 0x1c, 0x28),
    sea: Color32::from_rgb(0x13, 0x1d, 0x2b),
    warn: Color32::from_rgb(0xf0, 0xb4, 0x4c),
    truth: Color32::from_rgb(0xd9, 0x63, 0xb4),
    on_truth: Color32::from_rgb(0x1d, 0x05, 0x16),
};

const LIGHT: Palette = Palette {
    ground: Color32::from_rgb(0xf1, 0xef, 0xea),
    bar: Color32::from_rgb(0xfb, 0xfa, 0xf7),
    card: Color32::from_rgb(0xff, 0xff, 0xff),
    line: Color32::from_rgb(0xc4, 0xc0, 0xb6),
    ink: Color32::from_rgb(0x17, 0x1f, 0x2b),
    faint: Color32::from_rgb(0x4e, 0x58, 0x67),
    accent: Color32::from_rgb(0x17, 0x5a, 0x87),
    on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
    sea: Color32::from_rgb(0xdd, 0xe6, 0xec),
    warn: Color32::from_rgb(0x8a, 0x53, 0x00),
    truth: Color32::from_rgb(0x8c, 0x1d, 0x6b),
    on_truth: Color32::from_rgb(0xff, 0xff, 0xff),
};

/// Where the hues of a game are kept for whoever draws.
fn place() -> egui::Id {
    egui::Id::new("hues")
}

impl Tone {
    /// Its colours.
    pub const fn palette(self) -> &'static Palette {
        match self.ground {
            Ground::Dark => &DARK,
            Ground::Light => &LIGHT,
        }
    }

    /// The tone that a piece of a screen is drawn in.
    pub fn of(ui: &egui::Ui) -> Self {
        let ground = if ui.visuals().dark_mode { Ground::Dark } else { Ground::Light };
        let hues = ui.ctx().data(|data| data.get_temp(place())).unwrap_or_default();
        Self { ground, hues }
    }

    const fn at(self) -> usize {
        match self.ground {
            Ground::Dark => 0,
            Ground::Light => 1,
        }
    }

    /// How many States have hues of their own; after them the same hues come again under a pattern.
    pub const fn count(self) -> usize {
        match self.hues {
            Hues::Grey => 4,
            _ => 8,
        }
    }

    /// A State's hue.
    pub const fn state(self, place: usize) -> Color32 {
        let all = match self.hues {
            Hues::Usual => &STATES,
            Hues::RedGreen => &STATES_RED_GREEN,
            Hues::BlueYellow => &STATES_BLUE_YELLOW,
            Hues::Grey => &STATES_GREY,
        };
        colour(all[self.at()][place % self.count()])
    }

    /// The pattern over a State's hue; 0 for none.
    pub const fn pattern(self, place: usize) -> usize {
        place / self.count()
    }

    /// A verdict's hue.
    pub const fn verdict(self, overall: Overall) -> Color32 {
        let nth = match overall {
            Overall::Lawful => 0,
            Overall::UnfriendlyButLawful => 1,
            Overall::Undetermined => 2,
            Overall::Contested => 3,
            Overall::Unlawful => 4,
        };
        colour(verdicts(self.hues)[self.at()][nth])
    }

    /// The hue of a step of the ladder.
    pub const fn step(self, step: u8) -> Color32 {
        let at = if step > 9 { 9 } else { step as usize };
        if matches!(self.hues, Hues::Grey) {
            // From step to step a little stronger.
            let light = match self.ground {
                Ground::Dark => 0x88 + 12 * at as u8,
                Ground::Light => 0x66 - 10 * at as u8,
            };
            return Color32::from_rgb(light, light, light);
        }
        colour(STEPS[self.at()][at])
    }
}

const fn colour((red, green, blue): (u8, u8, u8)) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// The sign that goes with a verdict, never instead of its word.
pub const fn sign(overall: Overall) -> &'static str {
    match overall {
        Overall::Lawful => "✔",
        Overall::UnfriendlyButLawful => "■",
        Overall::Undetermined => "○",
        Overall::Contested => "▲",
        Overall::Unlawful => "✖",
    }
}

/// Dresses everything that is drawn.
pub fn dress(context: &egui::Context, tone: Tone, reduced_motion: bool) {
    let palette = tone.palette();
    let is_dark = tone.ground == Ground::Dark;
    context.set_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light });
    context.data_mut(|data| data.insert_temp(place(), tone.hues));
    let mut visuals = if is_dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = Some(palette.ink);
    visuals.weak_text_color = Some(palette.faint);
    visuals.panel_fill = palette.ground;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.extreme_bg_color = palette.ground;
    visuals.faint_bg_color = palette.bar;
    visuals.code_bg_color = palette.bar;
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = tone.verdict(Overall::Unlawful);
    // What cannot be pressed now is still read: it says what there is.
    visuals.disabled_alpha = 0.62;
    visuals.selection.bg_fill = palette.accent.gamma_multiply(0.35);
    visuals.selection.stroke = Stroke::new(1.0, palette.ink);
    let corner = CornerRadius::same(5);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = corner;
    let widgets = &mut visuals.widgets;
    for (widget, fill, edge) in [
        (&mut widgets.noninteractive, palette.card, palette.line),
        (&mut widgets.inactive, palette.card, palette.line),
        (&mut widgets.hovered, palette.line, palette.accent),
        (&mut widgets.active, palette.line, palette.accent),
        (&mut widgets.open, palette.card, palette.accent),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, palette.ink);
        widget.corner_radius = corner;
        widget.expansion = 0.0;
    }
    // Where the keyboard is must be seen from across a room.
    widgets.active.bg_stroke = Stroke::new(2.0, palette.accent);
    context.set_visuals(visuals);
    context.set_fonts(fonts());
    context.all_styles_mut(|style| {
        let letters = |size| FontId::new(size, FontFamily::Proportional);
        style.text_styles = [
            (TextStyle::Small, letters(12.5)),
            (TextStyle::Body, letters(15.0)),
            (TextStyle::Button, letters(15.0)),
            (TextStyle::Heading, letters(22.0)),
            (TextStyle::Monospace, FontId::new(13.5, FontFamily::Monospace)),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(8.0, 6.0);
        style.spacing.button_padding = Vec2::new(10.0, 5.0);
        style.spacing.interact_size = Vec2::new(40.0, 28.0);
        style.spacing.window_margin = Margin::same(14);
        style.spacing.combo_width = 220.0;
        style.animation_time = if reduced_motion { 0.0 } else { 0.12 };
    });
}

/// The letters that travel with egui; what the proportional ones lack, the monospaced ones have.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    if let Some(proportional) = fonts.families.get_mut(&FontFamily::Proportional) {
        proportional.push("Hack".to_owned());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What somebody sees who sees no red, no green or no blue, each as a matrix over linear light.
    const EYES: [(&str, [[f64; 3]; 3]); 4] = [
        ("all hues", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "no red",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "no green",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "no blue",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    fn linear(colour: Color32) -> [f64; 3] {
        [colour.r(), colour.g(), colour.b()].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance(colour: Color32) -> f64 {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    /// How far two colours lie apart in CIELAB for some eyes.
    fn apart(one: Color32, other: Color32, eyes: &[[f64; 3]; 3]) -> f64 {
        let lab = |colour| {
            let light = linear(colour);
            let [red, green, blue] =
                eyes.map(|row| row.iter().zip(light).map(|(part, light)| part * light).sum::<f64>().clamp(0.0, 1.0));
            let bend = |part: f64| if part > 0.008_856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 };
            let x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
            let y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
            let z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
            [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
        };
        lab(one).iter().zip(lab(other)).map(|(one, other)| (one - other) * (one - other)).sum::<f64>().sqrt()
    }

    fn tones() -> impl Iterator<Item = Tone> {
        let grounds = [Ground::Dark, Ground::Light];
        grounds.into_iter().flat_map(|ground| Hues::ALL.map(|hues| Tone { ground, hues }))
    }

    #[test]
    fn letters_are_read_on_every_ground() {
        let verdicts = [
            Overall::Lawful,
            Overall::UnfriendlyButLawful,
            Overall::Undetermined,
            Overall::Contested,
            Overall::Unlawful,
        ];
        for tone in tones() {
            let palette = tone.palette();
            let letters = [palette.ink, palette.faint, palette.warn, palette.accent];
            for letter in letters.into_iter().chain(verdicts.map(|verdict| tone.verdict(verdict))) {
                for ground in [palette.ground, palette.bar, palette.card] {
                    let found = contrast(letter, ground);
                    assert!(found >= 4.5, "{letter:?} on {ground:?} in {tone:?}: {found:.2}");
                }
            }
            for (letter, ground) in [(palette.on_accent, palette.accent), (palette.on_truth, palette.truth)] {
                assert!(contrast(letter, ground) >= 4.5, "{letter:?} on {ground:?} in {tone:?}");
            }
            for step in 0..10 {
                let found = contrast(tone.step(step), palette.card);
                assert!(found >= 3.0, "step {step} in {tone:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn states_are_told_apart_by_the_eyes_that_the_hues_are_for() {
        for tone in tones() {
            let eyes: &[usize] = match tone.hues {
                Hues::Usual => &[0],
                Hues::RedGreen => &[0, 1, 2],
                Hues::BlueYellow => &[0, 3],
                Hues::Grey => &[0, 1, 2, 3],
            };
            for (name, matrix) in eyes.iter().map(|nth| &EYES[*nth]) {
                for one in 0..tone.count() {
                    for other in 0..one {
                        let found = apart(tone.state(one), tone.state(other), matrix);
                        assert!(found >= 9.0, "{one} and {other} in {tone:?} for {name}: {found:.1}");
                    }
                }
            }
        }
    }
}
