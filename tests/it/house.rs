//! The house's own rules: which room may use which, how long files grow, what dependencies are allowed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use spdx::{Expression, ParseMode};

/// The rooms from left to right: a room uses only those before it.
const ROOMS: [&str; 15] = [
    "base", "law", "sim", "view", "agents", "content", "session", "words", "ensemble", "store", "wire", "report",
    "server", "console", "cli",
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn room(path: &Path) -> Option<usize> {
    let first = path.strip_prefix("src").ok()?.components().next()?;
    let name = Path::new(first.as_os_str()).file_stem()?.to_str()?;
    ROOMS.iter().position(|room| *room == name)
}

/// The rooms named by `crate::` in a file's code, with the line.
fn uses(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for rest in code.split("crate::").skip(1) {
            let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if let Some(room) = ROOMS.iter().position(|room| *room == name) {
                found.push((number + 1, room));
            }
        }
    }
    found
}

#[test]
fn no_room_looks_to_its_right() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in rust_files(Path::new("src")) {
        let Some(here) = room(&path) else { continue };
        for (line, used) in uses(&fs::read_to_string(&path).unwrap()) {
            seen += 1;
            if used > here {
                wrong.push(format!("{}:{line}: `{}` uses `{}`", path.display(), ROOMS[here], ROOMS[used]));
            }
        }
    }
    assert!(seen > 50, "the check sees only {seen} uses of rooms: it has gone blind");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_of_arrows_sees_a_wrong_one() {
    let found = uses("use crate::base::Day; // crate::cli\nlet x = crate::report::page();");
    assert_eq!(found, [(1, 0), (2, 11)]);
}

#[test]
fn every_room_is_known_to_the_house() {
    let mut strangers = Vec::new();
    for entry in fs::read_dir("src").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !["lib", "main"].contains(&name.as_str()) && !ROOMS.contains(&name.as_str()) {
            strangers.push(name);
        }
    }
    assert!(strangers.is_empty(), "rooms without a place in the order: {strangers:?}");
}

#[test]
fn every_test_file_is_listed() {
    let main = fs::read_to_string("tests/it/main.rs").unwrap();
    for path in rust_files(Path::new("tests/it")) {
        let parts = path.strip_prefix("tests/it").unwrap();
        let Some(name) = parts.file_stem().and_then(|name| name.to_str()) else { continue };
        if parts.components().count() == 1 && name != "main" {
            assert!(main.contains(&format!("mod {name};")), "{} is not listed in main.rs", path.display());
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    let long: Vec<String> = rust_files(Path::new("src"))
        .into_iter()
        .filter_map(|path| {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            (lines > 560).then(|| format!("{} has {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "past 500 lines there are usually two rooms inside: {}", long.join(", "));
}

#[test]
fn every_dependency_earns_its_sentence() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let mut in_dependencies = false;
    let mut last = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies]");
        } else if in_dependencies && !line.is_empty() && !line.starts_with('#') {
            assert!(last.starts_with("# ") && last.ends_with('.'), "`{line}` has no sentence above it");
        }
        last = line;
    }
}

/// Licences under which this program may be handed on together with its dependencies.
const FREE: [&str; 14] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT-0",
    // Of fonts: they may be handed on inside a program, though not sold by themselves.
    "OFL-1.1",
    "Ubuntu-font-1.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_dependency_may_be_handed_on() {
    let cargo = env!("CARGO");
    // Only what is built here: other platforms' packages need not be on this machine.
    let version = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    // A build of the plain program need not have fetched the console's packages.
    let features = if cfg!(feature = "rehearsal") { "rehearsal" } else { "" };
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", host, "--features", features])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "only {} packages were seen", packages.len());
    let mut wrong = Vec::new();
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none stated");
        let free = Expression::parse_mode(licence, ParseMode::LAX)
            .is_ok_and(|expression| expression.evaluate(|asked| FREE.contains(&asked.to_string().as_str())));
        if !free {
            wrong.push(format!("{} {}: {licence}", package["name"], package["version"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
