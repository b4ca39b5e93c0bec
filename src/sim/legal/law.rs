//! The law as the simulation uses it: a corpus, and the legal side of every act.

use std::sync::{Arc, Mutex, PoisonError};

use crate::law::act::Act as LegalAct;
use crate::law::corpus::{Corpus, NormId, Position, Reading};
use crate::law::fact::{Fact, facts};
use crate::law::norm::Standing;
use crate::law::sheet::FactSheet;
use crate::sim::custom::{Doctrine, Tenet, in_force};
use crate::sim::order::{Act, FollowUp};
use crate::sim::situation::Situation;

/// Corpus, acts and the reading a crisis is judged by.
#[derive(Clone, Debug)]
pub struct Law {
    /// The catalogue.
    pub corpus: Arc<Corpus>,
    /// How it is read: in the mainstream, so that rival readings have answers too.
    pub reading: Reading,
    /// The year whose law applies, before practice in play.
    as_of: u16,
    /// Catalogues turned by doctrines, those asked for last.
    turned: Arc<Mutex<Vec<Turned>>>,
    /// The legal side of the moves, by number.
    acts: Vec<LegalAct>,
    /// The legal side of the follow-up acts, by [`FollowUp::number`].
    follow_ups: Vec<LegalAct>,
    /// Where a sheet on the truth begins.
    pub(super) defaults: FactSheet,
    /// Where every other sheet begins: defaults only for what the acting state controls.
    pub(super) own: FactSheet,
    /// The number of the norm on due diligence, which claims about an omission invoke.
    pub(super) due_diligence: Option<u8>,
}

/// What moved, and the catalogue it makes.
type Turned = (Vec<(Tenet, Standing)>, Arc<Corpus>);

/// How many turned catalogues are kept. A fork or an imagined world differs from its trunk in one or two; what is dropped is
/// only compiled again. Judgement.
const KEPT: usize = 16;

/// Groups of facts that the acting state controls: the act, what it is aimed at, whom it touches, and its own pleas.
const CONTROLLED: [&str; 4] = ["A", "B", "C", "H"];

/// Facts of other groups that describe the move itself.
const OWN_MOVE: [Fact; 2] = [facts::SUES_FOREIGN_STATE, facts::UNLAWFUL_SITUATION];

impl Law {
    /// The law for a crisis in a year. Acts come in the order of the cards; follow-up acts in the order of their numbers.
    pub fn new(corpus: Arc<Corpus>, acts: Vec<LegalAct>, follow_ups: Vec<LegalAct>, as_of: u16) -> Self {
        let vocabulary = corpus.vocabulary();
        let defaults = FactSheet::defaults(vocabulary);
        let mut own = FactSheet::UNKNOWN;
        for (fact, spec) in vocabulary.iter() {
            if CONTROLLED.contains(&spec.group.as_str()) || OWN_MOVE.contains(&fact) {
                own.put(fact, vocabulary.default(fact));
            }
        }
        let due_diligence = corpus.find("due-diligence").map(|norm| norm.0);
        let reading = Reading::Mainstream { as_of };
        let turned = Arc::default();
        Self { corpus, reading, as_of, turned, acts, follow_ups, defaults, own, due_diligence }
    }

    /// The catalogue by which acts of a situation's day are judged.
    pub fn under(&self, scene: &Situation) -> Arc<Corpus> {
        self.turned(in_force(&scene.doctrines, scene.day))
    }

