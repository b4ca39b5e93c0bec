//! `doctor` as it is run before a class: what it finds well, what it finds wrong, and what it leaves behind.

use std::net::TcpListener;
use std::path::Path;

use assert_cmd::Command;

/// What it says of a port and a folder, and whether it found nothing wrong.
fn doctor(port: u16, data: &Path, more: &[&str]) -> (String, bool) {
    let mut command = Command::cargo_bin("demarche").unwrap();
    command.args(["doctor", "--port", &port.to_string(), "--data"]).arg(data).args(more);
    let output = command.output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

/// The mark of the line that holds a text.
fn mark<'a>(said: &'a str, text: &str) -> &'a str {
    let line = said.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("no `{text}` in {said}"));
    line.split_whitespace().next().unwrap()
}

/// A port that nobody has.
fn free() -> (TcpListener, u16) {
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

#[test]
fn a_port_a_disk_and_a_database_are_looked_at_and_left_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("class");
    let (taken, port) = free();
    let (said, well) = doctor(port, &data, &[]);
    assert!(!well && mark(&said, &format!("Port {port}")) == "BAD", "{said}");
    drop(taken);
    let (said, _) = doctor(port, &data, &[]);
    let well = mark(&said, &format!("Port {port}"));
    assert_ne!(well, "BAD");
    assert_eq!(mark(&said, "clock"), well, "{said}");
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), 0, "nothing is left behind");

    // A database that is none is told, and not touched.
    std::fs::write(data.join("host.db"), "not a database at all, only its name".repeat(99)).unwrap();
    let (said, is_well) = doctor(port, &data, &[]);
    assert!(!is_well && mark(&said, "host.db") == "BAD", "{said}");
    assert!(std::fs::read_to_string(data.join("host.db")).unwrap().starts_with("not a database"));

    // A folder that cannot be one.
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let (said, is_well) = doctor(port, &file, &[]);
    assert!(!is_well && mark(&said, &file.display().to_string()) == "BAD", "{said}");
}

#[test]
fn a_kept_class_is_counted_and_nobody_who_comes_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let kept = rusqlite::Connection::open(folder.path().join("host.db")).unwrap();
    kept.execute_batch(&std::fs::read_to_string("tests/stores/second.sql").unwrap()).unwrap();
    drop(kept);
    let port = free().1;
    // Whoever calls from this machine is no second device.
    let calls = std::iter::repeat_with(|| std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
    let (said, is_well) = std::thread::scope(|scope| {
        let asked = scope.spawn(|| doctor(port, folder.path(), &["--wait", "2"]));
        let mut calls = calls.take_while(|_| !asked.is_finished());
        while calls.next().is_some() {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        asked.join().unwrap()
    });
    assert!(!is_well, "{said}");
    assert!(said.contains("1 game") || said.contains("one game"), "{said}");
    assert!(said.contains("http://") && said.contains(&format!(":{port}")), "{said}");
}
