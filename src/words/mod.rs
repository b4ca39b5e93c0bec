//! Sentences: locale files, phrases about facts and findings, legality cards and briefs, and the pages of the catalogue.
//!
//! In reading order: [`locale`] says a message in a [`language`]; [`prose`] holds what move cards say about themselves; [`phrase`] puts
//! facts and findings into words; [`tree`] lays a formula out in words; [`mod@card`] and [`mod@brief`] explain an opinion at two reading levels;
//! [`events`] tells what happened in a crisis; [`seat`] is what one
//! seat reads, [`acts`] what it could do, [`dossier`] and [`board`] what it knows of each incident, [`scene`] what a map shows of it; [`class`] speaks of who sits where; [`pages`] writes the catalogue as documents. This room may know everything
//! to its left and prints nothing. A sentence about one norm belongs to that norm's file, any other to `assets/words/en`
//! (`docs/decisions/0001`).

pub mod acts;
pub mod board;
pub mod brief;
pub mod card;
pub mod class;
pub mod dossier;
pub mod events;
pub mod locale;
pub mod pages;
pub mod phrase;
pub mod prose;
pub mod scene;
pub mod seat;
pub mod text;
pub mod tree;

pub mod language;
pub mod refusal;

mod case;
mod drafting;
mod rows;

pub mod waiting;

pub use brief::brief;
pub use card::{Card, card};
pub use events::Telling;
pub use language::Language;
pub use locale::Words;
