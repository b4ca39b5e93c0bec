//! A seat in a game of this program: the same handle, the same commands and the same ledger as a seat in a browser. What
//! comes back is a [`Sheet`], made on the thread that owns the game, or beside it. The game is one's own, or that of a class
//! which this program hosts.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use bevy_egui::egui;

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::console::adviser::Adviser;
use crate::console::clock;
use crate::console::error::ConsoleError;
use crate::console::map::Atlas;
use crate::console::record::Record;
use crate::console::sheet::Sheet;
use crate::content::library::Book;
use crate::server::{LocalSeat, secret};
use crate::session::chronicle::Ledger;
use crate::session::desk::{By, Key, Millis, PersonId, StandingOrders, Voice};
use crate::session::entry::{Entry, Lock};
use crate::session::handle::Notice;
use crate::session::live::{Live, Shown, Stuck};
use crate::session::wish::{Command, Wish};
use crate::session::{Game, SessionHandle};
use crate::sim::Order;
use crate::store::{JournalFile, StoreError, Sync};
use crate::view::{Draft, PUBLIC};
use crate::words::Words;

/// Long enough that nobody who plays alone is ever late.
const NO_HURRY: Millis = Millis::minutes(60 * 24 * 365);
/// How often a seat in a class is looked after, when nothing has changed: whether anybody still sits there.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(5);
/// Whoever plays alone is the first to join.
const ALONE: PersonId = PersonId(1);

/// The journal of somebody who plays alone: the lines, and nothing about persons.
struct Diary(JournalFile);

impl Ledger<Entry> for Diary {
    type Fault = StoreError;

    fn append(&mut self, entries: &[Entry]) -> Result<(), StoreError> {
        let lines = entries.iter().filter_map(|entry| match entry {
            Entry::Line(line) => Some(line.clone()),
            Entry::Person(_) | Entry::Token(..) | Entry::Message(_) | Entry::Renamed(..) => None,
        });
        self.0.append(&lines.collect::<Vec<_>>())
    }
}

enum News {
    Sheet(Box<Sheet>),
    Halted(String),
    Answer(Result<(), String>),
    Record(Box<Record>),
}

/// Makes sheets in the language that is spoken now, and posts them. What a game last showed stays here, and never comes to
/// a screen.
struct Scribe {
    words: Mutex<Arc<Words>>,
    shown: Mutex<Option<Arc<Shown>>>,
    post: Mutex<Sender<News>>,
    screen: egui::Context,
    seat: StateId,
    person: PersonId,
}

impl Scribe {
    fn words(&self) -> Arc<Words> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn show(&self, shown: Arc<Shown>) {
        self.post(News::Sheet(Box::new(Sheet::of(&self.words(), &shown, self.seat, Some(self.person)))));
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
    }

    /// Says the same again in another language.
    fn speak(&self, words: Arc<Words>) {
        *self.words.lock().unwrap_or_else(PoisonError::into_inner) = words;
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(shown) = shown {
            self.show(shown);
        }
    }

    fn post(&self, news: News) {
        // Nobody listens once the seat is left.
        _ = self.post.lock().unwrap_or_else(PoisonError::into_inner).send(news);
        self.screen.request_repaint();
    }
}

/// One morning as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Morning {
    /// The step on which each tie stood, in the order of ties.
    pub steps: Vec<u8>,
    /// What the papers printed.
    pub headline: Option<String>,
}

/// A seat.
pub struct Seat {
    scribe: Arc<Scribe>,
    handle: SessionHandle<StoreError>,
    news: Receiver<News>,
    sent: u64,
    waiting: usize,
    person: PersonId,
    /// Whether the turn ends when this seat says so: whoever plays alone.
    pub is_alone: bool,
    /// What there is to see now.
    pub sheet: Arc<Sheet>,
    /// The geography.
    pub atlas: Atlas,
    /// Every morning so far.
    pub mornings: Vec<Morning>,
    /// Why the last thing that was asked for was not done, or nothing is kept any more.
    pub trouble: Option<String>,
    /// The review, once a crisis played alone is over.
    pub record: Option<Box<Record>>,
    /// The legal adviser.
    pub adviser: Adviser,
    /// In a class, what brings one back to the seat.
    pub reentry: Option<String>,
    /// How keys of this seat's commands begin; a game that is taken up again has others.
    salt: String,
}

