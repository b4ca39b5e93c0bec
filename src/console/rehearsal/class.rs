//! A class hosted from the window: the white cell step by step, a seat beside it with a team, and a second window that
//! joins over the network.

use std::path::Path;

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tokio::runtime::Handle;

use super::{Stage, go, press, press_idle, shows, stage, unnamed, until};
use crate::base::StateSet;
use crate::base::id::StateId;
use crate::console::clock;
use crate::console::screens::Place;
use crate::server::{LocalSeat, WhiteCell};
use crate::session::desk::{Approval, By, Key, Voice};
use crate::session::room::Planned;
use crate::session::wish::{Command, Wish};

pub(super) const LYSMARK: StateId = StateId(0);

/// A class that this window hosts.
pub(super) struct Class {
    pub(super) code: String,
    pub(super) address: String,
    pub(super) cell: WhiteCell,
    hall: std::sync::Arc<crate::server::Hall>,
    pub(super) events: Handle,
}

impl Class {
    /// Somebody sits down as in a browser.
    fn sits(&self, name: &str, state: StateId) -> LocalSeat {
        self.events.block_on(LocalSeat::join(&self.hall, &self.code, name, Some(state))).unwrap()
    }

    /// Somebody does something, as in a browser.
    fn does(seat: &LocalSeat, key: &str, wish: Wish) {
        let (tell, told) = std::sync::mpsc::channel();
        let command = Command { by: By::Person(seat.person), key: Key(key.to_owned()), wish };
        seat.handle().send(
            command,
            clock::now(),
            Box::new(move |answer| tell.send(answer.map_err(|no| no.to_string())).unwrap()),
        );
        told.recv().unwrap().unwrap();
    }
}

/// Opens a class of the dark grid, with offices dealt.
pub(super) fn hosted(runs: &Path, size: [f32; 2]) -> (Stage<'static>, Class) {
    let mut stage = stage(runs, size);
    until(&mut stage, "the gallery is there", shows("Host Dark Grid"));
    press(&mut stage, "Host Dark Grid for a class");
    stage.state_mut().host().listen_on(0);
    stage.step();
    press(&mut stage, "Open the class");
    until(&mut stage, "the code", shows("http://127.0.0.1:"));
    let open = stage.state_mut().host();
    let open = open.open().unwrap();
    let (code, secret) = (open.games[0].code.clone(), open.games[0].facilitator.clone());
    let cell = WhiteCell::enter(&open.hall, &code, &secret).unwrap();
    assert!(WhiteCell::enter(&open.hall, &code, "guessed").is_none(), "the desk opens to the secret alone");
    let class =
        Class { code, address: open.address.clone(), cell, hall: open.hall.clone(), events: open.events.clone() };
    (stage, class)
}

/// Fills a field that is called so.
pub(super) fn fill(stage: &mut Stage<'_>, label: &str, text: &str) {
    let field = |stage: &Stage<'_>, act: &dyn Fn(&egui_kittest::Node<'_>)| {
        let found = stage.query_all_by_label(label).find(|node| {
            let role = node.accesskit_node().role();
            matches!(
                role,
                bevy_egui::egui::accesskit::Role::TextInput | bevy_egui::egui::accesskit::Role::MultilineTextInput
            )
        });
        act(&found.unwrap_or_else(|| panic!("no field is called `{label}`")));
    };
    field(stage, &|node| node.scroll_to_me());
    stage.run_steps(6);
    field(stage, &|node| node.focus());
    stage.step();
    field(stage, &|node| node.type_text(text));
    stage.run_steps(3);
}

/// Presses the last button whose name holds a text; what lies below the fold is brought up first.
pub(super) fn press_button(stage: &mut Stage<'_>, part: &str) {
    let button = |stage: &Stage<'_>, act: &dyn Fn(&egui_kittest::Node<'_>)| {
        let mut all = stage.query_all_by_label_contains(part);
        let found = all.rfind(|node| node.accesskit_node().role() == bevy_egui::egui::accesskit::Role::Button);
        act(&found.unwrap_or_else(|| panic!("no button is called `{part}`")));
    };
    button(stage, &|node| node.scroll_to_me());
    stage.run_steps(8);
    button(stage, &|node| node.click());
    stage.run_steps(3);
}

