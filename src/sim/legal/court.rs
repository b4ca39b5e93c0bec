//! The court: what becomes of a claim that was put before judges or arbitrators.
//!
//! Joins `Phase::Judge`, after the law has ruled on the turn, since it asks the same questionnaire. A court decides on the
//! file before it: it needs proof that the respondent did it, and a rule that was breached. It may indicate provisional
//! measures while harm goes on. What it awards is a word the respondent owes, held against its deeds like any other.

use std::mem;

use bevy::ecs::prelude::{Res, World};

use crate::base::{Day, LogOdds, StateSet};
use crate::law::norm::Standing;
use crate::law::opinion::Entry;
use crate::law::{Finding, Overall, Value};
use crate::sim::effect::{Cause, Effect, Outbox, Proposal};
use crate::sim::knowledge::{Confidence, Evidence, Question};
use crate::sim::legal::stances::Reader;
use crate::sim::legal::{
    Bench, Chambers, Claim, ClaimStatus, ClaimStep, Conduct, Forum, Judgment, Sitting, Standpoint,
};
use crate::sim::model::{Courts, Knowledge};
use crate::sim::polity::Gauge;
use crate::sim::relations::{Content, Undertaking, UndertakingKind};
use crate::sim::rulebook::{Rulebook, Rules};
use crate::sim::situation::{self, Rows, Situation};
use crate::sim::turn::Clock;

/// What is due on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    Order,
    Judgment,
}

/// What a court has to do about a claim by the end of a turn. Only courts decide: the Council has votes of its own.
fn due(numbers: &Courts, claim: &Claim, until: Day) -> Option<Due> {
    let put = claim.put.filter(|_| claim.status == ClaimStatus::Open && claim.judgment == Judgment::None)?;
    let (takes, orders) = match claim.forum {
        Forum::Icj => (numbers.judgment_days.at, true),
        Forum::Wto | Forum::Arbitration => (numbers.award_days.at, false),
        Forum::None | Forum::Diplomatic | Forum::DomesticCourt | Forum::Unsc => return None,
    };
    let past = |days: u16| put.plus(i32::from(days)) < until;
    if past(takes) {
        Some(Due::Judgment)
    } else {
        (orders && claim.provisional.is_none() && past(numbers.provisional_days.at)).then_some(Due::Order)
    }
}

/// Whether the claimant's file proves to a court that the respondent is behind the incident, with high confidence. Judges
/// have every item tested, so that what was planted does not count.
fn is_proven(table: &Knowledge, scene: &Situation, claim: &Claim, due_diligence: Option<u8>) -> bool {
    let Some(incident) = claim.incident else { return true };
    let question = if claim.norm.is_some() && claim.norm == due_diligence {
        Question::Harbours(claim.respondent)
    } else {
        Question::Author(claim.respondent)
    };
    let counts = |item: &&Evidence| {
        item.holder == claim.claimant && item.incident == incident && item.bears_on == question && !item.fabricated
    };
    let bearing: i32 = scene.evidence.iter().filter(counts).map(Evidence::bearing).sum();
    Confidence::of(LogOdds::from_probability(table.prior.at).plus(bearing)) >= Confidence::High
}

/// The conduct a court looks at. Who is sued for having looked away is not judged as if it had done the deed.
fn conduct(rules: &Rulebook, scene: &Situation, claim: &Claim) -> Option<Conduct> {
    match (claim.measure, claim.incident) {
        (Some(measure), _) => Some(Conduct::of_measure(&scene.measures[measure.index()])),
        (None, Some(incident)) if claim.norm.is_some() && claim.norm == rules.law.due_diligence() => {
            Conduct::of_omission(rules, &scene.incidents[incident.index()], claim.respondent)
        }
        (None, Some(incident)) => Some(Conduct::of_incident(&scene.incidents[incident.index()], claim.respondent)),
        (None, None) => None,
    }
}

/// Whether a court finds that an act breaches the law. Where readings differ it may not leave the case undecided, and takes the
/// one that prevails.
fn is_breach(sitting: &mut Sitting<'_>, act: &Conduct) -> bool {
    let opinion = sitting.opinion(act, Standpoint::Truth);
    let corpus = sitting.corpus();
    let prevails = |entry: &Entry| {
        entry.raised == Value::True
            && entry.finding == Finding::Contested
            && corpus.norm(entry.norm).counts()
            && entry.positions.contains(&(Standing::Baseline, Finding::Breach))
    };
    match opinion.overall {
        Overall::Unlawful => true,
        Overall::Contested => opinion.entries.iter().any(prevails),
        Overall::Lawful | Overall::UnfriendlyButLawful | Overall::Undetermined => false,
    }
}

/// Whether a court has anything to do this turn.
pub(super) fn has_business(clock: Res<Clock>, rules: Res<Rules>, claims: Rows<Claim>) -> bool {
    claims.iter().any(|claim| due(&rules.model.courts, claim, clock.next_day()).is_some())
}

