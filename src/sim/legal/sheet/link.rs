//! Groups D and E: the link between the conduct and the acting state, its territory and its vigilance.

use crate::law::fact::facts as f;
use crate::law::logic::Value;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Confidence, EvidenceKind, Question, about};
use crate::sim::mechanics::Mechanic;
use crate::sim::polity::{Actor, ActorStanding, ControlLink, Party};
use crate::sim::relations::NoteKind;

use super::{Questions, Standpoint};

impl<'a> Questions<'a> {
    fn hand(&self) -> Option<&'a Actor> {
        self.scene.actors.get(self.conduct.terms.actor?.index())
    }

    /// Group D. A state knows the link to its own act; the public is told only that the act was done.
    pub(super) fn attribution(&mut self) {
        if self.fixed(f::PERPETRATOR) {
            return;
        }
        if self.standpoint == Standpoint::Public && self.conduct.operation.is_some() {
            self.sheet.forget(f::PERPETRATOR);
            return;
        }
        match self.hand() {
            Some(hand) => {
                let own = hand.sponsor == Some(self.conduct.by);
                let supports = matches!(self.mechanic(), Some(Mechanic::Support(_)));
                use f::perpetrator::{NON_STATE, ORGAN};
                self.sheet.set(f::PERPETRATOR, if supports { ORGAN } else { NON_STATE });
                // Whoever orders this very operation instructs it.
                let control =
                    if self.conduct.operation.is_some() || own { ControlLink::Instructed } else { hand.control };
                self.sheet.set(f::CONTROL_LINK, if supports { hand.control as u32 } else { control as u32 });
                self.sheet.set(f::STATE_SUPPORT, hand.support as u32);
            }
            None => {
                self.sheet.set(f::PERPETRATOR, f::perpetrator::ORGAN);
                self.sheet.set(f::CONTROL_LINK, f::control_link::NONE);
                self.sheet.set(f::STATE_SUPPORT, f::state_support::NONE);
            }
        }
        self.offer_bool(f::ULTRA_VIRES, false);
        self.offer_bool(f::ADOPTED_AS_OWN, false);
        self.offer(f::ROLE_IN_OTHER_STATES_WRONG, f::role_in_other_states_wrong::NONE);
    }

    /// How an incident touches the acting state's territory.
    fn territory(&self, incident: &Incident) -> u32 {
        use f::harm_from_territory::{NO, ORIGIN, TRANSIT};
        let by = self.conduct.by;
        // Where it came from is part of the truth; a state's own routing record shows what passed through it.
        let origin = self.truth()
            && incident.operation.is_some_and(|operation| {
                let operation = &self.scene.operations[operation.index()];
                let home = |actor: crate::base::id::ActorId| self.scene.actors[actor.index()].home;
                operation.hand.map(home) == Some(by)
                    || matches!(operation.author, Party::Actor(actor) if home(actor) == by)
            });
        if origin {
            ORIGIN
        } else if incident.transit == Some(by) && (self.truth() || self.sees(incident)) {
            TRANSIT
        } else {
            NO
        }
    }

    /// Group E: only acts about an incident have a territory in question.
    pub(super) fn vigilance(&mut self) {
        let Some(incident) = self.subject().filter(|incident| incident.victim != self.conduct.by) else {
            // No harm is known to leave the territory, so nothing was owed about it.
            self.offer(f::HARM_FROM_TERRITORY, f::harm_from_territory::NO);
            self.offer(f::HARM_SERIOUSNESS, f::harm_seriousness::NONE);
            self.offer_bool(f::ACT_UNLAWFUL_IF_BY_STATE, false);
            self.offer(f::TERRITORIAL_KNOWLEDGE, f::territorial_knowledge::NONE);
            self.offer(f::ASSISTANCE, f::assistance::NOT_REQUESTED);
            self.sheet.put(f::OWN_CI_PROTECTED, self.fixed(f::OWN_CI_PROTECTED).then_some(1));
            return;
        };
        self.offer(f::HARM_FROM_TERRITORY, self.territory(incident));
        if self.sheet.is(f::HARM_FROM_TERRITORY, f::harm_from_territory::NO) {
            self.offer(f::ASSISTANCE, f::assistance::NOT_REQUESTED);
            return;
        }
        if !self.sees(incident) {
            return;
        }
        // A gravity of 20 is an outage, however brief: judgement.
        use f::harm_seriousness::{MINOR, NONE, SERIOUS};
        let seriousness = match incident.gravity {
            20.. => SERIOUS,
            1.. => MINOR,
            _ => NONE,
        };
        self.offer(f::HARM_SERIOUSNESS, seriousness);
        match self.prior(incident).breach {
            // What is contested between schools is argued by the victim and not conceded: the stricter view is asked.
            Value::True | Value::Contested => self.offer_bool(f::ACT_UNLAWFUL_IF_BY_STATE, true),
            Value::False => self.offer_bool(f::ACT_UNLAWFUL_IF_BY_STATE, false),
            Value::Unknown => {}
        }
        self.offer(f::TERRITORIAL_KNOWLEDGE, self.territorial_knowledge(incident));
        let state = &self.scene.states[self.conduct.by.index()];
        // A state with a third of the best skill can at least shut a server down: judgement.
        self.offer_bool(f::FEASIBLE_MEASURES_EXIST, state.cyber_defence.get() >= 330);
        let suppressed = self.group(incident).is_some_and(|group| group.standing != ActorStanding::Active);
        // To look away now is to do nothing now; whoever is only said to have looked away may have acted.
        let omits = self.sheet.is(f::CONDUCT_KIND, f::conduct_kind::OMISSION) && !self.conduct.is_charge;
        use f::measures_taken as taken;
        // Diligence is a duty of conduct: who looks into it, helps or acts against the group does what it can by this very act.
        let gives = self.mechanic().is_some_and(Mechanic::answers_harm_from_home)
            || self.conduct.is_charge && self.took_up(incident);
        self.offer(f::MEASURES_TAKEN, if (suppressed || gives) && !omits { taken::REASONABLE } else { taken::NONE });
        let asked = self.requested(incident);
        use f::assistance::{GIVEN, NOT_REQUESTED, REFUSED};
        self.offer(
            f::ASSISTANCE,
            if !asked {
                NOT_REQUESTED
            } else if gives {
                GIVEN
            } else {
                REFUSED
            },
        );
        self.offer_bool(f::INVESTIGATED_PROSECUTED, gives);
    }

    /// The group whose hands did it, if the one who asks knows that it was a group.
    fn group(&self, incident: &Incident) -> Option<&'a Actor> {
        let operation = &self.scene.operations[incident.operation?.index()];
        let group = match operation.author {
            Party::Actor(actor) => Some(actor),
            Party::State(_) => operation.hand,
        };
        group.map(|group| &self.scene.actors[group.index()])
    }

    /// Whether a State took up harm that left its territory, as the record shows: it looked into it itself, showed the victim what
    /// it found, or handed over who did it.
    fn took_up(&self, incident: &Incident) -> bool {
        let by = self.conduct.by;
        if self.group(incident).is_some_and(|group| group.sponsor == Some(by)) {
            return false;
        }
        let found = self.scene.evidence.iter().any(|item| {
            let own = item.holder == by && item.from.is_none() && item.kind != EvidenceKind::CommissionReport;
            item.incident == incident.id && (own || item.from == Some(by))
        });
        found
            || self
                .scene
                .notes
                .iter()
                .any(|note| (note.from, note.about, note.kind) == (by, Some(incident.id), NoteKind::Surrender))
    }

    fn requested(&self, incident: &Incident) -> bool {
        let about = |note: &&crate::sim::relations::Note| {
            note.to == self.conduct.by && note.about == Some(incident.id) && note.kind == NoteKind::Request
        };
        self.scene.notes.iter().rev().any(|note| about(&note))
    }

    /// Actual if its authorities know, or were told; constructive if the harm is known to them at all.
    fn territorial_knowledge(&self, incident: &Incident) -> u32 {
        use f::territorial_knowledge::{ACTUAL, CONSTRUCTIVE, NONE};
        let by = self.conduct.by;
        let told = self.scene.notes.iter().rev().any(|note| {
            note.to == by
                && note.about == Some(incident.id)
                && matches!(note.kind, NoteKind::Request | NoteKind::Demand | NoteKind::Demarche | NoteKind::Notice)
        });
        let rows = about(&self.scene.beliefs, by, incident.id);
        let harbours = rows
            .iter()
            .any(|row| row.question == Question::Harbours(by) && Confidence::of(row.odds) >= Confidence::High);
        if told || harbours {
            ACTUAL
        } else if incident.known_to.contains(by) {
            CONSTRUCTIVE
        } else {
            NONE
        }
    }
}
