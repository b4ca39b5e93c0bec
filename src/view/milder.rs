//! The milder act: what a seat could order instead, now, to nearly the same end.

use crate::law::Opinion;
use crate::law::alternative::{Alternative, Judged, among};
use crate::sim::card::MoveId;
use crate::sim::legal::Chambers;
use crate::sim::order::Act;
use crate::view::occasion::{Occasion, occasions};
use crate::view::preview::{Counsel, feasible};
use crate::view::{Draft, View, bind, is_called_for};

/// A lawful act that serves the chief aim of a draft nearly as well, at no more than half its legality cost, with no more
/// heat and no graver effects, and that the seat can order now towards the same state about the same matter. It is judged
/// as the seat would have to order it, on what the seat knows.
pub fn milder(view: &View, draft: &Draft, opinion: &Opinion) -> Option<Alternative> {
    let rules = view.rules();
    let mut calls = Vec::new();
    occasions(view, &mut calls);
    let terms = &draft.order.terms;
    let alike = |call: &&Occasion| {
        call.target == terms.target && terms.incident.is_none_or(|incident| call.incident == Some(incident))
    };
    let calls: Vec<Occasion> = calls.iter().filter(alike).copied().collect();
    let mut chambers = Chambers::new(rules);
    let mut counsel = Counsel::of(view, &mut chambers);
    let own = Judged {
        overall: opinion.overall,
        provisional: opinion.provisional,
        cost: opinion.score.cost,
        gravity: opinion.score.gravity,
    };
    among(rules.law.acts(), rules.law.act(draft.order.act), own, |at, _| {
        let act = Act::Move(MoveId(at as u8));
        let drafts = calls.iter().filter(|call| is_called_for(view, act, call));
        let instead = drafts.filter_map(|call| bind(view, act, call).ok()).find(|one| feasible(view, one).is_ok())?;
        let answer = counsel.answer(&instead);
        Some(Judged {
            overall: answer.overall,
            provisional: answer.is_provisional,
            cost: answer.score.cost,
            gravity: answer.score.gravity,
        })
    })
}
