//! Clearance: how much of what their State knows somebody in its seat sees. A State knows its secret operations and where its
//! evidence comes from; not everybody who represents it does.

use crate::base::id::StateId;
use crate::base::{LogOdds, Permille};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Belief, Confidence, Detail, Evidence, about};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::Operation;
use crate::sim::order::{Act, Order};
use crate::sim::polity::Party;
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// How much of what a State knows somebody sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clearance {
    /// Everything but secret operations and evidence that was not made public. How sure the State is they are told in a word.
    Open,
    /// Everything.
    #[default]
    Secret,
}

impl Clearance {
    /// Whether secret operations, and whoever carries them out, are seen.
    pub(super) fn is_full(self) -> bool {
        self == Self::Secret
    }

    /// Whether an operation is seen of which the seat's State has a part or knows.
    pub(super) fn knows_operation(self, row: &Operation, seat: StateId) -> bool {
        row.known_to.is_public() || self.is_full() && (row.author == Party::State(seat) || row.known_to.contains(seat))
    }

    /// Whether an incident is seen. What came of a State's own operation abroad tells of the operation.
    pub(super) fn knows_incident(self, row: &Incident, world: &Situation, seat: StateId) -> bool {
        let is_own = || {
            let operation = row.operation.map(|id| &world.operations[id.index()]);
            operation.is_some_and(|operation| Self::Secret.knows_operation(operation, seat))
        };
        row.known_to.contains(seat) && (self.is_full() || row.known_to.is_public() || row.victim == seat || !is_own())
    }

    /// Whether an item of evidence is seen, if its incident is.
    pub(super) fn knows_evidence(self, row: &Evidence, seat: StateId) -> bool {
        let is_held = row.holder == seat || row.from == Some(seat);
        row.disclosed > Detail::None || self.is_full() && is_held
    }

    /// How likely a proposition is held, of all that its holder believes. Whoever is not cleared is told the word for it, and
    /// which of two with the same word is held likelier, so that a delegation never names two suspects.
    pub(super) fn odds(self, own: &[Belief], row: &Belief) -> LogOdds {
        if self.is_full() {
            return row.odds;
        }
        let word = Confidence::of(row.odds);
        let below = |other: &&Belief| Confidence::of(other.odds) == word && other.odds < row.odds;
        let place = about(own, row.holder, row.incident).iter().filter(below).count();
        // Steps far finer than any word: a thousandth of a unit for each of at most a few hundred.
        middle(word).plus(place as i32)
    }
}

/// The middle of what a word of confidence covers.
fn middle(word: Confidence) -> LogOdds {
    LogOdds::from_probability(Permille::clamped(match word {
        Confidence::None => 100,
        Confidence::Low => 325,
        Confidence::Moderate => 600,
        Confidence::High => 850,
        Confidence::NearCertain => 975,
    }))
}

/// Whether an order is for those alone who are cleared: one carried out in secret, or one that says what only they know.
pub fn is_secret(rules: &Rulebook, order: &Order) -> bool {
    let is_dark = |card| {
        let mechanic = rules.play(card).map(|play| &play.mechanic);
        matches!(mechanic, Some(Mechanic::Covert(_) | Mechanic::Support(_) | Mechanic::Tolerate))
    };
    let terms = &order.terms;
    terms.operation.is_some() || terms.evidence.is_some() || matches!(order.act, Act::Move(card) if is_dark(card))
}
