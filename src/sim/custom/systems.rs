//! Counting at the end of a turn.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::law::NormId;
use crate::law::norm::Standing;
use crate::sim::custom::{Doctrine, Member, Stance, Tenet, count, latest, moved};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::polity::State;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems(weigh.in_set(Phase::Close.resolve()));
}

/// Counts every norm on which something was said or done this turn. Where nothing was, nothing can have moved.
fn weigh(
    clock: Res<Clock>,
    rules: Res<Rules>,
    states: Rows<State>,
    stances: Rows<Stance>,
    doctrines: Rows<Doctrine>,
    mut outbox: ResMut<Outbox>,
) {
    let mut norms: Vec<NormId> =
        stances.iter().filter(|stance| stance.day == clock.day).map(|stance| stance.tenet.norm).collect();
    norms.sort_unstable();
    norms.dedup();
    if norms.is_empty() {
        return;
    }
    let turned: Vec<Doctrine> = doctrines.iter().copied().collect();
    let corpus = rules.law.turned(&turned);
    for norm in norms {
        let said: Vec<Stance> = stances.iter().filter(|stance| stance.tenet.norm == norm).copied().collect();
        let held = |state: &State| rules.law.held(usize::from(state.profile), norm);
        let members: Vec<Member> = states.iter().map(|state| (state.id, held(state))).collect();
        let since = latest(turned.iter().copied(), norm);
        let positions = corpus.norm(norm).positions.iter().enumerate();
        let counted = positions.filter_map(|(place, position)| {
            let from = rules.law.standing(position);
            let counted = count(&rules.model.custom, &said, &members, Tenet::of(norm, place), since);
            Some((place, from, moved(&rules.model.custom, &counted, from)?, counted.held))
        });
        let counted: Vec<_> = counted.collect();
        let risen = counted.iter().filter(|(_, from, to, _)| to > from);
        // Two readings cannot both come to prevail: the one held more widely rises.
        let risen = risen.max_by_key(|(place, .., held)| (*held, std::cmp::Reverse(*place))).map(|(place, ..)| *place);
        let mut turn = |place, from, standing| {
            let doctrine =
                Doctrine { id: Doctrine::NEW, tenet: Tenet::of(norm, place), from, standing, since: clock.day };
            outbox.propose(Cause::Drift, Effect::Crystallise(doctrine));
        };
        for (place, from, to, _) in counted.iter().filter(|(place, from, to, _)| to < from || risen == Some(*place)) {
            turn(*place, *from, *to);
            if let (Standing::Baseline, Some(displaced)) = (*to, corpus.norm(norm).baseline()) {
                turn(displaced, Standing::Baseline, Standing::Substantial);
            }
        }
    }
}
