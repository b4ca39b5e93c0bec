//! States made from facts: the formulas. Where no source is named, a number is judgement; `docs/scenarios.md` tells them.

use super::source::Facts;
use crate::base::chance::Draw;

/// Pacts of the western bloc, and of the eastern one.
const WEST: [&str; 4] = ["NATO", "EU", "FVEY", "US_PACT"];
const EAST: [&str; 2] = ["CSTO", "SCO"];
/// Groups from which a state leads its bloc in covert work: the four states with most publicly named groups have more.
pub(super) const LEADS: u32 = 20;

/// Which bloc a state belongs to, as far as its pacts and its covert work say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bloc {
    West,
    East,
    Neither,
}

/// What a state can do and how it is inclined; shares are thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) facts: Facts,
    pub(super) bloc: Bloc,
    pub(super) leads: bool,
    pub(super) economy: i32,
    pub(super) intelligence: i32,
    pub(super) forensics: i32,
    pub(super) diplomacy: i32,
    pub(super) conventional: i32,
    pub(super) resolve: i32,
    pub(super) pressure: i32,
    pub(super) legitimacy: i32,
    pub(super) oversight: i32,
    pub(super) attention: i32,
    pub(super) temper: &'static str,
    pub(super) profile: &'static str,
}

pub(super) fn make(facts: Facts, draw: &mut Draw) -> Made {
    let leads = facts.groups >= LEADS;
    let bloc = if facts.is_in(&WEST) {
        Bloc::West
    } else if leads || facts.is_in(&EAST) {
        Bloc::East
    } else {
        Bloc::Neither
    };
    // The ends of both scales are those of the index in the table: 0.1 to 30 000 billion, 400 to 100 000 a head.
    let economy = share(facts.gdp, 100, 30_000_000);
    let wealth = share(facts.gdp * 1_000_000 / facts.population.max(1), 400, 100_000);
    let seat = i32::from(facts.is_permanent);
    let bodies = facts.memberships.len().min(6) as i32;
    let is_supervised = facts.is_in(&["EU", "FVEY", "COE"]) && bloc != Bloc::East;
    let temper = match () {
        () if leads => "revisionist",
        () if facts.is_nuclear && bloc != Bloc::East => "hawk",
        () if facts.groups > 0 => "opportunist",
        () if is_supervised => "legalist",
        () => "cautious",
    };
    let profile = match () {
        () if facts.is_in(&["FVEY"]) => "operational-flexibility",
        () if facts.is_in(&["EU"]) && economy >= 600 => "continental",
        () if facts.is_in(&["EU", "NATO"]) => "small-frontline",
        () if bloc == Bloc::East || facts.is_in(&["BRICS"]) => "strict-sovereigntist",
        () => "cautious-restatement",
    };
    Made {
        intelligence: within((facts.offence * 2 + economy) / 3 + 100 * seat),
        forensics: within((facts.defence * 2 + wealth) / 3),
        diplomacy: within(250 + economy * 3 / 10 + 40 * bodies + 150 * seat),
        conventional: within(economy * 6 / 10 + 200 * i32::from(facts.is_nuclear) + 100 * seat),
        resolve: within(450 + 100 * i32::from(facts.is_nuclear) + draw.between(-100, 100)),
        pressure: within(150 + draw.between(-50, 100)),
        legitimacy: within(550 + 100 * i32::from(is_supervised) - 150 * i32::from(leads) + draw.between(-50, 50)),
        oversight: within(200 + wealth * 3 / 10 + 250 * i32::from(is_supervised)),
        attention: 3 + i32::from(economy >= 450) + i32::from(economy >= 700) + seat,
        facts,
        bloc,
        leads,
        economy,
        temper,
        profile,
    }
}

fn within(share: i32) -> i32 {
    share.clamp(50, 950)
}

/// Where a value lies between two ends on a scale of logarithms, in thousandths.
fn share(value: u64, low: u64, high: u64) -> i32 {
    let (value, low, high) = (log(value), log(low), log(high));
    within(((value - low) * 1000 / (high - low)) as i32)
}

/// A logarithm to base 2, in thousandths; straight between powers of two, so that no machine differs.
fn log(value: u64) -> i64 {
    let value = value.max(1);
    let whole = value.ilog2();
    i64::from(whole) * 1000 + ((u128::from(value - (1 << whole)) * 1000) >> whole) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_rise_with_what_they_measure() {
        assert_eq!((log(1), log(2), log(3), log(1024)), (0, 1000, 1500, 10_000));
        let shares: Vec<i32> = [50, 1000, 20_000, 500_000, 30_000_000].map(|gdp| share(gdp, 100, 30_000_000)).into();
        assert!(shares.is_sorted(), "{shares:?}");
        assert_eq!((shares[0], shares[4]), (50, 950));
    }
}
