//! What has changed in a world since it was last looked at, found once for all seats that look.
//!
//! In a world of years nearly all rows are settled: nobody learns of them any more, and nothing in them moves. What this tells
//! is where a view has to be written anew, never what is in it: that `known` alone decides, from the world as it is.

use crate::base::id::{EvidenceId, IncidentId, MeasureId, OperationId, StateId, UndertakingId, WrongId};
use crate::sim::knowledge::Belief;
use crate::sim::situation::Situation;
use crate::view::naming::Naming;
use crate::view::numbers::Starts;

/// How a world differs from the one that was looked at before.
#[derive(Clone, Debug)]
pub(super) struct Changes {
    pub(super) operations: List,
    pub(super) incidents: List,
    pub(super) evidence: List,
    pub(super) undertakings: List,
    pub(super) measures: List,
    pub(super) claims: List,
    pub(super) notes: List,
    pub(super) resolutions: List,
    pub(super) expulsions: List,
    pub(super) stances: List,
    /// Who believes something else than before, about which incident; sorted.
    beliefs: Vec<(StateId, IncidentId)>,
}

/// How one list of rows differs from what it was.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// How many rows there were and still are.
    pub(super) kept: usize,
    /// Those among them that are not as they were, by place.
    pub(super) changed: Vec<u32>,
    named: FirstNaming,
}

/// The first rows of a list that name a row of another one, or one after it.
#[derive(Clone, Debug)]
struct FirstNaming {
    operations: First,
    incidents: First,
    evidence: First,
    undertakings: First,
    measures: First,
    claims: First,
}

/// By place in one list: the first row of another that names it or a later one.
#[derive(Clone, Debug)]
struct First(Vec<u32>);

const NONE: u32 = u32::MAX;

/// Nothing is kept of what was there before: all is to be written anew.
pub(super) static ANEW: Changes = Changes::ANEW;

impl Changes {
    /// Nothing is kept.
    pub(super) const ANEW: Self = Self {
        operations: List::ANEW,
        incidents: List::ANEW,
        evidence: List::ANEW,
        undertakings: List::ANEW,
        measures: List::ANEW,
        claims: List::ANEW,
        notes: List::ANEW,
        resolutions: List::ANEW,
        expulsions: List::ANEW,
        stances: List::ANEW,
        beliefs: Vec::new(),
    };

    /// What has changed from one situation to another, into room that is there already.
    pub(super) fn find(&mut self, before: &Situation, now: &Situation) {
        self.operations.find(&before.operations, &now.operations);
        self.incidents.find(&before.incidents, &now.incidents);
        self.evidence.find(&before.evidence, &now.evidence);
        self.undertakings.find(&before.undertakings, &now.undertakings);
        self.measures.find(&before.measures, &now.measures);
        self.claims.find(&before.claims, &now.claims);
        self.notes.find(&before.notes, &now.notes);
        self.resolutions.find(&before.resolutions, &now.resolutions);
        self.expulsions.find(&before.expulsions, &now.expulsions);
        self.stances.find(&before.stances, &now.stances);
        self.beliefs.clear();
        differing(&before.beliefs, &now.beliefs, |belief| {
            let about = (belief.holder, belief.incident);
            if self.beliefs.last() != Some(&about) {
                self.beliefs.push(about);
            }
        });
    }

    /// The incidents about which somebody believes something else than before.
    pub(super) fn rethought(&self, holder: StateId) -> impl Iterator<Item = IncidentId> {
        let start = self.beliefs.partition_point(|(other, _)| *other < holder);
        self.beliefs[start..].iter().take_while(move |(other, _)| *other == holder).map(|(_, incident)| *incident)
    }
}

impl List {
    const ANEW: Self = Self {
        kept: 0,
        changed: Vec::new(),
        named: FirstNaming {
            operations: First(Vec::new()),
            incidents: First(Vec::new()),
            evidence: First(Vec::new()),
            undertakings: First(Vec::new()),
            measures: First(Vec::new()),
            claims: First(Vec::new()),
        },
    };

    fn find<R: Naming + PartialEq>(&mut self, before: &[R], rows: &[R]) {
        self.kept = before.len().min(rows.len());
        self.changed.clear();
        let pairs = (0..).zip(before.iter().zip(rows));
        self.changed.extend(pairs.filter(|(_, (before, now))| before != now).map(|(place, _)| place));
        self.named.find(rows);
    }

    /// The first row that names a row whose number may have moved.
    pub(super) fn first_naming(&self, starts: &Starts) -> usize {
        let FirstNaming { operations, incidents, evidence, undertakings, measures, claims } = &self.named;
        [
            operations.at(starts.operations),
            incidents.at(starts.incidents),
            evidence.at(starts.evidence),
            undertakings.at(starts.undertakings),
            measures.at(starts.measures),
            claims.at(starts.claims),
        ]
        .into_iter()
        .fold(usize::MAX, usize::min)
    }
}

impl FirstNaming {
    fn find<R: Naming>(&mut self, rows: &[R]) {
        let Self { operations, incidents, evidence, undertakings, measures, claims } = self;
        let mut lists = [operations, incidents, evidence, undertakings, measures, claims];
        for first in &mut lists {
            first.0.clear();
        }
        for (place, row) in (0..).zip(rows) {
            let named = row.named();
            let places = [
                named.operation.map(OperationId::index),
                named.incident.map(IncidentId::index),
                named.evidence.map(EvidenceId::index),
                named.undertaking.map(UndertakingId::index),
                named.measure.map(MeasureId::index),
                named.claim.map(WrongId::index),
            ];
            for (first, named) in lists.iter_mut().zip(places) {
                if let Some(named) = named {
                    first.note(named, place);
                }
            }
        }
        lists.into_iter().for_each(First::settle);
    }
}

impl First {
    /// Notes that a row names a place. Rows come in order.
    fn note(&mut self, named: usize, by: u32) {
        if self.0.len() <= named {
            self.0.resize(named + 1, NONE);
        }
        self.0[named] = self.0[named].min(by);
    }

    /// Lets whoever names a place count for all places before it.
    fn settle(&mut self) {
        let mut least = NONE;
        for first in self.0.iter_mut().rev() {
            least = least.min(*first);
            *first = least;
        }
    }

    fn at(&self, place: usize) -> usize {
        self.0.get(place).map_or(usize::MAX, |first| *first as usize)
    }
}

/// Tells every belief that is in one of two tables and not, or not so, in the other, in order.
fn differing(mut before: &[Belief], mut now: &[Belief], mut tell: impl FnMut(&Belief)) {
    let key = |belief: &Belief| (belief.holder, belief.incident, belief.question);
    while let (Some(old), Some(new)) = (before.first(), now.first()) {
        let order = key(old).cmp(&key(new));
        if order.is_eq() && old.odds != new.odds || order.is_gt() {
            tell(new);
        } else if order.is_lt() {
            tell(old);
        }
        before = &before[usize::from(order.is_le())..];
        now = &now[usize::from(order.is_ge())..];
    }
    before.iter().chain(now).for_each(tell);
}
