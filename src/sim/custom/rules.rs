//! The pure rules of counting.

use std::collections::BTreeMap;

use crate::base::id::StateId;
use crate::base::{Day, Permille, StateSet};
use crate::law::norm::Standing;
use crate::sim::custom::{Side, Stance, Tenet};
use crate::sim::model::Custom;

/// A State, with the reading of the norm in question that its national profile holds.
pub type Member = (StateId, Option<usize>);

/// How a reading stands among the States in play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Voices for it, in thousandths of a State, over all States; courts count besides, and no more than all.
    pub held: Permille,
    /// How many have stood for it in play since the norm's readings last moved, over all States.
    pub upheld: Permille,
    /// How many have stood against it or for another reading since then.
    pub departed: Permille,
    /// Whether a specially affected State stands against it.
    pub is_opposed: bool,
}

/// Counts the voices for a reading. `stances` are those on its norm; `since` is when the norm's readings last moved.
///
/// A State that has said or done something in play counts by that. One that has not counts by its national profile, which is
/// a published position; but if it is specially affected, the occasion called for a word, and its silence counts half.
///
/// # Source
/// North Sea Continental Shelf (1969) paras 73–74 on States whose interests are specially affected; ILC, Conclusions on
/// identification of customary international law (2018), conclusions 8, 10(3) and 13.
pub fn count(numbers: &Custom, stances: &[Stance], members: &[Member], tenet: Tenet, since: Option<Day>) -> Count {
    let affected = stances.iter().fold(StateSet::EMPTY, |all, stance| all.union(stance.affects));
    let own: BTreeMap<StateId, &Stance> = stances.iter().filter_map(|stance| Some((stance.by?, stance))).collect();
    let is_asserted = stances.iter().any(|stance| stance.upholds(tenet));
    let voice = |(state, profile): &Member| {
        let on_paper = *profile == Some(tenet.place());
        match own.get(state) {
            Some(stance) if stance.upholds(tenet) => 1000,
            None if affected.contains(*state) && (is_asserted || on_paper) => numbers.silence.at.get(),
            None if on_paper => 1000,
            Some(_) | None => 0,
        }
    };
    let voices: i32 = members.iter().map(voice).sum();
    let per_judgment = i32::from(numbers.judgment_voices.at);
    let judgments = |counts: &dyn Fn(&&Stance) -> bool| {
        per_judgment * stances.iter().filter(|stance| stance.by.is_none()).filter(counts).count() as i32
    };
    let is_new = |stance: &&Stance| since.is_none_or(|since| stance.day > since);
    let stood = |upholds: bool| {
        let counts = |stance: &&Stance| is_new(stance) && stance.upholds(tenet) == upholds;
        stances.iter().filter(|stance| stance.by.is_some()).filter(counts).count() as i32 + judgments(&counts)
    };
    let all = (members.len() as i32).max(1);
    Count {
        held: Permille::clamped((voices + 1000 * judgments(&|stance| stance.upholds(tenet))) / all),
        upheld: Permille::clamped(1000 * stood(true) / all),
        departed: Permille::clamped(1000 * stood(false) / all),
        is_opposed: affected.iter().filter_map(|state| own.get(&state)).any(|stance| !stance.upholds(tenet)),
    }
}

/// The standing that a reading comes to have, if it moves: not by what is on paper alone. The test itself never falls.
pub fn moved(numbers: &Custom, count: &Count, standing: Standing) -> Option<Standing> {
    let rises = count.held >= numbers.rises.at && count.upheld >= numbers.in_play.at && !count.is_opposed;
    if standing < Standing::Baseline && rises {
        return Some(standing.above());
    }
    let drops = count.held < numbers.drops.at && count.departed >= numbers.in_play.at;
    (standing == Standing::Substantial && drops).then_some(Standing::Minority)
}

/// The reading that a State holds of a norm, as far as it is known: what it last said or did, else its profile. A State that
/// has gone against a reading holds none until it says another.
pub fn reading(said: Option<&Stance>, profile: Option<usize>) -> Option<usize> {
    match said {
        Some(stance) => (stance.side == Side::For).then_some(stance.tenet.place()),
        None => profile,
    }
}
