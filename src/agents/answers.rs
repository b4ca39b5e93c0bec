//! Acts on things that exist: what a temper answers, accepts, lifts and stops.

use crate::agents::sense::can_threaten;
use crate::agents::{Reason, Temper};
use crate::base::id::StateId;
use crate::base::{Day, Permille};
use crate::law::act::Aim;
use crate::sim::council::{Body, Operative};
use crate::sim::knowledge::{Confidence, Question, about};
use crate::sim::mechanics::listing;
use crate::sim::operations::{Basis, Operation, Stage};
use crate::sim::order::{Act, Answer, Ballot, FollowUp};
use crate::sim::polity::{CouncilSeat, Function, Party};
use crate::sim::relations::{
    Alliance, Content, Relations, Tie, Treaties, Undertaking, UndertakingKind, UndertakingStatus,
};
use crate::sim::scenario::Goal;
use crate::view::{Calling, Occasion, View, has_stood, is_owed, suit, wanted};

/// The follow-up acts that a temper would think of on an occasion, with their worth in thousandths.
pub(super) fn answers(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(Act, i32, Reason)) {
    let mut think = |follow_up, worth, reason| think(Act::Follow(follow_up), worth, reason);
    let heard = temper.hears(occasion.calling);
    let cooperation = temper.cooperation.at;
    match occasion.calling {
        Calling::Reproach if !occasion.is_over => accused(view, temper, occasion, think),
        Calling::Reproach if can_submit(view, occasion) => {
            think(
                FollowUp::GiveConsent,
                temper.legality.at.times(temper.values(Aim::Settle)).get() / 3,
                Reason::Submits,
            );
        }
        Calling::Offer => offered(view, temper, occasion, think),
        Calling::Ballot => {
            if let Some((ballot, worth)) = vote(view, temper, occasion) {
                think(FollowUp::Vote(ballot), worth, Reason::Votes(ballot));
            }
        }
        Calling::Accord => {
            let word = occasion.undertaking.map(|id| &view.known.undertakings[id.index()]);
            // Whose offer it was draws it up; the other side only if that is left undone.
            let is_left = |since: Day| view.known.day.since(since) > i32::from(view.known.span.0);
            let draws_up = |word: &Undertaking| word.from == view.seat || word.since.is_some_and(is_left);
            if let Some(word) = word.filter(|word| word.kind == UndertakingKind::Offer) {
                if !draws_up(word) {
                    return;
                }
                think(FollowUp::Conclude, 300 + cooperation.get() / 2, Reason::Concludes);
            } else if occasion.is_over {
                think(FollowUp::Denounce, 200 + temper.escalation.at.get() / 2, Reason::Denounces);
            }
        }
        Calling::Quarrel if can_mediate(view, occasion) => {
            think(FollowUp::OfferGoodOffices, cooperation.of(occasion.weight.get()), Reason::Mediates);
        }
        Calling::OwnMeasure if has_promised_to_lift(view, occasion) => {
            think(FollowUp::Lift, temper.honesty.at.get(), Reason::WordGiven);
        }
        Calling::OwnMeasure if occasion.is_over && may_lift(view, occasion) => {
            think(FollowUp::Lift, 300 + temper.legality.at.get() / 2, Reason::WrongEnded);
        }
        Calling::OwnOperation => stop(view, temper, occasion, think),
        Calling::Friction | Calling::Friendship | Calling::UnderMeasure => {
            if let Some(odds) = review(view, occasion) {
                think(FollowUp::ChallengeListing, heard.of(odds.get()), Reason::Challenges);
            }
            let tie = occasion.target.and_then(|target| view.tie(target));
            // Nobody mends while it is still cold: 400 is a little below indifference, judgement.
            let is_warm = |tie: &&Tie| tie.step < 4 && tie.warmth_of(view.seat).get() >= 400;
            if let Some(tie) = tie.filter(|tie| tie.relations > Relations::Full).filter(is_warm) {
                think(FollowUp::RestoreRelations, cooperation.of(tie.tension.rest().get()) / 2, Reason::Mends);
            }
        }
        Calling::Request => {
            think(FollowUp::GiveConsent, cooperation.times(heard).of(occasion.weight.get()) / 2, Reason::Helps);
        }
        Calling::AllyWronged | Calling::Injury if can_consult(view, temper, occasion) => {
            let settling = temper.values(Aim::Settle).times(heard);
            think(FollowUp::BringToRegion, settling.of(occasion.weight.get()), Reason::Consults);
            threat(view, temper, occasion, think);
        }
        Calling::Injury => threat(view, temper, occasion, think),
        _ => {}
    }
}

