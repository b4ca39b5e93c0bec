//! The catalogue is complete, every norm is seen both ways in the casebook, and a broken catalogue is reported at the
//! place of every mistake.

use std::collections::BTreeSet;

use demarche::content::mistake::Source;
use demarche::content::{Mistakes, assets, law};
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::corpus::{Norm, Position};
use demarche::law::{Finding, NormId, Packed, Reading, Value};

use crate::casebook::everything;

#[test]
fn every_norm_is_met_in_one_case_and_fails_in_another() {
    let (corpus, acts, cases) = everything();
    let (mut met, mut failed) = (BTreeSet::new(), BTreeSet::new());
    let mut assessment = Assessment::new(&corpus);
    for case in &cases {
        let packed = Packed::new(&corpus, &case.sheet(&corpus, &acts));
        let reading = Reading::Mainstream { as_of: case.as_of };
        assess(&corpus, reading, &acts[case.act], &packed, Depth::Findings, &mut assessment);
        for expected in &case.expect {
            let norm = corpus.norm(expected.norm);
            let met_on_a_reading = expected.positions.iter().any(|(_, finding)| *finding == Finding::Breach);
            if is_never_met_in_the_headline(norm) && met_on_a_reading {
                met.insert(expected.norm);
            }
            match assessment.test(&corpus, expected.norm) {
                Value::True if assessment.raised(&corpus, expected.norm) == Value::True => met.insert(expected.norm),
                Value::False => failed.insert(expected.norm),
                _ => continue,
            };
        }
    }
    let without = |seen: &BTreeSet<NormId>| -> Vec<&str> {
        corpus.norms().filter(|(id, _)| !seen.contains(id)).map(|(_, norm)| norm.spec.id.as_str()).collect()
    };
    assert_eq!(without(&met), [""; 0], "no case states a finding where these are met");
    assert_eq!(without(&failed), [""; 0], "no case states a finding where these fail");
}

/// Some widely held reading of these is `false` outright, so that they are met only on rival readings.
fn is_never_met_in_the_headline(norm: &Norm) -> bool {
    let nothing =
        |position: &Position| position.spec.test.as_deref() == Some("false") && position.spec.standing == "substantial";
    norm.spec.test == "false" || norm.positions.iter().any(nothing)
}

#[test]
fn every_norm_and_position_has_sources_and_sentences() {
    let (corpus, ..) = everything();
    for (_, norm) in corpus.norms() {
        let spec = &norm.spec;
        assert!(spec.sources.iter().any(|source| source.len() > 3), "{} names no source", spec.id);
        for sentence in [&spec.says.met, &spec.says.failed, &spec.says.open] {
            let sentence = sentence.trim();
            assert!(sentence.len() > 20 && sentence.ends_with(['.', '?']), "{}: `{sentence}` is no sentence", spec.id);
        }
        let distinct: BTreeSet<&str> =
            [&spec.says.met, &spec.says.failed, &spec.says.open].map(|sentence| sentence.trim()).into();
        assert_eq!(distinct.len(), 3, "{} says the same for two outcomes", spec.id);
        for position in &spec.positions {
            assert!(position.view.len() > 15, "{} does not say what `{}` holds", spec.id, position.name);
        }
    }
}

/// The embedded catalogue with pieces of text replaced, each file named by the end of its path.
fn broken(changes: &[(&str, &str, &str)]) -> Vec<Source> {
    let mut files = assets::below("law");
    for (name, old, new) in changes {
        let file = files.iter_mut().find(|file| file.name.ends_with(name)).unwrap();
        assert_eq!(file.text.matches(old).count(), 1, "{old} in {name}");
        *file = Source::new(file.name.clone(), file.text.replacen(old, new, 1));
    }
    files
}

