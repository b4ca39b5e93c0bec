//! Keys: given otherwise by the keyboard alone, kept, told of when two would be the same, and taken back.

use std::sync::Arc;

use bevy_egui::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Stage, go, press, shows, until};
use crate::console::frame::Console;
use crate::console::kept::Settings;
use crate::console::screens::Place;
use crate::words::Words;

/// Presses a button with the keyboard.
fn by_key(stage: &mut Stage<'_>, label: &str) {
    stage.get_by_label(label).focus();
    stage.step();
    stage.key_press(Key::Enter);
    stage.run_steps(2);
}

#[test]
fn keys_are_given_otherwise_and_kept_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("console.ron");
    let open = || {
        let words = Arc::new(Words::english().unwrap());
        let console = Console::new(words, folder.path()).keeping(path.clone());
        let built = Harness::builder().with_size([1280.0, 1600.0]).with_max_steps(64);
        built.build_ui_state(|ui, console: &mut Console| console.ui(ui), console)
    };
    let mut stage = open();
    until(&mut stage, "the gallery is there", shows("Play First Note"));
    go(&mut stage, Place::Settings);
    by_key(&mut stage, "Other keys for: Desk");
    assert!(shows("Press the new keys.")(&stage));
    stage.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    stage.run_steps(2);
    assert!(shows("Ctrl+4 is for “Law”.")(&stage), "the conflict is told");
    assert_eq!(stage.state().place(), Place::Settings, "what is asked for does nothing else");
    by_key(&mut stage, "Other keys for: Desk");
    stage.key_press(Key::E);
    stage.run_steps(2);
    assert!(shows("needed to write")(&stage));
    by_key(&mut stage, "Other keys for: Desk");
    stage.key_press(Key::Escape);
    stage.run_steps(2);
    assert!(shows("Ctrl+3")(&stage), "Escape leaves it as it was");
    by_key(&mut stage, "Other keys for: Desk");
    stage.key_press(Key::F8);
    stage.run_steps(2);
    stage.key_press(Key::F8);
    stage.run_steps(2);
    assert_eq!(stage.state().place(), Place::Desk);
    go(&mut stage, Place::Settings);
    stage.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    stage.run_steps(2);
    assert_eq!(stage.state().place(), Place::Settings, "the usual keys lead there no more");
    until(&mut stage, "it is kept", |stage| {
        !stage.state().is_busy() && Settings::read(&path).is_ok_and(|kept| !kept.keys.is_empty())
    });
    drop(stage);
    let mut again = open();
    until(&mut again, "the gallery is there", shows("Play First Note"));
    again.key_press(Key::F8);
    again.run_steps(2);
    assert_eq!(again.state().place(), Place::Desk, "they are there after a start");
    go(&mut again, Place::Settings);
    press(&mut again, "Back to the usual keys");
    again.run_steps(2);
    go(&mut again, Place::Desk);
}
