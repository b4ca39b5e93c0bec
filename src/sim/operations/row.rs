//! The row of an operation.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{ActorId, AssetId, IncidentId, OperationId, StateId, WrongId};
use crate::base::{Day, StateSet};
use crate::sim::card::MoveId;
use crate::sim::incidents::Harm;
use crate::sim::order::Level;
use crate::sim::polity::Party;
use crate::sim::words::words;

/// A covert operation, in truth. Only `known_to` may learn of it as such; victims meet incidents.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Its id.
    pub id: OperationId,
    /// Who ordered it.
    pub author: Party,
    /// The actor that carries it out, if not the author itself.
    #[serde(default)]
    pub hand: Option<ActorId>,
    /// The move it is.
    pub card: MoveId,
    /// The state it is aimed at.
    pub target: StateId,
    /// What it is aimed at there.
    #[serde(default)]
    pub asset: Option<AssetId>,
    /// The state whose territory or infrastructure it passes through.
    #[serde(default)]
    pub via: Option<StateId>,
    /// The state its traces are made to point at.
    #[serde(default)]
    pub false_flag: Option<StateId>,
    /// How access is won.
    #[serde(default)]
    pub method: Method,
    /// How far it goes.
    #[serde(default)]
    pub level: Level,
    /// How far it has got.
    pub stage: Stage,
    /// The day it was ordered.
    pub began: Day,
    /// The day it can act.
    pub ready: Day,
    /// The day it ends by itself; an operation acts at least once.
    pub ends: Day,
    /// What it is meant to do to its target.
    #[serde(default)]
    pub harm: Harm,
    /// The legal label its author would put on it.
    #[serde(default)]
    pub basis: Basis,
    /// Why its author says it is done.
    #[serde(default)]
    pub purpose: MeasurePurpose,
    /// The incident it responds to, with or without a claim.
    #[serde(default)]
    pub about: Option<IncidentId>,
    /// The claim it answers, if it is a response.
    #[serde(default)]
    pub answers: Option<WrongId>,
    /// Who knows of the operation itself.
    #[serde(default)]
    pub known_to: StateSet,
    /// The state whose tools it is carried out with, if they are another's.
    #[serde(default)]
    pub tools: Option<StateId>,
}

impl Operation {
    /// Whether it is still running or being prepared.
    pub fn is_live(&self) -> bool {
        self.stage <= Stage::Active
    }
}

words! {
    /// Stages of an operation; a later one wins when two are proposed at once.
    Stage {
        /// Access is being won.
        Preparing,
        /// It acts.
        Active,
        /// Its time is up.
        Ended,
        /// Its author called it off.
        Stopped,
        /// It was found and thrown out.
        Burned,
    }
}

words! {
    /// How access is won.
    Method {
        /// From outside.
        Remote,
        /// Through a product or update that others use.
        SupplyChain,
        /// By people on the spot.
        CloseAccess,
        /// From, or under cover of, a mission.
        Mission,
    }
}

words! {
    /// The fact `claimed_basis`: the legal label put on a move. The order has no meaning.
    Basis {
        /// None.
        None,
        /// Unfriendly, but nobody's right is touched.
        Retorsion,
        /// An answer to a prior wrong.
        Countermeasure,
        /// An answer to an armed attack.
        SelfDefence,
        /// Help to a state under armed attack.
        CollectiveSelfDefence,
        /// The only way to avert a grave and imminent peril.
        Necessity,
        /// The only way to save lives in one's care.
        Distress,
        /// An irresistible event.
        ForceMajeure,
        /// The target agreed.
        Consent,
        /// The Security Council decided.
        UnscMandate,
        /// A treaty's clause for essential security.
        SecurityException,
    }
}

words! {
    /// The fact `measure_purpose`: why a response is taken. The order has no meaning.
    MeasurePurpose {
        /// None of the others, or unsaid.
        Other,
        /// To bring the responsible state back to compliance.
        Inducement,
        /// To stop the harm.
        Protection,
        /// To discourage the next time.
        Deterrence,
        /// To punish.
        Punishment,
        /// To learn.
        Collection,
    }
}
