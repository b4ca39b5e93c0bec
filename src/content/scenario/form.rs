//! The form in which people write scenarios: things are named by slugs, what is usual may be left out, and what follows
//! from something else (a tie's step, the gravity of an incident, beliefs from evidence) is not written at all.
//!
//! `scenarios/first-note.ron` is the example to copy. Numbers of the kind "share" are thousandths, days are counted from the first
//! morning (history is negative).

use serde::Deserialize;

use crate::base::{Permille, Points};
use crate::sim::incidents::Harm;
use crate::sim::knowledge::{Confidence, Detail, EvidenceKind};
use crate::sim::legal::{ClaimStatus, Forum, Reparation};
use crate::sim::operations::{Basis, MeasurePurpose, Method, Stage};
use crate::sim::order::Level;
use crate::sim::polity::{
    ActorKind, ActorStanding, ControlLink, CouncilSeat, Designation, Function, Sector, StateSupport,
};
use crate::sim::relations::{Alliance, NoteKind, Relations, Treaties, UndertakingKind, UndertakingStatus};

/// A briefing at two reading levels: file names beside the scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    pub(super) plain: String,
    pub(super) full: String,
}

/// What makes a scenario a lesson.
#[derive(Debug, Deserialize)]
#[serde(rename = "Lesson", deny_unknown_fields)]
pub(super) struct LessonForm {
    pub(super) minutes: u16,
    pub(super) law: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "State", deny_unknown_fields)]
pub(super) struct StateForm {
    #[serde(rename = "id")]
    _id: String,
    pub(super) name: String,
    pub(super) adjective: String,
    pub(super) code: String,
    pub(super) about: String,
    /// One of the profiles of `assets/law/profiles.ron`.
    pub(super) profile: String,
    /// One of the tempers of `assets/agents`.
    pub(super) temper: String,
    #[serde(default)]
    pub(super) council: CouncilSeat,
    /// Whether it is a member of the scenario's regional body.
    #[serde(default)]
    pub(super) region: bool,
    pub(super) cyber_offence: Permille,
    pub(super) cyber_defence: Permille,
    pub(super) intelligence: Permille,
    pub(super) forensics: Permille,
    pub(super) diplomacy: Permille,
    pub(super) economy: Permille,
    pub(super) conventional: Permille,
    pub(super) resolve: Permille,
    #[serde(default)]
    pub(super) pressure: Permille,
    pub(super) legitimacy: Permille,
    #[serde(default)]
    pub(super) oversight: Permille,
    /// Points of attention each turn.
    pub(super) attention: Points,
    #[serde(default)]
    pub(super) wants: Vec<(GoalForm, Permille)>,
    #[serde(default)]
    pub(super) red_lines: Vec<LineForm>,
    #[serde(default)]
    pub(super) briefing: Option<Texts>,
}

/// What a state wants; things are named by slug.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum GoalForm {
    CalmWith(String),
    FriendshipWith(String),
    Legitimacy,
    QuietAtHome,
    Prosperity,
    Protect(Sector),
    KnowTheAuthor(String),
    Deny(String),
    EndOf(String),
    Weaken(String),
    Relief,
    ActorAtWork(String),
    ActorShutDown(String),
    InsightInto(String),
}

