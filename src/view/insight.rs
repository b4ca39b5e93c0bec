//! How far one State knows what another one is capable of.

use crate::base::Permille;
use crate::sim::polity::Gauge;

/// A share that nobody has told this seat: the middle.
pub const UNTOLD: Permille = Permille::clamped(500);

/// How far a state knows a gauge of another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Insight {
    /// It is public.
    Public,
    /// It is estimated: low, middling or high.
    Estimated,
    /// It is not known; the view shows [`UNTOLD`].
    Hidden,
}

/// How far any state knows a gauge of another one. Its own it knows exactly.
pub const fn insight(gauge: Gauge) -> Insight {
    match gauge {
        Gauge::Diplomacy | Gauge::Economy | Gauge::Conventional | Gauge::Legitimacy | Gauge::Oversight => {
            Insight::Public
        }
        Gauge::CyberOffence | Gauge::CyberDefence | Gauge::Intelligence | Gauge::Forensics => Insight::Estimated,
        Gauge::Resolve | Gauge::Pressure => Insight::Hidden,
    }
}

/// The estimate that published rankings allow: the middle of the third in which the true share lies.
pub fn estimate(share: Permille) -> Permille {
    Permille::clamped(match share.get() {
        ..334 => 167,
        334..667 => 500,
        _ => 833,
    })
}
