//! What the Security Council has decided, as far as it bears on an act.

use crate::law::fact::facts::{self as f, unsc_decision as decided};
use crate::sim::council::{Operative, Resolution, covers};
use crate::sim::incidents::is_loud;
use crate::sim::operations::Basis;

use super::Questions;

impl Questions<'_> {
    /// Whether a decision authorises the act or forbids it. A measure that stands is asked about as it stands today; any other
    /// act as it began.
    ///
    /// # Source
    /// Charter 25, 41, 42 and 48; that a decision is read by its terms: Namibia (ICJ 1971) para. 114.
    pub(super) fn council(&mut self) {
        let on = if self.conduct.measure.is_some() { self.today() } else { self.conduct.began };
        let binding = || self.scene.resolutions.iter().filter(|row| row.is_binding(on));
        let answer = if binding().any(|row| self.is_forbidden_by(row)) {
            decided::FORBIDS
        } else {
            let against = self.target();
            let mandates = || binding().filter(|row| against.is_some_and(|against| row.is_mandate(against, on)));
            let covered = |row: &Resolution| self.mechanic().is_some_and(|mechanic| covers(row.operative, mechanic));
            if mandates().any(covered) {
                decided::AUTHORISES
            } else if mandates().next().is_some() && self.conduct.terms.basis == Basis::UnscMandate {
                decided::AUTHORISES_EXCEEDED
            } else {
                decided::NONE
            }
        };
        self.offer(f::UNSC_DECISION, answer);
    }

    /// Who is told to cease may do no more of it to whom it was done: to be told to stop a sabotage is not to be told to stop
    /// listening. Source: judgement, on the reading of a decision by its terms.
    fn is_forbidden_by(&self, row: &Resolution) -> bool {
        let incident = row.incident.and_then(|id| self.scene.incidents.get(id.index()));
        let victim = incident.map(|incident| incident.victim);
        let was_loud = incident.is_none_or(|incident| is_loud(&incident.harm));
        row.operative >= Operative::Demand
            && row.against == self.conduct.by
            && self.conduct.harm.is_some_and(|harm| is_loud(&harm) || !was_loud)
            && self.target() == Some(victim.unwrap_or(row.by))
    }
}
