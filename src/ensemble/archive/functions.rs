//! Functions that figures need and `SQLite` has not; named as in `DuckDB`, in which the same files open.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "figures are no state")]

use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::Value;
use rusqlite::{Connection, Result};

/// Every function added, with what it gives. Nothing in, nothing out; empty cells are passed over.
pub const FUNCTIONS: &[(&str, &str)] = &[
    ("median(x)", "the middle of the values, or the mean of the two in the middle"),
    ("quantile_cont(x, p)", "the value below which the share `p` (0 to 1) lies, between two values in proportion"),
    ("product(x)", "all values multiplied"),
    ("stddev(x)", "the standard deviation of a sample"),
    ("corr(x, y)", "the correlation of two columns (Pearson)"),
    ("bool_or(x), bool_and(x)", "whether any, or every, value is true"),
    ("least(x, …), greatest(x, …)", "the smallest, or largest, of several in one row"),
    ("power(x, y), exp(x), ln(x), sqrt(x)", "as in mathematics; `ln` of nothing or less is empty"),
];

/// Adds the functions to a database.
pub(super) fn add(database: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let aggregate = |name: &str, width: i32, end: fn(&Rows) -> Option<f64>| {
        database.create_aggregate_function(name, width, flags, Over(end))
    };
    aggregate("median", 1, |rows| middle(rows, Some(0.5)))?;
    aggregate("quantile_cont", 2, |rows| {
        let share = rows.0.first().map(|row| row[1]);
        middle(rows, share)
    })?;
    aggregate("product", 1, |rows| rows.first_column().reduce(|all, one| all * one))?;
    aggregate("stddev", 1, |rows| {
        let values: Vec<f64> = rows.first_column().collect();
        (values.len() > 1).then(|| (spread(&values, &values) / (values.len() - 1) as f64).sqrt())
    })?;
    aggregate("corr", 2, |rows| {
        let (one, other): (Vec<f64>, Vec<f64>) = rows.0.iter().map(|row| (row[0], row[1])).unzip();
        let both = spread(&one, &one) * spread(&other, &other);
        (both > 0.0).then(|| spread(&one, &other) / both.sqrt())
    })?;
    database.create_aggregate_function("bool_or", 1, flags, Flags { start: false })?;
    database.create_aggregate_function("bool_and", 1, flags, Flags { start: true })?;
    for (name, is_better) in [("least", i64::is_negative as fn(i64) -> bool), ("greatest", i64::is_positive)] {
        database.create_scalar_function(name, -1, flags, move |row| extreme(row, is_better))?;
    }
    database.create_scalar_function("power", 2, flags, |row| {
        Ok(row.get::<Option<f64>>(0)?.zip(row.get::<Option<f64>>(1)?).map(|(base, to)| base.powf(to)))
    })?;
    for (name, of) in [("exp", f64::exp as fn(f64) -> f64), ("ln", f64::ln), ("sqrt", f64::sqrt)] {
        database.create_scalar_function(name, 1, flags, move |row| {
            Ok(row.get::<Option<f64>>(0)?.map(of).filter(|number| number.is_finite()))
        })?;
    }
    Ok(())
}

/// An aggregate over all its rows at once; a row with an empty cell is passed over.
struct Over(fn(&Rows) -> Option<f64>);

/// Up to two numbers of each row.
#[derive(Default)]
struct Rows(Vec<[f64; 2]>);

impl Rows {
    fn first_column(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|row| row[0])
    }
}

impl Aggregate<Rows, Option<f64>> for Over {
    fn init(&self, _: &mut Context<'_>) -> Result<Rows> {
        Ok(Rows::default())
    }

    fn step(&self, row: &mut Context<'_>, rows: &mut Rows) -> Result<()> {
        let mut numbers = [0.0; 2];
        for (place, number) in numbers.iter_mut().enumerate().take(row.len()) {
            match row.get::<Option<f64>>(place)? {
                Some(found) => *number = found,
                None => return Ok(()),
            }
        }
        rows.0.push(numbers);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, rows: Option<Rows>) -> Result<Option<f64>> {
        Ok((self.0)(&rows.unwrap_or_default()))
    }
}

