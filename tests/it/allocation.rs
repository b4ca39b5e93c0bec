//! A check allocates nothing: a thousand of them cost no more than their arithmetic. A game at rest holds little.

use allocation_counter::{AllocationInfo, measure};
use demarche::content::library;
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::score::{Record, score};
use demarche::law::{FactSheet, Lot, Packed, Reading};
use demarche::session::Game;
use demarche::sim::{Docket, Simulation};

use crate::casebook::everything;

fn nothing(what: &str, counted: &AllocationInfo) {
    assert_eq!((counted.count_total, counted.bytes_total), (0, 0), "{what} allocates");
}

#[test]
fn a_check_allocates_nothing() {
    let (corpus, acts, cases) = everything();
    let mut assessment = Assessment::new(&corpus);
    let profile = Reading::Profile(0);
    for case in cases.iter().step_by(7) {
        let sheet = case.sheet(&corpus, &acts);
        let act = &acts[case.act];
        let mut packed = Packed::new(&corpus, &FactSheet::UNKNOWN);
        nothing("packing", &measure(|| packed = Packed::new(&corpus, &sheet)));
        let mainstream = Reading::Mainstream { as_of: case.as_of };
        for (reading, depth) in [(mainstream, Depth::Findings), (mainstream, Depth::Whole), (profile, Depth::Findings)]
        {
            nothing("a check", &measure(|| assess(&corpus, reading, act, &packed, depth, &mut assessment)));
        }
        assess(&corpus, mainstream, act, &packed, Depth::Whole, &mut assessment);
        let record = Record { repeated: true, ..Record::default() };
        nothing("a score", &measure(|| assert!(score(&corpus, &sheet, &assessment, record).gravity <= 100)));
    }
}

#[test]
fn a_lot_allocates_nothing() {
    let (corpus, acts, cases) = everything();
    let mut lot = Lot::new(&corpus);
    let mut assessment = Assessment::new(&corpus);
    for cases in cases.chunks(Lot::MOST).take(3) {
        let sheets: Vec<FactSheet> = cases.iter().map(|case| case.sheet(&corpus, &acts)).collect();
        let reading = Reading::Mainstream { as_of: cases[0].as_of };
        nothing(
            "a lot",
            &measure(|| {
                lot.clear();
                for sheet in &sheets {
                    lot.enter(&corpus, sheet);
                }
                lot.assess(&corpus, reading, Depth::Whole);
                for (lane, case) in cases.iter().enumerate() {
                    lot.lay(&corpus, &acts[case.act], lane, &mut assessment);
                }
            }),
        );
        assert_eq!(lot.len(), cases.len());
    }
}

/// Most of it is the schedule and what its systems keep. Turns add what their rows take.
#[test]
fn a_live_game_holds_a_schedule_and_its_rows() {
    let book = library::embedded("dark-grid").unwrap();
    let staged = book.stage().unwrap();
    let mut game = Game::new(book.stage().unwrap(), &book.source, 7).unwrap();
    while !game.is_over() {
        game.adjudicate().unwrap();
    }
    let scene = game.present();
    let mut kept = None;
    let first = measure(|| {
        let mut simulation = Simulation::new(staged.rulebook.clone(), scene, 7);
        simulation.advance(&Docket::default());
        kept = Some(simulation);
    });
    let rows = scene.bytes() as u64;
    let held = first.bytes_current as u64;
    assert!(held > rows, "{held} bytes hold rows of {rows}");
    assert!(held - rows < 800_000, "{held} bytes are held for rows of {rows}");
    let mut simulation = kept.unwrap();
    let more = measure(|| (0..40).for_each(|_| simulation.advance(&Docket::default())));
    // In the world, at rest, and under the eyes of the law, each with room to grow.
    let most = 6 * simulation.situation().bytes() as u64;
    assert!(more.bytes_current.unsigned_abs() <= most, "forty quiet turns leave {} bytes", more.bytes_current);
}

#[test]
fn the_counter_sees_an_allocation() {
    let counted = measure(|| assert_eq!(std::hint::black_box(vec![1_u8; 100]).len(), 100));
    assert_eq!((counted.count_total, counted.bytes_total), (1, 100));
}
