//! The panels, one file each, in the order in which they are read.

mod audit;
mod deeds;
mod ending;
mod exhibits;
mod film;
mod ladder;
mod legality;
mod measures;
mod norms;
mod questions;
mod strip;
mod timeline;

use crate::report::desk::Desk;
use crate::report::page::{Furniture, Page};

/// All panels that have something to show.
pub(super) fn page(desk: &Desk<'_>) -> Page {
    let scenario = &desk.history.scenario;
    let chosen = exhibits::choose(desk);
    let sections = [
        Some(ending::section(desk)),
        Some(film::section(desk)),
        Some(ladder::section(desk)),
        Some(strip::section(desk)),
        Some(legality::section(desk)),
        exhibits::section(desk, &chosen),
        Some(audit::section(desk)),
        Some(deeds::section(desk)),
        Some(measures::section(desk)),
        Some(timeline::section(desk)),
        Some(norms::section(desk)),
        Some(questions::section(desk, &chosen)),
    ];
    let last = desk.history.turns.last().map(|played| played.record.digest.short()).unwrap_or_default();
    Page {
        title: scenario.title.clone(),
        kind: desk.say("review-kind"),
        lead: vec![desk.with("review-aim", &[("aim", (&scenario.aim).into())]), desk.say("review-reader")],
        sections: sections.into_iter().flatten().collect(),
        colophon: desk.with(
            "review-made",
            &[
                ("scenario", (&scenario.id).into()),
                ("seed", (&desk.history.seed.to_string()).into()),
                ("rulebook", (&desk.history.rules.digest.short()).into()),
                ("digest", (&last).into()),
            ],
        ),
        furniture: Furniture {
            contents: desk.say("review-contents"),
            skip: desk.say("review-skip"),
            language: "en".into(),
        },
    }
}