/// Line and column, from 1, of the one place where a text stands in a file; `skip` characters into it.
fn at(files: &[Source], name: &str, text: &str, skip: usize) -> (String, usize, usize) {
    let file = files.iter().find(|file| file.name.ends_with(name)).unwrap();
    assert_eq!(file.text.matches(text).count(), 1, "{text} in {name}");
    let before = &file.text[..file.text.find(text).unwrap() + skip];
    let line = before.lines().count();
    (file.name.clone(), line, before.lines().last().unwrap().chars().count() + 1)
}

/// Checks that reading finds exactly these mistakes: place, words of the message, words of the help.
fn check(files: &[Source], expected: &[((String, usize, usize), &str, &str)]) {
    let Mistakes(found) = law::read(files).expect_err("the catalogue is broken");
    let shown: Vec<String> =
        found.iter().map(|one| format!("{:?} {} ({:?})", one.place(), one.message(), one.advice())).collect();
    for (place, message, help) in expected {
        let hit = found.iter().any(|one| {
            one.place() == *place && one.message().contains(message) && one.advice().unwrap_or_default().contains(help)
        });
        assert!(hit, "nothing at {place:?} says `{message}` and `{help}`:\n{}", shown.join("\n"));
    }
    assert_eq!(found.len(), expected.len(), "{}", shown.join("\n"));
}

#[test]
fn a_norm_with_rival_readings_says_what_divides_them() {
    let files = broken(&[("/espionage.commercial.ron", "contested: \"States", "contested: \"\", // \"States")]);
    let place = at(&files, "/espionage.commercial.ron", "says:", 0);
    check(&files, &[(place, "no sentence for `contested`", "what States disagree about")]);
}

#[test]
fn every_mistake_of_a_broken_catalogue_is_reported_at_its_place() {
    const UNFINISHED: &str = "all(unsc_decision in {authorises, authorises_exceeded}";
    let consent = "all(consent == valid, consent == none)";
    let files = broken(&[
        // A slip in a fact's name, in a value, and a comparison that the fact does not allow.
        ("/arsiwa.25.necessity.ron", "no_alternative, not(", "no_alternatve, not("),
        ("/arsiwa.49.object.ron", "in {deterrence, punishment,", "in {deterrence, punishmet,"),
        ("/jurisdiction.enforcement.ron", "when: \"governmental_function ==", "when: \"governmental_function >="),
        // A norm and a macro that do not exist.
        ("/charter.51.self-defence.ron", "not(met(self-defence.trigger))", "not(met(self-defence.triger))"),
        ("/arsiwa.22.countermeasure.ron", "when: \"@cm\"", "when: \"@cmm\""),
        // No source, no sentence.
        ("/gge.13k.ron", "[\"GGE 2015 13(k)\", \"GGE 2021 paras 65–68\"]", "[]"),
        ("/vcdr.9.png.ron", "open: \"", "open: \"\", // \""),
        // A conjunction that can never hold, and a comparison that always does.
        ("/arsiwa.20.consent.ron", "\"consent == valid\"", &format!("{consent:?}")),
        ("/arsiwa.26.peremptory.ron", "test: \"peremptory", "test: \"armed_conflict in {none, niac, iac}\", // \""),
        // A formula that breaks off, a plea and a standing that do not exist.
        ("/unsc.authorisation.ron", "when: \"", "when: \"all("),
        ("/use-of-force.ron", "\"council\"", "\"concil\""),
        ("/sovereignty.territorial.ron", "\"substantial@2024\"", "\"substantal@2024\""),
    ]);
    check(
        &files,
        &[
            (at(&files, "/arsiwa.25.necessity.ron", "no_alternatve", 0), "no fact `no_alternatve`", "`no_alternative`"),
            (at(&files, "/arsiwa.49.object.ron", "punishmet", 0), "no value `punishmet`", "`punishment`"),
            (at(&files, "/jurisdiction.enforcement.ron", "governmental_function >=", 0), "whole numbers", ""),
            (at(&files, "/charter.51.self-defence.ron", "self-defence.triger", 0), "no norm", "`self-defence.trigger`"),
            (at(&files, "/arsiwa.22.countermeasure.ron", "@cmm", 0), "no macro `@cmm`", "`@cm`"),
            (at(&files, "/gge.13k.ron", "sources: []", 0), "norm `gge.13k` has no source", "at least one article"),
            (
                at(&files, "/vcdr.9.png.ron", "open: \"\"", 0),
                "norm `vcdr.9.png` has no sentence for `open`",
                "plain sentence",
            ),
            (at(&files, "/arsiwa.20.consent.ron", consent, 0), "two values at once", ""),
            (at(&files, "/arsiwa.26.peremptory.ron", "none, niac, iac", 0), "every value of `armed_conflict`", ""),
            (at(&files, "/unsc.authorisation.ron", UNFINISHED, UNFINISHED.len()), "the formula ends", ""),
            (at(&files, "/use-of-force.ron", "concil", 0), "no plea `concil`", "`council`"),
            (at(&files, "/sovereignty.territorial.ron", "substantal@2024", 0), "unknown standing", "substantial@YEAR"),
        ],
    );
}

