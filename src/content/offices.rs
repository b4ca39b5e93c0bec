//! Reads what each office of a delegation answers for: `assets/offices.ron`.

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
        let is_fixed = matches!(remit.office, Office::Head | Office::Adviser | Office::Press);
        if is_fixed || remits[..at].iter().any(|other| other.office == remit.office) {
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
