//! Events: what the log says happened. Every event has a phase, a day, a cause and an audience, so the log explains itself.
//!
//! Events are what journals keep and reports are made of. They tell truth: a view shows an event only to its audience, and
//! only with the cause if that state may know the cause too.

use bevy::ecs::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::id::{
    ActorId, AssetId, EvidenceId, ExpulsionId, IncidentId, MeasureId, NoteId, OperationId, ResolutionId, StateId,
    UndertakingId, WrongId,
};
use crate::base::{Day, StateSet};
use crate::law::Overall;
use crate::law::norm::Standing;
use crate::sim::council::ResolutionStatus;
use crate::sim::custom::{Form, Side, Tenet};
use crate::sim::docket::OrderIx;
use crate::sim::effect::Cause;
use crate::sim::knowledge::{Confidence, Question};
use crate::sim::legal::{ClaimStep, Matter};
use crate::sim::measures::MeasureStatus;
use crate::sim::operations::Stage;
use crate::sim::order::Ballot;
use crate::sim::polity::{ActorStanding, Function, Gauge, Party};
use crate::sim::relations::{Relations, Sided, TieGauge, UndertakingStatus};
use crate::sim::turn::Phase;
use crate::sim::words::words;

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// In which phase.
    pub phase: Phase,
    /// On which day the turn began.
    pub day: Day,
    /// Why.
    pub cause: Cause,
    /// Who may know of it; everybody means public.
    pub audience: StateSet,
    /// What.
    pub what: What,
}

