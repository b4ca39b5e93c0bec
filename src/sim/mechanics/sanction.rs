//! Sanctions: open measures that bite until they are lifted.
//!
//! Joins `Phase::Act`. Reads the docket and the sender's economy; proposes `Impose`. The bite itself is felt turn by turn
//! in `measures`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::Act;
use crate::sim::polity::State;
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
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// How hard a measure bites: as hard as the card says, carried by the sender's economic weight.
pub fn strength(of_level: Permille, economy: Permille) -> Permille {
    of_level.times(economy)
}

fn resolve(clock: Res<Clock>, rules: Res<Rules>, docket: Res<Docket>, states: Rows<State>, mut outbox: ResMut<Outbox>) {
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
        outbox.propose(Cause::Order(index), Effect::Impose(measure));
    }
}
