//! A seat in a class that is hosted elsewhere: the interface for programs (`docs/api.md`), asked on threads beside the frame.
//! It holds what the host says to that seat and nothing more; the legality card is the host's own. `drawn` makes a map and a board of
//! it.

mod drawn;

pub use drawn::Drawn;

use std::io::{BufRead as _, BufReader};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock, Weak};
use std::thread;
use std::time::Duration;

use bevy_egui::egui;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ureq::http::{Request, Response};
use ureq::{Agent, Body};

use crate::base::Digest;
use crate::console::clock;
use crate::console::error::ConsoleError;
use crate::console::map::Atlas;
use crate::wire::api::{Board, Draft, Join, Joined, Menu, Opinion, Problem, Return, SeatView};
use crate::wire::situation::{Geography, Situation};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// After how long a lost host is asked again.
const AGAIN: Duration = Duration::from_secs(2);

/// An address as somebody typed it, or copied it from a browser, as the beginning of every request.
///
/// # Errors
/// If nothing can be reached there in this way.
pub fn base(typed: &str) -> Result<String, ConsoleError> {
    let typed = typed.trim();
    if typed.starts_with("https://") {
        let why = "hosts that encrypt are reached by a browser: this window speaks plain HTTP";
        return Err(ConsoleError::Refused(why.to_owned()));
    }
    let rest = typed.strip_prefix("http://").unwrap_or(typed);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(ConsoleError::Refused("an address looks like 192.168.1.20:8080".to_owned()));
    }
    Ok(format!("http://{host}"))
}

/// Speaks to one host.
#[derive(Clone)]
struct Client {
    agent: Agent,
    base: String,
    /// In which language it is answered.
    language: String,
}

impl Client {
    fn new(base: &str, language: &str, patience: Option<Duration>) -> Self {
        let config = Agent::config_builder()
            .timeout_global(patience)
            .timeout_connect(Some(PATIENCE))
            // A class is in the same network; whatever proxy there is leads out of it.
            .proxy(None)
            .http_status_as_error(false)
            .build();
        Self { agent: config.new_agent(), base: base.to_owned(), language: language.to_owned() }
    }

    fn run(&self, method: &str, path: &str, token: &str, body: Option<String>) -> Result<Response<Body>, ConsoleError> {
        self.run_once("", method, path, token, body)
    }

    /// The same under a key, by which the host knows a command that it has done already.
    fn run_once(
        &self,
        key: &str,
        method: &str,
        path: &str,
        token: &str,
        body: Option<String>,
    ) -> Result<Response<Body>, ConsoleError> {
        let away = |error: ureq::Error| ConsoleError::Away(self.base.clone(), error.to_string());
        let mut request = Request::builder().method(method).uri(format!("{}/api/v1/{path}", self.base));
        request = request.header("Accept-Language", &self.language);
        if !token.is_empty() {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        if !key.is_empty() {
            request = request.header("Idempotency-Key", key);
        }
        let answer = match body {
            Some(body) => {
                let request = request.header("Content-Type", "application/json").body(body);
                self.agent.run(request.map_err(|error| away(error.into()))?)
            }
            None => self.agent.run(request.body(()).map_err(|error| away(error.into()))?),
        };
        let mut answer = answer.map_err(away)?;
        if answer.status().is_success() {
            return Ok(answer);
        }
        let text = answer.body_mut().read_to_string().map_err(away)?;
        let told = serde_json::from_str::<Problem>(&text).map(|problem| problem.detail);
        Err(ConsoleError::Refused(told.unwrap_or_else(|_| format!("{}: {}", self.base, answer.status()))))
    }

    fn read<T: DeserializeOwned>(
        &self,
        method: &str,
        path: &str,
        token: &str,
        body: Option<String>,
    ) -> Result<T, ConsoleError> {
        let odd = |why: String| ConsoleError::Away(self.base.clone(), why);
        let mut answer = self.run(method, path, token, body)?;
        let text = answer.body_mut().read_to_string().map_err(|error| odd(error.to_string()))?;
        serde_json::from_str(&text).map_err(|error| odd(error.to_string()))
    }
}

fn written(body: &impl Serialize) -> Result<String, ConsoleError> {
    serde_json::to_string(body).map_err(|error| ConsoleError::Refused(error.to_string()))
}

/// What everybody may see of a class: whom one could sit for. Not for a frame: it waits for the host.
///
/// # Errors
/// If the host is not reached, or has no such class.
pub fn look(base: &str, language: &str, code: &str) -> Result<Board, ConsoleError> {
    Client::new(base, language, Some(PATIENCE)).read("GET", &format!("boards/{code}"), "", None)
}

/// Takes a seat. Not for a frame: it waits for the host.
///
/// # Errors
/// If the host is not reached, or refuses.
pub fn join(base: &str, language: &str, code: &str, asked: &Join) -> Result<Joined, ConsoleError> {
    Client::new(base, language, Some(PATIENCE)).read("POST", &format!("games/{code}/seats"), "", Some(written(asked)?))
}

/// Comes back to a seat by what joining gave. Not for a frame: it waits for the host.
///
/// # Errors
/// If the host is not reached, or knows of no such seat.
pub fn come_back(base: &str, language: &str, code: &str, asked: &Return) -> Result<Joined, ConsoleError> {
    let path = format!("games/{code}/returns");
    Client::new(base, language, Some(PATIENCE)).read("POST", &path, "", Some(written(asked)?))
}

enum News {
    Seat(Box<SeatView>, Box<Menu>, Option<Box<Drawn>>),
    /// The card on a draft, as it was asked for.
    Opinion(String, Box<Opinion>),
    /// There is no card on it: it can be asked for again.
    Unasked(String),
    /// The host has answered a command, one way or the other.
    Answered,
    Done(Result<(), String>),
    Lost(String),
}

/// What threads beside the frame need.
struct Line {
    client: Client,
    token: String,
    tell: Sender<News>,
    screen: egui::Context,
    /// The geography, once it has been asked for; nothing if the host has none to give.
    atlas: OnceLock<Option<Arc<Atlas>>>,
}

impl Line {
    fn tell(&self, news: News) {
        // Nobody listens once the seat is left.
        _ = self.tell.send(news);
        self.screen.request_repaint();
    }

