//! The prior act: the checker's own result on what a response answers.

use crate::base::id::{IncidentId, StateId};
use crate::law::assess::{Assessment, Depth, Finding, assess};
use crate::law::corpus::Corpus;
use crate::law::logic::Value;
use crate::law::norm::Kind;
use crate::law::score::{Doubt, rights};
use crate::law::sheet::{FactSheet, Packed};
use crate::sim::incidents::Incident;
use crate::sim::legal::conduct::Conduct;
use crate::sim::order::Act;
use crate::sim::polity::Party;

use super::{DEEPEST, Questions, Standpoint};

/// What the checker found on the prior act.
#[derive(Clone, Copy, Debug)]
pub(in crate::sim::legal) struct Prior {
    /// Whether it breached an obligation.
    pub(in crate::sim::legal) breach: Value,
    /// Its gravity, 0 to 100.
    pub(in crate::sim::legal) gravity: u8,
    /// The importance of the rights it breached, 0 to 20.
    pub(in crate::sim::legal) rights: u8,
}

/// A prior act as it is asked about: everything besides the situation that its judgement depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sim::legal) struct Precedent {
    incident: IncidentId,
    respondent: StateId,
    is_omission: bool,
    on_truth: bool,
    depth: u8,
}

impl Questions<'_> {
    /// Judges an incident as an act of a State towards its victim: on the truth if its author is one and the truth is
    /// asked for, otherwise as what it would be if a State had done it.
    pub(super) fn prior(&mut self, incident: &Incident) -> Prior {
        let suspect = self.target().filter(|target| *target != incident.victim).unwrap_or(self.conduct.by);
        let ordered = incident.operation.filter(|_| self.truth()).map(|id| &self.scene.operations[id.index()]);
        self.found(incident, suspect, false, || {
            ordered
                .and_then(|operation| Conduct::of_operation(operation, incident))
                .unwrap_or_else(|| Conduct::of_incident(incident, suspect))
        })
    }

    /// Judges a State's omission about an incident that touched its territory.
    ///
    /// To look away does nothing by itself; the injury it causes is the harm it let happen, and proportion is measured
    /// against the injury suffered.
    ///
    /// # Source
    /// ARSIWA 51: commensurate with the injury, taking into account the gravity of the act and the rights in question.
    pub(super) fn omission(&mut self, incident: &Incident, respondent: StateId) -> Option<Prior> {
        let omission = Conduct::of_omission(self.rules, incident, respondent)?;
        let judged = self.found(incident, respondent, true, || omission);
        let suffered = incident.gravity.clamp(0, 100) as u8;
        Some(Prior { gravity: judged.gravity.max(suffered), ..judged })
    }

    /// What this sitting has found on a prior act, or finds now.
    fn found(
        &mut self,
        incident: &Incident,
        respondent: StateId,
        is_omission: bool,
        conduct: impl Fn() -> Conduct,
    ) -> Prior {
        if self.depth >= DEEPEST {
            return Prior { breach: Value::Unknown, gravity: 0, rights: 0 };
        }
        let asked =
            Precedent { incident: incident.id, respondent, is_omission, on_truth: self.truth(), depth: self.depth };
        if let Some((_, prior)) = self.chambers.precedents.iter().find(|(known, _)| *known == asked) {
            return *prior;
        }
        let prior = self.judged(&conduct());
        self.chambers.precedents.push((asked, prior));
        prior
    }

    fn judged(&mut self, conduct: &Conduct) -> Prior {
        // A seat or the public cannot know the hidden side of a foreign act; it is judged on its visible effects.
        let standpoint = if self.truth() { Standpoint::Truth } else { Standpoint::Seat };
        let (scene, rules, depth) = (self.scene, self.rules, self.depth + 1);
        let mut questions = Questions::new(scene, rules, conduct, standpoint, self.chambers, depth);
        questions.answer();
        let sheet = questions.sheet;
        let corpus = self.chambers.on(scene, rules, conduct.day(scene));
        let corpus = &*corpus;
        let assessment = self.assessed(corpus, &sheet, conduct.act);
        let prohibitions =
            assessment.certain(corpus).filter(|(id, ..)| corpus.norm(*id).spec.kind == Kind::Prohibition);
        let breach = match prohibitions.map(|(_, finding, _)| finding).max().unwrap_or_default() {
            Finding::Breach => Value::True,
            Finding::Contested => Value::Contested,
            Finding::Undetermined => Value::Unknown,
            Finding::Precluded | Finding::NoBreach => Value::False,
        };
        Prior { breach, gravity: corpus.gravity().of(&sheet, Doubt::Default), rights: rights(corpus, assessment) }
    }

    /// The importance of the rights that the act itself would breach, before pleas.
    pub(super) fn rights_at_stake(&mut self) -> u8 {
        let (sheet, corpus) = (self.sheet, self.chambers.corpus.clone());
        rights(&corpus, self.assessed(&corpus, &sheet, self.conduct.act))
    }

    fn assessed(&mut self, corpus: &Corpus, sheet: &FactSheet, act: Act) -> &Assessment {
        let (law, assessment) = (self.law, &mut self.chambers.assessment);
        let packed = Packed::new(corpus, sheet);
        assess(corpus, law.reading, law.act(act), &packed, Depth::Findings, assessment);
        assessment
    }

    /// Whether an incident is, in truth, a State's own act: ordered by it, through its organs or a group it instructs.
    pub(super) fn is_author(&self, incident: &Incident, state: StateId) -> bool {
        incident.operation.is_some_and(|id| self.scene.operations[id.index()].author == Party::State(state))
    }
}
