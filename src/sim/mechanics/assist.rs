//! Help for a victim: forensics and repair for a partner, or a search of its networks at its invitation.
//!
//! Joins `Phase::Detect` and `Phase::Act`. Reads incidents and, in truth, the operations behind them; proposes `File` into
//! the partner's hands, `Notice` of what lay hidden, the end of what is found, and `Restore`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::{Operation, Stage};
use crate::sim::polity::{Asset, Function, Gauge, State};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// The numbers of help after an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assist {
    /// Traces followed up on the victim's behalf, by level.
    pub traces: [u8; 3],
    /// Chance that what broke works again, by level.
    pub repairs: [Permille; 3],
    /// Share of what the victim's experts lack to the helper's that they learn beside them, by level.
    #[serde(default)]
    pub teaches: [Permille; 3],
}

/// The numbers of a search at a partner's invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hunt {
    /// Chance of finding what hides, at full skill, by level.
    pub finds: [Permille; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(((inquire, hunt).in_set(Phase::Detect.resolve()), restore.in_set(Phase::Act.resolve())));
}

fn inquire(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Assist(numbers), Some(id)) = (&play.mechanic, order.terms.incident) else { continue };
        let cause = Cause::Order(index);
        let Some(operation) = known.at(id).operation.map(|operation| operations.at(operation)) else {
            let what = What::NoEffect { order: index, why: NoEffect::NothingFound };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
            continue;
        };
        let (victim, helper) = (states.at(order.terms.addressee()), states.at(order.by));
        let gap = (helper.forensics.get() - victim.forensics.get()).max(0);
        let by = order.terms.level().pick(&numbers.teaches).of(gap);
        if by > 0 {
            outbox.propose(cause, Effect::Shift { state: victim.id, gauge: Gauge::Forensics, by });
        }
        let author = operation.author.state().map(|author| states.at(author));
        for nth in 0..order.terms.level().pick(&numbers.traces) {
            let mut draw = clock.draw(purpose::TRACE, [id.0, u32::from(order.by.0), 100 + u32::from(nth)]);
            let found =
                incidents::trace(&rules.model.knowledge, &mut draw, states.at(order.by).forensics, author, operation);
            outbox.propose(cause, Effect::File(found.item(id, order.terms.addressee(), clock.day)));
        }
    }
}

fn restore(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    known: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Assist(numbers), Some(id)) = (&play.mechanic, order.terms.incident) else { continue };
        let Some(asset) = known.at(id).asset.filter(|_| known.at(id).harm.functionality_loss > Function::None) else {
            continue;
        };
        let odds = order.terms.level().pick(&numbers.repairs);
        if clock.draw(purpose::REPAIR, [asset.0.into(), order.by.0.into(), 1]).happens(odds) {
            outbox.propose(Cause::Order(index), Effect::Restore { asset, function: Function::None });
        }
    }
}

fn hunt(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    assets: Rows<Asset>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Hunt(numbers) = &play.mechanic else { continue };
        let (host, hunter) = (order.terms.addressee(), states.at(order.by));
        let cause = Cause::Order(index);
        let odds = order.terms.level().pick(&numbers.finds).times(hunter.cyber_defence);
        let mut found = false;
        for incident in known.iter().filter(|incident| incident.victim == host && incident.ceased.is_none()) {
            let Some(operation) = incident.operation.map(|id| operations.at(id)).filter(|op| op.is_live()) else {
                continue;
            };
            // What the hunters themselves have planted they do not find, and nor do they look where they were not let in.
            let theirs = operation.author.state() == Some(order.by);
            let hosted = incident.asset.is_none_or(|asset| assets.at(asset).owner == host);
            let mut draw = clock.draw(purpose::HUNT, [incident.id.0, order.by.0.into(), 0]);
            if theirs || !hosted || !draw.happens(odds) {
                continue;
            }
            found = true;
            if incident.noticed.is_none() {
                outbox.propose(cause, Effect::Notice { incident: incident.id });
            }
            outbox.propose(cause, Effect::Progress { operation: operation.id, stage: Stage::Burned });
        }
        if !found {
            let what = What::NoEffect { order: index, why: NoEffect::NothingFound };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order).with(host) });
        }
    }
}
