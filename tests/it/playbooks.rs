//! Playbooks: scripted crises, and what must become of them.
//!
//! A playbook is a file under `tests/playbooks`: a small named world, changes to it, orders turn by turn, and the events,
//! refusals and rulings that are its point. Whatever else happens is kept as a snapshot with the digest of every turn.

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use demarche::base::id::StateId;
use demarche::law::{Finding, Overall};
use demarche::sim::docket::{OrderIx, compile};
use demarche::sim::event::What;
use demarche::sim::legal::{Chambers, Conduct, Matter, Sitting, Standpoint};
use demarche::sim::order::{Act, FollowUp, Order, Terms};
use demarche::sim::situation::{Changes, Situation};
use demarche::sim::{Docket, Refusal, Rulebook, Simulation, TurnRecord, soundness};
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One scripted crisis.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Playbook {
    /// What it shows, as a sentence.
    shows: String,
    /// The opening world: a file under `worlds`.
    world: String,
    /// Rows that differ from that world.
    #[serde(default)]
    changes: Changes,
    /// The seed of all chance.
    #[serde(default)]
    seed: u64,
    /// The turns in order.
    turns: Vec<Scripted>,
}

/// One turn: what is ordered, and what must come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scripted {
    #[serde(default)]
    orders: Vec<Line>,
    /// Events among those of the turn.
    #[serde(default)]
    happens: Vec<What>,
    /// Events not among those of the turn.
    #[serde(default)]
    not: Vec<What>,
    /// All refusals, in order.
    #[serde(default)]
    refused: Vec<Refusal>,
    /// Rulings among those of the turn, on the truth.
    #[serde(default)]
    ruled: Vec<Expected>,
}

/// An order as a person writes it: moves by slug.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    by: StateId,
    act: Deed,
    #[serde(default)]
    terms: Terms,
    /// The move permitted or announced, by slug.
    #[serde(default)]
    other: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Move(String),
    Follow(FollowUp),
}

/// A ruling, and the norms on which it turns.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    on: Matter,
    verdict: String,
    /// Norms that are found breached, or conditions that are not fulfilled.
    #[serde(default)]
    breach: Vec<String>,
    /// Norms found precluded: a breach but for a plea.
    #[serde(default)]
    excused: Vec<String>,
}

fn read<T: DeserializeOwned>(path: &str) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn listed(folder: &str) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .map(|path| path.display().to_string())
        .collect();
    found.sort();
    found
}

fn rulebook() -> Arc<Rulebook> {
    let read = demarche::content::rulebook::embedded(2025);
    Arc::new(read.unwrap_or_else(|mistakes| panic!("{:?}", miette::Report::new(mistakes))))
}

fn order(rules: &Rulebook, line: &Line) -> Order {
    let known = |slug: &str| rules.find(slug).unwrap_or_else(|| panic!("there is no move `{slug}`"));
    let act = match &line.act {
        Deed::Move(slug) => Act::Move(known(slug)),
        Deed::Follow(follow_up) => Act::Follow(*follow_up),
    };
    let other_move = line.other.as_deref().map(known).or(line.terms.other_move);
    Order { by: line.by, act, terms: Terms { other_move, ..line.terms } }
}

/// Plays a playbook, collects what differs from it, and renders what happened.
fn check(rules: &Arc<Rulebook>, path: &str) -> (Vec<String>, String) {
    let book: Playbook = read(path);
    let mut opening: Situation = read(&format!("tests/playbooks/worlds/{}.ron", book.world));
    opening.change(&book.changes);
    assert_eq!(soundness::flaws(&opening, rules.cards.len()), [], "{path}: the opening does not hang together");
    let mut sim = Simulation::new(rules.clone(), &opening, book.seed);
    let (mut wrong, mut told) = (Vec::new(), format!("{}\n", book.shows));
    for (nth, scripted) in book.turns.iter().enumerate() {
        let before = sim.situation();
        let orders = scripted.orders.iter().map(|line| order(rules, line)).collect();
        let docket = compile(&before, rules, orders);
        let record = sim.adjudicate(&docket);
        let mut differ = |what: String| wrong.push(format!("{path}, turn {nth}: {what}"));
        let refused: Vec<Refusal> = record.refusals.iter().map(|refused| refused.why).collect();
        if refused != scripted.refused {
            differ(format!("refused {refused:?}, not {:?}", scripted.refused));
        }
        for what in &scripted.happens {
            if !record.events.iter().any(|event| event.what == *what) {
                differ(format!("{what:?} does not happen"));
            }
        }
        for what in &scripted.not {
            if record.events.iter().any(|event| event.what == *what) {
                differ(format!("{what:?} happens"));
            }
        }
        // The law ruled on the day of the turn.
        let scene = Situation { turn: record.turn, day: record.day, ..sim.situation() };
        for expected in &scripted.ruled {
            ruled(rules, &scene, &docket, &record, expected).into_iter().for_each(&mut differ);
        }
        render(&mut told, rules, &docket, &record);
    }
    (wrong, told)
}

