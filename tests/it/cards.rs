//! Legality cards and briefs, as a reader sees them.

use demarche::content::cases::Case;
use demarche::law::alternative::{Alternative, alternative};
use demarche::law::assess::{Finding, Overall};
use demarche::law::fact::Holds;
use demarche::law::norm::Kind;
use demarche::law::opinion::{Opinion, opine};
use demarche::law::score::Record;
use demarche::law::{Act, Corpus, NormId, Reading};
use demarche::words::card::{Card, LINES, WIDTH};
use demarche::words::phrase::{Facet, holder};
use demarche::words::{Words, brief, card};

use crate::casebook::everything;

struct Desk {
    corpus: Corpus,
    acts: Vec<Act>,
    cases: Vec<Case>,
    words: Words,
}

impl Desk {
    fn open() -> Self {
        let (corpus, acts, cases) = everything();
        Self { corpus, acts, cases, words: Words::english().unwrap() }
    }

    fn opinion(&self, case: &Case, reading: Reading) -> (&Act, Opinion, Option<Alternative>) {
        let act = &self.acts[case.act];
        let sheet = case.sheet(&self.corpus, &self.acts);
        let opinion = opine(&self.corpus, reading, act, &sheet, Record::default());
        let other = alternative(&self.corpus, reading, &self.acts, act, &sheet, opinion.score.cost);
        (act, opinion, other)
    }

    fn card(&self, case: &Case, reading: Reading) -> Card {
        let (act, opinion, other) = self.opinion(case, reading);
        card(&self.words, &self.corpus, act, &opinion, other.as_ref())
    }

    fn case(&self, id: &str) -> &Case {
        self.cases.iter().find(|case| case.id == id).unwrap_or_else(|| panic!("there is no case {id}"))
    }
}

fn mainstream(case: &Case) -> Reading {
    Reading::Mainstream { as_of: case.as_of }
}

/// What must be right about any text for people.
fn faults(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut fault = |is: bool, what| {
        if is {
            found.push(what);
        }
    };
    fault(text.contains("  "), "two spaces");
    fault(text.contains(['{', '}', '\u{2068}']), "a placeable left over");
    fault(text.contains("..") || text.contains(".:") || text.contains(" ."), "stray stops");
    fault(text.contains('_'), "an identifier");
    fault(text.contains("; .") || text.contains(": .") || text.contains("()"), "an empty part");
    fault(!text.ends_with(['.', '?', ')']), "no end");
    fault(!text.starts_with(|first: char| first.is_uppercase() || first == '“'), "no capital");
    found
}

