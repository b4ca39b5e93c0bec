//! The games of a host in one `SQLite` database: what was acknowledged is on the disk.
//!
//! Write-ahead log, `synchronous=FULL`, one transaction for a whole batch of entries, and one host at a time. A change of
//! the tables is another numbered file of migrations; those that are there never change.

mod book;
pub mod copy;

pub use book::HostedBook;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, params};

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::{Key, Millis, Moment, PersonId};
use crate::session::entry::{Lock, Message, Person, Register};
use crate::store::error::StoreError;
use crate::store::text;

/// The steps from one format of the tables to the next, oldest first.
const MIGRATIONS: [&str; 2] = [include_str!("0001.sql"), include_str!("0002.sql")];
/// Marks the file as this program's: `DMRH` in ASCII.
const APPLICATION: i64 = 0x444d_5248;

/// The database of a host. Clones reach the same one.
#[derive(Clone, Debug)]
pub struct Archive {
    path: PathBuf,
    connection: Arc<Mutex<Connection>>,
    /// What games wait to have kept: whoever comes to the connection first keeps all of it in one transaction.
    waiting: book::Waiting,
}

/// A hosted game as it was kept.
#[derive(Clone, Debug)]
pub struct Hosted {
    /// The join code.
    pub code: String,
    /// How long a turn lasts.
    pub length: Millis,
    /// What facilitators' secrets open.
    pub facilitators: Vec<Lock>,
    /// The journal's whole text.
    pub text: String,
    /// Who joined, what their cookies open, and what they wrote.
    pub register: Register,
    /// Which messages the facilitator has read, counted from 0.
    pub read: BTreeSet<u32>,
    id: i64,
}

impl Archive {
    /// Opens the database of a folder, making both if need be, and brings an older format up to date.
    ///
    /// # Errors
    /// If it cannot be opened, is not ours, is newer than this program, or another host has it open.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(|error| StoreError::of("make", folder, error))?;
        let path = folder.join("host.db");
        let connection = Connection::open(&path).map_err(|error| StoreError::of_database("open", &path, error))?;
        let archive = Self { path, connection: Arc::new(Mutex::new(connection)), waiting: book::Waiting::default() };
        archive.with("prepare", |connection| {
            // Exclusive: a second host on the same games would answer from another memory.
            connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", "FULL")?;
            connection.pragma_update(None, "foreign_keys", "ON")
        })?;
        archive.migrate()?;
        Ok(archive)
    }

    /// The database's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A thread that panicked in a transaction has had it rolled back.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(
        &self,
        deed: &'static str,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&self.lock()).map_err(|error| StoreError::of_database(deed, &self.path, error))
    }

    fn within<T>(
        &self,
        deed: &'static str,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let mut connection = self.lock();
        let done = connection.transaction().and_then(|transaction| {
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        });
        done.map_err(|error| StoreError::of_database(deed, &self.path, error))
    }

    fn migrate(&self) -> Result<(), StoreError> {
        let known = MIGRATIONS.len() as i64;
        let (found, application, tables) = self.with("read", |connection| {
            let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
            let tables = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
            Ok((number("user_version")?, number("application_id")?, tables))
        })?;
        if tables > 0 && application != APPLICATION {
            return Err(StoreError::Foreign(self.path.clone()));
        }
        if found > known {
            return Err(StoreError::Newer { path: self.path.clone(), found, known });
        }
        self.within("bring up to date", |transaction| {
            for (step, sql) in (1_i64..).zip(MIGRATIONS) {
                if step > found {
                    transaction.execute_batch(sql)?;
                }
            }
            transaction.pragma_update(None, "application_id", APPLICATION)?;
            transaction.pragma_update(None, "user_version", known)
        })
    }

    /// How a write is made durable: the journal mode and the level of syncing, as the database itself says.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn durability(&self) -> Result<(String, i64), StoreError> {
        self.with("read", |connection| {
            let mode = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
            Ok((mode, connection.pragma_query_value(None, "synchronous", |row| row.get(0))?))
        })
    }

    /// Makes place for a new game.
    ///
    /// # Errors
    /// If it cannot be written, or the code is taken.
    pub fn add(&self, code: &str, length: Millis, facilitators: &[Lock]) -> Result<HostedBook, StoreError> {
        let first = text::first();
        let game = self.within("write", |transaction| {
            let length = i64::try_from(length.0).unwrap_or(i64::MAX);
            transaction.execute("INSERT INTO games (code, turn_length) VALUES (?1, ?2)", params![code, length])?;
            let game = transaction.last_insert_rowid();
            for facilitator in facilitators {
                transaction.execute(
                    "INSERT INTO facilitators (game, lock) VALUES (?1, ?2)",
                    params![game, facilitator.0.as_slice()],
                )?;
            }
            transaction.execute("INSERT INTO lines (game, number, text) VALUES (?1, 1, ?2)", params![game, first])?;
            Ok(game)
        })?;
        Ok(HostedBook::new(self.clone(), game))
    }

    /// Lets another secret open the facilitator's desk of a game.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn admit(&self, hosted: &mut Hosted, facilitator: Lock) -> Result<(), StoreError> {
        self.within("write", |transaction| {
            transaction.execute(
                "INSERT INTO facilitators (game, lock) VALUES (?1, ?2)",
                params![hosted.id, facilitator.0.as_slice()],
            )
        })?;
        hosted.facilitators.push(facilitator);
        Ok(())
    }

    /// Notes that the facilitator has read messages of a game; those noted before stay so.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn mark_read(&self, code: &str, messages: &[u32]) -> Result<(), StoreError> {
        self.within("write", |transaction| {
            let mut mark = transaction
                .prepare("INSERT OR IGNORE INTO read (game, message) SELECT id, ?2 FROM games WHERE code = ?1")?;
            messages.iter().try_for_each(|message| mark.execute(params![code, message]).map(|_| ()))
        })
    }

    /// Every game, oldest first.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn games(&self) -> Result<Vec<Hosted>, StoreError> {
        self.with("read", |connection| {
            let mut query = connection.prepare("SELECT id, code, turn_length FROM games ORDER BY id")?;
            let games = query.query_map([], |row| {
                Ok(Hosted {
                    id: row.get(0)?,
                    code: row.get(1)?,
                    length: Millis(row.get::<_, i64>(2)?.unsigned_abs()),
                    facilitators: Vec::new(),
                    text: String::new(),
                    register: Register::default(),
                    read: BTreeSet::new(),
                })
            })?;
            games.map(|game| fill(connection, game?)).collect()
        })
    }

    /// Where a kept game goes on, if its journal is whole.
    ///
    /// # Errors
    /// If the journal is damaged.
    pub fn book(&self, hosted: &Hosted) -> Result<(HostedBook, text::Parsed), StoreError> {
        let damaged = |damage| StoreError::Damaged { path: self.path.clone(), damage };
        let parsed = text::parse(hosted.text.as_bytes()).map_err(damaged)?;
        let (lines, messages) = (hosted.text.lines().count() as i64, hosted.register.messages.len() as i64);
        let book = HostedBook::after(self.clone(), hosted.id, (lines, messages), parsed.last);
        Ok((book, parsed))
    }
}