/// What happened. A closed list: one line here, one sentence in `words`.
#[expect(missing_docs, reason = "each variant's sentence speaks of its fields by name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A gauge of a state was moved by so many thousandths.
    Shifted { state: StateId, gauge: Gauge, by: i32 },
    /// A gauge of a tie was moved by so many thousandths.
    Bent { pair: Sided<StateId>, gauge: TieGauge, by: i32 },
    /// A pair moved on the ladder.
    Stepped { pair: Sided<StateId>, from: u8, to: u8 },
    /// Diplomatic relations changed.
    RelationsChanged { pair: Sided<StateId>, from: Relations, to: Relations },
    /// Treaties were concluded.
    TreatiesAgreed { pair: Sided<StateId> },
    /// Treaties were ended.
    TreatiesDenounced { pair: Sided<StateId> },
    /// An asset works worse.
    AssetBroken { asset: AssetId, function: Function },
    /// An asset works again.
    AssetRestored { asset: AssetId, function: Function },
    /// An asset's protection moved.
    AssetHardened { asset: AssetId, by: i32 },
    /// An actor's link to a sponsor changed.
    ActorSponsored { actor: ActorId },
    /// In truth a state's tools came into the hands of an actor.
    ToolsLeaked { actor: ActorId, of: StateId },
    /// An actor was slowed or shut down, or appeared.
    ActorChanged { actor: ActorId, standing: ActorStanding },
    /// An operation was set going.
    OperationBegan { operation: OperationId },
    /// An operation reached a stage.
    OperationProgressed { operation: OperationId, stage: Stage },
    /// Something happened to a state, unnoticed as yet.
    IncidentOccurred { incident: IncidentId },
    /// The victim noticed.
    IncidentNoticed { incident: IncidentId },
    /// Others learnt of an incident.
    IncidentLearnt { incident: IncidentId },
    /// An incident was over.
    IncidentCeased { incident: IncidentId },
    /// An item of evidence was found or received.
    EvidenceFiled { evidence: EvidenceId, incident: IncidentId },
    /// An item of evidence was made public.
    EvidenceDisclosed { evidence: EvidenceId },
    /// A state's confidence in a proposition changed its word.
    ConfidenceChanged { holder: StateId, incident: IncidentId, question: Question, from: Confidence, to: Confidence },
    /// A claim was raised.
    ClaimRaised { claim: WrongId },
    /// A step was taken on a claim.
    ClaimAdvanced { claim: WrongId, step: ClaimStep },
    /// A measure was imposed.
    MeasureImposed { measure: MeasureId },
    /// A measure changed status.
    MeasureAltered { measure: MeasureId, status: MeasureStatus },
    /// A measure was narrowed.
    MeasureNarrowed { measure: MeasureId },
    /// A word was given.
    Pledged { undertaking: UndertakingId },
    /// In truth a state broke a word that bound it.
    WordBroken { undertaking: UndertakingId, by: StateId },
    /// A state came to hold a word given to it for broken.
    WordDoubted { undertaking: UndertakingId, who: StateId },
    /// What became of a word given.
    UndertakingResolved { undertaking: UndertakingId, status: UndertakingStatus },
    /// A draft was tabled.
    ResolutionTabled { resolution: ResolutionId },
    /// A state voted on a draft.
    Voted { resolution: ResolutionId, state: StateId, ballot: Ballot },
    /// A draft was decided.
    ResolutionDecided { resolution: ResolutionId, status: ResolutionStatus },
    /// A decision was ended by a later one.
    DecisionEnded { resolution: ResolutionId },
    /// The commission that a body had set up reported.
    Reported { resolution: ResolutionId },
    /// A State, or a court if it is nobody, took another stance on how a norm is to be read.
    PositionTaken { by: Option<StateId>, tenet: Tenet, form: Form, side: Side },
    /// A reading of a norm came to stand otherwise.
    StandingChanged { tenet: Tenet, from: Standing, to: Standing },
    /// A note was delivered.
    NoteDelivered { note: NoteId },
    /// Diplomats were sent home.
    DiplomatsExpelled { expulsion: ExpulsionId },
    /// The law's answer, on the truth.
    Ruled { matter: Matter, verdict: Overall },
    /// An accusation in public was shown to be wrong.
    Refuted { accuser: StateId, accused: StateId, incident: IncidentId },
    /// A state looked away from what is done from its territory.
    Tolerated { incident: IncidentId },
    /// Somebody outside warned a victim of what it had not noticed.
    Warned { by: Party, incident: IncidentId },
    /// A firm or a paper told the public of an incident, and whom it holds for the author, if it says so.
    Published { by: ActorId, incident: IncidentId, names: Option<Question> },
    /// In truth a firm kept a report to itself, since it pointed at those it lives on or with.
    Withheld { by: ActorId, incident: IncidentId },
    /// An operation went further than its author had meant.
    Escaped { operation: OperationId },
    /// An incident reached a third state.
    Spilled { operation: OperationId, onto: StateId },
    /// A state that was asked put its name to an order; to an accusation with this confidence of its own.
    Signed { order: OrderIx, state: StateId, confidence: Option<Confidence> },
    /// A state that was asked did not.
    Declined { order: OrderIx, state: StateId },
    /// Something happened between two states that nobody meant.
    Accident { pair: Sided<StateId>, talked_down: bool },
    /// Work began on an asset's protection.
    HardeningBegan { asset: AssetId, by: i32 },
    /// An order had no effect, and why.
    NoEffect { order: OrderIx, why: NoEffect },
    /// An operation had no effect, and why.
    OperationFailed { operation: OperationId, why: NoEffect },
}

words! {
    /// Why something had no effect.
    NoEffect {
        /// The target could not be entered.
        KeptOut,
        /// There was nothing left to find.
        NothingFound,
        /// It had ended before.
        AlreadyEnded,
        /// The other side took no notice.
        Ignored,
        /// As protected as can be.
        NothingToGain,
        /// It is not run from there.
        NotRunFromThere,
        /// Things stand there already.
        AlreadySo,
        /// No clause gives the court jurisdiction.
        NoJurisdiction,
        /// The court found the other State immune.
        Immune,
        /// None of those asked joined in.
        StoodAlone,
        /// Nothing was said.
        SaidNothing,
        /// Nothing is owed.
        NothingOwed,
        /// It was tried, and was not enough.
        NotEnough,
        /// The courts let it stand.
        Upheld,
    }
}

/// The log of the turn being played.
#[derive(Resource, Debug, Default)]
pub struct Log {
    pub(super) events: Vec<Event>,
}

impl Log {
    /// What has happened so far this turn, in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }
}
