//! Who notices, what first trace is found, and when an incident is over.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::Permille;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::incidents::Incident;
use crate::sim::incidents::rules::{is_loud, notice, trace};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::Operation;
use crate::sim::polity::{Function, State};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((detect.in_set(Phase::Detect.resolve()), cease.in_set(Phase::React.resolve())));
}

fn detect(
    clock: Res<Clock>,
    rules: Res<Rules>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    states: Rows<State>,
    mut outbox: ResMut<Outbox>,
) {
    for incident in incidents.iter().filter(|incident| incident.noticed.is_none()) {
        let victim = states.at(incident.victim);
        let stealth = match rules.play(incident.card).map(|play| &play.mechanic) {
            Some(Mechanic::Covert(numbers)) => numbers.stealth,
            _ => Permille::ZERO,
        };
        let noticed = is_loud(&incident.harm) || {
            let odds = notice(&rules.model.detection, victim, stealth, clock.span);
            clock.draw(purpose::NOTICE, [incident.id.0, 0, 0]).happens(odds)
        };
        if !noticed {
            continue;
        }
        let cause = Cause::Incident(incident.id);
        outbox.propose(cause, Effect::Notice { incident: incident.id });
        if let Some(operation) = incident.operation.map(|operation| operations.at(operation)) {
            let author = operation.author.state().map(|author| states.at(author));
            let mut draw = clock.draw(purpose::TRACE, [incident.id.0, u32::from(victim.id.0), 0]);
            let found = trace(&rules.model.knowledge, &mut draw, victim, author, operation);
            outbox.propose(cause, Effect::File(found.item(incident.id, victim.id, clock.day)));
        }
    }
}

/// Harm goes on as long as the operation behind it; what only stopped then comes back by itself.
fn cease(incidents: Rows<Incident>, operations: Rows<Operation>, mut outbox: ResMut<Outbox>) {
    for incident in incidents.iter().filter(|incident| incident.ceased.is_none()) {
        let over = incident.operation.is_none_or(|operation| !operations.at(operation).is_live());
        if !over {
            continue;
        }
        let cause = Cause::Incident(incident.id);
        outbox.propose(cause, Effect::Cease { incident: incident.id });
        let passing = matches!(incident.harm.functionality_loss, Function::Degraded | Function::Interrupted);
        if let (Some(asset), true) = (incident.asset, passing) {
            outbox.propose(cause, Effect::Restore { asset, function: Function::None });
        }
    }
}
