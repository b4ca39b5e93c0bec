//! `host`: a class in browsers, from this terminal; and the tutorial in a browser, for one.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use crate::cli::Answer;
use crate::cli::output::{Stop, note, say};
use crate::content::{library, offices};
use crate::law::flaw::closest;
use crate::server::{About, Hall, Opened, encrypted, outward, serve};
use crate::session::desk::{Approval, Millis, Moment, Office};
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
    /// Minutes of the whole class, of which a quarter is kept for the debrief; as many as the scenario says (75 if it says nothing), or asked for in a terminal
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(4..=1440))]
    minutes: Option<u16>,
    /// How many students will come; says how many sit in each State, and how many worlds that makes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=250))]
    students: Option<u16>,
    /// How many worlds of the crisis are played side by side, each with a code of its own
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=8))]
    worlds: u16,
    /// Let every world have the same hidden truth and the same chance
    #[arg(long, requires = "worlds")]
    alike: bool,
    /// Who has to approve an order before it is sent: the `head`, `two-of-three` of the delegation, or `anyone` of it
    /// [default: what it was before, at first what the scenario says]
    #[arg(long, value_parser = rule, value_name = "RULE")]
    approval: Option<Approval>,
    /// Offices of a delegation besides its head, in the order in which they are dealt, separated by commas: foreign-minister,
    /// legal-adviser, intelligence-chief, economy-minister, press-officer, defence-minister; `none` makes everybody else an
    /// adviser [default: what the scenario says, else as many as sit in a State, at most five]
    #[arg(long, value_parser = office, value_delimiter = ',', value_name = "OFFICE")]
    offices: Option<Vec<Option<Office>>>,
    /// End a turn as soon as every State with persons has completed its orders
    #[arg(long)]
    early: bool,
    /// Seed of all chance, and of the hidden truth; drawn if left out
    #[arg(long)]
    seed: Option<u64>,
    /// Where students find the host, if a proxy stands before it: `https://crisis.example.edu`
    #[arg(long, value_name = "URL", value_parser = public_url)]
    public_url: Option<String>,
    /// Certificate chain (PEM) with which connections are encrypted
    #[arg(long, value_name = "FILE", requires = "key")]
    certificate: Option<PathBuf>,
    /// Private key of the certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "certificate")]
    key: Option<PathBuf>,
}

/// A rule, as a command line names it.
fn rule(text: &str) -> Result<Approval, String> {
    let rules = Approval::ALL.map(|rule| (rule.word().replace('_', "-"), rule));
    named(text, &rules)
}

/// An office that can be dealt, as a command line names it; `none` is none.
fn office(text: &str) -> Result<Option<Office>, String> {
    let dealt = offices::embedded().iter().map(|remit| remit.office);
    let all: Vec<_> = dealt.map(|office| (office.word().replace('_', "-"), Some(office))).collect();
    named(text, &[&[("none".to_owned(), None)], all.as_slice()].concat())
}

/// What a name stands for.
fn named<T: Copy>(text: &str, all: &[(String, T)]) -> Result<T, String> {
    let names = || all.iter().map(|(name, _)| name.as_str());
    all.iter().find(|(name, _)| name == text).map(|(_, meant)| *meant).ok_or_else(|| {
        let near = closest(text, names()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("there are {}{near}", names().collect::<Vec<_>>().join(", "))
    })
}

/// The most offices that are dealt without being named, besides the head.
const DEALT: usize = 5;

/// The offices that are dealt: those named, those the scenario wants, or one for each who will sit in the fullest State.
fn dealt(host: &Host, wanted: Option<&[Office]>, students: Option<u16>, places: usize) -> Vec<Office> {
    if let Some(named) = &host.offices {
        return named.iter().copied().flatten().collect();
    }
    if let Some(wanted) = wanted {
        return wanted.to_vec();
    }
    let each = students.map_or(DEALT + 1, |students| usize::from(students).div_ceil(places.max(1)));
    let all = offices::embedded().iter().map(|remit| remit.office);
    all.take(each.saturating_sub(1).min(DEALT)).collect()
}

/// An address without a path.
fn public_url(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |rest: &str| !rest.is_empty() && !rest.contains(['/', '?', '#', '@', ' ', '"', '\'', '<', '>', '\\']);
    match rest {
        Some(rest) if plain(rest) => Ok(text.to_owned()),
        _ => Err("an address begins with https:// or http:// and ends before any path".into()),
    }
}

/// The time of day. The rooms within take it as data.
#[expect(clippy::disallowed_types, reason = "the outermost room reads the clock by which turns end")]
pub(super) fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}

