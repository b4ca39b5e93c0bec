//! Effects: the only way the world changes.
//!
//! Systems propose effects in `resolve`; `settle` sorts them and applies them. The list is closed: a new variant wants a
//! decision note, an arm in `settle.rs`, and usually an event. Working types, never written anywhere.

use bevy::ecs::prelude::Resource;

use crate::base::StateSet;
use crate::base::id::{
    ActorId, AssetId, EvidenceId, IncidentId, MeasureId, OperationId, ResolutionId, StateId, UndertakingId, WrongId,
};
use crate::base::{Percent, Points};
use crate::sim::council::{Resolution, ResolutionStatus};
use crate::sim::custom::{Doctrine, Stance};
use crate::sim::docket::OrderIx;
use crate::sim::event::What;
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Detail, Evidence, Question};
use crate::sim::legal::{Claim, ClaimStep};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::Ballot;
use crate::sim::polity::{Actor, ActorStanding, ControlLink, Function, Gauge, StateSupport};
use crate::sim::relations::{Expulsion, Note, Relations, Sided, TieGauge, Treaties, Undertaking, UndertakingStatus};

/// One change of the world.
///
/// Within a phase effects are applied in the order of this list, then by subject, then by cause. Numbers on the same gauge
/// add up and are clamped once. Where two proposals contest one thing, the later word of its list wins (words run from
/// mild to grave), unless the variant says otherwise. New rows carry the id `Row::NEW` and are numbered when applied, so
/// what refers to them is proposed in a later phase.
#[expect(missing_docs, reason = "each variant's sentence speaks of its fields by name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// A state uses up attention.
    Spend { state: StateId, points: Points },
    /// Every state gets its attention back, and pressure eases by so many thousandths.
    Rest { pressure: i32 },
    /// A gauge of a state moves.
    Shift { state: StateId, gauge: Gauge, by: i32 },
    /// Tension eases by so many thousandths on every tie.
    Calm { tension: i32 },
    /// A gauge of a tie moves; where there is no tie, nothing does. Build it with [`Effect::bend`].
    Bend { pair: Sided<StateId>, gauge: TieGauge, by: i32 },
    /// Relations of a pair become at least as bad as this.
    Worsen { pair: Sided<StateId>, relations: Relations },
    /// Relations of a pair become at best this.
    Mend { pair: Sided<StateId>, relations: Relations },
    /// A pair binds itself by treaties.
    Agree { pair: Sided<StateId>, treaties: Treaties },
    /// Treaties of a pair are ended.
    Denounce { pair: Sided<StateId>, treaties: Treaties },
    /// A pair moves to a step of the ladder.
    Step { pair: Sided<StateId>, step: u8 },
    /// Work on an asset's protection begins.
    Fortify { asset: AssetId, by: i32 },
    /// An asset's protection moves; what was being built is built by so much.
    Harden { asset: AssetId, by: i32 },
    /// An asset works no better than this.
    Break { asset: AssetId, function: Function },
    /// An asset works no worse than this.
    Restore { asset: AssetId, function: Function },
    /// An actor's link to a sponsor changes.
    Sponsor { actor: ActorId, sponsor: Option<StateId>, control: ControlLink, support: StateSupport },
    /// A state's tools come into the hands of an actor, and make it better by so many thousandths.
    Leak { actor: ActorId, of: StateId, by: i32 },
    /// An actor is slowed or shut down.
    Curb { actor: ActorId, standing: ActorStanding },
    /// An actor appears.
    Emerge(Actor),
    /// An operation begins.
    Begin(Operation),
    /// An operation reaches a stage.
    Progress { operation: OperationId, stage: Stage },
    /// Something happens to a state, in truth.
    Occur(Incident),
    /// The victim notices.
    Notice { incident: IncidentId },
    /// Others learn of an incident.
    Learn { incident: IncidentId, who: StateSet },
    /// An incident is over.
    Cease { incident: IncidentId },
    /// An item of evidence comes into a state's hands.
    File(Evidence),
    /// An item of evidence is made public.
    Disclose { evidence: EvidenceId, detail: Detail },
    /// A belief moves by thousandths of log-odds.
    Weigh { holder: StateId, incident: IncidentId, question: Question, by: i32 },
    /// A claim is raised.
    Raise(Claim),
    /// A step is taken on a claim.
    Advance { claim: WrongId, step: ClaimStep },
    /// A measure is imposed.
    Impose(Measure),
    /// A measure changes status.
    Alter { measure: MeasureId, status: MeasureStatus },
    /// A measure keeps only this share of its strength.
    Narrow { measure: MeasureId, to: Percent },
    /// A word is given.
    Pledge(Undertaking),
    /// In truth a state does what a word asks for. What that comes to is told when the word is held against it.
    Perform { undertaking: UndertakingId, by: StateId },
    /// In truth a state breaks a word that binds it.
    Breach { undertaking: UndertakingId, by: StateId },
    /// A state comes to hold a word given to it for broken.
    Doubt { undertaking: UndertakingId, who: StateId },
    /// What became of a word given.
    Resolve { undertaking: UndertakingId, status: UndertakingStatus },
    /// A draft is tabled.
    Table(Resolution),
    /// A state votes on a draft.
    Cast { resolution: ResolutionId, state: StateId, ballot: Ballot },
    /// A draft is decided.
    Decide { resolution: ResolutionId, status: ResolutionStatus },
    /// A note is delivered.
    Deliver(Note),
    /// A decision is ended by a later one.
    Lapse { resolution: ResolutionId },
    /// Diplomats are sent home.
    Expel(Expulsion),
    /// A State or a court takes a stance on how a norm is to be read: its last one on that norm.
    Profess(Stance),
    /// A reading comes to stand otherwise.
    Crystallise(Doctrine),
    /// Nothing changes, but something is worth telling.
    Tell { what: What, audience: StateSet },
}

impl Effect {
    /// Moves a gauge of the tie between two states, in whichever order they are named.
    pub fn bend(one: StateId, other: StateId, gauge: TieGauge, by: i32) -> Self {
        Self::Bend { pair: pair(one, other), gauge, by }
    }
}

/// Two states in the order in which ties are kept.
pub fn pair(one: StateId, other: StateId) -> Sided<StateId> {
    Sided { low: one.min(other), high: one.max(other) }
}

/// Why something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// An order of this turn's docket.
    Order(OrderIx),
    /// An operation.
    Operation(OperationId),
    /// An incident.
    Incident(IncidentId),
    /// An item of evidence.
    Evidence(EvidenceId),
    /// A measure in force.
    Measure(MeasureId),
    /// A word given.
    Undertaking(UndertakingId),
    /// A claim.
    Claim(WrongId),
    /// A draft resolution.
    Resolution(ResolutionId),
    /// The passing of time. Gauges moved by it make no event.
    Drift,
    /// The facilitator of a class.
    WhiteCell,
}

/// An effect and why it is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposal {
    /// The change.
    pub effect: Effect,
    /// Its cause.
    pub cause: Cause,
}

/// Where `resolve` systems put what they propose. The order of entries means nothing.
#[derive(Resource, Debug, Default)]
pub struct Outbox {
    pub(super) proposals: Vec<Proposal>,
}

impl Outbox {
    /// Proposes an effect.
    pub fn propose(&mut self, cause: Cause, effect: Effect) {
        self.proposals.push(Proposal { effect, cause });
    }
}
