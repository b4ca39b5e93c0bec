//! Ids, bounded quantities, the scenario clock, keyed chance and digests.
//!
//! This room knows nothing: no word of law or diplomacy may enter it, and it uses no other room.
//! A new unit of measure goes into `quantity`, a new kind of id into `id`.

pub mod chance;
pub mod clock;
pub mod digest;
pub mod id;
pub mod quantity;
pub mod set;

pub use chance::{Chance, Purpose};
pub use clock::{Day, Span, Turn};
pub use digest::Digest;
pub use quantity::{LogOdds, Percent, Permille, Points};
pub use set::StateSet;
