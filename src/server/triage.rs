//! Triage: what a facilitator reads first. Flags are guesses from words, and say so; the words stand in
//! `assets/words/en/host.ftl`, so that another language brings its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use crate::session::entry::Message;
use crate::session::room::Room;
use crate::words::Words;

/// What a message may be, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Flag {
    /// Written to the facilitator.
    Appeal,
    /// A demand with a deadline.
    Ultimatum,
    /// A threat.
    Threat,
    /// Something that was not to be told.
    Leak,
    /// An offer.
    Offer,
    /// Not about the crisis.
    OffTask,
}

impl Flag {
    /// Every flag, the most urgent first.
    pub(super) const ALL: [Self; 6] =
        [Self::Appeal, Self::Ultimatum, Self::Threat, Self::Leak, Self::Offer, Self::OffTask];

    /// As addresses and locale files name it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Appeal => "appeal",
            Self::Ultimatum => "ultimatum",
            Self::Threat => "threat",
            Self::Leak => "leak",
            Self::Offer => "offer",
            Self::OffTask => "off-task",
        }
    }
}

/// The words by which flags are guessed, in lower case.
#[derive(Debug)]
pub(super) struct Triage(Vec<(Flag, Vec<String>)>);

impl Triage {
    pub(super) fn new(words: &Words) -> Self {
        let signs = |flag: Flag| {
            let list = words.say(&format!("flag-signs-{}", flag.word())).to_lowercase();
            list.split(',').map(|sign| sign.trim().to_owned()).filter(|sign| !sign.is_empty()).collect()
        };
        Self(Flag::ALL[1..].iter().map(|flag| (*flag, signs(*flag))).collect())
    }

    /// What a message may be, the most urgent first.
    pub(super) fn flags(&self, message: &Message, text: &str) -> Vec<Flag> {
        let text = text.to_lowercase();
        let appeal = message.to.is_empty().then_some(Flag::Appeal);
        let guessed = self.0.iter().filter(|(_, signs)| signs.iter().any(|sign| says(&text, sign)));
        appeal.into_iter().chain(guessed.map(|(flag, _)| *flag)).collect()
    }
}

/// Whether a text holds a word or phrase, not merely as part of another word.
fn says(text: &str, sign: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(sign).any(|(at, found)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + found.len()..].chars().next())
    })
}

/// Which messages a facilitator has read, by game: what the archive holds, at hand for every page.
#[derive(Debug, Default)]
pub(super) struct Read(Mutex<BTreeMap<String, BTreeSet<u32>>>);

impl Read {
    /// Notes that messages were read.
    pub(super) fn mark(&self, game: &str, messages: impl IntoIterator<Item = u32>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(game.to_owned()).or_default().extend(messages);
    }

    /// What was read of a game.
    pub(super) fn of(&self, game: &str) -> BTreeSet<u32> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(game).cloned().unwrap_or_default()
    }
}

/// A message as it lies in the inbox.
#[derive(Clone, Debug)]
pub(super) struct Letter<'a> {
    pub(super) nth: u32,
    pub(super) message: &'a Message,
    /// What it says, hidden or not.
    pub(super) text: &'a str,
    pub(super) is_hidden: bool,
    pub(super) flags: Vec<Flag>,
    pub(super) is_read: bool,
}

/// Every message: the unread first, by urgency, and the latest first among equals.
pub(super) fn inbox<'a>(triage: &Triage, room: &'a Room, read: &BTreeSet<u32>) -> Vec<Letter<'a>> {
    let letter = |(nth, message): (u32, &'a Message)| {
        let hidden = room.hidden.get(&nth);
        let text = hidden.map_or(message.text.as_str(), String::as_str);
        let flags = triage.flags(message, text);
        Letter { nth, message, text, is_hidden: hidden.is_some(), flags, is_read: read.contains(&nth) }
    };
    let mut all: Vec<Letter<'_>> = (0..).zip(room.messages.iter()).map(letter).collect();
    all.sort_by_key(|letter| {
        let urgency = letter.flags.first().map_or(Flag::ALL.len(), |flag| *flag as usize);
        (letter.is_read, if letter.is_read { 0 } else { urgency }, std::cmp::Reverse(letter.nth))
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::base::id::StateId;
    use crate::base::{StateSet, Turn};
    use crate::session::desk::{Key, Moment, PersonId};
    use crate::words::Words;

    fn message(to: StateSet, text: &str) -> Message {
        Message {
            turn: Turn(0),
            at: Moment(1),
            person: PersonId(1),
            from: StateId(0),
            to,
            text: text.into(),
            key: Key("k".into()),
        }
    }

    #[test]
    fn flags_are_guessed_from_whole_words_and_the_urgent_comes_first() {
        let triage = Triage::new(&Words::english().unwrap());
        let of = |text: &str| triage.flags(&message(StateSet::of(StateId(1)), text), text);
        assert_eq!(of("Withdraw within 48 hours OR ELSE."), [Flag::Ultimatum, Flag::Threat]);
        assert_eq!(of("We offer talks."), [Flag::Offer]);
        assert_eq!(of("Our officer will meet you."), [], "an officer is no offer");
        assert_eq!(of("homework is due"), [Flag::OffTask]);
        assert_eq!(triage.flags(&message(StateSet::EMPTY, "Is this fair?"), "Is this fair?"), [Flag::Appeal]);
        let mut room = Room::new(2, crate::session::desk::Millis(1));
        for text in ["Good morning.", "We offer talks.", "Or else.", "Good evening."] {
            Arc::make_mut(&mut room.messages).push(message(StateSet::of(StateId(1)), text));
        }
        let order = |read: &[u32]| {
            let read = read.iter().copied().collect();
            inbox(&triage, &room, &read).iter().map(|letter| letter.nth).collect::<Vec<_>>()
        };
        assert_eq!(order(&[]), [2, 1, 3, 0]);
        assert_eq!(order(&[2, 3]), [1, 0, 3, 2]);
    }
}
