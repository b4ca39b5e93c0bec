//! `run`, `replay` and `check` as a user meets them: streams, files and exit codes.

use std::path::Path;

use assert_cmd::Command;

fn demarche(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("demarche").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_same_seed_leaves_the_same_journal_and_it_replays() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = demarche(folder.path(), &["run", "dark-grid", "--seed", "7", "--out", "one"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(
        out.contains("Dark Grid, seed 7") && out.contains("What really happened") && out.contains("Turn 6"),
        "{out}"
    );
    let (code, out, _) = demarche(folder.path(), &["run", "dark-grid", "--seed", "7", "--format", "json"]);
    assert_eq!(code, 0);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["turns"].as_array().unwrap().len(), 6);
    for file in ["journal.dmj", "report.html", "report.md"] {
        let read = |place: &str| std::fs::read(folder.path().join(place).join(file)).unwrap();
        assert_eq!(read("one"), read("runs/dark-grid-7"), "{file}");
    }
    let journals = ["one/journal.dmj", "runs/dark-grid-7/journal.dmj"];
    let (code, out, _) = demarche(folder.path(), &["replay", journals[0], journals[1], "--jobs", "2"]);
    assert_eq!(code, 0);
    assert!(out.contains("2 of 2 journals agree"), "{out}");
}

#[test]
fn a_damaged_or_torn_journal_is_told_on_standard_error() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(demarche(folder.path(), &["run", "first-note", "--out", "."]).0, 0);
    let path = folder.path().join("journal.dmj");
    let whole = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, whole.replacen("\"day\":0", "\"day\":1", 1)).unwrap();
    let (code, out, err) = demarche(folder.path(), &["replay", "journal.dmj"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("line 3"), "{err}");
    // The last line has its end, so nothing tore it: somebody changed it.
    std::fs::write(&path, [&whole[..whole.len() - 3], "0}\n"].concat()).unwrap();
    let (code, out, err) = demarche(folder.path(), &["replay", "journal.dmj"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("line 6") && err.contains("checksum does not match"), "{err}");
    std::fs::write(&path, &whole[..whole.len() - 9]).unwrap();
    let (code, out, err) = demarche(folder.path(), &["replay", "journal.dmj"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("line 6 was torn") && out.contains("not played to its end"), "{err}{out}");
    let (code, _, err) = demarche(folder.path(), &["replay", "none.dmj"]);
    assert_eq!(code, 2);
    assert!(err.contains("there is no file `none.dmj`"), "{err}");
}

#[test]
fn a_game_that_people_played_is_not_written_over() {
    use demarche::session::Chronicle;
    use demarche::store::{JournalFile, Sync};
    let folder = tempfile::tempdir().unwrap();
    let mut game = crate::session::game("first-note", 1);
    game.sit(demarche::base::id::StateId(0), "p1").unwrap();
    let ledger = JournalFile::create(folder.path().join("journal.dmj"), Sync::AtTheEnd).unwrap();
    Chronicle::begin(game, ledger).unwrap();
    let (code, _, err) = demarche(folder.path(), &["run", "first-note", "--out", "."]);
    assert_eq!(code, 2);
    assert!(err.contains("exists already"), "{err}");
}

#[test]
fn check_tells_all_mistakes_and_what_is_in_order() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sound = [
        "check",
        "scenarios/dark-grid.ron",
        "assets/moves/demarche.ron",
        "assets/law/force/armed-attack.ron",
        "assets/law/facts.ron",
        "assets/model/ladder.ron",
        "assets/model/follow_ups.ron",
        "assets/agents/hawk.ron",
        "tests/casebook/espionage.json",
    ];
    let (code, out, err) = demarche(here, &sound);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out.lines().count(), sound.len() - 1);

    let folder = tempfile::tempdir().unwrap();
    let broken = |name: &str, from: &str, old: &str, new: &str| {
        let text = std::fs::read_to_string(here.join(from)).unwrap();
        assert!(text.contains(old), "{from} no longer says `{old}`");
        std::fs::write(folder.path().join(name), text.replacen(old, new, 1)).unwrap();
    };
    broken("demarche.ron", "assets/moves/demarche.ron", "\"coercion\": \"persuasion\"", "\"coercion\": \"persuasoin\"");
    broken("hawk.ron", "assets/agents/hawk.ron", "legality:", "legallity:");
    broken("espionage.json", "tests/casebook/espionage.json", "\"move\": \"", "\"move\": \"x");
    std::fs::write(folder.path().join("what.ron"), "(colour: red)").unwrap();
    let files = ["check", "--format", "json", "demarche.ron", "hawk.ron", "espionage.json", "what.ron", "gone.ron"];
    let (code, out, err) = demarche(folder.path(), &files);
    assert_eq!(code, 2);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    for file in document["files"].as_array().unwrap() {
        assert!(!file["mistakes"].as_array().unwrap().is_empty(), "{file}");
        let name = file["file"].as_str().unwrap();
        assert!(err.contains(name), "{name} is not told on standard error: {err}");
    }
    assert!(err.contains("did you mean `persuasion`?") && err.contains("did you mean `legality`?"), "{err}");
}

#[test]
fn seats_are_played_in_the_manner_asked_for_and_the_journal_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let play = ["run", "first-note", "--seed", "3", "--agents", "planner:40", "--agent", "tesk=random", "--out", "one"];
    let (code, out, err) = demarche(folder.path(), &play);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let journal = std::fs::read_to_string(folder.path().join("one/journal.dmj")).unwrap();
    assert!(journal.contains("\"manner\":\"planner:40\"") && journal.contains("\"manner\":\"random\""));
    assert!(journal.contains("promised most."), "the debrief is told why");
    let (code, out, _) = demarche(folder.path(), &["replay", "one/journal.dmj"]);
    assert_eq!(code, 0, "{out}");

    for (option, value, expected) in [
        ("--agents", "plnner", "there is no agent `plnner`"),
        ("--agents", "planner:0", "there is no agent `planner:0`"),
        ("--agent", "tesk", "write a State and its agent"),
        ("--agent", "Tsk=planner", "did you mean `Tesk`?"),
    ] {
        let (code, out, err) = demarche(folder.path(), &["run", "first-note", option, value]);
        assert_eq!((code, out.as_str()), (2, ""), "{value}");
        assert!(err.contains(expected), "{err}");
    }
}
