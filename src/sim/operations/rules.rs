//! The pure rules of operations: getting in, and where they are run from.

use crate::base::Permille;
use crate::base::id::{ActorId, StateId};
use crate::sim::mechanics::covert::Means;
use crate::sim::model::Detection;
use crate::sim::operations::Operation;
use crate::sim::polity::{Actor, Asset, Party, State};

/// The chance of getting in: as the card says between equals, moved by half the difference between the author's skill and
/// what stands in its way, and by how exposed the target is. Source: judgement.
pub(super) fn access(
    bounds: &Detection,
    ease: Permille,
    skill: Permille,
    defence: Permille,
    asset: Option<&Asset>,
) -> Permille {
    let (hardening, exposure) = asset.map_or((defence, 500), |asset| (asset.hardening, asset.exposure.get()));
    let resistance = i32::midpoint(hardening.get(), defence.get());
    let odds = ease.get() + (skill.get() - resistance) / 2 + (exposure - 500) / 4;
    Permille::clamped(odds.clamp(bounds.least_access.at.get(), bounds.most_access.at.get()))
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
