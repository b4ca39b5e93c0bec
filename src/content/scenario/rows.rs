//! Turns what was written into the rows of the simulation.

use std::ops::Range;

use super::form::{
    ActorForm, AssetForm, BeliefForm, ClaimForm, ContentForm, EvidenceForm, IncidentForm, MeasureForm, NoteForm,
    OperationForm, PartyForm, QuestionForm, TieForm, UndertakingForm,
};
use super::names::Finder;
use super::reader::Row;
use crate::base::id::{
    ActorId, AssetId, EvidenceId, IncidentId, MeasureId, NoteId, OperationId, StateId, UndertakingId, WrongId,
};
use crate::base::{Day, LogOdds, Permille, StateSet};
use crate::law::corpus::Corpus;
use crate::law::fact::{Holds, facts};
use crate::law::flaw::closest;
use crate::sim::incidents::{Harm, Incident, gravity, severity};
use crate::sim::knowledge::{Belief, Detail, Evidence, Question};
use crate::sim::legal::{Claim, Judgment};
use crate::sim::measures::{Measure, MeasureStatus};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::Operation;
use crate::sim::polity::{Actor, Asset, Party};
use crate::sim::relations::{Content, Note, Sided, Tie, Undertaking, UndertakingStatus};

/// The longest history or outlook, in days from the first morning.
const DAYS: i32 = 3660;

impl Finder<'_, '_> {
    fn corpus(&self) -> &Corpus {
        &self.rules.law.corpus
    }

    fn day(&mut self, what: &str, day: i32, at: &Range<usize>) -> Day {
        self.reader.range(what, day.into(), (-DAYS).into()..=DAYS.into(), at);
        Day(day)
    }

    /// A day that lies in the past.
    fn past(&mut self, what: &str, day: i32, at: &Range<usize>) -> Day {
        self.reader.range(what, day.into(), (-DAYS).into()..=0, at);
        Day(day)
    }

    fn past_if(&mut self, what: &str, day: Option<i32>, at: &Range<usize>) -> Option<Day> {
        day.map(|day| self.past(what, day, at))
    }

    pub(super) fn tie(&mut self, form: &TieForm, at: &Range<usize>) -> Tie {
        let (one, other) = (self.state(&form.between.0, at), self.state(&form.between.1, at));
        if form.between.0 == form.between.1 {
            self.reader.wrong(at.clone(), "a state has no tie with itself", None);
        }
        let (low, high, warmth) = if one < other {
            (one, other, Sided { low: form.warmth.0, high: form.warmth.1 })
        } else {
            (other, one, Sided { low: form.warmth.1, high: form.warmth.0 })
        };
        let step = self.rules.model.ladder.steps.iter().rposition(|step| step.from <= form.tension).unwrap_or(0) as u8;
        let TieForm { tension, trade, relations, alliance, treaties, .. } = *form;
        Tie { low, high, warmth, tension, trade, relations, alliance, treaties, step }
    }

    pub(super) fn asset_row(&mut self, place: usize, form: &AssetForm, at: &Range<usize>) -> Asset {
        self.reader.range("population, in thousands,", form.population.into(), 0..=2_000_000, at);
        let owner = self.state(&form.owner, at);
        Asset {
            id: AssetId::at(place),
            owner,
            host: self.maybe(form.host.as_ref(), at, Self::state).unwrap_or(owner),
            sector: form.sector,
            exposure: form.exposure,
            hardening: form.hardening,
            building: Permille::ZERO,
            population: form.population,
            function: form.function,
            designation: form.designation,
            nuclear_command: form.nuclear_command,
        }
    }

    pub(super) fn actor_row(&mut self, place: usize, form: &ActorForm, at: &Range<usize>) -> Actor {
        Actor {
            id: ActorId::at(place),
            kind: form.kind,
            home: self.state(&form.home, at),
            sponsor: self.maybe(form.sponsor.as_ref(), at, Self::state),
            control: form.control,
            support: form.support,
            leans_to: self.maybe(form.leans_to.as_ref(), at, Self::state),
            capability: form.capability,
            standing: form.standing,
            tools: None,
        }
    }

