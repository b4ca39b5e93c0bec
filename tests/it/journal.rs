//! Journals on disk: what was confirmed is kept, what is torn is dropped and said, what is damaged is named by its line.

use demarche::base::Digest;
use demarche::session::chronicle::{Halt, Ledger};
use demarche::session::journal::Line;
use demarche::session::{Chronicle, Rules, replay};
use demarche::store::error::Damage;
use demarche::store::{JournalFile, StoreError, Sync, read, text};

use crate::session::{game, journal};

/// A game of the tutorial in its text form.
pub(crate) fn written(slug: &str, seed: u64) -> Vec<u8> {
    let mut out = text::first() + "\n";
    let mut last = text::anchor();
    for line in journal(slug, seed).into_lines() {
        let (written, sum) = text::line(last, &line).unwrap();
        out += &(written + "\n");
        last = sum;
    }
    out.into_bytes()
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    std::iter::once(0).chain(bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at + 1)).collect()
}

#[test]
fn what_is_written_is_read_and_replays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/er/journal.dmj");
    let ledger = JournalFile::create(&path, Sync::EveryLine).unwrap();
    let mut chronicle = Chronicle::begin(game("first-note", 5), ledger).unwrap();
    chronicle.finish().unwrap();
    let kept = read(&path).unwrap();
    assert_eq!(kept.torn, None);
    assert_eq!(kept.journal, journal("first-note", 5));
    assert_eq!(std::fs::read(&path).unwrap(), written("first-note", 5));
    assert_eq!(replay(&kept.journal, Rules::Same).unwrap().difference, None);
    assert!(matches!(JournalFile::create(&path, Sync::EveryLine), Err(StoreError::Exists(_))));
    assert!(matches!(read(&folder.path().join("none")), Err(StoreError::Missing(_))));
}

#[test]
fn a_torn_last_line_is_dropped_and_said_wherever_it_breaks() {
    let whole = written("first-note", 5);
    let starts = line_starts(&whole);
    let last = starts[starts.len() - 2];
    for end in last + 1..whole.len() - 1 {
        let parsed = text::parse(&whole[..end]).unwrap();
        let torn = parsed.torn.unwrap();
        assert_eq!((torn.line, torn.bytes, parsed.whole), (starts.len() - 1, end - last, last));
        assert_eq!(parsed.journal.end(), None);
    }
    // Only the line's end is missing: the line itself is whole.
    let parsed = text::parse(&whole[..whole.len() - 1]).unwrap();
    assert!(parsed.torn.is_none() && parsed.journal.end().is_some() && !parsed.ended);
}

#[test]
fn a_last_line_that_has_its_end_and_was_changed_is_damage() {
    let whole = written("first-note", 5);
    let starts = line_starts(&whole);
    let (last, number) = (starts[starts.len() - 2], starts.len() - 1);
    for at in last..whole.len() - 1 {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        // A changed byte that is read as the end of a line makes two lines of it.
        if damaged[at] == b'\n' {
            continue;
        }
        let line = match text::parse(&damaged).unwrap_err() {
            Damage::Checksum { line } | Damage::NoChecksum { line } => line,
            other => panic!("{other}"),
        };
        assert_eq!(line, number, "byte {at}");
    }
}

#[test]
fn a_journal_that_lacks_only_its_last_end_is_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.dmj");
    let whole = written("first-note", 5);
    let starts = line_starts(&whole);
    std::fs::write(&path, &whole[..starts[4] - 1]).unwrap();
    let (ledger, kept) = JournalFile::open(&path, Sync::EveryLine).unwrap();
    assert!(kept.torn.is_none());
    let mut chronicle = Chronicle::resume(replay(&kept.journal, Rules::Same).unwrap().game, ledger);
    chronicle.finish().unwrap();
    assert_eq!(read(&path).unwrap().journal, journal("first-note", 5));
}

#[test]
fn a_change_anywhere_before_the_last_line_is_named_by_its_line() {
    let whole = written("first-note", 5);
    let starts = line_starts(&whole);
    for (place, start) in starts[1..starts.len() - 2].iter().enumerate() {
        let end = starts[place + 2] - 1;
        for at in [*start, start + 31, start + 32, start + 33, (start + end) / 2, end - 1] {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            let damage = text::parse(&damaged).unwrap_err();
            let line = match damage {
                Damage::Checksum { line } | Damage::NoChecksum { line } => line,
                other => panic!("{other}"),
            };
            assert_eq!(line, place + 2);
        }
    }
}

