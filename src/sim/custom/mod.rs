//! Custom: how readings of norms gain and lose ground in play.
//!
//! Owns the rows [`Stance`], what a State has last said or done about how a norm is to be read, and [`Doctrine`], a standing
//! that practice has moved. Both are public. `legal` reads the stances out of the acts of a turn in `Judge`; here they are
//! counted in `Close`, so that no act is judged by what it itself has brought about. The law of later turns is the corpus
//! turned by the doctrines ([`Law::under`](crate::sim::legal::Law::under)).

mod row;
mod rules;
mod systems;
#[cfg(test)]
mod tests;

pub use row::{Doctrine, Form, Side, Stance, Tenet, in_force, latest};
pub use rules::{Count, Member, count, moved, reading};
pub(super) use systems::plugin;
