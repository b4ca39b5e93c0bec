//! The screens, each a plain piece of egui that knows no Bevy. A new one is a file here, a line in [`Place`], and one in
//! `Console::screen`; the tests then drive it like the rest.

mod cell;
mod desk;
mod explore;
mod host;
mod join;
mod law;
mod record;
pub mod settings;
mod situation;
mod start;

pub use cell::{Move, WhiteCell};
pub use desk::{Desk, Errand};
pub use explore::Explore;
pub use host::{Host, Way};
pub use join::{Change, Join, Sitting};
pub(in crate::console) use join::{reentry, taken};
pub use law::Law;
pub use record::Debrief;
pub use situation::Situation;
pub use start::{Crisis, Start, Wish};

use bevy_egui::egui::Ui;
use serde::{Deserialize, Serialize};

use crate::console::look;
use crate::words::Words;

/// Chooses a scenario by its title; gives it if it is another than before.
fn scenario<'a>(ui: &mut Ui, words: &Words, gallery: &'a [Crisis], slug: &mut String) -> Option<&'a Crisis> {
    let all: Vec<(usize, String)> = gallery.iter().map(|crisis| crisis.title.clone()).enumerate().collect();
    let mut at = gallery.iter().position(|crisis| crisis.slug == *slug).unwrap_or(0);
    look::pick(ui, &words.say("con-explore-scenario"), &mut at, &all);
    let other = gallery.get(at).filter(|crisis| crisis.slug != *slug)?;
    slug.clone_from(&other.slug);
    Some(other)
}

/// Where one is. Settings files have it by its name in small letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// What to do, and with which crisis.
    #[default]
    Start,
    /// The map, the morning, the ladder.
    Situation,
    /// Orders, acts, evidence.
    Desk,
    /// The catalogue of law.
    Law,
    /// A game looked back on.
    Record,
    /// Many games.
    Explore,
    /// A class in browsers.
    Host,
    /// The facilitator's desk of that class.
    Cell,
    /// A seat in a class, here or elsewhere.
    Join,
    /// How it looks.
    Settings,
}

impl Place {
    /// All of them, in the order of the rail; the keys Ctrl+1 to Ctrl+9 and Ctrl+0 follow it.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Situation,
        Self::Desk,
        Self::Law,
        Self::Record,
        Self::Explore,
        Self::Host,
        Self::Cell,
        Self::Join,
        Self::Settings,
    ];

    /// The message that names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "con-place-start",
            Self::Situation => "con-place-situation",
            Self::Desk => "con-place-desk",
            Self::Law => "con-place-law",
            Self::Record => "con-place-record",
            Self::Explore => "con-place-explore",
            Self::Host => "con-place-host",
            Self::Cell => "con-place-cell",
            Self::Join => "con-place-join",
            Self::Settings => "con-place-settings",
        }
    }

    /// A sign beside the name.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Start => "⏵",
            Self::Situation => "🗺",
            Self::Desk => "✉",
            Self::Law => "⚖",
            Self::Record => "⏮",
            Self::Explore => "📈",
            Self::Host => "👥",
            Self::Cell => "👁",
            Self::Join => "🔌",
            Self::Settings => "⚙",
        }
    }
}
