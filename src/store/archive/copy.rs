//! Copies of a host's database: taken while nothing else writes, looked through before they are trusted.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, params};

use crate::store::archive::{APPLICATION, Archive, MIGRATIONS};
use crate::store::error::StoreError;

/// How many games a database holds, and how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Games.
    pub games: usize,
    /// Bytes.
    pub bytes: u64,
}

/// The database of a folder.
pub fn database(folder: &Path) -> PathBuf {
    folder.join("host.db")
}

/// Writes the database of a folder whole into a new file.
///
/// # Errors
/// If there is none, a host is using it, or the file is there already or cannot be written.
pub fn backup(folder: &Path, to: &Path) -> Result<Copied, StoreError> {
    let from = database(folder);
    if !from.exists() {
        return Err(StoreError::Missing(from));
    }
    if to.exists() {
        return Err(StoreError::Exists(to.to_owned()));
    }
    let archive = Archive::open(folder)?;
    let target = to.to_string_lossy();
    let copied = archive.lock().execute("VACUUM INTO ?1", params![target]);
    copied.map_err(|error| StoreError::of_database("copy", to, error))?;
    let file = File::open(to).and_then(|file| file.sync_all());
    file.map_err(|error| StoreError::of("sync", to, error))?;
    inspect(to)
}

/// Puts a copy in the place of the database of a folder that has none.
///
/// # Errors
/// If the copy is no whole database of this program, the folder has one, or it cannot be written.
pub fn restore(from: &Path, folder: &Path) -> Result<Copied, StoreError> {
    let copied = inspect(from)?;
    let (to, part) = (database(folder), folder.join("host.db.part"));
    if to.exists() {
        return Err(StoreError::Exists(to));
    }
    fs::create_dir_all(folder).map_err(|error| StoreError::of("make", folder, error))?;
    // Whoever looks in between finds no half of a database under its name.
    let written = fs::copy(from, &part).and_then(|_| File::open(&part)?.sync_all());
    written.map_err(|error| StoreError::of("write", &part, error))?;
    fs::rename(&part, &to).map_err(|error| StoreError::of("write", &to, error))?;
    Archive::open(folder)?;
    Ok(copied)
}

/// Looks a database through: ours, not newer than this program, every page whole, and every journal's checksums right.
///
/// # Errors
/// What is wrong with it.
pub fn inspect(path: &Path) -> Result<Copied, StoreError> {
    let bytes = fs::metadata(path).map_err(|error| StoreError::of("read", path, error))?.len();
    let read = |error| StoreError::of_database("read", path, error);
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(read)?;
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).map_err(read);
    let known = MIGRATIONS.len() as i64;
    let found = number("user_version")?;
    if number("application_id")? != APPLICATION {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if found > known {
        return Err(StoreError::Newer { path: path.to_owned(), found, known });
    }
    let health: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(read)?;
    if health != "ok" {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let mut query = connection.prepare("SELECT id FROM games ORDER BY id").map_err(read)?;
    let ids = query.query_map([], |row| row.get::<_, i64>(0)).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let ids = ids.map_err(read)?;
    for id in &ids {
        let mut lines = connection.prepare("SELECT text FROM lines WHERE game = ?1 ORDER BY number").map_err(read)?;
        let lines =
            lines.query_map([id], |row| row.get::<_, String>(0)).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let text = lines.map_err(read)?.join("\n") + "\n";
        crate::store::text::parse(text.as_bytes())
            .map_err(|damage| StoreError::Damaged { path: path.to_owned(), damage })?;
    }
    Ok(Copied { games: ids.len(), bytes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::chronicle::Ledger as _;
    use crate::session::desk::{By, Deed, DeskLine, Key, Millis, Moment};
    use crate::session::entry::{Entry, Lock};
    use crate::session::journal::Line;

    fn filled(folder: &Path) -> Archive {
        let archive = Archive::open(folder).unwrap();
        archive.add("CODE22", Millis(1), &[Lock::of("desk")]).unwrap();
        archive
    }

    #[test]
    fn a_copy_is_taken_looked_through_and_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let (own, other, copy) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("copy.db"));
        assert!(matches!(backup(&own, &copy), Err(StoreError::Missing(_))));
        let archive = filled(&own);
        assert!(matches!(backup(&own, &copy), Err(StoreError::Busy(_))), "a host is at work");
        drop(archive);
        // The header of a game is its first line; without one there is no journal to trust.
        assert!(backup(&own, &copy).is_err());
        fs::remove_file(&copy).unwrap();
        fs::remove_file(database(&own)).unwrap();

        let mut line = Archive::open(&own).unwrap().add("CODE23", Millis(1), &[Lock::of("desk")]).unwrap();
        let game = crate::session::Game::new(
            crate::content::library::embedded("first-note").unwrap().stage().unwrap(),
            &crate::content::library::embedded("first-note").unwrap().source,
            3,
        );
        line.append(&[Entry::Line(Line::Header(game.unwrap().header()))]).unwrap();
        drop(line);
        assert_eq!(backup(&own, &copy).unwrap().games, 1);
        assert!(matches!(backup(&own, &copy), Err(StoreError::Exists(_))));
        assert_eq!(restore(&copy, &other).unwrap().games, 1);
        assert!(matches!(restore(&copy, &other), Err(StoreError::Exists(_))));
        assert_eq!(Archive::open(&other).unwrap().games().unwrap()[0].code, "CODE23");
        // A copy that was changed on the way is not trusted.
        let changed = Connection::open(&copy).unwrap();
        changed.execute("UPDATE lines SET text = replace(text, 'first-note', 'first-nope')", []).unwrap();
        drop(changed);
        assert!(matches!(restore(&copy, &folder.path().join("c")), Err(StoreError::Damaged { .. })));
        fs::write(&copy, "no database at all, however long it may be, is taken for one").unwrap();
        assert!(matches!(restore(&copy, &folder.path().join("d")), Err(StoreError::Foreign(_))));
    }

    /// A disk that is full is played by a database that may not grow.
    #[test]
    fn a_full_disk_is_said_and_harms_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::open(folder.path()).unwrap();
        let mut book = archive.add("CODE22", Millis(1), &[Lock::of("desk")]).unwrap();
        let pages: i64 = archive.lock().pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        archive.lock().pragma_update(None, "max_page_count", pages + 3).unwrap();
        let entry = |nth: u64| {
            let key = Key("k".repeat(2000));
            Entry::Line(Line::Desk(DeskLine {
                turn: crate::base::Turn(0),
                at: Moment(nth),
                by: By::Host,
                key,
                deed: Deed::Began,
            }))
        };
        let mut kept = 0;
        let fault = loop {
            match book.append(&[entry(kept)]) {
                Ok(()) => kept += 1,
                Err(fault) => break fault,
            }
        };
        assert!(matches!(fault, StoreError::Full(_)), "{fault}");
        assert!(fault.to_string().contains("nothing that was confirmed is lost"));
        archive.lock().pragma_update(None, "max_page_count", 100_000).unwrap();
        book.append(&[entry(kept)]).unwrap();
        let count: u64 = archive
            .lock()
            .query_row("SELECT count(*) FROM lines", [], |row| row.get::<_, i64>(0))
            .unwrap()
            .unsigned_abs();
        assert_eq!(count, kept + 2, "every confirmed line is there once, and the first");
    }
}