    /// Reads everything anew.
    fn refresh(&self) -> Result<(), ConsoleError> {
        let seat: SeatView = self.client.read("GET", "seat", &self.token, None)?;
        let press = seat.state.is_none();
        let nothing = || Menu { acts: Vec::new(), why_not: std::collections::BTreeMap::new() };
        let menu = if press { nothing() } else { self.client.read("GET", "acts", &self.token, None)? };
        let drawn = self.drawn(seat.state.as_deref())?.map(Box::new);
        self.tell(News::Seat(Box::new(seat), Box::new(menu), drawn));
        Ok(())
    }

    /// The map and the board; nothing from a host that is too old to tell of them.
    fn drawn(&self, own: Option<&str>) -> Result<Option<Drawn>, ConsoleError> {
        if self.atlas.get().is_none() {
            let said = told(self.client.read::<Geography>("GET", "geography", &self.token, None))?;
            // Another thread may have asked at the same time, and heard the same.
            _ = self.atlas.set(said.map(|said| Arc::new(drawn::atlas(&said))));
        }
        let Some(Some(atlas)) = self.atlas.get() else { return Ok(None) };
        let said = told(self.client.read::<Situation>("GET", "situation", &self.token, None))?;
        Ok(said.and_then(|said| drawn::drawn(atlas, own, said)))
    }
}

/// What was asked for, or nothing if the host has no such thing.
fn told<T>(answer: Result<T, ConsoleError>) -> Result<Option<T>, ConsoleError> {
    match answer {
        Ok(said) => Ok(Some(said)),
        Err(ConsoleError::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A seat in a class elsewhere.
pub struct Away {
    line: Arc<Line>,
    news: Receiver<News>,
    waiting: usize,
    /// How many commands the host has answered.
    answered: u64,
    asked: Option<String>,
    /// What the host gave on joining.
    pub joined: Joined,
    /// What the seat may see, once it has come.
    pub seat: Option<Arc<SeatView>>,
    /// What could be done.
    pub menu: Option<Arc<Menu>>,
    /// The map and the board, if the host tells of them.
    pub drawn: Option<Arc<Drawn>>,
    /// When all that came: clocks run on from there.
    pub since: crate::session::desk::Moment,
    /// The card on the draft that was asked about last, and whether it is the newest.
    pub opinion: Option<(Arc<Opinion>, bool)>,
    /// Why the last thing was not done.
    pub trouble: Option<String>,
    /// Whether the host is not reached now, and why.
    pub lost: Option<String>,
}

impl Away {
    /// Sits down with what joining gave.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn sit(base: &str, language: &str, joined: Joined, screen: &egui::Context) -> Result<Self, ConsoleError> {
        let (tell, news) = channel();
        let client = Client::new(base, language, Some(PATIENCE));
        let (token, screen) = (joined.token.clone(), screen.clone());
        let line = Arc::new(Line { client, token, tell, screen, atlas: OnceLock::new() });
        let endless = Client::new(base, language, None);
        let weak = Arc::downgrade(&line);
        thread::Builder::new().name("away".into()).spawn(move || follow(&weak, &endless))?;
        Ok(Self {
            line,
            news,
            waiting: 0,
            answered: 0,
            asked: None,
            joined,
            seat: None,
            menu: None,
            drawn: None,
            since: clock::now(),
            opinion: None,
            trouble: None,
            lost: None,
        })
    }

    /// The host.
    pub fn host(&self) -> &str {
        &self.line.client.base
    }

    /// Hears what has come in the meantime; says whether a new morning has.
    pub fn hear(&mut self) -> bool {
        let mut morning = false;
        for one in self.news.try_iter().collect::<Vec<_>>() {
            match one {
                News::Seat(seat, menu, drawn) => {
                    let is_new = self.seat.as_ref().is_none_or(|before| before.game.turn != seat.game.turn);
                    if is_new {
                        morning |= self.seat.is_some();
                        (self.opinion, self.asked) = (None, None);
                    }
                    (self.seat, self.menu) = (Some(Arc::from(seat)), Some(Arc::from(menu)));
                    self.drawn = drawn.map(Arc::from);
                    (self.since, self.lost) = (clock::now(), None);
                }
                // An answer that comes late is about another draft than the one on the screen.
                News::Opinion(body, opinion) if self.asked.as_ref() == Some(&body) => {
                    self.opinion = Some((Arc::from(opinion), true));
                }
                News::Unasked(body) if self.asked.as_ref() == Some(&body) => self.asked = None,
                News::Opinion(..) | News::Unasked(_) => {}
                News::Answered => self.answered += 1,
                News::Done(answer) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    if let Err(why) = answer {
                        self.trouble = Some(why);
                    }
                }
                News::Lost(why) => self.lost = Some(why),
            }
        }
        morning
    }

    /// Whether something that was asked for is not answered yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting > 0 || self.seat.is_none()
    }

    /// Asks for the card on a draft; asking again for the same costs nothing.
    pub fn consult(&mut self, draft: &Draft) {
        let Ok(body) = written(draft) else { return };
        if self.asked.as_ref() == Some(&body) {
            return;
        }
        self.asked = Some(body.clone());
        if let Some((_, is_newest)) = &mut self.opinion {
            *is_newest = false;
        }
        self.beside(move |line| match line.client.read("POST", "opinions", &line.token, Some(body.clone())) {
            Ok(opinion) => {
                line.tell(News::Opinion(body, Box::new(opinion)));
                Ok(())
            }
            Err(error) => {
                line.tell(News::Unasked(body));
                Err(error)
            }
        });
    }

    /// Sends a command; it is done once, however often the line breaks: until the host has answered, the same command goes out under
    /// the same key.
    pub fn send(&mut self, method: &'static str, path: String, body: Option<&impl Serialize>) {
        let body = match body.map(written).transpose() {
            Ok(body) => body,
            Err(error) => {
                self.trouble = Some(error.to_string());
                return;
            }
        };
        let token = &self.line.token;
        let said = format!("{token} {} {method} {path} {}", self.answered, body.as_deref().unwrap_or_default());
        let key = format!("window-{}", Digest::of(said.as_bytes()).short());
        self.beside(move |line| {
            let answer = line.client.run_once(&key, method, &path, &line.token, body);
            if !matches!(answer, Err(ConsoleError::Away(..))) {
                line.tell(News::Answered);
            }
            answer?;
            // It is done, whether or not its page comes.
            line.refresh().unwrap_or_else(|error| line.tell(News::Lost(error.to_string())));
            Ok(())
        });
    }

    fn beside(&mut self, work: impl FnOnce(&Line) -> Result<(), ConsoleError> + Send + 'static) {
        self.trouble = None;
        self.waiting += 1;
        let line = self.line.clone();
        let begun = thread::Builder::new().name("asks".into()).spawn(move || {
            let answer = work(&line).map_err(|error| error.to_string());
            line.tell(News::Done(answer));
        });
        if let Err(error) = begun {
            self.waiting -= 1;
            self.trouble = Some(error.to_string());
        }
    }
}

/// Hears whenever something has changed, until the seat is left; a line that breaks is taken up again.
fn follow(line: &Weak<Line>, client: &Client) {
    while let Some(own) = line.upgrade() {
        let token = own.token.clone();
        let opened = own.refresh().and_then(|()| client.run("GET", "events", &token, None));
        match opened {
            Err(error) => own.tell(News::Lost(error.to_string())),
            Ok(mut stream) => {
                drop(own);
                let lines = BufReader::new(stream.body_mut().as_reader()).lines();
                for text in lines.map_while(Result::ok) {
                    let Some(own) = line.upgrade() else { return };
                    if text.starts_with("data:")
                        && let Err(error) = own.refresh()
                    {
                        own.tell(News::Lost(error.to_string()));
                    }
                }
            }
        }
        thread::sleep(AGAIN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_as_it_is_read_off_a_wall() {
        for typed in ["192.168.1.20:8080", " http://192.168.1.20:8080/?code=ABCDEF ", "http://192.168.1.20:8080/seat"] {
            assert_eq!(base(typed).unwrap(), "http://192.168.1.20:8080", "{typed}");
        }
        assert_eq!(base("class.local").unwrap(), "http://class.local");
        for odd in ["", "   ", "http://", "two words"] {
            assert!(base(odd).is_err(), "{odd}");
        }
        assert!(base("https://class.example").unwrap_err().to_string().contains("browser"));
    }
}
