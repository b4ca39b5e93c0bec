//! The facts a generated world rests on: one line of `assets/data/states.csv` for each member of the United Nations.

use crate::content::assets;
use crate::content::mistake::{Mistake, Mistakes};

/// A line of the table, under its own column names. Shares are thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) subregion: String,
    /// The place of its region among all, in the order of their names.
    pub(super) region: usize,
    pub(super) is_permanent: bool,
    pub(super) is_nuclear: bool,
    /// Gross domestic product in millions of dollars.
    pub(super) gdp: u64,
    pub(super) population: u64,
    pub(super) memberships: Vec<String>,
    pub(super) offence: i32,
    pub(super) defence: i32,
    pub(super) groups: u32,
}

impl Facts {
    /// Whether it belongs to any of these.
    pub(super) fn is_in(&self, names: &[&str]) -> bool {
        self.memberships.iter().any(|name| names.contains(&name.as_str()))
    }

    /// Whether both belong to one of these.
    pub(super) fn shares(&self, other: &Self, names: &[&str]) -> bool {
        self.memberships.iter().any(|name| names.contains(&name.as_str()) && other.memberships.contains(name))
    }
}

/// All lines, in the table's order.
///
/// # Errors
/// If a line of the table cannot be read.
pub(super) fn all() -> Result<Vec<Facts>, Mistakes> {
    let mut found = Vec::new();
    for file in assets::below("data").into_iter().filter(|file| file.name.ends_with("states.csv")) {
        let mut start = 0;
        for (nth, line) in file.text.split_inclusive('\n').enumerate() {
            match facts(line.trim_end()) {
                Some(facts) => found.push(facts),
                None if nth == 0 => {}
                None => {
                    let wrong: Mistake = file.mistake(start..start + line.trim_end().len(), "this line is no state");
                    return Err(wrong.into());
                }
            }
            start += line.len();
        }
    }
    let mut regions: Vec<String> = found.iter().map(|facts| facts.subregion.clone()).collect();
    regions.sort_unstable();
    regions.dedup();
    for facts in &mut found {
        facts.region = regions.partition_point(|region| *region < facts.subregion);
    }
    Ok(found)
}

fn facts(line: &str) -> Option<Facts> {
    let cells: Vec<&str> = line.split(',').collect();
    let &[_, subregion, permanent, nuclear, gdp, population, memberships, offence, defence, groups] = cells.as_slice()
    else {
        return None;
    };
    Some(Facts {
        subregion: subregion.to_owned(),
        region: 0,
        is_permanent: permanent == "1",
        is_nuclear: nuclear == "1",
        gdp: gdp.parse().ok()?,
        population: population.parse().ok()?,
        memberships: memberships.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        offence: offence.parse().ok()?,
        defence: defence.parse().ok()?,
        groups: groups.parse().ok()?,
    })
}
