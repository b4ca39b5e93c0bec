//! The game as a whole, its turns, its states turn by turn, and its pairs. Comes last: it counts what the others wrote.

use crate::base::id::StateId;
use crate::ensemble::player::WatchedTurn;
use crate::ensemble::scribe::{Book, count, day, is_unlawful, ordinal, verdict, word};
use crate::ensemble::tables::{ActorRow, Game, Pair, Rows, StateTurn, Step, Turn};
use crate::law::Overall;
use crate::sim::event::What;
use crate::sim::legal::Conduct;
use crate::sim::situation::Situation;

pub(super) fn write(book: &Book<'_>, rows: &mut Rows) {
    rows.states.extend(states(book, 0, None));
    for (place, turn) in book.game.turns.iter().enumerate() {
        rows.turns.push(turn_row(book, place, turn));
        rows.states.extend(states(book, ordinal(place), Some(turn)));
        rows.steps.extend(steps(book, place, turn));
    }
    rows.actors.extend(actors(book));
    rows.pairs.extend(pairs(book, rows));
    rows.games.push(game(book, rows));
}

fn highest(scene: &Situation) -> i64 {
    scene.ties.iter().map(|tie| i64::from(tie.step)).max().unwrap_or(0)
}

/// A mean rounded to the nearest whole number, halves up; 0 of nothing.
fn mean(sum: i64, of: usize) -> i64 {
    let of = count(of).max(1);
    (2 * sum + of).div_euclid(2 * of)
}

fn turn_row(book: &Book<'_>, place: usize, turn: &WatchedTurn) -> Turn {
    let (before, after) = (book.game.before(place), &turn.after);
    let orders = turn.docket.orders().len();
    let happened = |is: &dyn Fn(&What) -> bool| count(turn.events.iter().filter(|event| is(&event.what)).count());
    let public = |scene: &Situation| scene.incidents.iter().filter(|incident| incident.known_to.is_public()).count();
    Turn {
        scenario: book.slug(),
        run: book.run,
        turn: ordinal(place),
        day: day(turn.day),
        days: i64::from(after.day.since(turn.day)),
        highest_step: highest(after),
        mean_step: mean(after.ties.iter().map(|tie| 1000 * i64::from(tie.step)).sum(), after.ties.len()),
        mean_tension: mean(after.ties.iter().map(|tie| i64::from(tie.tension.get())).sum(), after.ties.len()),
        orders: count(orders),
        refused: count(turn.docket.refusals().len()),
        unlawful: count((0..orders).filter(|nth| is_unlawful(turn, *nth)).count()),
        operations_begun: happened(&|what| matches!(what, What::OperationBegan { .. })),
        incidents: happened(&|what| matches!(what, What::IncidentOccurred { .. })),
        incidents_public: count(public(after).saturating_sub(public(before))),
        measures_in_force: count(after.measures.iter().filter(|measure| measure.is_in_force()).count()),
        words_broken: happened(&|what| matches!(what, What::WordBroken { .. })),
    }
}

fn states(book: &Book<'_>, turn: i64, played: Option<&WatchedTurn>) -> Vec<StateTurn> {
    let scene = played.map_or(&book.game.opening, |turn| &turn.after);
    let row = |place: usize| {
        let (id, state) = (StateId::at(place), &scene.states[place]);
        let own: Vec<usize> = played.map_or_else(Vec::new, |turn| {
            let orders = turn.docket.orders().iter().enumerate();
            orders.filter(|(_, order)| order.by == id).map(|(nth, _)| nth).collect()
        });
        let of_own = |is: &dyn Fn(&WatchedTurn, usize) -> i64| -> i64 {
            played.map_or(0, |turn| own.iter().map(|nth| is(turn, *nth)).sum())
        };
        let ties = scene.ties.iter().filter(|tie| tie.low == id || tie.high == id);
        StateTurn {
            scenario: book.slug(),
            run: book.run,
            turn,
            state: book.code(id),
            legitimacy: i64::from(state.legitimacy.get()),
            resolve: i64::from(state.resolve.get()),
            pressure: i64::from(state.pressure.get()),
            economy: i64::from(state.economy.get()),
            highest_step: ties.map(|tie| i64::from(tie.step)).max().unwrap_or(0),
            orders: count(own.len()),
            unlawful: of_own(&|turn, nth| i64::from(is_unlawful(turn, nth))),
            public_cost: of_own(&|turn, nth| verdict(turn, nth).map_or(0, |ruling| i64::from(ruling.public_cost))),
            measures_in_force: count(
                scene.measures.iter().filter(|measure| measure.by == id && measure.is_in_force()).count(),
            ),
        }
    };
    (0..scene.states.len()).map(row).collect()
}

