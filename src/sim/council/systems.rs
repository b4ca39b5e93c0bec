//! Counting.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::council::{Body, Operative, Resolution, ResolutionStatus, outcome};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::polity::{CouncilSeat, Gauge, State};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems(count.in_set(Phase::Act.resolve()));
}

/// A draft tabled in an earlier turn is decided: the members have had a turn to vote on it.
fn count(
    clock: Res<Clock>,
    rules: Res<Rules>,
    states: Rows<State>,
    drafts: Rows<Resolution>,
    mut outbox: ResMut<Outbox>,
) {
    let numbers = &rules.model.council;
    let of = |seat: fn(CouncilSeat) -> bool| -> StateSet {
        states.iter().filter(|state| seat(state.council)).map(|state| state.id).collect()
    };
    let permanent = of(|seat| seat == CouncilSeat::Permanent);
    for draft in drafts.iter().filter(|draft| draft.status == ResolutionStatus::Pending && draft.tabled < clock.day) {
        let members = match draft.body {
            Body::Council => of(|seat| seat != CouncilSeat::None),
            Body::Assembly => of(|_| true),
        };
        let cause = Cause::Resolution(draft.id);
        let status = outcome(numbers, draft, members, permanent);
        outbox.propose(cause, Effect::Decide { resolution: draft.id, status });
        let weigh = |by: i32| if draft.body == Body::Assembly { numbers.assembly_share.at.of(by) } else { by };
        match status {
            ResolutionStatus::Adopted => {
                // To be told to settle names nobody as a wrongdoer.
                let named = if draft.operative == Operative::Settle { 0 } else { numbers.adopted_legitimacy.at };
                let (lost, felt) = (weigh(named), weigh(numbers.adopted_pressure.at));
                for (gauge, by) in [(Gauge::Legitimacy, -lost), (Gauge::Pressure, felt)] {
                    if by != 0 {
                        outbox.propose(cause, Effect::Shift { state: draft.against, gauge, by });
                    }
                }
            }
            ResolutionStatus::Vetoed => {
                for state in draft.noes.iter().filter(|state| permanent.contains(*state)) {
                    let by = -numbers.vetoed_legitimacy.at;
                    outbox.propose(cause, Effect::Shift { state, gauge: Gauge::Legitimacy, by });
                }
            }
            ResolutionStatus::Pending | ResolutionStatus::Failed => {}
        }
    }
}
