//! A state: its means, its temper, its standing.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::base::{Permille, Points};
use crate::sim::words::words;

/// One state. Names live in the scenario's cast; positions in law in its profile.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Its id; equal to its place in the scenario.
    pub id: StateId,
    /// Skill in entering and disturbing foreign systems.
    pub cyber_offence: Permille,
    /// Skill in protecting and watching its own.
    pub cyber_defence: Permille,
    /// Human and signals intelligence.
    pub intelligence: Permille,
    /// Skill in finding out afterwards what happened and who did it.
    pub forensics: Permille,
    /// Reach and skill of its foreign service.
    pub diplomacy: Permille,
    /// Economic weight and health.
    pub economy: Permille,
    /// Conventional armed forces.
    pub conventional: Permille,
    /// How much it will bear for what it wants.
    pub resolve: Permille,
    /// Domestic pressure to be seen acting.
    #[serde(default)]
    pub pressure: Permille,
    /// What the world thinks of its conduct.
    pub legitimacy: Permille,
    /// How closely courts and parliament watch its services: decides whether an interference with rights is justified.
    #[serde(default)]
    pub oversight: Permille,
    /// Attention left this turn, in points.
    pub attention: Points,
    /// Attention it gets each turn, in points.
    pub attention_per_turn: Points,
    /// Its legal profile: index into the profiles of the corpus.
    #[serde(default)]
    pub profile: u8,
    /// Its seat in the Security Council.
    #[serde(default)]
    pub council: CouncilSeat,
    /// Whether it is a member of the regional body.
    #[serde(default)]
    pub region: bool,
}

words! {
    /// A seat in the Security Council.
    CouncilSeat {
        /// None.
        None,
        /// Elected: a vote, no veto.
        Elected,
        /// Permanent: a vote and a veto.
        Permanent,
    }
}

words! {
    /// The shares of a state that acts can move. Each moves by adding everything up and clamping once.
    Gauge {
        /// [`State::cyber_offence`].
        CyberOffence,
        /// [`State::cyber_defence`].
        CyberDefence,
        /// [`State::intelligence`].
        Intelligence,
        /// [`State::forensics`].
        Forensics,
        /// [`State::diplomacy`].
        Diplomacy,
        /// [`State::economy`].
        Economy,
        /// [`State::conventional`].
        Conventional,
        /// [`State::resolve`].
        Resolve,
        /// [`State::pressure`].
        Pressure,
        /// [`State::legitimacy`].
        Legitimacy,
        /// [`State::oversight`].
        Oversight,
    }
}

impl State {
    /// The share behind a gauge.
    pub const fn gauge(&self, gauge: Gauge) -> Permille {
        match gauge {
            Gauge::CyberOffence => self.cyber_offence,
            Gauge::CyberDefence => self.cyber_defence,
            Gauge::Intelligence => self.intelligence,
            Gauge::Forensics => self.forensics,
            Gauge::Diplomacy => self.diplomacy,
            Gauge::Economy => self.economy,
            Gauge::Conventional => self.conventional,
            Gauge::Resolve => self.resolve,
            Gauge::Pressure => self.pressure,
            Gauge::Legitimacy => self.legitimacy,
            Gauge::Oversight => self.oversight,
        }
    }

    /// The same share, to be moved. Only `settle` calls it.
    pub(in crate::sim) const fn gauge_mut(&mut self, gauge: Gauge) -> &mut Permille {
        match gauge {
            Gauge::CyberOffence => &mut self.cyber_offence,
            Gauge::CyberDefence => &mut self.cyber_defence,
            Gauge::Intelligence => &mut self.intelligence,
            Gauge::Forensics => &mut self.forensics,
            Gauge::Diplomacy => &mut self.diplomacy,
            Gauge::Economy => &mut self.economy,
            Gauge::Conventional => &mut self.conventional,
            Gauge::Resolve => &mut self.resolve,
            Gauge::Pressure => &mut self.pressure,
            Gauge::Legitimacy => &mut self.legitimacy,
            Gauge::Oversight => &mut self.oversight,
        }
    }
}
