//! The white cell: what the facilitator of a class puts into a turn. No State does it, and no law judges it.
//!
//! Joins `Phase::Open` with what the turn begins with, and `Phase::React`, after every act and before the law and the
//! ladder, with what corrects its outcome. A holding takes the place of the law's answer before anything follows from it.
//! Everything else of a turn stays under the rules: chance is keyed, so whatever does not hang on the change comes out as
//! before.

use std::cmp::Ordering;

use bevy::ecs::prelude::{IntoScheduleConfigs, Res, ResMut, Schedule};
use serde::{Deserialize, Serialize};

use crate::base::StateSet;
use crate::base::id::{AssetId, IncidentId, StateId};
use crate::law::Overall;
use crate::sim::docket::{Docket, OrderIx};
use crate::sim::effect::{Cause, Effect, Outbox, pair};
use crate::sim::legal::Ruling;
use crate::sim::order::Order;
use crate::sim::polity::{Asset, Function, Gauge};
use crate::sim::relations::TieGauge;
use crate::sim::situation::{Rows, Situation};
use crate::sim::turn::Phase;

/// The most by which one push moves a gauge, in thousandths.
pub const MOST: i32 = 1000;

/// One change of the world that no State makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Push {
    /// A gauge of a State moves by so many thousandths.
    Shift {
        /// Whose.
        state: StateId,
        /// Which.
        gauge: Gauge,
        /// By how much, from -1000 to 1000.
        by: i32,
    },
    /// A gauge between two States moves by so many thousandths.
    Bend {
        /// One of them.
        one: StateId,
        /// The other.
        other: StateId,
        /// Which.
        gauge: TieGauge,
        /// By how much, from -1000 to 1000.
        by: i32,
    },
    /// An asset works this well from now on.
    Asset {
        /// Which.
        asset: AssetId,
        /// How well.
        function: Function,
    },
    /// States learn of an incident.
    Reveal {
        /// Which.
        incident: IncidentId,
        /// Who learns of it.
        to: StateSet,
    },
}

/// When in its turn a push is felt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beat {
    /// Before anybody acts.
    #[default]
    Morning,
    /// After everybody has acted: a correction.
    Evening,
}

/// An order that is struck out: the turn is played as if it had not been given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Struck {
    /// Which.
    pub order: Order,
    /// Why, for the record.
    pub reason: String,
}

/// What the facilitator holds an order to be, whatever the law's own answer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// Which.
    pub order: Order,
    /// What it is held to be. What is held lawful, or merely unfriendly, costs nothing; else the law's own number stands.
    pub verdict: Overall,
    /// Why, for the record.
    pub reason: String,
}

/// A correction of what came of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What changes.
    pub push: Push,
    /// Why, for the record.
    pub reason: String,
}

/// Everything the facilitator puts into one turn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Taken {
    /// What the turn begins with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pushes: Vec<Push>,
    /// Orders struck out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub struck: Vec<Struck>,
    /// Orders held to be otherwise than the law says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Holding>,
    /// Corrections of what came of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<Correction>,
}

impl Taken {
    /// Whether the facilitator left the turn alone.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an order is struck out.
    pub fn strikes(&self, order: &Order) -> bool {
        self.struck.iter().any(|struck| struck.order == *order)
    }

    /// Everything that pushes, with its beat.
    pub fn pushes(&self) -> impl Iterator<Item = (Beat, Push)> {
        let morning = self.pushes.iter().map(|push| (Beat::Morning, *push));
        morning.chain(self.corrected.iter().map(|one| (Beat::Evening, one.push)))
    }
}

/// Why a push fits no situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// It names a State, asset or incident that is not there.
    #[error("it names something that is not there")]
    Nothing,
    /// The two States have no dealings with each other.
    #[error("the two States have no dealings with each other")]
    NoTie,
    /// It moves a gauge by nothing, or by more than there is.
    #[error("a gauge moves by 1 to {MOST} thousandths, up or down")]
    Amount,
    /// It tells nobody.
    #[error("it tells nobody")]
    Nobody,
}

