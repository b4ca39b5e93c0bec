//! A census of what seats without people do in whole games: acts that no foreign ministry would sign are counted, and there
//! are to be none.

use std::collections::{BTreeMap, BTreeSet};

use demarche::base::id::{IncidentId, StateId};
use demarche::content::library;
use demarche::session::Game;
use demarche::sim::Situation;
use demarche::sim::council::ResolutionStatus;
use demarche::sim::knowledge::{Confidence, Question, about};
use demarche::sim::legal::Forum;
use demarche::sim::mechanics::Mechanic;
use demarche::sim::order::{Act, Answer, FollowUp, Order, Publicity};
use demarche::sim::relations::{Alliance, NoteKind, Tie, Treaties};
use demarche::sim::rulebook::Rulebook;

const GAMES: u64 = 12;
/// How soon the same act on the same matter is a repetition, in days.
const QUARTER: i32 = 90;

fn tie(scene: &Situation, one: StateId, other: StateId) -> Option<&Tie> {
    scene.ties.iter().find(|tie| (tie.low, tie.high) == (one.min(other), one.max(other)))
}

/// Whom a state holds for likeliest to be behind an incident, and how likely.
fn suspect(scene: &Situation, seat: StateId, incident: IncidentId) -> Option<(StateId, Confidence)> {
    let rows = about(&scene.beliefs, seat, incident).iter();
    let named = rows.filter_map(|row| match row.question {
        Question::Author(state) if state != seat => Some((row.odds, state)),
        _ => None,
    });
    named
        .max_by_key(|(odds, state)| (*odds, std::cmp::Reverse(*state)))
        .map(|(odds, state)| (state, Confidence::of(odds)))
}

/// What is wrong with an order, if a minister would send it back.
fn absurdity(rules: &Rulebook, scene: &Situation, order: &Order) -> Option<&'static str> {
    let (by, terms) = (order.by, &order.terms);
    let card = match order.act {
        Act::Move(card) => card,
        Act::Follow(FollowUp::Answer(Answer::Extradite)) => {
            let own = scene.actors[terms.actor?.index()].sponsor == Some(by);
            return own.then_some("hands over its own people");
        }
        Act::Follow(_) => return None,
    };
    let play = rules.play(card)?;
    let (target, hot) = (terms.target?, rules.card(card).law.esc < 0);
    let between = tie(scene, by, target);
    if hot && play.visibility == Publicity::Public && between.is_some_and(|tie| tie.alliance == Alliance::Allies) {
        return Some("strikes at an ally in the open");
    }
    match &play.mechanic {
        Mechanic::Speak(note) if note.kind == Some(NoteKind::Request) => {
            let (state, sure) = suspect(scene, by, terms.incident?)?;
            let own = scene.incidents[terms.incident?.index()].transit == Some(target);
            (state == target && sure >= Confidence::Low && !own).then_some("asks the suspect for help")
        }
        Mechanic::Proceed(numbers) if numbers.forum == Forum::Unsc => {
            let vetoed = scene.resolutions.iter().any(|draft| {
                draft.status == ResolutionStatus::Vetoed && draft.against == target && draft.incident == terms.incident
            });
            vetoed.then_some("tables what was vetoed")
        }
        Mechanic::Proceed(_) => {
            let bound = between.is_some_and(|tie| tie.treaties.include(Treaties::JURISDICTION));
            let consents = scene.undertakings.iter().any(|word| word.permits(target, by, card));
            (!bound && !consents).then_some("sues where no court has a title")
        }
        Mechanic::Accuse(_) => {
            let (state, sure) = suspect(scene, by, terms.incident?)?;
            (state != target || sure < Confidence::Moderate).then_some("accuses on a hunch")
        }
        _ => None,
    }
}

#[test]
fn no_seat_without_a_person_does_what_a_ministry_would_find_absurd() {
    let mut absurd: BTreeMap<&str, usize> = BTreeMap::new();
    let mut acts: BTreeMap<String, usize> = BTreeMap::new();
    let mut openings: BTreeSet<Vec<String>> = BTreeSet::new();
    let (mut signed, mut idle) = (0, 0);
    for seed in 0..GAMES {
        let book = library::embedded("dark-grid").unwrap();
        let mut game = Game::new(book.stage().unwrap(), &book.source, seed).unwrap();
        let mut done: Vec<(i32, Order)> = Vec::new();
        while !game.is_over() {
            let scene = game.present().clone();
            let rules = game.rulebook().clone();
            let orders = game.adjudicate().unwrap().docket.orders().to_vec();
            for seat in &scene.states {
                idle += usize::from(!orders.iter().any(|order| order.by == seat.id));
            }
            let mut names = Vec::new();
            for order in &orders {
                let day = scene.day.0;
                if let Some(what) = absurdity(&rules, &scene, order) {
                    println!("seed {seed} day {day}: state {} {what}: {:?}", order.by.0, order.act);
                    *absurd.entry(what).or_default() += 1;
                }
                let repeats = done.iter().any(|(before, other)| {
                    let same = (order.by, order.act, order.terms.target) == (other.by, other.act, other.terms.target);
                    let matter = order.terms.incident == other.terms.incident
                        && order.terms.measure == other.terms.measure
                        && order.terms.operation == other.terms.operation
                        && order.terms.undertaking == other.terms.undertaking
                        && order.terms.resolution == other.terms.resolution
                        && order.terms.asset == other.terms.asset
                        && order.terms.content == other.terms.content;
                    day - before < QUARTER && same && matter
                });
                let overt = match order.act {
                    Act::Move(card) => {
                        let play = rules.play(card).unwrap();
                        names.push(format!("{} {}", order.by.0, rules.card(card).id));
                        // An inquiry goes on until enough is known.
                        let looks = matches!(play.mechanic, Mechanic::Investigate(_));
                        if repeats && play.visibility != Publicity::Secret && !looks {
                            println!("seed {seed} day {day}: state {} repeats {}", order.by.0, rules.card(card).id);
                            *absurd.entry("says the same again").or_default() += 1;
                        }
                        (play.visibility != Publicity::Secret).then(|| rules.card(card).id.clone())
                    }
                    Act::Follow(act) => {
                        if repeats {
                            *absurd.entry("says the same again").or_default() += 1;
                        }
                        Some(act.slug().to_owned())
                    }
                };
                signed += usize::from(order.terms.co_signers.is_some());
                if let Some(name) = overt {
                    *acts.entry(name).or_default() += 1;
                }
                done.push((day, *order));
            }
            if game.turn().0 == 1 {
                names.sort();
                openings.insert(names);
            }
        }
    }
    let all: usize = acts.values().sum();
    println!(
        "{} openings, {signed} joint acts, {idle} idle turns of seats, {all} overt acts: {acts:?}",
        openings.len()
    );
    assert!(absurd.is_empty(), "{absurd:?}");
    assert!(2 * openings.len() > GAMES as usize, "only {} openings in {GAMES} games", openings.len());
    let most = acts.iter().max_by_key(|(_, count)| **count).unwrap();
    assert!(4 * most.1 <= all, "{most:?} among {all} overt acts");
    assert!(signed > 0, "nobody asks anybody to sign");
}
