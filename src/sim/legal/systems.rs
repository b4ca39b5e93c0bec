//! Puts the turn's matters to the jurist, and what follows from the answers to the outbox.

use std::mem;

use bevy::ecs::prelude::{IntoScheduleConfigs, Resource, Schedule, World};

use crate::base::{Span, StateSet};
use crate::sim::docket::{Docket, OrderIx};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::What;
use crate::sim::legal::{Matter, Ruling, Rulings};
use crate::sim::polity::Gauge;
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::{self, Situation};
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems(judge.in_set(Phase::Judge.resolve()));
}

/// A kept situation, so that judging a turn allocates nothing once it has grown.
#[derive(Resource, Debug)]
pub(in crate::sim) struct Bench(Situation);

impl Default for Bench {
    fn default() -> Self {
        Self(Situation::empty(Span(1)))
    }
}

/// Exclusive, since the jurist reads the situation at rest: whole rows of every kind at one instant.
fn judge(world: &mut World) {
    let rules = world.resource::<Rules>().clone();
    let Some(jurist) = &rules.jurist else { return };
    let mut scene = mem::take(&mut *world.resource_mut::<Bench>());
    situation::capture(world, &mut scene.0);
    let mut rulings = mem::take(&mut world.resource_mut::<Rulings>().0);
    let docket = world.resource::<Docket>();
    let day = world.resource::<Clock>().day;
    let orders = (0..docket.orders().len()).map(|place| Matter::Order(OrderIx(place as u16)));
    let acted = scene.0.incidents.iter().rev().take_while(|incident| incident.began >= day);
    let operations = acted.filter_map(|incident| incident.operation).map(Matter::Operation);
    let measures = scene.0.measures.iter().filter(|measure| measure.is_in_force());
    let measures = measures.map(|measure| Matter::Measure(measure.id));
    rulings
        .extend(orders.chain(operations).chain(measures).map(|matter| jurist.rule(&scene.0, &rules, docket, matter)));

    let mut outbox = world.resource_mut::<Outbox>();
    for ruling in &rulings {
        outbox.proposals.extend(
            consequences(&rules, ruling)
                .map(|effect| crate::sim::effect::Proposal { effect, cause: cause(ruling.matter) }),
        );
    }
    world.resource_mut::<Rulings>().0 = rulings;
    *world.resource_mut::<Bench>() = scene;
}

const fn cause(matter: Matter) -> Cause {
    match matter {
        Matter::Order(order) => Cause::Order(order),
        Matter::Operation(operation) => Cause::Operation(operation),
        Matter::Measure(measure) => Cause::Measure(measure),
    }
}

/// What a ruling does: the record of it, and what the world thinks of the conduct it can see.
fn consequences(rules: &Rulebook, ruling: &Ruling) -> impl Iterator<Item = Effect> {
    // Nobody is told the verdict on the truth during play: it would give away who did what.
    let told = Effect::Tell {
        what: What::Ruled { matter: ruling.matter, verdict: ruling.verdict },
        audience: StateSet::EMPTY,
    };
    let lost = ruling.public_cost * rules.model.law.legitimacy_per_cost.at;
    let shift = Effect::Shift { state: ruling.by, gauge: Gauge::Legitimacy, by: -lost };
    [Some(told), (lost != 0).then_some(shift)].into_iter().flatten()
}
