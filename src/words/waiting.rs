//! What is waiting between a seat and others, in words; and how an offer differs from the one it answers.

use crate::base::{Day, StateSet};
use crate::sim::mechanics::offers::counter;
use crate::sim::order::{Act, FollowUp};
use crate::sim::relations::{Undertaking, UndertakingStatus};
use crate::view::{Draft, Matter, rival};
use crate::words::Words;
use crate::words::seat::Outlook;
use crate::words::text::{capitalised, continued};

/// A term of an offer that is another than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which term.
    pub term: String,
    /// What it says now.
    pub now: String,
    /// What it said before.
    pub before: String,
}

/// An offer beside the one it answers, term by term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The terms that differ.
    pub changed: Vec<Change>,
    /// The terms that do not.
    pub same: Vec<String>,
}

/// An offer held against another: why the two lie side by side, the earlier one, and what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Why, as a locale file's message.
    pub why: &'static str,
    /// The earlier offer, in words.
    pub offer: String,
    /// Term by term.
    pub compared: Compared,
}

impl Beside {
    /// What is held against what.
    pub fn title(&self, words: &Words) -> String {
        format!("{} {}.", words.say(self.why), self.offer)
    }

    /// Which terms are the same, in a sentence; nothing if none is.
    pub fn alike(&self, words: &Words) -> Option<String> {
        let terms = self.compared.same.iter().map(|term| continued(term)).collect::<Vec<_>>().join(", ");
        (!terms.is_empty()).then(|| words.say_with("wait-same", &[("terms", (&terms).into())]))
    }
}

impl Outlook<'_> {
    /// What an offer changes about the one it answers, or beside which it lies.
    pub fn beside(&self, now: &Undertaking) -> Option<Beside> {
        let before = rival(self.view, now)?;
        let why = if now.after == Some(before.id) { "wait-answers" } else { "wait-crosses" };
        Some(self.held_against(why, before, now))
    }

    /// What a draft that answers an offer would change, or what the offer that it answers has changed.
    pub fn beside_draft(&self, draft: &Draft) -> Option<Beside> {
        let offered = self.view.known.undertakings.get(draft.order.terms.undertaking?.index())?;
        match draft.order.act {
            Act::Follow(FollowUp::Counter) => {
                let instead = counter(self.view.rules(), self.view.known.day, &draft.order, offered);
                Some(self.held_against("wait-instead", offered, &instead))
            }
            Act::Follow(FollowUp::Accept | FollowUp::Reject) => self.beside(offered),
            _ => None,
        }
    }

    fn held_against(&self, why: &'static str, before: &Undertaking, now: &Undertaking) -> Beside {
        Beside { why, offer: self.telling.pledged(before), compared: self.compared(before, now) }
    }

    /// The same in lines, for whoever reads no pages.
    pub fn beside_lines(&self, beside: &Beside) -> Vec<String> {
        let words = self.telling.words;
        let mut lines = vec![beside.title(words)];
        for Change { term, now, before } in &beside.compared.changed {
            lines.push(format!("{term}: {now} {} {before}", words.say("wait-instead-of")));
        }
        lines.extend(beside.alike(words));
        lines
    }

    /// What is waiting, as a sentence.
    pub fn matter(&self, matter: Matter) -> String {
        let telling = &self.telling;
        let text = match matter {
            Matter::Note(id) => return telling.note(id),
            Matter::Claim(id) => telling.claim(id),
            Matter::Ballot(id) => telling.resolution(id),
            Matter::Expulsion(id) => return telling.may_return(id),
            Matter::Word(id) => match self.view.known.undertakings.get(id.index()) {
                None => telling.undertaking(id),
                // What has been answered or has run out says what became of it; the rest, what was said.
                Some(word) if word.status != UndertakingStatus::Open && !word.is_in_force() => self.became(word),
                Some(word) if word.content.is_agreement() && word.status != UndertakingStatus::Open => {
                    self.became(word)
                }
                Some(word) if word.due.is_some_and(|due| due < self.view.known.day) => self.became(word),
                Some(word) => telling.pledged(word),
            },
        };
        capitalised(&text) + "."
    }

    fn became(&self, word: &Undertaking) -> String {
        let telling = &self.telling;
        format!("{} {}", telling.undertaking(word.id), telling.undertaking_status(word.kind, word.status))
    }

    /// How long there is until a day, or how long ago it was.
    pub fn until(&self, due: Day) -> String {
        let (words, today) = (self.telling.words, self.view.known.day);
        let days = due.since(today);
        let count = |id: &str, days: i32| words.say_with(id, &[("days", days.unsigned_abs().into())]);
        if days < 0 {
            count("wait-ago", days)
        } else if days < i32::from(self.view.known.span.0) {
            // The day ends before the next morning.
            words.say("wait-last")
        } else {
            count("wait-days", days)
        }
    }

    /// An offer beside another, term by term: what is offered, who is bound, by when, on what, and who knows of it.
    fn compared(&self, before: &Undertaking, now: &Undertaking) -> Compared {
        let (telling, words) = (&self.telling, self.telling.words);
        let unsaid = || words.say("play-unset");
        let knowing = |word: &Undertaking| {
            let known = word.known_to;
            if known.is_public() { known } else { StateSet::of(word.from).with(word.to) }
        };
        type Say<'a> = &'a dyn Fn(&Undertaking) -> String;
        let terms: [(&str, Say<'_>); 5] = [
            ("wait-term-content", &|word| telling.content(word.content)),
            ("wait-term-bound", &|word| telling.states(word.binds())),
            ("wait-term-due", &|word| word.due.map_or_else(unsaid, |due| telling.day(due))),
            ("wait-term-about", &|word| word.incident.map_or_else(unsaid, |id| telling.incident(id))),
            ("wait-term-known", &|word| telling.states(knowing(word))),
        ];
        let (mut changed, mut same) = (Vec::new(), Vec::new());
        for (id, say) in terms {
            let (term, old, new) = (words.say(id), say(before), say(now));
            if old == new { same.push(term) } else { changed.push(Change { term, now: new, before: old }) }
        }
        Compared { changed, same }
    }
}
