//! The docket: the orders of one turn, checked and in canonical order, and those refused with a reason.
//!
//! Compiling needs no `World`: sealed orders meet the situation at rest. What a seat ordered first comes first for its
//! attention; between states, order means nothing.

use std::fmt;

use bevy::ecs::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::Points;
use crate::base::id::StateId;
use crate::sim::card::{Card, Play};
use crate::sim::mechanics::threaten::fallen;
use crate::sim::mechanics::{follow_up_objection, follow_up_params, objection};
use crate::sim::operations::Operation;
use crate::sim::order::{Act, FollowUp, Order, Param, Params};
use crate::sim::polity::Party;
use crate::sim::relations::{Content, Relations, Tie, Treaties, UndertakingStatus};
use crate::sim::rulebook::Rulebook;
use crate::sim::situation::Situation;
use crate::sim::white_cell::{Slate, Taken};

/// An order's place in the docket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderIx(pub u16);

impl OrderIx {
    /// Its place, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The orders of one turn. It can be written but not read back: what a journal holds is compiled again, so that no file
/// can bring in an order that the rules refuse.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Docket {
    // INVARIANT: every order has passed `compile` against the situation it is played in.
    orders: Vec<Order>,
    refusals: Vec<Refused>,
    #[serde(skip)]
    slate: Slate,
}

/// An order that is not carried out, and why. An answer, not an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// The order as it was given.
    pub order: Order,
    /// Why it is refused.
    pub why: Refusal,
}

impl Docket {
    /// The orders, by state and then as each seat ranked them.
    pub fn orders(&self) -> &[Order] {
        &self.orders
    }

    /// The orders refused.
    pub fn refusals(&self) -> &[Refused] {
        &self.refusals
    }

    /// What the white cell puts into the turn.
    pub fn slate(&self) -> &Slate {
        &self.slate
    }

    /// Takes up what the white cell puts into the turn.
    pub fn take(&mut self, taken: &Taken, situation: &Situation) {
        self.slate = Slate::of(taken, situation, &self.orders);
    }

    /// The moves among the orders, each with its card and the way it is played.
    pub fn moves<'a>(&'a self, rules: &'a Rulebook) -> impl Iterator<Item = (OrderIx, &'a Order, &'a Card, &'a Play)> {
        (0..).zip(&self.orders).filter_map(|(index, order)| {
            let card = rules.card_of(order.act)?;
            Some((OrderIx(index), order, card, card.play.as_ref()?))
        })
    }

    /// The follow-up acts among the orders.
    pub fn follow_ups(&self) -> impl Iterator<Item = (OrderIx, &Order, FollowUp)> {
        (0..).zip(&self.orders).filter_map(|(index, order)| match order.act {
            Act::Follow(follow_up) => Some((OrderIx(index), order, follow_up)),
            Act::Move(_) => None,
        })
    }

    pub(super) fn refill(&mut self, from: &Self) {
        self.orders.clear();
        self.orders.extend_from_slice(&from.orders);
        self.slate.clone_from(&from.slate);
    }
}

