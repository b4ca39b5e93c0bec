//! How governments carry on: attention spent and regained, pressure raised by harm and eased by time.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::sim::docket::{self, Docket, OrderIx};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{Log, What};
use crate::sim::incidents::Incident;
use crate::sim::polity::Gauge;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        spend.in_set(Phase::Open.resolve()),
        feel.in_set(Phase::React.resolve()),
        rest.in_set(Phase::Close.resolve()),
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

fn rest(clock: Res<Clock>, rules: Res<Rules>, mut outbox: ResMut<Outbox>) {
    let pressure = clock.span.scale(rules.model.polity.ease_per_1000_days.at);
    outbox.propose(Cause::Drift, Effect::Rest { pressure });
}
