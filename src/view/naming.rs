//! Which rows a row names, in the lists whose rows a seat may not know: when their numbers move, it has to be written anew.
//!
//! Every row is taken apart in full, so that a new field does not compile before somebody has said whether it names a row.

use crate::base::id::{EvidenceId, IncidentId, MeasureId, OperationId, UndertakingId, WrongId};
use crate::sim::council::Resolution;
use crate::sim::custom::Stance;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::Evidence;
use crate::sim::legal::Claim;
use crate::sim::measures::Measure;
use crate::sim::operations::Operation;
use crate::sim::relations::{Content, Expulsion, Note, Undertaking};

/// The rows that a row names, one of a kind at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) operation: Option<OperationId>,
    pub(super) incident: Option<IncidentId>,
    pub(super) evidence: Option<EvidenceId>,
    pub(super) undertaking: Option<UndertakingId>,
    pub(super) measure: Option<MeasureId>,
    pub(super) claim: Option<WrongId>,
}

const NOTHING: Named =
    Named { operation: None, incident: None, evidence: None, undertaking: None, measure: None, claim: None };

/// A row that may name others.
pub(super) trait Naming {
    fn named(&self) -> Named;
}

macro_rules! naming {
    ($($row:ident { $($naming:ident),+; $($other:ident),+ $(,)? } => $named:expr;)*) => {$(
        impl Naming for $row {
            fn named(&self) -> Named {
                let Self { $($naming,)+ $($other: _,)+ } = *self;
                $named
            }
        }
    )*};
}

naming! {
    Operation {
        about, answers;
        id, author, hand, card, target, asset, via, false_flag, method, level, stage, began, ready, ends, harm, basis, purpose,
        known_to, tools,
    } => Named { incident: about, claim: answers, ..NOTHING };
    Incident {
        operation;
        id, victim, asset, card, harm, gravity, severity, began, noticed, ceased, known_to, transit,
    } => Named { operation, ..NOTHING };
    Evidence {
        incident, copy_of;
        id, holder, from, kind, bears_on, weight, reliability, fabricated, found, detail, disclosed,
    } => Named { incident: Some(incident), evidence: copy_of, ..NOTHING };
    Undertaking {
        content, incident, claim, after;
        id, kind, from, to, made, since, due, sequel, status, done_by, broken_by, held_broken, known_to,
    } => Named { measure: lifted(content), incident, claim, undertaking: after, ..NOTHING };
    Measure {
        about, answers;
        id, by, against, card, sector, basis, purpose, departs_from, began, ended, until, status, level, strength, reversible,
        known_to,
    } => Named { incident: about, claim: answers, ..NOTHING };
    Claim {
        incident, measure;
        id, claimant, respondent, norm, raised, demanded, notified, negotiation_offered, ceased_seen, reparation, repaired,
        assured, forum, put, provisional, judgment, status, closed,
    } => Named { incident, measure, ..NOTHING };
    Note {
        about, claim;
        id, from, to, kind, day, known_to,
    } => Named { incident: about, claim, ..NOTHING };
    Resolution {
        incident, claim;
        id, body, by, against, operative, tabled, decided, ayes, noes, abstained, ended, status,
    } => Named { incident, claim, ..NOTHING };
    Expulsion {
        about;
        id, by, of, level, returns, day,
    } => Named { incident: about, ..NOTHING };
    Stance {
        claim;
        id, by, form, tenet, side, affects, day,
    } => Named { claim, ..NOTHING };
}

fn lifted(content: Content) -> Option<MeasureId> {
    match content {
        Content::LiftMeasure(id) => Some(id),
        _ => None,
    }
}
