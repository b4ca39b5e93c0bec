//! How governments carry on: attention spent and regained, pressure raised by harm and eased by time.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::Permille;
use crate::base::id::StateId;
use crate::sim::docket::{self, Docket, OrderIx};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{Log, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::polity::{Asset, Function, Gauge};
use crate::sim::relations::{TieGauge, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        spend.in_set(Phase::Open.resolve()),
        (feel, endure).in_set(Phase::React.resolve()),
        rebuild.in_set(Phase::Act.resolve()),
        (build, esteem, rest).in_set(Phase::Close.resolve()),
    ));
}

fn spend(rules: Res<Rules>, docket: Res<Docket>, mut outbox: ResMut<Outbox>) {
    for (index, order) in (0..).zip(docket.orders()) {
        let points = docket::attention(&rules, order.act);
        outbox.propose(Cause::Order(OrderIx(index)), Effect::Spend { state: order.by, points });
    }
}

/// Harm that is noticed makes people ask what their government does about it.
fn feel(rules: Res<Rules>, log: Res<Log>, incidents: Rows<Incident>, mut outbox: ResMut<Outbox>) {
    for event in log.events() {
        if let What::IncidentNoticed { incident } = event.what {
            let incident = incidents.at(incident);
            let by = incident.gravity * rules.model.polity.pressure_per_gravity.at;
            let effect = Effect::Shift { state: incident.victim, gauge: Gauge::Pressure, by };
            outbox.propose(Cause::Incident(incident.id), effect);
        }
    }
}

/// Loud harm that goes on wears a public down day by day.
fn endure(clock: Res<Clock>, rules: Res<Rules>, incidents: Rows<Incident>, mut outbox: ResMut<Outbox>) {
    for incident in incidents.iter() {
        let earlier = incident.noticed.is_some_and(|noticed| noticed < clock.day);
        if incident.ceased.is_none() && earlier && incidents::is_loud(&incident.harm) {
            let by = clock.span.scale(incident.gravity * rules.model.polity.ongoing_per_1000_days.at);
            if by > 0 {
                let effect = Effect::Shift { state: incident.victim, gauge: Gauge::Pressure, by };
                outbox.propose(Cause::Incident(incident.id), effect);
            }
        }
    }
}

/// What must be rebuilt works again after a while: the sooner, the better it was protected and backed up.
fn rebuild(
    clock: Res<Clock>,
    rules: Res<Rules>,
    assets: Rows<Asset>,
    incidents: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for asset in assets.iter().filter(|asset| asset.function == Function::RepairNeeded) {
        let held = incidents.iter().any(|incident| incident.asset == Some(asset.id) && incident.ceased.is_none());
        let odds = Permille::clamped(clock.span.scale(asset.hardening.of(rules.model.polity.rebuilt_per_1000_days.at)));
        if !held && clock.draw(purpose::REPAIR, [asset.id.0.into(), 0, 0]).happens(odds) {
            outbox.propose(Cause::Drift, Effect::Restore { asset: asset.id, function: Function::None });
        }
    }
}

/// Work on protection shows bit by bit.
fn build(clock: Res<Clock>, rules: Res<Rules>, assets: Rows<Asset>, mut outbox: ResMut<Outbox>) {
    let by = clock.span.scale(rules.model.polity.built_per_1000_days.at).max(1);
    for asset in assets.iter().filter(|asset| asset.building > Permille::ZERO) {
        let by = by.min(asset.building.get());
        outbox.propose(Cause::Drift, Effect::Harden { asset: asset.id, by });
    }
}

/// Those who have to do with a state follow its good or bad name.
fn esteem(rules: Res<Rules>, log: Res<Log>, ties: Res<Ties>, mut outbox: ResMut<Outbox>) {
    let mut moved: Vec<(StateId, i32)> = Vec::new();
    for event in log.events() {
        if let What::Shifted { state, gauge: Gauge::Legitimacy, by } = event.what {
            match moved.iter_mut().find(|(known, _)| *known == state) {
                Some((_, total)) => *total += by,
                None => moved.push((state, by)),
            }
        }
    }
    for (state, total) in moved {
        let by = rules.model.polity.esteem.at.of(total);
        for other in ties.of(state).map(|tie| tie.other(state)).filter(|_| by != 0) {
            outbox.propose(Cause::Drift, Effect::bend(state, other, TieGauge::WarmthOf(other), by));
        }
    }
}

fn rest(clock: Res<Clock>, rules: Res<Rules>, mut outbox: ResMut<Outbox>) {
    let pressure = clock.span.scale(rules.model.polity.ease_per_1000_days.at);
    outbox.propose(Cause::Drift, Effect::Rest { pressure });
}
