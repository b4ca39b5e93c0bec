//! Levers: what somebody could decide, set to one level after the other and compared over the same games.
//!
//! A number that varies stands for what nobody knows, and is drawn anew for each game; a lever stands for a choice. Every
//! combination of levels is an *arm*: the scenario changed so, under a slug of its own (`dark-grid+moves.cyber=off`), in
//! which each run has the seed that it has in every other arm. So whatever differs, the lever has done.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::base::id::StateId;
use crate::content::scenario::Staged;
use crate::content::{model, tempers};
use crate::ensemble::column::{Column, Kind};
use crate::ensemble::error::EnsembleError;
use crate::law::flaw::closest;
use crate::sim::card::MoveId;

/// The most arms of one scenario: more would be a search, not a comparison.
pub const MOST_ARMS: usize = 64;

/// A choice and its levels, the one compared with first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lever {
    /// What is chosen: `moves.FAMILY`, `moves.MOVE`, `temper.STATE`, `profile.STATE` or a number of the model.
    pub path: String,
    /// Its levels.
    pub levels: Vec<String>,
}

impl FromStr for Lever {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no lever: write PATH=LEVEL,LEVEL, as in `moves.cyber=on,off`");
        let (path, levels) = text.split_once('=').ok_or_else(wrong)?;
        let levels: Vec<String> = levels.split(',').map(|level| level.trim().to_owned()).collect();
        if levels.len() < 2 || levels.iter().any(|level| level.is_empty() || level.contains(['=', '+'])) {
            return Err(wrong());
        }
        if let Some(twice) = levels.iter().enumerate().find(|(place, level)| levels[..*place].contains(level)) {
            return Err(format!("`{text}` names the level `{}` twice", twice.1));
        }
        Ok(Self { path: path.trim().to_owned(), levels })
    }
}

impl fmt::Display for Lever {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.path, self.levels.join(","))
    }
}

impl Lever {
    /// Its column in the table of games.
    pub fn column(&self) -> Column {
        Column {
            name: format!("lever.{}", self.path),
            kind: Kind::Text,
            may_be_empty: false,
            unit: "level",
            about: "The level this game was played at.".to_owned(),
        }
    }
}

/// One arm: the scenario changed, and the level of each lever in it.
#[derive(Clone, Debug)]
pub struct Arm {
    /// What is played.
    pub staged: Staged,
    /// The scenario's own slug, without levels.
    pub scenario: String,
    /// The levels, in the order of the levers; none if nothing is compared.
    pub levels: Vec<String>,
}

impl Arm {
    /// A scenario as it is.
    pub fn plain(staged: Staged) -> Self {
        Self { scenario: staged.scenario.id.clone(), levels: Vec::new(), staged }
    }
}

/// All arms of a scenario, the first level of every lever first.
///
/// # Errors
/// If a lever or a level does not exist, or there are too many arms.
pub fn arms(staged: &Staged, levers: &[Lever]) -> Result<Vec<Arm>, EnsembleError> {
    let count = levers.iter().try_fold(1_usize, |count, lever| count.checked_mul(lever.levels.len()));
    if count.is_none_or(|count| count > MOST_ARMS) {
        let message = format!("these levers make more than {MOST_ARMS} arms: compare fewer levels at once");
        return Err(EnsembleError::Plan(message));
    }
    let mut arms = vec![Arm::plain(staged.clone())];
    for lever in levers {
        let pull = |arm: &Arm| {
            lever.levels.iter().map(|level| pulled(arm, lever, level)).collect::<Result<Vec<Arm>, EnsembleError>>()
        };
        arms = arms.iter().map(pull).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    }
    Ok(arms)
}

