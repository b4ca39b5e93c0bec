//! Why a test came out as it did, and which single fact would change the verdict. For people: it allocates.

use crate::law::act::Act;
use crate::law::assess::{Assessment, Depth, Overall, assess};
use crate::law::corpus::{Corpus, NormId, Reading};
use crate::law::fact::{Fact, facts};
use crate::law::logic::Value;
use crate::law::opinion::walk;
use crate::law::resolve::Term;
use crate::law::sheet::{FactSheet, Packed};

/// The facts that carry a norm's answer: those which, as they stand, suffice for it whatever the others were.
///
/// Where readings divide, they are the facts that suffice for the reading which finds the test met.
pub fn reasons(
    corpus: &Corpus,
    reading: Reading,
    assessment: &Assessment,
    sheet: &FactSheet,
    norm: NormId,
) -> Vec<Fact> {
    let walker = Walker { corpus, reading, assessment, sheet };
    let mut found = Vec::new();
    walker.norm(norm, &mut found);
    found
}

struct Walker<'a> {
    corpus: &'a Corpus,
    reading: Reading,
    assessment: &'a Assessment,
    sheet: &'a FactSheet,
}

impl Walker<'_> {
    fn value(&self, term: &Term) -> Value {
        Value::from_bit(walk(self.corpus, self.assessment, self.sheet, term))
    }

    fn norm(&self, id: NormId, found: &mut Vec<Fact>) {
        let norm = self.corpus.norm(id);
        if let Reading::Profile(profile) = self.reading {
            let held = self.corpus.held(profile, id).map_or(&norm.test, |position| &position.term);
            return self.term(held, found);
        }
        let headline = self.assessment.test(self.corpus, id);
        // Of a divided headline, the reading that says yes tells what the quarrel is about.
        let wanted = if headline == Value::Contested { Value::True } else { headline };
        let terms = || std::iter::once(&norm.test).chain(norm.positions.iter().map(|position| &position.term));
        let chosen = terms().find(|term| self.value(term) == wanted).unwrap_or(&norm.test);
        self.term(chosen, found);
    }

    fn term(&self, term: &Term, found: &mut Vec<Fact>) {
        match term {
            Term::Constant(_) => {}
            Term::Literal(bit) => {
                let fact = self.corpus.atoms().literal(*bit).0;
                if !found.contains(&fact) {
                    found.push(fact);
                }
            }
            Term::Not(part) => self.term(part, found),
            Term::Met(norm) => self.norm(*norm, found),
            Term::All(parts) => self.parts(parts, self.value(term), Value::False, found),
            Term::Any(parts) => self.parts(parts, self.value(term), Value::True, found),
        }
    }

    /// One part suffices for the value that decides alone; any other value needs every part that has it.
    fn parts(&self, parts: &[Term], value: Value, alone: Value, found: &mut Vec<Fact>) {
        let mut same = parts.iter().filter(|part| self.value(part) == value);
        if value == alone {
            let shortest = same.map(|part| self.of(part)).min_by_key(Vec::len).unwrap_or_default();
            found.extend(shortest.into_iter().filter(|fact| !found.contains(fact)).collect::<Vec<_>>());
        } else {
            same.by_ref().for_each(|part| self.term(part, found));
        }
    }

    fn of(&self, term: &Term) -> Vec<Fact> {
        let mut found = Vec::new();
        self.term(term, &mut found);
        found
    }
}

/// A change of one known fact that would change the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The fact.
    pub fact: Fact,
    /// The value that would do it: of several, the one nearest to the present.
    pub code: u32,
    /// The verdict it would lead to.
    pub overall: Overall,
    /// Whether the fact carries the answer, rather than merely could upset it.
    pub carries: bool,
    /// Whether it goes without saying: consent, a mandate, another author, another label.
    pub remote: bool,
    /// Whether the move fixes it, so that only another move could have it otherwise.
    pub fixed: bool,
}

/// The single changes of known facts that would make the verdict better (`wanted` less) or worse (`wanted` greater),
/// most telling first. `telling` lists the facts that matter to the opinion, the first `carrying` of them those that carry
/// it as [`reasons`] tells.
pub fn flips(
    corpus: &Corpus,
    reading: Reading,
    act: &Act,
    sheet: &FactSheet,
    telling: &[Fact],
    carrying: usize,
    wanted: std::cmp::Ordering,
) -> Vec<Flip> {
    let packed = Packed::new(corpus, sheet);
    let mut scratch = Assessment::new(corpus);
    assess(corpus, reading, act, &packed, Depth::Findings, &mut scratch);
    let present = standing(scratch.overall);
    let mut found: Vec<((u8, usize, u8), Flip)> = Vec::new();
    for (fact, _) in corpus.vocabulary().iter() {
        let Some(now) = sheet.get(fact) else { continue };
        let mut best: Option<(u8, u32, Flip)> = None;
        for class in corpus.classes(fact) {
            let Some(code) = class.iter().copied().min_by_key(|code| step(corpus, fact, now, *code)) else { continue };
            let mut changed = *sheet;
            changed.set(fact, code);
            assess(corpus, reading, act, &Packed::new(corpus, &changed), Depth::Findings, &mut scratch);
            let then = standing(scratch.overall);
            if then.cmp(&present) != wanted {
                continue;
            }
            // The clearest result first, then the smallest step.
            let clear = if wanted.is_lt() { then } else { u8::MAX - then };
            let step = step(corpus, fact, now, code);
            if best.as_ref().is_none_or(|(other, far, _)| (clear, step) < (*other, *far)) {
                let fixed = is_fixed(act, fact);
                let flip = Flip { fact, code, overall: scratch.overall, carries: false, remote: false, fixed };
                best = Some((clear, step, flip));
            }
        }
        if let Some((clear, _, flip)) = best {
            let told = telling.iter().position(|known| *known == fact).unwrap_or(telling.len());
            let remote = Remote::of(act, fact, told < carrying) as u8;
            found.push((
                (remote, told, clear),
                Flip { carries: told < carrying, remote: remote >= Remote::Permission as u8, ..flip },
            ));
        }
    }
    found.sort_by_key(|(rank, flip)| (*rank, flip.fact));
    found.into_iter().map(|(_, flip)| flip).collect()
}

