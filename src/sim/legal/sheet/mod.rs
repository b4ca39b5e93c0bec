//! The questionnaire: the world's answers to the facts that norms ask about one act.
//!
//! One questionnaire serves three standpoints. The truth knows everything. The public record knows what is public. A seat
//! knows what its state knows, and whatever it cannot know stays unknown: a preview cannot leak what its seat cannot
//! answer. Facts are answered group by group, in the order of `assets/law/facts.ron`; what is not answered here keeps
//! what the move fixes, or its default.

mod context;
mod council;
mod effects;
mod evidence;
mod link;
mod prior;

pub(super) use prior::{Precedent, Prior};

use crate::base::Day;
use crate::base::id::{IncidentId, StateId};
use crate::law::act::{Act, derive};
use crate::law::fact::{Fact, facts};
use crate::law::sheet::FactSheet;
use crate::sim::incidents::Incident;
use crate::sim::legal::claim::Claim;
use crate::sim::legal::conduct::Conduct;
use crate::sim::legal::law::Law;
use crate::sim::legal::sitting::Chambers;
use crate::sim::mechanics::Mechanic;
use crate::sim::relations::Tie;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// Whose knowledge answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standpoint {
    /// Everything that is so.
    Truth,
    /// What is public.
    Public,
    /// What the acting state knows.
    Seat,
}

/// The law's questions about one act, answered.
pub(super) fn answered(
    scene: &Situation,
    rules: &Rulebook,
    conduct: &Conduct,
    standpoint: Standpoint,
    chambers: &mut Chambers,
) -> FactSheet {
    let mut questions = Questions::new(scene, rules, conduct, standpoint, chambers, 0);
    questions.answer();
    questions.sheet
}

/// How deep "the prior act" is followed: a response to a response to an act is judged, and no further.
const DEEPEST: u8 = 2;

struct Questions<'a> {
    scene: &'a Situation,
    rules: &'a Rulebook,
    law: &'a Law,
    conduct: &'a Conduct,
    /// The legal side of the conduct.
    act: &'a Act,
    standpoint: Standpoint,
    chambers: &'a mut Chambers,
    depth: u8,
    sheet: FactSheet,
}

impl<'a> Questions<'a> {
    fn new(
        scene: &'a Situation,
        rules: &'a Rulebook,
        conduct: &'a Conduct,
        standpoint: Standpoint,
        chambers: &'a mut Chambers,
        depth: u8,
    ) -> Self {
        let law = &rules.law;
        let base = if standpoint == Standpoint::Truth { &law.defaults } else { &law.own };
        let act = law.act(conduct.act);
        Self { scene, rules, law, conduct, act, standpoint, chambers, depth, sheet: act.sheet(base) }
    }

    fn answer(&mut self) {
        self.graded();
        self.effects();
        self.protected();
        self.individuals();
        self.attribution();
        self.vigilance();
        self.evidence();
        self.response();
        self.justifications();
        self.reparation();
        self.conflict();
        // The sector makes critical infrastructure; proportionality waits for the ratio.
        derive(&mut self.sheet, |fact| fact == facts::PROPORTIONALITY);
        self.proportion();
    }

    /// What the card says of its own act, by how far it goes.
    fn graded(&mut self) {
        let level = self.conduct.terms.level();
        for (fact, codes) in &self.act.graded {
            self.sheet.set(*fact, level.pick(codes));
        }
    }

    /// The mechanic that carries the act out, if it is a move that is modelled.
    fn mechanic(&self) -> Option<&'a Mechanic> {
        Some(&self.rules.play(self.conduct.card()?)?.mechanic)
    }

    fn stated(&self, fact: Fact) -> bool {
        self.sheet.get(fact).is_some()
    }

    /// Whether the move itself fixes a fact, so that the world has no say in it.
    fn fixed(&self, fact: Fact) -> bool {
        self.act.fixes(fact)
    }

    /// Sets a fact unless the move fixes it.
    fn offer(&mut self, fact: Fact, code: u32) {
        if !self.fixed(fact) {
            self.sheet.set(fact, code);
        }
    }

    fn offer_bool(&mut self, fact: Fact, answer: bool) {
        self.offer(fact, u32::from(answer));
    }

    fn truth(&self) -> bool {
        self.standpoint == Standpoint::Truth
    }

    fn today(&self) -> Day {
        self.scene.day
    }

    fn target(&self) -> Option<StateId> {
        self.conduct.terms.target
    }

    fn tie(&self) -> Option<&'a Tie> {
        let target = self.target()?;
        let pair = (self.conduct.by.min(target), self.conduct.by.max(target));
        let found = self.scene.ties.binary_search_by_key(&pair, |tie| (tie.low, tie.high)).ok()?;
        Some(&self.scene.ties[found])
    }

    /// The claim the act answers, if the actor raised one against the state it is aimed at.
    fn claim(&self) -> Option<&'a Claim> {
        self.scene.claims.get(self.conduct.terms.claim?.index())
    }

    /// The incident the act is about: named outright, or by its claim.
    fn subject(&self) -> Option<&'a Incident> {
        let id: IncidentId = self.conduct.terms.incident.or_else(|| self.claim()?.incident)?;
        self.scene.incidents.get(id.index())
    }

    /// Whether whoever answers knows of an incident.
    fn sees(&self, incident: &Incident) -> bool {
        match self.standpoint {
            Standpoint::Truth => true,
            Standpoint::Public => incident.known_to.is_public(),
            Standpoint::Seat => incident.known_to.contains(self.conduct.by),
        }
    }
}
