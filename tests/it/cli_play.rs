//! `play` and `report` as a user runs them, with no terminal on standard input.

use std::path::Path;

use assert_cmd::Command;

fn demarche(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("demarche").unwrap();
    let output = command.current_dir(folder).args(arguments).write_stdin("").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn nothing_asked_for_shows_the_tutorial_and_leaves_no_files() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = demarche(folder.path(), &[]);
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("First Note: 3 turns"), "{out}");
    assert!(out.contains("Turn 3, day 15") && out.contains("What was so: Tesk"), "{out}");
    assert!(err.contains("no terminal"), "{err}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_crisis_leaves_a_journal_and_the_journal_a_review() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = demarche(folder.path(), &["play", "dark-grid", "--seed", "3", "--seat", "orsenne"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Dark Grid: 6 turns") && err.contains("Orsenne is played by its agent"), "{err}");
    let journal = folder.path().join("runs/dark-grid-3/journal.dmj");
    assert!(journal.exists());
    let opponent = ["play", "dark-grid", "--seed", "3", "--seat", "orsenne", "--agent", "VEL=planner:30"];
    let (code, again, _) = demarche(folder.path(), &opponent);
    assert_eq!(code, 0);
    let kept = std::fs::read_to_string(folder.path().join("runs/dark-grid-3-2/journal.dmj")).unwrap();
    assert!(kept.contains("\"manner\":\"planner:30\""));
    assert!(again.contains("runs/dark-grid-3-2/journal.dmj"), "a second game does not write over the first");

    let (code, out, err) = demarche(folder.path(), &["report", "runs/dark-grid-3/journal.dmj", "--out", "review"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(out.lines().count(), 2, "{out}");
    let html = std::fs::read_to_string(folder.path().join("review/report.html")).unwrap();
    let text = std::fs::read_to_string(folder.path().join("review/report.md")).unwrap();
    assert!(html.contains("<title>Dark Grid") && text.starts_with("# Dark Grid: After-action review"));

    let (code, out, _) = demarche(folder.path(), &["report", "runs/dark-grid-3/journal.dmj", "--format", "md"]);
    assert_eq!((code, out.lines().count()), (0, 1));
    assert!(!folder.path().join("runs/dark-grid-3/report.html").exists());
}

#[test]
fn what_cannot_be_read_is_said_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, expected) in [
        (["play", "dark-grid", "--seat", "Lysmar"].as_slice(), "did you mean `Lysmark`?"),
        (&["play", "dark-gird"], "did you mean `dark-grid`?"),
        (&["report", "nowhere.dmj"], "there is no file `nowhere.dmj`"),
    ] {
        let (code, out, err) = demarche(folder.path(), arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(expected), "{err}");
    }
    std::fs::write(folder.path().join("poem.dmj"), "a rose is a rose\n").unwrap();
    let (code, _, err) = demarche(folder.path(), &["report", "poem.dmj"]);
    assert_eq!(code, 2);
    assert!(err.contains("no journal"), "{err}");
}
