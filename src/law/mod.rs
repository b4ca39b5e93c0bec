//! Law is a function: a fact sheet goes in, an opinion comes out. No world, no files, no chance, no floats.
//!
//! In reading order: the vocabulary of [`fact`]s and the four values of [`logic`]; the [`formula`] language in which
//! [`norm`]s are written; the [`corpus`] that checks a whole catalogue and compiles it into [`program`]s; a packed
//! [`sheet`] that they run on; [`assess`], the check itself; [`trace`], a flat account of it; [`score`], what a finding
//! costs; and the [`opinion`] that says all there is to say, with what is `pending`, the facts it [`turns`] on, the facts that [`explain`] it
//! and a less intrusive [`alternative`]. [`act`] is what a move card tells the law.
//!
//! This room may know `base`. A new norm is a file under `assets/law`, never code here.

#![deny(clippy::float_arithmetic)]

pub mod act;
pub mod alternative;
pub mod assess;
mod atoms;
mod clauses;
mod compiled;
pub mod corpus;
pub mod explain;
pub mod fact;
pub mod flaw;
pub mod formula;
mod lanes;
pub mod logic;
pub mod lot;
pub mod norm;
pub mod opinion;
pub mod parting;
mod pending;
pub mod program;
mod resolve;
pub mod score;
pub mod sheet;
pub mod trace;
mod turned;
pub mod turns;

pub use act::{Act, Character};
pub use assess::{Assessment, Finding, Overall};
pub use corpus::{Corpus, NormId, Reading};
pub use fact::{Fact, Vocabulary, facts};
pub use logic::Value;
pub use lot::Lot;
pub use opinion::Opinion;
pub use sheet::{FactSheet, Packed};