/// What is asked in a terminal if it was not said: how many, how long, who may come.
struct Plan {
    students: Option<u16>,
    minutes: u16,
    lan: bool,
}

/// Minutes of a class in a scenario that is no lesson.
const MINUTES: u16 = 75;

fn plan(words: &Words, host: &Host) -> Result<Plan, Stop> {
    let asks = host.students.is_none() && host.minutes.is_none() && io::stdin().is_terminal();
    let minutes = match host.minutes {
        Some(minutes) => minutes,
        None => library::find(&host.scenario)?.stage()?.lesson.map_or(MINUTES, |lesson| lesson.minutes),
    };
    let mut plan = Plan { students: host.students, minutes, lan: host.lan };
    if !asks {
        return Ok(plan);
    }
    let refused = |error: inquire::InquireError| Stop::System {
        deed: "ask in",
        path: "the terminal".into(),
        source: io::Error::other(error.to_string()),
    };
    let number = |id: &str, default: u16, least: u16, most: u16| {
        let (question, range) = (
            words.say(id),
            words.say_with("ask-range", &[("least", usize::from(least).into()), ("most", usize::from(most).into())]),
        );
        let fits = move |given: &u16| {
            let fits = (least..=most).contains(given);
            Ok(if fits { inquire::validator::Validation::Valid } else { range.clone().into_validation() })
        };
        inquire::CustomType::<u16>::new(&question).with_default(default).with_validator(fits).prompt().map_err(refused)
    };
    plan.students = Some(number("ask-students", 18, 1, 250)?);
    plan.minutes = number("ask-minutes", minutes, 4, 1440)?;
    if !host.lan {
        plan.lan = inquire::Confirm::new(&words.say("ask-lan")).with_default(true).prompt().map_err(refused)?;
    }
    Ok(plan)
}

trait Validated {
    fn into_validation(self) -> inquire::validator::Validation;
}

impl Validated for String {
    fn into_validation(self) -> inquire::validator::Validation {
        inquire::validator::Validation::Invalid(self.into())
    }
}

pub(super) fn run(host: &Host) -> Result<Answer, Stop> {
    let words = Words::english()?;
    let plan = plan(&words, host)?;
    let seed = match host.seed {
        Some(seed) => seed,
        None => getrandom::u64().map_err(|error| Stop::Host(error.into()))?,
    };
    let minutes = u64::from(plan.minutes);
    // A turn is at least a minute.
    let length = |turns: u16| Millis::minutes((minutes * 3 / 4 / u64::from(turns.max(1))).max(1));
    let tls = match (&host.certificate, &host.key) {
        (Some(certificate), Some(key)) => {
            let path = certificate.display().to_string();
            Some(encrypted(certificate, key).map_err(|source| Stop::System {
                deed: "use the certificate",
                path,
                source,
            })?)
        }
        _ => None,
    };
    let (mut hall, mut opened) = Hall::open(&host.data, &host.scenario, seed, length, Arc::new(now))?;
    hall.publish(host.public_url.clone(), tls.is_some());
    hall.end_early(host.early);
    let begun = opened.iter().filter(|game| !game.resumed).count();
    for world in 1..u64::from(host.worlds).saturating_mul(begun as u64) {
        let seed = if host.alike { seed } else { seed.wrapping_add(world) };
        opened.push(hall.another(&host.scenario, seed, length)?);
    }
    let scheme = if tls.is_some() { "https" } else { "http" };
    runtime()?.block_on(async {
        let (listener, port) = listen(plan.lan, host.port).await?;
        let reached = if plan.lan { outward() } else { IpAddr::from(Ipv4Addr::LOCALHOST) };
        let address = host.public_url.clone().unwrap_or_else(|| format!("{scheme}://{reached}:{port}"));
        let abouts: Vec<About> = opened.iter().filter_map(|game| hall.about(&game.code)).collect();
        let places = abouts.iter().map(|about| about.states).sum();
        for (game, about) in opened.iter().zip(&abouts) {
            if !game.resumed || host.offices.is_some() {
                let offices = dealt(host, about.wanted.as_deref(), plan.students, places);
                hall.deal(&game.code, offices).await?;
            }
            if let Some(rule) = host.approval {
                hall.agree(&game.code, rule).await?;
            }
        }
        say(&told(host, &plan, &hall, &opened, &address)?)?;
        serve(Arc::new(hall), listener, tls, stopped()).await;
        Ok(Answer::Yes)
    })
}

