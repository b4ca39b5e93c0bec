//! Mechanics: the verbs, one file each: what a seat can do, and what it proposes to change.
//!
//! A file has three parts in this order: the page and plugin, the pure rules, the thin system. To add one: a file, its
//! line in [`Mechanic`] (moves) or [`follow_up_params`] (acts on things that exist), its line in `plugin`.

pub mod answer;
pub mod consent;
pub mod covert;
pub mod harden;
pub mod investigate;
pub mod lift;
pub mod offers;
pub mod sanction;
pub mod speak;
pub mod stop;

use bevy::ecs::prelude::Schedule;
use serde::{Deserialize, Serialize};

use crate::sim::order::{FollowUp, Param};

/// What carries a move out, with the numbers of its card. Closed: one line for each file that plays moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mechanic {
    /// An operation that takes time and hides.
    Covert(covert::Covert),
    /// A note or statement.
    Speak(speak::Speak),
    /// An open measure that bites until it is lifted.
    Sanction(sanction::Sanction),
    /// An inquiry into an incident.
    Investigate(investigate::Investigate),
    /// Better protection at home.
    Harden(harden::Harden),
}

impl Mechanic {
    /// Parameters without which it cannot work, whatever the card.
    pub const fn requires(&self) -> &'static [Param] {
        match self {
            Self::Covert(_) | Self::Speak(_) | Self::Sanction(_) => &[Param::Target],
            Self::Investigate(_) => &[Param::Incident],
            Self::Harden(_) => &[Param::Asset],
        }
    }

    /// Whether it goes through an embassy, and so not at all once relations are severed.
    pub const fn needs_embassy(&self) -> bool {
        matches!(self, Self::Speak(_))
    }
}

/// What a follow-up act must and may be told; `None` while it is not modelled.
pub const fn follow_up_params(act: FollowUp) -> Option<(&'static [Param], &'static [Param])> {
    match act {
        FollowUp::Lift => Some((&[Param::Measure], &[])),
        FollowUp::Stop => Some((&[Param::Operation], &[])),
        FollowUp::Answer(_) => Some((&[Param::Target], &[Param::Incident, Param::Claim])),
        FollowUp::Accept | FollowUp::Reject => Some((&[Param::Undertaking], &[])),
        FollowUp::GiveConsent => Some((&[Param::Target, Param::OtherMove], &[Param::Days])),
        FollowUp::Suspend
        | FollowUp::Narrow
        | FollowUp::Counter
        | FollowUp::Withdraw
        | FollowUp::WithdrawConsent
        | FollowUp::RestoreRelations
        | FollowUp::ThreatenMeasure
        | FollowUp::Vote(_)
        | FollowUp::Conclude
        | FollowUp::Denounce
        | FollowUp::OfferGoodOffices => None,
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    for plugin in [
        covert::plugin,
        speak::plugin,
        sanction::plugin,
        investigate::plugin,
        harden::plugin,
        lift::plugin,
        stop::plugin,
        answer::plugin,
        offers::plugin,
        consent::plugin,
    ] {
        plugin(turn);
    }
}