/// Whether a move has a fact by being that move, and not by how far it goes.
fn is_fixed(act: &Act, fact: Fact) -> bool {
    act.fixes.iter().any(|(fixed, _)| *fixed == fact)
}

/// The values of a fact, the nearest to the present one first.
pub fn nearest(corpus: &Corpus, fact: Fact, now: u32) -> Vec<u32> {
    let mut codes: Vec<u32> = corpus.classes(fact).iter().flatten().copied().collect();
    codes.sort_by_key(|code| step(corpus, fact, now, *code));
    codes
}

/// How far a value is from the present one. Values that are kinds and not grades are all equally far, save that the
/// default (without one, the mildest) comes first and the last, the most general kind, second.
fn step(corpus: &Corpus, fact: Fact, now: u32, code: u32) -> u32 {
    use facts::{
        CONDUCT_KIND, INTENDED_EFFECT, MEASURE_PURPOSE, PERPETRATOR, RIGHT_AFFECTED, TARGET_SECTOR, TARGET_STATUS,
        TREATY_BREACH,
    };
    let kinds = [
        CONDUCT_KIND,
        INTENDED_EFFECT,
        MEASURE_PURPOSE,
        PERPETRATOR,
        RIGHT_AFFECTED,
        TARGET_SECTOR,
        TARGET_STATUS,
        TREATY_BREACH,
    ];
    match (kinds.contains(&fact), corpus.vocabulary().default(fact).unwrap_or(0)) {
        (false, _) => code.abs_diff(now),
        (true, default) if default == code => 0,
        (true, _) => 64 - code,
    }
}

/// Verdicts from harmless to grave, the two kinds of lawful taken together.
const fn standing(overall: Overall) -> u8 {
    match overall {
        Overall::Lawful | Overall::UnfriendlyButLawful => 0,
        Overall::Undetermined => 1,
        Overall::Contested => 2,
        Overall::Unlawful => 3,
    }
}

/// How little it says that a fact could have been otherwise.
#[derive(Clone, Copy)]
enum Remote {
    /// What the State can still do about it.
    Deed,
    /// What a State decides or can learn.
    Telling,
    /// What makes it this move and no other.
    Nature,
    /// What would permit anything.
    Permission,
    /// Who acts.
    Author,
    /// Under which label.
    Label,
}

impl Remote {
    fn of(act: &Act, fact: Fact, carrying: bool) -> Self {
        use facts::{
            ACT_CEASED, ASSISTANCE, CLAIM_BAR, CLAIMED_BASIS, CONDUCT_KIND, CONSENT, CONSULAR_ACCESS, CYBER_MEANS,
            DEMAND_MADE, HARM_FROM_TERRITORY, KEPT_AFTER_COMPLIANCE, MEASURES_TAKEN, NEGOTIATION_OFFERED, NOTICE_GIVEN,
            OWN_WRONG_ESTABLISHED, PERPETRATOR, REASONABLE_DEPARTURE_TIME, REPARATION_MADE, RIGHT_AFFECTED,
            UNSC_DECISION,
        };
        match fact {
            CONDUCT_KIND | CYBER_MEANS | CLAIMED_BASIS => Self::Label,
            PERPETRATOR | OWN_WRONG_ESTABLISHED => Self::Author,
            RIGHT_AFFECTED | HARM_FROM_TERRITORY => Self::Nature,
            CONSENT | UNSC_DECISION | CLAIM_BAR => Self::Permission,
            ACT_CEASED
            | ASSISTANCE
            | CONSULAR_ACCESS
            | DEMAND_MADE
            | KEPT_AFTER_COMPLIANCE
            | MEASURES_TAKEN
            | NEGOTIATION_OFFERED
            | NOTICE_GIVEN
            | REASONABLE_DEPARTURE_TIME
            | REPARATION_MADE
                if carrying =>
            {
                Self::Deed
            }
            _ if !carrying && is_fixed(act, fact) => Self::Nature,
            _ => Self::Telling,
        }
    }
}