#[test]
fn a_line_taken_away_or_added_is_found() {
    let whole = String::from_utf8(written("first-note", 5)).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let without = [&lines[..2], &lines[3..]].concat().join("\n") + "\n";
    assert_eq!(text::parse(without.as_bytes()).unwrap_err(), Damage::Checksum { line: 3 });
    let twice = [&lines[..3], &lines[2..]].concat().join("\n") + "\n";
    assert_eq!(text::parse(twice.as_bytes()).unwrap_err(), Damage::Checksum { line: 4 });
    assert_eq!(text::parse(b"").unwrap_err(), Damage::NoJournal);
    assert_eq!(text::parse(b"demarche journal 99\n").unwrap_err(), Damage::Format("99".into()));
    assert!(matches!(text::parse(format!("{}\n", text::first()).as_bytes()), Err(Damage::Unfit(_))));
}

#[test]
fn a_journal_cut_by_a_crash_is_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.dmj");
    let whole = written("first-note", 5);
    let starts = line_starts(&whole);
    std::fs::write(&path, &whole[..starts[3] + 50]).unwrap();
    let (ledger, kept) = JournalFile::open(&path, Sync::EveryLine).unwrap();
    assert_eq!((kept.journal.turns().len(), kept.torn.unwrap().line), (1, 4));
    let game = replay(&kept.journal, Rules::Same).unwrap().game;
    let mut chronicle = Chronicle::resume(game, ledger);
    chronicle.finish().unwrap();
    let kept = read(&path).unwrap();
    assert!(kept.journal.end().is_some() && kept.torn.is_none());
    assert_eq!(replay(&kept.journal, Rules::Same).unwrap().difference, None);
}

/// A ledger whose disk is full now and then.
#[derive(Debug, Default)]
struct Flaky {
    lines: Vec<Line>,
    calls: usize,
}

#[derive(Debug, thiserror::Error)]
#[error("no room")]
struct NoRoom;

impl Ledger for Flaky {
    type Fault = NoRoom;

    fn append(&mut self, lines: &[Line]) -> Result<(), NoRoom> {
        self.calls += 1;
        if self.calls.is_multiple_of(2) {
            return Err(NoRoom);
        }
        self.lines.extend_from_slice(lines);
        Ok(())
    }
}

#[test]
fn a_turn_is_not_confirmed_before_it_is_kept_and_none_is_lost_or_kept_twice() {
    let mut chronicle = Chronicle::begin(game("first-note", 5), Flaky::default()).unwrap();
    let mut halts = 0;
    while let Err(halt) = chronicle.finish() {
        assert!(matches!(halt, Halt::Ledger(NoRoom)));
        halts += 1;
    }
    assert!(halts >= 3);
    let (_, ledger) = chronicle.into_parts();
    assert_eq!(ledger.lines, journal("first-note", 5).into_lines().collect::<Vec<_>>());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let sealed = folder.path().join("sealed");
    std::fs::create_dir(&sealed).unwrap();
    std::fs::set_permissions(&sealed, std::fs::Permissions::from_mode(0o500)).unwrap();
    match JournalFile::create(sealed.join("journal.dmj"), Sync::EveryLine) {
        Err(error) => assert!(error.to_string().contains("choose another folder"), "{error}"),
        // The superuser may write everywhere; then there is nothing to see.
        Ok(_) => assert!(sealed.join("journal.dmj").exists()),
    }
}

/// `DEMARCHE_JOURNALS` sets how many; run in debug and in release, it must print the same line.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test harness hands on no arguments")]
fn many_journals_agree_on_one_thread_and_on_two() {
    use rayon::prelude::*;
    let count: u64 = std::env::var("DEMARCHE_JOURNALS").map_or(12, |text| text.parse().unwrap());
    let digests = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let one = |seed: u64| {
            let kept = journal(if seed.is_multiple_of(2) { "first-note" } else { "dark-grid" }, seed);
            let again = replay(&kept, Rules::Same).unwrap();
            assert_eq!(again.difference, None, "seed {seed}");
            again.game.digest()
        };
        pool.install(|| (0..count).into_par_iter().map(one).collect::<Vec<_>>())
    };
    let single = digests(1);
    assert_eq!(single, digests(2));
    let mut distinct = single.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert!(distinct.len() > 1, "seeds change nothing");
    let words: Vec<u8> = single.iter().flat_map(|digest| digest.to_string().into_bytes()).collect();
    println!("{count} journals replayed on one thread and on two: digest {}", Digest::of(&words));
}
