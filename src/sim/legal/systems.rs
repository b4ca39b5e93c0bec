//! Puts the turn's matters to the law, and what follows from the answers to the outbox.

use std::mem;

use bevy::ecs::prelude::{IntoScheduleConfigs, Resource, Schedule, World};

use crate::base::id::StateId;
use crate::base::{Span, StateSet};
use crate::law::Overall;
use crate::sim::docket::{Docket, OrderIx};
use crate::sim::effect::{Cause, Effect, Outbox, Proposal};
use crate::sim::event::{Log, What};
use crate::sim::legal::court;
use crate::sim::legal::stances::Reader;
use crate::sim::legal::{Chambers, Matter, Ruling, Rulings, Sitting};
use crate::sim::polity::Gauge;
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::{self, Situation};
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((judge, court::hear.run_if(court::has_business)).chain().in_set(Phase::Judge.resolve()));
}

/// A kept situation and room for checks, so that judging a turn allocates little once they have grown.
#[derive(Resource, Debug)]
pub(in crate::sim) struct Bench {
    pub(super) scene: Situation,
    pub(super) chambers: Option<Chambers>,
}

impl Default for Bench {
    fn default() -> Self {
        Self { scene: Situation::empty(Span(1)), chambers: None }
    }
}

/// Exclusive, since the law reads the situation at rest: whole rows of every kind at one instant.
fn judge(world: &mut World) {
    let rules = world.resource::<Rules>().clone();
    let Bench { mut scene, chambers } = mem::take(&mut *world.resource_mut::<Bench>());
    let mut chambers = chambers.unwrap_or_else(|| Chambers::new(&rules));
    situation::capture(world, &mut scene);
    let mut rulings = mem::take(&mut world.resource_mut::<Rulings>().0);
    let docket = world.resource::<Docket>();
    let day = world.resource::<Clock>().day;
    let orders = (0..docket.orders().len()).map(|place| Matter::Order(OrderIx(place as u16)));
    let acted = scene.incidents.iter().rev().take_while(|incident| incident.began >= day);
    // What spilt over is judged with the operation it came from.
    let aimed = acted
        .filter(|incident| incident.operation.is_none_or(|id| incident.is_aim_of(id, &scene.operations[id.index()])));
    let operations = aimed.filter_map(|incident| incident.operation).map(Matter::Operation);
    let measures = scene.measures.iter().filter(|measure| measure.is_in_force());
    let measures = measures.map(|measure| Matter::Measure(measure.id));
    let matters = orders.chain(operations).chain(measures);
    let mut sitting = Sitting::new(&scene, &rules, &mut chambers);
    let partings = sitting.rule(docket, matters, &mut rulings);
    let signed: Vec<(OrderIx, StateId)> = (world.resource::<Log>().events().iter())
        .filter_map(|event| match event.what {
            What::Signed { order, state, .. } => Some((order, state)),
            _ => None,
        })
        .collect();
    let mut reader = Reader::new(&scene, &rules, &mut sitting);
    reader.read(docket, &partings, &signed);
    let taken = reader.taken;
    for ruling in &mut rulings {
        if let Matter::Order(order) = ruling.matter {
            docket.slate().hold(order, ruling);
        }
    }

    let mut outbox = world.resource_mut::<Outbox>();
    for ruling in &rulings {
        outbox.proposals.extend(
            consequences(&rules, ruling, is_charged(&scene, ruling))
                .map(|effect| Proposal { effect, cause: cause(ruling.matter) }),
        );
    }
    outbox.proposals.extend(taken.into_iter().map(|(cause, effect)| Proposal { effect, cause }));
    world.resource_mut::<Rulings>().0 = rulings;
    *world.resource_mut::<Bench>() = Bench { scene, chambers: Some(chambers) };
}

const fn cause(matter: Matter) -> Cause {
    match matter {
        Matter::Order(order) => Cause::Order(order),
        Matter::Operation(operation) => Cause::Operation(operation),
        Matter::Measure(measure) => Cause::Measure(measure),
    }
}

/// Whether a ruling costs a good name. A measure is charged once, as the order that imposes it; while it stands it costs
/// its author again only as long as the public sees it unlawful, as when it outlives the wrong.
fn is_charged(scene: &Situation, ruling: &Ruling) -> bool {
    match ruling.matter {
        Matter::Order(_) | Matter::Operation(_) => true,
        Matter::Measure(id) => {
            scene.measures[id.index()].began < scene.day && ruling.public_verdict == Overall::Unlawful
        }
    }
}

/// What a ruling does: the record of it, and what the world thinks of the conduct it can see.
fn consequences(rules: &Rulebook, ruling: &Ruling, is_charged: bool) -> impl Iterator<Item = Effect> {
    // Nobody is told the verdict on the truth during play: it would give away who did what.
    let told = Effect::Tell {
        what: What::Ruled { matter: ruling.matter, verdict: ruling.verdict },
        audience: StateSet::EMPTY,
    };
    let lost = if is_charged { ruling.public_cost * rules.model.law.legitimacy_per_cost.at } else { 0 };
    let shift = Effect::Shift { state: ruling.by, gauge: Gauge::Legitimacy, by: -lost };
    [Some(told), (lost != 0).then_some(shift)].into_iter().flatten()
}
