//! Reading and checking what people write: norms, cards, model numbers, scenarios and cases.
//!
//! Every mistake of a file is reported at once, with its place and what to do about it ([`mistake`]). The rooms to the
//! left define the shapes and find what is wrong in meaning; this room finds where it stands. It knows nothing of a
//! running game. A new kind of file gets a module of its own here.

pub mod assets;
pub mod atlas;
pub mod cards;
pub mod cases;
pub mod desk;
pub mod follow_ups;
pub mod law;
pub mod lesson;
pub mod library;
pub mod mistake;
pub mod model;
pub mod offices;
pub mod outline;
pub mod rulebook;
pub mod scenario;
pub mod tempers;

pub use mistake::{Mistake, Mistakes};
