//! Vigilance over one's own territory: shutting down what is run from it, or looking away.
//!
//! Joins `Phase::Open`, so that what is shut down no longer acts this turn, and `Phase::Speak`. Reads, in truth, what is run
//! from the territory; proposes `Curb`, the end of operations, `Sponsor` and, for who looks away knowingly, `Weigh`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{EvidenceKind, Question};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::{self, Operation, Stage};
use crate::sim::polity::{Actor, ActorStanding, ControlLink, StateSupport};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::Phase;

/// The numbers of acting against those who use one's territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suppress {
    /// How a group at home stands afterwards, by level.
    pub standing: [ActorStanding; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((suppress.in_set(Phase::Open.resolve()), tolerate.in_set(Phase::Speak.resolve())));
}

fn suppress(
    rules: Res<Rules>,
    docket: Res<Docket>,
    known: Rows<Incident>,
    operations: Rows<Operation>,
    actors: Rows<Actor>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Suppress(numbers) = &play.mechanic else { continue };
        let cause = Cause::Order(index);
        let behind = order.terms.incident.and_then(|id| known.at(id).operation).map(|id| operations.at(id));
        let at_home = |group: &Actor| group.home == order.by;
        let group = order
            .terms
            .actor
            .or_else(|| operations::group(behind?))
            .map(|id| actors.at(id))
            .filter(|group| at_home(group));
        // Whoever is caught stops everything; a server that is only passed through stops what passes through it.
        let stopped = operations.iter().filter(|operation| {
            let by_group = group.is_some_and(|group| operations::group(operation) == Some(group.id));
            let passing = behind.is_some_and(|behind| {
                let hand = operations::group(behind).map(|id| actors.at(id));
                behind.id == operation.id && operations::is_run_from(behind, hand, order.by)
            });
            operation.is_live() && (by_group || passing)
        });
        let mut anything = false;
        for operation in stopped {
            outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
            anything = true;
        }
        if let Some(group) = group {
            let standing = order.terms.level().pick(&numbers.standing);
            if group.standing < standing {
                outbox.propose(cause, Effect::Curb { actor: group.id, standing });
                anything = true;
            }
        }
        if !anything {
            let what = What::NoEffect { order: index, why: NoEffect::NothingFound };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
        }
    }
}

/// Looking away is a decision: whoever takes it knows, and from then on shelters the group, if there is one at home.
fn tolerate(
    rules: Res<Rules>,
    docket: Res<Docket>,
    known: Rows<Incident>,
    operations: Rows<Operation>,
    actors: Rows<Actor>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Tolerate, Some(incident)) = (&play.mechanic, order.terms.incident) else { continue };
        let cause = Cause::Order(index);
        let by = rules.model.knowledge.worth(EvidenceKind::Confession).weight;
        let question = Question::Harbours(order.by);
        outbox.propose(cause, Effect::Weigh { holder: order.by, incident, question, by });
        let group = known.at(incident).operation.and_then(|id| operations::group(operations.at(id)));
        let free = group.map(|id| actors.at(id)).filter(|group| group.home == order.by && group.sponsor.is_none());
        if let Some(group) = free {
            let effect = Effect::Sponsor {
                actor: group.id,
                sponsor: Some(order.by),
                control: ControlLink::None,
                support: StateSupport::Tolerance,
            };
            outbox.propose(cause, effect);
        }
        let what = What::Tolerated { incident };
        outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
    }
}
