//! The same state in two forms: rows in a `World` while a turn is played, a [`Situation`] at rest.
//!
//! The list of kinds below is the only one. From it come the situation's fields, the [`Roster`] that finds rows by id, and
//! capture and restore, which move whole rows, so that a forgotten field does not compile. Ties and beliefs are flat tables
//! (see their pages) and travel with the rest.

use std::mem;

use bevy::ecs::component::Mutable;
use bevy::ecs::prelude::{Component, Entity, Mut, Query, Res, Resource, World};
use bevy::ecs::system::SystemParam;
use serde::{Deserialize, Serialize};

use crate::base::id::{
    ActorId, AssetId, DoctrineId, EvidenceId, ExpulsionId, IncidentId, MeasureId, NoteId, OperationId, ResolutionId,
    StanceId, StateId, UndertakingId, WrongId,
};
use crate::base::{Day, Digest, Span, Turn};
use crate::sim::canon;
use crate::sim::council::Resolution;
use crate::sim::custom::{Doctrine, Stance};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Belief, Beliefs, Evidence};
use crate::sim::legal::Claim;
use crate::sim::measures::Measure;
use crate::sim::operations::Operation;
use crate::sim::polity::{Actor, Asset, State};
use crate::sim::relations::{Expulsion, Note, Tie, Ties, Undertaking};
use crate::sim::turn::Clock;

/// A kind of row: the single component of its entity. Ids are dense, so the nth row of a kind has id n.
pub trait Kind: Component<Mutability = Mutable> + Copy {
    /// Its id.
    type Id: Copy;