/// Hears the claims that are due. Exclusive, since the law reads the situation at rest.
pub(super) fn hear(world: &mut World) {
    let rules = world.resource::<Rules>().clone();
    let until = world.resource::<Clock>().next_day();
    let numbers = &rules.model.courts;
    let Bench { mut scene, chambers } = mem::take(&mut *world.resource_mut::<Bench>());
    let mut chambers = chambers.unwrap_or_else(|| Chambers::new(&rules));
    situation::capture(world, &mut scene);
    let mut effects: Vec<(Cause, Effect)> = Vec::new();
    let mut sitting = Sitting::new(&scene, &rules, &mut chambers);
    let mut decided: Vec<(&Claim, Judgment, Conduct)> = Vec::new();
    for claim in &scene.claims {
        let cause = Cause::Claim(claim.id);
        let mut propose = |effect| effects.push((cause, effect));
        let incident = claim.incident.map(|id| &scene.incidents[id.index()]);
        match due(numbers, claim, until) {
            // Urgency: there is an order only while there is something to be stopped.
            Some(Due::Order) if incident.is_some_and(|incident| incident.ceased.is_none()) => {
                propose(Effect::Advance { claim: claim.id, step: ClaimStep::Indicated });
                let by = numbers.provisional_pressure.at;
                propose(Effect::Shift { state: claim.respondent, gauge: Gauge::Pressure, by });
            }
            None | Some(Due::Order) => {}
            Some(Due::Judgment) => {
                let proven = is_proven(&rules.model.knowledge, &scene, claim, rules.law.due_diligence());
                let act = conduct(&rules, &scene, claim);
                let breach = act.is_some_and(|act| is_breach(&mut sitting, &act));
                let judgment = if proven && breach { Judgment::Upheld } else { Judgment::Dismissed };
                propose(Effect::Advance { claim: claim.id, step: ClaimStep::Decided(judgment) });
                // What is not proven is not decided on the law.
                decided.extend(act.filter(|_| proven).map(|act| (claim, judgment, act)));
                if judgment == Judgment::Dismissed {
                    propose(Effect::Advance { claim: claim.id, step: ClaimStep::Closed(ClaimStatus::Settled) });
                    let by = -numbers.dismissed_legitimacy.at;
                    propose(Effect::Shift { state: claim.claimant, gauge: Gauge::Legitimacy, by });
                    continue;
                }
                // An order binds (LaGrand, 2001, para. 109): harm that outlived it is a second wrong.
                let defied = claim.provisional.is_some_and(|ordered| {
                    incident.is_some_and(|incident| incident.ceased.is_none_or(|ceased| ceased > ordered))
                });
                let extra = if defied { numbers.defied_legitimacy.at } else { 0 };
                let by = -numbers.upheld_legitimacy.at - extra;
                propose(Effect::Shift { state: claim.respondent, gauge: Gauge::Legitimacy, by });
                let award = Undertaking {
                    incident: claim.incident,
                    claim: Some(claim.id),
                    due: Some(until.plus(i32::from(numbers.performance_days.at))),
                    ..Undertaking::given(
                        UndertakingKind::Promise,
                        (claim.respondent, claim.claimant),
                        Content::Reparation,
                        scene.day,
                        StateSet::ALL,
                    )
                };
                propose(Effect::Pledge(award));
            }
        }
    }
    let mut reader = Reader::new(&scene, &rules, &mut sitting);
    for (claim, judgment, act) in decided {
        reader.judgment(claim, judgment, &act);
    }
    effects.extend(reader.taken);
    *world.resource_mut::<Bench>() = Bench { scene, chambers: Some(chambers) };
    let outbox = &mut world.resource_mut::<Outbox>().proposals;
    outbox.extend(effects.into_iter().map(|(cause, effect)| Proposal { effect, cause }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::{AssetId, IncidentId, StateId};
    use crate::sim::custom::{Doctrine, Tenet};
    use crate::sim::fixture::{ring, rules};
    use crate::sim::incidents::{DataEffect, Harm, Incident};
    use crate::sim::polity::Function;

    /// Where readings part, a court goes by the one that prevails: it neither stops at the doubt nor takes the strictest.
    #[test]
    fn what_is_contested_is_decided_by_the_reading_that_prevails() {
        let rules = rules();
        let decided = |harm: Harm, is_turned: bool| {
            let mut scene = ring(3);
            scene.day = Day(30);
            scene.incidents.push(Incident {
                id: IncidentId(0),
                victim: StateId(0),
                asset: Some(AssetId(0)),
                operation: None,
                card: rules.find("cyber-disrupt").unwrap(),
                harm,
                gravity: 20,
                severity: 2,
                began: Day(20),
                noticed: Some(Day(20)),
                ceased: None,
                known_to: StateSet::ALL,
                transit: None,
            });
            if is_turned {
                let norm = rules.law.corpus.find("sovereignty.territorial").unwrap();
                let mut positions = rules.law.corpus.norm(norm).positions.iter();
                let place = positions.position(|one| one.spec.name == "rule-functionality").unwrap();
                scene.doctrines.push(Doctrine {
                    id: Doctrine::NEW,
                    tenet: Tenet::of(norm, place),
                    from: Standing::Substantial,
                    standing: Standing::Baseline,
                    since: Day(10),
                });
            }
            let mut chambers = Chambers::new(&rules);
            let mut sitting = Sitting::new(&scene, &rules, &mut chambers);
            let act = Conduct::of_incident(&scene.incidents[0], StateId(1));
            (sitting.opinion(&act, Standpoint::Truth).overall, is_breach(&mut sitting, &act))
        };
        let altered = Harm { data_effect: DataEffect::Altered, ..Harm::default() };
        let broken = Harm { functionality_loss: Function::RepairNeeded, ..Harm::default() };
        assert_eq!(decided(altered, false), (Overall::Contested, false));
        assert_eq!(decided(altered, true), (Overall::Contested, true), "practice has made it the rule");
        assert_eq!(decided(broken, false), (Overall::Unlawful, true));
    }
}
