//! The facilitator's desk of one game for a screen of the same program: the same table, the same commands and the same
//! triage as the pages in a browser, without a browser. It opens to the facilitator's secret alone.

use std::io;
use std::sync::Arc;

use tokio::sync::watch;

use crate::base::id::StateId;
use crate::base::{Digest, StateSet, Turn};
use crate::law::Overall;
use crate::server::hall::{Board, Hall, HallError, Table};
use crate::server::presence::Open;
use crate::server::secret;
use crate::server::triage::{self, Flag};
use crate::session::desk::{By, Moment, PersonId};
use crate::session::entry::{Lock, Message};
use crate::session::live::{Shown, Stuck};
use crate::session::plan::{Plan, When};
use crate::session::room::Clock;
use crate::session::wish::Wish;
use crate::session::{Game, SessionHandle};
use crate::sim::white_cell::Taken;
use crate::store::StoreError;
use crate::wire::plan;
use crate::words::{Telling, Words};

/// Answers to a letter at one press: messages of the locale file.
pub const ANSWERS: [&str; 4] = ["answer-noted", "answer-yes", "answer-no", "answer-come"];

/// The verdicts that can be held.
pub const VERDICTS: [Overall; 4] =
    [Overall::Lawful, Overall::UnfriendlyButLawful, Overall::Contested, Overall::Unlawful];

/// How many minutes one press gives.
pub const MORE: u64 = 3;

/// What the facilitator has put into a turn, a sentence each; the names are the telling's.
pub fn put_in(telling: &Telling<'_>, taken: &Taken) -> Vec<String> {
    let words = telling.words;
    let does = |push| plan::write_push(push, telling.cast);
    let pushed = taken.pushes.iter().map(|push| words.say_with("turn-pushed", &[("does", (&does(*push)).into())]));
    let struck = taken.struck.iter().map(|one| {
        let act = telling.order(&one.order);
        words.say_with("turn-struck", &[("act", (&act).into()), ("reason", (&one.reason).into())])
    });
    let held = taken.held.iter().map(|one| {
        let (act, verdict) = (telling.order(&one.order), words.verdict(one.verdict));
        let args = [("act", (&act).into()), ("verdict", (&verdict).into()), ("reason", (&one.reason).into())];
        words.say_with("turn-held", &args)
    });
    let corrected = taken.corrected.iter().map(|one| {
        let does = does(one.push);
        words.say_with("turn-corrected", &[("does", (&does).into()), ("reason", (&one.reason).into())])
    });
    pushed.chain(struck).chain(held).chain(corrected).collect()
}

/// A letter of the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub nth: u32,
    /// The letter; of one that is hidden the text is empty.
    pub message: Message,
    /// What it says, hidden or not.
    pub text: String,
    /// Whether it is hidden from its readers.
    pub is_hidden: bool,
    /// What it may be, the most urgent first, as messages of the locale file.
    pub flags: Vec<String>,
    /// Whether the facilitator has read it.
    pub is_read: bool,
}

/// A facilitator at the desk of one game.
#[derive(Clone)]
pub struct WhiteCell {
    hall: Arc<Hall>,
    table: Arc<Table>,
}

/// The answer to a letter: an event that is told to the writer's State at once.
pub fn answer(words: &Words, shown: &Shown, letter: &Message, text: String) -> Plan {
    Plan {
        title: words.say("answer-title"),
        text,
        to: StateSet::of(letter.from),
        when: When::Turn(shown.room.turn),
        does: Vec::new(),
    }
}

impl WhiteCell {
    /// The desk of a game; `None` if there is no such game or the secret does not open it.
    pub fn enter(hall: &Arc<Hall>, code: &str, secret: &str) -> Option<Self> {
        let table = hall.table(code).filter(|table| table.is_facilitator(secret))?;
        Some(Self { hall: hall.clone(), table })
    }

    /// Every game that a secret opens, this one among them.
    pub fn worlds(hall: &Arc<Hall>, secret: &str) -> Vec<Self> {
        let open = hall.tables().into_iter().filter(|table| table.is_facilitator(secret));
        open.map(|table| Self { hall: hall.clone(), table }).collect()
    }

    /// The code by which one joins.
    pub fn code(&self) -> &str {
        &self.table.code
    }

    /// What there is to see now, the truth included.
    pub fn shown(&self) -> Arc<Shown> {
        self.table.shown()
    }

    /// Why nothing is acknowledged now, if that is so.
    pub fn halted(&self) -> Option<String> {
        self.table.halted()
    }

    /// What time it is at the host.
    pub fn now(&self) -> Moment {
        self.hall.now()
    }

    /// On how many devices somebody is here.
    pub fn devices(&self, person: PersonId) -> usize {
        self.hall.presence.devices(&self.table.code, person, self.hall.now())
    }

