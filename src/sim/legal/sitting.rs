//! The law sitting on one situation at rest. What it finds on a prior act it keeps until it rises, for many acts of a turn
//! answer the same one.

use std::sync::Arc;

use crate::base::Day;
use crate::law::assess::{Assessment, Depth, Overall, assess};
use crate::law::corpus::Corpus;
use crate::law::lot::Lot;
use crate::law::opinion::{Opinion, opine};
use crate::law::parting::Parting;
use crate::law::score::{Record, Score, score};
use crate::law::sheet::{FactSheet, Packed};
use crate::sim::custom::{Doctrine, in_force};
use crate::sim::docket::{Docket, OrderIx};
use crate::sim::legal::conduct::Conduct;
use crate::sim::legal::sheet::{Precedent, Prior, Standpoint, answered};
use crate::sim::legal::{Matter, Ruling};
use crate::sim::operations::Operation;
use crate::sim::order::Act;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// Room for a sitting, kept from one to the next so that judging allocates nothing once it has grown.
#[derive(Clone, Debug)]
pub struct Chambers {
    /// The catalogue by which acts of the day are judged, and the doctrines that it is turned by.
    pub(super) corpus: Arc<Corpus>,
    doctrines: Vec<Doctrine>,
    /// The last check.
    pub(super) assessment: Assessment,
    /// Acts that are judged together, each with its sheet and history.
    lot: Lot,
    docked: Vec<(FactSheet, Act, Record)>,
    /// What this sitting has found on prior acts.
    pub(super) precedents: Vec<(Precedent, Prior)>,
}

impl Chambers {
    /// Room for sittings under a rulebook.
    pub fn new(rules: &Rulebook) -> Self {
        Self::under(rules.law.corpus.clone(), Vec::new())
    }

    fn under(corpus: Arc<Corpus>, doctrines: Vec<Doctrine>) -> Self {
        let (assessment, lot) = (Assessment::new(&corpus), Lot::new(&corpus));
        Self { corpus, doctrines, assessment, lot, docked: Vec::new(), precedents: Vec::new() }
    }

    /// Makes ready for a situation: takes up the catalogue of its day, which mostly is at hand.
    fn convene(&mut self, scene: &Situation, rules: &Rulebook) {
        self.precedents.clear();
        let doctrines = in_force(&scene.doctrines, scene.day);
        let is_at_hand =
            self.doctrines == doctrines && (!doctrines.is_empty() || Arc::ptr_eq(&self.corpus, &rules.law.corpus));
        if !is_at_hand {
            *self = Self::under(rules.law.turned(doctrines), doctrines.to_vec());
        } else if !self.lot.has_room() {
            self.lot = Lot::new(&self.corpus);
        }
    }

    /// Gives back the room that only a sitting takes; the next one makes it again.
    pub fn rest(&mut self) {
        self.lot = Lot::default();
        (self.docked, self.precedents) = (Vec::new(), Vec::new());
    }

    /// The catalogue by which an act of a day is judged: that of the sitting, unless readings have moved since.
    pub(super) fn on(&mut self, scene: &Situation, rules: &Rulebook, day: Day) -> Arc<Corpus> {
        let then = in_force(&scene.doctrines, day);
        if then.len() >= self.doctrines.len() {
            return self.corpus.clone();
        }
        let corpus = rules.law.turned(then);
        self.assessment.fit(&corpus);
        corpus
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

/// A lane of a lot that has been judged, to be asked where readings part on it.
struct Parted<'a> {
    corpus: &'a Corpus,
    lot: &'a Lot,
    lane: usize,
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
        chambers.convene(scene, rules);
        Self { scene, rules, chambers }
    }

    /// The fact sheet on an act from a standpoint.
    pub fn sheet(&mut self, conduct: &Conduct, standpoint: Standpoint) -> FactSheet {
        answered(self.scene, self.rules, conduct, standpoint, self.chambers)
    }

    /// Verdict and score of an act from a standpoint.
    pub fn judge(&mut self, conduct: &Conduct, standpoint: Standpoint) -> Verdict {
        let facts = self.sheet(conduct, standpoint);
        let (law, corpus) = (&self.rules.law, self.chambers.on(self.scene, self.rules, conduct.day(self.scene)));
        let packed = Packed::new(&corpus, &facts);
        let assessment = &mut self.chambers.assessment;
        assess(&corpus, law.reading, law.act(conduct.act), &packed, Depth::Cost, assessment);
        let score = score(&corpus, &facts, assessment, record(self.scene, conduct));
        Verdict { overall: assessment.overall, is_provisional: assessment.provisional, score }
    }

