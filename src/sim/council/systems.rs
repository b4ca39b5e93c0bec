//! Counting, and what follows from what was adopted: commissions report, earlier decisions end.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};

use crate::base::StateSet;
use crate::sim::council::{Body, Operative, Resolution, ResolutionStatus, outcome};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::What;
use crate::sim::incidents::{self, Incident};
use crate::sim::knowledge::{Detail, Evidence, EvidenceKind};
use crate::sim::operations::Operation;
use crate::sim::polity::{CouncilSeat, Gauge, State};
use crate::sim::relations::TieGauge;
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase, purpose};

pub(in crate::sim) fn plugin(turn: &mut Schedule) {
    turn.add_systems((report.in_set(Phase::Detect.resolve()), count.in_set(Phase::Act.resolve())));
}

/// The members of the regional body.
fn region(states: &Rows<State>) -> StateSet {
    states.iter().filter(|state| state.region).map(|state| state.id).collect()
}

/// A commission set up by a body reports after its term: to the parties, to whoever sits in the body that sent it, and in public.
///
/// It works with experts lent by many, and where it is not let in it finds what can be found from outside.
fn report(
    clock: Res<Clock>,
    rules: Res<Rules>,
    states: Rows<State>,
    drafts: Rows<Resolution>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    let numbers = &rules.model.council;
    let term = i32::from(numbers.inquiry_days.at);
    let is_due = |draft: &&Resolution| {
        let adopted = draft.operative == Operative::Inquire && draft.status == ResolutionStatus::Adopted;
        let on = draft.decided.map(|decided| decided.plus(term));
        adopted && on.is_some_and(|on| clock.day <= on && on < clock.next_day())
    };
    for draft in drafts.iter().filter(is_due) {
        let Some(incident) = draft.incident.map(|id| incidents.at(id)) else { continue };
        let cause = Cause::Resolution(draft.id);
        outbox.propose(cause, Effect::Tell { what: What::Reported { resolution: draft.id }, audience: StateSet::ALL });
        let Some(behind) = incident.operation.map(|id| operations.at(id)) else { continue };
        let sits: StateSet = match draft.body {
            Body::Council => {
                states.iter().filter(|state| state.council != CouncilSeat::None).map(|state| state.id).collect()
            }
            Body::Assembly => StateSet::EMPTY,
            Body::Regional => region(&states),
        };
        let told = sits.with(incident.victim).with(draft.against).with(draft.by);
        outbox.propose(cause, Effect::Learn { incident: incident.id, who: told });
        let author = behind.author.state().map(|author| states.at(author));
        for nth in 0..u32::from(numbers.inquiry_items.at) {
            let mut draw = clock.draw(purpose::TRACE, [incident.id.0, 5000 + u32::from(draft.id.0), nth]);
            let found = incidents::trace(&rules.model.knowledge, &mut draw, numbers.inquiry_skill.at, author, behind);
            let found = found.of_kind(&rules.model.knowledge, EvidenceKind::CommissionReport, numbers.inquiry_skill.at);
            for holder in told.iter() {
                let item = found.item(incident.id, holder, clock.day);
                outbox.propose(cause, Effect::File(Evidence { disclosed: Detail::Summary, ..item }));
            }
        }
    }
}

/// A draft tabled in an earlier turn is decided: the members have had a turn to vote on it.
fn count(
    clock: Res<Clock>,
    rules: Res<Rules>,
    states: Rows<State>,
    drafts: Rows<Resolution>,
    incidents: Rows<Incident>,
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
            Body::Regional => region(&states),
        };
        let cause = Cause::Resolution(draft.id);
        let status = outcome(numbers, draft, members, permanent);
        outbox.propose(cause, Effect::Decide { resolution: draft.id, status });
        let weigh = |by: i32| match draft.body {
            Body::Council => by,
            Body::Assembly => numbers.assembly_share.at.of(by),
            Body::Regional => numbers.regional_share.at.of(by),
        };
        match status {
            ResolutionStatus::Adopted => {
                for earlier in drafts.iter().filter(|earlier| draft.ends(earlier, clock.day)) {
                    outbox.propose(cause, Effect::Lapse { resolution: earlier.id });
                }
                let victim = draft.incident.map_or(draft.by, |id| incidents.at(id).victim);
                if draft.body == Body::Regional && draft.operative == Operative::Settle && victim != draft.against {
                    // Neighbours who are told to settle are helped to: good offices of all the others.
                    let calm = -rules.model.undertakings.good_offices_calm.at;
                    outbox.propose(cause, Effect::bend(victim, draft.against, TieGauge::Tension, calm));
                }
                // To be told to settle names nobody as a wrongdoer, and an end lifts a burden.
                let named = if draft.operative.is_pacific() { 0 } else { numbers.adopted_legitimacy.at };
                let (lost, felt) = match draft.operative {
                    Operative::End => (0, 0),
                    _ => (weigh(named), weigh(numbers.adopted_pressure.at)),
                };
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
