//! The menu: every act a seat could order, with its occasions, or why not.

use crate::base::Points;
use crate::law::act::Character;
use crate::law::fact::{YES, facts};
use crate::sim::card::MoveId;
use crate::sim::docket::{self, Form};
use crate::sim::knowledge::Confidence;
use crate::sim::mechanics::Mechanic;
use crate::sim::mechanics::distance::Staff;
use crate::sim::order::{Act, Answer, Ballot as Vote, FollowUp};
use crate::sim::polity::{Actor, ActorStanding};
use crate::sim::relations::{NoteKind, Relations, is_deed};
use crate::sim::rulebook::Rulebook;
use crate::view::bind::{Obstacle, bind};
use crate::view::calling::Calling;
use crate::view::occasion::{Occasion, is_owed, occasions};
use crate::view::{Draft, View};

/// Every follow-up act, in the order of their numbers; the votes one by one.
pub const FOLLOW_UPS: [FollowUp; 26] = [
    FollowUp::Lift,
    FollowUp::Suspend,
    FollowUp::Narrow,
    FollowUp::Stop,
    FollowUp::Answer(Answer::Silence),
    FollowUp::Answer(Answer::Deny),
    FollowUp::Answer(Answer::Admit),
    FollowUp::Answer(Answer::Investigate),
    FollowUp::Answer(Answer::CounterAccuse),
    FollowUp::Accept,
    FollowUp::Reject,
    FollowUp::Counter,
    FollowUp::Withdraw,
    FollowUp::GiveConsent,
    FollowUp::WithdrawConsent,
    FollowUp::RestoreRelations,
    FollowUp::ThreatenMeasure,
    FollowUp::Vote(Vote::Abstain),
    FollowUp::Vote(Vote::For),
    FollowUp::Vote(Vote::Against),
    FollowUp::Conclude,
    FollowUp::Denounce,
    FollowUp::OfferGoodOffices,
    FollowUp::Answer(Answer::Extradite),
    FollowUp::ChallengeListing,
    FollowUp::BringToRegion,
];

/// What a seat could do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// Every move in the order of the cards, then every follow-up act.
    pub entries: Vec<Entry>,
    /// Up to eight acts that the situation suggests, the most pressing first.
    pub suggested: Vec<Draft>,
}

/// One act on the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The act.
    pub act: Act,
    /// What it costs, in points of attention.
    pub attention: Points,
    /// Ways to order it now, parameters bound, the most pressing first.
    pub candidates: Vec<Candidate>,
    /// Why it cannot be ordered; `None` exactly if there are candidates.
    pub why_not: Option<Obstacle>,
}

/// One way to order an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The draft.
    pub draft: Draft,
    /// What calls for it.
    pub calling: Calling,
    /// How well it answers how loud a call, in thousandths.
    pub need: i32,
}

/// How many ways to order one act are shown.
pub const WAYS: usize = 4;
/// How many acts are suggested.
const SUGGESTED: usize = 8;

/// Lists every act with its occasions, or why not.
pub fn menu(view: &View) -> Menu {
    let mut calls = Vec::new();
    occasions(view, &mut calls);
    let rules = view.rules();
    let moves = (0..rules.cards.len()).map(|place| Act::Move(MoveId(place as u8)));
    let entries: Vec<Entry> = moves.chain(FOLLOW_UPS.map(Act::Follow)).map(|act| entry(view, act, &calls)).collect();
    let mut best: Vec<&Candidate> = entries.iter().filter_map(|entry| entry.candidates.first()).collect();
    best.sort_by_key(|candidate| std::cmp::Reverse(candidate.need));
    let mut suggested: Vec<&Candidate> = Vec::new();
    for candidate in best {
        // Six acts on one calling are enough; a seventh hides the rest of the situation.
        let alike = suggested.iter().filter(|other| other.calling == candidate.calling).count();
        // On a quiet morning the best there is is still worth naming.
        let is_pressing = candidate.need > 0 || suggested.is_empty();
        if is_pressing && alike < 6 && suggested.len() < SUGGESTED {
            suggested.push(candidate);
        }
    }
    let suggested = suggested.into_iter().map(|candidate| candidate.draft).collect();
    Menu { entries, suggested }
}

fn entry(view: &View, act: Act, calls: &[Occasion]) -> Entry {
    let rules = view.rules();
    let attention = docket::attention(rules, act);
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut obstacle = Form::of(rules, act).err().map(Obstacle::Refused);
    if obstacle.is_none() {
        for occasion in calls.iter().filter(|occasion| is_called_for(view, act, occasion)) {
            let bound = bind(view, act, occasion).and_then(|draft| {
                let feasible = docket::check(&view.known, rules, &draft.order, view.attention());
                feasible.map(|_| draft).map_err(Obstacle::Refused)
            });
            match bound {
                Ok(draft) if candidates.iter().any(|known| known.draft == draft) => {}
                Ok(draft) => {
                    candidates.push(Candidate { draft, calling: occasion.calling, need: need(rules, act, occasion) });
                }
                Err(why) => obstacle = Some(obstacle.map_or(why, |first| first.min(why))),
            }
        }
    }
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.need));
    candidates.truncate(WAYS);
    let why_not = candidates.is_empty().then(|| obstacle.unwrap_or(Obstacle::Uncalled));
    Entry { act, attention, candidates, why_not }
}