/// Why an order is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// There is no such state to order it.
    NoSuchState,
    /// There is no such move.
    NoSuchMove,
    /// The model does not carry it out yet.
    NotModelled,
    /// Nobody has it in this game.
    Withdrawn,
    /// It costs this much attention, and less is left.
    NotEnoughAttention {
        /// What it costs.
        costs: Points,
        /// What is left.
        left: Points,
    },
    /// A parameter is missing.
    Missing(Param),
    /// A parameter it does not take was given.
    DoesNotTake(Param),
    /// A parameter names something that does not exist, or that the state does not know of.
    Unknown(Param),
    /// A parameter names something that belongs to somebody else.
    NotYours(Param),
    /// A parameter names something that does not belong to the state addressed.
    NotTheirs(Param),
    /// What it is about has ended.
    AlreadyEnded(Param),
    /// It is aimed at the state itself.
    AtOneself,
    /// The two states have nothing to do with each other.
    NoTie,
    /// It needs an embassy, and relations are severed.
    RelationsSevered,
    /// There is no such treaty between the two states.
    NoTreaty,
    /// It needs the addressee's consent in force.
    NoConsent,
    /// The word named is no offer that waits for an answer.
    NotAnOffer,
    /// The two have not agreed on anything that could be concluded or denounced.
    NotAgreed,
    /// The state has no vote on it.
    NoVote,
    /// A party to the dispute abstains.
    MustAbstain,
    /// Relations are full already.
    AlreadyFull,
    /// The move is no open measure that could be announced.
    NotAnnounceable,
    /// What is aimed at is no mission of the addressee in the state's own territory.
    NotAMission,
    /// The measure names no persons.
    NoListing,
    /// The state is no member of a regional body.
    NoRegion,
    /// A regional body takes no enforcement action without the Council.
    NoEnforcement,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchState => f.write_str("there is no such state"),
            Self::NoSuchMove => f.write_str("there is no such move"),
            Self::NotModelled => f.write_str("not modelled yet"),
            Self::Withdrawn => f.write_str("nobody has it in this game"),
            Self::NotEnoughAttention { costs, left } => {
                write!(f, "it takes {costs} points of attention and {left} are left this turn")
            }
            Self::Missing(param) => write!(f, "it needs a {}", param.spoken()),
            Self::DoesNotTake(param) => write!(f, "it does not take a {}", param.spoken()),
            Self::Unknown(param) => write!(f, "your state knows of no such {}", param.spoken()),
            Self::NotYours(param) => write!(f, "that {} is not yours", param.spoken()),
            Self::NotTheirs(param) => write!(f, "that {} is not the addressed state's", param.spoken()),
            Self::AlreadyEnded(param) => write!(f, "that {} has already ended", param.spoken()),
            Self::AtOneself => f.write_str("a state cannot do this to itself"),
            Self::NoTie => f.write_str("the two states have no dealings with each other"),
            Self::RelationsSevered => f.write_str("diplomatic relations are severed"),
            Self::NoTreaty => f.write_str("there is no such treaty between the two states"),
            Self::NoConsent => f.write_str("the other state has not consented to it"),
            Self::NotAnOffer => f.write_str("that is no offer that waits for an answer"),
            Self::NotAgreed => f.write_str("the two states have not agreed on it"),
            Self::MustAbstain => f.write_str(
                "a party to a dispute abstains when the Council decides on how to settle it (Charter 27(3))",
            ),
            Self::NoVote => f.write_str("your state has no vote there"),
            Self::AlreadyFull => f.write_str("relations are full already"),
            Self::NotAnnounceable => f.write_str("that is no open measure that could be announced"),
            Self::NoRegion => f.write_str("your state is no member of a regional body"),
            Self::NoEnforcement => f.write_str(
                "a regional body takes no enforcement action, and ends none, unless the Council has authorised it (Charter 53(1))",
            ),
            Self::NoListing => f.write_str("that measure names no persons"),
            Self::NotAMission => f.write_str("that is no mission of the other state in your territory"),
        }
    }
}

impl Param {
    fn spoken(self) -> String {
        self.name().replace('_', " ")
    }
}

/// Checks sealed orders against a situation and puts them in canonical order: by state, then as given.
///
/// A state's orders begin with what it announced and what now falls by itself: that was its word before anything else was.
/// What can no longer be carried out is left out, and the word shows as broken.
pub fn compile(situation: &Situation, rules: &Rulebook, mut sealed: Vec<Order>) -> Docket {
    sealed.splice(..0, due_orders(situation, rules));
    sealed.sort_by_key(|order| order.by);
    let mut docket = Docket::default();
    let mut left = (StateId(0), 0);
    for (place, order) in sealed.into_iter().enumerate() {
        let state = situation.states.get(order.by.index());
        if place == 0 || left.0 != order.by {
            left = (order.by, state.map_or(0, |state| state.attention));
        }
        match check(situation, rules, &order, left.1) {
            Ok(costs) => {
                left.1 -= costs;
                docket.orders.push(order);
            }
            Err(why) => docket.refusals.push(Refused { order, why }),
        }
    }
    docket
}

/// The orders that fall due by themselves and can be carried out, with what each costs, by state.
fn due_orders(situation: &Situation, rules: &Rulebook) -> Vec<Order> {
    let mut due: Vec<Order> = Vec::new();
    for order in fallen(situation, rules) {
        let left = situation.states.get(order.by.index()).map_or(0, |state| state.attention);
        let spent: Points =
            due.iter().filter(|other| other.by == order.by).map(|other| attention(rules, other.act)).sum();
        if check(situation, rules, &order, left - spent).is_ok() {
            due.push(order);
        }
    }
    due
}

/// The attention that what falls due by itself takes from a state this turn.
pub fn reserved(situation: &Situation, rules: &Rulebook, state: StateId) -> Points {
    let due = due_orders(situation, rules);
    due.iter().filter(|order| order.by == state).map(|order| attention(rules, order.act)).sum()
}

/// What an act costs, in points of attention.
pub fn attention(rules: &Rulebook, act: Act) -> Points {
    match rules.card_of(act).and_then(|card| card.play.as_ref()) {
        Some(play) => play.attention,
        None => rules.model.polity.follow_up_attention.at,
    }
}

