//! Callings: the kinds of things that call for an act, and what an act in answer to each can serve.

use crate::law::act::Aim;

/// What calls for an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calling {
    /// It was hurt.
    Injury,
    /// What hurt it came through the territory of another state, which lets it.
    Haven,
    /// A friend was hurt.
    FriendHurt,
    /// An ally was hurt, and it has a state in mind that did it.
    AllyWronged,
    /// It is reproached with a wrong.
    Reproach,
    /// It was asked for help, or harm passed through its territory.
    Request,
    /// An offer lies on its table.
    Offer,
    /// A word of its own stands: an offer not yet answered, a consent in force.
    OwnWord,
    /// A measure of its own is in force.
    OwnMeasure,
    /// A measure is in force against it.
    UnderMeasure,
    /// An operation of its own is under way.
    OwnOperation,
    /// A tie is tense.
    Friction,
    /// It wants another state weaker.
    Rivalry,
    /// It wants to know what another state is up to.
    Curiosity,
    /// It wants another state's friendship.
    Friendship,
    /// Its own house is open.
    OwnHouse,
    /// A draft is before the Security Council or the General Assembly, and it has a vote.
    Ballot,
    /// An agreement with another state can be concluded, or stands.
    Accord,
    /// Two others that it has to do with are at odds.
    Quarrel,
    /// It was hurt, and a friend could help.
    Partner,
    /// Its diplomats were sent home, and it has not returned that.
    Expelled,
    /// It and another state are in a crisis that words have not ended.
    Brink,
}

impl Calling {
    /// Every calling, in order.
    pub const ALL: [Self; 22] = [
        Self::Injury,
        Self::Haven,
        Self::FriendHurt,
        Self::AllyWronged,
        Self::Reproach,
        Self::Request,
        Self::Offer,
        Self::OwnWord,
        Self::OwnMeasure,
        Self::UnderMeasure,
        Self::OwnOperation,
        Self::Friction,
        Self::Rivalry,
        Self::Curiosity,
        Self::Friendship,
        Self::OwnHouse,
        Self::Ballot,
        Self::Accord,
        Self::Quarrel,
        Self::Partner,
        Self::Expelled,
        Self::Brink,
    ];

    /// The aims that an act in answer to it can serve, the most natural first.
    pub const fn aims(self) -> &'static [Aim] {
        match self {
            Self::Injury => {
                &[Aim::Evidence, Aim::StopHarm, Aim::Settle, Aim::Signal, Aim::Pressure, Aim::Punish, Aim::Resilience]
            }
            Self::Haven => &[Aim::StopHarm, Aim::Settle, Aim::Evidence, Aim::Signal],
            Self::Partner => &[Aim::Evidence, Aim::StopHarm],
            Self::FriendHurt => &[Aim::StopHarm, Aim::Evidence, Aim::Signal],
            Self::AllyWronged => &[Aim::Signal, Aim::Pressure, Aim::Settle],
            Self::Reproach => &[Aim::Settle, Aim::Evidence, Aim::Signal],
            Self::Request => &[Aim::StopHarm, Aim::Settle, Aim::Evidence],
            Self::OwnWord => &[Aim::Settle, Aim::StopHarm, Aim::Evidence],
            Self::Offer | Self::OwnMeasure | Self::OwnOperation | Self::Ballot | Self::Accord | Self::Quarrel => &[],
            Self::UnderMeasure => &[Aim::Settle, Aim::Signal, Aim::Pressure],
            Self::Friction => &[Aim::Settle, Aim::Signal, Aim::Leverage],
            Self::Brink => &[Aim::Pressure, Aim::Signal],
            Self::Rivalry => {
                &[Aim::Information, Aim::Profit, Aim::Leverage, Aim::Influence, Aim::Pressure, Aim::Punish]
            }
            Self::Curiosity => &[Aim::Information],
            Self::Friendship => &[Aim::Influence, Aim::Settle],
            Self::OwnHouse => &[Aim::Resilience],
            Self::Expelled => &[Aim::Signal],
        }
    }
}
