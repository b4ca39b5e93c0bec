//! Coercing a mission: obstructing, entering or failing to protect it, or detaining its staff.
//!
//! Joins `Phase::Act`. It lasts until it is lifted, so it is kept as a measure, which the law judges turn by turn; what it
//! does while it lasts is felt in `measures`. What the addressee ran from that mission is found and ended.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::operations::{Method, Operation, Stage};
use crate::sim::order::{Act, Level};
use crate::sim::polity::{Party, Sector};
use crate::sim::relations::{Relations, Treaties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

/// The numbers of coercing a mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coerce {
    /// How hard it presses, by level.
    pub strength: [Permille; 3],
    /// Thousandths of pressure at home that the sending state feels in a thousand days at full strength.
    pub pressure_per_1000_days: i32,
    /// Thousandths of tension that it adds in a thousand days at full strength.
    pub tension_per_1000_days: i32,
    /// What it moves at once.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Coerce(numbers), Act::Move(card)) = (&play.mechanic, order.act) else { continue };
        let (by, terms, cause) = (order.by, &order.terms, Cause::Order(index));
        let (against, level) = (terms.addressee(), terms.level());
        let measure = Measure {
            id: Measure::NEW,
            by,
            against,
            card,
            sector: Sector::DiplomaticMission,
            basis: terms.basis,
            purpose: terms.purpose,
            about: terms.incident,
            answers: terms.claim,
            departs_from: Treaties::NONE,
            began: clock.day,
            ended: None,
            status: MeasureStatus::InForce,
            until: terms.days.map(|days| clock.day.plus(i32::from(days))),
            level,
            strength: level.pick(&numbers.strength),
            reversible: true,
            known_to: play.audience(order).with(against),
        };
        outbox.propose(cause, Effect::Impose(measure));
        outbox.propose(cause, Effect::Worsen { pair: pair(by, against), relations: Relations::AmbassadorRecalled });
        swing::propose(&mut outbox, cause, &numbers.swings, (by, Some(against)), level);
        let found = operations.iter().filter(|operation| {
            level > Level::Low
                && operation.is_live()
                && operation.author == Party::State(against)
                && operation.target == by
                && operation.method == Method::Mission
        });
        for operation in found {
            outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
        }
    }
}
