//! Telling: how much of its findings a state shows when it accuses in public, and whom it asks to put their names to it.

use crate::agents::Temper;
use crate::base::id::{IncidentId, StateId};
use crate::base::{Permille, StateSet};
use crate::law::act::Aim;
use crate::sim::knowledge::{Detail, Question, about};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::accuse::{Accuse, convincing, exposes, stain};
use crate::sim::order::{Act, Param};
use crate::sim::relations::{Alliance, Relations};
use crate::view::{Draft, View};

/// How many times a lost source outweighs a stain of the same size. Source: judgement, a stain fades within the year and a
/// source takes years to replace.
const SOURCE: i32 = 5;

/// Settles what an accusation tells, and who is asked to sign it or a statement. What comes back is what telling costs, in
/// thousandths.
pub(super) fn prepare(view: &View, temper: &Temper, draft: &mut Draft) -> i32 {
    let Act::Move(card) = draft.order.act else { return 0 };
    let Some(play) = view.rules().play(card) else { return 0 };
    let terms = &mut draft.order.terms;
    match (&play.mechanic, terms.target, terms.incident) {
        (Mechanic::Accuse(numbers), Some(accused), Some(incident)) => {
            if play.accepts.contains(&Param::CoSigners) {
                // A partner signs what it has seen for itself.
                terms.co_signers = friends(view, Some(accused), |friend, alliance| {
                    alliance == Alliance::Allies || has_shown(view, friend, incident)
                });
            }
            let (detail, cost) = detail(view, temper, numbers, accused, incident);
            terms.detail = Some(detail);
            cost
        }
        (Mechanic::Sway(numbers), target, _) if numbers.per_signer > Permille::ZERO => {
            terms.co_signers = friends(view, target, |_, _| true);
            0
        }
        _ => 0,
    }
}

/// The friends worth asking, if there are any.
fn friends(view: &View, target: Option<StateId>, asks: impl Fn(StateId, Alliance) -> bool) -> Option<StateSet> {
    let ties = view.ties().filter(|tie| tie.alliance > Alliance::None && tie.relations < Relations::Severed);
    let friends = ties.map(|tie| (tie.other(view.seat), tie.alliance));
    let asked = friends.filter(|(friend, alliance)| Some(*friend) != target && asks(*friend, *alliance));
    let set: StateSet = asked.map(|(friend, _)| friend).collect();
    (!set.is_empty()).then_some(set)
}

/// Whether the seat has shown a state what it found about an incident.
fn has_shown(view: &View, friend: StateId, incident: IncidentId) -> bool {
    let mut items = view.known.evidence.iter();
    items.any(|item| item.incident == incident && item.holder == friend && item.from == Some(view.seat))
}

/// How much to tell, and what that costs: what is told convinces, but sources dry up, and the more was told, the surer a wrong
/// charge is found out. Of equals, the one that tells least.
fn detail(view: &View, temper: &Temper, numbers: &Accuse, accused: StateId, incident: IncidentId) -> (Detail, i32) {
    let table = &view.rules().model.knowledge;
    let levels = [Detail::None, Detail::Summary, Detail::Technical];
    let (mut bearing, mut exposed) = (0, [0; 3]);
    for item in view.known.evidence.iter().filter(|item| item.holder == view.seat && item.incident == incident) {
        if item.bears_on != Question::Author(accused) {
            continue;
        }
        bearing += item.bearing();
        for (sum, level) in exposed.iter_mut().zip(levels).filter(|(_, level)| *level > item.disclosed) {
            *sum += exposes(table, item, level);
        }
    }
    let rows = about(&view.known.beliefs, view.seat, incident);
    let belief = rows.iter().find(|row| row.question == Question::Author(accused));
    let doubt = belief.map_or(table.prior.at, |row| row.odds.probability()).rest();
    let weigh = |level: Detail| {
        let place = level as usize;
        let stained = stain(numbers, convincing(table.prior.at, bearing, numbers.told[place]), 0);
        let lost = temper.values(Aim::Information).of(SOURCE * exposed[place]);
        let risk = doubt.times(table.refuted.at[place]).of(table.refuted_cost.at);
        (temper.values(Aim::Signal).of(stained), lost + risk)
    };
    let mut best = (levels[0], weigh(levels[0]));
    for level in levels.into_iter().skip(1) {
        let (gain, cost) = weigh(level);
        if gain - cost > best.1.0 - best.1.1 {
            best = (level, (gain, cost));
        }
    }
    (best.0, best.1.1)
}
