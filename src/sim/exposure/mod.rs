//! Exposure: what security firms, the press and allies find out about operations, and what of it becomes public.
//!
//! Owns no row. Joins `Covert` (a firm or an ally comes upon quiet harm and warns its victim) and `Speak` (a firm or a
//! paper tells the public, mostly months later). A firm that finds something tells the victim first and publishes once
//! the victim knows; it keeps silent about its patron. Chance is keyed by incident and finder; of several finders in
//! one turn the most skilled one counts, and between equals the one listed first.

mod rules;
mod systems;

pub(super) use systems::plugin;
