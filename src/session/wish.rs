//! What people ask of a hosted game, and why it may be refused.

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::{Approval, By, Hands, Key, Millis, Office, PersonId, StandingOrders, Voice};
use crate::session::entry::Lock;
use crate::session::game::MOST_ORDERS;
use crate::session::plan::{LONGEST_TEXT, MOST_PLANS, Overrule, Plan, Unplanned};
use crate::sim::Order;

/// The most letters of a name.
pub const LONGEST_NAME: usize = 40;
/// The most letters of a message.
pub const LONGEST_MESSAGE: usize = 2000;

/// The most letters of what somebody says with a voice.
pub const LONGEST_WORD: usize = 300;
/// The most messages one State sends in a turn.
pub const MOST_MESSAGES: usize = 40;
/// The most letters of a key.
pub const LONGEST_KEY: usize = 64;

/// What somebody wants done.
#[derive(Clone, Debug)]
pub struct Command {
    /// Who wants it; whoever hands the command in has made sure of that.
    pub by: By,
    /// The client's name for it.
    pub key: Key,
    /// What.
    pub wish: Wish,
}

/// What can be wanted.
#[derive(Clone, Debug)]
pub enum Wish {
    /// To join.
    Join {
        /// A name.
        name: String,
        /// The State, if they may and do choose; else the one with the fewest persons.
        state: Option<StateId>,
        /// What their cookie will open.
        token: Lock,
        /// What their re-entry code will open.
        code: Lock,
    },
    /// To come back to a seat on another device.
    Return {
        /// Whose seat.
        person: PersonId,
        /// What the device's cookie will open.
        token: Lock,
    },
    /// To write to other States.
    Write {
        /// To whom.
        to: StateSet,
        /// What.
        text: String,
    },
    /// To write to the facilitator.
    Appeal(String),
    /// To add an order, in the world's numbers.
    Order {
        /// For this turn and no other.
        turn: Turn,
        /// What.
        order: Order,
    },
    /// To lay a draft before the team.
    Propose {
        /// For this turn and no other.
        turn: Turn,
        /// What.
        order: Order,
    },
    /// To say what one thinks of a draft.
    Voice {
        /// In this turn and no other.
        turn: Turn,
        /// Which.
        draft: u16,
        /// What.
        voice: Voice,
        /// In words, if any.
        word: String,
    },
    /// To take a draft away again.
    Withdraw {
        /// In this turn and no other.
        turn: Turn,
        /// Which.
        draft: u16,
    },
    /// To settle who has to approve an order.
    Agree(Approval),
    /// To take an order back.
    TakeBack {
        /// For this turn and no other.
        turn: Turn,
        /// Its place among the State's orders.
        place: u16,
    },
    /// To say that the State's orders are complete, or not yet.
    Ready {
        /// For this turn and no other.
        turn: Turn,
        /// Which.
        ready: bool,
    },
    /// To say, before the class begins, that one is ready, or not yet after all.
    Prepared(bool),
    /// To leave standing orders to the agent of one's seat.
    Instruct(StandingOrders),
    /// To ask the facilitator for more time.
    AskForTime {
        /// In this turn and no other.
        turn: Turn,
    },
    /// To leave a State that asked with the time there is.
    DenyTime(StateId),
    /// To begin the class.
    Begin,
    /// To let the clock stand.
    Stop,
    /// To let the clock go on.
    GoOn,
    /// To give the turn more time.
    Extend(Millis),
    /// To end a turn now.
    End(Turn),
    /// To hand a seat to its agent, or back.
    Hand(StateId, Hands),
    /// To make a person the head of their State.
    Appoint(PersonId),
    /// To give a person another office of their State.
    Assign(PersonId, Office),
    /// To say which offices those are given who join a State after its head.
    Deal(Vec<Office>),
    /// To go back to the morning of the turn played last.
    StepBack {
        /// From this turn and no other.
        turn: Turn,
        /// Why.
        reason: String,
    },
    /// To overrule what came of the turn played last.
    Overrule {
        /// From this turn and no other.
        turn: Turn,
        /// What.
        overrule: Overrule,
    },
    /// To hide a message from those who read it, or to show it again.
    Hide {
        /// Its number.
        message: u32,
        /// Which.
        hidden: bool,
    },
    /// To give a person another name.
    Rename {
        /// Who.
        person: PersonId,
        /// The name.
        name: String,
    },
    /// To take the latest of both back.
    Undo,
    /// To put events on the master list.
    Plan(Vec<Plan>),
    /// To tell an event of the list now.
    Give(u16),
    /// To take an event off the list.
    Drop(u16),
}