    /// Where an id stands in the list of its kind.
    fn place(id: Self::Id) -> usize;
    /// This row's id.
    fn id(&self) -> Self::Id;
    /// This row under the id of a place in the list.
    #[must_use]
    fn numbered(self, place: usize) -> Self;
    /// The entities of this kind, by id.
    fn listed(roster: &Roster) -> &Vec<Entity>;
    /// The same list, to be changed when rows come or go.
    fn listed_mut(roster: &mut Roster) -> &mut Vec<Entity>;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $field:ident: $row:ident[$id:ident],)*) => {
        /// The whole state of a crisis at rest: plain rows, sorted by id. Clone is copying memory.
        #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Situation {
            /// The turn to be played next.
            #[serde(default)]
            pub turn: Turn,
            /// Its first day.
            #[serde(default)]
            pub day: Day,
            /// How long it lasts.
            pub span: Span,
            $($(#[$doc])* #[serde(default)] pub $field: Vec<$row>,)*
            /// Ties, by pair.
            #[serde(default)]
            pub ties: Vec<Tie>,
            /// Beliefs, by holder, incident and question.
            #[serde(default)]
            pub beliefs: Vec<Belief>,
        }

        impl Clone for Situation {
            fn clone(&self) -> Self {
                let mut copy = Self::empty(self.span);
                copy.clone_from(self);
                copy
            }

            /// Into the room that is there already: a fork of a kept situation allocates nothing.
            fn clone_from(&mut self, from: &Self) {
                (self.turn, self.day, self.span) = (from.turn, from.day, from.span);
                $(self.$field.clone_from(&from.$field);)*
                self.ties.clone_from(&from.ties);
                self.beliefs.clone_from(&from.beliefs);
            }
        }

        /// Rows that replace those of the same id, or come after the last: how one hidden truth differs from another.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Changes {
            $($(#[$doc])* pub $field: Vec<$row>,)*
            /// Ties, by pair.
            pub ties: Vec<Tie>,
            /// Beliefs.
            pub beliefs: Vec<Belief>,
        }

        /// Finds rows by id, and gives the canonical order of each kind.
        #[derive(Resource, Debug, Default)]
        pub struct Roster {
            $($field: Vec<Entity>,)*
        }

        $(
            impl Kind for $row {
                type Id = $id;
                fn place(id: $id) -> usize {
                    id.index()
                }
                fn id(&self) -> $id {
                    self.id
                }
                fn numbered(mut self, place: usize) -> Self {
                    self.id = $id::at(place);
                    self
                }
                fn listed(roster: &Roster) -> &Vec<Entity> {
                    &roster.$field
                }
                fn listed_mut(roster: &mut Roster) -> &mut Vec<Entity> {
                    &mut roster.$field
                }
            }

            impl $row {
                /// The id of a row that is only proposed; it is numbered when the effect is applied.
                pub const NEW: $id = $id(0);
            }
        )*

        impl Situation {
            /// The bytes that its rows take: what a copy has to move.
            pub fn bytes(&self) -> usize {
                size_of_val(&*self.ties) + size_of_val(&*self.beliefs) $(+ size_of_val(&*self.$field))*
            }

            /// An empty world with turns of some length, to be filled.
            pub fn empty(span: Span) -> Self {
                Self {
                    turn: Turn::default(),
                    day: Day::default(),
                    span,
                    $($field: Vec::new(),)*
                    ties: Vec::new(),
                    beliefs: Vec::new(),
                }
            }

            /// The digest of everything in it.
            pub fn digest(&self) -> Digest {
                let mut bytes = Vec::with_capacity(4096);
                self.digest_with(&mut bytes)
            }

            pub(super) fn digest_with(&self, bytes: &mut Vec<u8>) -> Digest {
                bytes.clear();
                canon::write(self, bytes);
                Digest::of(bytes)
            }

            /// Replaces rows by those of the same id and appends the rest.
            pub fn change(&mut self, changes: &Changes) {
                $(overlay(&mut self.$field, &changes.$field, |row| row.id.index());)*
                interleave(&mut self.ties, &changes.ties, |tie| (tie.low, tie.high));
                interleave(&mut self.beliefs, &changes.beliefs, Belief::key);
            }

            /// The kinds whose nth row does not have id n, by name, and the pairs that are out of order.
            pub fn misnumbered(&self) -> Vec<&'static str> {
                let mut wrong = Vec::new();
                $(if self.$field.iter().enumerate().any(|(place, row)| row.id.index() != place) {
                    wrong.push(stringify!($field));
                })*
                if !self.ties.is_sorted_by(|a, b| (a.low, a.high) < (b.low, b.high))
                    || self.ties.iter().any(|tie| tie.low >= tie.high || tie.high.index() >= self.states.len())
                {
                    wrong.push("ties");
                }
                wrong
            }
        }

        /// Writes the world's rows into a kept situation.
        pub(super) fn capture(world: &World, into: &mut Situation) {
            let clock = world.resource::<Clock>();
            (into.turn, into.day, into.span) = (clock.turn, clock.day, clock.span);
            let roster = world.resource::<Roster>();
            $(
                into.$field.clear();
                into.$field.extend(roster.$field.iter().map(|&entity| *living::<$row>(world, entity)));
            )*
            into.ties.clear();
            into.ties.extend_from_slice(world.resource::<Ties>().rows());
            into.beliefs.clear();
            into.beliefs.extend_from_slice(world.resource::<Beliefs>().rows());
        }

        /// Makes the world hold exactly a situation's rows; entities that are there are written over.
        pub(super) fn restore(world: &mut World, from: &Situation) {
            let wrong = from.misnumbered();
            assert!(wrong.is_empty(), "a situation's rows are dense and sorted, but not its {wrong:?}");
            let mut clock = world.resource_mut::<Clock>();
            (clock.turn, clock.day, clock.span) = (from.turn, from.day, from.span);
            $(write_over::<$row>(world, &from.$field);)*
            world.resource_mut::<Ties>().refill(&from.ties);
            world.resource_mut::<Beliefs>().refill(&from.beliefs);
        }
    };
}

