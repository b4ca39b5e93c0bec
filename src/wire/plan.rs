//! How an event of the master list is written: six cells, which people fill in by hand or in a spreadsheet.
//!
//! *When*, *To*, *Title*, *Text*, *Does*, and when it was told (written, never read). Things are called by their names in the
//! crisis, States by name or code; case does not matter. *When* is `by hand`, `turn 3`, `step LYS/VEL 4`,
//! `tension LYS/VEL 250`, `after VEL cyber-disrupt` or `public: blackout in Lysmark`. *Does* is a list with semicolons:
//! `pressure LYS +80`, `tension LYS/VEL +120`, `warmth LYS/VEL -50` (what the first feels about the second),
//! `asset power grid = interrupted`, `reveal blackout in Lysmark to HAL, TES`.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::id::{AssetId, IncidentId, StateId};
use crate::base::{Permille, StateSet, Turn};
use crate::law::flaw::closest;
use crate::session::plan::{Plan, When};
use crate::sim::polity::{Function, Gauge};
use crate::sim::relations::TieGauge;
use crate::sim::scenario::Cast;
use crate::sim::white_cell::Push;

/// What the cells of a row are called.
pub const HEADINGS: [&str; 6] = ["When", "To", "Title", "Text", "Does", "Told in turn"];

/// An event as cells; `told` is the turn in which it was told.
pub fn write(plan: &Plan, told: Option<Turn>, cast: &Cast) -> [String; 6] {
    let does: Vec<String> = plan.does.iter().map(|push| write_push(*push, cast)).collect();
    [
        write_when(&plan.when, cast),
        write_states(plan.to, cast),
        plan.title.clone(),
        plan.text.clone(),
        does.join("; "),
        told.map(|turn| (turn.0 + 1).to_string()).unwrap_or_default(),
    ]
}

/// An event from its cells; a missing cell is empty.
///
/// # Errors
/// What cannot be read, as a clause.
pub fn read(cells: &[String], cast: &Cast) -> Result<Plan, String> {
    let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
    Ok(Plan {
        when: read_when(cell(0), cast)?,
        to: read_states(cell(1), cast)?,
        title: cell(2).to_owned(),
        text: cell(3).to_owned(),
        does: read_pushes(cell(4), cast)?,
    })
}

/// What an event does, from its cell.
///
/// # Errors
/// What cannot be read, as a clause.
pub fn read_pushes(text: &str, cast: &Cast) -> Result<Vec<Push>, String> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| read_push(part, cast)).collect()
}

fn code(state: StateId, cast: &Cast) -> &str {
    cast.states.get(state.index()).map_or("?", |named| named.code.as_str())
}

/// States as codes, or everybody.
fn write_states(set: StateSet, cast: &Cast) -> String {
    if set.is_public() {
        return "everybody".into();
    }
    let codes: Vec<&str> = set.iter().map(|state| code(state, cast)).collect();
    codes.join(", ")
}

fn read_states(text: &str, cast: &Cast) -> Result<StateSet, String> {
    if text.eq_ignore_ascii_case("everybody") {
        return Ok(StateSet::ALL);
    }
    let names = text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| state(name, cast)).try_fold(StateSet::EMPTY, |set, state| Ok(set.with(state?)))
}

fn state(text: &str, cast: &Cast) -> Result<StateId, String> {
    let same = |name: &str| name.to_lowercase() == text.to_lowercase();
    let found = cast.states.iter().position(|named| same(&named.name) || same(&named.code));
    found.map(StateId::at).ok_or_else(|| none("State", text, cast.states.iter().map(|named| named.name.as_str())))
}

fn named<'a>(kind: &str, text: &str, names: &'a [String]) -> Result<usize, String> {
    let near = |name: &&'a String| name.to_lowercase() == text.trim().to_lowercase();
    names.iter().position(|name| near(&name)).ok_or_else(|| none(kind, text, names.iter().map(String::as_str)))
}

fn none<'a>(kind: &str, text: &str, names: impl Iterator<Item = &'a str>) -> String {
    let help = closest(text, names).map(|near| format!("; did you mean `{near}`?"));
    format!("there is no {kind} `{text}`{}", help.unwrap_or_default())
}