    fn harm(&mut self, harm: Harm, at: &Range<usize>) -> Harm {
        let spec = self.corpus().vocabulary().spec(facts::CASUALTIES);
        let most = if let Holds::Int { high, .. } = spec.holds { high } else { 0 };
        self.reader.range("the number of casualties", harm.casualties.into(), 0..=most.into(), at);
        harm
    }

    pub(super) fn operation_row(&mut self, place: usize, form: &OperationForm, at: &Range<usize>) -> Operation {
        let card = self.card(&form.card, at);
        let usual = match self.rules.play(card).map(|play| &play.mechanic) {
            Some(Mechanic::Covert(numbers)) => Some(*form.level.pick(&numbers.harm.each_ref())),
            _ => None,
        };
        if usual.is_none() && self.rules.find(&form.card).is_some() {
            let message = format!("`{}` is no move by which an operation is run", form.card);
            self.reader.wrong_word(&form.card, at, message, None);
        }
        let author = match &form.author {
            PartyForm::State(name) => Party::State(self.state(name, at)),
            PartyForm::Actor(name) => Party::Actor(self.actor(name, at)),
        };
        let began = self.past("the day an operation began", form.began, at);
        let ready = form.ready.map_or(began, |day| self.day("the day an operation is ready", day, at));
        let ends = self.day("the day an operation ends", form.ends, at);
        if ready < began || ends < ready {
            self.reader.wrong(at.clone(), "an operation begins, is ready and ends in this order", None);
        }
        Operation {
            id: OperationId::at(place),
            author,
            hand: self.maybe(form.hand.as_ref(), at, Self::actor),
            card,
            target: self.state(&form.target, at),
            asset: self.maybe(form.asset.as_ref(), at, Self::asset),
            via: self.maybe(form.via.as_ref(), at, Self::state),
            false_flag: self.maybe(form.false_flag.as_ref(), at, Self::state),
            method: form.method,
            level: form.level,
            stage: form.stage,
            began,
            ready,
            ends,
            harm: self.harm(form.harm.or(usual).unwrap_or_default(), at),
            basis: form.basis,
            purpose: form.purpose,
            about: self.maybe(form.about.as_ref(), at, Self::incident),
            answers: None,
            known_to: self.states(&form.known_to, at).union(author.state().map(StateSet::of).unwrap_or_default()),
            tools: None,
        }
    }

    /// `assets` are those of the opening: gravity depends on what was hit.
    pub(super) fn incident_row(
        &mut self,
        place: usize,
        form: &IncidentForm,
        at: &Range<usize>,
        assets: &[Asset],
    ) -> Incident {
        let asset = self.maybe(form.asset.as_ref(), at, Self::asset);
        let hit = asset.and_then(|asset| assets.get(asset.index()));
        let harm = self.harm(form.harm, at);
        let victim = self.state(&form.victim, at);
        let noticed = self.past_if("the day an incident was noticed", form.noticed, at);
        let known_to = self.known(&form.known_to, at);
        if noticed.is_none() && known_to.contains(victim) {
            self.reader.wrong(at.clone(), "the victim knows of it, but it has no day on which it was noticed", None);
        }
        Incident {
            id: IncidentId::at(place),
            victim,
            asset,
            operation: self.maybe(form.operation.as_ref(), at, Self::operation),
            card: self.card(&form.card, at),
            harm,
            gravity: gravity(self.corpus(), &harm, hit),
            severity: severity(&harm, hit),
            began: self.past("the day an incident began", form.began, at),
            noticed,
            ceased: self.past_if("the day an incident ceased", form.ceased, at),
            known_to: if noticed.is_some() { known_to.with(victim) } else { known_to },
            transit: self.maybe(form.transit.as_ref(), at, Self::state),
        }
    }

    fn question(&mut self, form: &QuestionForm, at: &Range<usize>) -> Question {
        match form {
            QuestionForm::Author(name) => Question::Author(self.state(name, at)),
            QuestionForm::NonState => Question::NonState,
            QuestionForm::Link(name, link) => Question::Link(self.state(name, at), *link),
            QuestionForm::Harbours(name) => Question::Harbours(self.state(name, at)),
        }
    }

