//! Files that are taken away: one that is there already may be somebody's work, so a new one stands beside it under the next
//! free name.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Writes a new file and says where it went: to the path itself, or, if that is taken, to `name-2.ending` and so on.
///
/// # Errors
/// If the folder cannot be written; nothing half written is left behind then.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut nth = 1;
    loop {
        let free = numbered(path, nth);
        // Whether it is free is asked and answered in one step, so that nobody's file comes in between.
        match OpenOptions::new().write(true).create_new(true).open(&free) {
            Ok(mut file) => {
                if let Err(failed) = file.write_all(bytes) {
                    drop(file);
                    std::fs::remove_file(&free)?;
                    return Err(failed);
                }
                return Ok(free);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => nth += 1,
            Err(error) => return Err(error),
        }
    }
}

/// The nth name after a path's own.
fn numbered(path: &Path, nth: u32) -> PathBuf {
    if nth < 2 {
        return path.to_owned();
    }
    let mut name = path.file_stem().map(OsString::from).unwrap_or_default();
    name.push(format!("-{nth}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_there_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events-ABC.xlsx");
        assert_eq!(put(&path, b"one").unwrap(), path);
        assert_eq!(put(&path, b"two").unwrap(), folder.path().join("events-ABC-2.xlsx"));
        assert_eq!(put(&path, b"three").unwrap(), folder.path().join("events-ABC-3.xlsx"));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        let bare = folder.path().join("list");
        std::fs::create_dir(&bare).unwrap();
        assert_eq!(put(&bare, b"x").unwrap(), folder.path().join("list-2"), "a folder is not written over either");
        assert!(put(&folder.path().join("nowhere/list.csv"), b"x").is_err());
    }
}