/// What a state will not bear.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum LineForm {
    Sector(Sector, Confidence),
    Asset(String),
    Casualties,
    PublicAccusation,
    Step(u8),
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Tie", deny_unknown_fields)]
pub(super) struct TieForm {
    pub(super) between: (String, String),
    /// How the first feels about the second, and the second about the first.
    pub(super) warmth: (Permille, Permille),
    #[serde(default)]
    pub(super) tension: Permille,
    #[serde(default)]
    pub(super) trade: Permille,
    #[serde(default)]
    pub(super) relations: Relations,
    #[serde(default)]
    pub(super) alliance: Alliance,
    #[serde(default)]
    pub(super) treaties: Treaties,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Asset", deny_unknown_fields)]
pub(super) struct AssetForm {
    #[serde(rename = "id")]
    _id: String,
    pub(super) name: String,
    pub(super) owner: String,
    /// Where it stands; the owner's own territory unless said otherwise.
    #[serde(default)]
    pub(super) host: Option<String>,
    pub(super) sector: Sector,
    pub(super) exposure: Permille,
    pub(super) hardening: Permille,
    /// In thousands of people.
    #[serde(default)]
    pub(super) population: u32,
    #[serde(default)]
    pub(super) function: Function,
    #[serde(default)]
    pub(super) designation: Designation,
    #[serde(default)]
    pub(super) nuclear_command: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Actor", deny_unknown_fields)]
pub(super) struct ActorForm {
    #[serde(rename = "id")]
    _id: String,
    /// In the common list only: a truth changes the actor, not its name.
    #[serde(default)]
    pub(super) name: Option<String>,
    pub(super) kind: ActorKind,
    pub(super) home: String,
    #[serde(default)]
    pub(super) sponsor: Option<String>,
    #[serde(default)]
    pub(super) control: ControlLink,
    #[serde(default)]
    pub(super) support: StateSupport,
    #[serde(default)]
    pub(super) leans_to: Option<String>,
    pub(super) capability: Permille,
    #[serde(default)]
    pub(super) standing: ActorStanding,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PartyForm {
    State(String),
    Actor(String),
}

/// Who knows: everybody, or a list of states.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Known {
    Everybody,
    Only(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Operation", deny_unknown_fields)]
pub(super) struct OperationForm {
    #[serde(rename = "id")]
    _id: String,
    pub(super) author: PartyForm,
    #[serde(default)]
    pub(super) hand: Option<String>,
    /// The move it is.
    pub(super) card: String,
    pub(super) target: String,
    #[serde(default)]
    pub(super) asset: Option<String>,
    #[serde(default)]
    pub(super) via: Option<String>,
    #[serde(default)]
    pub(super) false_flag: Option<String>,
    #[serde(default)]
    pub(super) method: Method,
    #[serde(default)]
    pub(super) level: Level,
    pub(super) stage: Stage,
    pub(super) began: i32,
    /// The day it can act; the day it began unless said otherwise.
    #[serde(default)]
    pub(super) ready: Option<i32>,
    pub(super) ends: i32,
    /// What it is meant to do; what its card says for the level unless said otherwise.
    #[serde(default)]
    pub(super) harm: Option<Harm>,
    #[serde(default)]
    pub(super) basis: Basis,
    #[serde(default)]
    pub(super) purpose: MeasurePurpose,
    #[serde(default)]
    pub(super) about: Option<String>,
    /// Who else knows of it, besides a state that is its author.
    #[serde(default)]
    pub(super) known_to: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Incident", deny_unknown_fields)]
pub(super) struct IncidentForm {
    #[serde(rename = "id")]
    _id: String,
    /// In the common list only.
    #[serde(default)]
    pub(super) name: Option<String>,
    pub(super) victim: String,
    #[serde(default)]
    pub(super) asset: Option<String>,
    #[serde(default)]
    pub(super) operation: Option<String>,
    /// The move it looks like.
    pub(super) card: String,
    pub(super) harm: Harm,
    pub(super) began: i32,
    #[serde(default)]
    pub(super) noticed: Option<i32>,
    #[serde(default)]
    pub(super) ceased: Option<i32>,
    pub(super) known_to: Known,
    #[serde(default)]
    pub(super) transit: Option<String>,
}

/// A proposition about an incident.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum QuestionForm {
    Author(String),
    NonState,
    Link(String, ControlLink),
    Harbours(String),
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Evidence", deny_unknown_fields)]
pub(super) struct EvidenceForm {
    pub(super) incident: String,
    pub(super) holder: String,
    #[serde(default)]
    pub(super) from: Option<String>,
    pub(super) kind: EvidenceKind,
    pub(super) bears_on: QuestionForm,
    /// Thousandths of log-odds; what such a trace is usually worth unless said otherwise.
    #[serde(default)]
    pub(super) weight: Option<i32>,
    #[serde(default)]
    pub(super) reliability: Option<Permille>,
    #[serde(default)]
    pub(super) fabricated: bool,
    pub(super) found: i32,
    #[serde(default)]
    pub(super) detail: Option<Detail>,
    #[serde(default)]
    pub(super) disclosed: Detail,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Belief", deny_unknown_fields)]
pub(super) struct BeliefForm {
    pub(super) holder: String,
    pub(super) incident: String,
    pub(super) question: QuestionForm,
    /// How likely it is held to be.
    pub(super) likely: Permille,
}

/// What an undertaking says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ContentForm {
    Talks,
    CeaseOperations,
    LiftMeasure(String),
    Reparation,
    Assistance,
    SuppressAtHome,
    ShareEvidence,
    Permit(String),
    Inquiry,
    Relations,
    Channel,
    Moratorium(Sector),
    InformationSharing,
    Verification,
    JointExercise,
    Registry,
    FactFinding,
    ClaimsCommission,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Undertaking", deny_unknown_fields)]
pub(super) struct UndertakingForm {
    pub(super) kind: UndertakingKind,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) content: ContentForm,
    #[serde(default)]
    pub(super) incident: Option<String>,
    #[serde(default)]
    pub(super) claim: Option<String>,
    pub(super) made: i32,
    #[serde(default)]
    pub(super) due: Option<i32>,
    #[serde(default)]
    pub(super) status: UndertakingStatus,
    /// The two of them unless said otherwise.
    #[serde(default)]
    pub(super) known_to: Option<Known>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Measure", deny_unknown_fields)]
pub(super) struct MeasureForm {
    #[serde(rename = "id")]
    _id: String,
    pub(super) by: String,
    pub(super) against: String,
    pub(super) card: String,
    #[serde(default)]
    pub(super) sector: Sector,
    #[serde(default)]
    pub(super) basis: Basis,
    #[serde(default)]
    pub(super) purpose: MeasurePurpose,
    #[serde(default)]
    pub(super) about: Option<String>,
    #[serde(default)]
    pub(super) answers: Option<String>,
    #[serde(default)]
    pub(super) departs_from: Treaties,
    pub(super) began: i32,
    /// The day it ends by its own term.
    #[serde(default)]
    pub(super) until: Option<i32>,
    #[serde(default)]
    pub(super) level: Level,
    pub(super) strength: Permille,
    #[serde(default)]
    pub(super) reversible: bool,
    /// Everybody unless said otherwise.
    #[serde(default)]
    pub(super) known_to: Option<Known>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Claim", deny_unknown_fields)]
pub(super) struct ClaimForm {
    #[serde(rename = "id")]
    _id: String,
    pub(super) claimant: String,
    pub(super) respondent: String,
    #[serde(default)]
    pub(super) incident: Option<String>,
    #[serde(default)]
    pub(super) measure: Option<String>,
    /// The norm invoked.
    #[serde(default)]
    pub(super) norm: Option<String>,
    pub(super) raised: i32,
    #[serde(default)]
    pub(super) demanded: Option<i32>,
    #[serde(default)]
    pub(super) notified: Option<i32>,
    #[serde(default)]
    pub(super) negotiation_offered: Option<i32>,
    #[serde(default)]
    pub(super) ceased_seen: Option<i32>,
    #[serde(default)]
    pub(super) reparation: Reparation,
    #[serde(default)]
    pub(super) assured: Option<i32>,
    #[serde(default)]
    pub(super) forum: Forum,
    #[serde(default)]
    pub(super) status: ClaimStatus,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Note", deny_unknown_fields)]
pub(super) struct NoteForm {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: NoteKind,
    #[serde(default)]
    pub(super) about: Option<String>,
    #[serde(default)]
    pub(super) claim: Option<String>,
    pub(super) day: i32,
    /// The two of them unless said otherwise.
    #[serde(default)]
    pub(super) known_to: Option<Known>,
}
