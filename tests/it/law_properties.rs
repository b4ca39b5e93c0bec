//! What must hold on every sheet, whatever the catalogue says: learning never turns a settled test, consent never
//! harms, the compiled programs compute the formulas, and what is said to decide does decide.

use std::sync::LazyLock;

use demarche::content::{cards, law};
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::norm::Kind;
use demarche::law::opinion::{Entry, opine, walked};
use demarche::law::score::{Record, score};
use demarche::law::turns::Turns;
use demarche::law::{Act, Corpus, Fact, FactSheet, Finding, Lot, NormId, Overall, Packed, Reading, Value, facts};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseError};

static LAW: LazyLock<(Corpus, Vec<Act>)> = LazyLock::new(|| {
    let corpus = law::embedded().unwrap();
    let acts = cards::embedded(&corpus).unwrap().acts;
    (corpus, acts)
});

/// The same sheets on every run.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() }
}

/// An act to judge.
#[derive(Clone, Debug)]
struct Drawn {
    act: usize,
    as_of: u16,
    sheet: FactSheet,
}

impl Drawn {
    fn act(&self) -> &'static Act {
        &LAW.1[self.act]
    }

    fn mainstream(&self) -> Reading {
        Reading::Mainstream { as_of: self.as_of }
    }

    /// The mainstream of the year, then every profile.
    fn readings(&self) -> impl Iterator<Item = Reading> {
        [self.mainstream()].into_iter().chain((0..LAW.0.profiles().len()).map(Reading::Profile))
    }
}

fn values(fact: Fact) -> Vec<u32> {
    LAW.0.classes(fact).concat()
}

fn value(fact: Fact, choice: u32) -> u32 {
    let values = values(fact);
    values[choice as usize % values.len()]
}

/// A move with its own facts on top of the defaults, or of nothing, and up to `most` facts changed; about one changed
/// fact in `unknown` is made unknown.
fn drawn(most: usize, unknown: u32) -> impl Strategy<Value = Drawn> {
    let change = (0..LAW.0.vocabulary().len(), any::<u32>(), 0..unknown);
    (0..LAW.1.len(), 2015..=2026_u16, any::<bool>(), prop::collection::vec(change, 0..most)).prop_map(
        move |(act, as_of, blank, changes)| {
            let blank = blank && most > 40;
            let start = if blank { FactSheet::UNKNOWN } else { FactSheet::defaults(LAW.0.vocabulary()) };
            let mut sheet = LAW.1[act].sheet(&start);
            for (fact, choice, hidden) in changes {
                let fact = Fact(fact as u8);
                sheet.put(fact, (hidden != 0).then(|| value(fact, choice)));
            }
            Drawn { act, as_of, sheet }
        },
    )
}

fn unknown(sheet: &FactSheet) -> Vec<Fact> {
    LAW.0.vocabulary().iter().map(|(fact, _)| fact).filter(|fact| sheet.get(*fact).is_none()).collect()
}

fn with(sheet: &FactSheet, fact: Fact, code: u32) -> FactSheet {
    let mut sheet = *sheet;
    sheet.set(fact, code);
    sheet
}

fn judged(reading: Reading, act: &Act, sheet: &FactSheet) -> Assessment {
    let mut assessment = Assessment::new(&LAW.0);
    assess(&LAW.0, reading, act, &Packed::new(&LAW.0, sheet), Depth::Whole, &mut assessment);
    assessment
}

/// Everything of an assessment that may not turn once settled, with what it is.
fn tests(reading: Reading, assessment: &Assessment) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for (id, norm) in LAW.0.norms() {
        found.push((format!("{} when", norm.spec.id), assessment.raised(&LAW.0, id)));
        found.push((format!("{} test", norm.spec.id), assessment.test(&LAW.0, id)));
        if matches!(reading, Reading::Mainstream { .. }) {
            for (nth, position) in norm.positions.iter().enumerate() {
                let name = format!("{} {}", norm.spec.id, position.spec.name);
                found.push((name, assessment.position(&LAW.0, id, nth)));
            }
        }
    }
    found
}

