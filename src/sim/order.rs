//! Orders: what a seat asks for. Plain data, written by people, agents, playbooks and journals alike.

use serde::{Deserialize, Serialize};

use crate::base::StateSet;
use crate::base::id::{
    ActorId, AssetId, EvidenceId, IncidentId, MeasureId, OperationId, ResolutionId, StateId, UndertakingId, WrongId,
};
use crate::sim::card::MoveId;
use crate::sim::council::Operative;
use crate::sim::custom::Tenet;
use crate::sim::knowledge::Detail;
use crate::sim::operations::{Basis, MeasurePurpose, Method};
use crate::sim::polity::Sector;
use crate::sim::relations::{Content, Treaties};
use crate::sim::words::words;

/// One thing a state orders for this turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Who orders it.
    pub by: StateId,
    /// What is to be done.
    pub act: Act,
    /// How, to whom, about what.
    #[serde(default)]
    pub terms: Terms,
}

/// What can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// One of the moves with a card.
    Move(MoveId),
    /// An act on something that exists.
    Follow(FollowUp),
}

/// Acts on things that exist: measures, operations, accusations, offers, consents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// Lift a measure of one's own.
    Lift,
    /// Suspend a measure of one's own.
    Suspend,
    /// Narrow a measure of one's own.
    Narrow,
    /// Stop an operation of one's own.
    Stop,
    /// Answer an accusation.
    Answer(Answer),
    /// Accept an offer.
    Accept,
    /// Turn an offer down.
    Reject,
    /// Answer an offer with another.
    Counter,
    /// Take back an offer of one's own.
    Withdraw,
    /// Permit another state one kind of act.
    GiveConsent,
    /// Take such a permission back.
    WithdrawConsent,
    /// Bring relations one step back.
    RestoreRelations,
    /// Say what measure will follow.
    ThreatenMeasure,
    /// Vote in the Security Council.
    Vote(Ballot),
    /// Conclude an agreement.
    Conclude,
    /// Denounce one.
    Denounce,
    /// Offer good offices between two others.
    OfferGoodOffices,
    /// Have a listing of one's own people looked at by the courts of the state that listed them.
    ChallengeListing,
    /// Bring a matter before the regional body.
    BringToRegion,
}

words! {
    /// Answers to an accusation.
    Answer {
        /// Say nothing.
        Silence,
        /// "It was not us."
        Deny,
        /// "It was us."
        Admit,
        /// "We will look into it."
        Investigate,
        /// "It was you."
        CounterAccuse,
        /// "Here are those who did it."
        Extradite,
    }
}

words! {
    /// A vote.
    Ballot {
        /// Abstain.
        Abstain,
        /// In favour.
        For,
        /// Against; from a permanent member, a veto.
        Against,
    }
}

words! {
    /// How far an act goes.
    Level {
        /// As little as makes sense.
        Low,
        /// The ordinary measure.
        Medium,
        /// As far as it goes.
        High,
    }
}

impl Level {
    /// The entry of a card's numbers for this level.
    pub fn pick<T: Copy>(self, numbers: &[T; 3]) -> T {
        numbers[self as usize]
    }
}

words! {
    /// Who is meant to see an act. Absent, the card's own visibility counts.
    Publicity {
        /// Nobody.
        Secret,
        /// Those concerned.
        Shared,
        /// Everybody.
        Public,
    }
}

/// Declares the parameters of orders once: the field, its name as a [`Param`], and whether it is given.
macro_rules! terms {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $param:ident,)*) => {
        /// The parameters of an order. All are optional here; a card says which it requires and which it accepts.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Terms {
            $($(#[$doc])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>,)*
            /// The legal label put on the act; always accepted.
            #[serde(skip_serializing_if = "is_default")]
            pub basis: Basis,
            /// Why it is done; always accepted.
            #[serde(skip_serializing_if = "is_default")]
            pub purpose: MeasurePurpose,
            /// How likely the seat holds it to be lawful, 1 (surely not) to 5 (surely); always accepted.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub lawful_estimate: Option<u8>,
        }

        /// A parameter's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Param {
            $($(#[$doc])* $param,)*
        }

        impl Param {
            /// Every parameter.
            pub const ALL: &'static [Self] = &[$(Self::$param,)*];

            /// Its name in files.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$param => stringify!($field),)*
                }
            }
        }

        impl Terms {
            /// Whether a parameter is given.
            pub const fn gives(&self, param: Param) -> bool {
                match param {
                    $(Param::$param => self.$field.is_some(),)*
                }
            }

            /// The parameters that are given.
            pub const fn given(&self) -> Params {
                Params(0 $(| (self.$field.is_some() as u32) << Param::$param as u32)*)
            }
        }
    };
}

