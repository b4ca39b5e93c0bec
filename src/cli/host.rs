//! `host`: a class in browsers, from this terminal.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use crate::cli::Answer;
use crate::cli::output::{Stop, say};
use crate::server::{Hall, Opened, serve};
use crate::session::desk::{Millis, Moment};
use crate::words::Words;

/// Arguments of `host`.
#[derive(Debug, Args)]
pub struct Host {
    /// Slug of a scenario that travels with the program, or the path of one
    scenario: String,
    /// Let others on the same network in; without it only this machine can reach the host
    #[arg(long)]
    lan: bool,
    /// Port to listen on
    #[arg(long, default_value_t = 8080, value_name = "P")]
    port: u16,
    /// Folder of the database; started again with the same, every game goes on
    #[arg(long, default_value = "runs/host", value_name = "DIR")]
    data: PathBuf,
    /// Minutes of the whole class; a quarter is kept for the debrief
    #[arg(long, default_value_t = 75, value_name = "N", value_parser = clap::value_parser!(u16).range(4..=1440))]
    minutes: u16,
    /// How many students will come; says how many sit in each State
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=250))]
    students: Option<u16>,
    /// Seed of all chance, and of the hidden truth; drawn if left out
    #[arg(long)]
    seed: Option<u64>,
}

/// The time of day. The rooms within take it as data.
#[expect(clippy::disallowed_types, reason = "the outermost room reads the clock by which turns end")]
fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}

pub(super) fn run(host: &Host) -> Result<Answer, Stop> {
    let system = |deed, path: String| move |source| Stop::System { deed, path, source };
    let seed = match host.seed {
        Some(seed) => seed,
        None => getrandom::u64().map_err(|error| Stop::Host(error.into()))?,
    };
    let minutes = u64::from(host.minutes);
    // A turn is at least a minute.
    let length = |turns: u16| Millis::minutes((minutes * 3 / 4 / u64::from(turns.max(1))).max(1));
    let (hall, opened) = Hall::open(&host.data, &host.scenario, seed, length, Arc::new(now))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(system("start", "the event loop".into()))?;
    runtime.block_on(async {
        let any = if host.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
        let address = SocketAddr::from((any, host.port));
        let listener =
            tokio::net::TcpListener::bind(address).await.map_err(system("listen on", address.to_string()))?;
        let port = listener.local_addr().map_err(system("listen on", address.to_string()))?.port();
        let reached = if host.lan { outward() } else { IpAddr::from(Ipv4Addr::LOCALHOST) };
        say(&told(host, &hall, &opened, &format!("http://{reached}:{port}"))?)?;
        let stop = async {
            // If signals cannot be heard, the host serves until it is ended otherwise.
            if let Err(error) = tokio::signal::ctrl_c().await {
                tracing::warn!("Ctrl-C is not heard: {error}");
                std::future::pending::<()>().await;
            }
        };
        serve(Arc::new(hall), listener, stop).await.map_err(system("serve", address.to_string()))
    })?;
    Ok(Answer::Yes)
}

/// This machine's address on the network. Asking for the way out sends nothing.
fn outward() -> IpAddr {
    let asked = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    asked.map_or(IpAddr::from(Ipv4Addr::LOCALHOST), |address| address.ip())
}

fn told(host: &Host, hall: &Hall, opened: &[Opened], address: &str) -> Result<String, Stop> {
    let words = Words::english()?;
    let mut text = String::new();
    for game in opened {
        let Some(about) = hall.about(&game.code) else { continue };
        let code = ("code", game.code.as_str().into());
        let (title, turns) = (("title", about.title.as_str().into()), ("turns", u32::from(about.turns).into()));
        let head = if game.resumed {
            words.say_with("host-resumed", &[title, turns, ("turn", (u32::from(about.turn.0) + 1).into()), code])
        } else {
            let minutes = (about.length.0 / 60_000) as usize;
            words.say_with("host-begun", &[title, turns, ("minutes", minutes.into()), code])
        };
        let way_in = format!("{address}/?code={}", game.code);
        let desk = format!("{address}/desk/enter/{}/{}", game.code, game.facilitator);
        text += &format!("{head}\n\n");
        text += &words.say_with("host-join", &[("address", address.into()), code]);
        // A way in that is too long for a picture can still be typed.
        if let Ok(picture) = QrCode::new(&way_in) {
            text += &format!("\n\n{}", picture.render::<Dense1x2>().build());
        }
        text += &format!("\n{way_in}\n\n");
        text += &(words.say_with("host-desk", &[("address", (&desk).into())]) + "\n");
        if let Some(students) = host.students {
            let (least, more) =
                (usize::from(students) / about.states.max(1), usize::from(students) % about.states.max(1));
            let args = [("students", usize::from(students).into()), ("states", about.states.into())];
            let args = [args[0], args[1], ("least", least.into()), ("more", more.into())];
            text += &(words.say_with("host-students", &args) + "\n");
        }
    }
    text += &(words.say_with("host-data", &[("path", (&hall.path().display().to_string()).into())]) + "\n");
    text += &(words.say(if host.lan { "host-lan" } else { "host-loopback" }) + "\n");
    text += &(words.say("host-offices") + "\n");
    text += &(words.say("host-stop") + "\n");
    Ok(text)
}
