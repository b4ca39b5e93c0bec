//! Group F: what the actor's attribution rests on.

use crate::law::fact::facts as f;
use crate::sim::knowledge::{Confidence, EvidenceKind, Question, about};
use crate::sim::mechanics::Mechanic;

use super::Questions;

impl Questions<'_> {
    /// Confidence, basis and testing are the actor's own, so truth and seat agree; the public sees what was disclosed.
    pub(super) fn evidence(&mut self) {
        use f::evidence_basis::{CLASSIFIED_ONLY, CORROBORATED, NONE, PRIVATE_REPORT_ONLY};
        self.offer(f::EVIDENCE_DISCLOSED, self.conduct.terms.detail.unwrap_or_default() as u32);
        self.offer_bool(f::PUBLIC_ACCUSATION, false);
        self.offer(f::FORUM, f::forum::NONE);
        let by = self.conduct.by;
        let force = self.sheet.get(f::CLAIMED_BASIS).is_some_and(|basis| {
            [f::claimed_basis::SELF_DEFENCE, f::claimed_basis::COLLECTIVE_SELF_DEFENCE].contains(&basis)
        });
        self.offer(f::CHARGE_GRAVITY, u32::from(force));
        if let Some(Mechanic::Proceed(numbers)) = self.mechanic() {
            self.offer(f::FORUM, numbers.forum as u32);
        }
        let (Some(incident), Some(target)) = (self.subject(), self.target()) else { return };
        let rows = about(&self.scene.beliefs, by, incident.id);
        let odds = rows.iter().find(|row| row.question == Question::Author(target)).map(|row| row.odds);
        let confidence = odds.map_or(Confidence::None, Confidence::of);
        let mut kinds = [false; EvidenceKind::ALL.len()];
        for item in &self.scene.evidence {
            if item.holder == by && item.incident == incident.id && item.bears_on == Question::Author(target) {
                kinds[item.kind as usize] = true;
            }
        }
        let lines = kinds.iter().filter(|held| **held).count();
        let reported = kinds[EvidenceKind::VendorReport as usize];
        let basis = match (lines, reported) {
            (0, _) => NONE,
            (1, true) => PRIVATE_REPORT_ONLY,
            (1, false) => CLASSIFIED_ONLY,
            _ => CORROBORATED,
        };
        if self.standpoint == super::Standpoint::Public {
            return;
        }
        self.offer(f::ATTRIBUTION_CONFIDENCE, confidence as u32);
        self.offer(f::EVIDENCE_BASIS, basis);
        // An explanation was tested if its holder ever had reason to ask a question other than "was it them?".
        let others = rows.iter().any(|row| row.question != Question::Author(target));
        self.offer_bool(f::ALTERNATIVE_HYPOTHESES_TESTED, others && lines >= 1);
    }
}
