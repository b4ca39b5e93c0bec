//! `demarche law` and `demarche docs` as a person at a terminal meets them.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value as Json;

fn demarche(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("demarche").unwrap();
    command.args(arguments);
    command
}

/// Exit code, standard output, standard error.
fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    let output = demarche(arguments).write_stdin(input).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(arguments: &[&str], input: &str) -> Json {
    let (code, out, err) = run(arguments, input);
    assert_eq!((code, err.as_str()), (0, ""));
    serde_json::from_str(&out).unwrap()
}

const CASES: &str = "tests/casebook/public.json";

/// An intrusion by an organ; what it did to the systems is not known.
const OPEN: &str = r#"[{"id": "open", "move": "cyber-disrupt", "facts": {"perpetrator": "organ", "domaine_reserve": false,
    "coercion": "none", "functionality_loss": "unknown", "intended_effect": "disruption"}}]"#;

#[test]
fn judging_gives_one_object_per_case_in_order() {
    let cases: Vec<Json> = serde_json::from_str(&std::fs::read_to_string(CASES).unwrap()).unwrap();
    let judged = json(&["law", "judge", CASES, "--format", "json"], "");
    let judged = judged.as_array().unwrap();
    assert_eq!(judged.len(), cases.len());
    for (judged, case) in judged.iter().zip(&cases) {
        assert_eq!(judged["id"], case["id"]);
        assert_eq!(judged["overall"], case["expect_overall"], "{}", case["id"]);
        let findings = judged["findings"].as_array().unwrap();
        for expected in case["expect"].as_array().unwrap() {
            let found = findings.iter().find(|found| found["norm"] == expected["norm"]);
            let word = found.map_or("no-breach", |found| found["finding"].as_str().unwrap());
            assert_eq!(word, expected["finding"], "{} {}", case["id"], expected["norm"]);
            if let Some(found) = found {
                for (name, finding) in expected["positions"].as_object().into_iter().flatten() {
                    assert_eq!(&found["positions"][name], finding, "{} {name}", case["id"]);
                }
            }
        }
        for found in findings {
            assert!(found["raised"] == true || found["raised"] == "unknown");
            let open = found["finding"] == "undetermined";
            assert_eq!(open, !found["turns_on"].as_array().unwrap().is_empty(), "{}: {found}", case["id"]);
            assert!(!found["elements"].as_array().unwrap().is_empty());
        }
        assert_eq!(judged["profiles"].as_object().unwrap().len(), 5);
        assert_eq!(judged["cost"], judged["score"]["cost"]);
    }
}

#[test]
fn one_case_alone_is_a_list_of_one() {
    let alone = OPEN.trim_start_matches('[').trim_end_matches(']');
    assert_eq!(
        json(&["law", "judge", "-", "--format", "json"], alone),
        json(&["law", "judge", "-", "--format", "json"], OPEN)
    );
}

#[test]
fn an_open_finding_names_the_fact_and_where_each_value_leads() {
    let judged = json(&["law", "judge", "-", "--as-of", "2017", "--format", "json"], OPEN);
    let found = judged[0]["findings"].as_array().unwrap().iter().find(|f| f["norm"] == "sovereignty.territorial");
    let lead = &found.unwrap()["turns_on"][0];
    assert_eq!(lead["fact"], "functionality_loss");
    assert_eq!(lead["leads_to"]["repair_needed"], "breach");
    assert_eq!(lead["leads_to"]["interrupted"], "contested");
    assert_eq!(lead["leads_to"]["none"], "no-breach");
    let way = &found.unwrap()["ways"][0];
    assert_eq!(way["finding"], "breach");
    assert_eq!(way["when"]["functionality_loss"][0], "repair_needed");
    assert_eq!(judged[0]["overall"], "undetermined");
}

#[test]
fn the_year_and_the_profile_change_the_reading() {
    let case =
        r#"[{"id": "entry", "move": "spy-remote", "facts": {"perpetrator": "organ", "domaine_reserve": false}}]"#;
    let overall = |more: &[&str]| {
        let arguments = [&["law", "judge", "-", "--format", "json"], more].concat();
        json(&arguments, case)[0]["overall"].as_str().unwrap().to_owned()
    };
    assert_eq!(overall(&["--as-of", "2023"]), "unfriendly-but-lawful");
    assert_eq!(overall(&["--as-of", "2024"]), "contested");
    assert_eq!(overall(&["--profile", "strict-sovereigntist"]), "unlawful");
    assert_eq!(overall(&["--profile", "operational-flexibility"]), "unfriendly-but-lawful");
    let judged = json(&["law", "judge", "-", "--profile", "continental", "--format", "json"], case);
    assert_eq!((&judged[0]["profile"], &judged[0]["as_of"]), (&Json::from("continental"), &Json::Null));
}

#[test]
fn text_is_a_card_and_with_explain_a_brief() {
    let (code, card, _) = run(&["law", "judge", "-"], OPEN);
    assert_eq!(code, 0);
    assert!(card.starts_with("== open\nUNDETERMINED"), "{card}");
    let (_, brief, _) = run(&["law", "judge", "-", "--explain"], OPEN);
    assert!(brief.starts_with(&card[..40]) && brief.contains("## What it costs"), "{brief}");
    let judged = json(&["law", "judge", "-", "--explain", "--format", "json"], OPEN);
    assert!(judged[0]["brief"].as_str().unwrap().contains("## The rules raised"));
}

