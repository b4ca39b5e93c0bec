//! What a state has that can be entered, disturbed or destroyed.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::base::id::{AssetId, StateId};
use crate::law::fact::facts;
use crate::law::{FactSheet, act};
use crate::sim::words::words;

/// A body of assets of one sector.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Its id.
    pub id: AssetId,
    /// The state it belongs to.
    pub owner: StateId,
    /// The state it stands in: the owner, except for missions and the like abroad.
    pub host: StateId,
    /// Its sector; the words are the values of the fact `target_sector`.
    pub sector: Sector,
    /// How much of it can be reached from outside.
    pub exposure: Permille,
    /// How well it is protected and backed up.
    pub hardening: Permille,
    /// Protection that is being put in place and does not count yet.
    #[serde(default)]
    pub building: Permille,
    /// People who rely on it, in thousands.
    #[serde(default)]
    pub population: u32,
    /// How well it works now.
    #[serde(default)]
    pub function: Function,
    /// Whether its owner has publicly designated it as critical.
    #[serde(default)]
    pub designation: Designation,
    /// Whether its owner's nuclear forces are commanded through it. That a state has such forces, everybody knows.
    #[serde(default)]
    pub nuclear_command: bool,
}

impl Asset {
    /// States its sector on a sheet, and that it is critical infrastructure if it is.
    pub fn state(&self, sheet: &mut FactSheet) {
        sheet.set(facts::TARGET_SECTOR, self.sector as u32);
        let designated = self.designation == Designation::Critical;
        sheet.set_bool(facts::CRITICAL_INFRASTRUCTURE, designated);
        act::derive(sheet, |fact| designated && fact == facts::CRITICAL_INFRASTRUCTURE);
    }

    /// How well it will be protected once the work on it is done.
    pub const fn planned(&self) -> Permille {
        self.hardening.shifted(self.building.get())
    }

    /// Whether it is critical infrastructure: by its sector, or because its owner has said so.
    pub fn is_critical(&self) -> bool {
        let mut sheet = FactSheet::UNKNOWN;
        self.state(&mut sheet);
        sheet.holds(facts::CRITICAL_INFRASTRUCTURE)
    }
}

words! {
    /// Sectors, as the fact `target_sector` names them.
    Sector {
        /// Nothing in particular.
        None,
        /// Ministries and agencies.
        Government,
        /// The foreign ministry.
        ForeignMinistry,
        /// An embassy or consulate.
        DiplomaticMission,
        /// The armed forces.
        Military,
        /// Running of elections.
        Elections,
        /// Courts.
        Judiciary,
        /// Power and fuel.
        Energy,
        /// Water.
        Water,
        /// Hospitals and care.
        Health,
        /// Banks and payments.
        Finance,
        /// Ports, rail, air.
        Transport,
        /// Telecommunications.
        Telecoms,
        /// Press and broadcasters.
        Media,
        /// Industry.
        Industry,
        /// Universities and laboratories.
        Research,
        /// Nuclear plants.
        Nuclear,
        /// Aid agencies.
        Humanitarian,
        /// An international organisation.
        InternationalOrganisation,
        /// A computer emergency response team.
        Cert,
        /// The core of the internet.
        InternetCore,
        /// Private persons.
        PrivatePersons,
    }
}

words! {
    /// How well an asset works, as the fact `functionality_loss` names what it lost.
    Function {
        /// As it should.
        None,
        /// Less well.
        Degraded,
        /// Stopped, comes back by itself.
        Interrupted,
        /// Must be rebuilt.
        RepairNeeded,
        /// Gone for good.
        Permanent,
    }
}

words! {
    /// A public designation.
    Designation {
        /// None; its sector alone decides.
        None,
        /// Designated as critical infrastructure.
        Critical,
    }
}