    pub(super) fn evidence_row(&mut self, place: usize, form: &EvidenceForm, at: &Range<usize>) -> Evidence {
        let usual = self.rules.model.knowledge.worth(form.kind);
        let weight = form.weight.unwrap_or(usual.weight);
        let reliability = form.reliability.unwrap_or(usual.reliability);
        self.reader.range("the weight of evidence", weight.into(), -12_000..=12_000, at);
        Evidence {
            id: EvidenceId::at(place),
            incident: self.incident(&form.incident, at),
            holder: self.state(&form.holder, at),
            from: self.maybe(form.from.as_ref(), at, Self::state),
            copy_of: None,
            kind: form.kind,
            bears_on: self.question(&form.bears_on, at),
            weight,
            reliability,
            fabricated: form.fabricated,
            found: self.past("the day evidence was found", form.found, at),
            detail: form.detail.unwrap_or(Detail::Technical),
            disclosed: form.disclosed,
        }
    }

    pub(super) fn belief(&mut self, form: &BeliefForm, at: &Range<usize>) -> Belief {
        Belief {
            holder: self.state(&form.holder, at),
            incident: self.incident(&form.incident, at),
            question: self.question(&form.question, at),
            odds: LogOdds::from_probability(form.likely),
        }
    }

    pub(super) fn undertaking_row(&mut self, place: usize, form: &UndertakingForm, at: &Range<usize>) -> Undertaking {
        let (from, to) = self.pair(&form.from, &form.to, at);
        let content = self.content(&form.content, at);
        let made = self.past("the day a word was given", form.made, at);
        let known_to = match &form.known_to {
            Some(known) => self.known(known, at),
            None => StateSet::of(from).with(to),
        };
        let row = Undertaking::given(form.kind, (from, to), content, made, known_to);
        Undertaking {
            id: UndertakingId::at(place),
            incident: self.maybe(form.incident.as_ref(), at, Self::incident),
            claim: self.maybe(form.claim.as_ref(), at, Self::claim),
            due: form.due.map(|day| self.day("the day a word falls due", day, at)),
            since: (form.status == UndertakingStatus::Accepted).then_some(made),
            status: form.status,
            known_to,
            ..row
        }
    }

    fn content(&mut self, form: &ContentForm, at: &Range<usize>) -> Content {
        match form {
            ContentForm::Talks => Content::Talks,
            ContentForm::CeaseOperations => Content::CeaseOperations,
            ContentForm::LiftMeasure(name) => Content::LiftMeasure(self.measure(name, at)),
            ContentForm::Reparation => Content::Reparation,
            ContentForm::Assistance => Content::Assistance,
            ContentForm::SuppressAtHome => Content::SuppressAtHome,
            ContentForm::ShareEvidence => Content::ShareEvidence,
            ContentForm::Permit(slug) => Content::Permit(self.card(slug, at)),
            ContentForm::Inquiry => Content::Inquiry,
            ContentForm::Relations => Content::Relations,
            ContentForm::Channel => Content::Channel,
            ContentForm::Moratorium(sector) => Content::Moratorium(*sector),
            ContentForm::InformationSharing => Content::InformationSharing,
            ContentForm::Verification => Content::Verification,
            ContentForm::JointExercise => Content::JointExercise,
            ContentForm::FactFinding => Content::FactFinding,
            ContentForm::ClaimsCommission => Content::ClaimsCommission,
            ContentForm::Registry => Content::Registry,
        }
    }

    fn pair(&mut self, one: &str, other: &str, at: &Range<usize>) -> (StateId, StateId) {
        if one == other {
            self.reader.wrong(at.clone(), "both sides are the same state", None);
        }
        (self.state(one, at), self.state(other, at))
    }

