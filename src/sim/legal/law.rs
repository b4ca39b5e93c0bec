//! The law as the simulation uses it: a corpus, the legal side of every act, and the voice that rules in `Judge`.

use std::sync::Arc;

use crate::law::act::Act as LegalAct;
use crate::law::assess::{Assessment, Depth, Overall, assess};
use crate::law::corpus::{Corpus, Reading};
use crate::law::opinion::{Opinion, opine};
use crate::law::score::{Record, Score, rights, score};
use crate::law::sheet::{FactSheet, Packed};
use crate::sim::card::MoveId;
use crate::sim::docket::Docket;
use crate::sim::legal::conduct::Conduct;
use crate::sim::legal::sheet::{Standpoint, sheet};
use crate::sim::legal::{Matter, Ruling};
use crate::sim::order::{Act, FollowUp};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;

/// Corpus, acts and the reading a crisis is judged by.
#[derive(Clone, Debug)]
pub struct Law {
    /// The catalogue.
    pub corpus: Arc<Corpus>,
    /// How it is read.
    pub reading: Reading,
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

/// Groups of facts that the acting state controls: the act, what it is aimed at, whom it touches, and its own pleas.
const CONTROLLED: [&str; 4] = ["A", "B", "C", "H"];

impl Law {
    /// The law for a crisis in a year. Acts come in the order of the cards; follow-up acts in the order of their numbers.
    pub fn new(corpus: Arc<Corpus>, acts: Vec<LegalAct>, follow_ups: Vec<LegalAct>, as_of: u16) -> Self {
        let vocabulary = corpus.vocabulary();
        let defaults = FactSheet::defaults(vocabulary);
        let mut own = FactSheet::UNKNOWN;
        for (fact, spec) in vocabulary.iter() {
            if CONTROLLED.contains(&spec.group.as_str()) {
                own.put(fact, vocabulary.default(fact));
            }
        }
        let due_diligence = corpus.find("due-diligence").map(|norm| norm.0);
        let reading = Reading::Mainstream { as_of };
        Self { corpus, reading, acts, follow_ups, defaults, own, due_diligence }
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

    /// The legal side of every move, by number.
    pub fn acts(&self) -> &[LegalAct] {
        &self.acts
    }

    /// The legal side of the nth follow-up act.
    pub(super) fn follow_up(&self, number: usize) -> &LegalAct {
        &self.follow_ups[number]
    }

    pub(super) fn is(&self, act: Act, slugs: &[&str]) -> bool {
        matches!(act, Act::Move(card) if slugs.contains(&self.acts[card.index()].id.as_str()))
    }

    pub(super) fn find(&self, slug: &str) -> Option<MoveId> {
        self.acts.iter().position(|act| act.id == slug).map(|place| MoveId(place as u8))
    }

    /// The importance of the rights an act would breach, before pleas.
    pub(super) fn rights_at_stake(&self, sheet: &FactSheet, act: Act) -> u32 {
        let mut assessment = Assessment::new(&self.corpus);
        let packed = Packed::new(&self.corpus, sheet);
        assess(&self.corpus, self.reading, self.act(act), &packed, Depth::Findings, &mut assessment);
        u32::from(rights(&self.corpus, &assessment))
    }

    /// Verdict and score of an act from a standpoint.
    pub fn judge(
        &self,
        scene: &Situation,
        rules: &Rulebook,
        conduct: &Conduct,
        standpoint: Standpoint,
        scratch: &mut Assessment,
    ) -> (Overall, Score) {
        let facts = sheet(scene, rules, self, conduct, standpoint);
        let packed = Packed::new(&self.corpus, &facts);
        assess(&self.corpus, self.reading, self.act(conduct.act), &packed, Depth::Cost, scratch);
        (scratch.overall, score(&self.corpus, &facts, scratch, record(scene, conduct)))
    }

    /// The whole opinion on an act from a standpoint, for people.
    pub fn opinion(&self, scene: &Situation, rules: &Rulebook, conduct: &Conduct, standpoint: Standpoint) -> Opinion {
        let facts = sheet(scene, rules, self, conduct, standpoint);
        opine(&self.corpus, self.reading, self.act(conduct.act), &facts, record(scene, conduct))
    }

    /// Rules on one matter of a turn, after everything else of the turn has happened.
    pub(super) fn rule(
        &self,
        scene: &Situation,
        rules: &Rulebook,
        docket: &Docket,
        matter: Matter,
        scratch: &mut Assessment,
    ) -> Option<Ruling> {
        let conduct = match matter {
            Matter::Order(order) => Conduct::of_order(rules, &docket.orders()[order.index()], scene.day),
            Matter::Operation(id) => {
                let incident = scene.incidents.iter().rev().find(|incident| incident.operation == Some(id))?;
                Conduct::of_operation(&scene.operations[id.index()], incident)?
            }
            Matter::Measure(id) => Conduct::of_measure(&scene.measures[id.index()]),
        };
        let (overall, truth) = self.judge(scene, rules, &conduct, Standpoint::Truth, scratch);
        // What nobody sees costs nothing in the world's eyes.
        let (public, seen) = if conduct.audience.is_public() {
            let (public, seen) = self.judge(scene, rules, &conduct, Standpoint::Public, scratch);
            (public, seen.cost)
        } else {
            (Overall::Lawful, 0)
        };
        Some(Ruling {
            matter,
            by: conduct.by,
            verdict: overall,
            cost: truth.cost as i32,
            public_verdict: public,
            public_cost: seen as i32,
        })
    }
}

/// History that is no fact of the sheet.
fn record(scene: &Situation, conduct: &Conduct) -> Record {
    let before = scene.operations.iter().filter(|operation| {
        operation.author.state() == Some(conduct.by)
            && Some(operation.card) == conduct.card()
            && Some(operation.target) == conduct.terms.target
            && Some(operation.id) != conduct.operation
            && operation.began < conduct.began
    });
    Record {
        repeated: before.count() > 0,
        false_flag_on_third_state: conduct.terms.false_flag.is_some(),
        good_faith: conduct.terms.claim.is_some(),
    }
}

impl FollowUp {
    /// The names of the follow-up acts in `assets/model/follow_ups.ron`, by number.
    pub const SLUGS: [&'static str; 21] = [
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
        }
    }

    /// Its name.
    pub const fn slug(self) -> &'static str {
        Self::SLUGS[self.number()]
    }
}
