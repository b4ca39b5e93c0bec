//! What makes a scenario a lesson: how long a class needs for it, and which norms it is about.

use crate::law::NormId;

/// A scenario as a lesson. One that is none is a world to explore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Minutes of a class, the debrief included.
    pub minutes: u16,
    /// The norms that are in focus, in the order in which they are told.
    pub law: Vec<NormId>,
}
