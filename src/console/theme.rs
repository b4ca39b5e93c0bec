//! Colours, letters and spaces: one place from which every screen takes them.
//!
//! Whatever a colour says is said by a sign or a word too. The hues of verdicts and States are those of Okabe and Ito, which
//! people with the usual kinds of colour blindness tell apart.

use bevy_egui::egui::{
    self, Color32, CornerRadius, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2, Visuals,
};

use crate::law::Overall;

/// Dark for a desk, light for a projector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
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
};

/// The hues of States on a dark ground; from the ninth State on they come again under a pattern.
const STATES_DARK: [Color32; 8] = [
    Color32::from_rgb(0x2f, 0x6f, 0x9f),
    Color32::from_rgb(0xa8, 0x6b, 0x12),
    Color32::from_rgb(0x1d, 0x7d, 0x62),
    Color32::from_rgb(0x9c, 0x4a, 0x24),
    Color32::from_rgb(0x7b, 0x4f, 0x87),
    Color32::from_rgb(0x6d, 0x74, 0x2c),
    Color32::from_rgb(0x51, 0x62, 0x7a),
    Color32::from_rgb(0x8b, 0x3f, 0x5c),
];
const STATES_LIGHT: [Color32; 8] = [
    Color32::from_rgb(0x9f, 0xcb, 0xe8),
    Color32::from_rgb(0xf2, 0xcc, 0x84),
    Color32::from_rgb(0x9a, 0xd6, 0xbf),
    Color32::from_rgb(0xf0, 0xb4, 0x95),
    Color32::from_rgb(0xd9, 0xbb, 0xe2),
    Color32::from_rgb(0xd7, 0xdc, 0x9c),
    Color32::from_rgb(0xbf, 0xc9, 0xd6),
    Color32::from_rgb(0xea, 0xb6, 0xc8),
];

impl Tone {
    /// Its colours.
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
        }
    }

    /// The tone that a piece of a screen is drawn in.
    pub fn of(ui: &egui::Ui) -> Self {
        if ui.visuals().dark_mode { Self::Dark } else { Self::Light }
    }

    /// A State's hue.
    pub const fn state(self, place: usize) -> Color32 {
        match self {
            Self::Dark => STATES_DARK[place % 8],
            Self::Light => STATES_LIGHT[place % 8],
        }
    }

    /// A verdict's hue.
    pub const fn verdict(self, overall: Overall) -> Color32 {
        let (dark, light) = match overall {
            Overall::Lawful => ((0x62, 0xc7, 0xa6), (0x00, 0x6b, 0x50)),
            Overall::UnfriendlyButLawful => ((0x7c, 0xc4, 0xea), (0x17, 0x5a, 0x87)),
            Overall::Undetermined => ((0xbd, 0xc7, 0xd4), (0x4e, 0x58, 0x67)),
            Overall::Contested => ((0xf0, 0xb4, 0x4c), (0x8a, 0x53, 0x00)),
            Overall::Unlawful => ((0xf5, 0x8c, 0x66), (0xa3, 0x32, 0x0b)),
        };
        let (red, green, blue) = if matches!(self, Self::Dark) { dark } else { light };
        Color32::from_rgb(red, green, blue)
    }

    /// The hue of a step of the ladder: cool below, hot above.
    pub const fn step(self, step: u8) -> Color32 {
        let dark = [
            (0x57, 0x8f, 0xa8),
            (0x6f, 0xa8, 0x9c),
            (0x9d, 0xb2, 0x78),
            (0xc9, 0xb2, 0x5a),
            (0xe3, 0xa3, 0x4b),
            (0xec, 0x8a, 0x4b),
            (0xee, 0x72, 0x51),
            (0xe8, 0x5c, 0x5c),
            (0xd9, 0x4a, 0x6c),
            (0xc7, 0x3d, 0x80),
        ];
        let light = [
            (0x2c, 0x6b, 0x86),
            (0x2d, 0x70, 0x62),
            (0x57, 0x6c, 0x22),
            (0x76, 0x60, 0x05),
            (0x8a, 0x53, 0x00),
            (0x9a, 0x45, 0x05),
            (0xa3, 0x32, 0x0b),
            (0xa3, 0x1f, 0x26),
            (0x98, 0x12, 0x3f),
            (0x85, 0x08, 0x57),
        ];
        let at = if step > 9 { 9 } else { step as usize };
        let (red, green, blue) = if matches!(self, Self::Dark) { dark[at] } else { light[at] };
        Color32::from_rgb(red, green, blue)
    }
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
    context.set_theme(if tone == Tone::Dark { egui::Theme::Dark } else { egui::Theme::Light });
    let mut visuals = if tone == Tone::Dark { Visuals::dark() } else { Visuals::light() };
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
