//! Evidence filed this turn moves its holder's beliefs.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{Log, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Evidence, Question};
use crate::sim::operations::Operation;
use crate::sim::situation::Rows;
use crate::sim::turn::Phase;

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        weigh.in_set(Phase::Attribute.resolve()),
        // Evidence that changes hands by word is weighed before anybody reacts to it.
        weigh_received.in_set(Phase::Act.resolve()),
    ));
}

fn weigh(
    log: Res<Log>,
    evidence: Rows<Evidence>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    weigh_filed(&log, (&evidence, &incidents, &operations), &mut outbox, |phase| phase < Phase::Attribute);
}

fn weigh_received(
    log: Res<Log>,
    evidence: Rows<Evidence>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    weigh_filed(&log, (&evidence, &incidents, &operations), &mut outbox, |phase| phase > Phase::Attribute);
}

fn weigh_filed(
    log: &Log,
    (evidence, incidents, operations): (&Rows<Evidence>, &Rows<Incident>, &Rows<Operation>),
    outbox: &mut Outbox,
    when: impl Fn(Phase) -> bool,
) {
    // Nobody guesses at what it did itself, or was let into.
    let knows = |item: &Evidence| {
        let operation = incidents.at(item.incident).operation;
        item.bears_on == Question::Author(item.holder)
            || operation.is_some_and(|operation| operations.at(operation).known_to.contains(item.holder))
    };
    for event in log.events().iter().filter(|event| when(event.phase)) {
        if let What::EvidenceFiled { evidence: id, incident } = event.what {
            let item = evidence.at(id);
            if knows(item) {
                continue;
            }
            let effect = Effect::Weigh { holder: item.holder, incident, question: item.bears_on, by: item.bearing() };
            outbox.propose(Cause::Evidence(id), effect);
        }
    }
}