#[test]
fn the_white_cell_step_by_step() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1500.0, 2400.0]);
    let ada = class.sits("Ada", LYSMARK);
    press(&mut stage, &format!("White cell of {}", class.code));
    until(&mut stage, "the desk", shows("White cell: this screen shows the truth."));
    assert!(stage.query_all_by_label(&class.code).next().is_some(), "the code to join is there");
    until(&mut stage, "who is here", shows("Ada (head of delegation, "));
    press(&mut stage, "Begin the class");
    until(&mut stage, "the clock runs", shows("The turn ends in"));
    press(&mut stage, "Stop the clock");
    until(&mut stage, "the clock stands", shows("Let the clock go on"));
    press(&mut stage, "Give 3 more minutes");
    // A letter to another State, and one to the facilitator.
    let to = StateSet::of(StateId(1));
    Class::does(&ada, "m1", Wish::Write { to, text: "Stop within 48 hours, or else.".to_owned() });
    Class::does(&ada, "m2", Wish::Appeal("May we ask the press?".to_owned()));
    until(&mut stage, "two letters", shows("Inbox (2)"));
    press(&mut stage, "Inbox (2)");
    until(&mut stage, "flags", shows("ultimatum?"));
    press(&mut stage, "Yes, go ahead.");
    until(&mut stage, "one was answered", shows("Inbox (1)"));
    press(&mut stage, "Hide from its readers");
    until(&mut stage, "it is hidden", |_| class.cell.shown().room.hidden.len() == 1);
    press(&mut stage, "Mark all of these as read");
    until(&mut stage, "all are read", shows("Nothing waits."));
    // The master list: an event that waits, and is told.
    press(&mut stage, "Events");
    fill(&mut stage, "Title", "A cable is cut");
    fill(&mut stage, "What is told", "A cable to the north is cut.");
    press(&mut stage, "Everybody");
    press(&mut stage, "Put it on the list");
    until(&mut stage, "it waits", shows("A cable is cut"));
    press(&mut stage, "Tell now");
    assert!(shows("Tell “A cable is cut” now?")(&stage), "it is asked about first");
    assert!(class.cell.shown().room.plans.iter().any(Planned::is_waiting), "nothing is told before the answer");
    let sure = stage.query_all_by_label("Tell now").last().unwrap();
    sure.click();
    stage.run_steps(3);
    until(&mut stage, "it is told", shows("Told in turn 1"));
    // As a State sees it.
    press(&mut stage, "Seats");
    press(&mut stage, "See as Lysmark");
    until(&mut stage, "its eyes", shows("You are seeing what Lysmark sees."));
    until(&mut stage, "its map", shows("Map of the crisis"));
    press(&mut stage, "Back to the facilitator's page");
    // An agent takes the seat, and gives it back.
    press(&mut stage, "Hand Lysmark to its agent");
    until(&mut stage, "it is handed", shows("Hand Lysmark back"));
    press(&mut stage, "Hand Lysmark back");
    until(&mut stage, "it is back", shows("Hand Lysmark to its agent"));
    // The turn is ended, after a question.
    press(&mut stage, "End turn 1 now");
    press(&mut stage, "I mean it: the turn is played");
    until(&mut stage, "the second turn", shows("End turn 2 now"));
}

#[test]
fn what_was_played_is_overruled_taken_back_and_forked() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1500.0, 2600.0]);
    press(&mut stage, &format!("White cell of {}", class.code));
    until(&mut stage, "the desk", shows("Begin the class"));
    press(&mut stage, "Begin the class");
    until(&mut stage, "it has begun", shows("End turn 1 now"));
    press(&mut stage, "End turn 1 now");
    press(&mut stage, "I mean it: the turn is played");
    until(&mut stage, "the second turn", shows("End turn 2 now"));
    press(&mut stage, "Last turn");
    let first = stage.query_all_by_label_contains("Overrule: ").next().unwrap();
    first.scroll_to_me();
    stage.run_steps(6);
    stage.query_all_by_label_contains("Overrule: ").next().unwrap().click();
    stage.run_steps(3);
    fill(&mut stage, "Reason, for the record", "It was not theirs to do.");
    press(&mut stage, "Strike it out");
    until(&mut stage, "it is struck", shows("It was not theirs to do."));
    assert!(shows("Struck out: ")(&stage));
    press(&mut stage, "Take the latest change back");
    until(&mut stage, "it is taken back", |_| !class.cell.shown().room.can_undo());
    fill(&mut stage, "What changes", "nonsense");
    fill(&mut stage, "Reason for the correction, for the record", "They asked.");
    press(&mut stage, "Correct");
    assert!(shows("nonsense")(&stage), "what cannot be read is said");
    fill(&mut stage, "Reason for going back, for the record", "The room was locked.");
    press_button(&mut stage, "Go back to turn 1");
    until(&mut stage, "the first turn again", shows("End turn 1 now"));
    press(&mut stage, "Open the copy");
    until(&mut stage, "it is open", shows("A copy is open under the code"));
    press(&mut stage, "Worlds");
    until(&mut stage, "two worlds", |stage| stage.query_all_by_label_contains("Go to ").count() == 1);
    let go_there = stage.query_all_by_label_contains("Go to ").next().unwrap();
    go_there.click();
    stage.run_steps(2);
    until(&mut stage, "the other desk", shows("Begin the class"));
    until(&mut stage, "the same page of it", shows("Worlds, side by side"));
    // Worlds are told of while they are compared, and not on other pages.
    press(&mut stage, "Seats");
    until(&mut stage, "the seats", shows("See as Lysmark"));
    class.events.block_on(class.cell.send("more".to_owned(), Wish::Agree(Approval::Anyone))).unwrap();
    press(&mut stage, "Worlds");
    until(&mut stage, "two worlds again", |stage| stage.query_all_by_label_contains("Go to ").count() == 1);
}

