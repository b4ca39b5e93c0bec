//! Signing: who joins when a state asks others to put their names to what it does.
//!
//! Not a mechanic: the part that accusations, statements and measures share. Each act has a standard of its own. A statement
//! takes goodwill; an accusation takes a state's own opinion of who did it, unless it follows an ally; a measure takes an
//! ally, or a partner that is convinced.

use crate::base::id::{IncidentId, StateId};
use crate::sim::knowledge::{Beliefs, Confidence, Question};
use crate::sim::relations::{Alliance, Ties};

/// What is to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A statement or position.
    Statement,
    /// That this state is behind this incident.
    Accusation(IncidentId, StateId),
    /// A measure against this state, over this incident if any.
    Measure(Option<IncidentId>, StateId),
}

/// How warm a state must be towards another to sign its statement: clearly more than indifferent. Source: judgement.
const GOODWILL: i32 = 600;

/// How sure a state is itself that another is behind an incident.
pub fn conviction(beliefs: &Beliefs, state: StateId, incident: IncidentId, accused: StateId) -> Confidence {
    beliefs.odds(state, incident, Question::Author(accused)).map_or(Confidence::None, Confidence::of)
}

/// Whether a state that is asked signs.
pub fn signs(ties: &Ties, beliefs: &Beliefs, asked: StateId, by: StateId, paper: Paper) -> bool {
    let Some(tie) = ties.between(asked, by) else { return false };
    match paper {
        Paper::Statement => tie.alliance > Alliance::None || tie.warmth_of(asked).get() >= GOODWILL,
        Paper::Accusation(incident, accused) => {
            let own = conviction(beliefs, asked, incident, accused);
            asked != accused && (tie.alliance == Alliance::Allies || own >= Confidence::Moderate)
        }
        Paper::Measure(incident, against) => {
            let own = incident.map_or(Confidence::None, |id| conviction(beliefs, asked, id, against));
            let stands_by = match tie.alliance {
                Alliance::Allies => true,
                Alliance::Partners => own >= Confidence::High,
                Alliance::None => false,
            };
            asked != against && ties.between(asked, against).is_some() && stands_by
        }
    }
}
