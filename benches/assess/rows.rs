//! Timing in turns: in every round each row runs for a while, and its least time per call counts.

use std::hint::black_box;
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
use std::time::Instant;

/// One thing to time: a function of the number of the question.
pub(crate) struct Row<'a> {
    name: &'static str,
    run: Box<dyn FnMut(usize) -> (u32, u32) + 'a>,
}

impl<'a> Row<'a> {
    pub(crate) fn new(name: &'static str, run: impl FnMut(usize) -> (u32, u32) + 'a) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// A row after timing.
pub(crate) struct Timed {
    name: &'static str,
    /// Least seconds per call.
    pub(crate) least: f64,
    /// Median seconds per call.
    median: f64,
}

/// Times every row over `count` questions, about 20 ms a row and round.
#[expect(clippy::disallowed_types, reason = "a benchmark reads the clock")]
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn time(rows: &mut [Row<'_>], count: usize, rounds: usize) -> Vec<Timed> {
    let clock = |row: &mut Row<'_>, passes: usize| {
        let began = Instant::now();
        for _ in 0..passes {
            for at in 0..count {
                black_box((row.run)(at));
            }
        }
        began.elapsed().as_secs_f64() / (passes * count) as f64
    };
    let passes: Vec<usize> =
        rows.iter_mut().map(|row| (0.02 / (clock(row, 2) * count as f64)).ceil().max(1.0) as usize).collect();
    let mut times = vec![Vec::new(); rows.len()];
    for _ in 0..rounds {
        for ((row, passes), times) in rows.iter_mut().zip(&passes).zip(&mut times) {
            times.push(clock(row, *passes));
        }
    }
    (rows.iter().zip(&mut times))
        .map(|(row, times)| {
            times.sort_by(f64::total_cmp);
            Timed { name: row.name, least: times[0], median: times[times.len() / 2] }
        })
        .collect()
}

/// Prints a table whose ratios are to its first row.
pub(crate) fn print(title: &str, table: &[Timed]) {
    println!("{title}\n");
    println!("| what | ns (least) | ns (median) | a second and core | x first row |");
    println!("|---|---|---|---|---|");
    for row in table {
        let (least, median) = (row.least * 1e9, row.median * 1e9);
        let ratio = row.least / table[0].least;
        println!("| {} | {least:.0} | {median:.0} | {:.0} | {ratio:.2} |", row.name, 1.0 / row.median);
    }
    println!();
}
