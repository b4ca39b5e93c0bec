//! The load: seats that listen and post over sockets of their own, written close to the wire so that the client stays cheap. The
//! same client meets both servers.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::Duration;
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::Instant;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::mpsc;
use tokio::time::sleep;

/// A seat as the client knows it: what opens its stream, and what it posts.
#[derive(Clone)]
pub(crate) struct Seat {
    pub(crate) class: usize,
    pub(crate) stream: String,
    pub(crate) post: String,
}

/// How a server says in its stream what has happened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tells {
    /// Every move by itself.
    Moves,
    /// A number that rises by one with each move; moves that come together are one number.
    Number,
}

/// What a run came to. Times in milliseconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) posts: Vec<f64>,
    pub(crate) fans: Vec<f64>,
    /// Processor time of the server for one move that reached one seat, in µs.
    pub(crate) cpu: f64,
    /// From the first post of a rush to the last seat that has seen all of it.
    pub(crate) rush: Vec<f64>,
    /// Memory of the server before and after all seats were there.
    pub(crate) memory: (f64, f64),
    /// Streams that were open in the end.
    pub(crate) held: usize,
}

pub(crate) fn share(all: &[f64], of: f64) -> f64 {
    let mut sorted = all.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(((sorted.len().max(1) - 1) as f64 * of) as usize).copied().unwrap_or(f64::NAN)
}

