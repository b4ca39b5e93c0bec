//! Tension: how close each pair of states is to blows, and on which of the ladder's ten steps it stands.
//!
//! Owns no row: tension and step live on [`Tie`](crate::sim::relations::Tie). Joins `Open` (time cools), `Act`
//! (accidents happen, the more often the higher a pair stands), `React` (acts heat or cool by their escalation value;
//! harm heats once it is laid at somebody's door) and `Close` (the step follows the tension). The steps' names and
//! bounds are `assets/model/ladder.ron`.

mod rules;
mod systems;

pub use rules::{heat, step};
pub(super) use systems::plugin;
