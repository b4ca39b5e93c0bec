//! Where one hosted game is kept, and how games are kept together: while one commit is on its way to the disk, what other games
//! have to keep gathers, and the next commit takes all of it. A class never waits for more than two.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Transaction, params};

use crate::base::Digest;
use crate::session::chronicle::Ledger;
use crate::session::entry::Entry;
use crate::store::archive::Archive;
use crate::store::error::StoreError;
use crate::store::text;

/// Where one hosted game is kept.
#[derive(Debug)]
pub struct HostedBook {
    archive: Archive,
    game: i64,
    /// The number of the last line, and of the last message.
    written: (i64, i64),
    last: Digest,
}

/// What games wait to have kept.
pub(super) type Waiting = Arc<Mutex<Vec<Arc<Job>>>>;

/// What one game wants kept, all of it or nothing.
#[derive(Debug)]
pub(super) struct Job {
    game: i64,
    /// What was written before it.
    after: (i64, i64),
    entries: Vec<Entry>,
    /// The lines among them, with their checksums.
    texts: Vec<String>,
    done: Mutex<Option<Result<(), StoreError>>>,
}

impl Job {
    fn settle(&self, done: Result<(), StoreError>) {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
    }

    fn outcome(&self) -> Option<Result<(), StoreError>> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn write(&self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let (game, (mut lines, mut messages)) = (self.game, self.after);
        let mut texts = self.texts.iter();
        for entry in &self.entries {
            match entry {
                Entry::Line(_) => {
                    lines += 1;
                    transaction
                        .prepare_cached("INSERT INTO lines (game, number, text) VALUES (?1, ?2, ?3)")?
                        .execute(params![game, lines, texts.next()])?;
                }
                Entry::Person(person) => {
                    transaction
                        .prepare_cached("INSERT INTO people (game, id, name, code) VALUES (?1, ?2, ?3, ?4)")?
                        .execute(params![game, person.id.0, person.name, person.code.0.as_slice()])?;
                }
                Entry::Token(person, token) => {
                    transaction
                        .prepare_cached("INSERT INTO tokens (game, person, lock) VALUES (?1, ?2, ?3)")?
                        .execute(params![game, person.0, token.0.as_slice()])?;
                }
                Entry::Renamed(person, name) => {
                    transaction
                        .prepare_cached("UPDATE people SET name = ?3 WHERE game = ?1 AND id = ?2")?
                        .execute(params![game, person.0, name])?;
                }
                Entry::Message(message) => {
                    messages += 1;
                    let readers: Vec<String> = message.to.iter().map(|state| state.0.to_string()).collect();
                    transaction
                        .prepare_cached(
                            "INSERT INTO messages (game, number, key, turn, at, person, sender, readers, text) \
                             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                        )?
                        .execute(params![
                            game,
                            messages,
                            message.key.0,
                            message.turn.0,
                            i64::try_from(message.at.0).unwrap_or(i64::MAX),
                            message.person.0,
                            message.from.0,
                            readers.join(" "),
                            message.text
                        ])?;
                }
            }
        }
        Ok(())
    }
}

impl HostedBook {
    /// The book of a new game, whose first line is written.
    pub(super) fn new(archive: Archive, game: i64) -> Self {
        Self::after(archive, game, (1, 0), text::anchor())
    }

    /// The book of a game of which so many lines and messages are written.
    pub(super) fn after(archive: Archive, game: i64, written: (i64, i64), last: Digest) -> Self {
        Self { archive, game, written, last }
    }
}

impl Archive {
    /// Keeps a job, with those of other games that wait by then. Whoever finds theirs done on coming to the connection was
    /// kept by another.
    fn keep(&self, job: &Arc<Job>) -> Result<(), StoreError> {
        let waiting = || self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting().push(job.clone());
        let mut connection = self.lock();
        if let Some(done) = job.outcome() {
            return done;
        }
        let mut batch = std::mem::take(&mut *waiting());
        // Whoever took it along may have panicked before it was kept.
        if !batch.iter().any(|other| Arc::ptr_eq(other, job)) {
            batch.push(job.clone());
        }
        let mut write = |jobs: &[Arc<Job>]| {
            let transaction = connection.transaction()?;
            jobs.iter().try_for_each(|job| job.write(&transaction))?;
            transaction.commit()
        };
        if write(&batch).is_ok() {
            for job in &batch {
                job.settle(Ok(()));
            }
        } else {
            // One game's trouble is not another's: each is tried by itself.
            for job in &batch {
                let done = write(std::slice::from_ref(job));
                job.settle(done.map_err(|error| StoreError::of_database("write", &self.path, error)));
            }
        }
        job.outcome().expect("whoever writes a batch settles all of it")
    }
}

impl Ledger<Entry> for HostedBook {
    type Fault = StoreError;

    fn append(&mut self, entries: &[Entry]) -> Result<(), StoreError> {
        let mut last = self.last;
        let mut texts = Vec::with_capacity(entries.len());
        for entry in entries {
            if let Entry::Line(line) = entry {
                let (text, sum) = text::line(last, line)?;
                texts.push(text);
                last = sum;
            }
        }
        let messages = entries.iter().filter(|entry| matches!(entry, Entry::Message(_))).count() as i64;
        let written = (self.written.0 + texts.len() as i64, self.written.1 + messages);
        let (game, entries, done) = (self.game, entries.to_vec(), Mutex::default());
        self.archive.keep(&Arc::new(Job { game, after: self.written, entries, texts, done }))?;
        (self.written, self.last) = (written, last);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Turn;
    use crate::session::desk::{By, Deed, DeskLine, Key, Millis, Moment};
    use crate::session::journal::Line;

    fn line(key: &str) -> Entry {
        let key = Key(key.into());
        Entry::Line(Line::Desk(DeskLine { turn: Turn(0), at: Moment(1), by: By::Host, key, deed: Deed::Ended }))
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "each game has a thread of its own, and all of them wait")]
    fn games_that_wait_are_kept_together_and_one_that_cannot_be_harms_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::open(folder.path()).unwrap();
        let mut books: Vec<HostedBook> =
            ["A", "B", "C"].iter().map(|code| archive.add(code, Millis(1), &[]).unwrap()).collect();
        // A fourth believes that the third's second line is still to be written.
        let stale = HostedBook::new(archive.clone(), books[2].game);
        books[2].append(&[line("first")]).unwrap();
        books.push(stale);
        let held = archive.lock();
        let writers: Vec<_> = books
            .into_iter()
            .map(|mut book| {
                std::thread::spawn(move || (book.append(&[line("one"), line("two")]).is_ok(), book.written))
            })
            .collect();
        while archive.waiting.lock().unwrap().len() < 4 {
            std::thread::yield_now();
        }
        drop(held);
        let outcomes: Vec<_> = writers.into_iter().map(|writer| writer.join().unwrap()).collect();
        assert_eq!(outcomes, [(true, (3, 0)), (true, (3, 0)), (true, (4, 0)), (false, (1, 0))]);
        let lines: Vec<_> = archive.games().unwrap().iter().map(|game| game.text.lines().count()).collect();
        assert_eq!(lines, [3, 3, 4]);
    }
}