impl Push {
    /// Whether it can be carried out in a situation.
    ///
    /// # Errors
    /// Why not.
    pub fn fits(&self, situation: &Situation) -> Result<(), Misfit> {
        let amount = |by: i32| if by != 0 && by.abs() <= MOST { Ok(()) } else { Err(Misfit::Amount) };
        let there = |is_there: bool| if is_there { Ok(()) } else { Err(Misfit::Nothing) };
        match *self {
            Self::Shift { state, by, .. } => there(state.index() < situation.states.len()).and(amount(by)),
            Self::Bend { one, other, gauge, by } => {
                let pair = pair(one, other);
                let tied = situation.ties.iter().any(|tie| (tie.low, tie.high) == (pair.low, pair.high));
                let own = !matches!(gauge, TieGauge::WarmthOf(of) if of != one && of != other);
                if tied && own { amount(by) } else { Err(Misfit::NoTie) }
            }
            Self::Asset { asset, .. } => there(asset.index() < situation.assets.len()),
            Self::Reveal { to, .. } if to.is_empty() => Err(Misfit::Nobody),
            Self::Reveal { incident, .. } => there(incident.index() < situation.incidents.len()),
        }
    }
}

/// What a docket holds of the white cell: numbers only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Slate {
    // INVARIANT: every push fits the situation the docket is played in.
    pushes: Vec<(Beat, Push)>,
    held: Vec<(OrderIx, Overall)>,
}

impl Slate {
    /// The slate of a turn; what fits no longer, and holdings on orders that are not among these, are left out.
    pub fn of(taken: &Taken, situation: &Situation, orders: &[Order]) -> Self {
        let place = |holding: &Holding| {
            let place = orders.iter().position(|order| *order == holding.order)?;
            Some((OrderIx(place as u16), holding.verdict))
        };
        Self {
            pushes: taken.pushes().filter(|(_, push)| push.fits(situation).is_ok()).collect(),
            held: taken.held.iter().filter_map(place).collect(),
        }
    }

    /// Puts what is held in the place of the law's answer on an order.
    pub(super) fn hold(&self, order: OrderIx, ruling: &mut Ruling) {
        let Some((_, verdict)) = self.held.iter().rev().find(|(held, _)| *held == order) else { return };
        ruling.verdict = *verdict;
        if ruling.public_verdict != Overall::default() || ruling.public_cost != 0 {
            ruling.public_verdict = *verdict;
        }
        if *verdict <= Overall::UnfriendlyButLawful {
            (ruling.cost, ruling.public_cost) = (0, 0);
        }
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    turn.add_systems((begin.in_set(Phase::Open.resolve()), correct.in_set(Phase::React.resolve())));
}

fn begin(docket: Res<Docket>, assets: Rows<Asset>, outbox: ResMut<Outbox>) {
    propose(&docket, Beat::Morning, &assets, outbox);
}

fn correct(docket: Res<Docket>, assets: Rows<Asset>, outbox: ResMut<Outbox>) {
    propose(&docket, Beat::Evening, &assets, outbox);
}

fn propose(docket: &Docket, now: Beat, assets: &Rows<Asset>, mut outbox: ResMut<Outbox>) {
    for (_, push) in docket.slate().pushes.iter().filter(|(beat, _)| *beat == now) {
        let effect = match *push {
            Push::Shift { state, gauge, by } => Effect::Shift { state, gauge, by },
            Push::Bend { one, other, gauge, by } => Effect::bend(one, other, gauge, by),
            Push::Asset { asset, function } => match assets.at(asset).function.cmp(&function) {
                Ordering::Less => Effect::Break { asset, function },
                Ordering::Greater => Effect::Restore { asset, function },
                Ordering::Equal => continue,
            },
            Push::Reveal { incident, to } => Effect::Learn { incident, who: to },
        };
        outbox.propose(Cause::WhiteCell, effect);
    }
}
