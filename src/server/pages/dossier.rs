//! What a seat knows: the map, and every incident with its evidence.

use maud::{Markup, html};

use crate::server::pages::map::{Scene, figure, sight};
use crate::server::pages::seat::Seat;
use crate::sim::knowledge::Confidence;
use crate::view::Clearance;
use crate::words::dossier::{Held, Known, Sight};

/// How many items of evidence on an incident stand open.
const OPEN: usize = 4;

/// The map of what a seat knows.
pub(super) fn situation(seat: &Seat<'_>) -> Markup {
    let telling = seat.outlook().telling;
    let known = seat.view.known.incidents.iter();
    let incidents = known.map(|incident| (incident, Sight::of(incident.known_to, seat.state))).collect();
    html! {
        section aria-labelledby="situation" {
            h2 id="situation" { (seat.words.say("map-heading")) }
            (figure(&Scene { telling, map: seat.map, seat: Some(seat.state), incidents }))
        }
    }
}

/// Every incident and its evidence.
pub(super) fn knowledge(seat: &Seat<'_>) -> Markup {
    let known = seat.outlook().known();
    html! {
        section aria-labelledby="known" {
            h2 id="known" { (seat.words.say("seat-known")) }
            @for (nth, one) in known.iter().enumerate() { (incident(seat, nth, one)) }
            p class="hint" lang=[seat.words.foreign()] { (seat.outlook().others_may_differ()) }
        }
    }
}

fn incident(seat: &Seat<'_>, nth: usize, known: &Known) -> Markup {
    let (words, outlook) = (seat.words, seat.outlook());
    let heading = format!("incident-{}", nth + 1);
    html! {
        article class="known" aria-labelledby=(heading) {
            h3 id=(heading) {
                @let number = words.say_with("known-number", &[("number", (nth + 1).into())]);
                span class="number" { span class="off" { (number) " " } span aria-hidden="true" { (nth + 1) } } " "
                span lang=[words.foreign()] { (known.title) }
            }
            p {
                @if known.is_public { (sight(Sight::Public, &outlook.sight(Sight::Public))) }
                @else { (sight(Sight::Own, &words.say("known-not-public"))) }
            }
            p lang=[words.foreign()] { (sure(known.sure)) " " (known.about) }
            @if known.sure > Confidence::None {
                p class="hint" {
                    @let share = outlook.telling.confidence_bounds(known.sure);
                    (words.say_with("known-bounds", &[("share", (&share).into())]))
                }
            }
            @if known.held.is_empty() {
                @let is_kept = seat.view.clearance() == Clearance::Open;
                p { (words.say(if is_kept { "known-kept" } else { "known-nothing-held" })) }
            }
            @else {
                // The latest is what one has not read yet.
                @let (earlier, latest) = known.held.split_at(known.held.len().saturating_sub(OPEN));
                ul class="evidence" { @for item in latest.iter().rev() { (evidence(seat, item)) } }
                @if !earlier.is_empty() {
                    details id={ (heading) "-more" } {
                        summary { (words.say_with("known-more", &[("count", earlier.len().into())])) }
                        ul class="evidence" { @for item in earlier.iter().rev() { (evidence(seat, item)) } }
                    }
                }
            }
        }
    }
}

fn evidence(seat: &Seat<'_>, held: &Held) -> Markup {
    html! {
        li {
            p lang=[seat.words.foreign()] { (held.what) }
            p class="hint" { (held.provenance) "; " (held.trust) }
            p { (sight(held.sight, &seat.outlook().sight(held.sight))) }
        }
    }
}

/// Confidence as a row of dots beside the sentence that names it.
fn sure(confidence: Confidence) -> Markup {
    let full = match confidence {
        Confidence::None => 0,
        Confidence::Low => 1,
        Confidence::Moderate => 2,
        Confidence::High => 3,
        Confidence::NearCertain => 4,
    };
    html! { span class="dots" aria-hidden="true" { @for nth in 0..4 { (if nth < full { "◆" } else { "◇" }) } } }
}
