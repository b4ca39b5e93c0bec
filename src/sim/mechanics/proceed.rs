//! Proceedings: putting a claim before a court, or the matter before the Security Council.
//!
//! Joins `Phase::Act`. Reads ties, claims and states; proposes `Advance` or `Raise` with the forum, `Learn` and `Shift`. A
//! court needs a clause that gives it jurisdiction. Before the Council nobody can keep a matter off the agenda, which is
//! procedural (Charter 27(2)): a draft is tabled, and in the next turn it is voted on.

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::StateSet;
use crate::sim::council::{Resolution, ResolutionStatus, body};
use crate::sim::docket::Docket;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::event::{NoEffect, What};
use crate::sim::incidents::Incident;
use crate::sim::legal::{Claim, ClaimStep, Forum};
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::speak::pursue;
use crate::sim::mechanics::swing::{self, Swing};
use crate::sim::order::Act;
use crate::sim::polity::{CouncilSeat, State};
use crate::sim::relations::{Ties, Treaties, Undertaking};
use crate::sim::rulebook::Rules;
use crate::sim::situation::Rows;
use crate::sim::turn::{Clock, Phase};

/// The numbers of a proceeding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceed {
    /// Where it is put.
    pub forum: Forum,
    /// What moves once it is pending there.
    #[serde(default)]
    pub swings: Vec<Swing>,
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems(resolve.in_set(Phase::Act.resolve()));
}

fn resolve(
    clock: Res<Clock>,
    rules: Res<Rules>,
    docket: Res<Docket>,
    states: Rows<State>,
    claims: Rows<Claim>,
    incidents: Rows<Incident>,
    drafts: Rows<Resolution>,
    ties: Res<Ties>,
    words: Rows<Undertaking>,
    mut outbox: ResMut<Outbox>,
) {
    for (index, order, _, play) in docket.moves(&rules) {
        let Mechanic::Proceed(numbers) = &play.mechanic else { continue };
        let (by, target) = (order.by, order.terms.addressee());
        let cause = Cause::Order(index);
        let incident = order.terms.incident.or_else(|| claims.at(order.terms.claim?).incident);
        if let Some(incident) = incident {
            outbox.propose(cause, Effect::Learn { incident, who: StateSet::ALL });
        }
        let has_clause = ties.between(by, target).is_some_and(|tie| tie.treaties.include(Treaties::JURISDICTION));
        // A state can also consent to a case that is brought, or about to be (forum prorogatum).
        let consents =
            || words.iter().any(|word| matches!(order.act, Act::Move(card) if word.permits(target, by, card)));
        let has_jurisdiction = has_clause || consents();
        let fails = match numbers.forum {
            Forum::Icj | Forum::Arbitration | Forum::Wto => (!has_jurisdiction).then_some(NoEffect::NoJurisdiction),
            Forum::None | Forum::Diplomatic | Forum::DomesticCourt | Forum::Unsc => None,
        };
        if let Some(why) = fails {
            let what = What::NoEffect { order: index, why };
            outbox.propose(cause, Effect::Tell { what, audience: StateSet::ALL });
            continue;
        }
        pursue(&rules, &claims, order, &[ClaimStep::Put(numbers.forum)], true, clock.day, &mut |effect| {
            outbox.propose(cause, effect);
        });
        if numbers.forum == Forum::Unsc {
            let has_council = states.iter().any(|state| state.council != CouncilSeat::None);
            let vetoed = drafts.iter().any(|draft| {
                draft.status == ResolutionStatus::Vetoed && draft.against == target && draft.incident == incident
            });
            let (body, operative) = (body(has_council, vetoed), order.terms.operative.unwrap_or_default());
            let mut draft = Resolution {
                incident,
                claim: order.terms.claim,
                ..Resolution::tabled(body, (by, target), operative, clock.day)
            };
            // Whoever tables a draft is for it, if it has a vote.
            if !draft.must_abstain(by, incident.map(|incident| incidents.at(incident).victim)) {
                draft.ayes = StateSet::of(by);
            }
            outbox.propose(cause, Effect::Table(draft));
        }
        swing::propose(&mut outbox, cause, &numbers.swings, (by, Some(target)), order.terms.level());
    }
}