#[test]
fn norms_that_ask_for_each_other_in_a_circle_are_named() {
    let files = broken(&[("/arsiwa.4.ron", "test: \"", "test: \"met(armed-attack)\", // \"")]);
    let Mistakes(found) = law::read(&files).expect_err("the norms form a circle");
    let circle = found.iter().find(|one| one.message().contains("in a circle")).expect("the circle is reported");
    assert!(circle.message().contains("arsiwa.4") && circle.message().contains("armed-attack"), "{circle}");
    assert!(circle.advice().unwrap().contains("may only build on"));
    let (file, line, column) = circle.place();
    let norm = files.iter().find(|source| source.name == file).unwrap();
    assert!(norm.text.lines().nth(line - 1).unwrap()[column - 1..].starts_with("test: "), "{file}:{line}:{column}");
}

#[test]
fn a_file_that_is_no_norm_is_reported_beside_the_others() {
    let files = broken(&[
        // A field that does not exist, and a norm under another file's name.
        ("/gge.13k.ron", "weight: 25", "wieght: 25"),
        ("/gge.13j.ron", "id: \"gge.13j\"", "id: \"gge.13jj\""),
    ]);
    check(
        &files,
        &[
            (at(&files, "/gge.13k.ron", "wieght", 0), "wieght", ""),
            (at(&files, "/gge.13j.ron", "gge.13jj", 0), "stands in a file called `gge.13j.ron`", "gge.13jj.ron"),
        ],
    );
}

#[test]
fn mistakes_in_the_tables_are_reported_at_their_entry() {
    let files = broken(&[
        ("/macros.ron", "\"claimed_basis == countermeasure\"", "\"claimed_base == countermeasure\""),
        ("/profiles.ron", "\"not-always\", \"on-request\", \"imminent", "\"not-allways\", \"on-request\", \"imminent"),
        ("/gravity.ron", "\"undermines_popular_choice\"", "\"undermines_popular_choise\""),
    ]);
    check(
        &files,
        &[
            (at(&files, "/macros.ron", "claimed_base ==", 0), "no fact `claimed_base`", "`claimed_basis`"),
            (at(&files, "/profiles.ron", "not-allways", 0), "no norm has a position", "`not-always`"),
            (at(&files, "/gravity.ron", "undermines_popular_choise", 0), "no fact", ""),
        ],
    );
}

#[test]
fn a_catalogue_without_its_tables_says_which_are_missing() {
    let files: Vec<Source> =
        assets::below("law").into_iter().filter(|file| !file.name.ends_with("/macros.ron")).collect();
    let Mistakes(found) = law::read(&files).expect_err("a table is missing");
    assert!(found.iter().any(|one| one.message() == "`macros.ron` is missing"));
}
