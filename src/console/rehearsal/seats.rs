//! Seats in a class: what brings one back, what is asked before one is left, and the page of a class elsewhere.

use bevy_egui::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::class::{Class, fill, hosted, press_button};
use super::{Stage, go, press, press_idle, shows, until};
use crate::base::Turn;
use crate::console::screens::Place;
use crate::session::wish::Wish;

/// Finds the class by address and code.
fn look_for(stage: &mut Stage<'_>, class: &Class) {
    go(stage, Place::Join);
    fill(stage, "Address", &class.address);
    fill(stage, "The code on the board", &class.code);
    press(stage, "Look for the class");
}

/// Writes something else into a field.
fn refill(stage: &mut Stage<'_>, label: &str, text: &str) {
    fill(stage, label, "");
    stage.key_press_modifiers(Modifiers::COMMAND, Key::A);
    stage.step();
    fill(stage, label, text);
}

/// The first text that a node has which follows a label: a re-entry code is ten letters and digits.
fn code(stage: &Stage<'_>) -> String {
    let is_code =
        |text: &str| text.len() == 10 && text.chars().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    let mut next = vec![stage.root()];
    while let Some(node) = next.pop() {
        let own = node.accesskit_node();
        if let Some(found) = own.label().or_else(|| own.value()).filter(|text| is_code(text)) {
            return found;
        }
        next.extend(node.children());
    }
    panic!("no code is shown");
}

#[test]
fn a_seat_here_says_what_brings_one_back_and_is_not_left_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1500.0, 2600.0]);
    class.events.block_on(class.cell.send("begin".to_owned(), Wish::Begin)).unwrap();
    press(&mut stage, &format!("Sit down in {} yourself", class.code));
    press(&mut stage, "Look for the class");
    until(&mut stage, "the class is found", shows("This window hosts the class"));
    fill(&mut stage, "Your name", "Ben");
    press_idle(&mut stage, "Join");
    until(&mut stage, "the morning", |stage| stage.state().place() == Place::Situation);
    assert!(shows("What brings you back to this seat")(&stage));
    let reentry = code(&stage);
    press(&mut stage, "I have noted it");
    assert!(!shows("What brings you back to this seat")(&stage));
    go(&mut stage, Place::Join);
    assert_eq!(code(&stage), reentry, "it can be looked up again");
    let people = || class.cell.shown().room.people.len();
    // Another seat takes its place, after a question alone.
    until(&mut stage, "the form is there", shows("Your name"));
    press_idle(&mut stage, "Join");
    assert!(shows("Leave Dark Grid, ")(&stage), "it is asked about first");
    press(&mut stage, "Back");
    stage.run_steps(20);
    assert_eq!(people(), 1, "nobody new has sat down");
    press(&mut stage, "Leave the seat");
    press(&mut stage, "Leave it");
    go(&mut stage, Place::Desk);
    assert!(shows("No crisis is being played")(&stage));
    // Back by the code: the same person, and no new one.
    go(&mut stage, Place::Join);
    fill(&mut stage, "Your re-entry code", "WRONGCODE2");
    press_idle(&mut stage, "Come back");
    until(&mut stage, "it is refused", shows("no seat of this class has that re-entry code"));
    refill(&mut stage, "Your re-entry code", &reentry);
    press_idle(&mut stage, "Come back");
    until(&mut stage, "the morning", |stage| stage.state().place() == Place::Situation);
    assert!(shows("Ben (head of delegation)")(&stage));
    assert_eq!(people(), 1);
    // A crisis alone would take its place as well.
    go(&mut stage, Place::Start);
    press(&mut stage, "Play First Note");
    assert!(shows("Leave Dark Grid, ")(&stage));
    press(&mut stage, "Back");
    stage.run_steps(20);
    assert!(shows("Ben (head of delegation)")(&stage));
}

#[test]
fn a_seat_elsewhere_is_ready_comes_back_and_keeps_no_draft_of_yesterday() {
    let folder = tempfile::tempdir().unwrap();
    let (_host, class) = hosted(folder.path(), [1280.0, 800.0]);
    let elsewhere = tempfile::tempdir().unwrap();
    let mut stage = super::stage(elsewhere.path(), [1500.0, 2600.0]);
    look_for(&mut stage, &class);
    until(&mut stage, "the class is found", shows("The class is hosted elsewhere"));
    fill(&mut stage, "Your name", "Zoë");
    press_idle(&mut stage, "Join");
    until(&mut stage, "the seat", shows("I have read this and am ready"));
    let is_ready = || class.cell.shown().room.unprepared().count() == 0;
    assert!(!is_ready());
    press_idle(&mut stage, "I have read this and am ready");
    until(&mut stage, "the host knows", |_| is_ready());
    until(&mut stage, "it is said", shows("Not yet after all"));
    press_idle(&mut stage, "Not yet after all");
    until(&mut stage, "it is taken back", |_| !is_ready());
    let reentry = stage.query_all_by_label_contains("To come back, in a window or in a browser: ").next().unwrap();
    let reentry = reentry.accesskit_node().label().or_else(|| reentry.accesskit_node().value()).unwrap();
    let reentry = reentry.rsplit(' ').next().unwrap().to_owned();
    press(&mut stage, "Leave the seat");
    press(&mut stage, "Leave it");
    drop(stage);
    let again = tempfile::tempdir().unwrap();
    let mut stage = super::stage(again.path(), [1500.0, 2600.0]);
    look_for(&mut stage, &class);
    until(&mut stage, "the class is found", shows("The class is hosted elsewhere"));
    fill(&mut stage, "Your re-entry code", "WRONGCODE2");
    press_idle(&mut stage, "Come back");
    until(&mut stage, "it is refused", shows("no seat of this class has that re-entry code"));
    // Small letters and gaps do not matter.
    refill(&mut stage, "Your re-entry code", &format!("{} {}", &reentry[..5].to_lowercase(), &reentry[5..]));
    press_idle(&mut stage, "Come back");
    until(&mut stage, "the seat", shows("Zoë (head of delegation)"));
    assert_eq!(class.cell.shown().room.people.len(), 1);
    class.events.block_on(class.cell.send("begin".to_owned(), Wish::Begin)).unwrap();
    until(&mut stage, "it has begun", shows("The turn ends in"));
    assert!(!shows("I have read this and am ready")(&stage));
    until(&mut stage, "acts", shows("Lodge a démarche"));
    // The host tells of the map and the board as well.
    press(&mut stage, "Map of the crisis");
    assert!(shows("Who stands where with whom")(&stage));
    let state = stage.query_all_by_label("Orsenne").next().unwrap();
    state.click_accesskit();
    stage.run_steps(3);
    assert!(shows("You stand on step")(&stage), "what lies between both");
    press(&mut stage, "Your delegation's table");
    let card = stage.query_all_by_label_contains("Take in hand: ").next().unwrap();
    card.click_accesskit();
    stage.run_steps(2);
    stage.query_all_by_label_contains("Lay it on: ").next().unwrap().click_accesskit();
    stage.run_steps(2);
    assert!(shows("Where a card lies changes none.")(&stage));
    press_button(&mut stage, "Lodge a démarche");
    until(&mut stage, "the host's card", shows("Give this order"));
    class.events.block_on(class.cell.send("end".to_owned(), Wish::End(Turn(0)))).unwrap();
    until(&mut stage, "the second morning", shows("Turn 2 of"));
    assert!(!shows("Give this order")(&stage), "what was being drafted is of yesterday");
}
