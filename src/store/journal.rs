//! A journal as a file.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::base::Digest;
use crate::session::chronicle::Ledger;
use crate::session::journal::{Journal, Line};
use crate::store::error::StoreError;
use crate::store::text::{self, Torn};

/// When lines are forced onto the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sync {
    /// Before each line is confirmed: what was confirmed survives a power cut.
    #[default]
    EveryLine,
    /// When the file is closed: for games that can be played again from their seed.
    AtTheEnd,
}

/// A journal that is being written.
#[derive(Debug)]
pub struct JournalFile {
    path: PathBuf,
    file: File,
    sync: Sync,
    /// The checksum of the last whole line.
    last: Digest,
    /// How many bytes the whole lines take; whatever lies behind is half a line from an attempt that failed.
    whole: u64,
}

impl JournalFile {
    /// Begins a journal in a new file, making its folder if need be.
    ///
    /// # Errors
    /// If there is a file of that name, or it cannot be written.
    pub fn create(path: impl Into<PathBuf>, sync: Sync) -> Result<Self, StoreError> {
        let path = path.into();
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| StoreError::of("make", folder, error))?;
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let file = file.map_err(|error| StoreError::of("make", &path, error))?;
        let mut journal = Self { path, file, sync, last: text::anchor(), whole: 0 };
        journal.put(&text::first())?;
        // The folder must know of the file too, or a power cut takes the whole journal.
        if sync == Sync::EveryLine
            && let Some(folder) = journal.path.parent().filter(|folder| !folder.as_os_str().is_empty())
            && let Ok(folder) = File::open(folder)
            && let Err(error) = folder.sync_all()
        {
            tracing::warn!("the folder of the journal could not be synced: {error}");
        }
        Ok(journal)
    }

    /// Goes on with a journal: reads it, cuts off a torn last line, and adds behind it.
    ///
    /// # Errors
    /// If it cannot be read or written, or is damaged.
    pub fn open(path: impl Into<PathBuf>, sync: Sync) -> Result<(Self, Kept), StoreError> {
        let path = path.into();
        let kept = read(&path)?;
        let file = OpenOptions::new().write(true).open(&path);
        let file = file.map_err(|error| StoreError::of("open", &path, error))?;
        let mut journal = Self { path, file, sync, last: kept.last, whole: kept.whole };
        journal.cut()?;
        if !kept.ended {
            journal.put("")?;
        }
        Ok((journal, kept))
    }

    /// The file's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Forces everything onto the disk.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn close(self) -> Result<(), StoreError> {
        self.file.sync_all().map_err(|error| StoreError::of("sync", &self.path, error))
    }

    /// Takes away whatever lies behind the last whole line.
    fn cut(&mut self) -> Result<(), StoreError> {
        let cut = self.file.set_len(self.whole).and_then(|()| self.file.seek(SeekFrom::Start(self.whole)).map(|_| ()));
        cut.map_err(|error| StoreError::of("cut", &self.path, error))
    }

    /// Writes a line and confirms it by the policy.
    fn put(&mut self, line: &str) -> Result<(), StoreError> {
        self.cut()?;
        let line = format!("{line}\n");
        let written = self.file.write_all(line.as_bytes()).and_then(|()| match self.sync {
            Sync::EveryLine => self.file.sync_data(),
            Sync::AtTheEnd => Ok(()),
        });
        written.map_err(|error| StoreError::of("write", &self.path, error))?;
        self.whole += line.len() as u64;
        Ok(())
    }
}

impl Ledger for JournalFile {
    type Fault = StoreError;

    fn append(&mut self, lines: &[Line]) -> Result<(), StoreError> {
        if lines.is_empty() {
            return Ok(());
        }
        let (mut texts, mut last) = (Vec::with_capacity(lines.len()), self.last);
        for line in lines {
            let (text, sum) = text::line(last, line)?;
            texts.push(text);
            last = sum;
        }
        self.put(&texts.join("\n"))?;
        self.last = last;
        Ok(())
    }
}

/// A journal as it was kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The journal.
    pub journal: Journal,
    /// The last line that was torn and left out, if there was one.
    pub torn: Option<Torn>,
    last: Digest,
    whole: u64,
    ended: bool,
}

/// Reads a journal.
///
/// # Errors
/// If it cannot be read or is damaged; a torn last line is no damage.
pub fn read(path: &Path) -> Result<Kept, StoreError> {
    let size = fs::metadata(path).map_err(|error| StoreError::of("read", path, error))?.len();
    if size > text::LARGEST {
        return Err(StoreError::TooLarge(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(|error| StoreError::of("read", path, error))?;
    let parsed = text::parse(&bytes).map_err(|damage| StoreError::Damaged { path: path.to_owned(), damage })?;
    let text::Parsed { journal, torn, last, whole, ended } = parsed;
    Ok(Kept { journal, torn, last, whole: whole as u64, ended })
}