/// A pair as `LYS/VEL`.
fn pair(text: &str, cast: &Cast) -> Result<(StateId, StateId), String> {
    let (one, other) = text.split_once('/').ok_or_else(|| format!("`{text}` is no pair of States, as in `LYS/VEL`"))?;
    Ok((state(one.trim(), cast)?, state(other.trim(), cast)?))
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.trim_start_matches('+').parse().map_err(|_| format!("`{text}` is no whole number that fits here"))
}

/// The last word, and what stands before it.
fn last(text: &str) -> Result<(&str, &str), String> {
    text.rsplit_once(' ').map(|(before, last)| (before.trim(), last)).ok_or_else(|| format!("`{text}` lacks a number"))
}

fn word<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.replace([' ', '-'], "_").to_lowercase())).ok()
}

/// A word as files write it, with gaps.
pub fn spoken(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word.replace('_', " "),
        _ => String::new(),
    }
}

fn write_when(when: &When, cast: &Cast) -> String {
    let pair = |one: &StateId, other: &StateId| format!("{}/{}", code(*one, cast), code(*other, cast));
    match when {
        When::ByHand => "by hand".into(),
        When::Turn(turn) => format!("turn {}", turn.0 + 1),
        When::Step { one, other, at_least } => format!("step {} {at_least}", pair(one, other)),
        When::Tension { one, other, at_least } => format!("tension {} {}", pair(one, other), at_least.get()),
        When::Acted { by, act } => format!("after {} {act}", code(*by, cast)),
        When::Public(incident) => {
            format!("public: {}", cast.incidents.get(incident.index()).map_or("?", String::as_str))
        }
    }
}

fn read_when(text: &str, cast: &Cast) -> Result<When, String> {
    if text.is_empty() || text.eq_ignore_ascii_case("by hand") {
        return Ok(When::ByHand);
    }
    let split = text.find([' ', ':']).unwrap_or(text.len());
    let (verb, rest) = (text[..split].to_lowercase(), text[split..].trim_start_matches(':').trim());
    match verb.as_str() {
        "turn" => match number::<u16>(rest)?.checked_sub(1) {
            Some(turn) => Ok(When::Turn(Turn(turn))),
            None => Err("turns are counted from 1".into()),
        },
        "step" => {
            let (states, at_least) = last(rest)?;
            let (one, other) = pair(states, cast)?;
            Ok(When::Step { one, other, at_least: number(at_least)? })
        }
        "tension" => {
            let (states, at_least) = last(rest)?;
            let (one, other) = pair(states, cast)?;
            let at_least = number::<i32>(at_least)?;
            if !(0..=1000).contains(&at_least) {
                return Err("tension goes from 0 to 1000".into());
            }
            Ok(When::Tension { one, other, at_least: Permille::clamped(at_least) })
        }
        "after" => {
            let (by, act) = last(rest)?;
            Ok(When::Acted { by: state(by, cast)?, act: act.to_owned() })
        }
        "public" => Ok(When::Public(IncidentId::at(named("incident", rest, &cast.incidents)?))),
        _ => Err(format!(
            "`{text}` says no time: write `by hand`, `turn 3`, `step A/B 4`, `tension A/B 250`, `after A move` or `public: incident`"
        )),
    }
}

/// What is done, as it is written.
pub fn write_push(push: Push, cast: &Cast) -> String {
    let asset = |id: AssetId| cast.assets.get(id.index()).map_or("?", String::as_str);
    match push {
        Push::Shift { state, gauge, by } => format!("{} {} {by:+}", spoken(gauge), code(state, cast)),
        Push::Bend { one, other, gauge, by } => {
            let (what, one, other) = match gauge {
                TieGauge::Tension => ("tension", one, other),
                TieGauge::Trade => ("trade", one, other),
                TieGauge::WarmthOf(of) => ("warmth", of, if of == one { other } else { one }),
            };
            format!("{what} {}/{} {by:+}", code(one, cast), code(other, cast))
        }
        Push::Asset { asset: id, function } => {
            let function = if function == Function::None { "whole".into() } else { spoken(function) };
            format!("asset {} = {function}", asset(id))
        }
        Push::Reveal { incident, to } => {
            let incident = cast.incidents.get(incident.index()).map_or("?", String::as_str);
            format!("reveal {incident} to {}", write_states(to, cast))
        }
    }
}

