//! Actors that are no state: proxies, gangs, firms, the press.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::base::id::{ActorId, StateId};
use crate::sim::words::words;

/// One actor and, in truth, whose it is. Links are named as the facts `control_link` and `state_support`.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Its id.
    pub id: ActorId,
    /// What it is.
    pub kind: ActorKind,
    /// The state it works from.
    pub home: StateId,
    /// The state behind it, if any.
    #[serde(default)]
    pub sponsor: Option<StateId>,
    /// How firmly the sponsor holds it.
    #[serde(default)]
    pub control: ControlLink,
    /// What the sponsor gives it.
    #[serde(default)]
    pub support: StateSupport,
    /// The state whose interest colours what it publishes, for firms and the press.
    #[serde(default)]
    pub leans_to: Option<StateId>,
    /// What it can do.
    pub capability: Permille,
    /// Whether it still works.
    #[serde(default)]
    pub standing: ActorStanding,
    /// The state whose tools it works with, which had been handed on without care.
    #[serde(default)]
    pub tools: Option<StateId>,
}

words! {
    /// Kinds of actor.
    ActorKind {
        /// A group that acts for, or beside, a state.
        Proxy,
        /// Criminals.
        Gang,
        /// A security firm that publishes findings.
        Firm,
        /// A newspaper or broadcaster.
        Press,
    }
}

words! {
    /// The fact `control_link`: between a state and a group.
    ControlLink {
        /// None.
        None,
        /// Organises, equips and plans with the group in general.
        OverallControl,
        /// Controls the operation in question.
        EffectiveControl,
        /// Ordered the operation in question.
        Instructed,
    }
}

words! {
    /// The fact `state_support`: what a state gives a group.
    StateSupport {
        /// Nothing.
        None,
        /// Looks away.
        Tolerance,
        /// Money.
        Funding,
        /// Intelligence or malware.
        IntelligenceOrMalware,
        /// Arms and training.
        ArmingTraining,
        /// Sends it.
        Sending,
    }
}

words! {
    /// Whether an actor still works.
    ActorStanding {
        /// At work.
        Active,
        /// Slowed by action against it.
        Disrupted,
        /// Shut down.
        Suppressed,
    }
}

/// A state or another actor: who can do things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// A state, through its own organs.
    State(StateId),
    /// An actor on its own account.
    Actor(ActorId),
}

impl Party {
    /// The state, if it is one.
    pub const fn state(self) -> Option<StateId> {
        match self {
            Self::State(state) => Some(state),
            Self::Actor(_) => None,
        }
    }
}
