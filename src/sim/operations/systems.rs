//! Operations between orders: those that are ready act, those whose time is up end.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{self, Harm, Incident};
use crate::sim::legal::Claim;
use crate::sim::mechanics::covert::Serves;
use crate::sim::mechanics::{Mechanic, swing};
use crate::sim::operations::rules::{access, defence, escapes, group, is_run_from, run_away, skill, spilt};
use crate::sim::operations::{Method, Operation, Stage, crime};
use crate::sim::polity::{Actor, ActorStanding, Asset, Function, Party, State};
use crate::sim::relations::Ties;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        crime::commit.in_set(Phase::Open.resolve()),
        (act, spill, serve).in_set(Phase::Covert.resolve()),
    ));
}

/// What became of an operation that was ready.
enum Outcome {
    KeptOut,
    In,
}

/// Whether an operation that is ready today gets in. Both systems of this phase ask, and the keyed draw answers both alike.
fn outcome(
    clock: &Clock,
    rules: &Rules,
    operation: &Operation,
    states: &Rows<State>,
    actors: &Rows<Actor>,
    assets: &Rows<Asset>,
) -> Option<Outcome> {
    if operation.stage != Stage::Preparing || operation.ready >= clock.next_day() {
        return None;
    }
    let Mechanic::Covert(numbers) = &rules.play(operation.card)?.mechanic else { return None };
    let skill = match (group(operation), operation.author) {
        (Some(hand), _) => actors.at(hand).capability,
        (None, Party::State(author)) => skill(numbers.means, states.at(author)),
        (None, Party::Actor(actor)) => actors.at(actor).capability,
    };
    let defence = defence(numbers.means, states.at(operation.target));
    let asset = operation.asset.map(|asset| assets.at(asset));
    let bounds = (&rules.model.detection, &rules.model.operations);
    let odds = access(bounds, operation.method, numbers.access, skill, defence, asset);
    let gets_in = clock.draw(purpose::ACCESS, [operation.id.0, 0, 0]).happens(odds);
    Some(if gets_in { Outcome::In } else { Outcome::KeptOut })
}

/// What an operation that gets in does, in truth, and whether that is more than its author meant.
fn done(clock: &Clock, rules: &Rules, operation: &Operation, actors: &Rows<Actor>) -> (Harm, bool) {
    let hand = group(operation).map(|hand| actors.at(hand));
    let odds = escapes(&rules.model.operations, operation, hand);
    let escaped = clock.draw(purpose::ESCAPE, [operation.id.0, 0, 0]).happens(odds);
    (if escaped { run_away(&operation.harm) } else { operation.harm }, escaped)
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
        match outcome(&clock, &rules, operation, &states, &actors, &assets) {
            None => {}
            Some(Outcome::KeptOut) => {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Ended });
                let what = What::OperationFailed { operation: operation.id, why: NoEffect::KeptOut };
                outbox.propose(cause, Effect::Tell { what, audience: operation.known_to });
            }
            Some(Outcome::In) => {
                outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Active });
                let (harm, escaped) = done(&clock, &rules, operation, &actors);
                if escaped {
                    let what = What::Escaped { operation: operation.id };
                    outbox.propose(cause, Effect::Tell { what, audience: operation.known_to });
                }
                if let (Some(asset), true) = (operation.asset, harm.functionality_loss > Function::None) {
                    outbox.propose(cause, Effect::Break { asset, function: harm.functionality_loss });
                }
                let asset = operation.asset.map(|asset| assets.at(asset));
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
    }
}