#[test]
fn checking_agrees_or_says_what_differs() {
    let files: Vec<String> =
        std::fs::read_dir("tests/casebook").unwrap().map(|entry| entry.unwrap().path().display().to_string()).collect();
    let arguments: Vec<&str> = ["law", "check"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let (code, out, err) = run(&arguments, "");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("all ") && out.lines().count() == 1, "{out}");

    let wrong = std::fs::read_to_string(CASES).unwrap().replacen("\"no-breach\"", "\"breach\"", 1);
    let (code, out, _) = run(&["law", "check", "-"], &wrong);
    assert_eq!(code, 1);
    assert!(out.contains(", expected breach") && out.contains("because "), "{out}");
    assert!(out.ends_with("1 answer differs in 1 case of 90.\n"), "{out}");
    let (code, out, _) = run(&["law", "check", "-", "--format", "json"], &wrong);
    let told: Json = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["agree"], told["differences"].as_array().unwrap().len()), (1, &Json::Bool(false), 1));

    // Where nothing is expected, nothing was compared, and that is no agreement.
    let silent = r#"{"id": "nothing", "move": "demarche", "facts": {}, "expect": []}"#;
    let (code, out, _) = run(&["law", "check", "-"], silent);
    assert_eq!(code, 1);
    assert_eq!(out, "One case expects neither a finding nor a verdict, so that nothing was compared: nothing\n");
    let (code, out, _) = run(&["law", "check", "-", "--format", "json"], silent);
    let told: Json = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["agree"], told["nothing_expected"][0].as_str()), (1, &Json::Bool(false), Some("nothing")));
}

#[test]
fn bad_input_is_told_all_at_once_with_places_and_hints() {
    let bad = r#"[{"id": "a", "move": "demarch", "facts": {"consent": "vald", "coercoin": "none", "casualties": true},
        "expect": [{"norm": "non-interventoin", "finding": "breach"}]}]"#;
    let (code, out, err) = run(&["law", "judge", "-", "--format", "json"], bad);
    assert_eq!((code, out.as_str()), (2, ""));
    for hint in ["did you mean `demarche`?", "did you mean `coercion`?", "did you mean `non-intervention`?"] {
        assert!(err.contains(hint), "{hint} is missing from\n{err}");
    }
    assert!(err.contains("one of none, valid") && err.contains("whole number from 0"), "{err}");
    assert!(err.contains("standard input:1:"), "{err}");
    assert!(!err.contains('\u{1b}'), "colour reached a pipe");

    let (code, _, err) = run(&["law", "judge", "-"], "{");
    assert_eq!(code, 2);
    assert!(err.contains("standard input"), "{err}");
    let (code, _, err) = run(&["law", "judge", "no-such-file.json"], "");
    assert!(code == 2 && err.contains("cannot read `no-such-file.json`"), "{err}");
    let (code, _, err) = run(&["law", "judge", CASES, "--profile", "contiental"], "");
    assert!(code == 2 && err.contains("did you mean `continental`?"), "{err}");
    assert_eq!(run(&["law", "judge"], "").0, 2);
    assert_eq!(run(&["law", "judge", CASES, "--as-of", "soon"], "").0, 2);
    assert_eq!(run(&["--help"], "").0, 0);
}

#[test]
fn the_catalogue_can_be_read_entry_by_entry() {
    for (what, count, id, near) in [
        ("norms", 81, "arsiwa.52.notice", "arsiwa.52.notise"),
        ("facts", 111, "coercion", "coercoin"),
        ("moves", 60, "demarche", "demarch"),
    ] {
        let all = json(&["law", what, "--format", "json"], "");
        assert_eq!(all.as_array().unwrap().len(), count, "{what}");
        let (code, out, _) = run(&["law", what], "");
        assert_eq!((code, out.lines().count()), (0, count + 2), "{what}");
        let (code, out, _) = run(&["law", what, id], "");
        assert!(code == 0 && out.starts_with(&format!("{id} — ")), "{out}");
        let one = json(&["law", what, id, "--format", "json"], "");
        assert!(one["id"] == id || one["name"] == id);
        let (code, out, err) = run(&["law", what, near], "");
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains("did you mean"), "{err}");
    }
    // A list with nothing in it is nothing; the remark on it goes elsewhere.
    let (code, out, err) = run(&["law", "moves", "--unmodelled"], "");
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("Every move is modelled"), "{err}");
    let (_, _, err) = run(&["law", "norms", "arsiwa.52"], "");
    assert!(err.contains("`arsiwa.52.notice` or `arsiwa.52.pending`"), "{err}");
}

#[test]
fn the_pages_are_fresh_and_staleness_is_noticed() {
    let (code, out, _) = run(&["docs", "--check"], "");
    assert_eq!(code, 0, "{out}");
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("law").display().to_string();
    assert_eq!(run(&["docs", "--dir", &dir, "--check"], "").0, 1);
    assert_eq!(run(&["docs", "--dir", &dir], "").0, 0);
    assert_eq!(run(&["docs", "--dir", &dir, "--check"], "").0, 0);
    std::fs::write(Path::new(&dir).join("norms.md"), "old").unwrap();
    let (code, out, _) = run(&["docs", "--dir", &dir, "--check"], "");
    assert!(code == 1 && out.contains("norms.md is stale"), "{out}");
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    use std::process::{Command, Stdio};
    let program = assert_cmd::cargo::cargo_bin("demarche");
    let mut child = Command::new(program)
        .args(["law", "judge", CASES, "--explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
