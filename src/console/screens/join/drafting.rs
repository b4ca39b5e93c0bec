//! What is drafted in a class elsewhere: the ways to act that a card on the board suggests, and the questions that a way leaves
//! open. Both are the host's.

use bevy_egui::egui::{self, Ui};
use serde_json::Value;

use crate::console::look;
use crate::console::screens::desk::Card;
use crate::wire::api::{Draft, Menu, Way};
use crate::words::Words;
use crate::words::board::Incident;

/// What could be ordered with a card and the answer on which it lies: of the ways that the host offers, those over the incident
/// that are directed at whoever the answer names, and those that hand the item over. Each by act and way.
pub(super) fn ways(menu: &Menu, incident: &Incident, card: Card, place: usize) -> Vec<(String, (String, usize))> {
    let term = |way: &Way, name: &str| way.terms.get(name).and_then(Value::as_u64);
    let named = incident.beliefs.get(place).and_then(|held| held.names).map(|state| u64::from(state.0));
    let fits = |way: &&Way| {
        let hands_over = term(way, "evidence") == Some(u64::from(card.1.0));
        let is_over = term(way, "incident") == Some(u64::from(incident.id.0));
        hands_over || is_over && named.is_some() && term(way, "target") == named
    };
    menu.acts.iter().filter(fits).map(|way| (way.says.clone(), (way.act.clone(), way.way))).collect()
}

/// A question that a way leaves open: the answers it takes, as the host puts them into words, or a number of days.
pub(super) fn question(ui: &mut Ui, words: &Words, draft: &mut Draft, name: &str, way: &Way) {
    let (Some(values), Some(asked)) = (way.questions.get(name), way.asked.get(name)) else { return };
    if values.is_empty() {
        let mut days: u32 = draft.answers.get(name).and_then(|text| text.parse().ok()).unwrap_or(0);
        look::label(ui, &asked.says);
        let field = ui.add(egui::DragValue::new(&mut days).range(0..=3650));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::DragValue, true, &asked.says));
        if field.changed() {
            draft.answers.insert(name.to_owned(), days.to_string());
        }
        return;
    }
    let unset = asked.stands.is_none().then(|| (None, words.say("play-unset")));
    let answers = asked.answers.iter().enumerate().map(|(nth, text)| (Some(nth), text.clone()));
    let options: Vec<_> = unset.into_iter().chain(answers).collect();
    let given = draft.answers.get(name).and_then(|answer| values.iter().position(|one| one == answer));
    let mut now = given.or(asked.stands);
    if look::pick(ui, &asked.says, &mut now, &options) {
        match now.and_then(|nth| values.get(nth)) {
            Some(value) => _ = draft.answers.insert(name.to_owned(), value.clone()),
            None => _ = draft.answers.remove(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Permille;
    use crate::base::id::{EvidenceId, IncidentId, StateId};
    use crate::words::board::Held;

    fn way(act: &str, terms: Value) -> Way {
        Way {
            act: act.to_owned(),
            family: String::new(),
            way: 0,
            says: act.to_owned(),
            attention: 1,
            verdict: "lawful".to_owned(),
            provisional: false,
            cost: 0,
            questions: std::collections::BTreeMap::new(),
            asked: std::collections::BTreeMap::new(),
            terms,
        }
    }

    #[test]
    fn a_card_suggests_what_blames_whoever_is_named_and_what_hands_it_over() {
        let held = |names| Held {
            question: None,
            names,
            text: String::new(),
            share: Permille::ZERO,
            word: String::new(),
            before: Permille::ZERO,
        };
        let incident = Incident {
            id: IncidentId(4),
            name: String::new(),
            about: String::new(),
            beliefs: vec![held(Some(StateId(2))), held(None)],
            evidence: Vec::new(),
        };
        let acts = vec![
            way("accuse", serde_json::json!({"target": 2, "incident": 4})),
            way("accuse-another", serde_json::json!({"target": 3, "incident": 4})),
            way("accuse-of-another", serde_json::json!({"target": 2, "incident": 5})),
            way("share", serde_json::json!({"target": 1, "evidence": 9})),
            way("share-another", serde_json::json!({"target": 1, "evidence": 8})),
            way("protest", serde_json::json!({"incident": 4})),
        ];
        let menu = Menu { acts, why_not: std::collections::BTreeMap::new() };
        let found = |place| {
            let found = ways(&menu, &incident, (incident.id, EvidenceId(9)), place);
            found.into_iter().map(|(says, _)| says).collect::<Vec<_>>()
        };
        assert_eq!(found(0), ["accuse", "share"]);
        assert_eq!(found(1), ["share"], "it names nobody");
    }
}
