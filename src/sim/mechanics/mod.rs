//! Mechanics: the verbs, one file each: what a seat can do, and what it proposes to change.
//!
//! A file has three parts in this order: the page and plugin, the pure rules, the thin system. To add one: a file, its
//! line in [`Mechanic`] (moves) or [`follow_up_params`] (acts on things that exist), its line in `plugin`.

pub mod accuse;
pub mod agree;
pub mod answer;
pub mod assist;
pub mod block;
pub mod coerce;
pub mod consent;
pub mod covert;
pub mod distance;
pub mod harden;
pub mod investigate;
pub mod lift;
pub mod listing;
pub mod mediate;
pub mod mend;
mod objection;
pub mod offers;
pub mod proceed;
pub mod recognise;
pub mod region;
pub mod repair;
pub mod sanction;
pub mod share;
pub mod sign;
pub mod speak;
pub mod stop;
pub mod sue;
pub mod support;
pub mod sway;
pub mod swing;
pub mod threaten;
pub mod vigilance;
pub mod vote;

#[cfg(test)]
mod council_tests;
#[cfg(test)]
mod follow_tests;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod tests;

use bevy::ecs::prelude::Schedule;
use serde::{Deserialize, Serialize};

pub(super) use objection::{follow_up_objection, objection};

use crate::sim::order::{Answer, FollowUp, Param};

/// What carries a move out, with the numbers of its card. Closed: one line for each file that plays moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mechanic {
    /// An operation that takes time and, mostly, hides.
    Covert(covert::Covert),
    /// A note.
    Speak(speak::Speak),
    /// An open measure that bites until it is lifted.
    Sanction(sanction::Sanction),
    /// An inquiry into an incident.
    Investigate(investigate::Investigate),
    /// Better protection at home.
    Harden(harden::Harden),
    /// An accusation in public.
    Accuse(accuse::Accuse),
    /// A step away from the other state.
    Distance(distance::Distance),
    /// A claim put before a court or the Council.
    Proceed(proceed::Proceed),
    /// Making good.
    Repair(repair::Repair),
    /// Findings handed on.
    Share(share::Share),
    /// Help after an incident.
    Assist(assist::Assist),
    /// A search of a partner's networks.
    Hunt(assist::Hunt),
    /// Action against those who use one's own territory.
    Suppress(vigilance::Suppress),
    /// Looking away.
    Tolerate,
    /// A filter on one's own networks.
    Block(block::Block),
    /// Support to a group.
    Support(support::Support),
    /// An open act that moves means, tempers or standing.
    Sway(sway::Sway),
    /// Pressure on a mission.
    Coerce(coerce::Coerce),
    /// A suit against a foreign state at home.
    Sue(sue::Sue),
    /// Recognition refused or granted.
    Recognise(recognise::Recognise),
}

impl Mechanic {
    /// Whether it is carried out with arms.
    pub fn is_armed(&self) -> bool {
        matches!(self, Self::Covert(numbers) if numbers.means == covert::Means::Arms)
    }

    /// Parameters without which it cannot work, whatever the card.
    pub const fn requires(&self) -> &'static [Param] {
        match self {
            Self::Covert(_)
            | Self::Speak(_)
            | Self::Sanction(_)
            | Self::Distance(_)
            | Self::Proceed(_)
            | Self::Repair(_)
            | Self::Coerce(_)
            | Self::Sue(_)
            | Self::Hunt(_) => &[Param::Target],
            Self::Accuse(_) | Self::Assist(_) | Self::Tolerate | Self::Recognise(_) => {
                &[Param::Target, Param::Incident]
            }
            Self::Investigate(_) | Self::Share(_) => &[Param::Incident],
            Self::Harden(_) => &[Param::Asset],
            Self::Support(_) => &[Param::Actor],
            Self::Suppress(_) | Self::Block(_) | Self::Sway(_) => &[],
        }
    }

    /// Whether it is what a State does that takes up harm from its own territory: ends it, looks into it, helps who it hit.
    pub const fn answers_harm_from_home(&self) -> bool {
        matches!(self, Self::Suppress(_) | Self::Investigate(_) | Self::Assist(_))
    }

    /// Whether it goes through an embassy, and so not at all once relations are severed.
    pub const fn needs_embassy(&self) -> bool {
        matches!(self, Self::Speak(_) | Self::Hunt(_))
    }
}

/// What a follow-up act must and may be told.
pub const fn follow_up_params(act: FollowUp) -> (&'static [Param], &'static [Param]) {
    match act {
        FollowUp::Lift | FollowUp::Suspend | FollowUp::ChallengeListing => (&[Param::Measure], &[]),
        FollowUp::Narrow => (&[Param::Measure], &[Param::Level]),
        FollowUp::Stop => (&[Param::Operation], &[]),
        FollowUp::Answer(Answer::Extradite) => (&[Param::Target, Param::Actor], &[Param::Incident, Param::Claim]),
        FollowUp::Answer(_) => (&[Param::Target], &[Param::Incident, Param::Claim]),
        FollowUp::Accept | FollowUp::Reject | FollowUp::Withdraw | FollowUp::WithdrawConsent => {
            (&[Param::Undertaking], &[])
        }
        FollowUp::Counter => (&[Param::Undertaking, Param::Content], &[Param::Days]),
        FollowUp::GiveConsent => (&[Param::Target, Param::OtherMove], &[Param::Days]),
        FollowUp::RestoreRelations => (&[Param::Target], &[]),
        FollowUp::BringToRegion => (&[Param::Target], &[Param::Incident, Param::Claim, Param::Operative]),
        FollowUp::ThreatenMeasure => (
            &[Param::Target, Param::OtherMove],
            &[
                Param::Content,
                Param::Days,
                Param::Incident,
                Param::Claim,
                Param::Level,
                Param::Sector,
                Param::Treaties,
                Param::ByItself,
            ],
        ),
        FollowUp::Vote(_) => (&[Param::Resolution], &[]),
        FollowUp::Conclude => (&[Param::Undertaking], &[Param::Days]),
        FollowUp::Denounce => (&[], &[Param::Undertaking, Param::Target, Param::Treaties]),
        FollowUp::OfferGoodOffices => (&[Param::Target, Param::OtherParty], &[Param::Incident]),
    }
}

pub(super) fn plugin(turn: &mut Schedule) {
    for plugin in [
        covert::plugin,
        speak::plugin,
        sanction::plugin,
        investigate::plugin,
        harden::plugin,
        accuse::plugin,
        distance::plugin,
        proceed::plugin,
        repair::plugin,
        share::plugin,
        assist::plugin,
        vigilance::plugin,
        block::plugin,
        support::plugin,
        sway::plugin,
        lift::plugin,
        listing::plugin,
        stop::plugin,
        answer::plugin,
        offers::plugin,
        consent::plugin,
        coerce::plugin,
        sue::plugin,
        recognise::plugin,
        mend::plugin,
        threaten::plugin,
        vote::plugin,
        agree::plugin,
        mediate::plugin,
        region::plugin,
    ] {
        plugin(turn);
    }
}
