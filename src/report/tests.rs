//! Reviews of whole games: a scripted tutorial as a golden record, and six states played by agents.

use std::sync::Arc;

use super::*;
use crate::base::id::{AssetId, IncidentId, StateId};
use crate::content::library;
use crate::law::Overall;
use crate::report::page::{Block, Cell};
use crate::session::Game;
use crate::sim::custom::Tenet;
use crate::sim::order::{Act, Answer, FollowUp, Order, Publicity, Terms};
use crate::sim::rulebook::Rulebook;

fn game(slug: &str, seed: u64) -> Game {
    let book = library::embedded(slug).unwrap();
    Game::new(book.stage().unwrap(), &book.source, seed).unwrap()
}

/// A game in which every seat is an agent's.
fn played(slug: &str, seed: u64) -> History {
    let mut game = game(slug, seed);
    while !game.is_over() {
        game.adjudicate().unwrap();
    }
    History::of(&game)
}

const MIRAVEL: StateId = StateId(0);
const TESK: StateId = StateId(1);

/// The tutorial by script: a protest, an accusation in public that is denied, and a last look for proof.
fn scripted() -> History {
    let mut game = game("first-note", 7);
    let rules: Arc<Rulebook> = game.rulebook().clone();
    let cables = Some(IncidentId(0));
    let play = |by: StateId, slug: &str, terms: Terms| Order { by, act: Act::Move(rules.find(slug).unwrap()), terms };
    let towards = |target: StateId| Terms { target: Some(target), incident: cables, ..Terms::default() };
    let deny = Act::Follow(FollowUp::Answer(Answer::Deny));
    let spying = Terms { incident: None, asset: Some(AssetId(0)), ..towards(MIRAVEL) };
    let script: [[Vec<Order>; 2]; 3] = [
        [vec![play(MIRAVEL, "demarche", towards(TESK))], vec![play(TESK, "spy-close-access", spying)]],
        [
            vec![play(MIRAVEL, "attribute-publicly", towards(TESK)), play(MIRAVEL, "recall-ambassador", towards(TESK))],
            vec![],
        ],
        [
            vec![Order { by: MIRAVEL, act: Act::Follow(FollowUp::Lift), terms: Terms::default() }],
            vec![Order {
                by: TESK,
                act: deny,
                terms: Terms { publicity: Some(Publicity::Public), ..towards(MIRAVEL) },
            }],
        ],
    ];
    for [miravel, tesk] in script {
        game.commit(MIRAVEL, miravel).unwrap();
        game.commit(TESK, tesk).unwrap();
        game.adjudicate().unwrap();
    }
    History::of(&game)
}

fn text(history: &History) -> String {
    markdown(&review(&Words::english().unwrap(), history))
}

/// The rulebook's digest moves with every word of the law; the review of the same game does not.
fn without_digests(text: &str) -> String {
    let end = text.rfind("rulebook").unwrap_or(text.len());
    text[..end].to_owned()
}

#[test]
fn the_tutorial_reads_as_it_did() {
    insta::assert_snapshot!("first_note", without_digests(&text(&scripted())));
}

#[test]
fn a_reading_that_moved_is_dated_and_explained() {
    let mut game = game("first-note", 7);
    let rules = game.rulebook().clone();
    let norm = rules.law.corpus.find("non-intervention").unwrap();
    let names = rules.law.corpus.norm(norm).positions.iter().map(|position| position.spec.name.as_str());
    let place = names.clone().position(|name| name == "economic-coercion").unwrap();
    for by in [MIRAVEL, TESK] {
        let terms = Terms { reading: Some(Tenet::of(norm, place)), ..Terms::default() };
        let act = Act::Move(rules.find("publish-position").unwrap());
        game.commit(by, vec![Order { by, act, terms }]).unwrap();
    }
    game.adjudicate().unwrap();
    let text = text(&History::of(&game));
    for told in [
        "Readings of the law that moved",
        "Turn 1, day 1",
        "This reading of “Prohibition of coercive intervention in internal or external affairs” found a sizeable body of States",
        "Upheld by Miravel (in so many words) and Tesk (in so many words).",
    ] {
        assert!(text.contains(told), "`{told}` is missing from the review:\n{text}");
    }
    assert!(!self::text(&scripted()).contains("Readings of the law that moved"), "nothing moved, nothing is said");
}

#[test]
fn words_are_held_against_deeds() {
    let text = text(&scripted());
    for told in [
        "Miravel named Tesk for the reading of the ministry's cables",
        "“It was not us”, about the reading of the ministry's cables",
        "not so: the reading of the ministry's cables was its own doing",
        "Miravel could not do this: “Lift a measure”. The reason: it must say the measure it is about.",
        "What did the denial buy",
    ] {
        assert!(text.contains(told), "`{told}` is missing from the review");
    }
}

