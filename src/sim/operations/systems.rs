//! Operations between orders: those that are ready act, those whose time is up end.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::{Permille, StateSet};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::mechanics::Mechanic;
use crate::sim::model::Detection;
use crate::sim::operations::{Operation, Stage};
use crate::sim::polity::{Actor, Asset, Function, Party, State};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems(act.in_set(Phase::Covert.resolve()));
}

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

fn act(
    clock: Res<Clock>,
    rules: Res<Rules>,
    operations: Rows<Operation>,
    states: Rows<State>,
    actors: Rows<Actor>,
    assets: Rows<Asset>,
    mut outbox: ResMut<Outbox>,
) {
    for operation in operations.iter().filter(|operation| operation.is_live()) {
        let cause = Cause::Operation(operation.id);
        if operation.stage == Stage::Active {
            if operation.ends <= clock.day {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Ended });
            }
            continue;
        }
        if operation.ready >= clock.next_day() {
            continue;
        }
        let Some(Mechanic::Covert(numbers)) = rules.play(operation.card).map(|play| &play.mechanic) else { continue };
        let asset = operation.asset.map(|asset| assets.at(asset));
        let skill = match (operation.hand, operation.author) {
            (Some(hand), _) | (None, Party::Actor(hand)) => actors.at(hand).capability,
            (None, Party::State(author)) => states.at(author).cyber_offence,
        };
        let defence = states.at(operation.target).cyber_defence;
        let odds = access(&rules.model.detection, numbers.access, skill, defence, asset);
        if !clock.draw(purpose::ACCESS, [operation.id.0, 0, 0]).happens(odds) {
            outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Ended });
            let what = What::OperationFailed { operation: operation.id, why: NoEffect::KeptOut };
            outbox.propose(cause, Effect::Tell { what, audience: operation.known_to });
            continue;
        }
        outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Active });
        let harm = operation.harm;
        if let (Some(asset), true) = (operation.asset, harm.functionality_loss > Function::None) {
            outbox.propose(cause, Effect::Break { asset, function: harm.functionality_loss });
        }
        let incident = Incident {
            id: Incident::NEW,
            victim: operation.target,
            asset: operation.asset,
            operation: Some(operation.id),
            card: operation.card,
            harm,
            gravity: incidents::gravity(&rules.law.corpus, &harm, asset),
            severity: incidents::severity(&harm, asset),
            began: operation.ready.max(clock.day),
            noticed: None,
            ceased: None,
            known_to: StateSet::EMPTY,
            transit: operation.via,
        };
        outbox.propose(cause, Effect::Occur(incident));
    }
}
