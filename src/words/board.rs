//! The evidence board of a seat: what it holds possible about each incident, how likely, and the sum from which that comes.

use crate::base::id::{EvidenceId, IncidentId, StateId};
use crate::base::{LogOdds, Permille};
use crate::sim::knowledge::{Belief, Confidence, Evidence, Question, about};
use crate::words::seat::Outlook;
use crate::words::text::capitalised;

/// An incident as the seat knows it.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Which.
    pub id: IncidentId,
    /// Its name.
    pub name: String,
    /// What the seat holds likeliest about it.
    pub about: String,
    /// What it has asked itself and how likely it holds each answer, the likeliest first.
    pub beliefs: Vec<Held>,
    /// The evidence that it holds.
    pub evidence: Vec<Item>,
}

/// A proposition and how likely it is held.
#[derive(Clone, Debug)]
pub struct Held {
    /// The proposition; nothing where only its words are at hand.
    pub question: Option<Question>,
    /// The State that it names, if any.
    pub names: Option<StateId>,
    /// The proposition in words.
    pub text: String,
    /// How likely.
    pub share: Permille,
    /// The same as a word.
    pub word: String,
    /// How likely it would be held without any of the items that bear on it.
    pub before: Permille,
}

/// An item of evidence.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which, in the view's numbers.
    pub id: EvidenceId,
    /// What it is.
    pub kind: String,
    /// What it points at.
    pub points: String,
    /// When it was found, and who gave it.
    pub found: String,
    /// On which proposition it bears, as a place in the incident's beliefs.
    pub bears_on: Option<usize>,
    /// Whether it speaks against that.
    pub against: bool,
    /// What it adds to the odds of that, in thousandths of their natural logarithm: its weight as far as it is trusted.
    pub bearing: i32,
    /// How far it is trusted.
    pub reliability: Permille,
    /// How likely that is held with the items before it, and with it as well.
    pub moves: [Permille; 2],
    /// How likely that would be held without it.
    pub without: Permille,
}

/// The State that a proposition names.
const fn named(question: Question) -> Option<StateId> {
    match question {
        Question::Author(state) | Question::Link(state, _) | Question::Harbours(state) => Some(state),
        Question::NonState => None,
    }
}

/// Every incident that a seat knows of, the latest first.
pub fn incidents(outlook: &Outlook<'_>) -> Vec<Incident> {
    let (telling, known, seat) = (&outlook.telling, &outlook.view.known, outlook.view.seat);
    let told = outlook.known();
    let mut all: Vec<Incident> = Vec::new();
    for (row, told) in known.incidents.iter().zip(told) {
        let mut own: Vec<&Belief> = about(&known.beliefs, seat, row.id).iter().collect();
        own.sort_by_key(|belief| (std::cmp::Reverse(belief.odds), belief.question));
        let held = || known.evidence.iter().filter(|item| item.holder == seat && item.incident == row.id);
        // What a belief is without the items that bear on it: the engine adds them up, so they can be taken out again.
        let mut sums: Vec<LogOdds> = own
            .iter()
            .map(|belief| {
                let bearing =
                    held().filter(|item| item.bears_on == belief.question).map(Evidence::bearing).sum::<i32>();
                belief.odds.plus(-bearing)
            })
            .collect();
        let beliefs: Vec<Held> = own
            .iter()
            .zip(&sums)
            .map(|(belief, before)| Held {
                question: Some(belief.question),
                names: named(belief.question),
                text: capitalised(&telling.question(belief.question, row.id)),
                share: belief.odds.probability(),
                word: telling.confidence(Confidence::of(belief.odds)),
                before: before.probability(),
            })
            .collect();
        let evidence = held().map(|item| {
            let from = item.from.map(|from| telling.state(from));
            let bears_on = own.iter().position(|belief| belief.question == item.bears_on);
            let mut moves = [Permille::ZERO; 2];
            let mut without = Permille::ZERO;
            if let Some(place) = bears_on {
                moves[0] = sums[place].probability();
                sums[place] = sums[place].plus(item.bearing());
                moves[1] = sums[place].probability();
                without = own[place].odds.plus(-item.bearing()).probability();
            }
            Item {
                id: item.id,
                kind: capitalised(&telling.evidence(item)),
                points: capitalised(&telling.points_at(item)),
                found: from
                    .map_or_else(|| telling.day(item.found), |from| format!("{from}, {}", telling.day(item.found))),
                bears_on,
                against: item.weight < 0,
                bearing: item.bearing(),
                reliability: item.reliability,
                moves,
                without,
            }
        });
        let evidence: Vec<Item> = evidence.collect();
        all.push(Incident {
            id: row.id,
            name: capitalised(&telling.incident(row.id)),
            about: told.about,
            beliefs,
            evidence,
        });
    }
    all.reverse();
    all
}
