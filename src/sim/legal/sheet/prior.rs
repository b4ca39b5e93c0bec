//! The prior act: the checker's own result on what a response answers.

use crate::base::id::StateId;
use crate::law::assess::{Assessment, Depth, Finding, assess};
use crate::law::logic::Value;
use crate::law::norm::Kind;
use crate::law::score::{Doubt, rights};
use crate::law::sheet::Packed;
use crate::sim::incidents::Incident;
use crate::sim::legal::conduct::Conduct;
use crate::sim::order::{Act, Terms};
use crate::sim::polity::Party;

use super::{DEEPEST, Questions, Standpoint};

/// What the checker found on the prior act.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prior {
    /// Whether it breached an obligation.
    pub(super) breach: Value,
    /// Its gravity, 0 to 100.
    pub(super) gravity: u8,
    /// The importance of the rights it breached, 0 to 20.
    pub(super) rights: u8,
}

impl Questions<'_> {
    /// Judges an incident as an act of a State towards its victim: on the truth if its author is one and the truth is
    /// asked for, otherwise as what it would be if a State had done it.
    pub(super) fn prior(&self, incident: &Incident) -> Prior {
        let ordered = incident.operation.filter(|_| self.truth()).map(|id| &self.scene.operations[id.index()]);
        let suspect = self.target().filter(|target| *target != incident.victim).unwrap_or(self.conduct.by);
        let conduct = ordered
            .and_then(|operation| Conduct::of_operation(operation, incident))
            .unwrap_or_else(|| Conduct::of_incident(incident, suspect));
        self.judged(&conduct)
    }

    /// Judges a State's omission about an incident that touched its territory.
    pub(super) fn omission(&self, incident: &Incident, respondent: StateId) -> Option<Prior> {
        let card = self.law.find("tolerate-use")?;
        let terms = Terms { target: Some(incident.victim), incident: Some(incident.id), ..Terms::default() };
        Some(self.judged(&Conduct {
            by: respondent,
            act: Act::Move(card),
            terms,
            harm: None,
            began: incident.began,
            operation: None,
            incident: None,
            measure: None,
            audience: incident.known_to,
        }))
    }

    fn judged(&self, conduct: &Conduct) -> Prior {
        if self.depth >= DEEPEST {
            return Prior { breach: Value::Unknown, gravity: 0, rights: 0 };
        }
        // A seat or the public cannot know the hidden side of a foreign act; it is judged on its visible effects.
        let standpoint = if self.truth() { Standpoint::Truth } else { Standpoint::Seat };
        let mut questions = Questions::new(self.scene, self.rules, self.law, conduct, standpoint, self.depth + 1);
        questions.answer();
        let corpus = &self.law.corpus;
        let packed = Packed::new(corpus, &questions.sheet);
        let mut assessment = Assessment::new(corpus);
        assess(corpus, self.law.reading, self.law.act(conduct.act), &packed, Depth::Findings, &mut assessment);
        let mut worst = Finding::NoBreach;
        for (id, norm) in corpus.norms() {
            if norm.spec.kind == Kind::Prohibition && assessment.raised(corpus, id) == Value::True {
                worst = worst.max(assessment.finding(id));
            }
        }
        let breach = match worst {
            Finding::Breach => Value::True,
            Finding::Contested => Value::Contested,
            Finding::Undetermined => Value::Unknown,
            Finding::Precluded | Finding::NoBreach => Value::False,
        };
        Prior {
            breach,
            gravity: corpus.gravity().of(&questions.sheet, Doubt::Default),
            rights: rights(corpus, &assessment),
        }
    }

    /// Whether an incident is, in truth, a State's own act: ordered by it, through its organs or a group it instructs.
    pub(super) fn is_author(&self, incident: &Incident, state: StateId) -> bool {
        incident.operation.is_some_and(|id| self.scene.operations[id.index()].author == Party::State(state))
    }
}
