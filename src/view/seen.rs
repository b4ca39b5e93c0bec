//! The events of a turn as one seat learns of them.

use crate::base::Day;
use crate::base::id::StateId;
use crate::sim::docket::{Docket, OrderIx};
use crate::sim::effect::Cause;
use crate::sim::event::{Event, What};
use crate::sim::legal::Matter;
use crate::sim::order::Order;
use crate::sim::rulebook::Rulebook;
use crate::sim::turn::Phase;
use crate::view::clearance::{Clearance, is_secret};
use crate::view::numbers::Numbers;

/// The turn that was played last, as it is handed to views.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// Its docket.
    pub docket: &'a Docket,
    /// Its events.
    pub events: &'a [Event],
}

/// An event as a seat learnt of it, in the view's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// In which phase.
    pub phase: Phase,
    /// On which day the turn began.
    pub day: Day,
    /// Why, if the seat can know that. Orders are the seat's own, by their place among those it had carried out.
    pub cause: Option<Cause>,
    /// Whether everybody learnt of it.
    pub is_public: bool,
    /// What.
    pub what: What,
}

/// The events of the past turn that are meant for a seat, without causes that it cannot know.
pub(super) fn fill(
    seen: &mut Vec<Seen>,
    past: Past,
    (seat, clearance): (StateId, Clearance),
    rules: &Rulebook,
    numbers: &Numbers,
) {
    seen.clear();
    let orders = past.docket.orders();
    let own = Own {
        range: own_orders(orders, seat),
        hidden: &|order| !clearance.is_full() && is_secret(rules, order),
        orders,
    };
    // Whom a State keeps, those who are not cleared do not hear.
    let is_told = |event: &&Event| {
        let is_kept = matches!(event.what, What::ActorSponsored { .. } | What::ActorChanged { .. });
        event.audience.contains(seat) && (clearance.is_full() || event.audience.is_public() || !is_kept)
    };
    seen.extend(past.events.iter().filter(is_told).filter_map(|event| {
        Some(Seen {
            phase: event.phase,
            day: event.day,
            cause: cause(event.cause, &own, numbers),
            is_public: event.audience.is_public(),
            what: what(event.what, &own, numbers)?,
        })
    }));
}

/// Where a seat's orders begin and end in a docket.
fn own_orders(orders: &[Order], seat: StateId) -> (usize, usize) {
    let start = orders.partition_point(|order| order.by < seat);
    (start, orders.partition_point(|order| order.by <= seat))
}

/// The seat's own orders among those of a docket, but for those that whoever looks is not told of.
struct Own<'a> {
    range: (usize, usize),
    orders: &'a [Order],
    hidden: &'a dyn Fn(&Order) -> bool,
}

fn own_order(order: OrderIx, own: &Own<'_>) -> Option<OrderIx> {
    let (start, end) = own.range;
    let is_told = (start..end).contains(&order.index()) && !(own.hidden)(&own.orders[order.index()]);
    let before = || own.orders[start..order.index()].iter().filter(|order| !(own.hidden)(order)).count();
    is_told.then(|| OrderIx(before() as u16))
}

fn cause(cause: Cause, own: &Own<'_>, numbers: &Numbers) -> Option<Cause> {
    match cause {
        Cause::Order(order) => own_order(order, own).map(Cause::Order),
        Cause::Operation(id) => numbers.view(id).map(Cause::Operation),
        Cause::Incident(id) => numbers.view(id).map(Cause::Incident),
        Cause::Evidence(id) => numbers.view(id).map(Cause::Evidence),
        Cause::Measure(id) => numbers.view(id).map(Cause::Measure),
        Cause::Undertaking(id) => numbers.view(id).map(Cause::Undertaking),
        Cause::Claim(id) => numbers.view(id).map(Cause::Claim),
        Cause::Resolution(id) => Some(Cause::Resolution(id)),
        Cause::Drift => Some(Cause::Drift),
        Cause::WhiteCell => Some(Cause::WhiteCell),
    }
}

