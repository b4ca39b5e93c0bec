//! Sanctions: open measures that bite until they are lifted.
//!
//! Joins `Phase::Act`. Reads the docket and the sender's economy; proposes `Impose`. The bite itself is felt turn by
//! turn in `measures`. States that are asked join with a measure of their own, if they stand by its author.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::{Permille, StateSet};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::What;
use crate::sim::knowledge::Beliefs;
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::sign::{Paper, signs};
use crate::sim::operations::Basis;
use crate::sim::order::Act;
use crate::sim::polity::State;
use crate::sim::relations::{Ties, Treaties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

/// A measure's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sanction {
    /// Strength by level, if the sender were the whole world's economy.
    pub strength: [Permille; 3],
    /// Thousandths of the target's economy lost in a thousand days at full strength and full trade.
    pub bite_per_1000_days: i32,
    /// What share of that the sender loses itself.
    pub backlash: Permille,
    /// Chance, before wholly independent courts, that those it names have it annulled; 0 if it names no persons.
    #[serde(default)]
    pub reviewed: Permille,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// How hard a measure bites: as hard as the card says, carried by the sender's economic weight.
pub fn strength(of_level: Permille, economy: Permille) -> Permille {
    of_level.times(economy)
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    ties: Res<Ties>,
    beliefs: Res<Beliefs>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Sanction(numbers), Act::Move(card)) = (&play.mechanic, order.act) else { continue };
        let terms = &order.terms;
        let measure = Measure {
            id: Measure::NEW,
            by: order.by,
            against: terms.addressee(),
            card,
            sector: terms.sector.unwrap_or_default(),
            basis: terms.basis,
            purpose: terms.purpose,
            about: terms.incident,
            answers: terms.claim,
            departs_from: terms.treaties.unwrap_or_default(),
            began: clock.day,
            ended: None,
            status: MeasureStatus::InForce,
            until: terms.days.map(|days| clock.day.plus(i32::from(days))),
            level: terms.level(),
            strength: strength(terms.level().pick(&numbers.strength), states.at(order.by).economy),
            reversible: terms.reversible.unwrap_or(true),
            known_to: play.audience(order).with(terms.addressee()),
        };
        let cause = Cause::Order(index);
        outbox.propose(cause, Effect::Impose(measure));
        for asked in terms.co_signers.unwrap_or_default().iter() {
            let paper = Paper::Measure(terms.incident, measure.against);
            // Nobody takes a countermeasure for another's injury merely by signing.
            let joins = terms.basis != Basis::Countermeasure && signs(&ties, &beliefs, asked, order.by, paper);
            let what = if joins {
                What::Signed { order: index, state: asked, confidence: None }
            } else {
                What::Declined { order: index, state: asked }
            };
            let audience = if joins { measure.known_to } else { StateSet::of(asked).with(order.by) };
            outbox.propose(cause, Effect::Tell { what, audience });
            if joins {
                let strength = strength(terms.level().pick(&numbers.strength), states.at(asked).economy);
                let (answers, departs_from) = (None, Treaties::NONE);
                let joined = Measure { by: asked, answers, departs_from, strength, ..measure };
                outbox.propose(cause, Effect::Impose(joined));
            }
        }
    }
}
