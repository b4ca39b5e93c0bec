//! The legal state between two states, claim by claim, with its dates.

use bevy::ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use crate::base::Day;
use crate::base::id::{IncidentId, MeasureId, StateId, WrongId};
use crate::sim::words::words;

/// A state's claim that another has wronged it.
///
/// The row records what has been *said and done* about it, each step with its day: that is what makes countermeasures
/// playable. Whether the wrong is real, and whose, is never stored here; it is computed from truth.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id.
    pub id: WrongId,
    /// Who claims.
    pub claimant: StateId,
    /// Against whom.
    pub respondent: StateId,
    /// The incident complained of.
    #[serde(default)]
    pub incident: Option<IncidentId>,
    /// Or the measure complained of.
    #[serde(default)]
    pub measure: Option<MeasureId>,
    /// The norm invoked, by its number in the corpus.
    #[serde(default)]
    pub norm: Option<u8>,
    /// The day it was first raised.
    pub raised: Day,
    /// The day the respondent was called on to stop or repair.
    #[serde(default)]
    pub demanded: Option<Day>,
    /// The day countermeasures were notified.
    #[serde(default)]
    pub notified: Option<Day>,
    /// The day negotiation was offered.
    #[serde(default)]
    pub negotiation_offered: Option<Day>,
    /// The day the claimant saw the wrong end.
    #[serde(default)]
    pub ceased_seen: Option<Day>,
    /// What has been made good.
    #[serde(default)]
    pub reparation: Reparation,
    /// The day reparation became full; `None` if it is not, or was so before the crisis.
    #[serde(default)]
    pub repaired: Option<Day>,
    /// The day the respondent gave assurances of non-repetition.
    #[serde(default)]
    pub assured: Option<Day>,
    /// Where it is pending.
    #[serde(default)]
    pub forum: Forum,
    /// The day it was put there.
    #[serde(default)]
    pub put: Option<Day>,
    /// The day a court ordered the respondent to stop while it hears the case.
    #[serde(default)]
    pub provisional: Option<Day>,
    /// What the court decided.
    #[serde(default)]
    pub judgment: Judgment,
    /// Whether it still stands.
    #[serde(default)]
    pub status: ClaimStatus,
    /// The day it was settled or given up; `None` if it stands, or was closed before the crisis.
    #[serde(default)]
    pub closed: Option<Day>,
}

words! {
    /// The fact `reparation_made`.
    Reparation {
        /// None.
        None,
        /// Partial.
        Partial,
        /// Full.
        Full,
    }
}

words! {
    /// The fact `forum`: where a claim is put.
    Forum {
        /// Nowhere yet.
        None,
        /// Between governments.
        Diplomatic,
        /// A court at home.
        DomesticCourt,
        /// The World Trade Organization.
        Wto,
        /// An arbitral tribunal.
        Arbitration,
        /// The International Court of Justice.
        Icj,
        /// The Security Council.
        Unsc,
    }
}

words! {
    /// What a court or tribunal decided on a claim.
    Judgment {
        /// Nothing yet.
        None,
        /// For the respondent, or not proven.
        Dismissed,
        /// For the claimant.
        Upheld,
    }
}

words! {
    /// Whether a claim stands; a later word wins when two are proposed at once.
    ClaimStatus {
        /// It stands.
        Open,
        /// Settled.
        Settled,
        /// Given up.
        Withdrawn,
    }
}

/// One step taken on a claim, on the day it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimStep {
    /// The respondent was called on to stop or repair.
    Demanded,
    /// Countermeasures were notified.
    Notified,
    /// Negotiation was offered.
    NegotiationOffered,
    /// The claimant saw the wrong end.
    CeasedSeen,
    /// The respondent gave assurances.
    Assured,
    /// The respondent made good.
    Repaired(Reparation),
    /// It was put before a forum.
    Put(Forum),
    /// It was settled or given up.
    Closed(ClaimStatus),
    /// A court ordered the respondent to stop while it hears the case.
    Indicated,
    /// A court or tribunal decided it.
    Decided(Judgment),
}

impl Claim {
    /// Takes a step. A dated step keeps its first day; the graver reparation and the later status win.
    pub(in crate::sim) fn take(&mut self, step: ClaimStep, day: Day) {
        match step {
            ClaimStep::Demanded => _ = self.demanded.get_or_insert(day),
            ClaimStep::Notified => _ = self.notified.get_or_insert(day),
            ClaimStep::NegotiationOffered => _ = self.negotiation_offered.get_or_insert(day),
            ClaimStep::CeasedSeen => _ = self.ceased_seen.get_or_insert(day),
            ClaimStep::Assured => _ = self.assured.get_or_insert(day),
            ClaimStep::Repaired(made) => {
                if made == Reparation::Full && self.reparation < Reparation::Full {
                    self.repaired = Some(day);
                }
                self.reparation = self.reparation.max(made);
            }
            ClaimStep::Put(forum) => {
                if self.forum != forum {
                    (self.forum, self.put) = (forum, Some(day));
                }
            }
            ClaimStep::Indicated => _ = self.provisional.get_or_insert(day),
            ClaimStep::Decided(judgment) => self.judgment = self.judgment.max(judgment),
            ClaimStep::Closed(status) => {
                if status > ClaimStatus::Open && self.status == ClaimStatus::Open {
                    self.closed = Some(day);
                }
                self.status = self.status.max(status);
            }
        }
    }

    /// What had been made good before a day. What is made good on a day is known from the next turn on.
    pub(in crate::sim) fn reparation_before(&self, day: Day) -> Reparation {
        match self.repaired {
            // Short of full reparation there is no date: whatever preceded it left something owed.
            Some(repaired) if repaired >= day => Reparation::Partial,
            _ => self.reparation,
        }
    }

    /// Whether it was settled before a day.
    pub(in crate::sim) fn is_settled_before(&self, day: Day) -> bool {
        self.status == ClaimStatus::Settled && self.closed.is_none_or(|closed| closed < day)
    }
}