/// What happened, in the view's numbers; `None` if it speaks of a row that the seat does not know.
///
/// Takes every event apart, so that a new one does not compile before somebody has decided how a seat reads it.
fn what(what: What, own: &Own<'_>, numbers: &Numbers) -> Option<What> {
    Some(match what {
        What::Shifted { .. }
        | What::Bent { .. }
        | What::Stepped { .. }
        | What::RelationsChanged { .. }
        | What::TreatiesAgreed { .. }
        | What::TreatiesDenounced { .. }
        | What::ResolutionTabled { .. }
        | What::Voted { .. }
        | What::PositionTaken { .. }
        | What::StandingChanged { .. }
        | What::ResolutionDecided { .. }
        | What::AssetBroken { .. }
        | What::AssetRestored { .. }
        | What::AssetHardened { .. }
        | What::ToolsLeaked { .. }
        | What::DecisionEnded { .. }
        | What::Reported { .. }
        | What::DiplomatsExpelled { .. }
        | What::HardeningBegan { .. }
        | What::Accident { .. }
        | What::ActorSponsored { .. }
        | What::ActorChanged { .. } => what,
        What::OperationBegan { operation } => What::OperationBegan { operation: numbers.view(operation)? },
        What::OperationProgressed { operation, stage } => {
            What::OperationProgressed { operation: numbers.view(operation)?, stage }
        }
        What::IncidentOccurred { incident } => What::IncidentOccurred { incident: numbers.view(incident)? },
        What::IncidentNoticed { incident } => What::IncidentNoticed { incident: numbers.view(incident)? },
        What::IncidentLearnt { incident } => What::IncidentLearnt { incident: numbers.view(incident)? },
        What::IncidentCeased { incident } => What::IncidentCeased { incident: numbers.view(incident)? },
        What::EvidenceFiled { evidence, incident } => {
            What::EvidenceFiled { evidence: numbers.view(evidence)?, incident: numbers.view(incident)? }
        }
        What::EvidenceDisclosed { evidence } => What::EvidenceDisclosed { evidence: numbers.view(evidence)? },
        What::ConfidenceChanged { holder, incident, question, from, to } => {
            What::ConfidenceChanged { holder, incident: numbers.view(incident)?, question, from, to }
        }
        What::Refuted { accuser, accused, incident } => {
            What::Refuted { accuser, accused, incident: numbers.view(incident)? }
        }
        What::Warned { by, incident } => What::Warned { by, incident: numbers.view(incident)? },
        What::Published { by, incident, names } => What::Published { by, incident: numbers.view(incident)?, names },
        What::Withheld { by, incident } => What::Withheld { by, incident: numbers.view(incident)? },
        What::Escaped { operation } => What::Escaped { operation: numbers.view(operation)? },
        What::Spilled { operation, onto } => What::Spilled { operation: numbers.view(operation)?, onto },
        What::Tolerated { incident } => What::Tolerated { incident: numbers.view(incident)? },
        What::ClaimRaised { claim } => What::ClaimRaised { claim: numbers.view(claim)? },
        What::ClaimAdvanced { claim, step } => What::ClaimAdvanced { claim: numbers.view(claim)?, step },
        What::MeasureImposed { measure } => What::MeasureImposed { measure: numbers.view(measure)? },
        What::MeasureAltered { measure, status } => What::MeasureAltered { measure: numbers.view(measure)?, status },
        What::MeasureNarrowed { measure } => What::MeasureNarrowed { measure: numbers.view(measure)? },
        What::Pledged { undertaking } => What::Pledged { undertaking: numbers.view(undertaking)? },
        What::WordBroken { undertaking, by } => What::WordBroken { undertaking: numbers.view(undertaking)?, by },
        What::WordDoubted { undertaking, who } => What::WordDoubted { undertaking: numbers.view(undertaking)?, who },
        What::UndertakingResolved { undertaking, status } => {
            What::UndertakingResolved { undertaking: numbers.view(undertaking)?, status }
        }
        What::NoteDelivered { note } => What::NoteDelivered { note: numbers.view(note)? },
        What::Ruled { matter, verdict } => What::Ruled {
            matter: match matter {
                Matter::Order(order) => Matter::Order(own_order(order, own)?),
                Matter::Operation(id) => Matter::Operation(numbers.view(id)?),
                Matter::Measure(id) => Matter::Measure(numbers.view(id)?),
            },
            verdict,
        },
        // To which order of another seat a name was put, a seat does not know by number.
        What::Signed { order, state, confidence } => What::Signed { order: own_order(order, own)?, state, confidence },
        What::Declined { order, state } => What::Declined { order: own_order(order, own)?, state },
        What::NoEffect { order, why } => What::NoEffect { order: own_order(order, own)?, why },
        What::OperationFailed { operation, why } => What::OperationFailed { operation: numbers.view(operation)?, why },
    })
}
