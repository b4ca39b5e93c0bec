//! What a seat knows of each incident: who is held to be behind it and how surely, and every item of evidence with where it
//! came from, how far it is trusted, and who else has it.

use crate::base::id::{IncidentId, StateId};
use crate::base::{Permille, StateSet};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Belief, Confidence, Detail, Evidence, Question, about};
use crate::words::seat::Outlook;
use crate::words::text::capitalised;

/// Who has something before their eyes. Shown by colour, sign and word alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The seat's own State alone.
    Own,
    /// These other States too.
    Shared(StateSet),
    /// Everybody.
    Public,
}

impl Sight {
    /// What an audience means to a seat.
    pub fn of(audience: StateSet, seat: StateId) -> Self {
        if audience.is_public() {
            return Self::Public;
        }
        let mut others = audience;
        others.remove(seat);
        if others.is_empty() { Self::Own } else { Self::Shared(others) }
    }
}

/// An incident as a seat knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which, in the view's numbers.
    pub incident: IncidentId,
    /// What it is called, as a heading.
    pub title: String,
    /// Who is held to be behind it with how much confidence, in a sentence.
    pub about: String,
    /// That confidence; `None` if no view has been formed.
    pub sure: Confidence,
    /// Whether everybody knows of it; if not, a seat cannot tell who else does.
    pub is_public: bool,
    /// The evidence held on it.
    pub held: Vec<Held>,
}

/// An item of evidence as its holder reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// All of it in one phrase: for lists in plain text.
    pub line: String,
    /// What it is and what it suggests.
    pub what: String,
    /// The road it came by.
    pub provenance: String,
    /// How far the seat's own services trust it.
    pub trust: String,
    /// Who else has it.
    pub sight: Sight,
}

impl Outlook<'_> {
    /// What it knows of every incident and how surely, each with the evidence it holds.
    pub fn known(&self) -> Vec<Known> {
        let of = |incident: &Incident| {
            let all = self.view.known.evidence.iter();
            let held = all.filter(|item| item.holder == self.view.seat && item.incident == incident.id);
            Known {
                incident: incident.id,
                title: capitalised(&self.telling.incident(incident.id)),
                about: self.about(incident),
                sure: self.best(incident).map_or(Confidence::None, |belief| Confidence::of(belief.odds)),
                is_public: incident.known_to.is_public(),
                held: held.map(|item| self.held_item(item)).collect(),
            }
        };
        self.view.known.incidents.iter().map(of).collect()
    }

    /// That others may know other things, or that nothing is known.
    pub fn others_may_differ(&self) -> String {
        let nothing = self.view.known.incidents.is_empty();
        self.telling.words.say(if nothing { "play-evidence-nothing" } else { "play-evidence-others" })
    }

    /// The same as lines.
    pub fn evidence(&self) -> Vec<String> {
        let told = self.known().into_iter().flat_map(|known| {
            std::iter::once(known.about).chain(known.held.into_iter().map(|item| format!("  - {}", item.line)))
        });
        told.chain([self.others_may_differ()]).collect()
    }

    /// Who has something before their eyes, in words.
    pub fn sight(&self, sight: Sight) -> String {
        let words = self.telling.words;
        match sight {
            Sight::Own => words.say("sight-own"),
            Sight::Shared(with) => words.say_with("sight-shared", &[("who", (&self.telling.states(with)).into())]),
            Sight::Public => words.say("sight-public"),
        }
    }

    fn held_item(&self, item: &Evidence) -> Held {
        let (telling, words) = (&self.telling, self.telling.words);
        let from = item.from.map(|from| telling.state(from));
        let (kind, points, found) = (telling.evidence(item), telling.points_at(item), telling.day(item.found));
        let how = from.as_ref().map(|from| words.say_with("play-evidence-given", &[("from", from.into())]));
        let args = [
            ("evidence", (&kind).into()),
            ("points", (&points).into()),
            ("found", (&found).into()),
            ("how", how.as_deref().unwrap_or_default().into()),
        ];
        let line = words.say_with("play-evidence-item", &args);
        let road = [("from", from.as_deref().unwrap_or_default().into()), ("found", (&found).into())];
        let provenance = words.say_with(if from.is_some() { "held-given" } else { "held-found" }, &road);
        let trust = words.say_with("held-trust", &[("trust", trusted(item.reliability).into())]);
        Held { line, what: format!("{}, {points}", capitalised(&kind)), provenance, trust, sight: self.has(item) }
    }

    /// Who has an item: everybody once it is disclosed, else those to whom this seat gave a copy and the one it came from.
    fn has(&self, item: &Evidence) -> Sight {
        if item.disclosed > Detail::None {
            return Sight::Public;
        }
        let copies = self.view.known.evidence.iter().filter(|copy| copy.copy_of == Some(item.id));
        Sight::of(copies.map(|copy| copy.holder).chain(item.from).collect(), self.view.seat)
    }

    /// What it holds likeliest about an incident, in a sentence.
    pub(super) fn about(&self, incident: &Incident) -> String {
        self.view_on(incident).unwrap_or_else(|| {
            let named = capitalised(&self.telling.incident(incident.id));
            self.telling.words.say_with("play-evidence-none", &[("incident", (&named).into())])
        })
    }

    /// The same, if it holds anything.
    pub(super) fn view_on(&self, incident: &Incident) -> Option<String> {
        let telling = &self.telling;
        let belief = self.best(incident).filter(|belief| Confidence::of(belief.odds) > Confidence::None)?;
        let question = telling.question(belief.question, incident.id);
        let sure = telling.confidence(Confidence::of(belief.odds));
        let args = [("sure", (&sure).into()), ("question", (&question).into())];
        Some(telling.words.say_with("play-evidence-about", &args))
    }

    /// The likeliest answer to who is behind an incident.
    fn best(&self, incident: &Incident) -> Option<&Belief> {
        let who = |belief: &&Belief| match belief.question {
            Question::Author(suspect) => suspect != self.view.seat,
            question => question == Question::NonState,
        };
        let own = about(&self.view.known.beliefs, self.view.seat, incident.id);
        own.iter().filter(who).max_by_key(|belief| (belief.odds, std::cmp::Reverse(belief.question)))
    }
}

/// How far an item is trusted, as a selector knows it. Bounds are in thousandths of full trust; judgement.
const fn trusted(share: Permille) -> &'static str {
    match share.get() {
        ..400 => "little",
        400..700 => "partly",
        _ => "well",
    }
}