/// Presses before it acts, over what it would act on.
fn threat(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(FollowUp, i32, Reason)) {
    let is_injured = occasion.calling == Calling::Injury;
    if is_injured && occasion.confidence >= temper.acts_at.at && can_threaten(view, occasion) {
        let pressing = temper.values(Aim::Pressure).times(temper.escalation.at);
        think(FollowUp::ThreatenMeasure, pressing.of(occasion.weight.get()), Reason::Presses);
    }
}

/// Whether a seat can bring a matter before its neighbours: it sits among them, is sure enough to complain, has complained to the
/// state itself, and nobody has brought it anywhere yet.
fn can_consult(view: &View, temper: &Temper, occasion: &Occasion) -> bool {
    let is_new = !view
        .known
        .resolutions
        .iter()
        .any(|draft| Some(draft.against) == occasion.target && draft.incident == occasion.incident);
    let complained = occasion.claim.is_some() || occasion.calling == Calling::AllyWronged;
    view.own().region && occasion.confidence >= temper.complains_at.at && complained && is_new
}

/// Whether a seat has given its word to lift a measure of its own.
fn has_promised_to_lift(view: &View, occasion: &Occasion) -> bool {
    view.known.undertakings.iter().any(|word| {
        let names = occasion.measure.is_some_and(|measure| word.content == Content::LiftMeasure(measure));
        names && is_owed(view, word)
    })
}

/// Whether a measure whose occasion has ended can go: a countermeasure must, as soon as the wrong is made good, and what
/// the Council had called for when it ends that; what a state was free to do anyhow stands until the two are on better terms.
fn may_lift(view: &View, occasion: &Occasion) -> bool {
    let Some(measure) = occasion.measure.map(|id| &view.known.measures[id.index()]) else { return false };
    let is_worn = has_stood(view, measure.id);
    let is_friendly = occasion.target.and_then(|target| view.tie(target)).is_none_or(|tie| tie.step < FRIENDLY);
    let is_bound = matches!(measure.basis, Basis::Countermeasure | Basis::UnscMandate);
    is_bound || is_worn && is_friendly
}

/// Below this step two states are on good terms again. Source: judgement.
const FRIENDLY: u8 = 2;

/// What a temper says to an offer: yes if peace is worth it, another offer if only the terms are wrong, else no.
fn offered(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(FollowUp, i32, Reason)) {
    let word = occasion.undertaking.map(|id| &view.known.undertakings[id.index()]);
    // A mediator's offer is about the quarrel with somebody else.
    let with = match word.map(|word| word.content) {
        Some(Content::GoodOffices(other)) => Some(other),
        _ => occasion.target,
    };
    let tension = with.and_then(|state| view.tie(state)).map_or(0, |tie| tie.tension.get());
    let appeal = temper.cooperation.at.get() + tension / 2 - temper.escalation.at.get() / 2;
    // A counter-offer is not countered: that would go on for ever.
    let is_fresh = word.is_some_and(|word| word.after.is_none() && !matches!(word.content, Content::GoodOffices(_)));
    if appeal >= COUNTERS {
        think(FollowUp::Accept, 300 + appeal / 2, Reason::OfferTaken);
    } else if appeal >= -COUNTERS && is_fresh {
        think(FollowUp::Counter, 350, Reason::OfferCountered);
    } else if appeal >= 0 {
        think(FollowUp::Accept, 300 + appeal / 2, Reason::OfferTaken);
    } else {
        think(FollowUp::Reject, 200 - appeal / 4, Reason::OfferRefused);
    }
}

/// How near to indifference an offer must lie to be answered with another, in thousandths. Source: judgement.
const COUNTERS: i32 = 150;
/// From which leaning a state votes for a draft, in thousandths. Source: judgement.
const FOR: i32 = 150;
/// From which leaning it votes against. Source: judgement.
const AGAINST: i32 = -250;
/// From which leaning a permanent member uses its veto: it costs a good name. Source: judgement.
const VETO: i32 = -350;

