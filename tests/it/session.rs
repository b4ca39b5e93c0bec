//! Games: agents play every seat, orders are sealed per seat, silence falls back on instructions, and journals replay.

use demarche::base::Turn;
use demarche::base::id::StateId;
use demarche::content::library;
use demarche::session::game::{GivenBy, Played};
use demarche::session::journal::{Journal, Line, TurnLine};
use demarche::session::{Chronicle, Difference, Fault, Game, Rules, replay};
use demarche::sim::legal::Chambers;
use demarche::view::{Counsel, menu, milder};

/// A new game of a scenario that travels with the program.
pub(crate) fn game(slug: &str, seed: u64) -> Game {
    let book = library::find(slug).unwrap();
    Game::new(book.stage().unwrap(), &book.source, seed).unwrap()
}

/// The nth turn of a journal in which nobody went back.
pub(crate) fn turn_of(journal: &mut Journal, nth: usize) -> &mut TurnLine {
    let mut turns =
        journal.course.iter_mut().filter_map(|line| if let Line::Turn(turn) = line { Some(turn) } else { None });
    turns.nth(nth).unwrap()
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
        // A world of ten years is followed for a season; what goes wrong in it goes wrong early.
        while !game.is_over() && game.played().len() < 13 {
            let played = game.adjudicate().unwrap();
            assert!(played.sealed.iter().all(|sealed| sealed.by == GivenBy::Agent));
            orders += played.docket.orders().len();
            assert!(played.docket.refusals().is_empty(), "{slug}: {:?}", played.docket.refusals());
        }
        assert!(orders > game.played().len(), "{slug}: agents did next to nothing");
        if game.is_over() {
            assert!(matches!(game.adjudicate(), Err(Fault::Over(_))));
        }
    }
}

#[test]
fn games_played_by_turns_come_out_as_each_does_alone() {
    let alone = |slug: &str, seed| {
        let mut game = game(slug, seed);
        let mut digests = vec![game.digest()];
        while !game.is_over() {
            digests.push(game.adjudicate().unwrap().record.digest);
        }
        digests
    };
    let asked = [("dark-grid", 7), ("dark-grid", 11), ("first-note", 7)];
    let mut games = asked.map(|(slug, seed)| game(slug, seed));
    let mut digests = games.each_ref().map(|game| vec![game.digest()]);
    // All of one year play by one rulebook, and so borrow the same world by turns.
    while games.iter().any(|game| !game.is_over()) {
        for (game, digests) in games.iter_mut().zip(&mut digests).filter(|(game, _)| !game.is_over()) {
            digests.push(game.adjudicate().unwrap().record.digest);
        }
    }
    assert!(games[0].rulebook().waiting() > 0, "what was lent is given back");
    assert_eq!(digests.to_vec(), asked.map(|(slug, seed)| alone(slug, seed)).to_vec());
}

#[test]
fn a_replay_agrees_and_a_changed_order_is_found_in_its_turn() {
    let kept = journal("dark-grid", 7);
    let again = replay(&kept, Rules::Same).unwrap();
    assert_eq!(again.difference, None);
    assert!(again.is_whole);
    assert_eq!(again.game.digest(), kept.end().unwrap().digest);

    let mut changed = kept.clone();
    let turn = changed.turns().iter().rposition(|turn| turn.sealed.iter().any(|sealed| !sealed.orders.is_empty()));
    let turn = turn.unwrap();
    let sealed = turn_of(&mut changed, turn).sealed.iter_mut().find(|sealed| !sealed.orders.is_empty()).unwrap();
    sealed.orders.clear();
    let again = replay(&changed, Rules::Same).unwrap();
    assert!(matches!(again.difference, Some(Difference::Turn(Turn(found), _)) if usize::from(found) == turn));

    let mut changed = kept.clone();
    changed.header.seed += 1;
    assert!(replay(&changed, Rules::Same).unwrap().difference.is_some());
}

#[test]
fn another_rulebook_is_refused_by_name_unless_any_will_do() {
    let mut kept = journal("first-note", 1);
    kept.header.rulebook = demarche::base::Digest::of(b"other rules");
    let fault = replay(&kept, Rules::Same).unwrap_err();
    assert!(matches!(fault, Fault::OtherRules { .. }));
    assert!(fault.to_string().contains(&kept.header.rulebook.short()), "{fault}");
    assert_eq!(replay(&kept, Rules::AtHand).unwrap().difference, None);
}

#[test]
fn every_truth_is_drawn_and_nobody_can_count_them_apart() {
    let mut seen = std::collections::BTreeMap::new();
    for seed in 0..40 {
        let game = game("dark-grid", seed);
        let truth = game.truth().unwrap().id.clone();
        let rows = game.present();
        seen.insert(truth, (rows.incidents.len(), rows.evidence.len(), rows.operations.len(), rows.actors.len()));
    }
    assert_eq!(seen.keys().map(String::as_str).collect::<Vec<_>>(), ["complicit", "ignorant", "negligent"]);
    let counts: Vec<_> = seen.values().collect();
    assert!(counts.windows(2).all(|pair| pair[0] == pair[1]), "{seen:?}");
}

#[test]
fn a_bystander_cannot_tell_the_truths_apart_on_the_first_morning() {
    let mut views = std::collections::BTreeMap::new();
    for seed in 0..40 {
        let game = game("dark-grid", seed);
        // Lysmark, Veldany, Miravel and Tesk; Orsenne knows itself, and Haldria has listened in.
        let seen: Vec<_> = [0, 2, 4, 5].map(|seat| game.view(StateId(seat)).unwrap()).into();
        let truth = game.truth().unwrap().id.clone();
        if let Some(other) = views.values().next() {
            assert_eq!(&seen, other, "the truth `{truth}` shows");
        }
        views.insert(truth, seen);
    }
    assert_eq!(views.len(), 3);
}