/// Why a command is not carried out. An answer, not a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum No {
    /// Only those who sit in a seat may.
    #[error("only a person in a seat can do this")]
    NotSeated,
    /// Only the head may.
    #[error("only the head of the delegation can do this")]
    NotHead,
    /// Orders are sent by the team.
    #[error("in this class a draft is sent when two of three of the delegation approve it")]
    NeedsTeam,
    /// It falls to somebody else.
    #[error("another office of the delegation answers for this")]
    NotYours,
    /// An objection has to be answered.
    #[error("the legal adviser objects: say in a word why it is sent all the same")]
    Held,
    /// The draft was sent or withdrawn.
    #[error("that draft was sent or withdrawn before")]
    Decided,
    /// Only the facilitator may.
    #[error("only the facilitator can do this")]
    NotFacilitator,
    /// The class has not begun.
    #[error("the class has not begun")]
    NotBegun,
    /// It has begun already.
    #[error("the class has begun already")]
    Begun,
    /// The turn it was meant for has been played.
    #[error("the turn it was meant for has been played")]
    TurnOver,
    /// The last turn has been played.
    #[error("the crisis is over")]
    Over,
    /// The seat is in the hands of its agent.
    #[error("the seat is in the hands of its agent")]
    WithAgent,
    /// As many orders as a seat may give.
    #[error("a seat gives at most {MOST_ORDERS} orders in a turn")]
    TooMany,
    /// There is no such order, person or State.
    #[error("there is no such order, person or State")]
    Nothing,
    /// The name is empty or too long.
    #[error("a name has 1 to {LONGEST_NAME} letters")]
    Name,
    /// Somebody else has that name.
    #[error("somebody else has that name already")]
    NameTaken,
    /// Nobody else can join.
    #[error("the class is full")]
    Full,
    /// The text is empty or too long.
    #[error("a message has 1 to {LONGEST_MESSAGE} letters")]
    Text,
    /// What is said with a voice is too long.
    #[error("a word on a draft has at most {LONGEST_WORD} letters")]
    Word,
    /// As many messages as a State may send in a turn.
    #[error("a State sends at most {MOST_MESSAGES} messages in a turn")]
    TooManyMessages,
    /// A message needs somebody to read it.
    #[error("a message needs at least one other State to read it")]
    NoReader,
    /// The clock does so already.
    #[error("the clock does so already")]
    Clock,
    /// There is no such temper.
    #[error("there is no such temper")]
    Temper,
    /// Nobody is short of time.
    #[error("the clock does not run: there is no hurry")]
    NoHurry,
    /// A State asks for time once in a turn.
    #[error("the State has asked for more time in this turn already")]
    AskedBefore,
    /// There is no turn to go back to.
    #[error("no turn has been played")]
    NothingPlayed,
    /// Nothing was changed since the last turn.
    #[error("there is nothing to take back: another turn has been played since, or nothing was changed")]
    NothingToUndo,
    /// The record needs a reason.
    #[error("a reason is needed, of at most {LONGEST_TEXT} letters")]
    Reason,
    /// An event cannot be planned.
    #[error("event {0} cannot be planned: {1}")]
    Unplanned(usize, Unplanned),
    /// The list is full.
    #[error("the list holds at most {MOST_PLANS} events")]
    TooManyPlans,
    /// The event was told or taken off before.
    #[error("that event is not waiting any more")]
    NotWaiting,
    /// The key is no key.
    #[error("a key has 1 to {LONGEST_KEY} letters, digits, dots and dashes")]
    Key,
}