    /// The catalogue under doctrines. Compiled once and kept while it is asked for; where nothing has moved it is the
    /// catalogue itself.
    pub fn turned(&self, doctrines: &[Doctrine]) -> Arc<Corpus> {
        if doctrines.is_empty() {
            return self.corpus.clone();
        }
        let moves = doctrines.iter().map(|doctrine| (doctrine.tenet, doctrine.standing));
        // A memo holds whole entries only, so that one who panicked has left nothing half done.
        let mut kept = self.turned.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = kept.iter().position(|(known, _)| known.iter().copied().eq(moves.clone())) {
            let found = kept.remove(place);
            let corpus = found.1.clone();
            kept.push(found);
            return corpus;
        }
        let turns = moves.clone().map(|(tenet, standing)| (tenet.norm, tenet.place(), standing));
        let corpus = Arc::new(self.corpus.turned(self.as_of, turns));
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((moves.collect(), corpus.clone()));
        corpus
    }

    /// How widely a reading is held in the year of the crisis.
    pub const fn standing(&self, position: &Position) -> Standing {
        position.standing.at(self.as_of)
    }

    /// The place of the reading of a norm that a national profile holds, if it names one.
    pub fn held(&self, profile: usize, norm: NormId) -> Option<usize> {
        let holds = &self.corpus.profiles().get(profile)?.holds;
        self.corpus.norm(norm).positions.iter().position(|position| holds.contains(&position.spec.name))
    }

    /// Whether there is such a reading.
    pub fn has(&self, tenet: Tenet) -> bool {
        self.corpus.norms().nth(tenet.norm.index()).is_some_and(|(_, norm)| tenet.place() < norm.positions.len())
    }

    /// The legal side of an act.
    ///
    /// # Panics
    /// If it has none: every move and follow-up act has.
    pub fn act(&self, act: Act) -> &LegalAct {
        match act {
            Act::Move(card) => &self.acts[card.index()],
            Act::Follow(follow_up) => self.follow_up(follow_up.number()),
        }
    }

    /// The number of the norm that claims about an omission invoke.
    pub const fn due_diligence(&self) -> Option<u8> {
        self.due_diligence
    }

    /// The legal side of every move, by number.
    pub fn acts(&self) -> &[LegalAct] {
        &self.acts
    }

    /// The legal side of the nth follow-up act.
    pub(super) fn follow_up(&self, number: usize) -> &LegalAct {
        &self.follow_ups[number]
    }
}

impl FollowUp {
    /// The names of the follow-up acts in `assets/model/follow_ups.ron`, by number.
    pub const SLUGS: [&'static str; 24] = [
        "lift",
        "suspend",
        "narrow",
        "stop",
        "silence",
        "deny",
        "admit",
        "promise-inquiry",
        "counter-accuse",
        "accept",
        "reject",
        "counter",
        "withdraw",
        "give-consent",
        "withdraw-consent",
        "restore-relations",
        "threaten-measure",
        "vote",
        "conclude",
        "denounce",
        "offer-good-offices",
        "extradite",
        "challenge-listing",
        "bring-to-region",
    ];

    /// Its number among the follow-up acts.
    pub const fn number(self) -> usize {
        use crate::sim::order::Answer;
        match self {
            Self::Lift => 0,
            Self::Suspend => 1,
            Self::Narrow => 2,
            Self::Stop => 3,
            Self::Answer(Answer::Silence) => 4,
            Self::Answer(Answer::Deny) => 5,
            Self::Answer(Answer::Admit) => 6,
            Self::Answer(Answer::Investigate) => 7,
            Self::Answer(Answer::CounterAccuse) => 8,
            Self::Accept => 9,
            Self::Reject => 10,
            Self::Counter => 11,
            Self::Withdraw => 12,
            Self::GiveConsent => 13,
            Self::WithdrawConsent => 14,
            Self::RestoreRelations => 15,
            Self::ThreatenMeasure => 16,
            Self::Vote(_) => 17,
            Self::Conclude => 18,
            Self::Denounce => 19,
            Self::OfferGoodOffices => 20,
            Self::Answer(Answer::Extradite) => 21,
            Self::ChallengeListing => 22,
            Self::BringToRegion => 23,
        }
    }

    /// Its name.
    pub const fn slug(self) -> &'static str {
        Self::SLUGS[self.number()]
    }
}
