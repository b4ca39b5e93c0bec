//! Investigation: an inquiry into an incident, by experts and services.
//!
//! Joins `Phase::Detect`. Reads the incident and, in truth, the operation behind it; proposes `File`, whatever the traces
//! point at: a planted trace is found like any other. A whole effort also asks who stands behind a group, and whether those
//! from whose territory it works know of it.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::id::{IncidentId, StateId};
use crate::base::{Day, Permille};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{self, Incident};
use crate::sim::knowledge::{Beliefs, Confidence, Detail, Evidence, EvidenceKind, Question};
use crate::sim::mechanics::Mechanic;
use crate::sim::model::Knowledge;
use crate::sim::operations::{self, Operation};
use crate::sim::order::Level;
use crate::sim::polity::{Actor, ControlLink, Party, State, StateSupport};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

/// An inquiry's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Investigate {
    /// Traces followed up, by level.
    pub traces: [u8; 3],
    /// Chance, at full skill, that a whole effort learns who stands behind a group, and who shelters it.
    #[serde(default)]
    pub background: Permille,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((resolve, background).in_set(Phase::Detect.resolve()));
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Investigate(numbers), Some(id)) = (&play.mechanic, order.terms.incident) else { continue };
        let (incident, investigator) = (known.at(id), states.at(order.by));
        let cause = Cause::Order(index);
        let Some(operation) = incident.operation.map(|operation| operations.at(operation)) else {
            let what = What::NoEffect { order: index, why: NoEffect::NothingFound };
            outbox.propose(cause, Effect::Tell { what, audience: play.audience(order) });
            continue;
        };
        let author = operation.author.state().map(|author| states.at(author));
        for nth in 0..order.terms.level().pick(&numbers.traces) {
            let subjects = [id.0, u32::from(order.by.0), 1 + u32::from(nth)];
            let mut draw = clock.draw(purpose::TRACE, subjects);
            let found = incidents::trace(&rules.model.knowledge, &mut draw, investigator.forensics, author, operation);
            outbox.propose(cause, Effect::File(found.item(id, order.by, clock.day)));
        }
    }
}

/// What there is to be learnt about a group and its surroundings, in truth: each proposition, and whether it holds.
pub fn surroundings(
    operation: &Operation,
    group: Option<&Actor>,
    knows: impl Fn(StateId) -> bool,
) -> Vec<(Question, bool)> {
    let mut asked = Vec::new();
    if let Some(group) = group {
        // The stronger the link, the fewer weaker ones need asking; no sponsor leaves the home state suspected.
        let suspect = group.sponsor.unwrap_or(group.home);
        let steered = group.sponsor.is_some() && group.control >= ControlLink::OverallControl;
        asked.push((Question::Link(suspect, ControlLink::OverallControl), steered));
    }
    let through = operation.via.or(group.map(|group| group.home));
    if let Some(host) = through.filter(|host| operation.author.state() != Some(*host)) {
        let shelters = group.is_some_and(|group| group.sponsor == Some(host) && group.support > StateSupport::None);
        asked.push((Question::Harbours(host), shelters || knows(host)));
    }
    // Whether it was ordered to the letter is asked last, and only of those who are steered at all.
    if let Some(group) = group.filter(|group| group.sponsor.is_some() && group.control >= ControlLink::OverallControl) {
        let suspect = group.sponsor.unwrap_or(group.home);
        let led = group.control >= ControlLink::EffectiveControl || operation.author == Party::State(suspect);
        asked.push((Question::Link(suspect, ControlLink::EffectiveControl), led));
    }
    asked
}

fn learnt(table: &Knowledge, about: (IncidentId, Question, bool), by: &State, today: Day) -> Evidence {
    let (incident, bears_on, holds) = about;
    let worth = table.worth(EvidenceKind::HumanSource);
    let weight = Permille::clamped(i32::midpoint(1000, by.intelligence.get())).of(worth.weight);
    Evidence {
        id: Evidence::NEW,
        incident,
        holder: by.id,
        from: None,
        copy_of: None,
        kind: EvidenceKind::HumanSource,
        bears_on,
        weight: if holds { weight } else { -weight },
        reliability: worth.reliability,
        fabricated: false,
        found: today,
        detail: Detail::Technical,
        disclosed: Detail::None,
    }
}

fn background(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    actors: Rows<Actor>,
    operations: Rows<Operation>,
    known: Rows<Incident>,
    beliefs: Res<Beliefs>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let (Mechanic::Investigate(numbers), Some(id)) = (&play.mechanic, order.terms.incident) else { continue };
        let Some(operation) = known.at(id).operation.map(|operation| operations.at(operation)) else { continue };
        if order.terms.level() < Level::High {
            continue;
        }
        let by = states.at(order.by);
        let odds = numbers.background.times(Permille::clamped(i32::midpoint(1000, by.intelligence.get())));
        let is_aware = |host: StateId| {
            let own = beliefs.odds(host, id, Question::Harbours(host));
            own.is_some_and(|odds| Confidence::of(odds) >= Confidence::High)
        };
        let group = operations::group(operation).map(|actor| actors.at(actor));
        for (nth, (question, holds)) in (0..).zip(surroundings(operation, group, is_aware)) {
            if clock.draw(purpose::LINK, [id.0, order.by.0.into(), nth]).happens(odds) {
                let item = learnt(&rules.model.knowledge, (id, question, holds), by, clock.day);
                outbox.propose(Cause::Order(index), Effect::File(item));
            }
        }
    }
}
