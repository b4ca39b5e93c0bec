//! Accusations in public: naming a state as responsible, alone or with others, or charging its agents by name.
//!
//! Joins `Phase::Act` and `Phase::React`. An accusation makes the incident public and discloses evidence; what it costs the
//! accused follows from how convincing the disclosed evidence is and from how many sign. If the accused denies in public
//! and is innocent in truth, what was disclosed can be checked, and a refuted accusation costs its authors their good name.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::base::{LogOdds, Permille, StateSet};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{Log, NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Beliefs, Confidence, Detail, Evidence, EvidenceKind, Question};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::sign::{Paper, conviction, signs};
use crate::sim::model::Knowledge;
use crate::sim::operations::{self, Operation};
use crate::sim::polity::{Actor, ControlLink, Gauge, Party};
use crate::sim::relations::{Note, NoteKind, TieGauge, Ties};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// An accusation's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuse {
    /// Thousandths of legitimacy the accused loses if the world were wholly convinced.
    pub stain: i32,
    /// Share of the evidence's weight that reaches the public, by how much is told: nothing, a summary, the findings.
    pub told: [Permille; 3],
    /// What each co-signer adds to the stain.
    pub per_signer: Permille,
    /// Thousandths of tension between a co-signer and the accused.
    pub heat: i32,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((resolve.in_set(Phase::Act.resolve()), refute.in_set(Phase::React.resolve())));
}

/// How convinced the world is: the prior, moved by the share of the evidence that it is told.
pub fn convincing(prior: Permille, bearing: i32, told: Permille) -> Permille {
    LogOdds::from_probability(prior).plus(told.of(bearing)).probability()
}

/// What the accused loses.
pub fn stain(numbers: &Accuse, convinced: Permille, signers: u32) -> i32 {
    let alone = convinced.of(numbers.stain);
    alone + numbers.per_signer.of(alone) * signers as i32
}

/// What telling an item costs its holder: a source that is shown in full is lost, one that is hinted at is at risk.
pub fn exposes(table: &Knowledge, item: &Evidence, detail: Detail) -> i32 {
    let whole = table.worth(item.kind).exposes;
    match detail {
        Detail::None => 0,
        Detail::Summary => whole / 2,
        Detail::Technical => whole,
    }
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    evidence: Rows<Evidence>,
    ties: Res<Ties>,
    beliefs: Res<Beliefs>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Accuse(numbers), Some(incident)) = (&play.mechanic, order.terms.incident) else { continue };
        let (accused, detail) = (order.terms.addressee(), order.terms.detail.unwrap_or_default());
        let cause = Cause::Order(index);
        let asked = order.terms.co_signers.unwrap_or_default();
        let paper = Paper::Accusation(incident, accused);
        let signers: StateSet = asked.iter().filter(|one| signs(&ties, &beliefs, *one, order.by, paper)).collect();
        for state in asked.iter() {
            // Who signs says how sure it is itself; who does not has told only whoever asked.
            let (what, audience) = if signers.contains(state) {
                let confidence = Some(conviction(&beliefs, state, incident, accused));
                (What::Signed { order: index, state, confidence }, StateSet::ALL)
            } else {
                (What::Declined { order: index, state }, StateSet::of(state).with(order.by))
            };
            outbox.propose(cause, Effect::Tell { what, audience });
        }
        if signers.is_empty() && !asked.is_empty() {
            let what = What::NoEffect { order: index, why: NoEffect::StoodAlone };
            outbox.propose(cause, Effect::Tell { what, audience: asked.with(order.by) });
        }
        outbox.propose(cause, Effect::Learn { incident, who: StateSet::ALL });
        let (mut bearing, mut exposed) = (0, 0);
        for item in evidence.iter().filter(|item| item.incident == incident && item.holder == order.by) {
            if item.bears_on != Question::Author(accused) {
                continue;
            }
            bearing += item.bearing();
            if detail > item.disclosed {
                outbox.propose(cause, Effect::Disclose { evidence: item.id, detail });
                exposed += exposes(&rules.model.knowledge, item, detail);
            }
        }
        if exposed > 0 {
            let effect = Effect::Shift { state: order.by, gauge: Gauge::Intelligence, by: -exposed };
            outbox.propose(cause, effect);
        }
        for from in signers.with(order.by).iter() {
            let note = Note {
                id: Note::NEW,
                from,
                to: accused,
                kind: NoteKind::Accusation,
                about: Some(incident),
                claim: order.terms.claim.filter(|_| from == order.by),
                day: clock.day,
                known_to: StateSet::ALL,
            };
            outbox.propose(cause, Effect::Deliver(note));
            if from != order.by {
                outbox.propose(cause, Effect::bend(from, accused, TieGauge::Tension, numbers.heat));
            }
        }
        let told = numbers.told[detail as usize];
        let convinced = convincing(rules.model.knowledge.prior.at, bearing, told);
        // A signature weighs as much as its author is sure of.
        let sure = |state: &StateId| conviction(&beliefs, *state, incident, accused) >= Confidence::Moderate;
        let lost = stain(numbers, convinced, signers.iter().filter(sure).count() as u32);
        let effect = if lost > 0 {
            Effect::Shift { state: accused, gauge: Gauge::Legitimacy, by: -lost }
        } else {
            let what = What::NoEffect { order: index, why: NoEffect::Ignored };
            Effect::Tell { what, audience: StateSet::ALL }
        };
        outbox.propose(cause, effect);
    }
}