/// What a seat has heard since it was last asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// A new morning has come.
    pub morning: bool,
    /// The review has come.
    pub record: bool,
}

impl Seat {
    /// Begins a game alone, with the journal in a new folder, and waits for its first morning. Not for a frame: it reads
    /// and writes files.
    ///
    /// # Errors
    /// If the scenario cannot be read, or the journal cannot be kept.
    pub fn open(
        words: &Arc<Words>,
        screen: &egui::Context,
        book: &Book,
        seat: StateId,
        seed: u64,
        runs: &Path,
    ) -> Result<Self, ConsoleError> {
        let game = Game::new(book.stage()?, &book.source, seed)?;
        let atlas = Atlas::of(game.scenario());
        let journal = unused(runs, &game.scenario().id, seed).join("journal.dmj");
        let ledger = Diary(JournalFile::create(&journal, Sync::EveryLine)?);
        let live = Live::begin(game, NO_HURRY, ledger)?;
        let (scribe, news) = scribe(words, screen, seat, ALONE);
        let teller = scribe.clone();
        let notice = move |notice| match notice {
            Notice::Changed(shown) => teller.show(Arc::from(shown)),
            Notice::Halted(why) => teller.post(News::Halted(why)),
        };
        let handle = SessionHandle::host("alone", live, notice)?;
        let lock = || secret::token().map(|secret| Lock::of(&secret));
        let (token, code) = (lock()?, lock()?);
        let join = Wish::Join { name: words.say("con-player"), state: Some(seat), token, code };
        let mut sent = 0;
        for wish in [join, Wish::Begin, Wish::Stop] {
            sent += 1;
            let teller = scribe.clone();
            let command = Command { by: By::Host, key: Key(format!("alone-{sent}")), wish };
            handle.send(command, clock::now(), Box::new(move |answer| teller.post(News::Answer(told(answer)))));
        }
        let sheet = first_morning(&news, sent)?;
        Self::sit(scribe, handle, news, (sheet, atlas), (true, "alone".to_owned(), sent))
    }

    /// Sits down in a class that this program hosts. Not for a frame: the first sheet is made here. What follows is heard
    /// on the host's own event loop.
    ///
    /// # Errors
    /// If the system gives no thread, or the seat is with the press, which has a page and no desk.
    pub fn local(
        words: &Arc<Words>,
        screen: &egui::Context,
        local: &LocalSeat,
        events: &tokio::runtime::Handle,
    ) -> Result<Self, ConsoleError> {
        let shown = local.shown();
        let seated = shown.room.seated(local.person).ok_or(ConsoleError::Closed)?;
        if seated.state == PUBLIC {
            return Err(ConsoleError::Refused(words.say("con-join-press")));
        }
        let (scribe, news) = scribe(words, screen, seated.state, local.person);
        let atlas = Atlas::of(&shown.position.staged().scenario);
        let sheet = Box::new(Sheet::of(words, &shown, seated.state, Some(local.person)));
        let (teller, follower) = (Arc::downgrade(&scribe), local.clone());
        events.spawn(async move {
            let (mut follow, mut is_new) = (follower.follow(), true);
            // It ends when the seat is left or the host closes.
            while let Some(teller) = teller.upgrade() {
                let shown = follower.shown();
                // Sheets take their time; the host's loop has other things to do.
                let made = tokio::task::spawn_blocking(move || {
                    if is_new {
                        teller.show(shown);
                    }
                });
                if made.await.is_err() {
                    return;
                }
                is_new = match tokio::time::timeout(AGAIN, follow.changed()).await {
                    Ok(false) => return,
                    Ok(true) => true,
                    Err(_) => false,
                };
            }
        });
        let salt = format!("window-{}", clock::now().0);
        let seat = Self::sit(scribe, local.handle(), news, (sheet, atlas), (false, salt, 0))?;
        Ok(Self { reentry: Some(local.reentry.clone()), ..seat })
    }