/// What differs between a ruling and what was expected of it.
fn ruled(
    rules: &Rulebook,
    scene: &Situation,
    docket: &Docket,
    record: &TurnRecord,
    expected: &Expected,
) -> Vec<String> {
    let Some(ruling) = record.rulings.iter().find(|ruling| ruling.matter == expected.on) else {
        return vec![format!("{:?} is not ruled on", expected.on)];
    };
    let conduct = Conduct::of_matter(rules, scene, docket, expected.on).unwrap();
    let opinion = Sitting::new(scene, rules, &mut Chambers::new(rules)).opinion(&conduct, Standpoint::Truth);
    let mut wrong = Vec::new();
    let found = |finding: Finding| -> Vec<&str> {
        let entries = opinion.entries.iter().filter(|entry| entry.finding == finding);
        entries.map(|entry| rules.law.corpus.norm(entry.norm).spec.id.as_str()).collect()
    };
    let breached = found(Finding::Breach);
    if spoken(ruling.verdict) != expected.verdict {
        wrong.push(format!(
            "{:?} is {}, not {}: {breached:?} breached, {:?} contested, {:?} open",
            expected.on,
            spoken(ruling.verdict),
            expected.verdict,
            found(Finding::Contested),
            found(Finding::Undetermined),
        ));
    }
    for (list, finding) in [(&expected.breach, Finding::Breach), (&expected.excused, Finding::Precluded)] {
        for norm in list {
            if !found(finding).contains(&norm.as_str()) {
                wrong.push(format!("{:?}: `{norm}` is not {finding:?}; breached are {breached:?}", expected.on));
            }
        }
    }
    wrong
}

const fn spoken(verdict: Overall) -> &'static str {
    match verdict {
        Overall::Lawful => "lawful",
        Overall::UnfriendlyButLawful => "unfriendly but lawful",
        Overall::Undetermined => "undetermined",
        Overall::Contested => "contested",
        Overall::Unlawful => "unlawful",
    }
}

fn render(told: &mut String, rules: &Rulebook, docket: &Docket, record: &TurnRecord) {
    let named = |act: Act| match act {
        Act::Move(card) => rules.card(card).id.clone(),
        Act::Follow(follow_up) => follow_up.slug().to_owned(),
    };
    writeln!(told, "\nturn {}, day {}, digest {}", record.turn.0, record.day.0, record.digest).unwrap();
    for ruling in &record.rulings {
        let matter = match ruling.matter {
            Matter::Order(OrderIx(at)) => format!("order {at}, {}", named(docket.orders()[usize::from(at)].act)),
            Matter::Operation(id) => format!("operation {}", id.0),
            Matter::Measure(id) => format!("measure {}", id.0),
        };
        let (truth, public) = (spoken(ruling.verdict), spoken(ruling.public_verdict));
        writeln!(
            told,
            "  state {}, {matter}: {truth} ({}); in public {public} ({})",
            ruling.by.0, ruling.cost, ruling.public_cost
        )
        .unwrap();
    }
    for event in record.events.iter().filter(|event| !matches!(event.what, What::Ruled { .. })) {
        writeln!(told, "  {:?}: {:?} by {:?}", event.phase, event.what, event.cause).unwrap();
    }
}

#[test]
fn every_playbook_comes_out_as_it_says() {
    let rules = rulebook();
    let mut wrong = Vec::new();
    let books = listed("tests/playbooks");
    assert!(books.len() >= 8, "a playbook is missing");
    for path in &books {
        let (differs, told) = check(&rules, path);
        wrong.extend(differs);
        let name = path.trim_start_matches("tests/playbooks/").trim_end_matches(".ron");
        insta::with_settings!({ snapshot_path => "../playbooks/snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, told);
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
