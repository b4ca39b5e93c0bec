//! What a class costs its host, against the least that an axum server can be.
//!
//! `cargo bench --bench server`, or after `--` only some of `fan`, `durable`, `held` and `pages`. Both servers are processes of their
//! own, run by turns on the same machine; the load comes from this one. Prints Markdown, which `.ci/full` puts into
//! `docs/benchmarks.md`. A shared machine moves a time by half between two runs: only ratios of one pair count, and the best of
//! five pairs is that of the quietest moment.

#![allow(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark prints and divides"
)]

mod bare;
mod load;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use demarche::server::{Hall, serve};
use demarche::session::desk::{Approval, Millis, Moment};
use load::{Figures, Run, Seat, Tells, ask, connect, cpu, memory, share};

/// Pairs of runs, of which the best counts.
const PAIRS: usize = 5;
/// Seats, and seats in a class.
const SEATS: (usize, usize) = (500, 30);
/// How long seats post one after another, and how often each does, in seconds.
const STEADY: (f64, f64) = (6.0, 0.2);
/// A crisis in which a class sits together.
const CRISIS: (&str, &str) = ("first-note", "Miravel");

/// Which server.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bare,
    BareKept,
    Ours,
}

/// A server in a process of its own; ended when dropped.
struct Served {
    child: Child,
    port: u16,
    /// The games' codes and their facilitator's secret; none of the bare one.
    games: Vec<(String, String)>,
    _folder: tempfile::TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

impl Served {
    /// Starts one whose files are in a folder: of memory where the disk is not to count.
    fn start(kind: Kind, classes: usize, on: &Path) -> Self {
        let folder = tempfile::tempdir_in(on).unwrap();
        let word = match kind {
            Kind::Bare => "bare",
            Kind::BareKept => "bare-kept",
            Kind::Ours => "ours",
        };
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--serve", word, &classes.to_string()])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.next().unwrap().unwrap().parse().unwrap();
        let games = (0..if kind == Kind::Ours { classes } else { 0 }).map(|_| {
            let line = lines.next().unwrap().unwrap();
            let (code, secret) = line.split_once(' ').unwrap();
            (code.to_owned(), secret.to_owned())
        });
        let games = games.collect();
        Self { child, port, games, _folder: folder }
    }

    fn memory(&self) -> f64 {
        memory(self.child.id())
    }
}

/// What the child process does.
fn be_served(kind: &str, classes: usize, folder: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(([127, 0, 0, 1], 0).into()).unwrap();
        let listener = socket.listen(4096).unwrap();
        let port = listener.local_addr().unwrap().port();
        let mut out = std::io::stdout();
        writeln!(out, "{port}").unwrap();
        if kind != "ours" {
            out.flush().unwrap();
            let file = (kind == "bare-kept").then(|| folder.join("moves.db"));
            return bare::serve(listener, classes, file).await;
        }
        let length = |_| Millis::minutes(60);
        let (hall, mut games) = Hall::open(folder, CRISIS.0, 7, length, Arc::new(now)).unwrap();
        for seed in 1..classes as u64 {
            games.push(hall.another(CRISIS.0, seed, length).unwrap());
        }
        for game in &games {
            hall.agree(&game.code, Approval::Anyone).await.unwrap();
            writeln!(out, "{} {}", game.code, game.facilitator).unwrap();
        }
        out.flush().unwrap();
        serve(Arc::new(hall), listener, None, std::future::pending()).await;
    });
}

#[expect(clippy::disallowed_types, reason = "a host reads the clock")]
fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Moment(since.as_millis() as u64)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [serve, kind, classes, folder] = words.as_slice()
        && serve == "--serve"
    {
        return be_served(kind, classes.parse().unwrap(), Path::new(folder));
    }
    let known = ["fan", "durable", "held", "pages"];
    if let Some(odd) = words.iter().find(|part| !known.contains(&part.as_str())) {
        panic!("there is no part `{odd}`: there are {}", known.join(", "));
    }
    let is_asked = |part: &str| words.is_empty() || words.iter().any(|asked| asked == part);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let (disk, shm) = (std::env::temp_dir(), PathBuf::from("/dev/shm"));
        let memory = if shm.is_dir() { shm } else { disk.clone() };
        if is_asked("fan") {
            fan(&memory).await;
        }
        if is_asked("durable") {
            durable(&disk).await;
        }
        if is_asked("held") {
            held(&memory).await;
        }
        if is_asked("pages") {
            pages(&memory).await;
        }
    });
}

