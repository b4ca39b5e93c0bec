//! Crime: groups that nobody leads go after money on their own account.
//!
//! Joins `Phase::Open`; proposes `Begin`. What becomes of it is as with any operation, so a victim meets harm of the same kinds as
//! a state does, and has to find out which of the two it was.

use bevy::ecs::prelude::{Res, ResMut};

use crate::base::chance::Draw;
use crate::base::id::StateId;
use crate::base::{Permille, Span, StateSet};
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::mechanics::{Mechanic, covert};
use crate::sim::model::{Crime, Operations};
use crate::sim::operations::Operation;
use crate::sim::order::{Act, Order, Terms};
use crate::sim::polity::{Actor, ActorKind, ActorStanding, Asset, ControlLink, Party, Sector};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, purpose};

/// Whether a group follows nobody: whom a state leads works for it; whom it only lets be, or pays without a say, does as it likes.
pub fn is_free(group: &Actor) -> bool {
    let is_led = group.sponsor.is_some() && group.control > ControlLink::None;
    !is_led && matches!(group.kind, ActorKind::Gang | ActorKind::Proxy) && group.standing < ActorStanding::Suppressed
}

/// The chance that a group commits a crime worth the notice of governments within a span.
fn odds(numbers: &Operations, group: &Actor, span: Span) -> Permille {
    let share = match group.standing {
        ActorStanding::Active => 1000,
        ActorStanding::Disrupted => 500,
        ActorStanding::Suppressed => 0,
    };
    if !is_free(group) {
        return Permille::ZERO;
    }
    let per_1000_days = group.capability.of(numbers.crimes_per_1000_days.at) * share / 1000;
    Permille::clamped(span.scale(per_1000_days))
}

/// Whether there is money to be had from an asset, by a group that spares its own: the state it lives in, and the one that pays it.
fn is_mark(asset: &Asset, group: &Actor) -> bool {
    let has_money = !matches!(asset.sector, Sector::Military | Sector::DiplomaticMission | Sector::ForeignMinistry);
    let spared = |state: StateId| state == group.home || Some(state) == group.sponsor;
    has_money && !spared(asset.owner) && !spared(asset.host)
}

/// What a group goes after: the more it lies open, the likelier.
fn mark<'a>(assets: &'a Rows<Asset>, group: &Actor, draw: &mut Draw) -> Option<&'a Asset> {
    let marks = || assets.iter().filter(|asset| is_mark(asset, group));
    let open = |asset: &Asset| asset.exposure.get().max(1).unsigned_abs();
    let total: u32 = marks().map(open).sum();
    let mut at = (total > 0).then(|| draw.below(total))?;
    marks().find(|asset| {
        let here = at < open(asset);
        at = at.saturating_sub(open(asset));
        here
    })
}

/// A kind of crime, by how common each is.
fn kind<'a>(numbers: &'a Operations, draw: &mut Draw) -> Option<&'a Crime> {
    let total = numbers.crimes.iter().map(|crime| crime.frequency).sum();
    let mut at = (total > 0).then(|| draw.below(total))?;
    numbers.crimes.iter().find(|crime| {
        let here = at < crime.frequency;
        at = at.saturating_sub(crime.frequency);
        here
    })
}

