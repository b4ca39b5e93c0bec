//! What things are called.

use crate::base::id::{
    ActorId, AssetId, EvidenceId, ExpulsionId, IncidentId, MeasureId, OperationId, ResolutionId, StateId,
    UndertakingId, WrongId,
};
use crate::base::{Day, StateSet};
use crate::sim::card::MoveId;
use crate::sim::custom::{Form, Side, Tenet};
use crate::sim::knowledge::{Confidence, Evidence, Question};
use crate::sim::measures::Measure;
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::Level;
use crate::sim::polity::{Gauge, Party, Sector};
use crate::sim::relations::{Content, Undertaking, UndertakingKind, UndertakingStatus};
use crate::words::events::{Telling, word};
use crate::words::phrase::Facet;

/// What the noun phrases of moves may speak of.
pub(super) struct Deed {
    pub(super) card: MoveId,
    pub(super) target: Option<StateId>,
    pub(super) asset: Option<AssetId>,
    pub(super) sector: Sector,
    pub(super) actor: Option<ActorId>,
}

impl Telling<'_> {
    /// A state's short name.
    pub fn state(&self, id: StateId) -> String {
        let named = self.cast.states.get(id.index());
        named.map_or_else(|| self.words.say("state-unnamed"), |named| named.name.clone())
    }

    /// The names of some states, joined.
    pub fn states(&self, set: StateSet) -> String {
        if set.is_public() {
            return self.words.say("public-everybody");
        }
        let names: Vec<String> = set.iter().map(|state| self.state(state)).collect();
        self.words.list("list-and", &names)
    }

    /// An asset with its owner: “Velmar's northern grid”, “the Sornish embassy in Velmar”.
    pub fn asset(&self, id: AssetId) -> String {
        let Some(asset) = self.scene.assets.get(id.index()) else { return self.words.say("asset-unnamed") };
        let named = self.cast.assets.get(id.index());
        let owned = named.is_some_and(|name| self.names_its_owner(name, asset.owner));
        if let Some(name) = named.filter(|_| owned) {
            return self.say("known-by-name", &[("thing", name.into())]);
        }
        let thing = named.cloned().unwrap_or_else(|| self.systems(asset.sector));
        let (owner, host) = (self.state(asset.owner), self.state(asset.host));
        let args = [("owner", (&owner).into()), ("thing", (&thing).into()), ("host", (&host).into())];
        self.say(if asset.owner == asset.host { "owned" } else { "abroad" }, &args)
    }

    /// An asset, as its owner speaks of it: “its northern grid”.
    pub(super) fn own_asset(&self, id: AssetId) -> String {
        let row = self.scene.assets.get(id.index());
        match (self.cast.assets.get(id.index()), row) {
            (Some(name), Some(row)) if self.names_its_owner(name, row.owner) => self.asset(id),
            (Some(name), _) => self.its(name),
            (None, row) => self.its(&self.systems(row.map_or(Sector::None, |asset| asset.sector))),
        }
    }

    pub(super) fn owner(&self, id: AssetId) -> Option<StateId> {
        self.scene.assets.get(id.index()).map(|asset| asset.owner)
    }

    /// Whether a name says whose it is, so that it need not be said twice.
    fn names_its_owner(&self, name: &str, owner: StateId) -> bool {
        self.cast
            .states
            .get(owner.index())
            .is_some_and(|state| name.contains(&state.name) || name.contains(&state.adjective))
    }

    /// Systems of a sector, as a noun.
    pub fn systems(&self, sector: Sector) -> String {
        let name = self.sector(sector);
        self.say("systems", &[("sector", (&word(sector)).into()), ("name", (&name).into())])
    }

    /// A sector as an adjective.
    pub fn sector(&self, sector: Sector) -> String {
        self.say("sector", &[("sector", (&word(sector)).into())])
    }

    /// An actor that is no state.
    pub fn actor(&self, id: ActorId) -> String {
        self.cast.actors.get(id.index()).cloned().unwrap_or_else(|| self.words.say("actor-unnamed"))
    }

    /// A state or another actor.
    pub fn party(&self, party: Party) -> String {
        match party {
            Party::State(state) => self.state(state),
            Party::Actor(actor) => self.actor(actor),
        }
    }

    /// A move's name, as an instruction.
    pub fn title(&self, id: MoveId) -> String {
        let card = self.rules.cards.get(id.index());
        card.and_then(|card| self.words.prose(&card.id))
            .map_or_else(|| self.words.say("operation-unnamed"), |prose| prose.title.clone())
    }

    /// An incident as a noun: “the blackout in the north”, “the theft of data from Sorn's ministries”.
    pub fn incident(&self, id: IncidentId) -> String {
        if let Some(name) = self.cast.incidents.get(id.index()).filter(|name| !name.is_empty()) {
            let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
            return self.say("incident-named", &[("name", bare.into())]);
        }
        let Some(incident) = self.scene.incidents.get(id.index()) else { return self.words.say("incident-unnamed") };
        let deed = self.deed(&Deed {
            card: incident.card,
            target: Some(incident.victim),
            asset: incident.asset,
            sector: Sector::None,
            actor: None,
        });
        self.say("incident-deed", &[("deed", (&deed).into())])
    }

    /// An operation, without its author.
    pub fn operation_deed(&self, operation: &Operation) -> String {
        self.deed(&Deed {
            card: operation.card,
            target: Some(operation.target),
            asset: operation.asset,
            sector: Sector::None,
            actor: operation.hand,
        })
    }

    /// An operation with its author: “Sorn's disruption of Velmar's northern grid”.
    pub fn operation(&self, id: OperationId) -> String {
        let Some(operation) = self.scene.operations.get(id.index()) else {
            return self.words.say("operation-unnamed");
        };
        let (author, deed) = (self.party(operation.author), self.operation_deed(operation));
        self.say("operation-of", &[("author", (&author).into()), ("deed", (&deed).into())])
    }

    /// A measure without its author.
    pub fn measure_deed(&self, measure: &Measure) -> String {
        self.deed(&Deed {
            card: measure.card,
            target: Some(measure.against),
            asset: None,
            sector: measure.sector,
            actor: None,
        })
    }

    /// A measure with its author: “Velmar's sanctions on Sorn's energy sector”.
    pub fn measure(&self, id: MeasureId) -> String {
        let Some(measure) = self.scene.measures.get(id.index()) else { return self.words.say("measure-unnamed") };
        let (by, deed) = (self.state(measure.by), self.measure_deed(measure));
        self.say("measure", &[("by", (&by).into()), ("deed", (&deed).into())])
    }

    /// A move as a noun that can follow a possessive.
    pub(super) fn deed(&self, deed: &Deed) -> String {
        let slug = self.rules.cards.get(deed.card.index()).map_or("unnamed", |card| card.id.as_str());
        let target = deed.target.map_or_else(|| self.words.say("state-unnamed"), |state| self.state(state));
        let thing = self.thing(deed.asset, &target);
        let part = self.part(deed.sector);
        let actor = deed.actor.map_or_else(|| self.words.say("actor-unnamed"), |actor| self.actor(actor));
        self.say(
            &format!("deed-{slug}"),
            &[
                ("target", (&target).into()),
                ("thing", (&thing).into()),
                ("part", (&part).into()),
                ("actor", (&actor).into()),
            ],
        )
    }

    pub(super) fn thing(&self, asset: Option<AssetId>, target: &str) -> String {
        asset.map_or_else(|| self.say("thing-of", &[("state", target.into())]), |asset| self.asset(asset))
    }

    pub(super) fn part(&self, sector: Sector) -> String {
        let name = self.sector(sector);
        self.say("economy-part", &[("sector", (&word(sector)).into()), ("name", (&name).into())])
    }

    /// How sure a state is, in words.
    pub fn confidence(&self, confidence: Confidence) -> String {
        self.say("confidence", &[("confidence", (&word(confidence)).into())])
    }

    /// The share of certainty a confidence word stands for.
    pub fn confidence_bounds(&self, confidence: Confidence) -> String {
        self.say("how-sure-bounds", &[("word", (&word(confidence)).into())])
    }

    /// A proposition about an incident, as a clause.
    pub fn question(&self, question: Question, incident: IncidentId) -> String {
        let incident = self.incident(incident);
        let (id, state, link) = match question {
            Question::Author(state) => ("question-author", Some(state), String::new()),
            Question::NonState => ("question-non-state", None, String::new()),
            Question::Link(state, link) => ("question-link", Some(state), word(link)),
            Question::Harbours(state) => ("question-harbours", Some(state), String::new()),
        };
        let state = state.map(|state| self.state(state)).unwrap_or_default();
        self.say(id, &[("state", (&state).into()), ("incident", (&incident).into()), ("link", (&link).into())])
    }

    /// An item of evidence by its kind.
    pub fn evidence(&self, item: &Evidence) -> String {
        self.say("evidence", &[("kind", (&word(item.kind)).into())])
    }

    /// What an item of evidence suggests, as a participle clause.
    pub fn points_at(&self, item: &Evidence) -> String {
        let question = self.question(item.bears_on, item.incident);
        let way = if item.weight < 0 { "against" } else { "for" };
        self.say("evidence-points", &[("way", way.into()), ("question", (&question).into())])
    }

    pub(super) fn evidence_at(&self, id: EvidenceId) -> Option<&Evidence> {
        self.scene.evidence.get(id.index())
    }

    /// What an undertaking says, as an infinitive.
    pub fn content(&self, content: Content) -> String {
        match content {
            Content::Talks => self.words.say("content-talks"),
            Content::CeaseOperations => self.words.say("content-cease-operations"),
            Content::LiftMeasure(id) => {
                let measure = self.measure(id);
                self.say("content-lift-measure", &[("measure", (&measure).into())])
            }
            Content::Reparation => self.words.say("content-reparation"),
            Content::Assistance => self.words.say("content-assistance"),
            Content::SuppressAtHome => self.words.say("content-suppress-at-home"),
            Content::ShareEvidence => self.words.say("content-share-evidence"),
            Content::Permit(id) => {
                let title = self.title(id);
                self.say("content-permit", &[("move", (&title).into())])
            }
            Content::Inquiry => self.words.say("content-inquiry"),
            Content::Relations => self.words.say("content-relations"),
            Content::GoodOffices(other) => {
                let other = self.state(other);
                self.say("content-good-offices", &[("other", (&other).into())])
            }
            Content::Channel => self.words.say("content-channel"),
            Content::Moratorium(sector) => {
                let systems = self.systems(sector);
                self.say("content-moratorium", &[("systems", (&systems).into())])
            }
            Content::InformationSharing => self.words.say("content-information-sharing"),
            Content::Verification => self.words.say("content-verification"),
            Content::JointExercise => self.words.say("content-joint-exercise"),
            Content::FactFinding => self.words.say("content-fact-finding"),
            Content::ClaimsCommission => self.words.say("content-claims-commission"),
            Content::Registry => self.words.say("content-registry"),
            Content::Treaty(treaties) => {
                let names: Vec<String> =
                    treaties.names().map(|name| self.say("treaty", &[("treaty", name.into())])).collect();
                let kinds = self.words.list("list-and", &names);
                self.say("content-treaty", &[("kinds", (&kinds).into())])
            }
        }
    }

    /// A word given, as a noun: “Velmar's offer to Sorn to hold talks”.
    pub fn undertaking(&self, id: UndertakingId) -> String {
        match self.scene.undertakings.get(id.index()) {
            Some(row) => self.undertaken("undertaking", row),
            None => self.words.say("undertaking-unnamed"),
        }
    }

    /// A word given, as the state it was given to speaks of it: “Velmar's offer to hold talks”.
    pub(super) fn heard(&self, id: UndertakingId, by: StateId) -> String {
        match self.scene.undertakings.get(id.index()) {
            Some(row) if row.to == by => self.undertaken("undertaking-heard", row),
            _ => self.undertaking(id),
        }
    }

    /// A word given, as it was given: “Velmar offered Sorn to hold talks, by day 15”.
    pub fn pledged(&self, row: &Undertaking) -> String {
        let mut text = self.undertaken("pledged", row);
        if let Some(sequel) = row.sequel {
            let title = self.title(sequel.card);
            text.push_str(&self.say("pledged-or-else", &[("move", (&title).into())]));
        }
        match row.due {
            Some(due) => self.due(&text, due),
            None => text,
        }
    }

    fn due(&self, text: &str, due: Day) -> String {
        let day = self.day(due);
        self.say("pledged-due", &[("text", text.into()), ("day", (&day).into())])
    }

    fn undertaken(&self, id: &str, row: &Undertaking) -> String {
        let (from, to, content) = (self.state(row.from), self.state(row.to), self.content(row.content));
        self.say(
            id,
            &[
                ("kind", (&word(row.kind)).into()),
                ("from", (&from).into()),
                ("to", (&to).into()),
                ("content", (&content).into()),
            ],
        )
    }

    /// What became of a word given, as a predicate. Of an ultimatum it says whether it was met, and if not, whether what it
    /// announced followed.
    pub fn undertaking_status(&self, kind: UndertakingKind, status: UndertakingStatus) -> String {
        let id = match kind {
            UndertakingKind::Ultimatum => "ultimatum-status",
            UndertakingKind::Treaty => "agreement-status",
            UndertakingKind::Promise => "promise-status",
            _ => "undertaking-status",
        };
        self.say(id, &[("status", (&word(status)).into())])
    }

    /// A reading of a norm: the norm's title, and the reading as a sentence.
    pub fn tenet(&self, tenet: Tenet) -> (String, String) {
        let corpus = &self.rules.law.corpus;
        if !self.rules.law.has(tenet) {
            return Default::default();
        }
        let position = &corpus.norm(tenet.norm).positions[tenet.place()];
        (self.words.norm(corpus, tenet.norm, Facet::Title), self.words.view(corpus, tenet.norm, position))
    }

    /// What somebody took a stance on, and how; a court if it is nobody.
    pub(super) fn stance(&self, by: Option<StateId>, tenet: Tenet, form: Form, side: Side) -> String {
        let (norm, view) = self.tenet(tenet);
        let by = by.map_or_else(|| self.words.say("the-court"), |state| self.state(state));
        let form = word(form);
        let args = [("by", (&by).into()), ("norm", (&norm).into()), ("view", (&view).into()), ("form", (&form).into())];
        self.sentence(if side == Side::For { "position-taken" } else { "position-left" }, &args)
    }

    /// A draft resolution as a noun: “the draft on the January blackout against Sorn”.
    pub fn resolution(&self, id: ResolutionId) -> String {
        let Some(row) = self.scene.resolutions.get(id.index()) else { return self.words.say("resolution-unnamed") };
        let (against, body, decision) = (self.state(row.against), word(row.body), word(row.operative));
        let incident = row.incident.map(|id| self.incident(id));
        let region = self.cast.region.clone().unwrap_or_else(|| self.words.say("region-unnamed"));
        let args = [
            ("against", (&against).into()),
            ("body", (&body).into()),
            ("region", (&region).into()),
            ("decision", (&decision).into()),
            ("incident", incident.as_deref().unwrap_or_default().into()),
        ];
        self.say(if incident.is_some() { "resolution-about" } else { "resolution" }, &args)
    }

    /// An expulsion of diplomats, in a sentence of some id.
    pub(super) fn expelled(&self, id: &str, expulsion: ExpulsionId) -> String {
        let row = self.scene.expulsions.get(expulsion.index());
        let name = |state: Option<StateId>| state.map_or_else(|| self.words.say("state-unnamed"), |id| self.state(id));
        let (by, of) = (name(row.map(|row| row.by)), name(row.map(|row| row.of)));
        let level = word(row.map_or(Level::Medium, |row| row.level));
        let answer = if row.is_some_and(|row| row.returns.is_some()) { "yes" } else { "no" };
        let args = [("by", (&by).into()), ("of", (&of).into()), ("level", (&level).into()), ("answer", answer.into())];
        self.sentence(id, &args)
    }

    /// An expulsion that whoever was expelled may return.
    pub fn may_return(&self, expulsion: ExpulsionId) -> String {
        self.expelled("diplomats-may-return", expulsion)
    }

    /// How far an operation has got, as a participle.
    pub fn stage(&self, stage: Stage) -> String {
        self.say("stage", &[("stage", (&word(stage)).into())])
    }

    /// A gauge of a state, as a noun.
    pub fn gauge(&self, gauge: Gauge) -> String {
        self.say("gauge", &[("gauge", (&word(gauge)).into())])
    }

    /// A claim with both sides and what it is about.
    pub fn claim(&self, id: WrongId) -> String {
        let Some(claim) = self.scene.claims.get(id.index()) else { return self.words.say("claim-unnamed") };
        let (claimant, respondent) = (self.state(claim.claimant), self.state(claim.respondent));
        let matter = self.matter_of(id);
        let args = [
            ("claimant", (&claimant).into()),
            ("respondent", (&respondent).into()),
            ("matter", matter.as_deref().unwrap_or_default().into()),
        ];
        self.say(if matter.is_some() { "claim-over" } else { "claim" }, &args)
    }

    pub(super) fn matter_of(&self, id: WrongId) -> Option<String> {
        let claim = self.scene.claims.get(id.index())?;
        claim.incident.map(|id| self.incident(id)).or_else(|| claim.measure.map(|id| self.measure(id)))
    }

    /// A step of the ladder by name.
    pub fn step(&self, step: u8) -> &str {
        self.rules.model.ladder.steps.get(usize::from(step)).map_or("", |step| step.name.as_str())
    }
}