    fn sit(
        scribe: Arc<Scribe>,
        handle: SessionHandle<StoreError>,
        news: Receiver<News>,
        (sheet, atlas): (Box<Sheet>, Atlas),
        (is_alone, salt, sent): (bool, String, u64),
    ) -> Result<Self, ConsoleError> {
        let adviser = Adviser::new(scribe.words(), scribe.screen.clone())?;
        let mut seat = Self {
            person: scribe.person,
            scribe,
            handle,
            news,
            sent,
            waiting: 0,
            is_alone,
            atlas,
            mornings: Vec::new(),
            sheet: Arc::from(sheet),
            trouble: None,
            record: None,
            adviser,
            reentry: None,
            salt,
        };
        seat.remember();
        Ok(seat)
    }

    /// Says everything in other words from now on.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn speak(&mut self, words: &Arc<Words>) -> Result<(), ConsoleError> {
        self.adviser = Adviser::new(words.clone(), self.scribe.screen.clone())?;
        let (scribe, words) = (self.scribe.clone(), words.clone());
        std::thread::Builder::new().name("scribe".into()).spawn(move || scribe.speak(words))?;
        if self.sheet.over && self.is_alone {
            self.review();
        }
        Ok(())
    }

    /// Hears what has come in the meantime.
    pub fn hear(&mut self) -> Heard {
        let mut heard = Heard::default();
        let news: Vec<News> = self.news.try_iter().collect();
        for one in news {
            match one {
                News::Sheet(sheet) => {
                    let is_new = sheet.turn != self.sheet.turn || sheet.over != self.sheet.over;
                    self.sheet = Arc::from(sheet);
                    if is_new {
                        self.adviser.forget();
                    } else {
                        self.adviser.renew();
                    }
                    if is_new {
                        heard.morning = true;
                        self.remember();
                        // In a class the facilitator shows it.
                        if self.sheet.over && self.is_alone {
                            self.review();
                        }
                    }
                }
                News::Halted(why) => self.trouble = Some(why),
                News::Answer(answer) => {
                    self.waiting = self.waiting.saturating_sub(1);
                    if let Err(why) = answer {
                        self.trouble = Some(why);
                    }
                }
                News::Record(record) => {
                    self.record = Some(record);
                    heard.record = true;
                }
            }
        }
        heard
    }

    fn remember(&mut self) {
        // A facilitator may have gone back to an earlier morning.
        self.mornings.truncate(usize::from(self.sheet.turn.0));
        let steps = self.sheet.scene.ties.iter().map(|tie| tie.step).collect();
        self.mornings.push(Morning { steps, headline: self.sheet.headline.clone() });
    }

    /// Whether something that was asked for is not answered yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting > 0
    }

    /// Orders a draft.
    pub fn order(&mut self, draft: &Draft) {
        self.sealed(draft, |turn, order| Wish::Order { turn, order });
    }

    /// Lays a draft before the team.
    pub fn propose(&mut self, draft: &Draft) {
        self.sealed(draft, |turn, order| Wish::Propose { turn, order });
    }

    fn sealed(&mut self, draft: &Draft, wish: impl FnOnce(Turn, Order) -> Wish) {
        match self.sheet.view.seal(draft) {
            Ok(order) => self.send(By::Person(self.person), wish(self.sheet.turn, order)),
            Err(why) => self.trouble = Some(self.sheet.outlook(&self.scribe.words()).telling.reason(why)),
        }
    }

    /// Takes an order back.
    pub fn take_back(&mut self, place: u16) {
        self.own(Wish::TakeBack { turn: self.sheet.turn, place });
    }

    /// Says what one thinks of a draft.
    pub fn voice(&mut self, draft: u16, voice: Voice, word: &str) {
        self.own(Wish::Voice { turn: self.sheet.turn, draft, voice, word: word.to_owned() });
    }

    /// Lays a draft aside.
    pub fn withdraw(&mut self, draft: u16) {
        self.own(Wish::Withdraw { turn: self.sheet.turn, draft });
    }

    /// Says that the orders are complete, or not yet after all.
    pub fn ready(&mut self, ready: bool) {
        self.own(Wish::Ready { turn: self.sheet.turn, ready });
    }

    /// Leaves standing orders to the State's agent.
    pub fn instruct(&mut self, orders: StandingOrders) {
        self.own(Wish::Instruct(orders));
    }

    /// Asks for more time.
    pub fn plead(&mut self) {
        self.own(Wish::AskForTime { turn: self.sheet.turn });
    }

    /// Writes to other States.
    pub fn write(&mut self, to: StateSet, text: &str) {
        self.own(Wish::Write { to, text: text.to_owned() });
    }

    /// Asks the facilitator.
    pub fn appeal(&mut self, text: &str) {
        self.own(Wish::Appeal(text.to_owned()));
    }

    /// Ends the turn of a game alone with the orders as they are; no order is an order too.
    pub fn end(&mut self) {
        let turn = self.sheet.turn;
        self.own(Wish::Ready { turn, ready: true });
        self.send(By::Host, Wish::End(turn));
    }

    /// Ends the turn of a game alone and leaves the State to its agent, by the standing orders.
    pub fn leave(&mut self) {
        self.send(By::Host, Wish::End(self.sheet.turn));
    }

    fn own(&mut self, wish: Wish) {
        self.send(By::Person(self.person), wish);
    }

    fn send(&mut self, by: By, wish: Wish) {
        self.sent += 1;
        self.waiting += 1;
        self.trouble = None;
        let command = Command { by, key: Key(format!("{}-{}", self.salt, self.sent)), wish };
        let teller = self.scribe.clone();
        self.handle.send(command, clock::now(), Box::new(move |answer| teller.post(News::Answer(told(answer)))));
    }

    /// Asks for the review, which tells the truth.
    fn review(&self) {
        let teller = self.scribe.clone();
        self.handle.look(move |game| teller.post(News::Record(Box::new(Record::of(&teller.words(), game)))));
    }
}

