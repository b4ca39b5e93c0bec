//! `doctor`: what could keep a class from playing, looked at before it comes.

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use crate::cli::Answer;
use crate::cli::host::now;
use crate::cli::output::{Stop, say};
use crate::server::outward;
use crate::session::desk::Moment;
use crate::store::StoreError;
use crate::store::archive::copy;
use crate::words::Words;

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    /// The port that the host will listen on
    #[arg(long, default_value_t = 8080, value_name = "P")]
    port: u16,
    /// Folder of the database
    #[arg(long, default_value = "runs/host", value_name = "DIR")]
    data: PathBuf,
    /// Seconds to wait for a second device to reach this one: finds out whether the network keeps devices apart
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=3600))]
    wait: Option<u16>,
}

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Well,
    Look,
    Bad,
}

/// What was found, with its mark.
struct Findings<'a> {
    words: &'a Words,
    bad: bool,
}

impl Findings<'_> {
    fn say(&mut self, mark: Mark, text: &str) -> Result<(), Stop> {
        self.bad |= mark == Mark::Bad;
        let sign = match mark {
            Mark::Well => "doctor-well",
            Mark::Look => "doctor-look",
            Mark::Bad => "doctor-bad",
        };
        say(&format!("{:<7}{text}\n", self.words.say(sign)))
    }
}

/// What is written to try the disk, in bytes: more than a class leaves in an hour.
const TRIAL: usize = 8 << 20;
/// Slower than this, in milliseconds, a class would feel every confirmation.
const SLOW: u64 = 250;
/// The first of January 2025, in milliseconds: a clock before it is wrong.
const EARLIEST: Moment = Moment(1_735_689_600_000);

pub(super) fn run(asked: &Doctor) -> Result<Answer, Stop> {
    let words = Words::english()?;
    let mut found = Findings { words: &words, bad: false };
    let is_free = port(&mut found, asked.port)?;
    let addresses = addresses(&mut found, asked.port)?;
    firewall(&mut found, asked.port)?;
    disk(&mut found, &asked.data)?;
    database(&mut found, &asked.data)?;
    clock(&mut found)?;
    match asked.wait {
        Some(seconds) if is_free => second_device(&mut found, asked.port, seconds)?,
        Some(_) | None if addresses == 0 => {}
        Some(_) => found.say(Mark::Look, &words.say("doctor-wait-port"))?,
        None => found.say(Mark::Look, &words.say("doctor-wait-hint"))?,
    }
    Ok(if found.bad { Answer::No } else { Answer::Yes })
}

fn port(found: &mut Findings<'_>, port: u16) -> Result<bool, Stop> {
    let number = usize::from(port);
    match TcpListener::bind(SocketAddr::from((Ipv4Addr::UNSPECIFIED, port))) {
        Ok(_) => {
            found.say(Mark::Well, &found.words.say_with("doctor-port", &[("port", number.into())]))?;
            Ok(true)
        }
        Err(error) => {
            let why = error.to_string();
            let args = [("port", number.into()), ("why", (&why).into())];
            found.say(Mark::Bad, &found.words.say_with("doctor-port-taken", &args))?;
            Ok(false)
        }
    }
}

/// Every address by which others could reach this machine; says how many there are.
fn addresses(found: &mut Findings<'_>, port: u16) -> Result<usize, Stop> {
    let all = match if_addrs::get_if_addrs() {
        Ok(all) => all,
        Err(error) => {
            found.say(
                Mark::Look,
                &found.words.say_with("doctor-addresses-odd", &[("why", (&error.to_string()).into())]),
            )?;
            return Ok(0);
        }
    };
    let first = outward();
    let outer: Vec<_> = all.into_iter().filter(|one| !one.is_loopback() && one.ip().is_ipv4()).collect();
    if outer.is_empty() {
        found.say(Mark::Bad, &found.words.say("doctor-no-address"))?;
    }
    for one in &outer {
        let address = format!("http://{}:{port}", one.ip());
        let id = if one.ip() == first { "doctor-address-first" } else { "doctor-address" };
        found.say(
            Mark::Well,
            &found.words.say_with(id, &[("name", (&one.name).into()), ("address", (&address).into())]),
        )?;
    }
    Ok(outer.len())
}

/// What is known of a firewall here; whether it lets others in only a second device can tell.
fn firewall(found: &mut Findings<'_>, port: u16) -> Result<(), Stop> {
    let on = |path: &str, sign: &str| std::fs::read_to_string(path).is_ok_and(|text| text.contains(sign));
    let id = if cfg!(windows) {
        "doctor-firewall-windows"
    } else if cfg!(target_os = "macos") {
        "doctor-firewall-mac"
    } else if on("/etc/ufw/ufw.conf", "ENABLED=yes") {
        "doctor-firewall-ufw"
    } else if Path::new("/run/firewalld").exists() {
        "doctor-firewall-firewalld"
    } else {
        return found.say(Mark::Well, &found.words.say("doctor-firewall-none"));
    };
    found.say(Mark::Look, &found.words.say_with(id, &[("port", usize::from(port).into())]))
}

