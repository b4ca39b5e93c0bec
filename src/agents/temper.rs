//! Tempers: what moves a rule-based agent, as data in `assets/agents/`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::law::act::Aim;
use crate::sim::knowledge::Confidence;
use crate::sim::model::Figure;
use crate::view::Calling;

/// A weight in thousandths, and where it comes from.
pub type Weight = Figure<Permille>;

/// One temper. All weights are shares of what the strongest temper would feel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Temper {
    /// Slug, equal to the file's name.
    pub id: String,
    /// One sentence on what it is like.
    pub about: String,
    /// How much it values each aim; one left out means nothing to it.
    pub values: BTreeMap<Aim, Weight>,
    /// How readily it hears each calling; one left out is heard like any other, at 500.
    pub hears: BTreeMap<Calling, Weight>,
    /// How much the law counts: an act's worth falls by its legality cost times this, divided by a hundred.
    pub legality: Weight,
    /// How far it trusts that what is hidden stays hidden: the share by which stealth lowers that price.
    pub risk: Weight,
    /// Taste for acts that nobody sees.
    pub secrecy: Weight,
    /// Taste for acts that help others.
    pub cooperation: Weight,
    /// Taste for heat: at 1000 it pays nothing for raising tension.
    pub escalation: Weight,
    /// How much an act must be worth before it is done rather than left.
    pub patience: Weight,
    /// How far its answers to accusations are true.
    pub honesty: Weight,
    /// How sure it must be before it complains to a state in private.
    pub complains_at: Figure<Confidence>,
    /// How sure it must be before it accuses a state in public.
    pub accuses_at: Figure<Confidence>,
    /// How sure it must be before it does something to a state for what it holds it to have done.
    pub acts_at: Figure<Confidence>,
    /// For how many days it weighs naming a state in public, for each point by which the harm is less than what is named
    /// at once.
    pub deliberates: Figure<i32>,
    /// How many steps of the ladder it will climb at once.
    pub leap: Figure<u8>,
    /// How far its choices vary from game to game: worth moves by up to this share.
    pub whim: Weight,
}

impl Temper {
    /// How much it values an aim.
    pub fn values(&self, aim: Aim) -> Permille {
        self.values.get(&aim).map_or(Permille::ZERO, |weight| weight.at)
    }

    /// How readily it hears a calling.
    pub fn hears(&self, calling: Calling) -> Permille {
        self.hears.get(&calling).map_or(Permille::clamped(500), |weight| weight.at)
    }
}
