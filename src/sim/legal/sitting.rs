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
use crate::sim::operations::Operation;
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

/// The law's answer in short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The verdict on the act as a whole.
    pub overall: Overall,
    /// Whether a norm or plea not known to be raised could still change it.
    pub is_provisional: bool,
    /// The numbers.
    pub score: Score,
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
    pub fn judge(&mut self, conduct: &Conduct, standpoint: Standpoint) -> Verdict {
        let facts = self.sheet(conduct, standpoint);
        let law = &self.rules.law;
        let packed = Packed::new(&law.corpus, &facts);
        let assessment = &mut self.chambers.assessment;
        assess(&law.corpus, law.reading, law.act(conduct.act), &packed, Depth::Cost, assessment);
        let score = score(&law.corpus, &facts, assessment, record(self.scene, conduct));
        Verdict { overall: assessment.overall, is_provisional: assessment.provisional, score }
    }

    /// The whole opinion on an act from a standpoint, for people.
    pub fn opinion(&mut self, conduct: &Conduct, standpoint: Standpoint) -> Opinion {
        let facts = self.sheet(conduct, standpoint);
        let law = &self.rules.law;
        opine(&law.corpus, law.reading, law.act(conduct.act), &facts, record(self.scene, conduct))
    }

    /// Rules on one matter of a turn, after everything else of the turn has happened.
    pub(super) fn rule(&mut self, docket: &Docket, matter: Matter) -> Option<Ruling> {
        let conduct = Conduct::of_matter(self.rules, self.scene, docket, matter)?;
        let truth = self.judge(&conduct, Standpoint::Truth);
        // What nobody sees costs nothing in the world's eyes.
        let public =
            if conduct.audience.is_public() { self.judge(&conduct, Standpoint::Public) } else { Verdict::default() };
        Some(Ruling {
            matter,
            by: conduct.by,
            verdict: truth.overall,
            cost: truth.score.cost as i32,
            public_verdict: public.overall,
            public_cost: public.score.cost as i32,
        })
    }
}

/// History that is no fact of the sheet.
fn record(scene: &Situation, conduct: &Conduct) -> Record {
    let is_earlier = |operation: &Operation| {
        operation.author.state() == Some(conduct.by)
            && Some(operation.card) == conduct.card()
            && Some(operation.target) == conduct.terms.target
            && Some(operation.id) != conduct.operation
            && operation.began < conduct.began
    };
    Record {
        // Only a covert act has operations.
        repeated: conduct.harm.is_some() && scene.operations.iter().any(is_earlier),
        false_flag_on_third_state: conduct.terms.false_flag.is_some(),
        good_faith: conduct.terms.claim.is_some(),
    }
}
