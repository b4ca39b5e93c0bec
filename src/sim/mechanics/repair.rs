//! Making good: an apology with assurances, or cessation, restitution and compensation.
//!
//! Joins `Phase::Open` (what still runs is called off), `Phase::Speak` (the apology), and `Phase::Act` (what can be restored
//! is, and what is owed is paid). Reads claims against its author; an apology is an admission, and its full satisfaction
//! where the injury was only moral.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::StateSet;
use crate::base::id::IncidentId;
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::{EconomicLoss, Harm, Incident, PhysicalDamage};
use crate::sim::legal::{Claim, ClaimStatus, ClaimStep, Reparation};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::{Level, Order};
use crate::sim::polity::{Function, Gauge, Party};
use crate::sim::relations::{Note, NoteKind};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};
use crate::sim::words::words;

/// The numbers of making good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// How it is done.
    pub form: Form,
    /// Thousandths of its author's economy for each point of gravity of the injury, by level, in hundredths.
    pub price_per_100_gravity: [i32; 3],
}

words! {
    /// Forms of making good.
    Form {
        /// Acknowledge, apologise, assure.
        Words,
        /// Cease, restore, compensate.
        Deeds,
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((
        cease.in_set(Phase::Open.resolve()),
        apologise.in_set(Phase::Speak.resolve()),
        repair.in_set(Phase::Act.resolve()),
    ));
}

/// Whether an injury is one that can be assessed in money, and not only an affront.
pub fn is_assessable(harm: &Harm) -> bool {
    harm.economic_loss > EconomicLoss::None || harm.physical_damage > PhysicalDamage::None || harm.casualties > 0
}

/// Whether what a claim is about caused the harm. Whoever only looked away answers for harm that it could have ended: what was over
/// before it was ever told of the matter its omission did not cause, and satisfaction is all that is owed.
///
/// # Source
/// Bosnian Genocide (ICJ 2007) para. 462; ARSIWA 31, commentary (9) to (13).
pub fn is_caused(claim: &Claim, due_diligence: Option<u8>, incident: &Incident) -> bool {
    let is_omission = claim.norm.is_some() && claim.norm == due_diligence;
    !is_omission || incident.ceased.is_none_or(|ceased| ceased > claim.raised)
}

/// How far an act makes good.
pub fn made_good(form: Form, level: Level, harm: Option<&Harm>) -> Reparation {
    match form {
        Form::Words if harm.is_some_and(is_assessable) => Reparation::Partial,
        Form::Deeds if level == Level::Low => Reparation::Partial,
        Form::Words | Form::Deeds => Reparation::Full,
    }
}

/// The claim that an order answers: the one it names, or the open one of the addressee about the same incident.
fn answered<'a>(claims: &'a Rows<Claim>, order: &Order) -> Option<&'a Claim> {
    let against_author = |claim: &&Claim| {
        claim.respondent == order.by
            && claim.claimant == order.terms.addressee()
            && claim.status == ClaimStatus::Open
            && order.terms.incident.is_none_or(|incident| claim.incident == Some(incident))
    };
    match order.terms.claim {
        Some(claim) => Some(claims.at(claim)).filter(|claim| claim.respondent == order.by),
        None => claims.iter().find(against_author),
    }
}

/// The incident that an order is about, named outright or by the claim it answers.
fn subject(claims: &Rows<Claim>, order: &Order) -> Option<IncidentId> {
    order.terms.incident.or_else(|| answered(claims, order)?.incident)
}

fn cease(
    rules: Res<Rules>,
    docket: Res<Docket>,
    claims: Rows<Claim>,
    incidents: Rows<Incident>,
    operations: Rows<Operation>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Repair(Repair { form: Form::Deeds, .. }) = &play.mechanic else { continue };
        let behind = subject(&claims, order).and_then(|incident| incidents.at(incident).operation);
        let own = behind.map(|id| operations.at(id)).filter(|operation| operation.author == Party::State(order.by));
        if let Some(operation) = own.filter(|operation| operation.is_live()) {
            let effect = Effect::Progress { operation: operation.id, stage: Stage::Stopped };
            outbox.propose(Cause::Order(index), effect);
        }
    }
}

