//! Statistics of an ensemble: the only floating-point numbers of this room, none of which goes back into a game.
//!
//! Every sum runs in the order of the runs, so the same ensemble has the same figures on every machine.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "means and intervals are no state")]

use serde::Serialize;

/// The quantile of the normal distribution that 95 % intervals use.
const Z: f64 = 1.959_963_985;

/// An estimate and its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean, or the share.
    pub mean: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Observations.
    pub n: usize,
}

/// The mean of some values with Student's interval; `None` of none. Of one value the interval is the value itself, for
/// nothing is known of its spread.
pub fn mean(values: &[f64]) -> Option<Estimate> {
    let n = values.len();
    if n == 0 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n as f64;
    if n == 1 {
        return Some(rounded(mean, mean, mean, n));
    }
    let spread: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let half = student(n - 1) * (spread / (n - 1) as f64 / n as f64).sqrt();
    Some(rounded(mean, mean - half, mean + half, n))
}

/// The mean difference of pairs, the first less the second, with Student's interval.
pub fn difference(pairs: &[(f64, f64)]) -> Option<Estimate> {
    let differences: Vec<f64> = pairs.iter().map(|(one, other)| one - other).collect();
    mean(&differences)
}

/// The share of successes with Wilson's interval; `None` of no trials.
///
/// # Source
/// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
pub fn share(successes: usize, trials: usize) -> Option<Estimate> {
    if trials == 0 {
        return None;
    }
    let (n, p) = (trials as f64, successes as f64 / trials as f64);
    let (z2, scale) = (Z * Z, 1.0 + Z * Z / n);
    let centre = (p + z2 / (2.0 * n)) / scale;
    let half = Z / scale * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    Some(rounded(p, (centre - half).max(0.0), (centre + half).min(1.0), trials))
}

/// The 95 % interval of an estimate by the jackknife, from what it comes to with each group of observations left out once;
/// of fewer than two groups the estimate itself, for nothing is known of its spread.
///
/// # Source
/// R. G. Miller, The jackknife: a review, Biometrika 61 (1974).
pub fn jackknife(estimate: f64, left_out: &[f64]) -> (f64, f64) {
    let groups = left_out.len();
    if groups < 2 {
        return (round(estimate), round(estimate));
    }
    let n = groups as f64;
    let centre = left_out.iter().sum::<f64>() / n;
    let spread: f64 = left_out.iter().map(|value| (value - centre) * (value - centre)).sum();
    let half = student(groups - 1) * (spread * (n - 1.0) / n).sqrt();
    (round(estimate - half), round(estimate + half))
}

/// A whole number as a value.
pub fn value(number: i64) -> f64 {
    number as f64
}

/// A part of a whole; `None` of nothing.
pub fn ratio(part: i64, whole: i64) -> Option<f64> {
    (whole != 0).then(|| part as f64 / whole as f64)
}

/// Spearman's rank correlation, ties at their mean rank; `None` if one side does not vary.
pub fn rank_correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let (one, other) = (ranks(one), ranks(other));
    let centre = f64::midpoint(one.len() as f64, 1.0);
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - centre) * (b - centre)).sum::<f64>();
    let spread = product(&one, &one) * product(&other, &other);
    (spread > 0.0).then(|| round(product(&one, &other) / spread.sqrt()))
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let mut ranks = vec![0.0; values.len()];
    for tied in order.chunk_by(|a, b| values[*a].total_cmp(&values[*b]).is_eq()) {
        let Some(first) = order.iter().position(|place| *place == tied[0]) else { continue };
        let rank = first as f64 + f64::midpoint(tied.len() as f64, 1.0);
        for place in tied {
            ranks[*place] = rank;
        }
    }
    ranks
}

/// The 97.5 % quantile of Student's distribution: exact to three decimals up to four degrees of freedom, then by the
/// expansion around the normal one, which is better than 0.01.
///
/// # Source
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
fn student(freedom: usize) -> f64 {
    match freedom {
        0 | 1 => 12.706,
        2 => 4.303,
        3 => 3.182,
        4 => 2.776,
        _ => {
            let (v, z3) = (freedom as f64, Z * Z * Z);
            let (z5, z7) = (z3 * Z * Z, z3 * z3 * Z);
            Z + (z3 + Z) / (4.0 * v)
                + (5.0 * z5 + 16.0 * z3 + 3.0 * Z) / (96.0 * v * v)
                + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * Z) / (384.0 * v * v * v)
        }
    }
}

fn rounded(mean: f64, low: f64, high: f64, n: usize) -> Estimate {
    Estimate { mean: round(mean), low: round(low), high: round(high), n }
}

/// To four decimals: more would claim what no ensemble knows.
pub fn round(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// A number in thousandths, for drawing.
pub fn thousandths(number: f64) -> i32 {
    (number * 1000.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_the_textbooks() {
        let share = share(8, 10).unwrap();
        assert_eq!((share.mean, share.low, share.high), (0.8, 0.4902, 0.9433));
        let none = super::share(0, 20).unwrap();
        assert_eq!((none.low, none.high), (0.0, 0.1611));
        let mean = mean(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
        assert_eq!((mean.mean, mean.low, mean.high), (3.0, 1.0371, 4.9629));
        assert!((student(10) - 2.228).abs() < 0.001 && (student(30) - 2.042).abs() < 0.001, "{}", student(10));
        assert_eq!(super::mean(&[]), None);
    }

    #[test]
    fn the_jackknife_of_a_mean_is_students_interval() {
        // Of the mean of 1 to 5, each left out once.
        let left_out = [3.5, 3.25, 3.0, 2.75, 2.5];
        assert_eq!(jackknife(3.0, &left_out), (1.0371, 4.9629));
        assert_eq!(jackknife(3.0, &[3.0]), (3.0, 3.0));
    }

    #[test]
    fn ranks_share_their_place_and_correlation_has_its_sign() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[10.0, 100.0, 1000.0]), Some(1.0));
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[9.0, 4.0, 1.0]), Some(-1.0));
        assert_eq!(rank_correlation(&[1.0, 2.0], &[5.0, 5.0]), None);
    }
}