/// Whether one order can be carried out with so much attention left; its cost if it can.
pub fn check(situation: &Situation, rules: &Rulebook, order: &Order, left: Points) -> Result<Points, Refusal> {
    if order.by.index() >= situation.states.len() {
        return Err(Refusal::NoSuchState);
    }
    let form = Form::of(rules, order.act)?;
    let given = order.terms.given();
    let missing = form.demanded.without(given);
    let untaken = given.without(form.demanded).without(form.accepted);
    if let Some(first) = missing.union(untaken).iter().next() {
        return Err(if missing.contains(first) { Refusal::Missing(first) } else { Refusal::DoesNotTake(first) });
    }
    subjects(situation, rules, order)?;
    let speaks_against = match order.act {
        Act::Move(_) => form.play.and_then(|play| objection(situation, &play.mechanic, order)),
        Act::Follow(act) => follow_up_objection(situation, rules, act, order),
    };
    if let Some(why) = speaks_against {
        return Err(why);
    }
    let severed = || tie(situation, order).is_some_and(|tie| tie.relations == Relations::Severed);
    if form.needs_embassy && severed() && !has_channel(situation, order) {
        return Err(Refusal::RelationsSevered);
    }
    let costs = attention(rules, order.act);
    if costs > left { Err(Refusal::NotEnoughAttention { costs, left }) } else { Ok(costs) }
}

/// Whether a channel is open between the state that orders and the one addressed.
fn has_channel(situation: &Situation, order: &Order) -> bool {
    let open = |target| {
        let mut words = situation.undertakings.iter();
        words.any(|word| word.content == Content::Channel && word.is_in_force() && word.is_between(order.by, target))
    };
    order.terms.target.is_some_and(open)
}

/// What an act must and may be told, and how it reaches the other side.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    play: Option<&'a Play>,
    /// What it must be told.
    pub demanded: Params,
    /// What it may be told besides.
    pub accepted: Params,
    needs_embassy: bool,
}

impl<'a> Form<'a> {
    /// The form of an act.
    ///
    /// # Errors
    /// If there is no such move, nothing carries it out, or nobody has it.
    pub fn of(rules: &'a Rulebook, act: Act) -> Result<Self, Refusal> {
        let (play, demanded, accepted) = match act {
            Act::Move(id) => {
                let card = rules.cards.get(id.index()).ok_or(Refusal::NoSuchMove)?;
                let play = card.play.as_ref().ok_or(Refusal::NotModelled)?;
                if rules.is_withdrawn(id) {
                    return Err(Refusal::Withdrawn);
                }
                let demanded = Params::of(&play.requires).union(Params::of(play.mechanic.requires()));
                (Some(play), demanded, Params::of(&play.accepts))
            }
            Act::Follow(follow_up) => {
                let (demanded, accepted) = follow_up_params(follow_up);
                (None, Params::of(demanded), Params::of(accepted))
            }
        };
        let needs_embassy = play.is_some_and(|play| play.mechanic.needs_embassy());
        // Who is meant to see it can always be said.
        Ok(Self { play, demanded, accepted: accepted.union(Params::of(&[Param::Publicity])), needs_embassy })
    }
}

/// The tie between the state that orders and the one addressed.
pub(super) fn tie<'a>(situation: &'a Situation, order: &Order) -> Option<&'a Tie> {
    let target = order.terms.target?;
    let pair = (order.by.min(target), order.by.max(target));
    let found = situation.ties.binary_search_by_key(&pair, |tie| (tie.low, tie.high)).ok()?;
    Some(&situation.ties[found])
}

