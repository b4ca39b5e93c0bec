//! Mandates: how far whoever plays a seat may go, from free to no further than an answer. Each is within the one before, so
//! that a narrower mandate never allows what a wider one forbids.

use serde::{Deserialize, Serialize};

use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, FollowUp};
use crate::sim::rulebook::Rulebook;

/// How far an agent may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mandate {
    /// As its temper sees fit.
    #[default]
    Free,
    /// Nothing hotter than a démarche: no threat, no measure, nothing covert.
    Calm,
    /// Of that only words and help to others: notes, offers, findings shared, cases brought, harm made good.
    Diplomacy,
    /// Of that only answers to what is waiting: accusations, offers, requests, votes.
    Answers,
}

/// How hot an act may be that raises no tension, in tenths: a démarche, no more. Source: judgement, as for suggestions.
const MILD: i16 = -15;

impl Mandate {
    /// Every mandate, the widest first.
    pub const ALL: [Self; 4] = [Self::Free, Self::Calm, Self::Diplomacy, Self::Answers];

    /// Whether an act is within it.
    pub fn allows(self, rules: &Rulebook, act: Act) -> bool {
        match self {
            Self::Free => true,
            Self::Calm => is_calm(rules, act),
            Self::Diplomacy => is_calm(rules, act) && is_diplomacy(rules, act),
            Self::Answers => is_calm(rules, act) && is_answer(act),
        }
    }
}

fn is_calm(rules: &Rulebook, act: Act) -> bool {
    let is_threat = matches!(act, Act::Follow(FollowUp::ThreatenMeasure | FollowUp::Denounce));
    let is_dark = matches!(
        mechanic(rules, act),
        Some(Mechanic::Covert(_) | Mechanic::Support(_) | Mechanic::Coerce(_) | Mechanic::Tolerate)
    );
    !is_threat && !is_dark && rules.law.act(act).esc >= MILD
}

fn is_diplomacy(rules: &Rulebook, act: Act) -> bool {
    let Some(mechanic) = mechanic(rules, act) else { return matches!(act, Act::Follow(_)) };
    matches!(
        mechanic,
        Mechanic::Speak(_) | Mechanic::Share(_) | Mechanic::Assist(_) | Mechanic::Repair(_) | Mechanic::Proceed(_)
    )
}

const fn is_answer(act: Act) -> bool {
    matches!(
        act,
        Act::Follow(
            FollowUp::Answer(_)
                | FollowUp::Accept
                | FollowUp::Reject
                | FollowUp::Counter
                | FollowUp::GiveConsent
                | FollowUp::Vote(_)
                | FollowUp::Conclude
        )
    )
}

fn mechanic(rules: &Rulebook, act: Act) -> Option<&Mechanic> {
    let Act::Move(card) = act else { return None };
    rules.play(card).map(|play| &play.mechanic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::card::MoveId;
    use crate::sim::fixture;
    use crate::view::FOLLOW_UPS;

    #[test]
    fn each_mandate_is_within_the_one_before() {
        let rules = fixture::rules();
        let moves = (0..rules.cards.len()).map(|place| Act::Move(MoveId(place as u8)));
        let all: Vec<Act> = moves.chain(FOLLOW_UPS.map(Act::Follow)).collect();
        for pair in Mandate::ALL.windows(2) {
            let (wide, narrow) = (pair[0], pair[1]);
            assert!(all.iter().all(|act| wide.allows(&rules, *act) || !narrow.allows(&rules, *act)), "{narrow:?}");
            assert!(all.iter().any(|act| wide.allows(&rules, *act) && !narrow.allows(&rules, *act)), "{narrow:?}");
        }
        let allows = |mandate: Mandate, card: &str| mandate.allows(&rules, Act::Move(rules.find(card).unwrap()));
        assert!(allows(Mandate::Calm, "investigate") && !allows(Mandate::Diplomacy, "investigate"));
        assert!(allows(Mandate::Diplomacy, "demarche") && !allows(Mandate::Answers, "demarche"));
        for card in ["armed-force", "ddos", "spy-remote", "expel-diplomats", "tolerate-use", "threaten-force"] {
            assert!(allows(Mandate::Free, card) && !allows(Mandate::Calm, card), "{card}");
        }
        assert!(Mandate::Answers.allows(&rules, Act::Follow(FollowUp::Accept)));
        assert!(!Mandate::Calm.allows(&rules, Act::Follow(FollowUp::ThreatenMeasure)));
    }
}