#[test]
fn a_list_that_somebody_works_on_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1500.0, 2400.0]);
    press(&mut stage, &format!("White cell of {}", class.code));
    until(&mut stage, "the desk", shows("White cell: this screen shows the truth."));
    press(&mut stage, "Events");
    let list = folder.path().join(format!("host/events-{}.xlsx", class.code));
    std::fs::write(&list, "somebody's own work").unwrap();
    press(&mut stage, "Write it");
    until(&mut stage, "it says where it went", shows("-2.xlsx"));
    assert_eq!(std::fs::read_to_string(&list).unwrap(), "somebody's own work");
}

#[test]
fn choices_count_after_a_port_was_taken_and_worlds_are_added_to_those_of_an_earlier_start() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut stage = stage(folder.path(), [1280.0, 1200.0]);
    until(&mut stage, "the gallery is there", shows("Host First Note"));
    press(&mut stage, "Host First Note for a class");
    stage.state_mut().host().listen_on(taken.local_addr().unwrap().port());
    stage.step();
    press(&mut stage, "Open the class");
    until(&mut stage, "it is told", shows("is taken by another program"));
    // What is changed now counts: no class was begun with what was chosen before.
    press(&mut stage, "Who sends: The head decides: a draft is sent when the head approves it.");
    press(
        &mut stage,
        "Anyone decides: what one of the delegation proposes or orders is sent, each for what falls to their office.",
    );
    stage.state_mut().host().listen_on(0);
    stage.step();
    press(&mut stage, "Open the class");
    until(&mut stage, "the code", shows("http://127.0.0.1:"));
    let approval = |stage: &mut Stage<'_>| {
        let open = stage.state_mut().host().open().unwrap();
        open.games.iter().map(|game| open.hall.about(&game.code).unwrap().approval).collect::<Vec<_>>()
    };
    assert_eq!(approval(&mut stage), [Approval::Anyone]);
    press(&mut stage, "Close the host");
    press(&mut stage, "Close it");
    until(&mut stage, "it is closed", shows("Open the class"));
    // Started again with more worlds: the first is taken up, the others come beside it.
    stage.get_by_label("Worlds side by side").focus();
    stage.step();
    stage.get_by_label("Worlds side by side").type_text("3");
    stage.step();
    stage.key_press(bevy_egui::egui::Key::Enter);
    stage.run_steps(2);
    press(&mut stage, "Open the class");
    until(&mut stage, "the code", shows("http://127.0.0.1:"));
    assert_eq!(approval(&mut stage).len(), 3);
    assert!(shows("Taken up again")(&stage));
}

#[test]
fn a_seat_beside_the_white_cell_confers_with_its_team() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1500.0, 2600.0]);
    let ada = class.sits("Ada", LYSMARK);
    class.events.block_on(class.cell.send("begin".to_owned(), Wish::Begin)).unwrap();
    press(&mut stage, &format!("Sit down in {} yourself", class.code));
    press(&mut stage, "Look for the class");
    until(&mut stage, "the class is found", shows("This window hosts the class"));
    fill(&mut stage, "Your name", "Ben");
    press(&mut stage, "Join");
    until(&mut stage, "the morning", |stage| stage.state().place() == Place::Situation);
    assert!(shows("Ben (foreign minister)")(&stage));
    go(&mut stage, Place::Desk);
    let first = "Lodge a démarche";
    until(&mut stage, "acts", shows(first));
    press_button(&mut stage, first);
    until(&mut stage, "the card", shows("Legality card"));
    until(&mut stage, "it can be proposed", shows("Propose it to the team"));
    // The minister does not send; the head does.
    assert!(stage.query_all_by_label("Give this order").next().is_none());
    press_idle(&mut stage, "Propose it to the team");
    until(&mut stage, "it lies before the team", shows("Proposed by Ben"));
    let turn = ada.shown().room.turn;
    Class::does(&ada, "v1", Wish::Voice { turn, draft: 0, voice: Voice::Object, word: "Not yet.".to_owned() });
    until(&mut stage, "the head objects", shows("Ada objects: “Not yet.”"));
    Class::does(&ada, "v2", Wish::Voice { turn, draft: 0, voice: Voice::Approve, word: String::new() });
    until(&mut stage, "it is sent", shows("Sent: it stands among the orders."));
    // Messages: who will read it is said before it goes.
    press(&mut stage, "Threads");
    let other = ada.shown().position.staged().scenario.cast.states[1].name.clone();
    press_button(&mut stage, &other);
    fill(&mut stage, "Text", "Shall we talk?");
    press(&mut stage, "Read once more, then send");
    press(&mut stage, &format!("Send to {other}"));
    until(&mut stage, "it is sent", |_| ada.shown().room.messages.len() == 1);
}

