//! The evidence board: a card laid against an answer by the keyboard and by the pointer, and what can be drafted from there.

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Stage, go, press, seated_in, shows, until};
use crate::console::screens::Place;
use bevy_egui::egui::Key;

/// A desk with evidence on it: the six States of the grid, once the first traces have been read.
fn desk(runs: &std::path::Path) -> Stage<'static> {
    let mut stage = seated_in("Dark Grid", runs, [1500.0, 3200.0]);
    go(&mut stage, Place::Desk);
    stage
}

fn first(stage: &Stage<'_>, part: &str) -> String {
    let found = stage.query_all_by_label_contains(part).next();
    let node = found.unwrap_or_else(|| panic!("nothing is called `{part}`"));
    node.accesskit_node().label().unwrap()
}

/// Every likelihood on the board, as it stands there.
fn likelihoods(stage: &Stage<'_>) -> Vec<String> {
    let bars = stage.query_all_by_label_contains(" %, ").filter_map(|node| node.accesskit_node().label());
    bars.collect()
}

#[test]
fn a_card_is_laid_against_an_answer_by_key_and_changes_no_belief() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = desk(folder.path());
    let before = likelihoods(&stage);
    assert!(!before.is_empty(), "something is believed");
    assert!(shows("Without any of these cards: ")(&stage));
    let take = first(&stage, "Take in hand: ");
    stage.get_all_by_label(&take).next().unwrap().focus();
    stage.step();
    stage.key_press(Key::Enter);
    stage.run_steps(3);
    assert!(shows("Put back: ")(&stage), "it is in hand");
    let answers = stage.query_all_by_label_contains("Lay it on: ").count();
    assert!(answers > 0, "it can be laid on any answer on the same incident");
    let lay = first(&stage, "Lay it on: ");
    stage.get_all_by_label(&lay).next().unwrap().focus();
    stage.step();
    stage.key_press(Key::Space);
    stage.run_steps(3);
    assert!(!shows("Put back: ")(&stage), "it is out of hand");
    assert!(shows("Where a card lies changes none.")(&stage));
    assert!(shows("It speaks ")(&stage) || shows("It says nothing on this.")(&stage));
    assert_eq!(likelihoods(&stage), before, "beliefs are the engine's");
}

#[test]
fn a_card_is_dragged_and_an_order_is_drafted_from_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = desk(folder.path());
    let take = first(&stage, "Take in hand: ");
    let from = stage.get_all_by_label(&take).next().unwrap().rect().center();
    // The likeliest answer stands on top.
    let bar = likelihoods(&stage).remove(0);
    let to = stage.get_all_by_label(&bar).next().unwrap().rect().center();
    stage.hover_at(from);
    stage.step();
    stage.drag_at(from);
    stage.step();
    for part in [0.2, 0.6, 1.0] {
        stage.hover_at(from.lerp(to, part));
        stage.step();
    }
    stage.drop_at(to);
    stage.run_steps(3);
    assert!(shows("Where a card lies changes none.")(&stage), "it was dropped there");
    let share = first(&stage, "Share evidence in confidence");
    press(&mut stage, &share);
    until(&mut stage, "the card of the draft", shows("Legality card"));
    press(&mut stage, "Close");
    assert!(!shows("Where a card lies changes none.")(&stage));
}
