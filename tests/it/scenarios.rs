//! Scenarios: those that travel with the program load, and a broken one is told all its mistakes with their places.

use demarche::content::atlas::World;
use demarche::content::mistake::Source;
use demarche::content::offices::{Approval, Delegations, Office};
use demarche::content::{Mistakes, library, rulebook, scenario};

#[test]
fn every_scenario_loads() {
    let slugs = library::slugs();
    assert!(slugs.contains(&"first-note") && slugs.contains(&"dark-grid"));
    for slug in slugs {
        let book = library::find(slug).unwrap();
        let staged = book.stage().unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes)));
        assert_eq!(staged.scenario.id, slug);
    }
}

#[test]
fn worlds_are_what_their_maker_makes() {
    for (id, title, states) in [("world", "The World", 193), ("thirty", "Thirty States", 30)] {
        let world = World { id: id.into(), title: title.into(), states, turns: 520, seed: 1 };
        let made = world.text().unwrap();
        let kept = library::find(id).unwrap();
        assert!(made == *kept.source.text, "scenarios/{id}.ron is stale: its first line tells how to make it");
    }
}

/// Reads the tutorial with some of its text replaced, and gives each mistake as `line: message (help)`.
fn broken(changes: &[(&str, &str)]) -> Vec<String> {
    let book = library::find("first-note").unwrap();
    let mut text = book.source.text.to_string();
    for (from, to) in changes {
        assert!(text.contains(from), "the tutorial no longer says `{from}`");
        text = text.replacen(from, to, 1);
    }
    let source = Source::new("first-note.ron", text);
    let Err(Mistakes(mistakes)) = scenario::stage(&source, Some(&book.beside)) else { return Vec::new() };
    let told = |mistake: &demarche::content::Mistake| {
        let (_, line, _) = mistake.place();
        format!("{line}: {} ({})", mistake.message(), mistake.advice().unwrap_or_default())
    };
    mistakes.iter().map(told).collect()
}

#[test]
fn every_mistake_of_a_scenario_is_told_at_once_with_its_place_and_what_was_meant() {
    let told = broken(&[
        ("solo: \"miravel\"", "solo: \"mirawel\""),
        ("profile: \"small-frontline\"", "profile: \"small-fronline\""),
        ("temper: \"opportunist\"", "temper: \"oportunist\""),
        ("legitimacy: 450", "legitimacy: 4500"),
        ("sector: transport", "sector: transprot"),
        ("know_the_author(\"read-cables\")", "know_the_author(\"read-cabels\")"),
        ("card: \"spy-remote\", target", "card: \"spy-remot\", target"),
        ("kind: tooling", "knid: tooling"),
        ("full: \"first-note.full.md\"", "full: \"first-note.fuII.md\""),
        ("turns: 3", "turns: 3000"),
        ("evidence: [", "evidenc: [(),], evidence: ["),
    ]);
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn every_mistake_of_one_row_is_told_at_once() {
    let told = broken(&[
        ("council: elected", "council: electd"),
        ("cyber_offence: 350", "cyber_offense: 350"),
        ("resolve: 550, pressure: 150", "resolve: \"550\", pressure: 150"),
    ]);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told[0].contains("no word `electd`") && told[0].contains("elected"), "{told:#?}");
    assert!(told[1].contains("no field `cyber_offense`") && told[1].contains("cyber_offence"), "{told:#?}");
    assert!(told[2].starts_with("19:"), "{told:#?}");
    let told = broken(&[("council: elected", "council: electd"), ("forensics: 700, ", "")]);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[1].contains("the field `forensics` is missing"), "{told:#?}");
}

#[test]
fn what_must_hold_between_rows_is_checked() {
    let one = |changes: &[(&str, &str)]| {
        let told = broken(changes);
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].clone()
    };
    let tie = "(between: (\"miravel\", \"tesk\"), warmth: (480, 420)";
    let told = one(&[(
        tie,
        "(between: (\"tesk\", \"miravel\"), warmth: (1, 2)), (between: (\"miravel\", \"tesk\"), warmth: (480, 420)",
    )]);
    assert!(told.contains("have two ties"), "{told}");
    let told = broken(&[("owner: \"miravel\", sector: foreign_ministry", "owner: \"tesk\", sector: foreign_ministry")]);
    assert!(told.len() == 2 && told.iter().all(|one| one.contains("is not the")), "{told:?}");
    let told = one(&[("weight: 1,", "weight: 0,")]);
    assert!(told.contains("the weight of a truth is 1 to 1000"), "{told}");
    let told = one(&[("code: \"TES\"", "code: \"MIR\"")]);
    assert!(told.contains("two states are called `MIR`"), "{told}");
    let told = one(&[("began: -40, ready: -21", "began: -40, ready: -50")]);
    assert!(told.contains("begins, is ready and ends in this order"), "{told}");
    let told = one(&[("plain: \"first-note.tesk.plain.md\"", "plain: \"../secret.md\"")]);
    assert!(told.contains("is no name of a briefing"), "{told}");
}

