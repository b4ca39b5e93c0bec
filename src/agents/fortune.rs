//! How well a seat's wants stand: the yardstick by which ways of playing are compared.

use crate::base::Permille;
use crate::base::id::{IncidentId, StateId};
use crate::law::act::Aim;
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::operations::{Operation, Stage};
use crate::sim::polity::{ActorStanding, Function, Party};
use crate::sim::relations::NoteKind;
use crate::sim::scenario::{Goal, Line};
use crate::view::View;

/// How well a seat's wants stand in its own eyes, in thousandths: the mean of its wants by their weights. A seat without
/// wants cares for its good name.
pub fn fortune(view: &View) -> Permille {
    let (mut sum, mut weights) = (0, 0);
    for want in &view.interests {
        sum += want.weight.get() * measure(view, want.goal).get();
        weights += want.weight.get();
    }
    if weights == 0 { view.own().legitimacy } else { Permille::clamped(sum / weights) }
}

/// What a seat plays for, in thousandths, the more the better: its wants, and beside them what every government must keep,
/// its good name and its public; a red line crossed weighs on top, so that the sum may be negative. The shares are judgement.
pub fn objective(view: &View) -> i32 {
    let own = view.own();
    let crossed = view.red_lines.iter().filter(|line| is_crossed(view, **line)).count() as i32;
    (700 * fortune(view).get() + 150 * own.legitimacy.get() + 150 * own.pressure.rest().get()) / 1000 - 50 * crossed
}

/// Whether a red line stands crossed, as far as the seat knows: harm that goes on, the dead, an open accusation, a tie.
fn is_crossed(view: &View, line: Line) -> bool {
    let known = &view.known;
    let mut harms = known.incidents.iter().filter(|hit| hit.victim == view.seat);
    match line {
        Line::Sector(sector, confidence) => harms.filter(|hit| hit.ceased.is_none()).any(|hit| {
            let is_meant = hit.asset.is_some_and(|asset| known.assets[asset.index()].sector == sector);
            is_meant
                && about(&known.beliefs, view.seat, hit.id)
                    .iter()
                    .any(|row| matches!(row.question, Question::Author(_)) && Confidence::of(row.odds) >= confidence)
        }),
        Line::Asset(asset) => harms.any(|hit| hit.asset == Some(asset) && hit.ceased.is_none()),
        Line::Casualties => harms.any(|hit| hit.harm.casualties > 0),
        Line::PublicAccusation => known
            .notes
            .iter()
            .any(|note| note.to == view.seat && note.kind == NoteKind::Accusation && note.known_to.is_public()),
        Line::Step(step) => view.ties().any(|tie| tie.step >= step),
    }
}

fn met(is_met: bool) -> Permille {
    if is_met { Permille::FULL } else { Permille::ZERO }
}

/// How well one want stands.
fn measure(view: &View, goal: Goal) -> Permille {
    let known = &view.known;
    let own = view.own();
    match goal {
        Goal::CalmWith(state) => view.tie(state).map_or(Permille::FULL, |tie| tie.tension.rest()),
        Goal::FriendshipWith(state) => view.tie(state).map_or(Permille::ZERO, |tie| {
            Permille::clamped(i32::midpoint(tie.warmth_of(state).get(), tie.trade.get()))
        }),
        Goal::Legitimacy => own.legitimacy,
        Goal::QuietAtHome => own.pressure.rest(),
        Goal::Prosperity => own.economy,
        Goal::Protect(sector) => {
            let assets = known.assets.iter().filter(|asset| asset.owner == view.seat && asset.sector == sector);
            let whole = assets.map(|asset| if asset.function == Function::None { asset.planned().get() } else { 0 });
            Permille::clamped(whole.min().unwrap_or(1000))
        }
        Goal::KnowTheAuthor(incident) => surest(view, incident),
        Goal::Deny(operation) => {
            let row = &known.operations[operation.index()];
            met(row.stage != Stage::Burned && !row.known_to.is_public())
        }
        Goal::EndOf(incident) => met(known.incidents[incident.index()].ceased.is_some()),
        Goal::Weaken(state) => {
            let row = &known.states[state.index()];
            Permille::clamped(i32::midpoint(row.economy.get(), row.legitimacy.get())).rest()
        }
        Goal::Relief => met(!known.measures.iter().any(|row| row.against == view.seat && row.is_in_force())),
        Goal::ActorAtWork(actor) => met(known.actors[actor.index()].standing == ActorStanding::Active),
        Goal::ActorShutDown(actor) => met(known.actors[actor.index()].standing != ActorStanding::Active),
        Goal::InsightInto(state) => met(hears(view, state)),
    }
}

/// The greatest likelihood the seat gives to any answer about who did it.
fn surest(view: &View, incident: IncidentId) -> Permille {
    let rows = about(&view.known.beliefs, view.seat, incident);
    rows.iter().map(|row| row.odds.probability()).max().unwrap_or(Permille::ZERO)
}

/// Whether an operation of its own brings in word from another state.
fn hears(view: &View, state: StateId) -> bool {
    ears(view, state).any(|row| row.stage == Stage::Active)
}

/// Whether such an operation is under way or being prepared.
pub(super) fn listens_to(view: &View, state: StateId) -> bool {
    ears(view, state).any(Operation::is_live)
}

fn ears(view: &View, state: StateId) -> impl Iterator<Item = &Operation> {
    view.known.operations.iter().filter(move |row| {
        row.author == Party::State(view.seat)
            && row.target == state
            && view.rules().card(row.card).law.aims.contains_key(&Aim::Information)
    })
}