fn read_push(text: &str, cast: &Cast) -> Result<Push, String> {
    let (verb, rest) = text.split_once(' ').ok_or_else(|| format!("`{text}` says nothing that could be done"))?;
    match verb.to_lowercase().as_str() {
        "asset" => {
            let (asset, function) =
                rest.rsplit_once('=').ok_or_else(|| format!("`{text}` lacks `= whole` or what it lost"))?;
            let function = match function.trim().to_lowercase().as_str() {
                "whole" => Function::None,
                other => word(other).ok_or_else(|| {
                    let words: Vec<String> = Function::ALL[1..].iter().map(spoken).collect();
                    format!("an asset is whole, {}; not `{other}`", words.join(", "))
                })?,
            };
            let asset = AssetId::at(named("asset", asset, &cast.assets)?);
            Ok(Push::Asset { asset, function })
        }
        "reveal" => {
            let (incident, to) = rest.rsplit_once(" to ").ok_or_else(|| format!("`{text}` lacks `to` and a State"))?;
            let incident = IncidentId::at(named("incident", incident, &cast.incidents)?);
            Ok(Push::Reveal { incident, to: read_states(to.trim(), cast)? })
        }
        verb @ ("tension" | "trade" | "warmth") => {
            let (states, by) = last(rest)?;
            let (one, other) = pair(states, cast)?;
            let gauge = match verb {
                "tension" => TieGauge::Tension,
                "trade" => TieGauge::Trade,
                _ => TieGauge::WarmthOf(one),
            };
            Ok(Push::Bend { one, other, gauge, by: number(by)? })
        }
        _ => {
            let (before, by) = last(text)?;
            // A gauge may have two words, and so may a State.
            let split = before.match_indices(' ').map(|(at, _)| (&before[..at], before[at..].trim()));
            let found = split.filter_map(|(gauge, who)| Some((word::<Gauge>(gauge)?, who))).next_back();
            let Some((gauge, who)) = found else {
                let words: Vec<String> = Gauge::ALL.iter().map(spoken).collect();
                let verbs = "tension, trade, warmth, asset, reveal";
                return Err(format!("`{text}` begins with none of: {verbs}, {}", words.join(", ")));
            };
            Ok(Push::Shift { state: state(who, cast)?, gauge, by: number(by)? })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;

    fn cast() -> Cast {
        library::embedded("dark-grid").expect("it travels along").stage().expect("it is sound").scenario.cast.clone()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cast = cast();
        let incident = cast.incidents[0].clone();
        let asset = cast.assets[0].clone();
        let does = format!(
            "pressure Lysmark +80; cyber defence LYS -20; tension lysmark/VELDANY +120; warmth VEL/LYS -50; \
             asset {asset} = whole; asset {asset} = repair needed; reveal {incident} to Haldria, TES"
        );
        for when in ["by hand", "turn 3", "step LYS/VEL 4", "tension LYS/VEL 250", "after VEL cyber-disrupt"] {
            let cells = [when, "everybody", "A title", "A text; with “signs”,\nand lines", &does].map(str::to_owned);
            let plan = read(&cells, &cast).unwrap();
            assert_eq!(plan.does.len(), 7);
            let written = write(&plan, None, &cast);
            assert_eq!(written[0], when);
            assert_eq!(read(&written, &cast).unwrap(), plan, "{written:?}");
        }
        let public = read(&[format!("public: {incident}")], &cast).unwrap();
        assert_eq!(public.when, When::Public(IncidentId(0)));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let cast = cast();
        let wrong =
            |when: &str, to: &str, does: &str| read(&[when, to, "", "", does].map(str::to_owned), &cast).unwrap_err();
        assert!(wrong("turn 0", "", "").contains("from 1"));
        assert!(wrong("soon", "", "").contains("says no time"));
        assert!(wrong("", "Lismark", "").contains("did you mean `Lysmark`"));
        assert!(wrong("", "", "tension LYS +3").contains("no pair"));
        assert!(wrong("", "", "mood LYS +3").contains("begins with none of"));
        assert!(wrong("", "", "pressure LYS much").contains("no whole number"));
        assert!(wrong("", "", "asset moon = whole").contains("no asset `moon"));
    }
}