pub(crate) fn memory(process: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = text.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Seconds of processor time.
pub(crate) fn cpu(process: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = text.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

/// A connection from one of several addresses of this machine: a host lets only so many in from one.
pub(crate) async fn connect(port: u16, nth: usize) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    let from = [127, 0, 0, 2 + (nth / 700) as u8];
    socket.bind((std::net::Ipv4Addr::from(from), 0).into()).unwrap();
    let stream = socket.connect(([127, 0, 0, 1], port).into()).await.unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

/// Sends a request and reads its answer whole.
pub(crate) async fn ask(stream: &mut TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut read = Vec::with_capacity(4096);
    loop {
        assert!(stream.read_buf(&mut read).await.unwrap() > 0, "closed after {}", String::from_utf8_lossy(&read));
        let text = String::from_utf8_lossy(&read);
        let Some((head, _)) = text.split_once("\r\n\r\n") else { continue };
        let head = head.to_ascii_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
        let length: usize = length.map_or(0, |length| length.parse().unwrap());
        if read.len() >= head.len() + 4 + length {
            return text.into_owned();
        }
    }
}

struct Class {
    /// When each move was sent.
    sent: Mutex<Vec<f64>>,
}

#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
pub(crate) struct Run {
    port: u16,
    process: u32,
    tells: Tells,
    began: Instant,
    classes: Vec<Arc<Class>>,
    sizes: Vec<u64>,
    fans: Arc<Mutex<Vec<f64>>>,
    posts: Arc<Mutex<Vec<f64>>>,
    got: Arc<AtomicU64>,
    posters: Vec<mpsc::Sender<()>>,
    open: Arc<AtomicU64>,
}

impl Run {
    /// Seats everybody: a stream and a connection for posts each.
    #[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
    pub(crate) async fn seat(port: u16, process: u32, tells: Tells, seats: &[Seat]) -> Self {
        let classes = seats.iter().map(|seat| seat.class).max().map_or(0, |last| last + 1);
        let mut run = Self {
            port,
            process,
            tells,
            began: Instant::now(),
            classes: (0..classes).map(|_| Arc::new(Class { sent: Mutex::default() })).collect(),
            sizes: vec![0; classes],
            fans: Arc::default(),
            posts: Arc::default(),
            got: Arc::default(),
            posters: Vec::new(),
            open: Arc::default(),
        };
        for (nth, seat) in seats.iter().enumerate() {
            run.sizes[seat.class] += 1;
            run.listen(nth, seat).await;
        }
        for (nth, seat) in seats.iter().enumerate() {
            run.post(nth, seat.clone()).await;
        }
        run
    }

    fn now(&self) -> f64 {
        self.began.elapsed().as_secs_f64() * 1e3
    }

    async fn listen(&self, nth: usize, seat: &Seat) {
        let mut stream = connect(self.port, nth).await;
        stream.write_all(seat.stream.as_bytes()).await.unwrap();
        let mut read = Vec::with_capacity(4096);
        while !read.windows(4).any(|four| four == b"\r\n\r\n") {
            assert!(stream.read_buf(&mut read).await.unwrap() > 0);
        }
        assert!(read.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&read));
        let (class, tells, began) = (self.classes[seat.class].clone(), self.tells, self.began);
        let (fans, got, open) = (self.fans.clone(), self.got.clone(), self.open.clone());
        open.fetch_add(1, Relaxed);
        tokio::spawn(async move {
            let (mut seen, mut last) = (0_usize, None::<u64>);
            loop {
                // A whole event ends with an empty line; what follows waits.
                while let Some(end) = read.windows(2).position(|two| two == b"\n\n") {
                    let moves = match tells {
                        Tells::Moves => read[..end].windows(5).filter(|five| *five == b"data:").count(),
                        Tells::Number => {
                            let text = String::from_utf8_lossy(&read[..end]);
                            let number = text.rsplit("data: ").next().and_then(|rest| rest.trim().parse::<u64>().ok());
                            let moves = number.zip(last).map_or(0, |(now, before)| now - before);
                            last = number.or(last);
                            moves as usize
                        }
                    };
                    read.drain(..end + 2);
                    let now = began.elapsed().as_secs_f64() * 1e3;
                    let sent = class.sent.lock().unwrap();
                    let late = (seen..seen + moves).filter_map(|nth| sent.get(nth));
                    fans.lock().unwrap().extend(late.map(|at| now - at));
                    seen += moves;
                    got.fetch_add(moves as u64, Relaxed);
                }
                if stream.read_buf(&mut read).await.unwrap_or(0) == 0 {
                    open.fetch_sub(1, Relaxed);
                    return;
                }
            }
        });
    }

    async fn post(&mut self, nth: usize, seat: Seat) {
        let mut stream = connect(self.port, nth).await;
        let (send, mut wanted) = mpsc::channel::<()>(64);
        self.posters.push(send);
        let (class, posts, began) = (self.classes[seat.class].clone(), self.posts.clone(), self.began);
        tokio::spawn(async move {
            while wanted.recv().await.is_some() {
                let sent = began.elapsed().as_secs_f64() * 1e3;
                class.sent.lock().unwrap().push(sent);
                let answer = ask(&mut stream, &seat.post).await;
                assert!(answer.starts_with("HTTP/1.1 20"), "{answer}");
                posts.lock().unwrap().push(began.elapsed().as_secs_f64() * 1e3 - sent);
            }
        });
    }

    /// Seats post one after another in a shuffled order, so many a second in all; then everybody at once, five times.
    pub(crate) async fn play(&self, seconds: f64, each: f64) -> Figures {
        let seats = self.posters.len();
        let rate = each * seats as f64;
        let total = (seconds * rate) as usize;
        let (before, began, got) = (cpu(self.process), self.now(), self.got.load(Relaxed));
        let (mut dice, mut sent) = (12345_u64, 0);
        while sent < total {
            let due = (((self.now() - began) / 1e3 * rate) as usize).min(total);
            while sent < due {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                _ = self.posters[(dice >> 33) as usize % seats].try_send(());
                sent += 1;
            }
            sleep(Duration::from_millis(2)).await;
        }
        sleep(Duration::from_millis(1500)).await;
        let reached = self.got.load(Relaxed) - got;
        let mut figures = Figures {
            cpu: (cpu(self.process) - before) * 1e6 / reached as f64,
            posts: std::mem::take(&mut *self.posts.lock().unwrap()),
            fans: std::mem::take(&mut *self.fans.lock().unwrap()),
            ..Figures::default()
        };
        for _ in 0..5 {
            figures.rush.push(self.rush().await);
            sleep(Duration::from_millis(300)).await;
        }
        figures.held = self.open.load(Relaxed) as usize;
        figures
    }

    async fn rush(&self) -> f64 {
        let want = self.got.load(Relaxed) + self.sizes.iter().map(|size| size * size).sum::<u64>();
        let began = self.now();
        self.posters.iter().for_each(|poster| _ = poster.try_send(()));
        while self.got.load(Relaxed) < want && self.now() - began < 20_000.0 {
            sleep(Duration::from_millis(1)).await;
        }
        self.now() - began
    }
}
