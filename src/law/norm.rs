//! Norms, macros, profiles and the gravity table, as written in `assets/law`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a test means when it comes out true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Kind {
    /// The elements of a breach are made out.
    Prohibition,
    /// A condition of the plea relied on is violated.
    Condition,
    /// The justification succeeds.
    Plea,
    /// The conduct counts as the State's own.
    Attribution,
    /// The situation reaches the threshold.
    Classification,
    /// A duty arising from the actor's own wrong is owed and not yet discharged.
    Consequence,
    /// An obstacle stands in the way of the claim.
    Procedural,
    /// The conduct is not covered by the freedom claimed.
    Permission,
    /// The evidence is too weak for what is being done.
    Evidence,
    /// A voluntary norm or political commitment is disregarded.
    Soft,
}

/// One norm.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Norm", deny_unknown_fields)]
pub struct NormSpec {
    /// Identifier, for ever.
    pub id: String,
    /// Its name in words.
    pub title: String,
    /// What its test means.
    pub kind: Kind,
    /// Treaty, custom, Charter, soft law …
    pub layer: String,
    /// How settled it is.
    pub status: String,
    /// Gravity of a breach, 0 to 100.
    pub weight: u8,
    /// Where it comes from; at least one.
    pub sources: Vec<String>,
    /// When it is raised at all.
    pub when: String,
    /// Its elements on the baseline reading.
    pub test: String,
    /// Rival readings; empty if there is only one.
    #[serde(default)]
    pub positions: Vec<PositionSpec>,
    /// Pleas that can preclude wrongfulness, by their short names.
    #[serde(default)]
    pub shields: Vec<String>,
    /// What the other side may do on a breach.
    #[serde(default)]
    pub opens: String,
    /// A remark for people.
    #[serde(default)]
    pub note: String,
    /// A plain sentence for each way it can come out.
    pub says: Says,
}

/// Plain sentences about a norm's test.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// The test is true.
    pub met: String,
    /// The test is false.
    pub failed: String,
    /// Facts are missing.
    pub open: String,
    /// What States disagree about; required where a norm has rival readings.
    #[serde(default)]
    pub contested: String,
}

/// A reading of a norm that States hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionSpec {
    /// Its name; shared names tie readings of several norms together in profiles.
    pub name: String,
    /// `baseline`, `substantial`, `minority`, or the latter two from a year: `substantial@2024`.
    pub standing: String,
    /// The elements on this reading; absent for the baseline, which is the norm's own test.
    #[serde(default)]
    pub test: Option<String>,
    /// The reading in a sentence.
    pub view: String,
    /// Who holds it; a tick marks a view checked against a published page.
    #[serde(default)]
    pub held_by: Vec<String>,
}

/// An abbreviation.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Macro", deny_unknown_fields)]
pub struct MacroSpec {
    /// With its `@`.
    pub name: String,
    /// The formula it stands for.
    pub means: String,
    /// The same in words.
    pub says: String,
}

/// A set of readings a State may hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Profile", deny_unknown_fields)]
pub struct ProfileSpec {
    /// Its name.
    pub name: String,
    /// Names of positions; each applies to every norm that has a position so called.
    pub holds: Vec<String>,
}

/// The gravity of an act, as points over its effect facts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename = "Gravity", deny_unknown_fields)]
pub struct GravitySpec {
    /// Fact, then value (or a least number for a whole-number fact) and points.
    pub rows: Vec<(String, BTreeMap<String, u8>)>,
    /// Facts whose truth adds points on top.
    pub additions: Vec<(String, u8)>,
    /// Added when a second row comes near the highest.
    pub crowded: u8,
    /// How near that is, in points.
    pub near: u8,
    /// Where the numbers come from.
    pub source: String,
}

/// How widely a reading is held in some year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Few States, but named.
    Minority,
    /// A sizeable body of States, or the experts themselves split.
    Substantial,
    /// The test itself.
    Baseline,
}

impl Standing {
    /// As written in the catalogue.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Minority => "minority",
            Self::Substantial => "substantial",
            Self::Baseline => "baseline",
        }
    }

    /// One step up; the test itself stands highest.
    #[must_use]
    pub const fn above(self) -> Self {
        match self {
            Self::Minority => Self::Substantial,
            Self::Substantial | Self::Baseline => Self::Baseline,
        }
    }
}

impl NormSpec {
    /// Whether its core is peremptory, so that contrary practice alone cannot loosen it.
    ///
    /// # Source
    /// VCLT 53: such a norm can be modified only by a later one of the same character.
    pub fn is_peremptory(&self) -> bool {
        self.layer.contains("jus cogens")
    }
}

/// A standing that may change in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedStanding {
    /// Before the year.
    pub before: Standing,
    /// The year, and the standing from then on.
    pub from: Option<(u16, Standing)>,
}

impl DatedStanding {
    /// A standing that no year changes.
    pub const fn always(standing: Standing) -> Self {
        Self { before: standing, from: None }
    }

    /// Reads `baseline`, `substantial`, `minority`, `substantial@YYYY` or `minority@YYYY`.
    pub fn read(text: &str) -> Option<Self> {
        let always = |standing| Some(Self::always(standing));
        let Some((word, year)) = text.split_once('@') else {
            return match text {
                "baseline" => always(Standing::Baseline),
                "substantial" => always(Standing::Substantial),
                "minority" => always(Standing::Minority),
                _ => None,
            };
        };
        let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
        match word {
            "substantial" => Some(Self { before: Standing::Minority, from: Some((year, Standing::Substantial)) }),
            "minority" => Some(Self { before: Standing::Substantial, from: Some((year, Standing::Minority)) }),
            _ => None,
        }
    }

    /// The standing in a year.
    pub const fn at(self, year: u16) -> Standing {
        match self.from {
            Some((from, standing)) if year >= from => standing,
            _ => self.before,
        }
    }
}

/// The pleas by the short names that `shields` uses.
pub const PLEAS: [(&str, &str); 7] = [
    ("consent", "arsiwa.20.consent"),
    ("countermeasure", "arsiwa.22.countermeasure"),
    ("self-defence", "charter.51.self-defence"),
    ("necessity", "arsiwa.25.necessity"),
    ("distress", "arsiwa.23-24"),
    ("council", "unsc.authorisation"),
    ("security", "trade.security-exception"),
];