fn runtime() -> Result<tokio::runtime::Runtime, Stop> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|source| Stop::System { deed: "start", path: "the event loop".into(), source })
}

async fn listen(lan: bool, port: u16) -> Result<(tokio::net::TcpListener, u16), Stop> {
    let any = if lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let address = SocketAddr::from((any, port));
    let system = |source| Stop::System { deed: "listen on", path: address.to_string(), source };
    let listener = tokio::net::TcpListener::bind(address).await.map_err(system)?;
    let port = listener.local_addr().map_err(system)?.port();
    Ok((listener, port))
}

async fn stopped() {
    // If signals cannot be heard, the host serves until it is ended otherwise.
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::warn!("Ctrl-C is not heard: {error}");
        std::future::pending::<()>().await;
    }
}

/// The crisis that is played when nothing is asked for, where it is kept, and its seed.
const TUTORIAL: (&str, &str, u64) = ("first-note", "runs/tutorial", 7);

/// Seats one person in the tutorial, in a browser; agents play the others, and a turn ends when its orders are complete.
pub(super) fn tutorial() -> Result<Answer, Stop> {
    let (words, (scenario, folder, seed)) = (Words::english()?, TUTORIAL);
    let (hall, opened) = Hall::open(Path::new(folder), scenario, seed, |_| Millis::minutes(60), Arc::new(now))?;
    hall.end_early(true);
    let hall = Arc::new(hall);
    let Some(game) = opened.last() else { return Err(Stop::Unfit(words.say("tutorial-none"))) };
    runtime()?.block_on(async {
        let token = hall.seat_alone(&game.code, &words.say("tutorial-you")).await?;
        let (listener, port) = match listen(false, 8080).await {
            Ok(listening) => listening,
            // Something else is there: any port will do for one.
            Err(_) => listen(false, 0).await?,
        };
        let address = format!("http://{}:{port}", Ipv4Addr::LOCALHOST);
        let seat = format!("{address}/enter/{}/{token}", game.code);
        say(&(words.say_with("tutorial-begun", &[("address", (&seat).into())]) + "\n"))?;
        if has_screen() && open::that_detached(&seat).is_err() {
            note(&(words.say("tutorial-no-browser") + "\n"))?;
        }
        serve(hall.clone(), listener, None, stopped()).await;
        Ok(Answer::Yes)
    })
}

