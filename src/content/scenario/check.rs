//! What must hold between the rows of a scenario.

use std::collections::BTreeMap;

use super::Forms;
use super::reader::{Reader, Row};
use crate::base::id::StateId;
use crate::sim::polity::Party;
use crate::sim::relations::Sided;
use crate::sim::rulebook::Rulebook;
use crate::sim::scenario::Scenario;
use crate::sim::situation::Situation;
use crate::sim::soundness;

/// Checks a scenario whose rows are right each by itself.
pub(super) fn whole(reader: &mut Reader, scenario: &Scenario, rules: &Rulebook, forms: &Forms) {
    let opening = &scenario.opening;
    if opening.states.len() < 2 {
        reader.wrong(0..0, "a crisis takes at least two states", None);
    }
    codes(reader, scenario, &forms.states);
    ties(reader, scenario, forms);
    places(reader, opening, forms);
    for (state, form) in scenario.cast.states.iter().zip(&forms.states) {
        let weights: i32 = form.form.iter().flat_map(|form| &form.wants).map(|(_, weight)| weight.get()).sum();
        if weights == 0 {
            let help = Some("add `wants: [(legitimacy, 300), …]`".to_owned());
            reader.wrong(form.at.clone(), format!("{} wants nothing", state.name), help);
        }
    }
    let members = opening.states.iter().filter(|state| state.region).count();
    if scenario.cast.region.is_some() && members < 2 {
        let help = Some("write `region: true` with the states that are its members".to_owned());
        reader.wrong(0..0, "a regional body has at least two members", help);
    } else if scenario.cast.region.is_none() && members > 0 {
        let help = Some("add `region: \"the … Conference\"` beside `states`".to_owned());
        reader.wrong(0..0, "the regional body that states are members of has no name", help);
    }
    let mut seen: Vec<&str> = Vec::new();
    for truth in &scenario.truths {
        if seen.contains(&truth.id.as_str()) {
            reader.wrong_word(
                &truth.id,
                &(0..reader.file.text.len()),
                format!("two truths are called `{}`", truth.id),
                None,
            );
        }
        seen.push(&truth.id);
    }
    if !reader.mistakes.is_empty() {
        return;
    }
    sound(reader, opening, rules, None);
    for truth in &scenario.truths {
        let mut drawn = opening.clone();
        drawn.change(&truth.changes);
        sound(reader, &drawn, rules, Some(&truth.id));
    }
}

/// The last line of defence: systems index rows without asking again.
fn sound(reader: &mut Reader, situation: &Situation, rules: &Rulebook, truth: Option<&str>) {
    for flaw in soundness::flaws(situation, rules.cards.len()) {
        let under = truth.map_or(String::new(), |truth| format!(", under the truth `{truth}`"));
        let message = format!("row {} of `{}` is wrong in `{}`{under}", flaw.row + 1, flaw.list, flaw.field);
        reader.wrong(0..0, message, None);
    }
}

fn codes(reader: &mut Reader, scenario: &Scenario, rows: &[Row<super::form::StateForm>]) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, (state, row)) in scenario.cast.states.iter().zip(rows).enumerate() {
        for word in [&state.code, &state.name] {
            if seen.insert(word, place).is_some_and(|other| other != place) {
                reader.wrong_word(word, &row.at, format!("two states are called `{word}`"), None);
            }
        }
    }
}

fn ties(reader: &mut Reader, scenario: &Scenario, forms: &Forms) {
    let opening = &scenario.opening;
    let name = |state: StateId| forms.states[state.index()].id.clone();
    for pair in opening.ties.windows(2) {
        let same = |tie: &crate::sim::relations::Tie| Sided { low: tie.low, high: tie.high };
        if same(&pair[0]) == same(&pair[1]) {
            let (low, high) = (name(pair[0].low), name(pair[0].high));
            let written = forms.ties.iter().rev().find(|row| {
                row.form.as_ref().is_some_and(|form| {
                    form.between == (low.clone(), high.clone()) || form.between == (high.clone(), low.clone())
                })
            });
            let at = written.map_or(0..0, |row| row.at.clone());
            reader.wrong(at, format!("`{low}` and `{high}` have two ties"), None);
        }
    }
    for (place, row) in forms.states.iter().enumerate() {
        let state = StateId(place as u8);
        if !opening.ties.iter().any(|tie| tie.low == state || tie.high == state) {
            let help = Some("without a tie it can act on nobody: add a row to `ties`".to_owned());
            reader.wrong_word(&row.id, &row.at, format!("`{}` has no tie with anybody", row.id), help);
        }
    }
}

/// Things must lie where those who hit them think.
fn places(reader: &mut Reader, opening: &Situation, forms: &Forms) {
    for (incident, row) in opening.incidents.iter().zip(&forms.incidents) {
        if let Some(asset) = incident.asset {
            let asset = &opening.assets[asset.index()];
            if asset.owner != incident.victim && asset.host != incident.victim {
                reader.wrong(row.at.clone(), "what it hit is not the victim's", None);
            }
        }
        if incident.noticed.is_some_and(|day| day < incident.began) {
            reader.wrong(row.at.clone(), "it was noticed before it began", None);
        }
        if incident.ceased.is_some_and(|day| day < incident.began) {
            reader.wrong(row.at.clone(), "it ceased before it began", None);
        }
    }
    for (operation, row) in opening.operations.iter().zip(&forms.operations) {
        if let Some(asset) = operation.asset {
            let asset = &opening.assets[asset.index()];
            if asset.owner != operation.target && asset.host != operation.target {
                reader.wrong(row.at.clone(), "what it is aimed at is not the target's", None);
            }
        }
        if operation.author == Party::State(operation.target) {
            reader.wrong(row.at.clone(), "its author is its own target", None);
        }
    }
}
