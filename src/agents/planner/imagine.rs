//! Imagined worlds: what a seat knows, completed by what it does not.
//!
//! Nothing here can read the true world: all comes from a [`View`] and keyed chance. The author of an incident is drawn by
//! the seat's own belief; capabilities of others stay at the estimates of the view; others are taken to believe half of what
//! the seat believes, and to want what states commonly want. New rows come after the known ones, so that the seat's drafts
//! mean the same in every imagined world.

use crate::base::chance::Draw;
use crate::base::id::{OperationId, StateId};
use crate::base::{Chance, LogOdds, Permille, StateSet};
use crate::sim::incidents::Incident;
use crate::sim::knowledge::{Belief, Question, about};
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::{Basis, MeasurePurpose, Method, Operation, Stage};
use crate::sim::order::Level;
use crate::sim::polity::{ActorKind, ActorStanding, Party};
use crate::sim::relations::Alliance;
use crate::sim::scenario::{Cast, Goal, Interest, RedLine, Scenario};
use crate::sim::situation::Situation;
use crate::view::View;

use super::AUTHOR;

/// From this step of the ladder a state is taken to want another weaker. Source: judgement, an open dispute.
const QUARREL: u8 = 3;

/// Completes what a seat knows to a whole situation; the sample's number opens its own streams of chance.
pub(super) fn imagine(into: &mut Situation, view: &View, chance: Chance, sample: u32) {
    into.clone_from(&view.known);
    for place in 0..into.incidents.len() {
        if into.incidents[place].operation.is_some() {
            continue;
        }
        let id = into.incidents[place].id;
        let mut draw = chance.draw(view.known.turn, AUTHOR, [view.seat.0.into(), sample, id.0]);
        let behind = author(view, &into.incidents[place], &mut draw);
        let behind = behind.and_then(|author| operation(view, &into.incidents[place], author, into.operations.len()));
        let incident = &mut into.incidents[place];
        incident.operation = behind.map(|operation| operation.id);
        into.operations.extend(behind);
        // Others hear of harm from its victim: it has noticed.
        if !incident.known_to.contains(incident.victim) {
            incident.known_to.insert(incident.victim);
        }
        incident.noticed = incident.noticed.or(Some(incident.began));
    }
    mirror(into, view);
}

/// Who is behind an incident, drawn by the odds that the seat gives each suspect. States that nothing speaks for share what
/// is commonly thought of one, so that a large world does not drown a suspicion.
fn author(view: &View, incident: &Incident, draw: &mut Draw) -> Option<Party> {
    let held = about(&view.known.beliefs, view.seat, incident.id);
    let belief = |question| held.iter().find(|row| row.question == question).map(|row| odds(row.odds.probability()));
    let common = odds(view.rules().model.knowledge.prior.at);
    let states: Vec<StateId> = (view.known.states.iter().map(|state| state.id))
        .filter(|state| *state != view.seat && *state != incident.victim)
        .collect();
    let suspected: Vec<Option<u32>> = states.iter().map(|state| belief(Question::Author(*state))).collect();
    let strangers = suspected.iter().filter(|odds| odds.is_none()).count() as u32;
    let mut weights: Vec<u32> =
        suspected.iter().map(|odds| odds.unwrap_or_else(|| (common / strangers).max(1))).collect();
    weights.push(belief(Question::NonState).unwrap_or(common));
    let drawn = draw.weighted(&weights)?;
    if let Some(state) = states.get(drawn) {
        return Some(Party::State(*state));
    }
    let works = |kind| matches!(kind, ActorKind::Gang | ActorKind::Proxy);
    let groups: Vec<_> = (view.known.actors.iter())
        .filter(|actor| works(actor.kind) && actor.standing == ActorStanding::Active)
        .map(|actor| actor.id)
        .collect();
    let number = u32::try_from(groups.len()).ok().filter(|number| *number > 0)?;
    Some(Party::Actor(groups[draw.below(number) as usize]))
}

