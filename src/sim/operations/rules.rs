//! The pure rules of operations: getting in, and where they are run from.

use crate::base::Permille;
use crate::base::id::{ActorId, StateId};
use crate::sim::incidents::{EconomicLoss, Harm, PhysicalDamage};
use crate::sim::mechanics::covert::Means;
use crate::sim::model::{Detection, Operations};
use crate::sim::operations::{Method, Operation};
use crate::sim::polity::{Actor, Asset, ControlLink, Function, Party, State};

/// The chance of getting in: as the card says between equals, moved by half the difference between the author's skill and
/// what stands in its way, and by how exposed the target is to this way in. Source: judgement.
pub(super) fn access(
    (bounds, ways): (&Detection, &Operations),
    method: Method,
    ease: Permille,
    skill: Permille,
    defence: Permille,
    asset: Option<&Asset>,
) -> Permille {
    let hardening = asset.map_or(defence, |asset| asset.hardening);
    let exposure = match method {
        Method::Remote => asset.map_or(500, |asset| asset.exposure.get()),
        Method::SupplyChain => ways.supplied.at.get(),
        Method::CloseAccess | Method::Mission => ways.on_the_spot.at.get(),
    };
    let resistance = i32::midpoint(hardening.get(), defence.get());
    let odds = ease.get() + (skill.get() - resistance) / 2 + (exposure - 500) / 4;
    Permille::clamped(odds.clamp(bounds.least_access.at.get(), bounds.most_access.at.get()))
}

/// The chance that an operation gets out of hand: only what disturbs or destroys can, and a hand that is not led more often.
pub(super) fn escapes(numbers: &Operations, operation: &Operation, hand: Option<&Actor>) -> Permille {
    if operation.harm.functionality_loss == Function::None {
        return Permille::ZERO;
    }
    let led = hand.is_none_or(|hand| hand.control >= ControlLink::EffectiveControl);
    let times = if led { 1 } else { numbers.loose_hand.at };
    Permille::clamped(numbers.escapes.at.get() * times)
}

/// What harm becomes when it gets out of hand: a step worse for what it hits, and nobody's choice any more.
pub(super) fn run_away(harm: &Harm) -> Harm {
    let functionality_loss = match harm.functionality_loss {
        Function::None => Function::None,
        Function::Degraded => Function::Interrupted,
        Function::Interrupted => Function::RepairNeeded,
        Function::RepairNeeded | Function::Permanent => Function::Permanent,
    };
    let economic_loss = match harm.economic_loss {
        EconomicLoss::None => EconomicLoss::Minor,
        // That a whole economy falls takes more than an accident.
        EconomicLoss::Minor | EconomicLoss::Serious => EconomicLoss::Serious,
        EconomicLoss::Catastrophic => EconomicLoss::Catastrophic,
    };
    Harm {
        functionality_loss,
        economic_loss,
        reversible: harm.reversible && functionality_loss < Function::RepairNeeded,
        indiscriminate: true,
        ..*harm
    }
}

/// What of it reaches a third state: the same to data and services, without what was aimed by hand.
pub(super) fn spilt(harm: &Harm) -> Harm {
    Harm {
        physical_damage: PhysicalDamage::None,
        casualties: 0,
        economic_loss: harm.economic_loss.min(EconomicLoss::Minor),
        essential_services_lost: false,
        ..*harm
    }
}

/// What a state brings to an act carried out by some means.
pub(super) const fn skill(means: Means, author: &State) -> Permille {
    match means {
        Means::Code => author.cyber_offence,
        Means::Agents => author.intelligence,
        Means::Voices => author.diplomacy,
        Means::Arms => author.conventional,
    }
}

/// What stands in the way of such an act.
pub(super) const fn defence(means: Means, target: &State) -> Permille {
    match means {
        Means::Code => target.cyber_defence,
        Means::Agents => target.intelligence,
        Means::Voices => target.resolve,
        Means::Arms => target.conventional,
    }
}

/// Whether an operation is run from a state: by its organs, by a group at home there, or through its networks.
pub fn is_run_from(operation: &Operation, group: Option<&Actor>, state: StateId) -> bool {
    operation.author == Party::State(state)
        || operation.via == Some(state)
        || group.is_some_and(|group| group.home == state)
}

/// The group that carries an operation out, if it is not the organs of a state.
pub const fn group(operation: &Operation) -> Option<ActorId> {
    match (operation.hand, operation.author) {
        (Some(hand), _) | (None, Party::Actor(hand)) => Some(hand),
        (None, Party::State(_)) => None,
    }
}
