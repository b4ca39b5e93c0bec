//! A seat in a game of this program: the same handle, the same commands and the same ledger as a seat in a browser. What
//! comes back is a [`Sheet`], made on the thread that owns the game.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use bevy_egui::egui;

use crate::base::Turn;
use crate::base::id::StateId;
use crate::console::adviser::Adviser;
use crate::console::clock;
use crate::console::error::ConsoleError;
use crate::console::map::Atlas;
use crate::console::record::Record;
use crate::console::sheet::Sheet;
use crate::content::library::Book;
use crate::server::secret;
use crate::session::chronicle::Ledger;
use crate::session::desk::{By, Key, Millis, PersonId};
use crate::session::entry::{Entry, Lock};
use crate::session::handle::Notice;
use crate::session::live::Live;
use crate::session::wish::{Command, Wish};
use crate::session::{Game, SessionHandle};
use crate::store::{JournalFile, StoreError, Sync};
use crate::view::Draft;
use crate::words::Words;

/// Long enough that nobody who plays alone is ever late.
const NO_HURRY: Millis = Millis::minutes(60 * 24 * 365);
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
    words: Arc<Words>,
    screen: egui::Context,
    handle: SessionHandle<StoreError>,
    post: Sender<News>,
    news: Receiver<News>,
    sent: u64,
    waiting: usize,
    /// What there is to see now.
    pub sheet: Arc<Sheet>,
    /// The geography.
    pub atlas: Atlas,
    /// Every morning so far.
    pub mornings: Vec<Morning>,
    /// Why the last thing that was asked for was not done, or nothing is kept any more.
    pub trouble: Option<String>,
    /// The review, once the crisis is over.
    pub record: Option<Box<Record>>,
    /// The legal adviser.
    pub adviser: Adviser,
    /// Where the journal is.
    pub journal: PathBuf,
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
        let (post, news) = channel();
        let (tell, speech, waker) = (post.clone(), words.clone(), screen.clone());
        let notice = move |notice| {
            let news = match notice {
                Notice::Changed(shown) => News::Sheet(Box::new(Sheet::of(&speech, &shown, seat))),
                Notice::Halted(why) => News::Halted(why),
            };
            // Nobody listens once the seat is left.
            _ = tell.send(news);
            waker.request_repaint();
        };
        let handle = SessionHandle::host("alone", live, notice)?;
        let lock = || secret::token().map(|secret| Lock::of(&secret));
        let adviser = Adviser::new(words.clone(), screen.clone())?;
        let (token, code) = (lock()?, lock()?);
        let join = Wish::Join { name: words.say("con-player"), state: Some(seat), token, code };
        let mut sent = 0;
        for wish in [join, Wish::Begin] {
            sent += 1;
            let tell = post.clone();
            let command = Command { by: By::Host, key: Key(format!("alone-{sent}")), wish };
            let answered = move |answer: Result<(), crate::session::live::Stuck<StoreError>>| {
                _ = tell.send(News::Answer(answer.map_err(|stuck| stuck.to_string())));
            };
            handle.send(command, clock::now(), Box::new(answered));
        }
        let sheet = first_morning(&news)?;
        let mut seat = Self {
            words: words.clone(),
            screen: screen.clone(),
            handle,
            post,
            news,
            sent,
            waiting: 0,
            atlas,
            mornings: Vec::new(),
            sheet: Arc::from(sheet),
            trouble: None,
            record: None,
            adviser,
            journal,
        };
        seat.remember();
        Ok(seat)
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
                    self.adviser.forget();
                    if is_new {
                        heard.morning = true;
                        self.remember();
                        if self.sheet.over {
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
        let steps = self.sheet.scene.ties.iter().map(|tie| tie.step).collect();
        self.mornings.push(Morning { steps, headline: self.sheet.headline.clone() });
    }

    /// Whether something that was asked for is not answered yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting > 0
    }

    /// Orders a draft.
    pub fn order(&mut self, draft: &Draft) {
        match self.sheet.view.seal(draft) {
            Ok(order) => self.send(By::Person(ALONE), Wish::Order { turn: self.sheet.turn, order }),
            Err(why) => self.trouble = Some(self.sheet.outlook(&self.words).telling.reason(why)),
        }
    }

    /// Takes an order back.
    pub fn take_back(&mut self, place: u16) {
        self.send(By::Person(ALONE), Wish::TakeBack { turn: self.sheet.turn, place });
    }

    /// Ends the turn with the orders as they are; no order is an order too.
    pub fn end(&mut self) {
        let turn: Turn = self.sheet.turn;
        self.send(By::Person(ALONE), Wish::Ready { turn, ready: true });
        self.send(By::Host, Wish::End(turn));
    }

    fn send(&mut self, by: By, wish: Wish) {
        self.sent += 1;
        self.waiting += 1;
        self.trouble = None;
        let command = Command { by, key: Key(format!("alone-{}", self.sent)), wish };
        let (tell, screen) = (self.post.clone(), self.screen.clone());
        let answered = move |answer: Result<(), crate::session::live::Stuck<StoreError>>| {
            _ = tell.send(News::Answer(answer.map_err(|stuck| stuck.to_string())));
            screen.request_repaint();
        };
        self.handle.send(command, clock::now(), Box::new(answered));
    }

    /// Asks for the review, which tells the truth.
    fn review(&self) {
        let (tell, words, screen) = (self.post.clone(), self.words.clone(), self.screen.clone());
        self.handle.look(move |game| {
            _ = tell.send(News::Record(Box::new(Record::of(&words, game))));
            screen.request_repaint();
        });
    }
}

/// The first sheet on which the person sits and the crisis has begun.
fn first_morning(news: &Receiver<News>) -> Result<Box<Sheet>, ConsoleError> {
    let (mut answers, mut newest) = (0, None);
    while answers < 2 {
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
