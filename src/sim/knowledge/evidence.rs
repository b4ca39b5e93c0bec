//! An item of evidence.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::id::{EvidenceId, IncidentId, StateId};
use crate::base::{Day, Permille};
use crate::sim::knowledge::Question;
use crate::sim::words::words;

/// One item in one state's hands; a copy handed on is an item of its own.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The incident it is about.
    pub incident: IncidentId,
    /// Who holds it.
    pub holder: StateId,
    /// Who gave it, if it was not found at first hand.
    #[serde(default)]
    pub from: Option<StateId>,
    /// The item of its giver that it is a copy of.
    #[serde(default)]
    pub copy_of: Option<EvidenceId>,
    /// What kind of trace it is.
    pub kind: EvidenceKind,
    /// The question it speaks to.
    pub bears_on: Question,
    /// How strongly, in thousandths of log-odds; negative speaks against.
    pub weight: i32,
    /// How far its holder trusts it: `weight` counts by this share.
    pub reliability: Permille,
    /// Whether it was planted, in truth.
    #[serde(default)]
    pub fabricated: bool,
    /// The day the holder got it.
    pub found: Day,
    /// How much of it the holder has.
    #[serde(default)]
    pub detail: Detail,
    /// How much of it is public.
    #[serde(default)]
    pub disclosed: Detail,
}

impl Evidence {
    /// What it adds to its holder's belief, in thousandths of log-odds.
    pub const fn bearing(&self) -> i32 {
        self.reliability.of(self.weight)
    }
}

words! {
    /// Kinds of trace, roughly from weak to strong.
    EvidenceKind {
        /// Indicators that overlap with earlier cases.
        IndicatorOverlap,
        /// Servers and domains.
        Infrastructure,
        /// Language, working hours, habits.
        LanguageAndHours,
        /// Tools seen nowhere else.
        Tooling,
        /// A report by a security firm.
        VendorReport,
        /// Money followed.
        FinancialTrail,
        /// Intercepted communications.
        Intercept,
        /// A person close to the act.
        HumanSource,
        /// An admission.
        Confession,
        /// The report of a commission of inquiry.
        CommissionReport,
    }
}

words! {
    /// How much is told.
    Detail {
        /// Nothing.
        None,
        /// A summary.
        Summary,
        /// The technical findings.
        Technical,
    }
}
