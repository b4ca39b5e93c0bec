//! A check allocates nothing: a thousand of them cost no more than their arithmetic. A game at rest holds little.

use allocation_counter::{AllocationInfo, measure};
use demarche::content::library;
use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::score::{Record, score};
use demarche::law::{FactSheet, Lot, Packed, Reading};
use demarche::session::Game;

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

/// A game at rest is its data and its agents, who give back the room that thinking takes: what plays its turns is lent by the
/// rulebook, which all games share. Six agents who remember, and lists with room to grow, stay below 120 kB beyond its data; a world and
/// a schedule of its own held 640 kB besides.
#[test]
fn a_live_game_holds_its_data_and_little_more() {
    let book = library::embedded("dark-grid").unwrap();
    let staged = book.stage().unwrap();
    let play = |seed| {
        let mut game = Game::new(book.stage().unwrap(), &book.source, seed).unwrap();
        while !game.is_over() {
            game.adjudicate().unwrap();
        }
        game
    };
    // What is made once for all games waits in the rulebook, and so does the room to which it grows: by 55 kB in a second game, by half
    // a kilobyte after a dozen.
    (8..20).for_each(|seed| drop(play(seed)));
    let mut game = None;
    let held = measure(|| game = Some(play(7))).bytes_current;
    let game = game.unwrap();
    let mut data = None;
    let copied = measure(|| {
        let situations: Vec<_> = (0..=game.played().len()).map(|turn| game.situation(turn).unwrap().clone()).collect();
        data = Some((game.played().to_vec(), situations, game.scenario().as_ref().clone()));
    });
    let own = copied.bytes_current;
    let rows = i64::try_from(game.present().bytes()).unwrap();
    assert!(own > rows && held > own, "{held} bytes are held for {own} of its own");
    assert!(held - own <= 120_000, "{held} bytes are held for {own} of its own");
    drop((data, staged));
}

#[test]
fn the_counter_sees_an_allocation() {
    let counted = measure(|| assert_eq!(std::hint::black_box(vec![1_u8; 100]).len(), 100));
    assert_eq!((counted.count_total, counted.bytes_total), (1, 100));
}
