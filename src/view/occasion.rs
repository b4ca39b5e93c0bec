//! Occasions: what in a seat's situation calls for an act.
//!
//! An act without an occasion is noise. Menus and agents go through the occasions first and ask which acts would answer
//! each; that keeps the choice small, whatever the number of moves.

mod injury;

use crate::base::id::{
    AssetId, ExpulsionId, IncidentId, MeasureId, OperationId, ResolutionId, StateId, UndertakingId, WrongId,
};
use crate::base::{Day, Permille};
use crate::sim::council::ResolutionStatus;
use crate::sim::knowledge::{Belief, Confidence, Question, about};
use crate::sim::legal::ClaimStatus;
use crate::sim::measures::MeasureStatus;
use crate::sim::operations::Basis;
use crate::sim::polity::{ControlLink, Party};
use crate::sim::relations::{Alliance, Content, Duty, NoteKind, Undertaking, UndertakingKind, UndertakingStatus, duty};
use crate::sim::scenario::Goal;
use crate::view::{Calling, View};

/// One occasion, with all that an act in answer to it may have to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// What calls.
    pub calling: Calling,
    /// How loudly.
    pub weight: Permille,
    /// The state that an act would address.
    pub target: Option<StateId>,
    /// How sure the seat is that this state did what is complained of; [`Confidence::NearCertain`] where nothing hangs on it.
    pub confidence: Confidence,
    /// The incident.
    pub incident: Option<IncidentId>,
    /// The open claim about it between the two.
    pub claim: Option<WrongId>,
    /// The measure.
    pub measure: Option<MeasureId>,
    /// The operation.
    pub operation: Option<OperationId>,
    /// The word given.
    pub undertaking: Option<UndertakingId>,
    /// The draft resolution.
    pub resolution: Option<ResolutionId>,
    /// The expulsion of its diplomats.
    pub expulsion: Option<ExpulsionId>,
    /// The other one of two that are at odds.
    pub other_party: Option<StateId>,
    /// The asset of its own that was hit, or lies open.
    pub asset: Option<AssetId>,
    /// Whether what called has ended, or has been answered.
    pub is_over: bool,
    /// Whether it is so long ago that only to say who did it is left.
    pub is_late: bool,
}

impl Occasion {
    fn new(calling: Calling, weight: i32) -> Self {
        Self {
            calling,
            weight: Permille::clamped(weight),
            target: None,
            confidence: Confidence::NearCertain,
            incident: None,
            claim: None,
            measure: None,
            operation: None,
            undertaking: None,
            resolution: None,
            expulsion: None,
            other_party: None,
            asset: None,
            is_over: false,
            is_late: false,
        }
    }

    /// The step of the ladder on which the seat stands with the state that an act would address.
    pub fn step(&self, view: &View) -> u8 {
        self.target.and_then(|target| view.tie(target)).map_or(0, |tie| tie.step)
    }
}

/// The step of the ladder on which two states have a dispute that everybody sees.
pub const DISPUTE: u8 = 3;
/// The step of the ladder on which two states are in a crisis.
pub const CRISIS: u8 = 5;
/// The step of the ladder to which shows of force belong, and destruction without a signature.
pub const CONFRONTATION: u8 = 7;
/// For how long talks that both agreed to hold back blows, in days. Source: judgement, ten weeks.
const TALKS: i32 = 75;
/// How long what has ended still calls for an answer, in days. Source: judgement, a year; half of all attributions by states
/// come later than eight months after the start (European Repository of Cyber Incidents).
pub const MEMORY: i32 = 365;
/// How loudly an expulsion calls for its return, in thousandths. Source: judgement; ten of twelve publicised rounds from 1971 to
/// 2022 were returned.
const EXPELLED: i32 = 900;

/// Lists a seat's occasions into a kept list, in a canonical order.
pub fn occasions(view: &View, into: &mut Vec<Occasion>) {
    into.clear();
    injury::injuries(view, into);
    reproaches(view, into);
    words(view, into);
    ballots(view, into);
    quarrels(view, into);
    expulsions(view, into);
    own_conduct(view, into);
    wants(view, into);
    ties(view, into);
    own_house(view, into);
}

