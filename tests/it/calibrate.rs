//! Calibration and queries: figures by SQL, the same for any number of jobs, and mistakes that point at their place.

use std::path::Path;

use assert_cmd::Command;
use demarche::ensemble::run::read;
use demarche::ensemble::tables::{Incident, Operation};
use serde_json::Value as Json;

fn demarche(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("demarche").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(folder: &Path, arguments: &[&str]) -> Json {
    let (code, out, err) = demarche(folder, arguments);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    serde_json::from_str(&out).unwrap()
}

fn explored(folder: &Path) {
    let (code, _, err) =
        demarche(folder, &["explore", "dark-grid", "first-note", "--runs", "12", "--seed", "5", "--out", "out"]);
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn our_own_targets_have_a_figure_or_a_reason_whatever_the_jobs() {
    let folder = tempfile::tempdir().unwrap();
    let asked = |jobs| {
        let scenarios = ["calibrate", "--scenarios", "dark-grid", "first-note", "--runs", "24", "--format", "json"];
        json(folder.path(), &[scenarios.as_slice(), &["--jobs", jobs]].concat())
    };
    let found = asked("1");
    assert_eq!(found, asked("2"));
    let targets = found["targets"].as_array().unwrap();
    assert_eq!((targets.len(), found["order_constraints"].as_array().unwrap().len()), (65, 5));
    for target in targets {
        assert_eq!(target["value"].is_null(), target["reason"].is_string(), "{target}");
        assert_eq!(target["value"].is_null(), target["pass"].is_null(), "{target}");
        if let (Some(value), Some(low), Some(high)) =
            (target["value"].as_f64(), target["low"].as_f64(), target["high"].as_f64())
        {
            assert_eq!(target["pass"], Json::Bool(low <= value && value <= high), "{target}");
            let spread = &target["spread"][0];
            assert!(spread[0].as_f64() <= Some(value) && Some(value) <= spread[1].as_f64(), "{target}");
        }
    }
    let quartiles = targets.iter().find(|target| target["id"] == "iqr_months_to_state_attribution").unwrap();
    assert!(quartiles["low"].as_array().unwrap().len() == 2 && quartiles["value"].as_f64().is_none());
    assert!(found["summary"]["expressible"].as_u64().unwrap() >= 45, "{}", found["summary"]);
    assert!(found["summary"]["with_figure"].as_u64().unwrap() >= 20, "{}", found["summary"]);
    assert_eq!(found["games"]["dark-grid"], 24);
}

#[test]
fn a_file_of_targets_may_bring_its_own_queries() {
    let folder = tempfile::tempdir().unwrap();
    explored(folder.path());
    let file = r#"{"targets": [
        {"id": "games", "low": 12, "high": 12, "solidity": "A", "query": "SELECT count(*) FROM games"},
        {"id": "each", "low": 0, "high": 1, "query": "SELECT run, avg(acted) AS value FROM operations GROUP BY run"},
        {"id": "ends", "low": [1, 13], "high": [1, 20], "query": "SELECT min(run), max(run) FROM games"},
        {"id": "nothing", "low": 0, "high": 1, "query": "SELECT avg(severity) FROM incidents WHERE severity > 99"},
        {"id": "unheard", "low": 0, "high": 1}
    ], "order_constraints": [
        {"id": "holds", "query": "SELECT max(severity) <= 10 FROM incidents"},
        {"id": "fails", "query": "SELECT max(severity) > 10 FROM incidents"}
    ]}"#;
    std::fs::write(folder.path().join("own.json"), file).unwrap();
    let found = json(folder.path(), &["calibrate", "--targets", "own.json", "--tables", "out", "--format", "json"]);
    let of = |place: usize, field: &str| found["targets"][place][field].clone();
    assert_eq!((of(0, "value"), of(0, "pass")), (12.0.into(), true.into()), "twelve games of each scenario");
    let operations: Vec<Operation> = read(&folder.path().join("out/operations.parquet")).unwrap();
    assert!(operations.iter().any(|row| row.acted) && of(1, "value").as_f64().is_some());
    assert_eq!((of(2, "value"), of(2, "pass")), (serde_json::json!([1.0, 12.0]), false.into()));
    assert!(of(3, "value").is_null() && of(3, "reason").as_str().unwrap().contains("nothing to count"));
    assert!(of(4, "value").is_null() && of(4, "reason").as_str().unwrap().contains("`query`"));
    let signs: Vec<&Json> = found["order_constraints"].as_array().unwrap().iter().map(|sign| &sign["pass"]).collect();
    assert_eq!(signs, [&Json::Bool(true), &Json::Bool(false)]);
}