    /// The same for many acts, which are judged in lots; the answers come in their order.
    pub fn judge_all(&mut self, acts: impl Iterator<Item = (Conduct, Standpoint)>, mut answer: impl FnMut(Verdict)) {
        self.judge_each(acts, Depth::Cost, |verdict, _| answer(verdict));
    }

    /// The same to a depth.
    fn judge_each(
        &mut self,
        acts: impl Iterator<Item = (Conduct, Standpoint)>,
        depth: Depth,
        mut answer: impl FnMut(Verdict, Parted<'_>),
    ) {
        for (conduct, standpoint) in acts {
            let facts = self.sheet(&conduct, standpoint);
            let Chambers { corpus, lot, docked, .. } = &mut *self.chambers;
            lot.enter(corpus, &facts);
            docked.push((facts, conduct.act, record(self.scene, &conduct)));
            if lot.len() == Lot::MOST {
                self.close_lot(depth, &mut answer);
            }
        }
        self.close_lot(depth, &mut answer);
    }

    /// Judges what is docked, and empties the dock.
    fn close_lot(&mut self, depth: Depth, answer: &mut impl FnMut(Verdict, Parted<'_>)) {
        let law = &self.rules.law;
        let Chambers { corpus, assessment, lot, docked, .. } = &mut *self.chambers;
        lot.assess(corpus, law.reading, depth);
        for (lane, (facts, act, record)) in docked.drain(..).enumerate() {
            lot.lay(corpus, law.act(act), lane, assessment);
            let score = score(corpus, &facts, assessment, record);
            let verdict = Verdict { overall: assessment.overall, is_provisional: assessment.provisional, score };
            answer(verdict, Parted { corpus, lot, lane });
        }
        lot.clear();
    }

    /// The whole opinion on an act from a standpoint, for people.
    pub fn opinion(&mut self, conduct: &Conduct, standpoint: Standpoint) -> Opinion {
        let facts = self.sheet(conduct, standpoint);
        let (law, corpus) = (&self.rules.law, self.chambers.on(self.scene, self.rules, conduct.day(self.scene)));
        opine(&corpus, law.reading, law.act(conduct.act), &facts, record(self.scene, conduct))
    }

    /// Where the readings of norms part on an act from a standpoint.
    pub(super) fn partings(&mut self, conduct: &Conduct, standpoint: Standpoint) -> Vec<Parting> {
        let facts = self.sheet(conduct, standpoint);
        let (law, corpus) = (&self.rules.law, self.chambers.on(self.scene, self.rules, conduct.day(self.scene)));
        let assessment = &mut self.chambers.assessment;
        let packed = Packed::new(&corpus, &facts);
        assess(&corpus, law.reading, law.act(conduct.act), &packed, Depth::Whole, assessment);
        assessment.partings(&corpus).collect()
    }

    /// The catalogue by which acts of the day are judged.
    pub fn corpus(&self) -> &Arc<Corpus> {
        &self.chambers.corpus
    }

    /// Rules on the matters of a turn, after everything else of the turn has happened. Where readings part on orders, as far
    /// as the public can see them, comes with them.
    pub(super) fn rule(
        &mut self,
        docket: &Docket,
        matters: impl Iterator<Item = Matter>,
        into: &mut Vec<Ruling>,
    ) -> Vec<(OrderIx, Parting)> {
        let (rules, scene) = (self.rules, self.scene);
        let first = into.len();
        let mut acts = Vec::new();
        for matter in matters {
            let Some(conduct) = Conduct::of_matter(rules, scene, docket, matter) else { continue };
            acts.push((conduct, Standpoint::Truth));
            // What nobody sees costs nothing in the world's eyes.
            if conduct.audience.is_public() {
                acts.push((conduct, Standpoint::Public));
            }
            into.push(Ruling {
                matter,
                by: conduct.by,
                verdict: Overall::default(),
                cost: 0,
                public_verdict: Overall::default(),
                public_cost: 0,
            });
        }
        let mut partings = Vec::new();
        let mut asked = acts.iter().map(|(_, standpoint)| *standpoint);
        let mut next = first;
        self.judge_each(acts.iter().copied(), Depth::Whole, |verdict, parted| {
            if asked.next() == Some(Standpoint::Truth) {
                next += 1;
                let ruling = &mut into[next - 1];
                (ruling.verdict, ruling.cost) = (verdict.overall, verdict.score.cost as i32);
                return;
            }
            let ruling = &mut into[next - 1];
            (ruling.public_verdict, ruling.public_cost) = (verdict.overall, verdict.score.cost as i32);
            if let Matter::Order(order) = ruling.matter {
                partings.extend(parted.lot.partings(parted.corpus, parted.lane).map(|parting| (order, parting)));
            }
        });
        partings
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
