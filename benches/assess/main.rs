//! How long a legality check takes, against the same rules written out by hand.
//!
//! `cargo bench --bench assess [-- --rounds N] [--vectors FILE]`. The vectors are drawn from a fixed seed unless a
//! `vectors.json` of `gen_rules.py` is given. Every engine must agree on all of them before anything is timed; the rows are
//! then timed in turns, and the least time of each counts.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[rustfmt::skip]
#[allow(unreachable_pub, unused_variables, clippy::all, clippy::pedantic, reason = "made by gen_rules.py")]
mod handwritten;
mod rows;
mod synthetic;

use std::hint::black_box;

use demarche::base::{Chance, Purpose, Turn};
use demarche::content::cases;
use demarche::content::mistake::Source;
use demarche::content::{cards, law};
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::score::{Record, score};
use demarche::law::trace::{Trace as Account, explain};
use demarche::law::{FactSheet, Packed, Reading};

use rows::{Row, time};
use synthetic::{Synthetic, Vector};

/// What the hand-written explanation writes into: for each norm not false its value, its facts and its exceptions.
#[derive(Default)]
pub(crate) struct Trace {
    items: Vec<(u8, u8, u16, u16)>,
    facts: Vec<(u8, u8)>,
}

impl Trace {
    fn clear(&mut self) {
        self.items.clear();
        self.facts.clear();
    }

    fn push(&mut self, rule: u8, value: u8, facts: &[(u8, u8)], exceptions: &[(u8, u8)]) {
        self.facts.extend_from_slice(facts);
        self.facts.extend_from_slice(exceptions);
        self.items.push((rule, value, facts.len() as u16, exceptions.len() as u16));
    }
}

#[derive(serde::Deserialize)]
struct Drawn {
    vectors: Vec<Vector>,
    expected: Vec<(u32, u32)>,
}

/// 1000 vectors, two fifths of their facts true, two fifths false, the rest unknown.
fn draw() -> Vec<Vector> {
    let mut draw = Chance::new(7).draw(Turn(0), Purpose(0), [0; 3]);
    let mut value = || match draw.below(10) {
        0..4 => 2,
        4..6 => 1,
        _ => 0,
    };
    (0..1000).map(|_| (0..100).map(|_| value()).collect()).collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let option =
        |name: &str| arguments.iter().position(|word| word == name).and_then(|at| arguments.get(at + 1)).cloned();
    let rounds = option("--rounds").map_or(31, |text| text.parse().expect("--rounds is a number"));
    let vectors = match option("--vectors") {
        None => draw(),
        Some(path) => {
            let text = std::fs::read_to_string(path).expect("the vectors can be read");
            let drawn: Drawn = serde_json::from_str(&text).expect("the vectors are JSON");
            for (vector, expected) in drawn.vectors.iter().zip(&drawn.expected) {
                assert_eq!(handwritten::eval(&handwritten::Facts::new(vector)), *expected);
            }
            drawn.vectors
        }
    };
    let table = synthetic_rows(&vectors, rounds);
    rows::print("The synthetic set: 60 norms, 10 exceptions, 100 facts", &table);
    let [hand, plain, explained] = [&table[0], &table[3], &table[5]].map(|row| row.least);
    println!("plain check over hand-written early exit: {:.2} (goal: at most 2)", plain / hand);
    println!("structured explanation over plain check: {:.2} (goal: at most 1.5)\n", explained / plain);
    rows::print("The law: 81 norms, judged on every case of the casebook", &real_rows(rounds));
}

