//! Every screen driven without a window, by its labels: a whole game alone, a class, an ensemble, a debrief; and each at odd
//! sizes, with every word there and every control named.
#![allow(clippy::unwrap_used, reason = "a test that meets an error has failed, and says where")]

mod acts;
mod board;
mod class;
mod keys;
mod law;
mod rest;
mod seats;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bevy_egui::egui::{self, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::console::frame::Console;
use crate::console::keys::NUMBERS;
use crate::console::screens::Place;
use crate::words::Words;

type Stage<'a> = Harness<'a, Console>;

fn stage(runs: &Path, size: [f32; 2]) -> Stage<'static> {
    let words = Arc::new(Words::english().unwrap());
    let console = Console::new(words, runs);
    let built = Harness::builder().with_size(size).with_max_steps(64);
    built.build_ui_state(|ui, console: &mut Console| console.ui(ui), console)
}

/// Goes on drawing until something is so; other threads need their time.
fn until(stage: &mut Stage<'_>, what: &str, is_so: impl Fn(&Stage<'_>) -> bool) {
    for _ in 0..6000 {
        stage.step();
        if is_so(stage) {
            stage.step();
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it never came to this: {what}");
}

fn shows(text: &'static str) -> impl Fn(&Stage<'_>) -> bool {
    move |stage| stage.query_all_by_label_contains(text).next().is_some()
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "a node's methods are for one lifetime, not for any")]
fn press(stage: &mut Stage<'_>, label: &str) {
    // What lies below the fold is brought up first, as a person would.
    let first = |stage: &Stage<'_>, act: fn(&egui_kittest::Node<'_>)| {
        let found = stage.query_all_by_label(label).next();
        act(&found.unwrap_or_else(|| panic!("nothing is called `{label}`")));
    };
    first(stage, |node| node.scroll_to_me());
    stage.run_steps(8);
    first(stage, |node| node.click());
    stage.step();
    stage.step();
}

/// Presses what cannot be pressed while something is being worked out, as soon as it can.
fn press_idle(stage: &mut Stage<'_>, label: &str) {
    until(stage, label, |stage| {
        stage.query_all_by_label(label).next().is_some_and(|node| !node.accesskit_node().is_disabled())
    });
    press(stage, label);
}

fn go(stage: &mut Stage<'_>, place: Place) {
    let at = Place::ALL.iter().position(|one| *one == place).unwrap();
    stage.key_press_modifiers(Modifiers::COMMAND, NUMBERS[at]);
    stage.step();
    stage.step();
    assert_eq!(stage.state().place(), place);
}

/// Sits in Miravel on the first morning of the tutorial.
fn seated(runs: &Path, size: [f32; 2]) -> Stage<'static> {
    seated_in("First Note", runs, size)
}

/// Sits where a scenario would have one sit, on its first morning.
fn seated_in(title: &str, runs: &Path, size: [f32; 2]) -> Stage<'static> {
    let mut stage = stage(runs, size);
    until(&mut stage, "the gallery is there", shows("Play First Note"));
    press(&mut stage, &format!("Play {title}"));
    until(&mut stage, "the first morning", |stage| stage.state().place() == Place::Situation);
    stage
}

/// Controls that say nothing to whoever cannot see them.
fn unnamed(stage: &Stage<'_>) -> Vec<String> {
    let controls = [
        Role::Button,
        Role::CheckBox,
        Role::ComboBox,
        Role::RadioButton,
        Role::Slider,
        Role::SpinButton,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::Link,
    ];
    let mut wrong = Vec::new();
    let mut next = vec![stage.root()];
    while let Some(node) = next.pop() {
        let own = node.accesskit_node();
        let said = own.label().or_else(|| own.labelled_by().find_map(|by| by.label().or_else(|| by.value())));
        if controls.contains(&own.role()) && said.is_none_or(|text| text.trim().is_empty()) {
            wrong.push(format!("{:?} at {:?}", own.role(), node.rect()));
        }
        next.extend(node.children());
    }
    wrong
}

