//! Operations: spying, planting, disturbing, destroying, mostly without saying so.
//!
//! Joins `Phase::Open`. Reads the docket; proposes `Begin`. What becomes of the operation is for `operations`, who notices
//! for `incidents`. An order with more publicity than the card's makes an operation that owns up to its author.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::{Day, Permille, StateSet};
use crate::sim::card::MoveId;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::incidents::{Harm, PhysicalDamage};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::swing::Swing;
use crate::sim::model::Operations;
use crate::sim::operations::{Method, Operation, Stage};
use crate::sim::order::{Act, Level, Order, Terms};
use crate::sim::polity::{Function, Party};
use crate::sim::rulebook::Rules;
use crate::sim::turn::{Clock, Phase};
use crate::sim::words::words;

/// An operation's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covert {
    /// Days until it can act, by level.
    pub prepare: [u16; 3],
    /// Days it goes on acting unless the order says how many; 0 acts once.
    pub lasts: u16,
    /// Chance of getting in, between equals.
    pub access: Permille,
    /// How well it hides while its harm is quiet.
    pub stealth: Permille,
    /// What it does to its target, by level.
    pub harm: [Harm; 3],
    /// What skill it takes, and what stands in its way.
    #[serde(default)]
    pub means: Means,
    /// How access is won, if the move leaves no choice.
    #[serde(default)]
    pub method: Option<Method>,
    /// What else it achieves once it is in.
    #[serde(default)]
    pub serves: Serves,
    /// Gauges it moves once it is in.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

impl Covert {
    /// Whether, done at its strongest, it breaks what has to be rebuilt.
    pub fn destroys(&self) -> bool {
        let breaks = |harm: &Harm| {
            harm.functionality_loss >= Function::RepairNeeded || harm.physical_damage > PhysicalDamage::None
        };
        self.harm.iter().any(breaks)
    }
}

words! {
    /// What an operation is carried out with.
    Means {
        /// Code against code.
        Code,
        /// People and reception of signals.
        Agents,
        /// Reach over a public.
        Voices,
        /// Armed forces.
        Arms,
    }
}

words! {
    /// What an operation about an incident achieves beside its harm.
    Serves {
        /// Nothing more.
        Nothing,
        /// It throws out the operation behind the incident, if that is run from the target's territory.
        Halts,
        /// The same, and it disrupts the group that carries it out.
        Curbs,
        /// It brings home traces of who is behind the incident.
        Finds,
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Open.resolve()));
}

/// The harm that an order with these terms means to do.
pub fn planned(numbers: &Covert, terms: &Terms) -> Harm {
    let mut harm = terms.level().pick(&numbers.harm);
    // An author may build an act so that it can be undone, or not; what destroys can never be.
    harm.reversible = harm.reversible && terms.reversible.unwrap_or(true);
    // What comes with a product comes to everybody who uses it, unless the author picks its target by hand.
    harm.indiscriminate |= terms.method == Some(Method::SupplyChain) && terms.level() == Level::High;
    harm
}

/// The operation that an order sets going on a day, known from the start to those who carry it.
pub fn ordered(
    (numbers, ways): (&Covert, &Operations),
    order: &Order,
    card: MoveId,
    today: Day,
    known_to: StateSet,
) -> Operation {
    let terms = &order.terms;
    let method = numbers.method.or(terms.method).unwrap_or_default();
    let times = if method == Method::SupplyChain { ways.supply_takes.at } else { 1 };
    let ready = today.plus(i32::from(terms.level().pick(&numbers.prepare)) * times);
    let lasts = terms.days.unwrap_or(numbers.lasts);
    Operation {
        id: Operation::NEW,
        author: Party::State(order.by),
        hand: terms.actor,
        card,
        target: terms.addressee(),
        asset: terms.asset,
        via: terms.via,
        false_flag: terms.false_flag,
        method,
        level: terms.level(),
        stage: Stage::Preparing,
        began: today,
        ready,
        ends: ready.plus(i32::from(lasts)),
        harm: planned(numbers, terms),
        basis: terms.basis,
        purpose: terms.purpose,
        about: terms.incident,
        answers: terms.claim,
        known_to,
        tools: None,
    }
}

fn resolve(clock: Res<Clock>, rules: Res<Rules>, docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order, _, play) in docket.moves(&rules) {
        if let (Mechanic::Covert(numbers), Act::Move(card)) = (&play.mechanic, order.act) {
            let ways = &rules.model.operations;
            let operation = ordered((numbers, ways), order, card, clock.day, play.audience(order));
            outbox.propose(Cause::Order(index), Effect::Begin(operation));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::StateId;

    #[test]
    fn a_level_picks_the_days_and_the_harm() {
        let reversible = Harm { reversible: true, ..Harm::default() };
        let numbers = Covert {
            prepare: [0, 7, 30],
            lasts: 5,
            access: Permille::FULL,
            stealth: Permille::ZERO,
            harm: [reversible, reversible, Harm { casualties: 1, ..Harm::default() }],
            means: Means::Code,
            method: None,
            serves: Serves::Nothing,
            swings: Vec::new(),
        };
        let ways = crate::sim::fixture::model().operations;
        let begun = |terms| {
            let order = Order { by: StateId(0), act: Act::Move(MoveId(0)), terms };
            ordered((&numbers, &ways), &order, MoveId(0), Day(10), StateSet::of(StateId(0)))
        };
        let terms = |level, reversible| Terms { target: Some(StateId(1)), level, reversible, ..Terms::default() };
        let grave = begun(terms(Some(Level::High), Some(true)));
        assert_eq!((grave.ready, grave.ends, grave.harm.casualties), (Day(40), Day(45), 1));
        assert!(!grave.harm.reversible, "what destroys cannot be made reversible by saying so");
        let usual = begun(terms(None, None));
        assert!(usual.harm.reversible && usual.ready == Day(17));
        let supplied = begun(Terms { method: Some(Method::SupplyChain), ..terms(None, None) });
        assert!(supplied.ready > usual.ready, "to come in through a supplier takes longer");
        let long = begun(Terms { days: Some(60), ..terms(None, None) });
        assert_eq!(long.ends, Day(77), "an order may say how long");
    }
}
