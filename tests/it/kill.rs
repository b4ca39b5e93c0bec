//! The real host, killed at random instants while a driver sends orders and messages: whatever was acknowledged is there
//! afterwards exactly once, every seat comes back, and the journal replays.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use demarche::session::desk::{By, PersonId};
use demarche::session::journal::Line;
use demarche::session::{Rules, replay};
use demarche::store::Archive;

struct Host {
    process: Child,
    address: String,
    code: String,
    desk: String,
}

impl Host {
    fn start(folder: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_demarche"))
            .args(["host", "first-note", "--port", "0", "--seed", "3", "--minutes", "1440", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (mut address, mut code, mut desk) = (String::new(), String::new(), String::new());
        for line in BufReader::new(process.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            if let Some((at, own)) = line.split_once("/?code=") {
                (address, code) = (at.to_owned(), own.to_owned());
            }
            if let Some((_, own)) = line.split_once("/desk/enter/") {
                own.clone_into(&mut desk);
            }
            if !desk.is_empty() && !address.is_empty() {
                break;
            }
        }
        assert!(!desk.is_empty(), "the host did not come up");
        Self { process, address, code, desk }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false);
    config.timeout_global(Some(Duration::from_secs(20))).build().into()
}

/// The status and the first cookie of an answer; `None` if there was no answer.
fn post(agent: &ureq::Agent, address: &str, path: &str, cookie: &str, form: &str) -> Option<(u16, String, String)> {
    let request = agent.post(format!("{address}{path}")).header("origin", address).header("cookie", cookie);
    let mut answer = request.content_type("application/x-www-form-urlencoded").send(form).ok()?;
    let set = answer.headers().get("set-cookie").and_then(|set| set.to_str().ok()).unwrap_or_default();
    let set = set.split(';').next().unwrap_or_default().to_owned();
    let text = answer.body_mut().read_to_string().ok()?;
    Some((answer.status().as_u16(), set, text))
}

fn get(agent: &ureq::Agent, address: &str, path: &str, cookie: &str) -> String {
    let mut answer = agent.get(format!("{address}{path}")).header("cookie", cookie).call().unwrap();
    answer.body_mut().read_to_string().unwrap()
}

/// A small generator for instants; the test must not be the same every time, and says its seed when it fails.
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

/// `DEMARCHE_KILLS` sets how often.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test harness hands on no arguments")]
fn a_host_killed_at_any_instant_loses_nothing_it_acknowledged() {
    let kills: usize = std::env::var("DEMARCHE_KILLS").map_or(4, |text| text.parse().unwrap());
    let mut seed = getrandom::u64().unwrap() | 1;
    println!("seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let agent = agent();
    let mut host = Host::start(folder.path());
    let mut cookies = Vec::new();
    for (name, state) in [("Ada", 0), ("Ben", 1)] {
        let form = format!("code={}&name={name}&state={state}", host.code);
        cookies.push(post(&agent, &host.address, "/join", "", &form).unwrap().1);
    }
    let (code, secret) = host.desk.split_once('/').unwrap();
    let desk = format!("demarche-desk={code}.{secret}");
    assert_eq!(post(&agent, &host.address, "/desk/begin", &desk, "key=d0&turn=0&sure=yes").unwrap().0, 303);
    let acts: Vec<String> = (cookies.iter())
        .map(|cookie| {
            let page = get(&agent, &host.address, "/seat", cookie);
            let link = page.split("<a href=\"/seat/act?").nth(1).expect("a suggestion");
            link.split('"').next().unwrap().replace("&amp;", "&")
        })
        .collect();

    // By person: how many commands they have sent to the end. A command that got no answer is sent again under its key.
    let mut sent = [0_usize; 2];
    for kill in 0..kills {
        let stop = AtomicBool::new(false);
        let pause = Duration::from_millis(30 + next(&mut seed) % 700);
        let address = host.address.clone();
        let done: Vec<usize> = std::thread::scope(|scope| {
            let drivers: Vec<_> = (cookies.iter().zip(&acts).zip(sent))
                .map(|((cookie, act), from)| {
                    let (agent, address, stop) = (&agent, &address, &stop);
                    scope.spawn(move || {
                        let mut nth = from;
                        while !stop.load(Ordering::Relaxed) {
                            let (path, form) = command(nth, act);
                            match post(agent, address, path, cookie, &form) {
                                Some((303, ..)) => nth += 1,
                                // A seat has its pace; what was turned away was not done.
                                Some((429, ..)) => std::thread::sleep(Duration::from_millis(20)),
                                Some((status, _, text)) => panic!("{path} {form}: {status} {text}"),
                                None => break,
                            }
                        }
                        nth
                    })
                })
                .collect();
            std::thread::sleep(pause);
            host.kill();
            stop.store(true, Ordering::Relaxed);
            drivers.into_iter().map(|driver| driver.join().unwrap()).collect()
        });
        sent.copy_from_slice(&done);

        // What is on the disk: every acknowledged command once, at most one more for each driver, and a journal that replays.
        let archive = Archive::open(folder.path()).unwrap();
        let hosted = archive.games().unwrap().pop().unwrap();
        let (_, parsed) = archive.book(&hosted).unwrap();
        assert_eq!(replay(&parsed.journal, Rules::Same).unwrap().difference, None);
        let mut kept: BTreeMap<(PersonId, String), usize> = BTreeMap::new();
        for line in parsed.journal.clone().into_lines() {
            if let Line::Desk(line) = line
                && let By::Person(person) = line.by
                && line.key.0.starts_with('k')
            {
                let key = line.key.0.split('.').next().unwrap().to_owned();
                *kept.entry((person, key)).or_default() += 1;
            }
        }
        for (person, done) in (1..).map(PersonId).zip(done) {
            for nth in 0..done {
                assert_eq!(kept.get(&(person, format!("k{nth}"))), Some(&1), "kill {kill}: command {nth} of {person}");
            }
            assert!(kept.keys().filter(|(own, _)| *own == person).count() <= done + 1, "kill {kill}");
        }
        drop(archive);
        host = Host::start(folder.path());
        for (cookie, state) in cookies.iter().zip(["Miravel", "Tesk"]) {
            assert!(
                get(&agent, &host.address, "/seat", cookie).contains(&format!("<h1>{state}</h1>")),
                "{state} is back"
            );
        }
    }
    assert!(sent.iter().sum::<usize>() > kills, "the drivers did next to nothing: {sent:?}");
    host.kill();
}

/// The nth command of a driver: an order, and then its return.
fn command(nth: usize, act: &str) -> (&'static str, String) {
    if nth.is_multiple_of(2) {
        ("/seat/order", format!("key=k{nth}&turn=0&{act}"))
    } else {
        ("/seat/take-back", format!("key=k{nth}&turn=0&place=0"))
    }
}
