//! The text of a journal: one line says what it is, every other is a checksum, a space, and one line of JSON.
//!
//! A checksum covers its own line and the checksum before it, so that a line changed, added or taken away anywhere is
//! found at its number. The last line may be torn by a crash, and then it has no end: what was never confirmed is dropped,
//! and that is said. A line that has its end and does not match its checksum was changed, wherever it stands.

use crate::base::Digest;
use crate::session::journal::{FORMAT, Journal, Line};
use crate::store::error::{Damage, StoreError};

/// What the first line begins with; the format's number follows.
const MARK: &str = "demarche journal ";

/// The largest journal read, in bytes.
pub const LARGEST: u64 = 256 << 20;
/// The longest line, in bytes.
pub const LONGEST: usize = 32 << 20;

/// The first line, without its end.
pub fn first() -> String {
    format!("{MARK}{FORMAT}")
}

/// The checksum that the first line counts for.
pub fn anchor() -> Digest {
    Digest::of(first().as_bytes())
}

/// A line as it is written, without its end, and its checksum; `before` is the checksum of the line before it.
///
/// # Errors
/// [`StoreError::LineTooLong`] if nothing could read it back.
///
/// # Panics
/// If a line has no JSON form: the shapes of the journal all have one.
pub fn line(before: Digest, line: &Line) -> Result<(String, Digest), StoreError> {
    let json = serde_json::to_string(line).expect("a journal's line has a JSON form");
    let sum = checksum(before, json.as_bytes());
    let text = format!("{sum} {json}");
    if text.len() >= LONGEST {
        return Err(StoreError::LineTooLong { bytes: text.len() });
    }
    Ok((text, sum))
}

fn checksum(before: Digest, json: &[u8]) -> Digest {
    Digest::of_parts([before.to_string().as_bytes(), json])
}

/// A journal as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The journal.
    pub journal: Journal,
    /// The last line that was torn and dropped, if there was one.
    pub torn: Option<Torn>,
    /// The checksum of the last whole line.
    pub last: Digest,
    /// How many bytes the whole lines take.
    pub whole: usize,
    /// Whether the last whole line has its end; what is added goes behind one.
    pub ended: bool,
}

/// A last line that was torn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Its number, from 1.
    pub line: usize,
    /// How many bytes of it there are.
    pub bytes: usize,
}

/// Reads a journal's text.
///
/// # Errors
/// The first damage, with its line. A last line that is not whole is no damage.
pub fn parse(text: &[u8]) -> Result<Parsed, Damage> {
    let mut lines = text.split_inclusive(|&byte| byte == b'\n');
    let head = lines.next().unwrap_or_default();
    let known = first();
    if trim(head) != known.as_bytes() {
        let other = std::str::from_utf8(trim(head)).ok().and_then(|head| head.strip_prefix(MARK));
        return Err(other.map_or(Damage::NoJournal, |other| Damage::Format(other.chars().take(20).collect())));
    }
    let (mut last, mut whole, mut torn) = (anchor(), head.len(), None);
    let mut read: Vec<(usize, Line)> = Vec::new();
    let mut lines = lines.enumerate().peekable();
    while let Some((place, bytes)) = lines.next() {
        let number = place + 2;
        match one(number, bytes, last) {
            Ok((line, sum)) => {
                read.push((number, line));
                (last, whole) = (sum, whole + bytes.len());
            }
            // Only the very last line can have been torn, and a line that has its end was written whole.
            Err(damage) if lines.peek().is_some() || is_ended(bytes) => return Err(damage),
            Err(_) => torn = Some(Torn { line: number, bytes: bytes.len() }),
        }
    }
    let ended = is_ended(&text[..whole]);
    Ok(Parsed { journal: Journal::assemble(read)?, torn, last, whole, ended })
}

fn is_ended(line: &[u8]) -> bool {
    line.last() == Some(&b'\n')
}

fn one(number: usize, bytes: &[u8], before: Digest) -> Result<(Line, Digest), Damage> {
    if bytes.len() > LONGEST {
        return Err(Damage::TooLong { line: number });
    }
    let bytes = trim(bytes);
    let sum = bytes.get(..32).and_then(|sum| std::str::from_utf8(sum).ok());
    let is_sum = |sum: &&str| sum.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let Some(sum) = sum.filter(is_sum).filter(|_| bytes.get(32) == Some(&b' ')) else {
        return Err(Damage::NoChecksum { line: number });
    };
    let json = &bytes[33..];
    let expected = checksum(before, json);
    if sum != expected.to_string() {
        return Err(Damage::Checksum { line: number });
    }
    match serde_json::from_slice(json) {
        Ok(line) => Ok((line, expected)),
        Err(error) => Err(Damage::Unreadable { line: number, why: error.to_string() }),
    }
}

/// A line without its end, whichever way it is written.
fn trim(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