#[test]
fn every_game_gives_a_whole_and_readable_review() {
    let words = Words::english().unwrap();
    for (slug, seed) in [("first-note", 1), ("dark-grid", 3), ("dark-grid", 7)] {
        let history = played(slug, seed);
        let page = review(&words, &history);
        let panels: Vec<&str> = page.sections.iter().map(|section| &*section.id).collect();
        for needed in
            ["ending", "film", "ladder", "strip", "legality", "audit", "deeds", "measures", "timeline", "norms"]
        {
            assert!(panels.contains(&needed), "{slug} {seed} has no panel `{needed}`");
        }
        let text = markdown(&page);
        for gibberish in ["{", "}", "Id(", "Some(", "unnamed", "{ $", "  -", "’s’s"] {
            assert!(!text.contains(gibberish), "`{gibberish}` in the review of {slug} {seed}");
        }
        let film = page.sections.iter().flat_map(|section| &section.blocks);
        let frames = film.filter_map(|block| if let Block::Film(frames) = block { Some(frames.len()) } else { None });
        assert_eq!(frames.sum::<usize>(), history.turns.len(), "one headline a turn");
        assert!(!history.remarks.is_empty() && history.remarks.iter().all(|remark| text.contains(&remark.reason)));
    }
}

#[test]
fn the_law_is_heard_as_it_ruled() {
    let history = played("dark-grid", 7);
    let heard = bench::hear(&history);
    assert!(heard.len() > 40, "only {} matters were heard", heard.len());
    let differs: Vec<_> = heard
        .iter()
        .filter(|one| one.truth.overall != one.ruling.verdict)
        .map(|one| (one.turn, one.ruling, one.truth.overall))
        .collect();
    assert!(differs.is_empty(), "{differs:?}");
    assert!(heard.iter().any(|one| one.truth.overall == Overall::Unlawful));
    let owed = bench::owed(&history, &heard);
    for (turn, matter) in &owed {
        let ruled = |ruling: &&crate::sim::Ruling| ruling.matter == *matter && ruling.verdict == Overall::Unlawful;
        assert_eq!(history.turns[*turn].record.rulings.iter().filter(ruled).count(), 1, "turn {turn}, {matter:?}");
    }
    for one in heard.iter().filter(|one| one.truth.overall == Overall::Unlawful) {
        let breached = |entry: &crate::law::opinion::Entry| {
            let kind = history.rules.law.corpus.norm(entry.norm).spec.kind;
            let is_raised = entry.raised == crate::law::Value::True;
            is_raised && kind == crate::law::norm::Kind::Prohibition && entry.finding == crate::law::Finding::Breach
        };
        let own = one.truth.entries.iter().any(breached);
        assert_eq!(owed.contains(&(one.turn, one.ruling.matter)), !own, "turn {}, {:?}", one.turn, one.ruling);
    }
}

#[test]
fn tables_are_square_and_strips_hold_the_truth() {
    let words = Words::english().unwrap();
    let history = played("dark-grid", 7);
    let page = review(&words, &history);
    let mut shares = 0;
    for block in page.sections.iter().flat_map(|section| &section.blocks) {
        let Block::Table(table) = block else { continue };
        assert!(!table.rows.is_empty() && !table.caption.is_empty(), "{table:?}");
        for row in &table.rows {
            assert_eq!(row.len(), table.head.len(), "{}", table.caption);
            shares +=
                row.iter().filter(|cell| matches!(cell, Cell::Share(share, _) if (0..=1000).contains(share))).count();
        }
    }
    assert!(shares > 0, "no belief is shown");
    let truth = history.scenario.truths[history.truth.unwrap()].text.clone();
    assert!(markdown(&page).contains(&truth));
}

#[test]
fn the_page_is_well_formed_and_stands_alone() {
    let words = Words::english().unwrap();
    for history in [scripted(), played("dark-grid", 3)] {
        let html = html(&review(&words, &history));
        let headings = well_formed(&html);
        assert_eq!(headings.first(), Some(&1), "the page begins with its title");
        for pair in headings.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "a heading of level {} follows one of level {}", pair[1], pair[0]);
        }
        for needed in ["<main", "<nav", "<header", "<footer", "<caption>", "lang=\"en\"", "scope=\"row\"", "<desc"] {
            assert!(html.contains(needed), "`{needed}` is missing");
        }
        for foreign in ["<script", "http://", "https://", "<link", "<img", "@import", "url("] {
            assert!(!html.contains(foreign), "`{foreign}`: the page must stand alone");
        }
    }
}

/// Elements that have no end.
const VOID: [&str; 4] = ["meta", "br", "hr", "rect"];

