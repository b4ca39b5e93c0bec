//! Bad input: whatever stands in a scenario, a norm, a case file or a journal, reading it ends with an answer: no panic, no
//! hang, no memory without bound.
//!
//! Inputs are valid files with a few wounds. 20 000 of them are read each time; a million by
//! `DEMARCHE_FUZZ=1000000 cargo test --release --test it fuzz::`.

use std::time::Duration;

use demarche::content::mistake::Source;
use demarche::content::{assets, cards, cases, law, library, rulebook, scenario};
use demarche::session::journal::{Journal, Line};
use demarche::session::{Rules, replay};
use demarche::store::text;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

use crate::journal::written;

/// How many inputs each of the readers gets.
fn inputs(readers: u32) -> u32 {
    #[expect(clippy::disallowed_methods, reason = "a test may be told by its environment to run longer")]
    let wanted = std::env::var("DEMARCHE_FUZZ").ok().and_then(|number| number.parse().ok()).unwrap_or(20_000);
    wanted / readers
}

/// One wound in a text.
#[derive(Clone, Debug)]
enum Wound {
    Cut(Index, u8),
    Double(Index, u8),
    Put(Index, &'static str),
    Flip(Index, u8),
    Break(Index),
}

const TOKENS: [&str; 24] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "//",
    "/*",
    "-1",
    "0",
    "4294967296",
    "18446744073709551616",
    "1e999",
    "NaN",
    "true",
    "null",
    "r#\"",
    "\u{301}",
    "🜨",
];

fn wounds() -> impl Strategy<Value = Vec<Wound>> {
    let wound = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, length)| Wound::Cut(at, length)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, length)| Wound::Double(at, length)),
        (any::<Index>(), prop::sample::select(&TOKENS[..])).prop_map(|(at, token)| Wound::Put(at, token)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, bits)| Wound::Flip(at, bits)),
        any::<Index>().prop_map(Wound::Break),
    ];
    prop::collection::vec(wound, 1..6)
}

fn wounded(text: &[u8], wounds: &[Wound]) -> Vec<u8> {
    let mut text = text.to_vec();
    for wound in wounds {
        if text.is_empty() {
            break;
        }
        let length = text.len();
        match wound {
            Wound::Cut(at, count) => {
                let at = at.index(length);
                text.drain(at..length.min(at + usize::from(*count)));
            }
            Wound::Double(at, count) => {
                let at = at.index(length);
                let piece = text[at..length.min(at + usize::from(*count))].to_vec();
                text.splice(at..at, piece);
            }
            Wound::Put(at, token) => {
                let at = at.index(length);
                text.splice(at..at, token.bytes());
            }
            Wound::Flip(at, bits) => text[at.index(length)] ^= bits,
            Wound::Break(at) => text.truncate(at.index(length)),
        }
    }
    text
}