/// The seats of a bare server.
fn bare_seats(count: usize, size: usize) -> Vec<Seat> {
    let seat = |nth: usize| {
        let (class, own) = (nth / size, nth % size);
        let body = format!(
            "{{\"seat\":{own},\"move\":\"demarche\",\"target\":17,\"note\":\"the note of protest says that the conduct is a breach of \
             the obligation\",\"turn\":0}}"
        );
        let post = format!(
            "POST /move/{class}/{own} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let stream = format!("GET /sse/{class}/{own} HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n");
        Seat { class, stream, post }
    };
    (0..count).map(seat).collect()
}

/// Seats a class of ours together in one State, where whatever one does all of them see, and begins.
async fn our_seats(served: &Served, count: usize, size: usize) -> (Vec<Seat>, Vec<String>) {
    let (mut seats, mut tokens) = (Vec::new(), Vec::new());
    for nth in 0..count {
        let (class, own) = (nth / size, nth % size);
        let (code, secret) = &served.games[class];
        let mut stream = connect(served.port, nth).await;
        let body = format!("{{\"name\":\"Student {own}\",\"state\":\"{}\"}}", CRISIS.1);
        let request = format!(
            "POST /api/v1/games/{code}/seats HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let answer = ask(&mut stream, &request).await;
        let token = answer.split("\"token\":\"").nth(1).unwrap_or_else(|| panic!("{answer}"));
        let token = token.split('"').next().unwrap().to_owned();
        let body = "{\"turn\":0,\"ready\":true}";
        let post = format!(
            "PUT /api/v1/ready HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: \
             {}\r\n\r\n{body}",
            body.len()
        );
        let stream = format!("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n");
        seats.push(Seat { class, stream, post });
        tokens.push(token);
        let is_last = own + 1 == size || nth + 1 == count;
        if is_last {
            let body = "key=begin&turn=0&sure=yes";
            let begin = format!(
                "POST /desk/begin HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nCookie: demarche-desk={code}.{secret}\r\nContent-Type: \
                 application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            let begun = ask(&mut connect(served.port, nth).await, &begin).await;
            assert!(begun.starts_with("HTTP/1.1 303"), "{begun}");
        }
    }
    (seats, tokens)
}

/// One run: a server is started, everybody sits down, posts, rushes, and leaves.
async fn run(kind: Kind, on: &Path, (count, size): (usize, usize), steady: (f64, f64)) -> Figures {
    let served = Served::start(kind, count.div_ceil(size), on);
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let before = served.memory();
    let (tells, seats) = match kind {
        Kind::Ours => (Tells::Number, our_seats(&served, count, size).await.0),
        _ => (Tells::Moves, bare_seats(count, size)),
    };
    let run = Run::seat(served.port, served.child.id(), tells, &seats).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let after = served.memory();
    let figures = run.play(steady.0, steady.1).await;
    Figures { memory: (before, after), ..figures }
}

/// A row of a table: what was measured of both, and their ratio in the best of the pairs.
fn row(what: &str, unit: &str, pairs: &[(Figures, Figures)], goal: f64, of: impl Fn(&Figures) -> f64) {
    let best = pairs.iter().map(|(bare, ours)| (of(bare), of(ours))).min_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)));
    let (bare, ours) = best.unwrap();
    let mut all: Vec<f64> = pairs.iter().map(|(bare, ours)| of(ours) / of(bare)).collect();
    all.sort_by(f64::total_cmp);
    let median = all[all.len() / 2];
    let goal = if goal.is_nan() { "–".to_owned() } else { goal.to_string() };
    println!("| {what}, {unit} | {bare:.2} | {ours:.2} | {:.2} | {median:.2} | {goal} |", ours / bare);
}

async fn pairs(on: &Path, bare: Kind) -> Vec<(Figures, Figures)> {
    let mut pairs = Vec::new();
    for _ in 0..PAIRS {
        pairs.push((run(bare, on, SEATS, STEADY).await, run(Kind::Ours, on, SEATS, STEADY).await));
    }
    pairs
}

fn head(title: &str) {
    println!("### {title}\n");
    println!("| what | bare | ours | best ratio | median ratio | goal |\n|---|---|---|---|---|---|");
}

