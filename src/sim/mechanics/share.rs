//! Sharing findings: in confidence with the accused, a partner or, by treaty, with allies who are consulted.
//!
//! Joins `Phase::Speak`, so that what is handed over is weighed in `Act`. Reads evidence and ties; proposes `File` of copies
//! and `Learn`. A copy is trusted as far as its giver is liked, and says less the less detail goes with it.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::id::{EvidenceId, StateId};
use crate::base::{Day, Permille, StateSet};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Detail, Evidence};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::order::Order;
use crate::sim::relations::{Alliance, Relations, TieGauge, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};
use crate::sim::words::words;

/// The numbers of sharing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// With whom.
    pub circle: Circle,
    /// Share of an item's weight that a copy carries, by detail: nothing, a summary, the findings.
    pub carries: [Permille; 3],
    /// Thousandths of warmth that being trusted with it adds.
    pub warms: i32,
    /// What else it moves.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

words! {
    /// With whom findings are shared.
    Circle {
        /// The state addressed.
        Addressee,
        /// Every ally and partner.
        Allies,
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Speak.resolve()));
}

/// The copy of an item in another state's hands.
pub fn copy(item: &Evidence, to: StateId, warmth: Permille, carries: Permille, detail: Detail, today: Day) -> Evidence {
    Evidence {
        id: Evidence::NEW,
        holder: to,
        from: Some(item.holder),
        copy_of: Some(item.id),
        weight: carries.of(item.weight),
        // Half of the trust in a finding is the finding's own, half is trust in who brings it.
        reliability: Permille::clamped(i32::midpoint(item.reliability.get(), item.reliability.of(warmth.get()))),
        found: today,
        detail,
        ..*item
    }
}

/// The finding that an item is a copy of, over however many hands it came; an item that was found is its own.
fn root(evidence: &Rows<Evidence>, item: &Evidence) -> EvidenceId {
    let mut item = *item;
    while let Some(earlier) = item.copy_of {
        item = *evidence.at(earlier);
    }
    item.id
}

/// Whether a state holds the finding that an item is a copy of, or another copy of it: told twice, it is no second proof.
/// Copies speak of the same incident.
pub(in crate::sim) fn has(evidence: &Rows<Evidence>, state: StateId, item: &Evidence) -> bool {
    let finding = root(evidence, item);
    let mut held = evidence.iter().filter(|held| held.incident == item.incident && held.holder == state);
    held.any(|held| root(evidence, held) == finding)
}

/// Who is told.
fn circle(numbers: &Share, order: &Order, ties: &Ties) -> StateSet {
    match numbers.circle {
        Circle::Addressee => order.terms.target.map_or(StateSet::EMPTY, StateSet::of),
        Circle::Allies => ties
            .of(order.by)
            .filter(|tie| tie.alliance > Alliance::None && tie.relations < Relations::Severed)
            .map(|tie| tie.other(order.by))
            .collect(),
    }
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    incidents: Rows<Incident>,
    evidence: Rows<Evidence>,
    ties: Res<Ties>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Share(numbers), Some(incident)) = (&play.mechanic, order.terms.incident) else { continue };
        let cause = Cause::Order(index);
        let detail = order.terms.detail.unwrap_or(Detail::Summary);
        let told = circle(numbers, order, &ties);
        // All that anybody holds of it, each with the finding it is a copy of: looked up once, however many are told.
        let about = evidence.iter().filter(|item| item.incident == incident);
        let held: Vec<(&Evidence, EvidenceId)> = about.map(|item| (item, root(&evidence, item))).collect();
        let mut anything = false;
        for to in told.iter() {
            let warmth = ties.between(order.by, to).map_or(Permille::ZERO, |tie| tie.warmth_of(to));
            let mine = held.iter().filter(|(item, _)| {
                item.holder == order.by
                    && item.from != Some(to)
                    && order.terms.evidence.is_none_or(|only| only == item.id)
            });
            for &(item, finding) in mine {
                let has = held.iter().any(|(item, other)| item.holder == to && *other == finding);
                if !has && detail > Detail::None {
                    let carries = numbers.carries[detail as usize];
                    let copy = copy(item, to, warmth, carries, detail.min(item.detail), clock.day);
                    outbox.propose(cause, Effect::File(copy));
                    anything = true;
                }
            }
            if !incidents.at(incident).known_to.contains(to) {
                outbox.propose(cause, Effect::Learn { incident, who: StateSet::of(to) });
                anything = true;
            }
            if numbers.warms != 0 {
                outbox.propose(cause, Effect::bend(order.by, to, TieGauge::WarmthOf(to), numbers.warms));
            }
        }
        swing::propose(&mut outbox, cause, &numbers.swings, (order.by, order.terms.target), order.terms.level());
        if !anything {
            let why = if told.is_empty() { NoEffect::StoodAlone } else { NoEffect::NothingFound };
            let what = What::NoEffect { order: index, why };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
        }
    }
}
