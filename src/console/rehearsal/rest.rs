//! Rest: a window that nobody touches asks for no more frames.

use std::time::Duration;

use bevy_egui::egui::{Event, ViewportId};
use egui_kittest::kittest::Queryable as _;

use super::{Stage, shows, stage, until};

/// When the next frame is wanted.
fn next(stage: &Stage<'_>) -> Duration {
    stage.output().viewport_output[&ViewportId::ROOT].repaint_delay
}

#[test]
fn a_cursor_blinks_while_somebody_is_there_and_then_stands() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(folder.path(), [1280.0, 800.0]);
    until(&mut stage, "the gallery is there", shows("Play First Note"));
    stage.get_by_label("Seed").focus();
    stage.run_steps(4);
    assert!(next(&stage) < Duration::from_secs(1), "it blinks: {:?}", next(&stage));
    // A step is a quarter of a second.
    stage.run_steps(60);
    assert!(next(&stage) > Duration::from_hours(1), "it stands: {:?}", next(&stage));
    stage.event(Event::Text("1".to_owned()));
    stage.run_steps(2);
    assert!(next(&stage) < Duration::from_secs(1), "it blinks again: {:?}", next(&stage));
}