fn settled(value: Value) -> bool {
    matches!(value, Value::True | Value::False)
}

fn keeps(before: &[(String, Value)], after: &[(String, Value)]) -> Result<(), TestCaseError> {
    for ((name, old), (_, new)) in before.iter().zip(after) {
        prop_assert!(!settled(*old) || old == new, "{} turns from {:?} to {:?}", name, old, new);
        // Rival readings that divide do not come together again either.
        prop_assert!(*old != Value::Contested || old == new, "{} turns from {:?} to {:?}", name, old, new);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_lot_finds_on_every_sheet_what_one_check_finds(
        sheets in prop::collection::vec(drawn(90, 3), 1..=Lot::MOST),
        profile in 0..LAW.0.profiles().len(),
    ) {
        let corpus = &LAW.0;
        let (mut lot, mut laid) = (Lot::new(corpus), Assessment::new(corpus));
        for reading in [sheets[0].mainstream(), Reading::Profile(profile)] {
            lot.clear();
            for drawn in &sheets {
                lot.enter(corpus, &drawn.sheet);
            }
            lot.assess(corpus, reading, Depth::Whole);
            for (lane, drawn) in sheets.iter().enumerate() {
                lot.lay(corpus, drawn.act(), lane, &mut laid);
                let single = judged(reading, drawn.act(), &drawn.sheet);
                prop_assert_eq!(laid.findings(), single.findings());
                prop_assert_eq!((laid.overall, laid.provisional), (single.overall, single.provisional));
                let scored = |found: &Assessment| score(corpus, &drawn.sheet, found, Record::default());
                prop_assert_eq!(scored(&laid), scored(&single));
                if reading != Reading::Profile(profile) {
                    let parted: Vec<_> = lot.partings(corpus, lane).collect();
                    prop_assert_eq!(parted, single.partings(corpus).collect::<Vec<_>>());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn learning_a_fact_never_turns_a_settled_test(drawn in drawn(90, 3), which in any::<u32>(), choice in any::<u32>()) {
        let open = unknown(&drawn.sheet);
        prop_assume!(!open.is_empty());
        let fact = open[which as usize % open.len()];
        let learned = with(&drawn.sheet, fact, value(fact, choice));
        for reading in drawn.readings() {
            let before = judged(reading, drawn.act(), &drawn.sheet);
            keeps(&tests(reading, &before), &tests(reading, &judged(reading, drawn.act(), &learned)))?;
        }
    }

    #[test]
    fn a_settled_test_is_that_of_every_completion(
        drawn in drawn(90, 3),
        choices in prop::collection::vec(prop::collection::vec(any::<u32>(), 128), 4),
    ) {
        for reading in drawn.readings() {
            let before = tests(reading, &judged(reading, drawn.act(), &drawn.sheet));
            for choices in &choices {
                let mut complete = drawn.sheet;
                for fact in unknown(&drawn.sheet) {
                    complete.set(fact, value(fact, choices[fact.index()]));
                }
                let after = tests(reading, &judged(reading, drawn.act(), &complete));
                keeps(&before, &after)?;
                for (name, value) in after {
                    prop_assert!(value != Value::Unknown, "{} is unknown though every fact is known", name);
                }
            }
        }
    }

    /// A finding rests on the norm's test, its `when` and the pleas against it. While these stay, it stays; a settled
    /// test moves only towards a plea or out of the question.
    #[test]
    fn a_finding_moves_only_with_its_when_or_a_plea(
        drawn in drawn(90, 3), which in any::<u32>(), choice in any::<u32>(),
    ) {
        let open = unknown(&drawn.sheet);
        prop_assume!(!open.is_empty());
        let fact = open[which as usize % open.len()];
        let learned = with(&drawn.sheet, fact, value(fact, choice));
        for reading in drawn.readings() {
            let before = judged(reading, drawn.act(), &drawn.sheet);
            let after = judged(reading, drawn.act(), &learned);
            for (id, norm) in LAW.0.norms() {
                let moved = (before.finding(id), after.finding(id));
                let inputs = |assessment: &Assessment| {
                    let own = (assessment.raised(&LAW.0, id), assessment.test(&LAW.0, id));
                    let pleas: Vec<(bool, Value)> = (norm.shields.iter())
                        .map(|plea| (assessment.raised(&LAW.0, *plea), assessment.test(&LAW.0, *plea)))
                        .map(|(raised, test)| (raised == Value::True, test))
                        .collect();
                    (own, pleas)
                };
                let (((when, test), pleas), ((when_after, _), pleas_after)) = (inputs(&before), inputs(&after));
                let says = || format!("{}: {moved:?} on learning {}", norm.spec.id, facts::NAMES[fact.index()]);
                let prohibition = norm.spec.kind == Kind::Prohibition;
                if moved.0 == moved.1 {
                    continue;
                }
                // Not raised, or a test that is certainly false: nothing to find, for good.
                prop_assert!(when != Value::False, "{}", says());
                prop_assert!(test != Value::False || norm.spec.kind == Kind::Plea, "{}", says());
                match moved.0 {
                    Finding::Precluded => {
                        prop_assert!(prohibition || when != when_after, "{}", says());
                        prop_assert_eq!(moved.1, Finding::NoBreach, "{}", says());
                    }
                    // A plea that fails, or a test met: a plea against it, or its own `when`, has become known.
                    Finding::Breach if when_after == Value::False => prop_assert_eq!(moved.1, Finding::NoBreach),
                    Finding::Breach => {
                        let towards = [Finding::Precluded, Finding::Undetermined, Finding::Contested];
                        prop_assert!(prohibition && pleas != pleas_after, "{}", says());
                        prop_assert!(towards.contains(&moved.1), "{}", says());
                    }
                    // Divided readings stay divided: only a plea or the `when` can move it.
                    Finding::Contested => {
                        prop_assert!(when != when_after || pleas != pleas_after, "{}", says());
                        prop_assert!(test != Value::Contested || moved.1 != Finding::Breach, "{}", says());
                    }
                    // A plea of which it was not known whether it is raised may turn out either way.
                    Finding::NoBreach => {
                        prop_assert!(norm.spec.kind == Kind::Plea && when == Value::Unknown, "{}", says());
                    }
                    Finding::Undetermined => {}
                }
            }
        }
    }

    #[test]
    fn the_compiled_program_computes_the_formulas(drawn in drawn(120, 4)) {
        let assessment = judged(drawn.mainstream(), drawn.act(), &drawn.sheet);
        for (id, norm) in LAW.0.norms() {
            let plain = walked(&LAW.0, drawn.as_of, &assessment, &drawn.sheet, id);
            prop_assert_eq!(assessment.test(&LAW.0, id), plain, "{}", norm.spec.id);
        }
    }

    #[test]
    fn valid_consent_never_makes_an_act_worse(drawn in drawn(60, 6)) {
        let consented = with(&drawn.sheet, facts::CONSENT, facts::consent::VALID);
        for reading in drawn.readings() {
            let without = judged(reading, drawn.act(), &drawn.sheet);
            let consented = judged(reading, drawn.act(), &consented);
            prop_assert!(
                consented.overall <= without.overall, "{:?} becomes {:?}", without.overall, consented.overall
            );
            for (id, norm) in LAW.0.norms().filter(|(_, norm)| norm.spec.kind == Kind::Prohibition) {
                prop_assert!(consented.finding(id) <= without.finding(id), "{}", norm.spec.id);
            }
        }
    }
}

/// Whether learning whether this norm is raised could change the verdict.
fn matters(id: NormId) -> bool {
    let norm = LAW.0.norm(id);
    norm.counts() || LAW.0.norms().any(|(_, shielded)| shielded.shields.contains(&id))
}

/// Every combination of answers to some facts, one of each group of values that norms do not tell apart; none if there
/// are more than a few thousand.
fn combinations(facts: &[Fact]) -> Vec<Vec<(Fact, u32)>> {
    let mut found = vec![Vec::new()];
    for fact in facts {
        let classes = LAW.0.classes(*fact);
        if found.len() * classes.len() > 2_000 {
            return Vec::new();
        }
        found = found
            .into_iter()
            .flat_map(|answers| classes.iter().map(move |class| [answers.as_slice(), &[(*fact, class[0])]].concat()))
            .collect();
    }
    found
}

fn answered(sheet: &FactSheet, answers: &[(Fact, u32)]) -> FactSheet {
    answers.iter().fold(*sheet, |sheet, (fact, code)| with(&sheet, *fact, *code))
}

/// The listed facts are unknown, decide whatever they turn out to be, and none can be left out.
fn decides(drawn: &Drawn, turns: &Turns, is_open: impl Fn(&Assessment) -> bool) -> Result<(), TestCaseError> {
    let listed: Vec<Fact> = turns.facts.iter().map(|lead| lead.fact).collect();
    for fact in &listed {
        prop_assert!(drawn.sheet.get(*fact).is_none(), "{} is known", facts::NAMES[fact.index()]);
    }
    let open =
        |answers: &[(Fact, u32)]| is_open(&judged(drawn.mainstream(), drawn.act(), &answered(&drawn.sheet, answers)));
    prop_assert_eq!(open(&[]), !listed.is_empty() || !turns.complete);
    if !turns.complete {
        return Ok(());
    }
    for answers in combinations(&listed) {
        prop_assert!(!open(&answers), "still open with {:?}", answers);
    }
    for fact in &listed {
        let others: Vec<Fact> = listed.iter().copied().filter(|other| other != fact).collect();
        let all = combinations(&others);
        let needed = all.is_empty() || all.iter().any(|answers| open(answers));
        prop_assert!(needed, "{} can be left out", facts::NAMES[fact.index()]);
    }
    for way in &turns.ways {
        let answers: Vec<(Fact, u32)> = way.when.iter().map(|(fact, class)| (*fact, class[0])).collect();
        prop_assert!(!open(&answers), "{:?} does not lead to {:?}", answers, way.finding);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn what_a_finding_turns_on_decides_it(drawn in drawn(50, 3)) {
        let opinion = opine(&LAW.0, drawn.mainstream(), drawn.act(), &drawn.sheet, Record::default());
        for entry in &opinion.entries {
            let id = entry.norm;
            decides(&drawn, &entry.turns_on, |assessment| assessment.finding(id) == Finding::Undetermined)?;
            decides(&drawn, &entry.raised_by, |assessment| !settled(assessment.raised(&LAW.0, id)))?;
        }
    }

    #[test]
    fn a_verdict_is_provisional_while_something_that_counts_may_be_raised(
        drawn in drawn(40, 4), choices in prop::collection::vec(any::<u32>(), 128),
    ) {
        let opinion = opine(&LAW.0, drawn.mainstream(), drawn.act(), &drawn.sheet, Record::default());
        let pending = |entry: &&Entry| matters(entry.norm) && !settled(entry.raised);
        let pending: Vec<&Entry> = opinion.entries.iter().filter(pending).collect();
        prop_assert_eq!(opinion.provisional, !pending.is_empty());
        let listed = opinion.provisional_on();
        prop_assert_eq!(listed.is_empty(), pending.is_empty());
        for fact in listed {
            let name = facts::NAMES[fact.index()];
            prop_assert!(drawn.sheet.get(*fact).is_none(), "{} is known", name);
            let asked = pending.iter().any(|entry| entry.raised_by.facts.iter().any(|lead| lead.fact == *fact));
            prop_assert!(asked, "{} decides nothing that counts", name);
        }
        if pending.iter().all(|entry| entry.raised_by.complete) {
            let answers: Vec<(Fact, u32)> =
                listed.iter().map(|fact| (*fact, value(*fact, choices[fact.index()]))).collect();
            let learned = judged(drawn.mainstream(), drawn.act(), &answered(&drawn.sheet, &answers));
            prop_assert!(!learned.provisional, "still provisional with {:?}", answers);
        }
    }

    /// Where nothing is said to be open, an unlawful act stays unlawful whatever is learned; and what is open is asked of
    /// facts on which the verdict is provisional.
    #[test]
    fn an_unlawful_act_with_nothing_open_stays_unlawful(
        drawn in drawn(40, 4), choices in prop::collection::vec(any::<u32>(), 128),
    ) {
        let opinion = opine(&LAW.0, drawn.mainstream(), drawn.act(), &drawn.sheet, Record::default());
        let open = opinion.open_on(&LAW.0);
        prop_assert!(open.iter().all(|fact| opinion.provisional_on().contains(fact)));
        prop_assume!(opinion.overall == Overall::Unlawful && open.is_empty());
        let answers: Vec<(Fact, u32)> =
            unknown(&drawn.sheet).into_iter().map(|fact| (fact, value(fact, choices[fact.index()]))).collect();
        let learned = judged(drawn.mainstream(), drawn.act(), &answered(&drawn.sheet, &answers));
        prop_assert_eq!(learned.overall, Overall::Unlawful);
    }

    /// A plea other than consent brings its own conditions and evidence; if it makes things worse, the opinion says by
    /// which norm.
    #[test]
    fn a_plea_that_makes_an_act_worse_is_answered_with_the_norm_that_it_raises(
        drawn in drawn(40, 8), basis in any::<u32>(),
    ) {
        let none = with(&drawn.sheet, facts::CLAIMED_BASIS, facts::claimed_basis::NONE);
        let claimed = with(&drawn.sheet, facts::CLAIMED_BASIS, value(facts::CLAIMED_BASIS, basis));
        let before = judged(drawn.mainstream(), drawn.act(), &none);
        let opinion = opine(&LAW.0, drawn.mainstream(), drawn.act(), &claimed, Record::default());
        if opinion.overall > before.overall && opinion.overall > Overall::UnfriendlyButLawful {
            let decisive = opinion.decisive(&LAW.0).expect("a verdict that is not lawful rests on a norm");
            let was_raised = before.raised(&LAW.0, decisive.norm) == Value::True;
            prop_assert!(
                !was_raised || decisive.finding > before.finding(decisive.norm),
                "{} does not explain it", LAW.0.norm(decisive.norm).spec.id
            );
        }
    }
}

#[test]
fn a_countermeasure_that_burdens_a_bystander_is_worse_than_no_plea() {
    let act = LAW.1.iter().find(|act| act.id == "sanction-individuals").unwrap();
    let mut sheet = act.sheet(&FactSheet::defaults(LAW.0.vocabulary()));
    sheet.set(facts::THIRD_STATE_EFFECT, facts::third_state_effect::RIGHTS_BREACHED);
    let reading = Reading::Mainstream { as_of: 2025 };
    assert_eq!(judged(reading, act, &sheet).overall, Overall::UnfriendlyButLawful);
    sheet.set(facts::CLAIMED_BASIS, facts::claimed_basis::COUNTERMEASURE);
    let opinion = opine(&LAW.0, reading, act, &sheet, Record::default());
    assert_eq!(opinion.overall, Overall::Unlawful);
    let decisive = opinion.decisive(&LAW.0).unwrap();
    assert_eq!(LAW.0.norm(decisive.norm).spec.id, "arsiwa.49.third-states");
}
