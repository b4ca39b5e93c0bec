//! The law sitting on one situation at rest. What it finds on a prior act it keeps until it rises, for many acts of a turn
//! answer the same one.

use crate::law::assess::{Assessment, Depth, Overall, assess};
use crate::law::opinion::{Opinion, opine};
use crate::law::score::{Record, Score, score};
use crate::law::sheet::{FactSheet, Packed};
use crate::sim::docket::Docket;
use crate::sim::legal::conduct::Conduct;
use crate::sim::legal::sheet::{Precedent, Prior, Standpoint, answered};
use crate::sim::legal::{Matter, Ruling};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// Room for a sitting, kept from one to the next so that judging allocates nothing once it has grown.
#[derive(Clone, Debug)]
pub struct Chambers {
    /// The last check.
    pub(super) assessment: Assessment,
    /// What this sitting has found on prior acts.
    pub(super) precedents: Vec<(Precedent, Prior)>,
}

impl Chambers {
    /// Room for sittings under a rulebook.
    pub fn new(rules: &Rulebook) -> Self {
        Self { assessment: Assessment::new(&rules.law.corpus), precedents: Vec::new() }
    }
}

/// A situation under the eyes of the law.
#[derive(Debug)]
pub struct Sitting<'a> {
    scene: &'a Situation,
    rules: &'a Rulebook,
    chambers: &'a mut Chambers,
}

impl<'a> Sitting<'a> {
    /// Sits on a situation, which cannot change before the law rises.
    pub fn new(scene: &'a Situation, rules: &'a Rulebook, chambers: &'a mut Chambers) -> Self {
        chambers.precedents.clear();
        Self { scene, rules, chambers }
    }

    /// The fact sheet on an act from a standpoint.
    pub fn sheet(&mut self, conduct: &Conduct, standpoint: Standpoint) -> FactSheet {
        answered(self.scene, self.rules, conduct, standpoint, self.chambers)
    }

    /// Verdict and score of an act from a standpoint.
    pub fn judge(&mut self, conduct: &Conduct, standpoint: Standpoint) -> (Overall, Score) {
        let facts = self.sheet(conduct, standpoint);
        let law = &self.rules.law;
        let assessment = &mut self.chambers.assessment;
        let packed = Packed::new(&law.corpus, &facts);
        assess(&law.corpus, law.reading, law.act(conduct.act), &packed, Depth::Cost, assessment);
        (assessment.overall, score(&law.corpus, &facts, assessment, record(self.scene, conduct)))
    }

    /// Whether the last verdict may change when something not known to be raised turns out to be.
    pub const fn is_provisional(&self) -> bool {
        self.chambers.assessment.provisional
    }

    /// The whole opinion on an act from a standpoint, for people.
    pub fn opinion(&mut self, conduct: &Conduct, standpoint: Standpoint) -> Opinion {
        let facts = self.sheet(conduct, standpoint);
        let law = &self.rules.law;
        opine(&law.corpus, law.reading, law.act(conduct.act), &facts, record(self.scene, conduct))
    }

    /// Rules on one matter of a turn, after everything else of the turn has happened.
    pub(super) fn rule(&mut self, docket: &Docket, matter: Matter) -> Option<Ruling> {
        let scene = self.scene;
        let conduct = match matter {
            Matter::Order(order) => Conduct::of_order(self.rules, &docket.orders()[order.index()], scene.day),
            Matter::Operation(id) => {
                let incident = scene.incidents.iter().rev().find(|incident| incident.operation == Some(id))?;
                Conduct::of_operation(&scene.operations[id.index()], incident)?
            }
            Matter::Measure(id) => Conduct::of_measure(&scene.measures[id.index()]),
        };
        let (overall, truth) = self.judge(&conduct, Standpoint::Truth);
        // What nobody sees costs nothing in the world's eyes.
        let (public, seen) = if conduct.audience.is_public() {
            let (public, seen) = self.judge(&conduct, Standpoint::Public);
            (public, seen.cost)
        } else {
            (Overall::Lawful, 0)
        };
        Some(Ruling {
            matter,
            by: conduct.by,
            verdict: overall,
            cost: truth.cost as i32,
            public_verdict: public,
            public_cost: seen as i32,
        })
    }
}

/// History that is no fact of the sheet.
fn record(scene: &Situation, conduct: &Conduct) -> Record {
    let before = scene.operations.iter().filter(|operation| {
        operation.author.state() == Some(conduct.by)
            && Some(operation.card) == conduct.card()
            && Some(operation.target) == conduct.terms.target
            && Some(operation.id) != conduct.operation
            && operation.began < conduct.began
    });
    Record {
        repeated: before.count() > 0,
        false_flag_on_third_state: conduct.terms.false_flag.is_some(),
        good_faith: conduct.terms.claim.is_some(),
    }
}
