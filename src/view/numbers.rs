//! A view's own numbers.
//!
//! Rows that a seat does not know are left out of its view, and the rest is numbered anew: a gap in the numbers would tell
//! how many operations others run. Orders are drafted in the view's numbers and sealed into the world's.

use crate::base::id::{EvidenceId, IncidentId, MeasureId, NoteId, OperationId, UndertakingId, WrongId};
use crate::sim::docket::Refusal;
use crate::sim::order::{Order, Param, Terms};
use crate::sim::relations::Content;
use crate::view::changes::List;

/// An order in the numbers of one view. It becomes an [`Order`] by [`View::seal`](crate::view::View::seal).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Draft {
    /// The order, as its seat would put it.
    pub order: Order,
}

/// Which row of the world each row of the view is, and the other way round; both lists rise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Map {
    to_world: Vec<u32>,
    to_view: Vec<u32>,
}

const UNKNOWN: u32 = u32::MAX;

impl Map {
    /// Lists the places of the rows that are known, having listed them as they were before. Tells from which place of the
    /// world on the numbers may have moved.
    pub(super) fn follow<R>(&mut self, rows: &[R], changes: &List, is_known: impl Fn(&R) -> bool) -> usize {
        let turned = |&&place: &&u32| self.number(place).is_some() != is_known(&rows[place as usize]);
        let from = changes.changed.iter().find(turned).map_or(changes.kept, |&place| place as usize);
        self.list(rows, from, is_known);
        from
    }

    /// Lists the places of the rows that are known from a place on, where all before it stay as they are.
    pub(super) fn list<R>(&mut self, rows: &[R], from: usize, is_known: impl Fn(&R) -> bool) {
        self.to_world.truncate(self.below(from));
        self.to_view.truncate(from);
        for (place, row) in (from as u32..).zip(&rows[from..]) {
            if is_known(row) {
                self.to_view.push(self.to_world.len() as u32);
                self.to_world.push(place);
            } else {
                self.to_view.push(UNKNOWN);
            }
        }
    }

    /// The view's number of a place.
    pub(super) fn number(&self, place: u32) -> Option<u32> {
        self.to_view.get(place as usize).copied().filter(|number| *number != UNKNOWN)
    }

    /// How many rows are known before a place.
    pub(super) fn below(&self, place: usize) -> usize {
        self.to_world.partition_point(|&known| (known as usize) < place)
    }

    /// The places of the known rows in the world from a number of the view on, in order, each with its number.
    pub(super) fn known_from(&self, number: usize) -> impl Iterator<Item = (usize, u32)> {
        self.to_world[number..].iter().map(|&place| place as usize).zip(number as u32..)
    }
}

macro_rules! numbers {
    ($($field:ident: $id:ident,)*) => {
        /// The maps of all kinds that have rows a seat may not know.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(super) struct Numbers {
            $(pub(super) $field: Map,)*
        }

        /// From which place of each of these kinds on the numbers may have moved.
        #[derive(Clone, Copy, Debug)]
        pub(super) struct Starts {
            $(pub(super) $field: usize,)*
        }

        $(impl Numbered for $id {
            fn map(numbers: &Numbers) -> &Map {
                &numbers.$field
            }
            fn place(self) -> usize {
                self.index()
            }
            fn at(place: usize) -> Self {
                $id::at(place)
            }
        })*
    };
}

numbers! {
    operations: OperationId,
    incidents: IncidentId,
    evidence: EvidenceId,
    undertakings: UndertakingId,
    measures: MeasureId,
    claims: WrongId,
    notes: NoteId,
}

/// An id of a kind whose rows may be unknown.
pub(super) trait Numbered: Copy {
    fn map(numbers: &Numbers) -> &Map;
    fn place(self) -> usize;
    fn at(place: usize) -> Self;
}

impl Numbers {
    /// The view's number of a row of the world, if the seat knows it.
    pub(super) fn view<I: Numbered>(&self, id: I) -> Option<I> {
        let place = *I::map(self).to_view.get(id.place())?;
        (place != UNKNOWN).then(|| I::at(place as usize))
    }

    /// The world's number of a row of the view.
    pub(super) fn world<I: Numbered>(&self, id: I) -> Option<I> {
        I::map(self).to_world.get(id.place()).map(|&place| I::at(place as usize))
    }
}

/// Rewrites what an undertaking or an offer says, id by id; `None` if it names a row that has no number there.
pub(super) fn content(content: Content, measure: impl Fn(MeasureId) -> Option<MeasureId>) -> Option<Content> {
    match content {
        Content::LiftMeasure(id) => measure(id).map(Content::LiftMeasure),
        Content::Talks
        | Content::CeaseOperations
        | Content::Reparation
        | Content::Assistance
        | Content::SuppressAtHome
        | Content::ShareEvidence
        | Content::Permit(_)
        | Content::Inquiry
        | Content::Relations
        | Content::GoodOffices(_)
        | Content::Channel
        | Content::Moratorium(_)
        | Content::InformationSharing
        | Content::Verification
        | Content::JointExercise
        | Content::Registry
        | Content::FactFinding
        | Content::ClaimsCommission
        | Content::Treaty(_) => Some(content),
    }
}

/// From which numbers to which an order is rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Into {
    World,
    View,
}

/// Rewrites every id of an order that may be numbered differently.
///
/// Takes the terms apart in full, so that a new parameter does not compile before somebody has decided how it is numbered.
pub(super) fn renumber(order: &Order, numbers: &Numbers, into: Into) -> Result<Order, Refusal> {
    fn change<I: Numbered>(id: Option<I>, numbers: &Numbers, into: Into, param: Param) -> Result<Option<I>, Refusal> {
        let Some(id) = id else { return Ok(None) };
        let changed = match into {
            Into::World => numbers.world(id),
            Into::View => numbers.view(id),
        };
        changed.map(Some).ok_or(Refusal::Unknown(param))
    }
    let Terms {
        target,
        asset,
        incident,
        claim,
        measure,
        operation,
        undertaking,
        evidence,
        actor,
        via,
        false_flag,
        other_move,
        content: said,
        method,
        sector,
        level,
        publicity,
        reversible,
        omission,
        detail,
        treaties,
        days,
        co_signers,
        resolution,
        other_party,
        by_itself,
        grants,
        operative,
        reading,
        basis,
        purpose,
        lawful_estimate,
    } = order.terms;
    let said = match said {
        None => None,
        Some(said) => {
            let known = content(said, |id| match into {
                Into::World => numbers.world(id),
                Into::View => numbers.view(id),
            });
            Some(known.ok_or(Refusal::Unknown(Param::Content))?)
        }
    };
    let terms = Terms {
        target,
        asset,
        incident: change(incident, numbers, into, Param::Incident)?,
        claim: change(claim, numbers, into, Param::Claim)?,
        measure: change(measure, numbers, into, Param::Measure)?,
        operation: change(operation, numbers, into, Param::Operation)?,
        undertaking: change(undertaking, numbers, into, Param::Undertaking)?,
        evidence: change(evidence, numbers, into, Param::Evidence)?,
        actor,
        via,
        false_flag,
        other_move,
        content: said,
        method,
        sector,
        level,
        publicity,
        reversible,
        omission,
        detail,
        treaties,
        days,
        co_signers,
        resolution,
        other_party,
        by_itself,
        grants,
        operative,
        reading,
        basis,
        purpose,
        lawful_estimate,
    };
    Ok(Order { by: order.by, act: order.act, terms })
}
