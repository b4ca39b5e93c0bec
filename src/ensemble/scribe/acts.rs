//! Moves and responses: everything that was ordered and carried out.

use crate::ensemble::player::WatchedTurn;
use crate::ensemble::scribe::ruled::{Against, against};
use crate::ensemble::scribe::{Book, Desk, act, count, day, ordinal, verdict, word};
use crate::ensemble::tables::{Move, Response, Rows};
use crate::law::Overall;
use crate::sim::Order;
use crate::sim::event::What;
use crate::sim::legal::Conduct;
use crate::sim::mechanics::Mechanic;
use crate::sim::order::{Act, FollowUp, Publicity};
use crate::sim::rulebook::Rulebook;

pub(super) fn write(book: &Book<'_>, desk: &mut Desk, rows: &mut Rows) {
    for (place, turn) in book.game.turns.iter().enumerate() {
        for (nth, order) in turn.docket.orders().iter().enumerate() {
            let row = moved(book, desk, (place, turn), nth, order);
            if let Some(response) = response(book, turn, order, &row) {
                rows.responses.push(response);
            }
            rows.moves.push(row);
        }
    }
}

fn moved(book: &Book<'_>, desk: &mut Desk, (place, turn): (usize, &WatchedTurn), nth: usize, order: &Order) -> Move {
    let rules = book.rules;
    let card = rules.card_of(order.act);
    let play = card.and_then(|card| card.play.as_ref());
    let ruling = verdict(turn, nth);
    let is_doubtful = ruling.is_some_and(|ruling| ruling.verdict >= Overall::Contested);
    let found = if is_doubtful {
        against(desk, rules, turn, &Conduct::of_order(rules, order, turn.day))
    } else {
        Against::default()
    };
    let (norm, finding) = found.heaviest.unzip();
    let no_effect = turn.events.iter().find_map(|event| match event.what {
        What::NoEffect { order, why } if order.index() == nth => Some(word(why)),
        _ => None,
    });
    let is_public = Conduct::of_order(rules, order, turn.day).audience.is_public();
    Move {
        scenario: book.slug(),
        run: book.run,
        turn: ordinal(place),
        day: day(turn.day),
        nth: ordinal(nth),
        state: book.code(order.by),
        act: act(rules, order.act),
        family: card.map_or("follow-up", |card| card.family.as_str()).to_owned(),
        class: class(rules, order.act).to_owned(),
        target: order.terms.target.map(|target| book.code(target)),
        incident: book.about(order).map(|incident| count(incident.index())),
        basis: word(order.terms.basis),
        purpose: word(order.terms.purpose),
        publicity: play.map(|play| word(order.terms.publicity.unwrap_or(play.visibility))),
        escalation: i64::from(rules.law.act(order.act).esc),
        verdict: ruling.map(|ruling| ruling.verdict.word().to_owned()),
        cost: ruling.map(|ruling| i64::from(ruling.cost)),
        public_verdict: ruling.filter(|_| is_public).map(|ruling| ruling.public_verdict.word().to_owned()),
        public_cost: ruling.filter(|_| is_public).map(|ruling| i64::from(ruling.public_cost)),
        norm,
        norm_finding: finding.map(|finding| finding.word().to_owned()),
        no_effect,
    }
}

fn response(book: &Book<'_>, turn: &WatchedTurn, order: &Order, row: &Move) -> Option<Response> {
    let id = book.about(order)?;
    let incident = &book.end().incidents[id.index()];
    Some(Response {
        scenario: row.scenario.clone(),
        run: row.run,
        turn: row.turn,
        nth: row.nth,
        state: row.state.clone(),
        by_victim: order.by == incident.victim,
        incident: count(id.index()),
        act: row.act.clone(),
        class: row.class.clone(),
        target: row.target.clone(),
        hits_author: order.terms.target.map(|target| book.is_behind(target, id)),
        public: row.publicity.as_deref() == Some(word(Publicity::Public).as_str()),
        days_since_incident: i64::from(turn.day.since(incident.began)),
        days_since_noticed: incident.noticed.map(|noticed| i64::from(turn.day.since(noticed))),
        verdict: row.verdict.clone(),
    })
}

/// What an act is, in the words of the column `class`.
pub(super) fn class(rules: &Rulebook, act: Act) -> &'static str {
    let card = match act {
        Act::Move(card) => card,
        Act::Follow(follow_up) => {
            return match follow_up {
                FollowUp::Answer(_) => "answer",
                FollowUp::Counter | FollowUp::OfferGoodOffices | FollowUp::Conclude => "offer",
                FollowUp::ThreatenMeasure => "threat",
                FollowUp::BringToRegion => "referral",
                _ => "other",
            };
        }
    };
    match rules.play(card).map(|play| &play.mechanic) {
        Some(mechanic) if mechanic.is_armed() => "force",
        Some(Mechanic::Covert(_)) => "operation",
        Some(Mechanic::Speak(_)) => "note",
        Some(Mechanic::Accuse(_)) => "accusation",
        Some(Mechanic::Sanction(_)) => "measure",
        Some(Mechanic::Distance(_)) => "distance",
        Some(Mechanic::Proceed(_)) => "referral",
        Some(Mechanic::Sue(_)) => "suit",
        Some(Mechanic::Investigate(_)) => "inquiry",
        Some(Mechanic::Share(_) | Mechanic::Assist(_) | Mechanic::Hunt(_)) => "assistance",
        Some(Mechanic::Harden(_) | Mechanic::Suppress(_) | Mechanic::Block(_)) => "protection",
        Some(Mechanic::Repair(_)) => "reparation",
        Some(Mechanic::Sway(_)) => "signal",
        Some(Mechanic::Support(_)) => "support",
        Some(Mechanic::Coerce(_)) => "pressure",
        Some(Mechanic::Recognise(_)) => "recognition",
        Some(Mechanic::Tolerate) => "indulgence",
        None => "other",
    }
}
