//! Suing a foreign state at home: a court hears it, or finds the other state immune.
//!
//! Joins `Phase::Act`. Low is a suit over a commercial act, medium one over a sovereign act, high goes after the other
//! state's property. Proposes a claim's step before a court at home, what a judgment moves, and where property is attached a
//! measure that lasts. Whether immunity was set aside rightly is for the law to say; here a keyed draw says whether it was.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::legal::{Claim, ClaimStep, Forum};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::sanction::{Sanction, strength};
use crate::sim::mechanics::speak::pursue;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::order::Act;
use crate::sim::polity::State;
use crate::sim::relations::Treaties;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// The numbers of a suit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sue {
    /// Chance that the suit is dismissed for immunity, by level.
    pub dismissed: [Permille; 3],
    /// What moves when it is heard.
    pub swings: Vec<Swing>,
    /// What the attachment of property does while it lasts; no measure at strength 0.
    pub attaches: Sanction,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    claims: Rows<Claim>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Sue(numbers), Act::Move(card)) = (&play.mechanic, order.act) else { continue };
        let (by, terms, cause) = (order.by, &order.terms, Cause::Order(index));
        let (against, level) = (terms.addressee(), terms.level());
        let step = [ClaimStep::Put(Forum::DomesticCourt)];
        pursue(&rules, &claims, order, &step, true, clock.day, &mut |effect| outbox.propose(cause, effect));
        let subjects = [by.0.into(), against.0.into(), terms.incident.map_or(0, |incident| incident.0 + 1)];
        if clock.draw(purpose::COURT, subjects).happens(level.pick(&numbers.dismissed)) {
            let what = What::NoEffect { order: index, why: NoEffect::Immune };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
            continue;
        }
        swing::propose(&mut outbox, cause, &numbers.swings, (by, Some(against)), level);
        let strength = strength(level.pick(&numbers.attaches.strength), states.at(by).economy);
        if strength > Permille::ZERO {
            outbox.propose(
                cause,
                Effect::Impose(Measure {
                    id: Measure::NEW,
                    by,
                    against,
                    card,
                    sector: terms.sector.unwrap_or_default(),
                    basis: terms.basis,
                    purpose: terms.purpose,
                    about: terms.incident,
                    answers: terms.claim,
                    departs_from: Treaties::NONE,
                    began: clock.day,
                    ended: None,
                    status: MeasureStatus::InForce,
                    until: None,
                    level,
                    strength,
                    reversible: terms.reversible.unwrap_or(true),
                    known_to: play.audience(order).with(against),
                }),
            );
        }
    }
}
