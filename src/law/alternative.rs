//! A less intrusive lawful alternative: another move for the same aim, judged in the same circumstances.

use crate::law::act::{Act, Aim, Character, derive};
use crate::law::assess::{Assessment, Depth, Overall, assess};
use crate::law::corpus::{Corpus, Reading};
use crate::law::fact::{Fact, facts};
use crate::law::score::{Doubt, Record, score};
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
    /// The gravity of its effects, 0 to 100: slight, or no more than that of the move judged.
    pub gravity: u8,
}

/// What a move judged in the place of another one came to.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// Its verdict.
    pub overall: Overall,
    /// Whether that could still change.
    pub provisional: bool,
    /// Its legality cost in points.
    pub cost: u32,
    /// The gravity of its effects.
    pub gravity: u8,
}

/// The least part of the aim's strength an alternative must keep, in permille. Source: judgement.
const KEEPS: u32 = 800;

/// The gravity up to which an alternative's effects are too slight to compare: a list of names, a plea. Source: judgement.
const TRIFLE: u8 = 10;

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

/// Looks for a lawful move that keeps at least four fifths of the primary aim's strength, escalates no more, does no
/// graver things, and costs no more than half as much. Nothing is looked for where the move is lawful or costs nothing.
///
/// This is the adviser who sees one sheet and no world. Groups D to K of the sheet are kept, save what describes the move
/// itself; groups A to C start from their defaults; no basis is claimed unless the other move claims one. Where there is a
/// seat, `view` asks instead what that seat could order.
pub fn alternative(
    corpus: &Corpus,
    reading: Reading,
    acts: &[Act],
    act: &Act,
    sheet: &FactSheet,
    cost: u32,
) -> Option<Alternative> {
    let mut scratch = Assessment::new(corpus);
    assess(corpus, reading, act, &Packed::new(corpus, sheet), Depth::Findings, &mut scratch);
    let own = Judged {
        overall: scratch.overall,
        provisional: scratch.provisional,
        cost,
        gravity: corpus.gravity().of(sheet, Doubt::Default),
    };
    among(acts, act, own, |_, other| {
        if !suits(other, sheet) {
            return None;
        }
        let own = circumstances(corpus, act, other, sheet);
        assess(corpus, reading, other, &Packed::new(corpus, &own), Depth::Cost, &mut scratch);
        let score = score(corpus, &own, &scratch, Record::default());
        let (overall, provisional) = (scratch.overall, scratch.provisional);
        Some(Judged { overall, provisional, cost: score.cost, gravity: score.gravity })
    })
}

/// The best alternative to a move among others, as somebody judges them; `None` from `judge` means that a move cannot be
/// played. Only open moves that serve the same aim and escalate no more are put to it.
pub fn among(
    acts: &[Act],
    act: &Act,
    own: Judged,
    mut judge: impl FnMut(usize, &Act) -> Option<Judged>,
) -> Option<Alternative> {
    let (aim, strength) = primary(act)?;
    if own.cost == 0 || own.overall == Overall::Lawful {
        return None;
    }
    let mut found: Vec<(usize, Alternative)> = Vec::new();
    for (at, other) in acts.iter().enumerate() {
        let share = other.aims.get(&aim).map_or(0, |theirs| u32::from(*theirs) * 1000 / strength);
        if other.id == act.id || share < KEEPS || other.esc < act.esc || !is_open(other) {
            continue;
        }
        let Some(judged) = judge(at, other) else { continue };
        let Judged { overall, provisional, cost, gravity } = judged;
        let allowed = matches!(overall, Overall::Lawful | Overall::UnfriendlyButLawful);
        if allowed && cost * 2 <= own.cost && gravity <= own.gravity.max(TRIFLE) {
            let doubt = match other.character {
                Character::Lawful | Character::Retorsion => 0,
                Character::PrimaFacieLawful => 1,
                Character::Contested | Character::PrimaFacieUnlawful | Character::Unlawful => 2,
            } + usize::from(provisional);
            found.push((doubt, Alternative { act: at, id: other.id.clone(), aim, share, overall, cost, gravity }));
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

/// Whether an adviser can propose a move: it is of a kind that a State does openly, and no show of force.
fn is_open(other: &Act) -> bool {
    use facts::conduct_kind::{
        COOPERATION, DIPLOMATIC_MEASURE, ECONOMIC_MEASURE, INFORMATION_OPERATION, LEGAL_MEASURE, STATEMENT,
    };
    let open = [COOPERATION, DIPLOMATIC_MEASURE, ECONOMIC_MEASURE, INFORMATION_OPERATION, LEGAL_MEASURE, STATEMENT];
    let is_open = other.fixes.iter().any(|(fact, code)| *fact == facts::CONDUCT_KIND && open.contains(code));
    let covert = [facts::coercion::COVERT_MANIPULATION, facts::coercion::DEPRIVES_CONTROL];
    is_open && !other.fixes.iter().any(|(fact, code)| *fact == facts::COERCION && covert.contains(code))
}

/// Whether the circumstances allow a move: one that acts on harm from home needs such harm, one that needs consent needs
/// consent.
fn suits(other: &Act, sheet: &FactSheet) -> bool {
    let needs = other.fixes.iter().filter(|(fact, _)| [facts::HARM_FROM_TERRITORY, facts::CONSENT].contains(fact));
    needs.into_iter().all(|(fact, code)| sheet.is(*fact, *code))
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