#[test]
fn a_second_window_joins_over_the_network() {
    let folder = tempfile::tempdir().unwrap();
    let (_host, class) = hosted(folder.path(), [1280.0, 800.0]);
    let elsewhere = tempfile::tempdir().unwrap();
    let mut stage = stage(elsewhere.path(), [1500.0, 2600.0]);
    go(&mut stage, Place::Join);
    fill(&mut stage, "Address", "127.0.0.1:1");
    fill(&mut stage, "The code on the board", &class.code);
    press(&mut stage, "Look for the class");
    until(&mut stage, "nobody is there", shows("is not reached"));
    stage.state_mut().go(Place::Start);
    stage.step();
    let mut stage = super::stage(elsewhere.path(), [1500.0, 2600.0]);
    go(&mut stage, Place::Join);
    fill(&mut stage, "Address", &class.address);
    fill(&mut stage, "The code on the board", &class.code);
    press(&mut stage, "Look for the class");
    until(&mut stage, "the class is found", shows("The class is hosted elsewhere"));
    fill(&mut stage, "Your name", "Zoë");
    press(&mut stage, "Join");
    until(&mut stage, "the seat", shows("Leave the seat"));
    until(&mut stage, "the host's words", shows("Zoë (head of delegation)"));
    assert!(shows("The class has not begun.")(&stage));
    class.events.block_on(class.cell.send("begin".to_owned(), Wish::Begin)).unwrap();
    until(&mut stage, "the stream tells", shows("The turn ends in"));
    until(&mut stage, "acts", shows("Lodge a démarche"));
    press_button(&mut stage, "Lodge a démarche");
    until(&mut stage, "the host's card", shows("Give this order"));
    assert!(shows(": the ordinary measure")(&stage), "what is left open is asked in words, with what stands now");
    until(&mut stage, "it can be given", |stage| {
        stage.query_all_by_label("Give this order").next().is_some_and(|node| !node.accesskit_node().is_disabled())
    });
    press(&mut stage, "Give this order");
    until(&mut stage, "it is given", shows("Take back: Lodge a démarche"));
    press(&mut stage, "Our orders are complete");
    until(&mut stage, "the host knows", |_| class.cell.shown().room.desks.iter().any(|desk| desk.ready));
    let wrong = unnamed(&stage);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_page_of_a_class_stands_at_every_size_and_names_its_controls() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1280.0, 800.0]);
    let ada = class.sits("Ada", LYSMARK);
    class.sits("Ben", LYSMARK);
    for (nth, wish) in [Wish::Begin, Wish::End(crate::base::Turn(0))].into_iter().enumerate() {
        class.events.block_on(class.cell.send(format!("k{nth}"), wish)).unwrap();
    }
    Class::does(&ada, "m1", Wish::Appeal("May we?".to_owned()));
    press(&mut stage, &format!("White cell of {}", class.code));
    until(&mut stage, "the desk", shows("Inbox (1)"));
    for size in [[1280.0, 800.0], [1920.0, 1080.0], [480.0, 360.0], [760.0, 900.0], [120.0, 90.0], [3000.0, 500.0]] {
        stage.set_size(bevy_egui::egui::vec2(size[0], size[1]));
        for page in ["Inbox (1)", "People", "Last turn", "Events", "Worlds", "Seats"] {
            // At odd sizes a tab may lie outside the screen: it is found all the same, as a screen reader finds it.
            let tab = stage.query_all_by_label(page).next().unwrap_or_else(|| panic!("no page is called {page}"));
            tab.click_accesskit();
            stage.run_steps(4);
            let wrong = unnamed(&stage);
            assert!(wrong.is_empty(), "{page} at {size:?}: {wrong:#?}");
        }
    }
}
