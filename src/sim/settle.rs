//! Settling: the one place where the world changes.
//!
//! Proposals of a phase are sorted by effect, subject and cause, so the order in which systems ran can leave no trace.
//! Numbers on one gauge add up and are clamped once; contests are decided by the words' own order, never by who came first.

use std::collections::BTreeMap;
use std::mem;

use bevy::ecs::prelude::World;

use crate::base::id::{IncidentId, StanceId, StateId};
use crate::base::{Day, StateSet};
use crate::base::{LogOdds, Permille};
use crate::law::NormId;
use crate::sim::council::Resolution;
use crate::sim::custom::{Doctrine, Stance};
use crate::sim::effect::{Cause, Effect, Outbox, Proposal};
use crate::sim::event::{Event, Log, What};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Beliefs, Confidence, Evidence, Question};
use crate::sim::legal::{Claim, Forum};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::operations::Operation;
use crate::sim::polity::{Actor, Asset, Gauge, State};
use crate::sim::relations::{Expulsion, Sided, Tie, TieGauge, Ties, Undertaking, UndertakingStatus};
use crate::sim::rulebook::Rules;
use crate::sim::situation::{Kind as _, Roster, enter, row};
use crate::sim::turn::{Clock, Phase};

/// Applies everything proposed in a phase.
pub(super) fn settle(world: &mut World, phase: Phase) {
    let mut proposals = mem::take(&mut world.resource_mut::<Outbox>().proposals);
    if !proposals.is_empty() {
        proposals.sort_unstable();
        let events = mem::take(&mut world.resource_mut::<Log>().events);
        let day = world.resource::<Clock>().day;
        let mut desk = Desk { world, events, phase, day, voices: None };
        let mut rest = proposals.as_slice();
        while let Some((first, _)) = rest.split_first() {
            let together = rest.iter().take_while(|next| adds_to(&first.effect, &next.effect)).count().max(1);
            let (group, later) = rest.split_at(together);
            desk.apply(group);
            rest = later;
        }
        let Desk { world, events, .. } = desk;
        world.resource_mut::<Log>().events = events;
        proposals.clear();
    }
    world.resource_mut::<Outbox>().proposals = proposals;
}

/// Whether two neighbouring effects move one number and are therefore summed before it is clamped.
fn adds_to(first: &Effect, next: &Effect) -> bool {
    match (first, next) {
        (Effect::Spend { state: a, .. }, Effect::Spend { state: b, .. }) => a == b,
        (Effect::Shift { state: a, gauge: g, .. }, Effect::Shift { state: b, gauge: h, .. }) => (a, g) == (b, h),
        (Effect::Bend { pair: a, gauge: g, .. }, Effect::Bend { pair: b, gauge: h, .. }) => (a, g) == (b, h),
        (Effect::Fortify { asset: a, .. }, Effect::Fortify { asset: b, .. })
        | (Effect::Harden { asset: a, .. }, Effect::Harden { asset: b, .. }) => a == b,
        (
            Effect::Weigh { holder: a, incident: g, question, .. },
            Effect::Weigh { holder: b, incident: h, question: other, .. },
        ) => (a, g, question) == (b, h, other),
        _ => false,
    }
}

fn amount(effect: &Effect) -> i32 {
    match effect {
        Effect::Spend { points, .. } => *points,
        Effect::Shift { by, .. }
        | Effect::Bend { by, .. }
        | Effect::Fortify { by, .. }
        | Effect::Harden { by, .. }
        | Effect::Weigh { by, .. } => *by,
        _ => 0,
    }
}

struct Desk<'w> {
    world: &'w mut World,
    events: Vec<Event>,
    phase: Phase,
    day: Day,
    /// Who has spoken on which norm; looked up once in a phase in which somebody does.
    voices: Option<BTreeMap<(StateId, NormId), StanceId>>,
}