/// What spreads by itself, or comes through a supplier of many, reaches the same sector of states that have to do with the
/// target.
fn spill(
    clock: Res<Clock>,
    rules: Res<Rules>,
    operations: Rows<Operation>,
    states: Rows<State>,
    actors: Rows<Actor>,
    assets: Rows<Asset>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for operation in operations.iter() {
        let Some(Outcome::In) = outcome(&clock, &rules, operation, &states, &actors, &assets) else { continue };
        let (harm, _) = done(&clock, &rules, operation, &actors);
        let Some(hit) = operation.asset.filter(|_| harm.indiscriminate || operation.method == Method::SupplyChain)
        else {
            continue;
        };
        let (sector, harm, cause) = (assets.at(hit).sector, spilt(&harm), Cause::Operation(operation.id));
        for tie in ties.of(operation.target) {
            let third = tie.other(operation.target);
            let likeness = assets.iter().find(|asset| asset.owner == third && asset.sector == sector);
            let Some(asset) = likeness.filter(|_| operation.author != Party::State(third)) else { continue };
            let mut draw = clock.draw(purpose::SPILL, [operation.id.0, third.0.into(), 0]);
            if !draw.happens(rules.model.operations.spills.at) {
                continue;
            }
            if harm.functionality_loss > Function::None {
                outbox.propose(cause, Effect::Break { asset: asset.id, function: harm.functionality_loss });
            }
            let incident = Incident {
                id: Incident::NEW,
                victim: third,
                asset: Some(asset.id),
                operation: Some(operation.id),
                card: operation.card,
                harm,
                gravity: incidents::gravity(&rules.law.corpus, &harm, Some(asset)),
                severity: incidents::severity(&harm, Some(asset)),
                began: operation.ready.max(clock.day),
                noticed: None,
                ceased: None,
                known_to: StateSet::EMPTY,
                transit: operation.via,
            };
            outbox.propose(cause, Effect::Occur(incident));
            let what = What::Spilled { operation: operation.id, onto: third };
            outbox.propose(cause, Effect::Tell { what, audience: operation.known_to });
        }
    }
}

/// What an operation that gets in achieves beside its harm.
fn serve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    claims: Rows<Claim>,
    states: Rows<State>,
    actors: Rows<Actor>,
    assets: Rows<Asset>,
    mut outbox: ResMut<Outbox>,
) {
    for operation in operations.iter() {
        let Some(Outcome::In) = outcome(&clock, &rules, operation, &states, &actors, &assets) else { continue };
        let Some(Mechanic::Covert(numbers)) = rules.play(operation.card).map(|play| &play.mechanic) else { continue };
        let Party::State(author) = operation.author else { continue };
        let cause = Cause::Operation(operation.id);
        swing::propose(&mut outbox, cause, &numbers.swings, (author, Some(operation.target)), operation.level);
        let about = operation.about.or_else(|| claims.at(operation.answers?).incident);
        let Some(incident) = about.map(|id| known.at(id)) else { continue };
        let behind = incident.operation.map(|id| operations.at(id));
        let fails = |why| {
            let what = What::OperationFailed { operation: operation.id, why };
            Effect::Tell { what, audience: operation.known_to }
        };
        match (numbers.serves, behind) {
            (Serves::Nothing, _) => {}
            (Serves::Finds, None) => outbox.propose(cause, fails(NoEffect::NothingFound)),
            (Serves::Finds, Some(behind)) => {
                let wrongdoer = behind.author.state().map(|state| states.at(state));
                for nth in 0..=operation.level as u32 {
                    let mut draw = clock.draw(purpose::TRACE, [incident.id.0, 1000 + operation.id.0, nth]);
                    let found = incidents::trace(
                        &rules.model.knowledge,
                        &mut draw,
                        states.at(author).forensics,
                        wrongdoer,
                        behind,
                    );
                    outbox.propose(cause, Effect::File(found.item(incident.id, author, clock.day)));
                }
            }
            (Serves::Halts | Serves::Curbs, behind) => {
                let Some(behind) = behind.filter(|behind| behind.is_live()) else {
                    outbox.propose(cause, fails(NoEffect::AlreadyEnded));
                    continue;
                };
                let hand = group(behind);
                if !is_run_from(behind, hand.map(|hand| actors.at(hand)), operation.target) {
                    outbox.propose(cause, fails(NoEffect::NotRunFromThere));
                    continue;
                }
                outbox.propose(cause, Effect::Progress { operation: behind.id, stage: Stage::Burned });
                if let (Some(actor), Serves::Curbs) = (hand, numbers.serves) {
                    outbox.propose(cause, Effect::Curb { actor, standing: ActorStanding::Disrupted });
                }
            }
        }
    }
}
