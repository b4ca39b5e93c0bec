//! Who notices, what first trace is found, when an incident is over, and who sees that it is.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::id::StateId;
use crate::base::{Day, Permille, StateSet};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{Log, What};
use crate::sim::incidents::Incident;
use crate::sim::incidents::rules::{is_loud, notice, trace};
use crate::sim::knowledge::{Detail, Evidence, EvidenceKind, Question};
use crate::sim::legal::{Claim, ClaimStatus, ClaimStep};
use crate::sim::mechanics::Mechanic;
use crate::sim::model::Knowledge;
use crate::sim::operations::Operation;
use crate::sim::polity::{Function, Party, State};
use crate::sim::relations::{Content, Undertaking};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        detect.in_set(Phase::Detect.resolve()),
        cease.in_set(Phase::React.resolve()),
        see.in_set(Phase::Close.resolve()),
    ));
}

fn detect(
    clock: Res<Clock>,
    rules: Res<Rules>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    states: Rows<State>,
    words: Rows<Undertaking>,
    mut outbox: ResMut<Outbox>,
) {
    // Who lets the other side look cannot act against it unseen.
    let is_verified = |author: Option<StateId>, victim: StateId| {
        author.is_some_and(|author| {
            let between =
                |word: &&Undertaking| word.content == Content::Verification && word.is_between(author, victim);
            words.iter().filter(between).any(Undertaking::is_in_force)
        })
    };
    for incident in incidents.iter().filter(|incident| incident.noticed.is_none()) {
        let victim = states.at(incident.victim);
        let behind = incident.operation.map(|operation| operations.at(operation));
        // Who owns up to an act has it noticed, and its authorship is no riddle.
        let owned = behind.filter(|operation| operation.known_to.contains(incident.victim));
        let stealth = match rules.play(incident.card).map(|play| &play.mechanic) {
            Some(Mechanic::Covert(numbers)) => numbers.stealth,
            _ => Permille::ZERO,
        };
        let author = behind.and_then(|operation| operation.author.state());
        let noticed = owned.is_some() || is_loud(&incident.harm) || is_verified(author, incident.victim) || {
            let odds = notice(&rules.model.detection, victim, stealth, clock.span);
            clock.draw(purpose::NOTICE, [incident.id.0, 0, 0]).happens(odds)
        };
        if !noticed {
            continue;
        }
        let cause = Cause::Incident(incident.id);
        outbox.propose(cause, Effect::Notice { incident: incident.id });
        if let Some(Party::State(author)) = owned.map(|operation| operation.author) {
            let told = owned.map_or(StateSet::EMPTY, |operation| operation.known_to);
            outbox.propose(cause, Effect::Learn { incident: incident.id, who: told });
            let item = avowal(&rules.model.knowledge, incident, author, told, clock.day);
            outbox.propose(cause, Effect::File(item));
        } else if let Some(operation) = behind {
            let author = operation.author.state().map(|author| states.at(author));
            let mut draw = clock.draw(purpose::TRACE, [incident.id.0, u32::from(victim.id.0), 0]);
            let found = trace(&rules.model.knowledge, &mut draw, victim.forensics, author, operation);
            outbox.propose(cause, Effect::File(found.item(incident.id, victim.id, clock.day)));
        }
    }
}

/// What an author's own word is worth to its victim.
fn avowal(table: &Knowledge, incident: &Incident, author: StateId, told: StateSet, today: Day) -> Evidence {
    let worth = table.worth(EvidenceKind::Confession);
    Evidence {
        id: Evidence::NEW,
        incident: incident.id,
        holder: incident.victim,
        from: Some(author),
        copy_of: None,
        kind: EvidenceKind::Confession,
        bears_on: Question::Author(author),
        weight: worth.weight,
        reliability: worth.reliability,
        fabricated: false,
        found: today,
        detail: Detail::Summary,
        disclosed: if told.is_public() { Detail::Summary } else { Detail::None },
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

/// A claimant that knows of an incident sees it end, and its claims say so.
fn see(log: Res<Log>, incidents: Rows<Incident>, claims: Rows<Claim>, mut outbox: ResMut<Outbox>) {
    for event in log.events() {
        let What::IncidentCeased { incident } = event.what else { continue };
        let known_to = incidents.at(incident).known_to;
        let about = |claim: &&Claim| {
            claim.status == ClaimStatus::Open && claim.incident == Some(incident) && known_to.contains(claim.claimant)
        };
        for claim in claims.iter().filter(about) {
            let effect = Effect::Advance { claim: claim.id, step: ClaimStep::CeasedSeen };
            outbox.propose(Cause::Incident(incident), effect);
        }
    }
}