#[test]
fn a_silent_seat_falls_back_and_a_sealed_one_is_played_as_sealed() {
    let mut game = game("first-note", 3);
    let (miravel, tesk) = (StateId(0), StateId(1));
    game.sit(miravel, "p1").unwrap();
    game.sit(tesk, "p2").unwrap();
    assert_eq!(game.awaited().count(), 2);
    game.commit(miravel, Vec::new()).unwrap();
    assert_eq!(game.awaited().count(), 1);
    let played = game.adjudicate().unwrap();
    assert_eq!(played.sealed[0].by, GivenBy::Person);
    assert!(played.sealed[0].orders.is_empty(), "to do nothing is a decision");
    assert_eq!(played.sealed[1].by, GivenBy::StandingInstructions);
    assert_eq!(game.awaited().count(), 2, "a turn later both are awaited again");
}

#[test]
fn nobody_gives_orders_for_another_seat_or_without_end() {
    let mut game = game("first-note", 3);
    let recall = game.rulebook().find("recall-ambassador").unwrap();
    let order = demarche::sim::Order {
        by: StateId(1),
        act: demarche::sim::order::Act::Move(recall),
        terms: demarche::sim::order::Terms { target: Some(StateId(0)), ..Default::default() },
    };
    assert!(matches!(game.commit(StateId(0), vec![order]), Err(Fault::NotItsOrder { .. })));
    assert!(matches!(game.commit(StateId(1), vec![order; 65]), Err(Fault::TooMany { .. })));
    assert!(matches!(game.commit(StateId(9), vec![]), Err(Fault::NoSeat(_))));
    game.commit(StateId(1), vec![order]).unwrap();
    let played = game.adjudicate().unwrap();
    assert!(played.docket.orders().contains(&order));
}

#[test]
fn a_fork_shares_the_past_and_its_journal_replays() {
    let mut whole = game("dark-grid", 11);
    while !whole.is_over() {
        whole.adjudicate().unwrap();
    }
    let mut fork = whole.fork(Turn(3)).unwrap();
    assert_eq!(fork.present(), whole.situation(3).unwrap());
    fork.commit(StateId(2), Vec::new()).unwrap();
    let mut chronicle = Chronicle::begin(fork, Vec::<Line>::new()).unwrap();
    chronicle.finish().unwrap();
    let (fork, lines) = chronicle.into_parts();
    let kept = Journal::assemble((2..).zip(lines)).unwrap();
    assert_eq!(kept.header.forked, Some(Turn(3)));
    assert_eq!(kept.turns()[2].record, whole.played()[2].record);
    let again = replay(&kept, Rules::Same).unwrap();
    assert_eq!((again.difference, again.game.digest()), (None, fork.digest()));
    assert!(matches!(whole.fork(Turn(9)), Err(Fault::NoSuchTurn { .. })));
}

#[test]
fn a_fork_or_a_journal_taken_up_again_plays_on_as_the_original_would() {
    for (slug, seed) in [("first-note", 3), ("dark-grid", 7), ("dark-grid", 11)] {
        let mut whole = game(slug, seed);
        while !whole.is_over() {
            whole.adjudicate().unwrap();
        }
        let lines = |game: &Game| game.played().iter().map(Played::line).collect::<Vec<_>>();
        for turn in 1..whole.turn().0 {
            let mut fork = whole.fork(Turn(turn)).unwrap();
            while !fork.is_over() {
                fork.adjudicate().unwrap();
            }
            assert!(lines(&fork) == lines(&whole), "{slug}, seed {seed}, forked before turn {turn}");
        }
        let mut kept = journal(slug, seed);
        kept.course.truncate(2);
        let mut resumed = replay(&kept, Rules::Same).unwrap().game;
        while !resumed.is_over() {
            resumed.adjudicate().unwrap();
        }
        assert!(lines(&resumed) == lines(&whole), "{slug}, seed {seed}, taken up again");
    }
}

/// What each seat of a crisis could do instead of what its menu shows, with the slugs offered.
fn offered(slug: &str, seed: u64, turns: u16) -> Vec<String> {
    let mut game = game(slug, seed);
    let mut slugs = Vec::new();
    for _ in 0..turns {
        for seat in (0..game.present().states.len()).map(StateId::at) {
            let view = game.view(seat).unwrap();
            let menu = menu(&view);
            let mut chambers = Chambers::new(view.rules());
            for draft in menu.entries.iter().filter_map(|entry| entry.candidates.first()).map(|one| one.draft) {
                let opinion = Counsel::of(&view, &mut chambers).opinion(&draft);
                let Some(other) = milder(&view, &draft, &opinion) else { continue };
                let acts = view.rules().law.acts();
                let own = view.rules().law.act(draft.order.act);
                let now = !menu.entries[other.act].candidates.is_empty();
                assert!(now, "{} for {}: not now", other.id, own.id);
                assert!(acts[other.act].esc >= own.esc && other.id != own.id, "{} for {}", other.id, own.id);
                assert!(other.cost * 2 <= opinion.score.cost && other.gravity <= opinion.score.gravity.max(10));
                slugs.push(format!("{} for {}", other.id, own.id));
            }
        }
        game.adjudicate().unwrap();
    }
    slugs
}

#[test]
fn a_seat_is_offered_only_a_milder_act_that_it_could_order_now() {
    let slugs = offered("dark-grid", 7, 3);
    assert!(slugs.len() >= 10, "{slugs:?}");
    let economic = slugs.iter().filter(|slug| slug.starts_with("sanction-sector")).count();
    assert!(economic * 4 < slugs.len(), "to sanction a whole sector is seldom the milder act: {slugs:?}");
}