#[test]
fn a_game_alone_from_the_first_screen_to_the_debrief() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = seated(folder.path(), [1280.0, 800.0]);
    assert!(shows("Miravel")(&stage));
    go(&mut stage, Place::Desk);
    press(&mut stage, "Lodge a démarche, to Tesk, over the reading of the ministry's cables");
    until(&mut stage, "the card", shows("Legality card"));
    press(&mut stage, "Give this order");
    until(&mut stage, "the order is given", shows("Take back: Lodge a démarche"));
    until(&mut stage, "the turn can be ended", shows("End the turn"));
    press(&mut stage, "End the turn");
    until(&mut stage, "the second morning", shows("Turn 2 of 3"));
    assert!(shows("This morning's papers")(&stage), "what was printed is told");
    for turn in ["Turn 3 of 3", "In truth"] {
        // While the host answers, the button is away for a moment.
        until(&mut stage, "the turn can be ended", shows("End the turn"));
        press(&mut stage, "End the turn");
        press(&mut stage, "End it without an order");
        until(&mut stage, turn, move |stage| stage.query_all_by_label_contains(turn).next().is_some());
    }
    assert_eq!(stage.state().place(), Place::Record);
    press(&mut stage, "One turn back");
    press(&mut stage, "As Tesk knew it");
    // A room that looks at it sees neither the head of what is played nor the ways out of it.
    let around = |stage: &Stage<'_>| [shows("To the debrief")(stage), stage.query_by_label("White cell").is_some()];
    assert_eq!(around(&stage), [true, true]);
    press(&mut stage, "Present to a room");
    stage.run_steps(2);
    assert_eq!(around(&stage), [false, false]);
    press(&mut stage, "Present to a room");
    stage.run_steps(2);
    assert_eq!(around(&stage), [true, true]);
    // What was kept is a journal like any other.
    let kept = crate::store::read(&folder.path().join("first-note-7/journal.dmj")).unwrap();
    let again = crate::session::replay(&kept.journal, crate::session::Rules::Same).unwrap();
    assert!(again.difference.is_none() && again.is_whole, "{:?}", again.difference);
    go(&mut stage, Place::Start);
    until(&mut stage, "the game among the recent ones", shows("first-note-7"));
}

#[test]
fn what_passes_between_states_and_what_is_left_to_an_agent() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = seated(folder.path(), [1400.0, 2600.0]);
    go(&mut stage, Place::Desk);
    assert!(shows("Nothing is waiting between you and others.")(&stage));
    press(&mut stage, "Threads");
    assert!(shows("Agents sit in the other States")(&stage));
    press(&mut stage, "Standing orders");
    assert!(shows("as far as it sees fit")(&stage));
    press(&mut stage, "How far it may go: as far as it sees fit");
    press(&mut stage, "only answers to what is waiting");
    press(&mut stage, "Leave these orders");
    until(&mut stage, "the orders stand", shows("How far it may go: only answers to what is waiting."));
    // The démarche is a note, and stands in the thread once the turn is played; an answer waits for the other.
    press(&mut stage, "Lodge a démarche, to Tesk, over the reading of the ministry's cables");
    until(&mut stage, "the card", shows("Legality card"));
    press(&mut stage, "Give this order");
    until(&mut stage, "the turn can be ended", shows("End the turn"));
    until(&mut stage, "the order is given", shows("Take back: Lodge a démarche"));
    press(&mut stage, "End the turn");
    until(&mut stage, "the second morning", shows("Turn 2 of"));
    go(&mut stage, Place::Desk);
    press(&mut stage, "Threads");
    assert!(shows("Démarche · day")(&stage), "the note stands in its thread");
    // A turn without an order is left to the agent, which may do no more than answer.
    press(&mut stage, "End the turn");
    press(&mut stage, "Leave it to your agent, by the standing orders");
    until(&mut stage, "the third morning", shows("Turn 3 of"));
}

#[test]
fn settings_are_kept_and_spoken_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings/console.ron");
    let open = || {
        let words = Arc::new(Words::english().unwrap());
        let console = Console::new(words, folder.path()).keeping(path.clone());
        let built = Harness::builder().with_size([1280.0, 1000.0]).with_max_steps(64);
        built.build_ui_state(|ui, console: &mut Console| console.ui(ui), console)
    };
    let mut stage = open();
    until(&mut stage, "the gallery is there", shows("Play First Note"));
    go(&mut stage, Place::Settings);
    press(&mut stage, "Light, for a projector");
    press(&mut stage, "Grey and patterns");
    press(&mut stage, "Français");
    until(&mut stage, "it is French", shows("Réglages"));
    until(&mut stage, "it is kept", |stage| !stage.state().is_busy() && path.is_file());
    drop(stage);
    let mut again = open();
    until(&mut again, "it is French at once", shows("Jouer First Note"));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("light") && text.contains("grey") && text.contains("french"), "{text}");
    for place in Place::ALL {
        go(&mut again, place);
        until(&mut again, "nothing is being read", |stage| !stage.state().is_busy());
        let wrong = unnamed(&again);
        assert!(wrong.is_empty(), "{place:?}: {wrong:#?}");
    }
    drop(again);
    std::fs::write(&path, "(size: 9000)").unwrap();
    let mut damaged = open();
    until(&mut damaged, "it is told", shows("cannot be read and are not used"));
    assert!(shows("Play alone")(&damaged), "what is damaged is not believed");
}

#[test]
fn the_law_of_a_draft_and_facts_tried_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = seated(folder.path(), [1400.0, 2400.0]);
    go(&mut stage, Place::Desk);
    press(&mut stage, "Lodge a démarche, to Tesk, over the reading of the ministry's cables");
    until(&mut stage, "the card", shows("Legality card"));
    press(&mut stage, "Look at its law");
    until(&mut stage, "the law", shows("The draft on your desk"));
    for needed in ["Raised when", "Test", "Try facts by hand", "Sources"] {
        assert!(stage.query_all_by_label_contains(needed).next().is_some(), "{needed}");
    }
}

