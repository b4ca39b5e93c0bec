//! Challenging a listing: those named in a measure against persons have it looked at by the courts of the state that listed
//! them.
//!
//! Joins `Phase::Act`. Reads the measure and how independent those courts are; proposes `Alter` where the listing is annulled,
//! `Narrow` where it must be reasoned anew. Cf. Kadi (C-402/05 P, 2008): whoever is listed must be told why and be heard.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::{Percent, Permille, StateSet};
use crate::sim::docket::{Docket, Refusal};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::knowledge::{Detail, Evidence, Question};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{FollowUp, Order, Param};
use crate::sim::polity::State;
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::{Rows, Situation};
use crate::sim::turn::{Clock, Phase, purpose};

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

/// The chance, between equals, that a challenge to a measure succeeds; none if it names no persons.
pub fn reviewed(rules: &Rulebook, measure: &Measure) -> Permille {
    match rules.play(measure.card).map(|play| &play.mechanic) {
        Some(Mechanic::Sanction(numbers)) => numbers.reviewed,
        _ => Permille::ZERO,
    }
}

/// Why a measure cannot be challenged: it is not aimed at one's own people, or lists nobody.
pub(super) fn objection(situation: &Situation, rules: &Rulebook, order: &Order) -> Option<Refusal> {
    let measure = &situation.measures[order.terms.measure?.index()];
    if measure.against != order.by {
        return Some(Refusal::NotYours(Param::Measure));
    }
    (reviewed(rules, measure) == Permille::ZERO).then_some(Refusal::NoListing)
}

/// The chance that a challenge succeeds: the courts' independence carries it, and reasons that were shown stand against it.
pub fn odds(reviewed: Permille, oversight: Permille, reasons: Detail) -> Permille {
    let heard = reviewed.times(oversight);
    match reasons {
        Detail::None => heard,
        Detail::Summary => Permille::clamped(heard.get() * 2 / 3),
        Detail::Technical => Permille::clamped(heard.get() / 3),
    }
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    measures: Rows<Measure>,
    states: Rows<State>,
    evidence: Rows<Evidence>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, act) in docket.follow_ups() {
        let (FollowUp::ChallengeListing, Some(id)) = (act, order.terms.measure) else { continue };
        let (cause, measure) = (Cause::Order(index), measures.at(id));
        let shown = evidence
            .iter()
            .filter(|item| Some(item.incident) == measure.about && item.bears_on == Question::Author(measure.against));
        let reasons = shown.map(|item| item.disclosed).max().unwrap_or_default();
        let odds = odds(reviewed(&rules, measure), states.at(measure.by).oversight, reasons);
        let mut draw = clock.draw(purpose::LISTING, [id.0, 0, 0]);
        let (annulled, sent_back) = (draw.happens(odds), draw.happens(odds));
        let effect = match (annulled, sent_back) {
            (true, _) => Effect::Alter { measure: id, status: MeasureStatus::Lifted },
            (false, true) => Effect::Narrow { measure: id, to: Percent(50) },
            (false, false) => {
                let what = What::NoEffect { order: index, why: NoEffect::Upheld };
                Effect::Tell { what, audience: StateSet::of(order.by).with(measure.by) }
            }
        };
        outbox.propose(cause, effect);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn independent_courts_hear_the_listed_and_shown_reasons_hold() {
        let share = Permille::clamped;
        assert!(odds(share(500), share(800), Detail::None) > odds(share(500), share(300), Detail::None));
        assert!(odds(share(500), share(800), Detail::Technical) < odds(share(500), share(800), Detail::Summary));
        assert_eq!(odds(Permille::ZERO, Permille::FULL, Detail::None), Permille::ZERO);
    }
}
