//! What is done around the table of a hosted game: who takes a seat, what each seat orders before the turn is played, and
//! what the facilitator does to the clock. Lines of the same journal as the turns; persons are numbers here, and their names
//! are kept elsewhere.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::agents::Mandate;
use crate::base::Turn;
use crate::base::id::StateId;
pub use crate::content::offices::{Approval, Office};
use crate::session::plan::{Overrule, Plan};
use crate::sim::Order;

/// An instant, in milliseconds since 1970; time arrives as data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub u64);

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub u64);

impl Millis {
    /// So many minutes.
    pub const fn minutes(minutes: u64) -> Self {
        Self(minutes.saturating_mul(60_000))
    }
}

impl Moment {
    /// The moment after a length of time.
    #[must_use]
    pub const fn after(self, length: Millis) -> Self {
        Self(self.0.saturating_add(length.0))
    }

    /// How long it still is until another moment; nothing if that is past.
    pub const fn until(self, other: Self) -> Millis {
        Millis(other.0.saturating_sub(self.0))
    }
}

/// A person in a class, in the order of joining, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub u16);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}", self.0)
    }
}

/// What somebody thinks of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// It should be sent.
    Approve,
    /// It should not.
    Object,
}

/// Who plays a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hands {
    /// The persons who sit in it.
    People,
    /// Its agent, until it is handed back.
    Agent,
}

/// What a State leaves to the agent that plays it while it is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingOrders {
    /// The temper by which it is played; the scenario's own choice if none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temper: Option<String>,
    /// How far its agent may go.
    #[serde(default)]
    pub mandate: Mandate,
}

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The facilitator.
    Facilitator,
    /// A person.
    Person(PersonId),
    /// The turn clock, or the host itself.
    Host,
}

/// The client's name for one command, so that a retry never does it twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(pub String);

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskLine {
    /// Before which turn was played.
    pub turn: Turn,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: By,
    /// Under which key.
    pub key: Key,
    /// What.
    pub deed: Deed,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A person took a seat.
    Seated {
        /// Who.
        person: PersonId,
        /// In which State.
        state: StateId,
        /// In which office.
        office: Office,
    },
    /// A person's office changed; of a State's persons one is its head.
    Appointed {
        /// Who is the head now.
        person: PersonId,
    },
    /// A person was given another office of their State; whoever had it has theirs now.
    Assigned {
        /// Who.
        person: PersonId,
        /// Which.
        office: Office,
    },
    /// The offices that those who join a State after its head are given, in this order.
    Dealt(Vec<Office>),
    /// A person is ready for the class to begin, or not yet after all.
    Prepared(bool),
    /// The class begins.
    Began,
    /// An order was added to those of a State for this turn.
    Ordered(Order),
    /// An order of this turn was taken back; the number counts the State's orders from 0 as they then stood.
    TookBack(u16),
    /// A draft was laid before the team; drafts of a State are counted from 0 in each turn.
    Proposed(Order),
    /// Somebody of the team said what they think of a draft. With enough approval it is an order from then on.
    Voiced {
        /// Which.
        draft: u16,
        /// What.
        voice: Voice,
        /// In their words, if they said any.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        word: String,
    },
    /// A draft was taken away again.
    Withdrew {
        /// Which.
        draft: u16,
    },
    /// Who has to approve an order was settled.
    Agreed(Approval),
    /// A State's orders are complete, or not yet after all.
    Ready(bool),
    /// The clock runs until a moment.
    Runs {
        /// When the turn ends by itself.
        until: Moment,
    },
    /// The clock stands.
    Stands {
        /// What was left of the turn.
        left: Millis,
    },
    /// A seat was handed over.
    Handed {
        /// Which.
        state: StateId,
        /// To whom.
        to: Hands,
    },
    /// A State left standing orders to its agent, in the place of those before.
    Instructed(StandingOrders),
    /// A State asked for more time in this turn.
    AskedForTime,
    /// A State that asked was given more; the line before says what the clock shows now.
    GaveTime {
        /// Which.
        state: StateId,
        /// How much.
        more: Millis,
    },
    /// A State that asked was not given more.
    DeniedTime {
        /// Which.
        state: StateId,
    },
    /// The turn was ended; its line follows.
    Ended,
    /// The facilitator went back to the morning of the turn played last.
    SteppedBack {
        /// Why.
        reason: String,
    },
    /// The facilitator overruled what came of the turn played last; its line follows once more.
    Overruled(Overrule),
    /// The latest step back, or the latest overruling, was taken back.
    Undone,
    /// An event was put on the master list; events are counted from 0 in this order.
    Planned(Plan),
    /// A message was hidden from those who read it, or shown again; messages are counted from 0.
    Hid {
        /// Its number.
        message: u32,
        /// Which.
        hidden: bool,
    },
    /// A person was given another name, which stays out of the journal like the first.
    Renamed {
        /// Who.
        person: PersonId,
    },
    /// An event of the list was told; the turn that is being prepared takes it up.
    Given {
        /// Its number.
        plan: u16,
    },
    /// An event was taken off the list before a turn took it up.
    Dropped {
        /// Its number.
        plan: u16,
    },
}
