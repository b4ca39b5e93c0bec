//! One sentence for everything that can happen.

use crate::base::id::{ActorId, IncidentId, MeasureId, NoteId, OperationId, StateId, WrongId};
use crate::base::{Day, StateSet};
use crate::sim::Event;
use crate::sim::docket::OrderIx;
use crate::sim::effect::Cause;
use crate::sim::event::{NoEffect, What};
use crate::sim::knowledge::{Confidence, Question};
use crate::sim::legal::{ClaimStep, Matter};
use crate::sim::relations::{Sided, TieGauge};
use crate::sim::turn::Phase;
use crate::words::events::{Telling, way, word};
use crate::words::locale::Arg;
use crate::words::text::{capitalised, continued};

/// Whether an event only says again what the order that caused it says.
pub const fn is_said_by_its_order(cause: Cause, what: What) -> bool {
    matches!(cause, Cause::Order(_))
        && matches!(
            what,
            What::NoteDelivered { .. }
                | What::OperationBegan { .. }
                | What::MeasureImposed { .. }
                | What::MeasureAltered { .. }
                | What::MeasureNarrowed { .. }
                | What::ClaimAdvanced { .. }
                | What::Pledged { .. }
                | What::UndertakingResolved { .. }
                | What::DiplomatsExpelled { .. }
                | What::ResolutionTabled { .. }
                | What::Voted { .. }
        )
}