/// The state that a seat holds for likeliest to be behind an incident, and how likely.
pub fn suspect(view: &View, incident: IncidentId) -> Option<(StateId, Confidence)> {
    // Whose operation it was, if its author owns up to it or let the seat in: there is nothing to believe.
    let behind = view.known.incidents[incident.index()].operation;
    let owned = behind.and_then(|operation| view.known.operations[operation.index()].author.state());
    if let Some(state) = owned.filter(|state| *state != view.seat && view.tie(*state).is_some()) {
        return Some((state, Confidence::NearCertain));
    }
    let rows = about(&view.known.beliefs, view.seat, incident);
    let accused = |row: &Belief| match row.question {
        Question::Author(state) => Some((row.odds, state)),
        Question::Link(state, link) if link >= ControlLink::EffectiveControl => Some((row.odds, state)),
        _ => None,
    };
    let named = rows.iter().filter_map(accused).filter(|(_, state)| *state != view.seat && view.tie(*state).is_some());
    // The lower id wins a tie, so that the order of rows leaves no trace.
    let (odds, state) = named.max_by_key(|(odds, state)| (*odds, std::cmp::Reverse(*state)))?;
    Some((state, Confidence::of(odds)))
}

/// The open claim of one state against another about an incident.
fn open_claim(view: &View, claimant: StateId, respondent: StateId, incident: Option<IncidentId>) -> Option<WrongId> {
    let open = view.known.claims.iter().rev().find(|claim| {
        claim.claimant == claimant
            && claim.respondent == respondent
            && claim.incident == incident
            && claim.status == ClaimStatus::Open
    });
    open.map(|claim| claim.id)
}

/// Since when a seat and another state are at the table: the day on which they last agreed to talk, if that is not long ago.
pub fn at_table_since(view: &View, target: Option<StateId>) -> Option<Day> {
    let target = target?;
    let talks = view.known.undertakings.iter().filter(|word| word.content == Content::Talks);
    let agreed = talks.filter(|word| word.is_between(view.seat, target)).filter_map(|word| word.since);
    agreed.max().filter(|since| view.known.day.since(*since) <= TALKS)
}

/// Whether a seat and another state have lately agreed to talk.
pub fn is_at_table(view: &View, target: Option<StateId>) -> bool {
    at_table_since(view, target).is_some()
}

/// How long a measure that is nobody's right to see lifted stands at least before it is lifted or its end offered, in days. Source:
/// judgement; the median sanction stands for two years (Threat and Imposition of Economic Sanctions 4.0).
const STANDS: i32 = 365;

/// Whether a measure has stood so long that it can go.
pub fn has_stood(view: &View, measure: MeasureId) -> bool {
    view.known.day.since(view.known.measures[measure.index()].began) >= STANDS
}

fn reproaches(view: &View, into: &mut Vec<Occasion>) {
    let answered = |to: StateId, incident: Option<IncidentId>, since: Day| {
        view.known.notes.iter().rev().take_while(|note| note.day >= since).any(|note| {
            let answers = matches!(
                note.kind,
                NoteKind::Denial | NoteKind::Admission | NoteKind::Inquiry | NoteKind::CounterAccusation
            );
            answers && note.from == view.seat && note.to == to && note.about == incident
        })
    };
    for claim in view.known.claims.iter().rev() {
        if claim.respondent != view.seat || claim.status != ClaimStatus::Open || view.tie(claim.claimant).is_none() {
            continue;
        }
        into.push(Occasion {
            target: Some(claim.claimant),
            incident: claim.incident,
            claim: Some(claim.id),
            is_over: answered(claim.claimant, claim.incident, claim.raised),
            ..Occasion::new(Calling::Reproach, 600)
        });
    }
    for note in view.known.notes.iter().rev().take_while(|note| view.known.day.since(note.day) <= MEMORY) {
        let weight = match note.kind {
            NoteKind::Accusation => 700,
            NoteKind::Demand | NoteKind::Notice => 600,
            NoteKind::Demarche | NoteKind::Warning => 400,
            _ => continue,
        };
        let claimed = || {
            view.known.claims.iter().any(|claim| {
                claim.claimant == note.from && claim.respondent == view.seat && claim.incident == note.about
            })
        };
        if note.to != view.seat || note.from == view.seat || view.tie(note.from).is_none() || claimed() {
            continue;
        }
        into.push(Occasion {
            target: Some(note.from),
            incident: note.about,
            is_over: answered(note.from, note.about, note.day),
            ..Occasion::new(Calling::Reproach, weight)
        });
    }
}

