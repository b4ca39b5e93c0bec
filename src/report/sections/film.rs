//! The two-minute film: a headline a turn.

use crate::report::desk::Desk;
use crate::report::page::{Block, Frame, Section};
use crate::report::sections::ladder::highest;
use crate::words::text::capitalised;

pub(super) fn section(desk: &Desk<'_>) -> Section {
    let frames = desk.history.spans().into_iter().map(|span| {
        let place = desk.history.fullest(&span);
        let played = &desk.history.turns[place];
        let step = highest(&played.after);
        let (turn, day) = (desk.turn(place), desk.telling.day(played.record.day));
        Frame {
            when: desk.with("list-comma", &[("first", (&capitalised(&turn)).into()), ("last", (&day).into())]),
            headline: desk.telling_of(played).headline(&played.record),
            step: desk.with("film-step", &[("step", u32::from(step).into()), ("name", desk.telling.step(step).into())]),
        }
    });
    let film = Block::Film(frames.collect());
    let blocks = std::iter::once(Block::Text(desk.say("film-lead"))).chain(desk.abridged()).chain([film]).collect();
    Section { id: "film".into(), title: desk.say("film"), blocks }
}