#[test]
fn a_scenario_says_how_its_delegations_are_made_up_and_is_told_of_slips() {
    let staged = |head: &str| {
        let book = library::find("first-note").unwrap();
        let text = book.source.text.replacen("turns: 3,", &format!("turns: 3, {head}"), 1);
        scenario::stage(&Source::new("first-note.ron", text), Some(&book.beside)).unwrap().delegations
    };
    assert_eq!(*staged(""), Delegations::default());
    let asked = staged("approval: two_of_three, offices: [legal_adviser, press_officer],");
    assert_eq!(asked.approval, Approval::TwoOfThree);
    assert_eq!(asked.offices, Some(vec![Office::LegalAdviser, Office::PressOfficer]));
    assert_eq!(staged("offices: [],").offices, Some(vec![]), "nobody but the head has an office");
    let told = broken(&[("turns: 3,", "turns: 3, approval: two_of_tree, offices: [legal_advisor],")]);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].contains("two_of_tree") && told[0].contains("did you mean `two_of_three`"), "{told:#?}");
    assert!(told[1].contains("legal_advisor") && told[1].contains("did you mean `legal_adviser`"), "{told:#?}");
    let told = broken(&[("turns: 3,", "turns: 3, offices: [head, press_officer, press_officer],")]);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].contains("`head` is no office that is dealt") && told[1].contains("dealt twice"), "{told:#?}");
}

#[test]
fn a_lesson_says_how_long_it_takes_and_which_law_it_is_about() {
    for (slug, minutes) in [("first-note", 25), ("dark-grid", 75)] {
        let staged = library::find(slug).unwrap().stage().unwrap();
        let lesson = staged.lesson.unwrap_or_else(|| panic!("{slug} is a lesson"));
        assert_eq!(lesson.minutes, minutes);
        let about: Vec<&str> =
            lesson.law.iter().map(|id| staged.rulebook.law.corpus.norm(*id).spec.id.as_str()).collect();
        assert!(about.contains(if slug == "dark-grid" { &"due-diligence" } else { &"retorsion" }), "{about:?}");
    }
    assert!(library::find("thirty").unwrap().stage().unwrap().lesson.is_none(), "a world is no lesson");
    let told = broken(&[
        ("minutes: 25", "minutes: 3"),
        ("\"retorsion\"", "\"retorsoin\""),
        ("\"evidence.standard\"", "\"espionage.peacetime\""),
    ]);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(
        told.iter().any(|one| one.contains("there is no norm `retorsoin`") && one.contains("did you mean `retorsion`")),
        "{told:#?}"
    );
    assert!(told.iter().any(|one| one.contains("`espionage.peacetime` is named twice")), "{told:#?}");
    assert!(told.iter().any(|one| one.contains("the minutes of a class")), "{told:#?}");
    let told = broken(&[("law: [\"retorsion\", \"espionage.peacetime\", \"evidence.standard\"]", "law: []")]);
    assert!(told[0].contains("about at least one norm"), "{told:#?}");
}

#[test]
fn limits_are_clear_errors() {
    let read = |text: &str| {
        let rules = rulebook::embedded(2025).unwrap();
        let Mistakes(mistakes) = scenario::read(&Source::new("x.ron", text), &rules, None).unwrap_err();
        mistakes.iter().map(|mistake| mistake.message().to_owned()).collect::<Vec<_>>().join("\n")
    };
    let deep = format!("Scenario(id: {}{})", "[".repeat(2000), "]".repeat(2000));
    assert!(read(&deep).contains("nested too deeply"), "{}", read(&deep));
    let many = format!("Scenario(states: [{}])", "(),".repeat(300));
    assert!(read(&many).contains("at most 193"), "{}", read(&many));
    assert!(read(&" ".repeat(5 << 20)).contains("at most 4 MiB"));
    assert!(!read("").is_empty());
}

#[test]
fn briefings_are_there_at_two_lengths() {
    for (slug, full, plain) in [("dark-grid", 900..=1400, 250..=400), ("first-note", 600..=1400, 200..=400)] {
        let book = library::find(slug).unwrap();
        let staged = book.stage().unwrap();
        let common = staged.scenario.briefings.iter().find(|briefing| briefing.state.is_none()).unwrap();
        let words = |name: &str| book.text(name).unwrap().split_whitespace().count();
        assert!(full.contains(&words(&common.full)), "{slug}: {} words", words(&common.full));
        assert!(plain.contains(&words(&common.plain)), "{slug}: {} words", words(&common.plain));
        let own = staged.scenario.briefings.iter().filter(|briefing| briefing.state.is_some());
        assert_eq!(own.count(), staged.scenario.opening.states.len(), "every state has its own briefing");
        // Where neighbours meet is told to everybody, at either length.
        let region = staged.scenario.cast.region.as_deref().map(|name| name.trim_start_matches("the "));
        for briefing in staged.scenario.briefings.iter().filter(|_| region.is_some()) {
            for name in [&briefing.plain, &briefing.full] {
                let text = book.text(name).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(region.unwrap_or_default()), "{name} does not name {region:?}");
            }
        }
    }
}
