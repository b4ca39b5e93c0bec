//! The row of an incident, and harm in the words of the fact vocabulary.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{AssetId, IncidentId, OperationId, StateId};
use crate::base::{Day, Points, StateSet};
use crate::law::FactSheet;
use crate::law::fact::facts;
use crate::sim::card::MoveId;
use crate::sim::operations::Operation;
use crate::sim::polity::{Function, Sector};
use crate::sim::words::words;

/// Something that happened to a state, in truth.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// Its id.
    pub id: IncidentId,
    /// Whose it hit.
    pub victim: StateId,
    /// What it hit.
    #[serde(default)]
    pub asset: Option<AssetId>,
    /// The operation behind it, in truth. `None`: an accident, or an act nobody steers any more.
    #[serde(default)]
    pub operation: Option<OperationId>,
    /// The move it looks like.
    pub card: MoveId,
    /// What it did.
    pub harm: Harm,
    /// How grave that is: 0 to 100, by `assets/model/gravity.ron`.
    pub gravity: Points,
    /// The 0 to 10 scale of the Dyadic Cyber Incident Dataset.
    pub severity: u8,
    /// The day it began.
    pub began: Day,
    /// The day the victim noticed.
    #[serde(default)]
    pub noticed: Option<Day>,
    /// The day it stopped.
    #[serde(default)]
    pub ceased: Option<Day>,
    /// Who knows of it; everybody means that it is public.
    #[serde(default)]
    pub known_to: StateSet,
    /// The third state it passed through.
    #[serde(default)]
    pub transit: Option<StateId>,
}

impl Incident {
    /// Whether it is what an operation was aimed at, and not what spilt over from it.
    pub fn is_aim_of(&self, id: OperationId, operation: &Operation) -> bool {
        self.operation == Some(id) && self.victim == operation.target
    }

    /// The day from which it can be answered: when it was noticed, or when it began if nobody says.
    pub fn known_since(&self) -> Day {
        self.noticed.unwrap_or(self.began)
    }
}

/// What an act does to its target, in the words of the facts of the same names.
///
/// Not called "effects", since an [`Effect`](crate::sim::effect::Effect) is any change of the world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and they come in every combination")]
pub struct Harm {
    /// What happened to data.
    pub data_effect: DataEffect,
    /// What stopped working.
    pub functionality_loss: Function,
    /// What broke.
    pub physical_damage: PhysicalDamage,
    /// Persons killed or seriously injured.
    pub casualties: u32,
    /// Direct economic damage.
    pub economic_loss: EconomicLoss,
    /// The public lost a vital service for more than a brief spell.
    pub essential_services_lost: bool,
    /// It can be ended and the earlier state restored.
    pub reversible: bool,
    /// It hit systems nobody selected.
    pub indiscriminate: bool,
    /// It left a way in behind, to be used later.
    pub lasting_access: bool,
}

impl Harm {
    /// Whether it is harm that only grave uses of force do: severe destruction, or ten and more killed or maimed. The bound
    /// is judgement, the same as for an armed attack in the law's questionnaire.
    pub fn is_grave_force(&self) -> bool {
        self.physical_damage == PhysicalDamage::Severe || self.casualties >= 10
    }

    /// Whether what was taken is the data of private persons, which who tells of it may leave out or print.
    pub fn is_of_persons(&self, sector: Sector) -> bool {
        self.data_effect == DataEffect::Copied && matches!(sector, Sector::PrivatePersons | Sector::Health)
    }

    /// States the facts of the same names on a sheet.
    pub fn state(&self, sheet: &mut FactSheet) {
        sheet.set(facts::DATA_EFFECT, self.data_effect as u32);
        sheet.set(facts::FUNCTIONALITY_LOSS, self.functionality_loss as u32);
        sheet.set(facts::PHYSICAL_DAMAGE, self.physical_damage as u32);
        sheet.set(facts::CASUALTIES, self.casualties);
        sheet.set(facts::ECONOMIC_LOSS, self.economic_loss as u32);
        sheet.set_bool(facts::ESSENTIAL_SERVICES_LOST, self.essential_services_lost);
        sheet.set_bool(facts::EFFECTS_REVERSIBLE, self.reversible);
        sheet.set_bool(facts::INDISCRIMINATE, self.indiscriminate);
    }
}

words! {
    /// The fact `data_effect`.
    DataEffect {
        /// None.
        None,
        /// Copied.
        Copied,
        /// Altered.
        Altered,
        /// Deleted.
        Deleted,
        /// Encrypted.
        Encrypted,
    }
}

words! {
    /// The fact `physical_damage`.
    PhysicalDamage {
        /// None.
        None,
        /// Minor.
        Minor,
        /// Equipment destroyed.
        Significant,
        /// Widespread destruction.
        Severe,
    }
}

words! {
    /// The fact `economic_loss`: below 0.01 %, below 0.5 %, above, of the target's output.
    EconomicLoss {
        /// None.
        None,
        /// Below 0.01 %.
        Minor,
        /// Below 0.5 %.
        Serious,
        /// Above.
        Catastrophic,
    }
}