    /// Every letter, the unread first, by urgency.
    pub fn inbox(&self, shown: &Shown) -> Vec<Letter> {
        let read = self.hall.read.of(&self.table.code);
        let all = triage::inbox(&self.hall.triage, &shown.room, &read);
        let letter = |one: triage::Letter<'_>| Letter {
            nth: one.nth,
            message: one.message.clone(),
            text: one.text.to_owned(),
            is_hidden: one.is_hidden,
            flags: one.flags.iter().map(|flag: &Flag| format!("flag-{}", flag.word())).collect(),
            is_read: one.is_read,
        };
        all.into_iter().map(letter).collect()
    }

    /// Hears of changes. Only from within an event loop.
    pub fn follow(&self) -> Follow {
        Follow { board: self.table.follow(), _here: None }
    }

    /// Carries out what the facilitator wishes; returns once it is kept.
    ///
    /// # Errors
    /// Why it is not done.
    pub async fn send(&self, key: String, wish: Wish) -> Result<(), Stuck<StoreError>> {
        self.table.send(By::Facilitator, key, wish, self.hall.now()).await
    }

    /// Notes that letters have been read.
    ///
    /// # Errors
    /// If that cannot be kept.
    pub async fn mark_read(&self, letters: Vec<u32>) -> Result<(), StoreError> {
        self.hall.mark_read(&self.table.code, letters).await
    }

    /// Opens a copy that shares the past up to a turn; gives its code.
    ///
    /// # Errors
    /// If that turn has not come, or the copy cannot be kept.
    pub async fn fork(&self, from: Turn) -> Result<String, HallError> {
        self.hall.fork(&self.table, from).await
    }

    /// Looks at the game itself, for the review.
    pub async fn look<T: Send + 'static>(&self, look: impl FnOnce(&Game) -> T + Send + 'static) -> Option<T> {
        self.table.look(look).await
    }
}

/// Hears of changes of a game.
pub struct Follow {
    board: watch::Receiver<Board>,
    _here: Option<Open>,
}

impl Follow {
    /// Waits for the next change; `false` once the host closes.
    pub async fn changed(&mut self) -> bool {
        self.board.changed().await.is_ok() && !self.board.borrow().is_closing
    }
}

/// A seat of a hosted game for a screen of the same program. It is given as to a browser, and what its screen shows is made
/// from its view and no further.
#[derive(Clone)]
pub struct LocalSeat {
    hall: Arc<Hall>,
    table: Arc<Table>,
    /// Who sits there.
    pub person: PersonId,
    /// What brings them back, in a window or a browser.
    pub reentry: String,
}

impl LocalSeat {
    /// Joins a game by its code, as anybody does.
    ///
    /// # Errors
    /// If there is no such game, or it refuses.
    pub async fn join(hall: &Arc<Hall>, code: &str, name: &str, state: Option<StateId>) -> Result<Self, HallError> {
        let table = hall.table(code).ok_or_else(|| io::Error::other("there is no class with that code"))?;
        let (token, reentry) = (secret::token()?, secret::reentry()?);
        let wish = Wish::Join { name: name.to_owned(), state, token: Lock::of(&token), code: Lock::of(&reentry) };
        let key = format!("window-{}", Digest::of(token.as_bytes()).short());
        table.send(By::Host, key.clone(), wish, hall.now()).await?;
        let person = table.shown().room.holder(&token).ok_or_else(|| io::Error::other("the seat is not there"))?;
        // Whoever sits down in a window has the briefing and the desk before them.
        if table.shown().room.clock == Clock::Waiting {
            table.send(By::Person(person), format!("{key}-ready"), Wish::Prepared(true), hall.now()).await?;
        }
        Ok(Self { hall: hall.clone(), table, person, reentry })
    }

    /// Comes back to a seat of a game by what joining gave; on which devices its person sits besides does not matter.
    ///
    /// # Errors
    /// If there is no such game or no such seat in it, or the game refuses.
    pub async fn back(hall: &Arc<Hall>, code: &str, reentry: &str) -> Result<Self, HallError> {
        let table = hall.table(code).ok_or_else(|| io::Error::other("there is no class with that code"))?;
        let reentry = secret::typed(reentry);
        let person = table.shown().room.owner(&reentry);
        let person = person.ok_or_else(|| io::Error::other("no seat of this class has that re-entry code"))?;
        let token = secret::token()?;
        let key = format!("window-{}", Digest::of(token.as_bytes()).short());
        table.send(By::Host, key, Wish::Return { person, token: Lock::of(&token) }, hall.now()).await?;
        Ok(Self { hall: hall.clone(), table, person, reentry })
    }

    /// What the game last showed.
    pub fn shown(&self) -> Arc<Shown> {
        self.table.shown()
    }

    /// Hears of changes. As long as it is kept, the person is here.
    pub fn follow(&self) -> Follow {
        Follow {
            board: self.table.follow(),
            _here: Some(self.hall.presence.follow(&self.table.code, self.person, self.hall.clock())),
        }
    }

    /// Reaches the game.
    pub fn handle(&self) -> SessionHandle<StoreError> {
        self.table.handle()
    }
}
