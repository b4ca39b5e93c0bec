//! A scenario: the opening situation, its hidden truths, and what each state wants. Plain data; reading and checking files
//! is `content`'s work.

use serde::{Deserialize, Serialize};

use crate::base::id::{ActorId, AssetId, IncidentId, OperationId, StateId};
use crate::base::{Chance, Permille, Turn};
use crate::sim::knowledge::Confidence;
use crate::sim::polity::Sector;
use crate::sim::situation::{Changes, Situation};
use crate::sim::turn::purpose;

/// One scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Slug, equal to the file's name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What students should be able to do afterwards.
    pub aim: String,
    /// Names of everything in it.
    pub cast: Cast,
    /// How many turns it lasts; the length of each is the opening situation's span.
    pub turns: u16,
    /// The year by which the law is read.
    pub as_of: u16,
    /// The world on the first morning, as far as all truths agree.
    pub opening: Situation,
    /// The hidden truths, of which one is drawn by seed; none means that the opening is all there is.
    #[serde(default)]
    pub truths: Vec<Truth>,
    /// What each state wants.
    #[serde(default)]
    pub interests: Vec<Interest>,
    /// What each state will not bear.
    #[serde(default)]
    pub red_lines: Vec<RedLine>,
    /// The temper of the agent that plays a state when nobody else does, by slug.
    #[serde(default)]
    pub tempers: Vec<(StateId, String)>,
    /// Briefings beside the scenario, by state: file names without folder.
    #[serde(default)]
    pub briefings: Vec<Briefing>,
    /// The state a person plays alone.
    pub solo: StateId,
}

/// Names, each list by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// States.
    pub states: Vec<Named>,
    /// Assets, as a noun phrase without article.
    #[serde(default)]
    pub assets: Vec<String>,
    /// Other actors.
    #[serde(default)]
    pub actors: Vec<String>,
    /// Incidents that are part of the opening.
    #[serde(default)]
    pub incidents: Vec<String>,
    /// The regional body, with its article.
    #[serde(default)]
    pub region: Option<String>,
}

/// A state's names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Its short name.
    pub name: String,
    /// Its adjective.
    pub adjective: String,
    /// Three capital letters.
    pub code: String,
    /// One sentence on what it is like.
    pub about: String,
}

/// A briefing at two reading levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Briefing {
    /// For whom; `None` for everybody.
    pub state: Option<StateId>,
    /// The file in plain words.
    pub plain: String,
    /// The full file.
    pub full: String,
}

/// One way things may really be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Truth {
    /// Slug.
    pub id: String,
    /// How often it is drawn, in parts.
    pub weight: u32,
    /// What really happened, for the debrief.
    pub text: String,
    /// Whole rows that replace those of the opening, or come after them.
    pub changes: Changes,
}

/// Something a state wants, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// Who wants it.
    pub state: StateId,
    /// What.
    pub goal: Goal,
    /// How much, against its other wants.
    pub weight: Permille,
}

/// What a state can want; each can be measured in a situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Little tension with another state.
    CalmWith(StateId),
    /// Much trade and warmth with another state.
    FriendshipWith(StateId),
    /// To be thought well of.
    Legitimacy,
    /// A quiet public at home.
    QuietAtHome,
    /// Its economy.
    Prosperity,
    /// Its assets of a sector whole.
    Protect(Sector),
    /// To know who is behind an incident.
    KnowTheAuthor(IncidentId),
    /// That others do not come to know an operation is its own.
    Deny(OperationId),
    /// That an incident ends.
    EndOf(IncidentId),
    /// That another state is weaker or worse thought of.
    Weaken(StateId),
    /// That measures against it are lifted.
    Relief,
    /// That an actor is left alone, or shut down.
    ActorAtWork(ActorId),
    /// The same, shut down.
    ActorShutDown(ActorId),
    /// Intelligence on another state.
    InsightInto(StateId),
}

/// What a state will not bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedLine {
    /// Whose line.
    pub state: StateId,
    /// What crosses it.
    pub line: Line,
}

/// What crosses a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Harm to a sector of its own that it lays at a state's door with this confidence.
    Sector(Sector, Confidence),
    /// Harm to one asset.
    Asset(AssetId),
    /// Anybody killed.
    Casualties,
    /// An accusation in public.
    PublicAccusation,
    /// A pair of its ties reaching this step of the ladder.
    Step(u8),
}

/// The situation a scenario opens with, and which truth it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The world on the first morning.
    pub situation: Situation,
    /// The truth drawn, as a place in the scenario's list.
    pub truth: Option<usize>,
}

impl Scenario {
    /// The opening for a seed: one truth is drawn by weight and laid over the common rows.
    pub fn open(&self, seed: u64) -> Opening {
        let weights: Vec<u32> = self.truths.iter().map(|truth| truth.weight).collect();
        let truth = Chance::new(seed).draw(Turn(0), purpose::TRUTH, [0; 3]).weighted(&weights);
        Opening { situation: truth.map_or_else(|| self.opening.clone(), |drawn| self.under(drawn)), truth }
    }

    /// The opening under one of the truths, by its place.
    pub fn under(&self, truth: usize) -> Situation {
        let mut situation = self.opening.clone();
        situation.change(&self.truths[truth].changes);
        situation
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fixture;
    use crate::sim::polity::Asset;

    #[test]
    fn every_truth_is_drawn_and_lays_its_rows_over_the_opening() {
        let ring = fixture::ring(3);
        let changed = Asset { population: 77, ..ring.assets[1] };
        let added = Asset { id: AssetId(3), ..ring.assets[0] };
        let truth = |id: &str, changes| Truth { id: id.into(), weight: 1, text: String::new(), changes };
        let scenario = Scenario {
            id: "ring".into(),
            title: String::new(),
            aim: String::new(),
            cast: Cast::default(),
            turns: 3,
            as_of: 2025,
            opening: ring.clone(),
            truths: vec![
                truth("plain", Changes::default()),
                truth("other", Changes { assets: vec![changed, added], ..Changes::default() }),
            ],
            interests: vec![],
            red_lines: vec![],
            tempers: vec![],
            briefings: vec![],
            solo: StateId(0),
        };
        let openings: Vec<Opening> = (0..40).map(|seed| scenario.open(seed)).collect();
        let plain = openings.iter().find(|opening| opening.truth == Some(0)).unwrap();
        let other = openings.iter().find(|opening| opening.truth == Some(1)).unwrap();
        assert_eq!(plain.situation, ring);
        assert_eq!(other.situation.assets[1].population, 77);
        assert_eq!(other.situation.assets.len(), 4);
        assert!(other.situation.misnumbered().is_empty());
    }
}
