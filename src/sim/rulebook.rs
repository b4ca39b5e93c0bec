//! The rulebook: everything a crisis is played by and that play never changes. Shared by `Arc` between games.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use bevy::ecs::prelude::Resource;

use crate::base::Digest;
use crate::law;
use crate::sim::card::{Card, MoveId, Play};
use crate::sim::legal::Law;
use crate::sim::lending::Idle;
use crate::sim::mechanics::Mechanic;
use crate::sim::model::Model;
use crate::sim::order::Act;

/// Law, cards and model numbers.
pub struct Rulebook {
    /// The law, as this crisis is judged by it.
    pub law: Law,
    /// The cards, in alphabetical order of slug; a [`MoveId`] is a place in it.
    pub cards: Vec<Card>,
    /// The model's numbers.
    pub model: Model,
    /// The digest of the text of all rules; a journal names it, and another one is refused.
    pub digest: Digest,
    /// Moves that nobody has in this game, in order.
    withdrawn: Vec<MoveId>,
    /// Simulations that wait to be lent to games of these rules.
    pub(super) idle: Idle,
}

impl Rulebook {
    /// A rulebook of this law, these cards and numbers. The caller digests the texts they were read from.
    ///
    /// # Panics
    /// If the law's acts are not those of these cards, in the order of their slugs.
    pub fn new(law: Law, mut cards: Vec<Card>, model: Model, digest: Digest) -> Self {
        cards.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        assert!(cards.len() <= 256, "a move's number fits a byte");
        assert!(
            cards.iter().map(|card| &card.id).eq(law.acts().iter().map(|act| &act.id)),
            "every card has its act in law, and none is left over"
        );
        Self { law, cards, model, digest, withdrawn: Vec::new(), idle: Idle::default() }
    }

    /// The same law and cards with other numbers. Its digest says so.
    #[must_use]
    pub fn with_model(&self, model: Model) -> Self {
        let digest = Digest::of_parts([self.digest.to_string().as_bytes(), format!("{model:?}").as_bytes()]);
        Self { model, digest, ..self.copy() }
    }

    /// The same rules without some moves: nobody can order them. What they were is still known, for such acts may lie in the
    /// past. Its digest says so.
    #[must_use]
    pub fn without(&self, moves: &[MoveId]) -> Self {
        let mut withdrawn = [&self.withdrawn, moves].concat();
        withdrawn.sort_unstable();
        withdrawn.dedup();
        let digest = Digest::of_parts([self.digest.to_string().as_bytes(), format!("{withdrawn:?}").as_bytes()]);
        Self { digest, withdrawn, ..self.copy() }
    }

    fn copy(&self) -> Self {
        Self {
            law: self.law.clone(),
            cards: self.cards.clone(),
            model: self.model.clone(),
            digest: self.digest,
            withdrawn: self.withdrawn.clone(),
            // What waits is fitted to the rules it has played by.
            idle: Idle::default(),
        }
    }

    /// Whether nobody has a move in this game.
    pub fn is_withdrawn(&self, id: MoveId) -> bool {
        self.withdrawn.binary_search(&id).is_ok()
    }

    /// What a move tells the law.
    ///
    /// # Panics
    /// As [`Self::card`].
    pub fn act(&self, id: MoveId) -> &law::Act {
        self.law.act(Act::Move(id))
    }

    /// The card of a move.
    ///
    /// # Panics
    /// If there is none; a compiled docket and a checked situation name only moves that exist.
    pub fn card(&self, id: MoveId) -> &Card {
        &self.cards[id.index()]
    }

    /// How a move is played, if it is modelled.
    pub fn play(&self, id: MoveId) -> Option<&Play> {
        self.cards.get(id.index())?.play.as_ref()
    }

    /// Whether a move is done with arms.
    pub fn is_armed(&self, id: MoveId) -> bool {
        self.play(id).is_some_and(|play| play.mechanic.is_armed())
    }

    /// The card behind an act, if it is a move.
    pub fn card_of(&self, act: Act) -> Option<&Card> {
        match act {
            Act::Move(id) => self.cards.get(id.index()),
            Act::Follow(_) => None,
        }
    }

    /// The move with a slug.
    pub fn find(&self, slug: &str) -> Option<MoveId> {
        let place = self.cards.binary_search_by(|card| card.id.as_str().cmp(slug)).ok()?;
        Some(MoveId(place as u8))
    }

    /// The move by which a State looks away, as which an omission is judged: the first over that mechanic.
    pub fn omission(&self) -> Option<MoveId> {
        let tolerates = |card: &Card| card.play.as_ref().is_some_and(|play| play.mechanic == Mechanic::Tolerate);
        self.cards.iter().position(tolerates).map(|place| MoveId(place as u8))
    }

    /// The moves that are not modelled yet, by number.
    pub fn unmodelled(&self) -> impl Iterator<Item = MoveId> {
        (0..self.cards.len()).map(|place| MoveId(place as u8)).filter(|&id| self.play(id).is_none())
    }
}

impl fmt::Debug for Rulebook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rulebook({})", self.digest)
    }
}

/// The rulebook as systems read it.
#[derive(Resource, Clone, Debug)]
pub struct Rules(pub(super) Arc<Rulebook>);

impl Deref for Rules {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        &self.0
    }
}