fn synthetic_rows(vectors: &[Vector], rounds: usize) -> Vec<rows::Timed> {
    let set = Synthetic::load(include_str!("rules.json"));
    let reading = Reading::Mainstream { as_of: 2025 };
    let facts: Vec<handwritten::Facts> = vectors.iter().map(|vector| handwritten::Facts::new(vector)).collect();
    let sheets: Vec<FactSheet> = vectors.iter().map(|vector| synthetic::sheet(vector)).collect();
    let packed: Vec<Packed> = sheets.iter().map(|sheet| Packed::new(&set.corpus, sheet)).collect();
    let mut out = Assessment::new(&set.corpus);
    let (mut trace, mut account) = (Trace::default(), Account::default());
    let judge = |packed: &Packed, out: &mut Assessment| {
        assess(&set.corpus, reading, &set.act, black_box(packed), Depth::Findings, out);
        set.sums(out)
    };
    for (at, facts) in facts.iter().enumerate() {
        let expected = handwritten::eval(facts);
        assert_eq!(handwritten::eval_early(facts), expected, "early exit, vector {at}");
        assert_eq!(handwritten::eval_explain(facts, &mut trace), expected, "explained, vector {at}");
        assert_eq!(judge(&packed[at], &mut out), expected, "the engine, vector {at}");
        explain(&set.corpus, &out, &sheets[at], &mut account);
        // Both accounts name the same norms with the same facts; the engine also names exceptions that are touched.
        let norms = account.lines().iter().filter(|line| !set.corpus.norm(line.norm).spec.id.starts_with('E'));
        let named: Vec<(u8, usize, usize)> = norms
            .map(|line| (line.norm.0, account.facts(&set.corpus, line).len(), account.norms(line).len()))
            .collect();
        let by_hand: Vec<(u8, usize, usize)> =
            trace.items.iter().map(|item| (item.0, item.2 as usize, item.3 as usize)).collect();
        assert_eq!(named, by_hand, "the account, vector {at}");
    }
    println!("{} vectors: the engine and the hand-written functions agree\n", vectors.len());
    let (mut second, mut third) = (out.clone(), out.clone());
    let mut rows = [
        Row::new("hand-written, early exit", |at| black_box(handwritten::eval_early(black_box(&facts[at])))),
        Row::new("hand-written, straight line", |at| black_box(handwritten::eval(black_box(&facts[at])))),
        Row::new("hand-written, early exit, with explanation", |at| {
            black_box(handwritten::eval_explain(black_box(&facts[at]), &mut trace))
        }),
        Row::new("check from a packed sheet", |at| black_box(judge(&packed[at], &mut out))),
        Row::new("check from a fact sheet, packing included", |at| {
            let packed = Packed::new(&set.corpus, black_box(&sheets[at]));
            black_box(judge(&packed, &mut second))
        }),
        Row::new("check from a packed sheet, with explanation", |at| {
            let sums = judge(&packed[at], &mut third);
            explain(&set.corpus, &third, black_box(&sheets[at]), &mut account);
            black_box(&account);
            black_box(sums)
        }),
    ];
    time(&mut rows, vectors.len(), rounds)
}

fn real_rows(rounds: usize) -> Vec<rows::Timed> {
    let corpus = law::embedded().expect("the law is sound");
    let acts = cards::embedded(&corpus).expect("the moves are sound").acts;
    let mut found = Vec::new();
    for entry in std::fs::read_dir("tests/casebook").expect("the casebook is there") {
        let path = entry.expect("the casebook can be listed").path();
        let text = std::fs::read_to_string(&path).expect("the casebook can be read");
        found.extend(cases::read(&Source::new("case", text), &corpus, &acts).expect("the cases are sound"));
    }
    found.sort_by(|a, b| a.id.cmp(&b.id));
    let sheets: Vec<FactSheet> = found.iter().map(|case| case.sheet(&corpus, &acts)).collect();
    let packed: Vec<Packed> = sheets.iter().map(|sheet| Packed::new(&corpus, sheet)).collect();
    let judge = |at: usize, packed: &Packed, depth: Depth, out: &mut Assessment| {
        let reading = Reading::Mainstream { as_of: found[at].as_of };
        assess(&corpus, reading, &acts[found[at].act], black_box(packed), depth, out);
        (out.overall as u32, u32::from(out.provisional))
    };
    let mut outs: Vec<Assessment> = (0..6).map(|_| Assessment::new(&corpus)).collect();
    let [plain, sheet, explained, deep, scored, batch] = &mut outs[..] else { unreachable!("six were made") };
    let mut account = Account::default();
    let whole = packed.len() / 64 * 64;
    let mut rows = [
        Row::new("check from a packed sheet", |at| judge(at, &packed[at], Depth::Findings, plain)),
        Row::new("check from a fact sheet, packing included", |at| {
            let packed = Packed::new(&corpus, black_box(&sheets[at]));
            judge(at, &packed, Depth::Findings, sheet)
        }),
        Row::new("check, with explanation", |at| {
            let verdict = judge(at, &packed[at], Depth::Findings, explained);
            explain(&corpus, explained, black_box(&sheets[at]), &mut account);
            black_box(&account);
            verdict
        }),
        Row::new("check with every position", |at| judge(at, &packed[at], Depth::Whole, deep)),
        Row::new("check with every position and the score", |at| {
            judge(at, &packed[at], Depth::Cost, scored);
            let score = score(&corpus, black_box(&sheets[at]), scored, Record::default());
            (score.cost, u32::from(score.gravity))
        }),
        // One move on 64 sheets after another: no work is shared between them.
        Row::new("check, 64 packed sheets in one batch (per sheet)", |at| {
            if at % 64 == 0 && at < whole {
                let mut worst = (0, 0);
                for (one, packed) in packed.iter().enumerate().skip(at).take(64) {
                    worst = worst.max(judge(one, packed, Depth::Findings, batch));
                }
                black_box(worst)
            } else {
                (0, 0)
            }
        }),
    ];
    time(&mut rows, whole, rounds)
}
