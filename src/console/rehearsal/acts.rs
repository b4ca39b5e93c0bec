//! All acts by family, and what wide screens are used for: what stands beside what, by the places of labels.

use std::collections::BTreeSet;

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::class::{fill, hosted};
use super::{Stage, go, press, seated_in, shows, until};
use crate::console::screens::Place;
use crate::law::Overall;
use crate::server::white_cell::VERDICTS;
use crate::words::Language;
use bevy_egui::egui::{Rect, vec2};

fn place(stage: &Stage<'_>, part: &str) -> Rect {
    let found = stage.query_all_by_label_contains(part).next();
    found.unwrap_or_else(|| panic!("nothing is called `{part}`")).rect()
}

#[test]
fn acts_stand_by_family_from_talk_to_arms() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = seated_in("Dark Grid", folder.path(), [1500.0, 3600.0]);
    go(&mut stage, Place::Desk);
    let families = ["Diplomacy (", "Following up (", "Cyber operations (", "Conventional and military signalling ("];
    let tops = families.map(|family| place(&stage, family).top());
    assert!(tops.is_sorted(), "{tops:?}");
    // Headings break where the column is narrow, and move nothing aside.
    stage.set_size(vec2(1280.0, 3600.0));
    stage.run_steps(4);
    let (longest, beside) = (place(&stage, "Cooperation, "), place(&stage, "What will you do?"));
    assert!(longest.right() < beside.left(), "{longest} {beside}");
    // Arms are there for whoever opens them, or seeks them.
    assert!(!shows("Use armed force")(&stage));
    let arms = stage.query_all_by_label_contains(families[3]).next().unwrap().accesskit_node().label().unwrap();
    press(&mut stage, &arms);
    stage.run_steps(12);
    assert!(shows("Use armed force")(&stage));
    fill(&mut stage, "Search", "economic");
    stage.run_steps(12);
    assert!(shows("Economic measures (")(&stage), "a family is found by its name");
    assert!(!shows("Use armed force")(&stage) && !shows("Diplomacy (")(&stage));
}

#[test]
fn every_verdict_of_a_host_elsewhere_has_its_own_word() {
    for words in Language::ALL.map(|language| language.words().unwrap()) {
        let all = VERDICTS.into_iter().chain([Overall::Undetermined]);
        let said = all.map(|one| words.say_with("con-verdict", &[("verdict", one.word().into())]));
        assert_eq!(said.collect::<BTreeSet<String>>().len(), 5);
    }
}

#[test]
fn a_wide_white_cell_shows_seats_beside_what_is_so() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, class) = hosted(folder.path(), [1920.0, 1080.0]);
    press(&mut stage, &format!("White cell of {}", class.code));
    until(&mut stage, "the desk", shows("See as Lysmark"));
    stage.run_steps(4);
    let both = |stage: &Stage<'_>| (place(stage, "See as Lysmark"), place(stage, "What is really so"));
    let (seat, truth) = both(&stage);
    assert!(truth.left() > seat.right() && truth.top() < seat.bottom(), "{seat} {truth}");
    stage.set_size(vec2(1280.0, 800.0));
    stage.run_steps(4);
    let (seat, truth) = both(&stage);
    assert!(truth.top() > seat.bottom(), "{seat} {truth}");
}