/// Walks the tags of a page: every element is closed in its order, every id is given once, every link inside the page
/// leads somewhere. Returns the levels of the headings.
fn well_formed(html: &str) -> Vec<u8> {
    let mut open: Vec<&str> = Vec::new();
    let (mut ids, mut links, mut headings) = (Vec::new(), Vec::new(), Vec::new());
    let body = html.replace("<!DOCTYPE html>", "");
    let mut rest = body.as_str();
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "an element is closed out of order");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap();
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "`<{tag}>`");
        let value = |attribute: &str| {
            let from = tag.find(&format!(" {attribute}=\""))? + attribute.len() + 3;
            Some(tag[from..].split('"').next().unwrap().to_owned())
        };
        ids.extend(value("id"));
        links.extend(value("href").map(|link| link.trim_start_matches('#').to_owned()));
        links.extend(
            value("aria-labelledby").into_iter().flat_map(|all| all.split(' ').map(str::to_owned).collect::<Vec<_>>()),
        );
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
            headings.push(level);
        }
        if name == "style" {
            rest = &rest[rest.find("</style>").unwrap()..];
        }
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    for (place, id) in ids.iter().enumerate() {
        assert!(!ids[..place].contains(id), "`{id}` is given twice");
    }
    for link in links {
        assert!(ids.contains(&link), "`{link}` leads nowhere");
    }
    headings
}

#[test]
fn persons_are_never_named() {
    let mut game = game("first-note", 7);
    game.sit(MIRAVEL, "p-4711").unwrap();
    while !game.is_over() {
        game.commit(MIRAVEL, Vec::new()).unwrap();
        game.adjudicate().unwrap();
    }
    let page = review(&Words::english().unwrap(), &History::of(&game));
    assert!(!html(&page).contains("4711") && !markdown(&page).contains("4711"));
}

#[test]
fn the_text_meets_the_contrast_that_readers_need() {
    let style = include_str!("report.css");
    for (scheme, ground) in [(0, "paper"), (0, "panel"), (0, "band"), (1, "paper"), (1, "panel"), (1, "band")] {
        let block = style.split(":root {").nth(scheme + 1).unwrap();
        let colour = |name: &str| {
            let from = block.find(&format!("--{name}: #")).unwrap() + name.len() + 5;
            let hex = &block[from..from + 6];
            [0, 2, 4].map(|at| u32::from_str_radix(&hex[at..at + 2], 16).unwrap())
        };
        for (ink, least) in [("ink", 4.5), ("soft", 4.5), ("accent", 4.5), ("pair", 3.0), ("line", 3.0), ("bar", 3.0)] {
            let ratio = contrast(colour(ink), colour(ground));
            assert!(ratio >= least, "{ink} on {ground} in scheme {scheme}: {ratio:.2}");
        }
    }
}

/// The contrast ratio of WCAG 2.2 between two colours.
fn contrast(one: [u32; 3], other: [u32; 3]) -> f64 {
    let luminance = |colour: [u32; 3]| {
        let [r, g, b] = colour.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// ARSIWA 53: a countermeasure ends when what is owed has been done, and to repair is owed as well as to stop.
#[test]
fn a_measure_outlives_a_wrong_that_has_ended_and_been_made_good() {
    let said = |ceased: Option<i32>, repaired: Option<i32>, span: (i32, Option<i32>)| {
        let mut history = scripted();
        let after = &mut history.turns.last_mut().unwrap().after;
        let last = after.day;
        let day = |days: i32| last.plus(days);
        after.incidents[0].ceased = ceased.map(day);
        let claim = serde_json::json!({ "id": 0, "claimant": MIRAVEL, "respondent": TESK, "incident": 0,
            "raised": day(-20), "repaired": repaired.map(day) });
        let measure = serde_json::json!({ "id": 0, "by": MIRAVEL, "against": TESK, "card": 0, "about": 0,
            "began": day(span.0), "ended": span.1.map(day), "strength": 500, "known_to": crate::base::StateSet::ALL });
        after.claims = vec![serde_json::from_value(claim).unwrap()];
        after.measures = vec![serde_json::from_value(measure).unwrap()];
        let text = text(&history);
        let (_, table) = text.split_once("## Measures, and whether they outlived the wrong").unwrap();
        let row = table.lines().find(|line| line.starts_with("| Miravel")).unwrap();
        let told = row.trim_end_matches(" |").rsplit(" | ").next().unwrap().to_owned();
        (told, text.contains("outlived the wrong it answered. Who should have noticed"))
    };
    let told = |text: &str, is_asked_about: bool| (text.to_owned(), is_asked_about);
    assert_eq!(said(None, None, (-9, None)), told("the wrong had not ended", false));
    assert_eq!(said(Some(-2), None, (-9, Some(-3))), told("ended with the wrong", false));
    assert_eq!(
        said(Some(-5), None, (-9, None)),
        told("went on when the wrong had ended, but had not been made good", false)
    );
    assert_eq!(
        said(Some(-9), None, (-5, None)),
        told("begun when the wrong had ended, but had not been made good", false)
    );
    let outlived = "outlived the wrong, which had ended and been made good, by 3 days";
    assert_eq!(said(Some(-5), Some(-3), (-9, None)), told(outlived, true));
}