/// `bool_or` and `bool_and`: whether any value is other than `start`.
struct Flags {
    start: bool,
}

impl Aggregate<Option<bool>, Option<bool>> for Flags {
    fn init(&self, _: &mut Context<'_>) -> Result<Option<bool>> {
        Ok(None)
    }

    fn step(&self, row: &mut Context<'_>, so_far: &mut Option<bool>) -> Result<()> {
        if let Some(flag) = row.get::<Option<f64>>(0)? {
            let is_other = (flag != 0.0) != self.start;
            *so_far = Some(if is_other { !self.start } else { so_far.unwrap_or(self.start) });
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, so_far: Option<Option<bool>>) -> Result<Option<bool>> {
        Ok(so_far.flatten())
    }
}

fn middle(rows: &Rows, share: Option<f64>) -> Option<f64> {
    let share = share.filter(|share| (0.0..=1.0).contains(share))?;
    let mut values: Vec<f64> = rows.first_column().collect();
    values.sort_by(f64::total_cmp);
    let place = values.len().checked_sub(1)? as f64 * share;
    let (below, above) = (values[place.floor() as usize], values[place.ceil() as usize]);
    Some(below + (above - below) * place.fract())
}

/// The sum of products of what two columns lie from their means.
fn spread(one: &[f64], other: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (centre, other_centre) = (mean(one), mean(other));
    one.iter().zip(other).map(|(a, b)| (a - centre) * (b - other_centre)).sum()
}

/// The cell that is better than all others; empty cells are passed over. Numbers stand before texts.
fn extreme(row: &Context<'_>, is_better: fn(i64) -> bool) -> Result<Value> {
    let mut best = Value::Null;
    for place in 0..row.len() {
        let cell: Value = row.get(place)?;
        if cell != Value::Null && (best == Value::Null || is_better(order(&cell, &best))) {
            best = cell;
        }
    }
    Ok(best)
}

/// How two cells stand: below 0 if the first is smaller.
fn order(one: &Value, other: &Value) -> i64 {
    let number = |value: &Value| match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Real(number) => Some(*number),
        _ => None,
    };
    let ordering = match (one, other) {
        (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
        (Value::Text(one), Value::Text(other)) => one.cmp(other),
        _ => match (number(one), number(other)) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        },
    };
    ordering as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(sql: &str) -> Value {
        let database = Connection::open_in_memory().unwrap();
        add(&database).unwrap();
        let rows = "WITH rows (x, y) AS (VALUES (1, 2), (2, 4), (NULL, 5), (4, 9))";
        database.query_row(&format!("{rows} SELECT {sql} FROM rows"), [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn aggregates_pass_over_empty_cells() {
        assert_eq!(ask("median(x)"), Value::Real(2.0));
        assert_eq!(ask("quantile_cont(y, 0.25)"), Value::Real(3.5));
        assert_eq!(ask("quantile_cont(y, 1.5)"), Value::Null);
        assert_eq!(ask("product(x)"), Value::Real(8.0));
        assert_eq!(ask("round(stddev(x), 6)"), Value::Real(1.527_525));
        assert_eq!(ask("round(corr(x, y), 6)"), Value::Real(0.998_625));
        assert_eq!((ask("bool_or(x > 3)"), ask("bool_and(x > 3)")), (Value::Integer(1), Value::Integer(0)));
        for empty in ["median(x)", "product(x)", "stddev(x)", "corr(x, y)", "bool_or(x)"] {
            assert_eq!(ask(&format!("{empty} FILTER (WHERE y > 99)")), Value::Null, "{empty}");
        }
    }

    #[test]
    fn functions_of_one_row_keep_what_they_are_given() {
        assert_eq!(ask("max(least(x, y, 3))"), Value::Integer(3));
        assert_eq!(ask("max(greatest(NULL, 'a', 'b'))"), Value::Text("b".to_owned()));
        assert_eq!((ask("max(power(2, 10))"), ask("max(sqrt(9))")), (Value::Real(1024.0), Value::Real(3.0)));
        assert_eq!((ask("max(ln(0))"), ask("max(exp(0))")), (Value::Null, Value::Real(1.0)));
    }
}
