//! Orders in the past tense, and why one was refused.

use crate::sim::docket::{Refusal, Refused};
use crate::sim::operations::Basis;
use crate::sim::order::{Act, FollowUp, Level, Order, Param};
use crate::sim::polity::Sector;
use crate::sim::relations::Content;
use crate::words::events::{Telling, word};
use crate::words::locale::Arg;
use crate::words::prose::Prose;
use crate::words::text::capitalised;

impl Telling<'_> {
    /// An act as a person chooses it, as an instruction.
    pub fn choice(&self, act: Act) -> String {
        match act {
            Act::Move(id) => self.title(id),
            Act::Follow(FollowUp::Vote(ballot)) => self.say("choose-vote", &[("ballot", (&word(ballot)).into())]),
            Act::Follow(follow_up) => self.words.say(&format!("choose-{}", follow_up.slug())),
        }
    }

    /// The family an act belongs to, as a heading.
    pub fn family(&self, act: Act) -> String {
        match self.prose(act) {
            Some(prose) => self.say("moves-family", &[("family", (&prose.family).into())]),
            None => self.words.say("follow-ups"),
        }
    }

    /// What an act is, in a phrase; follow-ups say so themselves.
    pub fn meaning(&self, act: Act) -> Option<String> {
        self.prose(act).map(|prose| capitalised(&prose.meaning))
    }

    fn prose(&self, act: Act) -> Option<&Prose> {
        let Act::Move(id) = act else { return None };
        self.rules.cards.get(id.index()).and_then(|card| self.words.prose(&card.id))
    }

    /// What an order did, as a sentence: “Velmar lodged a démarche with Sorn about the blackout.”
    pub fn order(&self, order: &Order) -> String {
        let text = self.ordered(order);
        self.sentence("sentence", &[("text", (&text).into())])
    }

    /// The same without its full stop.
    pub(super) fn ordered(&self, order: &Order) -> String {
        let (terms, words) = (&order.terms, self.words);
        let id = match order.act {
            Act::Move(card) => {
                let slug = self.rules.cards.get(card.index()).map_or("unnamed", |card| card.id.as_str());
                format!("order-{slug}")
            }
            Act::Follow(follow_up) => format!("follow-{}", follow_up.slug()),
        };
        let by = self.state(order.by);
        let target = terms.target.map_or_else(|| words.say("state-unnamed"), |state| self.state(state));
        let claim = terms.claim.and_then(|id| self.scene.claims.get(id.index()));
        let incident = terms.incident.or_else(|| claim?.incident).map(|id| self.incident(id));
        let own = terms.asset.filter(|id| self.owner(*id) == Some(order.by));
        let thing = own.map_or_else(|| self.thing(terms.asset, &target), |id| self.own_asset(id));
        let part = self.part(terms.sector.unwrap_or(Sector::None));
        let actor = terms.actor.map_or_else(|| words.say("actor-unnamed"), |id| self.actor(id));
        // Both are always the orderer's own.
        let measure = terms.measure.and_then(|id| self.scene.measures.get(id.index()));
        let measure = measure.map_or_else(|| words.say("measure-unnamed"), |row| self.its(&self.measure_deed(row)));
        let operation = terms.operation.and_then(|id| self.scene.operations.get(id.index()));
        let operation =
            operation.map_or_else(|| words.say("operation-unnamed"), |row| self.its(&self.operation_deed(row)));
        let undertaking =
            terms.undertaking.map_or_else(|| words.say("undertaking-unnamed"), |id| self.heard(id, order.by));
        let other = terms.other_move.map_or_else(|| words.say("move-unnamed"), |id| self.title(id));
        let draft = terms.resolution.map_or_else(|| words.say("resolution-unnamed"), |id| self.resolution(id));
        let party = terms.other_party.map_or_else(|| words.say("state-unnamed"), |state| self.state(state));
        let ballot = if let Act::Follow(FollowUp::Vote(ballot)) = order.act { word(ballot) } else { String::new() };
        // Treaties that stand from before are named by their kind.
        let treaties = terms.undertaking.is_none().then_some(terms.treaties).flatten().unwrap_or_default();
        let kinds: Vec<String> = treaties.names().map(|name| self.say("treaty", &[("treaty", name.into())])).collect();
        let kinds = words.list("list-and", &kinds);
        let how = match (terms.undertaking, treaties.is_empty()) {
            (Some(_), _) => "word",
            (None, false) => "treaty",
            (None, true) => "bare",
        };
        let grants = if terms.grants == Some(true) { "yes" } else { "no" };
        let args: [(&str, Arg<'_>); 16] = [
            ("resolution", (&draft).into()),
            ("party", (&party).into()),
            ("ballot", (&ballot).into()),
            ("kinds", (&kinds).into()),
            ("how", how.into()),
            ("grants", grants.into()),
            ("by", (&by).into()),
            ("target", (&target).into()),
            ("incident", incident.as_deref().unwrap_or_default().into()),
            ("thing", (&thing).into()),
            ("part", (&part).into()),
            ("actor", (&actor).into()),
            ("measure", (&measure).into()),
            ("operation", (&operation).into()),
            ("undertaking", (&undertaking).into()),
            ("move", (&other).into()),
        ];
        let mut text = match &incident {
            Some(incident) => {
                let about = words.overlay_with(&id, "about", &args, "");
                if about.is_empty() {
                    self.say(&id, &args) + &self.say("clause-over", &[("incident", incident.into())])
                } else {
                    about
                }
            }
            None => self.say(&id, &args),
        };
        self.clauses(order, &id, &mut text);
        text
    }

    pub(super) fn its(&self, deed: &str) -> String {
        self.say("its", &[("deed", deed.into())])
    }

    fn clauses(&self, order: &Order, id: &str, text: &mut String) {
        let terms = &order.terms;
        // An offer to negotiate says already that it offers talks.
        let said = |content: &Content| *content == Content::Talks && id == "order-offer-negotiation";
        if let Some(content) = terms.content.filter(|content| !said(content)) {
            let content = self.content(content);
            text.push_str(&self.say("clause-content", &[("content", (&content).into())]));
        }
        if let Some(level) = terms.level.filter(|level| *level != Level::Medium) {
            text.push_str(&self.say("clause-level", &[("level", (&word(level)).into())]));
        }
        if let Some(via) = terms.via {
            let via = self.state(via);
            text.push_str(&self.say("clause-via", &[("via", (&via).into())]));
        }
        // Moves about a group name it already.
        if let Some(actor) = terms.actor.filter(|_| !matches!(id, "order-support-proxy" | "order-suppress-at-home")) {
            let actor = self.actor(actor);
            text.push_str(&self.say("clause-actor", &[("actor", (&actor).into())]));
        }
        if let Some(state) = terms.false_flag {
            let state = self.state(state);
            text.push_str(&self.say("clause-false-flag", &[("state", (&state).into())]));
        }
        if let Some(days) = terms.days {
            text.push_str(&self.say("clause-days", &[("days", u32::from(days).into())]));
        }
        if let Some(signers) = terms.co_signers.filter(|set| !set.is_empty()) {
            let states = self.states(signers);
            text.push_str(&self.say("clause-co-signers", &[("states", (&states).into())]));
        }
        if terms.basis != Basis::None {
            text.push_str(&self.say("clause-basis", &[("basis", (&word(terms.basis)).into())]));
        }
    }

    /// That an order was refused, and why.
    pub fn refused(&self, refused: &Refused) -> String {
        let order = &refused.order;
        let (by, choice) = (self.state(order.by), self.choice(order.act));
        let why = self.why(refused.why);
        let target = order.terms.target.map(|state| self.state(state));
        let args = [
            ("by", (&by).into()),
            ("move", (&choice).into()),
            ("why", (&why).into()),
            ("target", target.as_deref().unwrap_or_default().into()),
        ];
        self.sentence(if target.is_some() { "refused-towards" } else { "refused" }, &args)
    }

    /// Why an order is refused, as a clause that can stand after “because”.
    pub fn why(&self, why: Refusal) -> String {
        let about = |id: &str, param: Param| {
            let param = self.param(param);
            self.say(id, &[("param", (&param).into())])
        };
        match why {
            Refusal::NoSuchState => self.words.say("why-no-such-state"),
            Refusal::NoSuchMove => self.words.say("why-no-such-move"),
            Refusal::NotModelled => self.words.say("why-not-modelled"),
            Refusal::Withdrawn => self.words.say("why-withdrawn"),
            Refusal::NotEnoughAttention { costs, left } => {
                let args = [("costs", costs.unsigned_abs().into()), ("left", left.max(0).unsigned_abs().into())];
                self.say("why-attention", &args)
            }
            Refusal::Missing(param) => about("why-missing", param),
            Refusal::DoesNotTake(param) => about("why-does-not-take", param),
            Refusal::Unknown(param) => about("why-unknown", param),
            Refusal::NotYours(param) => about("why-not-yours", param),
            Refusal::NotTheirs(param) => about("why-not-theirs", param),
            Refusal::AlreadyEnded(param) => about("why-ended", param),
            Refusal::AtOneself => self.words.say("why-at-oneself"),
            Refusal::NoTie => self.words.say("why-no-tie"),
            Refusal::RelationsSevered => self.words.say("why-severed"),
            Refusal::NoTreaty => self.words.say("why-no-treaty"),
            Refusal::NoConsent => self.words.say("why-no-consent"),
            Refusal::NotAnOffer => self.words.say("why-not-an-offer"),
            Refusal::NotAgreed => self.words.say("why-not-agreed"),
            Refusal::MustAbstain => self.words.say("why-must-abstain"),
            Refusal::NoVote => self.words.say("why-no-vote"),
            Refusal::AlreadyFull => self.words.say("why-already-full"),
            Refusal::NotAnnounceable => self.words.say("why-not-announceable"),
            Refusal::NoRegion => self.words.say("why-no-region"),
            Refusal::NoEnforcement => self.words.say("why-no-enforcement"),
            Refusal::NoListing => self.words.say("why-no-listing"),
            Refusal::NotAMission => self.words.say("why-not-a-mission"),
        }
    }

    /// Why an order is refused, as a sentence for the seat that gave it.
    pub fn reason(&self, why: Refusal) -> String {
        capitalised(&self.why(why)) + "."
    }

    /// A parameter as a noun phrase.
    pub fn param(&self, param: Param) -> String {
        self.say("param", &[("param", param.name().into())])
    }
}