fn told(answer: Result<(), Stuck<StoreError>>) -> Result<(), String> {
    answer.map_err(|stuck| stuck.to_string())
}

fn scribe(
    words: &Arc<Words>,
    screen: &egui::Context,
    seat: StateId,
    person: PersonId,
) -> (Arc<Scribe>, Receiver<News>) {
    let (post, news) = channel();
    let (words, post) = (Mutex::new(words.clone()), Mutex::new(post));
    let scribe = Scribe { words, shown: Mutex::default(), post, screen: screen.clone(), seat, person };
    (Arc::new(scribe), news)
}

/// The first sheet on which the person sits and the crisis has begun: the one that came before the last answer.
fn first_morning(news: &Receiver<News>, commands: u64) -> Result<Box<Sheet>, ConsoleError> {
    let (mut answers, mut newest) = (0, None);
    while answers < commands {
        match news.recv() {
            Ok(News::Sheet(sheet)) => newest = Some(sheet),
            Ok(News::Answer(Ok(()))) => answers += 1,
            Ok(News::Answer(Err(why)) | News::Halted(why)) => return Err(ConsoleError::Refused(why)),
            Ok(News::Record(_)) => {}
            Err(_) => return Err(ConsoleError::Closed),
        }
    }
    newest.ok_or(ConsoleError::Closed)
}

/// A folder in which there is no journal yet.
fn unused(runs: &Path, scenario: &str, seed: u64) -> PathBuf {
    let folder = runs.join(format!("{scenario}-{seed}"));
    let numbered = (2..).map(|nth: u32| runs.join(format!("{scenario}-{seed}-{nth}")));
    let mut folders = std::iter::once(folder.clone()).chain(numbered);
    folders.find(|folder| !folder.join("journal.dmj").exists()).unwrap_or(folder)
}