fn fill(connection: &Connection, mut game: Hosted) -> rusqlite::Result<Hosted> {
    let lock = |bytes: [u8; 32]| Lock(bytes);
    let mut query = connection.prepare("SELECT text FROM lines WHERE game = ?1 ORDER BY number")?;
    for line in query.query_map([game.id], |row| row.get::<_, String>(0))? {
        game.text += &line?;
        game.text.push('\n');
    }
    let mut query = connection.prepare("SELECT lock FROM facilitators WHERE game = ?1")?;
    for facilitator in query.query_map([game.id], |row| row.get(0).map(lock))? {
        game.facilitators.push(facilitator?);
    }
    let mut query = connection.prepare("SELECT id, name, code FROM people WHERE game = ?1 ORDER BY id")?;
    let people = query.query_map([game.id], |row| {
        Ok(Person { id: PersonId(row.get(0)?), name: row.get(1)?, code: row.get(2).map(lock)? })
    })?;
    game.register.people = people.collect::<rusqlite::Result<_>>()?;
    let mut query = connection.prepare("SELECT person, lock FROM tokens WHERE game = ?1 ORDER BY id")?;
    let tokens = query.query_map([game.id], |row| Ok((PersonId(row.get(0)?), row.get(1).map(lock)?)))?;
    game.register.tokens = tokens.collect::<rusqlite::Result<_>>()?;
    let mut query = connection.prepare("SELECT message FROM read WHERE game = ?1")?;
    game.read = query.query_map([game.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut query = connection
        .prepare("SELECT turn, at, person, sender, readers, text, key FROM messages WHERE game = ?1 ORDER BY number")?;
    let messages = query.query_map([game.id], |row| {
        let readers: String = row.get(4)?;
        Ok(Message {
            turn: Turn(row.get(0)?),
            at: Moment(row.get::<_, i64>(1)?.unsigned_abs()),
            person: PersonId(row.get(2)?),
            from: StateId(row.get(3)?),
            to: readers.split(' ').filter_map(|id| id.parse().ok().map(StateId)).fold(StateSet::EMPTY, StateSet::with),
            text: row.get(5)?,
            key: Key(row.get(6)?),
        })
    })?;
    game.register.messages = messages.collect::<rusqlite::Result<_>>()?;
    Ok(game)
}