/// How a seat votes on a draft: by alliance and goodwill, by what it wants of the state named, and by what it holds to be
/// so, as far as the law counts with it.
pub(super) fn vote(view: &View, temper: &Temper, occasion: &Occasion) -> Option<(Ballot, i32)> {
    let draft = &view.known.resolutions[occasion.resolution?.index()];
    if draft.against == view.seat {
        let ballot = if draft.operative == Operative::End { Ballot::For } else { Ballot::Against };
        return Some((ballot, 900));
    }
    if draft.by == view.seat {
        return Some((Ballot::For, 900));
    }
    let side = |state: StateId| {
        view.tie(state).map_or(0, |tie| {
            let stands = match tie.alliance {
                Alliance::None => 0,
                Alliance::Partners => 150,
                Alliance::Allies => 400,
            };
            stands + tie.warmth_of(view.seat).get() - 500
        })
    };
    let wants = view.interests.iter().map(|want| match want.goal {
        Goal::Weaken(state) if state == draft.against => want.weight.get() / 2,
        Goal::FriendshipWith(state) | Goal::CalmWith(state) if state == draft.against => -want.weight.get() / 2,
        _ => 0,
    });
    let rows = draft.incident.map_or(&[][..], |incident| about(&view.known.beliefs, view.seat, incident));
    let accused = rows.iter().find(|row| row.question == Question::Author(draft.against));
    let sure = accused.map_or(Confidence::None, |row| Confidence::of(row.odds));
    let case = temper.legality.at.of(match sure {
        Confidence::None => -100,
        Confidence::Low => 0,
        Confidence::Moderate => 150,
        Confidence::High => 300,
        Confidence::NearCertain => 400,
    });
    // The more is decided, the more it takes to be for it: judgement.
    let weight = match draft.operative {
        Operative::Settle => -200,
        // To look into it costs nobody a good name.
        Operative::Inquire => -100,
        Operative::Condemn | Operative::Demand | Operative::End => 0,
        Operative::Sanctions => 150,
        Operative::Force => 500,
    };
    let charge = case - side(draft.against) + wants.sum::<i32>();
    // Who would spare the state named is for an end of what was decided against it.
    let charge = if draft.operative == Operative::End { -charge } else { charge };
    let leaning = side(draft.by) + charge - weight;
    let vetoes = draft.body == Body::Council && view.own().council == CouncilSeat::Permanent;
    let ballot = match leaning {
        FOR.. => Ballot::For,
        ..=VETO => Ballot::Against,
        ..=AGAINST if !vetoes => Ballot::Against,
        _ => Ballot::Abstain,
    };
    // Voting is what one sits there for.
    Some((ballot, 600 + leaning.abs() / 4))
}

/// Whether a seat can stand between two others: it is in no dispute with either, and has not just offered.
fn can_mediate(view: &View, occasion: &Occasion) -> bool {
    let (Some(one), Some(other)) = (occasion.target, occasion.other_party) else { return false };
    let calm = |state| view.tie(state).is_some_and(|tie| tie.step < 3 && tie.relations < Relations::Severed);
    let offered = view.known.undertakings.iter().any(|word| {
        let stands = matches!(word.status, UndertakingStatus::Open | UndertakingStatus::Accepted);
        stands && matches!(word.content, Content::GoodOffices(_)) && (word.to == one || word.to == other)
            || word.content == Content::Channel && word.is_between(one, other) && word.is_in_force()
    });
    calm(one) && calm(other) && !offered
}

/// Whether the seat knows itself to be behind what it is accused of: by its own operation if that is known to be the one,
/// else by having acted against the victim at all. An ally of the victim may well be the accuser.
pub(super) fn is_guilty(view: &View, accuser: StateId, occasion: &Occasion) -> bool {
    let incident = occasion.incident.map(|id| &view.known.incidents[id.index()]);
    let victim = incident.map_or(accuser, |incident| incident.victim);
    let own = |operation: &Operation| operation.author == Party::State(view.seat) && operation.target == victim;
    match incident.and_then(|incident| incident.operation) {
        Some(operation) => own(&view.known.operations[operation.index()]),
        None => view.known.operations.iter().any(|row| {
            let acted = row.stage != Stage::Preparing;
            let fits = incident.is_none_or(|incident| incident.card == row.card && incident.asset == row.asset);
            own(row) && acted && fits
        }),
    }
}

/// What it is worth to the most cooperative to hand over who did it, under a treaty or among friends; a third without.
/// Source: judgement, extradition rests on treaties.
const HANDS_OVER: i32 = 800;

fn accused(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(FollowUp, i32, Reason)) {
    let Some(accuser) = occasion.target else { return };
    let honesty = temper.honesty.at;
    let heat = temper.escalation.at;
    let looks = 150 + temper.cooperation.at.get() / 3;
    let is_guilty = is_guilty(view, accuser, occasion);
    let word = occasion.undertaking.map(|id| &view.known.undertakings[id.index()]);
    if word.is_some_and(|word| can_give_way(view, word.content, is_guilty)) {
        let yields = temper.cooperation.at.times(temper.values(Aim::Settle));
        think(FollowUp::Accept, yields.get(), Reason::GivesWay);
    }
    let mut say = |answer, worth, reason| think(FollowUp::Answer(answer), worth, reason);
    if is_guilty {
        // An admission must be worth more than silence: only the honest who also want peace make one.
        say(Answer::Admit, honesty.times(temper.values(Aim::Settle)).get() / 2, Reason::Owned);
        say(Answer::Deny, honesty.rest().get() / 2, Reason::NotAdmitted);
        say(Answer::Investigate, honesty.rest().of(looks), Reason::WillLook);
    } else {
        say(Answer::Deny, 350, Reason::NotUs);
        if let Some(assists) = hands_over(view, accuser, occasion) {
            let share = if assists { HANDS_OVER } else { HANDS_OVER / 3 };
            say(
                Answer::Extradite,
                temper.cooperation.at.times(temper.values(Aim::Settle)).of(share),
                Reason::HandsOver,
            );
        }
        say(Answer::Investigate, looks, Reason::WillLook);
    }
    say(Answer::CounterAccuse, heat.of(500), Reason::TurnsRound);
}

