//! What a delegation is made of: its offices, the rule by which it sends orders, and what each office answers for, which is
//! read from `assets/offices.ron`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::content::assets;
use crate::content::mistake::{Mistakes, Source};
use crate::law::flaw::closest;
use crate::sim::card::Card;
use crate::sim::order::FollowUp;

/// What a person is in a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Reads everything of the State's, proposes everything, and is asked first.
    Head,
    /// Reads everything of the State's and proposes everything: whoever has no office of their own.
    Adviser,
    /// Sits in no State: sees what is public and what it is told, and publishes.
    Press,
    /// Speaks to other States.
    ForeignMinister,
    /// Reads every card in full, and can hold a draft.
    LegalAdviser,
    /// Keeps the secrets: evidence and secret operations.
    IntelligenceChief,
    /// Sanctions, and the economy's defences.
    EconomyMinister,
    /// Speaks to the public at home and abroad.
    PressOfficer,
    /// The armed forces.
    DefenceMinister,
}

impl Office {
    /// As journals, programs and locale files name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Adviser => "adviser",
            Self::Press => "press",
            Self::ForeignMinister => "foreign_minister",
            Self::LegalAdviser => "legal_adviser",
            Self::IntelligenceChief => "intelligence_chief",
            Self::EconomyMinister => "economy_minister",
            Self::PressOfficer => "press_officer",
            Self::DefenceMinister => "defence_minister",
        }
    }

    /// Whether it is one of those that a host deals: the head is whoever comes first, and the others have none.
    pub const fn is_dealt(self) -> bool {
        !matches!(self, Self::Head | Self::Adviser | Self::Press)
    }
}

/// Who has to approve an order before it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    /// The head decides.
    #[default]
    Head,
    /// Two of three of the delegation, whoever they are.
    TwoOfThree,
    /// Any one of the delegation, each for what falls to their office.
    Anyone,
}

impl Approval {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::Head, Self::TwoOfThree, Self::Anyone];

    /// As journals and locale files name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::TwoOfThree => "two_of_three",
            Self::Anyone => "anyone",
        }
    }
}

/// How a scenario wants its delegations made up; a host can say otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delegations {
    /// Who has to approve an order at first.
    pub approval: Approval,
    /// The offices that are dealt after the head; `None` if as many as students sit in a State.
    pub offices: Option<Vec<Office>>,
}

/// What an office answers for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remit {
    /// Which office.
    pub office: Office,
    /// The families of moves that it proposes.
    pub families: Vec<String>,
    /// The acts on things that exist that it proposes.
    #[serde(default)]
    pub follow_ups: Vec<String>,
    /// Whether it sees secret operations, and evidence that was not made public.
    #[serde(default)]
    pub is_cleared: bool,
    /// Whether those who are not cleared see neither while somebody is in it.
    #[serde(default)]
    pub keeps_secrets: bool,
    /// Whether its objection holds a draft until the head approves, and whoever sends it then has to say why.
    #[serde(default)]
    pub may_hold: bool,
}

/// The remits that travel with the program, in the order in which offices are dealt after the head.
pub fn embedded() -> &'static [Remit] {
    static REMITS: LazyLock<Vec<Remit>> = LazyLock::new(|| file().ron().unwrap_or_default());
    &REMITS
}

/// The file they stand in.
pub fn file() -> Source {
    assets::file("offices.ron")
}

/// Reads remits for a deck of cards.
///
/// # Errors
/// If a family, a follow-up act or an office is none, or an office stands there twice.
pub fn read(file: &Source, cards: &[Card]) -> Result<Vec<Remit>, Mistakes> {
    let remits: Vec<Remit> = file.ron()?;
    let mut mistakes = Vec::new();
    let mut unknown = |what: &str, named: &str, all: &mut dyn Iterator<Item = &str>| {
        let near = closest(named, all).map(|near| format!("did you mean `{near}`?"));
        let span = file.quoted(named, 0).unwrap_or(0..0);
        mistakes.push(file.mistake(span, format!("there is no {what} `{named}`")).help(near));
    };
    for remit in &remits {
        for family in remit.families.iter().filter(|family| !cards.iter().any(|card| card.family == **family)) {
            unknown("family of moves", family, &mut cards.iter().map(|card| card.family.as_str()));
        }
        for act in remit.follow_ups.iter().filter(|act| !FollowUp::SLUGS.contains(&act.as_str())) {
            unknown("follow-up act", act, &mut FollowUp::SLUGS.iter().copied());
        }
    }
    for (at, remit) in remits.iter().enumerate() {
        if !remit.office.is_dealt() || remits[..at].iter().any(|other| other.office == remit.office) {
            mistakes.push(
                file.mistake(
                    0..0,
                    format!("the office of remit {} is none to be dealt, or stands there twice", at + 1),
                ),
            );
        }
    }
    if mistakes.is_empty() { Ok(remits) } else { Err(Mistakes(mistakes)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture;

    #[test]
    fn the_remits_of_the_program_name_what_there_is_and_others_are_told_of() {
        let rules = fixture::rules();
        let remits = read(&file(), &rules.cards).unwrap();
        assert_eq!(remits, embedded());
        assert_eq!(remits.iter().filter(|remit| remit.keeps_secrets).count(), 1);
        assert_eq!(remits.iter().filter(|remit| remit.may_hold).count(), 1);
        // Every move has an office that answers for it: nothing is left over in a full delegation.
        let answered = |card: &Card| remits.iter().any(|remit| remit.families.contains(&card.family));
        assert!(rules.cards.iter().all(answered));
        assert!(
            FollowUp::SLUGS
                .iter()
                .all(|slug| remits.iter().any(|remit| remit.follow_ups.iter().any(|one| one == slug)))
        );
        let odd = Source::new(
            "offices.ron",
            "[(office: press_officer, families: [\"informaton\"], follow_ups: [\"rejct\"]), (office: head, families: [])]",
        );
        assert_eq!(read(&odd, &rules.cards).unwrap_err().0.len(), 3);
    }
}