/// An arm with one more lever set.
fn pulled(arm: &Arm, lever: &Lever, level: &str) -> Result<Arm, EnsembleError> {
    let mut arm = arm.clone();
    let (kind, what) = lever.path.split_once('.').unwrap_or((&lever.path, ""));
    match kind {
        "moves" => withdraw(&mut arm.staged, what, level)?,
        "temper" => {
            let state = state(&arm.staged, what)?;
            let known = tempers::embedded()?;
            if !known.contains_key(level) {
                return Err(unknown("temper", level, known.keys().map(String::as_str)));
            }
            let seats = &mut Arc::make_mut(&mut arm.staged.scenario).tempers;
            seats.retain(|(seat, _)| *seat != state);
            seats.push((state, level.to_owned()));
            seats.sort_unstable_by_key(|(seat, _)| *seat);
        }
        "profile" => {
            let state = state(&arm.staged, what)?;
            let profiles = arm.staged.rulebook.law.corpus.profiles();
            let found = profiles.iter().position(|profile| profile.name == level);
            let names = || profiles.iter().map(|profile| profile.name.as_str());
            let found = found.ok_or_else(|| unknown("profile", level, names()))?;
            let scenario = Arc::make_mut(&mut arm.staged.scenario);
            let told = scenario.truths.iter_mut().flat_map(|truth| &mut truth.changes.states);
            let rows = scenario.opening.states.iter_mut().chain(told);
            rows.filter(|row| row.id == state).for_each(|row| row.profile = found as u8);
        }
        _ => {
            let path = lever.path.strip_prefix("model.").unwrap_or(&lever.path);
            let number = level.parse::<i64>().map_err(|_| {
                let heads = "a lever is moves.FAMILY, moves.MOVE, temper.STATE, profile.STATE or a number of the model";
                EnsembleError::Plan(format!("`{}` cannot be `{level}`: {heads}", lever.path))
            })?;
            let model = model::adjusted(&arm.staged.rulebook.model, &[(path, number)])?;
            arm.staged.rulebook = Arc::new(arm.staged.rulebook.with_model(model));
        }
    }
    let set = format!("{}={level}", lever.path);
    let scenario = Arc::make_mut(&mut arm.staged.scenario);
    scenario.id = format!("{}+{set}", scenario.id);
    scenario.title = format!("{}, {set}", scenario.title);
    arm.levels.push(level.to_owned());
    Ok(arm)
}

/// Takes moves out of everybody's hands, or leaves them there.
fn withdraw(staged: &mut Staged, what: &str, level: &str) -> Result<(), EnsembleError> {
    let cards = &staged.rulebook.cards;
    let places = cards.iter().enumerate().filter(|(_, card)| card.id == what || card.family == what);
    let moves: Vec<MoveId> = places.map(|(place, _)| MoveId(place as u8)).collect();
    if moves.is_empty() {
        let names = cards.iter().flat_map(|card| [card.id.as_str(), card.family.as_str()]);
        return Err(unknown("move or family of moves", what, names));
    }
    match level {
        "on" => Ok(()),
        "off" => {
            staged.rulebook = Arc::new(staged.rulebook.without(&moves));
            Ok(())
        }
        _ => Err(EnsembleError::Plan(format!("moves are `on` or `off`, not `{level}`"))),
    }
}

/// A state by its name or code, in lower case.
fn state(staged: &Staged, name: &str) -> Result<StateId, EnsembleError> {
    let states = &staged.scenario.cast.states;
    let slug = |word: &str| word.to_lowercase().replace(' ', "-");
    let names: Vec<[String; 2]> = states.iter().map(|state| [slug(&state.name), slug(&state.code)]).collect();
    let found = names.iter().position(|names| names.contains(&slug(name)));
    found.map(StateId::at).ok_or_else(|| unknown("State", name, names.iter().flatten().map(String::as_str)))
}

fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>) -> EnsembleError {
    let help = closest(name, known).map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
    EnsembleError::Plan(format!("there is no {kind} `{name}`{help}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;
    use crate::sim::docket::{Form, Refusal};
    use crate::sim::order::Act;

    fn staged() -> Staged {
        library::embedded("dark-grid").unwrap().stage().unwrap()
    }

    fn lever(text: &str) -> Lever {
        text.parse().unwrap()
    }

    #[test]
    fn every_combination_is_an_arm_with_its_own_slug() {
        let arms = arms(&staged(), &[lever("moves.cyber=on,off"), lever("temper.tesk=hawk,cautious")]).unwrap();
        let slugs: Vec<&str> = arms.iter().map(|arm| arm.staged.scenario.id.as_str()).collect();
        assert_eq!(slugs.len(), 4);
        assert_eq!(slugs[0], "dark-grid+moves.cyber=on+temper.tesk=hawk");
        assert_eq!(arms[3].levels, ["off", "cautious"]);
    }

    #[test]
    fn a_withdrawn_move_is_refused_and_says_why() {
        let arms = arms(&staged(), &[lever("moves.cyber-wipe=on,off")]).unwrap();
        let form = |arm: &Arm| {
            let rules = &arm.staged.rulebook;
            Form::of(rules, Act::Move(rules.find("cyber-wipe").unwrap())).map(|_| ())
        };
        assert_eq!(form(&arms[0]), Ok(()));
        assert_eq!(form(&arms[1]), Err(Refusal::Withdrawn));
        assert_ne!(arms[0].staged.rulebook.digest, arms[1].staged.rulebook.digest);
    }

    #[test]
    fn a_seat_is_given_another_temper_and_another_reading_of_the_law() {
        let plain = staged();
        let tesk = StateId::at(plain.scenario.cast.states.iter().position(|state| state.code == "TES").unwrap());
        let temper = |arm: &Arm| {
            let of = |seat: StateId| arm.staged.scenario.tempers.iter().filter(move |(state, _)| *state == seat);
            assert_eq!(of(tesk).count(), 1, "one seat, one temper");
            assert!(arm.staged.scenario.tempers.is_sorted_by_key(|(state, _)| *state));
            let others = |staged: &Staged| -> Vec<_> {
                staged.scenario.tempers.iter().filter(|(state, _)| *state != tesk).cloned().collect()
            };
            assert_eq!(others(&arm.staged), others(&plain), "nobody else changes");
            of(tesk).next().unwrap().1.clone()
        };
        let set = arms(&plain, &[lever("temper.tesk=hawk,cautious")]).unwrap();
        assert_eq!(set.iter().map(temper).collect::<Vec<_>>(), ["hawk", "cautious"]);

        let set = arms(&plain, &[lever("profile.tes=continental,strict-sovereigntist")]).unwrap();
        let profiles = plain.rulebook.law.corpus.profiles();
        for (arm, name) in set.iter().zip(["continental", "strict-sovereigntist"]) {
            let scenario = &arm.staged.scenario;
            for truth in 0..scenario.truths.len() {
                let states = scenario.under(truth).states;
                assert_eq!(profiles[usize::from(states[tesk.index()].profile)].name, name);
                let others = states.iter().zip(&plain.scenario.opening.states).filter(|(row, _)| row.id != tesk);
                assert!(others.into_iter().all(|(row, was)| row.profile == was.profile));
            }
        }
    }

    #[test]
    fn what_does_not_exist_is_said_with_what_was_meant() {
        for (text, told) in [
            ("moves.cybr=on,off", "`cyber`"),
            ("temper.tsk=hawk,cautious", "`tesk`"),
            ("temper.tesk=hawk,cautios", "`cautious`"),
            ("profile.tesk=nobody,else", "profile `nobody`"),
            ("moves.cyber=on,maybe", "`on` or `off`"),
            ("weather=fine,foul", "a lever is"),
        ] {
            let error = arms(&staged(), &[lever(text)]).unwrap_err().to_string();
            assert!(error.contains(told), "{text}: {error}");
        }
        assert!("moves.cyber".parse::<Lever>().is_err() && "moves.cyber=on".parse::<Lever>().is_err());
        assert!("moves.cyber=on,on".parse::<Lever>().is_err());
    }
}
