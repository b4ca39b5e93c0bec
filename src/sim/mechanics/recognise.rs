//! Recognition: refusing it, or granting it, to a situation that an act brought about.
//!
//! Joins `Phase::Act`. Reads the incident from which the situation comes; proposes `Shift` of the standing of whoever made
//! it, and of what its victim feels if it is granted. The more refuse together, the lonelier the other state becomes.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::incidents::Incident;
use crate::sim::mechanics::Mechanic;
use crate::sim::polity::Gauge;
use crate::sim::relations::{Alliance, TieGauge, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::Phase;

/// The numbers of recognition, in thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognise {
    /// Legitimacy that the other state loses by one refusal, and gains by one grant.
    pub standing: i32,
    /// Pressure at home that a refusal puts on it.
    pub presses: i32,
    /// What each state that joins in adds.
    pub per_signer: Permille,
    /// Warmth that a grant wins from the state recognised, and costs with the victim.
    pub warms: i32,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// What one act weighs together with those who join in.
pub fn joined(alone: i32, per_signer: Permille, signers: u32) -> i32 {
    alone + per_signer.of(alone) * signers as i32
}

fn resolve(
    rules: Res<Rules>,
    docket: Res<Docket>,
    incidents: Rows<Incident>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Recognise(numbers), Some(incident)) = (&play.mechanic, order.terms.incident) else { continue };
        let (by, to, cause) = (order.by, order.terms.addressee(), Cause::Order(index));
        let victim = incidents.at(incident).victim;
        // Allies follow; nobody else is spoken for.
        let follows = |one: &crate::base::id::StateId| {
            *one != to && ties.between(*one, by).is_some_and(|tie| tie.alliance == Alliance::Allies)
        };
        let signers = order.terms.co_signers.unwrap_or_default().iter().filter(follows).count() as u32;
        let standing = joined(numbers.standing, numbers.per_signer, signers);
        if order.terms.grants == Some(true) {
            outbox.propose(cause, Effect::Shift { state: to, gauge: Gauge::Legitimacy, by: standing });
            outbox.propose(cause, Effect::bend(by, to, TieGauge::WarmthOf(to), numbers.warms));
            if victim != by {
                outbox.propose(cause, Effect::bend(by, victim, TieGauge::WarmthOf(victim), -numbers.warms));
            }
        } else {
            outbox.propose(cause, Effect::Shift { state: to, gauge: Gauge::Legitimacy, by: -standing });
            let presses = joined(numbers.presses, numbers.per_signer, signers);
            outbox.propose(cause, Effect::Shift { state: to, gauge: Gauge::Pressure, by: presses });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusing_together_weighs_more() {
        assert_eq!(joined(20, Permille::clamped(250), 0), 20);
        assert_eq!(joined(20, Permille::clamped(250), 4), 40);
    }
}