/// Whether a state stands, in truth, behind an incident: it ordered it, or holds the group that carried it out.
fn is_behind(state: StateId, operation: &Operation, group: Option<&Actor>) -> bool {
    operation.author == Party::State(state)
        || group.is_some_and(|group| group.sponsor == Some(state) && group.control > ControlLink::None)
}

/// An innocent state's first denial in public has what was disclosed looked at again.
fn refute(
    clock: Res<Clock>,
    rules: Res<Rules>,
    log: Res<Log>,
    notes: Rows<Note>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    actors: Rows<Actor>,
    evidence: Rows<Evidence>,
    mut outbox: ResMut<Outbox>,
) {
    let denies =
        |note: &Note| matches!(note.kind, NoteKind::Denial | NoteKind::CounterAccusation) && note.known_to.is_public();
    for event in log.events() {
        let What::NoteDelivered { note } = event.what else { continue };
        let denial = notes.at(note);
        let Some(about) = denial.about.filter(|_| denies(denial)) else { continue };
        let cleared = denial.from;
        let again = |note: &&Note| denies(note) && note.from == cleared && note.about == Some(about);
        if notes.iter().filter(again).any(|earlier| earlier.id < denial.id) {
            continue;
        }
        let behind = incidents.at(about).operation.map(|id| operations.at(id));
        let guilty = behind
            .is_some_and(|behind| is_behind(cleared, behind, operations::group(behind).map(|actor| actors.at(actor))));
        let disclosed = evidence
            .iter()
            .filter(|item| item.incident == about && item.bears_on == Question::Author(cleared))
            .map(|item| item.disclosed)
            .max()
            .unwrap_or_default();
        let odds = rules.model.knowledge.refuted.at[disclosed as usize];
        let mut draw = clock.draw(purpose::REFUTE, [about.0, cleared.0.into(), 0]);
        if guilty || !draw.happens(odds) {
            continue;
        }
        let cause = Cause::Incident(about);
        for note in notes.iter() {
            if note.kind == NoteKind::Accusation && note.to == cleared && note.about == Some(about) {
                let what = What::Refuted { accuser: note.from, accused: cleared, incident: about };
                outbox.propose(cause, Effect::Tell { what, audience: StateSet::ALL });
                let by = -rules.model.knowledge.refuted_cost.at;
                outbox.propose(cause, Effect::Shift { state: note.from, gauge: Gauge::Legitimacy, by });
                // Who was wrong now knows better.
                let question = Question::Author(cleared);
                let by = -rules.model.knowledge.worth(EvidenceKind::Confession).weight;
                outbox.propose(cause, Effect::Weigh { holder: note.from, incident: about, question, by });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_is_convinced_by_what_it_is_shown_and_by_who_signs() {
        let share = Permille::clamped;
        let numbers =
            Accuse { stain: 200, told: [share(0), share(500), share(1000)], per_signer: share(100), heat: 20 };
        let convinced = |detail: Detail| convincing(share(100), 4000, numbers.told[detail as usize]);
        assert!(convinced(Detail::None) < convinced(Detail::Summary));
        assert!(convinced(Detail::Summary) < convinced(Detail::Technical));
        assert_eq!(stain(&numbers, Permille::FULL, 0), 200);
        assert_eq!(stain(&numbers, Permille::FULL, 5), 300);
    }
}