/// Odds of a likelihood, ten thousand being even; never so great that the odds of 256 suspects could not be added up.
const fn odds(likely: Permille) -> u32 {
    (likely.get() * 10_000 / (1001 - likely.get())) as u32
}

/// The operation that such an author would have run; `None` if what happened looks like no operation at all.
fn operation(view: &View, incident: &Incident, author: Party, place: usize) -> Option<Operation> {
    let Mechanic::Covert(numbers) = &view.rules().play(incident.card)?.mechanic else { return None };
    let today = view.known.day;
    let ends = incident.began.plus(numbers.lasts.into());
    // What goes on although its usual time is up may go on for as long again.
    let ends = if ends > today { ends } else { today.plus(numbers.lasts.max(1).into()) };
    Some(Operation {
        id: OperationId::at(place),
        author,
        hand: None,
        card: incident.card,
        target: incident.victim,
        asset: incident.asset,
        via: incident.transit,
        false_flag: None,
        method: numbers.method.unwrap_or(Method::Remote),
        level: Level::Medium,
        stage: if incident.ceased.is_some() { Stage::Ended } else { Stage::Active },
        began: incident.began.plus(-i32::from(Level::Medium.pick(&numbers.prepare))),
        ready: incident.began,
        ends: incident.ceased.unwrap_or(ends),
        harm: incident.harm,
        basis: Basis::None,
        purpose: MeasurePurpose::Other,
        about: None,
        answers: None,
        known_to: author.state().map_or(StateSet::EMPTY, StateSet::of),
        tools: None,
    })
}

/// Others who know of an incident believe half of what the seat believes of it, except of themselves.
fn mirror(into: &mut Situation, view: &View) {
    let prior = LogOdds::from_probability(view.rules().model.knowledge.prior.at).get();
    for belief in &view.known.beliefs {
        let incident = &into.incidents[belief.incident.index()];
        let odds = LogOdds::clamped(i32::midpoint(prior, belief.odds.get()));
        for holder in into.states.iter().map(|state| state.id).filter(|state| *state != view.seat) {
            if incident.known_to.contains(holder) && belief.question != Question::Author(holder) {
                into.beliefs.push(Belief { holder, odds, ..*belief });
            }
        }
    }
    into.beliefs.sort_unstable_by_key(|row| (row.holder, row.incident, row.question));
}

/// The scenario that a seat takes itself to be in: its own wants and lines as it knows them, and for others what states
/// commonly want. The weights are judgement.
pub(super) fn scenario(view: &View) -> Scenario {
    let share = Permille::clamped;
    let own = view.interests.iter().map(|want| Interest { state: view.seat, goal: want.goal, weight: want.weight });
    let mut interests: Vec<Interest> = own.collect();
    for state in view.known.states.iter().map(|state| state.id).filter(|state| *state != view.seat) {
        let mut want = |goal, weight| interests.push(Interest { state, goal, weight: share(weight) });
        want(Goal::Legitimacy, 300);
        want(Goal::QuietAtHome, 200);
        want(Goal::Prosperity, 200);
        for tie in view.known.ties.iter().filter(|tie| tie.low == state || tie.high == state) {
            let other = tie.other(state);
            if tie.alliance > Alliance::None {
                want(Goal::FriendshipWith(other), 150);
            } else if tie.step >= QUARREL {
                want(Goal::Weaken(other), 150);
            }
        }
    }
    Scenario {
        id: String::new(),
        title: String::new(),
        aim: String::new(),
        cast: Cast::default(),
        turns: view.turns,
        as_of: 0,
        opening: Situation::empty(view.known.span),
        truths: Vec::new(),
        interests,
        red_lines: view.red_lines.iter().map(|line| RedLine { state: view.seat, line: *line }).collect(),
        tempers: Vec::new(),
        briefings: Vec::new(),
        solo: view.seat,
    }
}