#[test]
fn an_ensemble_and_one_of_its_games() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(folder.path(), [1280.0, 4000.0]);
    until(&mut stage, "the gallery is there", shows("Explore First Note"));
    press(&mut stage, "Explore First Note");
    press(&mut stage, "Play them");
    until(&mut stage, "it is done", shows("Every game"));
    let kept = folder.path().join("explore-first-note-1-50-utility");
    assert!(kept.join("summary.html").is_file());
    for form in ["Pictures (PNG)", "Drawings (SVG)", "Tables (CSV)", "Tables (Parquet)"] {
        press(&mut stage, form);
        until(&mut stage, "it says where it went", shows("Written to"));
    }
    let files: Vec<_> = std::fs::read_dir(kept.join("export")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let of = |ending: &str| {
        let found = files.iter().find(|path| path.extension().is_some_and(|own| own == ending));
        std::fs::read(found.unwrap_or_else(|| panic!("no {ending} among {files:?}"))).unwrap()
    };
    assert!(of("png").starts_with(b"\x89PNG"));
    assert!(String::from_utf8(of("svg")).unwrap().contains("xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(of("parquet").starts_with(b"PAR1"));
    let games = std::fs::read_to_string(kept.join("export/games.csv")).unwrap();
    // Taken away once more, nothing is written over.
    press(&mut stage, "Tables (CSV)");
    until(&mut stage, "it says where it went", shows("games-2.csv"));
    let games = games.trim_start_matches('\u{feff}');
    assert!(games.starts_with("scenario,run,seed,") && games.lines().count() == 51, "{games}");
    let first = stage.query_all_by_label_contains("Game with seed").next().unwrap();
    first.click();
    until(&mut stage, "the game", shows("In truth"));
}

#[test]
fn choices_are_compared_over_the_same_games() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(folder.path(), [1280.0, 4000.0]);
    until(&mut stage, "the gallery is there", shows("Explore First Note"));
    press(&mut stage, "Explore First Note");
    class::fill(&mut stage, "Choices to compare", "moves.cyber");
    press(&mut stage, "Compare it");
    assert!(shows("is no lever")(&stage), "what is no lever is told");
    class::fill(&mut stage, "Choices to compare", "=on,off");
    press(&mut stage, "Compare it");
    class::fill(&mut stage, "What nobody knows", "tension.per_gravity=1..4");
    press(&mut stage, "Let it differ");
    press(&mut stage, "Play them");
    until(&mut stage, "it is done", shows("Every game"));
    assert!(shows(": on")(&stage), "a game says at which level it was played");
}

#[test]
fn a_class_is_hosted_and_answers() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(folder.path(), [1280.0, 800.0]);
    until(&mut stage, "the gallery is there", shows("Host First Note"));
    press(&mut stage, "Host First Note for a class");
    stage.state_mut().host().listen_on(0);
    stage.step();
    press(&mut stage, "Open the class");
    until(&mut stage, "the code", shows("http://127.0.0.1:"));
    let told = stage.query_all_by_label_contains("http://127.0.0.1:").next().unwrap();
    let address = told.accesskit_node().label().or_else(|| told.accesskit_node().value()).unwrap();
    let page = ureq::get(&address).call().unwrap().body_mut().read_to_string().unwrap();
    assert!(page.contains("<form"), "{page}");
    press(&mut stage, "Close the host");
    press(&mut stage, "Close it");
    until(&mut stage, "it is closed", shows("Open the class"));
}

#[test]
fn every_screen_stands_at_every_size_and_names_its_controls() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = seated(folder.path(), [1280.0, 800.0]);
    for size in [[1280.0, 800.0], [1920.0, 1080.0], [480.0, 360.0], [760.0, 900.0], [120.0, 90.0], [3000.0, 500.0]] {
        stage.set_size(egui::vec2(size[0], size[1]));
        for place in Place::ALL {
            go(&mut stage, place);
            until(&mut stage, "nothing is being read", |stage| !stage.state().is_busy());
            let wrong = unnamed(&stage);
            assert!(wrong.is_empty(), "{place:?} at {size:?}: {wrong:#?}");
        }
    }
}

/// Every message that the console's code says is there, and every one that is there is said.
#[test]
fn the_words_of_the_console_are_all_there_and_all_said() {
    let mut code = String::new();
    let mut folders = vec![Path::new("src/console").to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "rehearsal.rs" && name != "class.rs") {
                code += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    let file = std::fs::read_to_string("assets/words/en/console.ftl").unwrap();
    let ids: Vec<&str> =
        file.lines().filter(|line| line.starts_with("con-")).filter_map(|line| line.split(' ').next()).collect();
    let said: Vec<&str> = code.split('"').filter(|text| text.starts_with("con-")).collect();
    let missing: Vec<&&str> = said.iter().filter(|id| !ids.contains(id)).collect();
    let unsaid: Vec<&&str> = ids.iter().filter(|id| !said.contains(id)).collect();
    assert!(missing.is_empty() && unsaid.is_empty(), "missing: {missing:?}; said by nobody: {unsaid:?}");
    assert!(ids.len() > 100, "only {} messages were seen", ids.len());
}
