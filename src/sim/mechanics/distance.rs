//! Distance: calling the ambassador home, expelling staff, breaking off relations.
//!
//! Joins `Phase::Act`. Reads ties, operations and earlier expulsions; proposes `Worsen`, `Shift`, and where staff leave, `Expel`
//! and the end of what was run from the mission.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::StateSet;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::event::{NoEffect, What};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::operations::{Method, Operation, Stage};
use crate::sim::order::Order;
use crate::sim::polity::Party;
use crate::sim::relations::{Expulsion, Relations, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};
use crate::sim::words::words;

/// The numbers of a step away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Distance {
    /// How relations stand afterwards, at best.
    pub to: Relations,
    /// Whether the addressee's people leave.
    #[serde(default)]
    pub staff: Staff,
    /// What else it moves.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

words! {
    /// What becomes of the addressee's mission.
    Staff {
        /// They stay.
        Stay,
        /// Those who did more than diplomacy must go.
        Leave,
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// The expulsion that an order comes to; it returns the first of the other side's that is still open.
fn expel<'a, E: Iterator<Item = &'a Expulsion>>(
    clock: &Clock,
    rules: &Rules,
    order: &Order,
    all: impl Fn() -> E,
) -> Expulsion {
    let (by, of) = (order.by, order.terms.addressee());
    let within = rules.model.tension.returned_within.at;
    let is_returned = |row: &&Expulsion| row.by == of && row.of == by && row.is_open(all(), clock.day, within);
    Expulsion {
        id: Expulsion::NEW,
        by,
        of,
        level: order.terms.level(),
        about: order.terms.incident,
        returns: all().find(is_returned).map(|row| row.id),
        day: clock.day,
    }
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    expulsions: Rows<Expulsion>,
    ties: Res<Ties>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Distance(numbers) = &play.mechanic else { continue };
        let (by, target) = (order.by, order.terms.addressee());
        let cause = Cause::Order(index);
        swing::propose(&mut outbox, cause, &numbers.swings, (by, Some(target)), order.terms.level());
        if numbers.staff == Staff::Leave {
            let run_here = operations.iter().filter(|operation| {
                operation.is_live()
                    && operation.author == Party::State(target)
                    && operation.target == by
                    && matches!(operation.method, Method::Mission | Method::CloseAccess)
            });
            for operation in run_here {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
            }
        }
        // Where relations end nobody is picked out: all of them leave.
        let expels = numbers.staff == Staff::Leave && numbers.to < Relations::Severed;
        if expels {
            let expulsion = expel(&clock, &rules, order, || expulsions.iter());
            outbox.propose(cause, Effect::Expel(expulsion));
        }
        let already = ties.between(by, target).is_some_and(|tie| tie.relations >= numbers.to);
        let effect = if already && expels {
            continue;
        } else if already {
            let what = What::NoEffect { order: index, why: NoEffect::AlreadySo };
            Effect::Tell { what, audience: StateSet::ALL }
        } else {
            Effect::Worsen { pair: pair(by, target), relations: numbers.to }
        };
        outbox.propose(cause, effect);
    }
}