/// Fan-out, with the host's database in memory: what counts is the way from a post to every seat of the class.
async fn fan(on: &Path) {
    let pairs = pairs(on, Kind::Bare).await;
    head(&format!("{} seats in classes of {}, the disk left out", SEATS.0, SEATS.1));
    row("processor time for one move that reaches one seat", "µs", &pairs, 1.5, |one| one.cpu);
    row("fan-out p50", "ms", &pairs, 1.5, |one| share(&one.fans, 0.5));
    row("fan-out p99", "ms", &pairs, 2.0, |one| share(&one.fans, 0.99));
    row("POST p50, which only the host keeps", "ms", &pairs, f64::NAN, |one| share(&one.posts, 0.5));
    row("every seat at once, until all have seen all", "ms", &pairs, 2.0, |one| share(&one.rush, 0.5));
    let each = |one: &Figures| (one.memory.1 - one.memory.0) / SEATS.0 as f64;
    row("memory a seat, stream and POST connection", "kB", &pairs, f64::NAN, each);
    println!(
        "\nThe goal for memory is at most 60 kB, not a ratio. Where moves meet, the host sends one number for all of them.\n"
    );
}

/// Posts that are on the disk when they are answered, against a bare server that keeps them in `SQLite`.
async fn durable(on: &Path) {
    let pairs = pairs(on, Kind::BareKept).await;
    head("The same with SQLite on the disk, `synchronous=FULL`, group commit in both");
    row("POST p50", "ms", &pairs, 1.5, |one| share(&one.posts, 0.5));
    row("POST p99", "ms", &pairs, 1.5, |one| share(&one.posts, 0.99));
    row("fan-out p50", "ms", &pairs, 1.5, |one| share(&one.fans, 0.5));
    row("fan-out p99", "ms", &pairs, 2.0, |one| share(&one.fans, 0.99));
    row("every seat at once, until all have seen all", "ms", &pairs, 2.0, |one| share(&one.rush, 0.5));
    println!();
}

/// What an empty host takes, and how many seats it holds.
async fn held(on: &Path) {
    let empty = Served::start(Kind::Ours, 1, on);
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let kilobytes = empty.memory();
    drop(empty);
    let (seats, size) = (2000, 63);
    let figures = run(Kind::Ours, on, (seats, size), (3.0, 0.05)).await;
    println!("### Memory, and {seats} seats\n\n| what | figure | goal |\n|---|---|---|");
    println!("| an empty host with one game, MB | {:.1} | 40 |", kilobytes / 1e3);
    let each = (figures.memory.1 - figures.memory.0) / seats as f64;
    println!("| memory a seat at {seats} seats, kB | {each:.1} | 60 |");
    println!("| streams of {seats} still open after five rushes | {} | {seats} |", figures.held);
    println!("| fan-out p50 / p99, ms | {:.2} / {:.2} | |", share(&figures.fans, 0.5), share(&figures.fans, 0.99));
    println!("| every seat at once, until all have seen all, ms | {:.0} | |\n", share(&figures.rush, 0.5));
}

/// What follows an event: seats fetch their page. No bare server has one; the figure says how much of a class's load is pages.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
async fn pages(on: &Path) {
    let size = SEATS.1;
    let served = Served::start(Kind::Ours, 1, on);
    let (_, tokens) = our_seats(&served, size, size).await;
    let before = cpu(served.child.id());
    let began = std::time::Instant::now();
    let rounds = 5;
    let mut readers = Vec::new();
    for (nth, token) in tokens.into_iter().enumerate() {
        let mut stream = connect(served.port, nth).await;
        readers.push(tokio::spawn(async move {
            let request = format!("GET /seat HTTP/1.1\r\nHost: x\r\nCookie: demarche-seat={token}\r\n\r\n");
            for _ in 0..rounds {
                assert!(ask(&mut stream, &request).await.starts_with("HTTP/1.1 200"));
            }
        }));
    }
    for reader in readers {
        reader.await.unwrap();
    }
    let all = (rounds * size) as f64;
    println!("### Pages\n\n| what | figure |\n|---|---|");
    println!("| processor time of a seat's page, ms | {:.2} |", (cpu(served.child.id()) - before) * 1e3 / all);
    let whole = began.elapsed().as_secs_f64() * 1e3 / rounds as f64;
    println!("| a class of {size} fetches its pages at once, ms | {whole:.0} |\n");
}
