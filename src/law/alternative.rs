//! A less intrusive lawful alternative: another move for the same aim, judged in the same circumstances.

use crate::law::act::{Act, Aim, Character, derive};
use crate::law::assess::{Assessment, Depth, Overall, assess};
use crate::law::corpus::{Corpus, Reading};
use crate::law::fact::{Fact, facts};
use crate::law::score::{Record, score};
use crate::law::sheet::{FactSheet, Packed};

/// A move that would do nearly as well at much less legal cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Its place in the list of acts.
    pub act: usize,
    /// Its slug.
    pub id: String,
    /// The aim that both serve.
    pub aim: Aim,
    /// How well it serves that aim against the move judged, in permille; may exceed 1000.
    pub share: u32,
    /// Its verdict: lawful, or unfriendly but lawful.
    pub overall: Overall,
    /// Its legality cost in points.
    pub cost: u32,
}

/// The least part of the aim's strength an alternative must keep, in permille. Source: judgement.
const KEEPS: u32 = 800;

/// Facts filed among the circumstances that in truth describe the move, and so do not carry over to another one.
const OF_THE_MOVE: [Fact; 10] = {
    use facts::{
        CONSENT, EVIDENCE_DISCLOSED, FORUM, KEPT_AFTER_COMPLIANCE, PUBLIC_ACCUSATION, SUES_FOREIGN_STATE,
        THIRD_STATE_EFFECT, TREATY_BREACH, UNLAWFUL_SITUATION, UNSC_DECISION,
    };
    [
        CONSENT,
        EVIDENCE_DISCLOSED,
        FORUM,
        KEPT_AFTER_COMPLIANCE,
        PUBLIC_ACCUSATION,
        SUES_FOREIGN_STATE,
        THIRD_STATE_EFFECT,
        TREATY_BREACH,
        UNLAWFUL_SITUATION,
        UNSC_DECISION,
    ]
};

/// Looks for a lawful move that keeps at least four fifths of the primary aim's strength, escalates no more, and costs
/// no more than half as much. Nothing is looked for where the move is lawful
/// or costs nothing.
///
/// Groups D to K of the sheet are kept, save what describes the move itself; groups A to C start from their defaults;
/// no basis is claimed unless the other move claims one.
pub fn alternative(
    corpus: &Corpus,
    reading: Reading,
    acts: &[Act],
    act: &Act,
    sheet: &FactSheet,
    cost: u32,
) -> Option<Alternative> {
    let (aim, strength) = primary(act)?;
    let mut scratch = Assessment::new(corpus);
    assess(corpus, reading, act, &Packed::new(corpus, sheet), Depth::Findings, &mut scratch);
    if cost == 0 || scratch.overall == Overall::Lawful {
        return None;
    }
    let mut found: Vec<(usize, Alternative)> = Vec::new();
    for (at, other) in acts.iter().enumerate() {
        let share = other.aims.get(&aim).map_or(0, |theirs| u32::from(*theirs) * 1000 / strength);
        if other.id == act.id || share < KEEPS || other.esc < act.esc || !is_available(other, sheet) {
            continue;
        }
        let own = circumstances(corpus, act, other, sheet);
        assess(corpus, reading, other, &Packed::new(corpus, &own), Depth::Cost, &mut scratch);
        let theirs = score(corpus, &own, &scratch, Record::default()).cost;
        if matches!(scratch.overall, Overall::Lawful | Overall::UnfriendlyButLawful) && theirs * 2 <= cost {
            let overall = scratch.overall;
            let doubt = match other.character {
                Character::Lawful | Character::Retorsion => 0,
                Character::PrimaFacieLawful => 1,
                Character::Contested | Character::PrimaFacieUnlawful | Character::Unlawful => 2,
            } + usize::from(scratch.provisional);
            found.push((doubt, Alternative { act: at, id: other.id.clone(), aim, share, overall, cost: theirs }));
        }
    }
    // The surest, the cheapest, the mildest, the strongest: in this order.
    found.sort_by_key(|(doubt, one)| {
        (*doubt, one.cost, std::cmp::Reverse(acts[one.act].esc), std::cmp::Reverse(one.share))
    });
    found.into_iter().next().map(|(_, one)| one)
}

/// What a move is chiefly played for; of equal aims the first.
pub fn primary(act: &Act) -> Option<(Aim, u32)> {
    act.aims
        .iter()
        .filter(|(_, strength)| **strength > 0)
        .max_by_key(|(aim, strength)| (**strength, std::cmp::Reverse(**aim)))
        .map(|(aim, strength)| (*aim, u32::from(*strength)))
}

/// Whether an adviser can propose a move: it is of a kind that a State does openly, and the circumstances allow it. One
/// that acts on harm from home needs such harm, one that needs consent needs consent.
fn is_available(other: &Act, sheet: &FactSheet) -> bool {
    use facts::conduct_kind::{
        COOPERATION, DIPLOMATIC_MEASURE, ECONOMIC_MEASURE, INFORMATION_OPERATION, LEGAL_MEASURE, MILITARY_SIGNAL,
        STATEMENT,
    };
    let open = [
        COOPERATION,
        DIPLOMATIC_MEASURE,
        ECONOMIC_MEASURE,
        INFORMATION_OPERATION,
        LEGAL_MEASURE,
        MILITARY_SIGNAL,
        STATEMENT,
    ];
    let is_open = other.fixes.iter().any(|(fact, code)| *fact == facts::CONDUCT_KIND && open.contains(code));
    let covert = [facts::coercion::COVERT_MANIPULATION, facts::coercion::DEPRIVES_CONTROL];
    let is_covert = other.fixes.iter().any(|(fact, code)| *fact == facts::COERCION && covert.contains(code));
    is_open
        && !is_covert
        && other
            .fixes
            .iter()
            .filter(|(fact, _)| [facts::HARM_FROM_TERRITORY, facts::CONSENT].contains(fact))
            .all(|(fact, code)| sheet.is(*fact, *code))
}

fn circumstances(corpus: &Corpus, act: &Act, other: &Act, sheet: &FactSheet) -> FactSheet {
    let vocabulary = corpus.vocabulary();
    let mut own = FactSheet::defaults(vocabulary);
    for (fact, spec) in vocabulary.iter() {
        let fixed = act.fixes.iter().any(|(known, _)| *known == fact);
        let describes_move = fixed || OF_THE_MOVE.contains(&fact) || fact == facts::CLAIMED_BASIS;
        if !matches!(spec.group.as_str(), "A" | "B" | "C") && !describes_move {
            own.put(fact, sheet.get(fact));
        }
    }
    for (fact, code) in &other.fixes {
        own.set(*fact, *code);
    }
    // What the sheet says of proportion was weighed for the other act; nothing here rests on it without a plea.
    derive(&mut own, |fact| fact == facts::PROPORTIONALITY);
    own
}