terms! {
    /// The state addressed.
    target: StateId = Target,
    /// What is aimed at there.
    asset: AssetId = Asset,
    /// The incident it is about.
    incident: IncidentId = Incident,
    /// The claim it is about or answers.
    claim: WrongId = Claim,
    /// The measure it is about.
    measure: MeasureId = Measure,
    /// The operation it is about.
    operation: OperationId = Operation,
    /// The undertaking it is about.
    undertaking: UndertakingId = Undertaking,
    /// The draft resolution voted on.
    resolution: ResolutionId = Resolution,
    /// An item of evidence.
    evidence: EvidenceId = Evidence,
    /// The actor used, helped or pursued.
    actor: ActorId = Actor,
    /// The state whose territory it passes through.
    via: StateId = Via,
    /// The state its traces point at.
    false_flag: StateId = FalseFlag,
    /// The move that is permitted, threatened or announced.
    other_move: MoveId = OtherMove,
    /// What is offered or promised.
    content: Content = Content,
    /// How access is won.
    method: Method = Method,
    /// The sector it bears on.
    sector: Sector = Sector,
    /// How far it goes.
    level: Level = Level,
    /// Who is meant to see it.
    publicity: Publicity = Publicity,
    /// Whether it is built so that it can be undone.
    reversible: bool = Reversible,
    /// How much is told.
    detail: Detail = Detail,
    /// The treaties it departs from or rests on.
    treaties: Treaties = Treaties,
    /// A length or a deadline, in days from now.
    days: u16 = Days,
    /// States that join in.
    co_signers: StateSet = CoSigners,
    /// Whether the addressee is blamed only for letting its territory be used, not for the act itself.
    omission: bool = Omission,
    /// The other side of a quarrel in which one is a third.
    other_party: StateId = OtherParty,
    /// Whether what is announced falls by itself once the day has passed.
    by_itself: bool = ByItself,
    /// Whether recognition is granted, and not refused.
    grants: bool = Grants,
    /// What a draft resolution would have its body decide.
    operative: Operative = Operative,
    /// The reading of a norm that is published as the State's own.
    reading: Tenet = Reading,
}

/// Parameters as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Params(u32);

impl Params {
    /// Those of a list.
    pub const fn of(list: &[Param]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < list.len() {
            set |= 1 << list[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// Whether one is in it.
    pub const fn contains(self, param: Param) -> bool {
        self.0 >> param as u32 & 1 == 1
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in it and not in another.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// In the order of [`Param::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Param> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let param = Param::ALL.get(left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            param.copied()
        })
    }
}

impl Terms {
    /// The state addressed, in an order whose mechanic requires one.
    ///
    /// # Panics
    /// If there is none: a compiled docket holds no order that lacks a required parameter.
    pub fn addressee(&self) -> StateId {
        self.target.expect("a compiled order has its required parameters")
    }

    /// How far the act goes; the ordinary measure unless said otherwise.
    pub fn level(&self) -> Level {
        self.level.unwrap_or(Level::Medium)
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_written_tersely_and_misspelt_terms_are_refused() {
        let order: Order = ron::from_str("(by: 1, act: follow(answer(deny)), terms: (target: Some(2)))").unwrap();
        assert_eq!(order.act, Act::Follow(FollowUp::Answer(Answer::Deny)));
        assert!(order.terms.gives(Param::Target) && !order.terms.gives(Param::Asset));
        assert_eq!(
            serde_json::to_string(&order).unwrap(),
            r#"{"by":1,"act":{"follow":{"answer":"deny"}},"terms":{"target":2}}"#
        );
        assert!(ron::from_str::<Order>("(by: 1, act: follow(lift), terms: (traget: Some(2)))").is_err());
    }
}