pub(super) fn commit(
    clock: Res<Clock>,
    rules: Res<Rules>,
    actors: Rows<Actor>,
    assets: Rows<Asset>,
    mut outbox: ResMut<Outbox>,
) {
    let numbers = &rules.model.operations;
    for group in actors.iter() {
        let odds = odds(numbers, group, clock.span);
        if odds == Permille::ZERO {
            continue;
        }
        let mut draw = clock.draw(purpose::CRIME, [group.id.0.into(), 0, 0]);
        if !draw.happens(odds) {
            continue;
        }
        let Some(asset) = mark(&assets, group, &mut draw) else { continue };
        let Some(crime) = kind(numbers, &mut draw) else { continue };
        let card = rules.find(&crime.card).filter(|card| !rules.is_withdrawn(*card));
        let play = card.and_then(|card| Some((card, &rules.play(card)?.mechanic)));
        let Some((card, Mechanic::Covert(acts))) = play else { continue };
        let terms =
            Terms { target: Some(asset.owner), asset: Some(asset.id), level: Some(crime.level), ..Terms::default() };
        let order = Order { by: group.home, act: Act::Move(card), terms };
        let begun = covert::ordered((acts, numbers), &order, card, clock.day, StateSet::EMPTY);
        outbox.propose(
            Cause::Drift,
            Effect::Begin(Operation { author: Party::Actor(group.id), tools: group.tools, ..begun }),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::ActorId;
    use crate::sim::fixture::{ring, rules};
    use crate::sim::knowledge::{EvidenceKind, Question};
    use crate::sim::polity::StateSupport;
    use crate::sim::{Simulation, Situation};

    fn with_gang(home: u8, change: impl FnOnce(&mut Actor)) -> Situation {
        let mut world = ring(4);
        world.span = Span(90);
        let mut gang = Actor {
            id: ActorId(0),
            kind: ActorKind::Gang,
            home: StateId(home),
            sponsor: None,
            control: ControlLink::None,
            support: StateSupport::None,
            leans_to: None,
            capability: Permille::FULL,
            standing: ActorStanding::Active,
            tools: None,
        };
        change(&mut gang);
        world.actors.push(gang);
        world
    }

    /// What a group has done in ten years in which no state did anything.
    fn record(world: &Situation) -> Situation {
        let mut sim = Simulation::new(rules(), world, 11);
        for _ in 0..40 {
            sim.play(vec![]);
        }
        sim.situation()
    }

    #[test]
    fn a_gang_that_nobody_leads_hurts_others_on_its_own_account() {
        let end = record(&with_gang(2, |_| {}));
        assert!(end.operations.len() > 2, "{:?}", end.operations.len());
        assert!(end.operations.iter().all(|row| row.author == Party::Actor(ActorId(0)) && row.target != StateId(2)));
        assert!(!end.incidents.is_empty());
        let noticed = |row: &&crate::sim::incidents::Incident| row.noticed.is_some();
        assert!(end.incidents.iter().any(|row| noticed(&row)), "the victims meet what was done, and not by whom");
    }

    #[test]
    fn tools_of_a_state_and_those_who_were_shut_down_commit_none_of_their_own() {
        let led = |gang: &mut Actor| (gang.sponsor, gang.control) = (Some(StateId(1)), ControlLink::OverallControl);
        assert!(record(&with_gang(2, led)).operations.is_empty());
        assert!(record(&with_gang(2, |gang| gang.standing = ActorStanding::Suppressed)).operations.is_empty());
        assert!(record(&with_gang(2, |gang| gang.kind = ActorKind::Firm)).operations.is_empty());
        let paid = record(&with_gang(2, |gang| gang.sponsor = Some(StateId(1))));
        assert!(!paid.operations.is_empty(), "money without a say leads nobody");
        assert!(paid.operations.iter().all(|row| row.target != StateId(1)), "who pays is spared");
    }

    #[test]
    fn tools_sold_without_safeguards_end_up_with_criminals_and_point_at_whoever_made_them() {
        let rules = rules();
        let sold = |level: &str| {
            let mut sim = Simulation::new(rules.clone(), &with_gang(2, |_| {}), 11);
            for _ in 0..40 {
                let terms = format!("(target: Some(2), level: Some({level}))");
                let order =
                    crate::sim::fixture::order(&rules, 1, "transfer-cyber-capability", ron::from_str(&terms).unwrap());
                let record = sim.play(vec![order]);
                assert!(record.refusals.is_empty(), "{:?}", record.refusals);
            }
            sim.situation()
        };
        let careful = sold("low");
        assert_eq!(careful.actors[0].tools, None, "end use was checked");
        let careless = sold("high");
        assert_eq!(careless.actors[0].tools, Some(StateId(1)));
        let misleads = |world: &Situation| {
            let maker = Question::Author(StateId(1));
            world
                .evidence
                .iter()
                .any(|item| item.bears_on == maker && item.kind == EvidenceKind::Tooling && !item.fabricated)
        };
        assert!(misleads(&careless), "nobody forged anything, and the trail leads to the wrong door");
        assert!(!misleads(&careful));
    }
}