fn apologise(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    claims: Rows<Claim>,
    notes: Rows<Note>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        if !matches!(&play.mechanic, Mechanic::Repair(_)) {
            continue;
        }
        let to = order.terms.addressee();
        let note = Note {
            id: Note::NEW,
            from: order.by,
            to,
            kind: NoteKind::Apology,
            about: subject(&claims, order),
            claim: answered(&claims, order).map(|claim| claim.id),
            day: clock.day,
            known_to: play.audience(order).with(to),
        };
        outbox.propose(Cause::Order(index), Effect::Deliver(note));
        // Who takes back an accusation of its own, before those who heard it, wins back some of its name.
        let accused = notes.iter().any(|earlier| {
            earlier.kind == NoteKind::Accusation
                && (earlier.from, earlier.to, earlier.about) == (order.by, to, note.about)
        });
        let first = !notes.iter().any(|earlier| {
            earlier.kind == NoteKind::Apology && (earlier.from, earlier.to, earlier.about) == (order.by, to, note.about)
        });
        if accused && first && note.about.is_some() && note.known_to.is_public() {
            for state in [order.by, to] {
                let by = rules.model.polity.retraction.at;
                outbox.propose(Cause::Order(index), Effect::Shift { state, gauge: Gauge::Legitimacy, by });
            }
        }
    }
}

fn repair(
    rules: Res<Rules>,
    docket: Res<Docket>,
    claims: Rows<Claim>,
    incidents: Rows<Incident>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Repair(numbers) = &play.mechanic else { continue };
        let cause = Cause::Order(index);
        let incident = subject(&claims, order).map(|incident| incidents.at(incident));
        let claim = answered(&claims, order);
        let caused =
            |incident: &&Incident| claim.is_none_or(|claim| is_caused(claim, rules.law.due_diligence(), incident));
        let injury = incident.filter(caused);
        let made = made_good(numbers.form, order.terms.level(), injury.map(|incident| &incident.harm));
        match claim {
            Some(claim) => {
                for step in [ClaimStep::Assured, ClaimStep::Repaired(made)] {
                    outbox.propose(cause, Effect::Advance { claim: claim.id, step });
                }
            }
            None if incident.is_none() => {
                let what = What::NoEffect { order: index, why: NoEffect::NothingOwed };
                let audience = StateSet::of(order.by).with(order.terms.addressee());
                outbox.propose(cause, Effect::Tell { what, audience });
            }
            None => {}
        }
        let Some(incident) = injury.filter(|_| numbers.form == Form::Deeds) else { continue };
        let price = order.terms.level().pick(&numbers.price_per_100_gravity) * incident.gravity / 100;
        for (state, by) in [(order.by, -price), (incident.victim, price)] {
            if by != 0 {
                outbox.propose(cause, Effect::Shift { state, gauge: Gauge::Economy, by });
            }
        }
        if let (Some(asset), Reparation::Full) = (incident.asset, made) {
            outbox.propose(cause, Effect::Restore { asset, function: Function::None });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_away_causes_no_harm_that_was_over_before() {
        let claim = |norm: Option<u8>| -> Claim {
            let norm = norm.map_or("None".to_owned(), |norm| format!("Some({norm})"));
            ron::from_str(&format!("(id: 0, claimant: 0, respondent: 1, incident: Some(0), norm: {norm}, raised: 20)"))
                .unwrap()
        };
        let incident = |ceased: Option<i32>| -> Incident {
            let ceased = ceased.map_or("None".to_owned(), |day| format!("Some({day})"));
            let text = format!(
                "(id: 0, victim: 0, card: 0, harm: (), gravity: 9, severity: 1, began: 0, ceased: {ceased}, known_to: \"1.0.0.0\")"
            );
            ron::from_str(&text).unwrap()
        };
        let vigilance = Some(7);
        assert!(is_caused(&claim(None), vigilance, &incident(Some(10))), "the author caused it, whenever it ended");
        assert!(is_caused(&claim(vigilance), vigilance, &incident(None)), "it could still end it");
        assert!(is_caused(&claim(vigilance), vigilance, &incident(Some(30))));
        assert!(!is_caused(&claim(vigilance), vigilance, &incident(Some(10))), "it was over before anybody told");
    }

    #[test]
    fn words_satisfy_an_affront_and_not_a_loss() {
        let affront = Harm::default();
        let loss = Harm { economic_loss: EconomicLoss::Serious, ..affront };
        assert_eq!(made_good(Form::Words, Level::Medium, Some(&affront)), Reparation::Full);
        assert_eq!(made_good(Form::Words, Level::High, Some(&loss)), Reparation::Partial);
        assert_eq!(made_good(Form::Deeds, Level::Low, Some(&loss)), Reparation::Partial);
        assert_eq!(made_good(Form::Deeds, Level::Medium, Some(&loss)), Reparation::Full);
    }
}