#[test]
fn a_bad_query_is_a_mistake_with_place_and_help() {
    let folder = tempfile::tempdir().unwrap();
    explored(folder.path());
    let write = |query: &str| {
        let query = Json::String(query.to_owned());
        let file = format!(
            "{{\"targets\": [{{\"id\": \"mine\", \"low\": 0, \"high\": 1, \"query\": {query}}}, \
             {{\"id\": \"fine\", \"low\": 0, \"high\": 1, \"query\": \"SELECT count(*) FROM games\"}}]}}"
        );
        std::fs::write(folder.path().join("own.json"), file).unwrap();
        let asked = ["calibrate", "--targets", "own.json", "--tables", "out"];
        let (code, out, err) = demarche(folder.path(), &asked);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains("query of `mine`") && !err.contains("query of `fine`"), "{err}");
        err
    };
    let err = write("SELECT avg(severty)\nFROM incidents");
    assert!(err.contains("severty") && err.contains(":1:12"), "{err}");
    assert!(err.contains("severity"), "the column that was meant is named: {err}");
    let err = write("SELECT count(*)\nFROM incident");
    assert!(err.contains("incident") && err.contains(":2:"), "{err}");
    let err = write("SELECT count(* FROM incidents");
    assert!(err.contains(":1:"), "{err}");
    let err = write("SELECT severity FROM incidents");
    assert!(err.contains("none is the figure") && err.contains("one row with one number"), "{err}");
    let err = write("DROP TABLE games");
    assert!(err.contains("this is no question"), "{err}");
    let err = write("ATTACH 'own.json' AS other");
    assert!(err.contains("this is no question"), "{err}");
    let err = write("SELECT 1; SELECT 2");
    assert!(err.contains("several questions"), "{err}");
    let err = write("SELECT \"severty\" FROM incidents");
    assert!(err.contains("no such column"), "a misspelt column is no text: {err}");
    std::fs::write(folder.path().join("own.json"), r#"{"targets": [{"id": "upside", "low": 1, "high": 0}]}"#).unwrap();
    let (code, _, err) = demarche(folder.path(), &["calibrate", "--targets", "own.json", "--tables", "out"]);
    assert!(code == 2 && err.contains("the band of `upside`"), "{err}");
}

#[test]
fn a_query_reads_tables_and_views() {
    let folder = tempfile::tempdir().unwrap();
    explored(folder.path());
    let sql = "SELECT scenario, count(*) AS grave FROM incidents WHERE severity >= 3 GROUP BY scenario ORDER BY 1";
    let found = json(folder.path(), &["query", "out", sql, "--format", "json"]);
    let incidents: Vec<Incident> = read(&folder.path().join("out/incidents.parquet")).unwrap();
    let grave = |scenario: &str| incidents.iter().filter(|row| row.scenario == scenario && row.severity >= 3).count();
    assert!(grave("dark-grid") > 0);
    assert_eq!((&found[0]["scenario"], &found[0]["grave"]), (&"dark-grid".into(), &grave("dark-grid").into()));
    let (code, out, err) = demarche(folder.path(), &["query", "out", "SELECT count(*) AS known FROM disclosed"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("known\n"), "{out}");
    let (code, _, err) = demarche(folder.path(), &["query", "nowhere", "SELECT 1"]);
    assert!(code == 2 && err.contains("nowhere"), "{err}");
}
