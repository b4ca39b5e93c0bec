//! What a hosted game keeps: lines of its journal, and beside them who joined, what their devices hold, and what they wrote.

use crate::base::id::StateId;
use crate::base::{StateSet, Turn};
use crate::session::desk::{Key, Moment, PersonId};
use crate::session::journal::Line;

/// What opens to one secret: its digest, compared in constant time.
#[derive(Clone, Copy, Debug)]
pub struct Lock(pub [u8; 32]);

impl Lock {
    /// The lock of a secret.
    pub fn of(secret: &str) -> Self {
        Self(*blake3::hash(secret.as_bytes()).as_bytes())
    }

    /// Whether a secret opens it. The comparison takes the same time wherever the two differ.
    pub fn opens_to(&self, secret: &str) -> bool {
        blake3::Hash::from_bytes(self.0) == blake3::hash(secret.as_bytes())
    }
}

/// Two locks are the same if one secret opens both; also compared in constant time.
impl PartialEq for Lock {
    fn eq(&self, other: &Self) -> bool {
        blake3::Hash::from_bytes(self.0) == blake3::Hash::from_bytes(other.0)
    }
}

impl Eq for Lock {}

/// A person as they joined. The name stays out of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The name they gave.
    pub name: String,
    /// What their re-entry code opens.
    pub code: Lock,
}

/// Everything of a hosted game that is kept beside its journal.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Everybody who joined.
    pub people: Vec<Person>,
    /// What their cookies open, oldest first; a person has one for each device.
    pub tokens: Vec<(PersonId, Lock)>,
    /// Every message, oldest first.
    pub messages: Vec<Message>,
}

/// Something one State wrote to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// In which turn.
    pub turn: Turn,
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub person: PersonId,
    /// For which State.
    pub from: StateId,
    /// To whom, without the writer's State; nobody means the facilitator.
    pub to: StateSet,
    /// What.
    pub text: String,
    /// Under which key.
    pub key: Key,
}

/// What a hosted game keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A line of the journal.
    Line(Line),
    /// Somebody joined; the line that seats them follows.
    Person(Person),
    /// Somebody's device has a cookie that opens to this.
    Token(PersonId, Lock),
    /// Somebody wrote.
    Message(Message),
    /// Somebody was given another name.
    Renamed(PersonId, String),
}
