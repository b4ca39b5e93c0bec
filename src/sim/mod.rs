//! The simulation: a crisis as rows in a Bevy `World`, carried from turn to turn by one schedule.
//!
//! May know `base` and `law`; never meets seats' screens, the network or the disk. In reading order: a [`Situation`] is the
//! world at rest; [`compile`](docket::compile) makes a [`Docket`] of sealed orders; a [`Simulation`] adjudicates it and
//! returns a [`TurnRecord`]; inside, systems propose [`Effect`](effect::Effect)s phase by phase and only settling applies
//! them. Verbs live in [`mechanics`], nouns in the domains beside it; all numbers come from the [`Rulebook`].
//!
//! Inside this room there is no `Local`, no message, observer or change filter, no wall clock, no `Commands` in a resolving
//! system and no float: all of them would be state outside the state.
#![deny(clippy::float_arithmetic)]
#![expect(clippy::needless_pass_by_value, reason = "systems take what they read by value; that is their signature")]

pub mod canon;
pub mod card;
pub mod docket;
pub mod effect;
pub mod event;
pub mod lending;
pub mod model;
pub mod order;
pub mod rulebook;
pub mod scenario;
mod settle;
pub mod situation;
pub mod soundness;
pub mod turn;
pub mod white_cell;
mod words;

pub mod council;
pub mod custom;
pub mod exposure;
pub mod incidents;
pub mod knowledge;
pub mod legal;
pub mod measures;
pub mod operations;
pub mod polity;
pub mod relations;
pub mod tension;

pub mod mechanics;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use bevy::ecs::prelude::{Schedule, World};
use serde::{Deserialize, Serialize};

pub use docket::{Docket, Refusal, Refused};
pub use event::Event;
pub use legal::Ruling;
pub use lending::Lent;
pub use order::Order;
pub use rulebook::Rulebook;
pub use situation::Situation;

use crate::base::{Chance, Day, Digest, Span, Turn};
use effect::Outbox;
use event::Log;
use knowledge::Beliefs;
use legal::{Bench, Rulings};
use relations::Ties;
use rulebook::Rules;
use situation::Roster;
use turn::Clock;

/// One crisis being played. Making one costs some hundred microseconds, resetting a kept one a few: keep it, or borrow one for
/// a turn ([`Rulebook::lend`]).
pub struct Simulation {
    world: World,
    schedule: Schedule,
    /// Kept for digests, so that they allocate nothing once they have grown.
    scene: Situation,
    bytes: Vec<u8>,
}

/// What became of a turn: all that a journal needs beside the docket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnRecord {
    /// The turn that was played.
    pub turn: Turn,
    /// Its first day.
    pub day: Day,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// The orders that were not carried out.
    pub refusals: Vec<Refused>,
    /// The law's answers.
    pub rulings: Vec<Ruling>,
    /// The digest of the situation after it.
    pub digest: Digest,
}

impl Simulation {
    /// A crisis that starts from a situation, with chance from a seed.
    ///
    /// # Panics
    /// If the situation's rows are not dense and sorted; `soundness::flaws` is asked when scenarios are read.
    pub fn new(rulebook: Arc<Rulebook>, situation: &Situation, seed: u64) -> Self {
        let mut world = World::new();
        world.insert_resource(Rules(rulebook));
        world.insert_resource(Clock {
            turn: situation.turn,
            day: situation.day,
            span: situation.span,
            chance: Chance::new(seed),
        });
        world.init_resource::<Roster>();
        world.init_resource::<Ties>();
        world.init_resource::<Beliefs>();
        world.init_resource::<Docket>();
        world.init_resource::<Outbox>();
        world.init_resource::<Log>();
        world.init_resource::<Rulings>();
        world.init_resource::<Bench>();
        let schedule = turn::schedule(&mut world);
        let mut sim = Self { world, schedule, scene: Situation::empty(Span(1)), bytes: Vec::new() };
        sim.restore(situation);
        sim
    }

    /// Plays a turn and returns its record.
    pub fn adjudicate(&mut self, docket: &Docket) -> TurnRecord {
        let clock = *self.world.resource::<Clock>();
        self.advance(docket);
        TurnRecord {
            turn: clock.turn,
            day: clock.day,
            events: self.events().to_vec(),
            refusals: docket.refusals().to_vec(),
            rulings: self.rulings().to_vec(),
            digest: self.digest(),
        }
    }

    /// Plays a turn without making a record: for imagined worlds. What happened can be read until the next one.
    pub fn advance(&mut self, docket: &Docket) {
        self.world.resource_mut::<Docket>().refill(docket);
        self.world.resource_mut::<Log>().events.clear();
        self.world.resource_mut::<Rulings>().0.clear();
        self.schedule.run(&mut self.world);
        let mut clock = self.world.resource_mut::<Clock>();
        (clock.turn, clock.day) = (clock.turn.next(), clock.next_day());
    }

    /// Compiles orders against the situation as it is and plays them.
    pub fn play(&mut self, sealed: Vec<Order>) -> TurnRecord {
        situation::capture(&self.world, &mut self.scene);
        let docket = docket::compile(&self.scene, self.world.resource::<Rules>(), sealed);
        self.adjudicate(&docket)
    }

    /// The state at rest.
    pub fn situation(&self) -> Situation {
        let mut situation = Situation::empty(Span(1));
        self.situation_into(&mut situation);
        situation
    }

    /// The state at rest, into a kept situation: allocates nothing once that has grown.
    pub fn situation_into(&self, situation: &mut Situation) {
        situation::capture(&self.world, situation);
    }

    /// Goes on from another situation, with the same chance.
    pub fn restore(&mut self, situation: &Situation) {
        situation::restore(&mut self.world, situation);
    }

    /// Starts another crisis in the same world: how a kept simulation forks and imagines.
    pub fn reset(&mut self, situation: &Situation, seed: u64) {
        self.world.resource_mut::<Clock>().chance = Chance::new(seed);
        self.restore(situation);
    }

    /// Plays by a rulebook again, having laid it down.
    fn take_up(&mut self, rulebook: Arc<Rulebook>) {
        self.world.insert_resource(Rules(rulebook));
    }

    /// Lays the rulebook down, with everything that could be read of the turn played last. Rows stay until the next situation is
    /// laid over them: before that nobody reaches them.
    fn lay_down(&mut self) {
        self.world.remove_resource::<Rules>();
        self.world.resource_mut::<Docket>().refill(&Docket::default());
        self.world.resource_mut::<Log>().events.clear();
        self.world.resource_mut::<Rulings>().0.clear();
    }

    /// How long the turn to be played next will last.
    pub fn set_span(&mut self, span: Span) {
        self.world.resource_mut::<Clock>().span = span;
    }

    /// The digest of the state as it is.
    pub fn digest(&mut self) -> Digest {
        situation::capture(&self.world, &mut self.scene);
        self.scene.digest_with(&mut self.bytes)
    }

    /// What happened in the turn played last.
    pub fn events(&self) -> &[Event] {
        self.world.resource::<Log>().events()
    }

    /// The law's answers of the turn played last.
    pub fn rulings(&self) -> &[Ruling] {
        &self.world.resource::<Rulings>().0
    }

    /// The rules it is played by.
    pub fn rulebook(&self) -> &Arc<Rulebook> {
        &self.world.resource::<Rules>().0
    }
}

impl fmt::Debug for Simulation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = self.world.resource::<Clock>();
        write!(f, "Simulation(turn {}, day {})", clock.turn.0, clock.day.0)
    }
}