impl Desk<'_> {
    fn log(&mut self, cause: Cause, audience: StateSet, what: What) {
        self.events.push(Event { phase: self.phase, day: self.day, cause, audience, what });
    }

    /// Applies one effect, or several that add up.
    #[expect(
        clippy::too_many_lines,
        reason = "one short arm for each effect, so that every change is found in one place"
    )]
    fn apply(&mut self, group: &[Proposal]) {
        let Proposal { effect, cause } = group[0];
        let total: i32 = group.iter().map(|proposal| amount(&proposal.effect)).sum();
        let day = self.day;
        match effect {
            Effect::Spend { state, .. } => row::<State>(self.world, state).attention -= total,
            Effect::Rest { pressure } => self.rest(pressure),
            Effect::Shift { state, gauge, .. } => self.shift(group, state, gauge, total),
            Effect::Calm { tension } => self.world.resource_mut::<Ties>().calm(tension),
            Effect::Bend { pair, gauge, .. } => self.bend(group, pair, gauge, total),
            Effect::Worsen { pair, relations } => {
                self.tie(cause, pair, |tie| tie.relations = tie.relations.max(relations));
            }
            Effect::Mend { pair, relations } => {
                self.tie(cause, pair, |tie| tie.relations = tie.relations.min(relations));
            }
            Effect::Agree { pair, treaties } => {
                self.tie(cause, pair, |tie| tie.treaties = tie.treaties.with(treaties));
            }
            Effect::Denounce { pair, treaties } => {
                self.tie(cause, pair, |tie| tie.treaties = tie.treaties.without(treaties));
            }
            Effect::Step { pair, step } => self.tie(cause, pair, |tie| tie.step = step),
            Effect::Fortify { asset, .. } => {
                let mut asset = row::<Asset>(self.world, asset);
                asset.building = asset.building.shifted(total);
                let (id, owner) = (asset.id, asset.owner);
                self.log(cause, StateSet::of(owner), What::HardeningBegan { asset: id, by: total });
            }
            Effect::Harden { asset, .. } => {
                let mut asset = row::<Asset>(self.world, asset);
                asset.hardening = asset.hardening.shifted(total);
                asset.building = asset.building.shifted(-total);
                let (id, owner) = (asset.id, asset.owner);
                self.log(cause, StateSet::of(owner), What::AssetHardened { asset: id, by: total });
            }
            Effect::Break { asset, function } => {
                let mut asset = row::<Asset>(self.world, asset);
                asset.function = asset.function.max(function);
                let (id, function, owner) = (asset.id, asset.function, asset.owner);
                self.log(cause, StateSet::of(owner), What::AssetBroken { asset: id, function });
            }
            Effect::Restore { asset, function } => {
                let mut asset = row::<Asset>(self.world, asset);
                asset.function = asset.function.min(function);
                let (id, function, owner) = (asset.id, asset.function, asset.owner);
                self.log(cause, StateSet::of(owner), What::AssetRestored { asset: id, function });
            }
            Effect::Sponsor { actor, sponsor, control, support } => {
                let mut actor = row::<Actor>(self.world, actor);
                (actor.sponsor, actor.control, actor.support) = (sponsor, control, support);
                let id = actor.id;
                let audience = sponsor.map_or(StateSet::EMPTY, StateSet::of);
                self.log(cause, audience, What::ActorSponsored { actor: id });
            }
            Effect::Leak { actor, of, by } => {
                let mut actor = row::<Actor>(self.world, actor);
                actor.tools = Some(of);
                actor.capability = actor.capability.shifted(by);
                let id = actor.id;
                self.log(cause, StateSet::EMPTY, What::ToolsLeaked { actor: id, of });
            }
            Effect::Curb { actor, standing } => {
                let mut actor = row::<Actor>(self.world, actor);
                actor.standing = actor.standing.max(standing);
                // Whether a group still works is in the news, and acts through it are refused on that ground.
                let (id, standing) = (actor.id, actor.standing);
                self.log(cause, StateSet::ALL, What::ActorChanged { actor: id, standing });
            }
            Effect::Emerge(actor) => {
                let actor = enter(self.world, actor);
                let what = What::ActorChanged { actor: actor.id, standing: actor.standing };
                self.log(cause, StateSet::ALL, what);
            }
            Effect::Begin(operation) => {
                let operation = enter(self.world, operation);
                self.log(cause, operation.known_to, What::OperationBegan { operation: operation.id });
            }
            Effect::Progress { operation, stage } => {
                let mut operation = row::<Operation>(self.world, operation);
                operation.stage = operation.stage.max(stage);
                let (id, stage, audience) = (operation.id, operation.stage, operation.known_to);
                self.log(cause, audience, What::OperationProgressed { operation: id, stage });
            }
            Effect::Occur(incident) => {
                let incident = enter(self.world, incident);
                self.log(cause, incident.known_to, What::IncidentOccurred { incident: incident.id });
            }
            Effect::Notice { incident } => {
                let mut incident = row::<Incident>(self.world, incident);
                incident.noticed.get_or_insert(day);
                let victim = incident.victim;
                incident.known_to.insert(victim);
                let id = incident.id;
                self.log(cause, StateSet::of(victim), What::IncidentNoticed { incident: id });
            }
            Effect::Learn { incident, who } => {
                self.hear_of(cause, Some(incident), who);
            }
            Effect::Cease { incident } => {
                let mut incident = row::<Incident>(self.world, incident);
                incident.ceased.get_or_insert(day);
                let (id, audience) = (incident.id, incident.known_to);
                self.log(cause, audience, What::IncidentCeased { incident: id });
            }
            Effect::File(item) => {
                let item: Evidence = enter(self.world, item);
                let audience = item.from.map_or(StateSet::of(item.holder), |from| StateSet::of(item.holder).with(from));
                self.log(cause, audience, What::EvidenceFiled { evidence: item.id, incident: item.incident });
            }
            Effect::Disclose { evidence, detail } => {
                let mut item = row::<Evidence>(self.world, evidence);
                item.disclosed = item.disclosed.max(detail);
                self.log(cause, StateSet::ALL, What::EvidenceDisclosed { evidence });
            }
            Effect::Weigh { holder, incident, question, .. } => self.weigh(cause, (holder, incident, question), total),
            Effect::Raise(claim) => {
                let claim = enter(self.world, claim);
                let audience = StateSet::of(claim.claimant).with(claim.respondent);
                self.hear_of(cause, claim.incident, audience);
                self.log(cause, audience, What::ClaimRaised { claim: claim.id });
            }
            Effect::Advance { claim, step } => {
                let mut claim = row::<Claim>(self.world, claim);
                claim.take(step, day);
                let parties = StateSet::of(claim.claimant).with(claim.respondent);
                // What is done before a court or the Council is done in public.
                let (id, audience) =
                    (claim.id, if claim.forum > Forum::DomesticCourt { StateSet::ALL } else { parties });
                self.log(cause, audience, What::ClaimAdvanced { claim: id, step });
            }
            Effect::Impose(measure) => {
                let measure = enter(self.world, measure);
                self.log(cause, measure.known_to, What::MeasureImposed { measure: measure.id });
            }
            Effect::Alter { measure, status } => {
                let mut measure = row::<Measure>(self.world, measure);
                measure.status = measure.status.max(status);
                if measure.status >= MeasureStatus::Lifted {
                    measure.ended.get_or_insert(day);
                }
                let (id, status, audience) = (measure.id, measure.status, measure.known_to);
                self.log(cause, audience, What::MeasureAltered { measure: id, status });
            }
            Effect::Narrow { measure, to } => {
                let mut measure = row::<Measure>(self.world, measure);
                measure.strength = Permille::clamped(measure.strength.get() * i32::from(to.0) / 100);
                let (id, audience) = (measure.id, measure.known_to);
                self.log(cause, audience, What::MeasureNarrowed { measure: id });
            }
            Effect::Pledge(word) => {
                let word: Undertaking = enter(self.world, word);
                self.log(cause, word.known_to, What::Pledged { undertaking: word.id });
            }
            Effect::Perform { undertaking, by } => row::<Undertaking>(self.world, undertaking).done_by.insert(by),
            Effect::Breach { undertaking, by } => {
                row::<Undertaking>(self.world, undertaking).broken_by.insert(by);
                self.log(cause, StateSet::of(by), What::WordBroken { undertaking, by });
            }
            Effect::Doubt { undertaking, who } => {
                row::<Undertaking>(self.world, undertaking).held_broken.insert(who);
                self.log(cause, StateSet::of(who), What::WordDoubted { undertaking, who });
            }
            Effect::Resolve { undertaking, status } => {
                let mut word = row::<Undertaking>(self.world, undertaking);
                word.status = word.status.max(status);
                if status == UndertakingStatus::Accepted {
                    word.since.get_or_insert(day);
                }
                let (status, audience) = (word.status, word.known_to);
                self.log(cause, audience, What::UndertakingResolved { undertaking, status });
            }
            Effect::Table(draft) => {
                let draft: Resolution = enter(self.world, draft);
                self.log(cause, StateSet::ALL, What::ResolutionTabled { resolution: draft.id });
            }
            Effect::Cast { resolution, state, ballot } => {
                row::<Resolution>(self.world, resolution).cast(state, ballot);
                self.log(cause, StateSet::ALL, What::Voted { resolution, state, ballot });
            }
            Effect::Decide { resolution, status } => {
                let mut draft = row::<Resolution>(self.world, resolution);
                draft.status = draft.status.max(status);
                draft.decided = Some(day);
                self.log(cause, StateSet::ALL, What::ResolutionDecided { resolution, status });
            }
            Effect::Deliver(note) => {
                let note = enter(self.world, note);
                self.hear_of(cause, note.about, note.known_to);
                self.log(cause, note.known_to, What::NoteDelivered { note: note.id });
            }
            Effect::Lapse { resolution } => {
                row::<Resolution>(self.world, resolution).ended.get_or_insert(day);
                self.log(cause, StateSet::ALL, What::DecisionEnded { resolution });
            }
            Effect::Expel(expulsion) => {
                let expulsion: Expulsion = enter(self.world, expulsion);
                self.log(cause, StateSet::ALL, What::DiplomatsExpelled { expulsion: expulsion.id });
            }
            Effect::Profess(stance) => self.profess(cause, stance),
            Effect::Crystallise(doctrine) => {
                let Doctrine { tenet, from, standing, .. } = enter(self.world, doctrine);
                self.log(cause, StateSet::ALL, What::StandingChanged { tenet, from, to: standing });
            }
            Effect::Tell { what, audience } => self.log(cause, audience, what),
        }
    }

    /// A State has one stance on a norm, its last; whom the norm has touched before it goes on to touch. What only repeats is
    /// no news.
    fn profess(&mut self, cause: Cause, stance: Stance) {
        let world = &mut *self.world;
        let voices = self.voices.get_or_insert_with(|| {
            let entities = Stance::listed(world.resource::<Roster>()).iter();
            let rows = entities.filter_map(|entity| world.get::<Stance>(*entity));
            rows.filter_map(|row| Some(((row.by?, row.tenet.norm), row.id))).collect()
        });
        // A court's word is a row of its own each time.
        let voice = stance.by.map(|by| (by, stance.tenet.norm));
        let known = voice.and_then(|voice| voices.get(&voice)).map(|id| *row::<Stance>(world, *id));
        if let Some(known) = known {
            let affects = known.affects.union(stance.affects);
            *row::<Stance>(world, known.id) = Stance { id: known.id, affects, ..stance };
        } else {
            let entered = enter(world, stance);
            voices.extend(voice.map(|voice| (voice, entered.id)));
        }
        if known.is_none_or(|known| (known.tenet, known.side) != (stance.tenet, stance.side)) {
            let Stance { by, tenet, form, side, .. } = stance;
            self.log(cause, StateSet::ALL, What::PositionTaken { by, tenet, form, side });
        }
    }

    /// Whoever is told something about an incident knows from then on that there is one, and can name it in its answer.
    fn hear_of(&mut self, cause: Cause, incident: Option<IncidentId>, told: StateSet) {
        let Some(id) = incident else { return };
        let incident = *row::<Incident>(self.world, id);
        // Who did it, or was let into it, has nothing to learn but that others know.
        let privy = incident.operation.map_or(StateSet::EMPTY, |id| row::<Operation>(self.world, id).known_to);
        let is_news = |state: &StateId| !incident.known_to.contains(*state) && !privy.contains(*state);
        let news: StateSet = told.iter().filter(is_news).collect();
        let news = if told.is_public() && !incident.known_to.is_public() { told } else { news };
        row::<Incident>(self.world, id).known_to = incident.known_to.union(told);
        if !news.is_empty() {
            self.log(cause, news, What::IncidentLearnt { incident: id });
        }
    }

    fn rest(&mut self, pressure: i32) {
        for place in 0..self.world.resource::<Roster>().states() {
            let mut state = row::<State>(self.world, StateId::at(place));
            state.attention = state.attention_per_turn;
            state.pressure = state.pressure.shifted(-pressure);
        }
    }

    fn shift(&mut self, group: &[Proposal], state: StateId, gauge: Gauge, total: i32) {
        let mut moved = row::<State>(self.world, state);
        let share = moved.gauge_mut(gauge);
        *share = share.shifted(total);
        for proposal in group.iter().filter(|proposal| proposal.cause != Cause::Drift) {
            let by = amount(&proposal.effect);
            self.log(proposal.cause, StateSet::of(state), What::Shifted { state, gauge, by });
        }
    }

    fn bend(&mut self, group: &[Proposal], pair: Sided<StateId>, gauge: TieGauge, total: i32) {
        let mut ties = self.world.resource_mut::<Ties>();
        let Some(tie) = ties.between_mut(pair.low, pair.high) else { return };
        let share = match gauge {
            TieGauge::WarmthOf(state) if state == tie.low => &mut tie.warmth.low,
            TieGauge::WarmthOf(_) => &mut tie.warmth.high,
            TieGauge::Tension => &mut tie.tension,
            TieGauge::Trade => &mut tie.trade,
        };
        *share = share.shifted(total);
        // What one side feels is for that side alone to know.
        let audience = match gauge {
            TieGauge::WarmthOf(state) => StateSet::of(state),
            TieGauge::Tension | TieGauge::Trade => StateSet::of(pair.low).with(pair.high),
        };
        for proposal in group.iter().filter(|proposal| proposal.cause != Cause::Drift) {
            let by = amount(&proposal.effect);
            self.log(proposal.cause, audience, What::Bent { pair, gauge, by });
        }
    }

    /// Changes a tie and tells the world what is different about it.
    fn tie(&mut self, cause: Cause, pair: Sided<StateId>, change: impl FnOnce(&mut Tie)) {
        let mut ties = self.world.resource_mut::<Ties>();
        let Some(tie) = ties.between_mut(pair.low, pair.high) else { return };
        let before = *tie;
        change(tie);
        let after = *tie;
        if before.relations != after.relations {
            let what = What::RelationsChanged { pair, from: before.relations, to: after.relations };
            self.log(cause, StateSet::ALL, what);
        }
        if !before.treaties.include(after.treaties) {
            self.log(cause, StateSet::ALL, What::TreatiesAgreed { pair });
        }
        if !after.treaties.include(before.treaties) {
            self.log(cause, StateSet::ALL, What::TreatiesDenounced { pair });
        }
        if before.step != after.step {
            self.log(cause, StateSet::ALL, What::Stepped { pair, from: before.step, to: after.step });
        }
    }

    fn weigh(&mut self, cause: Cause, key: (StateId, IncidentId, Question), total: i32) {
        let prior = LogOdds::from_probability(self.world.resource::<Rules>().model.knowledge.prior.at);
        let (before, after) = self.world.resource_mut::<Beliefs>().shift(key, total, prior);
        let (from, to) = (Confidence::of(before), Confidence::of(after));
        if from != to {
            let (holder, incident, question) = key;
            let what = What::ConfidenceChanged { holder, incident, question, from, to };
            self.log(cause, StateSet::of(holder), what);
        }
    }
}
