//! What a move card tells the law: how the act is labelled, how it escalates, and which facts it fixes.

use serde::{Deserialize, Serialize};

use crate::law::fact::{Fact, facts};
use crate::law::sheet::FactSheet;

/// Where the adviser starts; the checker decides on the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Character {
    /// Breaches nothing and is not unfriendly.
    Lawful,
    /// Unfriendly but inherently lawful; needs no prior wrong.
    Retorsion,
    /// Normally lawful, but particular facts can make it a breach.
    PrimaFacieLawful,
    /// States disagree; depends on position taken and on facts.
    Contested,
    /// A breach unless justified.
    PrimaFacieUnlawful,
    /// A breach that no justification of the catalogue cures in practice.
    Unlawful,
}

/// The legal side of a move.
#[derive(Clone, Debug)]
pub struct Act {
    /// Slug of the move.
    pub id: String,
    /// Escalation value in tenths, −100 (most conflictual) to 100.
    pub esc: i16,
    /// Default legal character.
    pub character: Character,
    /// Facts that the move fixes.
    pub fixes: Vec<(Fact, u32)>,
}

impl Act {
    /// The sheet on which a case or the truth begins: defaults overridden by what the move fixes.
    pub fn sheet(&self, defaults: &FactSheet) -> FactSheet {
        let mut sheet = *defaults;
        for (fact, code) in &self.fixes {
            sheet.set(*fact, *code);
        }
        sheet
    }
}

/// Sectors whose loss makes a target critical infrastructure without a designation.
const CRITICAL: [u32; 9] = {
    use facts::target_sector::{
        ELECTIONS, ENERGY, FINANCE, HEALTH, INTERNET_CORE, NUCLEAR, TELECOMS, TRANSPORT, WATER,
    };
    [ENERGY, WATER, HEALTH, FINANCE, TRANSPORT, TELECOMS, NUCLEAR, ELECTIONS, INTERNET_CORE]
};

/// Fills in the facts that follow from others, unless they were stated: `critical_infrastructure` from the sector and
/// `proportionality` from the ratio of response to injury (below 80 per cent, to 150, to 300, above).
///
/// `stated` tells which facts were given outright and so stay as they are.
pub fn derive(sheet: &mut FactSheet, stated: impl Fn(Fact) -> bool) {
    if !stated(facts::CRITICAL_INFRASTRUCTURE)
        && sheet.get(facts::TARGET_SECTOR).is_some_and(|sector| CRITICAL.contains(&sector))
    {
        sheet.set_bool(facts::CRITICAL_INFRASTRUCTURE, true);
    }
    if !stated(facts::PROPORTIONALITY)
        && let Some(ratio) = sheet.get(facts::RESPONSE_RATIO)
    {
        sheet.set(facts::PROPORTIONALITY, proportionality(ratio));
    }
}

/// The judgement on a ratio of response to injury in per cent.
pub const fn proportionality(ratio: u32) -> u32 {
    use facts::proportionality::{BELOW, COMMENSURATE, EXCESSIVE, GROSSLY_EXCESSIVE};
    match ratio {
        0..80 => BELOW,
        80..=150 => COMMENSURATE,
        151..=300 => EXCESSIVE,
        _ => GROSSLY_EXCESSIVE,
    }
}