fn actors(book: &Book<'_>) -> impl Iterator<Item = ActorRow> {
    book.end().actors.iter().map(|actor| ActorRow {
        scenario: book.slug(),
        run: book.run,
        actor: count(actor.id.index()),
        kind: word(actor.kind),
        home: book.code(actor.home),
        sponsor: actor.sponsor.map(|sponsor| book.code(sponsor)),
        control: word(actor.control),
        standing: word(actor.standing),
    })
}

fn steps<'a>(book: &'a Book<'_>, place: usize, turn: &'a WatchedTurn) -> impl Iterator<Item = Step> + 'a {
    turn.events.iter().filter_map(move |event| {
        let What::Stepped { pair, from, to } = event.what else { return None };
        Some(Step {
            scenario: book.slug(),
            run: book.run,
            turn: ordinal(place),
            day: day(turn.day),
            one: book.code(pair.low),
            other: book.code(pair.high),
            left: i64::from(from),
            reached: i64::from(to),
        })
    })
}

fn pairs(book: &Book<'_>, rows: &Rows) -> Vec<Pair> {
    let public = |by: &str, against: &str| {
        let met = rows.incidents.iter().filter(|incident| {
            incident.disclosed.is_some() && incident.author.as_deref() == Some(by) && incident.victim == against
        });
        count(met.count())
    };
    let row = |(place, first): (usize, &crate::sim::relations::Tie)| {
        let last = &book.end().ties[place];
        let after = book.game.turns.iter().map(|turn| turn.after.ties[place].step);
        let (one, other) = (book.code(first.low), book.code(first.high));
        Pair {
            scenario: book.slug(),
            run: book.run,
            first_step: i64::from(first.step),
            highest_step: i64::from(after.max().unwrap_or(0).max(first.step)),
            final_step: i64::from(last.step),
            first_tension: i64::from(first.tension.get()),
            final_tension: i64::from(last.tension.get()),
            alliance: word(first.alliance),
            first_relations: word(first.relations),
            final_relations: word(last.relations),
            public_incidents_by_one: public(&one, &other),
            public_incidents_by_other: public(&other, &one),
            one,
            other,
        }
    };
    book.game.opening.ties.iter().enumerate().map(row).collect()
}

fn game(book: &Book<'_>, rows: &Rows) -> Game {
    let (opening, end) = (&book.game.opening, book.end());
    let opened = highest(opening);
    let highest_step = rows.turns.iter().map(|turn| turn.highest_step).max().unwrap_or(0).max(opened);
    let reached = rows.turns.iter().find(|turn| turn.highest_step == highest_step);
    let verdicts = |verdict: Overall| {
        count(rows.moves.iter().filter(|order| order.verdict.as_deref() == Some(verdict.word())).count())
    };
    let legitimacy = || end.states.iter().map(|state| i64::from(state.legitimacy.get()));
    let accusations = || rows.attributions.iter().filter(|row| row.kind == "accusation" && row.turn > 0);
    let used_force = |turn: &WatchedTurn| {
        let mut orders = turn.docket.orders().iter();
        orders.any(|order| {
            let harm = Conduct::of_order(book.rules, order, turn.day).harm;
            super::acts::class(book.rules, order.act) == "force" || harm.is_some_and(|harm| harm.is_grave_force())
        })
    };
    Game {
        scenario: book.slug(),
        run: book.run,
        seed: i64::try_from(book.game.seed).unwrap_or(i64::MAX),
        truth: book.game.truth.map(|truth| book.scenario.truths[truth].id.clone()),
        turns: count(book.game.turns.len()),
        days: i64::from(end.day.since(opening.day)),
        highest_step,
        highest_turn: if highest_step == opened { 0 } else { reached.map_or(0, |turn| turn.turn) },
        final_step: highest(end),
        legitimacy_end: mean(legitimacy().sum(), end.states.len()),
        legitimacy_least: legitimacy().min().unwrap_or(0),
        orders: rows.turns.iter().map(|turn| turn.orders).sum(),
        refused: rows.turns.iter().map(|turn| turn.refused).sum(),
        unlawful: verdicts(Overall::Unlawful),
        contested: verdicts(Overall::Contested),
        operations: count(rows.operations.len()),
        operations_disclosed: count(rows.operations.iter().filter(|row| row.disclosed.is_some()).count()),
        incidents: count(rows.incidents.len()),
        incidents_public: count(rows.incidents.iter().filter(|row| row.disclosed.is_some()).count()),
        public_attributions: count(accusations().count()),
        public_attributions_wrong: count(accusations().filter(|row| !row.right).count()),
        measures: count(end.measures.len() - opening.measures.len()),
        force: book.game.turns.iter().any(used_force),
        digest: book.game.digest.to_string(),
    }
}
