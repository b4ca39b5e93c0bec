//! The hall: every game of this host, how to reach it, and what it last showed.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard};

use axum::http::HeaderMap;
use tokio::sync::{Notify, oneshot, watch};

use crate::base::Turn;
use crate::content::library::{self, Book};
use crate::content::mistake::Mistakes;
use crate::report::map::Map;
use crate::server::absence::Absence;
use crate::server::guard::{self, Paces, Throttle};
use crate::server::presence::Presence;
use crate::server::secret;
use crate::server::triage::{Read, Triage};
use crate::session::desk::{By, Key, Millis, Moment};
use crate::session::entry::Lock;
use crate::session::handle::Notice;
use crate::session::live::{Live, Shown, Stuck, Unresumed};
use crate::session::wish::{Command, Wish};
use crate::session::{Fault, Game, SessionHandle};
use crate::store::{Archive, HostedBook, StoreError};
use crate::words::{Language, Words};

mod hosting;

pub use hosting::About;

/// The most games of one host; each has a thread of its own.
const MOST_TABLES: usize = 32;

/// Where the time comes from.
pub type ClockFace = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Why a host cannot open.
#[derive(Debug, thiserror::Error)]
pub enum HallError {
    /// The scenario cannot be read.
    #[error(transparent)]
    Content(#[from] Mistakes),
    /// The game cannot begin.
    #[error(transparent)]
    Session(#[from] Fault),
    /// The database cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A kept game cannot be taken up again.
    #[error("the game with code {code} cannot be taken up again: {source}")]
    Unresumed {
        /// Its code.
        code: String,
        /// Why not.
        source: Unresumed,
    },
    /// As many games as one host opens.
    #[error("a host has at most {MOST_TABLES} games open")]
    Crowded,
    /// The system has no thread or no randomness to give.
    #[error("the system refuses: {0}")]
    System(#[from] io::Error),
    /// There is no randomness.
    #[error("the system gives no secrets: {0}")]
    Secret(#[from] getrandom::Error),
}

/// What a game last showed.
#[derive(Clone, Debug)]
pub(super) struct Board {
    pub(super) shown: Arc<Shown>,
    /// Why nothing is acknowledged now, if that is so.
    pub(super) halted: Option<String>,
    /// Whether the host stops: whoever follows the game leaves.
    pub(super) is_closing: bool,
}

/// One game.
pub(super) struct Table {
    pub(super) code: String,
    pub(super) book: Option<Book>,
    facilitators: Vec<Lock>,
    handle: SessionHandle<StoreError>,
    tell: Arc<watch::Sender<Board>>,
    /// Knocked at whenever the board has changed.
    changed: Arc<Notify>,
    /// Whether somebody has followed the game, so that there is whom to wake.
    relay: OnceLock<()>,
    pub(super) board: watch::Receiver<Board>,
    /// The map of its scenario, which never changes.
    pub(super) map: Arc<Map>,
}

impl Table {
    fn open(
        code: String,
        facilitators: Vec<Lock>,
        live: Live<HostedBook>,
        book: Option<Book>,
    ) -> Result<Self, HallError> {
        let board = Board { shown: Arc::new(live.shown()), halted: None, is_closing: false };
        let map = Arc::new(Map::of(&board.shown.position.staged().scenario));
        let (tell, board) = watch::channel(board);
        let tell = Arc::new(tell);
        let (teller, changed) = (tell.clone(), Arc::new(Notify::new()));
        let knock = changed.clone();
        let notice = move |notice| {
            // Shown at once; who follows is woken by the relay, on the event loop, where waking thirty is cheap.
            teller.send_if_modified(|board| {
                match notice {
                    Notice::Changed(shown) => (board.shown, board.halted) = (Arc::from(shown), None),
                    Notice::Halted(why) => {
                        tracing::error!("game halted: {why}");
                        board.halted = Some(why);
                    }
                }
                false
            });
            knock.notify_one();
        };
        let handle = SessionHandle::host(&code, live, notice)?;
        Ok(Self { code, book, facilitators, handle, tell, changed, relay: OnceLock::new(), board, map })
    }

    /// Whether a secret opens the facilitator's desk. Every lock is tried.
    pub(super) fn is_facilitator(&self, secret: &str) -> bool {
        self.facilitators.iter().fold(false, |found, lock| found | lock.opens_to(secret))
    }

    /// Reaches the game.
    pub(super) fn handle(&self) -> SessionHandle<StoreError> {
        self.handle.clone()
    }

    /// What there is to see now.
    pub(super) fn shown(&self) -> Arc<Shown> {
        self.board.borrow().shown.clone()
    }

    /// The board as it changes, for whoever follows it.
    pub(super) fn follow(&self) -> watch::Receiver<Board> {
        self.relay.get_or_init(|| {
            let (tell, changed) = (Arc::downgrade(&self.tell), self.changed.clone());
            // Ends with the event loop.
            tokio::spawn(async move {
                loop {
                    changed.notified().await;
                    let Some(tell) = tell.upgrade() else { return };
                    tell.send_modify(|_| ());
                }
            });
        });
        self.tell.subscribe()
    }

    /// Tells whoever follows the game that the host stops.
    fn close(&self) {
        self.tell.send_modify(|board| board.is_closing = true);
    }

    /// Wakes whoever follows the game: something beside it has changed.
    fn knock(&self) {
        self.changed.notify_one();
    }

    /// Why nothing is acknowledged now, if that is so.
    pub(super) fn halted(&self) -> Option<String> {
        self.board.borrow().halted.clone()
    }

    /// Hands a command in and waits until what it came to is kept.
    pub(super) async fn send(&self, by: By, key: String, wish: Wish, now: Moment) -> Result<(), Stuck<StoreError>> {
        let (tell, told) = oneshot::channel();
        let command = Command { by, key: Key(key), wish };
        // Whoever asked may have gone; what was done stays done.
        self.handle.send(command, now, Box::new(move |answer| _ = tell.send(answer)));
        told.await.unwrap_or(Err(Stuck::Closed))
    }

    /// Asks the game itself, on its own thread.
    pub(super) async fn look<T: Send + 'static>(&self, look: impl FnOnce(&Game) -> T + Send + 'static) -> Option<T> {
        let (tell, told) = oneshot::channel();
        self.handle.look(move |game| _ = tell.send(look(game)));
        told.await.ok()
    }
}

/// The games of one host.
pub struct Hall {
    pub(super) words: Words,
    french: Words,
    tables: RwLock<Vec<Arc<Table>>>,
    pub(super) presence: Presence,
    pub(super) throttle: Throttle,
    pub(super) paces: Paces,
    pub(super) triage: Triage,
    pub(super) read: Read,
    absence: Absence,
    pub(super) archive: Archive,
    /// What a facilitator's secret of this start opens.
    desk: Lock,
    /// The same secret, for worlds that are opened later.
    facilitator: String,
    /// Where a proxy shows this host, if one does.
    pub(super) public: Option<String>,
    /// Whether browsers reach it by encrypted connections alone.
    pub(super) is_secure: bool,
    /// Whether a turn ends once every State with persons is ready.
    ends_early: AtomicBool,
    clock: ClockFace,
}

/// A game that is open for joining.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its join code.
    pub code: String,
    /// The secret of this start's facilitator link.
    pub facilitator: String,
    /// Whether it was kept from an earlier start.
    pub resumed: bool,
}

/// A command of the host itself that is not carried out.
impl From<Stuck<StoreError>> for HallError {
    fn from(stuck: Stuck<StoreError>) -> Self {
        Self::System(io::Error::other(stuck.to_string()))
    }
}

impl Hall {
    /// Opens the database of a folder, takes every unfinished game in it up again, and begins one of the scenario if none of
    /// those is.
    ///
    /// # Errors
    /// If anything of that cannot be done; a game that cannot be resumed is named and nothing is changed.
    pub fn open(
        folder: &Path,
        scenario: &str,
        seed: u64,
        length: impl FnOnce(u16) -> Millis,
        clock: ClockFace,
    ) -> Result<(Self, Vec<Opened>), HallError> {
        let book = library::find(scenario)?;
        let staged = book.stage()?;
        let archive = Archive::open(folder)?;
        let (mut tables, mut opened) = (Vec::new(), Vec::new());
        // One secret opens every desk of this start, so that a facilitator can go from world to world.
        let facilitator = secret::token()?;
        let (mut begun, read) = (false, Read::default());
        for mut hosted in archive.games()? {
            let (ledger, kept) = archive.book(&hosted)?;
            if kept.journal.end().is_some() {
                continue;
            }
            let code = hosted.code.clone();
            let register = std::mem::take(&mut hosted.register);
            let live = Live::resume(&kept.journal, register, hosted.length, ledger, clock());
            let live = live.map_err(|source| HallError::Unresumed { code: code.clone(), source })?;
            archive.admit(&mut hosted, Lock::of(&facilitator))?;
            let own = library::embedded(&kept.journal.header.scenario);
            let same = kept.journal.header.scenario == staged.scenario.id;
            begun |= same;
            let own = if same { Some(book.clone()) } else { own };
            read.mark(&code, hosted.read);
            tables.push(Arc::new(Table::open(code.clone(), hosted.facilitators, live, own)?));
            opened.push(Opened { code, facilitator: facilitator.clone(), resumed: true });
        }
        if !begun {
            let game = Game::new(staged, &book.source, seed)?;
            let (code, lock) = (secret::join()?, Lock::of(&facilitator));
            let length = length(game.scenario().turns);
            let ledger = archive.add(&code, length, &[lock])?;
            let live = Live::begin(game, length, ledger)?;
            tables.push(Arc::new(Table::open(code.clone(), vec![lock], live, Some(book))?));
            opened.push(Opened { code, facilitator: facilitator.clone(), resumed: false });
        }
        let (presence, throttle) = (Presence::default(), Throttle::default());
        let tables = RwLock::new(tables);
        let words = Words::english()?;
        let hall = Self {
            french: Language::French.words()?,
            triage: Triage::new(&words),
            read,
            absence: Absence::default(),
            words,
            tables,
            presence,
            throttle,
            paces: Paces::default(),
            archive,
            desk: Lock::of(&facilitator),
            facilitator,
            public: None,
            is_secure: false,
            ends_early: AtomicBool::new(false),
            clock,
        };
        Ok((hall, opened))
    }

    /// Says where browsers reach this host, if a proxy stands before it, and whether it encrypts by itself.
    pub fn publish(&mut self, address: Option<String>, encrypts: bool) {
        self.is_secure = encrypts || address.as_ref().is_some_and(|address| address.starts_with("https://"));
        self.public = address;
    }

    /// How a browser that names this host so reaches it.
    pub(super) fn address(&self, host: &str) -> String {
        let scheme = if self.is_secure { "https" } else { "http" };
        self.public.clone().unwrap_or_else(|| format!("{scheme}://{host}"))
    }

    /// Lets turns end as soon as every State with persons has completed its orders, or not.
    pub fn end_early(&self, early: bool) {
        self.ends_early.store(early, Ordering::Relaxed);
    }

    /// Opens another world of a scenario beside those that are open.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn another(&self, scenario: &str, seed: u64, length: impl FnOnce(u16) -> Millis) -> Result<Opened, HallError> {
        let book = library::find(scenario)?;
        let game = Game::new(book.stage()?, &book.source, seed)?;
        let (code, length) = (secret::join()?, length(game.scenario().turns));
        let live = Live::begin(game, length, self.archive.add(&code, length, &[self.desk])?)?;
        self.push(Table::open(code.clone(), vec![self.desk], live, Some(book))?);
        Ok(Opened { code, facilitator: self.facilitator.clone(), resumed: false })
    }

    /// Notes that the facilitator has read messages of a game, once that is kept.
    pub(super) async fn mark_read(&self, code: &str, messages: Vec<u32>) -> Result<(), StoreError> {
        let (archive, game, marks) = (self.archive.clone(), code.to_owned(), messages.clone());
        let kept = tokio::task::spawn_blocking(move || archive.mark_read(&game, &marks)).await;
        match kept {
            Ok(kept) => kept?,
            // The host is closing; what was read is read again.
            Err(_) => return Ok(()),
        }
        self.read.mark(code, messages);
        Ok(())
    }

    /// The words of a language; the facilitator's pages are in English.
    pub(super) fn speaking(&self, language: Language) -> &Words {
        match language {
            Language::English => &self.words,
            Language::French => &self.french,
        }
    }

    /// The words in which a request is answered.
    pub(super) fn speaks(&self, headers: &HeaderMap) -> &Words {
        self.speaking(guard::language(headers))
    }

    /// Where the time comes from.
    pub(super) fn clock(&self) -> ClockFace {
        self.clock.clone()
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// Where everything is kept.
    pub fn path(&self) -> &Path {
        self.archive.path()
    }

    /// Lets turns end whose time is up.
    pub fn tick(&self) {
        let now = self.now();
        let early = self.ends_early.load(Ordering::Relaxed);
        for table in self.tables() {
            table.handle.tick(now);
            let shown = table.shown();
            let by_itself = |key: String, wish| {
                let command = Command { by: By::Host, key: Key(key), wish };
                let answered = |answer: Result<(), Stuck<StoreError>>| {
                    if let Err(stuck) = answer {
                        tracing::debug!("what the host does by itself was not done: {stuck}");
                    }
                };
                table.handle.send(command, now, Box::new(answered));
            };
            if early && shown.room.is_complete() {
                by_itself(format!("early-{}", shown.version), Wish::End(shown.room.turn));
            }
            if self.presence.look(&table.code, &shown.room, now) {
                table.knock();
            }
            let is_here = |person| self.presence.devices(&table.code, person, now) > 0;
            for person in self.absence.appointments(&table.code, &shown.room, now, is_here) {
                by_itself(format!("stand-in-{person}-{}", now.0), Wish::Appoint(person));
            }
        }
    }

    /// Ends every stream.
    pub fn close(&self) {
        self.tables().iter().for_each(|table| table.close());
    }

    /// The game with a code.
    pub(super) fn table(&self, code: &str) -> Option<Arc<Table>> {
        self.open_tables().iter().find(|table| table.code == code).cloned()
    }

    /// Every game.
    pub(super) fn tables(&self) -> Vec<Arc<Table>> {
        self.open_tables().clone()
    }

    fn open_tables(&self) -> RwLockReadGuard<'_, Vec<Arc<Table>>> {
        // The list is only ever pushed to, so that a thread that panicked has left it whole.
        self.tables.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a copy of a game that shares its past up to a turn, with the same facilitators and nobody in its seats; gives
    /// its code.
    ///
    /// # Errors
    /// If that turn has not come, or the copy cannot be kept.
    pub(super) async fn fork(&self, from: &Table, turn: Turn) -> Result<String, HallError> {
        if self.open_tables().len() >= MOST_TABLES {
            return Err(HallError::Crowded);
        }
        let forked = from.look(move |game| game.fork(turn)).await;
        let mut game = forked.ok_or_else(|| io::Error::other("the game has been closed"))??;
        game.vacate();
        let (code, room) = (secret::join()?, from.shown().room.clone());
        let ledger = self.archive.add(&code, room.length, &from.facilitators)?;
        let mut live = Live::begin(game, room.length, ledger)?;
        for (key, wish) in [("fork-deal", Wish::Deal(room.dealt.clone())), ("fork-agree", Wish::Agree(room.approval))] {
            let command = Command { by: By::Host, key: Key(key.into()), wish };
            if let Some(Err(stuck)) = live.apply(&[command], self.now()).pop() {
                return Err(stuck.into());
            }
        }
        let plans = Command { by: By::Host, key: Key("fork".into()), wish: Wish::Plan(room.waiting_at(turn)) };
        if let Some(Err(stuck)) = live.apply(&[plans], self.now()).pop() {
            return Err(io::Error::other(stuck.to_string()).into());
        }
        self.push(Table::open(code.clone(), from.facilitators.clone(), live, from.book.clone())?);
        Ok(code)
    }

    fn push(&self, table: Table) {
        self.tables.write().unwrap_or_else(PoisonError::into_inner).push(Arc::new(table));
    }
}