kinds! {
    /// States, by id.
    states: State[StateId],
    /// Assets, by id.
    assets: Asset[AssetId],
    /// Actors that are no state, by id.
    actors: Actor[ActorId],
    /// Covert operations, by id.
    operations: Operation[OperationId],
    /// Incidents, by id.
    incidents: Incident[IncidentId],
    /// Items of evidence, by id.
    evidence: Evidence[EvidenceId],
    /// Promises, offers, consents, by id.
    undertakings: Undertaking[UndertakingId],
    /// Measures, by id.
    measures: Measure[MeasureId],
    /// Claims between states, by id.
    claims: Claim[WrongId],
    /// Notes delivered, by id.
    notes: Note[NoteId],
    /// Expulsions of diplomats, by id.
    expulsions: Expulsion[ExpulsionId],
    /// Draft resolutions, by id.
    resolutions: Resolution[ResolutionId],
    /// What States and courts have said or done about the reading of norms, by id.
    stances: Stance[StanceId],
    /// Standings that practice has moved, by id and so by day.
    doctrines: Doctrine[DoctrineId],
}

impl Roster {
    /// How many states there are.
    pub fn states(&self) -> usize {
        self.states.len()
    }
}

fn overlay<R: Copy>(rows: &mut Vec<R>, over: &[R], place: impl Fn(&R) -> usize) {
    for row in over {
        match rows.get_mut(place(row)) {
            Some(old) => *old = *row,
            None => rows.push(*row),
        }
    }
}

fn interleave<R: Copy, O: Ord>(rows: &mut Vec<R>, over: &[R], key: impl Fn(&R) -> O) {
    for row in over {
        match rows.binary_search_by_key(&key(row), &key) {
            Ok(found) => rows[found] = *row,
            Err(place) => rows.insert(place, *row),
        }
    }
}

fn write_over<K: Kind>(world: &mut World, rows: &[K]) {
    let mut listed = mem::take(K::listed_mut(&mut world.resource_mut::<Roster>()));
    for extra in listed.drain(rows.len().min(listed.len())..) {
        world.despawn(extra);
    }
    for (&entity, row) in listed.iter().zip(rows) {
        *world.get_mut::<K>(entity).expect("the roster lists living rows") = *row;
    }
    for row in &rows[listed.len()..] {
        listed.push(world.spawn(*row).id());
    }
    *K::listed_mut(&mut world.resource_mut::<Roster>()) = listed;
}

fn living<K: Kind>(world: &World, entity: Entity) -> &K {
    world.get::<K>(entity).expect("the roster lists living rows")
}

/// A row of the world by id, to be changed. Only `settle` does that.
pub(super) fn row<K: Kind>(world: &mut World, id: K::Id) -> Mut<'_, K> {
    let entity = K::listed(world.resource::<Roster>())[K::place(id)];
    world.get_mut::<K>(entity).expect("the roster lists living rows")
}

/// Adds a proposed row under the next id, and returns it as it stands.
pub(super) fn enter<K: Kind>(world: &mut World, proposed: K) -> K {
    let entered = proposed.numbered(K::listed(world.resource::<Roster>()).len());
    let entity = world.spawn(entered).id();
    K::listed_mut(&mut world.resource_mut::<Roster>()).push(entity);
    entered
}

/// The rows of one kind as `resolve` systems read them: by id, or all in canonical order.
#[derive(SystemParam)]
pub struct Rows<'w, 's, K: Kind> {
    query: Query<'w, 's, &'static K>,
    roster: Res<'w, Roster>,
}

impl<K: Kind> Rows<'_, '_, K> {
    /// The row with an id.
    ///
    /// # Panics
    /// If there is none: ids in rows and in a compiled docket always name rows that exist.
    pub fn at(&self, id: K::Id) -> &K {
        self.query.get(K::listed(&self.roster)[K::place(id)]).expect("the roster lists living rows")
    }

    /// All rows, by id; runs from either end.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &K> {
        K::listed(&self.roster).iter().map(|&entity| self.query.get(entity).expect("the roster lists living rows"))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        K::listed(&self.roster).len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