/// Whether a browser could show itself; in a bare terminal one that writes into it would be no help.
fn has_screen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn told(host: &Host, plan: &Plan, hall: &Hall, opened: &[Opened], address: &str) -> Result<String, Stop> {
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
        let board = format!("{address}/board/{}", game.code);
        text += &(words.say_with("host-board", &[("address", (&board).into())]) + "\n");
        if let Some(students) = plan.students {
            let places = about.states.max(1) * opened.len();
            let (least, more) = (usize::from(students) / places, usize::from(students) % places);
            let args = [("students", usize::from(students).into()), ("states", about.states.into())];
            let worlds = ("worlds", opened.len().into());
            let args = [args[0], args[1], ("least", least.into()), ("more", more.into()), worlds];
            text += &(words.say_with("host-students", &args) + "\n");
            // Six in a State is as many as can each have something to do; fewer than one leaves States to their agents.
            if usize::from(students) > places * 6 {
                let worlds = usize::from(students).div_ceil(about.states.max(1) * 6);
                text += &(words.say_with("host-more-worlds", &[("worlds", worlds.into())]) + "\n");
            }
        }
    }
    text += &(words.say_with("host-data", &[("path", (&hall.path().display().to_string()).into())]) + "\n");
    let network = match (plan.lan, host.certificate.is_some() || host.public_url.is_some()) {
        (false, false) => "host-loopback",
        (true, false) => "host-lan",
        (_, true) => "host-encrypted",
    };
    text += &(words.say(network) + "\n");
    if host.early {
        text += &(words.say("host-early") + "\n");
    }
    for seating in seatings(&words, opened.iter().filter_map(|game| hall.about(&game.code))) {
        text += &(seating + "\n");
    }
    text += &(words.say("host-stop") + "\n");
    Ok(text)
}

/// How delegations are made up, once for all games in which they are alike.
fn seatings(words: &Words, abouts: impl Iterator<Item = About>) -> BTreeSet<String> {
    let said = |about: About| {
        let named = |office: &Office| words.say_with("office", &[("office", office.word().into())]);
        let named: Vec<String> = std::iter::once(&Office::Head).chain(&about.dealt).map(named).collect();
        let named = named.join(", ");
        let args = [("offices", (&named).into()), ("rule", about.approval.word().into())];
        words.say_with("host-offices", &args)
    };
    abouts.map(said).collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[derive(Debug, clap::Parser)]
    struct Asked {
        #[command(flatten)]
        host: Host,
    }

    /// The offices that are dealt besides the head, for six States.
    fn offices(words: &[&str], students: Option<u16>) -> Vec<Office> {
        wanting(words, None, students)
    }

    fn wanting(words: &[&str], wanted: Option<&[Office]>, students: Option<u16>) -> Vec<Office> {
        let asked = Asked::parse_from(["host", "dark-grid"].iter().chain(words));
        dealt(&asked.host, wanted, students, 6)
    }

    #[test]
    fn as_many_offices_are_dealt_as_sit_in_the_fullest_state_unless_they_are_named() {
        let all = offices(&[], None);
        assert_eq!((all.len(), all[0], all[4]), (5, Office::ForeignMinister, Office::PressOfficer));
        for (students, others) in [(1, 0), (6, 0), (7, 1), (12, 1), (18, 2), (24, 3), (36, 5), (60, 5)] {
            assert_eq!(offices(&[], Some(students)), all[..others], "{students} students");
        }
        let named = ["--offices", "defence-minister,legal-adviser"];
        assert_eq!(offices(&named, Some(36)), [Office::DefenceMinister, Office::LegalAdviser]);
        assert_eq!(offices(&["--offices", "none"], Some(36)), []);
        // A scenario's own come before the count of students, and after the command line.
        let own = [Office::LegalAdviser];
        assert_eq!(wanting(&[], Some(&own), Some(36)), own);
        assert_eq!(wanting(&named, Some(&own), Some(36)), [Office::DefenceMinister, Office::LegalAdviser]);
    }

    #[test]
    fn rules_and_offices_are_named_as_scenarios_name_them_and_a_slip_is_told() {
        let asked = Asked::parse_from(["host", "dark-grid", "--approval", "two-of-three"]);
        assert_eq!(asked.host.approval, Some(Approval::TwoOfThree));
        for (flag, wrong, near) in [("--approval", "anyon", "anyone"), ("--offices", "legal-advisor", "legal-adviser")]
        {
            let told = Asked::try_parse_from(["host", "dark-grid", flag, wrong]).unwrap_err().to_string();
            assert!(told.contains(&format!("did you mean `{near}`?")), "{told}");
        }
    }
}