    pub(super) fn measure_row(&mut self, place: usize, form: &MeasureForm, at: &Range<usize>) -> Measure {
        let (by, against) = self.pair(&form.by, &form.against, at);
        Measure {
            id: MeasureId::at(place),
            by,
            against,
            card: self.card(&form.card, at),
            sector: form.sector,
            basis: form.basis,
            purpose: form.purpose,
            about: self.maybe(form.about.as_ref(), at, Self::incident),
            answers: self.maybe(form.answers.as_ref(), at, Self::claim),
            departs_from: form.departs_from,
            began: self.past("the day a measure began", form.began, at),
            until: form.until.map(|day| self.day("the day a measure ends", day, at)),
            level: form.level,
            ended: None,
            status: MeasureStatus::InForce,
            strength: form.strength,
            reversible: form.reversible,
            known_to: form.known_to.as_ref().map_or(StateSet::ALL, |known| self.known(known, at)),
        }
    }

    pub(super) fn claim_row(&mut self, place: usize, form: &ClaimForm, at: &Range<usize>) -> Claim {
        let (claimant, respondent) = self.pair(&form.claimant, &form.respondent, at);
        let norm = form.norm.as_ref().and_then(|name| {
            let found = self.corpus().find(name).map(|norm| norm.0);
            if found.is_none() {
                let help = closest(name, self.corpus().ids()).map(|near| format!("did you mean `{near}`?"));
                self.reader.wrong_word(name, at, format!("there is no norm `{name}`"), help);
            }
            found
        });
        Claim {
            id: WrongId::at(place),
            claimant,
            respondent,
            incident: self.maybe(form.incident.as_ref(), at, Self::incident),
            measure: self.maybe(form.measure.as_ref(), at, Self::measure),
            norm,
            raised: self.past("the day a claim was raised", form.raised, at),
            demanded: self.past_if("the day of a demand", form.demanded, at),
            notified: self.past_if("the day of a notice", form.notified, at),
            negotiation_offered: self.past_if("the day talks were offered", form.negotiation_offered, at),
            ceased_seen: self.past_if("the day a wrong was seen to end", form.ceased_seen, at),
            reparation: form.reparation,
            repaired: None,
            assured: self.past_if("the day of an assurance", form.assured, at),
            forum: form.forum,
            put: None,
            provisional: None,
            judgment: Judgment::None,
            status: form.status,
            closed: None,
        }
    }

    pub(super) fn note_row(&mut self, place: usize, form: &NoteForm, at: &Range<usize>) -> Note {
        let (from, to) = self.pair(&form.from, &form.to, at);
        Note {
            id: NoteId::at(place),
            from,
            to,
            kind: form.kind,
            about: self.maybe(form.about.as_ref(), at, Self::incident),
            claim: self.maybe(form.claim.as_ref(), at, Self::claim),
            day: self.past("the day of a note", form.day, at),
            known_to: match &form.known_to {
                Some(known) => self.known(known, at),
                None => StateSet::of(from).with(to),
            },
        }
    }

    /// Turns every row that could be read into a row of the simulation, with its place in the list.
    pub(super) fn all<F, R>(
        &mut self,
        rows: &[Row<F>],
        mut make: impl FnMut(&mut Self, usize, &F, &Range<usize>) -> R,
    ) -> Vec<R> {
        let read = rows.iter().enumerate().filter_map(|(place, row)| Some((place, row.form.as_ref()?, &row.at)));
        read.map(|(place, form, at)| make(self, place, form, at)).collect()
    }
}

/// What follows from evidence that a scenario opens with, where no belief is written: the usual prior, moved by every item
/// that bears on the question.
pub(super) fn beliefs_from(evidence: &[Evidence], written: &mut Vec<Belief>, prior: LogOdds) {
    let firm = written.len();
    for item in evidence {
        let key = (item.holder, item.incident, item.bears_on);
        match written.iter().position(|belief| (belief.holder, belief.incident, belief.question) == key) {
            Some(place) if place < firm => {}
            Some(place) => written[place].odds = written[place].odds.plus(item.bearing()),
            None => written.push(Belief {
                holder: item.holder,
                incident: item.incident,
                question: item.bears_on,
                odds: prior.plus(item.bearing()),
            }),
        }
    }
    written.sort_unstable_by_key(|belief| (belief.holder, belief.incident, belief.question));
}
