//! The panels, one file each, in the order in which they are read.

mod audit;
mod changed;
mod custom;
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
mod teams;
mod timeline;

use crate::base::id::StateId;
use crate::report::desk::Desk;
use crate::report::page::{Block, Furniture, Page, Section};

/// All panels that have something to show.
pub(super) fn page(desk: &Desk<'_>) -> Page {
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
        changed::section(desk),
        teams::section(desk, None),
        custom::section(desk),
        Some(questions::section(desk, &chosen)),
    ];
    framed(desk, sections.into_iter().flatten().collect(), "review-kind")
}

/// What a team takes away of its own: its drafts, and nothing of any other's.
pub(super) fn of_team(desk: &Desk<'_>, state: StateId) -> Page {
    let name = desk.telling.state(state);
    let own = teams::section(desk, Some(state));
    let empty =
        || Section { id: "teams".into(), title: desk.say("teams"), blocks: vec![Block::Text(desk.say("teams-none"))] };
    let page = framed(desk, vec![own.unwrap_or_else(empty)], "teams-kind");
    Page { lead: vec![desk.with("teams-file", &[("state", (&name).into())])], ..page }
}

fn framed(desk: &Desk<'_>, sections: Vec<Section>, kind: &str) -> Page {
    let scenario = &desk.history.scenario;
    let mut lead = vec![desk.with("review-aim", &[("aim", (&scenario.aim).into())])];
    if let Some(lesson) = &desk.history.lesson {
        let law = desk.telling.words.norms(&desk.history.rules.law.corpus, &lesson.law);
        lead.push(desk.with("review-law", &[("law", (&law).into())]));
    }
    lead.push(desk.say("review-reader"));
    let last = desk.history.turns.last().map(|played| played.record.digest.short()).unwrap_or_default();
    Page {
        title: scenario.title.clone(),
        kind: desk.say(kind),
        lead,
        sections: sections.into_iter().map(|section| bounded(desk, section)).collect(),
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

/// The most rows of a table that a reader is given. Source: judgement.
const ROWS: usize = 120;

/// A panel whose tables end where nobody would read on, and say so.
fn bounded(desk: &Desk<'_>, section: Section) -> Section {
    let blocks = section.blocks.into_iter().flat_map(|block| {
        let Block::Table(mut table) = block else { return vec![block] };
        let more = table.rows.len().saturating_sub(ROWS);
        table.rows.truncate(ROWS);
        let rest = (more > 0).then(|| Block::Text(desk.with("table-more", &[("count", more.into())])));
        std::iter::once(Block::Table(table)).chain(rest).collect()
    });
    Section { blocks: blocks.collect(), ..section }
}
