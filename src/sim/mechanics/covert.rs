//! Covert operations: spying, planting, disturbing, destroying, without saying so.
//!
//! Joins `Phase::Open`. Reads the docket; proposes `Begin`. What becomes of the operation is for `operations`, who notices
//! for `incidents`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::base::{Day, Permille, StateSet};
use crate::sim::card::MoveId;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::incidents::Harm;
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::{Act, Terms};
use crate::sim::polity::Party;
use crate::sim::rulebook::Rules;
use crate::sim::turn::{Clock, Phase};

/// A covert move's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covert {
    /// Days until it can act, by level.
    pub prepare: [u16; 3],
    /// Days it goes on acting; 0 acts once.
    pub lasts: u16,
    /// Chance of getting in, between equals.
    pub access: Permille,
    /// How well it hides while its harm is quiet.
    pub stealth: Permille,
    /// What it does to its target, by level.
    pub harm: [Harm; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Open.resolve()));
}

/// What an order is meant to do to its target.
pub fn planned(numbers: &Covert, terms: &Terms) -> Harm {
    let mut harm = terms.level().pick(&numbers.harm);
    // An author may build an act so that it can be undone, or not; what destroys can never be.
    harm.reversible = harm.reversible && terms.reversible.unwrap_or(true);
    harm
}

/// The operation that an order sets going on a day.
pub fn ordered(numbers: &Covert, by: StateId, card: MoveId, terms: &Terms, today: Day) -> Operation {
    let level = terms.level();
    let ready = today.plus(i32::from(level.pick(&numbers.prepare)));
    Operation {
        id: Operation::NEW,
        author: Party::State(by),
        hand: terms.actor,
        card,
        target: terms.addressee(),
        asset: terms.asset,
        via: terms.via,
        false_flag: terms.false_flag,
        method: terms.method.unwrap_or_default(),
        level,
        stage: Stage::Preparing,
        began: today,
        ready,
        ends: ready.plus(i32::from(numbers.lasts)),
        harm: planned(numbers, terms),
        basis: terms.basis,
        purpose: terms.purpose,
        about: terms.incident,
        answers: terms.claim,
        known_to: StateSet::of(by).union(terms.co_signers.unwrap_or_default()),
    }
}

fn resolve(clock: Res<Clock>, rules: Res<Rules>, docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, _, play) in docket.moves(&rules) {
        if let (Mechanic::Covert(numbers), Act::Move(card)) = (&play.mechanic, order.act) {
            let operation = ordered(numbers, order.by, card, &order.terms, clock.day);
            outbox.propose(Cause::Order(index), Effect::Begin(operation));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::order::Level;

    #[test]
    fn a_level_picks_the_days_and_the_harm() {
        let reversible = Harm { reversible: true, ..Harm::default() };
        let numbers = Covert {
            prepare: [0, 7, 30],
            lasts: 5,
            access: Permille::FULL,
            stealth: Permille::ZERO,
            harm: [reversible, reversible, Harm { casualties: 1, ..Harm::default() }],
        };
        let terms = |level, reversible| Terms { target: Some(StateId(1)), level, reversible, ..Terms::default() };
        let grave = ordered(&numbers, StateId(0), MoveId(0), &terms(Some(Level::High), Some(true)), Day(10));
        assert_eq!((grave.ready, grave.ends, grave.harm.casualties), (Day(40), Day(45), 1));
        assert!(!grave.harm.reversible, "what destroys cannot be made reversible by saying so");
        let usual = ordered(&numbers, StateId(0), MoveId(0), &terms(None, None), Day(10));
        assert!(usual.harm.reversible && usual.ready == Day(17));
    }
}
