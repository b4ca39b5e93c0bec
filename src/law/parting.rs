//! Where the readings of a norm part on one act: what the act, or a word about it, can say about which of them is right.

use crate::law::corpus::{Corpus, NormId};
use crate::law::logic::Value;
use crate::law::norm::Kind;
use crate::law::program::Norms;

/// A norm whose readings answer one act differently. An act on which all of them agree says nothing about any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// The norm.
    pub norm: NormId,
    /// Readings that hold the act against its author, as bits by their places.
    pub catches: u32,
    /// Readings that let it pass.
    pub clears: u32,
    /// Whether a plea is raised that could excuse what the norm forbids.
    pub is_pleaded: bool,
}

impl Parting {
    /// Whether a reading is among those of a set.
    pub const fn has(set: u32, place: usize) -> bool {
        set >> place & 1 == 1
    }
}

/// The value that holds an act against its author, for norms of a kind; `None` if such norms do neither.
const fn against(kind: Kind) -> Option<Value> {
    match kind {
        Kind::Prohibition | Kind::Condition | Kind::Attribution | Kind::Permission | Kind::Evidence | Kind::Soft => {
            Some(Value::True)
        }
        Kind::Plea => Some(Value::False),
        Kind::Classification | Kind::Consequence | Kind::Procedural => None,
    }
}

/// Where readings part on an act, among the norms that are certainly raised; `position` is the value of a reading of a norm.
pub(super) fn partings<'a>(
    corpus: &'a Corpus,
    raised: Norms,
    position: impl Fn(NormId, usize) -> Value + 'a,
) -> impl Iterator<Item = Parting> + 'a {
    let is_raised = move |norm: NormId| raised >> norm.index() & 1 == 1;
    corpus.norms().filter_map(move |(id, norm)| {
        let held_against = against(norm.spec.kind)?;
        if norm.positions.len() < 2 || !is_raised(id) {
            return None;
        }
        let (mut catches, mut clears) = (0, 0);
        for place in 0..norm.positions.len() {
            match position(id, place) {
                value if value == held_against => catches |= 1 << place,
                Value::True | Value::False => clears |= 1 << place,
                Value::Contested | Value::Unknown => {}
            }
        }
        let is_pleaded = norm.shields.iter().any(|plea| is_raised(*plea));
        (catches != 0 && clears != 0).then_some(Parting { norm: id, catches, clears, is_pleaded })
    })
}
