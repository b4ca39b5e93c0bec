//! Knowledge: what each state holds for likely about who did what, and the evidence it rests on.
//!
//! Owns the row [`Evidence`] and the flat table [`Beliefs`]. Evidence filed in `Detect` moves beliefs in `Attribute`; every
//! later act rests on beliefs, never on truth. Beliefs are whole log-odds, each question against its contrary, so evidence
//! weighed in any order gives the same belief to the bit. A view that wants shares over suspects divides them itself.

mod belief;
mod evidence;
mod systems;

pub use belief::{Belief, Beliefs, Confidence, Question, about};
pub use evidence::{Detail, Evidence, EvidenceKind};
pub(super) use systems::plugin;