fn words(view: &View, into: &mut Vec<Occasion>) {
    use UndertakingKind::{Consent, Offer, Treaty, Ultimatum};
    for word in &view.known.undertakings {
        let (calling, target, weight) = match (word.kind, word.status) {
            (Offer | Treaty, UndertakingStatus::Open) if word.to == view.seat => (Calling::Offer, word.from, 700),
            (Ultimatum, UndertakingStatus::Open) if word.to == view.seat => (Calling::Reproach, word.from, 800),
            (Offer | Treaty | Ultimatum, UndertakingStatus::Open) | (Consent, UndertakingStatus::Accepted)
                if word.from == view.seat =>
            {
                (Calling::OwnWord, word.to, 100)
            }
            // What it has promised to do is still to be done.
            (Offer | UndertakingKind::Promise, _) if is_owed(view, word) => {
                (Calling::OwnWord, word.other(view.seat), 800)
            }
            // What was accepted can be concluded; what was concluded can be denounced, the sooner if it was broken.
            (Offer, UndertakingStatus::Accepted) if word.content.is_agreement() && word.concerns(view.seat) => {
                (Calling::Accord, word.other(view.seat), 500)
            }
            (Treaty, UndertakingStatus::Accepted | UndertakingStatus::Broken) if word.concerns(view.seat) => {
                (Calling::Accord, word.other(view.seat), if is_broken(view, word) { 600 } else { 200 })
            }
            _ => continue,
        };
        if view.tie(target).is_none() {
            continue;
        }
        into.push(Occasion {
            target: Some(target),
            incident: word.incident,
            claim: word.claim,
            undertaking: Some(word.id),
            is_over: is_broken(view, word),
            ..Occasion::new(calling, weight)
        });
    }
}

/// Whether a seat has given its word to do something, and has not done it.
pub fn is_owed(view: &View, word: &Undertaking) -> bool {
    let is_bound = word.is_in_force() && word.binds().contains(view.seat) && !word.done_by.contains(view.seat);
    is_bound && duty(word.content) == Duty::Deed
}

/// Whether a seat holds a word for broken by the other side.
fn is_broken(view: &View, word: &Undertaking) -> bool {
    word.held_broken.contains(view.seat)
        || word.status == UndertakingStatus::Broken && word.broken_by.contains(word.other(view.seat))
}

/// Drafts on which the seat has a vote and has not used it.
fn ballots(view: &View, into: &mut Vec<Occasion>) {
    for draft in view.known.resolutions.iter().filter(|draft| draft.status == ResolutionStatus::Pending) {
        let sits = draft.body.has_vote(view.own().council, view.own().region);
        if sits && !draft.has_voted(view.seat) {
            into.push(Occasion {
                target: Some(draft.against).filter(|against| view.tie(*against).is_some()),
                incident: draft.incident,
                resolution: Some(draft.id),
                ..Occasion::new(Calling::Ballot, 700)
            });
        }
    }
}

/// Pairs of others that are in open dispute, and with both of which the seat has to do.
fn quarrels(view: &View, into: &mut Vec<Occasion>) {
    for tie in view.known.ties.iter().filter(|tie| tie.step >= DISPUTE) {
        let third = tie.low != view.seat && tie.high != view.seat;
        if third && view.tie(tie.low).is_some() && view.tie(tie.high).is_some() {
            into.push(Occasion {
                target: Some(tie.low),
                other_party: Some(tie.high),
                ..Occasion::new(Calling::Quarrel, tie.tension.get())
            });
        }
    }
}

/// Expulsions of the seat's diplomats that it has not returned.
fn expulsions(view: &View, into: &mut Vec<Occasion>) {
    let (all, today) = (&view.known.expulsions, view.known.day);
    let within = view.rules().model.tension.returned_within.at;
    for row in all.iter().rev().take_while(|row| today.since(row.day) <= within) {
        if row.of == view.seat && row.is_open(all.iter(), today, within) {
            into.push(Occasion {
                target: Some(row.by),
                expulsion: Some(row.id),
                ..Occasion::new(Calling::Expelled, EXPELLED)
            });
        }
    }
}

