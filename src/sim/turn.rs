//! One turn: its phases, their two beats, and the schedule built from them.
//!
//! Phases follow each other in the order of [`Phase`]. In each, every `resolve` system reads the same instant and proposes
//! effects; then one `settle` sorts and applies them. Between two phases nothing is pending.

use bevy::ecs::prelude::{IntoScheduleConfigs, Resource, Schedule, SystemSet, World};
use bevy::ecs::schedule::{LogLevel, ScheduleBuildSettings, ScheduleLabel, SingleThreadedExecutor};
use serde::{Deserialize, Serialize};

use crate::base::chance::Draw;
use crate::base::{Chance, Day, Purpose, Span, Turn};
use crate::sim::effect::Outbox;
use crate::sim::{
    council, custom, exposure, incidents, knowledge, legal, measures, mechanics, operations, polity, relations, settle,
    tension, white_cell,
};

/// The phases of a turn, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Attention is spent, tempers cool, operations are set going or called off.
    Open,
    /// Operations that are ready act.
    Covert,
    /// Victims notice; investigators find.
    Detect,
    /// Evidence moves beliefs.
    Attribute,
    /// Notes and statements.
    Speak,
    /// Open acts: measures are imposed and lifted.
    Act,
    /// What all of that does to economies, tempers and ties.
    React,
    /// The law has its say, and its consequences.
    Judge,
    /// Ladder, deadlines, rest.
    Close,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Covert,
        Self::Detect,
        Self::Attribute,
        Self::Speak,
        Self::Act,
        Self::React,
        Self::Judge,
        Self::Close,
    ];

    /// The set in which systems read and propose.
    pub const fn resolve(self) -> Beat {
        Beat::Resolve(self)
    }

    /// The set in which the one settling system applies what was proposed.
    pub const fn settle(self) -> Beat {
        Beat::Settle(self)
    }
}

/// The two beats of a phase, as sets of systems.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beat {
    /// Read components, write effects.
    Resolve(Phase),
    /// Sort, apply, log.
    Settle(Phase),
}

/// When it is, and the source of all chance. There is no other clock in the room.
#[derive(Resource, Clone, Copy, Debug)]
pub struct Clock {
    /// The turn being played.
    pub turn: Turn,
    /// Its first day.
    pub day: Day,
    /// How long it lasts.
    pub span: Span,
    /// The crisis's chance.
    pub chance: Chance,
}

impl Clock {
    /// The first day after this turn.
    pub const fn next_day(&self) -> Day {
        self.day.plus(self.span.0 as i32)
    }

    /// Opens the stream of one purpose about up to three subjects in this turn.
    pub fn draw(&self, purpose: Purpose, subjects: [u32; 3]) -> Draw {
        self.chance.draw(self.turn, purpose, subjects)
    }
}

/// What draws are for. Numbers are part of the record: add at the end, never reuse one.
pub mod purpose {
    use crate::base::Purpose;

    /// Which hidden truth a scenario opens with.
    pub const TRUTH: Purpose = Purpose(1);
    /// Whether an operation gets in.
    pub const ACCESS: Purpose = Purpose(2);
    /// Whether a victim notices.
    pub const NOTICE: Purpose = Purpose(3);
    /// What trace an investigator finds.
    pub const TRACE: Purpose = Purpose(4);
    /// Whether a wrong accusation is refuted.
    pub const REFUTE: Purpose = Purpose(5);
    /// Whether what broke is repaired.
    pub const REPAIR: Purpose = Purpose(6);
    /// Whether a search finds what hides.
    pub const HUNT: Purpose = Purpose(7);
    /// Whether a filter holds.
    pub const BLOCK: Purpose = Purpose(8);
    /// What an inquiry finds out about links and shelter.
    pub const LINK: Purpose = Purpose(9);
    /// Whether a court at home sets immunity aside.
    pub const COURT: Purpose = Purpose(10);
    /// Whether a firm, a paper or an ally finds something, tells it, and keeps silent.
    pub const EXPOSE: Purpose = Purpose(11);
    /// Whether harm spreads to a third state.
    pub const SPILL: Purpose = Purpose(12);
    /// Whether an operation gets out of hand.
    pub const ESCAPE: Purpose = Purpose(13);
    /// Whether a court annuls a listing.
    pub const LISTING: Purpose = Purpose(14);
    /// Whether something happens between two states that nobody meant, and how bad it is.
    pub const ACCIDENT: Purpose = Purpose(15);
    /// Whether a group that nobody leads commits a crime, what, and upon whom.
    pub const CRIME: Purpose = Purpose(16);
    /// Whether what was handed on comes into other hands.
    pub const LEAK: Purpose = Purpose(17);
}

#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
struct PlayTurn;

/// Builds the schedule. Single-threaded, and two systems that touch the same thing without an order between them are an
/// error; the outbox alone is exempt, because settling sorts it.
pub(super) fn schedule(world: &mut World) -> Schedule {
    let mut schedule = Schedule::new(PlayTurn);
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.set_build_settings(ScheduleBuildSettings { ambiguity_detection: LogLevel::Error, ..Default::default() });
    world.allow_ambiguous_resource::<Outbox>();

    let mut earlier: Option<Beat> = None;
    for phase in Phase::ALL {
        schedule.configure_sets((phase.resolve(), phase.settle()).chain());
        if let Some(earlier) = earlier {
            schedule.configure_sets(phase.resolve().after(earlier));
        }
        schedule.add_systems((move |world: &mut World| settle::settle(world, phase)).in_set(phase.settle()));
        earlier = Some(phase.settle());
    }
    for plugin in [
        polity::plugin,
        operations::plugin,
        incidents::plugin,
        knowledge::plugin,
        relations::plugin,
        measures::plugin,
        tension::plugin,
        legal::plugin,
        council::plugin,
        custom::plugin,
        exposure::plugin,
        mechanics::plugin,
        white_cell::plugin,
    ] {
        plugin(&mut schedule);
    }
    schedule
}