/// Writes, forces onto the disk, and takes away again.
fn disk(found: &mut Findings<'_>, data: &Path) -> Result<(), Stop> {
    let path = data.join("doctor.tmp");
    let began = now();
    let tried = std::fs::create_dir_all(data).and_then(|()| {
        let mut file = std::fs::File::create(&path)?;
        file.write_all(&vec![0x5a; TRIAL])?;
        file.sync_all()
    });
    let took = began.until(now()).0;
    // What was only a trial is not left behind; if it cannot be taken away, the trial has told why already.
    _ = std::fs::remove_file(&path);
    let folder = data.display().to_string();
    match tried {
        Ok(()) => {
            let mark = if took > SLOW { Mark::Look } else { Mark::Well };
            let id = if took > SLOW { "doctor-disk-slow" } else { "doctor-disk" };
            let args = [("folder", (&folder).into()), ("took", usize::try_from(took).unwrap_or(usize::MAX).into())];
            found.say(mark, &found.words.say_with(id, &args))
        }
        Err(error) => found.say(Mark::Bad, &StoreError::of("write", data, error).to_string()),
    }
}

fn database(found: &mut Findings<'_>, data: &Path) -> Result<(), Stop> {
    let path = copy::database(data);
    if !path.exists() {
        return found.say(Mark::Well, &found.words.say("doctor-database-none"));
    }
    match copy::inspect(&path) {
        Ok(copied) => {
            found.say(Mark::Well, &found.words.say_with("doctor-database", &[("games", copied.games.into())]))
        }
        Err(error @ StoreError::Busy(_)) => found.say(Mark::Look, &error.to_string()),
        Err(error) => found.say(Mark::Bad, &error.to_string()),
    }
}

fn clock(found: &mut Findings<'_>) -> Result<(), Stop> {
    let (mark, id) = if now() < EARLIEST { (Mark::Bad, "doctor-clock-odd") } else { (Mark::Well, "doctor-clock") };
    found.say(mark, &found.words.say(id))
}

/// Waits for a request from anywhere but this machine.
fn second_device(found: &mut Findings<'_>, port: u16, seconds: u16) -> Result<(), Stop> {
    let address = format!("http://{}:{port}", outward());
    let args = [("address", (&address).into()), ("seconds", usize::from(seconds).into())];
    let mut text = found.words.say_with("doctor-wait", &args) + "\n";
    if let Ok(picture) = QrCode::new(&address) {
        text += &format!("\n{}\n", picture.render::<Dense1x2>().build());
    }
    say(&text)?;
    let greeting = Arc::new(found.words.say("doctor-hello"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let system = |source| Stop::System { deed: "listen on", path: format!("port {port}"), source };
    let reached = runtime.map_err(system)?.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)).await?;
        Ok(tokio::time::timeout(Duration::from_secs(seconds.into()), visited(listener, greeting)).await.ok())
    });
    match reached.map_err(system)? {
        Some(from) => {
            found.say(Mark::Well, &found.words.say_with("doctor-reached", &[("from", (&from.to_string()).into())]))
        }
        None => found.say(Mark::Bad, &found.words.say("doctor-unreached")),
    }
}

/// Greets whoever comes, until somebody comes from another machine.
async fn visited(listener: tokio::net::TcpListener, greeting: Arc<String>) -> IpAddr {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let own: Vec<IpAddr> = if_addrs::get_if_addrs().unwrap_or_default().iter().map(if_addrs::Interface::ip).collect();
    loop {
        let Ok((mut stream, from)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(200)).await;
            continue;
        };
        let page = format!("<!doctype html><meta name=viewport content=\"width=device-width\"><h1>{greeting}</h1>");
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\nconnection: close\r\ncontent-length: ";
        let answer = format!("{head}{}\r\n\r\n{page}", page.len());
        let talk = async {
            let mut asked = [0; 1024];
            // Whatever was asked, the answer is the same.
            _ = stream.read(&mut asked).await?;
            stream.write_all(answer.as_bytes()).await?;
            stream.shutdown().await
        };
        // A visitor who does not finish was still able to come.
        let done = tokio::time::timeout(Duration::from_secs(3), talk).await;
        tracing::debug!("a visitor from {from}: {done:?}");
        if !own.contains(&from.ip()) && !from.ip().is_loopback() {
            return from.ip();
        }
    }
}
