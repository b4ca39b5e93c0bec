//! Hands: through whom a state carries out what nobody is meant to lay at its door.

use crate::agents::Temper;
use crate::base::Permille;
use crate::base::chance::Draw;
use crate::sim::mechanics::Mechanic;
use crate::sim::operations::Basis;
use crate::sim::order::{Act, Param};
use crate::sim::polity::{Actor, ActorStanding};
use crate::view::{Draft, View};

/// What comes on top of the taste for secrecy, in thousandths, where a state keeps groups at all.
///
/// # Source
/// Judgement, on the European Repository of Cyber Incidents: a quarter of interstate incidents with coded responsibility are
/// run by an organ, the rest by groups that a State directs or lets be.
const KEPT_FOR_IT: i32 = 400;

/// Lends a secret operation to a group of the seat's own, if it has one at work. What is claimed as lawful is done by the
/// State itself.
pub(super) fn lend(view: &View, temper: &Temper, draft: &mut Draft, draw: &mut Draw) {
    let Act::Move(card) = draft.order.act else { return };
    let Some(play) = view.rules().play(card) else { return };
    let terms = &mut draft.order.terms;
    let is_apt = matches!(play.mechanic, Mechanic::Covert(_)) && play.accepts.contains(&Param::Actor);
    if !is_apt || terms.actor.is_some() || terms.basis != Basis::None {
        return;
    }
    let is_own = |actor: &&Actor| actor.standing == ActorStanding::Active && actor.sponsor == Some(view.seat);
    let own: Vec<&Actor> = view.known.actors.iter().filter(is_own).collect();
    let odds = Permille::clamped(temper.secrecy.at.get() + KEPT_FOR_IT);
    if !own.is_empty() && draw.happens(odds) {
        terms.actor = Some(own[draw.below(own.len() as u32) as usize].id);
    }
}
