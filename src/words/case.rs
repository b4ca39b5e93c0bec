//! What card and brief both ask of an opinion: which entry decides, why, and what would change it.

use std::cmp::Ordering;

use crate::law::act::{Act, Character};
use crate::law::assess::{Assessment, Depth, Finding, Overall, assess};
use crate::law::corpus::{Corpus, NormId};
use crate::law::explain::{Flip, flips, reasons};
use crate::law::fact::{Fact, facts};
use crate::law::logic::Value;
use crate::law::norm::{Kind, PLEAS};
use crate::law::opinion::{Entry, Opinion};
use crate::law::sheet::Packed;
use crate::law::turns::Turns;
use crate::sim::order::FollowUp;
use crate::words::locale::Words;
use crate::words::phrase::Facet;

pub(super) struct Case<'a> {
    pub(super) words: &'a Words,
    pub(super) corpus: &'a Corpus,
    pub(super) act: &'a Act,
    pub(super) opinion: &'a Opinion,
    pub(super) assessment: Assessment,
    /// The unknown facts that could still change the verdict.
    pub(super) open: Vec<Fact>,
}

impl<'a> Case<'a> {
    pub(super) fn new(words: &'a Words, corpus: &'a Corpus, act: &'a Act, opinion: &'a Opinion) -> Self {
        let mut assessment = Assessment::new(corpus);
        let packed = Packed::new(corpus, &opinion.sheet);
        assess(corpus, opinion.reading, act, &packed, Depth::Whole, &mut assessment);
        Self { words, corpus, act, opinion, assessment, open: opinion.open_on(corpus) }
    }

    pub(super) fn kind(&self, entry: &Entry) -> Kind {
        self.corpus.norm(entry.norm).spec.kind
    }

    /// The act's name, or its slug where the card is not at hand.
    pub(super) fn title(&self, id: &str) -> String {
        match self.words.prose(id) {
            Some(prose) => prose.title.clone(),
            None if FollowUp::SLUGS.contains(&id) => self.words.say(&format!("choose-{id}")),
            None => id.to_owned(),
        }
    }