fn own_conduct(view: &View, into: &mut Vec<Occasion>) {
    for measure in view.known.measures.iter().filter(|measure| measure.status <= MeasureStatus::Suspended) {
        let incident = measure.about.or_else(|| view.known.claims[measure.answers?.index()].incident);
        let ended = incident.is_some_and(|id| view.known.incidents[id.index()].ceased.is_some());
        // What the Council had called for ends when it says so.
        let is_unmandated = measure.basis == Basis::UnscMandate
            && !view.known.resolutions.iter().any(|row| row.is_mandate(measure.against, view.known.day));
        let settled = measure.answers.is_some_and(|id| view.known.claims[id.index()].status != ClaimStatus::Open);
        let occasion = if measure.by == view.seat {
            Occasion { target: Some(measure.against), ..Occasion::new(Calling::OwnMeasure, 500) }
        } else if measure.against == view.seat && view.tie(measure.by).is_some() {
            Occasion { target: Some(measure.by), ..Occasion::new(Calling::UnderMeasure, 500) }
        } else {
            continue;
        };
        let is_over = settled || ended || is_unmandated;
        into.push(Occasion { incident, claim: measure.answers, measure: Some(measure.id), is_over, ..occasion });
    }
    for operation in view.known.operations.iter().filter(|operation| operation.is_live()) {
        if operation.author == Party::State(view.seat) {
            into.push(Occasion {
                target: Some(operation.target),
                operation: Some(operation.id),
                ..Occasion::new(Calling::OwnOperation, 300)
            });
        }
    }
}

fn wants(view: &View, into: &mut Vec<Occasion>) {
    for want in &view.interests {
        let (calling, target) = match want.goal {
            Goal::Weaken(state) => (Calling::Rivalry, state),
            Goal::InsightInto(state) => (Calling::Curiosity, state),
            Goal::CalmWith(state) | Goal::FriendshipWith(state) => (Calling::Friendship, state),
            Goal::Legitimacy
            | Goal::QuietAtHome
            | Goal::Prosperity
            | Goal::Protect(_)
            | Goal::KnowTheAuthor(_)
            | Goal::Deny(_)
            | Goal::EndOf(_)
            | Goal::Relief
            | Goal::ActorAtWork(_)
            | Goal::ActorShutDown(_) => continue,
        };
        if view.tie(target).is_some() {
            into.push(Occasion { target: Some(target), ..Occasion::new(calling, want.weight.get()) });
        }
    }
}

/// Ties that are tense call for calming, and everybody keeps an eye on those it does not trust.
fn ties(view: &View, into: &mut Vec<Occasion>) {
    for tie in view.ties() {
        let target = Some(tie.other(view.seat));
        if tie.step >= 2 {
            into.push(Occasion { target, ..Occasion::new(Calling::Friction, tie.tension.get()) });
        }
        if tie.step >= CRISIS {
            // The nearer to blows, the louder: a half in a crisis, all of it in a confrontation. Judgement.
            let short = i32::from(CONFRONTATION.saturating_sub(tie.step));
            into.push(Occasion { target, ..Occasion::new(Calling::Brink, 1000 - 250 * short) });
        }
        // Those at odds are watched most, and more by those who have the means. Judgement.
        let wary = match tie.alliance {
            Alliance::None if tie.step >= 2 => 150,
            Alliance::None => 125,
            _ => 0,
        } + tie.tension.get() / 2;
        let watched = into.iter().any(|occasion| occasion.calling == Calling::Curiosity && occasion.target == target);
        if !watched {
            let weight = wary * (700 + view.own().intelligence.get() * 3 / 5) / 1000;
            into.push(Occasion { target, ..Occasion::new(Calling::Curiosity, weight) });
        }
    }
}

/// The most exposed of its own assets calls for protection.
fn own_house(view: &View, into: &mut Vec<Occasion>) {
    let own = view.known.assets.iter().filter(|asset| asset.owner == view.seat);
    let open = |sector, share: Permille| {
        let wanted = view.interests.iter().any(|want| want.goal == Goal::Protect(sector));
        share.get() + if wanted { 300 } else { 0 }
    };
    let worst = own
        .map(|asset| (open(asset.sector, asset.exposure.times(asset.planned().rest())), asset.id))
        .max_by_key(|(weight, id)| (*weight, std::cmp::Reverse(*id)));
    if let Some((weight, asset)) = worst {
        into.push(Occasion { asset: Some(asset), ..Occasion::new(Calling::OwnHouse, weight) });
    }
}
