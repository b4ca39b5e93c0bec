//! Ensembles: the same files for any number of jobs and any interruption, and rows that are true to the games.

use std::collections::BTreeMap;
use std::path::Path;

use assert_cmd::Command;
use demarche::content::library;
use demarche::ensemble::plan::Batch;
use demarche::ensemble::run::{play, read, settle};
use demarche::ensemble::tables::{Attribution, Game, Incident, Move, Operation, Response, StateTurn, Turn};
use demarche::ensemble::{EnsembleError, Plan, Player, Summary, Vary, explore};
use demarche::report;
use demarche::session;
use demarche::words::Words;

fn plan(scenarios: &[&str], runs: u32, vary: &[&str]) -> Plan {
    let scenarios = scenarios.iter().map(|slug| library::embedded(slug).unwrap().stage().unwrap()).collect();
    let vary = vary.iter().map(|text| text.parse().unwrap()).collect();
    Plan { vary, ..Plan::plain(scenarios, runs, 7) }
}

/// Every file of a folder, by its path within.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert!(path.is_file(), "{} is left over", path.display());
        files.insert(path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap());
    }
    files
}

fn demarche(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("demarche").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_game_of_an_ensemble_is_the_game_a_session_plays() {
    let plan = plan(&["dark-grid"], 3, &[]);
    let mut player = Player::new(&plan.arms[0].staged, plan.agents).unwrap();
    for run in [3, 1, 2] {
        let seed = plan.game_seed(run);
        let mut game =
            session::Game::new(plan.arms[0].staged.clone(), &library::embedded("dark-grid").unwrap().source, seed)
                .unwrap();
        while !game.is_over() {
            game.adjudicate().unwrap();
        }
        let watched = player.play(seed);
        assert_eq!(watched.digest, game.digest(), "run {run}");
        for (turn, played) in watched.turns.iter().zip(game.played()) {
            assert_eq!((&turn.events, &turn.rulings), (&played.record.events, &played.record.rulings));
        }
    }
}

#[test]
fn arms_differ_by_the_choice_alone() {
    let plain = plan(&["dark-grid"], 12, &[]);
    let compared = plain.clone().compared(vec!["moves.economic=on,off".parse().unwrap()]).unwrap();
    let rows = play(&compared, &compared.batches(), None, 2, &|_| ()).unwrap();
    let of = |slug: &str| rows.games.iter().filter(|game| game.scenario == slug).cloned().collect::<Vec<Game>>();
    let (on, off) = (of("dark-grid+moves.economic=on"), of("dark-grid+moves.economic=off"));
    // Where nothing is taken away, the games are those of the scenario as it is.
    let as_is = play(&plain, &plain.batches(), None, 2, &|_| ()).unwrap().games;
    let named = |game: &Game| Game { scenario: "dark-grid".into(), ..game.clone() };
    assert_eq!(on.iter().map(named).collect::<Vec<_>>(), as_is);
    let pairs = on.iter().zip(&off);
    assert!(pairs.clone().all(|(on, off)| (on.seed, &on.truth) == (off.seed, &off.truth)));
    assert!(pairs.clone().any(|(on, off)| on.measures != off.measures), "somebody sanctions somebody in 12 games");

    let folder = tempfile::tempdir().unwrap();
    let played = explore(&compared, Some(folder.path()), 2, &|_| ()).unwrap();
    let summary = Summary::of(&compared, &played);
    let [comparison] = &*summary.comparisons else { panic!("one arm is compared with the other") };
    let measures = comparison.differences.iter().find(|difference| difference.outcome == "measures").unwrap();
    let sum: i64 = pairs.map(|(on, off)| off.measures - on.measures).sum();
    let mean = measures.difference.unwrap().mean;
    assert_eq!((mean * 12.0).round().to_string(), sum.to_string(), "a mean of {mean} over twelve games");
    let page = report::html(&report::ensemble(&Words::english().unwrap(), &summary));
    assert!(page.contains("What the choices changed") && page.contains("dark-grid+moves.economic=off"));
    let asked = r#"SELECT "lever.moves.economic" AS level, count(*) AS games FROM games GROUP BY 1"#;
    let (code, told, _) = demarche(folder.path(), &["query", ".", asked]);
    assert_eq!(code, 0);
    assert!(told.contains("off    12") && told.contains("on     12"), "{told}");
}

#[test]
fn the_same_files_for_any_number_of_jobs_and_any_interruption() {
    let plan = plan(&["dark-grid", "first-note"], 40, &["tension.per_gravity=1..5"]);
    let folder = tempfile::tempdir().unwrap();
    let [one, two, torn] = ["one", "two", "torn"].map(|name| folder.path().join(name));
    let told = std::sync::atomic::AtomicU64::new(0);
    let watch = |games| {
        told.fetch_add(games, std::sync::atomic::Ordering::Relaxed);
    };
    let whole = explore(&plan, Some(&one), 1, &watch).unwrap();
    assert_eq!(told.load(std::sync::atomic::Ordering::Relaxed), 80);
    assert_eq!(explore(&plan, Some(&two), 2, &|_| ()).unwrap().games, whole.games);
    // Stopped after the third batch, in the middle of writing the second again.
    settle(&plan, &torn).unwrap();
    play(&plan, &plan.batches()[..3], Some(&torn), 2, &|_| ()).unwrap();
    let parts = torn.join("parts");
    std::fs::remove_file(parts.join("000002-games.parquet")).unwrap();
    std::fs::write(parts.join("000002-moves.parquet"), "PAR1").unwrap();
    std::fs::write(parts.join("000002-games.parquet.part"), "PAR1").unwrap();
    let first = std::fs::metadata(parts.join("000001-games.parquet")).unwrap().modified().unwrap();
    play(&plan, &plan.batches()[..1], Some(&torn), 1, &|_| ()).unwrap();
    let again = std::fs::metadata(parts.join("000001-games.parquet")).unwrap().modified().unwrap();
    assert_eq!(first, again, "a finished batch is left alone");
    explore(&plan, Some(&torn), 2, &|_| ()).unwrap();
    let wanted = files(&one);
    assert_eq!(wanted.len(), 15, "{:?}", wanted.keys());
    for (name, other) in [("two", files(&two)), ("torn", files(&torn))] {
        assert!(wanted.keys().eq(other.keys()), "{name}: {:?}", other.keys());
        for (file, bytes) in &wanted {
            assert!(*bytes == other[file], "{name}/{file} differs");
        }
    }
    // A finished ensemble is read, not played, and without a folder it comes to the same.
    assert_eq!(explore(&plan, Some(&one), 1, &|_| ()).unwrap().turns, whole.turns);
    let loose = explore(&plan, None, 2, &|_| ()).unwrap();
    assert_eq!(Summary::of(&plan, &loose), Summary::of(&plan, &whole));
}

#[test]
fn few_long_games_are_dealt_one_by_one_and_many_in_lots() {
    let sizes = |runs: u32| {
        let batches = plan(&["dark-grid"], runs, &[]).batches();
        assert_eq!(batches.iter().map(Batch::games).sum::<u32>(), runs);
        (batches.len(), batches[0].games())
    };
    assert_eq!((sizes(4), sizes(40), sizes(1000)), ((4, 1), (20, 2), (32, 32)));
}

#[test]
fn rows_of_different_tables_agree_with_each_other() {
    let plan = plan(&["dark-grid"], 12, &[]);
    let folder = tempfile::tempdir().unwrap();
    explore(&plan, Some(folder.path()), 2, &|_| ()).unwrap();
    let path = |name: &str| folder.path().join(format!("{name}.parquet"));
    let games: Vec<Game> = read(&path("games")).unwrap();
    let turns: Vec<Turn> = read(&path("turns")).unwrap();
    let moves: Vec<Move> = read(&path("moves")).unwrap();
    let states: Vec<StateTurn> = read(&path("states")).unwrap();
    let operations: Vec<Operation> = read(&path("operations")).unwrap();
    let incidents: Vec<Incident> = read(&path("incidents")).unwrap();
    let attributions: Vec<Attribution> = read(&path("attributions")).unwrap();
    let responses: Vec<Response> = read(&path("responses")).unwrap();
    assert!(games.iter().map(|game| game.run).eq(1..=12));
    assert_eq!((turns.len(), states.len()), (12 * 6, 12 * 7 * 6));
    let count = |number: usize| i64::try_from(number).unwrap();
    for game in &games {
        let own = |run: i64| run == game.run;
        let ordered: Vec<&Move> = moves.iter().filter(|order| own(order.run)).collect();
        assert_eq!(game.orders, count(ordered.len()));
        let unlawful = ordered.iter().filter(|order| order.verdict.as_deref() == Some("unlawful"));
        assert_eq!(game.unlawful, count(unlawful.count()));
        assert_eq!(game.unlawful, states.iter().filter(|row| own(row.run)).map(|row| row.unlawful).sum::<i64>());
        let public = incidents.iter().filter(|row| own(row.run) && row.disclosed.is_some());
        assert_eq!(game.incidents_public, count(public.count()));
        let last = turns.iter().rfind(|turn| own(turn.run)).unwrap();
        assert_eq!(last.highest_step, game.final_step);
    }
    let doubtful = |order: &&Move| matches!(order.verdict.as_deref(), Some("unlawful" | "contested"));
    assert!(moves.iter().filter(doubtful).count() > 20);
    for order in &moves {
        if order.norm.is_some() {
            assert!(doubtful(&order), "{order:?}");
        }
        assert_eq!(order.norm.is_some(), order.norm_finding.is_some());
        assert!(order.class != "other" || order.family == "follow-up", "{order:?}");
    }
    let named = moves.iter().filter(|order| doubtful(order) && order.norm.is_some()).count();
    assert!(named * 10 > moves.iter().filter(doubtful).count() * 9, "the norm behind a verdict is mostly named");
    assert!(operations.iter().any(|operation| operation.origin == "proxy"));
    for operation in operations.iter().filter(|operation| operation.acted) {
        assert!(operation.effect.is_some() && operation.severity.is_some(), "{operation:?}");
    }
    // What is breached was raised; what was raised is often not breached; and only what was judged raises anything.
    let listed = |text: &Option<String>| -> Vec<String> {
        text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
    };
    for operation in &operations {
        let (raised, stood) = (listed(&operation.raised), listed(&operation.families));
        assert!(stood.iter().all(|family| raised.contains(family)), "{operation:?}");
        assert!(raised.is_sorted_by(|one, other| one < other), "{operation:?}");
        assert_eq!(raised.is_empty(), operation.verdict.is_none(), "{operation:?}");
    }
    let more = |row: &&Operation| listed(&row.raised).len() > listed(&row.families).len();
    assert!(operations.iter().any(|row| more(&row)), "a norm can be raised in vain");
    assert!(attributions.iter().any(|row| row.kind == "belief" && row.right));
    assert!(attributions.iter().all(|row| row.kind == "accusation" || row.confidence != "low"));
    for response in &responses {
        let same = |order: &&Move| (order.run, order.turn, order.nth) == (response.run, response.turn, response.nth);
        assert_eq!(moves.iter().find(same).unwrap().incident, Some(response.incident));
    }
    assert!(responses.iter().any(|response| response.by_victim && response.days_since_incident > 0));
}

#[test]
fn varied_numbers_are_spread_evenly_and_shuffled_apart() {
    let plan = plan(
        &["first-note"],
        10,
        &["model.tension.per_gravity=1..10", "tension.chill=50..50", "knowledge.refuted.1=0..999"],
    );
    let played = explore(&plan, None, 1, &|_| ()).unwrap();
    let mut values = played.drawn[0].clone();
    assert!(!values.is_sorted(), "{values:?}");
    values.sort_unstable();
    assert!(values.iter().copied().eq(1..=10), "{values:?}");
    assert_eq!(played.drawn[1], [50; 10]);
    let mut slices: Vec<i64> = played.drawn[2].iter().map(|value| value / 100).collect();
    slices.sort_unstable();
    assert!(slices.iter().copied().eq(0..10), "one in each slice: {slices:?}");
    assert_ne!(
        played.drawn[0].iter().map(|value| value - 1).collect::<Vec<_>>(),
        played.drawn[2].iter().map(|value| value / 100).collect::<Vec<_>>()
    );
    for (path, said) in [
        ("tensoin.chill=1..2", "did you mean `tension`?"),
        ("tension.chil=1..2", "did you mean `chill`?"),
        ("knowledge.refuted=1..2", "is not a single number"),
        ("detection.most_access=0..2000", "cannot be 2000"),
    ] {
        let plan = Plan { vary: vec![path.parse::<Vary>().unwrap()], ..plan.clone() };
        let Err(EnsembleError::Content(mistakes)) = explore(&plan, None, 1, &|_| ()) else {
            panic!("`{path}` was accepted");
        };
        let text = format!("{:?}", miette::Report::new(mistakes));
        assert!(text.contains(said), "{path}: {text}");
    }
    assert!("tension.chill".parse::<Vary>().is_err() && "tension.chill=5..2".parse::<Vary>().is_err());
}

#[test]
fn the_command_writes_one_document_and_a_page_and_goes_on_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["explore", "dark-grid", "--runs", "8", "--seed", "5", "--out", "out", "--format", "json"];
    let (code, out, err) = demarche(folder.path(), &asked);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    let scenario = &document["scenarios"][0];
    assert_eq!((&scenario["scenario"], &scenario["games"]), (&"dark-grid".into(), &8.into()));
    assert_eq!(scenario["escalation"].as_array().unwrap().len(), 6);
    let games: u64 = scenario["steps"].as_array().unwrap().iter().map(|step| step["games"].as_u64().unwrap()).sum();
    let mapped: u64 = (scenario["outcomes"].as_array().unwrap().iter())
        .flat_map(|row| row.as_array().unwrap())
        .map(|cell| cell.as_u64().unwrap())
        .sum();
    assert_eq!((games, mapped), (8, 8));
    let estimate = &scenario["unlawful_orders"];
    assert!(
        estimate["low"].as_f64() < estimate["mean"].as_f64() && estimate["mean"].as_f64() < estimate["high"].as_f64()
    );
    let before = files(&folder.path().join("out"));
    assert_eq!(demarche(folder.path(), &asked).1, out);
    assert_eq!(files(&folder.path().join("out")), before);
    let page = String::from_utf8(before["summary.html"].clone()).unwrap();
    assert!(page.contains("<svg") && page.contains("scope=\"row\"") && page.contains("role=\"img\""));
    assert!(!page.contains("http") && !page.contains("<script"), "the page stands by itself");
    let other = ["explore", "dark-grid", "--runs", "9", "--seed", "5", "--out", "out"];
    let (code, out, err) = demarche(folder.path(), &other);
    assert!(code == 2 && out.is_empty() && err.contains("its runs is 8, and 9 is asked for"), "{err}");
    let (code, _, err) = demarche(folder.path(), &["explore", "dark-gird"]);
    assert!(code == 2 && err.contains("did you mean `dark-grid`"), "{err}");
    let (code, _, err) = demarche(folder.path(), &["explore", "dark-grid", "dark-grid"]);
    assert!(code == 2 && err.contains("is named twice"), "{err}");
    let (code, _, err) = demarche(folder.path(), &["explore", "first-note", "--vary", "tension"]);
    assert!(code == 2 && err.contains("PATH=LOW..HIGH"), "{err}");
}

#[test]
fn what_drove_it_stands_on_the_page() {
    let plan = plan(&["dark-grid"], 24, &["tension.per_gravity=0..20"]);
    let played = explore(&plan, None, 2, &|_| ()).unwrap();
    let summary = Summary::of(&plan, &played);
    let drivers = &summary.scenarios[0].drivers;
    let climbed = drivers.iter().find(|driver| driver.outcome == "highest_step").unwrap();
    assert!(climbed.rank_correlation > 0.5, "the more harm heats a tie, the higher the steps: {climbed:?}");
    assert!(drivers.windows(2).all(|pair| pair[0].rank_correlation.abs() >= pair[1].rank_correlation.abs()));
    let page = report::markdown(&report::ensemble(&Words::english().unwrap(), &summary));
    assert!(page.contains("What drove it") && page.contains("tension.per_gravity"), "{page}");
    assert!(page.contains("After turn 6:"), "the curve is told in words too");
}
