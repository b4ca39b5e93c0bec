//! The law as it stands in the game: the catalogue turned by what States have said and done in play, and what has moved when.

use std::sync::Arc;

use crate::law::{Corpus, NormId};
use crate::sim::custom::{Doctrine, in_force};
use crate::sim::event::What;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Cast;
use crate::sim::situation::Situation;
use crate::words::text::capitalised;
use crate::words::{Telling, Words};

/// What practice in a game has made of the catalogue.
#[derive(Debug)]
pub(super) struct Practice {
    /// The year whose law the crisis is judged by.
    pub(super) as_of: u16,
    turned: Arc<Corpus>,
    /// What has moved, as the rows of a situation in which there is nothing else.
    scene: Situation,
}

/// A change of standing in play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// The norm.
    pub(super) norm: NormId,
    /// The reading, by its place.
    pub(super) place: usize,
    /// When it was so: “Turn 3, day 22”.
    pub(super) when: String,
    /// What changed, in a sentence.
    pub(super) what: String,
}

impl Practice {
    /// Nothing has moved yet.
    pub(super) fn none(rules: &Rulebook, as_of: u16, known: &Situation) -> Self {
        Self { as_of, turned: rules.law.corpus.clone(), scene: Situation::empty(known.span) }
    }

    /// Looks at a situation; says whether anything has moved since the last look.
    pub(super) fn follow(&mut self, rules: &Rulebook, known: &Situation) -> bool {
        let now = in_force(&known.doctrines, known.day);
        if self.scene.doctrines == now && self.scene.span == known.span {
            return false;
        }
        self.scene = Situation::empty(known.span);
        self.scene.doctrines.extend_from_slice(now);
        self.turned = rules.law.turned(now);
        true
    }

    /// The catalogue as it is read in a year. Practice in the game is of the game's own year; what would have become of another
    /// year's law nobody has played.
    pub(super) fn law(&self, rules: &Rulebook, year: u16) -> Arc<Corpus> {
        if year == self.as_of { self.turned.clone() } else { rules.law.corpus.clone() }
    }

    /// Every change, the first first.
    pub(super) fn moved(&self, words: &Words, rules: &Rulebook) -> Vec<Moved> {
        let cast = Cast::default();
        let telling = Telling { words, rules, cast: &cast, scene: &self.scene, orders: &[] };
        let span = i32::from(self.scene.span.0.max(1));
        let one = |row: &Doctrine| {
            let Doctrine { tenet, from, standing, since, .. } = *row;
            let turn = usize::try_from(since.0.div_euclid(span)).map_or(0, |turn| turn + 1);
            let turn = words.say_with("turn-of", &[("turn", turn.into())]);
            Moved {
                norm: tenet.norm,
                place: tenet.place(),
                when: capitalised(&format!("{turn}, {}", telling.day(since))),
                what: telling.happened(What::StandingChanged { tenet, from, to: standing }),
            }
        };
        self.scene.doctrines.iter().map(one).collect()
    }

    /// How many standings have moved.
    pub(super) fn count(&self) -> usize {
        self.scene.doctrines.len()
    }
}
