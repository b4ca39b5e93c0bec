//! The time of day, for the room's record; the rooms within take it as data.

use crate::session::desk::Moment;

/// Now.
#[expect(clippy::disallowed_types, reason = "an outermost room reads the clock and hands it on as data")]
pub fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}
