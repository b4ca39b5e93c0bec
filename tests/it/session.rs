//! Games: agents play every seat, orders are sealed per seat, silence falls back on instructions, and journals replay.

use demarche::base::Turn;
use demarche::base::id::StateId;
use demarche::content::library;
use demarche::session::game::GivenBy;
use demarche::session::journal::{Journal, Line};
use demarche::session::{Chronicle, Difference, Fault, Game, Rules, replay};

/// A new game of a scenario that travels with the program.
pub(crate) fn game(slug: &str, seed: u64) -> Game {
    let book = library::find(slug).unwrap();
    Game::new(book.stage().unwrap(), &book.source, seed).unwrap()
}

/// A game played to its end, as a journal.
pub(crate) fn journal(slug: &str, seed: u64) -> Journal {
    let mut chronicle = Chronicle::begin(game(slug, seed), Vec::new()).unwrap();
    chronicle.finish().unwrap();
    let (_, lines) = chronicle.into_parts();
    Journal::assemble((2..).zip(lines)).unwrap()
}

#[test]
fn agents_play_a_crisis_to_its_end() {
    for slug in library::slugs() {
        let mut game = game(slug, 7);
        let mut orders = 0;
        while !game.is_over() {
            let played = game.adjudicate().unwrap();
            assert!(played.sealed.iter().all(|sealed| sealed.by == GivenBy::Agent));
            orders += played.docket.orders().len();
            assert!(played.docket.refusals().is_empty(), "{slug}: {:?}", played.docket.refusals());
        }
        assert!(orders > game.played().len(), "{slug}: agents did next to nothing");
        assert!(matches!(game.adjudicate(), Err(Fault::Over(_))));
    }
}
