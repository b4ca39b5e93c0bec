//! Swings: gauges that an act moves, as cards write them down.
//!
//! Not a mechanic: the part that several mechanics share, so that "pressure there, costs here" is data.

use serde::{Deserialize, Serialize};

use crate::base::id::StateId;
use crate::sim::effect::{Cause, Effect, Outbox};
use crate::sim::order::Level;
use crate::sim::polity::Gauge;
use crate::sim::words::words;

/// One gauge that an act moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swing {
    /// Whose gauge.
    pub whose: Whose,
    /// Which one.
    pub gauge: Gauge,
    /// By how many thousandths, by level.
    pub by: [i32; 3],
}

words! {
    /// Whose gauge an act moves.
    Whose {
        /// Its author's.
        Own,
        /// That of the state addressed.
        Theirs,
    }
}

/// Proposes what an act of one state, towards another if it has an addressee, moves at a level.
pub(in crate::sim) fn propose(
    outbox: &mut Outbox,
    cause: Cause,
    swings: &[Swing],
    (author, addressee): (StateId, Option<StateId>),
    level: Level,
) {
    for swing in swings {
        let state = match swing.whose {
            Whose::Own => Some(author),
            Whose::Theirs => addressee,
        };
        let by = level.pick(&swing.by);
        if let (Some(state), true) = (state, by != 0) {
            outbox.propose(cause, Effect::Shift { state, gauge: swing.gauge, by });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swing_moves_the_gauge_it_names_and_skips_an_addressee_that_is_not_there() {
        let mut outbox = Outbox::default();
        let swings = [
            Swing { whose: Whose::Own, gauge: Gauge::Economy, by: [0, -4, -9] },
            Swing { whose: Whose::Theirs, gauge: Gauge::Pressure, by: [1, 2, 3] },
        ];
        propose(&mut outbox, Cause::Drift, &swings, (StateId(0), None), Level::Medium);
        let only = Effect::Shift { state: StateId(0), gauge: Gauge::Economy, by: -4 };
        assert_eq!(outbox.proposals.iter().map(|p| p.effect).collect::<Vec<_>>(), [only]);
        propose(&mut outbox, Cause::Drift, &swings, (StateId(0), Some(StateId(1))), Level::Low);
        assert_eq!(outbox.proposals.len(), 2, "what moves nothing is not proposed");
    }
}