#[test]
fn every_card_fits_and_reads_as_sentences() {
    let desk = Desk::open();
    let profiles = (0..desk.corpus.profiles().len()).map(Reading::Profile);
    let readings: Vec<Option<Reading>> = std::iter::once(None).chain(profiles.map(Some)).collect();
    let mut wrong = Vec::new();
    for case in &desk.cases {
        for reading in &readings {
            let card = desk.card(case, reading.unwrap_or(mainstream(case)));
            let lines = card.lines();
            if lines.len() > LINES {
                wrong.push(format!("{}: {} lines", case.id, lines.len()));
            }
            if let Some(long) = lines.iter().find(|line| line.chars().count() > WIDTH) {
                wrong.push(format!("{}: too long: {long}", case.id));
            }
            assert!(card.rows.len() >= 3, "{}: a bare card\n{}", case.id, card.text());
            for (label, text) in card.rows.iter().filter(|(label, _)| label != "Sources") {
                for fault in faults(text) {
                    wrong.push(format!("{} {label}: {fault}: {text}", case.id));
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} faults, among them\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn every_card_says_what_its_verdict_calls_for() {
    let desk = Desk::open();
    for case in &desk.cases {
        let (_, opinion, other) = desk.opinion(case, mainstream(case));
        let card = desk.card(case, mainstream(case));
        let has = |label: &str| card.rows.iter().any(|(known, _)| known == label);
        let text = card.text();
        assert!(has("Why") && has("Reply"), "{}\n{text}", case.id);
        assert_eq!(has("Milder"), other.is_some(), "{}\n{text}", case.id);
        if let Some(entry) = opinion.decisive(&desk.corpus) {
            let divided = entry.positions.iter().any(|(_, finding)| *finding != entry.positions[0].1);
            assert!(has("Sources") && (has("Schools") || !divided), "{}\n{text}", case.id);
        }
        assert_eq!(card.headline.contains("(provisional)"), !opinion.open_on(&desk.corpus).is_empty(), "{text}");
        match opinion.overall {
            Overall::Undetermined => assert!(has("Ask"), "{}\n{text}", case.id),
            Overall::Unlawful | Overall::Contested => assert!(has("Unless") && has("Sources"), "{}\n{text}", case.id),
            Overall::Lawful | Overall::UnfriendlyButLawful => {}
        }
    }
}

#[test]
fn an_act_that_only_leaves_duties_open_is_not_called_a_wrong() {
    let desk = Desk::open();
    let mut seen = 0;
    for case in &desk.cases {
        let (act, opinion, other) = desk.opinion(case, mainstream(case));
        let kind = |norm: NormId| desk.corpus.norm(norm).spec.kind;
        let against: Vec<_> = (opinion.entries.iter())
            .filter(|entry| entry.raised == demarche::law::Value::True && entry.finding == Finding::Breach)
            .filter(|entry| matches!(kind(entry.norm), Kind::Prohibition | Kind::Consequence))
            .collect();
        if against.is_empty() || against.iter().any(|entry| kind(entry.norm) != Kind::Consequence) {
            continue;
        }
        seen += 1;
        let is_doubted = opinion.entries.iter().any(|entry| {
            entry.raised == demarche::law::Value::True
                && matches!(entry.finding, Finding::Contested | Finding::Undetermined)
                && kind(entry.norm) == Kind::Prohibition
        });
        let own = if is_doubted { "itself a wrong is" } else { "itself no wrong" };
        let card = desk.card(case, mainstream(case));
        assert!(card.headline.starts_with("STILL OWED") && card.headline.contains(own), "{}", card.text());
        for entry in against {
            let title = desk.words.norm(&desk.corpus, entry.norm, Facet::Title);
            let title = title.split(" (").next().unwrap();
            assert!(card.headline.contains(&title[1..]), "{title} is owed: {}", card.headline);
        }
        let brief = brief(&desk.words, &desk.corpus, act, &opinion, other.as_ref(), Record::default());
        assert!(!brief.lines().next().unwrap().contains("unlawful"), "{brief}");
    }
    assert!(seen >= 3, "only {seen} cases leave nothing but duties open");
}

#[test]
fn cards_and_briefs_of_chosen_cases() {
    let desk = Desk::open();
    let chosen = [
        "ctk02-remote-ministry-espionage",
        "ctk03-power-grid-blackout",
        "ctk14-ransomware-host-state",
        "ctk17-collective-countermeasure",
        "ctk21-wrong-state-hit",
        "tm26-necessity-shutdown",
        "tm32-remote-military-espionage",
        "icj-nicaragua-arming",
        "icj-icao-countermeasure-plea",
        "arb-air-services",
        "wto-russia-transit",
        "inc-estonia-2007",
        "inc-solarwinds-2020",
        "inc-dnc-2016",
        "inc-opcw-expulsion",
        "inc-reserves-frozen-2022",
        "cm-all-conditions-met",
        "consent-hunt-forward",
        "evidence-single-report",
        "diplomacy-demarche",
        "resilience-hardening",
        "near-reparation-unpaid",
        "near-countermeasure-without-demand",
        "near-defence-out-of-proportion",
    ];
    for id in chosen {
        let case = desk.case(id);
        let text = format!("{}\n\n{}", case.title, desk.card(case, mainstream(case)).text());
        insta::assert_snapshot!(format!("card-{id}"), text);
    }
    for id in ["ctk17-collective-countermeasure", "ctk14-ransomware-host-state", "near-countermeasure-without-demand"] {
        let (act, opinion, other) = desk.opinion(desk.case(id), mainstream(desk.case(id)));
        let text = brief(&desk.words, &desk.corpus, act, &opinion, other.as_ref(), Record::default());
        insta::assert_snapshot!(format!("brief-{id}"), text);
    }
}

#[test]
fn briefs_have_no_faults_either() {
    let desk = Desk::open();
    for case in &desk.cases {
        let (act, opinion, other) = desk.opinion(case, mainstream(case));
        let text = brief(&desk.words, &desk.corpus, act, &opinion, other.as_ref(), Record::default());
        for entry in &opinion.entries {
            let title = desk.words.norm(&desk.corpus, entry.norm, Facet::Title);
            assert!(text.contains(&title), "{}: {title} is missing", case.id);
        }
        for line in text.lines() {
            let empty =
                line.contains("()") || line.contains("Held by .") || line.contains(": .") || line.contains(";;");
            assert!(!empty && !line.contains("..") && !line.ends_with("if ."), "{}: {line}", case.id);
        }
    }
}

#[test]
fn every_message_has_its_words() {
    let Desk { corpus, words, acts, .. } = Desk::open();
    let kinds = [
        Kind::Prohibition,
        Kind::Condition,
        Kind::Plea,
        Kind::Attribution,
        Kind::Classification,
        Kind::Consequence,
        Kind::Procedural,
        Kind::Permission,
        Kind::Evidence,
        Kind::Soft,
    ];
    let findings = [Finding::Breach, Finding::NoBreach, Finding::Precluded, Finding::Contested, Finding::Undetermined];
    for kind in kinds {
        assert!(!words.kind(kind).is_empty());
        for finding in findings {
            assert!(!words.finding(kind, finding).is_empty());
        }
    }
    assert_eq!(words.finding(Kind::Condition, Finding::Breach), "condition failed");
    assert_eq!(words.finding(Kind::Attribution, Finding::NoBreach), "not attributable on this basis");
    assert_eq!(words.finding(Kind::Plea, Finding::Breach), "plea fails");
    for act in &acts {
        let prose = words.prose(&act.id).unwrap_or_else(|| panic!("{} has no prose", act.id));
        for text in [&prose.does, &prose.wise, &prose.risk] {
            assert!(faults(text).is_empty(), "{}: {text}: {:?}", act.id, faults(text));
        }
        act.aims.keys().for_each(|aim| assert!(!words.aim(*aim).is_empty()));
    }
    // Messages are looked up by name: every name in the sources must be in the files.
    for path in ["brief", "card", "case", "pages", "phrase", "rows"] {
        let source = std::fs::read_to_string(format!("src/words/{path}.rs")).unwrap();
        let names = source.split('"').skip(1).step_by(2).filter(|name| {
            name.contains('-') && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
        });
        let prefixes =
            ["label-", "why", "plea-", "more-", "ask-", "change", "schools", "then-", "brief-", "list-", "headline"];
        for name in names.filter(|name| prefixes.iter().any(|prefix| name.starts_with(prefix))) {
            let found = demarche::content::assets::below("words/en")
                .iter()
                .any(|file| file.text.lines().any(|line| line.starts_with(&format!("{name} ="))));
            assert!(found || name.ends_with('-'), "no message `{name}`, which src/words/{path}.rs asks for");
        }
    }
    assert_eq!(corpus.norms().len(), 81);
}

#[test]
fn every_norm_fact_and_view_reads_as_a_sentence() {
    let Desk { corpus, words, .. } = Desk::open();
    let mut wrong = Vec::new();
    for (id, norm) in corpus.norms() {
        for facet in [Facet::Met, Facet::Failed, Facet::Open, Facet::Contested, Facet::Opens] {
            let text = words.norm(&corpus, id, facet);
            let may_be_empty = matches!(facet, Facet::Contested | Facet::Opens);
            if !(may_be_empty && text.is_empty()) {
                wrong.extend(faults(&text).iter().map(|fault| format!("{} {facet:?}: {fault}", norm.spec.id)));
            }
        }
        for position in &norm.positions {
            let view = words.view(&corpus, id, position);
            wrong.extend(faults(&view).iter().map(|fault| format!("{}: {fault}: {view}", norm.spec.id)));
            for held in &position.spec.held_by {
                assert!(!holder(held).is_empty() && !holder(held).contains('✓'), "{held}");
            }
        }
    }
    for (fact, spec) in corpus.vocabulary().iter() {
        let codes = match &spec.holds {
            Holds::Bool => 0..2,
            Holds::Int { .. } => 0..3,
            Holds::Enum(values) => 0..values.len() as u32,
        };
        for code in codes {
            let clause = words.clause(&corpus, fact, code);
            let plain = clause.starts_with(char::is_lowercase) && !clause.ends_with('.') && !clause.contains('_');
            if !plain || clause.contains('{') {
                wrong.push(format!("{}: {clause}", spec.name));
            }
        }
        if !words.ask(&corpus, fact).ends_with('?') {
            wrong.push(format!("{} asks nothing", spec.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_alternative_is_lawful_milder_and_serves_the_same_aim() {
    let desk = Desk::open();
    let mut offered = 0;
    for case in &desk.cases {
        let (act, opinion, other) = desk.opinion(case, mainstream(case));
        let Some(other) = other else { continue };
        offered += 1;
        assert!(matches!(other.overall, Overall::Lawful | Overall::UnfriendlyButLawful), "{}", case.id);
        assert!(other.cost * 2 <= opinion.score.cost && opinion.overall != Overall::Lawful, "{}", case.id);
        let milder = &desk.acts[other.act];
        assert!(milder.id != act.id && milder.esc >= act.esc, "{}: {}", case.id, milder.id);
        assert!(other.gravity <= opinion.score.gravity.max(10), "{}: {} does graver things", case.id, milder.id);
        let (own, theirs) = (act.aims[&other.aim], milder.aims[&other.aim]);
        assert_eq!(own, *act.aims.values().max().unwrap(), "{}", case.id);
        assert!(u32::from(theirs) * 10 >= u32::from(own) * 8, "{}", case.id);
    }
    assert!(offered > 50, "only {offered} of {} cases have an alternative", desk.cases.len());
}

#[test]
fn a_change_that_a_card_names_does_change_the_verdict() {
    use demarche::law::assess::{Assessment, Depth, assess};
    use demarche::law::explain::{flips, reasons};
    let desk = Desk::open();
    for case in &desk.cases {
        let (act, opinion, _) = desk.opinion(case, mainstream(case));
        let lawful = matches!(opinion.overall, Overall::Lawful | Overall::UnfriendlyButLawful);
        let wanted = if lawful { std::cmp::Ordering::Greater } else { std::cmp::Ordering::Less };
        let all: Vec<_> = desk.corpus.vocabulary().iter().map(|(fact, _)| fact).collect();
        for flip in flips(&desk.corpus, mainstream(case), act, &opinion.sheet, &all, 0, wanted) {
            let mut sheet = opinion.sheet;
            sheet.set(flip.fact, flip.code);
            let again = opine(&desk.corpus, mainstream(case), act, &sheet, Record::default());
            assert_eq!(again.overall, flip.overall, "{}", case.id);
            assert_ne!(again.overall, opinion.overall, "{}", case.id);
        }
        // The reasons suffice: forget everything else, and the test keeps its value where one reading carries it.
        let packed = demarche::law::Packed::new(&desk.corpus, &opinion.sheet);
        let mut found = Assessment::new(&desk.corpus);
        assess(&desk.corpus, mainstream(case), act, &packed, Depth::Whole, &mut found);
        for entry in opinion.entries.iter().filter(|entry| desk.corpus.norm(entry.norm).positions.is_empty()) {
            suffices(&desk.corpus, case, act, &opinion, &found, entry.norm, &reasons);
        }
    }
}

type Reasons =
    dyn Fn(&Corpus, Reading, &demarche::law::Assessment, &demarche::law::FactSheet, NormId) -> Vec<demarche::law::Fact>;

fn suffices(
    corpus: &Corpus,
    case: &Case,
    act: &Act,
    opinion: &Opinion,
    found: &demarche::law::Assessment,
    norm: NormId,
    reasons: &Reasons,
) {
    use demarche::law::assess::{Depth, assess};
    use demarche::law::{FactSheet, Packed, Value};
    let value = found.test(corpus, norm);
    if !matches!(value, Value::True | Value::False) {
        return;
    }
    let mut bare = FactSheet::UNKNOWN;
    for fact in reasons(corpus, mainstream(case), found, &opinion.sheet, norm) {
        bare.put(fact, opinion.sheet.get(fact));
    }
    let mut again = found.clone();
    assess(corpus, mainstream(case), act, &Packed::new(corpus, &bare), Depth::Findings, &mut again);
    // What builds on a norm with rival readings may need more than one of them.
    let builds = opinion.entry(norm).is_some_and(|entry| entry.elements.iter().any(|part| !part.norms.is_empty()));
    assert!(builds || again.test(corpus, norm) == value, "{}: {}", case.id, corpus.norm(norm).spec.id);
}