/// Whether what an ultimatum asks can be given without giving up a right: to stop, to talk and to look into it can, a measure that
/// has done its time can go, and what one has done can be made good.
fn can_give_way(view: &View, content: Content, is_guilty: bool) -> bool {
    match content {
        Content::CeaseOperations | Content::Talks | Content::SuppressAtHome | Content::Inquiry => true,
        Content::LiftMeasure(measure) => has_stood(view, measure),
        Content::Reparation => is_guilty,
        _ => false,
    }
}

/// Whether those who did it can be handed over to the accuser, and under a treaty or among friends: harm came from the
/// seat's territory or its own findings point at nobody's agents, and the group there is none of its tools.
fn hands_over(view: &View, accuser: StateId, occasion: &Occasion) -> Option<bool> {
    let (incident, tie) = (occasion.incident?, view.tie(accuser)?);
    let criminal = about(&view.known.beliefs, view.seat, incident)
        .iter()
        .any(|row| row.question == Question::NonState && Confidence::of(row.odds) >= Confidence::Moderate);
    let came_from_here = view.known.incidents[incident.index()].transit == Some(view.seat);
    let is_free = wanted(view).is_some_and(|group| group.sponsor != Some(view.seat));
    let assists = tie.alliance > Alliance::None
        || tie.treaties.include(Treaties::COOPERATION)
        || tie.treaties.include(Treaties::LEGAL_ASSISTANCE);
    (is_free && (criminal || came_from_here) && tie.relations < Relations::Severed).then_some(assists)
}

/// Whether a seat that has denied a claim can let a court decide it: it has nothing to hide, and no court has a title yet.
fn can_submit(view: &View, occasion: &Occasion) -> bool {
    let (Some(claimant), Some(card)) = (occasion.target, suit(view.rules())) else { return false };
    let came_from_here =
        occasion.incident.is_some_and(|id| view.known.incidents[id.index()].transit == Some(view.seat));
    let has_clause = view.tie(claimant).is_some_and(|tie| tie.treaties.include(Treaties::JURISDICTION));
    let consents = view.known.undertakings.iter().any(|word| word.permits(view.seat, claimant, card));
    occasion.claim.is_some() && !came_from_here && !has_clause && !consents && !is_guilty(view, claimant, occasion)
}

/// How likely a court of the state that listed the seat's people is to hear them; `None` if nobody is listed, or it is not.
fn review(view: &View, occasion: &Occasion) -> Option<Permille> {
    let measure = &view.known.measures[occasion.measure?.index()];
    let reasons = view
        .known
        .evidence
        .iter()
        .filter(|item| Some(item.incident) == measure.about && item.bears_on == Question::Author(view.seat));
    let shown = reasons.map(|item| item.disclosed).max().unwrap_or_default();
    let oversight = view.known.states[measure.by.index()].oversight;
    let odds = listing::odds(listing::reviewed(view.rules(), measure), oversight, shown);
    (measure.is_in_force() && odds > Permille::ZERO).then_some(odds)
}

/// Whether an operation does more than look.
fn hurts(operation: &Operation) -> bool {
    operation.harm.functionality_loss > Function::None || operation.harm.casualties > 0
}

/// For how long an operation lets off steam, in days. Source: judgement, a quarter.
const STEAM: i32 = 90;

/// Whether a seat has lately hurt a state by an operation of its own.
pub(super) fn has_hit_back(view: &View, target: Option<StateId>) -> bool {
    view.known.operations.iter().rev().any(|row| {
        let is_own = row.author == Party::State(view.seat) && Some(row.target) == target;
        is_own && hurts(row) && view.known.day.since(row.began) <= STEAM
    })
}

fn stop(view: &View, temper: &Temper, occasion: &Occasion, mut think: impl FnMut(FollowUp, i32, Reason)) {
    let (Some(id), Some(target)) = (occasion.operation, occasion.target) else { return };
    let operation = &view.known.operations[id.index()];
    let promised = view.known.undertakings.iter().any(|word| {
        let sector = operation.asset.map(|asset| view.known.assets[asset.index()].sector);
        let covers = match word.content {
            Content::CeaseOperations => true,
            Content::Moratorium(spared) => sector == Some(spared),
            _ => false,
        };
        covers && word.is_between(view.seat, target) && word.binds().contains(view.seat) && word.is_in_force()
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