impl Telling<'_> {
    /// The same, for what is told apart from the turn in which it happened.
    pub fn happened(&self, what: What) -> String {
        self.event(&Event { phase: Phase::Close, day: Day(0), cause: Cause::Drift, audience: StateSet::ALL, what })
    }

    /// What happened, in one sentence.
    #[expect(clippy::too_many_lines, reason = "one short arm for each kind of event, so that none is forgotten")]
    pub fn event(&self, event: &Event) -> String {
        match event.what {
            What::Shifted { state, gauge, by } => {
                let (state, gauge) = (self.state(state), self.gauge(gauge));
                let points = self.points(by);
                let args = [
                    ("state", (&state).into()),
                    ("gauge", (&gauge).into()),
                    ("way", way(by).into()),
                    ("points", (&points).into()),
                ];
                self.sentence("shifted", &args)
            }
            What::Bent { pair, gauge, by } => self.bent(pair, gauge, by),
            What::Stepped { pair, from, to } => {
                let args = [
                    ("way", if to > from { "up" } else { "down" }.into()),
                    ("from", self.step(from).into()),
                    ("to", self.step(to).into()),
                ];
                self.about_pair("stepped", pair, &args)
            }
            What::RelationsChanged { pair, to, .. } => {
                self.about_pair("relations-changed", pair, &[("to", (&word(to)).into())])
            }
            What::TreatiesAgreed { pair } => self.about_pair("treaties-agreed", pair, &[]),
            What::TreatiesDenounced { pair } => self.about_pair("treaties-denounced", pair, &[]),
            What::AssetBroken { asset, function } => {
                let (asset, function) = (self.asset(asset), word(function));
                let args = [("asset", (&asset).into()), ("function", (&function).into())];
                self.sentence("asset-broken", &args)
            }
            What::AssetRestored { asset, function } => {
                let (asset, function) = (self.asset(asset), word(function));
                let args = [("asset", (&asset).into()), ("function", (&function).into())];
                self.sentence("asset-restored", &args)
            }
            What::AssetHardened { asset, by } => {
                let (asset, points) = (self.asset(asset), self.points(by));
                let args = [("asset", (&asset).into()), ("way", way(by).into()), ("points", (&points).into())];
                self.sentence("asset-hardened", &args)
            }
            What::ActorSponsored { actor } => self.sponsored(actor),
            What::ActorChanged { actor, standing } => {
                let (actor, standing) = (self.actor(actor), word(standing));
                let args = [("actor", (&actor).into()), ("standing", (&standing).into())];
                self.sentence("actor-changed", &args)
            }
            What::OperationBegan { operation } => {
                self.about_operation("operation-began", operation, &[("n", (operation.0 % 2).into())])
            }
            What::OperationProgressed { operation, stage } => {
                self.about_operation("operation-progressed", operation, &[("stage", (&word(stage)).into())])
            }
            What::OperationFailed { operation, why } => {
                let why = self.came_to_nothing(why);
                self.about_operation("operation-failed", operation, &[("why", (&why).into())])
            }
            What::IncidentOccurred { incident } => self.about_incident("incident-occurred", incident),
            What::IncidentNoticed { incident } => self.about_incident("incident-noticed", incident),
            What::IncidentCeased { incident } => self.about_incident("incident-ceased", incident),
            What::IncidentLearnt { incident } => {
                let (told, who) = (self.incident(incident), self.states(event.audience));
                let id = if event.audience.is_public() { "incident-learnt-public" } else { "incident-learnt" };
                self.sentence(id, &[("incident", (&told).into()), ("who", (&who).into())])
            }
            What::EvidenceFiled { evidence, .. } => match self.evidence_at(evidence) {
                Some(item) => {
                    let (kind, points) = (self.evidence(item), self.points_at(item));
                    let (holder, from) = (self.state(item.holder), item.from.map(|from| self.state(from)));
                    let args = [
                        ("holder", (&holder).into()),
                        ("from", from.as_deref().unwrap_or_default().into()),
                        ("evidence", (&kind).into()),
                        ("points", (&points).into()),
                        ("n", (evidence.0 % 2).into()),
                    ];
                    self.sentence(if from.is_some() { "evidence-given" } else { "evidence-filed" }, &args)
                }
                None => capitalised(&self.words.say("evidence-unnamed")) + ".",
            },
            What::EvidenceDisclosed { evidence } => match self.evidence_at(evidence) {
                Some(item) => {
                    let (kind, points, holder) = (self.evidence(item), self.points_at(item), self.state(item.holder));
                    let args =
                        [("holder", (&holder).into()), ("evidence", (&kind).into()), ("points", (&points).into())];
                    self.sentence("evidence-disclosed", &args)
                }
                None => capitalised(&self.words.say("evidence-unnamed")) + ".",
            },
            What::ConfidenceChanged { holder, incident, question, from, to } => {
                self.confidence_changed(holder, incident, question, (from, to))
            }
            What::ClaimRaised { claim } => {
                let id = if self.matter_of(claim).is_some() { "claim-raised-over" } else { "claim-raised" };
                self.about_claim(id, claim, &[])
            }
            What::ClaimAdvanced { claim, step } => self.claim_advanced(claim, step),
            What::MeasureImposed { measure } => {
                let measure = self.measure(measure);
                self.sentence("measure-imposed", &[("measure", (&measure).into())])
            }
            What::MeasureAltered { measure, status } => self.about_measure("measure-altered", measure, &word(status)),
            What::MeasureNarrowed { measure } => self.about_measure("measure-narrowed", measure, ""),
            What::Pledged { undertaking } => {
                let row = self.scene.undertakings.get(undertaking.index());
                let text = row.map_or_else(|| self.words.say("undertaking-unnamed"), |row| self.pledged(row));
                self.sentence("undertaking-pledged", &[("text", (&text).into())])
            }
            What::UndertakingResolved { undertaking, status } => {
                let named = self.undertaking(undertaking);
                let kind = self.scene.undertakings.get(undertaking.index()).map(|row| row.kind);
                let status = self.undertaking_status(kind.unwrap_or_default(), status);
                let args = [("undertaking", (&named).into()), ("status", (&status).into())];
                self.sentence("undertaking-resolved", &args)
            }
            What::WordBroken { undertaking, by: who } | What::WordDoubted { undertaking, who } => {
                let broken = matches!(event.what, What::WordBroken { .. });
                let (named, who) = (self.undertaking(undertaking), self.state(who));
                let args = [("undertaking", (&named).into()), ("who", (&who).into())];
                self.sentence(if broken { "word-broken" } else { "word-doubted" }, &args)
            }
            What::ToolsLeaked { actor, of } => {
                let (actor, of) = (self.actor(actor), self.state(of));
                self.sentence("tools-leaked", &[("actor", (&actor).into()), ("of", (&of).into())])
            }
            What::DecisionEnded { resolution } | What::Reported { resolution } => {
                let ended = matches!(event.what, What::DecisionEnded { .. });
                let named = self.resolution(resolution);
                let id = if ended { "decision-ended" } else { "reported" };
                self.sentence(id, &[("resolution", (&named).into())])
            }
            What::DiplomatsExpelled { expulsion } => self.expelled("diplomats-expelled", expulsion),
            What::ResolutionTabled { resolution } => {
                let by = self.scene.resolutions.get(resolution.index()).map(|row| self.state(row.by));
                let by = by.unwrap_or_else(|| self.words.say("state-unnamed"));
                let named = self.resolution(resolution);
                self.sentence("resolution-tabled", &[("by", (&by).into()), ("resolution", (&named).into())])
            }
            What::Voted { resolution, state, ballot } => {
                let (named, state, ballot) = (self.resolution(resolution), self.state(state), word(ballot));
                let args = [("resolution", (&named).into()), ("state", (&state).into()), ("ballot", (&ballot).into())];
                self.sentence("voted", &args)
            }
            What::ResolutionDecided { resolution, status } => {
                let (named, status) = (self.resolution(resolution), word(status));
                self.sentence("resolution-decided", &[("resolution", (&named).into()), ("status", (&status).into())])
            }
            What::PositionTaken { by, tenet, form, side } => self.stance(by, tenet, form, side),
            What::StandingChanged { tenet, from, to } => {
                let (norm, view) = self.tenet(tenet);
                let way = if to > from { "up" } else { "down" };
                let args =
                    [("norm", (&norm).into()), ("view", (&view).into()), ("to", to.word().into()), ("way", way.into())];
                self.sentence("standing-changed", &args)
            }
            What::NoteDelivered { note } => self.note(note),
            What::Ruled { matter, verdict } => {
                let (matter, verdict) = (self.matter(matter), self.words.verdict_within(verdict));
                self.sentence("ruled", &[("matter", (&matter).into()), ("verdict", (&verdict).into())])
            }
            What::Refuted { accuser, accused, incident } => {
                let (accuser, accused) = (self.state(accuser), self.state(accused));
                let incident = self.incident(incident);
                let args =
                    [("accuser", (&accuser).into()), ("accused", (&accused).into()), ("incident", (&incident).into())];
                self.sentence("refuted", &args)
            }
            What::Warned { by, incident } => {
                let (by, told) = (self.party(by), self.incident(incident));
                let victim = self.scene.incidents.get(incident.index()).map(|row| self.state(row.victim));
                let victim = victim.unwrap_or_else(|| self.words.say("state-unnamed"));
                let args = [("by", (&by).into()), ("victim", (&victim).into()), ("incident", (&told).into())];
                self.sentence("warned", &args)
            }
            What::Published { by, incident, names } => {
                let (by, told) = (self.actor(by), self.incident(incident));
                let question = names.map(|question| self.question(question, incident));
                let args = [
                    ("by", (&by).into()),
                    ("incident", (&told).into()),
                    ("question", question.as_deref().unwrap_or_default().into()),
                ];
                self.sentence(if question.is_some() { "published-naming" } else { "published" }, &args)
            }
            What::Withheld { by, incident } => {
                let (by, told) = (self.actor(by), self.incident(incident));
                self.sentence("withheld", &[("by", (&by).into()), ("incident", (&told).into())])
            }
            What::Escaped { operation } => self.about_operation("escaped", operation, &[]),
            What::Signed { state, confidence, .. } => {
                let (state, held) = (self.state(state), confidence.map(|held| self.confidence(held)));
                let args = [
                    ("state", (&state).into()),
                    ("confidence", if held.is_some() { "some" } else { "none" }.into()),
                    ("word", held.as_deref().unwrap_or_default().into()),
                ];
                self.sentence("signed", &args)
            }
            What::Declined { state, .. } => {
                let state = self.state(state);
                self.sentence("declined", &[("state", (&state).into())])
            }
            What::Accident { pair, talked_down } => {
                let outcome = if talked_down { "talked_down" } else { "heated" };
                self.about_pair("accident", pair, &[("outcome", outcome.into())])
            }
            What::HardeningBegan { asset, by } => {
                let (asset, points) = (self.asset(asset), self.points(by));
                self.sentence("hardening-began", &[("asset", (&asset).into()), ("points", (&points).into())])
            }
            What::Spilled { operation, onto } => {
                let onto = self.state(onto);
                self.about_operation("spilled", operation, &[("onto", (&onto).into())])
            }
            What::Tolerated { incident } => {
                let by = match event.cause {
                    Cause::Order(order) => self.orders.get(order.index()).map(|order| self.state(order.by)),
                    _ => None,
                };
                let by = by.unwrap_or_else(|| self.words.say("state-unnamed"));
                let incident = self.incident(incident);
                self.sentence("tolerated", &[("by", (&by).into()), ("incident", (&incident).into())])
            }
            What::NoEffect { order, why } => {
                let (order, why) = (self.tried(order), self.came_to_nothing(why));
                self.sentence("no-effect", &[("order", (&order).into()), ("why", (&why).into())])
            }
        }
    }

    fn bent(&self, pair: Sided<StateId>, gauge: TieGauge, by: i32) -> String {
        let (id, pair) = match gauge {
            TieGauge::Tension => ("bent-tension", pair),
            TieGauge::Trade => ("bent-trade", pair),
            TieGauge::WarmthOf(state) if state == pair.low => ("bent-warmth", pair),
            TieGauge::WarmthOf(_) => ("bent-warmth", Sided { low: pair.high, high: pair.low }),
        };
        let points = self.points(by);
        self.about_pair(id, pair, &[("way", way(by).into()), ("points", (&points).into())])
    }

    fn about_pair(&self, id: &str, pair: Sided<StateId>, more: &[(&str, Arg<'_>)]) -> String {
        let (one, other) = (self.state(pair.low), self.state(pair.high));
        let mut args = vec![("one", (&one).into()), ("other", (&other).into())];
        args.extend_from_slice(more);
        self.sentence(id, &args)
    }

    fn sponsored(&self, actor: ActorId) -> String {
        let sponsor = self.scene.actors.get(actor.index()).and_then(|row| row.sponsor);
        let state = sponsor.map(|state| self.state(state)).unwrap_or_default();
        let actor = self.actor(actor);
        let has = if sponsor.is_some() { "some" } else { "none" };
        let args = [("actor", (&actor).into()), ("state", (&state).into()), ("sponsor", has.into())];
        self.sentence("actor-sponsored", &args)
    }

    fn about_operation(&self, id: &str, operation: OperationId, more: &[(&str, Arg<'_>)]) -> String {
        let row = self.scene.operations.get(operation.index());
        let author = row.map_or_else(|| self.words.say("state-unnamed"), |row| self.party(row.author));
        let deed = row.map_or_else(|| self.words.say("operation-unnamed"), |row| self.operation_deed(row));
        let mut args = vec![("author", (&author).into()), ("deed", (&deed).into())];
        args.extend_from_slice(more);
        self.sentence(id, &args)
    }

    fn about_measure(&self, id: &str, measure: MeasureId, status: &str) -> String {
        let row = self.scene.measures.get(measure.index());
        let by = row.map_or_else(|| self.words.say("state-unnamed"), |row| self.state(row.by));
        let deed = row.map_or_else(|| self.words.say("measure-bare"), |row| self.measure_deed(row));
        self.sentence(id, &[("by", (&by).into()), ("deed", (&deed).into()), ("status", status.into())])
    }

    fn about_incident(&self, id: &str, incident: IncidentId) -> String {
        let row = self.scene.incidents.get(incident.index());
        let victim = row.map_or_else(|| self.words.say("state-unnamed"), |row| self.state(row.victim));
        let named = self.incident(incident);
        let args = [("victim", (&victim).into()), ("incident", (&named).into()), ("n", (incident.0 % 2).into())];
        self.sentence(id, &args)
    }

    fn confidence_changed(
        &self,
        holder: StateId,
        incident: IncidentId,
        question: Question,
        (from, to): (Confidence, Confidence),
    ) -> String {
        let (holder, question) = (self.state(holder), self.question(question, incident));
        let way = if to > from { "up" } else { "down" };
        let (from, to) = (self.confidence(from), self.confidence(to));
        let args = [
            ("holder", (&holder).into()),
            ("question", (&question).into()),
            ("way", way.into()),
            ("from", (&from).into()),
            ("to", (&to).into()),
        ];
        self.sentence("confidence-changed", &args)
    }

    fn about_claim(&self, id: &str, claim: WrongId, more: &[(&str, Arg<'_>)]) -> String {
        let row = self.scene.claims.get(claim.index());
        let name =
            |state: Option<StateId>| state.map_or_else(|| self.words.say("state-unnamed"), |state| self.state(state));
        let (claimant, respondent) = (name(row.map(|row| row.claimant)), name(row.map(|row| row.respondent)));
        let (named, matter) = (self.claim(claim), self.matter_of(claim).unwrap_or_default());
        let mut args = vec![
            ("claimant", (&claimant).into()),
            ("respondent", (&respondent).into()),
            ("claim", (&named).into()),
            ("matter", (&matter).into()),
        ];
        args.extend_from_slice(more);
        self.sentence(id, &args)
    }

    fn claim_advanced(&self, claim: WrongId, step: ClaimStep) -> String {
        match step {
            ClaimStep::Demanded => self.about_claim("claim-demanded", claim, &[]),
            ClaimStep::Notified => self.about_claim("claim-notified", claim, &[]),
            ClaimStep::NegotiationOffered => self.about_claim("claim-negotiation", claim, &[]),
            ClaimStep::CeasedSeen => self.about_claim("claim-ceased", claim, &[]),
            ClaimStep::Assured => self.about_claim("claim-assured", claim, &[]),
            ClaimStep::Repaired(how) => self.about_claim("claim-repaired", claim, &[("how", (&word(how)).into())]),
            ClaimStep::Put(forum) => self.about_claim("claim-put", claim, &[("forum", (&word(forum)).into())]),
            ClaimStep::Indicated => self.about_claim("claim-indicated", claim, &[]),
            ClaimStep::Decided(judgment) => {
                self.about_claim("claim-decided", claim, &[("judgment", (&word(judgment)).into())])
            }
            ClaimStep::Closed(status) => self.about_claim("claim-closed", claim, &[("status", (&word(status)).into())]),
        }
    }

    /// A diplomatic note, as a sentence.
    pub fn note(&self, id: NoteId) -> String {
        let Some(note) = self.scene.notes.get(id.index()) else {
            return capitalised(&self.words.say("claim-unnamed")) + ".";
        };
        let (kind, from, to) = (word(note.kind), self.state(note.from), self.state(note.to));
        let about = note.about.map(|id| {
            let incident = self.incident(id);
            self.say("note-about", &[("incident", (&incident).into())])
        });
        let args = [
            ("kind", (&kind).into()),
            ("from", (&from).into()),
            ("to", (&to).into()),
            ("about", about.as_deref().unwrap_or_default().into()),
        ];
        self.sentence("note-delivered", &args)
    }

    /// A matter before the law, as a noun.
    pub fn matter(&self, matter: Matter) -> String {
        match matter {
            Matter::Order(order) => match self.orders.get(order.index()) {
                Some(order) => {
                    let (by, title) = (self.state(order.by), self.choice(order.act));
                    self.say("ruled-order", &[("by", (&by).into()), ("move", (&title).into())])
                }
                None => self.words.say("operation-unnamed"),
            },
            Matter::Operation(operation) => self.operation(operation),
            Matter::Measure(measure) => self.measure(measure),
        }
    }

    fn tried(&self, order: OrderIx) -> String {
        match self.orders.get(order.index()) {
            Some(order) => self.ordered(order),
            None => continued(&self.words.say("operation-unnamed")),
        }
    }

    fn came_to_nothing(&self, why: NoEffect) -> String {
        self.say("no-effect-why", &[("why", (&word(why)).into())])
    }
}