/// Reads every wounded text; each must be done within seconds on the slowest machine.
#[expect(clippy::disallowed_types, reason = "only a clock can tell that reading hangs")]
fn survives(count: u32, text: &[u8], read: impl Fn(&[u8])) {
    let config = Config { cases: count, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&wounds(), |wounds| {
        let text = wounded(text, &wounds);
        let began = std::time::Instant::now();
        read(&text);
        prop_assert!(began.elapsed() < Duration::from_secs(20), "reading takes too long");
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

fn source(name: &str, bytes: &[u8]) -> Source {
    Source::new(name, String::from_utf8_lossy(bytes).into_owned())
}

#[test]
fn scenarios() {
    let rules = rulebook::embedded(2025).unwrap();
    for slug in ["first-note", "dark-grid"] {
        let book = library::find(slug).unwrap();
        survives(inputs(8), book.source.text.as_bytes(), |text| {
            if let Err(mistakes) = scenario::read(&source("wounded.ron", text), &rules, Some(&book.beside)) {
                assert!(!mistakes.0.is_empty());
                // Every place can be shown.
                mistakes.0.iter().for_each(|mistake| _ = mistake.place());
            }
        });
    }
}

#[test]
fn norms() {
    let files = assets::below("law");
    let is_table = |file: &&Source| file.name.matches('/').count() == 2;
    let tables: Vec<Source> = files.iter().filter(is_table).cloned().collect();
    let norms: Vec<&Source> = files.iter().filter(|file| !is_table(file)).collect();
    assert!(tables.len() == 4 && norms.len() > 80);
    let chosen = norms.iter().step_by(20);
    let share = inputs(4) / chosen.len() as u32;
    for norm in chosen {
        survives(share, norm.text.as_bytes(), |text| {
            let mut all = tables.clone();
            all.push(source(&norm.name, text));
            _ = law::read(&all);
        });
    }
}

#[test]
fn cases_of_law() {
    let corpus = law::embedded().unwrap();
    let acts = cards::embedded(&corpus).unwrap().acts;
    let text = std::fs::read("tests/casebook/espionage.json").unwrap();
    survives(inputs(4), &text, |text| _ = cases::read(&source("wounded.json", text), &corpus, &acts));
}

/// The same journal with true checksums, so that a wound reaches what is behind them.
fn resummed(text: &[u8]) -> Vec<u8> {
    let mut last = text::anchor();
    let mut out = Vec::new();
    // What has no end stays without one.
    let ended = text.last() == Some(&b'\n');
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    let last_place = text.split(|&byte| byte == b'\n').count() - 1;
    for (place, line) in text.split(|&byte| byte == b'\n').enumerate() {
        if place > 0 && !line.is_empty() {
            let json = line.get(33..).unwrap_or_default();
            last = demarche::base::Digest::of_parts([last.to_string().as_bytes(), json]);
            out.extend(format!("{last} ").bytes());
            out.extend(json);
        } else {
            out.extend(line);
        }
        if place < last_place || ended {
            out.push(b'\n');
        }
    }
    out
}

#[test]
fn journals() {
    let whole = written("first-note", 5);
    assert_eq!(text::parse(&resummed(&whole)).unwrap().journal, text::parse(&whole).unwrap().journal);
    survives(inputs(8), &whole, |text| _ = text::parse(text));
    survives(inputs(8), &whole, |text| _ = text::parse(&resummed(text)));
}

#[test]
fn journals_of_another_mind_are_played_without_harm() {
    // Orders, seeds and scenarios as no program of ours wrote them, in a journal that is well formed.
    let whole = written("first-note", 5);
    let lines: Vec<Line> = text::parse(&whole).unwrap().journal.into_lines().collect();
    let config = Config { cases: inputs(100), failure_persistence: None, ..Config::default() };
    let strategy = (any::<u64>(), prop::collection::vec((any::<Index>(), any::<[u8; 6]>()), 1..12));
    let outcome = TestRunner::new(config).run(&strategy, |(seed, changes)| {
        let mut journal = Journal::assemble((2..).zip(lines.clone())).unwrap();
        journal.header.seed = seed;
        for (at, [act, target, incident, days, level, params]) in changes {
            let turn = at.index(journal.turns().len());
            let place = usize::from(params) % 2;
            let sealed = &mut crate::session::turn_of(&mut journal, turn).sealed[place];
            let mut order = demarche::sim::Order {
                by: sealed.seat,
                act: demarche::sim::order::Act::Move(demarche::sim::card::MoveId(act)),
                terms: demarche::sim::order::Terms::default(),
            };
            use demarche::base::id::{AssetId, IncidentId, StateId};
            let terms = &mut order.terms;
            terms.target = (params & 2 > 0).then_some(StateId(target % 3));
            terms.incident = (params & 4 > 0).then_some(IncidentId((incident % 3).into()));
            terms.asset = (params & 8 > 0).then_some(AssetId((incident % 6).into()));
            terms.days = (params & 16 > 0).then_some(u16::from(days) * 257);
            let levels = demarche::sim::order::Level::ALL;
            terms.level = (params & 32 > 0).then_some(levels[usize::from(level) % levels.len()]);
            sealed.orders.push(order);
        }
        _ = replay(&journal, Rules::Same);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}
