//! Acts on things that exist: what a temper answers, accepts, lifts and stops.

use crate::agents::{Reason, Temper};
use crate::base::id::StateId;
use crate::law::act::Aim;
use crate::sim::operations::{Operation, Stage};
use crate::sim::order::{Act, Answer, FollowUp};
use crate::sim::polity::{Function, Party};
use crate::sim::relations::{Content, Relations, UndertakingStatus};
use crate::view::{Calling, Occasion, View};

/// The follow-up acts that a temper would think of on an occasion, with their worth in thousandths.
pub(super) fn answers(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(Act, i32, Reason)) {
    let mut think = |follow_up, worth, reason| think(Act::Follow(follow_up), worth, reason);
    let heard = temper.hears(occasion.calling);
    let cooperation = temper.cooperation.at;
    match occasion.calling {
        Calling::Reproach if !occasion.is_over => accused(view, temper, occasion, think),
        Calling::Offer => {
            let tension = occasion.target.and_then(|target| view.tie(target)).map_or(0, |tie| tie.tension.get());
            let appeal = cooperation.get() + tension / 2 - temper.escalation.at.get() / 2;
            if appeal >= 0 {
                think(FollowUp::Accept, 300 + appeal / 2, Reason::OfferTaken);
            } else {
                think(FollowUp::Reject, 200 - appeal / 4, Reason::OfferRefused);
            }
        }
        Calling::OwnMeasure if occasion.is_over => {
            think(FollowUp::Lift, 300 + temper.legality.at.get() / 2, Reason::WrongEnded);
        }
        Calling::OwnOperation => stop(view, temper, occasion, think),
        Calling::Friction | Calling::Friendship | Calling::UnderMeasure => {
            let tie = occasion.target.and_then(|target| view.tie(target));
            if let Some(tie) = tie.filter(|tie| tie.relations > Relations::Full && tie.step < 4) {
                think(FollowUp::RestoreRelations, cooperation.of(tie.tension.rest().get()) / 2, Reason::Mends);
            }
            if occasion.calling == Calling::Friendship {
                think(FollowUp::Conclude, cooperation.times(heard).of(occasion.weight.get()) / 2, Reason::Mends);
            }
        }
        Calling::Request => {
            think(FollowUp::GiveConsent, cooperation.times(heard).of(occasion.weight.get()) / 2, Reason::Helps);
        }
        Calling::FriendHurt => {
            think(FollowUp::OfferGoodOffices, cooperation.times(heard).of(occasion.weight.get()) / 3, Reason::Helps);
        }
        Calling::Injury if occasion.confidence >= temper.acts_at.at && !occasion.is_over => {
            let pressing = temper.values(Aim::Pressure).times(temper.escalation.at);
            think(FollowUp::ThreatenMeasure, pressing.of(occasion.weight.get()), Reason::Presses);
        }
        _ => {}
    }
}

/// Whether the seat knows itself to be behind what it is accused of: by its own operation if that is known to be the one,
/// else by having acted against the accuser at all.
pub(super) fn is_guilty(view: &View, accuser: StateId, occasion: &Occasion) -> bool {
    let incident = occasion.incident.map(|id| &view.known.incidents[id.index()]);
    let own = |operation: &Operation| operation.author == Party::State(view.seat) && operation.target == accuser;
    match incident.and_then(|incident| incident.operation) {
        Some(operation) => own(&view.known.operations[operation.index()]),
        None => view.known.operations.iter().any(|row| {
            let acted = row.stage != Stage::Preparing;
            let fits = incident.is_none_or(|incident| incident.card == row.card && incident.asset == row.asset);
            own(row) && acted && fits
        }),
    }
}

fn accused(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(FollowUp, i32, Reason)) {
    let Some(accuser) = occasion.target else { return };
    let honesty = temper.honesty.at;
    let heat = temper.escalation.at;
    let looks = 150 + temper.cooperation.at.get() / 3;
    let mut say = |answer, worth, reason| think(FollowUp::Answer(answer), worth, reason);
    if is_guilty(view, accuser, occasion) {
        // An admission must be worth more than silence: only the honest who also want peace make one.
        say(Answer::Admit, honesty.times(temper.values(Aim::Settle)).get() / 2, Reason::Owned);
        say(Answer::Deny, honesty.rest().get() / 2, Reason::NotAdmitted);
        say(Answer::Investigate, honesty.rest().of(looks), Reason::WillLook);
    } else {
        say(Answer::Deny, 350, Reason::NotUs);
        say(Answer::Investigate, looks, Reason::WillLook);
    }
    say(Answer::CounterAccuse, heat.of(500), Reason::TurnsRound);
}

/// Whether an operation does more than look.
fn hurts(operation: &Operation) -> bool {
    operation.harm.functionality_loss > Function::None || operation.harm.casualties > 0
}

fn stop(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(FollowUp, i32, Reason)) {
    let (Some(id), Some(target)) = (occasion.operation, occasion.target) else { return };
    let operation = &view.known.operations[id.index()];
    let promised = view.known.undertakings.iter().any(|word| {
        let party = word.from == view.seat && word.to == target || word.from == target && word.to == view.seat;
        party && word.content == Content::CeaseOperations && word.status == UndertakingStatus::Accepted
    });
    if promised {
        think(FollowUp::Stop, temper.honesty.at.get(), Reason::WordGiven);
        return;
    }
    let reproached = view.known.claims.iter().any(|claim| claim.respondent == view.seat && claim.claimant == target);
    if reproached && hurts(operation) {
        let worth = i32::midpoint(temper.legality.at.get(), temper.cooperation.at.get());
        think(FollowUp::Stop, worth - temper.escalation.at.get() / 3, Reason::NotWorthIt);
    }
}
