//! What a seat reads while it drafts an order: the questions left to it, what the act would mean, and what came of it.

use crate::base::StateSet;
use crate::sim::council::Operative;
use crate::sim::custom::Tenet;
use crate::sim::docket::Refusal;
use crate::sim::operations::Basis;
use crate::sim::order::{Level, Publicity};
use crate::view::{Asked, Draft, Preview, Undone};
use crate::words::seat::Outlook;

impl Outlook<'_> {
    /// How far an act goes.
    pub fn level(&self, level: Level) -> String {
        self.worded("play-level", "level", level)
    }

    /// Who is meant to see an act; nothing said leaves it to the card.
    pub fn publicity(&self, publicity: Option<Publicity>) -> String {
        publicity.map_or_else(|| self.unset(), |publicity| self.worded("play-publicity", "publicity", publicity))
    }

    /// The legal label on an act.
    pub fn basis(&self, basis: Basis) -> String {
        self.worded("play-basis", "basis", basis)
    }

    /// What a body is to decide.
    pub fn operative(&self, decision: Operative) -> String {
        self.worded("play-decision", "decision", decision)
    }

    /// A reading of a norm, to be chosen from all of them.
    pub fn reading(&self, tenet: Option<Tenet>) -> String {
        let Some(tenet) = tenet else { return self.unset() };
        let (norm, view) = self.telling.tenet(tenet);
        self.telling.words.say_with("play-reading", &[("norm", (&norm).into()), ("view", (&view).into())])
    }

    /// How sure somebody is that an act is lawful: 1 to 5, or 0 for nothing said.
    pub fn estimate(&self, step: u8) -> String {
        self.telling.words.say_with("play-estimate-step", &[("step", u32::from(step).into())])
    }

    /// Yes or no.
    pub fn answer(&self, answer: bool) -> String {
        let answer = if answer { "yes" } else { "no" };
        self.telling.words.say_with("play-yes-no", &[("answer", answer.into())])
    }

    fn unset(&self) -> String {
        self.telling.words.say("play-unset")
    }

    fn worded(&self, id: &str, name: &str, value: impl serde::Serialize) -> String {
        self.telling.words.say_with(id, &[(name, (&self.telling.word(value)).into())])
    }

    /// A question, as a label.
    pub fn question(&self, asked: Asked) -> String {
        let what = match asked {
            Asked::Target => "target",
            Asked::Level => "level",
            Asked::Publicity => "publicity",
            Asked::Basis => "basis",
            Asked::Days => "days",
            Asked::Content => "content",
            Asked::ByItself => "by-itself",
            Asked::Grants => "grants",
            Asked::Operative => "operative",
            Asked::Reading => "reading",
        };
        self.telling.words.say_with("play-ask", &[("what", what.into())])
    }

    /// What a draft says now to a question.
    pub fn said(&self, asked: Asked, draft: &Draft) -> String {
        let (telling, terms) = (&self.telling, &draft.order.terms);
        match asked {
            Asked::Target => terms.target.map_or_else(|| self.unset(), |target| telling.state(target)),
            Asked::Level => self.level(terms.level()),
            Asked::Publicity => self.publicity(terms.publicity),
            Asked::Basis => self.basis(terms.basis),
            Asked::Days => terms.days.map_or_else(|| self.unset(), |days| days.to_string()),
            Asked::Content => terms.content.map_or_else(|| self.unset(), |content| telling.content(content)),
            Asked::ByItself => self.answer(terms.by_itself == Some(true)),
            Asked::Grants => self.answer(terms.grants == Some(true)),
            Asked::Operative => self.operative(terms.operative.unwrap_or_default()),
            Asked::Reading => self.reading(terms.reading),
        }
    }

    /// What an act would mean besides the law: where it stands on the ladder, and whether it can be undone.
    pub fn consequences(&self, draft: &Draft, seen: &Preview) -> String {
        let (words, telling) = (self.telling.words, &self.telling);
        let undone = match seen.undone {
            Undone::Yes => "yes",
            Undone::No => "no",
            Undone::Words => "words",
        };
        let undone = words.say_with("play-undone", &[("undone", undone.into())]);
        let Some(target) = draft.order.terms.target.filter(|_| seen.step > 0) else { return undone };
        let other = telling.state(target);
        let args = [
            ("step", u32::from(seen.step).into()),
            ("name", telling.step(seen.step).into()),
            ("other", (&other).into()),
            ("now", u32::from(seen.stands_on).into()),
            ("now-name", telling.step(seen.stands_on).into()),
        ];
        format!("{} {undone}", words.say_with("play-ladder", &args))
    }

    /// Who else would see an act; nobody if it is secret.
    pub fn readers(&self, seen: &Preview) -> Option<String> {
        let mut others = seen.audience;
        if others == StateSet::of(self.view.seat) {
            return None;
        }
        if !others.is_public() {
            others.remove(self.view.seat);
        }
        Some(self.telling.states(others))
    }

    /// The last question before an order is given, which repeats who will see it.
    pub fn last_question(&self, seen: &Preview) -> String {
        match self.readers(seen) {
            None => self.telling.words.say("play-send-secret"),
            Some(who) => self.telling.words.say_with("play-send", &[("who", (&who).into())]),
        }
    }

    /// What came of the past turn: every act has a line, even one that was refused or without effect.
    pub fn outcome(&self, refused: &[Refusal]) -> Vec<String> {
        let words = self.telling.words;
        let mut lines: Vec<String> = self.telling.orders.iter().map(|order| self.telling.order(order)).collect();
        lines.extend(refused.iter().map(|why| {
            let why = self.telling.why(*why);
            words.say_with("play-refused", &[("why", (&why).into())])
        }));
        let events = self.came();
        if events.is_empty() {
            lines.push(words.say("play-came-nothing"));
        }
        lines.extend(events);
        lines
    }
}