/// How well an act answers an occasion, in thousandths: its best aim there, the first aims of a calling counting most. A
/// suggestion is where a careful state begins: the hotter an act, and the more it takes to justify it, the later it is named.
pub fn need(rules: &Rulebook, act: Act, occasion: &Occasion) -> i32 {
    // At the brink a careful state looks for the way down, and that friction calls for.
    if occasion.calling == Calling::Brink {
        return 0;
    }
    let law = rules.law.act(act);
    let fit = match act {
        Act::Move(_) | Act::Follow(FollowUp::ThreatenMeasure | FollowUp::Denounce) => {
            let natural = (0..).zip(occasion.calling.aims());
            let served = natural.map(|(rank, aim)| i32::from(law.aims.get(aim).copied().unwrap_or(0)) - 60 * rank);
            served.max().unwrap_or(0).max(0)
        }
        Act::Follow(_) => 600,
    };
    let heat = i32::from(-law.esc).max(0);
    let doubt = match law.character {
        Character::Lawful | Character::Retorsion => 0,
        Character::PrimaFacieLawful => 100,
        Character::Contested => 300,
        Character::PrimaFacieUnlawful | Character::Unlawful => 600,
    };
    occasion.weight.of(fit) - 2 * heat - doubt - if is_rash(rules, act, occasion) { 400 } else { 0 }
}

/// How hot an act in answer to a wrong may be while its author is in doubt, in tenths: a démarche, no more.
const MILD: i16 = -15;

/// Whether an act goes further than what is known: nobody is named in public, or met with more than a démarche, while in
/// doubt; and the suspect is neither asked for help nor shown what is known.
fn is_rash(rules: &Rulebook, act: Act, occasion: &Occasion) -> bool {
    let law = rules.law.act(act);
    let is_much = law.esc < MILD || law.fixes.contains(&(facts::PUBLIC_ACCUSATION, YES));
    match rules.card_of(act).and_then(|card| card.play.as_ref()).map(|play| &play.mechanic) {
        Some(Mechanic::Speak(note)) if note.kind == Some(NoteKind::Request) => occasion.calling == Calling::Injury,
        Some(Mechanic::Share(_)) => occasion.calling == Calling::Injury,
        Some(Mechanic::Proceed(_)) => occasion.confidence < Confidence::High,
        _ => is_much && occasion.confidence < Confidence::High,
    }
}

/// Whether an act can be an answer to an occasion at all.
pub fn is_called_for(view: &View, act: Act, occasion: &Occasion) -> bool {
    use Calling::{
        Accord, AllyWronged, Ballot, Friction, FriendHurt, Friendship, Haven, Injury, Offer, OwnMeasure, OwnOperation,
        OwnWord, Quarrel, Reproach, Request, Rivalry, UnderMeasure,
    };
    let calling = occasion.calling;
    let follow_up = match act {
        Act::Move(card) => {
            return view.rules().play(card).is_none_or(|play| fits(view, &play.mechanic, occasion));
        }
        Act::Follow(follow_up) => follow_up,
    };
    match follow_up {
        FollowUp::Lift | FollowUp::Suspend | FollowUp::Narrow => calling == OwnMeasure,
        FollowUp::Stop => calling == OwnOperation,
        FollowUp::Answer(_) => calling == Reproach,
        FollowUp::Accept => calling == Offer || calling == Reproach && occasion.undertaking.is_some(),
        FollowUp::Reject | FollowUp::Counter => calling == Offer,
        FollowUp::Withdraw | FollowUp::WithdrawConsent => calling == OwnWord,
        // Who is reproached can also let the other side take the matter to a court.
        FollowUp::GiveConsent => {
            matches!(calling, Request | FriendHurt) || calling == Reproach && occasion.claim.is_some()
        }
        FollowUp::ThreatenMeasure => matches!(calling, Injury | Haven | UnderMeasure),
        FollowUp::RestoreRelations => matches!(calling, Friction | Friendship | UnderMeasure),
        FollowUp::Conclude => calling == Accord,
        FollowUp::Denounce => matches!(calling, Accord | Injury | UnderMeasure | Rivalry),
        FollowUp::OfferGoodOffices => calling == Quarrel,
        FollowUp::Vote(_) => calling == Ballot,
        FollowUp::ChallengeListing => calling == UnderMeasure,
        FollowUp::BringToRegion => matches!(calling, Injury | Haven | AllyWronged | Friction),
    }
}

/// Whether a mechanic works on what calls: nobody apologises unasked, or clears a house through which nothing came.
pub fn fits(view: &View, mechanic: &Mechanic, occasion: &Occasion) -> bool {
    let calling = occasion.calling;
    match mechanic {
        // A word asks for the deed it promised.
        _ if calling == Calling::OwnWord => {
            let word = occasion.undertaking.map(|id| &view.known.undertakings[id.index()]);
            word.is_some_and(|word| is_owed(view, word) && is_deed(mechanic, word.content))
        }
        Mechanic::Suppress(_) | Mechanic::Tolerate => {
            let came_through = occasion
                .incident
                .is_some_and(|incident| view.known.incidents[incident.index()].transit == Some(view.seat));
            let at_home = |actor: &Actor| actor.home == view.seat && actor.standing == ActorStanding::Active;
            let asked = matches!(calling, Calling::Request | Calling::Reproach);
            asked && (came_through || view.known.actors.iter().any(at_home))
        }
        // What was done in kind is returned in kind.
        Mechanic::Distance(numbers) if calling == Calling::Expelled => {
            numbers.staff == Staff::Leave && numbers.to < Relations::Severed
        }
        _ if calling == Calling::Expelled => false,
        Mechanic::Repair(_) => calling == Calling::Reproach,
        Mechanic::Assist(_) => matches!(calling, Calling::FriendHurt | Calling::Request),
        Mechanic::Block(_) => calling == Calling::Injury && !occasion.is_over,
        Mechanic::Sue(_) | Mechanic::Recognise(_) => {
            matches!(calling, Calling::Injury | Calling::AllyWronged) && occasion.confidence >= Confidence::Moderate
        }
        _ => !calling.aims().is_empty(),
    }
}