/// Whether every id an order names exists, is known to the state, and belongs to whom it should.
fn subjects(situation: &Situation, rules: &Rulebook, order: &Order) -> Result<(), Refusal> {
    let (by, terms) = (order.by, &order.terms);
    let others = [
        (Param::Target, terms.target),
        (Param::Via, terms.via),
        (Param::FalseFlag, terms.false_flag),
        (Param::OtherParty, terms.other_party),
    ];
    for (param, state) in others {
        match state {
            Some(state) if state.index() >= situation.states.len() => return Err(Refusal::Unknown(param)),
            Some(state) if state == by => return Err(Refusal::AtOneself),
            _ => {}
        }
    }
    if terms.target.is_some() && tie(situation, order).is_none() {
        return Err(Refusal::NoTie);
    }
    if terms.co_signers.is_some_and(|set| set.contains(by) || set.iter().any(|s| s.index() >= situation.states.len())) {
        return Err(Refusal::Unknown(Param::CoSigners));
    }
    let held = tie(situation, order).map_or(Treaties::NONE, |tie| tie.treaties);
    if terms.treaties.is_some_and(|named| named.is_empty() || !held.include(named)) {
        return Err(Refusal::NoTreaty);
    }
    if let Some(id) = terms.asset {
        let asset = situation.assets.get(id.index()).ok_or(Refusal::Unknown(Param::Asset))?;
        match terms.target {
            Some(target) if asset.owner != target && asset.host != target => {
                return Err(Refusal::NotTheirs(Param::Asset));
            }
            None if asset.owner != by => return Err(Refusal::NotYours(Param::Asset)),
            _ => {}
        }
    }
    if let Some(id) = terms.incident {
        let known = situation.incidents.get(id.index()).is_some_and(|incident| incident.known_to.contains(by));
        known.then_some(()).ok_or(Refusal::Unknown(Param::Incident))?;
    }
    if let Some(id) = terms.claim {
        let claim = situation.claims.get(id.index()).ok_or(Refusal::Unknown(Param::Claim))?;
        if claim.claimant != by && claim.respondent != by {
            return Err(Refusal::NotYours(Param::Claim));
        }
        if terms.target.is_some_and(|target| claim.claimant != target && claim.respondent != target) {
            return Err(Refusal::NotTheirs(Param::Claim));
        }
    }
    if let Some(id) = terms.measure {
        let measure = situation.measures.get(id.index()).ok_or(Refusal::Unknown(Param::Measure))?;
        if !measure.known_to.contains(by) {
            return Err(Refusal::Unknown(Param::Measure));
        }
        if measure.ended.is_some() {
            return Err(Refusal::AlreadyEnded(Param::Measure));
        }
        let own = !matches!(order.act, Act::Follow(FollowUp::ChallengeListing));
        if own && measure.by != by && matches!(order.act, Act::Follow(_)) {
            return Err(Refusal::NotYours(Param::Measure));
        }
    }
    if let Some(id) = terms.operation {
        let operation = situation.operations.get(id.index());
        let own = operation.filter(|operation| operation.author == Party::State(by));
        // Somebody else's operation is refused in the same words as one that does not exist.
        let own = own.ok_or(Refusal::Unknown(Param::Operation))?;
        if !Operation::is_live(own) {
            return Err(Refusal::AlreadyEnded(Param::Operation));
        }
    }
    if let Some(id) = terms.undertaking {
        let known = situation.undertakings.get(id.index()).filter(|word| word.known_to.contains(by));
        let word = known.ok_or(Refusal::Unknown(Param::Undertaking))?;
        let mine = match order.act {
            Act::Follow(FollowUp::Withdraw | FollowUp::WithdrawConsent) => word.from == by,
            Act::Follow(FollowUp::Conclude | FollowUp::Denounce) => word.concerns(by),
            _ => word.to == by,
        };
        if !mine {
            return Err(Refusal::NotYours(Param::Undertaking));
        }
        // An agreement that the other side has broken can still be ended.
        let denounced = order.act == Act::Follow(FollowUp::Denounce) && word.status == UndertakingStatus::Broken;
        if word.status > UndertakingStatus::Accepted && !denounced {
            return Err(Refusal::AlreadyEnded(Param::Undertaking));
        }
    }
    if let Some(id) = terms.evidence {
        let own = situation.evidence.get(id.index()).is_some_and(|item| item.holder == by);
        own.then_some(()).ok_or(Refusal::Unknown(Param::Evidence))?;
    }
    if let Some(id) = terms.actor {
        situation.actors.get(id.index()).ok_or(Refusal::Unknown(Param::Actor))?;
    }
    if let Some(id) = terms.other_move {
        rules.cards.get(id.index()).ok_or(Refusal::Unknown(Param::OtherMove))?;
    }
    if let Some(id) = terms.resolution {
        situation.resolutions.get(id.index()).ok_or(Refusal::Unknown(Param::Resolution))?;
    }
    let is_read = terms.reading.is_none_or(|tenet| rules.law.has(tenet));
    is_read.then_some(()).ok_or(Refusal::Unknown(Param::Reading))?;
    terms.content.map_or(Ok(()), |content| sayable(situation, rules, order, content))
}

/// Whether what is offered or asked for can be: a measure must be its own, or in a threat the other side's.
fn sayable(situation: &Situation, rules: &Rulebook, order: &Order, content: Content) -> Result<(), Refusal> {
    match content {
        Content::LiftMeasure(id) => {
            let known = situation.measures.get(id.index()).filter(|measure| measure.known_to.contains(order.by));
            let measure = known.ok_or(Refusal::Unknown(Param::Content))?;
            let asked = order.act == Act::Follow(FollowUp::ThreatenMeasure);
            if asked && Some(measure.by) != order.terms.target {
                Err(Refusal::NotTheirs(Param::Content))
            } else if !asked && measure.by != order.by {
                Err(Refusal::NotYours(Param::Content))
            } else if measure.ended.is_some() {
                Err(Refusal::AlreadyEnded(Param::Content))
            } else {
                Ok(())
            }
        }
        Content::Permit(card) if card.index() >= rules.cards.len() => Err(Refusal::Unknown(Param::Content)),
        // A mediator's words are given by mediating.
        Content::GoodOffices(_) => Err(Refusal::Unknown(Param::Content)),
        _ => Ok(()),
    }
}
