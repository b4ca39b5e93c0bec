//! Notes: a protest or representation carried to another government.
//!
//! Joins `Phase::Speak`. Reads the docket and ties; proposes `Deliver` and, where the note lands, `Shift` of the
//! addressee's pressure. The heat or warmth of saying it at all comes from the card's escalation value, in `tension`.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::Permille;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::mechanics::Mechanic;
use crate::sim::polity::{Gauge, State};
use crate::sim::relations::{Note, NoteKind, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

/// A note's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speak {
    /// What kind of note it is.
    pub kind: NoteKind,
    /// How firmly it is put, by level: thousandths of pressure on the addressee if it listened wholly.
    pub firmness: [Permille; 3],
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// How a note lands: firmness, carried by the sender's diplomacy and heard in proportion to the addressee's warmth.
pub fn landing(firmness: Permille, diplomacy: Permille, warmth: Permille) -> i32 {
    firmness.times(diplomacy).times(warmth).get()
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Speak(numbers) = &play.mechanic else { continue };
        let (from, to) = (order.by, order.terms.addressee());
        let cause = Cause::Order(index);
        let known_to = play.audience(order);
        let note = Note {
            id: Note::NEW,
            from,
            to,
            kind: numbers.kind,
            about: order.terms.incident,
            claim: order.terms.claim,
            day: clock.day,
            known_to: known_to.with(to),
        };
        outbox.propose(cause, Effect::Deliver(note));
        let warmth = ties.between(from, to).map_or(Permille::ZERO, |tie| tie.warmth_of(to));
        let by = landing(order.terms.level().pick(&numbers.firmness), states.at(from).diplomacy, warmth);
        if by > 0 {
            outbox.propose(cause, Effect::Shift { state: to, gauge: Gauge::Pressure, by });
        } else {
            let what = What::NoEffect { order: index, why: NoEffect::Ignored };
            outbox.propose(cause, Effect::Tell { what, audience: known_to });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_heard_only_as_far_as_it_is_carried_and_welcome() {
        let share = Permille::clamped;
        assert_eq!(landing(share(100), share(1000), share(500)), 50);
        assert_eq!(landing(share(100), share(1000), Permille::ZERO), 0);
        assert!(landing(share(100), share(800), share(500)) < landing(share(100), share(900), share(500)));
    }
}
