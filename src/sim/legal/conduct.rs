//! One act as the law looks at it, whether it is an order, an operation that acted, or a measure in force.

use crate::base::id::{AssetId, IncidentId, MeasureId, OperationId, StateId};
use crate::base::{Day, StateSet};
use crate::sim::card::MoveId;
use crate::sim::docket::Docket;
use crate::sim::incidents::{Harm, Incident};
use crate::sim::legal::Matter;
use crate::sim::measures::Measure;
use crate::sim::mechanics::{Mechanic, covert};
use crate::sim::operations::Operation;
use crate::sim::order::{Act, FollowUp, Order, Terms};
use crate::sim::polity::Party;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// The act under review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conduct {
    /// Whose act it is said to be.
    pub by: StateId,
    /// Which move, or which follow-up act.
    pub act: Act,
    /// How, to whom, about what.
    pub terms: Terms,
    /// What it did, or is meant to do, to the other side's things and people.
    pub harm: Option<Harm>,
    /// The day it began; what was said before that day was said in advance.
    pub began: Day,
    /// The operation it is, once it runs.
    pub operation: Option<OperationId>,
    /// The incident it made.
    pub incident: Option<IncidentId>,
    /// The measure it is, once imposed.
    pub measure: Option<MeasureId>,
    /// Whether nobody ordered it: a State is said to have looked away, and what it did instead counts.
    pub is_charge: bool,
    /// Who sees it.
    pub audience: StateSet,
}

impl Conduct {
    /// An order of the turn that begins on a day.
    pub fn of_order(rules: &Rulebook, order: &Order, today: Day) -> Self {
        let play = match order.act {
            Act::Move(card) => rules.play(card),
            Act::Follow(_) => None,
        };
        let harm = play.and_then(|play| match &play.mechanic {
            Mechanic::Covert(numbers) => Some(covert::planned(numbers, &order.terms)),
            _ => None,
        });
        let audience = match (order.act, play) {
            (_, Some(play)) => play.audience(order),
            // What is brought before a body is brought in public.
            (Act::Follow(FollowUp::BringToRegion), _) => StateSet::ALL,
            (Act::Follow(FollowUp::Stop), _) => StateSet::of(order.by),
            _ => order.terms.target.map_or(StateSet::of(order.by), |target| StateSet::of(order.by).with(target)),
        };
        Self {
            by: order.by,
            act: order.act,
            terms: order.terms,
            harm,
            began: today,
            operation: None,
            incident: None,
            measure: None,
            is_charge: false,
            audience,
        }
    }

    /// An operation that acted, with the incident it made. `None` if no state ordered it.
    pub fn of_operation(operation: &Operation, incident: &Incident) -> Option<Self> {
        let Party::State(by) = operation.author else { return None };
        let terms = Terms {
            target: Some(operation.target),
            asset: operation.asset,
            incident: operation.about,
            claim: operation.answers,
            actor: operation.hand,
            via: operation.via,
            false_flag: operation.false_flag,
            method: Some(operation.method),
            level: Some(operation.level),
            basis: operation.basis,
            purpose: operation.purpose,
            ..Terms::default()
        };
        Some(Self {
            by,
            act: Act::Move(operation.card),
            terms,
            harm: Some(incident.harm),
            began: operation.began,
            operation: Some(operation.id),
            incident: Some(incident.id),
            measure: None,
            is_charge: false,
            audience: operation.known_to,
        })
    }

    /// An incident as its victim sees it, laid at a suspect's door: what it would be if that State had done it.
    pub fn of_incident(incident: &Incident, suspect: StateId) -> Self {
        let terms = Terms { target: Some(incident.victim), asset: incident.asset, ..Terms::default() };
        Self {
            by: suspect,
            act: Act::Move(incident.card),
            terms,
            harm: Some(incident.harm),
            began: incident.began,
            operation: None,
            incident: Some(incident.id),
            measure: None,
            is_charge: false,
            audience: incident.known_to,
        }
    }

    /// A State's omission about an incident that touched its territory; `None` if no move looks away.
    pub fn of_omission(rules: &Rulebook, incident: &Incident, respondent: StateId) -> Option<Self> {
        let terms = Terms { target: Some(incident.victim), incident: Some(incident.id), ..Terms::default() };
        Some(Self {
            by: respondent,
            act: Act::Move(rules.omission()?),
            terms,
            harm: None,
            began: incident.began,
            operation: None,
            incident: None,
            measure: None,
            is_charge: true,
            audience: incident.known_to,
        })
    }

    /// The day by whose law it is judged: the last one of what is over, today for what is done now or goes on.
    ///
    /// # Source
    /// ARSIWA 13 and 14.
    pub fn day(&self, scene: &Situation) -> Day {
        let incident = self.incident.map(|id| &scene.incidents[id.index()]);
        incident.and_then(|incident| incident.ceased).unwrap_or(scene.day)
    }

    /// A measure in force.
    pub fn of_measure(measure: &Measure) -> Self {
        let terms = Terms {
            target: Some(measure.against),
            incident: measure.about,
            claim: measure.answers,
            sector: Some(measure.sector),
            treaties: Some(measure.departs_from),
            reversible: Some(measure.reversible),
            level: Some(measure.level),
            basis: measure.basis,
            purpose: measure.purpose,
            ..Terms::default()
        };
        Self {
            by: measure.by,
            act: Act::Move(measure.card),
            terms,
            harm: None,
            began: measure.began,
            operation: None,
            incident: None,
            measure: Some(measure.id),
            is_charge: false,
            audience: measure.known_to,
        }
    }

    /// A matter of a turn, on the situation in which it is ruled on. `None` if no state is answerable for it.
    pub fn of_matter(rules: &Rulebook, scene: &Situation, docket: &Docket, matter: Matter) -> Option<Self> {
        match matter {
            Matter::Order(order) => Some(Self::of_order(rules, &docket.orders()[order.index()], scene.day)),
            Matter::Operation(id) => {
                let incident = scene
                    .incidents
                    .iter()
                    .rev()
                    .find(|incident| incident.is_aim_of(id, &scene.operations[id.index()]))?;
                Self::of_operation(&scene.operations[id.index()], incident)
            }
            Matter::Measure(id) => Some(Self::of_measure(&scene.measures[id.index()])),
        }
    }

    /// The move, if it is one.
    pub const fn card(&self) -> Option<MoveId> {
        match self.act {
            Act::Move(card) => Some(card),
            Act::Follow(_) => None,
        }
    }

    /// What it is aimed at.
    pub const fn asset(&self) -> Option<AssetId> {
        self.terms.asset
    }
}