    /// The entry that decides; for a lawful act the one that came nearest to deciding otherwise.
    pub(super) fn decisive(&self) -> Option<&'a Entry> {
        if !self.is_lawful() {
            return self.opinion.decisive(self.corpus);
        }
        let raised = || self.opinion.entries.iter().filter(|entry| entry.raised == Value::True);
        let weight = |entry: &&Entry| self.corpus.norm(entry.norm).spec.weight;
        let counting =
            |finding| raised().filter(move |entry| entry.finding == finding && self.corpus.norm(entry.norm).counts());
        let doubted = counting(Finding::NoBreach)
            .filter(|entry| entry.positions.iter().any(|(_, finding)| *finding != Finding::NoBreach));
        counting(Finding::Precluded)
            .max_by_key(weight)
            .or_else(|| {
                let consent = self.corpus.find(PLEAS[0].1);
                raised().find(|entry| Some(entry.norm) == consent && entry.finding == Finding::Precluded)
            })
            .or_else(|| doubted.max_by_key(weight))
            .or_else(|| counting(Finding::NoBreach).max_by_key(weight))
    }

    pub(super) fn is_lawful(&self) -> bool {
        matches!(self.opinion.overall, Overall::Lawful | Overall::UnfriendlyButLawful)
    }

    /// Raised entries of norms that count, with a finding, save one.
    pub(super) fn others(&self, finding: Finding, but: Option<&Entry>) -> Vec<&'a Entry> {
        (self.opinion.entries.iter())
            .filter(|entry| entry.raised == Value::True && entry.finding == finding)
            .filter(|entry| self.corpus.norm(entry.norm).counts())
            .filter(|entry| but.is_none_or(|other| other.norm != entry.norm))
            .collect()
    }

    /// What is left of an act apart from a duty owed: whether it is itself clean, disputed or undecided.
    pub(super) fn own(&self) -> &'static str {
        let is = |finding| self.others(finding, None).iter().any(|entry| self.kind(entry) == Kind::Prohibition);
        if is(Finding::Contested) {
            "contested"
        } else if is(Finding::Undetermined) {
            "open"
        } else {
            "clean"
        }
    }

    /// The word by which the headline explains the verdict.
    pub(super) fn ground(&self) -> &'static str {
        let sheet = &self.opinion.sheet;
        match self.opinion.overall {
            Overall::Contested => "contested",
            Overall::Undetermined => "open",
            Overall::Unlawful if self.opinion.is_only_owed(self.corpus) => "owed",
            Overall::Unlawful => "breach",
            Overall::UnfriendlyButLawful => "unfriendly",
            Overall::Lawful if !self.others(Finding::Precluded, None).is_empty() => "excused",
            Overall::Lawful if self.decisive().is_some_and(|entry| self.kind(entry) == Kind::Plea) => "consent",
            Overall::Lawful if sheet.get(facts::ARMED_CONFLICT).is_some_and(|code| code > 0) => "conflict",
            Overall::Lawful if self.act.character != Character::Lawful && self.act.esc <= -15 => "omission",
            Overall::Lawful => "harmless",
        }
    }

    /// The sentence on a norm's test, before pleas. A headline divided only by what it builds on is told by that.
    pub(super) fn sentence(&self, id: NormId) -> String {
        let facet = match self.assessment.test(self.corpus, id) {
            Value::True => Facet::Met,
            Value::False => Facet::Failed,
            Value::Unknown => Facet::Open,
            Value::Contested => Facet::Contested,
        };
        if let Some(position) = self.corpus.norm(id).prevailing()
            && facet != Facet::Contested
        {
            // The norm's own sentences speak of the reading it was written on.
            let value = match facet {
                Facet::Met => "met",
                Facet::Failed => "failed",
                _ => "open",
            };
            let view = self.words.view(self.corpus, id, position);
            return self.words.say_with("why-prevailing", &[("view", (&view).into()), ("value", value.into())]);
        }
        let own = self.words.norm(self.corpus, id, facet);
        if !own.is_empty() {
            return own;
        }
        let divided = self.opinion.entry(id).into_iter().flat_map(|entry| &entry.elements);
        divided
            .flat_map(|element| &element.norms)
            .filter(|(norm, value)| *value == Value::Contested && *norm != id)
            .map(|(norm, _)| self.sentence(*norm))
            .next()
            .unwrap_or_else(|| self.words.norm(self.corpus, id, Facet::Open))
    }

    /// The facts that carry the answer on a norm.
    pub(super) fn reasons(&self, id: NormId) -> Vec<Fact> {
        reasons(self.corpus, self.opinion.reading, &self.assessment, &self.opinion.sheet, id)
    }

    /// The same for the eye: those that people dispute first, without those that go without saying.
    pub(super) fn told(&self, id: NormId) -> Vec<Fact> {
        let mut found = reasons(self.corpus, self.opinion.reading, &self.assessment, &self.opinion.sheet, id);
        let plain = |fact: &Fact| {
            [facts::PERPETRATOR, facts::CONSENT, facts::CONDUCT_KIND, facts::CYBER_MEANS, facts::CLAIMED_BASIS]
                .iter()
                .position(|known| known == fact)
                .map_or(0, |at| at + 1)
        };
        // What was to be expected says less than what was not.
        let vocabulary = self.corpus.vocabulary();
        let expected = |fact: &Fact| self.opinion.sheet.get(*fact) == vocabulary.default(*fact);
        if self.assessment.test(self.corpus, id) != Value::False && found.iter().any(|fact| !expected(fact)) {
            let unusual = |fact: &&Fact| plain(fact) == 0 && !expected(fact);
            let told = found.iter().filter(unusual).count() > 0;
            found.retain(|fact| !told || !expected(fact) && plain(fact) <= 2);
        }
        found.sort_by_key(|fact| (plain(fact), expected(fact)));
        found
    }

    /// The same as clauses; what is unknown is left to the questions.
    pub(super) fn clauses(&self, facts: &[Fact]) -> Vec<String> {
        (facts.iter())
            .filter_map(|fact| Some(self.words.clause(self.corpus, *fact, self.opinion.sheet.get(*fact)?)))
            .collect()
    }

    /// The conditions of a plea that keep it from succeeding: those certainly violated, else those in doubt.
    pub(super) fn obstacles(&self, plea: NormId) -> Vec<NormId> {
        let Some(entry) = self.opinion.entry(plea) else { return Vec::new() };
        let test = self.assessment.test(self.corpus, plea);
        let wanted = if test == Value::True { return Vec::new() } else { test };
        let norms = entry.elements.iter().filter(|part| part.value == wanted).flat_map(|part| &part.norms);
        let mut found: Vec<NormId> = Vec::new();
        for (norm, value) in norms {
            let blocks = *value == if wanted == Value::False { Value::True } else { wanted };
            if blocks && !found.contains(norm) {
                found.push(*norm);
            }
        }
        found
    }

    /// What would change the verdict: for the better if it is not lawful, for the worse if it is.
    pub(super) fn flips(&self, decisive: Option<&Entry>) -> Vec<Flip> {
        let mut telling: Vec<Fact> = Vec::new();
        let mut carrying = 0;
        if let Some(entry) = decisive {
            for (plea, _) in &entry.shields {
                telling.extend(self.obstacles(*plea).into_iter().flat_map(|norm| self.reasons(norm)));
                telling.extend(self.reasons(*plea));
            }
            telling.extend(self.reasons(entry.norm));
            carrying = telling.len();
            telling.extend(&self.corpus.norm(entry.norm).facts);
        }
        let entries = (self.opinion.entries.iter())
            .filter(|entry| entry.raised == Value::True && self.corpus.norm(entry.norm).counts());
        telling.extend(entries.flat_map(|entry| &self.corpus.norm(entry.norm).facts));
        let wanted = if self.is_lawful() { Ordering::Greater } else { Ordering::Less };
        let (reading, sheet) = (self.opinion.reading, &self.opinion.sheet);
        let found = flips(self.corpus, reading, self.act, sheet, &telling, carrying, wanted);
        // A harmless act could do anything if it were another act: keep to what the raised norms look at, and to
        // undertakings that any act may break.
        let general = [facts::TREATY_BREACH, facts::UNSC_DECISION];
        found
            .into_iter()
            .filter(|flip| !self.is_lawful() || flip.overall != Overall::Undetermined)
            .filter(|flip| telling.contains(&flip.fact) || general.contains(&flip.fact))
            .filter(|flip| ![facts::CONDUCT_KIND, facts::CLAIMED_BASIS, facts::CYBER_MEANS].contains(&flip.fact))
            .collect()
    }

    /// The entry on which schools differ most tellingly: the decisive one, else a divided one that it builds on or
    /// that is raised beside it.
    pub(super) fn divided(&self, decisive: Option<&'a Entry>) -> Option<&'a Entry> {
        let splits = |entry: &&Entry| schools_of(entry).len() > 1;
        let shields = decisive.into_iter().flat_map(|entry| &entry.shields).map(|(plea, _)| *plea);
        let near: Vec<NormId> = decisive
            .into_iter()
            .flat_map(|entry| &entry.elements)
            .flat_map(|element| element.norms.iter().map(|(norm, _)| *norm))
            .chain(shields.flat_map(|plea| self.obstacles(plea)))
            .collect();
        let raised = || self.opinion.entries.iter().filter(|entry| entry.raised == Value::True);
        decisive.filter(splits).or_else(|| raised().filter(|entry| near.contains(&entry.norm)).find(splits)).or_else(
            || {
                let counts = |entry: &&Entry| self.corpus.norm(entry.norm).counts();
                raised().filter(counts).filter(splits).max_by_key(|entry| self.corpus.norm(entry.norm).spec.weight)
            },
        )
    }

    /// Where answers to the deciding questions lead, as clauses: `breached if …`.
    pub(super) fn ways(&self, id: NormId, turns: &Turns) -> Vec<(String, String)> {
        (turns.ways.iter())
            .map(|way| {
                let clauses: Vec<String> =
                    way.when.iter().map(|(fact, codes)| self.words.among(self.corpus, *fact, codes)).collect();
                (self.words.found(self.corpus, id, way.finding), self.words.list("list-and", &clauses))
            })
            .collect()
    }
}

/// Positions of an entry grouped by what they find, gravest first. A reading stands in the order of the catalogue.
pub(super) fn schools_of(entry: &Entry) -> Vec<(Finding, Vec<usize>)> {
    let mut groups: Vec<(Finding, Vec<usize>)> = Vec::new();
    for (nth, (_, finding)) in entry.positions.iter().enumerate() {
        match groups.iter_mut().find(|(known, _)| known == finding) {
            Some((_, members)) => members.push(nth),
            None => groups.push((*finding, vec![nth])),
        }
    }
    groups.sort_by_key(|(finding, _)| std::cmp::Reverse(*finding));
    groups
}
